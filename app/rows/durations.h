// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Durations as people read them. Everything that words one words it here.

#pragma once

#include "rows/fields.h"

namespace closeout::rows {

// To its two largest units: "3 d 4 h", "under 1 min". Without a sign.
QString wordedDuration(qint64 milliseconds);

// The same of a row's age, overdue and the like, for a table that people read: what is not overdue
// says nothing.
QString durationInCell(Field field, qint64 milliseconds);

} // namespace closeout::rows
