// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/firstpaint.h"

#include <QtCore/QEvent>
#include <QtCore/QLoggingCategory>
#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

namespace closeout::ui {

namespace {

Q_LOGGING_CATEGORY(start, "closeout.start", QtWarningMsg)

class FirstPaint : public QObject
{
public:
    FirstPaint(QWidget *widget, QObject *context, std::function<void()> then)
        : QObject(widget)
        , m_context(context)
        , m_then(std::move(then))
    {
        widget->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            // Behind the painting that goes on after this filter.
            QMetaObject::invokeMethod(this, &FirstPaint::finish, Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void finish()
    {
        if (m_context)
            m_then();
        deleteLater();
    }

    QPointer<QObject> m_context;
    std::function<void()> m_then;
};

} // namespace

void afterFirstPaint(QWidget *widget, QObject *context, std::function<void()> then)
{
    new FirstPaint(widget, context, std::move(then));
}

void logStart(const char *step)
{
    qCInfo(start, "%s", step);
}

} // namespace closeout::ui
