// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The labels and buttons that panes are made of.

#pragma once

#include "ui/widgets/look/metrics.h"

class QAction;
class QLabel;
class QLineEdit;
class QScrollArea;
class QToolButton;
class QWidget;

namespace closeout::ui {

// Never markup; on as many lines as it needs at its width, and never lower than that.
QLabel *textLabel(QWidget *parent, Type type);
QLabel *quietLabel(QWidget *parent); // the same, small and muted: notes, counters
QToolButton *toolButton(QAction *action, QWidget *parent); // icon and text

void offerClear(QLineEdit *edit); // by a button in it, which Qt would give no name

// What gets the focus by a key of its own is scrolled to, as Qt does for the Tab key alone.
void keepFocusInSight(QScrollArea *area);

// Scrolls whatever it is in, as far as it must.
void bringIntoSight(QWidget *widget);

// Tab goes from the last of one pane to the first of the other, which was made later.
void placeInTabOrder(QWidget *before, QWidget *pane);

} // namespace closeout::ui
