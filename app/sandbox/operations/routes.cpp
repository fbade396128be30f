// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/operations/routes.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

using contract::Completeness;

constexpr auto both = Dialects::Both;

// The first that fits counts, so words stand before ids.
constexpr std::array routes{
    Route{"POST", "services/start", "startService", startService},
    Route{"GET", "services/anonymous/*", "queryAnonymousServices", queryAnonymousServices},
    Route{"GET", "services/anonymous/*/active", "queryAnonymousServices", queryAnonymousServices,
          both, Entity::Service, Completeness::Active},
    Route{"GET", "services/anonymous/*/completed", "queryAnonymousServices", queryAnonymousServices,
          both, Entity::Service, Completeness::Completed},
    Route{"GET", "customers/*/services", "queryCustomerServices", queryCustomerServices},
    Route{"GET", "customers/*/services/active", "queryCustomerServices", queryCustomerServices,
          both, Entity::Service, Completeness::Active},
    Route{"GET", "customers/*/services/completed", "queryCustomerServices", queryCustomerServices,
          both, Entity::Service, Completeness::Completed},
    Route{"POST", "customers/*/services/*", "associateService", associateService},
    Route{"GET", "services/*", "queryService", queryService},
    Route{"PUT", "services/*", "updateExpiration", updateExpiration, Dialects::Only85},
    Route{"DELETE", "services/*", "deleteService", deleteService, Dialects::Only85},
    Route{"POST", "services/*/end", "completeService", completeService},
    Route{"PUT", "services/*/extensions/*", "updateServiceExtension", updateExtension},
    Route{"PUT", "services/*/extensions/*/merge", "mergeServiceExtension", mergeExtension,
          Dialects::Only85},

    Route{"POST", "services/*/states/start", "startState", startChild, both, Entity::State},
    Route{"POST", "services/*/states/transition", "performTransition", performTransition, both,
          Entity::State},
    Route{"GET", "services/*/states", "queryStates", queryChildren, both, Entity::State},
    Route{"GET", "services/*/states/active", "queryStates", queryChildren, both, Entity::State,
          Completeness::Active},
    Route{"GET", "services/*/states/completed", "queryStates", queryChildren, both, Entity::State,
          Completeness::Completed},
    Route{"GET", "services/*/states/*", "queryState", queryChild, both, Entity::State},
    Route{"POST", "services/*/states/*/end", "completeState", completeChild, both, Entity::State},
    Route{"PUT", "services/*/states/*/extensions/*", "updateStateExtension", updateExtension, both,
          Entity::State},
    Route{"PUT", "services/*/states/*/extensions/*/merge", "mergeStateExtension", mergeExtension,
          Dialects::Only85, Entity::State},

    Route{"POST", "services/*/tasks/start", "startTask", startChild, both, Entity::Task},
    Route{"GET", "services/*/tasks", "queryTasks", queryChildren, both, Entity::Task},
    Route{"GET", "services/*/tasks/active", "queryTasks", queryChildren, both, Entity::Task,
          Completeness::Active},
    Route{"GET", "services/*/tasks/completed", "queryTasks", queryChildren, both, Entity::Task,
          Completeness::Completed},
    Route{"GET", "services/*/tasks/*", "queryTask", queryChild, both, Entity::Task},
    Route{"POST", "services/*/tasks/*/end", "completeTask", completeChild, both, Entity::Task},
    Route{"PUT", "services/*/tasks/*/extensions/*", "updateTaskExtension", updateExtension, both,
          Entity::Task},
    Route{"PUT", "services/*/tasks/*/extensions/*/merge", "mergeTaskExtension", mergeExtension,
          Dialects::Only85, Entity::Task},

    Route{"POST", "maintenance/purge", "purgeServices", purgeServices, Dialects::Only85},
    Route{"GET", "maintenance/services/stream", "exportServices", exportServices, Dialects::Only85},
    Route{"GET", "metadata/business-attributes", "queryBusinessAttributes",
          queryBusinessAttributes},
    Route{"GET", "metadata/business-attributes/*", "queryBusinessAttributes",
          queryBusinessAttributes},
    Route{"POST", "metadata/services/extensions", "createServiceSchema", createSchema,
          Dialects::Only81, Entity::Service},
    Route{"POST", "metadata/states/extensions", "createStateSchema", createSchema, Dialects::Only81,
          Entity::State},
    Route{"POST", "metadata/tasks/extensions", "createTaskSchema", createSchema, Dialects::Only81,
          Entity::Task},
    Route{"GET", "metadata/services/extensions", "queryServiceSchemas", querySchemas,
          Dialects::Only81, Entity::Service},
    Route{"GET", "metadata/states/extensions", "queryStateSchemas", querySchemas, Dialects::Only81,
          Entity::State},
    Route{"GET", "metadata/tasks/extensions", "queryTaskSchemas", querySchemas, Dialects::Only81,
          Entity::Task},
    Route{"GET", "server/status", "queryStatus", queryStatus},
};

bool isServed(const Route &route, contract::Dialect dialect)
{
    switch (route.dialects) {
    case Dialects::Both:
        return true;
    case Dialects::Only85:
        return dialect == contract::Dialect::V85;
    case Dialects::Only81:
        return dialect == contract::Dialect::V81;
    }
    return false;
}

// The ids, or nothing if the path does not fit.
std::optional<QStringList> match(const QList<QByteArray> &wanted, const QList<QByteArray> &steps)
{
    if (wanted.size() != steps.size())
        return {};
    QStringList ids;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (wanted[i] == "*" && !steps[i].isEmpty())
            ids.append(QString::fromUtf8(QByteArray::fromPercentEncoding(steps[i])));
        else if (wanted[i] != steps[i])
            return {};
    }
    return ids;
}

// The path below the dialect's prefix; nothing if it is not below it. What the Universal Contact
// Server serves is reached without the prefix, too.
std::optional<QByteArray> belowPrefix(const QByteArray &path, contract::Dialect dialect)
{
    const QByteArray prefix = contract::pathPrefix(dialect) + '/';
    if (path.startsWith(prefix))
        return path.mid(prefix.size());
    if (path.startsWith("/metadata/") || path.startsWith("/server/"))
        return path.mid(1);
    return {};
}

const QList<QList<QByteArray>> &routeSteps()
{
    static const QList<QList<QByteArray>> all = [] {
        QList<QList<QByteArray>> steps;
        for (const Route &route : routes)
            steps.append(QByteArray(route.path).split('/'));
        return steps;
    }();
    return all;
}

// What stands behind "services" in the path, where that is an id.
QString serviceIn(const QList<QByteArray> &wanted, const QStringList &ids)
{
    qsizetype id = 0;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted[i] != "*")
            continue;
        if (i > 0 && wanted[i - 1] == "services")
            return ids[id];
        ++id;
    }
    return {};
}

} // namespace

FoundRoute findRoute(const Request &request, contract::Dialect dialect)
{
    FoundRoute found;
    const std::optional<QByteArray> path = belowPrefix(request.path, dialect);
    if (!path)
        return found;
    const QList<QByteArray> steps = path->split('/');
    const QByteArray method = request.method == "HEAD" ? QByteArray("GET") : request.method;
    for (std::size_t i = 0; i < routes.size(); ++i) {
        const Route &route = routes[i];
        const std::optional<QStringList> ids = match(routeSteps()[qsizetype(i)], steps);
        if (!ids || !isServed(route, dialect))
            continue;
        if (method == route.method) {
            found.route = &route;
            found.ids = *ids;
            found.service = serviceIn(routeSteps()[qsizetype(i)], *ids);
            return found;
        }
        if (!found.allowed.isEmpty())
            found.allowed += ", ";
        found.allowed += route.method;
    }
    return found;
}

bool isOperation(QStringView name)
{
    return std::any_of(routes.begin(), routes.end(), [name](const Route &route) {
        return name == QLatin1StringView(route.name);
    });
}

} // namespace closeout::sandbox
