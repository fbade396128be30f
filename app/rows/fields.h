// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The one table of what can be known of a loaded service or task: what a column shows, what a
// filter can ask for, what completion offers and what the page about the filter explains.
//
// The names are those of the API (resource pages Service, State and Task 8.5.2) where it has one.

#pragma once

#include <QtCore/QFlags>
#include <QtCore/QLatin1StringView>
#include <QtCore/QString>

#include <span>

namespace closeout::rows {

enum class Subject : quint8 { Service = 1, Task = 2 }; // what a row is about
Q_DECLARE_FLAGS(Subjects, Subject)
Q_DECLARE_OPERATORS_FOR_FLAGS(Subjects)

// In groups that Collection stores each in its own way.
enum class Field : quint8 {
    // words: interned text
    ServiceId,
    TaskId,
    StateId, // of the state that a task hangs on
    ServiceType,
    TaskType,
    CustomerId,
    ContactKey,
    MediaType,
    Application, // its id, or else its type
    Resource, // its id, or else its type
    Disposition,
    Data, // attached data: one JSON object with all keys as they are spelled
    // moments: milliseconds since 1970 UTC
    Started,
    LastEvent, // the newest start or end of the service, its states and its tasks
    Completed,
    Expires,
    // numbers
    Expected, // seconds
    AutoCompleteAfter, // seconds since the last event
    OpenTasks,
    OpenStates,
    // counted anew whenever they are looked at
    Status, // active, completed, vanished
    Age, // ms since it was started, while it is active
    Idle, // ms since the last event, while it is active
    Overdue, // ms beyond the expected duration; negative: still to go
    AutoCompletesIn, // ms
    ExpiresIn, // ms
    Stuck, // which rules say so
};

constexpr int fieldCount = int(Field::Stuck) + 1;

enum class FieldKind : quint8 { Word, Json, Moment, Seconds, Count, Duration, Status, Reasons };

struct FieldSpec
{
    Field field;
    QLatin1StringView name; // of the API, of a CSV column and of a JSON member: service_type
    QLatin1StringView shortName; // in the filter language: type
    FieldKind kind;
    Subjects subjects;
    const char *title; // of a column; translated in context "Closeout"
    const char *meaning; // one sentence; translated in context "Closeout"
};

std::span<const FieldSpec> allFields(); // in the order of Field
const FieldSpec &specOf(Field field);
// By either name, in any case of letters; nullptr: there is none.
const FieldSpec *findField(QStringView name);

} // namespace closeout::rows
