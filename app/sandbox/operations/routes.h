// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Which path is which operation. Pure: whoever stands before the router asks here, too, what a
// request is about.

#pragma once

#include "contract/dialect.h"
#include "sandbox/operations/operations.h"

namespace closeout::sandbox {

enum class Dialects : quint8 { Both, Only85, Only81 };

struct Route
{
    const char *method;
    const char *path; // "*" stands for an id
    const char *name; // "completeTask"
    Operation operation;
    Dialects dialects = Dialects::Both;
    Entity entity = Entity::Service;
    contract::Completeness completeness = contract::Completeness::All;
};

struct FoundRoute
{
    const Route *route = nullptr; // null: there is no such operation
    QStringList ids; // decoded, in order
    QString service; // the one of them that is a service's; null: none is
    QByteArray allowed; // methods, if the path exists
};

FoundRoute findRoute(const Request &request, contract::Dialect dialect);

bool isOperation(QStringView name); // of a route

} // namespace closeout::sandbox
