// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/recordcells.h"
#include "cli/servercommand.h"
#include "contract/timestamp.h"
#include "find/servicesearch.h"

using namespace Qt::StringLiterals;

namespace closeout::cli {

using client::Record;

namespace {

// A table is for reading: it shows what fits a screen, and nothing that all rows share.
QList<Column> tableColumns(contract::Completeness completeness)
{
    QList<Column> list{
        {u"service_id"_s, u"Service"_s, 40},    {u"service_type"_s, u"Type"_s, 18},
        {u"customer"_s, u"Customer"_s, 20},     {u"media_type"_s, u"Media"_s, 6},
        {u"started"_s, u"Started (UTC)"_s, 16},
    };
    if (completeness != contract::Completeness::Completed) {
        list += {{u"age"_s, u"Age"_s, 9},
                 {u"open_states"_s, u"States"_s, 6},
                 {u"open_tasks"_s, u"Tasks"_s, 5}};
    }
    if (completeness != contract::Completeness::Active) {
        list += {{u"completed"_s, u"Completed (UTC)"_s, 16},
                 {u"disposition"_s, u"Disposition"_s, 0}};
    }
    return list;
}

QList<Column> allColumns()
{
    QList<Column> list;
    for (const auto &name :
         {u"service_id"_s, u"service_type"_s, u"customer_id"_s, u"contact_key"_s, u"media_type"_s,
          u"started"_s, u"open_states"_s, u"open_tasks"_s, u"completed"_s, u"disposition"_s})
        list.append({name, {}});
    return list;
}

Cell cellOf(const Record &service, const QString &column, Format format)
{
    if (column == "service_id"_L1)
        return {service.id(), spelled(service, u"service_id")};
    if (column == "service_type"_L1)
        return {service.type(), spelled(service, u"service_type")};
    if (column == "customer_id"_L1)
        return {service.customerId()};
    if (column == "contact_key"_L1)
        return {service.contactKey()};
    if (column == "customer"_L1)
        return {service.customerId().isEmpty() ? service.contactKey() : service.customerId()};
    if (column == "media_type"_L1)
        return {service.mediaType(), spelled(service, u"started", u"media_type")};
    if (column == "started"_L1)
        return {stamp(service.startedAt(), format)};
    if (column == "age"_L1)
        return {service.isCompleted() ? QString() : ageOf(service.startedAt())};
    if (column == "completed"_L1)
        return {stamp(service.completedAt(), format)};
    if (column == "disposition"_L1)
        return {service.disposition(), spelled(service, u"disposition")};
    const qsizetype open = column == "open_states"_L1 ? service.openStates().size()
                                                      : service.openTasks().size();
    return {QString::number(open), QByteArray::number(open)};
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

// One id a line; blank lines and those that begin with "#" do not count.
Result<QStringList> idsFrom(const QString &file)
{
    const Result<QByteArray> text = readInput(file);
    if (!text)
        return tl::unexpected(text.error());
    QStringList ids;
    for (const QByteArray &line : text->split('\n')) {
        const QString id = QString::fromUtf8(line).trimmed();
        if (!id.isEmpty() && !id.startsWith(u'#'))
            ids.append(id);
    }
    return ids;
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
    for (const QString &file : arguments.values(u"ids-from"_s)) {
        const Result<QStringList> ids = idsFrom(file);
        if (!ids)
            return tl::unexpected(ids.error());
        query.serviceIds += *ids;
    }
    // A list that turns out empty must not become "everything there is".
    if (arguments.has(u"ids-from"_s) && !query.namesSources())
        return failure(ErrorKind::InvalidInput, u"--ids-from: there is no id in it."_s);
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
        const Format format = formatFrom(arguments());
        m_columns = format == Format::Table ? tableColumns(query->completeness) : allColumns();
        m_rows.emplace(format, m_columns);
        m_search = std::make_unique<find::ServiceSearch>(services());
        connect(m_search.get(), &find::ServiceSearch::found, this,
                [this, format](const Record &service) {
                    QList<Cell> cells;
                    for (const Column &column : std::as_const(m_columns))
                        cells.append(cellOf(service, column.name, format));
                    m_rows->row(cells);
                });
        connect(m_search.get(), &find::ServiceSearch::sourceFailed, this,
                [this](const QString &source, const Error &error) {
                    printError(u"%1: %2"_s.arg(source, error.message));
                    m_exitCode = std::max(m_exitCode, exitCodeOf(error));
                });
        connect(m_search.get(), &find::ServiceSearch::finished, this, [this, format] {
            const bool isEmptyHanded = m_rows->count() == 0 && m_exitCode != ExitDone;
            if (format != Format::Table || !isEmptyHanded)
                m_rows->end();
            if (format == Format::Table && !isEmptyHanded)
                printNote(m_rows->count() == 1 ? u"1 service"_s
                                               : u"%1 services"_s.arg(m_rows->count()));
            emit finished(m_exitCode);
        });
        m_rows->begin();
        m_search->start(*query);
    }

private:
    QList<Column> m_columns;
    std::optional<RowWriter> m_rows;
    std::unique_ptr<find::ServiceSearch> m_search;
    int m_exitCode = ExitDone;
};

} // namespace

CommandSpec servicesCommand()
{
    CommandSpec spec;
    spec.words = {u"services"_s};
    spec.summary = u"Lists services: of everybody (8.5), of customers, by contact key or by id."_s;
    spec.description =
        u"Without a source it lists all services that the server has, which only the 8.5 dialect "
        "can. Sources can be combined; a service that is found twice is listed once. A source "
        "that fails is told on standard error and makes the exit code 1; the others are listed "
        "all the same."_s;
    spec.options =
        QList<Option>{
            {u"customer"_s, u"ID"_s, u"The services of a customer."_s, Option::Takes::Name, true},
            {u"contact-key"_s, u"KEY"_s, u"The anonymous services of a contact key."_s,
             Option::Takes::Name, true},
            {u"id"_s, u"ID"_s, u"One service."_s, Option::Takes::Name, true},
            {u"ids-from"_s, u"FILE|-"_s,
             u"Services by id, one a line, from a file or standard input."_s, Option::Takes::Name},
            {u"state"_s, u"active|completed|all"_s, u"Which of them; active ones if not given."_s},
            {u"started-from"_s, u"T"_s, u"Only those started at T or after (UTC)."_s},
            {u"started-to"_s, u"T"_s, u"Only those started before T (UTC)."_s},
            formatOption(),
        }
        + destinationOptions();
    spec.needsDestination = true;
    spec.examples = {
        {u"services --url http://127.0.0.1:8080"_s, u"Everything that is open:"_s},
        {u"services --env Production --customer 00018b9GQ5KS03BW --state all"_s,
         u"All services of one customer:"_s},
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
