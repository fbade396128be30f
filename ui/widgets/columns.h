// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What the tables of this room do with their columns.

#pragma once

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QString>

class QFontMetrics;

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

// How texts are shown that are wider than that: without their middle, because both ends tell an id
// from others; but where that would look the same for some of them, with what differs.
QHash<QString, QString> elidedApart(const QStringList &texts, const QFontMetrics &metrics,
                                    int width);

// So are those of that column, told from the rows around them. The model is set already.
void elideMiddle(TableView *table, int column);

// The cells of that column are check boxes, as large as the cell.
void checkInWholeCell(TableView *table, int column);

} // namespace closeout::ui
