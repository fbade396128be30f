// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/environments/peercertificate.h"

#include <QtCore/QTimer>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslSocket>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

constexpr std::chrono::seconds patience(5);
constexpr quint16 httpsPort = 443;

} // namespace

void PeerCertificate::ask(const client::Connection &connection)
{
    m_socket = new QSslSocket(this);
    if (!connection.authorities.isEmpty()) {
        QSslConfiguration tls = m_socket->sslConfiguration();
        tls.addCaCertificates(QSslCertificate::fromData(connection.authorities));
        m_socket->setSslConfiguration(tls);
    }
    // Queued: answering ends the socket, which must not happen in its own call.
    connect(m_socket, &QSslSocket::encrypted, this, &PeerCertificate::answer, Qt::QueuedConnection);
    connect(m_socket, &QAbstractSocket::errorOccurred, this, &PeerCertificate::answer,
            Qt::QueuedConnection);
    QTimer::singleShot(patience, this, &PeerCertificate::answer);
    const QUrl &url = connection.baseUrl;
    m_socket->connectToHostEncrypted(url.host(), quint16(url.port(httpsPort)));
}

void PeerCertificate::answer()
{
    if (!m_socket) // has answered
        return;
    const QSslCertificate certificate = m_socket->peerCertificate();
    delete std::exchange(m_socket, nullptr);
    emit answered(certificate);
}

} // namespace closeout::ui
