// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The rows of one subject, services or tasks: a filter, the shape of their ages, the table, and
// what is selected in it. It opens nothing itself; it says which row somebody chose.

#pragma once

#include "ui/find/table/rowdeeds.h"
#include "ui/find/table/rowsactions.h"
#include "ui/find/table/rowsmodel.h"
#include "ui/find/table/rowsplace.h"

#include <QtWidgets/QWidget>

class QBoxLayout;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace closeout::ui {

class AgeChart;
class FilterField;
class RowsHeader;
class TableView;

class RowsPane : public QWidget
{
    Q_OBJECT

public:
    RowsPane(Listing &listing, ShownRows &shown, RowSelection &selection,
             const RowsActions &actions, QWidget *parent = nullptr); // not owned

    // The actions are about these rows; of several panes of one set of actions one is active.
    void setActive(bool isActive);

    TableView *table() const { return m_table; }
    RowsModel *model() { return &m_model; }

    // What was chosen last, also while it is not shown; nothing: no row. No other row is current
    // then; Up and Down go to the one that took its place.
    std::optional<quint32> currentRow() const { return m_current; }
    void setCurrentRow(std::optional<quint32> row); // without a signal
    void chooseNext(); // behind the current row, of what has not ended
    qsizetype leftBehind() const; // how many there are besides the current row
    bool isCurrentShown() const { return m_current && m_model.indexOf(*m_current) >= 0; }
    bool isChoosing() const { return m_choosing.isActive(); } // chosen() comes soon
    void showInPlace(QWidget *said); // of the table; nullptr: the table

    void focusFilter();
    void focusChart();
    void focusTable(); // chooses no row
    void setColumns(const QList<rows::Column> &columns);

    QByteArray saveLayout() const; // columns, order, and how far it is scrolled
    void restoreLayout(const QByteArray &layout);

signals:
    void chosen(quint32 row); // by a person
    void entered(); // with Return, or a double click: what was chosen just now is to be worked on
    void columnsChanged();

private:
    void makeTable();
    QBoxLayout *makeSelectionLine();
    void connectTable();
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    void rememberPlace(); // before the rows become others
    void findPlace();
    void enterTable(); // at its first row, or the current one
    void showSelection();
    QString selectionInWords() const;
    void showActions(); // while it is active
    void moveCurrent(int row);
    void chooseLater(const QModelIndex &current);
    void choose(const QModelIndex &index);
    void toggleCurrent();
    void selectFrom(int from, int to);
    void toggleOnlySelected();
    void chooseAndEnter(const QModelIndex &index);

    Listing &m_listing;
    ShownRows &m_shown;
    RowSelection &m_selection;
    RowsModel m_model;
    FilterField *m_filter;
    QLabel *m_matches;
    AgeChart *m_chart;
    QStackedWidget *m_pages;
    TableView *m_table;
    RowsHeader *m_header = nullptr; // of the table
    RowsPlace m_place;
    RowDeeds m_deeds;
    QLabel *m_selected;
    QToolButton *m_clearButton;
    QToolButton *m_onlyButton;
    RowsActions m_actions; // somebody else's
    QList<QMetaObject::Connection> m_taken; // while it is active
    QTimer m_choosing;
    std::optional<quint32> m_current;
    std::optional<int> m_next; // took the place of the current row, which is not shown any more
    int m_lastToggled = -1; // from which Shift selects
    int m_rowsMoving = 0; // the view moves its current row then, and not a person
};

} // namespace closeout::ui
