// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// By which column a list is ordered, for the keyboard: the header is for the mouse alone. The
// column that it is ordered by already turns the order round, as a second click on its header does.

#pragma once

#include "filter/sorting.h"
#include "rows/column.h"

#include <QtWidgets/QMenu>

namespace closeout::ui {

// What a click on the header of the column makes of the order.
filter::SortKey sortKeyAfter(const filter::SortKey &before, const rows::Column &clicked);

class SortMenu : public QMenu // a popup; goes by itself when it is closed
{
    Q_OBJECT

public:
    SortMenu(const QList<rows::Column> &columns, const filter::SortKey &key, QWidget *parent);

signals:
    void chosen(const closeout::filter::SortKey &key);
};

} // namespace closeout::ui
