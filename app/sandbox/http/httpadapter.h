// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// HTTP, by cpp-httplib, which no other file knows: it reads requests and writes answers. The
// sockets are ours (connection.h), because deadlines, many idle clients and a quick stop are
// beyond what the library's own handling does.

#pragma once

#include "sandbox/http/request.h"
#include "sandbox/options.h"

#include <functional>
#include <memory>
#include <thread>

namespace closeout::sandbox {

class Handler;

// The words for what the HTTP side itself refuses: 401, 413 … Called as a handler is.
using RefusalText = std::function<Response(int status, const QString &message, const Request &)>;

class HttpAdapter
{
public:
    // The handler and the options are not owned and must live longer.
    static Result<std::unique_ptr<HttpAdapter>> listen(Handler &handler, RefusalText refusal,
                                                       const Options &options);
    ~HttpAdapter(); // takes no more requests, finishes those that are running, then returns

    HttpAdapter(const HttpAdapter &) = delete;
    HttpAdapter &operator=(const HttpAdapter &) = delete;

    quint16 port() const { return m_port; }

private:
    class Listener;
    HttpAdapter();

    std::unique_ptr<Listener> m_listener;
    std::thread m_thread; // accepts
    quint16 m_port = 0;
};

} // namespace closeout::sandbox
