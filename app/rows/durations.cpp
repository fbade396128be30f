// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "rows/durations.h"

#include "result.h"

#include <cmath>

namespace closeout::rows {

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

} // namespace

QString wordedDuration(qint64 milliseconds)
{
    const qint64 length = std::abs(milliseconds);
    if (length >= day && length % day >= hour)
        return Tr::tr("%1 d %2 h").arg(length / day).arg(length % day / hour);
    if (length >= day)
        return Tr::tr("%1 d").arg(length / day);
    if (length >= hour && length % hour >= minute)
        return Tr::tr("%1 h %2 min").arg(length / hour).arg(length % hour / minute);
    if (length >= hour)
        return Tr::tr("%1 h").arg(length / hour);
    if (length >= minute)
        return Tr::tr("%1 min").arg(length / minute);
    return Tr::tr("under 1 min"); // which no list is looked at long enough for
}

QString durationInCell(Field field, qint64 milliseconds)
{
    const QString words = wordedDuration(milliseconds);
    switch (field) {
    case Field::Overdue:
        return milliseconds > 0 ? words : QString();
    case Field::AutoCompletesIn:
    case Field::ExpiresIn:
        return milliseconds > 0 ? words : Tr::tr("due");
    default:
        return milliseconds < 0 ? Tr::tr("in %1").arg(words) : words; // starts in the future
    }
}

} // namespace closeout::rows
