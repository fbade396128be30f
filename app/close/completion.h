// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The intention to end one target with one end event, and the plan: a frozen, ordered
// list of such intentions.

#pragma once

#include "client/exchange.h"
#include "close/endevent.h"

namespace closeout::close {

struct Completion
{
    contract::Target target;
    EndEvent event;
    QByteArray beforeImage; // the record as it was seen when this was planned; empty: not seen

    client::Write request() const;
};

using Plan = QList<Completion>;

} // namespace closeout::close
