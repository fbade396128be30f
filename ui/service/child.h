// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The states and tasks of a service as plain values, in the order of what a person has to do: open
// tasks, open states, then what is done; each from the oldest on.

#pragma once

#include "client/record.h"
#include "ui/widgets/servertext.h"

namespace closeout::ui {

struct Child
{
    client::Record::Kind kind = client::Record::Kind::Task;
    QString id;
    QString type;
    QString stateId; // of a task: where it hangs; may be empty
    QString disposition;
    QString dispositionText;
    QDateTime startedAt; // invalid: not said
    QDateTime completedAt;
    qint64 expectedSeconds = 0; // 0: not said
    bool isOpen = true;
    client::Record record;

    bool isTask() const { return kind == client::Record::Kind::Task; }
};

QList<Child> childrenOf(const client::Record &service);

// By how many seconds more than expected it took, or takes by now; 0: not exceeded, or not known.
qint64 secondsExceeded(const QDateTime &startedAt, const QDateTime &end, qint64 expectedSeconds);

// Of the attached data as one JSON object, laid out; a very long one as it is spelled, and cut off.
QString attachedDataText(const client::Record &record);

} // namespace closeout::ui
