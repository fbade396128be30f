// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/draftsmenu.h"

#include "ui/close/completing.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/servertext.h"

namespace closeout::ui {

using contract::Target;

namespace {

constexpr qsizetype mostShown = 100; // more than anybody looks through

} // namespace

DraftsMenu::DraftsMenu(Completing &completing, QWidget *parent)
    : QMenu(tr("Open Dra&ft"), parent)
    , m_completing(completing)
{
    setIcon(ui::icon(Icon::Edit));
    connect(&completing, &Completing::draftsChanged, this, &DraftsMenu::fill);
    fill();
}

void DraftsMenu::fill()
{
    clear();
    const QList<DraftPlace> places = m_completing.drafts();
    for (const DraftPlace &place : places.first(std::min(mostShown, places.size()))) {
        const bool isService = place.target == Target::Service;
        QString text = isService
            ? tr("Service %1").arg(shown(place.serviceId))
            : tr("Task %1 of service %2").arg(shown(place.taskId), shown(place.serviceId));
        text.replace(u'&', QStringLiteral("&&")); // no mnemonic
        QAction *action = addAction(ui::icon(isService ? Icon::Service : Icon::Task), text);
        connect(action, &QAction::triggered, this, [this, place] { emit chosen(place); });
    }
    menuAction()->setEnabled(!places.isEmpty());
}

} // namespace closeout::ui
