// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Everything that can be done, by name: type some words of it, press Return. It lists the actions
// of the menus, so that nothing can be missing in it. Lies over the window; Esc puts it away.

#pragma once

#include <QtCore/QPointer>
#include <QtWidgets/QFrame>

class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace closeout::ui {

class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *window); // which it lies over, and which owns it

    void open(const QList<QAction *> &menus); // actions that have a menu; their actions are listed

private:
    void collect(const QAction *menu, const QString &path);
    void filter(const QString &words);
    void run(const QModelIndex &index);
    void putAway();
    bool eventFilter(QObject *watched, QEvent *event) override;

    QLineEdit *m_words;
    QListView *m_list;
    QLabel *m_none; // that nothing matches
    QStandardItemModel *m_commands;
    QSortFilterProxyModel *m_matching;
    QPointer<QWidget> m_focusBefore;
};

} // namespace closeout::ui
