// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "find/idfile.h"

#include "find/idcollector.h"

#include <QtCore/QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::find {

using Reason = RefusedId::Reason;

namespace {

constexpr qsizetype looked = 100; // records from which the kind of a file is guessed

struct Cell
{
    QString text;
    qsizetype line = 1;
    qsizetype column = 1;
    bool isClosed = true;
};

// RFC 4180, and forgiving: blanks may stand around quotes, and what follows them belongs to it.
class TableScanner
{
public:
    TableScanner(QStringView text, QChar separator, qsizetype firstLine)
        : m_text(text)
        , m_separator(separator)
        , m_line(firstLine)
    {
    }

    // The next record that is not an empty line. False: there is none.
    bool next(QList<Cell> &cells)
    {
        do {
            cells.clear();
            if (m_at >= m_text.size())
                return false;
            do {
                cells.append(takeCell());
            } while (passSeparator());
            passLineEnd();
        } while (cells.size() == 1 && trimmed(cells.constFirst().text).isEmpty());
        return true;
    }

private:
    bool isEnd() const
    {
        return m_at >= m_text.size() || m_text.at(m_at) == m_separator
            || isLineEnd(m_text.at(m_at));
    }

    Cell takeCell()
    {
        Cell cell;
        while (!isEnd() && isBlank(m_text.at(m_at)))
            ++m_at;
        cell.line = m_line;
        cell.column = m_at - m_lineStart + 1;
        if (!isEnd() && m_text.at(m_at) == u'"')
            takeQuoted(cell);
        const qsizetype start = m_at;
        while (!isEnd())
            ++m_at;
        cell.text += m_text.sliced(start, m_at - start);
        return cell;
    }

    void takeQuoted(Cell &cell)
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c == u'"') {
                if (m_at + 1 >= m_text.size() || m_text.at(m_at + 1) != u'"') {
                    ++m_at;
                    return;
                }
                ++m_at;
            } else if (c == u'\n') {
                ++m_line;
                m_lineStart = m_at + 1;
            }
            cell.text += c;
        }
        cell.isClosed = false;
    }

    bool passSeparator()
    {
        if (m_at >= m_text.size() || m_text.at(m_at) != m_separator)
            return false;
        ++m_at;
        return true;
    }

    void passLineEnd()
    {
        if (m_at >= m_text.size())
            return;
        if (m_text.at(m_at) == u'\r' && m_text.sliced(m_at + 1).startsWith(u'\n'))
            ++m_at;
        ++m_at;
        ++m_line;
        m_lineStart = m_at;
    }

    QStringView m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    qsizetype m_line;
    qsizetype m_lineStart = 0;
};

QList<QStringList> firstRecords(QStringView text, QChar separator)
{
    TableScanner scanner(text, separator, 1);
    QList<QStringList> records;
    QList<Cell> cells;
    while (records.size() < looked && scanner.next(cells)) {
        QStringList record;
        for (const Cell &cell : std::as_const(cells))
            record.append(trimmed(cell.text).toString());
        records.append(record);
    }
    return records;
}

// "Service ID", "service_id" and "ServiceId" are one name.
QString plainName(QStringView name)
{
    QString plain;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            plain += c.toLower();
    }
    return plain;
}

QStringList namesOf(IdKind kind)
{
    switch (kind) {
    case IdKind::Service:
        return {u"serviceid"_s, u"serviceids"_s, u"service"_s, u"id"_s, u"ids"_s};
    case IdKind::Customer:
        return {u"customerid"_s, u"customerids"_s, u"customer"_s, u"customers"_s, u"id"_s};
    case IdKind::ContactKey:
        return {u"contactkey"_s, u"contactkeys"_s, u"contact"_s, u"key"_s};
    }
    return {};
}

bool isKnownName(QStringView name)
{
    const QString plain = plainName(name);
    for (const IdKind kind : {IdKind::Service, IdKind::Customer, IdKind::ContactKey}) {
        if (namesOf(kind).contains(plain))
            return true;
    }
    return false;
}

// How many columns have something in them, if the first record names them or the records agree on
// how many there are; else 0.
qsizetype columnsOf(const QList<QStringList> &records)
{
    if (records.size() < 2)
        return 0;
    const qsizetype width = records.constFirst().size();
    qsizetype like = 0;
    QSet<qsizetype> filled;
    for (const QStringList &record : records) {
        like += record.size() == width ? 1 : 0;
        for (qsizetype i = 0; i < record.size(); ++i) {
            if (!record.at(i).isEmpty())
                filled.insert(i);
        }
    }
    const QStringList &first = records.constFirst();
    const bool isNamed = std::any_of(first.begin(), first.end(), isKnownName);
    return isNamed || like * 10 >= records.size() * 9 ? filled.size() : 0;
}

bool hasDigit(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

// A name that is known, or words above a column of numbers.
bool beginsWithHeader(const QList<QStringList> &records)
{
    const QStringList &first = records.constFirst();
    if (std::any_of(first.begin(), first.end(), isKnownName))
        return true;
    if (std::any_of(first.begin(), first.end(), hasDigit))
        return false;
    for (qsizetype i = 0; i < first.size() && records.size() > 1; ++i) {
        const bool areNumbers = std::all_of(records.begin() + 1, records.end(),
                                            [i](const QStringList &record) {
                                                return hasDigit(record.value(i));
                                            });
        if (areNumbers && !first.at(i).isEmpty())
            return true;
    }
    return false;
}

} // namespace

QString IdFile::Column::title(qsizetype index) const
{
    if (!name.isEmpty())
        return fitToShow(name);
    //: of a table without a header row: %1 its number, %2 the first values in it
    return Tr::tr("Column %1: %2").arg(QString::number(index + 1), fitToShow(values.join(u", "_s)));
}

Result<IdFile> IdFile::read(const QByteArray &bytes)
{
    const auto encoding = QStringConverter::encodingForData(bytes);
    QStringDecoder decoder(encoding.value_or(QStringConverter::Utf8));
    IdFile file;
    file.m_text = decoder(bytes);
    if (file.m_text.startsWith(QChar::ByteOrderMark))
        file.m_text.remove(0, 1);
    if (file.m_text.contains(QChar::Null)) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("This is no text. Save a spreadsheet as “CSV UTF-8”."));
    }
    file.findTable();
    return file;
}

IdFile IdFile::fromText(const QString &text)
{
    IdFile file;
    file.m_text = text;
    file.m_hasComments = false;
    file.findTable();
    if (!file.m_hasHeader && file.m_separator != u'\t')
        file.m_columns.clear();
    return file;
}

// Above a table there may be comments, and the line with which spreadsheets are told its separator.
void IdFile::findTable()
{
    QString separators = u"\t;,"_s;
    while (m_start < m_text.size()) {
        const QStringView rest = QStringView(m_text).sliced(m_start);
        const qsizetype end = rest.indexOf(u'\n');
        const QStringView line = trimmed(end < 0 ? rest : rest.first(end));
        const bool namesSeparator = line.size() == 5
            && line.startsWith("sep="_L1, Qt::CaseInsensitive);
        if (namesSeparator)
            separators = line.back();
        if (end < 0 || (!namesSeparator && !line.isEmpty() && !line.startsWith(u'#')))
            break;
        m_start += end + 1;
        ++m_startLine;
    }
    const QStringView text = QStringView(m_text).sliced(m_start);
    QList<QStringList> best;
    for (const QChar separator : std::as_const(separators)) {
        const QList<QStringList> records = firstRecords(text, separator);
        if (columnsOf(records) > std::max<qsizetype>(1, columnsOf(best))) {
            best = records;
            m_separator = separator;
        }
    }
    if (best.isEmpty()) { // one column is a table only if its name says so
        best = firstRecords(text, QChar::Null);
        if (best.isEmpty() || !isKnownName(best.constFirst().constFirst()))
            return;
        m_separator = QChar::Null;
    }
    takeColumns(best);
}

void IdFile::takeColumns(const QList<QStringList> &records)
{
    m_hasHeader = beginsWithHeader(records);
    qsizetype width = 0;
    for (const QStringList &record : records)
        width = std::max(width, record.size());
    for (qsizetype i = 0; i < width; ++i) {
        Column column;
        if (m_hasHeader)
            column.name = records.constFirst().value(i);
        for (qsizetype row = m_hasHeader ? 1 : 0; row < records.size(); ++row) {
            const QString value = records.at(row).value(i);
            if (column.values.size() < Column::mostValues && !value.isEmpty())
                column.values.append(value);
        }
        m_columns.append(column);
    }
}

std::optional<qsizetype> IdFile::likelyColumn(IdKind kind) const
{
    if (m_columns.size() <= 1)
        return 0;
    if (!m_hasHeader)
        return {};
    const QStringList names = namesOf(kind);
    for (const QString &name : names) {
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            if (plainName(m_columns.at(i).name) == name)
                return i;
        }
    }
    return {};
}

QString IdFile::columnNames() const
{
    QStringList names;
    for (qsizetype i = 0; i < m_columns.size() && i < looked; ++i)
        names.append(m_columns.at(i).title(i));
    return names.join(u"; "_s);
}

Result<qsizetype> IdFile::column(IdKind kind, QStringView nameOrNumber) const
{
    const QStringView wanted = trimmed(nameOrNumber);
    if (wanted.isEmpty()) {
        if (const std::optional<qsizetype> likely = likelyColumn(kind))
            return *likely;
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("There are several columns. Say which one holds the ids: %1.")
                           .arg(columnNames()));
    }
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        if (m_hasHeader && m_columns.at(i).name.compare(wanted, Qt::CaseInsensitive) == 0)
            return i;
    }
    bool isNumber = false;
    const qlonglong number = wanted.toLongLong(&isNumber);
    if (isNumber && number >= 1 && number <= std::max<qsizetype>(1, m_columns.size()))
        return number - 1;
    if (!isTable()) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("There is no column “%1”: this is a plain list.")
                           .arg(fitToShow(wanted)));
    }
    return failure(ErrorKind::InvalidInput,
                   Tr::tr("There is no column “%1”. There are: %2.")
                       .arg(fitToShow(wanted), columnNames()));
}

IdList IdFile::ids(qsizetype column) const
{
    if (!isTable())
        return idsInList(m_text, m_hasComments ? Comments::Lines : Comments::None);
    TableScanner scanner(QStringView(m_text).sliced(m_start), m_separator, m_startLine);
    IdCollector collector;
    QList<Cell> cells;
    bool isHeader = m_hasHeader;
    while (scanner.next(cells)) {
        if (!isHeader && column >= 0 && column < cells.size()) {
            const Cell &cell = cells.at(column);
            if (cell.isClosed)
                collector.take(cell.text, cell.line, cell.column);
            else
                collector.refuse(Reason::NotClosed, cell.text, cell.line, cell.column);
        }
        isHeader = false;
    }
    return collector.result();
}

} // namespace closeout::find
