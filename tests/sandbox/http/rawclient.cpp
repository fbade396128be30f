// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/http/rawclient.h"

#include <QtCore/QUrl>

#include <utility>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace closeout::test {

namespace {

constexpr int patience = 20000; // milliseconds, for what must come

// The length of the first whole answer in the bytes, or 0.
qsizetype wholeAnswer(const QByteArray &bytes)
{
    const qsizetype head = bytes.indexOf("\r\n\r\n");
    if (head < 0)
        return 0;
    const QByteArray fields = bytes.left(head).toLower();
    if (fields.contains("transfer-encoding: chunked")) {
        const qsizetype end = bytes.indexOf("\r\n0\r\n\r\n", head);
        return end < 0 ? 0 : end + 7;
    }
    const qsizetype length = fields.indexOf("content-length: ");
    const qsizetype body = length < 0 ? 0
                                      : fields.mid(length + 16).split('\r').first().toLongLong();
    return bytes.size() < head + 4 + body ? 0 : head + 4 + body;
}

} // namespace

RawClient::RawClient(const sandbox::Server &server)
{
    const QUrl url = server.baseUrl();
    m_socket.connectToHost(url.host(), quint16(url.port()));
    m_socket.waitForConnected(patience);
}

RawClient::RawClient(quint16 port)
{
    m_socket.connectToHost(u"127.0.0.1"_s, port);
    m_socket.waitForConnected(patience);
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(patience)) { }
}

void RawClient::sayNoMore()
{
    ::shutdown(int(m_socket.socketDescriptor()), SHUT_WR);
}

bool RawClient::readMore()
{
    const bool more = m_socket.bytesAvailable() > 0 || m_socket.waitForReadyRead(patience);
    m_arrived += m_socket.readAll();
    return more;
}

QByteArray RawClient::answer()
{
    qsizetype length = 0;
    while ((length = wholeAnswer(m_arrived)) == 0) {
        if (!readMore())
            return {};
    }
    const QByteArray whole = m_arrived.left(length);
    m_arrived.remove(0, length);
    return whole;
}

QByteArray RawClient::ask(const QByteArray &bytes)
{
    send(bytes);
    return answer();
}

bool RawClient::isClosed(int milliseconds)
{
    return m_socket.state() == QAbstractSocket::UnconnectedState
        || m_socket.waitForDisconnected(milliseconds);
}

QByteArray RawClient::rest()
{
    while (readMore()) { }
    return std::exchange(m_arrived, {});
}

int RawClient::statusOf(const QByteArray &answer)
{
    return answer.startsWith("HTTP/1.1 ") ? answer.mid(9, 3).toInt() : 0;
}

QByteArray RawClient::bodyOf(const QByteArray &answer)
{
    const qsizetype head = answer.indexOf("\r\n\r\n");
    QByteArray body = answer.mid(head + 4);
    if (!answer.left(head).toLower().contains("transfer-encoding: chunked"))
        return body;
    QByteArray whole;
    for (;;) {
        const qsizetype line = body.indexOf("\r\n");
        const qsizetype size = body.left(line).toLongLong(nullptr, 16);
        if (size == 0)
            return whole;
        whole += body.mid(line + 2, size);
        body.remove(0, line + 2 + size + 2);
    }
}

QByteArray RawClient::get(const QByteArray &path, const QByteArray &headers)
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

QByteArray RawClient::post(const QByteArray &path, const QByteArray &body,
                           const QByteArray &headers)
{
    return "POST " + path
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
          "Content-Length: "
        + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}

QByteArray pathIn(const sandbox::Server &server, const QByteArray &path)
{
    return server.baseUrl().path().toLatin1() + path;
}

} // namespace closeout::test
