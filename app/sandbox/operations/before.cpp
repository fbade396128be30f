// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/operations/before.h"

#include "sandbox/store/store.h"

namespace closeout::sandbox {

Result<std::shared_ptr<const ServiceBefore>> keepBefore(Store &store, const QString &serviceId)
{
    const Result<Service> service = store.service(serviceId);
    if (!service && service.error().kind == ErrorKind::NotFound)
        return nullptr;
    if (!service)
        return tl::unexpected(service.error());
    auto before = std::make_shared<ServiceBefore>();
    before->service = *service;
    for (const Entity entity : {Entity::State, Entity::Task}) {
        const Result<QList<Child>> children = store.children(entity, service->number,
                                                             service->number);
        if (!children)
            return tl::unexpected(children.error());
        before->children += *children;
    }
    return before;
}

Result<void> putBack(Store &store, const ServiceBefore &before)
{
    if (const Result<void> updated = store.update(before.service); !updated)
        return updated;
    for (const Child &child : before.children) {
        if (const Result<void> updated = store.update(child); !updated)
            return updated;
    }
    return {};
}

} // namespace closeout::sandbox
