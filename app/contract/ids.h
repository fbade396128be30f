// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Ids are opaque text. The documents call a service id a 64-bit integer and print
// "383-f9a62aec-e6f2-45cb-aa01-0d9404f905bd"; so an id is kept as it was written and never goes
// through a number. Only in the 8.1 dialect, whose ids are numbers, a typed id is checked to fit.

#pragma once

#include "contract/dialect.h"
#include "contract/target.h"

#include <QtCore/QList>

namespace closeout::contract {

Result<void> checkServiceId(Dialect dialect, QStringView id); // 8.1: 64 bits
Result<void> checkTaskId(Dialect dialect, QStringView id); // 8.1: 32 bits
Result<void> checkStateId(Dialect dialect, QStringView id); // 8.1: 32 bits
QList<Error> checkIds(Dialect dialect, const Target &target); // of all that it has

bool isJsonInteger(QStringView text); // digits, perhaps a minus, no leading zero
bool fitsBits(QStringView integer, int bits); // of a signed integer; integer must be one

} // namespace closeout::contract
