// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// One request on a connection of its own, opened for it and closed behind it. Every write goes
// this way: nothing can be on such a connection but the answer to what was sent on it, the bytes
// are written once, and nobody below sends them again. Of this room alone.
//
// What it can see: bytes that come before the request has left (it does not leave then), broken
// framing, more bytes than one answer. What nobody can see from here: a server behind a proxy that
// was asked twice, or a proxy that mixed up its own connections.

#pragma once

#include "client/answerreader.h"
#include "client/callinprogress.h"

#include <QtNetwork/QHostAddress>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QSslSocket>

class QHostInfo;

namespace closeout::client {

class WireCall : public CallInProgress
{
    Q_OBJECT

public:
    WireCall(const Connection &connection, const Secrets &secrets, const OutgoingRequest &request,
             Listener listener, QObject *parent);
    ~WireCall() override;

    void start(const QNetworkProxy &proxy);

    void cancel() override;
    void goOn() override;
    qint64 promisedBytes() const override { return m_reader.promisedBytes(); }

protected:
    void giveUp() override;

private:
    void watchSocket();
    void useAddresses(const QHostInfo &found);
    void connectTo(const QString &host);
    void tryNextAddress();
    void forgetAddresses();
    void keepQuiet();
    void write();
    void read();
    void fail(QAbstractSocket::SocketError error);
    void judge();
    void end(const std::optional<Error> &error);
    Error describe(QNetworkReply::NetworkError failure) const;
    bool isSecure() const;
    bool isAskedOfProxy() const; // the proxy is given the whole address and asks there itself
    QByteArray bytesToSend() const;

    OutgoingRequest m_request; // with its secrets
    QNetworkProxy m_proxy;
    QSslSocket m_socket;
    AnswerReader m_reader;
    QList<QHostAddress> m_addresses; // that have not been tried
    QTimer m_addressTimer;
    QTimer m_idleTimer;
    QTimer m_quietTimer;
    QElapsedTimer m_sinceConnecting;
    QList<QSslError> m_certificateErrors;
    Departure m_departure = Departure::NotSent;
    bool m_isClosed = false; // by the server
    bool m_isOver = false;
};

} // namespace closeout::client
