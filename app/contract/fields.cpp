// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "contract/fields.h"

#include "contract/ids.h"
#include "contract/timestamp.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace closeout::contract {

namespace {

constexpr Events everyEvent = Events(Event::ServiceStart) | Event::ServiceEnd | Event::StateStart
    | Event::StateEnd | Event::TaskStart | Event::TaskEnd;
constexpr Events endEvents = Events(Event::ServiceEnd) | Event::StateEnd | Event::TaskEnd;
constexpr Events startEvents = Events(Event::ServiceStart) | Event::StateStart | Event::TaskStart;

constexpr char endEventPages[] = "Service End Event 8.5.2; Complete Task 8.1";

const std::array fieldTable = std::to_array<Field>({
    {"timestamp"_L1, QT_TRANSLATE_NOOP("Closeout", "Timestamp"), FieldType::Timestamp, 0, false,
     everyEvent,
     QT_TRANSLATE_NOOP(
         "Closeout",
         "UTC moment of the event, with milliseconds; the server stamps it when it is absent."),
     "Complete Service 8.5"},
    {"session_id"_L1, QT_TRANSLATE_NOOP("Closeout", "Session"), FieldType::Text, 32, false,
     everyEvent,
     QT_TRANSLATE_NOOP("Closeout", "Id of the related orchestration or other business session."),
     "Complete Service 8.5"},
    {"interaction_id"_L1, QT_TRANSLATE_NOOP("Closeout", "Interaction"), FieldType::Text, 50, false,
     everyEvent, QT_TRANSLATE_NOOP("Closeout", "Id of the related Genesys interaction."),
     "Complete Service 8.5"},
    {"application_type"_L1, QT_TRANSLATE_NOOP("Closeout", "Application type"),
     FieldType::LongOrText, 0, true, everyEvent,
     QT_TRANSLATE_NOOP("Closeout", "Class of the application that issues the event."),
     endEventPages},
    {"application_id"_L1, QT_TRANSLATE_NOOP("Closeout", "Application"), FieldType::Integer, 0,
     false, everyEvent,
     QT_TRANSLATE_NOOP("Closeout", "Genesys DB id of the application that issues the event."),
     endEventPages},
    {"resource_type"_L1, QT_TRANSLATE_NOOP("Closeout", "Resource type"), FieldType::LongOrText, 0,
     true, everyEvent,
     QT_TRANSLATE_NOOP(
         "Closeout",
         "Class of the resource that gives the service: GVP, agent desktop, orchestration."),
     endEventPages},
    {"resource_id"_L1, QT_TRANSLATE_NOOP("Closeout", "Resource"), FieldType::Integer, 0, false,
     everyEvent,
     QT_TRANSLATE_NOOP("Closeout",
                       "Genesys DB id of the platform or the agent that gives the service."),
     endEventPages},
    {"media_type"_L1, QT_TRANSLATE_NOOP("Closeout", "Media type"), FieldType::LongOrText, 0, true,
     everyEvent, QT_TRANSLATE_NOOP("Closeout", "Channel: voice, e-mail, chat."), endEventPages},
    {"disposition"_L1, QT_TRANSLATE_NOOP("Closeout", "Disposition"), FieldType::LongOrText, 0, true,
     endEvents,
     QT_TRANSLATE_NOOP("Closeout",
                       "Business outcome: an id or the name of a business attribute's value."),
     endEventPages},
    {"disposition_desc"_L1, QT_TRANSLATE_NOOP("Closeout", "Description"), FieldType::Text, 64,
     false, endEvents,
     QT_TRANSLATE_NOOP("Closeout", "What should be known besides about the outcome."),
     "Complete Task 8.1"},
    {"state_id"_L1, QT_TRANSLATE_NOOP("Closeout", "State"), FieldType::SmallInteger, 0, false,
     Events(Event::TaskStart) | Event::TaskEnd,
     QT_TRANSLATE_NOOP("Closeout", "The state that the task belongs to."), "Complete Task 8.1"},
    {"ttl"_L1, QT_TRANSLATE_NOOP("Closeout", "Time to live"), FieldType::Integer, 0, false,
     Events(Event::ServiceStart) | Event::ServiceEnd,
     QT_TRANSLATE_NOOP("Closeout",
                       "Seconds from this event until the service is removed (8.5.105 and newer)."),
     "Update Expiration Time 8.5", true},
    {"expiration_time"_L1, QT_TRANSLATE_NOOP("Closeout", "Expires"), FieldType::Timestamp, 0, false,
     Events(Event::ServiceStart) | Event::ServiceEnd,
     QT_TRANSLATE_NOOP(
         "Closeout",
         "UTC moment when the service is removed (8.5.105 and newer); a time to live wins."),
     "Update Expiration Time 8.5", true},
    {"customer_id"_L1, QT_TRANSLATE_NOOP("Closeout", "Customer"), FieldType::Text, 0, false,
     Event::ServiceStart, QT_TRANSLATE_NOOP("Closeout", "The customer whom the service is for."),
     "Start Service 8.5"},
    {"contact_key"_L1, QT_TRANSLATE_NOOP("Closeout", "Contact key"), FieldType::Text, 0, false,
     Event::ServiceStart,
     QT_TRANSLATE_NOOP("Closeout",
                       "What finds an anonymous service again: a phone number, an e-mail address."),
     "Start Service 8.5"},
    {"service_type"_L1, QT_TRANSLATE_NOOP("Closeout", "Service type"), FieldType::LongOrText, 0,
     true, Event::ServiceStart, QT_TRANSLATE_NOOP("Closeout", "Kind of the service."),
     "Start Service 8.5"},
    {"state_type"_L1, QT_TRANSLATE_NOOP("Closeout", "State type"), FieldType::LongOrText, 0, true,
     Event::StateStart, QT_TRANSLATE_NOOP("Closeout", "Kind of the state."), "Start State 8.5"},
    {"task_type"_L1, QT_TRANSLATE_NOOP("Closeout", "Task type"), FieldType::LongOrText, 0, true,
     Event::TaskStart, QT_TRANSLATE_NOOP("Closeout", "Kind of the task."), "Start Task 8.5"},
    {"previous_state_id"_L1, QT_TRANSLATE_NOOP("Closeout", "Previous state"),
     FieldType::SmallInteger, 0, false, Event::StateStart,
     QT_TRANSLATE_NOOP("Closeout", "The state that this one follows."), "Start State 8.5"},
    {"est_duration"_L1, QT_TRANSLATE_NOOP("Closeout", "Expected duration"), FieldType::Integer, 0,
     false, startEvents, QT_TRANSLATE_NOOP("Closeout", "Expected duration in seconds."),
     "Start Task 8.5"},
    {"auto_complete_after"_L1, QT_TRANSLATE_NOOP("Closeout", "Auto-completes after"),
     FieldType::Integer, 0, false, Event::ServiceStart,
     QT_TRANSLATE_NOOP(
         "Closeout",
         "Seconds without an update before the server completes it (8.5.111 and newer)."),
     "Services, States and Tasks 8.5"},
});

// Members of a service, state or task as the server shows it, besides the fields above.
// Source: resource pages Service, State, Task 8.5.2.
constexpr std::array recordOnlyNames{
    "service_id"_L1,   "task_id"_L1,          "started"_L1,
    "completed"_L1,    "duration"_L1,         "active_states"_L1,
    "active_tasks"_L1, "completed_states"_L1, "completed_tasks"_L1,
};

template<typename Names>
bool holds(const Names &names, QStringView name)
{
    return std::any_of(names.begin(), names.end(), [name](auto known) { return known == name; });
}

QString typeInWords(FieldType type)
{
    switch (type) {
    case FieldType::Text:
        return Tr::tr("a string");
    case FieldType::LongOrText:
        return Tr::tr("a whole number of 64 bits or a string");
    case FieldType::Integer:
        return Tr::tr("a whole number of 64 bits");
    case FieldType::SmallInteger:
        return Tr::tr("a whole number of 32 bits");
    case FieldType::Timestamp:
        return Tr::tr("a UTC timestamp with milliseconds");
    }
    return {};
}

Result<void> wrongType(const Field &field, const FieldValue &value, const QString &called)
{
    const QString shown = value.kind == FieldValue::Kind::Text ? u"\"%1\""_s.arg(value.text)
                                                               : value.text;
    return failure(ErrorKind::InvalidInput,
                   Tr::tr("%1 must be %2, not %3.").arg(called, typeInWords(field.type), shown));
}

Result<void> checkInteger(const Field &field, const FieldValue &value, int bits,
                          const QString &called)
{
    if (value.kind == FieldValue::Kind::Integer && fitsBits(value.text, bits))
        return {};
    return wrongType(field, value, called);
}

Result<void> checkLength(const Field &field, const FieldValue &value, const QString &called)
{
    const qsizetype length = lengthInCharacters(value.text);
    if (field.limit == 0 || length <= field.limit)
        return {};
    return failure(ErrorKind::InvalidInput,
                   Tr::tr("%1 has %2 characters; the limit is %3.")
                       .arg(called)
                       .arg(length)
                       .arg(field.limit));
}

} // namespace

Event endEventOf(Target::Kind kind)
{
    switch (kind) {
    case Target::Kind::Service:
        return Event::ServiceEnd;
    case Target::Kind::State:
        return Event::StateEnd;
    case Target::Kind::Task:
        return Event::TaskEnd;
    }
    return Event::ServiceEnd;
}

std::span<const Field> allFields()
{
    return fieldTable;
}

QList<const Field *> fieldsOf(Event event)
{
    QList<const Field *> fields;
    for (const Field &field : fieldTable) {
        if (field.events.testFlag(event))
            fields.append(&field);
    }
    return fields;
}

QList<const Field *> fieldsOf(Event event, Dialect dialect)
{
    QList<const Field *> fields = fieldsOf(event);
    fields.removeIf([dialect](const Field *field) { return !isKnownIn(dialect, *field); });
    return fields;
}

bool isKnownIn(Dialect dialect, const Field &field)
{
    return dialect == Dialect::V85 || !field.isOnlyIn85;
}

const Field *findField(Event event, QStringView name)
{
    for (const Field &field : fieldTable) {
        if (field.name == name && field.events.testFlag(event))
            return &field;
    }
    return nullptr;
}

bool isReservedName(QStringView name)
{
    return isRecordField(name);
}

bool isRecordField(QStringView name)
{
    return holds(recordOnlyNames, name) || isEventField(name);
}

bool isEventField(QStringView name)
{
    return std::any_of(fieldTable.begin(), fieldTable.end(),
                       [name](const Field &field) { return field.name == name; })
        || name == "service_id"_L1 || name == "task_id"_L1;
}

qsizetype lengthInCharacters(QStringView text)
{
    qsizetype length = 0;
    for (qsizetype i = 0; i < text.size(); ++i, ++length) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
    }
    return length;
}

Result<void> checkField(Event event, const Field &field, const FieldValue &value)
{
    return checkField(event, field, value, field.name);
}

Result<void> checkField(Event event, const Field &field, const FieldValue &value,
                        const QString &called)
{
    const bool isText = value.kind == FieldValue::Kind::Text;
    switch (field.type) {
    case FieldType::Text:
        if (!isText)
            return wrongType(field, value, called);
        break;
    case FieldType::LongOrText:
        if (!isText)
            return checkInteger(field, value, 64, called);
        break;
    case FieldType::Integer:
        return checkInteger(field, value, 64, called);
    case FieldType::SmallInteger:
        return checkInteger(field, value, 32, called);
    case FieldType::Timestamp:
        if (!isText)
            return wrongType(field, value, called);
        if (const Result<QDateTime> moment = parseTimestamp(value.text); !moment) {
            return failure(ErrorKind::InvalidInput,
                           u"%1: %2"_s.arg(called, moment.error().message));
        }
        break;
    }
    // The limits are printed for end events alone.
    return endEvents.testFlag(event) ? checkLength(field, value, called) : Result<void>();
}

} // namespace closeout::contract
