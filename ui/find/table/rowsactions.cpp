// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/table/rowsactions.h"

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
    : prepare(makeAction(owner,
                         {Icon::Complete, RowsPaneText::tr("Prepare Current &Row…"),
                          QKeySequence(Qt::CTRL | Qt::Key_O),
                          RowsPaneText::tr("Moves into its form. Nothing is sent yet.")}))
    , copyId(
          makeAction(owner,
                     {Icon::Copy, RowsPaneText::tr("Copy &Id"), QKeySequence(Qt::CTRL | Qt::Key_I),
                      RowsPaneText::tr("That of the current row.")}))
    , copyCustomer(makeAction(owner,
                              {Icon::Copy, RowsPaneText::tr("Cop&y Customer"),
                               QKeySequence(Qt::CTRL | Qt::Key_G),
                               RowsPaneText::tr("That of the current row.")}))
    , onlyValue(makeAction(owner,
                           {Icon::Search, RowsPaneText::tr("Only This &Value"),
                            QKeySequence(Qt::ALT | Qt::Key_5),
                            RowsPaneText::tr("Adds to the filter what the current cell says.")}))
    , allOfCustomer(makeAction(owner,
                               {Icon::Search, RowsPaneText::tr("All of This C&ustomer"),
                                QKeySequence(Qt::ALT | Qt::Key_6),
                                RowsPaneText::tr("Puts the customer of the current row in place "
                                                 "of the filter.")}))
    , filter(makeAction(owner, {Icon::Search, RowsPaneText::tr("&Filter"), QKeySequence::Find}))
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
