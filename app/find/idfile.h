// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Ids of services, customers or contact keys in a file: a plain list, or a table as spreadsheets
// write it (RFC 4180; comma, semicolon or tab between the cells).
//
//     const Result<IdFile> file = IdFile::read(bytes);
//     const Result<qsizetype> column = file->column(IdKind::Service, u"");
//     const IdList list = file->ids(*column);

#pragma once

#include "find/idlist.h"
#include "result.h"

#include <optional>

namespace closeout::find {

enum class IdKind : quint8 { Service, Customer, ContactKey };

class IdFile
{
public:
    struct Column
    {
        static constexpr qsizetype mostValues = 3;

        QString name; // from the header row; empty: it says none
        QStringList values; // the first ones

        QString title(qsizetype index) const; // "service_id", "Column 2: 36981723, 95 …"
        friend bool operator==(const Column &, const Column &) = default;
    };

    // UTF-8, or UTF-16 with its byte order mark. An Error: it is no text.
    static Result<IdFile> read(const QByteArray &bytes);
    // What is pasted: a table in it has columns to choose from, as a file's has. A table is what a
    // spreadsheet puts there, with tabs, and what names its columns; two ids with a comma are none.
    static IdFile fromText(const QString &text);

    // False: a plain list, in which lines that begin with "#" are comments.
    bool isTable() const { return !m_columns.isEmpty(); }
    const QList<Column> &columns() const { return m_columns; }

    // The one whose name says that it holds such ids, or the only one. Nothing: a person must say.
    std::optional<qsizetype> likelyColumn(IdKind kind) const;
    // By its name in any case of letters, or by its number from 1 on; empty: the likely one. An
    // Error names those that there are. Of a list: 0.
    Result<qsizetype> column(IdKind kind, QStringView nameOrNumber) const;

    IdList ids(qsizetype column) const;

private:
    void findTable();
    void takeColumns(const QList<QStringList> &records);
    QString columnNames() const;

    QString m_text;
    qsizetype m_start = 0; // of the table, behind what is said about it
    qsizetype m_startLine = 1;
    QChar m_separator;
    bool m_hasComments = true; // of a plain list: lines that begin with "#"
    bool m_hasHeader = false;
    QList<Column> m_columns;
};

} // namespace closeout::find
