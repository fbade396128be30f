// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/servicequestion.h"

#include "cli/destination.h"
#include "cli/serviceprinter.h"
#include "filter/quantities.h"
#include "find/idfile.h"
#include "find/savedview.h"

#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;

namespace closeout::cli {

using rows::Field;

namespace {

// A table is for reading: it shows what fits a screen, and nothing that all rows share.
QList<rows::Column> columnsOfTasks(ListFormat format)
{
    if (format != ListFormat::Table && format != ListFormat::Markdown)
        return {{Field::ServiceId},  {Field::TaskId},   {Field::TaskType},    {Field::StateId},
                {Field::Started},    {Field::Expected}, {Field::ServiceType}, {Field::CustomerId},
                {Field::ContactKey}, {Field::MediaType}};
    return {{Field::ServiceId}, {Field::TaskId},      {Field::TaskType},  {Field::Started},
            {Field::Age},       {Field::ServiceType}, {Field::CustomerId}};
}

QList<rows::Column> columnsOfServices(ListFormat format, contract::Completeness completeness)
{
    if (format != ListFormat::Table && format != ListFormat::Markdown)
        return {{Field::ServiceId}, {Field::ServiceType}, {Field::CustomerId}, {Field::ContactKey},
                {Field::MediaType}, {Field::Started},     {Field::OpenStates}, {Field::OpenTasks},
                {Field::Completed}, {Field::Disposition}};
    QList<rows::Column> list{{Field::ServiceId},
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

Result<QList<rows::Column>> namedColumns(const QString &names, rows::Subject subject)
{
    QList<rows::Column> columns;
    for (const QString &name : names.split(u',')) {
        const Result<rows::Column> column = rows::Column::fromName(name, subject);
        if (!column)
            return failure(column.error().kind, u"--columns: "_s + column.error().message);
        columns.append(*column);
    }
    return columns;
}

// What is wrong stands under the word that is wrong.
Result<filter::Filter> filterFrom(const QString &text, const QString &place, rows::Subject subject)
{
    auto filter = filter::Filter::parse(text, subject);
    if (filter)
        return std::move(*filter);
    const filter::Fault &error = filter.error();
    // As it will be shown.
    const QString before = printable(text.left(error.at));
    const QString wrong = printable(text.mid(error.at, error.length));
    const QString mark = QString(before.size(), u' ')
        + QString(std::max<qsizetype>(wrong.size(), 1), u'^');
    return failure(ErrorKind::InvalidInput, u"%1: %2"_s.arg(place, error.message),
                   printable(text) + u'\n' + mark);
}

// A file, or the view of that name that the window has saved.
Result<find::SavedView> viewFrom(const Arguments &arguments)
{
    const QString wanted = arguments.value(u"view"_s);
    if (QFileInfo(wanted).isFile())
        return find::readView(wanted);
    const find::ViewFolder folder(placesFrom(arguments).views);
    const find::ViewFolder::Loaded loaded = folder.load();
    QStringList names;
    for (const auto &entry : loaded.views) {
        if (entry.view.name == wanted)
            return entry.view;
        names.append(u"“%1”"_s.arg(entry.view.name));
    }
    const QString problem = loaded.problems.isEmpty() ? QString()
                                                      : u' ' + loaded.problems.first().message;
    return failure(ErrorKind::InvalidInput,
                   u"--view: “%1” is neither a file nor a saved view. There are: %2.%3"_s
                       .arg(wanted, names.isEmpty() ? u"none"_s : names.join(u", "_s), problem));
}

QString localMoment(const QDateTime &moment)
{
    return moment.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss");
}

Result<QDateTime> momentFrom(const Arguments &arguments, const QString &option)
{
    if (!arguments.has(option))
        return QDateTime();
    const auto span = filter::readMoment(arguments.value(option), filter::RelativeDay::Which::Last);
    if (!span)
        return failure(ErrorKind::InvalidInput, u"--%1: %2"_s.arg(option, span.error()));
    const rows::Moment now = QDateTime::currentMSecsSinceEpoch();
    return QDateTime::fromMSecsSinceEpoch(filter::spanAt(*span, now).first, Qt::UTC);
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
    for (const find::CleanedId &cleaned : list.cleaned)
        printNote(place + cleaned.message());
    if (list.cleanedCount > list.cleaned.size()) {
        printNote(place + u"%1 more were cleaned."_s.arg(list.cleanedCount - list.cleaned.size()));
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

// A range that ends before it begins would look like one in which nothing is stuck.
Result<client::StartRange> rangeFrom(const Arguments &arguments, const client::StartRange &ofView)
{
    client::StartRange range = ofView;
    for (const auto &[option, moment] :
         {std::pair(u"started-from"_s, &range.from), std::pair(u"started-to"_s, &range.to)}) {
        if (!arguments.has(option))
            continue;
        const Result<QDateTime> given = momentFrom(arguments, option);
        if (!given)
            return tl::unexpected(given.error());
        *moment = *given;
    }
    if (range.from.isValid() && range.to.isValid() && range.from >= range.to) {
        return failure(ErrorKind::InvalidInput,
                       u"Nothing is started from %1 on and before %2: the first moment must be the "
                       "earlier one."_s.arg(localMoment(range.from), localMoment(range.to)));
    }
    return range;
}

// What the options name replaces what the view says of it; nothing is mixed.
Result<find::Query> queryFrom(const Arguments &arguments, const find::Query &ofView)
{
    find::Query query;
    query.customers = arguments.values(u"customer"_s);
    query.contactKeys = arguments.values(u"contact-key"_s);
    query.serviceIds = arguments.values(u"id"_s);
    if (const Result<void> read = addFromFiles(query, arguments); !read)
        return tl::unexpected(read.error());
    if (!query.areNamed()) {
        query.customers = ofView.customers;
        query.contactKeys = ofView.contactKeys;
        query.serviceIds = ofView.serviceIds;
        query.everything = ofView.everything;
    }
    query.completeness = ofView.completeness;
    if (arguments.has(u"state"_s))
        query.completeness = *contract::completenessFromName(arguments.value(u"state"_s));
    const Result<client::StartRange> range = rangeFrom(arguments, ofView.range);
    if (!range)
        return tl::unexpected(range.error());
    query.range = *range;
    return query;
}

} // namespace

Result<ServiceQuestion> serviceQuestionFrom(const Arguments &arguments)
{
    find::SavedView view;
    view.subject = arguments.has(u"tasks"_s) ? rows::Subject::Task : rows::Subject::Service;
    if (arguments.has(u"view"_s)) {
        Result<find::SavedView> saved = viewFrom(arguments);
        if (!saved)
            return tl::unexpected(saved.error());
        if (arguments.has(u"tasks"_s) && saved->subject != rows::Subject::Task) {
            return failure(ErrorKind::InvalidInput,
                           u"--view: “%1” is a view of services. Leave out --tasks."_s.arg(
                               saved->name));
        }
        view = std::move(*saved);
    }
    const Result<find::Query> query = queryFrom(arguments, view.query.value_or(find::Query()));
    if (!query)
        return tl::unexpected(query.error());
    const bool named = arguments.has(u"filter"_s);
    Result<filter::Filter> filter = filterFrom(named ? arguments.value(u"filter"_s) : view.filter,
                                               named ? u"--filter"_s : u"--view"_s, view.subject);
    if (!filter)
        return tl::unexpected(filter.error());
    if (arguments.has(u"columns"_s)) {
        const auto wanted = namedColumns(arguments.value(u"columns"_s), view.subject);
        if (!wanted)
            return tl::unexpected(wanted.error());
        return ServiceQuestion{*query, std::move(*filter), *wanted, view.sort.has_value()};
    }
    const ListFormat format = listFormatFrom(arguments);
    QList<rows::Column> columns = view.columns;
    if (columns.isEmpty())
        columns = view.subject == rows::Subject::Task
            ? columnsOfTasks(format)
            : columnsOfServices(format, query->completeness);
    if (format != ListFormat::Table) // which shows it in the column of the customer
        columns = rows::withContactKeys(columns);
    return ServiceQuestion{*query, std::move(*filter), columns, view.sort.has_value()};
}

} // namespace closeout::cli
