// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What a data base file is, and how a new or an old one becomes a journal of today.

#pragma once

#include "journal/database.h"

namespace closeout::journal {

enum class FileKind : quint8 {
    Empty, // no table in it: made, but nothing was ever written
    Version1,
    Current,
    Newer,
    Foreign, // another program's, which is left alone
};

// Of one moment, though other programs may be making it; not within a transaction.
Result<FileKind> kindOf(const Database &database);

// Of a file that is no use: Newer, Foreign.
tl::unexpected<Error> notUsable(const QString &path, FileKind kind);

// Makes the tables in an empty one; puts what an old one has into today's. In one transaction, so
// that of two programs the second finds it done, and a program that dies leaves it as it was.
Result<void> migrate(const Database &database);

} // namespace closeout::journal
