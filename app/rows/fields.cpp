// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "rows/fields.h"

#include "result.h"

#include <array>

using namespace Qt::StringLiterals;

namespace closeout::rows {

namespace {

constexpr Subjects both = Subject::Service | Subject::Task;

constexpr std::array<FieldSpec, fieldCount> fields{{
    {Field::ServiceId, "service_id"_L1, "service"_L1, FieldKind::Word, both,
     QT_TRANSLATE_NOOP("Closeout", "Service"),
     QT_TRANSLATE_NOOP("Closeout", "The id of the service.")},
    {Field::TaskId, "task_id"_L1, "task"_L1, FieldKind::Word, Subject::Task,
     QT_TRANSLATE_NOOP("Closeout", "Task"),
     QT_TRANSLATE_NOOP("Closeout", "The id of the task, counted within its service.")},
    {Field::StateId, "state_id"_L1, "state"_L1, FieldKind::Word, Subject::Task,
     QT_TRANSLATE_NOOP("Closeout", "State"),
     QT_TRANSLATE_NOOP("Closeout", "The id of the state that the task hangs on.")},
    {Field::ServiceType, "service_type"_L1, "type"_L1, FieldKind::Word, both,
     QT_TRANSLATE_NOOP("Closeout", "Type"),
     QT_TRANSLATE_NOOP("Closeout", "The type of the service.")},
    {Field::TaskType, "task_type"_L1, "tasktype"_L1, FieldKind::Word, Subject::Task,
     QT_TRANSLATE_NOOP("Closeout", "Task type"),
     QT_TRANSLATE_NOOP("Closeout", "The type of the task.")},
    {Field::CustomerId, "customer_id"_L1, "customer"_L1, FieldKind::Word, both,
     QT_TRANSLATE_NOOP("Closeout", "Customer"),
     QT_TRANSLATE_NOOP("Closeout", "The customer that the service is for.")},
    {Field::ContactKey, "contact_key"_L1, "key"_L1, FieldKind::Word, both,
     QT_TRANSLATE_NOOP("Closeout", "Contact key"),
     QT_TRANSLATE_NOOP(
         "Closeout",
         "How an anonymous service is found again: a phone number, an e-mail address.")},
    {Field::MediaType, "media_type"_L1, "media"_L1, FieldKind::Word, both,
     QT_TRANSLATE_NOOP("Closeout", "Media"),
     QT_TRANSLATE_NOOP("Closeout", "The channel that it was started on.")},
    {Field::Application, "application"_L1, "app"_L1, FieldKind::Word, both,
     QT_TRANSLATE_NOOP("Closeout", "Application"),
     QT_TRANSLATE_NOOP("Closeout", "The application that started it: its id, or else its type.")},
    {Field::Resource, "resource"_L1, "res"_L1, FieldKind::Word, both,
     QT_TRANSLATE_NOOP("Closeout", "Resource"),
     QT_TRANSLATE_NOOP("Closeout",
                       "The agent or platform that it was started by: its id, or else its type.")},
    {Field::Disposition, "disposition"_L1, "disp"_L1, FieldKind::Word, Subject::Service,
     QT_TRANSLATE_NOOP("Closeout", "Disposition"),
     QT_TRANSLATE_NOOP("Closeout", "How it was completed.")},
    {Field::Data, "attached_data"_L1, "data"_L1, FieldKind::Json, both,
     QT_TRANSLATE_NOOP("Closeout", "Attached data"),
     QT_TRANSLATE_NOOP("Closeout",
                       "A value in the attached data, by its path: data.Feedback.rating.")},
    {Field::Started, "started"_L1, "started"_L1, FieldKind::Moment, both,
     QT_TRANSLATE_NOOP("Closeout", "Started"),
     QT_TRANSLATE_NOOP("Closeout", "When it was started.")},
    {Field::LastEvent, "last_event"_L1, "last"_L1, FieldKind::Moment, both,
     QT_TRANSLATE_NOOP("Closeout", "Last event"),
     QT_TRANSLATE_NOOP(
         "Closeout",
         "When it, one of its states or one of its tasks was last started or completed.")},
    {Field::Completed, "completed"_L1, "completed"_L1, FieldKind::Moment, Subject::Service,
     QT_TRANSLATE_NOOP("Closeout", "Completed"),
     QT_TRANSLATE_NOOP("Closeout", "When it was completed.")},
    {Field::Expires, "expires"_L1, "expires"_L1, FieldKind::Moment, Subject::Service,
     QT_TRANSLATE_NOOP("Closeout", "Expires"),
     QT_TRANSLATE_NOOP("Closeout", "When the server removes it, as far as it says so.")},
    {Field::Expected, "est_duration"_L1, "expected"_L1, FieldKind::Seconds, both,
     QT_TRANSLATE_NOOP("Closeout", "Expected"),
     QT_TRANSLATE_NOOP("Closeout", "How long it was expected to take.")},
    {Field::AutoCompleteAfter, "auto_complete_after"_L1, "autoafter"_L1, FieldKind::Seconds,
     Subject::Service, QT_TRANSLATE_NOOP("Closeout", "Auto-complete after"),
     QT_TRANSLATE_NOOP("Closeout",
                       "After how long without an event the server completes it by itself.")},
    {Field::OpenTasks, "open_tasks"_L1, "tasks"_L1, FieldKind::Count, Subject::Service,
     QT_TRANSLATE_NOOP("Closeout", "Tasks"),
     QT_TRANSLATE_NOOP("Closeout", "How many of its tasks are active.")},
    {Field::OpenStates, "open_states"_L1, "states"_L1, FieldKind::Count, Subject::Service,
     QT_TRANSLATE_NOOP("Closeout", "States"),
     QT_TRANSLATE_NOOP("Closeout", "How many of its states are active.")},
    {Field::Status, "status"_L1, "is"_L1, FieldKind::Status, both,
     QT_TRANSLATE_NOOP("Closeout", "Status"),
     QT_TRANSLATE_NOOP("Closeout",
                       "active, completed, or vanished: no longer where it was found.")},
    {Field::Age, "age"_L1, "age"_L1, FieldKind::Duration, both,
     QT_TRANSLATE_NOOP("Closeout", "Age"),
     QT_TRANSLATE_NOOP("Closeout", "How long it has been active.")},
    {Field::Idle, "idle"_L1, "idle"_L1, FieldKind::Duration, both,
     QT_TRANSLATE_NOOP("Closeout", "Idle"),
     QT_TRANSLATE_NOOP("Closeout", "How long ago the last event was.")},
    {Field::Overdue, "overdue"_L1, "overdue"_L1, FieldKind::Duration, both,
     QT_TRANSLATE_NOOP("Closeout", "Overdue"),
     QT_TRANSLATE_NOOP("Closeout", "By how much it has exceeded the expected duration.")},
    {Field::AutoCompletesIn, "auto_completes_in"_L1, "autocompletes"_L1, FieldKind::Duration,
     Subject::Service, QT_TRANSLATE_NOOP("Closeout", "Auto-completes in"),
     QT_TRANSLATE_NOOP("Closeout",
                       "When the server will complete it by itself, if nothing happens.")},
    {Field::ExpiresIn, "expires_in"_L1, "expiresin"_L1, FieldKind::Duration, Subject::Service,
     QT_TRANSLATE_NOOP("Closeout", "Expires in"),
     QT_TRANSLATE_NOOP("Closeout", "When the server will remove it.")},
    {Field::Stuck, "stuck"_L1, "stuck"_L1, FieldKind::Reasons, both,
     QT_TRANSLATE_NOOP("Closeout", "Stuck"),
     QT_TRANSLATE_NOOP("Closeout", "Why it counts as stuck, by the rules of the environment.")},
}};

} // namespace

std::span<const FieldSpec> allFields()
{
    return fields;
}

const FieldSpec &specOf(Field field)
{
    return fields[size_t(field)];
}

const FieldSpec *findField(QStringView name)
{
    for (const FieldSpec &spec : fields) {
        if (name.compare(spec.name, Qt::CaseInsensitive) == 0
            || name.compare(spec.shortName, Qt::CaseInsensitive) == 0)
            return &spec;
    }
    return nullptr;
}

} // namespace closeout::rows
