// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/wirecall.h"

#include "client/certificates.h"
#include "client/failures.h"
#include "client/proxies.h"

#include <QtNetwork/QHostInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::client {

namespace {

constexpr qint64 socketBuffer = qint64(1) << 20; // bytes that may wait to be read
constexpr qint64 pieceToRead = qint64(64) << 10;

// A server that speaks before it is asked, or hangs up at once, does so about as long after the
// connection as that took to come about. Waiting for it makes a certain "not sent" of what would
// be an unknown outcome.
constexpr std::chrono::milliseconds shortestQuiet(10);
constexpr std::chrono::milliseconds longestQuiet(100);

// For an address while there are others: one of a protocol that leads nowhere is common, and the
// socket's own 30 s would be the whole time-out.
constexpr std::chrono::milliseconds patience(3000);

QNetworkReply::NetworkError networkError(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return QNetworkReply::ConnectionRefusedError;
    case QAbstractSocket::RemoteHostClosedError:
        return QNetworkReply::RemoteHostClosedError;
    case QAbstractSocket::HostNotFoundError:
        return QNetworkReply::HostNotFoundError;
    case QAbstractSocket::SocketTimeoutError:
        return QNetworkReply::TimeoutError;
    case QAbstractSocket::SslHandshakeFailedError:
        return QNetworkReply::SslHandshakeFailedError;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return QNetworkReply::ProxyAuthenticationRequiredError;
    case QAbstractSocket::ProxyConnectionRefusedError:
        return QNetworkReply::ProxyConnectionRefusedError;
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyProtocolError:
        return QNetworkReply::ProxyConnectionClosedError;
    case QAbstractSocket::ProxyConnectionTimeoutError:
        return QNetworkReply::ProxyTimeoutError;
    case QAbstractSocket::ProxyNotFoundError:
        return QNetworkReply::ProxyNotFoundError;
    default:
        return QNetworkReply::UnknownNetworkError;
    }
}

} // namespace

WireCall::WireCall(const Connection &connection, const Secrets &secrets,
                   const OutgoingRequest &request, Listener listener, QObject *parent)
    : CallInProgress(connection, secrets, request, std::move(listener), parent)
    , m_request(request)
{
    m_idleTimer.setSingleShot(true);
    m_quietTimer.setSingleShot(true);
    connect(&m_idleTimer, &QTimer::timeout, this, [this] {
        if (isHeld()) // it is us who do not read
            m_idleTimer.start(this->connection().timeout);
        else
            end(describe(QNetworkReply::TimeoutError));
    });
    m_addressTimer.setSingleShot(true);
    connect(&m_quietTimer, &QTimer::timeout, this, &WireCall::write);
    connect(&m_addressTimer, &QTimer::timeout, this, &WireCall::tryNextAddress);
}

WireCall::~WireCall()
{
    m_socket.disconnect(this);
    m_socket.abort();
}

bool WireCall::isAskedOfProxy() const
{
    return m_proxy.type() == QNetworkProxy::HttpProxy && m_request.url.scheme() == "http"_L1;
}

void WireCall::start(const QNetworkProxy &proxy)
{
    m_proxy = proxy;
    watchSocket();
    m_socket.setReadBufferSize(socketBuffer);
    m_socket.setProxy(isAskedOfProxy() ? QNetworkProxy(QNetworkProxy::NoProxy) : proxy);
    if (isSecure())
        m_socket.setSslConfiguration(tlsConfiguration(connection()));
    m_idleTimer.start(connection().timeout);
    limitDuration();
    const QString host = m_request.url.host();
    if (isAskedOfProxy() || proxy.type() == QNetworkProxy::NoProxy)
        QHostInfo::lookupHost(isAskedOfProxy() ? proxy.hostName() : host, this,
                              [this](const QHostInfo &found) { useAddresses(found); });
    else
        connectTo(host); // the proxy looks it up
}

bool WireCall::isSecure() const
{
    return m_request.url.scheme() == "https"_L1;
}

void WireCall::useAddresses(const QHostInfo &found)
{
    if (m_isOver)
        return;
    m_addresses = found.addresses();
    if (m_addresses.isEmpty())
        end(describe(QNetworkReply::HostNotFoundError));
    else
        connectTo(m_addresses.takeFirst().toString());
}

// An address, or a host that the proxy looks up.
void WireCall::connectTo(const QString &host)
{
    const QUrl &url = m_request.url;
    m_sinceConnecting.start();
    if (!m_addresses.isEmpty())
        m_addressTimer.start(std::min(patience, connection().timeout));
    if (isSecure())
        m_socket.connectToHostEncrypted(host, quint16(url.port(443)), url.host());
    else
        m_socket.connectToHost(host, isAskedOfProxy() ? m_proxy.port() : quint16(url.port(80)));
}

// Nothing has left yet, so the next address may be tried. Not from inside the socket's own signal.
void WireCall::tryNextAddress()
{
    m_addressTimer.stop();
    const QString next = m_addresses.takeFirst().toString();
    m_socket.blockSignals(true);
    m_socket.abort();
    m_socket.blockSignals(false);
    QMetaObject::invokeMethod(
        this,
        [this, next] {
            if (!m_isOver)
                connectTo(next);
        },
        Qt::QueuedConnection);
}

void WireCall::watchSocket()
{
    if (isSecure())
        connect(&m_socket, &QSslSocket::encrypted, this, &WireCall::keepQuiet);
    else
        connect(&m_socket, &QSslSocket::connected, this, &WireCall::keepQuiet);
    connect(&m_socket, &QSslSocket::connected, this, &WireCall::forgetAddresses);
    connect(&m_socket, &QSslSocket::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_certificateErrors = errors; });
    connect(&m_socket, &QSslSocket::bytesWritten, this,
            [this] { m_idleTimer.start(connection().timeout); });
    connect(&m_socket, &QSslSocket::readyRead, this, &WireCall::read);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &WireCall::fail);
}

// One has answered. From here on something may have left, and nothing is tried again.
void WireCall::forgetAddresses()
{
    m_addressTimer.stop();
    m_addresses.clear();
}

void WireCall::keepQuiet()
{
    forgetAddresses();
    if (isSecure() && !isIssuedFor(m_socket.peerCertificate(), m_request.url.host())) {
        m_certificateErrors = {QSslError(QSslError::HostNameMismatch, m_socket.peerCertificate())};
        end(describe(QNetworkReply::SslHandshakeFailedError));
        return;
    }
    const std::chrono::milliseconds took(m_sinceConnecting.elapsed());
    m_quietTimer.start(std::clamp(took, shortestQuiet, longestQuiet));
}

QByteArray WireCall::bytesToSend() const
{
    if (!isAskedOfProxy())
        return m_request.head() + m_request.body;
    QByteArray head = m_request.head();
    head.replace(0, m_request.line().size(),
                 m_request.method + ' ' + m_request.url.toEncoded() + " HTTP/1.1");
    const Header signIn = signInTo(m_proxy, m_request.url);
    if (!signIn.name.isEmpty())
        head.insert(head.size() - 2, signIn.name + ": " + signIn.value + "\r\n");
    return head + m_request.body;
}

void WireCall::write()
{
    Q_ASSERT(m_addresses.isEmpty() && m_departure == Departure::NotSent);
    m_departure = Departure::Sent; // from here on nobody can say that nothing arrived
    m_socket.write(bytesToSend());
}

void WireCall::read()
{
    if (m_isOver || isHeld())
        return;
    m_idleTimer.start(connection().timeout);
    if (m_departure == Departure::NotSent) {
        end(Error{ErrorKind::NotContextServices,
                  Tr::tr("%1: there was an answer before anything was asked, so nothing was sent. "
                         "Check host and port, and for a proxy in between.")
                      .arg(whatAndWhere(m_request))});
        return;
    }
    const QPointer<WireCall> alive(this);
    while (!isHeld() && m_reader.problem().isEmpty() && m_socket.bytesAvailable() > 0) {
        m_reader.read(m_socket.read(pieceToRead));
        if (m_reader.hasHead()) {
            exchange().status = m_reader.status();
            exchange().reason = m_reader.reason();
            exchange().answerHeaders = m_reader.headers();
        }
        const QByteArray body = m_reader.takeBody();
        const bool goesOn = body.isEmpty() || take(body);
        if (!alive)
            return;
        if (!goesOn) {
            end(tooLarge());
            return;
        }
    }
    if (!isHeld() && (m_reader.isWhole() || !m_reader.problem().isEmpty()))
        judge();
}

void WireCall::fail(QAbstractSocket::SocketError error)
{
    if (m_isOver)
        return;
    const bool isEnd = error == QAbstractSocket::RemoteHostClosedError
        && m_departure == Departure::Sent;
    const bool isOfAddress = error == QAbstractSocket::ConnectionRefusedError
        || error == QAbstractSocket::NetworkError || error == QAbstractSocket::SocketTimeoutError;
    if (m_departure == Departure::NotSent && isOfAddress && !m_addresses.isEmpty()) {
        tryNextAddress();
        return;
    }
    if (!isEnd) {
        end(describe(networkError(error)));
        return;
    }
    m_isClosed = true;
    const QPointer<WireCall> alive(this);
    if (m_socket.bytesAvailable() > 0)
        read();
    if (!alive || m_isOver || isHeld()) // when it goes on, what is left is read and this asked anew
        return;
    m_reader.readEnd();
    judge();
}

// The answer is whole, or never will be.
void WireCall::judge()
{
    if (!m_reader.problem().isEmpty()) {
        const bool isHttp = m_reader.hasHead() || m_reader.status() != 0;
        Error error = describe(isHttp || m_isClosed ? QNetworkReply::RemoteHostClosedError
                                                    : QNetworkReply::ProtocolFailure);
        if (isHttp) {
            error.kind = ErrorKind::ConnectionLost;
            error.message = Tr::tr("%1: the answer cannot be relied on. %2")
                                .arg(whatAndWhere(m_request), m_reader.problem());
        }
        error.detail = m_reader.problem();
        end(error);
        return;
    }
    const bool isHalfSent = m_socket.bytesToWrite() > 0 || m_socket.encryptedBytesToWrite() > 0;
    if (isHalfSent && m_reader.status() < 400) {
        end(Error{ErrorKind::ConnectionLost,
                  Tr::tr("%1: the answer came before the request had left, so it cannot be the "
                         "answer to it.")
                      .arg(whatAndWhere(m_request))});
        return;
    }
    if (m_reader.status() == 407)
        end(describe(QNetworkReply::ProxyAuthenticationRequiredError));
    else
        end({});
}

Error WireCall::describe(QNetworkReply::NetworkError failure) const
{
    return describeFailure(failure, m_socket.errorString(), m_request, connection(), m_proxy,
                           m_certificateErrors);
}

void WireCall::end(const std::optional<Error> &error)
{
    if (std::exchange(m_isOver, true))
        return;
    m_idleTimer.stop();
    m_quietTimer.stop();
    m_addressTimer.stop();
    m_socket.disconnect(this);
    m_socket.abort();
    conclude(m_departure, error);
}

void WireCall::giveUp()
{
    end(tookTooLong());
}

// Through the event loop, as every other end.
void WireCall::cancel()
{
    QMetaObject::invokeMethod(
        this, [this] { end(wasCancelled()); }, Qt::QueuedConnection);
    m_quietTimer.stop(); // nothing leaves from here on
}

void WireCall::goOn()
{
    if (!isHeld())
        return;
    setHeld(false);
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_isClosed)
                fail(QAbstractSocket::RemoteHostClosedError);
            else
                read();
        },
        Qt::QueuedConnection);
}

} // namespace closeout::client
