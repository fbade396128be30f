// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// For Appearance alone: everybody else reads theme().

#pragma once

#include "ui/widgets/look/theme.h"

namespace closeout::ui {

void useTheme(Theme::Kind kind);

} // namespace closeout::ui
