// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A Context Services server in this process: for trying Closeout out, for tests and for showing
// it. It is started, answers on its own threads, and ends with its object.
//
//     auto server = sandbox::Server::start({.seed = sandbox::Seed::demo()});
//     (*server)->baseUrl();   // http://127.0.0.1:43211/genesys/1/cs
//
// While it runs it can be made to misbehave, over its own paths: README.md, "Steering it".

#pragma once

#include "sandbox/options.h"

#include <QtCore/QUrl>

#include <memory>

namespace closeout::sandbox {

class Control;
class EndsLog;
class FaultyHandler;
class HttpAdapter;
class Router;
class ServerClock;
class StoreThread;

class Server
{
public:
    // Ready to answer when it returns. An Error names the option that is wrong, or what the
    // system refused: InvalidInput, Storage, TlsFailed or ConnectionFailed.
    static Result<std::unique_ptr<Server>> start(const Options &options);
    ~Server(); // stops it

    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    QUrl baseUrl() const; // with the dialect's prefix

    // Takes no more requests, finishes those that are running, closes the store.
    void stop();

private:
    explicit Server(const Options &options);

    Options m_options;
    std::unique_ptr<StoreThread> m_store;
    std::unique_ptr<ServerClock> m_clock;
    std::unique_ptr<Router> m_router; // each of these handlers asks the one before it
    std::unique_ptr<FaultyHandler> m_faults;
    std::unique_ptr<EndsLog> m_ends;
    std::unique_ptr<Control> m_control;
    std::unique_ptr<HttpAdapter> m_http;
    quint16 m_port = 0;
};

} // namespace closeout::sandbox
