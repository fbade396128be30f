// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/recordcells.h"
#include "cli/servercommand.h"
#include "contract/ids.h"
#include "contract/timestamp.h"
#include "rows/durations.h"

using namespace Qt::StringLiterals;

namespace closeout::cli {

using client::Record;

namespace {

QList<Column> columns(Format format)
{
    QList<Column> list{{u"task_id"_s, u"Task"_s, 8},
                       {u"task_type"_s, u"Type"_s, 20},
                       {u"state_id"_s, u"State"_s, 8},
                       {u"started"_s, u"Started (%1)"_s.arg(contract::localZone()), 16},
                       {u"est_duration"_s, u"Expected"_s, 10},
                       {u"completed"_s, u"Completed (%1)"_s.arg(contract::localZone()), 16},
                       {u"disposition"_s, u"Disposition"_s, 12}};
    if (format == Format::Table) // programs count from “started” themselves
        list.append({u"age"_s, u"Age"_s, 0});
    return list;
}

QList<Cell> cellsOf(const Record &task, Format format)
{
    const QString seconds = task.expectedSeconds() > 0 ? QString::number(task.expectedSeconds())
                                                       : QString();
    const QString expected = seconds.isEmpty()
        ? seconds
        : rows::wordedDuration(task.expectedSeconds() * 1000);
    QList<Cell> cells{
        {task.id()},
        {task.type()},
        {task.stateId()},
        {stamp(task.startedAt(), format), jsonOf(task.startedAt())},
        {format == Format::Table ? expected : seconds,
         seconds.isEmpty() ? QByteArray("null") : seconds.toLatin1()},
        {stamp(task.completedAt(), format), jsonOf(task.completedAt())},
        {task.disposition(), dispositionOf(task)},
    };
    if (format == Format::Table)
        cells.append({task.isCompleted() ? QString() : ageOf(task.startedAt())});
    return cells;
}

class TasksCommand : public ServerCommand
{
    Q_OBJECT

public:
    using ServerCommand::ServerCommand;

protected:
    void reachServer() override
    {
        const QString id = arguments().positional(0);
        if (const Result<void> valid = contract::checkServiceId(dialect(), id); !valid) {
            fail(valid.error());
            return;
        }
        const auto completeness = *contract::completenessFromName(
            arguments().value(u"state"_s, u"all"_s));
        services().readList(Record::Kind::Task, client::queryTasks(id, completeness), this,
                            [this](const client::Answer<QList<Record>> &answer) {
                                if (!answer.value) {
                                    fail(answer.value.error());
                                    return;
                                }
                                const Format format = formatFrom(arguments());
                                RowWriter rows(format, columns(format));
                                rows.begin();
                                for (const Record &task : *answer.value)
                                    rows.row(cellsOf(task, format));
                                rows.end();
                                emit finished(ExitDone);
                            });
    }
};

} // namespace

CommandSpec tasksCommand()
{
    CommandSpec spec;
    spec.words = {u"tasks"_s};
    spec.positionals = {u"SERVICE_ID"_s};
    spec.summary = u"Lists the tasks of a service."_s;
    spec.description =
        u"With --format json, ids and types are strings, moments are strings in UTC, "
        "est_duration is in seconds, and a disposition is a number or a string as the server has "
        "it; what is not said is null."_s;
    spec.options =
        QList<Option>{
            {u"state"_s, u"active|completed|all"_s, u"Which of them; all if not given."_s},
            formatOption(),
        }
        + destinationOptions();
    spec.needsDestination = true;
    spec.examples = {{u"tasks 95 --state active --url http://127.0.0.1:8080"_s,
                      u"What is still open in service 95:"_s}};
    spec.make = [](const Arguments &arguments) {
        return std::make_unique<TasksCommand>(arguments);
    };
    return spec;
}

} // namespace closeout::cli

#include "tasks.moc"
