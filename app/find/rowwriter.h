// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Writes rows for other programs and for documents, one after the other and never holding them:
// CSV (RFC 4180), a JSON array, JSON lines, or a Markdown table. Ids, types and dispositions are
// text in all of them, whether the server spelled 10 or "10": a number may have more digits than
// its reader keeps, and a type is the same whoever lists it. Attached data are as they are spelled.

#pragma once

#include "find/column.h"
#include "find/rowreader.h"

namespace closeout::find {

enum class RowFormat : quint8 { Csv, Json, JsonLines, Markdown };

// What is known of a row beside its values.
struct RowRemarks
{
    QByteArray status; // active, completed, vanished; empty: as the row says
    QByteArray reasons; // why it is stuck; empty: it is not, or nobody has asked
};

class RowWriter
{
public:
    // now: what ages are counted from.
    RowWriter(RowFormat format, QList<Column> columns, Moment now);

    void begin(QByteArray &out);
    void write(QByteArray &out, const Row &row, const RowRemarks &remarks);
    void end(QByteArray &out);
    qint64 count() const { return m_count; } // rows written

private:
    void appendJson(QByteArray &out, const Column &column, const Row &row,
                    const RowRemarks &remarks);
    // Both hold until the next call: for programs, with seconds and ISO 8601, and for people.
    QByteArrayView textOf(const Column &column, const Row &row, const RowRemarks &remarks);
    QByteArrayView wordsOf(const Column &column, const Row &row, const RowRemarks &remarks);

    RowFormat m_format;
    QList<Column> m_columns;
    QList<QByteArray> m_keys; // of JSON members, with quotes and colon
    Moment m_now;
    QByteArray m_made; // a text that is not in the row as such
    qint64 m_count = 0;
};

} // namespace closeout::find
