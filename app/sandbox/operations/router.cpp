// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/operations/router.h"

#include "contract/dialect.h"
#include "sandbox/operations/answers.h"
#include "sandbox/operations/before.h"
#include "sandbox/operations/routes.h"
#include "sandbox/operations/serverclock.h"
#include "sandbox/store/storethread.h"

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

Result<Response> carryOut(const Context &context, const FoundRoute &found, const Call &call)
{
    if (const Result<void> settled = settle(context); !settled)
        return tl::unexpected(settled.error());
    if (call.request.before) {
        if (const Result<void> back = putBack(context.store, *call.request.before); !back)
            return tl::unexpected(back.error());
    }
    std::shared_ptr<const ServiceBefore> before;
    if (call.request.keepsBefore) {
        const auto kept = keepBefore(context.store, found.service);
        if (!kept)
            return tl::unexpected(kept.error());
        before = *kept;
    }
    Result<Response> response = found.route->operation(context, call);
    if (response)
        response->before = before;
    return response;
}

Result<Response> inTransaction(const Context &context, const FoundRoute &found, const Call &call)
{
    if (const Result<void> begun = context.store.begin(); !begun)
        return tl::unexpected(begun.error());
    Result<Response> response = carryOut(context, found, call);
    if (!response || call.request.before) {
        context.store.rollback();
        return response;
    }
    if (const Result<void> committed = context.store.commit(); !committed) {
        context.store.rollback();
        return tl::unexpected(committed.error());
    }
    response->hadEffect = QByteArrayView(found.route->method) != "GET";
    return response;
}

} // namespace

Router::Router(StoreThread &store, const ServerClock &clock, const Options &options)
    : m_store(store)
    , m_clock(clock)
    , m_options(options)
{
    m_statistics.startedAt = m_clock.now();
    m_statistics.lastRequest = m_statistics.startedAt;
}

Response Router::answer(const Request &request)
{
    const FoundRoute found = findRoute(request, m_options.dialect);
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
        return inTransaction({store, m_store, m_options, m_statistics, m_clock.now()}, found, call);
    });
    return counted(response ? std::move(*response)
                            : refusal(m_options.dialect, response.error(), request));
}

Response Router::refuse(int status, const QString &message, const Request &request)
{
    return counted(
        refusal(m_options.dialect, {ErrorKind::InvalidInput, message, {}, status}, request));
}

Response Router::counted(Response response)
{
    ++m_statistics.requests;
    m_statistics.lastRequest = m_clock.now();
    if (response.status >= 500)
        ++m_statistics.serverErrors;
    else if (response.status >= 400)
        ++m_statistics.clientErrors;
    return response;
}

} // namespace closeout::sandbox
