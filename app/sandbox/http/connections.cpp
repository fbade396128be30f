// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/http/connections.h"

#include "sandbox/http/connection.h"

#include <system_error>
#include <thread>

namespace closeout::sandbox {

Connections::Connections(int limit)
    : m_limit(size_t(limit))
{
}

void Connections::serve(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_running;
    }
    auto task = [this, work = std::move(work)] {
        work();
        const std::lock_guard lock(m_mutex);
        --m_running;
        m_finished.notify_all(); // under the lock: behind it this object may be gone
    };
    try {
        std::thread(task).detach();
    } catch (const std::system_error &) {
        task(); // no thread to be had: slowly, then, but it is answered
    }
}

Connections::Entry Connections::enter(Connection &connection)
{
    const std::lock_guard lock(m_mutex);
    if (m_isStopped)
        return Entry::Stopped;
    if (m_connections.size() >= m_limit)
        return Entry::TooMany;
    m_connections.insert(&connection);
    return Entry::Granted;
}

void Connections::leave(Connection &connection)
{
    const std::lock_guard lock(m_mutex);
    m_connections.erase(&connection);
}

void Connections::stop()
{
    m_pause.stop();
    std::unique_lock lock(m_mutex);
    m_isStopped = true;
    for (Connection *connection : m_connections)
        connection->interrupt();
    m_finished.wait(lock, [this] { return m_running == 0; });
}

} // namespace closeout::sandbox
