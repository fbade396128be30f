// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Rows in the order of a column.

#pragma once

#include "filter/filter.h"

namespace closeout::filter {

struct SortKey
{
    rows::Field field = rows::Field::Age;
    bool descending = false;
    rows::DataPath path = {}; // of Field::Data: by that value in it

    friend bool operator==(const SortKey &, const SortKey &) = default;
};

// Stable: rows of equal values stay in the order in which they came. Texts are in natural order,
// what is not said comes last in both directions; Stuck is by how many rules say so, and by the
// first of them. Nothing: it was cancelled.
std::optional<std::vector<quint32>> sorted(std::vector<quint32> rows,
                                           const rows::Snapshot &snapshot, rows::Subject subject,
                                           const SortKey &key, const Context &context,
                                           const std::atomic_bool &cancelled);

} // namespace closeout::filter
