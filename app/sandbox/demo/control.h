// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What tests and shows steer the sandbox with, while it runs: paths below …/sandbox/ that no
// Context Services server has. Whoever does not sit at this machine gets 403. README.md documents
// them. Owned by the server.

#pragma once

#include "contract/dialect.h"
#include "sandbox/http/handler.h"

namespace closeout::sandbox {

class EndsLog;
class FaultyHandler;
class ServerClock;

class Control : public Handler
{
public:
    struct Parts // not owned, must live longer
    {
        Handler &next; // answers everything else
        FaultyHandler &faults;
        EndsLog &ends;
        ServerClock &clock;
    };
    Control(const Parts &parts, contract::Dialect dialect);

    Response answer(const Request &request) override;

private:
    Result<Response> carryOut(const QByteArray &what, const Request &request);
    Result<Response> setFaults(const Request &request);
    Result<Response> setClock(const Request &request);
    Response shownClock() const;
    Response refuse(int status, const QString &message, const Request &request) const;

    Parts m_parts;
    contract::Dialect m_dialect;
};

} // namespace closeout::sandbox
