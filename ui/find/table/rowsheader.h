// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The columns of a list of rows: which they are and in which order, how wide, and by which of them
// the rows are sorted. A person chooses in the header itself, or by keys.

#pragma once

#include "rows/column.h"

#include <QtCore/QObject>

class QPoint;

namespace closeout::ui {

class ColumnChooser;
class Listing;
class RowsModel;
class ShownRows;
class TableView;

class RowsHeader : public QObject
{
    Q_OBJECT

public:
    // A child of the table, which shows the model already.
    RowsHeader(const Listing &listing, ShownRows &shown, RowsModel &model, TableView *table);

    void setColumns(const QList<rows::Column> &columns);
    void chooseColumns();
    void chooseOrder();

    QString names() const; // of the columns, which are kept with the layout
    void restore(const QString &names, const QByteArray &widths);

signals:
    void columnsChanged(); // by a person

private:
    void layOut();
    void sortBy(int section);
    void showSortIndicator();
    void showStatusColumn();
    void takeOrder();
    QPoint below() const; // on the screen

    const Listing &m_listing;
    ShownRows &m_shown;
    RowsModel &m_model;
    TableView *m_table;
    ColumnChooser *m_chooser = nullptr; // made when it is needed
};

} // namespace closeout::ui
