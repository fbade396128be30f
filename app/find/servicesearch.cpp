// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "find/servicesearch.h"

#include "contract/ids.h"
#include "find/searchworker.h"

namespace closeout::find {

using client::Exchange;

namespace {

constexpr int readsAtOnce = 6; // what one QNetworkAccessManager keeps open to a host
constexpr qint64 readsAhead = 500; // answers that may wait for an earlier one
// Bytes that may wait for the thread, and how few of them let the transport go on.
constexpr qint64 mostUnread = qint64(2) << 20;
constexpr qint64 fewUnread = mostUnread / 2;
constexpr qint64 toldEvery = 50; // milliseconds; pieces come a hundred times as often

} // namespace

ServiceSearch::ServiceSearch(client::ContextServices &services, ServiceTaker &taker,
                             QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_worker(new SearchWorker(taker, m_isCancelled))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &SearchWorker::taken, this, &ServiceSearch::takeTaken);
    connect(m_worker, &SearchWorker::reported, this, &ServiceSearch::takeReport);
    connect(m_worker, &SearchWorker::idsFound, this, [this](const QStringList &ids) {
        for (const QString &id : ids)
            m_waiting.enqueue({Source::Kind::Service, id});
        pump();
    });
    m_thread.setObjectName("search");
    m_thread.start();
}

ServiceSearch::~ServiceSearch()
{
    stop();
}

void ServiceSearch::stop()
{
    m_isCancelled = true;
    for (const QPointer<client::Call> &call : std::as_const(m_calls))
        delete call;
    m_thread.quit();
    m_thread.wait();
}

template<typename Work>
void ServiceSearch::onThread(Work work)
{
    QMetaObject::invokeMethod(m_worker, std::move(work), Qt::QueuedConnection);
}

void ServiceSearch::start(const Query &query)
{
    m_query = query;
    onThread([worker = m_worker, query] { worker->begin(query); });
    for (const QString &customer : query.customers)
        m_waiting.enqueue({Source::Kind::Customer, customer});
    for (const QString &key : query.contactKeys)
        m_waiting.enqueue({Source::Kind::ContactKey, key});
    for (const QString &id : query.serviceIds)
        m_waiting.enqueue({Source::Kind::Service, id});
    if (query.asksForAll())
        startExport();
    pump();
}

void ServiceSearch::cancel()
{
    m_isCancelled = true;
    m_waiting.clear();
    for (const QPointer<client::Call> &call : std::as_const(m_calls)) {
        if (call)
            call->cancel();
    }
}

void ServiceSearch::startExport()
{
    ++m_reading;
    if (!contract::hasExportStream(m_services.connection().dialect)) {
        const Error error{ErrorKind::InvalidInput,
                          Tr::tr("The 8.1 dialect cannot list services across customers. Name "
                                 "customers, contact keys or service ids.")};
        onThread([worker = m_worker, error] { worker->fail({}, error); });
        return;
    }
    ++m_running;
    m_export = m_services.streamExport(
        m_query.completeness, m_query.range, this,
        [this](const QByteArray &bytes) { takeBytes(bytes); },
        [this](const Result<void> &result, const Exchange &exchange) {
            takeEnd(result, exchange);
        });
    m_calls.append(m_export);
}

void ServiceSearch::takeBytes(const QByteArray &bytes)
{
    m_promised = m_export->promisedBytes();
    m_unread += bytes.size();
    if (m_unread > mostUnread)
        m_export->hold();
    onThread([worker = m_worker, bytes] { worker->readPiece(bytes); });
}

void ServiceSearch::takeEnd(const Result<void> &result, const Exchange &exchange)
{
    onThread([worker = m_worker, result, exchange] { worker->endStream(result, exchange); });
    sourceRead();
}

void ServiceSearch::takeTaken(qint64 bytes, qint64 found)
{
    m_unread -= bytes;
    m_bytes += bytes;
    m_found = found;
    if (m_export && m_unread < fewUnread)
        m_export->goOn();
    if (m_told.isValid() && m_told.elapsed() < toldEvery)
        return;
    m_told.start();
    emit progressed();
}

void ServiceSearch::takeReport(const SourceReport &report, const QString &whyBroken,
                               const Exchange &exchange)
{
    --m_reading;
    SourceReport complete = report;
    if (!whyBroken.isEmpty())
        complete.error = client::notContextServices(exchange, whyBroken);
    emit reported(complete);
    pump();
}

void ServiceSearch::pump()
{
    while (m_running < readsAtOnce && m_turns - m_handedOn < readsAhead && !m_waiting.isEmpty())
        read(m_waiting.dequeue());
    if (m_running == 0 && m_reading == 0) // through the event loop: start() must have returned
        QMetaObject::invokeMethod(this, &ServiceSearch::finished, Qt::QueuedConnection);
}

void ServiceSearch::sourceRead()
{
    --m_running;
    m_calls.removeIf([](const QPointer<client::Call> &call) { return call.isNull(); });
    pump();
}

void ServiceSearch::read(const Source &source)
{
    const qint64 turn = m_turns++;
    client::Request request;
    switch (source.kind) {
    case Source::Kind::All:
        return; // see startExport()
    case Source::Kind::Customer:
        request = client::queryCustomerServices(source.key, m_query.completeness, m_query.range);
        break;
    case Source::Kind::ContactKey:
        request = client::queryAnonymousServices(source.key, m_query.completeness, m_query.range);
        break;
    case Source::Kind::Service:
        if (const Result<void> valid = contract::checkServiceId(m_services.connection().dialect,
                                                                source.key);
            !valid) {
            arrive(turn, {source, tl::unexpected(valid.error()), {}});
            return;
        }
        request = client::query(contract::serviceTarget(source.key));
        break;
    }
    ++m_running;
    const auto done = [this, turn, source](const client::Answer<QByteArray> &answer) {
        arrive(turn, {source, answer.value, answer.exchange});
        sourceRead();
    };
    m_calls.append(m_services.readBytes(request, this, done));
}

void ServiceSearch::arrive(qint64 turn, Arrival arrival)
{
    m_arrived.insert(turn, std::move(arrival));
    while (!m_arrived.isEmpty() && m_arrived.firstKey() == m_handedOn) {
        ++m_handedOn;
        handOn(m_arrived.take(m_arrived.firstKey()));
    }
}

void ServiceSearch::handOn(const Arrival &arrival)
{
    ++m_reading;
    if (arrival.answer) {
        onThread([worker = m_worker, arrival] {
            worker->readAnswer(arrival.source, *arrival.answer, arrival.exchange);
        });
    } else {
        onThread(
            [worker = m_worker, arrival] { worker->fail(arrival.source, arrival.answer.error()); });
    }
}

} // namespace closeout::find
