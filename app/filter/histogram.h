// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// How old rows are: counts in bars from minutes to months, each split by the type of the service.

#pragma once

#include "filter/filter.h"

#include <array>

namespace closeout::filter {

struct AgeBar
{
    qint64 from = 0; // milliseconds; the first bar takes what lies in the future as well
    std::optional<qint64> to; // no longer in it; nothing: without end
    quint32 count = 0;
    std::vector<quint32> byType; // as Histogram::types, then the others

    QString filter() const; // the text that selects it: age>=4h age<12h
};

struct Histogram
{
    static constexpr size_t mostTypes = 5;

    std::vector<AgeBar> bars;
    std::vector<rows::Word>
        types; // the most frequent ones first; noWord: of a service without type
    quint32 ageless = 0; // rows that are not active, or whose start is not known

    quint32 count() const; // in all bars
    quint32 highest() const; // count of a bar
};

// Nothing: it was cancelled.
std::optional<Histogram> histogramOf(const std::vector<quint32> &rows,
                                     const rows::Snapshot &snapshot, rows::Subject subject,
                                     rows::Moment now, const std::atomic_bool &cancelled);

} // namespace closeout::filter
