// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A service with its states and tasks as bars on a time axis. What is completed is filled and has
// straight ends; what is open ends in an arrow at now. A diamond marks the expected end and
// hatching what is beyond it. So it can be read without colours; its accessible description says
// the same in words.

#pragma once

#include "client/record.h"
#include "ui/service/child.h"

#include <QtWidgets/QWidget>

#include <optional>

namespace closeout::ui {

class Timeline : public QWidget
{
    Q_OBJECT

public:
    explicit Timeline(QWidget *parent = nullptr);

    void setService(const std::optional<client::Record> &service);
    void setService(const client::Record &service, const QList<Child> &children); // which it has
    void setNow(const QDateTime &now); // a timer calls it

    QString words() const;
    int heightOf(int bars) const; // with the axis

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    struct Bar
    {
        QString name; // "Task 3"
        QString type;
        QDateTime start; // invalid: not said
        QDateTime end; // invalid: open, or not said
        qint64 expectedSeconds = 0;
        bool isOpen = true;
        bool isService = false;
    };

    // What all bars have in common, so that not each has to be looked at whenever one is drawn.
    struct Span
    {
        QDateTime from;
        QDateTime to; // of what is done; invalid: nothing is
        bool isOpen = false; // something is
        QList<QDateTime> expected; // ends, each once
    };

    struct Axis
    {
        QDateTime from;
        QDateTime to;
        int left = 0; // in pixels
        int right = 0;

        double x(const QDateTime &moment) const;
    };

    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

    Axis axis() const;
    int labelWidth() const;
    void measure();
    int barHeight() const;
    int rowHeight() const;
    int axisHeight() const;
    QDateTime endOf(const Bar &bar) const;
    QString timeOf(const Bar &bar) const; // "open 3 d 4 h", "took 12 min"
    QString wordsOf(const Bar &bar) const;
    void paintAxis(QPainter &painter, const Axis &axis) const;
    void paintLabel(QPainter &painter, const Bar &bar, int top) const;
    void paintBar(QPainter &painter, const Axis &axis, const Bar &bar, int top) const;
    void paintExpected(QPainter &painter, const Axis &axis, const Bar &bar,
                       const QPolygonF &shape) const;
    void paintTime(QPainter &painter, const Axis &axis, const Bar &bar, const QRectF &box) const;
    void describe();

    QList<Bar> m_bars; // the service first
    int m_widestName = 0; // in pixels
    Span m_span;
    QDateTime m_now;
};

} // namespace closeout::ui
