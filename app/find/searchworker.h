// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The part of a ServiceSearch that reads answers: lives on its thread.

#pragma once

#include "find/query.h"
#include "rows/servicesreader.h"

#include <QtCore/QObject>

#include <atomic>

namespace closeout::find {

class ServiceTaker;

class SearchWorker : public QObject, private rows::ServicesReader::Taker
{
    Q_OBJECT

public:
    SearchWorker(ServiceTaker &taker, const std::atomic_bool &isCancelled);

    void begin(const Query &query);
    void readPiece(const QByteArray &bytes); // of the export stream
    void endStream(const Result<void> &result, const client::Exchange &exchange);
    void readAnswer(const Source &source, const QByteArray &answer,
                    const client::Exchange &exchange);
    void fail(const Source &source, const Error &error); // it has no answer

signals:
    void taken(qint64 bytes, qint64 found); // by now read: bytes of a piece; services in all
    void idsFound(const QStringList &ids);
    // whyBroken: what was wrong with the answer as a whole; empty: nothing.
    void reported(const closeout::find::SourceReport &report, const QString &whyBroken,
                  const closeout::client::Exchange &exchange);

private:
    void takeService(const rows::Reader &service) override;
    void takeId(const QString &serviceId) override;
    void takeFailure(const Error &error) override;
    bool matches(const rows::Row &service) const;
    void tell(SourceReport &report, const Result<void> &verdict, const client::Exchange &exchange);

    ServiceTaker &m_taker; // not owned
    const std::atomic_bool &m_isCancelled;
    Query m_query;
    rows::Moment m_from = rows::noMoment;
    rows::Moment m_to = std::numeric_limits<rows::Moment>::max();
    const rows::Reader::Needs m_needs;
    rows::ServicesReader m_stream;
    SourceReport m_streamReport;
    SourceReport *m_report = nullptr; // of the source that is being read
    QString m_wanted; // the id that was asked for; empty: a list was
    QStringList m_ids; // found in this piece
    qint64 m_found = 0;
};

} // namespace closeout::find
