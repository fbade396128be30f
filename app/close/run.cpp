// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "close/run.h"

#include "close/recording.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSysInfo>

using namespace Qt::StringLiterals;

namespace closeout::close {

using client::Answer;
using client::Exchange;
using client::Record;
using journal::ExchangeRecord;
using journal::Journal;
using journal::Outcome;
using journal::Shown;

namespace {

constexpr std::chrono::milliseconds askAgainAfter(50); // a journal that another program holds
constexpr std::chrono::milliseconds checkIsGoodFor(1000);
constexpr std::chrono::milliseconds patienceOfTheStopped(1000);

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

Shown shownBy(const Record &record)
{
    return record.isCompleted() ? Shown::Completed : Shown::Open;
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
    if (m_settings.deployment.id.isEmpty())
        m_settings.deployment = contract::deploymentAt(services.connection().baseUrl);
    m_settleTimer.setSingleShot(true);
    m_journalTimer.setSingleShot(true);
    connect(&m_settleTimer, &QTimer::timeout, this, &Run::settle);
    connect(&m_journalTimer, &QTimer::timeout, this, [this] {
        if (m_outcome)
            writeOutcome();
        else if (m_checked.hasExpired(checkIsGoodFor.count()))
            readAgain();
        else
            decide();
    });
}

Run::~Run()
{
    if (m_entry)
        m_journal.release(*m_entry);
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

void Run::stop()
{
    m_cancelled = true;
    m_isStopped = true;
    if (m_outcome) // known, and about to be written
        return;
    // A timer is started anew, so that the report comes from the event loop.
    if (m_call)
        m_call->cancel();
    else if (m_settleTimer.isActive())
        m_settleTimer.start(0);
    else if (m_journalTimer.isActive())
        m_journalTimer.start(0);
}

void Run::next()
{
    ++m_index;
    if (m_cancelled || m_index >= m_plan.size()) {
        emit finished();
        return;
    }
    m_report = {};
    m_entry = {};
    m_before = {};
    m_outcome = {};
    m_unrecorded.clear();
    m_rereads = 0;
    m_waiting.invalidate();
    readAgain();
}

void Run::readAgain()
{
    m_call = m_services.read(current().target, this,
                             [this](const Answer<Record> &answer) { takeCheck(answer); });
}

void Run::takeCheck(const Answer<Record> &answer)
{
    m_call = {};
    m_check = answer;
    m_checked.start();
    m_report.examination = examine(current(), m_services.connection().dialect, answer.value);
    decide();
}

// What may be sent is sent before anything else can happen: between the last look at whether it is
// to be stopped and the request there is no return to the event loop.
void Run::decide()
{
    if (m_isStopped) {
        concludeStopped();
        return;
    }
    if (const Finding *obstacle = m_report.examination.obstacle(m_settings.insistence)) {
        m_report.kind = obstacle->kind;
        conclude(outcomeOf(obstacle->verdict), obstacle->message);
        return;
    }
    if (m_cancelled || m_sent == m_permit.count()) {
        m_report.kind = m_cancelled ? ErrorKind::Cancelled : ErrorKind::NotAllowed;
        conclude(Outcome::Held,
                 m_cancelled ? Tr::tr("Cancelled before it was sent.")
                             : Tr::tr("More completions than were confirmed."));
        return;
    }
    m_before = *m_check->value;
    const std::optional<Journal::Claimed> claimed = claim();
    if (!claimed)
        return;
    if (claimed->written == Journal::Written::Locked && isPatient()) {
        waitForJournal();
    } else if (claimed->written == Journal::Written::Locked) {
        m_report.kind = ErrorKind::Storage;
        conclude(Outcome::Held,
                 Tr::tr("Nothing was sent. Another program holds the journal and "
                        "does not let go of it. Close that program, then try "
                        "again."));
    } else if (claimed->standing) {
        m_report.kind = ErrorKind::NotAllowed;
        m_report.standing = claimed->standing;
        conclude(Outcome::Held, whyStanding(current(), *claimed->standing, shownBy(*m_before)));
    } else {
        m_entry = m_report.entry = claimed->entry;
        send();
    }
}

// Nothing: the journal cannot be used, which is told already.
std::optional<Journal::Claimed> Run::claim()
{
    const Completion &completion = current();
    const client::Connection &connection = m_services.connection();
    const client::OutgoingRequest request = client::prepare(connection, completion.request())
                                                .masked();
    const journal::Intention intention{
        QDateTime::currentDateTimeUtc(),
        systemUser(),
        QSysInfo::machineHostName(),
        QCoreApplication::applicationPid(),
        m_settings.environment,
        connection.baseUrl.toString(QUrl::FullyEncoded),
        m_settings.deployment,
        connection.dialect,
        completion.target,
        request.head(),
        request.body,
        m_services.transport().masked(m_before->json()),
    };
    const Result<Journal::Claimed> claimed =
        m_journal.recordIntention(intention,
                                  exchangeRecord(ExchangeRecord::Purpose::Check, m_check->exchange),
                                  shownBy(*m_before), m_settings.insistence);
    if (claimed)
        return *claimed;
    m_report.kind = ErrorKind::Storage;
    conclude(Outcome::Held, Tr::tr("Nothing was sent. %1").arg(claimed.error().message));
    return {};
}

void Run::waitForJournal()
{
    if (!m_waiting.isValid())
        m_waiting.start();
    m_journalTimer.start(askAgainAfter);
}

bool Run::isPatient() const
{
    const auto patience = m_isStopped ? patienceOfTheStopped : m_settings.patience;
    return !m_waiting.isValid() || !m_waiting.hasExpired(patience.count());
}

void Run::send()
{
    ++m_sent;
    m_waiting.invalidate();
    m_call = m_services.transport().write(client::WritePermit(), current().request(), this,
                                          [this](const Exchange &exchange) { judge(exchange); });
    emit itemLeft(m_index);
}

void Run::judge(const Exchange &exchange)
{
    m_call = {};
    m_report.sent = exchange;
    m_report.status = exchange.status;
    m_unrecorded.append(exchangeRecord(ExchangeRecord::Purpose::Send, exchange));

    const client::WriteAnswer answer = client::writeAnswerOf(exchange, m_services.connection());
    if (answer.effect == contract::WriteEffect::Done) {
        conclude(Outcome::Completed, {});
        return;
    }
    const Error error = answer.error.value_or(Error());
    m_report.kind = error.kind;
    m_report.message = error.message;
    if (m_isStopped && exchange.status == 0) {
        concludeStopped();
    } else if (answer.effect == contract::WriteEffect::NotDone) {
        conclude(Outcome::Failed, error.message);
    } else {
        // It may take a while until more is known, and the program may die meanwhile.
        const Result<Journal::Written> written = m_journal.recordExchange(*m_entry,
                                                                          m_unrecorded.constLast());
        if (written && *written == Journal::Written::Yes)
            m_unrecorded.removeLast();
        m_settleTimer.start(m_settings.settleAfter.value(0));
    }
}

void Run::settle()
{
    if (m_isStopped) {
        concludeStopped();
        return;
    }
    ++m_rereads;
    m_call = m_services.read(current().target, this,
                             [this](const Answer<Record> &answer) { judgeSettlement(answer); });
}

void Run::judgeSettlement(const Answer<Record> &answer)
{
    m_call = {};
    m_unrecorded.append(exchangeRecord(ExchangeRecord::Purpose::Settle, answer.exchange));
    const Result<Settlement> settlement = answer.value.map(
        [this](const Record &after) { return close::settle(current().event, *m_before, after); });
    const QString seen = whatReadingShows(current(), settlement);
    if (settlement == Settlement::Done) {
        m_report.isSettled = true;
        conclude(Outcome::Completed, m_report.message + u' ' + seen);
        return;
    }
    if (m_isStopped) {
        concludeStopped();
        return;
    }
    if (m_rereads < m_settings.settleAfter.size()) {
        m_settleTimer.start(m_settings.settleAfter.at(m_rereads));
        return;
    }
    conclude(Outcome::Unknown,
             Tr::tr("Nobody can say whether the %1 was ended. %2 %3")
                 .arg(current().target.name(), m_report.message, seen));
}

// As far as it came.
void Run::concludeStopped()
{
    m_report.kind = ErrorKind::Cancelled;
    const bool hasLeft = m_report.sent && m_report.sent->departure == client::Departure::Sent;
    if (!m_entry)
        conclude(Outcome::Held, Tr::tr("Stopped. Nothing was sent."));
    else if (!hasLeft)
        conclude(Outcome::Held, Tr::tr("Stopped before the end left. Nothing was sent."));
    else
        conclude(Outcome::Unknown,
                 Tr::tr("Stopped while the end was under way: nobody can say whether the %1 was "
                        "ended. Read it again before it is sent once more; the journal has it as "
                        "unknown.")
                     .arg(current().target.name()));
}

void Run::conclude(Outcome outcome, const QString &message)
{
    m_report.outcome = outcome;
    m_report.message = message;
    m_waiting.invalidate();
    if (!m_entry) {
        report();
        return;
    }
    m_outcome = {QDateTime::currentDateTimeUtc(), outcome, m_report.status, message};
    writeOutcome();
}

// Another program may hold the journal for long; the outcome is not lost for that.
void Run::writeOutcome()
{
    Result<Journal::Written> written = m_journal.recordOutcome(*m_entry, *m_outcome, m_unrecorded);
    if (!written) // what was half written is written over
        written = m_journal.recordOutcome(*m_entry, *m_outcome, m_unrecorded);
    if (!written) {
        keepOutcome(written.error().message);
    } else if (*written == Journal::Written::Yes) {
        report();
    } else if (isPatient()) {
        waitForJournal();
    } else {
        keepOutcome(Tr::tr("Another program holds the journal and does not let go of it."));
    }
}

void Run::keepOutcome(const QString &why)
{
    const Result<void> kept = m_journal.keepBeside(*m_entry, *m_outcome, m_unrecorded);
    m_report.isOutcomeRecorded = kept.has_value();
    m_report.journalProblem = kept
        ? Tr::tr("%1 The outcome is kept beside it and is entered when it is opened again.")
              .arg(why)
        : Tr::tr("%1 %2").arg(why, kept.error().message);
    report();
}

void Run::report()
{
    if (m_entry)
        m_journal.release(*m_entry);
    m_entry = {};
    m_outcome = {};
    // Through the event loop: a thousand items that are held at once must not pile up calls. And
    // before the signal, whose receiver may end the run.
    QTimer::singleShot(0, this, &Run::next);
    emit itemFinished(m_index, m_report);
}

} // namespace closeout::close
