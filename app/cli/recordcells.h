// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What the listings of records share: moments, and values as the server spelled them.

#pragma once

#include "cli/output.h"
#include "client/record.h"

namespace closeout::cli {

// To the minute and in local time for a table, in the API's form for programs; empty for an invalid
// moment.
QString stamp(const QDateTime &moment, Format format);

// kind, service_id, state_id, task_id: the ids that it has not are empty.
QList<Cell> targetCells(const contract::Target &target);

// For --format json.
QByteArray jsonOf(const QDateTime &moment); // null for an invalid one
// As the server spelled it, number or string, where Record::disposition() finds it; or null.
QByteArray dispositionOf(const client::Record &record);

} // namespace closeout::cli
