// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What a fuzz target does when a promise is broken: it aborts, in every kind of build.

#pragma once

#include <cstdio>
#include <cstdlib>

inline void require(bool holds, const char *promise)
{
    if (holds)
        return;
    std::fprintf(stderr, "Broken promise: %s\n", promise);
    std::abort();
}
