// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The drafts that are kept for the environment in use, to open one. Always up to date, because the
// command palette reads menus that nobody has opened.

#pragma once

#include "ui/close/draft/draftstore.h"

#include <QtWidgets/QMenu>

namespace closeout::ui {

class Completing;

class DraftsMenu : public QMenu
{
    Q_OBJECT

public:
    explicit DraftsMenu(Completing &completing, QWidget *parent = nullptr); // it outlives this

signals:
    void chosen(const closeout::ui::DraftPlace &place);

private:
    void fill();

    Completing &m_completing;
};

} // namespace closeout::ui
