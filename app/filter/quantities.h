// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Counts, durations and moments as people write them into a filter. What is not understood is told
// in a sentence.

#pragma once

#include "rows/collection.h"

#include <QtCore/QLatin1StringView>

#include <tl/expected.hpp>

#include <optional>
#include <span>

namespace closeout::filter {

template<typename T>
using Understood = tl::expected<T, QString>;

struct DurationUnit
{
    QLatin1StringView name; // h
    qint64 milliseconds;
    const char *meaning; // "hours"; translated in context "Closeout"
};
std::span<const DurationUnit> durationUnits(); // from the shortest to the longest

// A day that is another one tomorrow. Of a weekday the last one that was, today included, or the
// next one that comes.
struct RelativeDay
{
    enum class Which : quint8 { Last, Next };

    int days = 0; // from today
    int weekday = 0; // 1: Monday; 0: it is counted in days
    Which which = Which::Last;

    friend bool operator==(const RelativeDay &, const RelativeDay &) = default;
};

// From first to last, both included: "2026-11-01" is a whole day, "4h" the hour after four hours.
struct Span
{
    qint64 first = 0;
    qint64 last = 0;
    bool isFromNow = false; // to be added to the moment of asking
    std::optional<RelativeDay> day = {}; // instead of both
};
Span spanAt(const Span &span, rows::Moment now); // from and to fixed moments

Understood<Span> readCount(QStringView text); // 12, -1
// 1h30m, "3 d 4 h", "2 days", -2d, 1.5h, 90: seconds
Understood<Span> readDuration(QStringView text);
// 2026-11-01, 2026-11-01T10:42:07.123+01:00, today, friday, -2d, now; days and times of day in
// local time, as moments are shown, unless an offset or a Z stands behind them.
Understood<Span> readMoment(QStringView text, RelativeDay::Which weekday);

bool isDurationUnit(QStringView name); // h, hours
bool isDuration(QStringView text); // with a unit at its end: 30m, 1h30m

// In as few letters as the filter language allows: 4h, 1w, 1h30m.
QString spelledDuration(qint64 milliseconds);

} // namespace closeout::filter
