// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What is ended: a service, one of its states or one of its tasks, by its ids. Ids are opaque text
// and stay as they were spelled (ids.h).

#pragma once

#include <QtCore/QString>

#include <optional>

namespace closeout::contract {

struct Target
{
    enum class Kind : quint8 { Service, State, Task };

    Kind kind = Kind::Service;
    QString serviceId;
    QString id = {}; // of the state or task, within its service; empty: it is the service itself

    bool isService() const { return kind == Kind::Service; }
    QString name() const; // "service 36981723", "state 95/7", "task 95/3": for sentences

    friend bool operator==(const Target &, const Target &) = default;
};

inline Target serviceTarget(const QString &serviceId)
{
    return {Target::Kind::Service, serviceId};
}

// For storage, programs and the command line: "service", "state", "task".
QString kindName(Target::Kind kind);
std::optional<Target::Kind> kindFromName(QStringView name);

} // namespace closeout::contract
