// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// How careful an environment wants people to be, and the permit without which nothing is written.
//
// Only a run sends (close/run.h; tests/architecture keeps it so), a run needs a WritePermit, and
// only permitWrite() makes one: no front end can forget the safety level.

#pragma once

#include "result.h"

#include <optional>

namespace closeout::environments {

enum class SafetyLevel : quint8 {
    None, // a bare URL, the sandbox: no question asked
    Confirm, // somebody must have said yes
    ConfirmCount, // and must have typed the number of completions
    ReadOnly, // no write at all
};

QString safetyName(SafetyLevel level); // "none", "confirm", "confirm-count", "read-only"
Result<SafetyLevel> safetyFromName(QStringView name);

// What a person (or --yes) has confirmed.
struct Confirmation
{
    bool given = false;
    std::optional<qsizetype> count; // as typed
};

class WritePermit
{
public:
    qsizetype count() const { return m_count; } // of completions it is good for

private:
    explicit WritePermit(qsizetype count)
        : m_count(count)
    {
    }
    friend Result<WritePermit> permitWrite(SafetyLevel, const QString &, qsizetype,
                                           const Confirmation &);

    qsizetype m_count;
};

// environment: its name, for the message.
Result<WritePermit> permitWrite(SafetyLevel level, const QString &environment, qsizetype count,
                                const Confirmation &confirmation);

} // namespace closeout::environments
