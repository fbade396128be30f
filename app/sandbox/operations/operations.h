// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The operations of section "Service API", one function each: what was asked and the store in,
// the answer out. The router runs each in a transaction of its own and turns an Error into the
// dialect's answer.

#pragma once

#include "contract/fields.h"
#include "sandbox/http/request.h"
#include "sandbox/operations/query.h"
#include "sandbox/store/store.h"
#include "json/document.h"

#include <QtCore/QStringList>

#include <atomic>

namespace closeout::sandbox {

struct Options;
enum class DataValidation : quint8;
class EventBody;
class StoreThread;

struct Call
{
    const Request &request;
    QStringList ids; // the variable parts of the path, decoded, in order
    Query query;
    contract::Completeness completeness = contract::Completeness::All; // "/active", "/completed"
    Entity entity = Entity::Service; // that the operation works on, where one serves several
};

struct Statistics // since the server was started
{
    Moment startedAt = 0;
    std::atomic<Moment> lastRequest = 0;
    std::atomic<qint64> requests = 0;
    std::atomic<qint64> clientErrors = 0;
    std::atomic<qint64> serverErrors = 0;
};

struct Context
{
    Store &store;
    StoreThread &thread; // for streams, which go on when the operation has returned
    const Options &options;
    const Statistics &statistics;
    Moment now = 0;
};

using Operation = Result<Response> (*)(const Context &, const Call &);

// serviceoperations.cpp
Result<Response> startService(const Context &context, const Call &call);
Result<Response> associateService(const Context &context, const Call &call);
Result<Response> completeService(const Context &context, const Call &call);
Result<Response> queryService(const Context &context, const Call &call);
Result<Response> queryCustomerServices(const Context &context, const Call &call);
Result<Response> queryAnonymousServices(const Context &context, const Call &call);
Result<Response> deleteService(const Context &context, const Call &call);
Result<Response> updateExpiration(const Context &context, const Call &call);

// childoperations.cpp
Result<Response> startChild(const Context &context, const Call &call);
Result<Response> completeChild(const Context &context, const Call &call);
Result<Response> queryChild(const Context &context, const Call &call);
Result<Response> queryChildren(const Context &context, const Call &call);
Result<Response> performTransition(const Context &context, const Call &call);

// extensionoperations.cpp
Result<Response> updateExtension(const Context &context, const Call &call);
Result<Response> mergeExtension(const Context &context, const Call &call);

// maintenanceoperations.cpp
Result<Response> purgeServices(const Context &context, const Call &call);
Result<Response> exportServices(const Context &context, const Call &call); // a stream
// What the clock has brought: services that expire or complete themselves.
Result<void> settle(const Context &context);

// metadataoperations.cpp
Result<Response> queryBusinessAttributes(const Context &context, const Call &call);
Result<Response> createSchema(const Context &context, const Call &call);
Result<Response> querySchemas(const Context &context, const Call &call);
Result<Response> queryStatus(const Context &context, const Call &call);

// What several of them share (operations.cpp).

Result<json::Document> readBody(const Request &request); // an empty one counts as {}
Result<EventBody> readEvent(const Context &context, const json::Value &body, contract::Event event,
                            const QStringList &leftOut = {});

// Everything is checked in 8.1, and in 8.5 if the server was told so.
DataValidation validationOf(const Options &options);

// Of an event that starts or ends something, what the site has defaults for; 8.5 only.
Result<EventBody> readWithDefaults(const Context &context, const json::Value &body,
                                   contract::Event event, const QStringList &leftOut = {});

// "completed", duration and disposition as they will be kept and shown.
QByteArray endingOf(const Record &record, const EventBody &event, Moment now);

// The attached data after the event, by the reading that the server plays.
QByteArray extensionsAfter(const Context &context, const QByteArray &kept, const EventBody &event);

// A task's state_id, where it is given: a state that the service has.
Result<void> checkState(const Context &context, const Service &service,
                        std::optional<qint64> stateId);

// What ttl and expiration_time say together: the moment when the service goes; nothing: not given.
std::optional<Moment> expiryOf(const EventBody &event, Moment now);

Result<Service> findService(const Context &context, const QString &id);
Result<Child> findChild(const Context &context, const Service &service, Entity entity,
                        const QString &id);
QByteArray jsonArray(const QList<QByteArray> &elements);

} // namespace closeout::sandbox
