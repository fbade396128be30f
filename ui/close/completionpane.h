// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The right column: where a service or task is completed. Shows the draft to fill in, the question
// before it is sent, and how it ended. All state is in Completing, so that a pane can be made anew
// at any time.

#pragma once

#include "ui/widgets/action.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace closeout::ui {

class BusyRow;
class ChangesView;
class Completing;
class ConfirmationStrip;
class EmptyState;
class EnvironmentTag;
class EventForm;
class OutcomeView;
class PayloadEditor;
class PreviewView;
class Warnings;

class CompletionPane : public QWidget
{
    Q_OBJECT

public:
    explicit CompletionPane(Completing &completing, QWidget *parent = nullptr); // it outlives this

    MenuActions menuActions() const;
    MenuActions payloadActions() const; // of the attached data
    void settle(); // before it is destroyed: what is being typed goes into the draft
    QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &state);
    void focusForm(); // the first field, as soon as there is one; what stands in its place till
                      // then

signals:
    void reloadRequested(); // the record of the draft, or of the outcome, should be read again
    void showJournalRequested();
    void completeServiceRequested(const QString &serviceId); // after one of its tasks

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Footer : quint8 { Button, Question, Busy };

    void makeActions();
    void makeTabActions();
    QWidget *makeForm();
    QWidget *makeTabs();
    QWidget *makeButtonRow();
    void connectHosts();

    void showTab(QWidget *tab);
    void refreshSoon();
    void refresh();
    void refreshHeading();
    void refreshActions();
    void refreshFooter();
    void refreshFocus(const QWidget *before);
    bool isHere(const QWidget *focused) const;
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
    void followDraft();
    bool hasOutcome() const;
    EventForm *form() const; // of the draft's kind of target

    Completing &m_completing;
    QTimer m_soon; // many changes, one refresh

    QLabel *m_heading;
    EnvironmentTag *m_environment;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    EventForm *m_serviceForm = nullptr;
    EventForm *m_taskForm = nullptr;
    QTabWidget *m_tabs = nullptr;
    PayloadEditor *m_payload = nullptr;
    ChangesView *m_changes = nullptr;
    PreviewView *m_preview = nullptr;
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
    QString m_told; // the outcome that is shown, so that it is announced once

    QAction *m_complete;
    QAction *m_discard;
    QAction *m_putBack;
    QAction *m_keepData;
    QAction *m_allowDuplicates;
    QAction *m_completeAgain;
    QAction *m_more;
    QAction *m_showTree;
    QAction *m_showChanges;
    QAction *m_showPreview;
    QAction *m_copyBody;
    QAction *m_copyCurl;
    QAction *m_giveUp;
    QAction *m_back;
    QAction *m_dismiss; // of another target
    QAction *m_readAgain;
    QAction *m_showJournal;
    QAction *m_completeService;
};

} // namespace closeout::ui
