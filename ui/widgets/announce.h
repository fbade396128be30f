// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What screen readers are told that is not told by Qt: what a widget is that draws itself, and what
// is to be spoken without being asked. Qt 6.4 hands no announcements on; what it hands on is that
// an object of the role of a notification is shown, and its name.

#pragma once

#include <QtGui/QAccessible>

class QWidget;

namespace closeout::ui {

// In its constructor, before anybody has asked for its role.
void giveRole(QWidget *widget, QAccessible::Role role);

void makeAnnouncer(QWidget *widget); // in its constructor, before anybody has asked for its role
void announce(QWidget *widget, const QString &words); // which become its accessible name

// Says once more where the focus is, to those who were led elsewhere.
void announceFocus();

} // namespace closeout::ui
