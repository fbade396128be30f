// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// One Context Services deployment as a person set it up: where it is, how to sign in, and how
// careful to be there. It never holds a password; that is asked of a SecretStore or a person.

#pragma once

#include "client/connection.h"
#include "environments/safety.h"

namespace closeout::environments {

struct Environment
{
    QString name; // unique, not empty
    QString url; // as typed
    contract::Dialect dialect = contract::Dialect::V85;
    QString user; // empty: no sign-in
    QStringList headers; // "Name: value"
    QString authoritiesFile; // PEM; empty: only the system's certificates are trusted
    SafetyLevel safety = SafetyLevel::Confirm; // what nobody said is careful
    QString colour; // "#rrggbb", empty: none chosen
    int timeoutSeconds = 30;

    friend bool operator==(const Environment &, const Environment &) = default;
};

// What its password is kept under: user and server, not its name, so that a password never goes to
// another server because a name was given anew.
QString secretKey(const Environment &environment);

// Checks everything and reads the file of certificates.
Result<client::Connection> connectionTo(const Environment &environment, const QString &password);

} // namespace closeout::environments
