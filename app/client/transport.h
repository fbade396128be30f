// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The one place where requests leave. Sends a write at most once.
//
// A write leaves on a connection of its own (wirecall.h): QNetworkAccessManager repeats a POST by
// itself when the server drops the connection after reading it, and takes whatever stands on a
// kept connection for the answer to it. Reads share connections. Redirects are not followed,
// certificates are never ignored, HTTP/2 and compression are off, so that an exchange shows what
// was on the wire. What was sent as a secret is masked in every exchange that is handed out.
//
//     Transport transport(connection);
//     transport.send(query(target), this, [](const Exchange &exchange) { … });

#pragma once

#include "client/connection.h"
#include "client/secrets.h"
#include "client/writepermit.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtNetwork/QNetworkProxy>

#include <functional>

class QNetworkAccessManager;

namespace closeout::client {

// One request under way. Owned by the transport and gone when it is done.
class Call : public QObject
{
    Q_OBJECT

public:
    // The callback still comes, with an error of kind Cancelled. A cancelled write may have been
    // done: see Exchange::departure.
    virtual void cancel() = 0;

    // Of a stream: while it is held nothing is handed on and, soon, nothing read, so that a server
    // that is faster than we are fills its own buffers and not ours. The end waits as well.
    virtual void hold() = 0;
    virtual void goOn() = 0;
    virtual qint64 promisedBytes() const = 0; // of the answer's body; -1: it does not say

protected:
    using QObject::QObject;
};

class Transport : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Exchange &)>;
    using Bytes = std::function<void(const QByteArray &)>;

    explicit Transport(Connection connection, QObject *parent = nullptr);
    ~Transport() override; // ends what is under way without a callback

    const Connection &connection() const { return m_connection; }
    // Without what was sent as a secret: for what is kept of an answer beside its exchange.
    QByteArray masked(const QByteArray &bytes) const { return m_secrets.masked(bytes); }

    // done is called once, from the event loop, unless context is destroyed before or the
    // transport is.
    QPointer<Call> send(const Request &request, QObject *context, Done done);
    QPointer<Call> write(WritePermit permit, const Write &write, QObject *context, Done done);

    // For long answers: their bytes are handed on as they arrive and not kept. Only of a
    // successful status; the body of a refusal is in the exchange.
    QPointer<Call> stream(const Request &request, QObject *context, Bytes bytes, Done done);

private:
    QPointer<Call> read(const Request &request, QObject *context, Bytes bytes, Done done);

    const QNetworkProxy &proxy();
    QNetworkAccessManager *network();

    Connection m_connection;
    Secrets m_secrets;
    std::optional<QNetworkProxy> m_proxy;
    QNetworkAccessManager *m_network = nullptr; // child
};

} // namespace closeout::client
