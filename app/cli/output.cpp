// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/output.h"

#include "contract/visible.h"
#include "rows/durations.h"
#include "rows/writer.h"
#include "json/strings.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QLocale>
#include <QtCore/QStringDecoder>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace closeout::cli {

namespace {

QString csvCell(const QString &text, QChar separator) // RFC 4180
{
    if (!text.contains(u'"') && !text.contains(separator) && !text.contains(u'\n')
        && !text.contains(u'\r'))
        return text;
    QString quoted = text;
    return u'"' + quoted.replace(u'"', "\"\""_L1) + u'"';
}

// What is a number for programs may be computed with.
QString spreadsheetCell(const Cell &cell)
{
    const bool isNumber = !cell.json.isEmpty() && cell.json != "null" && !cell.json.startsWith('"');
    const bool isText = !isNumber && rows::isChangedBySpreadsheets(cell.text.toUtf8());
    return csvCell(isText ? u'\'' + cell.text : cell.text, QLatin1Char(separatorForSpreadsheets()));
}

// Between characters that are more than one unit, too.
QString cutTo(qsizetype width, const QString &text)
{
    if (text.size() <= width)
        return text;
    const qsizetype end = width - 1;
    return text.first(text.at(end).isLowSurrogate() ? end - 1 : end) + u'…';
}

std::atomic<OutputState> stateOfOutput = OutputState::Good;

void noteFailure()
{
    if (stateOfOutput == OutputState::Good)
        stateOfOutput = errno == EPIPE ? OutputState::ReaderGone : OutputState::Failed;
}

void write(QByteArrayView bytes)
{
    errno = 0;
    if (!bytes.isEmpty() // whose place may be nowhere
        && std::fwrite(bytes.data(), 1, size_t(bytes.size()), stdout) < size_t(bytes.size())) {
        noteFailure();
    }
}

void writeError(const QString &line)
{
    const QByteArray bytes = line.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
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
    static const bool isForPeople = standardOutputIsTerminal();
    if (!isForPeople) {
        write(bytes);
        return;
    }
    static QStringDecoder decoder(QStringDecoder::Utf8); // a piece may end within a character
    const QString text = decoder(bytes);
    write(contract::visibleLines(text).toUtf8());
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
    writeError(printable(text) + u'\n');
}

QString printable(const QString &text)
{
    return contract::visible(text);
}

OutputState outputState()
{
    return stateOfOutput;
}

OutputState flushOutput()
{
    errno = 0;
    if (std::fflush(stdout) != 0)
        noteFailure();
    return stateOfOutput;
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
    writeError(printable(question) + u' ');
    return readLine();
}

namespace {

termios echoing{}; // as it was, for whoever has to put it back

// Stopped while a password is typed: the terminal must show again what is typed into it.
void showAgain(int signal)
{
    tcsetattr(STDIN_FILENO, TCSANOW, &echoing);
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

// Nothing that is typed while it lives is shown.
class Silence
{
public:
    Silence()
    {
        if (tcgetattr(STDIN_FILENO, &echoing) != 0)
            return;
        for (std::size_t i = 0; i < stops.size(); ++i)
            m_before[i] = std::signal(stops[i], showAgain);
        termios silent = echoing;
        silent.c_lflag &= ~tcflag_t(ECHO | ECHONL);
        m_isSilent = tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
    }
    ~Silence()
    {
        if (!m_isSilent)
            return;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &echoing);
        for (std::size_t i = 0; i < stops.size(); ++i)
            std::signal(stops[i], m_before[i]);
    }
    Silence(const Silence &) = delete;
    Silence &operator=(const Silence &) = delete;

    bool isSilent() const { return m_isSilent; }

private:
    static constexpr std::array stops{SIGINT, SIGTERM, SIGHUP, SIGQUIT};
    std::array<void (*)(int), stops.size()> m_before{};
    bool m_isSilent = false;
};

} // namespace

std::optional<QString> askPassword(const QString &question)
{
    if (isatty(STDIN_FILENO) == 0)
        return ask(question);
    std::optional<QString> answer;
    {
        const Silence silence;
        if (silence.isSilent())
            answer = ask(question);
    }
    writeError(u"\n"_s);
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
    return {u"format"_s, u"table|json|csv|spreadsheet"_s,
            u"How to print: a table for people (the default), JSON or CSV for programs, or CSV for "
            "spreadsheets, in which nothing becomes a formula or another number."_s};
}

Format formatFrom(const Arguments &arguments)
{
    const QString name = arguments.value(u"format"_s);
    return name == "json"_L1       ? Format::Json
        : name == "csv"_L1         ? Format::Csv
        : name == "spreadsheet"_L1 ? Format::Spreadsheet
                                   : Format::Table;
}

QByteArray stringOrNull(const QString &text)
{
    return text.isEmpty() ? QByteArray("null") : json::spell(text);
}

QByteArray numberOrNull(qint64 value)
{
    return value == 0 ? QByteArray("null") : QByteArray::number(value);
}

QByteArray jsonOf(const QStringList &texts)
{
    QByteArray list;
    for (const QString &text : texts)
        list += (list.isEmpty() ? "" : ",") + json::spell(text);
    return '[' + list + ']';
}

char separatorForSpreadsheets()
{
    return rows::spreadsheetSeparator(QLocale::system().decimalPoint().front());
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
    } else if (m_format != Format::Table) {
        QStringList names;
        for (const Column &column : std::as_const(m_columns))
            names.append(column.name);
        if (m_format == Format::Spreadsheet)
            printOut(QByteArray("\xef\xbb\xbf")); // by which it knows that it is UTF-8
        printOut((names.join(separator()) + u'\r').toUtf8() + '\n');
    }
}

QChar RowWriter::separator() const
{
    return QLatin1Char(m_format == Format::Spreadsheet ? separatorForSpreadsheets() : ',');
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
            texts.append(csvCell(cell.text, separator()));
        } else if (m_format == Format::Spreadsheet) {
            texts.append(spreadsheetCell(cell));
        } else {
            members += (members.isEmpty() ? "" : ",") + json::spell(m_columns.at(i).name) + ':'
                + (cell.json.isEmpty() ? stringOrNull(cell.text) : cell.json);
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
    case Format::Spreadsheet:
        printOut((texts.join(separator()) + u'\r').toUtf8() + '\n');
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

QString ageOf(const QDateTime &since)
{
    if (!since.isValid())
        return {};
    return rows::wordedDuration(
        std::max<qint64>(since.msecsTo(QDateTime::currentDateTimeUtc()), 0));
}

} // namespace closeout::cli
