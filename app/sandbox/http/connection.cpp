// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/http/connection.h"

#include <QtNetwork/QHostAddress>

#include <algorithm>

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace closeout::sandbox {

namespace {

constexpr qint64 receiveSize = 64 * 1024;
constexpr qint64 holdBackSize = 64 * 1024;
// Somebody who reads nothing of an answer for so long does not want it.
constexpr std::chrono::seconds writeTimeout{60};
constexpr std::chrono::seconds lingerTimeout{2};

} // namespace

Connection::Connection(int socket, SSL_CTX *tls)
    : m_socket(socket)
{
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::fcntl(m_socket, F_SETFL, ::fcntl(m_socket, F_GETFL) | O_NONBLOCK);
    if (tls) {
        m_tls = SSL_new(tls);
        m_failed = !m_tls || SSL_set_fd(m_tls, m_socket) != 1;
    }
}

Connection::~Connection()
{
    if (m_tls && !m_failed)
        SSL_shutdown(m_tls); // says good-bye once and does not wait for an answer
    SSL_free(m_tls);
    ::close(m_socket);
}

bool Connection::waitFor(short events, Clock::time_point until)
{
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now());
        pollfd descriptor{m_socket, events, 0};
        const int ready = ::poll(&descriptor, 1, int(std::max<qint64>(0, left.count())));
        if (ready > 0)
            return true;
        if (ready == 0 || errno != EINTR)
            return false;
    }
}

bool Connection::handshake(std::chrono::milliseconds timeout)
{
    if (!m_tls)
        return true;
    const auto until = Clock::now() + timeout;
    while (!m_failed) {
        const int result = SSL_accept(m_tls);
        if (result == 1)
            return true;
        const int error = SSL_get_error(m_tls, result);
        const short events = error == SSL_ERROR_WANT_WRITE ? POLLOUT : POLLIN;
        const bool goesOn = error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE;
        m_failed = !goesOn || !waitFor(events, until);
    }
    return false;
}

bool Connection::waitForData(std::chrono::milliseconds timeout)
{
    if (m_failed)
        return false;
    if (m_taken < m_incoming.size() || (m_tls && SSL_pending(m_tls) > 0))
        return true;
    return waitFor(POLLIN, Clock::now() + timeout);
}

void Connection::expectRequest(std::chrono::milliseconds timeout, qint64 headLimit)
{
    m_deadline = Clock::now() + timeout;
    m_headLimit = headLimit;
    m_bytesRead = 0;
}

void Connection::expectBody()
{
    m_headLimit = 0;
    m_bytesRead = 0;
}

qint64 Connection::receive(char *data, qint64 size)
{
    while (!m_failed) {
        short events = POLLIN;
        if (m_tls) {
            const int got = SSL_read(m_tls, data, int(size));
            if (got > 0)
                return got;
            const int error = SSL_get_error(m_tls, got);
            if (error == SSL_ERROR_ZERO_RETURN)
                return 0;
            m_failed = error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE;
            events = error == SSL_ERROR_WANT_WRITE ? POLLOUT : POLLIN;
        } else {
            const ssize_t got = ::recv(m_socket, data, size_t(size), 0);
            if (got >= 0)
                return got;
            m_failed = errno != EAGAIN && errno != EINTR;
        }
        if (!m_failed && !waitFor(events, m_deadline))
            m_failed = true;
    }
    return -1;
}

qint64 Connection::read(char *data, qint64 size)
{
    if (!m_outgoing.isEmpty() && !flush()) // "100 Continue" must leave before the body can come
        return -1;
    if (m_headLimit > 0 && m_bytesRead >= m_headLimit) {
        m_failed = true;
        return -1;
    }
    if (m_taken == m_incoming.size()) {
        if (Clock::now() >= m_deadline) { // also when every single byte came in time
            m_failed = true;
            return -1;
        }
        m_incoming.resize(receiveSize);
        m_taken = 0;
        const qint64 got = receive(m_incoming.data(), receiveSize);
        m_incoming.resize(std::max<qint64>(0, got));
        if (got <= 0)
            return got;
    }
    const qint64 count = std::min(size, qint64(m_incoming.size()) - m_taken);
    std::copy_n(m_incoming.constData() + m_taken, count, data);
    m_taken += count;
    m_bytesRead += count;
    return count;
}

bool Connection::send(const char *data, qint64 size)
{
    while (size > 0 && !m_failed) {
        short events = POLLOUT;
        qint64 sent = 0;
        if (m_tls) {
            sent = SSL_write(m_tls, data, int(std::min<qint64>(size, 1 << 20)));
            if (sent <= 0) {
                const int error = SSL_get_error(m_tls, int(sent));
                m_failed = error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE;
                events = error == SSL_ERROR_WANT_READ ? POLLIN : POLLOUT;
            }
        } else {
            sent = ::send(m_socket, data, size_t(size), MSG_NOSIGNAL);
            if (sent < 0)
                m_failed = errno != EAGAIN && errno != EINTR;
        }
        if (sent > 0) {
            data += sent;
            size -= sent;
        } else if (!m_failed && !waitFor(events, Clock::now() + writeTimeout)) {
            m_failed = true;
        }
    }
    return !m_failed;
}

bool Connection::write(const char *data, qint64 size)
{
    // The head and a short body leave in one packet.
    if (m_outgoing.size() + size <= holdBackSize) {
        m_outgoing.append(data, size);
        return !m_failed;
    }
    return flush() && send(data, size);
}

bool Connection::flush()
{
    const bool sent = send(m_outgoing.constData(), m_outgoing.size());
    m_outgoing.resize(0);
    return sent;
}

bool Connection::isFromLoopback() const
{
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    auto *address = reinterpret_cast<sockaddr *>(&peer);
    return ::getpeername(m_socket, address, &size) == 0 && QHostAddress(address).isLoopback();
}

void Connection::waitUntilLeft()
{
    pollfd descriptor{m_socket, POLLRDHUP, 0}; // which interrupt() makes come true as well
    while (::poll(&descriptor, 1, -1) < 0 && errno == EINTR) { }
}

void Connection::interrupt()
{
    ::shutdown(m_socket, SHUT_RD);
}

void Connection::closeGently()
{
    if (m_failed || m_tls)
        return;
    // Closing a socket with unread bytes in it resets the connection, and the reset can overtake
    // the answer. So the rest is taken off the wire for a moment.
    ::shutdown(m_socket, SHUT_WR);
    const auto until = Clock::now() + lingerTimeout;
    char rest[4096];
    while (waitFor(POLLIN, until) && Clock::now() < until) {
        if (::recv(m_socket, rest, sizeof rest, 0) <= 0)
            return;
    }
}

} // namespace closeout::sandbox
