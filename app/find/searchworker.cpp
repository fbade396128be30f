// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "find/searchworker.h"

#include "find/servicesearch.h"

namespace closeout::find {

using contract::Completeness;

namespace {

constexpr qsizetype readAtOnce = 256 * 1024; // bytes

} // namespace

SearchWorker::SearchWorker(ServiceTaker &taker, const std::atomic_bool &isCancelled)
    : m_taker(taker)
    , m_isCancelled(isCancelled)
    , m_needs(taker.needs())
    , m_stream(*this, m_needs)
{
}

void SearchWorker::begin(const Query &query)
{
    m_query = query;
    if (query.range.from.isValid())
        m_from = query.range.from.toMSecsSinceEpoch();
    if (query.range.to.isValid())
        m_to = query.range.to.toMSecsSinceEpoch();
}

void SearchWorker::readPiece(const QByteArray &bytes)
{
    if (!m_isCancelled) {
        m_report = &m_streamReport;
        m_stream.feed(bytes);
        m_taker.settle();
        if (!m_ids.isEmpty())
            emit idsFound(std::exchange(m_ids, {}));
    }
    emit taken(bytes.size(), m_found);
}

void SearchWorker::endStream(const Result<void> &result, const client::Exchange &exchange)
{
    if (!result)
        m_streamReport.error = result.error();
    tell(m_streamReport, result ? m_stream.finish() : Result<void>(), exchange);
}

void SearchWorker::readAnswer(const Source &source, const QByteArray &answer,
                              const client::Exchange &exchange)
{
    SourceReport report{.source = source};
    Result<void> verdict;
    if (!m_isCancelled) {
        m_report = &report;
        m_wanted = source.kind == Source::Kind::Service ? source.key : QString();
        // Where an old server was asked for less, 0 open tasks would be said of what nobody knows.
        rows::Reader::Needs needs = m_needs;
        needs.children = needs.children && client::asksForChildren(exchange.request);
        rows::ServicesReader reader(*this, needs);
        if (m_wanted.isEmpty()) {
            // In pieces: whoever stops the search waits for the one that is being read.
            for (qsizetype at = 0; at < answer.size() && !m_isCancelled; at += readAtOnce) {
                reader.feed(QByteArrayView(answer).sliced(at).first(
                    std::min(readAtOnce, answer.size() - at)));
            }
            verdict = m_isCancelled ? Result<void>() : reader.finish();
        } else {
            reader.readOne(answer);
        }
        if (!m_wanted.isEmpty() && !report.unreadable.isEmpty())
            report.error = report.unreadable.takeFirst();
        m_wanted.clear();
        m_taker.settle();
        if (!m_ids.isEmpty())
            emit idsFound(std::exchange(m_ids, {}));
    }
    emit taken(0, m_found);
    tell(report, verdict, exchange);
}

void SearchWorker::fail(const Source &source, const Error &error)
{
    emit reported({.source = source, .error = error}, {}, {});
}

void SearchWorker::tell(SourceReport &report, const Result<void> &verdict,
                        const client::Exchange &exchange)
{
    m_report = nullptr;
    QString whyBroken;
    if (!verdict && verdict.error().kind == ErrorKind::NotContextServices)
        whyBroken = verdict.error().message;
    else if (!verdict)
        report.error = verdict.error();
    emit reported(report, whyBroken, exchange);
}

// A query by id knows no filter, and the export stream's time range is about events, not starts.
bool SearchWorker::matches(const rows::Row &service) const
{
    if (m_query.completeness != Completeness::All
        && service.isCompleted != (m_query.completeness == Completeness::Completed))
        return false;
    const rows::Moment started = service.moment(rows::Field::Started);
    return started >= m_from && started < m_to;
}

void SearchWorker::takeService(const rows::Reader &service)
{
    if (m_isCancelled) // in the middle of a long answer
        return;
    const QByteArrayView id = service.service().text(rows::Field::ServiceId);
    if (!m_wanted.isEmpty() && QString::fromUtf8(id) != m_wanted) {
        takeFailure({ErrorKind::NotContextServices,
                     Tr::tr("The answer is about another service, “%1”.")
                         .arg(QString::fromUtf8(id.first(std::min<qsizetype>(id.size(), 120))))});
        return;
    }
    m_report->unreadableStarts += service.unreadableStarts();
    if (!matches(service.service())) {
        if (m_taker.pass(service))
            ++m_report->found;
        return;
    }
    ++m_report->found;
    if (m_taker.take(service))
        ++m_found;
}

void SearchWorker::takeId(const QString &serviceId)
{
    m_ids.append(serviceId);
}

void SearchWorker::takeFailure(const Error &error)
{
    ++m_report->unreadableCount;
    if (m_report->unreadable.size() < SourceReport::mostFailures)
        m_report->unreadable.append(error);
}

} // namespace closeout::find
