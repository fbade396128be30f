// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What the store keeps. Everything that is shown is kept as the JSON text that will be shown, so
// that no value is respelled and a listing is little more than copying.

#pragma once

#include "sandbox/store/entity.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <algorithm>
#include <optional>

namespace closeout::sandbox {

using Moment = qint64; // milliseconds since 1970, UTC

// Whole centuries mean for ever, and must not run over.
inline Moment later(Moment moment, qint64 seconds)
{
    return moment + std::min<qint64>(seconds, 3155760000) * 1000;
}

struct Record // what services, states and tasks have in common
{
    QByteArray type; // JSON number or string, as kept; empty: none was given
    Moment startedAt = 0;
    QByteArray fields; // object: the record's own fields and "started"
    QByteArray ending; // object: "completed", duration, disposition …; empty while active
    QByteArray extensions = "{}"; // object: the attached data

    bool isActive() const { return ending.isEmpty(); }
};

struct Service : Record
{
    qint64 number = 0; // in order of creation; the id in 8.1
    QString id;
    QString customer; // null: anonymous
    QString contactKey; // null: none
    std::optional<Moment> completedAt;
    std::optional<Moment> expiresAt;
    std::optional<qint64> autoCompleteAfter; // seconds without an update
    std::optional<Moment> autoCompleteAt;
};

struct Child : Record // a state or a task
{
    Entity entity = Entity::Task;
    qint64 service = 0; // its number
    qint32 id = 0; // counts within the service, from 0
    std::optional<qint32> state; // of a task that belongs to one
};

// An extension schema of 8.1, which says what attached data of that name may hold.
struct Schema
{
    Entity entity = Entity::Service;
    QString name;
    QByteArray definition; // the object it was created with
};

} // namespace closeout::sandbox
