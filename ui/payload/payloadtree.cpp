// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/payload/payloadtree.h"

#include "ui/payload/payloadmodel.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/parts.h"

#include <QtCore/QScopedValueRollback>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace closeout::ui {

namespace {

PayloadTree::Ending endingOf(QAbstractItemDelegate::EndEditHint hint)
{
    switch (hint) {
    case QAbstractItemDelegate::EditNextItem:
        return PayloadTree::Ending::Next;
    case QAbstractItemDelegate::EditPreviousItem:
        return PayloadTree::Ending::Previous;
    case QAbstractItemDelegate::SubmitModelCache:
        return PayloadTree::Ending::Done;
    case QAbstractItemDelegate::RevertModelCache:
        return PayloadTree::Ending::Cancelled;
    case QAbstractItemDelegate::NoHint:
        break;
    }
    return PayloadTree::Ending::Left;
}

int depthOf(QModelIndex index)
{
    int depth = 0;
    for (index = index.parent(); index.isValid(); index = index.parent())
        ++depth;
    return depth;
}

constexpr int leastColumn = 9; // in characters
constexpr int leastKey = 14;
constexpr int leastIndent = 12; // in pixels: the arrow has room

} // namespace

PayloadTree::PayloadTree(QWidget *parent)
    : QTreeView(parent)
{
    setAccessibleName(tr("Attached data"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setAllColumnsShowFocus(true);
    setUniformRowHeights(true);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollMode(ScrollPerPixel);
    setExpandsOnDoubleClick(false); // it edits
    setTabKeyNavigation(false);
    setAutoExpandDelay(500); // while something is dragged
    setDragDropMode(DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    header()->setHighlightSections(false);
    const int character = fontMetrics().averageCharWidth();
    header()->setMinimumSectionSize(leastColumn * character);
    connect(header(), &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (section == PayloadModel::KeyColumn && !m_isMakingRoom)
            m_keyWidth = width;
    });
    connect(this, &QTreeView::expanded, this,
            [this](const QModelIndex &index) { makeRoomAt(depthOf(index) + 1); });
}

QWidget *PayloadTree::entry() const
{
    return isEntering() ? indexWidget(currentIndex()) : nullptr;
}

void PayloadTree::keepEntryInSight()
{
    QWidget *open = entry();
    if (!open)
        return;
    scrollTo(currentIndex());
    bringIntoSight(open);
}

void PayloadTree::reset()
{
    QTreeView::reset();
    resetIndentation();
    if (m_keyWidth > 0)
        setKeyWidth(m_keyWidth);
}

void PayloadTree::expandEverything()
{
    expandAll();
    int deepest = 0;
    for (QModelIndex row = model()->index(0, 0); row.isValid(); row = indexBelow(row))
        deepest = std::max(deepest, depthOf(row));
    makeRoomAt(deepest);
}

// However deep it stands, a key can be read: the columns become wider than the tree, and scroll.
void PayloadTree::makeRoomAt(int depth)
{
    const int shared = viewport()->width() * 2 / 5; // by the indents; the values want their part
    if (isVisible())
        setIndentation(std::clamp(shared / (depth + 1), leastIndent, indentation()));
    const int needed = (depth + 1) * indentation() + leastKey * fontMetrics().averageCharWidth();
    if (header()->sectionSize(PayloadModel::KeyColumn) < needed)
        setKeyWidth(needed);
}

void PayloadTree::setKeyWidth(int width)
{
    const QScopedValueRollback making(m_isMakingRoom, true);
    header()->resizeSection(PayloadModel::KeyColumn, width);
}

// Sideways only as far as what is gone to begins to be read: the whole of a column may be wider
// than the tree.
void PayloadTree::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QScrollBar *bar = horizontalScrollBar();
    const int before = bar->value();
    QTreeView::scrollTo(index, hint);
    bar->setValue(before);
    const QRect cell = visualRect(index);
    const int width = std::min(cell.width(), leastKey * fontMetrics().averageCharWidth());
    if (cell.left() < indentation())
        bar->setValue(before + cell.left() - indentation());
    else if (cell.left() + width > viewport()->width())
        bar->setValue(before + cell.left() + width - viewport()->width());
}

QByteArray PayloadTree::saveColumns() const
{
    QHeaderView sized(Qt::Horizontal);
    sized.setModel(model());
    sized.restoreState(header()->saveState());
    sized.resizeSection(PayloadModel::KeyColumn, m_keyWidth);
    return sized.saveState();
}

void PayloadTree::restoreColumns(const QByteArray &state)
{
    const QByteArray before = header()->saveState();
    if (!header()->restoreState(state) || header()->count() != PayloadModel::ColumnCount)
        header()->restoreState(before);
    m_keyWidth = header()->sectionSize(PayloadModel::KeyColumn);
}

int PayloadTree::heightOf(int rows) const
{
    return header()->sizeHint().height() + rows * (fontMetrics().height() + tight)
        + 2 * frameWidth();
}

// Below the rows is the top level: what is added or pasted then goes there.
void PayloadTree::mousePressEvent(QMouseEvent *event)
{
    QTreeView::mousePressEvent(event);
    if (isEntering() || indexAt(event->position().toPoint()).isValid())
        return;
    clearSelection();
    setCurrentIndex({});
}

bool PayloadTree::settle()
{
    QWidget *editor = entry();
    if (!editor)
        return true;
    commitData(editor);
    closeEditor(editor,
                m_keepsEntry ? QAbstractItemDelegate::SubmitModelCache
                             : QAbstractItemDelegate::NoHint);
    return !isEntering();
}

void PayloadTree::commitData(QWidget *editor)
{
    m_keepsEntry = false;
    QTreeView::commitData(editor);
}

void PayloadTree::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const Ending ending = endingOf(hint);
    const QWidget *focused = QApplication::focusWidget();
    const bool isLeft = ending == Ending::Left && (focused == this || isAncestorOf(focused));
    if (m_keepsEntry && ending != Ending::Cancelled && !isLeft) {
        if (ending != Ending::Left) // who went elsewhere finds it again
            editor->setFocus();
        return;
    }
    m_keepsEntry = false;
    QTreeView::closeEditor(editor, QAbstractItemDelegate::NoHint);
    emit entryEnded(ending);
}

} // namespace closeout::ui
