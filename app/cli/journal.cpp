// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "journal/journal.h"
#include "cli/commands.h"
#include "cli/destination.h"
#include "cli/output.h"
#include "contract/timestamp.h"
#include "json/strings.h"

#include <QtCore/QUrl>

using namespace Qt::StringLiterals;

namespace closeout::cli {

using journal::Entry;
using journal::ExchangeRecord;

namespace {

QString targetOf(const Entry &entry)
{
    const journal::Intention &intention = entry.intention;
    return intention.target == contract::Target::Service
        ? u"service "_s + intention.serviceId
        : u"task %1/%2"_s.arg(intention.serviceId, intention.taskId);
}

const ExchangeRecord *writeOf(const Entry &entry)
{
    for (const ExchangeRecord &exchange : entry.exchanges) {
        if (exchange.purpose == ExchangeRecord::Purpose::Send)
            return &exchange;
    }
    return nullptr;
}

QString messageOf(const Entry &entry)
{
    if (entry.recorded)
        return entry.recorded->message;
    return u"No outcome yet: the program is still waiting for it, or ended before it knew. Read "
           u"the "
           "record again before you send it once more."_s;
}

QByteArray number(qint64 value)
{
    return value == 0 ? QByteArray("null") : QByteArray::number(value);
}

QByteArray jsonOf(const ExchangeRecord &exchange)
{
    const auto text = [](const QByteArray &bytes) { return json::spell(QString::fromUtf8(bytes)); };
    return "{\"purpose\":" + json::spell(journal::purposeName(exchange.purpose))
        + ",\"started_at\":" + json::spell(contract::formatTimestamp(exchange.startedAt))
        + ",\"milliseconds\":" + QByteArray::number(exchange.milliseconds) + ",\"request_head\":"
        + text(exchange.requestHead) + ",\"request_body\":" + text(exchange.requestBody)
        + ",\"status\":" + number(exchange.status) + ",\"answer_head\":" + text(exchange.answerHead)
        + ",\"answer_body\":" + text(exchange.answerBody)
        + ",\"error\":" + json::spell(exchange.error) + '}';
}

// A bare URL has no environment; a table then shows the server.
QString placeOf(const journal::Intention &intention, Format format)
{
    return intention.environment.isEmpty() && format == Format::Table
        ? QUrl(intention.baseUrl).authority()
        : intention.environment;
}

QList<Column> columns(Format format)
{
    QList<Column> list{
        {u"at"_s, u"When (UTC)"_s, 24},           {u"user"_s, u"Who"_s, 10},
        {u"environment"_s, u"Environment"_s, 16}, {u"target"_s, u"Target"_s, 24},
        {u"outcome"_s, u"Outcome"_s, 9},          {u"status"_s, u"Status"_s, 6},
        {u"milliseconds"_s, u"ms"_s, 5},          {u"message"_s, u"Message"_s, 0},
    };
    if (format != Format::Table) {
        list += {{u"host"_s, {}},
                 {u"url"_s, {}},
                 {u"dialect"_s, {}},
                 {u"method"_s, {}},
                 {u"request_body"_s, {}}};
    }
    if (format == Format::Json)
        list += {{u"request_head"_s, {}}, {u"before_image"_s, {}}, {u"exchanges"_s, {}}};
    return list;
}

QList<Cell> cellsOf(const Entry &entry, Format format)
{
    const journal::Intention &intention = entry.intention;
    const ExchangeRecord *write = writeOf(entry);
    const int status = write ? write->status : 0;
    const qint64 milliseconds = write ? write->milliseconds : 0;
    QList<Cell> cells{
        {contract::formatTimestamp(intention.at)},
        {intention.user},
        {placeOf(intention, format)},
        {targetOf(entry)},
        {journal::outcomeName(entry.outcome())},
        {status == 0 ? QString() : QString::number(status), number(status)},
        {write ? QString::number(milliseconds) : QString(), QByteArray::number(milliseconds)},
        {messageOf(entry)},
    };
    if (format != Format::Table) {
        cells += {{intention.host},
                  {intention.baseUrl},
                  {contract::dialectName(intention.dialect)},
                  {u"POST"_s},
                  {QString::fromUtf8(intention.requestBody)}};
    }
    if (format == Format::Json) {
        QByteArray exchanges;
        for (const ExchangeRecord &exchange : entry.exchanges)
            exchanges += (exchanges.isEmpty() ? "" : ",") + jsonOf(exchange);
        cells += {{QString::fromUtf8(intention.requestHead)},
                  {QString::fromUtf8(intention.beforeImage)},
                  {{}, '[' + exchanges + ']'}};
    }
    return cells;
}

// A head as it went over the wire, each line behind an arrow.
QString withArrows(const QByteArray &bytes, const QString &arrow)
{
    QString out;
    for (const QByteArray &line : bytes.split('\n')) {
        const QByteArray shown = line.endsWith('\r') ? line.chopped(1) : line;
        if (!shown.isEmpty())
            out += u"    %1 %2\n"_s.arg(arrow, printable(QString::fromUtf8(shown)));
    }
    return out;
}

void printExchanges(const Entry &entry)
{
    for (const ExchangeRecord &exchange : entry.exchanges) {
        printOut(u"  %1  %2  %3 ms"_s.arg(journal::purposeName(exchange.purpose).leftJustified(6),
                                          contract::formatTimestamp(exchange.startedAt),
                                          QString::number(exchange.milliseconds)));
        QString wire = withArrows(exchange.requestHead, u">"_s)
            + withArrows(exchange.requestBody, u">"_s) + withArrows(exchange.answerHead, u"<"_s)
            + withArrows(exchange.answerBody, u"<"_s);
        if (!exchange.error.isEmpty())
            wire += u"    ! %1\n"_s.arg(exchange.error);
        printOut(wire.toUtf8());
    }
}

class JournalCommand : public Command
{
    Q_OBJECT

public:
    explicit JournalCommand(Arguments arguments)
        : m_arguments(std::move(arguments))
    {
    }

    void start() override { emit finished(print()); }

private:
    int print() const
    {
        const Format format = formatFrom(m_arguments);
        const Result<journal::Journal::View> view =
            journal::Journal::look(pathsFrom(m_arguments).journal,
                                   m_arguments.value(u"last"_s, u"20"_s).toInt());
        if (!view) {
            printError(view.error().message);
            return ExitRefusedHere;
        }
        RowWriter rows(format, columns(format));
        rows.begin();
        for (const Entry &entry : view->last) {
            rows.row(cellsOf(entry, format));
            if (format == Format::Table && m_arguments.has(u"exchanges"_s))
                printExchanges(entry);
        }
        rows.end();
        return ExitDone;
    }

    Arguments m_arguments;
};

} // namespace

CommandSpec journalCommand()
{
    CommandSpec spec;
    spec.words = {u"journal"_s};
    spec.summary = u"Shows what was meant to be ended, what was sent, and what came of it."_s;
    spec.description =
        u"The newest entries, oldest of them first. An entry without an "
        "outcome, because its program still waits or died, is shown as unknown. With "
        "--format json each entry holds its exchanges whole. Headers that may hold a "
        "secret are masked."_s;
    spec.options = {
        {u"last"_s, u"N"_s, u"How many; 20 if not given."_s, Option::Takes::Number},
        {u"exchanges"_s,
         {},
         u"Shows the bytes of each exchange below its entry."_s,
         Option::Takes::Nothing},
        formatOption(),
        configDirectoryOption(),
    };
    spec.examples = {
        {u"journal --last 5"_s, u"The last five:"_s},
        {u"journal --last 1 --exchanges"_s, u"What exactly went over the wire:"_s},
    };
    spec.make = [](const Arguments &arguments) {
        return std::make_unique<JournalCommand>(arguments);
    };
    return spec;
}

} // namespace closeout::cli

#include "journal.moc"
