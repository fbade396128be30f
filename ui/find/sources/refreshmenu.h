// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// How often the list is read again by itself.

#pragma once

#include <QtWidgets/QMenu>

namespace closeout::ui {

class Listing;

class RefreshMenu : public QMenu
{
    Q_OBJECT

public:
    // pane: where the keys of its choices work. Both outlive it.
    RefreshMenu(Listing &listing, QWidget *pane);

    void check(); // what is chosen: after the listing was told otherwise

private:
    Listing &m_listing;
};

} // namespace closeout::ui
