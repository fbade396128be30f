// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/serviceprinter.h"

#include "contract/timestamp.h"
#include "rows/durations.h"

using namespace Qt::StringLiterals;

namespace closeout::cli {

using rows::Field;
using rows::FieldKind;

namespace {

constexpr qsizetype printedAtOnce = 256 * 1024; // bytes

rows::Format rowFormatOf(ListFormat format)
{
    switch (format) {
    case ListFormat::Json:
        return rows::Format::Json;
    case ListFormat::JsonLines:
        return rows::Format::JsonLines;
    case ListFormat::Spreadsheet:
        return rows::Format::Spreadsheet;
    case ListFormat::Markdown:
        return rows::Format::Markdown;
    default:
        return rows::Format::Csv;
    }
}

// So that most of what is usual fits a screen.
int widthOf(const rows::FieldSpec &spec)
{
    switch (spec.kind) {
    case FieldKind::Moment:
        return 16;
    case FieldKind::Duration:
    case FieldKind::Seconds:
        return 10;
    case FieldKind::Status:
        return 9;
    case FieldKind::Count:
        return 6;
    case FieldKind::Reasons:
        return 20;
    default:
        break;
    }
    switch (spec.field) {
    case Field::ServiceId:
        return 40;
    case Field::ServiceType:
    case Field::TaskType:
        return 18;
    case Field::CustomerId:
    case Field::ContactKey:
        return 20;
    case Field::MediaType:
    case Field::TaskId:
    case Field::StateId:
        return 8;
    default:
        return 12;
    }
}

// Never what may be an id: part of one is another.
bool mayBeCut(Field field)
{
    return field == Field::ServiceType || field == Field::TaskType || field == Field::MediaType
        || field == Field::Disposition || field == Field::Stuck;
}

Column tableColumn(const rows::Column &column)
{
    const rows::FieldSpec &spec = rows::specOf(column.field);
    QString title = column.title();
    if (spec.kind == FieldKind::Moment)
        title += u" (%1)"_s.arg(contract::localZone());
    return {column.name(), title, std::max(widthOf(spec), int(title.size())), mayBeCut(spec.field)};
}

} // namespace

Option listFormatOption()
{
    return {
        u"format"_s, u"table|json|jsonl|csv|spreadsheet|markdown"_s,
        u"How to print: a table for people (the default); a JSON array, a JSON object a line "
        "or CSV for programs, where age, idle, overdue and all other durations are in seconds, "
        "and those to come are negative once they are past; the same CSV for spreadsheets, "
        "with an apostrophe before what they would take for a formula, round, or read as a "
        "date; Markdown for documents. Moments are in UTC for programs and spreadsheets, and for "
        "people in the local time zone (TZ), which the heading names."_s};
}

ListFormat listFormatFrom(const Arguments &arguments)
{
    const QString name = arguments.value(u"format"_s);
    if (name == "json"_L1)
        return ListFormat::Json;
    if (name == "jsonl"_L1)
        return ListFormat::JsonLines;
    if (name == "csv"_L1)
        return ListFormat::Csv;
    if (name == "spreadsheet"_L1)
        return ListFormat::Spreadsheet;
    return name == "markdown"_L1 ? ListFormat::Markdown : ListFormat::Table;
}

ServicePrinter::ServicePrinter(ListFormat format, const QList<rows::Column> &columns)
    : m_columns(columns)
    , m_now(QDateTime::currentMSecsSinceEpoch())
{
    if (format != ListFormat::Table) {
        m_writer.emplace(rowFormatOf(format), columns, m_now);
        if (format == ListFormat::Spreadsheet)
            m_writer->setSeparator(separatorForSpreadsheets());
        return;
    }
    QList<Column> titles;
    for (const rows::Column &column : columns)
        titles.append(tableColumn(column));
    m_table.emplace(Format::Table, titles);
}

void ServicePrinter::begin()
{
    if (m_writer)
        m_writer->begin(m_out);
    else
        m_table->begin();
}

bool ServicePrinter::shows(Field field) const
{
    return m_columns.contains(rows::Column{field});
}

rows::Reader::Needs ServicePrinter::needs() const
{
    rows::Reader::Needs needs{false, false};
    for (const rows::Column &column : m_columns) {
        switch (column.field) {
        case Field::LastEvent:
        case Field::Idle:
        case Field::AutoCompletesIn:
        case Field::OpenTasks:
        case Field::OpenStates:
        case Field::Stuck:
            needs.children = true;
            break;
        case Field::Data:
            needs.data = true;
            break;
        default:
            break;
        }
    }
    return needs;
}

bool ServicePrinter::take(const rows::Reader &service)
{
    const bool isNew = m_seen.isNew(service.service().text(Field::ServiceId));
    if (isNew)
        print(service.service(), {});
    return isNew;
}

void ServicePrinter::print(const rows::Row &row, const QString &whyStuck)
{
    ++m_count;
    if (m_writer) {
        m_writer->write(m_out, row, {{}, whyStuck.toUtf8()});
        if (m_out.size() >= printedAtOnce)
            settle();
        return;
    }
    QList<Cell> cells;
    for (const rows::Column &column : std::as_const(m_columns)) {
        cells.append({column.field == Field::Stuck ? whyStuck : cell(column, row)});
    }
    m_table->row(cells);
}

void ServicePrinter::settle()
{
    printOut(m_out);
    m_out.resize(0);
}

void ServicePrinter::end()
{
    if (m_writer)
        m_writer->end(m_out);
    else
        m_table->end();
    settle();
}

QString ServicePrinter::cell(const rows::Column &column, const rows::Row &row) const
{
    const Field field = column.field;
    switch (rows::specOf(field).kind) {
    case FieldKind::Json: {
        QByteArray made;
        return QString::fromUtf8(
            column.path.isEmpty()
                ? row.text(field)
                : rows::textOfValue(rows::dataValueAt(row.text(field), column.path), made));
    }
    case FieldKind::Word:
        // An anonymous service is known by its contact key, where that has no column.
        if (field == Field::CustomerId && row.text(field).isEmpty() && !shows(Field::ContactKey))
            return QString::fromUtf8(row.text(Field::ContactKey));
        return QString::fromUtf8(row.text(field));
    case FieldKind::Moment:
        return row.moment(field) == rows::noMoment
            ? QString()
            : QDateTime::fromMSecsSinceEpoch(row.moment(field), Qt::LocalTime)
                  .toString(u"yyyy-MM-dd HH:mm");
    case FieldKind::Seconds:
        return row.number(field) == rows::noNumber
            ? QString()
            : rows::wordedDuration(qint64(row.number(field)) * 1000);
    case FieldKind::Count:
        return row.number(field) == rows::noNumber ? QString() : QString::number(row.number(field));
    case FieldKind::Duration: {
        const std::optional<qint64> duration = row.duration(field, m_now);
        return duration ? rows::durationInCell(field, *duration) : QString();
    }
    case FieldKind::Status:
        return row.isCompleted ? u"completed"_s : u"active"_s;
    case FieldKind::Reasons:
        break;
    }
    return {};
}

} // namespace closeout::cli
