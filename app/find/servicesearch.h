// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Where services come from: customers, contact keys and ids that somebody named, and, in the 8.5
// dialect alone, the export stream of everything. Services are handed on as they arrive and in the
// order of the sources that were named; a source that fails is reported in its turn and does not
// stop the others. A service that comes twice is handed on twice, and counted once.
//
// The answers are read on a thread of the search's own, which also calls the taker. The transport
// is held while that thread is behind, so that no more than a few MiB wait.
//
//     ServiceSearch search(services, taker);
//     connect(&search, &ServiceSearch::finished, …);
//     search.start(query);

#pragma once

#include "client/contextservices.h"
#include "find/query.h"
#include "rows/reader.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QMap>
#include <QtCore/QQueue>
#include <QtCore/QThread>

#include <atomic>

namespace closeout::find {

class SearchWorker;

// Takes what was found, on the search's thread.
class ServiceTaker
{
public:
    virtual ~ServiceTaker() = default;
    virtual rows::Reader::Needs needs() const { return {}; } // of take(), always the same
    // It holds until the call returns. False: it has come before, in this search.
    virtual bool take(const rows::Reader &service) = 0;
    // It does not fit the query; for whoever has it from before. False: it is not known.
    virtual bool pass(const rows::Reader &) { return false; }
    virtual void settle() { } // a piece of an answer has been read; the next may take a while
};

class ServiceSearch : public QObject
{
    Q_OBJECT

public:
    // Both must outlive it.
    ServiceSearch(client::ContextServices &services, ServiceTaker &taker,
                  QObject *parent = nullptr);
    ~ServiceSearch() override; // stops it: the thread ends at the next piece, or earlier

    void start(const Query &query); // once
    void cancel(); // what has been found stays found; finished() comes
    void stop(); // for good: when it returns, nobody calls the taker any more

    qint64 found() const { return m_found; } // services so far
    qint64 bytes() const { return m_bytes; } // of the export stream, read so far
    qint64 promisedBytes() const { return m_promised; } // -1: the server does not say

signals:
    void progressed(); // found() or bytes() grew; not for every piece
    void reported(const closeout::find::SourceReport &report);
    void finished();

private:
    struct Arrival
    {
        Source source;
        Result<QByteArray> answer;
        client::Exchange exchange;
    };

    void startExport();
    void takeBytes(const QByteArray &bytes);
    void takeEnd(const Result<void> &result, const client::Exchange &exchange);
    void pump(); // starts reads up to the limits; tells when all is done
    void read(const Source &source);
    void arrive(qint64 turn, Arrival arrival);
    void handOn(const Arrival &arrival);
    void sourceRead();
    void takeTaken(qint64 bytes, qint64 found);
    void takeReport(const SourceReport &report, const QString &whyBroken,
                    const client::Exchange &exchange);
    template<typename Work>
    void onThread(Work work); // in the order of the calls

    client::ContextServices &m_services; // not owned
    Query m_query;
    QThread m_thread;
    SearchWorker *m_worker; // lives on m_thread; deleted at its end
    std::atomic_bool m_isCancelled = false;
    QQueue<Source> m_waiting;
    qint64 m_turns = 0; // of sources that were asked so far
    qint64 m_handedOn = 0; // of those, how many have had their turn
    QMap<qint64, Arrival> m_arrived; // and wait for an earlier one
    QPointer<client::Call> m_export;
    QList<QPointer<client::Call>> m_calls;
    int m_running = 0; // requests
    int m_reading = 0; // sources whose answer is with the thread
    qint64 m_unread = 0; // bytes that are with the thread
    qint64 m_found = 0;
    qint64 m_bytes = 0;
    qint64 m_promised = -1;
    QElapsedTimer m_told; // since progressed()
};

} // namespace closeout::find
