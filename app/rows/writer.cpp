// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "rows/writer.h"

#include "contract/timestamp.h"
#include "contract/visible.h"
#include "rows/durations.h"
#include "json/strings.h"

#include <QtCore/QDateTime>

#include <charconv>

using namespace Qt::StringLiterals;

namespace closeout::rows {

namespace {

void setNumber(QByteArray &text, qint64 value)
{
    std::array<char, 24> digits{};
    const auto [end, error] = std::to_chars(digits.begin(), digits.end(), value);
    text.resize(0);
    text.append(QByteArrayView(digits.data(), end - digits.data()));
}

// Doubled quotes, and quotes around what would end the cell.
void appendCsv(QByteArray &out, QByteArrayView text, char separator)
{
    if (std::none_of(text.begin(), text.end(), [separator](char c) {
            return c == '"' || c == separator || c == '\n' || c == '\r';
        })) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

bool isPlain(char c)
{
    return c >= ' ' && c < 0x7f;
}

// A line would end the table.
QByteArray drawn(QByteArrayView text)
{
    QString shown = QString::fromUtf8(text);
    shown.replace(u'\r', u' ').replace(u'\n', u' ');
    return contract::visible(shown).toUtf8();
}

void appendMarkdown(QByteArray &out, QByteArrayView text)
{
    if (!std::all_of(text.begin(), text.end(), isPlain)) {
        const QByteArray shown = drawn(text);
        if (QByteArrayView(shown) != text)
            return appendMarkdown(out, shown);
    }
    for (const char c : text) {
        if (std::strchr("|\\`*_<[", c) && c != '\0')
            out += '\\';
        out += c;
    }
}

bool isNumber(FieldKind kind)
{
    return kind == FieldKind::Count || kind == FieldKind::Seconds || kind == FieldKind::Duration;
}

QString titleWithZone(const Column &column)
{
    return specOf(column.field).kind == FieldKind::Moment
        ? u"%1 (%2)"_s.arg(column.title(), contract::localZone())
        : column.title();
}

bool isFigure(char c)
{
    return c >= '0' && c <= '9';
}

// As it would be written in a cell by hand and shown again: no zero before it, no more digits than
// a spreadsheet keeps.
bool isSmallNumber(QByteArrayView text)
{
    constexpr qsizetype keptDigits = 15;
    return text.size() <= keptDigits && std::all_of(text.begin(), text.end(), isFigure)
        && (text.size() == 1 || text.front() != '0');
}

} // namespace

bool isChangedBySpreadsheets(QByteArrayView text)
{
    constexpr QByteArrayView ofFormulas = "=+-@\t\r\n|%";
    constexpr QByteArrayView ofNumbers = "0123456789.,:/-+eE $%"; // moments and amounts, too
    if (text.isEmpty())
        return false;
    const bool beginsWide = text.startsWith("\uff1d") || text.startsWith("\uff0b")
        || text.startsWith("\uff0d") || text.startsWith("\uff20"); // = + - @ of East Asia
    if (ofFormulas.contains(text.front()) || beginsWide || text.front() == ' ')
        return true;
    const bool looksLikeNumber = (isFigure(text.front()) || text.front() == '.')
        && std::all_of(text.begin(), text.end(), [&](char c) { return ofNumbers.contains(c); });
    return looksLikeNumber && !isSmallNumber(text);
}

char spreadsheetSeparator(QChar decimalPoint)
{
    return decimalPoint == u',' ? ';' : ',';
}

Writer::Writer(Format format, QList<Column> columns, Moment now)
    : m_format(format)
    , m_columns(std::move(columns))
    , m_now(now)
{
    for (const Column &column : std::as_const(m_columns))
        m_keys.append(json::spell(column.name()) + ':');
}

void Writer::begin(QByteArray &out)
{
    switch (m_format) {
    case Format::Spreadsheet:
        out += "\xef\xbb\xbf"; // by which it knows that it is UTF-8
        [[fallthrough]];
    case Format::Csv:
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            if (i > 0)
                out += m_separator;
            appendCsv(out, m_columns.at(i).name().toUtf8(), m_separator);
        }
        out += "\r\n";
        break;
    case Format::Json:
        out += '[';
        break;
    case Format::JsonLines:
        break;
    case Format::Markdown:
        for (const Column &column : std::as_const(m_columns)) {
            out += "| ";
            appendMarkdown(out, titleWithZone(column).toUtf8());
            out += ' ';
        }
        out += "|\n";
        for (const Column &column : std::as_const(m_columns))
            out += specOf(column.field).kind == FieldKind::Count ? "| ---: " : "| --- ";
        out += "|\n";
        break;
    }
}

QByteArrayView Writer::textOf(const Column &column, const Row &row, const Remarks &remarks)
{
    const Field field = column.field;
    switch (specOf(field).kind) {
    case FieldKind::Word:
        return row.text(field);
    case FieldKind::Json:
        return column.path.isEmpty()
            ? row.text(field)
            : textOfValue(dataValueAt(row.text(field), column.path), m_made);
    case FieldKind::Moment:
        if (row.moment(field) == noMoment)
            return {};
        m_made = contract::formatMilliseconds(row.moment(field));
        return m_made;
    case FieldKind::Seconds:
    case FieldKind::Count:
        if (row.number(field) == noNumber)
            return {};
        setNumber(m_made, row.number(field));
        return m_made;
    case FieldKind::Duration: {
        const std::optional<qint64> duration = row.duration(field, m_now);
        if (!duration || (field == Field::Overdue && *duration <= 0)) // as where it is shown
            return {};
        setNumber(m_made, *duration / 1000);
        return m_made;
    }
    case FieldKind::Status:
        if (!remarks.status.isEmpty())
            return remarks.status;
        return row.isCompleted ? "completed" : "active";
    case FieldKind::Reasons:
        return remarks.reasons;
    }
    return {};
}

QByteArrayView Writer::wordsOf(const Column &column, const Row &row, const Remarks &remarks)
{
    const Field field = column.field;
    QString words;
    switch (specOf(field).kind) {
    case FieldKind::Moment:
        if (row.moment(field) != noMoment)
            words = QDateTime::fromMSecsSinceEpoch(row.moment(field), Qt::LocalTime)
                        .toString(u"yyyy-MM-dd HH:mm:ss"_s);
        break;
    case FieldKind::Seconds:
        if (row.number(field) != noNumber)
            words = wordedDuration(qint64(row.number(field)) * 1000);
        break;
    case FieldKind::Duration:
        if (const std::optional<qint64> duration = row.duration(field, m_now))
            words = durationInCell(field, *duration);
        break;
    default:
        return textOf(column, row, remarks);
    }
    m_made = words.toUtf8();
    return m_made;
}

void Writer::appendCell(QByteArray &out, const Column &column, const Row &row,
                        const Remarks &remarks)
{
    const QByteArrayView text = textOf(column, row, remarks);
    if (m_format == Format::Csv || !isChangedBySpreadsheets(text)) {
        appendCsv(out, text, m_separator);
        return;
    }
    const FieldKind kind = specOf(column.field).kind;
    // Times and counts are ours; they may be computed with.
    const bool isOurs = isNumber(kind) || kind == FieldKind::Moment;
    appendCsv(out, isOurs ? text.toByteArray() : '\'' + text.toByteArray(), m_separator);
}

void Writer::appendJson(QByteArray &out, const Column &column, const Row &row,
                        const Remarks &remarks)
{
    const Field field = column.field;
    const FieldKind kind = specOf(field).kind;
    const QByteArrayView text = textOf(column, row, remarks);
    QByteArrayView spelled;
    if (kind == FieldKind::Json && !column.path.isEmpty())
        spelled = dataValueAt(row.text(field), column.path);
    if (!spelled.isEmpty())
        out += spelled;
    else if (text.isEmpty())
        out += "null";
    else if (isNumber(kind) || kind == FieldKind::Json
             || (field == Field::Disposition && row.hasNumericDisposition))
        out += text;
    else
        out += json::spell(QString::fromUtf8(text));
}

void Writer::write(QByteArray &out, const Row &row, const Remarks &remarks)
{
    if (m_format == Format::Json)
        out += m_count == 0 ? "\n" : ",\n";
    ++m_count;
    const bool isJson = m_format == Format::Json || m_format == Format::JsonLines;
    if (isJson)
        out += '{';
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const Column &column = m_columns.at(i);
        if (isJson) {
            out += i == 0 ? "" : ",";
            out += m_keys.at(i);
            appendJson(out, column, row, remarks);
            continue;
        }
        if (m_format == Format::Markdown) {
            out += i == 0 ? "| " : " | ";
            appendMarkdown(out, wordsOf(column, row, remarks));
            continue;
        }
        if (i > 0)
            out += m_separator;
        appendCell(out, column, row, remarks);
    }
    switch (m_format) {
    case Format::Csv:
    case Format::Spreadsheet:
        out += "\r\n";
        break;
    case Format::Json:
        out += '}';
        break;
    case Format::JsonLines:
        out += "}\n";
        break;
    case Format::Markdown:
        out += " |\n";
        break;
    }
}

void Writer::end(QByteArray &out)
{
    if (m_format == Format::Json)
        out += m_count == 0 ? "]\n" : "\n]\n";
}

} // namespace closeout::rows
