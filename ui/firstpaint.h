// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What is done once something is on the screen, and not before: the start of the window makes the
// list first and all the rest then.

#pragma once

#include <functional>

class QObject;
class QWidget;

namespace closeout::ui {

// Calls then once, from the event loop, when the widget has been painted for the first time; never
// when context is gone by then.
void afterFirstPaint(QWidget *widget, QObject *context, std::function<void()> then);

// Says how far the start has come, for the benchmark of it: QT_LOGGING_RULES=closeout.start=true
void logStart(const char *step);

} // namespace closeout::ui
