// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/splitters.h"

#include "ui/widgets/look/metrics.h"

#include <QtWidgets/QSplitter>

namespace closeout::ui {

QSplitter *makeSplitter(Qt::Orientation orientation, const QList<QWidget *> &parts,
                        QWidget *growing)
{
    auto *splitter = new QSplitter(orientation);
    for (QWidget *part : parts)
        splitter->addWidget(part);
    splitter->setStretchFactor(int(parts.indexOf(growing)), 1);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(tight);
    return splitter;
}

QWidget *roomFor(QSize least)
{
    auto *room = new QWidget;
    room->setMinimumSize(least);
    return room;
}

void fillRoom(QSplitter *splitter, int index, QWidget *widget)
{
    delete splitter->replaceWidget(index, widget);
}

} // namespace closeout::ui
