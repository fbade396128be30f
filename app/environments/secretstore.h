// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Passwords in the system's own keychain (Secret Service, KWallet, Keychain, Credential
// Manager), never in a file of ours. Where there is no keychain every call says so, and the front
// end asks a person instead.

#pragma once

#include "result.h"

#include <QtCore/QObject>

#include <functional>
#include <optional>

namespace closeout::environments {

class SecretStore : public QObject
{
    Q_OBJECT

public:
    using Read = std::function<void(const Result<std::optional<QString>> &)>; // nothing: none kept
    using Written = std::function<void(const Result<void> &)>;

    using QObject::QObject;

    // key: secretKey() of an environment. Each answers once, from the event loop, unless context is
    // destroyed before. Virtual, so that a test has a keychain of its own.
    virtual void read(const QString &key, QObject *context, Read done);
    virtual void write(const QString &key, const QString &password, QObject *context, Written done);
    virtual void remove(const QString &key, QObject *context, Written done);
};

} // namespace closeout::environments
