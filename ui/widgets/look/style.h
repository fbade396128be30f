// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// How controls look: Fusion, drawn flat in the colours of the theme and measured on the grid of
// metrics.h. It reads the theme when it draws, so a change of the palette is all that a change of
// theme takes. A style of our own and no style sheet, which would have to be matched against every
// widget before a window is seen.
//
// Two properties of a widget count: "primary" makes a QPushButton the one thing to do, "problem"
// frames a field in the colour of what is wrong; update() shows the latter.

#pragma once

#include <QtWidgets/QProxyStyle>

namespace closeout::ui {

class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style(); // to be handed to QApplication::setStyle(), which owns it

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;

    // Measures, in style.cpp.
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *answer) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;

    // Drawing, in stylepainting.cpp.
    QIcon standardIcon(StandardPixmap which, const QStyleOption *option,
                       const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;

private:
    void drawComboBox(const QStyleOptionComplex *option, QPainter *painter,
                      const QWidget *widget) const;
    void drawSpinBox(const QStyleOptionComplex *option, QPainter *painter,
                     const QWidget *widget) const;
    void drawToolButton(const QStyleOptionComplex *option, QPainter *painter,
                        const QWidget *widget) const;
};

// What the two halves share.
namespace look {

constexpr int frame = 1; // of a control
constexpr int fieldPadding = 6; // left and right of what is typed
constexpr int fieldHeight = 3; // above and below it
constexpr int comboArrow = 20;
constexpr int spinArrow = 18;
constexpr int menuArrow = 16; // of a tool button

bool isInField(const QWidget *widget); // the line of a combo box or spin box, which has the frame
bool isInItemView(const QWidget *widget); // an editor over a cell

} // namespace look

} // namespace closeout::ui
