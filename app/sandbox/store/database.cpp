// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/store/database.h"

#include <QtCore/QUuid>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

constexpr qsizetype statementLimit = 200;

} // namespace

Database::Database(const QString &path)
    : m_path(path)
    , m_connection(u"sandbox-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

Database::~Database()
{
    m_statements.clear();
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path)
{
    std::unique_ptr<Database> self(new Database(path));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, self->m_connection);
        database.setDatabaseName(path);
        database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=1000"_s);
        if (!database.open())
            return tl::unexpected(self->failed(database.lastError()));
    }
    // Exclusive: the counters are held in memory, and a second sandbox on the same file would
    // give out the same ids.
    for (const auto pragma :
         {"PRAGMA locking_mode = EXCLUSIVE"_L1, "PRAGMA journal_mode = WAL"_L1,
          "PRAGMA synchronous = NORMAL"_L1, "PRAGMA foreign_keys = ON"_L1,
          "PRAGMA cache_size = -65536"_L1, "PRAGMA journal_size_limit = 67108864"_L1}) {
        if (const Result<void> set = self->execute(pragma); !set)
            return tl::unexpected(set.error());
    }
    return self;
}

Error Database::failed(const QSqlError &error) const
{
    return {ErrorKind::Storage,
            Tr::tr(
                "The sandbox's store %1 cannot be used: %2. Check that it can be written, that the "
                "disk is not full and that no other sandbox uses it.")
                .arg(m_path,
                     error.databaseText().isEmpty() ? error.driverText() : error.databaseText()),
            error.text()};
}

Result<void> Database::execute(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!query.exec(sql))
        return tl::unexpected(failed(query.lastError()));
    return {};
}

Result<QSqlQuery *> Database::run(const QString &sql, const QVariantList &values)
{
    if (m_statements.size() > statementLimit)
        m_statements.clear(); // lists of types of ever other lengths
    std::shared_ptr<QSqlQuery> &statement = m_statements[sql];
    if (!statement) {
        auto fresh = std::make_shared<QSqlQuery>(QSqlDatabase::database(m_connection, false));
        fresh->setForwardOnly(true);
        if (!fresh->prepare(sql)) {
            const Error error = failed(fresh->lastError());
            m_statements.remove(sql);
            return tl::unexpected(error);
        }
        statement = std::move(fresh);
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        statement->bindValue(int(i), values[i]);
    if (!statement->exec())
        return tl::unexpected(failed(statement->lastError()));
    return statement.get();
}

Result<void> Database::change(const QString &sql, const QVariantList &values)
{
    const Result<QSqlQuery *> done = run(sql, values);
    if (!done)
        return tl::unexpected(done.error());
    (*done)->finish();
    return {};
}

} // namespace closeout::sandbox
