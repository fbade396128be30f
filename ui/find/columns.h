// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The first widths of a table's columns: as given in characters, or what the header's words need in
// the language in use.

#pragma once

#include <QtCore/QList>

namespace closeout::ui {

class TableView;

void fitColumns(TableView *table, const QList<int> &widths);

} // namespace closeout::ui
