// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/operations/rendering.h"

#include "sandbox/operations/members.h"
#include "json/strings.h"

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

// The object with the names of business attribute values in place of their ids, in itself and in
// the events within.
QByteArray withNames(const BusinessAttributes &attributes, Entity entity, const QByteArray &object)
{
    Members members = membersOf(object);
    for (Member &each : members) {
        if (each.key == "started"_L1 || each.key == "completed"_L1)
            each.raw = withNames(attributes, entity, each.raw);
        else
            each.raw = attributes.named(entity, each.key, each.raw);
    }
    return objectOf(members);
}

} // namespace

Renderer::Renderer(const Options &options)
    : m_options(options)
    , m_keys(options.dialect == contract::Dialect::V85 ? Qt::CaseSensitive : Qt::CaseInsensitive)
{
}

QByteArray Renderer::serviceId(const QString &id) const
{
    return m_options.dialect == contract::Dialect::V85 ? json::spell(id) : id.toLatin1();
}

QByteArray Renderer::service(const Service &service, const View &view,
                             const QList<Child> &children) const
{
    QByteArray json = "{\"service_id\":" + serviceId(service.id);
    appendRecord(json, Entity::Service, service, view);
    appendLists(json, children, view);
    return json + '}';
}

QByteArray Renderer::child(const Service &service, const Child &child, const View &view,
                           const QList<Child> &tasks) const
{
    QByteArray json = "{\"service_id\":" + serviceId(service.id) + ',';
    appendNested(json, child, view);
    if (child.entity == Entity::State)
        appendLists(json, tasks, view);
    return json + '}';
}

void Renderer::appendNested(QByteArray &json, const Child &child, const View &view) const
{
    if (child.entity == Entity::State) {
        json += "\"state_id\":" + QByteArray::number(child.id);
    } else {
        if (child.state)
            json += "\"state_id\":" + QByteArray::number(*child.state) + ',';
        json += "\"task_id\":" + QByteArray::number(child.id);
    }
    appendRecord(json, child.entity, child, view);
}

void Renderer::appendRecord(QByteArray &json, Entity entity, const Record &record,
                            const View &view) const
{
    for (const QByteArray &part : {record.fields, record.ending}) {
        if (m_options.mapNames == MapNames::On && !part.isEmpty())
            appendMembersOf(json, withNames(m_options.attributes, entity, part));
        else
            appendMembersOf(json, part);
    }
    view.extensions.append(json, entity, record.extensions, m_keys);
}

void Renderer::appendList(QByteArray &json, QLatin1StringView name, Entity entity, bool active,
                          const QList<Child> &children, const View &view) const
{
    json += ",\"";
    json += name;
    json += "\":[";
    char separator = 0;
    for (const Child &child : children) {
        if (child.entity != entity || child.isActive() != active)
            continue;
        if (separator)
            json += separator;
        json += '{';
        appendNested(json, child, view);
        json += '}';
        separator = ',';
    }
    json += ']';
}

void Renderer::appendLists(QByteArray &json, const QList<Child> &children, const View &view) const
{
    if (view.activeStates)
        appendList(json, "active_states"_L1, Entity::State, true, children, view);
    if (view.completedStates)
        appendList(json, "completed_states"_L1, Entity::State, false, children, view);
    if (view.activeTasks)
        appendList(json, "active_tasks"_L1, Entity::Task, true, children, view);
    if (view.completedTasks)
        appendList(json, "completed_tasks"_L1, Entity::Task, false, children, view);
}

} // namespace closeout::sandbox
