// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/completionactions.h"

namespace closeout::ui {

CompletionActions CompletionActions::make(QWidget *pane)
{
    CompletionActions a = {};
    a.makeForForm(pane);
    a.makeForTabs(pane);
    a.makeForOutcome(pane);
    return a;
}

void CompletionActions::makeForForm(QWidget *pane)
{
    complete = makeAction(pane,
                          {Icon::Complete, tr("&Complete"), Qt::CTRL | Qt::Key_Return,
                           tr("Sends the end event.")});
    complete->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    complete->setShortcutContext(Qt::WidgetWithChildrenShortcut); // elsewhere nothing is sent
    discard = makeAction(pane,
                         {Icon::Remove, tr("&Discard Draft"), Qt::CTRL | Qt::SHIFT | Qt::Key_D,
                          tr("Takes back everything that was filled in.")});
    putBack = makeAction(pane, {Icon::Undo, tr("Put Back")});
    pin = makeAction(pane,
                     {Icon::Pin, tr("P&in Disposition and Description"),
                      Qt::CTRL | Qt::SHIFT | Qt::Key_Q,
                      tr("Fills them in again in the next form, until Closeout is closed.")});
    pin->setCheckable(true);
    keepData = makeAction(pane,
                          {Icon::AttachedData, tr("Send Lost Attached &Data Again"),
                           Qt::CTRL | Qt::SHIFT | Qt::Key_K,
                           tr("Adds the attached data that would be lost to those that "
                              "are sent.")});
    keepData->setIconText(tr("Send Them Again")); // beside the warning
    allowDuplicates = makeAction(pane,
                                 {Icon::Duplicate, tr("Send Duplicate &Keys"),
                                  Qt::CTRL | Qt::SHIFT | Qt::Key_X,
                                  tr("Sends attached data in which a key stands twice.")});
    goToDuplicate = makeAction(pane,
                               {Icon::AttachedData, tr("Show Du&plicate Key"),
                                Qt::CTRL | Qt::SHIFT | Qt::Key_V,
                                tr("Goes to the key in the tree that stands twice.")});
    completeAgain = makeAction(pane,
                               {Icon::Complete, tr("Complete Once &More"),
                                Qt::CTRL | Qt::SHIFT | Qt::Key_M,
                                tr("Completes what is completed already.")});
    giveUp = makeAction(pane,
                        {Icon::Cancel, tr("Stop If &Nothing Has Left"),
                         Qt::CTRL | Qt::SHIFT | Qt::Key_G,
                         tr("Sends nothing, unless it is under way already.")});
}

void CompletionActions::makeForTabs(QWidget *pane)
{
    more = makeAction(pane,
                      {Icon::Expand, tr("&More Fields"), Qt::CTRL | Qt::Key_M,
                       tr("Shows or hides the fields that are rarely wanted.")});
    more->setCheckable(true);
    showTree = makeAction(pane,
                          {Icon::AttachedData, tr("&Tree of Attached Data"),
                           Qt::CTRL | Qt::SHIFT | Qt::Key_1});
    showChanges = makeAction(pane,
                             {Icon::Changed, tr("&Changes of Attached Data"),
                              Qt::CTRL | Qt::SHIFT | Qt::Key_2});
    showPreview = makeAction(pane,
                             {Icon::Preview, tr("&Preview of the Request"),
                              Qt::CTRL | Qt::SHIFT | Qt::Key_3});
    showPreview->setShortcuts({Qt::CTRL | Qt::SHIFT | Qt::Key_3, Qt::CTRL | Qt::Key_P});
    copyBody = makeAction(pane,
                          {Icon::Copy, tr("Copy &Body"), Qt::CTRL | Qt::SHIFT | Qt::Key_B,
                           tr("The end event as it would be sent.")});
    copyCurl = makeAction(pane,
                          {Icon::Copy, tr("Copy Preview as c&url"),
                           Qt::CTRL | Qt::SHIFT | Qt::Key_U,
                           tr("A command line; secrets are masked.")});
}

void CompletionActions::makeForOutcome(QWidget *pane)
{
    next = makeAction(pane,
                      {Icon::Service, tr("N&ext in List"), Qt::CTRL | Qt::Key_N,
                       tr("Opens the next service or task that is shown in the list.")});
    back = makeAction(pane,
                      {Icon::Back, tr("&Back to the Form"), Qt::CTRL | Qt::SHIFT | Qt::Key_F,
                       tr("What was typed is there.")});
    dismiss = makeAction(pane,
                         {Icon::Close, tr("&Hide the Outcome"), Qt::CTRL | Qt::SHIFT | Qt::Key_H,
                          tr("What was sent stays in the journal.")});
    readAgain = makeAction(pane,
                           {Icon::Refresh, tr("&Read Again"), Qt::CTRL | Qt::SHIFT | Qt::Key_L,
                            tr("Asks the server how it is now.")});
    showJournal = makeAction(pane,
                             {Icon::Journal, tr("Show in &Journal"),
                              Qt::CTRL | Qt::SHIFT | Qt::Key_J,
                              tr("What was sent and answered, byte for byte.")});
    completeService = makeAction(pane,
                                 {Icon::Service, tr("Go On with the &Service"),
                                  Qt::CTRL | Qt::SHIFT | Qt::Key_W,
                                  tr("Opens the form that completes the service of the task.")});
}

MenuActions CompletionActions::menu() const
{
    return {
        complete,        discard,    pin,      nullptr, more,     showTree,        showChanges,
        showPreview,     copyBody,   copyCurl, nullptr, keepData, allowDuplicates, goToDuplicate,
        completeAgain,   nullptr,    giveUp,   next,    back,     dismiss,         readAgain,
        completeService, showJournal};
}

} // namespace closeout::ui
