// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// After a lost answer: what the record, read again, says about the end that was sent. Pure.
//
// Only what a server gives back as it was sent can tell; attached data count with their values. A
// name may stand for the id of a business attribute, a moment may lose its zeros, so those prove
// nothing by being spelled otherwise; and a server fills in business attributes by default.

#pragma once

#include "close/completion.h"

namespace closeout::close {

enum class Settlement : quint8 {
    Done, // completed, and nothing speaks against its being this end
    StillOpen, // not completed, or shown from before
    Unchanged, // it was completed before, and is so in the very same way
    NotOurs, // completed with something else, or more, than was sent
    CannotTell, // it was completed before and has changed, but nothing shows by whom
};

Settlement settle(const EndEvent &sent, const client::Record &before, const client::Record &after);

} // namespace closeout::close
