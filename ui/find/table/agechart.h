// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The ages of what is shown as bars on a log scale, each split by service type. A click on a bar,
// or the arrow keys and Return, filter by it; dragging over several, or Shift with a click or with
// the keys, by all of them. Types differ in pattern as well as in colour, and the
// accessible description says the same as a table.

#pragma once

#include "ui/find/table/shownrows.h"

#include <QtWidgets/QWidget>

namespace closeout::ui {

class AgeChart : public QWidget
{
    Q_OBJECT

public:
    explicit AgeChart(ShownRows &shown, QWidget *parent = nullptr); // not owned

    QString words() const; // what it shows, a bar a line
    void setLow(bool isLow); // where there is little room

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool event(QEvent *event) override;

    void take();
    enum class Range : quint8 { One, Extended };
    void setCurrent(int bar, Range range);
    void sayCurrent();
    void filterByChosen();
    bool isChosen(int bar) const;
    filter::AgeBar chosen() const; // all of them as one
    void paintBar(QPainter &painter, int bar, const QRectF &column) const;
    void paintLabel(QPainter &painter, int bar, const QRectF &column) const;
    QRectF columnOf(int bar) const; // from top to bottom, without the labels
    int barAt(const QPoint &place) const; // -1: none
    QString wordsOf(const filter::AgeBar &age, bool isLeftOut) const;
    QString wordsOf(int bar) const;
    QString toolTipOf(const QString &words) const;
    int labelHeight() const;
    int barsHeight() const { return height() - labelHeight(); }
    QString typeName(size_t type) const;
    // All that can be chosen: else the bars beside the one that is the filter would be gone.
    const filter::Histogram &ages() const { return m_shown.shown()->allAges; }
    bool isShown(int bar) const; // does the filter leave any of it?
    int barCount() const { return int(ages().bars.size()); }

    ShownRows &m_shown;
    QString m_put; // what the chart put into the filter last
    bool m_isLow = false;
    int m_current = -1; // the chosen end of the range
    int m_from = -1; // its other end, in which it began
    int m_hovered = -1;
    bool m_isDragging = false;
};

} // namespace closeout::ui
