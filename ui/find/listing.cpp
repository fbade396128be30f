// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/listing.h"

#include "contract/dialect.h"
#include "ui/find/clock.h"
#include "ui/widgets/moments.h"

using namespace std::chrono_literals;

namespace closeout::ui {

using contract::Completeness;

namespace {

constexpr auto batchTime = 50ms;

QString clockTime(const QDateTime &moment)
{
    const QDateTime local = moment.toLocalTime();
    return local.date() == QDate::currentDate() ? local.toString(u"HH:mm:ss") : localMoment(moment);
}

} // namespace

bool sameServices(const find::Query &left, const find::Query &right)
{
    return left.customers == right.customers && left.contactKeys == right.contactKeys
        && left.serviceIds == right.serviceIds && left.completeness == right.completeness
        && left.range.from == right.range.from && left.range.to == right.range.to;
}

Listing::Listing(QObject *parent)
    : QObject(parent)
{
    m_batch.setSingleShot(true);
    m_batch.setInterval(batchTime);
    connect(&m_batch, &QTimer::timeout, this, &Listing::flush);
}

void Listing::setServices(client::ContextServices *services)
{
    end();
    m_services = services;
    ++m_environment;
    m_model.clear();
    m_problems.clear();
    m_cancelled = false;
    m_asOf = {};
    m_state = State::Empty;
    if (services && services->connection().baseUrl != m_server) {
        m_server = services->connection().baseUrl;
        m_filter.setText({});
    }
    emit left();
    emit changed();
}

void Listing::setQuery(const find::Query &query)
{
    m_query = query;
    emit changed();
}

QString Listing::whyNotAll() const
{
    if (!m_services || contract::hasExportStream(m_services->connection().dialect))
        return {};
    return tr("An 8.1 server cannot list services across customers. Give customers, contact keys "
              "or service ids.");
}

QString Listing::whyNot() const
{
    if (!m_services)
        return tr("Not connected yet. Sign in above, or choose another environment.");
    return m_query.namesSources() ? QString() : whyNotAll();
}

void Listing::load()
{
    if (!whyNot().isEmpty())
        return;
    if (!sameServices(m_query, m_loaded))
        m_model.clear();
    m_loaded = m_query;
    start();
}

void Listing::refresh()
{
    if (m_state == State::Empty)
        load();
    else if (m_services)
        start();
}

void Listing::start()
{
    end();
    m_problems.clear();
    m_forgotten.clear();
    m_found = 0;
    m_cancelled = false;
    Clock::ofApplication()->tick();
    m_began = QDateTime::currentDateTimeUtc();
    m_model.beginLoad();
    m_search = new find::ServiceSearch(*m_services, this);
    connect(m_search, &find::ServiceSearch::found, this, &Listing::take);
    connect(m_search, &find::ServiceSearch::sourceFailed, this, &Listing::fail);
    connect(m_search, &find::ServiceSearch::finished, this, &Listing::finish);
    m_state = State::Loading;
    emit changed();
    m_search->start(m_loaded);
}

void Listing::end()
{
    m_batch.stop();
    m_arrived.clear();
    if (!m_search)
        return;
    disconnect(m_search, nullptr, this, nullptr);
    m_search->cancel();
    m_search->deleteLater(); // this may have been called from one of its signals
    m_search = nullptr;
}

void Listing::cancel()
{
    if (!m_search)
        return;
    m_cancelled = true;
    m_search->cancel();
}

void Listing::take(const client::Record &service)
{
    ++m_found;
    m_arrived.append(ServiceRow::of(service));
    if (!m_batch.isActive())
        m_batch.start();
}

void Listing::fail(const QString &source, const Error &error)
{
    if (error.kind != ErrorKind::Cancelled)
        m_problems.append({source, error});
}

void Listing::flush()
{
    m_arrived.removeIf([this](const ServiceRow &row) { return m_forgotten.contains(row.id); });
    m_model.take(m_arrived);
    m_arrived.clear();
    emit changed();
}

void Listing::finish()
{
    m_batch.stop();
    m_search->deleteLater();
    m_search = nullptr;
    m_state = outcome();
    if (m_state != State::Failed)
        m_asOf = m_began;
    flush();
    if (m_state == State::Loaded)
        m_model.removeLeftOver();
    emit changed();
}

Listing::State Listing::outcome() const
{
    if (m_problems.isEmpty())
        return m_cancelled ? State::Incomplete : State::Loaded;
    const qsizetype sources = m_loaded.customers.size() + m_loaded.contactKeys.size()
        + m_loaded.serviceIds.size();
    const bool allFailed = m_problems.size() >= std::max<qsizetype>(sources, 1);
    return m_found == 0 && allFailed && !m_cancelled ? State::Failed : State::Incomplete;
}

bool Listing::listsCompleted() const
{
    return m_state != State::Empty && m_loaded.completeness != Completeness::Active;
}

QString Listing::services(int count) const
{
    switch (m_loaded.completeness) {
    case Completeness::Active:
        return tr("%n active service(s)", nullptr, count);
    case Completeness::Completed:
        return tr("%n completed service(s)", nullptr, count);
    case Completeness::All:
        break;
    }
    return tr("%n service(s)", nullptr, count);
}

QString Listing::summary() const
{
    const int count = m_model.rowCount();
    switch (m_state) {
    case State::Empty:
        return tr("Nothing loaded yet");
    case State::Loading:
        return tr("Loading: %1 so far").arg(services(int(m_found)));
    case State::Loaded:
        return tr("%1 as of %2").arg(services(count), clockTime(m_asOf));
    case State::Incomplete:
        return remarks(tr("Incomplete: %1 as of %2").arg(services(count), clockTime(m_asOf)));
    case State::Failed:
        if (count == 0 || !m_asOf.isValid())
            return tr("No services could be loaded");
        return remarks(
            tr("Could not be refreshed: %1 as of %2").arg(services(count), clockTime(m_asOf)));
    }
    return {};
}

QString Listing::remarks(const QString &text) const
{
    QStringList parts{text};
    if (m_state == State::Incomplete && m_model.leftOver() > 0)
        parts.append(tr("%n not read again", nullptr, m_model.leftOver()));
    if (!m_problems.isEmpty())
        parts.append(tr("%n source(s) failed", nullptr, int(m_problems.size())));
    if (m_cancelled)
        parts.append(tr("cancelled"));
    //: between the parts of a line such as "412 services · 3 sources failed"
    return parts.join(tr(" · "));
}

void Listing::forget(const QString &serviceId)
{
    m_forgotten.insert(serviceId); // a load under way may have read it before
    m_model.remove(serviceId);
    emit changed();
}

void Listing::reread(const QString &serviceId)
{
    if (!m_services || m_model.rowOf(serviceId) < 0)
        return;
    const auto done = [this, serviceId, environment = m_environment](const auto &answer) {
        if (environment == m_environment)
            takeAgain(serviceId, answer.value);
    };
    m_services->readService(serviceId, this, done);
}

void Listing::takeAgain(const QString &serviceId, const Result<client::Record> &service)
{
    if (!service) {
        if (service.error().kind == ErrorKind::NotFound)
            forget(serviceId);
        return; // the row stays as it was seen
    }
    if (service->isCompleted() && m_loaded.completeness == Completeness::Active) {
        forget(serviceId);
        return;
    }
    m_model.update(ServiceRow::of(*service));
    emit changed();
}

} // namespace closeout::ui
