// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A TCP server for tests that want to misbehave: it hands every whole request to a script, which
// answers with raw bytes or not at all, and keeps the bytes of what it saw.
//
//     RawServer server;
//     server.onRequest([](QTcpSocket *socket, const QByteArray &) { socket->abort(); });
//     … QCOMPARE(server.requests().size(), 1);

#pragma once

#include <QtCore/QHash>
#include <QtCore/QUrl>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

#include <functional>

namespace closeout::test {

class RawServer : public QObject
{
    Q_OBJECT

public:
    using Script = std::function<void(QTcpSocket *, const QByteArray &request)>;

    RawServer();

    void onRequest(Script script) { m_script = std::move(script); }
    // For servers that do something before they are asked.
    void onConnection(std::function<void(QTcpSocket *)> greeting)
    {
        m_greeting = std::move(greeting);
    }
    QUrl url(const QString &path = {}) const;
    const QList<QByteArray> &requests() const { return m_requests; } // head and body
    int connections() const { return m_connections; }
    void stopListening() { m_server.close(); } // refuses from now on

    // "HTTP/1.1 <status>" with a Content-Length.
    static QByteArray answer(const QByteArray &status, const QByteArray &body = {},
                             const QByteArray &type = "application/json");
    // The same script for every request.
    void answerAll(const QByteArray &bytes);

private:
    void read(QTcpSocket *socket);

    QTcpServer m_server;
    Script m_script;
    std::function<void(QTcpSocket *)> m_greeting;
    QHash<QTcpSocket *, QByteArray> m_arriving;
    QList<QByteArray> m_requests;
    int m_connections = 0;
};

} // namespace closeout::test
