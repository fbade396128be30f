// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Standard output and standard error. What was asked for goes to standard output, everything else
// to standard error.

#pragma once

#include "cli/command.h"

#include <QtCore/QByteArray>

namespace closeout::cli {

void printOut(const QByteArray &bytes);
void printOut(const QString &text); // with a line break
void printError(const QString &text); // "closeoutctl: …"
void printNote(const QString &text); // to standard error, as it stands, with a line break

// False: something could not be written. A reader that had enough ("| head") is no failure.
bool flushOutput();

bool standardOutputIsTerminal();
bool canAsk(); // a person sits at standard input and standard error

// Asks on the terminal; nothing: the input ended.
std::optional<QString> ask(const QString &question);
std::optional<QString> askPassword(const QString &question); // without showing what is typed

Result<QByteArray> readInput(const QString &file); // "-": standard input

enum class Format : quint8 { Table, Json, Csv };

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
    QByteArray json = {}; // for --format json where it is not simply the text as a string
};

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

    Format m_format;
    QList<Column> m_columns;
    qsizetype m_count = 0;
};

// On one line, and with nothing that a terminal would obey or hide; see contract/visible.h.
QString printable(const QString &text);

// For people: "3 d 4 h", "5 min"; empty for an invalid moment.
QString ageOf(const QDateTime &since);
QString durationInWords(qint64 seconds);

} // namespace closeout::cli
