// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "environments/safety.h"

using namespace Qt::StringLiterals;

namespace closeout::environments {

namespace {

constexpr SafetyLevel levels[]{SafetyLevel::None, SafetyLevel::Confirm, SafetyLevel::ConfirmCount,
                               SafetyLevel::ReadOnly};

} // namespace

QString safetyName(SafetyLevel level)
{
    switch (level) {
    case SafetyLevel::None:
        return u"none"_s;
    case SafetyLevel::Confirm:
        return u"confirm"_s;
    case SafetyLevel::ConfirmCount:
        return u"confirm-count"_s;
    case SafetyLevel::ReadOnly:
        return u"read-only"_s;
    }
    return {};
}

Result<SafetyLevel> safetyFromName(QStringView name)
{
    for (const SafetyLevel level : levels) {
        if (safetyName(level) == name)
            return level;
    }
    return failure(ErrorKind::InvalidInput,
                   Tr::tr("“%1” is no safety level. Use none, confirm, confirm-count or read-only.")
                       .arg(name));
}

Result<WritePermit> permitWrite(SafetyLevel level, const QString &environment, qsizetype count,
                                const Confirmation &confirmation)
{
    if (confirmation.count && confirmation.count != count) {
        return failure(ErrorKind::NotAllowed,
                       Tr::tr("%1 completions were confirmed for %2, but there are %3. Nothing was "
                              "sent.")
                           .arg(QString::number(*confirmation.count), environment,
                                QString::number(count)));
    }
    switch (level) {
    case SafetyLevel::None:
        return WritePermit(count);
    case SafetyLevel::Confirm:
        if (confirmation.given)
            return WritePermit(count);
        return failure(ErrorKind::NotAllowed,
                       Tr::tr("The environment %1 wants a confirmation. Nothing was sent.")
                           .arg(environment));
    case SafetyLevel::ConfirmCount:
        if (confirmation.count == count)
            return WritePermit(count);
        return failure(ErrorKind::NotAllowed,
                       Tr::tr("The environment %1 wants the number of completions typed as "
                              "confirmation, which is %2. Nothing was sent.")
                           .arg(environment, QString::number(count)));
    case SafetyLevel::ReadOnly:
        break;
    }
    return failure(ErrorKind::NotAllowed,
                   Tr::tr("The environment %1 is read-only. Nothing was sent.").arg(environment));
}

} // namespace closeout::environments
