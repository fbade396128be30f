// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What an empty store is filled with: a believable site, with services that are fresh, services
// that are stuck and services that are done. Apart from the clock, which all ages count from, it
// is the same every time.
//
// The services of the documents' examples are in the demo: 36981723, and 95 with state 24 and
// task 3. In 8.1 the extension schemas come with it.

#pragma once

#include "sandbox/options.h"
#include "sandbox/store/store.h"

namespace closeout::sandbox {

// Does nothing to a store that holds a service. All or nothing.
Result<void> fill(Store &store, const Options &options);

} // namespace closeout::sandbox
