// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/table/rowsheader.h"

#include "ui/find/sources/listing.h"
#include "ui/find/table/columnchooser.h"
#include "ui/find/table/rowsmodel.h"
#include "ui/find/table/shownrows.h"
#include "ui/find/table/sortmenu.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/tableview.h"

#include <QtWidgets/QHeaderView>

namespace closeout::ui {

using rows::Field;

namespace {

constexpr int checkWidth = 28;

} // namespace

RowsHeader::RowsHeader(const Listing &listing, ShownRows &shown, RowsModel &model, TableView *table)
    : QObject(table)
    , m_listing(listing)
    , m_shown(shown)
    , m_model(model)
    , m_table(table)
{
    QHeaderView *header = table->horizontalHeader();
    header->setSectionsClickable(true);
    header->setMinimumSectionSize(checkWidth);
    header->setSortIndicatorShown(true);
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sectionClicked, this, &RowsHeader::sortBy);
    connect(header, &QHeaderView::customContextMenuRequested, this, &RowsHeader::chooseColumns);
    connect(header, &QHeaderView::sectionMoved, this, &RowsHeader::takeOrder, Qt::QueuedConnection);
    connect(&shown, &ShownRows::asked, this, &RowsHeader::showSortIndicator);
    connect(&shown, &ShownRows::changed, this, &RowsHeader::showStatusColumn);
    layOut();
}

void RowsHeader::setColumns(const QList<rows::Column> &columns)
{
    QList<QPair<rows::Column, int>> before; // the widths that somebody has chosen
    for (int section = 1; section < m_model.columnCount(); ++section) {
        if (m_table->isSized(section))
            before.append({m_model.columns().at(section - 1), m_table->columnWidth(section)});
    }
    m_model.setColumns(columns);
    layOut();
    for (const auto &[column, width] : std::as_const(before)) {
        if (const int section = m_model.columnOf(column); section > 0 && width > 0)
            m_table->setColumnWidth(section, width);
    }
}

void RowsHeader::layOut()
{
    const QList<rows::Column> &columns = m_model.columns();
    QList<TypicalValue> values{{}};
    for (const rows::Column &column : columns)
        values.append(m_model.typicalOf(column));
    fitColumns(m_table, values);
    m_table->horizontalHeader()->setSectionResizeMode(RowsModel::SelectedColumn,
                                                      QHeaderView::Fixed);
    m_table->setColumnWidth(RowsModel::SelectedColumn, checkWidth);
    QHeaderView *header = m_table->horizontalHeader();
    for (int section = 0; section < m_model.columnCount(); ++section) {
        // First out of the view: it would paint with one that is gone.
        QAbstractItemDelegate *delegate = m_table->itemDelegateForColumn(section);
        m_table->setItemDelegateForColumn(section, nullptr);
        if (delegate != m_table->itemDelegate())
            delete delegate;
        if (const int place = header->visualIndex(section); place != section)
            header->moveSection(place, section); // the order is the model's
    }
    for (const Field field : {Field::ServiceId, Field::CustomerId, Field::ContactKey}) {
        if (const int section = m_model.columnOf({field}); section > 0)
            elideMiddle(m_table, section);
    }
    checkInWholeCell(m_table, RowsModel::SelectedColumn);
    // What it holds beyond its column is read; a number would go far away.
    const bool isText = !columns.isEmpty()
        && rows::specOf(columns.last().field).kind == rows::FieldKind::Reasons;
    m_table->horizontalHeader()->setStretchLastSection(isText);
    showSortIndicator();
    showStatusColumn();
}

// Where everything is active, and only such was asked for, it would say nothing.
void RowsHeader::showStatusColumn()
{
    const int status = m_model.columnOf({Field::Status});
    const bool saysNothing = !m_listing.listsCompleted() && m_shown.shown()->ended == 0
        && m_shown.shown()->inProgress.isEmpty();
    // Of all of them: the place where it was hidden before is another column's by now.
    for (int section = 0; section < m_model.columnCount(); ++section)
        m_table->setColumnHidden(section, section == status && saysNothing);
}

void RowsHeader::sortBy(int section)
{
    if (section == RowsModel::SelectedColumn)
        return showSortIndicator();
    m_shown.setSortKey(sortKeyAfter(m_shown.sortKey(), m_model.columns().at(section - 1)));
    showSortIndicator();
}

void RowsHeader::chooseOrder()
{
    auto *menu = new SortMenu(m_model.columns(), m_shown.sortKey(), m_table);
    connect(menu, &SortMenu::chosen, &m_shown, &ShownRows::setSortKey);
    menu->popup(below());
}

QPoint RowsHeader::below() const
{
    const QHeaderView *header = m_table->horizontalHeader();
    return header->mapToGlobal(header->rect().bottomLeft());
}

void RowsHeader::showSortIndicator()
{
    const filter::SortKey &key = m_shown.sortKey();
    m_table->horizontalHeader()->setSortIndicator(m_model.columnOf({key.field, key.path}),
                                                  key.descending ? Qt::DescendingOrder
                                                                 : Qt::AscendingOrder);
}

void RowsHeader::chooseColumns()
{
    if (!m_chooser) {
        m_chooser = new ColumnChooser(m_shown.subject(), m_table);
        connect(m_chooser, &ColumnChooser::chosen, this,
                [this](const QList<rows::Column> &columns) {
                    setColumns(columns);
                    emit columnsChanged();
                });
    }
    m_chooser->open(m_model.columns(), m_shown.shown()->snapshot, below());
}

// The model has the order of the columns, so that views and exports have it, too.
void RowsHeader::takeOrder()
{
    const QHeaderView *header = m_table->horizontalHeader();
    QList<rows::Column> columns;
    for (int place = 0; place < header->count(); ++place) {
        if (const int section = header->logicalIndex(place); section > 0)
            columns.append(m_model.columns().at(section - 1));
    }
    if (columns == m_model.columns())
        return;
    setColumns(columns);
    emit columnsChanged();
}

QString RowsHeader::names() const
{
    QStringList names;
    for (const rows::Column &column : m_model.columns())
        names.append(column.name());
    return names.join(u',');
}

void RowsHeader::restore(const QString &names, const QByteArray &widths)
{
    QList<rows::Column> columns;
    const QStringList parts = names.split(u',');
    for (const QString &name : parts) {
        if (const Result<rows::Column> column = rows::Column::fromName(name, m_shown.subject()))
            columns.append(*column);
    }
    if (columns.isEmpty())
        return;
    setColumns(columns);
    m_table->restoreColumns(widths);
    showSortIndicator();
    showStatusColumn();
}

} // namespace closeout::ui
