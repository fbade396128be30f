// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "journal/database.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QUuid>
#include <QtSql/QSqlError>

#include <utility>

using namespace Qt::StringLiterals;

namespace closeout::journal {

namespace {

constexpr QLatin1StringView sqliteBusy("5"); // SQLITE_BUSY
constexpr QLatin1StringView sqliteCannotOpen("14"); // SQLITE_CANTOPEN
constexpr QLatin1StringView sqliteReadOnly("8"); // SQLITE_READONLY and its kinds
constexpr qsizetype checksumBytes = 16;

} // namespace

tl::unexpected<Error> storageFailure(const QString &path, const QSqlError &error)
{
    return failure(ErrorKind::Storage,
                   Tr::tr("The journal %1 cannot be used: %2. Check the disk and the rights on the "
                          "file and its folder.")
                       .arg(path,
                            error.databaseText().isEmpty() ? error.driverText()
                                                           : error.databaseText()),
                   error.nativeErrorCode());
}

bool cannotBeOpened(const Error &error)
{
    bool isNumber = false;
    const int code = error.detail.toInt(&isNumber) & 0xff; // without what the kind is
    return isNumber && (code == sqliteCannotOpen.toInt() || code == sqliteReadOnly.toInt());
}

QVariant text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

QVariant bytes(const QByteArray &value)
{
    return value.isNull() ? QByteArray("") : value;
}

QByteArray checksumOf(const QVariantList &values)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QVariant &value : values) {
        const QByteArray part = value.typeId() == QMetaType::QByteArray ? value.toByteArray()
                                                                        : value.toString().toUtf8();
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    }
    return hash.result().first(checksumBytes);
}

Database::Database(QString path, QString connection)
    : m_path(std::move(path))
    , m_connection(std::move(connection))
{
}

Database::~Database()
{
    m_prepared.clear(); // before what they were prepared for
    handle().close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::connect(const QString &path, const QString &options,
                                                    const QString &name)
{
    std::unique_ptr<Database> made(
        new Database(path, "journal-"_L1 + QUuid::createUuid().toString(QUuid::WithoutBraces)));
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, made->m_connection);
    database.setDatabaseName(name.isEmpty() ? path : name);
    database.setConnectOptions(options);
    if (!database.open())
        return storageFailure(path, database.lastError());
    return made;
}

Result<void> Database::run(QLatin1StringView statement) const
{
    QSqlQuery query(handle());
    if (!query.exec(statement))
        return storageFailure(m_path, query.lastError());
    return {};
}

Result<Database::Turn> Database::begin() const
{
    QSqlQuery query(handle());
    if (query.exec(u"BEGIN IMMEDIATE"_s))
        return Turn::Taken;
    if (query.lastError().nativeErrorCode() == sqliteBusy)
        return Turn::Locked;
    return storageFailure(m_path, query.lastError());
}

Result<Database::Turn> Database::write(const std::function<Result<void>()> &work) const
{
    const Result<Turn> turn = begin();
    if (!turn || *turn == Turn::Locked)
        return turn;
    Result<void> done = work();
    if (done)
        done = run("COMMIT"_L1);
    if (!done) {
        (void)run("ROLLBACK"_L1); // the first error is the one to tell
        return tl::unexpected(done.error());
    }
    return Turn::Taken;
}

Result<void> Database::runPrepared(QSqlQuery &query, const QVariantList &values) const
{
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values.at(i));
    if (!query.exec())
        return storageFailure(m_path, query.lastError());
    return {};
}

Result<QSqlQuery> Database::query(const char *statement, const QVariantList &values) const
{
    QSqlQuery query(handle());
    query.setForwardOnly(true);
    if (!query.prepare(QLatin1StringView(statement)))
        return storageFailure(m_path, query.lastError());
    if (const Result<void> done = runPrepared(query, values); !done)
        return tl::unexpected(done.error());
    return query;
}

Result<QSqlQuery *> Database::prepared(const char *statement) const
{
    if (const auto known = m_prepared.find(statement); known != m_prepared.end())
        return &known->second;
    QSqlQuery query(handle());
    query.setForwardOnly(true);
    if (!query.prepare(QLatin1StringView(statement)))
        return storageFailure(m_path, query.lastError());
    return &m_prepared.emplace(statement, std::move(query)).first->second;
}

Result<void> Database::execute(const char *statement, const QVariantList &values) const
{
    return prepared(statement).and_then([&](QSqlQuery *query) {
        Result<void> done = runPrepared(*query, values);
        query->finish(); // it would hold a lock
        return done;
    });
}

Result<qint64> Database::number(const char *statement, const QVariantList &values,
                                qint64 otherwise) const
{
    const Result<QSqlQuery *> row = prepared(statement);
    const Result<void> done = row ? runPrepared(**row, values) : tl::unexpected(row.error());
    if (!done)
        return tl::unexpected(done.error());
    Result<qint64> number = otherwise;
    if ((*row)->next())
        number = (*row)->value(0).toLongLong();
    else if ((*row)->lastError().isValid()) // an error behind it is no answer
        number = storageFailure(m_path, (*row)->lastError());
    (*row)->finish();
    return number;
}

} // namespace closeout::journal
