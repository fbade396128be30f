// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "close/completion.h"

#include "client/operations.h"

namespace closeout::close {

QString Completion::name() const
{
    return target == contract::Target::Service ? Tr::tr("service %1").arg(serviceId)
                                               : Tr::tr("task %1/%2").arg(serviceId, taskId);
}

client::Write Completion::request() const
{
    return target == contract::Target::Service
        ? client::completeService(serviceId, event.body())
        : client::completeTask(serviceId, taskId, event.body());
}

} // namespace closeout::close
