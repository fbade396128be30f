// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// All commands of closeoutctl, one file each.

#pragma once

#include "cli/command.h"

namespace closeout::cli {

CommandSpec sandboxCommand();
CommandSpec servicesCommand();
CommandSpec serviceCommand();
CommandSpec tasksCommand();
CommandSpec completeServiceCommand();
CommandSpec completeStateCommand();
CommandSpec completeTaskCommand();
CommandSpec journalSettleCommand();
CommandSpec journalCommand();
CommandSpec jsonCheckCommand();
CommandSpec jsonFormatCommand();
CommandSpec environmentListCommand();
CommandSpec environmentAddCommand();
CommandSpec environmentRemoveCommand();
CommandSpec environmentPasswordCommand();
CommandSpec helpCommand();

QList<CommandSpec> allCommands(); // in the order in which help shows them

} // namespace closeout::cli
