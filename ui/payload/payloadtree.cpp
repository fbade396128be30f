// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/payload/payloadtree.h"

#include "ui/payload/payloadmodel.h"
#include "ui/widgets/metrics.h"

#include <QtGui/QMouseEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollArea>

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
    for (QWidget *each = parentWidget(); each; each = each->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(each))
            area->ensureWidgetVisible(open);
    }
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
    const bool canStay = ending != Ending::Cancelled && ending != Ending::Left;
    if (m_keepsEntry && canStay) {
        editor->setFocus();
        return;
    }
    m_keepsEntry = false;
    QTreeView::closeEditor(editor, QAbstractItemDelegate::NoHint);
    emit entryEnded(ending);
}

} // namespace closeout::ui
