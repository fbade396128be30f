// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The one table of event fields: name, type, limit, meaning and the document that says so.
//
// The form, the checks, the command line's help and the sandbox all read it, so that a limit
// stands in one place. Source names: "Complete Service" and "Service End Event" 8.5.2,
// "Complete Task" 8.1, "Start Service", "Start State", "Start Task" 8.5.

#pragma once

#include "contract/dialect.h"
#include "contract/target.h"
#include "result.h"

#include <QtCore/QFlags>
#include <QtCore/QLatin1StringView>
#include <QtCore/QList>

#include <span>

namespace closeout::contract {

enum class Event : quint8 {
    ServiceStart = 0x01,
    ServiceEnd = 0x02,
    StateStart = 0x04,
    StateEnd = 0x08,
    TaskStart = 0x10,
    TaskEnd = 0x20,
};
Q_DECLARE_FLAGS(Events, Event)
Q_DECLARE_OPERATORS_FOR_FLAGS(Events)

Event endEventOf(Target::Kind kind);

enum class FieldType : quint8 {
    Text,
    LongOrText, // a 64-bit integer or a string: both are kept as they were given
    Integer, // 64 bits
    SmallInteger, // 32 bits: state and task ids
    Timestamp, // UTC, YYYY-MM-DDTHH:MM:SS.mmmZ
};

struct Field
{
    QLatin1StringView name;
    const char *label; // for forms; translated in context "Closeout"
    FieldType type;
    int limit; // Unicode code points, in end events; 0: the documents print none
    bool businessAttribute; // may be checked against a mapped business attribute
    Events events; // the events whose body carries it
    const char *meaning; // one sentence; translated in context "Closeout"
    const char *source; // the document that says so
    bool isOnlyIn85 = false; // no page of 8.1 knows it
};

std::span<const Field> allFields();
QList<const Field *> fieldsOf(Event event); // in the order of the documents
QList<const Field *> fieldsOf(Event event, Dialect dialect); // that it knows
bool isKnownIn(Dialect dialect, const Field &field);
const Field *findField(Event event, QStringView name); // nullptr: the event has no such field

// A name that means something to the API on a service or task, as a field of an event or of the
// record itself, and therefore cannot be a key of attached data: the server would take it for its
// own, or the next reader would.
bool isReservedName(QStringView name);

// Whether a member of a service, state or task as the server shows it belongs to the API. What
// does not is attached data.
bool isRecordField(QStringView name);
bool isEventField(QStringView name); // the same for a member of "started" and "completed"

struct FieldValue
{
    enum class Kind : quint8 {
        Text, // a JSON string; text holds what it says
        Integer, // a JSON integer; text holds its digits as they were spelled
        Other, // anything else; text holds it as it was spelled
    };
    Kind kind = Kind::Text;
    QString text;

    friend bool operator==(const FieldValue &, const FieldValue &) = default;
};

// Type, limit and form. The message names the field, the limit and the actual size. Limits count
// Unicode code points: an emoji is one character, whatever its bytes.
Result<void> checkField(Event event, const Field &field, const FieldValue &value);
// The same; the message calls the field so.
Result<void> checkField(Event event, const Field &field, const FieldValue &value,
                        const QString &called);

qsizetype lengthInCharacters(QStringView text); // Unicode code points

} // namespace closeout::contract
