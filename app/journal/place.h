// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Where the journal is kept, before anything opens it: what stands there, and whether something can
// be written. What cannot be looked at is never taken for what is not there.

#pragma once

#include "result.h"

namespace closeout::journal {

enum class Place : quint8 { Missing, File };

// Anything but a file (a folder, a pipe, a link that leads nowhere) is an Error, as is what the
// system does not let us look at.
Result<Place> lookAtPlace(const QString &path);

Result<void> prepareFile(const QString &path); // makes it and its folder, its owner's alone
Result<void> checkFolder(const QString &path); // whether it could be made; leaves nothing
tl::unexpected<Error> cannotBeWritten(const QString &path, const QString &why);

} // namespace closeout::journal
