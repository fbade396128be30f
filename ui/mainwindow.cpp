// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/mainwindow.h"

#include "result.h"
#include "ui/closingguard.h"
#include "ui/commandpalette.h"
#include "ui/environments/environmentbar.h"
#include "ui/environments/environmentspage.h"
#include "ui/environments/signinbar.h"
#include "ui/firstpaint.h"
#include "ui/journal/journalpane.h"
#include "ui/journalroom.h"
#include "ui/refusedkeys.h"
#include "ui/sandbox/sandboxpage.h"
#include "ui/screenfit.h"
#include "ui/splitters.h"
#include "ui/widgets/action.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/servertext.h"
#include "ui/workpage.h"
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
    m_work->focusList();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeFirst()
{
    m_environmentBar = new EnvironmentBar(m_workspace.destination(), m_workspace.environments());
    makeRefresh(); // in the bar, and there Tab finds it
    m_signInBar = new SignInBar(m_workspace.destination());
    m_notice = new Notice(tr("Message"));
    m_work = new WorkPage(m_workspace);
    m_file = menuBar()->addMenu(tr("&File"));
}

void MainWindow::completeInTime()
{
    afterFirstPaint(m_work->list(), this, [this] {
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
    makeMenus();
    joinPages();
    for (const Page &page : std::as_const(m_pages)) {
        if (page.restoreLayout)
            page.restoreLayout();
    }
    m_journal->restoreLayout(m_workspace.settings().layout(u"journal"_s));
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
    m_work->complete();
    m_environments = new EnvironmentsPage(m_workspace.environments(), m_workspace.environmentForm(),
                                          m_workspace.connectionTest());
    m_environments->setInUse(m_workspace.destination().environment().name);
    m_sandbox = new SandboxPage(m_workspace.sandbox());
    m_pages = {m_work->page(),
               {.widget = m_environments, .inFileMenu = m_environments->menuActions()},
               {.widget = m_sandbox, .inFileMenu = m_sandbox->menuActions()}};
    for (const Page &page : std::as_const(m_pages))
        m_stack->addWidget(page.widget); // the first is there
    m_journal = new JournalPane(m_workspace.history());
    fillRoom(m_rows, 1, m_journal);
    m_palette = new CommandPalette(this);
}

void MainWindow::layOut()
{
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_work);
    // The journal is one line until it has something to show.
    m_rows = makeSplitter(Qt::Vertical, {m_stack, roomFor({0, journalLine})}, m_stack);
    m_rows->setSizes({640, journalLine});

    auto *middle = new QWidget;
    auto *layout = new QVBoxLayout(middle);
    setPlain(layout, 0);
    layout->addWidget(m_environmentBar);
    layout->addWidget(m_signInBar);
    layout->addWidget(m_notice);
    layout->addWidget(m_rows, 1);
    setCentralWidget(middle);
    makeStatusBar();
    resize(firstSize.boundedTo(screen()->availableSize() - roomOfFrame));
}

void MainWindow::makeStatusBar()
{
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
}

void MainWindow::joinFirst()
{
    connect(m_work, &WorkPage::changedByUse, this, &MainWindow::keepSoon);
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

void MainWindow::joinPages()
{
    m_guard->setUnsettled([this] { return !m_work->settle(); });
    connect(m_work, &WorkPage::journalRequested, this, &MainWindow::showNewestInJournal);
    connect(m_work, &WorkPage::rulesRequested, m_environments, &EnvironmentsPage::editRules);
    connect(m_environmentBar, &EnvironmentBar::environmentsPageRequested, this,
            [this] { showPage(m_environments); });
    connect(m_environments, &EnvironmentsPage::needed, this, [this] { showPage(m_environments); });
    connect(m_environments, &EnvironmentsPage::closed, this, [this] { showPage(m_work); });
    connect(m_environments, &EnvironmentsPage::chosen, this,
            [this](const environments::Environment &environment, const QString &password) {
                showPage(m_work);
                m_workspace.use(environment, password);
            });
    connect(m_sandbox, &SandboxPage::needed, this, [this] { showPage(m_sandbox); });
    connect(m_sandbox, &SandboxPage::closed, this, [this] { showPage(m_work); });
    connect(m_sandbox, &SandboxPage::useRequested, this, [this] {
        showPage(m_work);
        m_workspace.useSandbox();
    });
    connect(m_journal, &JournalPane::readAgainRequested, &m_workspace, &Workspace::readEntryAgain);
    new JournalRoom(m_journal, m_rows, m_workspace.settings());
}

// Of a page that is not shown nothing can be done, least of all an end sent.
void MainWindow::showPage(QWidget *page)
{
    m_stack->setCurrentWidget(page);
    for (auto [widget, actions] : m_actionsOf.asKeyValueRange())
        actions->setEnabled(widget == page);
    if (page == m_work)
        m_work->focusAgain();
    else
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
    m_work->takeEnvironment();
    if (m_environments)
        m_environments->setInUse(name);
    const bool isOther = std::exchange(m_environmentName, name) != name;
    if (destination.state() == Destination::State::PasswordNeeded)
        m_signInBar->setFocus(Qt::OtherFocusReason);
    else if (isOther && m_stack->currentWidget() == m_work)
        m_work->focusList(); // where the focus was may be gone
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
    const bool isWork = m_stack->currentWidget() == m_work;
    if (isSend && isWork && !m_work->isInForm(focusWidget()))
        return m_work->focusForm();
    const QAction *refused = refusedBy(*event, menuBar()->actions());
    if (!refused)
        return QMainWindow::keyPressEvent(event);
    QString name = refused->iconText();
    if (name.endsWith(u'…'))
        name.chop(1);
    const bool isElsewhere = !isWork && refused->actionGroup() == m_actionsOf.value(m_work);
    //: what a key would do, and why it does not: "Prepare Task: Choose an open task or state
    //: first."
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
        m_work->focusList();
}

void MainWindow::saveLayout()
{
    complete();
    m_work->settle();
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
    for (const Page &page : std::as_const(m_pages)) {
        if (page.keepLayout)
            page.keepLayout();
    }
    settings.setLayout(u"journal"_s, m_journal->saveLayout());
}

void MainWindow::restoreFirst()
{
    const Settings &settings = m_workspace.settings();
    restoreGeometry(settings.layout(u"window"_s));
    fitToScreen();
    m_rows->restoreState(settings.layout(u"rows"_s));
    m_work->restoreFirst();
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

} // namespace closeout::ui
