// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/servercommand.h"
#include "cli/servicefilter.h"
#include "cli/serviceprinter.h"
#include "contract/timestamp.h"
#include "find/idfile.h"

using namespace Qt::StringLiterals;

namespace closeout::cli {

using find::Field;

namespace {

// A table is for reading: it shows what fits a screen, and nothing that all rows share.
QList<find::Column> columnsFor(ListFormat format, contract::Completeness completeness)
{
    if (format != ListFormat::Table && format != ListFormat::Markdown)
        return {{Field::ServiceId}, {Field::ServiceType}, {Field::CustomerId}, {Field::ContactKey},
                {Field::MediaType}, {Field::Started},     {Field::OpenStates}, {Field::OpenTasks},
                {Field::Completed}, {Field::Disposition}};
    QList<find::Column> list{{Field::ServiceId},
                             {Field::ServiceType},
                             {Field::CustomerId},
                             {Field::MediaType},
                             {Field::Started}};
    if (completeness != contract::Completeness::Completed)
        list += {{Field::Age}, {Field::OpenStates}, {Field::OpenTasks}};
    if (completeness != contract::Completeness::Active)
        list += {{Field::Completed}, {Field::Disposition}};
    return list;
}

Result<QList<find::Column>> namedColumns(const QString &names)
{
    QList<find::Column> columns;
    for (const QString &name : names.split(u',')) {
        const Result<find::Column> column = find::Column::fromName(name, find::Subject::Service);
        if (!column)
            return failure(column.error().kind, u"--columns: "_s + column.error().message);
        if (column->field == Field::Stuck) {
            return failure(ErrorKind::InvalidInput,
                           u"--columns: what is stuck can be asked for with --filter stuck:yes, "
                           "but has no column here."_s);
        }
        columns.append(*column);
    }
    return columns;
}

// What is wrong stands under the word that is wrong.
Result<find::Filter> namedFilter(const QString &text)
{
    auto filter = find::Filter::parse(text, find::Subject::Service);
    if (filter)
        return std::move(*filter);
    const find::FilterError &error = filter.error();
    const QString mark = QString(error.at, u' ')
        + QString(std::max<qsizetype>(error.length, 1), u'^');
    return failure(ErrorKind::InvalidInput,
                   u"--filter: %1\n  %2\n  %3"_s.arg(error.message, text, mark));
}

Result<QDateTime> momentFrom(const Arguments &arguments, const QString &option)
{
    if (!arguments.has(option))
        return QDateTime();
    Result<QDateTime> moment = contract::readTimestamp(arguments.value(option));
    if (!moment) {
        return failure(ErrorKind::InvalidInput,
                       u"--%1: “%2” is not a moment. Write it as 2026-11-01 or as "
                       "2026-11-01T08:00:00Z."_s.arg(option, arguments.value(option)));
    }
    return moment;
}

// What holds ids: where they are read from, and where they go.
struct IdSource
{
    QString option;
    find::IdKind kind;
    QStringList find::Query::*ids;
};

const QList<IdSource> &idSources()
{
    static const QList<IdSource> sources{
        {u"customers-from"_s, find::IdKind::Customer, &find::Query::customers},
        {u"contact-keys-from"_s, find::IdKind::ContactKey, &find::Query::contactKeys},
        {u"ids-from"_s, find::IdKind::Service, &find::Query::serviceIds},
    };
    return sources;
}

// A list of which a part is wrong is not asked for in part: what is refused is told, and that is
// all.
Result<QStringList> idsFrom(const IdSource &source, const QString &file, const QString &column)
{
    const Result<QByteArray> bytes = readInput(file);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const QString place = u"--%1 %2: "_s.arg(source.option, file);
    const auto told = [&place](const Error &error) {
        return failure(ErrorKind::InvalidInput, place + error.message);
    };
    const Result<find::IdFile> table = find::IdFile::read(*bytes);
    if (!table)
        return told(table.error());
    const Result<qsizetype> chosen = table->column(source.kind, column);
    if (!chosen) {
        const QString hint = column.isEmpty() ? u" Choose it with --column."_s : QString();
        return failure(ErrorKind::InvalidInput, place + chosen.error().message + hint);
    }
    const find::IdList list = table->ids(*chosen);
    for (const find::RefusedId &refused : list.refused)
        printError(place + refused.message());
    if (list.refusedCount > 0) {
        return failure(ErrorKind::InvalidInput,
                       u"--%1 %2: %3 of %4 were refused, so nothing was asked for."_s
                           .arg(source.option, file)
                           .arg(list.refusedCount)
                           .arg(list.found()));
    }
    if (list.duplicates > 0)
        printNote(
            u"%1: %2 were there twice and are asked for once."_s.arg(file).arg(list.duplicates));
    return list.ids;
}

Result<void> addFromFiles(find::Query &query, const Arguments &arguments)
{
    bool any = false;
    for (const IdSource &source : idSources()) {
        for (const QString &file : arguments.values(source.option)) {
            any = true;
            const Result<QStringList> ids = idsFrom(source, file, arguments.value(u"column"_s));
            if (!ids)
                return tl::unexpected(ids.error());
            query.*source.ids += *ids;
            // A list that turns out empty must not become "everything there is".
            if (ids->isEmpty()) {
                return failure(ErrorKind::InvalidInput,
                               u"--%1 %2: there is no id in it."_s.arg(source.option, file));
            }
        }
    }
    if (!any && arguments.has(u"column"_s)) {
        return failure(ErrorKind::InvalidInput,
                       u"--column says nothing without --ids-from, --customers-from or "
                       "--contact-keys-from."_s);
    }
    return {};
}

Result<find::Query> queryFrom(const Arguments &arguments)
{
    find::Query query;
    query.customers = arguments.values(u"customer"_s);
    query.contactKeys = arguments.values(u"contact-key"_s);
    query.serviceIds = arguments.values(u"id"_s);
    query.completeness = *contract::completenessFromName(arguments.value(u"state"_s, u"active"_s));
    for (const auto &[option, moment] : {std::pair(u"started-from"_s, &query.range.from),
                                         std::pair(u"started-to"_s, &query.range.to)}) {
        const Result<QDateTime> given = momentFrom(arguments, option);
        if (!given)
            return tl::unexpected(given.error());
        *moment = *given;
    }
    if (const Result<void> read = addFromFiles(query, arguments); !read)
        return tl::unexpected(read.error());
    return query;
}

class ServicesCommand : public ServerCommand
{
    Q_OBJECT

public:
    explicit ServicesCommand(const Arguments &arguments)
        : ServerCommand(arguments)
    {
    }

protected:
    void reachServer() override
    {
        const Result<find::Query> query = queryFrom(arguments());
        if (!query) {
            fail(query.error());
            return;
        }
        if (!query->namesSources() && !contract::hasExportStream(dialect())) {
            fail({ErrorKind::InvalidInput,
                  u"The 8.1 dialect cannot list services across customers. Name some: --customer, "
                  "--contact-key, --id or --ids-from."_s});
            return;
        }
        const ListFormat format = listFormatFrom(arguments());
        QList<find::Column> columns = columnsFor(format, query->completeness);
        if (arguments().has(u"columns"_s)) {
            const Result<QList<find::Column>> named = namedColumns(arguments().value(u"columns"_s));
            if (!named) {
                fail(named.error());
                return;
            }
            columns = *named;
        }
        m_printer.emplace(format, columns);
        if (arguments().has(u"filter"_s)) {
            Result<find::Filter> filter = namedFilter(arguments().value(u"filter"_s));
            if (!filter) {
                fail(filter.error());
                return;
            }
            m_filter.emplace(std::move(*filter),
                             find::StuckRules::fromLines(destination().environment.stuckRules),
                             *m_printer);
        }
        m_search.emplace(services(),
                         m_filter ? static_cast<find::ServiceTaker &>(*m_filter) : *m_printer);
        connect(&*m_search, &find::ServiceSearch::reported, this, &ServicesCommand::tell);
        connect(&*m_search, &find::ServiceSearch::finished, this,
                [this, format] { finish(format); });
        m_printer->begin();
        m_search->start(*query);
    }

private:
    void tell(const find::SourceReport &report)
    {
        const auto say = [this, &report](const Error &error) {
            printError(u"%1: %2"_s.arg(report.source.name(), error.message));
            m_exitCode = std::max(m_exitCode, exitCodeOf(error));
        };
        for (const Error &error : report.unreadable)
            say(error);
        if (report.unreadableCount > report.unreadable.size()) {
            printError(u"%1: %2 more elements cannot be read."_s.arg(report.source.name())
                           .arg(report.unreadableCount - report.unreadable.size()));
        }
        if (report.error)
            say(*report.error);
    }

    void finish(ListFormat format)
    {
        if (m_filter && !m_filter->problem().isEmpty())
            printNote(m_filter->problem());
        const bool isEmptyHanded = m_printer->count() == 0 && m_exitCode != ExitDone;
        if (format != ListFormat::Table || !isEmptyHanded)
            m_printer->end();
        if (format == ListFormat::Table && !isEmptyHanded)
            printNote(m_printer->count() == 1 ? u"1 service"_s
                                              : u"%1 services"_s.arg(m_printer->count()));
        emit finished(m_exitCode);
    }

    std::optional<ServicePrinter> m_printer;
    std::optional<ServiceFilter> m_filter; // before the printer
    std::optional<find::ServiceSearch> m_search;
    int m_exitCode = ExitDone;
};

QString columnList()
{
    QStringList names;
    for (const find::FieldSpec &spec : find::allFields()) {
        if (spec.subjects.testFlag(find::Subject::Service) && spec.field != Field::Stuck)
            names.append(spec.name);
    }
    return names.join(u", "_s);
}

} // namespace

CommandSpec servicesCommand()
{
    CommandSpec spec;
    spec.words = {u"services"_s};
    spec.summary = u"Lists services: of everybody (8.5), of customers, by contact key or by id."_s;
    spec.description =
        u"Without a source it lists all services that the server has, which only the 8.5 dialect "
        "can. Sources can be combined; a service that is found twice is listed once. A file in "
        "which an id is refused, such as one that a spreadsheet has rounded, is not used at all. A "
        "source that fails is told on standard error and makes the exit code 1; the others are "
        "listed "
        "all the same."_s;
    spec.options =
        QList<Option>{
            {u"customer"_s, u"ID"_s, u"The services of a customer."_s, Option::Takes::Name, true},
            {u"contact-key"_s, u"KEY"_s, u"The anonymous services of a contact key."_s,
             Option::Takes::Name, true},
            {u"id"_s, u"ID"_s, u"One service."_s, Option::Takes::Name, true},
            {u"ids-from"_s, u"FILE|-"_s,
             u"Services whose ids are in a file or in standard input: one a line, with commas "
             "between, or in a column of a CSV table."_s,
             Option::Takes::Name, true},
            {u"customers-from"_s, u"FILE|-"_s, u"The same for customers."_s, Option::Takes::Name,
             true},
            {u"contact-keys-from"_s, u"FILE|-"_s, u"The same for contact keys."_s,
             Option::Takes::Name, true},
            {u"column"_s, u"NAME|NUMBER"_s,
             u"The column of the table, by its name or counted from 1; if not given, the one that "
             "is called like what is looked for."_s,
             Option::Takes::Name},
            {u"state"_s, u"active|completed|all"_s, u"Which of them; active ones if not given."_s},
            {u"started-from"_s, u"T"_s, u"Only those started at T or after (UTC)."_s},
            {u"started-to"_s, u"T"_s, u"Only those started before T (UTC)."_s},
            {u"filter"_s, u"TEXT"_s,
             u"Only what matches, as in “age>4h type:\"Bill Payment\" -media:email”. "
             "“closeoutctl help filter” explains the language."_s,
             Option::Takes::Name},
            {u"columns"_s, u"NAMES"_s,
             u"What to print of each, by name and with commas between: "_s + columnList() + u'.',
             Option::Takes::Name},
            listFormatOption(),
        }
        + destinationOptions();
    spec.needsDestination = true;
    spec.examples = {
        {u"services --env Production --filter 'idle>2d tasks>0' --format csv"_s,
         u"What nothing has happened to for two days, with tasks that are still open:"_s},
        {u"services --url http://127.0.0.1:8080"_s, u"Everything that is open:"_s},
        {u"services --env Production --customer 00018b9GQ5KS03BW --state all"_s,
         u"All services of one customer:"_s},
        {u"services --env Production --ids-from stuck.csv --column service_id"_s,
         u"What is in a column of a spreadsheet:"_s},
        {u"services --env Production --started-to 2026-11-01 --format csv"_s,
         u"What has been open since before November, for a spreadsheet:"_s},
    };
    spec.make = [](const Arguments &arguments) {
        return std::make_unique<ServicesCommand>(arguments);
    };
    return spec;
}

} // namespace closeout::cli

#include "services.moc"
