// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/columns.h"

#include "ui/widgets/tableview.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStyledItemDelegate>

#include <algorithm>

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

class CheckDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        const QStyle *style = cell.widget->style();
        const auto state = cell.checkState;
        cell.features.setFlag(QStyleOptionViewItem::HasCheckIndicator, false);
        style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
        const QSize size(style->pixelMetric(QStyle::PM_IndicatorWidth, &cell, cell.widget),
                         style->pixelMetric(QStyle::PM_IndicatorHeight, &cell, cell.widget));
        cell.rect = QStyle::alignedRect(cell.direction, Qt::AlignCenter, size, option.rect);
        cell.state &= ~QStyle::State_HasFocus;
        cell.state |= state == Qt::Checked ? QStyle::State_On : QStyle::State_Off;
        style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &cell, painter, cell.widget);
    }

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &,
                     const QModelIndex &index) override
    {
        if (event->type() == QEvent::MouseButtonPress
            || event->type() == QEvent::MouseButtonDblClick)
            return true;
        if (event->type() != QEvent::MouseButtonRelease
            || static_cast<QMouseEvent *>(event)->button() != Qt::LeftButton)
            return false;
        const bool isChecked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        return model->setData(index, isChecked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }
};

} // namespace

void fitColumns(TableView *table, const QList<TypicalValue> &values)
{
    QStyleOptionViewItem cell;
    cell.initFrom(table);
    cell.font = table->font();
    cell.features = QStyleOptionViewItem::HasDisplay;
    const int side = table->style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, table);
    cell.decorationSize = {side, side};
    QList<int> widths;
    QList<int> leastWidths;
    for (const TypicalValue &value : values) {
        cell.text = value.text;
        cell.features.setFlag(QStyleOptionViewItem::HasDecoration, value.hasIcon);
        const QSize size = table->style()->sizeFromContents(QStyle::CT_ItemViewItem, &cell, {},
                                                            table);
        const int heading = table->horizontalHeader()->sectionSizeHint(int(widths.size()));
        widths.append(std::max(size.width(), heading));
        leastWidths.append(value.mayBeCut ? std::max(size.width() * 4 / 5, heading)
                                          : widths.constLast());
    }
    table->setFirstWidths(widths, leastWidths);
}

void elideMiddle(TableView *table, int column)
{
    table->setItemDelegateForColumn(column, new MiddleDelegate(table));
}

void checkInWholeCell(TableView *table, int column)
{
    table->setItemDelegateForColumn(column, new CheckDelegate(table));
}

} // namespace closeout::ui
