// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#pragma once

class QAction;
class QPushButton;
class QWidget;

namespace closeout::ui {

// A push button of an action: enabled when that is, with its tool tip. Return presses it, as Space
// does.
QPushButton *actionButton(QAction *action, QWidget *parent);

} // namespace closeout::ui
