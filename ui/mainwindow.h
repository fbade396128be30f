// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The window: it lays the panes out, puts their actions into menus, and joins what one pane says to
// what a host does. Nothing else; it can be destroyed and made anew at any time over the same
// workspace.

#pragma once

#include <QtWidgets/QMainWindow>

class QActionGroup;
class QLabel;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace closeout {
struct Error;
}

namespace closeout::ui {

class Appearance;
class CommandPalette;
class CompletionPane;
class EnvironmentBar;
class EnvironmentsPage;
class JournalPane;
class Notice;
class SandboxPage;
class ServicePane;
class ServicesPane;
class SignInBar;
class SourcePane;
class Workspace;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    // Both must outlive it. language: the one that the window speaks.
    MainWindow(Workspace &workspace, Appearance &appearance, const QString &language);
    ~MainWindow() override;

    void saveLayout();

signals:
    void languageChosen(const QString &code); // asks to be made anew in it

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makePanes();
    void layOut();
    void restoreLayout();
    void makeMenus();
    void makeFileMenu();
    void makeViewMenu();
    QMenu *makeThemeMenu(QMenu *parent);
    QMenu *makeLanguageMenu(QMenu *parent, const QString &language);
    void makeGoMenu();
    void makeHelpMenu();
    void joinFinding();
    void joinClosing();
    void joinPlaces();
    void showPage(QWidget *page);
    void showNewestInJournal();
    void say(const QString &text);
    void tell(const QString &headline, const Error &error);
    void takeEnvironment();
    void askBeforeClosing();
    void closeWhenDone();

    Workspace &m_workspace;
    Appearance &m_appearance;
    const QString m_language;

    EnvironmentBar *m_environmentBar = nullptr;
    QToolButton *m_refresh = nullptr;
    SignInBar *m_signInBar = nullptr;
    Notice *m_notice = nullptr;
    QStackedWidget *m_pages = nullptr;
    QSplitter *m_rows = nullptr; // pages over journal
    QSplitter *m_columns = nullptr; // of the work page
    QSplitter *m_middle = nullptr; // list over service
    SourcePane *m_source = nullptr;
    ServicesPane *m_services = nullptr;
    ServicePane *m_service = nullptr;
    CompletionPane *m_completion = nullptr;
    JournalPane *m_journal = nullptr;
    EnvironmentsPage *m_environments = nullptr;
    SandboxPage *m_sandbox = nullptr;
    QLabel *m_status = nullptr;
    CommandPalette *m_palette = nullptr;
    QActionGroup *m_workActions = nullptr; // of the work page
    QAction *m_dismiss = nullptr;
    QAction *m_closeWhenDone = nullptr;
};

} // namespace closeout::ui
