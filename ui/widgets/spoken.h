// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A view of items that says where the focus is only while it has it. Those of Qt 6.4 tell screen
// readers of each current item as if it had the focus: a list that follows its newest entry would
// take whoever listens away from the button that waits for an answer.

#pragma once

#include <QtWidgets/QAbstractItemView>

namespace closeout::ui {

template<typename View> // QTableView, QListView, QListWidget
class Spoken : public View
{
public:
    using View::View;

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override
    {
        if (this->hasFocus())
            View::currentChanged(current, previous);
        else
            QAbstractItemView::currentChanged(current, previous);
    }
};

} // namespace closeout::ui
