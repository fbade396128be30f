// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Where the focus is in a window, told by the way to it and not by names, so that it is found again
// in one that was made anew in another language.

#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>

class QWidget;

namespace closeout::ui {

struct FocusStep
{
    QByteArray className;
    int number = 0; // among the children of that class
};

using FocusPlace = QList<FocusStep>; // from the window down; empty: nowhere

FocusPlace focusPlaceIn(const QWidget *window);
// False: there is nothing there that can have the focus now.
bool focusAt(QWidget *window, const FocusPlace &place);

} // namespace closeout::ui
