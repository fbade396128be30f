// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The right column: where a service or task is completed. Shows the draft to fill in, the question
// before it is sent, and how it ended. All state is in Completing, so that a pane can be made anew
// at any time.

#pragma once

#include "contract/target.h"
#include "ui/close/completionactions.h"
#include "ui/close/form/typeahead.h"

#include <QtCore/QHash>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace closeout::ui {

class BusyRow;
class Completing;
class ConfirmationStrip;
class DataTabs;
class DraftsMenu;
struct DraftPlace;
class EmptyState;
class EnvironmentTag;
class EventForm;
class OutcomeView;
class Warnings;

class CompletionPane : public QWidget
{
    Q_OBJECT

public:
    explicit CompletionPane(Completing &completing, QWidget *parent = nullptr); // it outlives this

    MenuActions menuActions() const;
    MenuActions payloadActions() const; // of the attached data
    // Takes what is being typed into the draft: before anybody looks at what is sent, sends it, or
    // keeps it. False: it is refused, which is told, and open still.
    bool settle();
    QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &state);
    void setLeftInList(qsizetype count); // behind what is completed here
    // Of a service, what is still open in it: tasks, then states.
    void setLeft(const QList<contract::Target> &open);
    void focusForm(); // the first field, as soon as there is one; what stands in its place till
                      // then

signals:
    void reloadRequested(); // the record of the draft, or of the outcome, should be read again
    void showJournalRequested();
    void nextRequested(); // of the list
    void draftRequested(const closeout::ui::DraftPlace &place);
    // After a task or state the next task, or the service.
    void completionRequested(const closeout::contract::Target &target);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    enum Page { EmptyPage, FormPage, OutcomePage };
    enum class Footer : quint8 { Button, Question, Busy };
    static bool isIn(const QWidget *place, const QWidget *focused); // or nothing is focused

    void connectActions();
    QWidget *makeForm();
    QWidget *makeButtonRow();
    void connectHosts();

    bool isAwaited() const; // a form, by somebody who types
    void refreshSoon();
    void refresh();
    void refreshHeading();
    void refreshActions();
    void refreshFooter();
    void refreshFocus(const QWidget *before);
    void showOutcome();
    void showFooter(Footer footer);
    void lock();
    void unlock();

    void complete(); // asks first where it must
    void sendConfirmed();
    void cancelQuestion();
    void allowDuplicateKeys();
    void completeOnceMore();
    void readAgain();
    void requestService();
    void requestNext();
    QList<contract::Target> left() const; // in the service of what was completed
    void pinFields(bool isPinned);
    void followDraft();
    bool hasOutcome() const;
    EventForm *form() const; // of the draft's kind of target

    Completing &m_completing;
    QList<contract::Target> m_left;
    CompletionActions m_actions;
    QTimer m_soon; // many changes, one refresh

    DraftsMenu *m_drafts;
    QLabel *m_heading;
    EnvironmentTag *m_environment;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QHash<contract::Target::Kind, EventForm *> m_forms;
    DataTabs *m_tabs = nullptr;
    Warnings *m_warnings = nullptr;
    Footer m_shownFooter = Footer::Button;
    QWidget *m_buttonRow = nullptr;
    QLabel *m_whyNot = nullptr;
    QLabel *m_kept = nullptr;
    QPushButton *m_button = nullptr;
    ConfirmationStrip *m_question = nullptr;
    BusyRow *m_busyRow = nullptr;
    OutcomeView *m_outcome = nullptr;
    bool m_wantsFocus = false; // the first field, once it can be typed in
    TypeAhead m_ahead;
    QString m_told; // the outcome that is shown, so that it is announced once
};

} // namespace closeout::ui
