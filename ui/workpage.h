// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The page of the daily work: sources and saved views, the list, the service that is open, and the
// form that completes it, side by side. It lays these panes out and joins what one of them says to
// what a host does.
//
// It is made in two steps, as the window is: first the list and the sources, with room for the
// rest; the rest with complete().

#pragma once

#include "ui/page.h"

#include <QtWidgets/QWidget>

class QSplitter;

namespace closeout::contract {
struct Target;
}

namespace closeout::ui {

class CompletionPane;
class SavedViewsPane;
class ServicePane;
class ServicesPane;
class SourcePane;
class Workspace;

class WorkPage : public QWidget
{
    Q_OBJECT

public:
    explicit WorkPage(Workspace &workspace); // which outlives it

    void complete(); // takes the second step
    bool isComplete() const { return m_completion; }

    Page page(); // of what is complete
    QList<std::pair<QString, std::function<void()>>> places(); // where the focus may go, by name
    QWidget *list() const; // whose first painting is what one waits for
    void focusList();
    void focusAgain(); // where it was when the page was left
    void focusForm();
    bool isInForm(const QWidget *widget) const;
    bool settle(); // takes in what is being typed; false: it cannot be taken
    void takeEnvironment(); // the window is pointed at another one
    void restoreFirst(); // the layout of the first step

signals:
    void changedByUse(); // something that is kept over a restart
    void journalRequested(); // its newest entry
    void rulesRequested(const QString &environment);

private:
    void layOut();
    void joinList();
    void joinService();
    void joinViews();
    void joinClosing();
    void showRulesAction();
    void prepare(const contract::Target &target);
    void enterForm();
    void enterFormWhenReady();
    void tellWhatIsLeft();
    void keepLayout();
    void restoreRest();

    Workspace &m_workspace;
    QSplitter *m_columns = nullptr;
    QSplitter *m_middle = nullptr; // list over service
    QSplitter *m_left = nullptr; // source over saved views
    SourcePane *m_source;
    ServicesPane *m_services;
    SavedViewsPane *m_views = nullptr;
    ServicePane *m_service = nullptr;
    CompletionPane *m_completion = nullptr;
    QAction *m_rules = nullptr; // what counts as stuck
    bool m_wantsForm = false; // the focus, once what was chosen is in it
};

} // namespace closeout::ui
