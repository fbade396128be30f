// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/look/style.h"

#include "ui/widgets/look/theme.h"

#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

constexpr int leastText = 16; // height of a control's inside
constexpr int leastTreeRow = 22;
constexpr int leastSlider = 24;
constexpr int aroundCheckBox = 3; // for the ring of the focus

QSize grown(const QSize &size, int width, int height)
{
    return {size.width() + width, size.height() + height};
}

QSize fieldSize(const QSize &size, int arrows)
{
    using namespace look;
    return grown(size.expandedTo({0, leastText}), 2 * (frame + fieldPadding) + arrows,
                 2 * (frame + fieldHeight));
}

QRect fieldInside(const QRect &rect, int arrows)
{
    using namespace look;
    return rect.adjusted(frame + fieldPadding, frame + fieldHeight,
                         arrows > 0 ? -(frame + arrows) : -(frame + fieldPadding),
                         -(frame + fieldHeight));
}

QSize toolButtonSize(const QStyleOption *option, const QSize &size)
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    const bool hasMenu = button && button->features.testFlag(QStyleOptionToolButton::HasMenu);
    return grown(size, 8 + (hasMenu ? look::menuArrow - 4 : 0), 8);
}

QRect comboBoxPart(const QRect &rect, QStyle::SubControl part)
{
    switch (part) {
    case QStyle::SC_ComboBoxEditField:
        return fieldInside(rect, look::comboArrow);
    case QStyle::SC_ComboBoxArrow:
        return rect.adjusted(rect.width() - look::comboArrow - look::frame, 0, -look::frame, 0);
    default:
        return rect;
    }
}

QRect spinBoxPart(const QRect &rect, QStyle::SubControl part, bool hasButtons)
{
    const int arrows = hasButtons ? look::spinArrow : 0;
    const QRect buttons = rect.adjusted(rect.width() - arrows - look::frame, look::frame,
                                        -look::frame, -look::frame);
    switch (part) {
    case QStyle::SC_SpinBoxEditField:
        return fieldInside(rect, arrows);
    case QStyle::SC_SpinBoxUp:
        return hasButtons ? buttons.adjusted(0, 0, 0, -buttons.height() / 2) : QRect();
    case QStyle::SC_SpinBoxDown:
        return hasButtons ? buttons.adjusted(0, buttons.height() / 2, 0, 0) : QRect();
    default:
        return rect;
    }
}

// A groove and a slider, no buttons.
QRect scrollBarPart(const QStyleOptionSlider *bar, QStyle::SubControl part)
{
    const bool isHorizontal = bar->orientation == Qt::Horizontal;
    const int length = isHorizontal ? bar->rect.width() : bar->rect.height();
    const int range = bar->maximum - bar->minimum;
    int slider = length;
    if (range > 0) {
        const qint64 share = qint64(length) * bar->pageStep / (qint64(range) + bar->pageStep);
        slider = std::min(length, std::max(leastSlider, int(share)));
    }
    const int start = QStyle::sliderPositionFromValue(bar->minimum, bar->maximum,
                                                      bar->sliderPosition, length - slider,
                                                      bar->upsideDown);
    const auto span = [&](int from, int to) {
        const QRect rect = isHorizontal
            ? QRect(bar->rect.x() + from, bar->rect.y(), to - from, bar->rect.height())
            : QRect(bar->rect.x(), bar->rect.y() + from, bar->rect.width(), to - from);
        return QStyle::visualRect(bar->direction, bar->rect, rect);
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return bar->rect;
    case QStyle::SC_ScrollBarSlider:
        return span(start, start + slider);
    case QStyle::SC_ScrollBarSubPage:
        return span(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return span(start + slider, length);
    default:
        return {};
    }
}

} // namespace

bool look::isInField(const QWidget *widget)
{
    const QWidget *parent = widget ? widget->parentWidget() : nullptr;
    return qobject_cast<const QComboBox *>(parent)
        || qobject_cast<const QAbstractSpinBox *>(parent);
}

bool look::isInItemView(const QWidget *widget)
{
    const QWidget *viewport = widget ? widget->parentWidget() : nullptr;
    return viewport && qobject_cast<const QAbstractItemView *>(viewport->parentWidget());
}

Style::Style()
    : QProxyStyle(u"Fusion"_s)
{
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QTabBar *>(widget) || qobject_cast<QLineEdit *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *text = qobject_cast<QPlainTextEdit *>(widget))
        text->viewport()->setAutoFillBackground(false); // its frame is filled
    if (qobject_cast<QPushButton *>(widget) && widget->property("primary").toBool()) {
        QFont font = widget->font();
        font.setWeight(QFont::DemiBold);
        widget->setFont(font);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        return 2; // the corners are round: what is inside begins beyond them
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarItemSpacing:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
        return 0;
    case PM_MenuBarHMargin:
    case PM_MenuBarVMargin:
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
    case PM_HeaderMargin:
    case PM_ToolTipLabelFrameWidth:
        return 4;
    case PM_FocusFrameHMargin: // of an item; one more stands before its text
        return 5;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 6;
    case PM_HeaderMarkSize:
    case PM_MenuButtonIndicator:
    case PM_TabBarTabVSpace:
        return 12;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_ScrollBarExtent:
        return 10;
    case PM_ScrollBarSliderMin:
        return leastSlider;
    case PM_TabBarTabHSpace:
        return 20;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *answer) const
{
    switch (hint) {
    case SH_ComboBox_Popup: // a list below the box
    case SH_EtchDisabledText:
    case SH_ScrollBar_Transient:
    case SH_ItemView_ShowDecorationSelected:
        return 0;
    case SH_Table_GridLineColor:
        return int(theme().border.rgb());
    case SH_Header_ArrowAlignment:
        return Qt::AlignRight | Qt::AlignVCenter;
    default:
        return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton:
        return grown(size.expandedTo({0, leastText}), 26, 10);
    case CT_ToolButton:
        return toolButtonSize(option, size);
    case CT_LineEdit:
        return look::isInField(widget) ? size.expandedTo({0, leastText}) : fieldSize(size, 0);
    case CT_ComboBox:
        return fieldSize(size, look::comboArrow - look::fieldPadding);
    case CT_SpinBox:
        return fieldSize(size, look::spinArrow - look::fieldPadding);
    case CT_MenuBarItem:
        return grown(size, 20, 8);
    case CT_TabBarTab:
        return size; // the spaces around are in it
    case CT_CheckBox:
    case CT_RadioButton:
        return grown(QProxyStyle::sizeFromContents(type, option, size, widget), 2 * aroundCheckBox,
                     2);
    case CT_HeaderSection: {
        // Fusion gives the sort indicator a square of the whole height.
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        const bool isSorted = header && header->sortIndicator != QStyleOptionHeader::None;
        return grown(base, isSorted ? 13 - base.height() : 5, 1);
    }
    case CT_ItemViewItem: {
        const QSize item = grown(QProxyStyle::sizeFromContents(type, option, size, widget), 0, 4);
        return qobject_cast<const QTreeView *>(widget) ? item.expandedTo({0, leastTreeRow + 4})
                                                       : item;
    }
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option,
                            const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents:
        if (look::isInField(widget))
            return option->rect;
        return look::isInItemView(widget) ? option->rect.adjusted(3, 1, -3, -1)
                                          : fieldInside(option->rect, 0);
    case SE_CheckBoxIndicator:
    case SE_CheckBoxContents:
    case SE_RadioButtonIndicator:
    case SE_RadioButtonContents:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton inner(*button);
            inner.rect.adjust(aroundCheckBox, 0, -aroundCheckBox, 0);
            return QProxyStyle::subElementRect(element, &inner, widget);
        }
        break;
    case SE_HeaderLabel:
        return QProxyStyle::subElementRect(element, option, widget).adjusted(2, 0, -2, 0);
    case SE_CheckBoxFocusRect:
    case SE_CheckBoxClickRect:
    case SE_RadioButtonFocusRect:
    case SE_RadioButtonClickRect:
        return option->rect;
    default:
        break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                            SubControl part, const QWidget *widget) const
{
    if (control == CC_ComboBox)
        return visualRect(option->direction, option->rect, comboBoxPart(option->rect, part));
    if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        box && control == CC_SpinBox)
        return visualRect(box->direction, box->rect,
                          spinBoxPart(box->rect, part,
                                      box->buttonSymbols != QAbstractSpinBox::NoButtons));
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        bar && control == CC_ScrollBar)
        return scrollBarPart(bar, part);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

} // namespace closeout::ui
