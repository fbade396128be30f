// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

namespace closeout::ui {

// The password store cannot be used: what that means for a person; what went wrong becomes the
// detail.
Error storeFailure(const Error &why);

} // namespace closeout::ui
