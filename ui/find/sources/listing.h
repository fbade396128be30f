// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The services that were loaded, from where, and how that went. Loads again without losing its
// rows, and says at any time in one line what they are worth.
//
// Owned by the workspace. What it loads through is not its own: see setServices().

#pragma once

#include "find/idfile.h"
#include "find/livecollection.h"
#include "ui/widgets/servernames.h"

#include <QtCore/QDateTime>
#include <QtCore/QPointer>
#include <QtCore/QSet>
#include <QtCore/QTimer>
#include <QtCore/QUrl>

namespace closeout::ui {

class Listing : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 {
        Empty, // nothing has been loaded
        Loading,
        Loaded,
        Incomplete, // some sources failed, or the load was cancelled
        Failed, // every source failed; the rows are those of before
    };

    explicit Listing(QObject *parent = nullptr);
    ~Listing() override;

    // nullptr: none. Ends a load under way and empties the list; the query stays. To be called
    // before the ones in use are destroyed.
    void setServices(client::ContextServices *services);

    // What load() will look for; the rows are those of the last load until then.
    const find::Query &query() const { return m_query; }
    void setQuery(const find::Query &query); // leftOut is what was given() with its ids
    // What was given of each kind last, also while the query does not name it: for the pane in
    // which it is typed.
    const find::IdList &given(find::IdKind kind) const { return m_given[size_t(kind)]; }
    void keepGiven(find::IdKind kind, const find::IdList &list) { m_given[size_t(kind)] = list; }
    // Why the query without named sources cannot be loaded here; empty: it can.
    QString whyNotAll() const;
    QString whyNot() const; // the same of the query as it is

    // Of the same query: a refresh. Rows stay; what is not brought again is marked as vanished at
    // the end, if all sources answered that it may come from.
    void load();
    void refresh(); // loads again what is shown, whatever the query says meanwhile
    void retryFailed(); // asks the sources that failed again, and them alone
    void cancel(); // what has arrived stays
    void setRefreshEvery(std::chrono::milliseconds interval); // 0: only when somebody says so
    std::chrono::milliseconds refreshEvery() const;

    bool isOf(const find::Query &query) const; // the rows, as far as they have arrived
    State state() const { return m_state; }
    bool isLoading() const { return m_state == State::Loading; }
    bool wasCancelled() const { return m_cancelled; }
    // When the load began that brought the rows; where some are of earlier ones, the earliest.
    QDateTime asOf() const { return m_asOf; }
    QDateTime triedAt() const { return m_began; } // the same of the last load, whatever it brought
    // Of the last load, in the order of its sources: those that failed or were partly unreadable,
    // and those that were named and brought nothing.
    const QList<find::SourceReport> &problems() const { return m_problems; }
    const QList<find::Source> &emptyHanded() const { return m_emptyHanded; }
    QString wordsOfNothing() const; // of one of them: "%1: no active service was found."
    // Whether services may be among the rows that are completed.
    bool listsCompleted() const;
    QString summary() const;
    qint64 unreadableStarts() const { return m_unreadableStarts; } // of the last load
    qint64 count() const; // of services that are as they were asked for: active, completed

    // Of the load under way.
    qint64 found() const;
    qint64 bytes() const;
    qint64 promisedBytes() const; // -1: not known
    double perSecond() const; // services

    // What there is to look at. Rows keep their numbers until replaced().
    const rows::Snapshot &snapshot() const { return m_snapshot; }
    std::optional<quint32> rowOf(const QString &serviceId) const;
    ServerNames &names() { return m_names; } // which the workspace learns; of this server alone
    const ServerNames &names() const { return m_names; }
    // The number of the last load that a person asked for: what has changed since is news.
    quint16 newsSince() const { return m_newsSince; }

    void forget(const QString &serviceId); // it was completed here
    // A part of it was, as one of its tasks: it stays in sight until a person loads again.
    void markInProgress(const QString &serviceId);
    const QSet<quint32> &inProgress() const { return m_inProgress; } // services, by row number
    void reread(const QString &serviceId); // and updates its row

signals:
    void left(); // the server: what was chosen there means nothing any more
    void aboutToBeReplaced(); // the rows, which snapshot() still shows
    void replaced(); // the rows are others; row numbers of before mean nothing
    void grown(); // snapshot() is another one
    void progressed(); // of the load under way
    void changed(); // state, query or what can be said about them

private:
    void renew();
    void start(const find::Query &query);
    void refreshByItself();
    void end(); // of a search under way, without a word
    void take(const find::SourceReport &report);
    void takeSnapshot();
    void finish();
    void conclude(State state);
    void askForVanished();
    bool holdsEarlierRows() const;
    State outcome() const;
    void takeAgain(const QString &serviceId, const Result<client::Record> &service);
    QString services(qint64 number) const;
    QString remarks(const QString &text) const;

    QPointer<client::ContextServices> m_services; // not owned
    find::Query m_query;
    find::Query m_loaded; // that the rows are of
    std::array<find::IdList, 3> m_given; // by IdKind
    bool m_isRetry = false; // of the sources that failed
    // Shared with work in the background that may outlast a change of the server.
    std::shared_ptr<find::LiveCollection> m_collection;
    std::unique_ptr<find::ServiceSearch> m_search; // fills it: goes first
    rows::Snapshot m_snapshot;
    std::atomic_bool m_isTold = false; // that there is more: a call is on its way
    QTimer m_refresh;
    QList<find::SourceReport> m_problems;
    QList<find::Source> m_emptyHanded;
    find::Query m_read; // the sources that were read to their end since a load of all began
    QUrl m_server; // that was asked last
    QDateTime m_began;
    QDateTime m_asOf;
    qint64 m_unreadableStarts = 0;
    qsizetype m_sources = 0; // that this load asks
    int m_environment = 0; // counts setServices(): answers of an earlier one are dropped
    State m_state = State::Empty;
    bool m_cancelled = false;
    quint16 m_newsSince = 0;
    QSet<quint32> m_inProgress;
    ServerNames m_names;
};

} // namespace closeout::ui
