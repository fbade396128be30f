// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What is asked of a server's certificate besides what Qt asks.

#pragma once

#include "client/connection.h"

#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslConfiguration>

namespace closeout::client {

// With the connection's own authorities.
QSslConfiguration tlsConfiguration(const Connection &connection);

// Qt takes a certificate whose common name is the host's even where it lists other names. A
// certificate that lists names is for those alone.
// Source: RFC 9525, section 2.
bool isIssuedFor(const QSslCertificate &certificate, const QString &host);

} // namespace closeout::client
