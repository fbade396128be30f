// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The window: what stands above and below its pages, the pages (page.h), and the menus that it
// makes of what they offer. It can be destroyed and made anew at any time over the same workspace.
//
// It is made in two steps, because a list that is seen at once is worth more than a window that is
// whole at once: first the list and what stands above and beside it, with room for the rest; the
// rest when the list has been painted, or lets wait for it, or somebody touches a key or the mouse.

#pragma once

#include "ui/focusplace.h"
#include "ui/page.h"

#include <QtCore/QHash>
#include <QtCore/QTimer>
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
class ClosingGuard;
class CommandPalette;
class EnvironmentBar;
class EnvironmentsPage;
class JournalPane;
class Notice;
class SandboxPage;
class SignInBar;
class WorkPage;
class Workspace;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    // Both must outlive it. language: the one that the window speaks.
    MainWindow(Workspace &workspace, Appearance &appearance, const QString &language);
    ~MainWindow() override;

    void complete(); // takes the second step now, unless it is taken
    void saveLayout();
    FocusPlace focusPlace() const { return focusPlaceIn(this); }
    void restoreFocus(const FocusPlace &place); // of a window that this one stands for
    void closeWhenDone(); // at once, or when the end under way is in the journal

signals:
    void languageChosen(const QString &code); // asks to be made anew in it

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isComplete() const { return m_palette; }
    void makeFirst();
    void layOut();
    void makeStatusBar();
    void makeRefresh();
    void joinFirst();
    void completeInTime();
    void makeRest();
    void makeMenus();
    void makePageMenus(const Page &page);
    void makeFileMenu();
    void makeViewMenu();
    void makeGoMenu();
    void joinPages();
    void keepSoon();
    void keepLayout();
    void fitToScreen();
    void restoreFirst();
    void showPage(QWidget *page);
    void showNewestInJournal();
    void say(const QString &text);
    void sayRefused(const QString &text);
    void sayListing();
    void tell(const QString &headline, const Error &error);
    void takeEnvironment();

    Workspace &m_workspace;
    Appearance &m_appearance;
    const QString m_language;
    QString m_environmentName;

    EnvironmentBar *m_environmentBar = nullptr;
    QMenu *m_file = nullptr;
    QAction *m_refresh = nullptr;
    SignInBar *m_signInBar = nullptr;
    Notice *m_notice = nullptr;
    QSplitter *m_rows = nullptr; // the page that is shown, over the journal
    QStackedWidget *m_stack = nullptr; // of pages
    WorkPage *m_work = nullptr;
    QList<Page> m_pages;
    QHash<QWidget *, QActionGroup *> m_actionsOf; // a page: what is of use while it is shown
    JournalPane *m_journal = nullptr;
    EnvironmentsPage *m_environments = nullptr;
    SandboxPage *m_sandbox = nullptr;
    QLabel *m_status = nullptr;
    CommandPalette *m_palette = nullptr;
    QAction *m_dismiss = nullptr;
    ClosingGuard *m_guard = nullptr;
    QLabel *m_refused = nullptr; // why a key did nothing
    QTimer m_refusedFades;
    QTimer m_keepSoon;
};

} // namespace closeout::ui
