// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// How the window calls what is ended. Ids are what a server said: draw them with shown().

#pragma once

#include "contract/target.h"
#include "ui/widgets/look/icons.h"

namespace closeout::ui {

QString titleOf(const contract::Target &target); // "Service 36981723", "Task 3 of service 95"
QString completeTitle(
    contract::Target::Kind kind); // of what ends it: "&Complete Service", with its mnemonic
// Above what ends it: "Complete task 3 of service 95"; of no target "Complete".
QString completeHeading(const contract::Target &target);
Icon iconOf(contract::Target::Kind kind);

} // namespace closeout::ui
