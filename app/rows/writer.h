// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Writes rows for other programs and for documents, one after the other and never holding them:
// CSV (RFC 4180), a JSON array, JSON lines, or a Markdown table.
//
// CSV is for programs, and every byte of a text is in it. CSV for spreadsheets begins with a byte
// order mark, and what a spreadsheet would compute, round or read as a date has an apostrophe
// before it, by which it stays the text that it is; IdFile takes it off again. Markdown is for
// people: what a text would hide is drawn.
//
// In JSON ids and types are strings, whether the server spelled 10 or "10": a number may have more
// digits than its reader keeps, and a type is the same whoever lists it. A disposition is a number
// where the server has a number. Attached data are as they are spelled; what is not said is null.

#pragma once

#include "rows/column.h"
#include "rows/reader.h"

namespace closeout::rows {

enum class Format : quint8 { Csv, Spreadsheet, Json, JsonLines, Markdown };

// Whether a spreadsheet would make of a text what it is not: a formula, another number, a date.
bool isChangedBySpreadsheets(QByteArrayView text);
// What stands between the columns, where people write 1.5 in that way.
char spreadsheetSeparator(QChar decimalPoint);

// What is known of a row beside its values.
struct Remarks
{
    QByteArray status; // active, completed, vanished; empty: as the row says
    QByteArray reasons; // why it is stuck; empty: it is not, or nobody has asked
};

class Writer
{
public:
    // now: what ages are counted from.
    Writer(Format format, QList<Column> columns, Moment now);

    void setSeparator(char separator) { m_separator = separator; } // of CSV; a comma if not said

    void begin(QByteArray &out);
    void write(QByteArray &out, const Row &row, const Remarks &remarks);
    void end(QByteArray &out);
    qint64 count() const { return m_count; } // rows written

private:
    void appendCell(QByteArray &out, const Column &column, const Row &row, const Remarks &remarks);
    void appendJson(QByteArray &out, const Column &column, const Row &row, const Remarks &remarks);
    // Both hold until the next call: for programs, with seconds and ISO 8601, and for people.
    QByteArrayView textOf(const Column &column, const Row &row, const Remarks &remarks);
    QByteArrayView wordsOf(const Column &column, const Row &row, const Remarks &remarks);

    Format m_format;
    QList<Column> m_columns;
    QList<QByteArray> m_keys; // of JSON members, with quotes and colon
    Moment m_now;
    char m_separator = ',';
    QByteArray m_made; // a text that is not in the row as such
    qint64 m_count = 0;
};

} // namespace closeout::rows
