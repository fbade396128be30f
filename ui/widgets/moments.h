// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Moments and durations for people. Everything is kept in UTC; a local time is only ever shown.

#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QString>

namespace closeout::ui {

// "3 d 4 h", "12 min", "under 1 min"; the two largest units. Empty for a negative one.
QString durationInWords(qint64 seconds);

// How long ago; empty when the moment is not known. One in the future says so.
QString ageInWords(const QDateTime &moment, const QDateTime &now);

// "2026-11-19 06:42:07" in local time: for columns.
QString localMoment(const QDateTime &moment);

// What a room says that knows no local time, with each moment in it so.
QString withLocalMoments(const QString &text);

// The time of day alone of what was today: for what is told.
QString clockTime(const QDateTime &moment);

// Both readings on two lines, to the millisecond and with the zone's name: for tool tips.
QString momentInFull(const QDateTime &moment);

} // namespace closeout::ui
