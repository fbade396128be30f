// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A wait on the thread of a connection, which ends early when the server is stopped.

#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace closeout::sandbox {

class Pause
{
public:
    void wait(std::chrono::milliseconds duration)
    {
        std::unique_lock lock(m_mutex);
        m_stopped.wait_for(lock, duration, [this] { return m_isStopped; });
    }

    void stop() // for good: nobody waits any more
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isStopped = true;
        }
        m_stopped.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_stopped;
    bool m_isStopped = false;
};

} // namespace closeout::sandbox
