// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What can be done with attached data, as actions: their words, keys and the reasons why one
// cannot be used now. What they do is the editor's.

#pragma once

#include "edit/document.h"
#include "ui/payload/longtexteditor.h"
#include "ui/widgets/action.h"

#include <QtCore/QCoreApplication>

namespace closeout::ui {

class PayloadTree;

struct PayloadActions
{
    Q_DECLARE_TR_FUNCTIONS(PayloadActions)

public:
    QAction *add;
    QAction *addInside;
    QAction *duplicate;
    QAction *remove;
    QAction *moveUp;
    QAction *moveDown;
    QAction *rename;
    QAction *editValue;
    QAction *changeType;
    QAction *longText;
    QAction *undo;
    QAction *redo;
    QAction *copyJson;
    QAction *copyPath;
    QAction *paste;
    QAction *expandAll;
    QAction *collapseAll;

    struct Where
    {
        Access access;
        edit::Value value; // of the current row; the root: there is none
        int row;
        int rows; // among its siblings
        bool canUndo;
        bool canRedo;
    };

    // Their shortcuts work inside “area”; those that an open editor in a row needs, in the tree
    // alone. Owned by the area.
    static PayloadActions make(QWidget *area, PayloadTree *tree);

    MenuActions menu() const;
    void explain(const Where &where) const;

private:
    void makeForTree(QWidget *area, PayloadTree *tree);
    void explainPaste(const edit::Value &value) const; // where it will go
};

} // namespace closeout::ui
