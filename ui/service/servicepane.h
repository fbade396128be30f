// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The service that is open: what it is, its times, its states and tasks, and their attached data.
// Asks for completions and does none.

#pragma once

#include "ui/service/childrenmodel.h"
#include "ui/widgets/action.h"

#include <QtWidgets/QWidget>

class QBoxLayout;
class QLabel;
class QProgressBar;
class QScrollArea;
class QSplitter;
class QTabBar;
class QStackedWidget;

namespace closeout::ui {

class AttachedView;
class EmptyState;
class Notice;
class OpenedService;
class TableView;
class Timeline;

class ServicePane : public QWidget
{
    Q_OBJECT

public:
    explicit ServicePane(OpenedService *opened, QWidget *parent = nullptr); // not owned

    void setNames(const ServerNames &names); // it outlives this
    MenuActions menuActions() const;
    void focusChildren();
    void focusTimeline();

    QByteArray saveLayout() const; // columns, and how much the attached data get
    void restoreLayout(const QByteArray &layout);

signals:
    void completionRequested(const closeout::contract::Target &target);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    QBoxLayout *makeHead();
    QWidget *makeContent();
    void makeTimeline();
    void makeChildren();
    void connectActions();
    void share();
    int heightOfRows(int rows) const;

    void showOpened();
    void showService(const client::Record &service);
    void showColumns();
    void tellWhatIsMissing(client::Record::Shown shown);
    void showState(const client::Record &service);
    void showChildren(const client::Record &service, const QList<Child> &children);
    void keepChild(const QList<Child> &children);
    void tellFacts();
    void tellFailure();
    void childChanged();
    const Child *currentChild() const; // nullptr: none, the service itself
    void showAttachedData();
    void updateActions();
    QString whyNotChild() const;
    QString whyNotService() const;
    void requestChild();
    void requestService();

    OpenedService *m_opened;
    const ServerNames *m_names = nullptr;
    int m_turn = 0; // of services that are shown: what is made of an earlier one is dropped
    QLabel *m_heading;
    QProgressBar *m_reading;
    QLabel *m_facts;
    QTabBar *m_parts; // where the pane is too low for both: states and tasks, or the time line
    Notice *m_state;
    Notice *m_failure;
    QScrollArea *m_scroll;
    EmptyState *m_empty;
    QWidget *m_shown;
    QSplitter *m_splitter;
    Timeline *m_timeline;
    QScrollArea *m_timelineArea;
    ChildrenModel m_children;
    TableView *m_table;
    EmptyState *m_noChildren;
    QStackedWidget *m_list; // the table, or that it would be empty
    AttachedView *m_attached;
    QAction *m_prepareChild;
    QAction *m_prepareService;
    QAction *m_tryAgain;
};

} // namespace closeout::ui
