// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The services of the listing: what they are worth in one line, a filter, and the table. It opens
// nothing itself; it says which service somebody chose.

#pragma once

#include "ui/widgets/action.h"

#include <QtCore/QPersistentModelIndex>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QStackedWidget;
class QToolButton;

namespace closeout::ui {

class EmptyState;
class Listing;
class Notice;
class TableView;

class ServicesPane : public QWidget
{
    Q_OBJECT

public:
    explicit ServicesPane(Listing *listing, QWidget *parent = nullptr); // not owned

    // What was chosen last, also while the filter hides its row or the list has lost it; empty:
    // nothing. No other row is current then; Up and Down go to the one that took its place.
    QString currentServiceId() const { return m_currentId; }
    void setCurrentService(const QString &serviceId); // without a signal

    MenuActions menuActions() const;
    void focusFilter();
    void focusTable();

    QByteArray saveLayout() const; // columns and order
    void restoreLayout(const QByteArray &layout);

signals:
    void serviceChosen(const QString &serviceId); // by a person

private:
    QBoxLayout *makeHead();
    QBoxLayout *makeFilter();
    void makeTable();
    void makeEmptyStates();
    void connectTable();

    bool eventFilter(QObject *watched, QEvent *event) override;
    void showListing();
    void forgetCurrent();
    void tellProblems();
    QWidget *page(); // table, or what is said in its place
    void findCurrent(); // after rows came or went
    void moveCurrent(const QModelIndex &index);
    void chooseLater(const QModelIndex &current);
    void choose(const QModelIndex &index);
    void copyId();

    Listing *m_listing;
    QLabel *m_summary;
    QProgressBar *m_progress;
    QToolButton *m_cancelButton;
    QLineEdit *m_filter;
    QLabel *m_matches;
    Notice *m_notice;
    QStackedWidget *m_pages;
    TableView *m_table;
    EmptyState *m_nothing; // loaded yet
    EmptyState *m_none;
    EmptyState *m_failed;
    QAction *m_load;
    QAction *m_tryAgain;
    QAction *m_cancel;
    QAction *m_focusFilter;
    QAction *m_copyId;
    QTimer m_choosing;
    QString m_currentId;
    QPersistentModelIndex m_next; // took the place of the current row, which has left the list
    int m_rowsMoving = 0; // the view moves its current row then, and not a person
};

} // namespace closeout::ui
