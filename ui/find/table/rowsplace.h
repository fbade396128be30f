// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What is seen of a table of rows, and stays in its place while the rows become others: on the
// screen, in a window that is made anew, and on another day.

#pragma once

#include "rows/collection.h"

#include <QtCore/QByteArray>

#include <optional>

namespace closeout::ui {

class Listing;
class RowsModel;
class ShownRows;
class TableView;

class RowsPlace
{
public:
    RowsPlace(const Listing &listing, const ShownRows &shown, const RowsModel &model,
              TableView *table); // none is owned

    void startAnew() { m_isAskedAnew = true; } // other rows, or another order, were asked for
    void remember(); // before the rows become others
    bool hasRows() const { return m_hadRows; } // when it was told to remember
    void findAgain(); // when they have

    QByteArray top() const; // the ids of the first row that is seen; empty: nothing is above it
    // Until the rows are there, or somebody goes elsewhere; empty: nothing is wanted.
    void want(const QByteArray &top);
    bool isWanted() const { return !m_wanted.isEmpty(); }

private:
    std::optional<quint32> rowOf(const QByteArray &ids) const;
    void goWhereWanted();

    const Listing &m_listing;
    const ShownRows &m_shown;
    const RowsModel &m_model;
    TableView *m_table;
    std::optional<quint32> m_anchor; // the row that must not move on the screen
    int m_anchorLine = 0; // counted from the first line that is seen
    bool m_isAskedAnew = false; // since they were last placed
    bool m_hadRows = false;
    QByteArray m_wanted;
};

} // namespace closeout::ui
