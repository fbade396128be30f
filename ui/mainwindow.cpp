// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/mainwindow.h"

#include "result.h"
#include "ui/close/completionpane.h"
#include "ui/closingguard.h"
#include "ui/commandpalette.h"
#include "ui/environments/environmentbar.h"
#include "ui/environments/environmentspage.h"
#include "ui/environments/signinbar.h"
#include "ui/find/savedviewspane.h"
#include "ui/find/servicepane.h"
#include "ui/find/servicespane.h"
#include "ui/find/sourcepane.h"
#include "ui/firstpaint.h"
#include "ui/journal/journalpane.h"
#include "ui/journalroom.h"
#include "ui/refusedkeys.h"
#include "ui/sandbox/sandboxpage.h"
#include "ui/screenfit.h"
#include "ui/widgets/action.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/servertext.h"
#include "ui/workspace.h"

#include <QtCore/QTimer>
#include <QtGui/QActionGroup>
#include <QtGui/QCloseEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QScreen>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace closeout::ui {

namespace {

constexpr QSize firstSize(1280, 800);
constexpr auto layoutKeptAfter = 400ms; // after which is kept what was changed
constexpr auto patience = 100ms; // with a list that does not come
constexpr std::chrono::milliseconds tipLasts = 5s;
constexpr int journalLine = 28; // folded

QSplitter *makeSplitter(Qt::Orientation orientation, const QList<QWidget *> &parts,
                        QWidget *growing)
{
    auto *splitter = new QSplitter(orientation);
    for (QWidget *part : parts)
        splitter->addWidget(part);
    splitter->setStretchFactor(int(parts.indexOf(growing)), 1);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(tight);
    return splitter;
}

// Where something else will stand.
QWidget *roomFor(QSize least)
{
    auto *room = new QWidget;
    room->setMinimumSize(least);
    return room;
}

void fillRoom(QSplitter *splitter, int index, QWidget *widget)
{
    delete splitter->replaceWidget(index, widget);
}

} // namespace

MainWindow::MainWindow(Workspace &workspace, Appearance &appearance, const QString &language)
    : m_workspace(workspace)
    , m_appearance(appearance)
    , m_language(language)
{
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(layoutKeptAfter);
    connect(&m_keepSoon, &QTimer::timeout, this, &MainWindow::keepLayout);
    makeFirst();
    layOut();
    joinFirst();
    takeEnvironment();
    restoreFirst();
    sayListing();
    completeInTime();
    if (m_workspace.isGuest())
        m_notice
            ->tell(Status::Caution, tr("Another window of Closeout is open with these settings"),
                   tr("This one leaves its settings and drafts alone: what is filled in here is "
                      "not kept when it is closed."));
    if (m_workspace.closesWhenDone())
        closeWhenDone();
    m_services->focusTable();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeFirst()
{
    m_environmentBar = new EnvironmentBar(m_workspace.destination(), m_workspace.environments());
    makeRefresh(); // in the bar, and there Tab finds it
    m_signInBar = new SignInBar(m_workspace.destination());
    m_notice = new Notice(tr("Message"));
    m_source = new SourcePane(&m_workspace.listing());
    m_services = new ServicesPane(m_workspace.finding());
    m_file = menuBar()->addMenu(tr("&File"));
}

void MainWindow::completeInTime()
{
    const QAbstractItemView *list = m_services->list();
    afterFirstPaint(list->viewport(), this, [this] {
        logStart("list painted");
        complete();
    });
    afterFirstPaint(this, this,
                    [this] { QTimer::singleShot(patience, this, &MainWindow::complete); });
    qApp->installEventFilter(this);
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride: // before it is known which action it belongs to
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
        complete();
        break;
    case QEvent::KeyRelease: // whatever a person has changed, it began with one of these
    case QEvent::MouseButtonRelease:
    case QEvent::Wheel:
    case QEvent::TouchEnd:
        keepSoon();
        break;
    default:
        break;
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::complete()
{
    if (isComplete())
        return;
    setWindowIcon(QIcon(u":/closeout.svg"_s));
    makeRest();
    placeRest();
    makeMenus();
    joinService();
    joinViews();
    joinClosing();
    joinPages();
    restoreRest();
    announceFocus(); // a list on a page that is not shown has told its current row
    afterFirstPaint(m_journal, this, [] { logStart("window complete"); });
}

// Also what the closing of the window would keep is there after a kill.
void MainWindow::keepSoon()
{
    if (!m_keepSoon.isActive())
        m_keepSoon.start();
}

void MainWindow::makeRest()
{
    m_views = new SavedViewsPane(m_workspace.views());
    m_service = new ServicePane(&m_workspace.opened());
    m_service->setNames(m_workspace.listing().names());
    m_completion = new CompletionPane(m_workspace.completing());
    m_environments = new EnvironmentsPage(m_workspace.environments(), m_workspace.environmentForm(),
                                          m_workspace.connectionTest());
    m_environments->setInUse(m_workspace.destination().environment().name);
    m_sandbox = new SandboxPage(m_workspace.sandbox());
    m_journal = new JournalPane(m_workspace.history());
    m_palette = new CommandPalette(this);
}

void MainWindow::placeRest()
{
    fillRoom(m_left, 1, m_views);
    fillRoom(m_middle, 1, m_service);
    m_middle->setStretchFactor(1, 2);
    fillRoom(m_columns, 2, m_completion);
    m_pages->addWidget(m_environments);
    m_pages->addWidget(m_sandbox);
    fillRoom(m_rows, 1, m_journal);
    placeInTabOrder(m_source, m_views); // as one reads; the others were added in their order
}

void MainWindow::layOut()
{
    m_middle = makeSplitter(Qt::Vertical, {m_services, roomFor({0, 220})}, m_services);
    m_middle->setStretchFactor(0, 3);
    m_middle->setStretchFactor(1, 2);
    m_middle->setSizes({420, 220});
    m_left = makeSplitter(Qt::Vertical, {m_source, roomFor({0, 160})}, m_source);
    m_left->setSizes({460, 180});
    m_columns = makeSplitter(Qt::Horizontal, {m_left, m_middle, roomFor({340, 0})}, m_middle);
    m_columns->setSizes({180, 739, 353});
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_columns);
    // The journal is one line until it has something to show.
    m_rows = makeSplitter(Qt::Vertical, {m_pages, roomFor({0, journalLine})}, m_pages);
    m_rows->setSizes({640, journalLine});

    auto *middle = new QWidget;
    auto *layout = new QVBoxLayout(middle);
    setPlain(layout, 0);
    layout->addWidget(m_environmentBar);
    layout->addWidget(m_signInBar);
    layout->addWidget(m_notice);
    layout->addWidget(m_rows, 1);
    setCentralWidget(middle);

    m_status = new QLabel;
    makeAnnouncer(m_status);
    m_status->setTextFormat(Qt::PlainText);
    statusBar()->addPermanentWidget(m_status);
    m_refused = new QLabel;
    makeAnnouncer(m_refused);
    m_refused->setTextFormat(Qt::PlainText);
    statusBar()->addWidget(m_refused);
    m_refusedFades.setSingleShot(true);
    m_refusedFades.setInterval(tipLasts);
    connect(&m_refusedFades, &QTimer::timeout, m_refused, [this] {
        m_refused->clear();
        m_refused->setAccessibleName({});
    });
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(0, 0, margin, 0);
    resize(firstSize.boundedTo(screen()->availableSize() - roomOfFrame));
}

void MainWindow::joinFirst()
{
    m_services->setCurrentService(m_workspace.opened().serviceId());
    connect(m_services, &ServicesPane::serviceChosen, &m_workspace, &Workspace::openService);
    connect(m_services, &ServicesPane::taskChosen, &m_workspace,
            [this](const QString &serviceId, const QString &taskId) {
                m_workspace.openService(serviceId);
                m_workspace.beginTask(taskId);
            });
    for (const ShownRows *rows : {&m_workspace.finding().services, &m_workspace.finding().tasks})
        connect(rows, &ShownRows::asked, this, &MainWindow::keepSoon);
    connect(&m_workspace.listing(), &Listing::changed, this, &MainWindow::sayListing);
    connect(m_environmentBar, &EnvironmentBar::environmentChosen, &m_workspace,
            [this](const environments::Environment &environment) {
                m_workspace.use(environment, {});
            });
    connect(m_environmentBar, &EnvironmentBar::sandboxChosen, &m_workspace, &Workspace::useSandbox);
    connect(&m_workspace, &Workspace::environmentChanged, this, &MainWindow::takeEnvironment);
    connect(&m_workspace, &Workspace::failed, this, &MainWindow::tell);
    m_dismiss = new QAction(icon(Icon::Close), tr("Dismiss"), this);
    connect(m_dismiss, &QAction::triggered, m_notice, &Notice::clear);
    m_guard = new ClosingGuard(m_workspace, m_notice, m_dismiss, this);
}

// Not before what was chosen is in the form: else what is typed would go into the one before.
void MainWindow::enterForm()
{
    m_wantsForm = true;
    enterFormWhenReady();
}

void MainWindow::enterFormWhenReady()
{
    if (!m_wantsForm || m_workspace.isFormComing())
        return;
    m_wantsForm = false;
    if (m_workspace.opened().state() == OpenedService::State::Shown
        && (!focusWidget() || m_services->isAncestorOf(focusWidget()))) // nobody went elsewhere
        m_completion->focusForm();
}

void MainWindow::joinService()
{
    connect(m_services, &ServicesPane::formRequested, this, &MainWindow::enterForm);
    connect(&m_workspace.opened(), &OpenedService::changed, this, &MainWindow::enterFormWhenReady);
    connect(&m_workspace.completing(), &Completing::changed, this, &MainWindow::enterFormWhenReady);
    connect(m_service, &ServicePane::completeServiceRequested, this, [this] {
        m_workspace.beginService();
        m_completion->focusForm();
    });
    connect(m_service, &ServicePane::completeTaskRequested, this,
            [this](const QString &, const QString &taskId) {
                m_workspace.beginTask(taskId);
                m_completion->focusForm();
            });
}

void MainWindow::joinViews()
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

// Asked only where it is offered: there may be many.
void MainWindow::tellTasksLeft()
{
    const std::optional<Reported> &reported = m_workspace.completing().reported();
    const std::optional<closeout::client::Record> &service = m_workspace.opened().record();
    QStringList ids;
    if (reported && reported->place.target == contract::Target::Task && service) {
        for (const closeout::client::Record &task : service->openTasks())
            ids.append(task.id());
    }
    m_completion->setTasksLeft(m_workspace.opened().serviceId(), ids);
}

void MainWindow::joinClosing()
{
    m_guard->setUnsettled([this] { return !m_completion->settle(); });
    connect(m_completion, &CompletionPane::reloadRequested, &m_workspace,
            &Workspace::readDraftAgain);
    connect(m_completion, &CompletionPane::completeServiceRequested, this,
            [this](const QString &serviceId) {
                m_workspace.openService(serviceId);
                m_workspace.beginService();
                m_completion->focusForm();
            });
    connect(m_completion, &CompletionPane::nextRequested, this, [this] {
        m_services->chooseNext();
        m_completion->focusForm();
    });
    connect(m_completion, &CompletionPane::draftRequested, this, [this](const DraftPlace &place) {
        m_workspace.openService(place.serviceId);
        if (place.target == contract::Target::Task)
            m_workspace.beginTask(place.taskId);
        m_completion->focusForm();
    });
    Completing &completing = m_workspace.completing();
    const auto markDrafts = [this, &completing] { m_services->setDrafts(completing.draftIds()); };
    connect(&completing, &Completing::draftsChanged, m_services, markDrafts);
    markDrafts();
    const auto tellLeft = [this] { m_completion->setLeftInList(m_services->leftInList()); };
    connect(m_services, &ServicesPane::leftChanged, m_completion, tellLeft);
    tellLeft();
    connect(m_completion, &CompletionPane::completeTaskRequested, this,
            [this](const QString &serviceId, const QString &taskId) {
                m_workspace.openService(serviceId);
                m_workspace.beginTask(taskId);
                m_completion->focusForm();
            });
    connect(&m_workspace.opened(), &OpenedService::changed, this, &MainWindow::tellTasksLeft);
    connect(&m_workspace.completing(), &Completing::finished, this, &MainWindow::tellTasksLeft);
    connect(m_completion, &CompletionPane::showJournalRequested, this,
            &MainWindow::showNewestInJournal);
}

void MainWindow::joinPages()
{
    connect(m_environmentBar, &EnvironmentBar::environmentsPageRequested, this,
            [this] { showPage(m_environments); });
    connect(m_environments, &EnvironmentsPage::needed, this, [this] { showPage(m_environments); });
    connect(m_environments, &EnvironmentsPage::closed, this, [this] { showPage(m_columns); });
    connect(m_environments, &EnvironmentsPage::chosen, this,
            [this](const environments::Environment &environment, const QString &password) {
                showPage(m_columns);
                m_workspace.use(environment, password);
            });
    connect(m_sandbox, &SandboxPage::needed, this, [this] { showPage(m_sandbox); });
    connect(m_sandbox, &SandboxPage::closed, this, [this] { showPage(m_columns); });
    connect(m_sandbox, &SandboxPage::useRequested, this, [this] {
        showPage(m_columns);
        m_workspace.useSandbox();
    });
    connect(m_journal, &JournalPane::readAgainRequested, &m_workspace, &Workspace::readEntryAgain);
    new JournalRoom(m_journal, m_rows, m_workspace.settings());
}

void MainWindow::showPage(QWidget *page)
{
    m_pages->setCurrentWidget(page);
    m_workActions->setEnabled(page == m_columns);
    page->setFocus(Qt::OtherFocusReason);
}

void MainWindow::showNewestInJournal()
{
    m_journal->show();
    m_journal->showNewest();
}

// The line at the bottom, which screen readers hear.
void MainWindow::say(const QString &text)
{
    if (m_status->text() == text)
        return;
    m_status->setText(text);
    announce(m_status, text);
}

void MainWindow::sayListing()
{
    const Listing &listing = m_workspace.listing();
    if (!listing.isLoading())
        return say(listing.summary());
    m_status->clear(); // what was said is no longer so
    m_status->setAccessibleName({});
}

void MainWindow::tell(const QString &headline, const Error &error)
{
    m_notice->offer({m_dismiss});
    m_notice->tell(headline, error);
}

void MainWindow::takeEnvironment()
{
    const Destination &destination = m_workspace.destination();
    const QString name = destination.environment().name;
    setWindowTitle(name.isEmpty() ? tr("Closeout") : tr("%1 – Closeout").arg(shown(name)));
    m_services->setCurrentService(m_workspace.opened().serviceId());
    if (m_rules)
        showRulesAction();
    if (m_environments)
        m_environments->setInUse(name);
    const bool isOther = std::exchange(m_environmentName, name) != name;
    if (destination.state() == Destination::State::PasswordNeeded)
        m_signInBar->setFocus(Qt::OtherFocusReason);
    else if (isOther && m_pages->currentWidget() == m_columns)
        m_services->focusTable(); // where the focus was may be gone
}

// What a menu or a button says in the status line goes with time: a button that is hidden under
// the mouse does not take it back.
bool MainWindow::event(QEvent *event)
{
    if (event->type() != QEvent::StatusTip)
        return QMainWindow::event(event);
    statusBar()->showMessage(static_cast<QStatusTipEvent *>(event)->tip(), tipLasts.count());
    return true;
}

// The keys that send are the form's: elsewhere they lead to it. Other keys of what cannot be done
// now say why.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isSend = isReturn
        && (event->modifiers() & ~Qt::KeypadModifier) == Qt::ControlModifier;
    const bool isWork = m_pages->currentWidget() == m_columns;
    if (isSend && isWork && !m_completion->isAncestorOf(focusWidget()))
        return m_completion->focusForm();
    const QAction *refused = refusedBy(*event, menuBar()->actions());
    if (!refused)
        return QMainWindow::keyPressEvent(event);
    QString name = refused->iconText();
    if (name.endsWith(u'…'))
        name.chop(1);
    const bool isElsewhere = !isWork && m_workActions->actions().contains(refused);
    //: what a key would do, and why it does not: "Prepare Task: Choose an open task first."
    sayRefused(
        tr("%1: %2").arg(name,
                         isElsewhere ? tr("Go back to the services first.") : whyNot(refused)));
}

// In the status line, for a while.
void MainWindow::sayRefused(const QString &text)
{
    m_refused->setText(text);
    announce(m_refused, text);
    m_refusedFades.start();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_guard->allowsClosing()) {
        event->ignore();
        return;
    }
    saveLayout();
    m_workspace.keep();
    event->accept();
}

void MainWindow::closeWhenDone()
{
    m_guard->closeWhenDone();
}

void MainWindow::restoreFocus(const FocusPlace &place)
{
    complete();
    if (!focusAt(this, place))
        m_services->focusTable();
}

void MainWindow::saveLayout()
{
    complete();
    m_completion->settle();
    keepLayout();
}

void MainWindow::keepLayout()
{
    m_keepSoon.stop();
    if (!isComplete()) // what there is not yet would be kept as it is not
        return;
    Settings &settings = m_workspace.settings();
    settings.setLayout(u"window"_s, saveGeometry());
    if (!m_journal->isFolded())
        settings.setLayout(u"rows"_s, m_rows->saveState());
    settings.setLayout(u"columns"_s, m_columns->saveState());
    settings.setLayout(u"middle"_s, m_middle->saveState());
    settings.setLayout(u"left"_s, m_left->saveState());
    settings.setLayout(u"services"_s, m_services->saveLayout());
    settings.setLayout(u"service"_s, m_service->saveLayout());
    settings.setLayout(u"completion"_s, m_completion->saveLayout());
    settings.setLayout(u"journal"_s, m_journal->saveLayout());
}

void MainWindow::restoreFirst()
{
    const Settings &settings = m_workspace.settings();
    restoreGeometry(settings.layout(u"window"_s));
    fitToScreen();
    m_rows->restoreState(settings.layout(u"rows"_s));
    m_columns->restoreState(settings.layout(u"columns"_s));
    m_middle->restoreState(settings.layout(u"middle"_s));
    m_left->restoreState(settings.layout(u"left"_s));
    m_services->restoreLayout(settings.layout(u"services"_s));
}

// It may have been left on another screen, or on this one when it was larger.
void MainWindow::fitToScreen()
{
    if (isMaximized() || isFullScreen())
        return;
    const QScreen *at = QGuiApplication::screenAt(geometry().center());
    const QRect fitted = fittedTo((at ? at : screen())->availableGeometry(), geometry());
    if (fitted != geometry())
        setGeometry(fitted);
}

void MainWindow::restoreRest()
{
    const Settings &settings = m_workspace.settings();
    m_service->restoreLayout(settings.layout(u"service"_s));
    m_completion->restoreLayout(settings.layout(u"completion"_s));
    m_journal->restoreLayout(settings.layout(u"journal"_s));
}

} // namespace closeout::ui
