// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "close/run.h"

#include <QtCore/QSysInfo>

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace closeout::close {

using client::Answer;
using client::Exchange;
using client::Record;
using journal::ExchangeRecord;
using journal::Outcome;

namespace {

// Of the process, not of a variable that anybody can set.
QString systemUser()
{
#ifdef Q_OS_UNIX
    if (const passwd *entry = getpwuid(geteuid()))
        return QString::fromLocal8Bit(entry->pw_name);
#endif
    return qEnvironmentVariable("USERNAME");
}

QByteArray answerHead(const Exchange &exchange)
{
    if (exchange.status == 0)
        return {};
    QByteArray head = "HTTP/1.1 " + QByteArray::number(exchange.status) + ' ' + exchange.reason
        + "\r\n";
    for (const client::Header &header : exchange.answerHeaders)
        head += header.name + ": " + header.value + "\r\n";
    return head + "\r\n";
}

ExchangeRecord exchangeRecord(ExchangeRecord::Purpose purpose, const Exchange &exchange)
{
    return {purpose,
            exchange.startedAt,
            exchange.milliseconds,
            exchange.request.head(),
            exchange.request.body,
            exchange.status,
            answerHead(exchange),
            exchange.answerBody,
            exchange.error ? exchange.error->message : QString()};
}

// Of an item that an obstacle keeps from being sent.
Outcome outcomeOf(Verdict obstacle)
{
    switch (obstacle) {
    case Verdict::AlreadyCompleted:
        return Outcome::Skipped;
    case Verdict::NotReadable:
        return Outcome::Failed;
    default:
        return Outcome::Held;
    }
}

} // namespace

Run::Run(Plan plan, RunSettings settings, environments::WritePermit permit,
         client::ContextServices &services, journal::Journal &journal, QObject *parent)
    : QObject(parent)
    , m_plan(std::move(plan))
    , m_settings(std::move(settings))
    , m_permit(permit)
    , m_services(services)
    , m_journal(journal)
{
    m_settleTimer.setSingleShot(true);
    connect(&m_settleTimer, &QTimer::timeout, this, &Run::settle);
}

void Run::start()
{
    Q_ASSERT(m_index < 0);
    next();
}

bool Run::isSending() const
{
    return m_entry.has_value();
}

void Run::cancel()
{
    m_cancelled = true;
}

void Run::next()
{
    ++m_index;
    if (m_cancelled || m_index == m_plan.size()) {
        emit finished();
        return;
    }
    m_report = {};
    m_entry = {};
    m_before = {};
    m_rereads = 0;
    readAgain();
}

void Run::readAgain()
{
    m_services.readTarget(current().target, current().serviceId, current().taskId, this,
                          [this](const Answer<Record> &answer) { decide(answer); });
}

void Run::decide(const Answer<Record> &answer)
{
    m_report.examination = examine(current(), m_services.connection().dialect, answer.value);
    if (const Finding *obstacle = m_report.examination.obstacle(m_settings.insistence)) {
        m_report.kind = obstacle->kind;
        conclude(outcomeOf(obstacle->verdict), obstacle->message);
        return;
    }
    if (m_cancelled || m_sent == m_permit.count()) {
        m_report.kind = ErrorKind::NotAllowed;
        conclude(Outcome::Held,
                 m_cancelled ? Tr::tr("Cancelled before it was sent.")
                             : Tr::tr("More completions than were confirmed."));
        return;
    }
    m_before = *answer.value;
    if (writeIntention(answer))
        send();
}

bool Run::writeIntention(const Answer<Record> &answer)
{
    const Completion &completion = current();
    const client::Connection &connection = m_services.connection();
    const client::OutgoingRequest request = client::prepare(connection, completion.request())
                                                .masked();
    const journal::Intention intention{
        QDateTime::currentDateTimeUtc(),
        systemUser(),
        QSysInfo::machineHostName(),
        m_settings.environment,
        connection.baseUrl.toString(QUrl::FullyEncoded),
        connection.dialect,
        completion.target,
        completion.serviceId,
        completion.taskId,
        request.head(),
        request.body,
        m_services.transport().masked(answer.value->json()),
    };
    const Result<journal::EntryId> entry =
        m_journal.recordIntention(intention,
                                  exchangeRecord(ExchangeRecord::Purpose::Check, answer.exchange));
    if (!entry) {
        m_report.kind = ErrorKind::Storage;
        conclude(Outcome::Held, Tr::tr("Nothing was sent. %1").arg(entry.error().message));
        return false;
    }
    m_entry = *entry;
    return true;
}

void Run::send()
{
    ++m_sent;
    emit itemLeft(m_index);
    m_services.transport().write(client::WritePermit(), current().request(), this,
                                 [this](const Exchange &exchange) { judge(exchange); });
}

void Run::judge(const Exchange &exchange)
{
    m_report.sent = exchange;
    m_report.status = exchange.status;
    record(ExchangeRecord::Purpose::Send, exchange);

    const client::WriteAnswer answer = client::writeAnswerOf(exchange, m_services.connection());
    if (answer.effect == contract::WriteEffect::Done) {
        conclude(Outcome::Completed, {});
        return;
    }
    const Error error = answer.error.value_or(Error());
    m_report.kind = error.kind;
    m_report.message = error.message;
    if (answer.effect == contract::WriteEffect::NotDone)
        conclude(Outcome::Failed, error.message);
    else
        m_settleTimer.start(m_settings.settleAfter.value(0));
}

void Run::settle()
{
    ++m_rereads;
    m_services.readTarget(current().target, current().serviceId, current().taskId, this,
                          [this](const Answer<Record> &answer) { judgeSettlement(answer); });
}

void Run::judgeSettlement(const Answer<Record> &answer)
{
    record(ExchangeRecord::Purpose::Settle, answer.exchange);
    const Result<Settlement> settlement = answer.value.map(
        [this](const Record &after) { return close::settle(current().event, *m_before, after); });
    const QString seen = whatWasSeen(settlement);
    if (settlement == Settlement::Done) {
        m_report.isSettled = true;
        conclude(Outcome::Completed, m_report.message + u' ' + seen);
        return;
    }
    if (m_rereads < m_settings.settleAfter.size()) {
        m_settleTimer.start(m_settings.settleAfter.at(m_rereads));
        return;
    }
    conclude(Outcome::Unknown,
             Tr::tr("Nobody can say whether the %1 was ended. %2 %3")
                 .arg(current().name(), m_report.message, seen));
}

QString Run::whatWasSeen(const Result<Settlement> &settlement) const
{
    const QString name = current().name();
    if (!settlement)
        return Tr::tr("Reading the %1 again failed: %2").arg(name, settlement.error().message);
    switch (*settlement) {
    case Settlement::Done:
        return Tr::tr("Reading the %1 again shows it completed.").arg(name);
    case Settlement::StillOpen:
        return Tr::tr("Reading the %1 again still shows it open, which may be an old answer. Look "
                      "again later before you send it again.")
            .arg(name);
    case Settlement::Unchanged:
        return Tr::tr("Reading the %1 again shows it completed as it was before, which may be an "
                      "old answer.")
            .arg(name);
    case Settlement::NotOurs:
        return Tr::tr("Reading the %1 again shows it completed, but not with what was sent: "
                      "somebody else may have done it.")
            .arg(name);
    case Settlement::CannotTell:
        return Tr::tr("Reading the %1 again shows it completed anew, but not by whom.").arg(name);
    }
    return {};
}

void Run::conclude(Outcome outcome, const QString &message)
{
    m_report.outcome = outcome;
    m_report.message = message;
    if (m_entry) {
        const Result<void> recorded = m_journal.recordOutcome(*m_entry,
                                                              {QDateTime::currentDateTimeUtc(),
                                                               outcome, m_report.status, message});
        note(recorded);
        m_report.isOutcomeRecorded = recorded.has_value();
    }
    m_entry = {};
    // Through the event loop: a thousand items that are held at once must not pile up calls. And
    // before the signal, whose receiver may end the run.
    QTimer::singleShot(0, this, &Run::next);
    emit itemFinished(m_index, m_report);
}

void Run::record(ExchangeRecord::Purpose purpose, const Exchange &exchange)
{
    note(m_journal.recordExchange(*m_entry, exchangeRecord(purpose, exchange)));
}

void Run::note(const Result<void> &recorded)
{
    if (!recorded && m_report.journalProblem.isEmpty())
        m_report.journalProblem = recorded.error().message;
}

} // namespace closeout::close
