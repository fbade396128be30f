// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What the tables of this room do with their columns.

#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace closeout::ui {

class TableView;

struct TypicalValue
{
    QString text;
    bool hasIcon = false;
    bool mayBeCut = false; // a little, where room is short: it is still told from others
};

// The first widths: what the header's words, or a value like that, need in the language in use.
void fitColumns(TableView *table, const QList<TypicalValue> &values);

// Long texts of that column lose their middle: of an id, both ends tell it from others.
void elideMiddle(TableView *table, int column);

// The cells of that column are check boxes, as large as the cell.
void checkInWholeCell(TableView *table, int column);

} // namespace closeout::ui
