// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Parts side by side, some of which come later.

#pragma once

#include <QtCore/QList>
#include <QtCore/QSize>

class QSplitter;
class QWidget;

namespace closeout::ui {

// growing: the part that gets what is left over. The parts are the splitter's.
QSplitter *makeSplitter(Qt::Orientation orientation, const QList<QWidget *> &parts,
                        QWidget *growing);

QWidget *roomFor(QSize least); // where something else will stand
void fillRoom(QSplitter *splitter, int index, QWidget *widget);

} // namespace closeout::ui
