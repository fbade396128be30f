// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The menus of the main window: all that can be done, in one place, for the palette as well.

#include "ui/close/completionpane.h"
#include "ui/commandpalette.h"
#include "ui/environments/environmentbar.h"
#include "ui/environments/environmentspage.h"
#include "ui/environments/signinbar.h"
#include "ui/find/savedviewspane.h"
#include "ui/find/servicepane.h"
#include "ui/find/servicespane.h"
#include "ui/find/sourcepane.h"
#include "ui/journal/journalpane.h"
#include "ui/mainwindow.h"
#include "ui/sandbox/sandboxpage.h"
#include "ui/widgets/action.h"
#include "ui/windowmenus.h"
#include "ui/workspace.h"

#include <QtGui/QActionGroup>
#include <QtWidgets/QLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

namespace closeout::ui {

namespace {

void addAll(QMenu *menu, const MenuActions &actions)
{
    for (QAction *action : actions) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
}

} // namespace

void MainWindow::makeRefresh()
{
    m_refresh = makeAction(this,
                           {Icon::Refresh, tr("&Refresh"), QKeySequence(Qt::Key_F5),
                            tr("Reads the list and the open service again.")});
    connect(m_refresh, &QAction::triggered, &m_workspace, &Workspace::refresh);
    auto *button = new QToolButton;
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setDefaultAction(m_refresh);
    m_environmentBar->layout()->addWidget(button);
}

void MainWindow::makeMenus()
{
    makeFileMenu();
    const MenuActions finding = m_source->menuActions() + MenuActions{nullptr}
        + m_services->menuActions();
    m_rules = makeAction(this,
                         {Icon::Caution, tr("Stuck R&ules…"), QKeySequence(Qt::ALT | Qt::Key_4),
                          tr("What counts as stuck in the environment in use.")});
    connect(m_rules, &QAction::triggered, this,
            [this] { m_environments->editRules(m_workspace.destination().environment().name); });
    showRulesAction();
    addAll(menuBar()->addMenu(tr("Fi&nd")), finding + MenuActions{nullptr, m_rules});
    addAll(menuBar()->addMenu(tr("Vi&ews")), m_views->menuActions());
    // Of a page that is not shown nothing can be done, least of all an end sent.
    m_workActions = new QActionGroup(this);
    m_workActions->setExclusionPolicy(QActionGroup::ExclusionPolicy::None);
    for (QAction *action : finding + m_views->menuActions() + m_service->menuActions()
             + m_completion->menuActions() + m_completion->payloadActions()) {
        if (action)
            m_workActions->addAction(action);
    }
    addAll(menuBar()->addMenu(tr("&Service")), m_service->menuActions());
    addAll(menuBar()->addMenu(tr("Co&mpletion")), m_completion->menuActions());
    addAll(menuBar()->addMenu(tr("Attached &Data")), m_completion->payloadActions());
    makeViewMenu();
    addAll(menuBar()->addMenu(tr("&Help")), {makeKeysAction(this), nullptr, makeAboutAction(this)});
}

void MainWindow::makeFileMenu()
{
    QMenu *menu = m_file;
    menu->addMenu(m_environmentBar->menu());
    addAll(menu, m_signInBar->menuActions());
    menu->addSeparator();
    addAll(menu, m_environments->menuActions());
    menu->addSeparator();
    QAction *sandbox = makeAction(this,
                                  {Icon::Sandbox, tr("Sand&box…"),
                                   QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
                                   tr("The Context Services server that Closeout brings along.")});
    connect(sandbox, &QAction::triggered, this, [this] { showPage(m_sandbox); });
    menu->addAction(sandbox);
    addAll(menu, m_sandbox->menuActions());
    menu->addSeparator();
    menu->addAction(m_refresh);
    menu->addSeparator();
    QAction *quit = makeAction(this, {Icon::Quit, tr("&Quit"), QKeySequence(tr("Ctrl+Q"))});
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &QWidget::close);
    menu->addAction(quit);
}

void MainWindow::makeViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    QAction *palette = makeAction(this,
                                  {Icon::Command, tr("Command &Palette…"),
                                   QKeySequence(Qt::CTRL | Qt::Key_K),
                                   tr("Finds everything that can be done by its name.")});
    connect(palette, &QAction::triggered, this, [this] { m_palette->open(menuBar()->actions()); });
    menu->addAction(palette);
    menu->addSeparator();
    addAll(menu, m_journal->menuActions());
    menu->addSeparator();
    menu->addMenu(makeThemeMenu(this, m_appearance, m_workspace.settings()));
    menu->addMenu(makeLanguageMenu(this, m_language,
                                   [this](const QString &code) { emit languageChosen(code); }));
    makeGoMenu();
}

void MainWindow::makeGoMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Go"));
    const std::pair<QString, std::function<void()>> places[]{
        {tr("S&ource"), [this] { m_source->focusSource(); }},
        {tr("&Filter"), [this] { m_services->focusFilter(); }},
        {tr("Services &List"), [this] { m_services->focusTable(); }},
        {tr("Open &Service"), [this] { m_service->focusChildren(); }},
        {tr("&Completion"), [this] { m_completion->focusForm(); }},
        {tr("&Journal"), [this] { m_journal->focusTable(); }},
        {tr("Saved &Views"), [this] { m_views->focusList(); }},
        {tr("Chart of &Ages"), [this] { m_services->focusChart(); }},
        {tr("&Time Line"), [this] { m_service->focusTimeline(); }},
    };
    int key = Qt::Key_1;
    for (const auto &[text, go] : places) {
        QAction *action = makeAction(this,
                                     {Icon::Collapse, text,
                                      QKeySequence(Qt::CTRL | Qt::Key(key++))});
        connect(action, &QAction::triggered, this, [this, goThere = go] {
            showPage(m_columns);
            goThere();
        });
        menu->addAction(action);
    }
}

void MainWindow::showRulesAction()
{
    const QString &name = m_workspace.destination().environment().name;
    const bool isOwn = m_workspace.environments().find(name) != nullptr;
    setWhyNot(m_rules,
              isOwn ? QString()
                    : tr("The sandbox has the standard rules. An environment has its own."));
}

} // namespace closeout::ui
