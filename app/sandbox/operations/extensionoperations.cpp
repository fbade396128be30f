// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Update and merge of one extension, of services, states and tasks alike.

#include "sandbox/operations/operations.h"

#include "sandbox/operations/answers.h"
#include "sandbox/operations/attacheddata.h"
#include "sandbox/operations/eventbody.h"
#include "sandbox/options.h"
#include "json/strings.h"

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

contract::Event eventOf(Entity entity)
{
    switch (entity) {
    case Entity::Service:
        return contract::Event::ServiceEnd;
    case Entity::State:
        return contract::Event::StateEnd;
    case Entity::Task:
        return contract::Event::TaskEnd;
    }
    return contract::Event::ServiceEnd;
}

// The new value of the extension: what is there now (nothing: absent), and the body.
using NewValue = Result<QByteArray> (*)(const QByteArray &now, const json::Value &body);

Result<void> changeExtension(const Context &context, const Call &call, NewValue newValue)
{
    Result<Service> service = findService(context, call.ids[0]);
    if (!service)
        return tl::unexpected(service.error());
    std::optional<Child> child;
    if (call.entity != Entity::Service) {
        const Result<Child> found = findChild(context, *service, call.entity, call.ids[1]);
        if (!found)
            return tl::unexpected(found.error());
        child = *found;
    }
    const Result<json::Document> body = json::Document::parse(call.request.body);
    if (!body)
        return tl::unexpected(body.error());
    QByteArray &extensions = child ? child->extensions : service->extensions;
    Members members = membersOf(extensions);
    const bool is85 = context.options.dialect == contract::Dialect::V85;
    const Qt::CaseSensitivity keys = is85 ? Qt::CaseSensitive : Qt::CaseInsensitive;
    const QString name = call.ids.last();
    const Member *old = find(members, name, keys);
    const Result<QByteArray> value = newValue(old ? old->raw : QByteArray(), body->root());
    if (!value)
        return tl::unexpected(value.error());

    const Member changed = old ? Member{old->key, old->rawKey, *value}
                               : Member{name, json::spell(name), *value};
    EventRules rules{eventOf(call.entity), context.options.dialect, context.options.attributes,
                     validationOf(context.options)};
    if (!is85) {
        const Result<QList<Schema>> schemas = context.store.schemas(call.entity);
        if (!schemas)
            return tl::unexpected(schemas.error());
        rules.schemas = Schemas(*schemas);
    }
    if (const Result<void> checked = checkAttachedData(rules, changed); !checked)
        return checked;
    put(members, changed, keys);
    extensions = objectOf(members);
    const Result<void> updated = child ? context.store.update(*child)
                                       : context.store.update(*service);
    return updated ? context.store.touch(*service, context.now) : updated;
}

} // namespace

Result<Response> updateExtension(const Context &context, const Call &call)
{
    const Result<void> changed = changeExtension(context, call,
                                                 [](const QByteArray &, const json::Value &body) {
                                                     return Result<QByteArray>(
                                                         body.raw().toByteArray());
                                                 });
    return changed ? Result<Response>(done()) : tl::unexpected(changed.error());
}

Result<Response> mergeExtension(const Context &context, const Call &call)
{
    const Result<void> changed =
        changeExtension(context, call, [](const QByteArray &now, const json::Value &body) {
            return merged(now.isEmpty() ? QByteArray("{}") : now, body);
        });
    return changed ? Result<Response>(done()) : tl::unexpected(changed.error());
}

} // namespace closeout::sandbox
