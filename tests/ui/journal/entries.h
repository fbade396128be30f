// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Entries as a run would write them, by way of a real journal.

#pragma once

#include "support/journals.h"

#include <QtCore/QStringList>

namespace closeout::test {

inline journal::Intention intentionFor(const QString &serviceId, const QString &taskId = {})
{
    journal::Intention intention;
    intention.at = QDateTime(QDate(2026, 11, 20), QTime(10, 42, 7), Qt::UTC);
    intention.user = QStringLiteral("ada");
    intention.environment = QStringLiteral("Staging");
    intention.baseUrl = QStringLiteral("http://gms:8080/genesys/1/cs");
    using Kind = contract::Target::Kind;
    intention.target = {taskId.isEmpty() ? Kind::Service : Kind::Task, serviceId, taskId};
    const QString path = taskId.isEmpty() ? serviceId
                                          : serviceId + QStringLiteral("/tasks/") + taskId;
    intention.requestHead = "POST /genesys/1/cs/services/" + path.toUtf8()
        + "/end HTTP/1.1\r\nHost: gms:8080\r\nAuthorization: Basic ********\r\n\r\n";
    intention.requestBody = R"({"disposition":10})";
    return intention;
}

inline journal::ExchangeRecord exchangeOf(journal::ExchangeRecord::Purpose purpose, int status)
{
    journal::ExchangeRecord exchange;
    exchange.purpose = purpose;
    exchange.startedAt = QDateTime(QDate(2026, 11, 20), QTime(10, 42, 7), Qt::UTC);
    exchange.milliseconds = 38;
    exchange.requestHead = "POST /x HTTP/1.1\r\nHost: gms:8080\r\n\r\n";
    exchange.status = status;
    exchange.answerHead = "HTTP/1.1 " + QByteArray::number(status) + "\r\n\r\n";
    return exchange;
}

// Intention and write, and an outcome if there is one. The entry, or -1.
inline journal::EntryId record(journal::Journal &journal, const journal::Intention &intention,
                               int status, std::optional<journal::Outcome> outcome)
{
    using Purpose = journal::ExchangeRecord::Purpose;
    const journal::EntryId entry = intend(journal, intention, exchangeOf(Purpose::Check, 200));
    if (entry == 0 || !journal.recordExchange(entry, exchangeOf(Purpose::Send, status)))
        return -1;
    if (outcome
        && !journal.recordOutcome(entry,
                                  {intention.at, *outcome, status,
                                   QStringLiteral("The server said %1.").arg(status)}))
        return -1;
    return entry;
}

} // namespace closeout::test
