// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "support/rawserver.h"

namespace closeout::test {

namespace {

qsizetype bodyLength(const QByteArray &head)
{
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith("content-length:"))
            return line.sliced(15).trimmed().toLongLong();
    }
    return 0;
}

} // namespace

RawServer::RawServer()
{
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port to listen on");
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            ++m_connections;
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            if (m_greeting)
                m_greeting(socket);
        }
    });
}

QUrl RawServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path));
}

QByteArray RawServer::answer(const QByteArray &status, const QByteArray &body,
                             const QByteArray &type)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

void RawServer::answerAll(const QByteArray &bytes)
{
    onRequest([bytes](QTcpSocket *socket, const QByteArray &) { socket->write(bytes); });
}

void RawServer::read(QTcpSocket *socket)
{
    QByteArray &arriving = m_arriving[socket];
    arriving += socket->readAll();
    const qsizetype headEnd = arriving.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    const qsizetype length = headEnd + 4 + bodyLength(arriving.first(headEnd));
    if (arriving.size() < length)
        return;
    const QByteArray request = m_arriving.take(socket).first(length);
    m_requests.append(request);
    if (m_script)
        m_script(socket, request);
}

} // namespace closeout::test
