// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What a service was before a change, so that a read can still show it: as a server of several
// nodes does that have not heard of the change yet.

#pragma once

#include "result.h"
#include "sandbox/store/records.h"

#include <QtCore/QList>

#include <memory>

namespace closeout::sandbox {

class Store;

struct ServiceBefore
{
    Service service;
    QList<Child> children; // states and tasks
};

// Null where there is no such service.
Result<std::shared_ptr<const ServiceBefore>> keepBefore(Store &store, const QString &serviceId);

// Puts it back, for a transaction that will be rolled back. What was started since stays.
Result<void> putBack(Store &store, const ServiceBefore &before);

} // namespace closeout::sandbox
