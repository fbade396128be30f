// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/output.h"

#include "contract/visible.h"
#include "json/strings.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>

#include <cerrno>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace closeout::cli {

namespace {

QString csvCell(const QString &text) // RFC 4180
{
    if (!text.contains(u'"') && !text.contains(u',') && !text.contains(u'\n')
        && !text.contains(u'\r'))
        return text;
    QString quoted = text;
    return u'"' + quoted.replace(u'"', "\"\""_L1) + u'"';
}

// Between characters that are more than one unit, too.
QString cutTo(qsizetype width, const QString &text)
{
    if (text.size() <= width)
        return text;
    const qsizetype end = width - 1;
    return text.first(text.at(end).isLowSurrogate() ? end - 1 : end) + u'…';
}

bool readerHasGone = false; // of standard output

void noteFailure()
{
    readerHasGone = readerHasGone || errno == EPIPE;
}

std::optional<QString> readLine()
{
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return {};
    const QByteArray line = in.readLine();
    if (line.isEmpty())
        return {};
    return QString::fromUtf8(line).chopped(line.endsWith('\n') ? 1 : 0);
}

} // namespace

void printOut(const QByteArray &bytes)
{
    errno = 0;
    if (std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout) < size_t(bytes.size()))
        noteFailure();
}

void printOut(const QString &text)
{
    printOut(text.toUtf8() + '\n');
}

void printError(const QString &text)
{
    printNote(u"closeoutctl: "_s + text);
}

void printNote(const QString &text)
{
    // What a server said may be in it, and must not be obeyed by a terminal.
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = printable(line);
    const QByteArray bytes = lines.join(u'\n').toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
}

QString printable(const QString &text)
{
    return contract::visible(text);
}

bool flushOutput()
{
    errno = 0;
    if (std::fflush(stdout) != 0)
        noteFailure();
    return readerHasGone || std::ferror(stdout) == 0;
}

bool standardOutputIsTerminal()
{
    return isatty(STDOUT_FILENO) != 0;
}

bool canAsk()
{
    return isatty(STDIN_FILENO) != 0 && isatty(STDERR_FILENO) != 0;
}

std::optional<QString> ask(const QString &question)
{
    const QByteArray bytes = question.toUtf8() + ' ';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
    return readLine();
}

std::optional<QString> askPassword(const QString &question)
{
    termios before{};
    const bool isTerminal = tcgetattr(STDIN_FILENO, &before) == 0;
    termios silent = before;
    silent.c_lflag &= ~tcflag_t(ECHO);
    if (isTerminal)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    const std::optional<QString> answer = ask(question);
    if (isTerminal)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    printNote({});
    return answer;
}

Result<QByteArray> readInput(const QString &path)
{
    QFile file(path);
    const bool opened = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly)
                                       : file.open(QIODevice::ReadOnly);
    QByteArray bytes;
    if (opened)
        bytes = file.readAll();
    if (!opened || file.error() != QFile::NoError) {
        return failure(ErrorKind::InvalidInput,
                       u"%1 cannot be read: %2."_s.arg(path == "-"_L1 ? u"Standard input"_s : path,
                                                       file.errorString()));
    }
    return bytes;
}

Option formatOption()
{
    return {u"format"_s, u"table|json|csv"_s,
            u"How to print: a table for people (the default), JSON or CSV for programs."_s};
}

Format formatFrom(const Arguments &arguments)
{
    const QString name = arguments.value(u"format"_s);
    return name == "json"_L1 ? Format::Json : name == "csv"_L1 ? Format::Csv : Format::Table;
}

RowWriter::RowWriter(Format format, QList<Column> columns)
    : m_format(format)
    , m_columns(std::move(columns))
{
}

void RowWriter::begin()
{
    if (m_format == Format::Json) {
        printOut(QByteArray("["));
    } else if (m_format == Format::Csv) {
        QStringList names;
        for (const Column &column : std::as_const(m_columns))
            names.append(column.name);
        printOut((names.join(u',') + u'\r').toUtf8() + '\n');
    }
}

void RowWriter::printHeading() const
{
    QStringList titles;
    for (const Column &column : m_columns)
        titles.append(column.title.leftJustified(column.width));
    printOut(titles.join("  "_L1).trimmed());
}

void RowWriter::row(const QList<Cell> &cells)
{
    if (++m_count == 1 && m_format == Format::Table)
        printHeading();
    QStringList texts;
    QByteArray members;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const Cell &cell = cells.at(i);
        if (m_format == Format::Table) {
            const Column &column = m_columns.at(i);
            const bool isCut = column.isCut && i + 1 < cells.size();
            const QString text = printable(cell.text);
            texts.append((isCut ? cutTo(column.width, text) : text).leftJustified(column.width));
        } else if (m_format == Format::Csv) {
            texts.append(csvCell(cell.text));
        } else {
            members += (members.isEmpty() ? "" : ",") + json::spell(m_columns.at(i).name) + ':'
                + (cell.json.isEmpty() ? json::spell(cell.text) : cell.json);
        }
    }
    switch (m_format) {
    case Format::Table:
        while (!texts.isEmpty() && texts.last().trimmed().isEmpty())
            texts.removeLast();
        if (!texts.isEmpty())
            texts.last() = texts.last().trimmed();
        printOut(texts.join("  "_L1));
        break;
    case Format::Csv:
        printOut((texts.join(u',') + u'\r').toUtf8() + '\n');
        break;
    case Format::Json:
        printOut((m_count == 1 ? "\n{" : ",\n{") + members + '}');
        break;
    }
}

void RowWriter::end()
{
    if (m_format == Format::Json)
        printOut(QByteArray(m_count == 0 ? "]\n" : "\n]\n"));
    else if (m_format == Format::Table && m_count == 0)
        printHeading();
}

QString durationInWords(qint64 seconds)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    if (seconds >= day)
        return u"%1 d %2 h"_s.arg(seconds / day).arg(seconds % day / hour);
    if (seconds >= hour)
        return u"%1 h %2 min"_s.arg(seconds / hour).arg(seconds % hour / minute);
    if (seconds >= minute)
        return u"%1 min"_s.arg(seconds / minute);
    return u"%1 s"_s.arg(seconds);
}

QString ageOf(const QDateTime &since)
{
    if (!since.isValid())
        return {};
    return durationInWords(std::max<qint64>(since.secsTo(QDateTime::currentDateTimeUtc()), 0));
}

} // namespace closeout::cli
