// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/columns.h"

#include "ui/widgets/tableview.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

// Of a text what lies from one place to another, and of the rest as much as there is room for.
QString elidedAround(const QString &text, qsizetype from, qsizetype to, const QFontMetrics &metrics,
                     int width)
{
    const QString middle = text.sliced(from, to - from);
    qsizetype head = from;
    qsizetype tail = text.size() - to;
    QString elided = text;
    while (metrics.horizontalAdvance(elided) > width && head + tail > 0) {
        (head >= tail ? head : tail) -= 1;
        elided = text.first(head) + (head < from ? u"…"_s : QString()) + middle
            + (tail < text.size() - to ? u"…"_s : QString()) + text.last(tail);
    }
    if (metrics.horizontalAdvance(elided) <= width)
        return elided;
    // There is not even room for that: one piece, up to its end, tells more than several.
    constexpr qsizetype endOfShorter = 4; // which all have in common, and which is what people know
    const qsizetype end = text.size() - to <= endOfShorter ? text.size() : to;
    const QString after = end < text.size() ? u"…"_s : QString();
    return metrics.elidedText(text.first(end), Qt::ElideLeft,
                              width - metrics.horizontalAdvance(after))
        + after;
}

// What of the texts of a group differs: behind their common beginning, before their common end.
std::pair<qsizetype, qsizetype> commonEnds(const QStringList &texts)
{
    const QString &first = texts.constFirst();
    qsizetype head = first.size();
    qsizetype tail = first.size();
    for (const QString &text : texts.sliced(1)) {
        const qsizetype most = std::min(text.size(), first.size());
        const auto differs = std::mismatch(first.begin(), first.begin() + most, text.begin());
        head = std::min(head, qsizetype(differs.first - first.begin()));
        const auto ends = std::mismatch(first.rbegin(), first.rbegin() + most, text.rbegin());
        tail = std::min({tail, qsizetype(ends.first - first.rbegin()), most - head});
    }
    return {head, tail};
}

class MiddleDelegate : public QStyledItemDelegate
{
public:
    MiddleDelegate(TableView *table, int column)
        : QStyledItemDelegate(table)
        , m_table(table)
        , m_column(column)
    {
        connect(table->model(), &QAbstractItemModel::modelReset, this, [this] { m_shown.clear(); });
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideMiddle;
        const int room = roomFor(*option);
        if (room <= 0 || option->fontMetrics.horizontalAdvance(option->text) <= room)
            return;
        // A block and what is around it, so that little has to be done anew while it is scrolled.
        const int block = index.row() / rowsCompared * rowsCompared;
        const Of of{block, room};
        if (of != m_of || m_shown.isEmpty()) {
            m_of = of;
            m_shown = elidedApart(textsAround(block), option->fontMetrics, room);
        }
        option->text = m_shown.value(option->text, option->text);
    }

private:
    struct Of
    {
        int block = -1;
        int room = 0;

        friend bool operator==(const Of &, const Of &) = default;
    };
    static constexpr int rowsCompared = 64;

    // For the text; 0: none is known, as when its size is asked for.
    int roomFor(const QStyleOptionViewItem &option) const
    {
        if (!option.widget || option.rect.width() <= 0)
            return 0;
        const QStyle *style = option.widget->style();
        QStyleOptionViewItem whole = option;
        whole.showDecorationSelected = true; // else it is the room that the text takes
        const int edge = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget)
            + 1;
        return style->subElementRect(QStyle::SE_ItemViewItemText, &whole, option.widget).width()
            - 2 * edge;
    }
    QStringList textsAround(int block) const
    {
        const QAbstractItemModel *model = m_table->model();
        const int last = std::min(block + 2 * rowsCompared, model->rowCount());
        QStringList texts;
        for (int row = std::max(block - rowsCompared, 0); row < last; ++row)
            texts.append(model->index(row, m_column).data().toString());
        return texts;
    }

    TableView *m_table;
    const int m_column;
    mutable Of m_of;
    mutable QHash<QString, QString> m_shown;
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

QHash<QString, QString> elidedApart(const QStringList &texts, const QFontMetrics &metrics,
                                    int width)
{
    QHash<QString, QString> elided;
    QHash<QString, QStringList> alike;
    for (const QString &text : texts) {
        if (elided.contains(text) || metrics.horizontalAdvance(text) <= width)
            continue;
        const QString plain = metrics.elidedText(text, Qt::ElideMiddle, width);
        elided.insert(text, plain);
        alike[plain].append(text);
    }
    for (const QStringList &group : std::as_const(alike)) {
        if (group.size() < 2)
            continue;
        const auto [head, tail] = commonEnds(group);
        for (const QString &text : group)
            elided[text] = elidedAround(text, head, text.size() - tail, metrics, width);
    }
    return elided;
}

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
    table->setItemDelegateForColumn(column, new MiddleDelegate(table, column));
}

void checkInWholeCell(TableView *table, int column)
{
    table->setItemDelegateForColumn(column, new CheckDelegate(table));
}

} // namespace closeout::ui
