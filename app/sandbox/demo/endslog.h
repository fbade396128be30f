// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Which ends came in: of services, states and tasks, with what became of each. It stands around the
// handlers that answer, so that an end counts whether it had an effect or an answer or not.
// Thread-safe; owned by the server.

#pragma once

#include "contract/dialect.h"
#include "sandbox/http/handler.h"
#include "sandbox/store/records.h"

#include <deque>
#include <mutex>

namespace closeout::sandbox {

class ServerClock;

class EndsLog : public Handler
{
public:
    static constexpr qsizetype limit = 100000; // the newest that are remembered

    // next and clock: not owned, must live longer.
    EndsLog(Handler &next, const ServerClock &clock, contract::Dialect dialect);

    Response answer(const Request &request) override;

    // JSON, by target in the order of their first ends; service: of this one only, unless null.
    QByteArray shown(const QString &service = {}) const;
    void clear();

private:
    struct End
    {
        Entity entity = Entity::Service;
        QString service = {};
        QString child = {}; // null: the service's own
        Moment at = 0;
        int status = 0; // 0: it has not been answered yet, or not at all
        std::optional<bool> hadEffect = {}; // nothing: it is under way
        bool isBrokenOff = false; // the answer is not sent as it should be
    };

    static QByteArray shownEnd(const End &end);

    Handler &m_next;
    const ServerClock &m_clock;
    contract::Dialect m_dialect;
    mutable std::mutex m_mutex;
    std::deque<End> m_ends; // oldest first
    qint64 m_first = 0; // the number of the oldest
    qint64 m_forgotten = 0; // since clear(), because there were too many
};

} // namespace closeout::sandbox
