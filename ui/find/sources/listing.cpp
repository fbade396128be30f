// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/sources/listing.h"

#include "contract/dialect.h"
#include "ui/widgets/background.h"
#include "ui/widgets/clock.h"
#include "ui/widgets/moments.h"

#include <QtCore/QLocale>

using namespace std::chrono_literals;

namespace closeout::ui {

using contract::Completeness;
using find::Source;
using find::SourceReport;

namespace {

// Of services that a refresh did not bring again so many are read, to tell what became of them.
constexpr int mostAskedFor = 100;

} // namespace

Listing::Listing(QObject *parent)
    : QObject(parent)
{
    renew();
    connect(&m_refresh, &QTimer::timeout, this, &Listing::refreshByItself);
}

Listing::~Listing()
{
    end();
    m_collection->setGrown({});
}

void Listing::renew()
{
    end();
    if (m_collection) {
        emit aboutToBeReplaced();
        m_collection->setGrown({});
    }
    m_collection = std::make_shared<find::LiveCollection>();
    // At most one call is on its way, however fast the search is.
    m_collection->setGrown([this] {
        if (!m_isTold.exchange(true))
            QMetaObject::invokeMethod(this, &Listing::takeSnapshot, Qt::QueuedConnection);
    });
    m_snapshot = m_collection->snapshot();
    m_inProgress.clear();
    emit replaced();
}

void Listing::setServices(client::ContextServices *services)
{
    end();
    m_services = services;
    m_names.clear();
    ++m_environment;
    m_problems.clear();
    m_unreadableStarts = 0;
    m_emptyHanded.clear();
    m_cancelled = false;
    m_asOf = {};
    m_state = State::Empty;
    renew();
    if (services && services->connection().baseUrl != m_server)
        m_server = services->connection().baseUrl;
    emit left();
    emit changed();
}

void Listing::setQuery(const find::Query &query)
{
    m_query = query;
    m_query.leftOut = 0;
    for (const auto &[kind, ids] : {std::pair(find::IdKind::Customer, &m_query.customers),
                                    std::pair(find::IdKind::ContactKey, &m_query.contactKeys),
                                    std::pair(find::IdKind::Service, &m_query.serviceIds)}) {
        if (!ids->isEmpty() && *ids == given(kind).ids)
            m_query.leftOut += given(kind).refusedCount;
    }
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
    return m_query.asksForAll() ? whyNotAll() : QString();
}

bool Listing::isOf(const find::Query &query) const
{
    return m_state != State::Empty && query.isOfSame(m_loaded);
}

void Listing::load()
{
    if (!whyNot().isEmpty())
        return;
    if (!m_query.isOfSame(m_loaded)) {
        m_asOf = {};
        renew();
    }
    m_loaded = m_query;
    m_isRetry = false;
    start(m_loaded);
}

void Listing::refresh()
{
    if (m_state == State::Empty) {
        load();
    } else if (m_services) {
        m_isRetry = false;
        start(m_loaded);
    }
}

// Nobody may be there to see what has ended: it stays news.
void Listing::refreshByItself()
{
    if (m_state == State::Empty || isLoading())
        return;
    const quint16 before = m_newsSince;
    const QSet<quint32> inProgress = m_inProgress;
    refresh();
    m_newsSince = before;
    m_inProgress = inProgress;
}

void Listing::retryFailed()
{
    if (!m_services || isLoading())
        return;
    find::Query query;
    query.completeness = m_loaded.completeness;
    query.range = m_loaded.range;
    for (const SourceReport &problem : std::as_const(m_problems))
        query.add(problem.source);
    if (m_problems.isEmpty())
        return;
    if (query.isOfSame(m_loaded)) { // all of them: what is not brought again has vanished
        refresh();
        return;
    }
    m_isRetry = true;
    start(query);
}

void Listing::setRefreshEvery(std::chrono::milliseconds interval)
{
    if (interval > 0s)
        m_refresh.start(interval);
    else
        m_refresh.stop();
    emit changed();
}

std::chrono::milliseconds Listing::refreshEvery() const
{
    return m_refresh.isActive() ? m_refresh.intervalAsDuration() : 0ms;
}

void Listing::start(const find::Query &query)
{
    end();
    m_problems.clear();
    if (!m_isRetry) {
        m_unreadableStarts = 0;
        m_emptyHanded.clear();
        m_read = {};
    }
    m_cancelled = false;
    m_sources = query.customers.size() + query.contactKeys.size() + query.serviceIds.size()
        + (query.asksForAll() ? 1 : 0);
    Clock::ofApplication()->tick();
    m_began = QDateTime::currentDateTimeUtc();
    if (!m_isRetry)
        m_newsSince = m_collection->beginLoad();
    if (!m_isRetry)
        m_inProgress.clear();
    m_search = std::make_unique<find::ServiceSearch>(*m_services, *m_collection);
    connect(m_search.get(), &find::ServiceSearch::reported, this, &Listing::take);
    connect(m_search.get(), &find::ServiceSearch::progressed, this, &Listing::progressed);
    connect(m_search.get(), &find::ServiceSearch::finished, this, &Listing::finish);
    m_state = State::Loading;
    emit changed();
    m_search->start(query);
}

void Listing::end()
{
    if (!m_search)
        return;
    m_search->disconnect(this);
    m_search->stop(); // what it fills may be gone before it is deleted
    m_search.release()->deleteLater(); // this may have been called from one of its signals
}

void Listing::cancel()
{
    if (!m_search)
        return;
    m_cancelled = true;
    m_search->cancel();
}

void Listing::take(const SourceReport &report)
{
    if (report.error && report.error->kind == ErrorKind::Cancelled)
        return;
    m_unreadableStarts += report.unreadableStarts;
    const bool isWhole = !report.error && report.unreadableCount == 0;
    if (isWhole && !m_cancelled) // else not all of it may have been read
        m_read.add(report.source);
    if (!isWhole)
        m_problems.append(report);
    else if (report.found == 0 && report.source.kind != Source::Kind::All)
        m_emptyHanded.append(report.source);
}

void Listing::takeSnapshot()
{
    m_isTold = false;
    m_snapshot = m_collection->snapshot();
    emit grown();
}

void Listing::finish()
{
    const State state = outcome();
    end();
    if (state == State::Failed) {
        conclude(state);
        return;
    }
    const bool isOfAll = state == State::Loaded && !m_isRetry;
    find::Query failed;
    for (const SourceReport &problem : std::as_const(m_problems))
        failed.add(problem.source);
    // Every row is looked at: not on this thread.
    inBackground(
        this,
        [collection = m_collection, isOfAll, read = m_read, failed] {
            if (isOfAll)
                collection->endLoad();
            else
                collection->endLoad(read, failed);
            return true;
        },
        [this, collection = m_collection, began = m_began, state](bool) {
            if (collection == m_collection && began == m_began && isLoading() && !m_search)
                conclude(state);
        });
}

void Listing::conclude(State state)
{
    m_state = state;
    if (state != State::Failed && !(holdsEarlierRows() && m_asOf.isValid()))
        m_asOf = m_began;
    takeSnapshot();
    if (state != State::Failed)
        askForVanished();
    emit changed();
}

// Rows of an earlier load that this one has not looked at: they are as old as they were. What a key
// that failed has brought before is told by its name.
bool Listing::holdsEarlierRows() const
{
    return m_isRetry || m_cancelled
        || std::any_of(m_problems.begin(), m_problems.end(), [](const SourceReport &problem) {
               return problem.source.kind == Source::Kind::All && problem.error;
           });
}

Listing::State Listing::outcome() const
{
    const bool allFailed = m_search->found() == 0 && !m_problems.isEmpty()
        && m_problems.size() >= m_sources;
    if (m_cancelled)
        return State::Incomplete;
    if (allFailed && !m_isRetry)
        return State::Failed;
    return m_problems.isEmpty() ? State::Loaded : State::Incomplete;
}

// A service that is no longer listed was completed elsewhere, most likely: it says so itself.
void Listing::askForVanished()
{
    const rows::Rows &rows = m_snapshot.services;
    int asked = rows.countOf(rows::Status::Vanished) > 0 ? 0 : mostAskedFor;
    for (quint32 row = 0; row < rows.count() && asked < mostAskedFor; ++row) {
        if (rows.status(row) != rows::Status::Vanished || rows.changedIn(row) != m_snapshot.load)
            continue;
        ++asked;
        reread(QString::fromUtf8(m_snapshot.text(rows, row, rows::Field::ServiceId)));
    }
}

bool Listing::listsCompleted() const
{
    return m_state != State::Empty && m_loaded.completeness != Completeness::Active;
}

qint64 Listing::found() const
{
    return m_search ? m_search->found() : 0;
}

qint64 Listing::bytes() const
{
    return m_search ? m_search->bytes() : 0;
}

qint64 Listing::promisedBytes() const
{
    return m_search ? m_search->promisedBytes() : -1;
}

double Listing::perSecond() const
{
    const qint64 passed = m_began.msecsTo(QDateTime::currentDateTimeUtc());
    return passed > 0 ? double(found()) * 1000 / double(passed) : 0;
}

std::optional<quint32> Listing::rowOf(const QString &serviceId) const
{
    return m_collection->rowOf(serviceId);
}

QString Listing::services(qint64 number) const
{
    const int n = int(std::min<qint64>(number, std::numeric_limits<int>::max()));
    switch (m_loaded.completeness) {
    case Completeness::Active:
        return tr("%Ln active service(s)", nullptr, n);
    case Completeness::Completed:
        return tr("%Ln completed service(s)", nullptr, n);
    case Completeness::All:
        break;
    }
    return tr("%Ln service(s)", nullptr, n);
}

// Of those that are as they were asked for: what was completed or has vanished since does not
// count.
qint64 Listing::count() const
{
    const qint64 active = m_snapshot.services.countOf(rows::Status::Active);
    const qint64 completed = m_snapshot.services.countOf(rows::Status::Completed);
    switch (m_loaded.completeness) {
    case Completeness::Active:
        return active;
    case Completeness::Completed:
        return completed;
    case Completeness::All:
        break;
    }
    return active + completed;
}

QString Listing::wordsOfNothing() const
{
    const bool isRange = m_loaded.range.from.isValid() || m_loaded.range.to.isValid();
    if (listsCompleted())
        return isRange ? tr("%1: no service was found that started in the chosen time.")
                       : tr("%1: no service was found.");
    return isRange ? tr("%1: no active service was found that started in the chosen time.")
                   : tr("%1: no active service was found.");
}

QString Listing::summary() const
{
    switch (m_state) {
    case State::Empty:
        return tr("Nothing loaded yet");
    case State::Loading:
        return (m_asOf.isValid() ? tr("Refreshing: %1 so far") : tr("Loading: %1 so far"))
            .arg(services(found()));
    case State::Loaded:
        return remarks(services(count()));
    case State::Incomplete:
        if (m_cancelled && m_asOf != m_began) // nothing is missing, it is just old
            return remarks(tr("Not refreshed: %1").arg(services(count())));
        return remarks(tr("Incomplete: %1").arg(services(count())));
    case State::Failed:
        if (count() == 0 || !m_asOf.isValid())
            return tr("No services could be loaded");
        return remarks(tr("Could not be refreshed: %1").arg(services(count())));
    }
    return {};
}

QString Listing::remarks(const QString &text) const
{
    QStringList parts{text};
    const client::StartRange &range = m_loaded.range;
    if (range.from.isValid() && range.to.isValid())
        parts.append(
            tr("started from %1 until %2").arg(localMoment(range.from), localMoment(range.to)));
    else if (range.from.isValid())
        parts.append(tr("started since %1").arg(localMoment(range.from)));
    else if (range.to.isValid())
        parts.append(tr("started before %1").arg(localMoment(range.to)));
    if (!m_problems.isEmpty())
        parts.append(tr("%n source(s) failed", nullptr, int(m_problems.size())));
    if (!m_emptyHanded.isEmpty())
        parts.append(tr("%n source(s) brought nothing", nullptr, int(m_emptyHanded.size())));
    if (m_unreadableStarts > 0)
        parts.append(tr("%n start(s) could not be read", nullptr, int(m_unreadableStarts)));
    using Shows = client::ContextServices::Shows;
    if (m_services && m_services->shows() == Shows::NotData)
        parts.append(tr("attached data are not shown by the server"));
    else if (m_services && m_services->shows() == Shows::RecordsAlone)
        parts.append(tr("attached data, states and tasks are not shown by the server"));
    if (m_loaded.leftOut > 0)
        parts.append(tr("%n refused entry(s) left out", nullptr, int(m_loaded.leftOut)));
    if (m_cancelled)
        parts.append(tr("cancelled"));
    parts.append(tr("as of %1").arg(clockTime(m_asOf)));
    if (const qint64 seconds = refreshEvery() / 1s; seconds >= 60)
        //: %1: "2 min"
        parts.append(tr("again every %1").arg(durationInWords(seconds)));
    else if (seconds > 0)
        //: %1: seconds
        parts.append(tr("again every %1 s").arg(seconds));
    //: between the parts of a line such as "412 services, 3 sources failed, as of 10:42:07"
    return parts.join(tr(", "));
}

void Listing::forget(const QString &serviceId)
{
    m_collection->completeHere(serviceId, QDateTime::currentMSecsSinceEpoch());
    takeSnapshot();
    emit changed();
}

void Listing::markInProgress(const QString &serviceId)
{
    if (const std::optional<quint32> row = rowOf(serviceId))
        m_inProgress.insert(*row);
}

void Listing::reread(const QString &serviceId)
{
    if (!m_services || !rowOf(serviceId))
        return;
    const auto done = [this, serviceId, environment = m_environment](const auto &answer) {
        if (environment == m_environment)
            takeAgain(serviceId, answer.value);
    };
    m_services->read(contract::serviceTarget(serviceId), this, done);
}

void Listing::takeAgain(const QString &serviceId, const Result<client::Record> &service)
{
    if (service)
        m_collection->put(service->json());
    else if (service.error().kind == ErrorKind::NotFound)
        m_collection->markVanished(serviceId);
    else
        return; // the row stays as it was seen
    takeSnapshot();
    emit changed();
}

} // namespace closeout::ui
