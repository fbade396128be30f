// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// One connection to an SQLite file: statements as Results, and what they have in common.

#pragma once

#include "result.h"

#include <QtCore/QVariant>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

#include <functional>
#include <memory>
#include <unordered_map>

namespace closeout::journal {

class Database
{
public:
    // options: as QSqlDatabase::setConnectOptions() takes them. name: the file's name for the
    // driver, where it is not its path; path is what is told.
    static Result<std::unique_ptr<Database>> connect(const QString &path, const QString &options,
                                                     const QString &name = {});
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const QString &path() const { return m_path; }

    Result<void> run(QLatin1StringView statement) const;

    // For a while, or forever: whoever cannot have it now is told so.
    enum class Turn : quint8 { Taken, Locked };
    Result<Turn> begin() const; // a transaction that writes
    // Commits what work did, or nothing of it. Locked: it was not even tried.
    Result<Turn> write(const std::function<Result<void>()> &work) const;

    Result<QSqlQuery> query(const char *statement, const QVariantList &values = {}) const;
    // Those two keep what was prepared for the next time: statement lives as long as the program.
    Result<void> execute(const char *statement, const QVariantList &values) const;
    Result<qint64> number(const char *statement, const QVariantList &values = {},
                          qint64 otherwise = 0) const; // of the first row; otherwise: there is none

private:
    Database(QString path, QString connection);
    QSqlDatabase handle() const { return QSqlDatabase::database(m_connection, false); }
    Result<void> runPrepared(QSqlQuery &query, const QVariantList &values) const;
    Result<QSqlQuery *> prepared(const char *statement) const;

    QString m_path;
    QString m_connection;
    mutable std::unordered_map<const char *, QSqlQuery> m_prepared;
};

tl::unexpected<Error> storageFailure(const QString &path, const QSqlError &error);
bool cannotBeOpened(const Error &error); // by SQLite: it wants files beside that it cannot make

// A value of a record that must not be an SQL NULL.
QVariant text(const QString &value);
QVariant bytes(const QByteArray &value);

// What a row says, summed up, so that a byte that was changed on the disk does not go unseen.
QByteArray checksumOf(const QVariantList &values);

} // namespace closeout::journal
