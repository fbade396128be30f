// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What can be done with a completion, as actions: their words and keys. What they do is the pane's.

#pragma once

#include "ui/widgets/action.h"

#include <QtCore/QCoreApplication>

namespace closeout::ui {

struct CompletionActions
{
    Q_DECLARE_TR_FUNCTIONS(CompletionActions)

public:
    QAction *complete;
    QAction *discard;
    QAction *putBack;
    QAction *pin;
    QAction *keepData;
    QAction *allowDuplicates;
    QAction *goToDuplicate;
    QAction *completeAgain;
    QAction *more;
    QAction *showTree;
    QAction *showChanges;
    QAction *showPreview;
    QAction *copyBody;
    QAction *copyCurl;
    QAction *giveUp;
    QAction *next;
    QAction *back;
    QAction *dismiss; // of another target
    QAction *readAgain;
    QAction *showJournal;
    QAction *completeService;

    static CompletionActions make(QWidget *pane); // owned by the pane

    MenuActions menu() const;

private:
    void makeForForm(QWidget *pane);
    void makeForTabs(QWidget *pane);
    void makeForOutcome(QWidget *pane);
};

} // namespace closeout::ui
