// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Permits for tests of the wire itself, which have no journal.

#pragma once

#include "client/writepermit.h"

namespace closeout::test {

struct WritePermits
{
    static client::WritePermit one() { return {}; }
};

} // namespace closeout::test
