// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// How a pane offers what can be done in it. A pane makes its actions once, adds them to itself, and
// names them in menuActions(); the main window puts them into its menus and into the command
// palette, so nothing has to be listed twice.

#pragma once

#include "ui/widgets/look/icons.h"

#include <QtGui/QAction>
#include <QtGui/QKeySequence>

class QAbstractItemView;
class QWidget;

namespace closeout::ui {

using MenuActions = QList<QAction *>; // nullptr: a line between groups

struct ActionLook
{
    Icon icon;
    QString text; // title case, with a mnemonic
    QKeySequence shortcut = {};
    QString hint = {}; // one sentence; said with the shortcut in the tool tip
};

// Owned by the pane and added to it. Its shortcut works anywhere in the window; where two panes
// have the same keys (Del, F2), the pane says setShortcutContext(Qt::WidgetWithChildrenShortcut).
QAction *makeAction(QWidget *pane, const ActionLook &look);

// Says why an action cannot be used now in its tool tip and status tip; an empty reason enables it.
void setWhyNot(QAction *action, const QString &reason);
QString whyNot(const QAction *action); // a sentence; empty: it is enabled

} // namespace closeout::ui
