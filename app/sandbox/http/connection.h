// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// One accepted socket, in plain text or TLS, with deadlines: whoever sends a request a byte at a
// time, or never reads the answer, is cut off. Used by one thread; only interrupt() may come from
// another.

#pragma once

#include <QtCore/QByteArray>

#include <chrono>

using SSL = struct ssl_st;
using SSL_CTX = struct ssl_ctx_st;

namespace closeout::sandbox {

class Connection
{
public:
    using Clock = std::chrono::steady_clock;

    // Takes the socket. tls: not owned; null for plain text.
    Connection(int socket, SSL_CTX *tls);
    ~Connection(); // closes it

    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    bool handshake(std::chrono::milliseconds timeout); // true at once without TLS

    // Whether something to read came in time.
    bool waitForData(std::chrono::milliseconds timeout);

    // What follows must be read within this time, and until expectBody() in this many bytes.
    void expectRequest(std::chrono::milliseconds timeout, qint64 headLimit);
    void expectBody();

    qint64 read(char *data, qint64 size); // at least one byte; 0 or less: no more will come
    bool write(const char *data, qint64 size); // is held back until flush() while it is small
    bool flush();

    bool isFromLoopback() const;
    void waitUntilLeft(); // until the client has closed its side; what it says meanwhile is not
                          // read

    qint64 bytesRead() const { return m_bytesRead; }
    int socket() const { return m_socket; }

    void interrupt(); // nothing more is read; what is being answered is still sent

    // Lets an answer arrive that was sent before the request was read to its end.
    void closeGently();

private:
    bool waitFor(short events, Clock::time_point until);
    qint64 receive(char *data, qint64 size);
    bool send(const char *data, qint64 size);

    int m_socket;
    SSL *m_tls = nullptr;
    QByteArray m_incoming; // received, from m_taken on not yet read
    qint64 m_taken = 0;
    QByteArray m_outgoing; // written, not yet sent
    Clock::time_point m_deadline;
    qint64 m_bytesRead = 0; // of this request
    qint64 m_headLimit = 0; // 0: none
    bool m_failed = false;
};

} // namespace closeout::sandbox
