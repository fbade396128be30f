// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The state of closing, above any pane: the draft, where it would go, whether it is under way and
// how the last one ended. Panes come and go over it.

#pragma once

#include "ui/close/draft/draft.h"
#include "ui/close/form/dispositions.h"
#include "ui/close/sending/sender.h"

namespace closeout::ui {

struct Reported
{
    close::Completion completion;
    close::ItemReport report;
    QDateTime at; // UTC
    DraftPlace place;
    environments::Environment environment; // which may no longer be the one in use

    bool isInJournal() const { return report.sent.has_value(); } // what is not sent has no entry
};

class Completing : public QObject
{
    Q_OBJECT

public:
    Completing(DraftStore &store, Sender &sender, QObject *parent = nullptr); // both outlive it

    Draft *draft() const { return m_draft; }
    Dispositions *dispositions() const { return m_dispositions; }

    // Another environment ends the draft (it is kept); the same one anew, with a password, does
    // not.
    void setConnection(const std::optional<client::Connection> &connection,
                       const environments::Environment &environment);
    const std::optional<client::Connection> &connection() const { return m_connection; }
    const environments::Environment &environment() const { return m_environment; }

    // Without a connection there is nothing to begin.
    void begin(const contract::Target &target, const client::Record &record);
    // The record of the draft was read again; another one is passed over.
    void rebase(const client::Record &record);
    void awaitReading(); // the next rebase() ends what is said of the last outcome

    QString whyNotSendable() const; // empty: it can be sent, when it is confirmed
    bool isReadOnly() const;
    bool mustConfirm() const;
    // What an examination has found that is to be told here: an environment can leave open states
    // out.
    QList<close::Finding> findings() const;
    QList<client::Record> openTasks() const; // of the draft's service
    QList<client::Record> openStates() const; // that are to be told
    // What is known to stand against an end of the draft's target: an earlier one. The journal is
    // asked again when it is sent; what a person confirms is meant against this one alone.
    const journal::Standing *standing() const; // nullptr: nothing is known
    bool isDoubtful() const { return standing() != nullptr; }
    // A person is asked now, and told of that one: what they confirm is meant against no newer one.
    void noteAsked();
    // Of the journal: ends of which it does not know how they went.
    void setDoubts(const QList<journal::Entry> &entries);
    // Whose records they are that the connection leads to; as long as it stays the same.
    void setDeployment(const contract::Deployment &deployment);

    // Gives the draft to the sender. What the environment's safety level says no to, or what is
    // not sendable, is an Error and nothing is sent.
    Result<void> send(const environments::Confirmation &confirmation);

    void giveUp(); // what is under way, unless it has left already; the report says how it went

    const std::optional<DraftPlace> &underWay() const { return m_underWay; }
    bool hasLeft() const { return m_hasLeft; } // it is sent, not checked any more
    bool isDraftUnderWay() const { return m_underWay && *m_underWay == m_draft->place(); }

    // How the last one ended, until it is dismissed or its target is begun anew. A bad end stays
    // while other targets are looked at.
    const std::optional<Reported> &reported() const { return m_reported; }
    bool isReportedHere() const; // in the environment that is in use
    bool isCleanlyDone() const; // what is reported: completed, and in the journal
    void dismissReport();

    QList<DraftPlace> drafts() const; // that are kept for the environment in use
    QSet<QString> draftIds() const; // of theirs: services, and states and tasks as “service/id”
    // Where the draft of another window for the same target is; empty: nobody has one.
    const QString &otherDraft() const { return m_otherDraft; }

    // Why drafts cannot be kept or read; until the next one is begun.
    const std::optional<Error> &draftTrouble() const { return m_draftTrouble; }

signals:
    void changed(); // anything but what the draft says of itself
    void completed(const closeout::contract::Target &target);
    void draftsChanged(); // what drafts() says
    void finished(); // whatever the outcome: the journal has something new

private:
    QString keyOf(const DraftPlace &place) const;
    void takeLeft();
    void takeTrouble(const closeout::Error &error);
    void takeReport(const closeout::close::Completion &completion,
                    const closeout::close::ItemReport &report);

    DraftStore &m_store;
    Sender &m_sender;
    Draft *m_draft; // child
    Dispositions *m_dispositions; // child
    std::optional<client::Connection> m_connection;
    environments::Environment m_environment;
    std::optional<DraftPlace> m_underWay;
    environments::Environment m_underWayIn;
    bool m_hasLeft = false; // what is under way
    bool m_awaitsReading = false;
    std::optional<Reported> m_reported;
    std::optional<Error> m_draftTrouble;
    QString m_otherDraft;
    contract::Deployment m_deployment;
    QString m_underWayKey;
    std::optional<journal::EntryId> m_asked; // of which end a person was told; 0: of none
    QHash<QString, journal::Standing> m_standing; // by key of the target: what a send was told
    QHash<QString, journal::Standing> m_doubts; // the same: of the journal
};

} // namespace closeout::ui
