// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "close/completion.h"

#include "client/operations.h"

namespace closeout::close {

client::Write Completion::request() const
{
    return client::complete(target, event.body());
}

} // namespace closeout::close
