// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A request as a command line for curl, to be pasted into a POSIX shell (bash, zsh, ksh): the same
// method, address, headers and body, byte for byte. Pure.

#pragma once

#include "client/exchange.h"

namespace closeout::client {

// The request should be masked(): what is copied is pasted into tickets and mails.
QString curlCommand(const OutgoingRequest &request);

} // namespace closeout::client
