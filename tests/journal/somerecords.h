// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What the tests of the journal record, and somebody else at the same file.

#pragma once

#include "support/journals.h"

#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

namespace closeout::test {

using namespace Qt::StringLiterals;
using journal::ExchangeRecord;
using journal::Intention;

inline Intention intention()
{
    Intention intention;
    intention.at = QDateTime({2026, 11, 22}, {10, 42, 31, 7}, Qt::UTC);
    intention.user = u"ada"_s;
    intention.host = u"desk"_s;
    intention.process = 4711;
    intention.environment = u"Prüfung"_s;
    intention.baseUrl = u"http://127.0.0.1:1/genesys/1/cs"_s;
    intention.deployment = contract::deploymentAt(QUrl(intention.baseUrl));
    intention.target = {contract::Target::Kind::Task, u"95"_s, u"3"_s};
    intention.requestHead = "POST /services/95/tasks/3/end HTTP/1.1\r\n\r\n";
    intention.requestBody = QByteArray("{\"a\":1.10,\"n\":\"\xc3\xa4\\u0000\"}");
    intention.beforeImage = R"({"task_id":3})";
    return intention;
}

inline ExchangeRecord exchange(ExchangeRecord::Purpose purpose)
{
    return {purpose,
            QDateTime({2026, 11, 22}, {10, 42, 31, 8}, Qt::UTC),
            38,
            "POST / HTTP/1.1\r\n\r\n",
            QByteArray("\x00\xff{}", 4),
            204,
            "HTTP/1.1 204 No Content\r\n\r\n",
            {},
            u"why"_s};
}

inline ExchangeRecord check()
{
    return exchange(ExchangeRecord::Purpose::Check);
}

inline Intention ofService(const QString &id)
{
    Intention meant = intention();
    meant.target = contract::serviceTarget(id);
    return meant;
}

inline QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

// Somebody else at the same file.
class OtherConnection
{
public:
    explicit OtherConnection(const QString &path)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        database.setDatabaseName(path);
        database.open();
    }
    ~OtherConnection()
    {
        QSqlDatabase::database(u"other"_s).close();
        QSqlDatabase::removeDatabase(u"other"_s);
    }
    OtherConnection(const OtherConnection &) = delete;
    OtherConnection &operator=(const OtherConnection &) = delete;

    bool run(const QByteArray &statement) const
    {
        return QSqlQuery(QSqlDatabase::database(u"other"_s)).exec(QString::fromLatin1(statement));
    }
    QString planOf(QByteArray statement) const
    {
        statement.replace('?', '1');
        QSqlQuery query(QSqlDatabase::database(u"other"_s));
        if (!query.exec(QString::fromLatin1("EXPLAIN QUERY PLAN " + statement)))
            return u"SCAN claim\nno plan"_s;
        QString plan;
        while (query.next())
            plan += query.value(3).toString() + u'\n';
        return plan;
    }
};

} // namespace closeout::test
