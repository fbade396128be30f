// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A handler that misbehaves: it stands around another one, and each fault of its list around the
// next fault. The list can be replaced at any time; requests that are on their way keep the old
// one. Thread-safe; owned by the server.

#pragma once

#include "contract/dialect.h"
#include "sandbox/demo/faults.h"
#include "sandbox/http/handler.h"
#include "sandbox/http/pause.h"

#include <QtCore/QHash>

#include <vector>

namespace closeout::sandbox {

class FaultyHandler : public Handler
{
public:
    // next: not owned, must live longer.
    FaultyHandler(Handler &next, contract::Dialect dialect);
    ~FaultyHandler() override;

    Response answer(const Request &request) override;

    void setFaults(const FaultList &list); // counts begin anew, and no read is stale any more
    QByteArray shown() const; // JSON: the list, and how many requests each has seen and hit

    void stop(); // delays nothing any more

private:
    struct Armed; // a list and its counts

    Response answerThrough(Armed &armed, qsizetype index, const Asked &asked,
                           const Request &request);
    Response misbehave(Armed &armed, qsizetype index, const Asked &asked, const Request &request);
    Response ownAnswer(const Fault &fault, const Request &request) const;
    Response answerFromNext(Armed &armed, const Asked &asked, const Request &request);

    Handler &m_next;
    contract::Dialect m_dialect;
    Pause m_pause;
    mutable std::mutex m_mutex;
    std::shared_ptr<Armed> m_armed; // shared with the requests that are on their way
};

} // namespace closeout::sandbox
