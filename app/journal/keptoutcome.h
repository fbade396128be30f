// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What came of an end whose journal could not take it: kept in a file beside it, to be entered when
// the journal is opened the next time, and shown until then.

#pragma once

#include "journal/records.h"
#include "result.h"

namespace closeout::journal {

struct KeptOutcome
{
    EntryId entry = 0;
    QList<ExchangeRecord> exchanges; // those that are not in the journal
    OutcomeRecord outcome;
};

Result<void> keepOutcome(const QString &journalPath, const KeptOutcome &kept); // synced, 0600

QList<EntryId> keptEntries(const QString &journalPath);
// Nothing: there is none, or not a whole one.
std::optional<KeptOutcome> keptOutcome(const QString &journalPath, EntryId entry);
void forgetOutcome(const QString &journalPath, EntryId entry);

} // namespace closeout::journal
