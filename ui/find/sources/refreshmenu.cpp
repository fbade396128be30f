// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/sources/refreshmenu.h"

#include "ui/find/sources/listing.h"
#include "ui/widgets/action.h"

#include <QtGui/QActionGroup>

using namespace std::chrono_literals;

namespace closeout::ui {

RefreshMenu::RefreshMenu(Listing &listing, QWidget *pane)
    : QMenu(tr("Refresh &Automatically"), pane)
    , m_listing(listing)
{
    setIcon(ui::icon(Icon::Clock));
    auto *group = new QActionGroup(this);
    const std::tuple<std::chrono::seconds, QString, Qt::Key> choices[]{
        {0s, tr("&Never"), Qt::Key_0},
        {30s, tr("Every 30 &Seconds"), Qt::Key_7},
        {120s, tr("Every 2 &Minutes"), Qt::Key_8},
        {600s, tr("Every &10 Minutes"), Qt::Key_9},
    };
    for (const auto &[interval, text, key] : choices) {
        QAction *action = makeAction(pane, {Icon::Clock, text, QKeySequence(Qt::ALT | key)});
        action->setCheckable(true);
        action->setData(qint64(interval / 1ms));
        group->addAction(action);
        addAction(action);
        connect(action, &QAction::triggered, this,
                [this, chosen = interval] { m_listing.setRefreshEvery(chosen); });
    }
    check();
}

void RefreshMenu::check()
{
    for (QAction *action : actions())
        action->setChecked(action->data().toLongLong() == m_listing.refreshEvery().count());
}

} // namespace closeout::ui
