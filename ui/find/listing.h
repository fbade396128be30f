// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The services that were loaded, from where, and how that went. Loads again without losing its
// rows, and says at any time in one line what they are worth.
//
// Owned by the workspace. What it loads through is not its own: see setServices().

#pragma once

#include "find/servicesearch.h"
#include "ui/find/servicesfilter.h"
#include "ui/find/servicesmodel.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtCore/QUrl>

namespace closeout::ui {

bool sameServices(const find::Query &left, const find::Query &right); // do they look for those?

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

    struct Problem
    {
        QString source; // "customer 0001", "all services"
        Error error;
    };

    explicit Listing(QObject *parent = nullptr);

    // nullptr: none. Ends a load under way and empties the list; the query stays, and the filter
    // as long as it is the same server. To be called before the ones in use are destroyed.
    void setServices(client::ContextServices *services);

    // What load() will look for; the rows are those of the last load until then.
    const find::Query &query() const { return m_query; }
    void setQuery(const find::Query &query);
    // Why the query without named sources cannot be loaded here; empty: it can.
    QString whyNotAll() const;
    QString whyNot() const; // the same of the query as it is

    // Of the same query: a refresh. Rows stay until they are brought again; those that are not go
    // at the end, if all sources answered.
    void load();
    void refresh(); // loads again what is shown, whatever the query says meanwhile
    void cancel();

    State state() const { return m_state; }
    bool wasCancelled() const { return m_cancelled; }
    QDateTime asOf() const { return m_asOf; } // when the load began that brought the rows
    const QList<Problem> &problems() const { return m_problems; }
    // Whether services may be among the rows that are completed.
    bool listsCompleted() const;
    QString summary() const;

    ServicesModel *model() { return &m_model; }
    ServicesFilter *filter() { return &m_filter; } // of the model: what is shown of it

    void forget(const QString &serviceId); // it was completed here
    void reread(const QString &serviceId); // and updates its row, or removes it

signals:
    void left(); // the server: what was chosen there means nothing any more
    void changed();

private:
    void start();
    void end(); // of a search under way, without a word
    void take(const client::Record &service);
    void fail(const QString &source, const closeout::Error &error);
    void flush();
    void finish();
    State outcome() const;
    void takeAgain(const QString &serviceId, const Result<client::Record> &service);
    QString services(int count) const;
    QString remarks(const QString &text) const;

    QPointer<client::ContextServices> m_services; // not owned
    find::Query m_query;
    find::Query m_loaded; // that the rows are of
    find::ServiceSearch *m_search = nullptr; // child
    ServicesModel m_model;
    ServicesFilter m_filter{&m_model};
    QList<ServiceRow> m_arrived; // and not yet in the model
    QSet<QString> m_forgotten; // during this load
    QTimer m_batch;
    QList<Problem> m_problems;
    QUrl m_server; // that was asked last
    QDateTime m_began;
    QDateTime m_asOf;
    qsizetype m_found = 0; // by this load
    int m_environment = 0; // counts setServices(): answers of an earlier one are dropped
    State m_state = State::Empty;
    bool m_cancelled = false;
};

} // namespace closeout::ui
