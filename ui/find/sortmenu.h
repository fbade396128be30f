// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// By which column a list is ordered, for the keyboard: the header is for the mouse alone. The
// column that it is ordered by already turns the order round, as a second click on its header does.

#pragma once

#include "find/column.h"
#include "find/sorting.h"

#include <QtWidgets/QMenu>

namespace closeout::ui {

// What a click on the header of the column makes of the order.
find::SortKey sortKeyAfter(const find::SortKey &before, const find::Column &clicked);

class SortMenu : public QMenu // a popup; goes by itself when it is closed
{
    Q_OBJECT

public:
    SortMenu(const QList<find::Column> &columns, const find::SortKey &key, QWidget *parent);

signals:
    void chosen(const closeout::find::SortKey &key);
};

} // namespace closeout::ui
