// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "filter/sorting.h"

#include "filter/evaluation.h"
#include "filter/naturalorder.h"
#include "filter/stuckrules.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

namespace closeout::filter {

namespace {

// A row with a number that sorts it.
template<typename Number>
struct Keyed
{
    Number key;
    quint32 row;
};

template<typename Number>
constexpr Number lastKey = std::numeric_limits<Number>::max(); // not said

template<typename Number>
Number directed(Number key, const SortKey &by)
{
    return by.descending ? Number(lastKey<Number> - 1 - key) : key;
}

// Radix sort from the lowest digit up, which keeps the order of equals. Digits that are the same in
// all keys are passed over.
template<typename Number>
void radixSort(std::vector<Keyed<Number>> &keyed)
{
    constexpr unsigned bits = 11;
    constexpr unsigned digits = (sizeof(Number) * 8 + bits - 1) / bits;
    constexpr size_t buckets = size_t(1) << bits;
    std::vector<std::array<quint32, buckets>> counts(digits);
    const auto digitOf = [](Number key, unsigned digit) {
        return size_t(key >> (digit * bits)) & (buckets - 1);
    };
    for (const Keyed<Number> &each : keyed) {
        for (unsigned digit = 0; digit < digits; ++digit)
            ++counts[digit][digitOf(each.key, digit)];
    }
    std::vector<Keyed<Number>> other(keyed.size());
    for (unsigned digit = 0; digit < digits; ++digit) {
        std::array<quint32, buckets> &places = counts[digit];
        if (places[digitOf(keyed.front().key, digit)] == keyed.size())
            continue;
        quint32 place = 0;
        for (quint32 &count : places)
            place += std::exchange(count, place);
        for (const Keyed<Number> &each : keyed)
            other[places[digitOf(each.key, digit)]++] = each;
        keyed.swap(other);
    }
}

template<typename Number, typename KeyOf>
std::optional<std::vector<quint32>> sortedBy(std::vector<quint32> rows, const KeyOf &keyOf,
                                             const std::atomic_bool &cancelled)
{
    constexpr size_t few = 4096; // below that, comparing is faster
    std::vector<Keyed<Number>> keyed(rows.size());
    for (size_t i = 0; i < rows.size(); ++i)
        keyed[i] = {keyOf(rows[i]), rows[i]};
    if (cancelled)
        return {};
    if (rows.size() < few) {
        std::stable_sort(keyed.begin(), keyed.end(),
                         [](const auto &a, const auto &b) { return a.key < b.key; });
    } else {
        radixSort(keyed);
    }
    if (cancelled)
        return {};
    for (size_t i = 0; i < rows.size(); ++i)
        rows[i] = keyed[i].row;
    return rows;
}

// The words of a column, each once, in the order of their numbers.
std::vector<rows::Word> distinctWords(const std::vector<quint32> &rows,
                                      const rows::Snapshot &snapshot, const rows::Rows &from,
                                      rows::Field field)
{
    std::vector<quint8> isUsed(snapshot.words.count(), 0);
    for (const quint32 row : rows)
        isUsed[from.word(row, field)] = 1;
    isUsed[rows::noWord] = 0;
    std::vector<rows::Word> distinct;
    for (rows::Word word = 0; word < isUsed.size(); ++word) {
        if (isUsed[word] != 0)
            distinct.push_back(word);
    }
    return distinct;
}

// The numbers of a field by row, of the blocks that are asked for.
std::vector<qint64> numbersOf(const std::vector<quint32> &rows, const rows::Rows &from,
                              rows::Field field, rows::Moment now)
{
    std::vector<quint8> isAsked(size_t(from.blocks().size()), 0);
    for (const quint32 row : rows)
        isAsked[row / rows::Rows::blockSize] = 1;
    std::vector<qint64> numbers(from.count());
    for (size_t block = 0; block < isAsked.size(); ++block) {
        if (isAsked[block] != 0)
            readNumbers(from, block, field, now,
                        std::span(numbers).subspan(block * rows::Rows::blockSize,
                                                   rowsIn(from, block)));
    }
    return numbers;
}

quint64 numberKey(qint64 number, const SortKey &by)
{
    constexpr quint64 sign = quint64(1) << 63U;
    return number == rows::noMoment ? lastKey<quint64> : directed(quint64(number) ^ sign, by);
}

} // namespace

std::optional<std::vector<quint32>> sorted(std::vector<quint32> rows,
                                           const rows::Snapshot &snapshot, rows::Subject subject,
                                           const SortKey &by, const Context &context,
                                           const std::atomic_bool &cancelled)
{
    const rows::Rows &from = snapshot.rows(subject);
    switch (rows::specOf(by.field).kind) {
    case rows::FieldKind::Word:
    case rows::FieldKind::Json: {
        const auto ranks = ranksOf(snapshot.words, distinctWords(rows, snapshot, from, by.field),
                                   by.path, cancelled);
        if (!ranks)
            return {};
        return sortedBy<quint32>(
            std::move(rows),
            [&](quint32 row) {
                const quint32 rank = (*ranks)[from.word(row, by.field)];
                return rank == 0 ? lastKey<quint32> : directed(rank, by);
            },
            cancelled);
    }
    case rows::FieldKind::Status:
        return sortedBy<quint32>(
            std::move(rows), [&](quint32 row) { return directed(quint32(from.status(row)), by); },
            cancelled);
    case rows::FieldKind::Reasons: {
        std::optional<std::vector<quint32>> reasons;
        reasons = (context.rules ? *context.rules : StuckRules())
                      .reasons(snapshot, subject, context.now, cancelled);
        if (!reasons)
            return {};
        return sortedBy<quint64>(
            std::move(rows),
            [&](quint32 row) {
                const quint32 reason = (*reasons)[row];
                const quint64 first = 32 - quint64(std::countr_zero(reason));
                return reason == 0 ? lastKey<quint64>
                                   : directed((quint64(std::popcount(reason)) << 8U) | first, by);
            },
            cancelled);
    }
    case rows::FieldKind::Moment:
    case rows::FieldKind::Seconds:
    case rows::FieldKind::Count:
    case rows::FieldKind::Duration:
        break;
    }
    const std::vector<qint64> numbers = numbersOf(rows, from, by.field, context.now);
    return sortedBy<quint64>(
        std::move(rows), [&](quint32 row) { return numberKey(numbers[row], by); }, cancelled);
}

} // namespace closeout::filter
