// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// One connection to a file of SQLite's, and the statements that were prepared on it. Owned by the
// store and used on its thread alone. Every failure is an Error that names the file.

#pragma once

#include "result.h"

#include <QtCore/QHash>
#include <QtCore/QVariant>
#include <QtSql/QSqlQuery>

#include <memory>

class QSqlError;

namespace closeout::sandbox {

class Database
{
public:
    // path: a file, made when it is not there, or ":memory:". Nobody else may use it meanwhile.
    static Result<std::unique_ptr<Database>> open(const QString &path);
    ~Database();

    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const QString &path() const { return m_path; }

    Result<void> execute(const QString &sql);
    // The statement, run with these values and ready for next(); owned here.
    Result<QSqlQuery *> run(const QString &sql, const QVariantList &values = {});
    Result<void> change(const QString &sql, const QVariantList &values = {});

private:
    explicit Database(const QString &path);
    Error failed(const QSqlError &error) const;

    QString m_path;
    QString m_connection; // name of the Qt SQL connection
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
};

} // namespace closeout::sandbox
