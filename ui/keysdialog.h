// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// All keys of the window in a table: those of the menus, taken from them so that none can be
// missing, and those that a part of the window has while it has the focus.

#pragma once

#include <QtWidgets/QDialog>

class QAction;
class QStandardItemModel;

namespace closeout::ui {

class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    // menus: actions that have a menu; their actions are listed.
    KeysDialog(const QList<QAction *> &menus, QWidget *window);

private:
    void add(const QString &keys, const QString &what, const QString &where);
    void addMenu(const QAction *menu, const QString &path);
    void addParts();

    QStandardItemModel *m_keys;
};

} // namespace closeout::ui
