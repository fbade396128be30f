// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What was sent as a secret, to be masked wherever it comes back: servers quote headers in their
// answers, and answers reach the journal, the terminal and whoever is shown them. Pure.

#pragma once

#include "client/exchange.h"

namespace closeout::client {

struct Connection;

class Secrets
{
public:
    Secrets() = default;
    explicit Secrets(const Connection &connection);

    // A user and a password, as Basic sign-in sends them.
    void addSignIn(const QString &user, const QString &password);

    QByteArray masked(const QByteArray &bytes) const;
    QString masked(const QString &text) const;
    Error masked(const Error &error) const;

private:
    void add(const QByteArray &secret);
    void addHeader(const Header &header);
    void addSpelling(const QByteArray &spelling);

    QByteArrayList m_spellings; // the longest first
};

} // namespace closeout::client
