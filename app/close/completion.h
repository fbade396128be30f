// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The intention to end one service or one task with one end event, and the plan: a frozen, ordered
// list of such intentions.

#pragma once

#include "client/exchange.h"
#include "close/endevent.h"

namespace closeout::close {

struct Completion
{
    contract::Target target = contract::Target::Service;
    QString serviceId;
    QString taskId; // of a task
    EndEvent event;
    QByteArray beforeImage; // the record as it was seen when this was planned; empty: not seen

    QString name() const; // "service 36981723", "task 95/3"
    client::Write request() const;
};

using Plan = QList<Completion>;

} // namespace closeout::close
