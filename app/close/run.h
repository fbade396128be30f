// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A plan being carried out, one completion after the other. Each goes the same way:
//
//   read the record again → examine → write the intention to the journal → send once
//   → an unknown is settled by reading again → write exchange and outcome to the journal
//
// Nothing is sent that an examination holds, that the journal cannot take, or that the permit
// does not cover. The run never sends anything twice.

#pragma once

#include "client/contextservices.h"
#include "close/examination.h"
#include "close/settlement.h"
#include "environments/safety.h"
#include "journal/journal.h"

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
    QString journalProblem; // why something of it is not in the journal; empty: all of it is
    bool isOutcomeRecorded = true; // false: the journal will show it as unknown
    std::optional<client::Exchange> sent; // the write, masked
    Examination examination;
};

struct RunSettings
{
    Insistence insistence;
    QString environment; // its name, for the journal; empty for a bare URL
    // Waits before each re-read of an unknown: the nodes of a cluster agree only after a while.
    QList<std::chrono::milliseconds> settleAfter{std::chrono::milliseconds(0),
                                                 std::chrono::milliseconds(500),
                                                 std::chrono::milliseconds(1500)};
};

class Run : public QObject
{
    Q_OBJECT

public:
    // services and journal must outlive the run.
    Run(Plan plan, RunSettings settings, environments::WritePermit permit,
        client::ContextServices &services, journal::Journal &journal, QObject *parent = nullptr);

    void start();
    bool isSending() const; // a write is under way, or its outcome is being looked for
    void cancel(); // nothing new is sent; what is under way is waited for

signals:
    void itemLeft(qsizetype index); // its one write is on its way
    // The run may be destroyed by the receiver.
    void itemFinished(qsizetype index, const closeout::close::ItemReport &report);
    void finished();

private:
    void next();
    void readAgain();
    void decide(const client::Answer<client::Record> &answer);
    bool writeIntention(const client::Answer<client::Record> &answer);
    void send();
    void judge(const client::Exchange &exchange);
    void settle();
    void judgeSettlement(const client::Answer<client::Record> &answer);
    QString whatWasSeen(const Result<Settlement> &settlement) const;
    void conclude(journal::Outcome outcome, const QString &message);
    void record(journal::ExchangeRecord::Purpose purpose, const client::Exchange &exchange);
    void note(const Result<void> &recorded);
    const Completion &current() const { return m_plan.at(m_index); }

    Plan m_plan;
    RunSettings m_settings;
    environments::WritePermit m_permit;
    client::ContextServices &m_services;
    journal::Journal &m_journal;

    qsizetype m_index = -1;
    qsizetype m_sent = 0; // never more than the permit's count
    bool m_cancelled = false;
    QTimer m_settleTimer;

    // Of the current completion:
    ItemReport m_report;
    std::optional<journal::EntryId> m_entry; // set once the intention is on disk
    std::optional<client::Record> m_before; // the record as the check saw it
    qsizetype m_rereads = 0;
};

} // namespace closeout::close
