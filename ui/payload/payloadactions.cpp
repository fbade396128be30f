// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/payload/payloadactions.h"

#include "ui/payload/payloadtree.h"
#include "ui/payload/payloadtypes.h"
#include "ui/widgets/servertext.h"

namespace closeout::ui {

PayloadActions PayloadActions::make(QWidget *area, PayloadTree *tree)
{
    PayloadActions a = {};
    a.add = makeAction(area,
                       {Icon::Add, tr("&Add"), Qt::Key_Insert,
                        tr("Adds a row after this one. Its value can be a text, 7, true, "
                           "null, { for an object or [ for an array.")});
    a.addInside = makeAction(area,
                             {Icon::Added, tr("Add &Inside"), Qt::SHIFT | Qt::Key_Insert,
                              tr("Adds a row inside this object or array.")});
    a.duplicate = makeAction(area, {Icon::Duplicate, tr("&Duplicate"), Qt::CTRL | Qt::Key_D});
    a.undo = makeAction(area, {Icon::Undo, tr("&Undo"), QKeySequence::Undo});
    a.redo = makeAction(area, {Icon::Redo, tr("&Redo"), Qt::CTRL | Qt::SHIFT | Qt::Key_Z});
    a.copyJson = makeAction(area,
                            {Icon::Copy, tr("&Copy as JSON"), QKeySequence::Copy,
                             tr("Copies the value as it is spelled.")});
    a.copyPath = makeAction(area,
                            {Icon::CopyPath, tr("Copy &Path"), Qt::CTRL | Qt::ALT | Qt::Key_C,
                             tr("Copies where this is as a JSON pointer.")});
    a.paste = makeAction(area, {Icon::Paste, tr("Pa&ste JSON"), QKeySequence::Paste});
    a.changeType = makeAction(area,
                              {Icon::Object, tr("Change &Type…"),
                               Qt::CTRL | Qt::SHIFT | Qt::Key_Y});
    a.longText = makeAction(area,
                            {Icon::Edit, tr("&Long Text"), Qt::CTRL | Qt::Key_E,
                             tr("Opens a string in an editor of several lines.")});
    a.expandAll = makeAction(area,
                             {Icon::Expand, tr("E&xpand All"), Qt::CTRL | Qt::ALT | Qt::Key_E});
    a.collapseAll = makeAction(area,
                               {Icon::Collapse, tr("C&ollapse All"),
                                Qt::CTRL | Qt::ALT | Qt::Key_L});
    const QList<QAction *> everywhere = area->actions();
    for (QAction *action : everywhere)
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    a.makeForTree(area, tree);
    return a;
}

void PayloadActions::makeForTree(QWidget *area, PayloadTree *tree)
{
    remove = makeAction(area, {Icon::Remove, tr("Re&move"), QKeySequence::Delete});
    moveUp = makeAction(area, {Icon::MoveUp, tr("Mo&ve Up"), Qt::ALT | Qt::Key_Up});
    moveDown = makeAction(area, {Icon::MoveDown, tr("Move Do&wn"), Qt::ALT | Qt::Key_Down});
    rename = makeAction(area, {Icon::Rename, tr("Rename &Key"), Qt::Key_F2});
    editValue = makeAction(area, {Icon::Edit, tr("&Edit Value"), Qt::Key_Return});
    editValue->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    for (QAction *action : {remove, moveUp, moveDown, rename, editValue}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        tree->addAction(action);
    }
}

MenuActions PayloadActions::menu() const
{
    return {add,     addInside, duplicate, remove,     moveUp,  moveDown,  nullptr,
            rename,  editValue, longText,  changeType, nullptr, undo,      redo,
            nullptr, copyJson,  copyPath,  paste,      nullptr, expandAll, collapseAll};
}

void PayloadActions::explainPaste(const edit::Value &value) const
{
    constexpr qsizetype shown = 60; // characters of where it goes
    const QString pointer = value.pointer();
    const QString place = pointer.size() > shown ? u'…' + pointer.last(shown) : pointer;
    QString said = tr("Replaces the value %1.").arg(place);
    if (!value.parent().exists())
        said = tr("Adds to the top level.");
    else if (value.isObject())
        said = tr("Adds keys to the object %1.").arg(place);
    else if (value.isArray())
        said = tr("Adds an element to the array %1.").arg(place);
    const QString tip = paste->toolTip() + u'\n' + said;
    paste->setToolTip(plainToolTip(tip)); // a key may look like markup
    paste->setStatusTip(said);
}

void PayloadActions::explain(const Where &where) const
{
    const edit::Value &value = where.value;
    const auto unless = [](const QString &first, bool isGood, const QString &why) {
        return !first.isEmpty() || isGood ? first : why;
    };
    const QString noEdit = unless({}, where.access == Access::Edit,
                                  tr("These data can only be looked at."));
    const QString noRow = unless({}, value.parent().exists(), tr("Choose a row first."));
    const QString noChange = unless(noEdit, noRow.isEmpty(), noRow);
    setWhyNot(add, noEdit);
    setWhyNot(paste, noEdit);
    if (noEdit.isEmpty())
        explainPaste(value);
    setWhyNot(addInside,
              unless(noEdit, isContainer(value.type()),
                     tr("Only objects and arrays can hold values.")));
    setWhyNot(duplicate, noChange);
    setWhyNot(remove, noChange);
    setWhyNot(changeType, noChange);
    setWhyNot(moveUp, unless(noChange, where.row > 0, tr("This is the first already.")));
    setWhyNot(moveDown,
              unless(noChange, where.row < where.rows - 1, tr("This is the last already.")));
    setWhyNot(rename,
              unless(noChange, !value.rawKey().isEmpty(),
                     tr("An element of an array has no key.")));
    setWhyNot(editValue, noRow);
    setWhyNot(longText,
              unless(noRow, value.type() == json::Type::String,
                     tr("Only a string can be a long text.")));
    setWhyNot(undo, unless(noEdit, where.canUndo, tr("Nothing to undo.")));
    setWhyNot(redo, unless(noEdit, where.canRedo, tr("Nothing to redo.")));
    setWhyNot(copyJson, noRow);
    setWhyNot(copyPath, noRow);
}

} // namespace closeout::ui
