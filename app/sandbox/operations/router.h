// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// From a request to its operation. Thread-safe: connections call answer() from their own threads,
// and the operation runs on the store's, in a transaction of its own.

#pragma once

#include "sandbox/http/handler.h"
#include "sandbox/operations/operations.h"
#include "sandbox/options.h"

namespace closeout::sandbox {

class ServerClock;

class Router : public Handler
{
public:
    // Not owned; all must outlive the router and the streams it hands out.
    Router(StoreThread &store, const ServerClock &clock, const Options &options);

    Response answer(const Request &request) override;

    // The dialect's words for what the HTTP side itself refuses: 401, 413 …
    Response refuse(int status, const QString &message, const Request &request);

private:
    Response counted(Response response);

    StoreThread &m_store;
    const ServerClock &m_clock;
    const Options &m_options;
    Statistics m_statistics;
};

} // namespace closeout::sandbox
