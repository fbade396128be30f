// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/keysdialog.h"

#include "ui/widgets/look/metrics.h"
#include "ui/widgets/tableview.h"

#include <QtGui/QAction>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QVBoxLayout>

namespace closeout::ui {

namespace {

constexpr QSize dialogSize(720, 560);

QString native(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::NativeText);
}

} // namespace

KeysDialog::KeysDialog(const QList<QAction *> &menus, QWidget *window)
    : QDialog(window)
    , m_keys(new QStandardItemModel(this))
{
    setWindowTitle(tr("Keyboard"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_keys->setHorizontalHeaderLabels({tr("Keys"), tr("What they do"), tr("Where")});
    addParts();
    for (const QAction *menu : menus)
        addMenu(menu, {});
    auto *table = new TableView(tr("Keys"), this);
    table->setModel(m_keys);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setWidths({20, 44, 24});
    table->selectRow(0);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->addWidget(table);
    layout->addWidget(buttons);
    table->setFocus(Qt::OtherFocusReason);
    resize(dialogSize.boundedTo(window->size()));
}

void KeysDialog::add(const QString &keys, const QString &what, const QString &where)
{
    m_keys->appendRow({new QStandardItem(keys), new QStandardItem(what), new QStandardItem(where)});
}

void KeysDialog::addMenu(const QAction *menu, const QString &path)
{
    const QString name = menu->iconText();
    const QString here = path.isEmpty() ? name : tr("%1 › %2").arg(path, name);
    const QList<QAction *> actions = menu->menu()->actions();
    for (const QAction *action : actions) {
        if (action->menu())
            addMenu(action, here);
        else if (!action->shortcut().isEmpty())
            add(native(action->shortcut()), action->iconText(), here);
    }
}

void KeysDialog::addParts()
{
    const QString everywhere = tr("everywhere");
    add(native(Qt::Key_Tab), tr("To the next control"), everywhere);
    add(native(Qt::SHIFT | Qt::Key_Tab), tr("To the control before"), everywhere);
    const QString list = tr("list");
    add(tr("Up, Down"), tr("To another row, and opens its service"), list);
    add(tr("Shift+Up, Shift+Down"), tr("Selects rows one after the other"), list);
    add(native(Qt::Key_Return), tr("Into the form of the service or task"), list);
    const QString filter = tr("filter");
    add(native(Qt::CTRL | Qt::Key_Space), tr("Proposes fields and values"), filter);
    add(native(Qt::Key_Tab), tr("Takes the proposal"), filter);
    add(native(Qt::Key_Escape), tr("Puts the proposals away, then empties the filter"), filter);
    add(native(Qt::Key_Down), tr("To the list"), filter);
    const QString chart = tr("chart of ages");
    add(tr("Left, Right, Home, End"), tr("To another bar"), chart);
    add(tr("Shift+Left, Shift+Right"), tr("To another bar, with all between"), chart);
    add(tr("Return, Space"), tr("Filters by the bar, or no longer"), chart);
    const QString columns = tr("Choose Columns");
    add(tr("Alt+Up, Alt+Down"), tr("Moves the column"), columns);
    add(native(Qt::Key_Space), tr("Shows or hides the column"), columns);
    const QString views = tr("saved views");
    add(native(Qt::Key_Return), tr("Applies the view"), views);
    add(native(Qt::Key_Delete), tr("Removes the view"), views);
    add(native(Qt::Key_Return), tr("Shows the raw exchange"), tr("journal"));
}

} // namespace closeout::ui
