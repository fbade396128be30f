// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "close/run.h"

#include "contract/answers.h"

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

// Whether a completed record can be the work of this event. Only fields that a server gives back
// as they were sent can tell; ids of business attributes may come back as names.
enum class Resemblance : quint8 { Same, Different, NoTelling };

Resemblance resemblance(const EndEvent &event, const Record &record)
{
    Resemblance result = Resemblance::NoTelling;
    const json::Value completed = record.root().member(u"completed");
    for (const QStringView name :
         {QStringView(u"timestamp"), QStringView(u"session_id"), QStringView(u"interaction_id"),
          QStringView(u"disposition_desc")}) {
        const contract::FieldValue *sent = event.find(name);
        json::Value shown = completed.member(name);
        if (!shown.exists())
            shown = record.root().member(name);
        if (!sent || !shown.exists())
            continue;
        if (shown.text() != sent->text)
            return Resemblance::Different;
        result = Resemblance::Same;
    }
    return result;
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
    m_wasCompleted = false;
    m_rereads = 0;
    readAgain();
}

void Run::readAgain()
{
    const auto decided = [this](const Answer<Record> &answer) { decide(answer); };
    if (current().target == contract::Target::Service)
        m_services.readService(current().serviceId, this, decided);
    else
        m_services.readTask(current().serviceId, current().taskId, this, decided);
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
    m_wasCompleted = answer.value->isCompleted();
    if (writeIntention(answer))
        send();
}

bool Run::writeIntention(const Answer<Record> &answer)
{
    const Completion &completion = current();
    const client::Connection &connection = m_services.connection();
    const client::OutgoingRequest request = client::prepare(connection, completion.request())
                                                .masked();
    const Result<journal::EntryId> entry = m_journal.recordIntention({
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
        answer.value->json(),
    });
    if (!entry) {
        m_report.kind = ErrorKind::Storage;
        conclude(Outcome::Held, Tr::tr("Nothing was sent. %1").arg(entry.error().message));
        return false;
    }
    m_entry = *entry;
    record(ExchangeRecord::Purpose::Check, answer.exchange);
    return true;
}

void Run::send()
{
    ++m_sent;
    m_services.transport().send(current().request(), this,
                                [this](const Exchange &exchange) { judge(exchange); });
}

void Run::judge(const Exchange &exchange)
{
    m_report.sent = exchange;
    m_report.status = exchange.status;
    record(ExchangeRecord::Purpose::Send, exchange);

    const contract::WriteEffect effect = exchange.status != 0
        ? contract::effectOfStatus(exchange.status)
        : exchange.departure == client::Departure::NotSent ? contract::WriteEffect::NotDone
                                                           : contract::WriteEffect::Unknown;
    if (effect == contract::WriteEffect::Done) {
        conclude(Outcome::Completed, {});
        return;
    }
    const Error error = client::refusalOf(exchange, m_services.connection()).value_or(Error());
    m_report.kind = error.kind;
    m_report.message = error.message;
    if (effect == contract::WriteEffect::NotDone)
        conclude(Outcome::Failed, error.message);
    else
        m_settleTimer.start(m_settings.settleAfter.value(0));
}

void Run::settle()
{
    ++m_rereads;
    const auto judged = [this](const Answer<Record> &answer) { judgeSettlement(answer); };
    if (current().target == contract::Target::Service)
        m_services.readService(current().serviceId, this, judged);
    else
        m_services.readTask(current().serviceId, current().taskId, this, judged);
}

void Run::judgeSettlement(const Answer<Record> &answer)
{
    record(ExchangeRecord::Purpose::Settle, answer.exchange);
    const QString lost = m_report.message;
    QString seen;
    if (answer.value && answer.value->isCompleted()) {
        const Resemblance alike = resemblance(current().event, *answer.value);
        if (alike == Resemblance::Same || (alike == Resemblance::NoTelling && !m_wasCompleted)) {
            m_report.isSettled = true;
            conclude(Outcome::Completed,
                     Tr::tr("%1 Reading the %2 again shows it completed.")
                         .arg(lost, current().name()));
            return;
        }
        seen = Tr::tr("Reading the %1 again shows it completed, but not with what was sent: "
                      "somebody else may have done it.")
                   .arg(current().name());
    } else if (answer.value) {
        seen = Tr::tr("Reading the %1 again still shows it open, which may be an old answer. Look "
                      "again later before you send it again.")
                   .arg(current().name());
    } else {
        seen = Tr::tr("Reading the %1 again failed: %2")
                   .arg(current().name(), answer.value.error().message);
    }
    if (m_rereads < m_settings.settleAfter.size()) {
        m_settleTimer.start(m_settings.settleAfter.at(m_rereads));
        return;
    }
    conclude(Outcome::Unknown,
             Tr::tr("Nobody can say whether the %1 was ended. %2 %3")
                 .arg(current().name(), lost, seen));
}

void Run::conclude(Outcome outcome, const QString &message)
{
    m_report.outcome = outcome;
    m_report.message = message;
    if (m_entry) {
        note(m_journal.recordOutcome(*m_entry,
                                     {QDateTime::currentDateTimeUtc(), outcome, m_report.status,
                                      message}));
    }
    emit itemFinished(m_index, m_report);
    // Through the event loop: a thousand items that are held at once must not pile up calls.
    QTimer::singleShot(0, this, &Run::next);
}

void Run::record(ExchangeRecord::Purpose purpose, const Exchange &exchange)
{
    note(m_journal.recordExchange(*m_entry,
                                  {purpose, exchange.startedAt, exchange.milliseconds,
                                   exchange.request.head(), exchange.request.body, exchange.status,
                                   answerHead(exchange), exchange.answerBody,
                                   exchange.error ? exchange.error->message : QString()}));
}

void Run::note(const Result<void> &recorded)
{
    if (!recorded)
        m_report.journalProblem = recorded.error().message;
}

} // namespace closeout::close
