// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What the Fusion style is told beyond the palette: flat controls with a clear border, one primary
// button, quiet headers and tabs. The whole look stands here; no widget has a style sheet of its
// own. A button is made primary by setProperty("primary", true).

#pragma once

#include <QtCore/QString>

namespace closeout::ui {

struct Theme;

QString styleSheetOf(const Theme &theme);

} // namespace closeout::ui
