// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/table/sortmenu.h"

#include <QtGui/QActionGroup>

namespace closeout::ui {

using filter::SortKey;
using rows::Column;

namespace {

bool isBy(const SortKey &key, const Column &column)
{
    return key.field == column.field && key.path == column.path;
}

} // namespace

SortKey sortKeyAfter(const SortKey &before, const Column &clicked)
{
    return {clicked.field, isBy(before, clicked) && !before.descending, clicked.path};
}

SortMenu::SortMenu(const QList<Column> &columns, const SortKey &key, QWidget *parent)
    : QMenu(parent)
{
    setAccessibleName(tr("Sort by"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *group = new QActionGroup(this);
    for (const Column &column : columns) {
        // An ampersand of a name is none of a menu.
        QAction *action = addAction(column.title().replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(isBy(key, column));
        group->addAction(action);
        if (action->isChecked())
            setActiveAction(action);
        connect(action, &QAction::triggered, this,
                [this, key, column] { emit chosen(sortKeyAfter(key, column)); });
    }
    addSeparator();
    QAction *descending = addAction(tr("&Descending"));
    descending->setCheckable(true);
    descending->setChecked(key.descending);
    connect(descending, &QAction::toggled, this, [this, key](bool isDescending) {
        emit chosen({key.field, isDescending, key.path});
    });
}

} // namespace closeout::ui
