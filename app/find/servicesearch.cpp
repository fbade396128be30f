// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "find/servicesearch.h"

#include "contract/ids.h"

using namespace Qt::StringLiterals;

namespace closeout::find {

using client::Answer;
using client::Record;

namespace {

constexpr int readsAtOnce = 6; // what one QNetworkAccessManager keeps open to a host
constexpr qint64 readsAhead = 500; // answers that may wait for an earlier one

} // namespace

ServiceSearch::ServiceSearch(client::ContextServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
}

void ServiceSearch::start(const Query &query)
{
    m_query = query;
    for (const QString &customer : query.customers)
        m_waiting.enqueue({Source::Kind::Customer, customer});
    for (const QString &key : query.contactKeys)
        m_waiting.enqueue({Source::Kind::ContactKey, key});
    for (const QString &id : query.serviceIds)
        m_waiting.enqueue({Source::Kind::Service, id});
    if (!query.namesSources())
        startExport();
    pump();
}

void ServiceSearch::cancel()
{
    m_waiting.clear();
    for (const QPointer<client::Call> &call : std::as_const(m_calls)) {
        if (call)
            call->cancel();
    }
}

void ServiceSearch::startExport()
{
    if (!contract::hasExportStream(m_services.connection().dialect)) {
        emit sourceFailed(Tr::tr("all services"),
                          {ErrorKind::InvalidInput,
                           Tr::tr("The 8.1 dialect cannot list services across customers. Name "
                                  "customers, contact keys or service ids.")});
        return;
    }
    ++m_running;
    const client::ContextServices::ExportReader
        reader{[this](const Record &service) { take(service); },
               [this](const QString &id) {
                   m_waiting.enqueue({Source::Kind::Service, id});
                   pump();
               },
               [this](const Error &error) { emit sourceFailed(Tr::tr("all services"), error); }};
    m_calls.append(m_services.readExport(m_query.completeness, m_query.range, this, reader,
                                         [this](const Result<void> &done) {
                                             if (!done)
                                                 emit sourceFailed(Tr::tr("all services"),
                                                                   done.error());
                                             sourceDone();
                                         }));
}

void ServiceSearch::pump()
{
    while (m_running < readsAtOnce && m_turns - m_handedOn < readsAhead && !m_waiting.isEmpty())
        read(m_waiting.dequeue());
    if (m_running == 0) // through the event loop: start() must have returned
        QMetaObject::invokeMethod(this, &ServiceSearch::finished, Qt::QueuedConnection);
}

void ServiceSearch::sourceDone()
{
    --m_running;
    m_calls.removeIf([](const QPointer<client::Call> &call) { return call.isNull(); });
    pump();
}

void ServiceSearch::read(const Source &source)
{
    const qint64 turn = m_turns++;
    if (source.kind == Source::Kind::Service) {
        const Result<void> valid = contract::checkServiceId(m_services.connection().dialect,
                                                            source.key);
        if (!valid) {
            arrive(turn, {source, tl::unexpected(valid.error())});
            return;
        }
        ++m_running;
        const auto done = [this, turn, source](const Answer<Record> &answer) {
            arrive(turn, {source, answer.value.map([](const Record &record) {
                              return QList<Record>{record};
                          })});
            sourceDone();
        };
        m_calls.append(m_services.readService(source.key, this, done));
        return;
    }
    ++m_running;
    const client::Request request = source.kind == Source::Kind::Customer
        ? client::queryCustomerServices(source.key, m_query.completeness, m_query.range)
        : client::queryAnonymousServices(source.key, m_query.completeness, m_query.range);
    const auto done = [this, turn, source](const Answer<QList<Record>> &answer) {
        arrive(turn, {source, answer.value});
        sourceDone();
    };
    m_calls.append(m_services.readList(Record::Kind::Service, request, this, done));
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
    if (!arrival.services) {
        emit sourceFailed(nameOf(arrival.source), arrival.services.error());
        return;
    }
    for (const Record &service : *arrival.services)
        take(service);
}

// A query by id knows no filter, and the export stream's time range is about events, not starts.
bool ServiceSearch::matches(const Record &service) const
{
    using contract::Completeness;
    if (m_query.completeness != Completeness::All
        && service.isCompleted() != (m_query.completeness == Completeness::Completed))
        return false;
    const QDateTime started = service.startedAt();
    return (!m_query.range.from.isValid() || started >= m_query.range.from)
        && (!m_query.range.to.isValid() || started < m_query.range.to);
}

void ServiceSearch::take(const Record &service)
{
    const QString id = service.id();
    if (m_seen.contains(id) || !matches(service))
        return;
    m_seen.insert(id);
    emit found(service);
}

QString ServiceSearch::nameOf(const Source &source)
{
    switch (source.kind) {
    case Source::Kind::Customer:
        return Tr::tr("customer %1").arg(source.key);
    case Source::Kind::ContactKey:
        return Tr::tr("contact key %1").arg(source.key);
    case Source::Kind::Service:
        return Tr::tr("service %1").arg(source.key);
    }
    return {};
}

} // namespace closeout::find
