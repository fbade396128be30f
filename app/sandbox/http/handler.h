// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Whoever answers requests. The HTTP side knows no more of the rest than this, and a handler may
// stand around another one, which it asks or does not ask.

#pragma once

#include "sandbox/http/request.h"

namespace closeout::sandbox {

class Handler
{
public:
    virtual ~Handler() = default;

    // Connections call it from their own threads, several at once.
    virtual Response answer(const Request &request) = 0;
};

} // namespace closeout::sandbox
