// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Help, man page and shell completion, all made from the commands' own descriptions.

#pragma once

#include "cli/command.h"

namespace closeout::cli {

QString overview(const QList<CommandSpec> &commands);
QString helpFor(const CommandSpec &command);
// Of the command of that name, or of all that begin with that word; empty: there is none.
QString helpAbout(const QList<CommandSpec> &commands, const QString &name);
QString manualPage(const QList<CommandSpec> &commands); // roff, section 1
QString bashCompletion(const QList<CommandSpec> &commands);

} // namespace closeout::cli
