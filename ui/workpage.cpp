// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/workpage.h"

#include "ui/close/completionpane.h"
#include "ui/find/servicespane.h"
#include "ui/find/sources/sourcepane.h"
#include "ui/find/views/savedviewspane.h"
#include "ui/service/servicepane.h"
#include "ui/splitters.h"
#include "ui/widgets/parts.h"
#include "ui/workspace.h"

#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace closeout::ui {

WorkPage::WorkPage(Workspace &workspace)
    : m_workspace(workspace)
    , m_source(new SourcePane(&workspace.listing()))
    , m_services(new ServicesPane(workspace.finding()))
{
    layOut();
    joinList();
}

void WorkPage::layOut()
{
    m_middle = makeSplitter(Qt::Vertical, {m_services, roomFor({0, 220})}, m_services);
    m_middle->setStretchFactor(0, 3);
    m_middle->setStretchFactor(1, 2);
    m_middle->setSizes({420, 220});
    m_left = makeSplitter(Qt::Vertical, {m_source, roomFor({0, 160})}, m_source);
    m_left->setSizes({460, 180});
    m_columns = makeSplitter(Qt::Horizontal, {m_left, m_middle, roomFor({340, 0})}, m_middle);
    m_columns->setSizes({180, 739, 353});
    auto *layout = new QVBoxLayout(this);
    setPlain(layout, 0);
    layout->addWidget(m_columns);
}

void WorkPage::complete()
{
    m_views = new SavedViewsPane(m_workspace.views());
    m_service = new ServicePane(&m_workspace.atHand().opened());
    m_service->setNames(m_workspace.listing().names());
    m_completion = new CompletionPane(m_workspace.completing());
    fillRoom(m_left, 1, m_views);
    fillRoom(m_middle, 1, m_service);
    m_middle->setStretchFactor(1, 2);
    fillRoom(m_columns, 2, m_completion);
    placeInTabOrder(m_source, m_views); // as one reads; the others were added in their order
    m_rules = makeAction(this,
                         {Icon::Caution, tr("Stuck R&ules…"), QKeySequence(Qt::ALT | Qt::Key_4),
                          tr("What counts as stuck in the environment in use.")});
    connect(m_rules, &QAction::triggered, this,
            [this] { emit rulesRequested(m_workspace.destination().environment().name); });
    showRulesAction();
    joinService();
    joinViews();
    joinClosing();
}

Page WorkPage::page()
{
    const MenuActions finding = m_source->menuActions() + MenuActions{nullptr}
        + m_services->menuActions() + MenuActions{nullptr, m_rules};
    return {.widget = this,
            .menus = {{tr("Fi&nd"), finding},
                      {tr("Vi&ews"), m_views->menuActions()},
                      {tr("&Service"), m_service->menuActions()},
                      {tr("Co&mpletion"), m_completion->menuActions()},
                      {tr("Attached &Data"), m_completion->payloadActions()}},
            .keepLayout = [this] { keepLayout(); },
            .restoreLayout = [this] { restoreRest(); }};
}

QList<std::pair<QString, std::function<void()>>> WorkPage::places()
{
    return {{tr("S&ource"), [this] { m_source->focusSource(); }},
            {tr("&Filter"), [this] { m_services->focusFilter(); }},
            {tr("Services &List"), [this] { focusList(); }},
            {tr("Open &Service"), [this] { m_service->focusChildren(); }},
            {tr("&Completion"), [this] { focusForm(); }},
            {tr("Saved &Views"), [this] { m_views->focusList(); }},
            {tr("Chart of &Ages"), [this] { m_services->focusChart(); }},
            {tr("&Time Line"), [this] { m_service->focusTimeline(); }}};
}

QWidget *WorkPage::list() const
{
    return m_services->list()->viewport();
}

void WorkPage::focusList()
{
    m_services->focusTable();
}

void WorkPage::focusAgain()
{
    QWidget *before = focusWidget();
    if (before && before != this && before->isVisibleTo(this) && before->isEnabled())
        before->setFocus(Qt::OtherFocusReason);
    else
        focusList();
}

void WorkPage::focusForm()
{
    m_completion->focusForm();
}

bool WorkPage::isInForm(const QWidget *widget) const
{
    return m_completion->isAncestorOf(widget);
}

bool WorkPage::settle()
{
    return m_completion->settle();
}

void WorkPage::takeEnvironment()
{
    m_services->setCurrentService(m_workspace.atHand().opened().serviceId());
    if (m_rules)
        showRulesAction();
}

void WorkPage::showRulesAction()
{
    const QString &name = m_workspace.destination().environment().name;
    const bool isOwn = m_workspace.environments().find(name) != nullptr;
    setWhyNot(m_rules,
              isOwn ? QString()
                    : tr("The sandbox has the standard rules. An environment has its own."));
}

void WorkPage::joinList()
{
    m_services->setCurrentService(m_workspace.atHand().opened().serviceId());
    connect(m_services, &ServicesPane::serviceChosen, &m_workspace.atHand(), &ServiceAtHand::open);
    connect(m_services, &ServicesPane::taskChosen, &m_workspace,
            [this](const QString &serviceId, const QString &taskId) {
                m_workspace.atHand().open(serviceId);
                m_workspace.atHand().begin({contract::Target::Kind::Task, serviceId, taskId});
            });
    for (const ShownRows *rows : {&m_workspace.finding().services, &m_workspace.finding().tasks})
        connect(rows, &ShownRows::asked, this, &WorkPage::changedByUse);
}

void WorkPage::prepare(const contract::Target &target)
{
    m_workspace.atHand().open(target.serviceId);
    m_workspace.atHand().begin(target);
    focusForm();
}

// Not before what was chosen is in the form: else what is typed would go into the one before.
void WorkPage::enterForm()
{
    m_wantsForm = true;
    enterFormWhenReady();
}

void WorkPage::enterFormWhenReady()
{
    if (!m_wantsForm || m_workspace.atHand().isFormComing())
        return;
    m_wantsForm = false;
    const QWidget *focus = window()->focusWidget();
    if (m_workspace.atHand().opened().state() == OpenedService::State::Shown
        && (!focus || m_services->isAncestorOf(focus))) // nobody went elsewhere
        focusForm();
}

void WorkPage::joinService()
{
    connect(m_services, &ServicesPane::formRequested, this, &WorkPage::enterForm);
    connect(&m_workspace.atHand().opened(), &OpenedService::changed, this,
            &WorkPage::enterFormWhenReady);
    connect(&m_workspace.completing(), &Completing::changed, this, &WorkPage::enterFormWhenReady);
    connect(m_service, &ServicePane::completionRequested, this, &WorkPage::prepare);
}

void WorkPage::joinViews()
{
    connect(m_views, &SavedViewsPane::applyRequested, &m_workspace, &Workspace::applyView);
    connect(m_views, &SavedViewsPane::saveRequested, this, [this](const QString &name) {
        find::SavedView view = m_workspace.currentView(name, m_services->subject());
        view.columns = m_services->columns();
        m_workspace.views().save(view);
    });
    connect(&m_workspace, &Workspace::viewApplied, this, [this](const find::SavedView &view) {
        m_services->showSubject(view.subject);
        if (!view.columns.isEmpty())
            m_services->setColumns(view.columns);
    });
}

void WorkPage::joinClosing()
{
    connect(m_completion, &CompletionPane::reloadRequested, &m_workspace.atHand(),
            &ServiceAtHand::readDraftAgain);
    connect(m_completion, &CompletionPane::completionRequested, this, &WorkPage::prepare);
    connect(m_completion, &CompletionPane::nextRequested, this, [this] {
        m_services->chooseNext();
        focusForm();
    });
    connect(m_completion, &CompletionPane::draftRequested, this,
            [this](const DraftPlace &place) { prepare(place.target); });
    Completing &completing = m_workspace.completing();
    const auto markDrafts = [this, &completing] { m_services->setDrafts(completing.draftIds()); };
    connect(&completing, &Completing::draftsChanged, m_services, markDrafts);
    markDrafts();
    const auto tellLeft = [this] { m_completion->setLeftInList(m_services->leftInList()); };
    connect(m_services, &ServicesPane::leftChanged, m_completion, tellLeft);
    tellLeft();
    connect(&m_workspace.atHand().opened(), &OpenedService::changed, this,
            &WorkPage::tellWhatIsLeft);
    connect(&completing, &Completing::finished, this, &WorkPage::tellWhatIsLeft);
    connect(m_completion, &CompletionPane::showJournalRequested, this, &WorkPage::journalRequested);
}

// Asked only where it is offered: there may be many.
void WorkPage::tellWhatIsLeft()
{
    using Kind = contract::Target::Kind;
    const Completing &completing = m_workspace.completing();
    const std::optional<Reported> &reported = completing.reported();
    const std::optional<client::Record> &service = m_workspace.atHand().opened().record();
    QList<contract::Target> left;
    if (reported && !reported->place.target.isService() && service) {
        const QString &id = m_workspace.atHand().opened().serviceId();
        for (const client::Record &task : service->openTasks())
            left.append({Kind::Task, id, task.id()});
        const bool endsStates = completing.environment().openStates
            == environments::OpenStates::Tell;
        for (const client::Record &state : service->openStates()) {
            if (endsStates)
                left.append({Kind::State, id, state.id()});
        }
    }
    m_completion->setLeft(left);
}

void WorkPage::keepLayout()
{
    Settings &settings = m_workspace.settings();
    settings.setLayout(u"columns"_s, m_columns->saveState());
    settings.setLayout(u"middle"_s, m_middle->saveState());
    settings.setLayout(u"left"_s, m_left->saveState());
    settings.setLayout(u"services"_s, m_services->saveLayout());
    settings.setLayout(u"service"_s, m_service->saveLayout());
    settings.setLayout(u"completion"_s, m_completion->saveLayout());
}

void WorkPage::restoreFirst()
{
    const Settings &settings = m_workspace.settings();
    m_columns->restoreState(settings.layout(u"columns"_s));
    m_middle->restoreState(settings.layout(u"middle"_s));
    m_left->restoreState(settings.layout(u"left"_s));
    m_services->restoreLayout(settings.layout(u"services"_s));
}

void WorkPage::restoreRest()
{
    const Settings &settings = m_workspace.settings();
    m_service->restoreLayout(settings.layout(u"service"_s));
    m_completion->restoreLayout(settings.layout(u"completion"_s));
}

} // namespace closeout::ui
