// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "journal/schema.h"

#include "journal/claims.h"
#include "journal/rows.h"
#include "journal/statements.h"

#include <QtCore/QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace closeout::journal {

namespace {

struct Table
{
    QLatin1StringView name;
    const char *columns; // in their order
};

// By these a journal of version 1 is known, which had no application id.
constexpr std::array tablesOfVersion1{
    Table{"completion"_L1,
          "id,at,user_name,host_name,environment,base_url,dialect,target,"
          "service_id,task_id,request_head,request_body,before_image"},
    Table{"exchange"_L1,
          "id,completion_id,purpose,started_at,milliseconds,request_head,"
          "request_body,status,answer_head,answer_body,error"},
    Table{"outcome"_L1, "completion_id,at,outcome,status,message"},
};

Result<bool> isVersion1(const Database &database)
{
    for (const Table &table : tablesOfVersion1) {
        Result<QSqlQuery> row = database.query("SELECT name FROM pragma_table_info(?) ORDER BY cid",
                                               {QString(table.name)});
        if (!row)
            return tl::unexpected(row.error());
        QStringList columns;
        while (row->next())
            columns.append(row->value(0).toString());
        if (columns.join(u',') != QLatin1StringView(table.columns))
            return false;
    }
    return true;
}

Result<void> createSchema(const Database &database)
{
    for (const char *statement : sql::schema) {
        if (const Result<void> done = database.run(QLatin1StringView(statement)); !done)
            return done;
    }
    const QByteArray version = "PRAGMA user_version = " + QByteArray::number(sql::schemaVersion);
    const QByteArray id = "PRAGMA application_id = " + QByteArray::number(sql::applicationId);
    return database.run(QLatin1StringView(version)).and_then([&] {
        return database.run(QLatin1StringView(id));
    });
}

// An old entry, with its outcome: one after the other, so that the claims come out as they would
// have.
Result<void> takeOverOne(const Database &database, Entry entry)
{
    entry.intention.deployment = contract::deploymentAt(QUrl(entry.intention.baseUrl));
    const Result<Claim> before = claimOf(database, entry.intention);
    if (!before)
        return tl::unexpected(before.error());
    entry.generation = before->generation + 1;
    entry.follows = before->entry;
    Result<void> done = insertEntry(database, entry);
    if (done && entry.recorded)
        done = insertOutcome(database, entry.id, *entry.recorded);
    if (done)
        done = takeOver(database, entry, *before);
    for (const ExchangeRecord &exchange : entry.exchanges) {
        if (done)
            done = insertExchange(database, entry.id, exchange, entry.intention);
    }
    return done;
}

Result<void> takeOverAll(const Database &database)
{
    const QByteArray all = QByteArray(sql::selectEntriesOfVersion1)
                               .replace("completion c", "old_completion c")
                               .replace("outcome o", "old_outcome o")
        + "ORDER BY c.id";
    const QByteArray itsExchanges = QByteArray(sql::selectExchangesOfVersion1)
                                        .replace("FROM exchange", "FROM old_exchange");
    Result<QSqlQuery> rows = database.query(all.constData());
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        Entry entry = entryFrom(*rows);
        Result<QList<ExchangeRecord>> exchanges = exchangesOf(database, entry,
                                                              itsExchanges.constData());
        if (!exchanges)
            return tl::unexpected(exchanges.error());
        entry.exchanges = std::move(*exchanges);
        if (const Result<void> done = takeOverOne(database, entry); !done)
            return done;
    }
    return {};
}

Result<void> migrateVersion1(const Database &database)
{
    Result<void> done;
    for (const auto statement : {"DROP INDEX IF EXISTS completion_of_service"_L1,
                                 "DROP INDEX IF EXISTS exchange_of_completion"_L1,
                                 "ALTER TABLE completion RENAME TO old_completion"_L1,
                                 "ALTER TABLE exchange RENAME TO old_exchange"_L1,
                                 "ALTER TABLE outcome RENAME TO old_outcome"_L1,
                                 "CREATE INDEX old_exchanges ON old_exchange (completion_id)"_L1}) {
        if (done)
            done = database.run(statement);
    }
    if (done)
        done = createSchema(database);
    if (done)
        done = takeOverAll(database);
    for (const auto statement : {"DROP TABLE old_exchange"_L1, "DROP TABLE old_outcome"_L1,
                                 "DROP TABLE old_completion"_L1}) {
        if (done)
            done = database.run(statement);
    }
    return done;
}

Result<FileKind> kindSeen(const Database &database)
{
    const Result<qint64> id = database.number("PRAGMA application_id");
    const Result<qint64> version = id ? database.number("PRAGMA user_version") : id;
    if (!version)
        return tl::unexpected(version.error());
    if (*id == sql::applicationId) {
        if (*version == sql::schemaVersion)
            return FileKind::Current;
        return *version > sql::schemaVersion ? FileKind::Newer : FileKind::Foreign;
    }
    if (*id != 0)
        return FileKind::Foreign;
    if (*version == 1) {
        return isVersion1(database).map(
            [](bool isOurs) { return isOurs ? FileKind::Version1 : FileKind::Foreign; });
    }
    const Result<qint64> tables = database.number("SELECT count(*) FROM sqlite_schema");
    if (!tables)
        return tl::unexpected(tables.error());
    return *version == 0 && *tables == 0 ? FileKind::Empty : FileKind::Foreign;
}

} // namespace

Result<FileKind> kindOf(const Database &database)
{
    if (const Result<void> begun = database.run("BEGIN"_L1); !begun)
        return tl::unexpected(begun.error());
    const Result<FileKind> kind = kindSeen(database);
    (void)database.run("ROLLBACK"_L1); // nothing was written
    return kind;
}

tl::unexpected<Error> notUsable(const QString &path, FileKind kind)
{
    return failure(ErrorKind::Storage,
                   kind == FileKind::Newer
                       ? Tr::tr("The journal %1 was written by a newer Closeout. Use that one.")
                             .arg(path)
                       : Tr::tr("%1 is the data base of another program, or damaged, and no "
                                "journal of Closeout. It was left untouched; move it away.")
                             .arg(path));
}

Result<void> migrate(const Database &database)
{
    const Result<Database::Turn> turn = database.write([&database]() -> Result<void> {
        const Result<FileKind> kind = kindSeen(database);
        if (!kind)
            return tl::unexpected(kind.error());
        switch (*kind) {
        case FileKind::Empty:
            return createSchema(database);
        case FileKind::Version1:
            return migrateVersion1(database);
        case FileKind::Current:
            return {};
        case FileKind::Newer:
        case FileKind::Foreign:
            return notUsable(database.path(), *kind);
        }
        return {};
    });
    if (!turn)
        return tl::unexpected(turn.error());
    if (*turn == Database::Turn::Locked) {
        return failure(ErrorKind::Storage,
                       Tr::tr("The journal %1 is in use by another program that does not let go "
                              "of it. Close that program, then try again.")
                           .arg(database.path()));
    }
    return {};
}

} // namespace closeout::journal
