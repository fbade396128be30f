// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A plan being carried out, one completion after the other. Each goes the same way:
//
//   read the record again → examine → claim the target and write the intention to the journal →
//   send once → an unknown is settled by reading again → exchange and outcome to the journal
//
// Nothing is sent that an examination holds, whose target somebody else has or may have ended
// before, that the journal cannot take, or that the permit does not cover. The run never sends
// anything twice.

#pragma once

#include "client/contextservices.h"
#include "close/examination.h"
#include "close/settlement.h"
#include "environments/safety.h"
#include "journal/journal.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>

#include <chrono>

namespace closeout::close {

struct ItemReport
{
    journal::Outcome outcome = journal::Outcome::Unknown;
    QString message; // whole sentences for a person; empty when all is well
    ErrorKind kind = ErrorKind::InvalidInput; // of what went wrong, unless it is completed
    int status = 0; // of the write; 0: not sent, or no answer
    bool isSettled = false; // the answer was lost and a re-read told what happened
    journal::EntryId entry = 0; // of the journal; 0: there is none
    std::optional<journal::Standing> standing; // an earlier end, which stood against this one
    QString journalProblem; // why something of it is not in the journal; empty: all of it is
    bool isOutcomeRecorded = true; // false: nobody can say what the journal will show
    std::optional<client::Exchange> sent; // the write, masked
    Examination examination;
};

struct RunSettings
{
    Insistence insistence;
    QString environment; // its name, for the journal; empty for a bare URL
    contract::Deployment deployment; // what is claimed there; no id: the base URL's own
    // Waits before each re-read of an unknown: the nodes of a cluster agree only after a while.
    QList<std::chrono::milliseconds> settleAfter{std::chrono::milliseconds(0),
                                                 std::chrono::milliseconds(500),
                                                 std::chrono::milliseconds(1500)};
    // How long a journal is waited for that another program holds.
    std::chrono::milliseconds patience = std::chrono::seconds(30);
};

class Run : public QObject
{
    Q_OBJECT

public:
    // services and journal must outlive the run.
    Run(Plan plan, RunSettings settings, environments::WritePermit permit,
        client::ContextServices &services, journal::Journal &journal, QObject *parent = nullptr);
    ~Run() override;

    void start();
    bool isSending() const; // a write is under way, or its outcome is being looked for
    void cancel(); // nothing new is sent; what is under way is waited for
    // From this call on nothing leaves, and nothing is waited for: the current item is reported as
    // it stands, soon.
    void stop();

signals:
    void itemLeft(qsizetype index); // its one write is on its way
    // The run may be destroyed by the receiver.
    void itemFinished(qsizetype index, const closeout::close::ItemReport &report);
    void finished();

private:
    void next();
    void readAgain();
    void takeCheck(const client::Answer<client::Record> &answer);
    void decide();
    std::optional<journal::Journal::Claimed> claim();
    void send();
    void judge(const client::Exchange &exchange);
    void settle();
    void judgeSettlement(const client::Answer<client::Record> &answer);
    void concludeStopped();
    void conclude(journal::Outcome outcome, const QString &message);
    void writeOutcome();
    void keepOutcome(const QString &why);
    void report();
    void waitForJournal();
    bool isPatient() const; // it is still waited for
    const Completion &current() const { return m_plan.at(m_index); }

    Plan m_plan;
    RunSettings m_settings;
    environments::WritePermit m_permit;
    client::ContextServices &m_services;
    journal::Journal &m_journal;

    qsizetype m_index = -1;
    qsizetype m_sent = 0; // never more than the permit's count
    bool m_cancelled = false;
    bool m_isStopped = false;
    QTimer m_settleTimer;
    QTimer m_journalTimer; // until the journal is asked again
    QElapsedTimer m_waiting; // for the journal

    // Of the current completion:
    ItemReport m_report;
    QPointer<client::Call> m_call; // under way
    std::optional<client::Answer<client::Record>> m_check;
    QElapsedTimer m_checked;
    std::optional<journal::EntryId> m_entry; // set once the intention is on disk
    std::optional<client::Record> m_before; // the record as the check saw it
    QList<journal::ExchangeRecord> m_unrecorded; // exchanges that go with the outcome
    std::optional<journal::OutcomeRecord> m_outcome; // that is being written
    qsizetype m_rereads = 0;
};

} // namespace closeout::close
