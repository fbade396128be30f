// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Work that must not hold the window: done on a thread of Qt's pool, its result delivered on the
// thread that asked. No delivery when context has been destroyed meanwhile.
//
//     inBackground(this, [path] { return newestOf(path, 500); },
//                  [this](const Result<QList<Entry>> &entries) { take(entries); });

#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QPointer>
#include <QtCore/QThreadPool>

#include <functional>

namespace closeout::ui {

template<typename Work, typename Done>
void startOn(QThreadPool *pool, QObject *context, Work work, Done done)
{
    pool->start(
        [guard = QPointer<QObject>(context), work = std::move(work), done = std::move(done)] {
            auto result = work();
            // By way of the application object, which outlives the pool: whether the context is
            // still there can only be asked on its own thread.
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [guard, done, result = std::move(result)] {
                    if (guard)
                        done(result);
                },
                Qt::QueuedConnection);
        });
}

template<typename Work, typename Done>
void inBackground(QObject *context, Work work, Done done)
{
    startOn(QThreadPool::globalInstance(), context, std::move(work), std::move(done));
}

// One piece of work after the other, on a thread of its own: so that what is written last is what
// is there. Destroyed when all of it is done.
class InOrder
{
public:
    InOrder() { m_thread.setMaxThreadCount(1); }

    template<typename Work, typename Done>
    void start(QObject *context, Work work, Done done)
    {
        startOn(&m_thread, context, std::move(work), std::move(done));
    }
    void start(std::function<void()> work) { m_thread.start(std::move(work)); }
    void wait() { m_thread.waitForDone(); }

private:
    QThreadPool m_thread;
};

} // namespace closeout::ui
