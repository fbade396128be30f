// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/operations/operations.h"

#include "sandbox/operations/answers.h"
#include "sandbox/operations/moments.h"
#include "sandbox/operations/schemas.h"
#include "sandbox/options.h"
#include "json/strings.h"

#include <QtCore/QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

QByteArray shownValue(const AttributeValue &value)
{
    const QByteArray name = json::spell(value.name);
    return "{\"name\":" + name + ",\"dbid\":" + QByteArray::number(value.id)
        + ",\"display_name\":" + name + ",\"description\":" + name + '}';
}

QByteArray shownAttribute(const BusinessAttribute &attribute, MapNames mapNames)
{
    QList<QByteArray> fields;
    for (const QString &field : attribute.fields)
        fields.append(json::spell(field));
    QList<QByteArray> values;
    for (const AttributeValue &value : attribute.values)
        values.append(shownValue(value));
    const QByteArray display = json::spell(attribute.displayName);
    return "{\"name\":" + json::spell(attribute.name) + ",\"dbid\":"
        + QByteArray::number(attribute.id) + ",\"display_name\":" + display + ",\"description\":"
        + display + ",\"map_name\":" + (mapNames == MapNames::On ? "true" : "false")
        + ",\"cv_attributes\":" + jsonArray(fields) + ",\"values\":" + jsonArray(values) + '}';
}

// Kilobytes in use; 0 where the system does not say.
qint64 usedMemory()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> pages = file.readAll().split(' ');
    return pages.size() > 1 ? pages[1].toLongLong() * 4 : 0;
}

} // namespace

Result<Response> queryBusinessAttributes(const Context &context, const Call &call)
{
    const BusinessAttributes &attributes = context.options.attributes;
    const QString field = call.query.text("cv-attribute"_L1);
    if (call.ids.isEmpty() && field.isEmpty()) {
        QList<QByteArray> shown;
        for (const BusinessAttribute &attribute : attributes.all())
            shown.append(shownAttribute(attribute, context.options.mapNames));
        return content(jsonArray(shown));
    }
    const QString wanted = call.ids.isEmpty() ? field : call.ids[0];
    const BusinessAttribute *found = call.ids.isEmpty() ? attributes.byField(field)
                                                        : attributes.byName(wanted);
    if (!found) {
        return failure(ErrorKind::NotFound,
                       Tr::tr("There is no business attribute for “%1”.").arg(wanted));
    }
    return content(shownAttribute(*found, context.options.mapNames));
}

Result<Response> createSchema(const Context &context, const Call &call)
{
    const Result<json::Document> body = readBody(call.request);
    if (!body)
        return tl::unexpected(body.error());
    const Result<Schema> schema = readSchema(call.entity, body->root());
    if (!schema)
        return tl::unexpected(schema.error());
    const Result<QList<Schema>> known = context.store.schemas(call.entity);
    if (!known)
        return tl::unexpected(known.error());
    const bool taken = std::any_of(known->begin(), known->end(), [&](const Schema &each) {
        return each.name.compare(schema->name, Qt::CaseInsensitive) == 0;
    });
    if (taken) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("There is an extension schema “%1” already.").arg(schema->name));
    }
    if (const Result<void> added = context.store.add(*schema); !added)
        return tl::unexpected(added.error());
    return created("{\"name\":" + json::spell(schema->name) + '}');
}

Result<Response> querySchemas(const Context &context, const Call &call)
{
    const Result<QList<Schema>> schemas = context.store.schemas(call.entity);
    if (!schemas)
        return tl::unexpected(schemas.error());
    QList<QByteArray> shown;
    for (const Schema &schema : *schemas)
        shown.append(schema.definition);
    return content(jsonArray(shown));
}

Result<Response> queryStatus(const Context &context, const Call &)
{
    const Statistics &statistics = context.statistics;
    const QByteArray used = QByteArray::number(usedMemory());
    return content(
        "{\"version\":" + json::spell(contract::dialectName(context.options.dialect))
        + ",\"system_time\":" + shownMoment(context.now)
        + ",\"mode\":\"production\",\"started\":" + shownMoment(statistics.startedAt)
        + ",\"last_request\":" + shownMoment(statistics.lastRequest) + ",\"request_today\":"
        + QByteArray::number(statistics.requests.load()) + ",\"client_errors_today\":"
        + QByteArray::number(statistics.clientErrors.load()) + ",\"server_errors_today\":"
        + QByteArray::number(statistics.serverErrors.load()) + ",\"max_memory\":" + used
        + ",\"allocated_memory\":" + used + ",\"used_memory\":" + used + ",\"free_memory\":0}");
}

} // namespace closeout::sandbox
