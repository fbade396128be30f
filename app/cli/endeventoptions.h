// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The end event as the command line gives it.

#pragma once

#include "cli/command.h"
#include "close/endevent.h"

namespace closeout::cli {

QList<Option> endEventOptions(contract::Target::Kind kind);

// Everything that is wrong with it, not only the first.
tl::expected<close::EndEvent, QList<Error>> endEventFrom(const Arguments &arguments,
                                                         contract::Target::Kind kind);

} // namespace closeout::cli
