// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "filter/histogram.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace closeout::filter {

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

constexpr std::array<qint64, 12> ageLimits{minute,   5 * minute, 15 * minute, hour,
                                           4 * hour, 12 * hour,  day,         2 * day,
                                           4 * day,  7 * day,    14 * day,    28 * day};

size_t barOf(qint64 age)
{
    return size_t(std::upper_bound(ageLimits.begin(), ageLimits.end(), age) - ageLimits.begin());
}

// The types of the rows, the most frequent ones first.
std::vector<rows::Word> mostFrequent(const std::vector<quint32> &counts, size_t most)
{
    std::vector<rows::Word> types;
    for (rows::Word word = 0; word < counts.size(); ++word) {
        if (counts[word] > 0)
            types.push_back(word);
    }
    const auto end = types.begin() + qsizetype(std::min(most, types.size()));
    std::partial_sort(types.begin(), end, types.end(), [&counts](rows::Word a, rows::Word b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
    });
    types.erase(end, types.end());
    return types;
}

} // namespace

QString AgeBar::filter() const
{
    QStringList terms;
    if (from > 0)
        terms.append("age>="_L1 + spelledDuration(from));
    if (to)
        terms.append("age<"_L1 + spelledDuration(*to));
    return terms.join(u' ');
}

quint32 Histogram::count() const
{
    return std::accumulate(bars.begin(), bars.end(), 0U,
                           [](quint32 sum, const AgeBar &bar) { return sum + bar.count; });
}

quint32 Histogram::highest() const
{
    return std::accumulate(bars.begin(), bars.end(), 0U, [](quint32 most, const AgeBar &bar) {
        return std::max(most, bar.count);
    });
}

std::optional<Histogram> histogramOf(const std::vector<quint32> &rows,
                                     const rows::Snapshot &snapshot, rows::Subject subject,
                                     rows::Moment now, const std::atomic_bool &cancelled)
{
    constexpr size_t checkEvery = 65536;
    const rows::Rows &from = snapshot.rows(subject);
    Histogram histogram;
    std::vector<quint32> counts(snapshot.words.count(), 0);
    std::vector<quint8> bars(rows.size()); // of each row; one behind the last: none
    for (size_t i = 0; i < rows.size(); ++i) {
        if (i % checkEvery == 0 && cancelled)
            return {};
        const std::optional<qint64> age = from.duration(rows[i], rows::Field::Age, now);
        bars[i] = quint8(age ? barOf(*age) : ageLimits.size() + 1);
        if (age)
            ++counts[from.word(rows[i], rows::Field::ServiceType)];
        else
            ++histogram.ageless;
    }
    histogram.types = mostFrequent(counts, Histogram::mostTypes);
    for (size_t i = 0; i <= ageLimits.size(); ++i) {
        AgeBar bar;
        bar.from = i == 0 ? 0 : ageLimits[i - 1];
        bar.to = i < ageLimits.size() ? std::optional(ageLimits[i]) : std::nullopt;
        bar.byType.resize(histogram.types.size() + 1);
        histogram.bars.push_back(std::move(bar));
    }
    for (size_t i = 0; i < rows.size(); ++i) {
        if (bars[i] > ageLimits.size())
            continue;
        const rows::Word type = from.word(rows[i], rows::Field::ServiceType);
        const auto place = std::find(histogram.types.begin(), histogram.types.end(), type);
        AgeBar &bar = histogram.bars[bars[i]];
        ++bar.count;
        ++bar.byType[size_t(place - histogram.types.begin())];
    }
    if (cancelled)
        return {};
    return histogram;
}

} // namespace closeout::filter
