// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What the listings of services and tasks share: moments, and values as the server spelled them.

#pragma once

#include "cli/output.h"
#include "client/record.h"

namespace closeout::cli {

// To the minute and in local time for a table, in the API's form for programs; empty for an invalid
// moment.
QString stamp(const QDateTime &moment, Format format);

// For --format json: the very spelling of a member (an id may be a number or a string), or null.
QByteArray spelled(const client::Record &record, QStringView member);
QByteArray spelled(const client::Record &record, QStringView event, QStringView member);

} // namespace closeout::cli
