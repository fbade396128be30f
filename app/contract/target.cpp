// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "contract/target.h"

#include "result.h"

using namespace Qt::StringLiterals;

namespace closeout::contract {

QString Target::name() const
{
    switch (kind) {
    case Kind::Service:
        return Tr::tr("service %1").arg(serviceId);
    case Kind::State:
        return Tr::tr("state %1/%2").arg(serviceId, id);
    case Kind::Task:
        return Tr::tr("task %1/%2").arg(serviceId, id);
    }
    return {};
}

QString kindName(Target::Kind kind)
{
    switch (kind) {
    case Target::Kind::Service:
        return u"service"_s;
    case Target::Kind::State:
        return u"state"_s;
    case Target::Kind::Task:
        return u"task"_s;
    }
    return {};
}

std::optional<Target::Kind> kindFromName(QStringView name)
{
    for (const auto kind : {Target::Kind::Service, Target::Kind::State, Target::Kind::Task}) {
        if (kindName(kind) == name)
            return kind;
    }
    return {};
}

} // namespace closeout::contract
