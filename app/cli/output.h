// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Standard output and standard error. What was asked for goes to standard output, everything else
// to standard error.
//
// What a server, a certificate or a file says is in both, and must not be taken for what the
// program says: here, and nowhere else, it is drawn (contract/visible.h). On standard error each
// call makes one line, whatever is in it. A terminal gets nothing that it would obey or hide; a
// file or a pipe gets the bytes as they are.

#pragma once

#include "cli/command.h"

#include <QtCore/QByteArray>

namespace closeout::cli {

void printOut(const QByteArray &bytes);
void printOut(const QString &text); // with a line break
void printError(const QString &text); // "closeoutctl: …"
void printNote(const QString &text); // to standard error, without the program's name

enum class OutputState : quint8 {
    Good,
    ReaderGone, // it had enough ("| head")
    Failed, // as on a full disk
};

OutputState outputState(); // of standard output, so far
OutputState flushOutput(); // and of all that was printed

bool standardOutputIsTerminal();
bool canAsk(); // a person sits at standard input and standard error

// Asks on the terminal; nothing: the input ended.
std::optional<QString> ask(const QString &question);
// Without showing what is typed; nothing, too, where that cannot be had.
std::optional<QString> askPassword(const QString &question);

Result<QByteArray> readInput(const QString &file); // "-": standard input

enum class Format : quint8 { Table, Json, Csv, Spreadsheet };

Option formatOption();
Format formatFrom(const Arguments &arguments);

struct Column
{
    QString name; // of the JSON member and the CSV column: service_id
    QString title; // above the table
    int width = 0; // of the table, in characters; a longer cell pushes the rest aside …
    bool isCut = false; // … or is cut, unless it is the last
};

struct Cell
{
    QString text;
    QByteArray json = {}; // for --format json where it is not simply the text as a string, or null
};

// For --format json: nothing is null, and not an empty string.
QByteArray stringOrNull(const QString &text);
QByteArray numberOrNull(qint64 value); // 0: null
QByteArray jsonOf(const QStringList &texts);

// Rows as they come, in any format; never holds more than one.
class RowWriter
{
public:
    RowWriter(Format format, QList<Column> columns);

    void begin(); // a table's heading waits for the first row, or for the end
    void row(const QList<Cell> &cells);
    void end();
    qsizetype count() const { return m_count; }

private:
    void printHeading() const;
    QChar separator() const; // of CSV

    Format m_format;
    QList<Column> m_columns;
    qsizetype m_count = 0;
};

// On one line, and with nothing that a terminal would obey or hide; see contract/visible.h.
QString printable(const QString &text);

char separatorForSpreadsheets(); // as people write here

// For people: "3 d 4 h", "5 min"; empty for an invalid moment.
QString ageOf(const QDateTime &since);

} // namespace closeout::cli
