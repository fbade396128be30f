// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/operations/operations.h"

#include "sandbox/operations/answers.h"
#include "sandbox/operations/eventbody.h"
#include "sandbox/operations/moments.h"
#include "sandbox/operations/rendering.h"
#include "sandbox/store/storethread.h"
#include "json/strings.h"

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

constexpr int pageSize = 500; // services: what an export holds in memory at a time

tl::unexpected<Error> invalid(const QString &message)
{
    return failure(ErrorKind::InvalidInput, message);
}

struct Export
{
    ExportFilter filter;
    bool content = false;
    qint64 behind = std::numeric_limits<qint64>::min(); // number of the last service sent
    bool begun = false;
    bool ended = false;
};

Result<ExportFilter> readExportFilter(const Query &query, Moment now, DataValidation validation)
{
    const auto from = query.moment("time_from"_L1, validation);
    const auto to = query.moment("time_to"_L1, validation);
    if (!from || !to)
        return tl::unexpected(from ? to.error() : from.error());
    if (!*from)
        return invalid(Tr::tr("The parameter time_from is missing."));
    ExportFilter filter{.from = **from, .to = to->value_or(now)};
    const QString events = query.text("filter_events"_L1);
    if (events == "started"_L1)
        filter.events = ExportFilter::Events::Started;
    else if (events == "completed"_L1)
        filter.events = ExportFilter::Events::Completed;
    else if (!events.isEmpty() && events != "any"_L1)
        return invalid(Tr::tr("filter_events must be any, started or completed."));
    const QString state = query.text("filter_state"_L1);
    if (state == "active"_L1)
        filter.activity = ExportFilter::Activity::Active;
    else if (state == "inactive"_L1)
        filter.activity = ExportFilter::Activity::Inactive;
    else if (!state.isEmpty() && state != "any"_L1)
        return invalid(Tr::tr("filter_state must be any, active or inactive."));
    return filter;
}

// States and tasks of a page's services, which have ascending numbers, by service.
Result<QHash<qint64, QList<Child>>> childrenOf(Store &store, const QList<Service> &services)
{
    QHash<qint64, QList<Child>> byService;
    for (const Service &service : services)
        byService.insert(service.number, {});
    for (const Entity entity : {Entity::State, Entity::Task}) {
        const Result<QList<Child>> children = store.children(entity, services.first().number,
                                                             services.last().number);
        if (!children)
            return tl::unexpected(children.error());
        for (const Child &child : *children) {
            if (const auto place = byService.find(child.service); place != byService.end())
                place->append(child);
        }
    }
    return byService;
}

// The next piece of the array; with the last one the bracket that closes it.
Result<QByteArray> nextPiece(Store &store, const Options &options, Export &progress)
{
    if (progress.ended)
        return QByteArray();
    const Result<QList<Service>> page = store.exportPage(progress.filter, progress.behind,
                                                         pageSize);
    if (!page)
        return tl::unexpected(page.error());
    const Renderer renderer(options);
    const View everything{ExtensionSelection::everything(), true, true, true, true};
    QHash<qint64, QList<Child>> children;
    if (progress.content && !page->isEmpty()) {
        Result<QHash<qint64, QList<Child>>> found = childrenOf(store, *page);
        if (!found)
            return tl::unexpected(found.error());
        children = std::move(*found);
    }
    QByteArray piece;
    for (const Service &service : *page) {
        piece += progress.begun ? ',' : '[';
        progress.begun = true;
        piece += progress.content
            ? renderer.service(service, everything, children.value(service.number))
            : renderer.serviceId(service.id);
        progress.behind = service.number;
    }
    if (page->size() < pageSize) {
        progress.ended = true;
        piece += progress.begun ? "]" : "[]";
    }
    return piece;
}

// The operation's name says what goes: purge.service.completed.anonymous.
Result<PurgeFilter> readPurgeFilter(const json::Value &body, DataValidation validation)
{
    PurgeFilter filter;
    const Result<QDateTime> limit = readMoment(body.member(u"limit").text(), validation);
    if (!limit)
        return invalid(u"limit: "_s + limit.error().message);
    filter.limit = limit->toMSecsSinceEpoch();
    QString what = body.member(u"operation").text();
    filter.anonymousOnly = what.endsWith(".anonymous"_L1);
    if (filter.anonymousOnly)
        what.chop(10);
    if (what == "purge.service.started"_L1)
        filter.completeness = contract::Completeness::Active;
    else if (what == "purge.service.completed"_L1)
        filter.completeness = contract::Completeness::Completed;
    else if (what != "purge.service.all"_L1 || filter.anonymousOnly) {
        return invalid(Tr::tr("operation must be purge.service.all, purge.service.started, "
                              "purge.service.started.anonymous, purge.service.completed or "
                              "purge.service.completed.anonymous."));
    }
    return filter;
}

} // namespace

Result<Response> exportServices(const Context &context, const Call &call)
{
    const Result<ExportFilter> filter = readExportFilter(call.query, context.now,
                                                         validationOf(context.options));
    if (!filter)
        return tl::unexpected(filter.error());
    const Result<bool> withContent = call.query.flag("export_content"_L1);
    if (!withContent)
        return tl::unexpected(withContent.error());
    if (!*withContent && !call.query.text("filter_state"_L1).isEmpty())
        return invalid(Tr::tr("filter_state can only be used with export_content=true."));
    auto progress = std::make_shared<Export>();
    progress->filter = *filter;
    progress->content = *withContent;
    Response response;
    response.stream = [progress, &thread = context.thread, &options = context.options] {
        return thread.run([&](Store &store) { return nextPiece(store, options, *progress); });
    };
    return response;
}

Result<Response> purgeServices(const Context &context, const Call &call)
{
    const Result<json::Document> body = readBody(call.request);
    if (!body)
        return tl::unexpected(body.error());
    const Result<PurgeFilter> filter = readPurgeFilter(body->root(), validationOf(context.options));
    if (!filter)
        return tl::unexpected(filter.error());
    const Result<qint64> purged = context.store.purge(*filter);
    return purged ? Result<Response>(done()) : tl::unexpected(purged.error());
}

Result<void> settle(const Context &context)
{
    const Result<bool> due = context.store.isAnythingDue(context.now);
    if (!due || !*due)
        return due ? Result<void>() : tl::unexpected(due.error());
    if (const Result<void> removed = context.store.removeExpired(context.now); !removed)
        return removed;
    const Result<QList<Service>> services = context.store.dueForCompletion(context.now);
    if (!services)
        return tl::unexpected(services.error());
    const EventBody event; // nothing but the server's own timestamp
    for (const Service &active : *services) {
        Service service = active;
        for (const Entity entity : {Entity::State, Entity::Task}) {
            const Result<QList<Child>> children =
                context.store.children(entity, service.number, service.number,
                                       {.completeness = contract::Completeness::Active});
            if (!children)
                return tl::unexpected(children.error());
            for (const Child &child : *children) {
                Child ended = child;
                ended.ending = endingOf(child, event, context.now);
                if (const Result<void> updated = context.store.update(ended); !updated)
                    return updated;
            }
        }
        service.autoCompleteAt.reset();
        service.completedAt = context.now;
        service.ending = endingOf(service, event, context.now);
        if (const Result<void> updated = context.store.update(service); !updated)
            return updated;
    }
    return {};
}

} // namespace closeout::sandbox
