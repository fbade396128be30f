// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What can be done with rows, once for all lists of them: the one that is shown takes the actions
// (RowsPane::setActive()), so that a shortcut or a menu never means a list that nobody sees.
//
// Owned by the widget that they are made for.

#pragma once

#include "ui/widgets/action.h"

namespace closeout::ui {

struct RowsActions
{
    explicit RowsActions(QWidget *owner);

    QAction *prepare; // this one and the next four: of the current row
    QAction *copyId;
    QAction *copyCustomer;
    QAction *onlyValue;
    QAction *allOfCustomer;
    QAction *filter;
    QAction *toggle; // this one and selectAll: with the focus in a table alone
    QAction *selectAll;
    QAction *clear;
    QAction *only;
    QAction *copyIds;
    QAction *columns;
    QAction *sort;

    MenuActions all() const
    {
        return {filter,        columns, sort,   nullptr,   prepare, copyId, copyCustomer, onlyValue,
                allOfCustomer, nullptr, toggle, selectAll, clear,   only,   copyIds};
    }
};

} // namespace closeout::ui
