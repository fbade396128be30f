// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/columns.h"

#include "ui/widgets/tableview.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStyledItemDelegate>

namespace closeout::ui {

namespace {

class MiddleDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideMiddle;
    }
};

void showMenu(TableView *table, const QList<int> &columns, const QPoint &place)
{
    auto *menu = new QMenu(table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const int column : columns) {
        const QString name = table->model()->headerData(column, Qt::Horizontal).toString();
        QAction *action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(!table->isColumnHidden(column));
        QObject::connect(action, &QAction::toggled, table, [table, column](bool isShown) {
            table->setColumnHidden(column, !isShown);
        });
    }
    menu->popup(place);
}

} // namespace

void fitColumns(TableView *table, const QList<int> &widths)
{
    table->setWidths(widths);
    QHeaderView *header = table->horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        const int needed = header->sectionSizeHint(column);
        if (header->sectionSize(column) < needed)
            header->resizeSection(column, needed);
    }
}

void elideMiddle(TableView *table, int column)
{
    table->setItemDelegateForColumn(column, new MiddleDelegate(table));
}

void offerColumns(TableView *table, const QList<int> &columns)
{
    QHeaderView *header = table->horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(header, &QHeaderView::customContextMenuRequested, table,
                     [table, header, columns](const QPoint &place) {
                         showMenu(table, columns, header->mapToGlobal(place));
                     });
}

} // namespace closeout::ui
