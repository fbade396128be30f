// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A request as a command line for curl, to be pasted into a POSIX shell (bash, zsh, ksh): the same
// method, address, headers and body, byte for byte. Pure.

#pragma once

#include "client/exchange.h"

namespace closeout::client {

// What curl is told besides the request; empty: nothing.
struct CurlOptions
{
    QString user; // whose password curl asks for, in place of the header that is masked
    QString authoritiesFile;
};

// The request should be masked(): what is copied is pasted into tickets and mails.
QString curlCommand(const OutgoingRequest &request, const CurlOptions &options);

} // namespace closeout::client
