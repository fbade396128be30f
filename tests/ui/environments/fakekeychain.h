// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A keychain in the memory of a test; it answers from the event loop, as the system's does.

#pragma once

#include "environments/secretstore.h"

#include <QtCore/QHash>
#include <QtCore/QTimer>

namespace closeout::test {

class FakeKeychain : public environments::SecretStore
{
public:
    QHash<QString, QString> passwords; // by key
    bool isLocked = false; // refuses everything

    void read(const QString &key, QObject *context, Read done) override
    {
        QTimer::singleShot(0, context, [this, key, done] {
            if (isLocked)
                done(refusal());
            else if (passwords.contains(key))
                done(std::optional(passwords.value(key)));
            else
                done(std::optional<QString>());
        });
    }

    void write(const QString &key, const QString &password, QObject *context, Written done) override
    {
        if (!isLocked)
            passwords.insert(key, password);
        answer(context, done);
    }

    void remove(const QString &key, QObject *context, Written done) override
    {
        if (!isLocked)
            passwords.remove(key);
        answer(context, done);
    }

private:
    static tl::unexpected<Error> refusal()
    {
        return failure(ErrorKind::Storage, QStringLiteral("It is locked."));
    }

    void answer(QObject *context, const Written &done) const
    {
        QTimer::singleShot(0, context, [this, done] {
            done(isLocked ? Result<void>(refusal()) : Result<void>());
        });
    }
};

} // namespace closeout::test
