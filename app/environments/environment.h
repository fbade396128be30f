// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// One Context Services deployment as a person set it up: where it is, how to sign in, and how
// careful to be there. It never holds a password; that is asked of a SecretStore or a person.

#pragma once

#include "client/connection.h"
#include "contract/urls.h"
#include "environments/safety.h"

namespace closeout::environments {

// Whether states that stay open are told before a service is ended: in some deployments they always
// do.
enum class OpenStates : quint8 { Tell, Ignore };

struct Environment
{
    QString name; // unique, not empty
    QString url; // as typed
    QString deployment; // a name that several addresses of one cluster share; empty: the URL's own
    contract::Dialect dialect = contract::Dialect::V85;
    QString user; // empty: no sign-in
    QStringList headers; // "Name: value"
    QString authoritiesFile; // PEM; empty: only the system's certificates are trusted
    SafetyLevel safety = SafetyLevel::Confirm; // what nobody said is careful
    OpenStates openStates = OpenStates::Tell;
    QString colour; // "#rrggbb", empty: none chosen
    int timeoutSeconds = 30;
    QStringList stuckRules; // "name: filter", see filter/stuckrules.h; empty: the standard ones

    friend bool operator==(const Environment &, const Environment &) = default;
};

// What its password is kept under: user and server, not its name, so that a password never goes to
// another server because a name was given anew.
QString secretKey(const Environment &environment);

// Its password is of no use any more when it goes: it has a user, and none of the others signs in
// with the same password.
bool hasPasswordOfItsOwn(const Environment &environment, const QList<Environment> &others);

// Which deployment it is of: the one it names, or the one that another environment with the same
// address names, else that of its address. known: all environments there are.
contract::Deployment deploymentOf(const Environment &environment, const QList<Environment> &known);

// Checks everything and reads the file of certificates.
Result<client::Connection> connectionTo(const Environment &environment, const QString &password);

} // namespace closeout::environments
