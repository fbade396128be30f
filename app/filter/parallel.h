// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// One piece of work on all cores, from whatever thread asks for it.

#pragma once

#include <QtCore/QSemaphore>
#include <QtCore/QThread>
#include <QtCore/QThreadPool>

#include <algorithm>
#include <atomic>

namespace closeout::filter {

// Calls work(0) … work(count - 1), each once, unless it is cancelled meanwhile; returns when all is
// over. makeWork() makes the work, once for each thread that takes part, so that a thread can have
// something of its own. Where no thread is free, the caller does it all.
template<typename MakeWork>
void inParallel(size_t count, const std::atomic_bool &cancelled, const MakeWork &makeWork)
{
    std::atomic<size_t> next = 0;
    const auto run = [&] {
        auto work = makeWork();
        while (!cancelled) {
            const size_t item = next++;
            if (item >= count)
                break;
            work(item);
        }
    };
    QSemaphore done;
    const int wanted = int(std::min<size_t>(count, size_t(QThread::idealThreadCount()))) - 1;
    int helpers = 0;
    const auto help = [&] {
        run();
        done.release();
    };
    while (helpers < wanted && QThreadPool::globalInstance()->tryStart(help))
        ++helpers;
    run();
    done.acquire(helpers);
}

} // namespace closeout::filter
