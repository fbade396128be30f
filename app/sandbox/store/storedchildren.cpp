// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// States and tasks, and the schemas of 8.1.

#include "sandbox/store/store.h"

#include "sandbox/store/database.h"
#include "sandbox/store/sql.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

QString tableOf(Entity entity)
{
    return entity == Entity::State ? u"states"_s : u"tasks"_s;
}

} // namespace

Result<void> Store::add(Child &child)
{
    const QString table = tableOf(child.entity);
    if (child.id < 0) {
        const Result<QSqlQuery *> rows =
            m_database->run(u"SELECT id FROM %1 WHERE service = ? ORDER BY id DESC LIMIT 1"_s.arg(
                                table),
                            {child.service});
        if (!rows)
            return tl::unexpected(rows.error());
        const bool any = (*rows)->next() && !(*rows)->value(0).isNull();
        const qint64 next = any ? (*rows)->value(0).toLongLong() + 1 : 0;
        (*rows)->finish();
        if (next > std::numeric_limits<qint32>::max()) {
            return failure(ErrorKind::Storage,
                           Tr::tr("The service has used up its 32-bit ids for %1.").arg(table));
        }
        child.id = qint32(next);
    }
    QVariantList values{child.service,   child.id,     orNull(child.type),
                        child.startedAt, child.fields, orNull(child.ending),
                        child.extensions};
    QString columns = u"service, id, type, started_at, fields, ending, extensions"_s;
    if (child.entity == Entity::Task) {
        columns += ", state"_L1;
        values.append(orNull(child.state));
    }
    return m_database->change(u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(table, columns,
                                                                       placeholders(values.size())),
                              values);
}

Result<void> Store::update(const Child &child)
{
    QVariantList values{orNull(child.ending), child.extensions};
    QString changes = u"ending = ?, extensions = ?"_s;
    if (child.entity == Entity::Task) {
        changes += ", state = ?"_L1;
        values.append(orNull(child.state));
    }
    values.append({child.service, child.id});
    return m_database->change(u"UPDATE %1 SET %2 WHERE service = ? AND id = ?"_s
                                  .arg(tableOf(child.entity), changes),
                              values);
}

Result<QList<Child>> Store::children(Entity entity, qint64 first, qint64 last,
                                     const ChildFilter &filter)
{
    // An id is found by the key only behind a service of which there is one.
    QString condition = u"service = ?"_s;
    QVariantList values{first};
    if (first != last) {
        condition = u"service >= ? AND service <= ?"_s;
        values.append(last);
    }
    addCompleteness(filter.completeness, condition);
    addTypes(filter.types, condition, values);
    if (filter.state && entity == Entity::Task) {
        condition += " AND state = ?"_L1;
        values.append(*filter.state);
    }
    if (filter.id) {
        condition += " AND id = ?"_L1;
        values.append(*filter.id);
    }
    const Result<QSqlQuery *> rows = m_database->run(
        u"SELECT service, id, type, started_at, fields, ending, extensions%1 FROM %2 WHERE %3 "
        "ORDER BY service, id"_s.arg(entity == Entity::Task ? u", state"_s : QString(),
                                     tableOf(entity), condition),
        values);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<Child> children;
    while ((*rows)->next()) {
        const QSqlQuery &row = **rows;
        Child child;
        child.entity = entity;
        child.service = row.value(0).toLongLong();
        child.id = row.value(1).toInt();
        child.type = row.value(2).toByteArray();
        child.startedAt = row.value(3).toLongLong();
        child.fields = row.value(4).toByteArray();
        child.ending = row.value(5).toByteArray();
        child.extensions = row.value(6).toByteArray();
        if (entity == Entity::Task)
            child.state = optionalValue<qint32>(row.value(7));
        children.append(child);
    }
    (*rows)->finish();
    return children;
}

Result<Child> Store::child(Entity entity, const Service &service, qint32 id)
{
    const Result<QList<Child>> found = children(entity, service.number, service.number, {.id = id});
    if (!found)
        return tl::unexpected(found.error());
    if (!found->isEmpty())
        return found->first();
    return failure(ErrorKind::NotFound,
                   u"There are no %1 found for : %2"_s
                       .arg(entity == Entity::State ? u"state"_s : u"task"_s)
                       .arg(id));
}

Result<void> Store::add(const Schema &schema)
{
    return m_database->change(u"INSERT INTO extension_schemas (entity, name_key, name, definition) "
                              "VALUES (?, ?, ?, ?)"_s,
                              {int(schema.entity), schema.name.toLower(), schema.name,
                               schema.definition});
}

Result<QList<Schema>> Store::schemas(Entity entity)
{
    const Result<QSqlQuery *> rows = m_database->run(
        u"SELECT name, definition FROM extension_schemas WHERE entity = ? ORDER BY name_key"_s,
        {int(entity)});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<Schema> schemas;
    while ((*rows)->next())
        schemas.append({entity, (*rows)->value(0).toString(), (*rows)->value(1).toByteArray()});
    (*rows)->finish();
    return schemas;
}

} // namespace closeout::sandbox
