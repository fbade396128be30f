// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/operations/router.h"

#include "contract/dialect.h"
#include "sandbox/operations/answers.h"
#include "sandbox/store/storethread.h"

#include <QtCore/QDateTime>

#include <array>

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

using contract::Completeness;

enum class Dialects : quint8 { Both, Only85, Only81 };

struct Route
{
    const char *method;
    const char *path; // "*" stands for an id
    Operation operation;
    Dialects dialects = Dialects::Both;
    Entity entity = Entity::Service;
    Completeness completeness = Completeness::All;
};

constexpr auto both = Dialects::Both;

// The first that fits counts, so words stand before ids.
constexpr std::array routes{
    Route{"POST", "services/start", startService},
    Route{"GET", "services/anonymous/*", queryAnonymousServices},
    Route{"GET", "services/anonymous/*/active", queryAnonymousServices, both, Entity::Service,
          Completeness::Active},
    Route{"GET", "services/anonymous/*/completed", queryAnonymousServices, both, Entity::Service,
          Completeness::Completed},
    Route{"GET", "customers/*/services", queryCustomerServices},
    Route{"GET", "customers/*/services/active", queryCustomerServices, both, Entity::Service,
          Completeness::Active},
    Route{"GET", "customers/*/services/completed", queryCustomerServices, both, Entity::Service,
          Completeness::Completed},
    Route{"POST", "customers/*/services/*", associateService},
    Route{"GET", "services/*", queryService},
    Route{"PUT", "services/*", updateExpiration, Dialects::Only85},
    Route{"DELETE", "services/*", deleteService, Dialects::Only85},
    Route{"POST", "services/*/end", completeService},
    Route{"PUT", "services/*/extensions/*", updateExtension},
    Route{"PUT", "services/*/extensions/*/merge", mergeExtension, Dialects::Only85},

    Route{"POST", "services/*/states/start", startChild, both, Entity::State},
    Route{"POST", "services/*/states/transition", performTransition, both, Entity::State},
    Route{"GET", "services/*/states", queryChildren, both, Entity::State},
    Route{"GET", "services/*/states/active", queryChildren, both, Entity::State,
          Completeness::Active},
    Route{"GET", "services/*/states/completed", queryChildren, both, Entity::State,
          Completeness::Completed},
    Route{"GET", "services/*/states/*", queryChild, both, Entity::State},
    Route{"POST", "services/*/states/*/end", completeChild, both, Entity::State},
    Route{"PUT", "services/*/states/*/extensions/*", updateExtension, both, Entity::State},
    Route{"PUT", "services/*/states/*/extensions/*/merge", mergeExtension, Dialects::Only85,
          Entity::State},

    Route{"POST", "services/*/tasks/start", startChild, both, Entity::Task},
    Route{"GET", "services/*/tasks", queryChildren, both, Entity::Task},
    Route{"GET", "services/*/tasks/active", queryChildren, both, Entity::Task,
          Completeness::Active},
    Route{"GET", "services/*/tasks/completed", queryChildren, both, Entity::Task,
          Completeness::Completed},
    Route{"GET", "services/*/tasks/*", queryChild, both, Entity::Task},
    Route{"POST", "services/*/tasks/*/end", completeChild, both, Entity::Task},
    Route{"PUT", "services/*/tasks/*/extensions/*", updateExtension, both, Entity::Task},
    Route{"PUT", "services/*/tasks/*/extensions/*/merge", mergeExtension, Dialects::Only85,
          Entity::Task},

    Route{"POST", "maintenance/purge", purgeServices, Dialects::Only85},
    Route{"GET", "maintenance/services/stream", exportServices, Dialects::Only85},
    Route{"GET", "metadata/business-attributes", queryBusinessAttributes},
    Route{"GET", "metadata/business-attributes/*", queryBusinessAttributes},
    Route{"POST", "metadata/services/extensions", createSchema, Dialects::Only81, Entity::Service},
    Route{"POST", "metadata/states/extensions", createSchema, Dialects::Only81, Entity::State},
    Route{"POST", "metadata/tasks/extensions", createSchema, Dialects::Only81, Entity::Task},
    Route{"GET", "metadata/services/extensions", querySchemas, Dialects::Only81, Entity::Service},
    Route{"GET", "metadata/states/extensions", querySchemas, Dialects::Only81, Entity::State},
    Route{"GET", "metadata/tasks/extensions", querySchemas, Dialects::Only81, Entity::Task},
    Route{"GET", "server/status", queryStatus},
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

struct Found
{
    const Route *route = nullptr;
    QStringList ids;
    QByteArray allowed; // methods, if the path exists
};

Found findRoute(const Request &request, contract::Dialect dialect)
{
    Found found;
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
            return found;
        }
        if (!found.allowed.isEmpty())
            found.allowed += ", ";
        found.allowed += route.method;
    }
    return found;
}

Result<Response> inTransaction(const Context &context, const Route &route, const Call &call)
{
    if (const Result<void> begun = context.store.begin(); !begun)
        return tl::unexpected(begun.error());
    Result<Response> response = failure(ErrorKind::Storage, {});
    if (const Result<void> settled = settle(context); !settled)
        response = tl::unexpected(settled.error());
    else
        response = route.operation(context, call);
    if (!response) {
        context.store.rollback();
        return response;
    }
    if (const Result<void> committed = context.store.commit(); !committed) {
        context.store.rollback();
        return tl::unexpected(committed.error());
    }
    return response;
}

} // namespace

Router::Router(StoreThread &store, const Options &options)
    : m_store(store)
    , m_options(options)
{
    m_statistics.startedAt = now();
    m_statistics.lastRequest = m_statistics.startedAt;
}

Response Router::answer(const Request &request)
{
    const Found found = findRoute(request, m_options.dialect);
    if (!found.route && !found.allowed.isEmpty()) {
        Response response = refuse(405,
                                   Tr::tr("%1 is not possible here; possible are: %2.")
                                       .arg(QString::fromUtf8(request.method),
                                            QString::fromLatin1(found.allowed)),
                                   request);
        response.headers.append({"Allow", found.allowed});
        return response;
    }
    if (!found.route) {
        return refuse(404,
                      Tr::tr("There is no operation at %1 in the %2 dialect.")
                          .arg(QString::fromUtf8(request.path),
                               contract::dialectName(m_options.dialect)),
                      request);
    }
    const Call call{request, found.ids, Query(request.query), found.route->completeness,
                    found.route->entity};
    Result<Response> response = m_store.run([&](Store &store) {
        return inTransaction({store, m_store, m_options, m_statistics, now()}, *found.route, call);
    });
    return counted(response ? std::move(*response)
                            : refusal(m_options.dialect, response.error(), request));
}

Response Router::refuse(int status, const QString &message, const Request &request)
{
    return counted(
        refusal(m_options.dialect, {ErrorKind::InvalidInput, message, {}, status}, request));
}

Moment Router::now() const
{
    return m_options.clock ? m_options.clock() : QDateTime::currentMSecsSinceEpoch();
}

Response Router::counted(Response response)
{
    ++m_statistics.requests;
    m_statistics.lastRequest = now();
    if (response.status >= 500)
        ++m_statistics.serverErrors;
    else if (response.status >= 400)
        ++m_statistics.clientErrors;
    return response;
}

} // namespace closeout::sandbox
