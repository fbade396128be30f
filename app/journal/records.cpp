// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "journal/records.h"

using namespace Qt::StringLiterals;

namespace closeout::journal {

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Completed:
        return u"completed"_s;
    case Outcome::Skipped:
        return u"skipped"_s;
    case Outcome::Held:
        return u"held"_s;
    case Outcome::Failed:
        return u"failed"_s;
    case Outcome::Unknown:
        return u"unknown"_s;
    }
    return {};
}

QString purposeName(ExchangeRecord::Purpose purpose)
{
    switch (purpose) {
    case ExchangeRecord::Purpose::Check:
        return u"check"_s;
    case ExchangeRecord::Purpose::Send:
        return u"send"_s;
    case ExchangeRecord::Purpose::Settle:
        return u"settle"_s;
    }
    return {};
}

QString insistedName(Insisted insisted)
{
    switch (insisted) {
    case Insisted::OnNothing:
        return u""_s;
    case Insisted::EvenIfUnknown:
        return u"even-if-unknown"_s;
    case Insisted::EvenIfCompleted:
        return u"even-if-completed"_s;
    }
    return {};
}

} // namespace closeout::journal
