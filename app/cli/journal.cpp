// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/completereport.h"
#include "cli/destination.h"
#include "cli/output.h"
#include "cli/recordcells.h"
#include "contract/timestamp.h"
#include "journal/reader.h"
#include "json/strings.h"

#include <QtCore/QUrl>

using namespace Qt::StringLiterals;

namespace closeout::cli {

using journal::Entry;
using journal::ExchangeRecord;

namespace {

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
    if (entry.isDamaged) {
        return u"This entry is damaged: it is not what was written. Look at the server before "
               "anything is sent again."_s;
    }
    if (entry.review)
        return entry.review->message;
    if (entry.recorded)
        return entry.recorded->message;
    if (entry.isUnderWay)
        return u"It is under way at this moment."_s;
    return u"No outcome yet: the program is still waiting for it, or ended before it knew. Read "
           u"the "
           "record again before you send it once more."_s;
}

QByteArray jsonOf(const ExchangeRecord &exchange)
{
    const auto text = jsonOfBytes;
    return "{\"purpose\":" + json::spell(journal::purposeName(exchange.purpose))
        + ",\"started_at\":" + json::spell(contract::formatTimestamp(exchange.startedAt))
        + ",\"milliseconds\":" + QByteArray::number(exchange.milliseconds) + ",\"request_head\":"
        + text(exchange.requestHead) + ",\"request_body\":" + text(exchange.requestBody)
        + ",\"status\":" + numberOrNull(exchange.status) + ",\"answer_head\":"
        + text(exchange.answerHead) + ",\"answer_body\":" + text(exchange.answerBody)
        + ",\"error\":" + stringOrNull(exchange.error) + '}';
}

QByteArray jsonOf(const std::optional<journal::Review> &review)
{
    if (!review)
        return "null";
    return "{\"at\":" + json::spell(contract::formatTimestamp(review->at))
        + ",\"user\":" + json::spell(review->user) + ",\"host\":" + json::spell(review->host)
        + ",\"outcome\":" + json::spell(journal::outcomeName(review->outcome))
        + ",\"message\":" + stringOrNull(review->message) + '}';
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
        {u"entry"_s, u"Entry"_s, 5},     {u"at"_s, u"When (UTC)"_s, 24},
        {u"user"_s, u"Who"_s, 10},       {u"environment"_s, u"Environment"_s, 16},
        {u"target"_s, u"Target"_s, 24},  {u"outcome"_s, u"Outcome"_s, 9},
        {u"status"_s, u"Status"_s, 6},   {u"milliseconds"_s, u"ms"_s, 5},
        {u"message"_s, u"Message"_s, 0},
    };
    if (format != Format::Table) {
        list += {{u"host"_s, {}},   {u"url"_s, {}},          {u"dialect"_s, {}},
                 {u"method"_s, {}}, {u"request_body"_s, {}}, {u"insisted"_s, {}},
                 {u"kind"_s, {}},   {u"service_id"_s, {}},   {u"state_id"_s, {}},
                 {u"task_id"_s, {}}};
    }
    if (format == Format::Json)
        list += {{u"request_head"_s, {}}, {u"before_image"_s, {}}, {u"deployment"_s, {}},
                 {u"process"_s, {}},      {u"under_way"_s, {}},    {u"review"_s, {}},
                 {u"exchanges"_s, {}}};
    return list;
}

QList<Cell> cellsOf(const Entry &entry, Format format)
{
    const journal::Intention &intention = entry.intention;
    const ExchangeRecord *write = writeOf(entry);
    const int status = write ? write->status : 0;
    const qint64 milliseconds = write ? write->milliseconds : 0;
    QList<Cell> cells{
        {QString::number(entry.id), QByteArray::number(entry.id)},
        {contract::formatTimestamp(intention.at)},
        {intention.user},
        {placeOf(intention, format)},
        {intention.target.name()},
        {journal::outcomeName(entry.outcome())},
        {status == 0 ? QString() : QString::number(status), numberOrNull(status)},
        {write ? QString::number(milliseconds) : QString(),
         write ? QByteArray::number(milliseconds) : QByteArray("null")},
        {messageOf(entry)},
    };
    if (format != Format::Table) {
        cells += {{intention.host},
                  {intention.baseUrl},
                  {contract::dialectName(intention.dialect)},
                  {u"POST"_s},
                  {QString::fromUtf8(intention.requestBody), jsonOfBytes(intention.requestBody)},
                  {journal::insistedName(entry.insisted)}};
        cells += targetCells(intention.target);
    }
    if (format == Format::Json) {
        QByteArray exchanges;
        for (const ExchangeRecord &exchange : entry.exchanges)
            exchanges += (exchanges.isEmpty() ? "" : ",") + jsonOf(exchange);
        cells += {{{}, jsonOfBytes(intention.requestHead)},
                  {{}, jsonOfBytes(intention.beforeImage)},
                  {intention.deployment.id},
                  {{}, numberOrNull(intention.process)},
                  {{}, entry.isUnderWay ? "true" : "false"},
                  {{}, jsonOf(entry.review)},
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
            wire += u"    ! %1\n"_s.arg(printable(exchange.error));
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
        const auto reader = journal::Reader::open(placesFrom(m_arguments).journal);
        const Result<journal::EntryId> first = reader.and_then([this](const auto &opened) {
            return opened->firstOfNewest(m_arguments.value(u"last"_s, u"20"_s).toLongLong());
        });
        if (!first) {
            printError(first.error().message);
            return ExitRefused;
        }
        const Format format = formatFrom(m_arguments);
        RowWriter rows(format, columns(format));
        rows.begin();
        const Result<Health> health = *first == 0 ? Health::Sound
                                                  : printFrom(**reader, *first, rows);
        rows.end();
        if (!health) {
            printError(health.error().message);
            return ExitRefused;
        }
        if (*health == Health::Sound)
            return ExitDone;
        printError(u"The journal is damaged: something of it is not what was written."_s);
        return ExitRefused;
    }

    enum class Health : quint8 { Sound, Damaged };

    // In pages: a journal may hold a million entries, and each of them megabytes.
    Result<Health> printFrom(const journal::Reader &reader, journal::EntryId first,
                             RowWriter &rows) const
    {
        constexpr int page = 100;
        const Format format = formatFrom(m_arguments);
        Health health = Health::Sound;
        for (;;) {
            const Result<QList<Entry>> entries = reader.from(first, page);
            if (!entries)
                return tl::unexpected(entries.error());
            for (const Entry &entry : *entries) {
                rows.row(cellsOf(entry, format));
                if (format == Format::Table && m_arguments.has(u"exchanges"_s))
                    printExchanges(entry);
                if (entry.isDamaged)
                    health = Health::Damaged;
            }
            if (entries->size() < page)
                return health;
            first = entries->constLast().id + 1;
        }
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
        "--format json each entry holds its exchanges whole; what of them is no UTF-8 is an object "
        "{\"base64\": \"…\"} in place of a string, so that no byte is lost. Headers that may hold "
        "a secret are masked. Exit code 1 says that the journal cannot be read, or that something "
        "of it is not what was written."_s;
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
