// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/targetwords.h"

#include <QtCore/QCoreApplication>

namespace closeout::ui {

using contract::Target;
using Kind = Target::Kind;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(closeout::ui::TargetWords)
};

} // namespace

QString titleOf(const Target &target)
{
    switch (target.kind) {
    case Kind::Service:
        return Words::tr("Service %1").arg(target.serviceId);
    case Kind::State:
        return Words::tr("State %1 of service %2").arg(target.id, target.serviceId);
    case Kind::Task:
        return Words::tr("Task %1 of service %2").arg(target.id, target.serviceId);
    }
    return {};
}

QString completeTitle(Kind kind)
{
    switch (kind) {
    case Kind::Service:
        return Words::tr("&Complete Service");
    case Kind::State:
        return Words::tr("&Complete State");
    case Kind::Task:
        return Words::tr("&Complete Task");
    }
    return {};
}

QString completeHeading(const Target &target)
{
    if (target.serviceId.isEmpty())
        return Words::tr("Complete");
    switch (target.kind) {
    case Kind::Service:
        return Words::tr("Complete service %1").arg(target.serviceId);
    case Kind::State:
        return Words::tr("Complete state %1 of service %2").arg(target.id, target.serviceId);
    case Kind::Task:
        return Words::tr("Complete task %1 of service %2").arg(target.id, target.serviceId);
    }
    return {};
}

Icon iconOf(Kind kind)
{
    switch (kind) {
    case Kind::Service:
        return Icon::Service;
    case Kind::State:
        return Icon::State;
    case Kind::Task:
        return Icon::Task;
    }
    return Icon::Service;
}

} // namespace closeout::ui
