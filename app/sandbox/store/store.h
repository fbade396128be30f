// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Everything the server keeps, in SQLite, and all of its SQL: services in store.cpp, their children
// and the schemas in storedchildren.cpp. Owned by the store thread, which alone may call it: a Qt
// SQL connection belongs to one thread. It knows nothing of HTTP and decides nothing; the
// operations do.
//
// The SQL is plain, so that other data bases would take most of it. JSON is kept as bytes.

#pragma once

#include "contract/dialect.h"
#include "contract/urls.h"
#include "sandbox/store/records.h"

#include <QtCore/QList>
#include <QtCore/QVariant>

#include <memory>

namespace closeout::sandbox {

class Database;

struct ServiceFilter
{
    QString customer = {}; // one of these two; a contact key finds anonymous services only
    QString contactKey = {};
    contract::Completeness completeness = contract::Completeness::All;
    std::optional<Moment> startedFrom = {}; // at or after
    std::optional<Moment> startedTo = {}; // before
    QList<QByteArray> types = {}; // as kept; empty: any
};

struct ChildFilter
{
    contract::Completeness completeness = contract::Completeness::All;
    QList<QByteArray> types = {}; // as kept; empty: any
    std::optional<qint32> state = {}; // tasks of this state only
    std::optional<qint32> id = {};
};

struct ExportFilter
{
    enum class Events : quint8 { Any, Started, Completed };
    enum class Activity : quint8 { Any, Active, Inactive };
    Moment from = 0; // at or after
    Moment to = 0; // before
    Events events = Events::Any;
    Activity activity = Activity::Any;
};

struct PurgeFilter
{
    Moment limit = 0; // started before
    contract::Completeness completeness = contract::Completeness::All;
    bool anonymousOnly = false;
};

class Store
{
public:
    // path: a file, made when it is not there, or ":memory:". A file of the other dialect, of a
    // newer Closeout, or in use by another sandbox is refused.
    static Result<std::unique_ptr<Store>> open(const QString &path, contract::Dialect dialect);
    ~Store();

    Result<void> begin();
    Result<void> commit();
    void rollback();
    Result<void> trim(); // after very much was written: gives back the log's room on the disk

    Result<bool> isEmpty(); // no service in it

    // Gives it the next number, and an id of the dialect's form, unless it has them.
    Result<void> add(Service &service);
    Result<Service> service(const QString &id);
    Result<void> update(const Service &service);
    Result<void> remove(const Service &service);
    Result<QList<Service>> services(const ServiceFilter &filter); // oldest first
    Result<qint64> purge(const PurgeFilter &filter);

    // In order of creation, from behind the given number, at most that many.
    Result<QList<Service>> exportPage(const ExportFilter &filter, qint64 behind, int limit);

    Result<void> add(Child &child); // gives it the next id, unless it has one other than -1
    Result<Child> child(Entity entity, const Service &service, qint32 id);
    Result<void> update(const Child &child);
    // Of one service or of a range of numbers, by service and id.
    Result<QList<Child>> children(Entity entity, qint64 first, qint64 last,
                                  const ChildFilter &filter = {});

    Result<bool> isAnythingDue(Moment now); // to expire or to complete itself
    Result<void> removeExpired(Moment now);
    Result<QList<Service>> dueForCompletion(Moment now);
    // Service, state or task were updated: the time until it completes itself starts anew.
    Result<void> touch(const Service &service, Moment now);

    Result<void> add(const Schema &schema);
    Result<QList<Schema>> schemas(Entity entity);

private:
    Store(std::unique_ptr<Database> database, contract::Dialect dialect);
    Result<void> prepareFile();
    Result<QList<Service>> readServices(const QString &condition, const QVariantList &values);

    std::unique_ptr<Database> m_database;
    contract::Dialect m_dialect;
    qint64 m_nextNumber = 1;
    qint64 m_savedNumber = 1; // as far as the file knows
};

} // namespace closeout::sandbox
