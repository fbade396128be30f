// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/firstpaint.h"

#include <QtCore/QEvent>
#include <QtCore/QLoggingCategory>
#include <QtWidgets/QAbstractItemView>

namespace closeout::ui {

namespace {

Q_LOGGING_CATEGORY(start, "closeout.start", QtWarningMsg)

class FirstPaint : public QObject
{
public:
    explicit FirstPaint(QAbstractItemView *list)
        : QObject(list)
        , m_list(list)
    {
        list->viewport()->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_list->model()->rowCount() > 0) {
            m_list->viewport()->removeEventFilter(this);
            // Behind the painting that goes on after this filter.
            QMetaObject::invokeMethod(
                this, [] { qCInfo(start, "list painted"); }, Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QAbstractItemView *m_list;
};

} // namespace

void logFirstPaint(const QWidget *pane)
{
    if (start().isInfoEnabled())
        new FirstPaint(pane->findChild<QAbstractItemView *>());
}

} // namespace closeout::ui
