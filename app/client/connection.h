// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Where a transport talks to and how it signs in: a plain value, made from an environment or from
// the command line. It holds the password, so it is never stored, printed or compared in a test's
// output.

#pragma once

#include "client/exchange.h"
#include "contract/dialect.h"

#include <chrono>

namespace closeout::client {

struct Connection
{
    QUrl baseUrl; // has passed contract::checkBaseUrl()
    contract::Dialect dialect = contract::Dialect::V85;
    QString user; // empty: no sign-in
    QString password;
    QList<Header> headers; // ContactCenterId, GroupId; also Authorization or Cookie, without a user
    QByteArray authorities; // PEM: certificates to trust besides the system's
    QString authoritiesFile; // where they are from, for what is told
    std::chrono::milliseconds timeout = std::chrono::seconds(30); // without a byte either way
};

// "Name: value", as on a command line. A header that the transport writes itself is refused.
Result<Header> parseHeader(const QString &text);

// The request exactly as the transport will send it, credentials included.
OutgoingRequest prepare(const Connection &connection, const Request &request);
OutgoingRequest prepare(const Connection &connection, const Write &write);

} // namespace closeout::client
