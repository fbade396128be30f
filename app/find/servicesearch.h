// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Where services come from: customers, contact keys and ids that somebody named, or, in the 8.5
// dialect alone, the export stream of everything. Services are handed on as they arrive, each
// once and in the order of their sources; a source that fails is reported in its turn and does not
// stop the others.

#pragma once

#include "client/contextservices.h"

#include <QtCore/QMap>
#include <QtCore/QQueue>
#include <QtCore/QSet>

namespace closeout::find {

struct Query
{
    QStringList customers;
    QStringList contactKeys;
    QStringList serviceIds;
    contract::Completeness completeness = contract::Completeness::Active;
    client::StartRange range;

    bool namesSources() const
    {
        return !customers.isEmpty() || !contactKeys.isEmpty() || !serviceIds.isEmpty();
    }
};

class ServiceSearch : public QObject
{
    Q_OBJECT

public:
    explicit ServiceSearch(client::ContextServices &services, QObject *parent = nullptr);

    void start(const Query &query); // once
    void cancel(); // what has been found stays found; finished() comes

signals:
    void found(const closeout::client::Record &service);
    // source: "customer 0001", "contact key …", "service …", "all services".
    void sourceFailed(const QString &source, const closeout::Error &error);
    void finished();

private:
    struct Source
    {
        enum class Kind : quint8 { Customer, ContactKey, Service };
        Kind kind;
        QString key;
    };

    struct Arrival
    {
        Source source;
        Result<QList<client::Record>> services;
    };

    void startExport();
    void pump(); // starts reads up to the limits; tells when all is done
    void read(const Source &source);
    void arrive(qint64 turn, Arrival arrival);
    void handOn(const Arrival &arrival);
    void take(const client::Record &service);
    void sourceDone();
    bool matches(const client::Record &service) const;
    static QString nameOf(const Source &source);

    client::ContextServices &m_services; // not owned
    Query m_query;
    QQueue<Source> m_waiting;
    qint64 m_turns = 0; // of sources that were asked so far
    qint64 m_handedOn = 0; // of those, how many have had their turn
    QMap<qint64, Arrival> m_arrived; // and wait for an earlier one
    QSet<QString> m_seen; // ids handed on
    QList<QPointer<client::Call>> m_calls;
    int m_running = 0;
};

} // namespace closeout::find
