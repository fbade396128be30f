// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/operations.h"

#include "contract/timestamp.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::client {

using contract::Completeness;
using contract::QueryItem;

namespace {

Request get(QByteArray path)
{
    return {std::move(path)};
}

// Names and values as the pages on Query Service by ID and Query Services print them.
QueryItem allExtensions()
{
    return {"extensions", u"*"_s};
}

QList<QueryItem> withChildren()
{
    return {{"active_states", u"true"_s},
            {"completed_states", u"true"_s},
            {"active_tasks", u"true"_s},
            {"completed_tasks", u"true"_s},
            allExtensions()};
}

QList<QueryItem> listItems(const StartRange &range)
{
    QList<QueryItem> items;
    if (range.from.isValid())
        items.append({"started_from", contract::formatTimestamp(range.from)});
    if (range.to.isValid())
        items.append({"started_to", contract::formatTimestamp(range.to)});
    return items + withChildren();
}

Request without(const Request &request, const QList<QueryItem> &dropped)
{
    const qsizetype query = request.path.indexOf('?');
    if (query < 0)
        return request;
    QByteArrayList kept;
    for (const QByteArray &item : request.path.sliced(query + 1).split('&')) {
        const QByteArray name = item.split('=').constFirst();
        if (std::none_of(dropped.begin(), dropped.end(),
                         [&name](const QueryItem &other) { return other.first == name; }))
            kept.append(item);
    }
    const QByteArray path = request.path.first(query);
    return get(kept.isEmpty() ? path : path + '?' + kept.join('&'));
}

} // namespace

Request query(const contract::Target &target)
{
    QList<QueryItem> items{allExtensions()};
    if (target.kind == contract::Target::Kind::State)
        items = QList<QueryItem>{{"active_tasks", u"true"_s}, {"completed_tasks", u"true"_s}}
            + items;
    else if (target.isService())
        items = withChildren();
    return get(contract::withQuery(contract::pathOf(target), items));
}

Request queryTasks(const QString &serviceId, Completeness completeness)
{
    return get(
        contract::withQuery(contract::tasksPath(serviceId, completeness), {allExtensions()}));
}

Request queryCustomerServices(const QString &customerId, Completeness completeness,
                              const StartRange &range)
{
    return get(contract::withQuery(contract::customerServicesPath(customerId, completeness),
                                   listItems(range)));
}

Request queryAnonymousServices(const QString &contactKey, Completeness completeness,
                               const StartRange &range)
{
    return get(contract::withQuery(contract::anonymousServicesPath(contactKey, completeness),
                                   listItems(range)));
}

Request exportServices(Completeness completeness, const StartRange &range)
{
    const QDateTime from = range.from.isValid() ? range.from
                                                : QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    QList<QueryItem> items{{"time_from", contract::formatTimestamp(from)}};
    if (range.to.isValid())
        items.append({"time_to", contract::formatTimestamp(range.to)});
    items.append({"filter_events", u"started"_s});
    items.append({"export_content", u"true"_s}); // filter_state works with content only
    if (completeness == Completeness::Active)
        items.append({"filter_state", u"active"_s});
    else if (completeness == Completeness::Completed)
        items.append({"filter_state", u"inactive"_s});
    return get(contract::withQuery(contract::exportStreamPath(), items));
}

Request queryBusinessAttributes()
{
    return get(contract::businessAttributesPath());
}

Request withoutData(const Request &request)
{
    return without(request, {allExtensions()});
}

Request withoutDataAndChildren(const Request &request)
{
    return without(request, withChildren());
}

bool asksForData(const OutgoingRequest &request)
{
    return request.url.query().contains(QLatin1StringView(allExtensions().first));
}

bool asksForChildren(const OutgoingRequest &request)
{
    return request.url.query().contains("active_tasks"_L1);
}

Write complete(const contract::Target &target, QByteArray body)
{
    return {contract::endPathOf(target), std::move(body)};
}

} // namespace closeout::client
