// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "journal/journal.h"

#include "contract/timestamp.h"
#include "journal/statements.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QLockFile>
#include <QtCore/QTemporaryFile>
#include <QtCore/QUuid>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::journal {

namespace {

constexpr QLatin1StringView sqliteBusy("5"); // SQLITE_BUSY

constexpr Outcome outcomes[]{Outcome::Completed, Outcome::Skipped, Outcome::Held, Outcome::Failed,
                             Outcome::Unknown};
constexpr ExchangeRecord::Purpose purposes[]{ExchangeRecord::Purpose::Check,
                                             ExchangeRecord::Purpose::Send,
                                             ExchangeRecord::Purpose::Settle};

tl::unexpected<Error> storageFailure(const QString &path, const QSqlError &error)
{
    return failure(ErrorKind::Storage,
                   Tr::tr("The journal %1 cannot be used: %2. Check the disk and the rights on the "
                          "file and its folder.")
                       .arg(path,
                            error.databaseText().isEmpty() ? error.driverText()
                                                           : error.databaseText()),
                   error.text());
}

tl::unexpected<Error> storageFailure(const QSqlDatabase &database, const QSqlError &error)
{
    return storageFailure(database.databaseName(), error);
}

QString text(const QString &value)
{
    return value.isNull() ? u""_s : value; // a null QString would be an SQL NULL
}

QByteArray bytes(const QByteArray &value)
{
    return value.isNull() ? QByteArray("") : value;
}

QString stamp(const QDateTime &moment)
{
    return contract::formatTimestamp(moment);
}

QDateTime moment(const QString &text)
{
    return contract::parseTimestamp(text).value_or(QDateTime());
}

template<typename... Values>
Result<EntryId> insert(const QString &connection, const char *statement, const Values &...values)
{
    const QSqlDatabase database = QSqlDatabase::database(connection);
    QSqlQuery query(database);
    if (!query.prepare(QLatin1StringView(statement)))
        return storageFailure(database, query.lastError());
    (query.addBindValue(values), ...);
    if (!query.exec())
        return storageFailure(database, query.lastError());
    return query.lastInsertId().toLongLong();
}

Result<void> run(const QSqlDatabase &database, QLatin1StringView statement)
{
    QSqlQuery query(database);
    if (!query.exec(statement))
        return storageFailure(database, query.lastError());
    return {};
}

Result<int> schemaVersionOf(const QSqlDatabase &database)
{
    QSqlQuery query(database);
    if (!query.exec(u"PRAGMA user_version"_s) || !query.next())
        return storageFailure(database, query.lastError());
    return query.value(0).toInt();
}

Result<void> createSchema(const QSqlDatabase &database)
{
    for (const char *statement : sql::schema) {
        if (const Result<void> done = run(database, QLatin1StringView(statement)); !done)
            return done;
    }
    const QByteArray version = "PRAGMA user_version = " + QByteArray::number(sql::schemaVersion);
    return run(database, QLatin1StringView(version));
}

tl::unexpected<Error> newerSchema(const QSqlDatabase &database)
{
    return failure(ErrorKind::Storage,
                   Tr::tr("The journal %1 was written by a newer Closeout. Use that one.")
                       .arg(database.databaseName()));
}

// Two programs may open a new journal at the same moment: the write lock decides who creates it.
Result<void> migrate(const QSqlDatabase &database)
{
    if (const Result<void> locked = run(database, "BEGIN IMMEDIATE"_L1); !locked)
        return locked;
    const Result<int> version = schemaVersionOf(database);
    Result<void> done = version ? Result<void>() : tl::unexpected(version.error());
    if (done && *version == 0)
        done = createSchema(database);
    else if (done && *version > sql::schemaVersion)
        done = newerSchema(database);
    if (!done) {
        (void)run(database, "ROLLBACK"_L1); // the first error is the one to tell
        return done;
    }
    return run(database, "COMMIT"_L1);
}

tl::unexpected<Error> cannotBeWritten(const QString &path, const QString &why)
{
    return failure(ErrorKind::Storage,
                   Tr::tr("The journal %1 cannot be written: %2. Check the disk and the rights on "
                          "the file and its folder.")
                       .arg(path, why));
}

Result<void> prepareFile(const QString &path)
{
    const QDir folder = QFileInfo(path).absoluteDir();
    QFile file(path);
    // It holds customers' data, so it is its owner's alone from the first moment.
    if (!folder.mkpath(u"."_s)
        || !file.open(QIODevice::ReadWrite, QFile::ReadOwner | QFile::WriteOwner))
        return cannotBeWritten(path, file.errorString());
    return {};
}

// Tries it on the folder that is there, of those in which the journal would be made: what a folder
// says about its rights is not the whole truth (a read-only disk, a folder of the system).
Result<void> checkFolder(const QString &path)
{
    QFileInfo folder(QFileInfo(path).absolutePath());
    while (!folder.exists() && !folder.isRoot())
        folder.setFile(folder.absolutePath());
    if (!folder.isDir())
        return cannotBeWritten(path, Tr::tr("%1 is not a folder").arg(folder.filePath()));
    QTemporaryFile trial(folder.filePath() + "/journal-XXXXXX"_L1);
    if (!trial.open()) {
        return cannotBeWritten(path,
                               Tr::tr("%1 takes no new file (%2)")
                                   .arg(folder.filePath(), trial.errorString()));
    }
    return {};
}

// Made by an earlier opening, as nearly always.
bool isReady(const QSqlDatabase &database)
{
    QSqlQuery query(database);
    const bool logs = query.exec(u"PRAGMA journal_mode"_s) && query.next()
        && query.value(0).toString() == "wal"_L1;
    query.finish();
    return logs && schemaVersionOf(database) == sql::schemaVersion;
}

// SQLite does not wait for its turn when two programs turn the write-ahead log on at once.
Result<void> takeTurn(QLockFile &turn, const QString &path)
{
    if (turn.tryLock(30000))
        return {};
    if (turn.error() == QLockFile::LockFailedError) {
        return failure(ErrorKind::Storage,
                       Tr::tr("The journal %1 is being opened by another program that does not let "
                              "go of it. If none runs, remove %1.lock.")
                           .arg(path));
    }
    return cannotBeWritten(path, Tr::tr("its folder takes no new file (is the disk full?)"));
}

} // namespace

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Completed:
        return u"completed"_s;
    case Outcome::Skipped:
        return u"skipped"_s;
    case Outcome::Held:
        return u"held"_s;
    case Outcome::Failed:
        return u"failed"_s;
    case Outcome::Unknown:
        return u"unknown"_s;
    }
    return {};
}

QString purposeName(ExchangeRecord::Purpose purpose)
{
    switch (purpose) {
    case ExchangeRecord::Purpose::Check:
        return u"check"_s;
    case ExchangeRecord::Purpose::Send:
        return u"send"_s;
    case ExchangeRecord::Purpose::Settle:
        return u"settle"_s;
    }
    return {};
}

Journal::Journal(QString connection)
    : m_connection(std::move(connection))
{
}

Journal::~Journal()
{
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Journal>> Journal::connectTo(const QString &path, const QString &options)
{
    std::unique_ptr<Journal> journal(
        new Journal("journal-"_L1 + QUuid::createUuid().toString(QUuid::WithoutBraces)));
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, journal->m_connection);
    database.setDatabaseName(path);
    database.setConnectOptions(options);
    if (!database.open())
        return storageFailure(database, database.lastError());
    return journal;
}

Result<Journal::View> Journal::look(const QString &path, int count)
{
    if (!QFile::exists(path))
        return View();
    const Result<std::unique_ptr<Journal>> journal =
        connectTo(path, u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!journal)
        return tl::unexpected(journal.error());
    const QSqlDatabase database = QSqlDatabase::database((*journal)->m_connection);
    const Result<int> version = schemaVersionOf(database);
    if (!version)
        return tl::unexpected(version.error());
    if (*version == 0) // made, but nothing was ever written
        return View();
    if (*version > sql::schemaVersion)
        return newerSchema(database);
    Result<QList<Entry>> last = (*journal)->last(count);
    if (!last)
        return tl::unexpected(last.error());
    return (*journal)->doubts().map([&last](const QList<Entry> &doubts) {
        return View{std::move(*last), doubts};
    });
}

Result<void> Journal::checkWritable(const QString &path)
{
    if (!QFile::exists(path))
        return checkFolder(path);
    const Result<std::unique_ptr<Journal>> journal = connectTo(path, u"QSQLITE_BUSY_TIMEOUT=100"_s);
    if (!journal)
        return tl::unexpected(journal.error());
    const QSqlDatabase database = QSqlDatabase::database((*journal)->m_connection);
    const Result<int> version = schemaVersionOf(database);
    if (!version)
        return tl::unexpected(version.error());
    if (!isReady(database)) // whoever opens it first must have it alone
        return {};
    QSqlQuery query(database);
    if (query.exec(u"BEGIN IMMEDIATE"_s))
        return run(database, "ROLLBACK"_L1);
    // Another program writes: an end would wait for its turn.
    const bool isBusy = query.lastError().nativeErrorCode() == sqliteBusy;
    return isBusy ? Result<void>() : storageFailure(database, query.lastError());
}

Result<std::unique_ptr<Journal>> Journal::open(const QString &path)
{
    if (const Result<void> prepared = prepareFile(path); !prepared)
        return tl::unexpected(prepared.error());
    Result<std::unique_ptr<Journal>> journal = connectTo(path, u"QSQLITE_BUSY_TIMEOUT=30000"_s);
    if (!journal)
        return journal;
    const QSqlDatabase database = QSqlDatabase::database((*journal)->m_connection);
    if (!isReady(database)) {
        QLockFile turn(path + ".lock"_L1);
        Result<void> done = takeTurn(turn, path);
        if (done)
            done = run(database, "PRAGMA journal_mode = WAL"_L1);
        if (done)
            done = migrate(database);
        if (!done)
            return tl::unexpected(done.error());
    }
    // FULL: a commit returns when it is on the disk, which is what "before it leaves" means.
    for (const auto statement : {"PRAGMA synchronous = FULL"_L1, "PRAGMA foreign_keys = ON"_L1,
                                 QLatin1StringView(sql::indexOfServices)}) {
        if (const Result<void> done = run(database, statement); !done)
            return tl::unexpected(done.error());
    }
    return journal;
}

Result<EntryId> Journal::recordIntention(const Intention &intention, const ExchangeRecord &check)
{
    const QSqlDatabase database = QSqlDatabase::database(m_connection);
    if (const Result<void> begun = run(database, "BEGIN IMMEDIATE"_L1); !begun)
        return tl::unexpected(begun.error());
    const Result<EntryId> entry = insert(m_connection, sql::insertCompletion, stamp(intention.at),
                                         text(intention.user), text(intention.host),
                                         text(intention.environment), text(intention.baseUrl),
                                         contract::dialectName(intention.dialect),
                                         contract::targetName(intention.target),
                                         text(intention.serviceId), text(intention.taskId),
                                         bytes(intention.requestHead), bytes(intention.requestBody),
                                         bytes(intention.beforeImage));
    Result<void> done = entry ? recordExchange(*entry, check) : tl::unexpected(entry.error());
    if (done)
        done = run(database, "COMMIT"_L1);
    if (!done) {
        (void)run(database, "ROLLBACK"_L1); // the first error is the one to tell
        return tl::unexpected(done.error());
    }
    return *entry;
}

Result<void> Journal::recordExchange(EntryId entry, const ExchangeRecord &exchange)
{
    return insert(m_connection, sql::insertExchange, entry, purposeName(exchange.purpose),
                  stamp(exchange.startedAt), exchange.milliseconds, bytes(exchange.requestHead),
                  bytes(exchange.requestBody), exchange.status, bytes(exchange.answerHead),
                  bytes(exchange.answerBody), text(exchange.error))
        .map([](EntryId) {});
}

Result<void> Journal::recordOutcome(EntryId entry, const OutcomeRecord &outcome)
{
    return insert(m_connection, sql::insertOutcome, entry, stamp(outcome.at),
                  outcomeName(outcome.outcome), outcome.status, text(outcome.message))
        .map([](EntryId) {});
}

namespace {

template<typename Enum, size_t count>
Enum fromName(const Enum (&known)[count], QString (*name)(Enum), const QString &text,
              Enum otherwise)
{
    const auto found = std::find_if(std::begin(known), std::end(known),
                                    [&](Enum value) { return name(value) == text; });
    return found == std::end(known) ? otherwise : *found;
}

Entry entryFrom(const QSqlQuery &row)
{
    Entry entry;
    entry.id = row.value(0).toLongLong();
    Intention &intention = entry.intention;
    intention.at = moment(row.value(1).toString());
    intention.user = row.value(2).toString();
    intention.host = row.value(3).toString();
    intention.environment = row.value(4).toString();
    intention.baseUrl = row.value(5).toString();
    intention.dialect = contract::dialectFromName(row.value(6).toString())
                            .value_or(contract::Dialect::V85);
    intention.target = row.value(7).toString() == contract::targetName(contract::Target::Task)
        ? contract::Target::Task
        : contract::Target::Service;
    intention.serviceId = row.value(8).toString();
    intention.taskId = row.value(9).toString();
    intention.requestHead = row.value(10).toByteArray();
    intention.requestBody = row.value(11).toByteArray();
    intention.beforeImage = row.value(12).toByteArray();
    if (!row.isNull(13)) {
        entry.recorded = OutcomeRecord{moment(row.value(13).toString()),
                                       fromName(outcomes, outcomeName, row.value(14).toString(),
                                                Outcome::Unknown),
                                       row.value(15).toInt(), row.value(16).toString()};
    }
    return entry;
}

Result<QList<ExchangeRecord>> exchangesOf(const QSqlDatabase &database, EntryId entry)
{
    QSqlQuery query(database);
    if (!query.prepare(QLatin1StringView(sql::selectExchanges)))
        return storageFailure(database, query.lastError());
    query.addBindValue(entry);
    if (!query.exec())
        return storageFailure(database, query.lastError());
    QList<ExchangeRecord> exchanges;
    while (query.next()) {
        exchanges.append(ExchangeRecord{fromName(purposes, purposeName, query.value(0).toString(),
                                                 ExchangeRecord::Purpose::Send),
                                        moment(query.value(1).toString()),
                                        query.value(2).toLongLong(), query.value(3).toByteArray(),
                                        query.value(4).toByteArray(), query.value(5).toInt(),
                                        query.value(6).toByteArray(), query.value(7).toByteArray(),
                                        query.value(8).toString()});
    }
    return exchanges;
}

} // namespace

Result<std::optional<Entry>> Journal::doubtAbout(const Intention &meant) const
{
    const QSqlDatabase database = QSqlDatabase::database(m_connection);
    QSqlQuery query(database);
    if (!query.prepare(QLatin1StringView(sql::selectEntries)
                       + QLatin1StringView(sql::theLastThatMayBeDone)))
        return storageFailure(database, query.lastError());
    for (const QString &part :
         {meant.baseUrl, contract::targetName(meant.target), meant.serviceId, text(meant.taskId)})
        query.addBindValue(part);
    if (!query.exec())
        return storageFailure(database, query.lastError());
    if (!query.next())
        return std::optional<Entry>();
    const Entry entry = entryFrom(query);
    return entry.outcome() == Outcome::Unknown ? std::optional(entry) : std::nullopt;
}

Result<QList<Entry>> Journal::doubts() const
{
    const QSqlDatabase database = QSqlDatabase::database(m_connection);
    QSqlQuery query(database);
    if (!query.exec(QLatin1StringView(sql::selectEntries) + QLatin1StringView(sql::thoseInDoubt)))
        return storageFailure(database, query.lastError());
    QList<Entry> entries;
    while (query.next())
        entries.append(entryFrom(query));
    return entries;
}

Result<QList<Entry>> Journal::last(int count) const
{
    const QSqlDatabase database = QSqlDatabase::database(m_connection);
    QSqlQuery query(database);
    if (!query.prepare(QLatin1StringView(sql::selectEntries) + QLatin1StringView(sql::theLast)))
        return storageFailure(database, query.lastError());
    query.addBindValue(count);
    if (!query.exec())
        return storageFailure(database, query.lastError());
    QList<Entry> entries;
    while (query.next()) {
        Entry entry = entryFrom(query);
        Result<QList<ExchangeRecord>> exchanges = exchangesOf(database, entry.id);
        if (!exchanges)
            return tl::unexpected(exchanges.error());
        entry.exchanges = std::move(*exchanges);
        entries.prepend(std::move(entry));
    }
    return entries;
}

} // namespace closeout::journal
