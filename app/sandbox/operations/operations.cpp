// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/operations/operations.h"

#include "contract/ids.h"
#include "contract/timestamp.h"
#include "sandbox/operations/attacheddata.h"
#include "sandbox/operations/eventbody.h"
#include "sandbox/options.h"

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

Result<json::Document> readBody(const Request &request)
{
    return json::Document::parse(request.body.isEmpty() ? QByteArray("{}") : request.body);
}

Result<EventBody> readEvent(const Context &context, const json::Value &body, contract::Event event,
                            const QStringList &leftOut)
{
    EventRules rules{event,
                     context.options.dialect,
                     context.options.attributes,
                     validationOf(context.options),
                     Schemas(),
                     leftOut};
    if (rules.dialect == contract::Dialect::V81) {
        const Result<QList<Schema>> schemas = context.store.schemas(entityOf(event));
        if (!schemas)
            return tl::unexpected(schemas.error());
        rules.schemas = Schemas(*schemas);
    }
    return EventBody::read(body, rules);
}

DataValidation validationOf(const Options &options)
{
    return options.dialect == contract::Dialect::V81 ? DataValidation::On : options.dataValidation;
}

Result<EventBody> readWithDefaults(const Context &context, const json::Value &body,
                                   contract::Event event, const QStringList &leftOut)
{
    Result<EventBody> read = readEvent(context, body, event, leftOut);
    if (read && context.options.dialect == contract::Dialect::V85)
        read->fillIn(event, context.options.attributes);
    return read;
}

QByteArray endingOf(const Record &record, const EventBody &event, Moment now)
{
    // An end before the start is taken as the client tells it; a negative duration helps nobody.
    const Moment duration = std::max<Moment>(0, event.timestamp(now) - record.startedAt);
    QByteArray json = "{\"completed\":" + event.shown(now)
        + ",\"duration\":" + QByteArray::number(duration);
    for (const auto name : {"disposition"_L1, "disposition_desc"_L1}) {
        const QByteArray raw = event.raw(QString(name));
        if (!raw.isEmpty())
            json += QByteArray(",\"") + name.data() + "\":" + raw;
    }
    return json + '}';
}

QByteArray extensionsAfter(const Context &context, const QByteArray &kept, const EventBody &event)
{
    const bool is85 = context.options.dialect == contract::Dialect::V85;
    const AttachedDataReading worded = is85 ? AttachedDataReading::ReplaceAll
                                            : AttachedDataReading::ReplaceKeys;
    return afterEvent(kept, event.extensions(), context.options.attachedData.value_or(worded),
                      is85 ? Qt::CaseSensitive : Qt::CaseInsensitive);
}

Result<void> checkState(const Context &context, const Service &service,
                        std::optional<qint64> stateId)
{
    if (!stateId)
        return {};
    const Result<Child> state = context.store.child(Entity::State, service, qint32(*stateId));
    return state ? Result<void>() : tl::unexpected(state.error());
}

std::optional<Moment> expiryOf(const EventBody &event, Moment now)
{
    if (const std::optional<qint64> ttl = event.integer(u"ttl"))
        return later(now, *ttl);
    return event.moment(u"expiration_time");
}

Result<Service> findService(const Context &context, const QString &id)
{
    if (context.options.dialect == contract::Dialect::V81) {
        if (const Result<void> checked = contract::checkServiceId(contract::Dialect::V81, id);
            !checked) {
            return tl::unexpected(checked.error());
        }
    }
    return context.store.service(id);
}

Result<Child> findChild(const Context &context, const Service &service, Entity entity,
                        const QString &id)
{
    const Result<void> checked = entity == Entity::State
        ? contract::checkStateId(contract::Dialect::V81, id)
        : contract::checkTaskId(contract::Dialect::V81, id);
    if (checked)
        return context.store.child(entity, service, id.toInt());
    if (context.options.dialect == contract::Dialect::V81)
        return tl::unexpected(checked.error());
    return failure(ErrorKind::NotFound,
                   u"There are no %1 found for : %2"_s.arg(entity == Entity::State ? u"state"_s
                                                                                   : u"task"_s,
                                                           id));
}

QByteArray jsonArray(const QList<QByteArray> &elements)
{
    QByteArray json = "[";
    for (const QByteArray &element : elements) {
        if (json.size() > 1)
            json += ',';
        json += element;
    }
    return json + ']';
}

} // namespace closeout::sandbox
