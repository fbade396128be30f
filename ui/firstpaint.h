// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Says on the log, once, that the list was painted with rows in it: what the benchmark of the start
// and the check of the package wait for. Quiet and free unless asked for:
// QT_LOGGING_RULES=closeout.start=true

#pragma once

class QWidget;

namespace closeout::ui {

void logFirstPaint(const QWidget *pane); // which has the list in it

} // namespace closeout::ui
