// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/refusedkeys.h"

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QMenu>

namespace closeout::ui {

const QAction *refusedBy(const QKeyEvent &key, const QList<QAction *> &menus)
{
    const QKeySequence keys(
        QKeyCombination(key.modifiers() & ~Qt::KeypadModifier, Qt::Key(key.key())));
    for (const QAction *action : menus) {
        if (action->menu()) {
            if (const QAction *inside = refusedBy(key, action->menu()->actions()))
                return inside;
        } else if (!action->isEnabled() && action->shortcuts().contains(keys)) {
            return action;
        }
    }
    return nullptr;
}

} // namespace closeout::ui
