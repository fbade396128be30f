// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/rowsactions.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QWidget>

namespace closeout::ui {

namespace {

// For tr().
struct RowsPaneText
{
    Q_DECLARE_TR_FUNCTIONS(closeout::ui::RowsPane)
};

} // namespace

RowsActions::RowsActions(QWidget *owner)
    : filter(makeAction(owner, {Icon::Search, RowsPaneText::tr("&Filter"), QKeySequence::Find}))
    , toggle(makeAction(owner,
                        {Icon::Done, RowsPaneText::tr("Select or &Deselect Row"),
                         QKeySequence(Qt::Key_Space)}))
    , selectAll(makeAction(owner,
                           {Icon::Added, RowsPaneText::tr("Select All That &Match"),
                            QKeySequence(Qt::CTRL | Qt::Key_A)}))
    , clear(makeAction(owner,
                       {Icon::Remove, RowsPaneText::tr("&Clear Selection"),
                        QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_A)}))
    , only(makeAction(owner,
                      {Icon::Search, RowsPaneText::tr("Show &Only Selected"),
                       QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_V),
                       RowsPaneText::tr(
                           "Shows what is selected in place of what matches the filter.")}))
    , copyIds(makeAction(owner,
                         {Icon::Copy, RowsPaneText::tr("Copy Service &Ids"),
                          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I),
                          RowsPaneText::tr("Those of the selected rows, or else of the current "
                                           "one.")}))
    , columns(makeAction(owner,
                         {Icon::Object, RowsPaneText::tr("Choose C&olumns…"),
                          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
                          RowsPaneText::tr("Any field, and any value in the attached data.")}))
    , sort(makeAction(owner,
                      {Icon::MoveDown, RowsPaneText::tr("So&rt By…"),
                       QKeySequence(Qt::ALT | Qt::Key_3),
                       RowsPaneText::tr("As a click on the heading of a column does.")}))
{
    only->setCheckable(true);
    // Elsewhere these keys are for text.
    for (QAction *action : {toggle, selectAll}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        owner->removeAction(action);
    }
}

} // namespace closeout::ui
