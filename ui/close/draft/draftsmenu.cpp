// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/draft/draftsmenu.h"

#include "ui/close/completing.h"
#include "ui/widgets/look/icons.h"
#include "ui/widgets/servertext.h"
#include "ui/widgets/targetwords.h"

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
        QString text = shown(titleOf(place.target));
        text.replace(u'&', QStringLiteral("&&")); // no mnemonic
        QAction *action = addAction(ui::icon(iconOf(place.target.kind)), text);
        connect(action, &QAction::triggered, this, [this, place] { emit chosen(place); });
    }
    menuAction()->setEnabled(!places.isEmpty());
}

} // namespace closeout::ui
