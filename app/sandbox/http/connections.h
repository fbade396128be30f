// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The connections that are open, each served on a thread of its own: how many there may be, and how
// all of them end when the server is stopped. Thread-safe.

#pragma once

#include "sandbox/http/pause.h"

#include <QtCore/QtGlobal>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <set>

namespace closeout::sandbox {

class Connection;

class Connections
{
public:
    enum class Entry : quint8 { Granted, TooMany, Stopped };

    explicit Connections(int limit);

    void serve(std::function<void()> work); // on a thread of its own

    Entry enter(Connection &connection); // when granted, leave() must follow
    void leave(Connection &connection);

    Pause &pause() { return m_pause; } // for answers that are held back

    // Nobody enters any more and nothing more is read; returns when all that was served is done.
    void stop();

private:
    const size_t m_limit;
    Pause m_pause;
    std::mutex m_mutex;
    std::condition_variable m_finished;
    std::set<Connection *> m_connections; // not owned
    int m_running = 0; // threads
    bool m_isStopped = false;
};

} // namespace closeout::sandbox
