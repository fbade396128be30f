// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What was loaded, as services or as their active tasks: what it is worth in one line, how a load
// goes, what went wrong, and the rows. It opens nothing itself; it says which service somebody
// chose.

#pragma once

#include "rows/column.h"
#include "ui/find/finding.h"
#include "ui/find/table/rowsactions.h"

#include <QtCore/QSet>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QAbstractItemView;
class QBoxLayout;
class QLabel;
class QMenu;
class QProgressBar;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace closeout::ui {

class EmptyState;
class ExportBar;
class Notice;
class RefreshMenu;
class RowsPane;

class ServicesPane : public QWidget
{
    Q_OBJECT

public:
    explicit ServicesPane(Finding &finding, QWidget *parent = nullptr); // not owned

    // What is open, also while the filter hides its row or the list has lost it; empty: nothing.
    // Without a signal.
    void setCurrentService(const QString &serviceId);

    QAbstractItemView *list() const; // of the services
    MenuActions menuActions() const;
    void focusFilter();
    void focusTable(); // chooses no row
    void focusChart();
    void setDrafts(const QSet<QString> &ids); // what is marked; see RowsModel
    void chooseNext(); // of what is shown, as a person would
    qsizetype leftInList() const; // besides what is chosen
    void showSubject(rows::Subject subject);
    rows::Subject subject() const; // what is shown
    QList<rows::Column> columns(); // of that
    void setColumns(const QList<rows::Column> &columns);

    QByteArray saveLayout() const; // columns, order and filter
    void restoreLayout(const QByteArray &layout);

    QSize minimumSizeHint() const override;

signals:
    void serviceChosen(const QString &serviceId); // by a person
    void leftChanged(); // what leftInList() says
    void taskChosen(const QString &serviceId, const QString &taskId);
    void formRequested(); // of what was chosen just now

private:
    QBoxLayout *makeHead();
    void makeEmptyStates();
    RowsPane *tasksPane(); // made when it is first shown
    RowsPane *shownPane();
    QString summary() const;
    void showListing();
    void tellProblems();
    QWidget *page(
        const ShownRows &shown); // what is said in place of the table; nullptr: it is shown
    QWidget *pageOfEmptyList();
    void findCurrent();
    void tellCurrent();
    QString stuckWords(quint32 row) const; // empty: it is not
    void choose(quint32 service);
    void chooseTask(quint32 task);

    Finding &m_finding;
    Listing &m_listing;
    QLabel *m_summary;
    QTabBar *m_subjects;
    Notice *m_notice;
    QStackedWidget *m_panes;
    RowsActions m_rowsActions;
    RowsPane *m_services;
    QLabel *m_about; // the current row
    ExportBar *m_export;
    RowsPane *m_tasks = nullptr;
    QByteArray m_tasksLayout; // until that is made
    EmptyState *m_nothing; // loaded yet
    EmptyState *m_none;
    EmptyState *m_failed;
    QAction *m_load;
    QAction *m_tryAgain;
    QAction *m_retryFailed;
    QAction *m_cancel;
    QAction *m_showServices;
    QAction *m_showTasks;
    RefreshMenu *m_refreshEvery;
    QString m_currentId;
    QSet<QString> m_drafts;
    bool m_wasLoading = false;
};

} // namespace closeout::ui
