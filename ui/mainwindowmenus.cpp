// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The menus of the main window: all that can be done, in one place, for the palette as well.

#include "ui/commandpalette.h"
#include "ui/environments/environmentbar.h"
#include "ui/environments/environmentspage.h"
#include "ui/environments/signinbar.h"
#include "ui/journal/journalpane.h"
#include "ui/mainwindow.h"
#include "ui/sandbox/sandboxpage.h"
#include "ui/widgets/action.h"
#include "ui/windowmenus.h"
#include "ui/workpage.h"
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
    for (const Page &page : std::as_const(m_pages))
        makePageMenus(page);
    makeViewMenu();
    addAll(menuBar()->addMenu(tr("&Help")), {makeKeysAction(this), nullptr, makeAboutAction(this)});
}

void MainWindow::makePageMenus(const Page &page)
{
    auto *group = new QActionGroup(this);
    group->setExclusionPolicy(QActionGroup::ExclusionPolicy::None);
    for (const PageMenu &menu : page.menus) {
        addAll(menuBar()->addMenu(menu.title), menu.actions);
        for (QAction *action : menu.actions) {
            if (action)
                group->addAction(action);
        }
    }
    group->setEnabled(m_stack->currentWidget() == page.widget);
    m_actionsOf.insert(page.widget, group);
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
    auto places = m_work->places();
    places.insert(5, {tr("&Journal"), [this] { m_journal->focusTable(); }});
    int key = Qt::Key_1;
    for (const auto &[text, go] : std::as_const(places)) {
        QAction *action = makeAction(this,
                                     {Icon::Collapse, text,
                                      QKeySequence(Qt::CTRL | Qt::Key(key++))});
        connect(action, &QAction::triggered, this, [this, goThere = go] {
            showPage(m_work);
            goThere();
        });
        menu->addAction(action);
    }
}

} // namespace closeout::ui
