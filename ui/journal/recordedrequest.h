// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// From the bytes that the journal keeps back to a request. Pure.

#pragma once

#include "client/exchange.h"
#include "journal/records.h"

namespace closeout::ui {

// The write of an entry, masked as it was recorded.
client::OutgoingRequest writeOf(const journal::Intention &intention);

// "POST …/36981723/end": its method, and its path as far as it is of interest.
QString shortRequest(const client::OutgoingRequest &request);

} // namespace closeout::ui
