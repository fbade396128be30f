// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A client that writes what it likes to a sandbox and waits for what comes back.

#pragma once

#include "sandbox/server.h"

#include <QtNetwork/QSslSocket>

namespace closeout::test {

class RawClient
{
public:
    explicit RawClient(const sandbox::Server &server);
    explicit RawClient(quint16 port); // of 127.0.0.1

    void send(const QByteArray &bytes);
    void sayNoMore(); // closes its side for writing, when all is sent

    // The next whole answer, head and body; empty: the connection was closed without one.
    QByteArray answer();
    QByteArray ask(const QByteArray &bytes);

    bool isClosed(int milliseconds = 10000); // waits for it
    QByteArray rest(); // all that comes until the connection is closed
    QSslSocket &socket() { return m_socket; }

    static int statusOf(const QByteArray &answer); // 0: none
    static QByteArray bodyOf(const QByteArray &answer);
    static QByteArray get(const QByteArray &path, const QByteArray &headers = {});
    static QByteArray post(const QByteArray &path, const QByteArray &body = {},
                           const QByteArray &headers = {});

private:
    bool readMore();

    QSslSocket m_socket;
    QByteArray m_arrived;
};

// "/services/95" as the server wants it.
QByteArray pathIn(const sandbox::Server &server, const QByteArray &path);

} // namespace closeout::test
