// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What screen readers speak without being asked. Qt 6.4 hands no announcements on; what it hands on
// is that an object of the role of a notification is shown, and its name.

#pragma once

class QString;
class QWidget;

namespace closeout::ui {

void makeAnnouncer(QWidget *widget); // in its constructor, before anybody has asked for its role
void announce(QWidget *widget, const QString &words); // which become its accessible name

// Says once more where the focus is, to those who were led elsewhere.
void announceFocus();

} // namespace closeout::ui
