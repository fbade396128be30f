// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/store/store.h"

#include "contract/ids.h"
#include "sandbox/store/database.h"
#include "sandbox/store/sql.h"

#include <QtCore/QUuid>
#include <QtSql/QSqlQuery>

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

constexpr int schemaVersion = 1;

// Each statement on its own: SQLite's driver runs one at a time. INTEGER PRIMARY KEY is SQLite's
// row number (64 bits) and WITHOUT ROWID keeps a service's states and tasks side by side; both
// make an export read the file from front to back.
const std::initializer_list<const char *> tables{
    "CREATE TABLE meta (name VARCHAR(40) PRIMARY KEY, value VARCHAR(40) NOT NULL)",
    "CREATE TABLE services ("
    " no INTEGER PRIMARY KEY, id VARCHAR NOT NULL, customer VARCHAR, contact_key VARCHAR, type "
    "BLOB,"
    " started_at BIGINT NOT NULL, completed_at BIGINT, expires_at BIGINT,"
    " auto_complete_after BIGINT, auto_complete_at BIGINT,"
    " fields BLOB NOT NULL, ending BLOB, extensions BLOB NOT NULL)",
    "CREATE UNIQUE INDEX services_by_id ON services (id)",
    "CREATE INDEX services_by_customer ON services (customer)",
    "CREATE INDEX services_by_contact_key ON services (contact_key)",
    "CREATE INDEX services_by_expiry ON services (expires_at) WHERE expires_at IS NOT NULL",
    "CREATE INDEX services_by_auto ON services (auto_complete_at) WHERE auto_complete_at IS NOT "
    "NULL",
    "CREATE TABLE states ("
    " service INTEGER NOT NULL REFERENCES services (no) ON DELETE CASCADE, id INTEGER NOT NULL,"
    " type BLOB, started_at BIGINT NOT NULL, fields BLOB NOT NULL, ending BLOB,"
    " extensions BLOB NOT NULL, PRIMARY KEY (service, id)) WITHOUT ROWID",
    "CREATE TABLE tasks ("
    " service INTEGER NOT NULL REFERENCES services (no) ON DELETE CASCADE, id INTEGER NOT NULL,"
    " state INTEGER, type BLOB, started_at BIGINT NOT NULL, fields BLOB NOT NULL, ending BLOB,"
    " extensions BLOB NOT NULL, PRIMARY KEY (service, id)) WITHOUT ROWID",
    "CREATE TABLE extension_schemas (entity INTEGER NOT NULL, name_key VARCHAR(26) NOT NULL,"
    " name VARCHAR(26) NOT NULL, definition BLOB NOT NULL, PRIMARY KEY (entity, name_key))",
};

const QString serviceColumns = u"no, id, customer, contact_key, type, started_at, completed_at, "
                               "expires_at, auto_complete_after, auto_complete_at, fields, ending, "
                               "extensions"_s;

Service readService(const QSqlQuery &row)
{
    Service service;
    service.number = row.value(0).toLongLong();
    service.id = row.value(1).toString();
    service.customer = row.value(2).toString();
    service.contactKey = row.value(3).toString();
    service.type = row.value(4).toByteArray();
    service.startedAt = row.value(5).toLongLong();
    service.completedAt = optionalValue<qint64>(row.value(6));
    service.expiresAt = optionalValue<qint64>(row.value(7));
    service.autoCompleteAfter = optionalValue<qint64>(row.value(8));
    service.autoCompleteAt = optionalValue<qint64>(row.value(9));
    service.fields = row.value(10).toByteArray();
    service.ending = row.value(11).toByteArray();
    service.extensions = row.value(12).toByteArray();
    return service;
}

QVariantList valuesOf(const Service &service)
{
    return {service.number,
            service.id,
            orNull(service.customer),
            orNull(service.contactKey),
            orNull(service.type),
            service.startedAt,
            orNull(service.completedAt),
            orNull(service.expiresAt),
            orNull(service.autoCompleteAfter),
            orNull(service.autoCompleteAt),
            service.fields,
            orNull(service.ending),
            service.extensions};
}

QString newServiceId()
{
    // The digits before the hyphen mean something to a real server that nobody tells.
    const QUuid uuid = QUuid::createUuid();
    return u"%1-%2"_s.arg(100 + uuid.data1 % 900).arg(uuid.toString(QUuid::WithoutBraces));
}

} // namespace

Store::Store(std::unique_ptr<Database> database, contract::Dialect dialect)
    : m_database(std::move(database))
    , m_dialect(dialect)
{
}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const QString &path, contract::Dialect dialect)
{
    Result<std::unique_ptr<Database>> database = Database::open(path);
    if (!database)
        return tl::unexpected(database.error());
    std::unique_ptr<Store> store(new Store(std::move(*database), dialect));
    if (const Result<void> ready = store->prepareFile(); !ready)
        return tl::unexpected(ready.error());
    return store;
}

Result<void> Store::prepareFile()
{
    Result<QSqlQuery *> version = m_database->run(u"PRAGMA user_version"_s);
    if (!version)
        return tl::unexpected(version.error());
    const int found = (*version)->next() ? (*version)->value(0).toInt() : 0;
    (*version)->finish();
    if (found > schemaVersion) {
        return failure(ErrorKind::Storage,
                       Tr::tr("The sandbox's store %1 was written by a newer Closeout. Use another "
                              "file.")
                           .arg(m_database->path()));
    }
    if (const Result<void> begun = begin(); !begun)
        return begun;
    const QString dialect = contract::dialectName(m_dialect);
    if (found == 0) {
        for (const char *table : tables) {
            if (const Result<void> made = m_database->execute(QString::fromLatin1(table)); !made)
                return made;
        }
        const Result<void> noted =
            m_database->change(u"INSERT INTO meta VALUES ('dialect', ?), ('next', '1')"_s,
                               {dialect});
        if (!noted)
            return noted;
        if (const Result<void> set = m_database->execute(
                u"PRAGMA user_version = %1"_s.arg(schemaVersion));
            !set)
            return set;
    }
    Result<QSqlQuery *> meta = m_database->run(u"SELECT name, value FROM meta"_s);
    if (!meta)
        return tl::unexpected(meta.error());
    while ((*meta)->next()) {
        if ((*meta)->value(0).toString() == "next"_L1) {
            m_nextNumber = m_savedNumber = (*meta)->value(1).toLongLong();
        } else if ((*meta)->value(1).toString() != dialect) {
            return failure(ErrorKind::Storage,
                           Tr::tr(
                               "The sandbox's store %1 holds services of the %2 dialect, whose ids "
                               "have another form. Use another file, or that dialect.")
                               .arg(m_database->path(), (*meta)->value(1).toString()));
        }
    }
    return commit();
}

Result<void> Store::begin()
{
    return m_database->change(u"BEGIN"_s, {});
}

Result<void> Store::commit()
{
    if (m_nextNumber != m_savedNumber) {
        const Result<void> saved = m_database
                                       ->change(u"UPDATE meta SET value = ? WHERE name = 'next'"_s,
                                                {QString::number(m_nextNumber)});
        if (!saved)
            return saved;
    }
    if (const Result<void> done = m_database->change(u"COMMIT"_s, {}); !done)
        return done;
    m_savedNumber = m_nextNumber;
    return {};
}

Result<void> Store::trim()
{
    return m_database->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
}

void Store::rollback()
{
    // What fails here has failed before and was told; numbers given out are not used again.
    (void)m_database->change(u"ROLLBACK"_s, {});
}

Result<bool> Store::isEmpty()
{
    const Result<QSqlQuery *> rows = m_database->run(u"SELECT no FROM services LIMIT 1"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    const bool found = (*rows)->next();
    (*rows)->finish();
    return !found;
}

Result<void> Store::add(Service &service)
{
    if (service.number == 0)
        service.number = m_nextNumber;
    m_nextNumber = std::max(m_nextNumber, service.number + 1);
    if (service.id.isEmpty()) {
        service.id = m_dialect == contract::Dialect::V85 ? newServiceId()
                                                         : QString::number(service.number);
    }
    static const QString sql = u"INSERT INTO services (%1) VALUES (%2)"_s.arg(serviceColumns,
                                                                              placeholders(13));
    return m_database->change(sql, valuesOf(service));
}

Result<QList<Service>> Store::readServices(const QString &condition, const QVariantList &values)
{
    const Result<QSqlQuery *> rows = m_database->run(u"SELECT %1 FROM services WHERE %2"_s
                                                         .arg(serviceColumns, condition),
                                                     values);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<Service> services;
    while ((*rows)->next())
        services.append(readService(**rows));
    (*rows)->finish();
    return services;
}

Result<Service> Store::service(const QString &id)
{
    const Result<QList<Service>> found = readServices(u"id = ?"_s, {id});
    if (!found)
        return tl::unexpected(found.error());
    if (found->isEmpty()) // the wording is the documents'
        return failure(ErrorKind::NotFound, u"There are no service found for : %1"_s.arg(id));
    return found->first();
}

Result<void> Store::update(const Service &service)
{
    QVariantList values = valuesOf(service);
    values.append(values.takeFirst());
    return m_database
        ->change(u"UPDATE services SET id = ?, customer = ?, contact_key = ?, type = ?, "
                 "started_at = ?, completed_at = ?, expires_at = ?, auto_complete_after = ?, "
                 "auto_complete_at = ?, fields = ?, ending = ?, extensions = ? WHERE no = ?"_s,
                 values);
}

Result<void> Store::remove(const Service &service)
{
    return m_database->change(u"DELETE FROM services WHERE no = ?"_s, {service.number});
}

Result<QList<Service>> Store::services(const ServiceFilter &filter)
{
    QString condition = u"customer = ?"_s;
    QVariantList values{filter.customer};
    if (filter.customer.isNull()) {
        condition = u"contact_key = ? AND customer IS NULL"_s;
        values = {filter.contactKey};
    }
    addCompleteness(filter.completeness, condition);
    if (filter.startedFrom) {
        condition += " AND started_at >= ?"_L1;
        values.append(*filter.startedFrom);
    }
    if (filter.startedTo) {
        condition += " AND started_at < ?"_L1;
        values.append(*filter.startedTo);
    }
    addTypes(filter.types, condition, values);
    return readServices(condition + " ORDER BY started_at, no"_L1, values);
}

Result<qint64> Store::purge(const PurgeFilter &filter)
{
    QString sql = u"DELETE FROM services WHERE started_at < ?"_s;
    addCompleteness(filter.completeness, sql);
    if (filter.anonymousOnly)
        sql += " AND customer IS NULL"_L1;
    const Result<QSqlQuery *> done = m_database->run(sql, {filter.limit});
    if (!done)
        return tl::unexpected(done.error());
    return (*done)->numRowsAffected();
}

Result<QList<Service>> Store::exportPage(const ExportFilter &filter, qint64 behind, int limit)
{
    const QString started = u"(started_at >= ? AND started_at < ?)"_s;
    const QString completed = u"(completed_at >= ? AND completed_at < ?)"_s;
    QString condition = u"no > ? AND "_s;
    QVariantList values{behind, filter.from, filter.to};
    switch (filter.events) {
    case ExportFilter::Events::Started:
        condition += started;
        break;
    case ExportFilter::Events::Completed:
        condition += completed;
        break;
    case ExportFilter::Events::Any:
        condition += '('_L1 + started + " OR "_L1 + completed + ')'_L1;
        values.append({filter.from, filter.to});
        break;
    }
    if (filter.activity == ExportFilter::Activity::Active)
        condition += " AND ending IS NULL"_L1;
    else if (filter.activity == ExportFilter::Activity::Inactive)
        condition += " AND ending IS NOT NULL"_L1;
    values.append(limit);
    return readServices(condition + " ORDER BY no LIMIT ?"_L1, values);
}

Result<bool> Store::isAnythingDue(Moment now)
{
    const Result<QSqlQuery *> rows = m_database
                                         ->run(u"SELECT no FROM services WHERE expires_at <= ? OR "
                                               "auto_complete_at <= ? LIMIT 1"_s,
                                               {now, now});
    if (!rows)
        return tl::unexpected(rows.error());
    const bool found = (*rows)->next();
    (*rows)->finish();
    return found;
}

Result<void> Store::removeExpired(Moment now)
{
    return m_database->change(u"DELETE FROM services WHERE expires_at <= ?"_s, {now});
}

Result<QList<Service>> Store::dueForCompletion(Moment now)
{
    return readServices(u"auto_complete_at <= ? ORDER BY no"_s, {now});
}

Result<void> Store::touch(const Service &service, Moment now)
{
    if (!service.autoCompleteAfter || !service.isActive())
        return {};
    return m_database->change(u"UPDATE services SET auto_complete_at = ? WHERE no = ?"_s,
                              {later(now, *service.autoCompleteAfter), service.number});
}

} // namespace closeout::sandbox
