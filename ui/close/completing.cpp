// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/completing.h"

using namespace Qt::StringLiterals;

namespace closeout::ui {

using close::Verdict;
using environments::SafetyLevel;
using journal::Outcome;
using Kind = journal::Standing::Kind;

namespace {

constexpr qsizetype manyDoubts = 1000;

// The same target is the same, whatever its environment is called, and whoever has sent.
QString targetKey(const QString &deployment, const contract::Target &target)
{
    return QStringList{deployment, contract::kindName(target.kind), target.serviceId, target.id}
        .join(u'\n');
}

} // namespace

Completing::Completing(DraftStore &store, Sender &sender, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_sender(sender)
    , m_draft(new Draft(store, this))
    , m_dispositions(new Dispositions(this))
{
    connect(&m_sender, &Sender::left, this, &Completing::takeLeft);
    connect(&m_sender, &Sender::reported, this, &Completing::takeReport);
    connect(&m_store, &DraftStore::failed, this, &Completing::takeTrouble);
    connect(&m_store, &DraftStore::placesChanged, this, &Completing::draftsChanged);
    connect(&m_store, &DraftStore::foundOther, this,
            [this](const DraftPlace &place, const QString &aside) {
                if (place != m_draft->place())
                    return;
                m_otherDraft = aside;
                emit changed();
            });
}

void Completing::setConnection(const std::optional<client::Connection> &connection,
                               const environments::Environment &environment)
{
    const DraftPlace &place = m_draft->place();
    const bool isSamePlace = environment.name == place.environment
        && (!connection || connection->baseUrl == place.baseUrl);
    m_connection = connection;
    m_environment = environment;
    m_deployment = connection ? contract::deploymentAt(connection->baseUrl)
                              : contract::Deployment();
    if (!m_draft->isEmpty() && !isSamePlace)
        m_draft->clear();
    m_dispositions->load(connection);
    emit changed();
    emit draftsChanged();
}

void Completing::begin(const contract::Target &target, const client::Record &record)
{
    if (!m_connection)
        return;
    const DraftPlace place{m_environment.name, m_connection->baseUrl, target};
    if (m_reported && (isCleanlyDone() || m_reported->place == place))
        m_reported = {};
    m_awaitsReading = false;
    m_draftTrouble = {};
    m_otherDraft.clear();
    m_draft->begin(target, record, m_environment, m_connection->baseUrl, m_connection->dialect);
    emit changed();
}

void Completing::rebase(const client::Record &record)
{
    const contract::Target &target = m_draft->target();
    const QString &id = target.isService() ? target.serviceId : target.id;
    if (m_draft->isEmpty() || record.kind() != target.kind || record.id() != id)
        return;
    if (m_awaitsReading)
        m_reported = {};
    m_awaitsReading = false;
    m_draft->rebase(record);
    emit changed();
}

QList<DraftPlace> Completing::drafts() const
{
    QList<DraftPlace> places = m_store.places();
    places.removeIf([this](const DraftPlace &place) {
        return place.environment != m_environment.name || !m_connection
            || place.baseUrl != m_connection->baseUrl;
    });
    return places;
}

QSet<QString> Completing::draftIds() const
{
    QSet<QString> ids;
    const QList<DraftPlace> places = drafts();
    for (const DraftPlace &place : places) {
        const contract::Target &target = place.target;
        ids.insert(target.isService() ? target.serviceId : target.serviceId + u'/' + target.id);
    }
    return ids;
}

void Completing::awaitReading()
{
    m_awaitsReading = true;
}

bool Completing::isReportedHere() const
{
    return m_reported && m_connection && m_reported->place.baseUrl == m_connection->baseUrl
        && m_reported->place.environment == m_environment.name;
}

bool Completing::isReadOnly() const
{
    return m_environment.safety == SafetyLevel::ReadOnly;
}

QString Completing::whyNotSendable() const
{
    if (m_draft->isEmpty())
        return m_draft->whyNotSendable();
    if (!m_connection)
        return tr("There is no connection to a server.");
    if (isReadOnly()) {
        return tr("The environment %1 is read-only: nothing can be completed in it.")
            .arg(m_environment.name);
    }
    if (m_underWay) {
        return tr("The %1 is being completed. Wait for its outcome.")
            .arg(m_underWay->target.name());
    }
    if (m_reported && m_reported->place == m_draft->place())
        return tr("Look at the outcome first.");
    return m_draft->whyNotSendable();
}

QString Completing::keyOf(const DraftPlace &place) const
{
    return targetKey(m_deployment.id, place.target);
}

const journal::Standing *Completing::standing() const
{
    if (m_draft->isEmpty())
        return nullptr;
    const QString key = keyOf(m_draft->place());
    for (const auto *known : {&m_standing, &m_doubts}) {
        if (const auto found = known->constFind(key); found != known->constEnd())
            return &*found;
    }
    return nullptr;
}

void Completing::setDoubts(const QList<journal::Entry> &entries)
{
    m_doubts.clear();
    // They are all there are, unless there are more than anybody looks at.
    if (entries.size() < manyDoubts)
        m_standing.removeIf([](const auto &known) { return known->kind != Kind::ShownOpen; });
    for (const journal::Entry &entry : entries) {
        const journal::Intention &meant = entry.intention;
        const QString &id = meant.deployment.id;
        const bool isHere = m_deployment.addresses.contains(id);
        m_doubts.insert(targetKey(isHere ? m_deployment.id : id, meant.target),
                        {entry.isUnderWay ? Kind::UnderWay : Kind::Unknown, entry});
    }
    emit changed();
}

void Completing::noteAsked()
{
    m_asked = standing() ? standing()->entry.id : 0;
}

void Completing::setDeployment(const contract::Deployment &deployment)
{
    m_deployment = deployment;
    emit changed();
}

bool Completing::mustConfirm() const
{
    if (m_environment.safety != SafetyLevel::None || isDoubtful() || m_draft->isOvertaken())
        return true;
    if (!m_draft->hasDisposition()) // which nobody leaves out on purpose without saying so
        return true;
    return !findings().isEmpty();
}

QList<close::Finding> Completing::findings() const
{
    if (m_draft->isEmpty())
        return {};
    QList<close::Finding> findings = m_draft->examination().findings;
    findings.removeIf([this](const close::Finding &finding) {
        return finding.verdict == Verdict::HasOpenChildren && openTasks().isEmpty()
            && openStates().isEmpty();
    });
    return findings;
}

QList<client::Record> Completing::openTasks() const
{
    return m_draft->isEmpty() ? QList<client::Record>() : m_draft->record()->openTasks();
}

QList<client::Record> Completing::openStates() const
{
    const bool isTold = m_environment.openStates == environments::OpenStates::Tell;
    return m_draft->isEmpty() || !isTold ? QList<client::Record>()
                                         : m_draft->record()->openStates();
}

Result<void> Completing::send(const environments::Confirmation &confirmation)
{
    if (const QString reason = whyNotSendable(); !reason.isEmpty())
        return failure(ErrorKind::InvalidInput, reason);
    if (mustConfirm() && !confirmation.given)
        return failure(ErrorKind::NotAllowed, tr("This must be confirmed. Nothing was sent."));
    const Result<environments::WritePermit> permit = environments::permitWrite(m_environment.safety,
                                                                               m_environment.name,
                                                                               1, confirmation);
    if (!permit)
        return tl::unexpected(permit.error());
    close::RunSettings settings;
    settings.insistence = m_draft->insistence();
    settings.environment = m_environment.name;
    settings.deployment = m_deployment;
    const journal::Standing *known = standing();
    const std::optional<journal::EntryId> asked = std::exchange(m_asked, {});
    if (known && (!asked || *asked == known->entry.id)) { // which was told, and confirmed
        settings.insistence.evenIfUnknown = known->kind != Kind::ShownOpen;
        settings.insistence.evenIfShownOpen = known->kind == Kind::ShownOpen;
        settings.insistence.about = known->entry.id;
    }
    m_store.flush();
    m_underWay = m_draft->place();
    m_underWayKey = keyOf(*m_underWay);
    m_underWayIn = m_environment;
    m_hasLeft = false;
    m_reported = {};
    m_sender.send(m_draft->completion(), *m_connection, settings, *permit);
    emit changed();
    return {};
}

void Completing::takeLeft()
{
    m_hasLeft = true;
    emit changed();
}

void Completing::takeReport(const close::Completion &completion, const close::ItemReport &report)
{
    const DraftPlace place = *m_underWay;
    m_underWay = {};
    m_hasLeft = false;
    m_reported = Reported{completion, report, QDateTime::currentDateTimeUtc(), place, m_underWayIn};
    if (report.standing) // the journal knows more than was known here
        m_standing.insert(m_underWayKey, *report.standing);
    else if (report.entry != 0) // how this one went is in the journal
        m_standing.remove(m_underWayKey);
    if (report.outcome == Outcome::Unknown) {
        journal::Standing unknown;
        unknown.entry.id = report.entry;
        unknown.entry.intention.at = m_reported->at;
        m_standing.insert(m_underWayKey, unknown);
    }
    if (report.outcome == Outcome::Completed) {
        m_store.discard(place);
        if (m_draft->place() == place)
            m_draft->clear();
    }
    emit changed();
    emit finished();
    if (report.outcome == Outcome::Completed)
        emit completed(completion.target);
}

void Completing::takeTrouble(const Error &error)
{
    m_draftTrouble = error;
    emit changed();
}

void Completing::giveUp()
{
    m_sender.giveUp();
}

bool Completing::isCleanlyDone() const
{
    return m_reported && m_reported->report.outcome == Outcome::Completed
        && m_reported->report.journalProblem.isEmpty();
}

void Completing::dismissReport()
{
    m_reported = {};
    emit changed();
}

} // namespace closeout::ui
