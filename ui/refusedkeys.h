// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What a key would have done that did nothing, so that it can be said why.

#pragma once

#include <QtCore/QList>

class QAction;
class QKeyEvent;

namespace closeout::ui {

// Of what is in the menus the action that has this shortcut and is disabled; nullptr: none.
const QAction *refusedBy(const QKeyEvent &key, const QList<QAction *> &menus);

} // namespace closeout::ui
