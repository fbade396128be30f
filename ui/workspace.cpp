// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/workspace.h"

#include "close/readagain.h"
#include "contract/urls.h"
#include "environments/places.h"
#include "ui/widgets/background.h"

#include <QtCore/QDir>

using namespace Qt::StringLiterals;

namespace closeout::ui {

using contract::Target;
using journal::Outcome;

namespace {

constexpr auto keptAfter = std::chrono::milliseconds(300); // many changes, one look at them

} // namespace

Workspace::Workspace(const Places &places, QObject *parent)
    : QObject(parent)
    , m_isGuest(places.areOthers)
    , m_settings(places.settings)
    , m_environments(places.environments)
    , m_environmentForm(m_environments, m_secrets)
    , m_sandbox(places.sandbox)
    , m_destination(m_secrets)
    , m_views(places.views, m_finding)
    , m_drafts(places.drafts)
    , m_sender(places.journal)
    , m_completing(m_drafts, m_sender)
    , m_atHand(m_completing)
    , m_history(places.journal)
{
    if (m_isGuest)
        m_settings.leaveAlone();
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(keptAfter);
    connect(&m_keepSoon, &QTimer::timeout, this, &Workspace::keepView);
    m_sandbox.setDialect(m_settings.sandboxDialect());
    m_sandbox.preferPort(m_settings.sandboxPort());
    wireDestination();
    wireLists();
    wireSending();
}

// In an order in which nobody is left with what is gone.
Workspace::~Workspace()
{
    disconnect(&m_destination, nullptr, this, nullptr);
    letGo();
}

void Workspace::start(const QString &environment)
{
    m_wanted = environment.isEmpty() ? m_settings.environment() : environment;
    const bool wantsSandbox = m_wanted.isEmpty() || m_wanted == LocalSandbox::name();
    if (wantsSandbox)
        useSandbox();
    m_environments.load(); // so that the request of the list leaves before a window is made
    const std::optional<Error> trouble = m_environments.trouble();
    if (wantsSandbox && trouble && m_environments.environments().isEmpty())
        tellLater(tr("The environments cannot be used"), *trouble);
    m_history.refresh();
    m_views.load();
    m_drafts.look();
}

void Workspace::useSandbox()
{
    keepView();
    m_wanted.clear();
    m_wantsSandbox = true;
    if (m_sandbox.state() == LocalSandbox::State::Running)
        takeSandbox();
    else
        m_sandbox.start();
}

void Workspace::use(const environments::Environment &environment, const QString &password)
{
    keepView();
    m_wanted.clear();
    m_wantsSandbox = false;
    m_settings.setEnvironment(environment.name);
    if (password.isEmpty())
        m_destination.open(environment);
    else
        m_destination.open(environment, password);
}

void Workspace::refresh()
{
    m_history.refresh(); // another program may have written to it
    if (m_destination.state() != Destination::State::Open)
        return;
    if (m_finding.listing.whyNot().isEmpty())
        m_finding.listing.refresh();
    m_atHand.opened().read();
}

void Workspace::applyView(const find::SavedView &view)
{
    ShownRows &rows = view.subject == rows::Subject::Task ? m_finding.tasks : m_finding.services;
    Listing &listing = m_finding.listing;
    const bool loads = view.query
        && (!view.query->isOfSame(listing.query()) || listing.state() == Listing::State::Empty);
    if (view.query)
        listing.setQuery(*view.query);
    if (loads)
        listing.load();
    if (rows.showsOnly())
        rows.showOnly({});
    rows.setFilterText(view.filter);
    if (view.sort)
        rows.setSortKey(*view.sort);
    emit viewApplied(view);
}

find::SavedView Workspace::currentView(const QString &name, rows::Subject subject) const
{
    const ShownRows &rows = subject == rows::Subject::Task ? m_finding.tasks : m_finding.services;
    find::SavedView view;
    view.name = name;
    view.subject = subject;
    view.query = m_finding.listing.query();
    view.query->everything = view.query->asksForAll();
    view.filter = rows.filterText();
    view.sort = rows.sortKey();
    return view;
}

void Workspace::readEntryAgain(const journal::Entry &entry)
{
    const QString headline = tr("It was not read again");
    const journal::Intention &meant = entry.intention;
    const contract::Deployment here = environments::deploymentOf(m_destination.environment(),
                                                                 m_environments.environments());
    const bool isHere = here.id == meant.deployment.id
        || here.addresses.contains(contract::canonicalBaseUrl(QUrl(meant.baseUrl)));
    if (m_destination.state() != Destination::State::Open || !isHere) {
        const QString place = meant.environment.isEmpty() ? meant.baseUrl : meant.environment;
        emit failed(headline,
                    {ErrorKind::InvalidInput,
                     tr("The entry is of another place than the window shows. Open %1 first.")
                         .arg(place)});
        return;
    }
    close::readAgain(entry, *m_destination.services(), this,
                     [this, headline, id = entry.id](const close::Seen &seen) {
                         inBackground(
                             this,
                             [path = m_history.path(), id, seen] {
                                 return close::recordSeen(path, id, seen);
                             },
                             [this, headline](const Result<void> &recorded) {
                                 if (!recorded)
                                     emit failed(headline, recorded.error());
                                 m_history.refresh();
                             });
                     });
}

void Workspace::keep()
{
    keepView();
    m_drafts.flush();
    m_settings.save();
}

void Workspace::wireDestination()
{
    connect(&m_destination, &Destination::aboutToClose, this, &Workspace::letGo);
    connect(&m_destination, &Destination::changed, this, &Workspace::takeDestination);
    connect(&m_destination, &Destination::storeFailed, this,
            [this](const Error &error) { emit failed(tr("The password was not kept"), error); });
    connect(&m_environmentForm, &EnvironmentForm::passwordNotForgotten, this,
            [this](const Error &error) { emit failed(tr("A password was not forgotten"), error); });
    connect(&m_sandbox, &LocalSandbox::changed, this, &Workspace::takeSandbox);
    connect(&m_sandbox, &LocalSandbox::renewed, this, &Workspace::takeRenewed);
    connect(&m_environments, &EnvironmentList::changed, this, &Workspace::takeEnvironments);
    connect(&m_destination, &Destination::amended, this, [this] {
        takeConnection();
        takeRules();
        emit environmentChanged();
    });
}

void Workspace::wireLists()
{
    connect(&m_atHand.opened(), &OpenedService::changed, this, &Workspace::takeOpened);
    connect(&m_finding.listing, &Listing::changed, this, [this] {
        // Asked once: the first answer empties the list of them.
        const bool loads = m_finding.listing.isLoading();
        if (std::exchange(m_wasLoading, loads) && !loads)
            m_history.refresh(); // whoever ended them elsewhere may have used the same journal
        const QList<find::SourceReport> &problems = m_finding.listing.problems();
        if (!problems.isEmpty() && problems.constFirst().error)
            askSignInAgain(Error(*problems.constFirst().error));
    });
    connect(&m_atHand, &ServiceAtHand::failed, this, &Workspace::failed);
    connect(&m_drafts, &DraftStore::failed, this,
            [this](const Error &error) { emit failed(tr("A draft was not kept"), error); });
    // Not only when the window is closed: it may be killed.
    connect(&m_atHand.opened(), &OpenedService::changed, this, &Workspace::keepSoon);
    connect(&m_finding.listing, &Listing::changed, this, &Workspace::keepSoon);
    for (RowSelection *selection : {&m_finding.selectedServices, &m_finding.selectedTasks})
        connect(selection, &RowSelection::changed, this, &Workspace::keepSoon);
}

void Workspace::wireSending()
{
    connect(&m_completing, &Completing::finished, this, &Workspace::takeFinished);
    connect(&m_history, &History::changed, this, &Workspace::takeHistory);
    connect(m_completing.dispositions(), &Dispositions::changed, this, &Workspace::takeNames);
}

void Workspace::letGo()
{
    keepView();
    // A good end is of no interest elsewhere, and could be taken for one there.
    const std::optional<Reported> &reported = m_completing.reported();
    if (reported && reported->report.outcome == Outcome::Completed
        && reported->report.journalProblem.isEmpty())
        m_completing.dismissReport();
    m_finding.listing.setServices(nullptr);
    m_atHand.setServices(nullptr);
}

// Several addresses may lead to the same records.
void Workspace::takeConnection()
{
    m_completing.setConnection(m_destination.connection(), m_destination.environment());
    if (m_destination.connection())
        m_completing.setDeployment(
            environments::deploymentOf(m_destination.environment(), m_environments.environments()));
    m_completing.setDoubts(m_history.doubts());
}

// What counts as stuck is a matter of the environment.
void Workspace::takeRules()
{
    const auto rules = filter::StuckRules::fromLines(m_destination.environment().stuckRules);
    m_finding.services.setRules(rules);
    m_finding.tasks.setRules(rules);
}

void Workspace::takeDestination()
{
    takeRules();
    // First: what it learns of the server is the listing's, which forgets what was there before.
    if (m_destination.state() == Destination::State::Open)
        m_finding.listing.setServices(m_destination.services());
    takeConnection();
    if (m_destination.state() == Destination::State::Open)
        lookAround();
    emit environmentChanged();
}

// In the place that was opened: what was looked at there the last time.
void Workspace::lookAround()
{
    client::ContextServices *services = m_destination.services();
    const QString name = m_destination.environment().name;
    m_atHand.setServices(services);
    takeSelection(name);
    m_finding.listing.setQuery(m_settings.query(name));
    if (m_finding.listing.whyNot().isEmpty())
        m_finding.listing.load();
    m_atHand.opened().open(m_settings.service(name));
}

void Workspace::takeSandbox()
{
    m_settings.setSandbox(m_sandbox.dialect(), m_sandbox.port());
    if (!m_wantsSandbox)
        return;
    if (m_sandbox.state() != LocalSandbox::State::Running) {
        m_destination.close();
        return;
    }
    const environments::Environment environment = m_sandbox.environment();
    if (m_destination.state() == Destination::State::Open
        && m_destination.environment() == environment)
        return;
    m_settings.setEnvironment({});
    m_destination.open(environment);
}

// The same ids are other services now, and what was written about the old ones is about nothing.
void Workspace::takeRenewed(contract::Dialect dialect)
{
    m_settings.setSelection(LocalSandbox::name(), {});
    // On whatever port it was at that time.
    const Result<QUrl> url = contract::checkBaseUrl(dialect, u"http://localhost"_s);
    m_drafts.discardAll([path = url ? url->path() : QString()](const DraftPlace &place) {
        return place.environment == LocalSandbox::name() && place.baseUrl.path() == path;
    });
}

void Workspace::takeEnvironments()
{
    if (m_environments.isBusy())
        return;
    const environments::Environment *current = m_environments.find(
        m_destination.environment().name);
    if (current && !m_wantsSandbox)
        takeAmended(environments::Environment(*current));
    if (m_wanted.isEmpty())
        return;
    const environments::Environment *found = m_environments.find(m_wanted);
    if (found) {
        use(environments::Environment(*found), {});
        return;
    }
    tellLater(tr("There is no environment “%1”: the sandbox is shown instead").arg(m_wanted),
              m_environments.trouble().value_or(
                  Error{ErrorKind::NotFound, tr("Choose another environment above.")}));
    useSandbox();
}

// At the start there is no window yet that could tell it.
void Workspace::tellLater(const QString &headline, const Error &error)
{
    QMetaObject::invokeMethod(
        this, [this, headline, error] { emit failed(headline, error); }, Qt::QueuedConnection);
}

// Somebody has set up the environment in use otherwise, here or with closeoutctl: a read-only level
// must hold from this moment on.
void Workspace::takeAmended(const environments::Environment &environment)
{
    const environments::Environment &before = m_destination.environment();
    if (environment == before || m_destination.amend(environment) || m_completing.underWay())
        return;
    // The same user of the same server has signed in already.
    const std::optional<client::Connection> &connection = m_destination.connection();
    const bool isSignedIn = connection
        && environments::secretKey(environment) == environments::secretKey(before);
    use(environment, isSignedIn ? connection->password : QString());
}

void Workspace::takeOpened()
{
    const OpenedService &opened = m_atHand.opened();
    if (opened.error())
        askSignInAgain(Error(*opened.error()));
    if (opened.state() == OpenedService::State::Shown)
        tellList(*opened.record());
}

// The list must not call active what is seen completed below it.
void Workspace::tellList(const client::Record &service)
{
    const rows::Rows &rows = m_finding.listing.snapshot().services;
    const std::optional<quint32> row = m_finding.listing.rowOf(service.id());
    // A row that has just arrived is not in the snapshot yet.
    if (service.isCompleted() && row && *row < rows.count()
        && rows.status(*row) == rows::Status::Active)
        m_finding.listing.reread(service.id());
}

void Workspace::takeFinished()
{
    m_history.refresh();
    if (!m_completing.isReportedHere()) // the window has been pointed elsewhere meanwhile
        return;
    const close::ItemReport report = m_completing.reported()->report;
    const close::Completion completion = m_completing.reported()->completion;
    const QString serviceId = completion.target.serviceId;
    if (report.outcome == Outcome::Completed && completion.target.isService())
        m_finding.listing.forget(serviceId);
    else if (report.outcome == Outcome::Completed)
        m_finding.listing.markInProgress(serviceId);
    if (report.outcome != Outcome::Held
        && (report.outcome != Outcome::Completed || !completion.target.isService()))
        m_finding.listing.reread(serviceId);
    if (m_atHand.opened().serviceId() == serviceId)
        m_atHand.opened().read();
    if (report.outcome != Outcome::Completed)
        askSignInAgain(Error{report.kind, report.message});
}

// An end of which the journal has no outcome may have been done: whoever sent it, and in whichever
// session, the next end of that target must be thought about.
void Workspace::takeHistory()
{
    m_completing.setDoubts(m_history.doubts());
    if (!std::exchange(m_toldOfACrash, true))
        tellOfACrash();
}

// Ends of which nobody saw the outcome, because a program died over them, and that nobody has
// looked at since.
void Workspace::tellOfACrash()
{
    int count = 0;
    for (const journal::Entry &entry : m_history.doubts())
        count += entry.recorded || entry.review || entry.isUnderWay ? 0 : 1;
    if (count == 0)
        return;
    emit failed(tr("%n end(s) may have been done", nullptr, count),
                {ErrorKind::ConnectionLost,
                 tr("Closeout was ended while they were under way, so that nobody saw their "
                    "outcome. Select them in the journal and press “Read It Again”.")});
}

// What the form offers by name is called so in the lists as well.
void Workspace::takeNames()
{
    const std::tuple<rows::Field, Target::Kind, QString> told[]{
        {rows::Field::ServiceType, Target::Kind::Service, u"type"_s},
        {rows::Field::TaskType, Target::Kind::Task, u"type"_s},
        {rows::Field::MediaType, Target::Kind::Service, u"media_type"_s},
    };
    for (const auto &[field, kind, name] : told) {
        ServerNames::Names names;
        const QList<SuggestedValue> values = m_completing.dispositions()->valuesFor(kind, name);
        for (const SuggestedValue &value : values)
            names.insert(value.id, value.name);
        m_finding.listing.names().set(field, names);
    }
}

void Workspace::askSignInAgain(const Error &error)
{
    if (error.kind == ErrorKind::SignInNeeded && !m_destination.environment().user.isEmpty()
        && m_destination.state() == Destination::State::Open)
        m_destination.askAgain(error);
}

void Workspace::keepView()
{
    m_keepSoon.stop();
    if (m_destination.state() != Destination::State::Open)
        return;
    const QString name = m_destination.environment().name;
    m_settings.setView(name, m_finding.listing.query(), m_atHand.opened().serviceId());
    m_settings.setSelection(name,
                            {m_finding.selectedServices.kept(), m_finding.selectedTasks.kept()});
}

void Workspace::keepSoon()
{
    if (!m_keepSoon.isActive())
        m_keepSoon.start();
}

// Which is found again as the rows arrive.
void Workspace::takeSelection(const QString &environment)
{
    const KeptSelection kept = m_settings.selection(environment);
    m_finding.selectedServices.take(kept.services);
    m_finding.selectedTasks.take(kept.tasks);
}

} // namespace closeout::ui
