// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What a filter must say to find the rows that have the value of a cell.

#pragma once

#include "filter/filter.h"
#include "rows/column.h"

namespace closeout::ui {

QString quotedTerm(const QString &value); // as the value of a field, in quotes if need be

// Empty: a filter does not ask for it exactly, as for a moment or an age.
QString termFor(const rows::Snapshot &snapshot, rows::Subject subject, quint32 row,
                const rows::Column &column);

} // namespace closeout::ui
