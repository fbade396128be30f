// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/tableview.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>

namespace closeout::ui {

TableView::TableView(const QString &name, QWidget *parent)
    : QTableView(parent)
{
    setAccessibleName(name);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false); // Tab leaves the table; the arrows move in it
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setTextElideMode(Qt::ElideRight);
    connect(this, &QTableView::doubleClicked, this, &TableView::activatedRow);
}

QByteArray TableView::saveColumns() const
{
    return horizontalHeader()->saveState();
}

void TableView::restoreColumns(const QByteArray &state)
{
    const int columns = horizontalHeader()->count();
    const QByteArray before = horizontalHeader()->saveState();
    if (!horizontalHeader()->restoreState(state) || horizontalHeader()->count() != columns)
        horizontalHeader()->restoreState(before);
}

void TableView::setWidths(const QList<int> &widths)
{
    const int character = fontMetrics().averageCharWidth();
    for (qsizetype column = 0; column < widths.size(); ++column)
        setColumnWidth(int(column), widths.at(column) * character + 16);
}

// What the rows need of the scroll bar is put off by Qt; until then it would not go that far.
void TableView::showFrom(int row)
{
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(row);
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        emit activatedRow(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

// Otherwise Qt makes the first row current after each reset: a row that nobody has chosen.
void TableView::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid())
        setCurrentIndex({});
    QTableView::focusInEvent(event);
}

} // namespace closeout::ui
