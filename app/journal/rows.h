// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Between records and the rows they are kept in. Each row carries a checksum of what it says; a row
// that no longer fits its own says so (Entry::isDamaged).

#pragma once

#include "journal/database.h"
#include "journal/records.h"

namespace closeout::journal {

// The entry alone, without exchanges and outcome.
Result<void> insertEntry(const Database &database, const Entry &entry);
// What it has in common with the intention is stored once.
Result<void> insertExchange(const Database &database, EntryId entry, const ExchangeRecord &exchange,
                            const Intention &intention);
Result<void> insertOutcome(const Database &database, EntryId entry, const OutcomeRecord &outcome);
Result<void> insertReview(const Database &database, EntryId entry, const Review &review);

// Of a row of selectEntries; without exchanges and review.
Entry entryFrom(const QSqlQuery &row);
// statement: selectExchanges, or that of version 1. Notes in the entry if one is damaged.
Result<QList<ExchangeRecord>> exchangesOf(const Database &database, Entry &entry,
                                          const char *statement);
Result<std::optional<Review>> reviewOf(const Database &database, EntryId entry);
// With its outcome and review, without exchanges. Nothing: there is no such entry.
Result<std::optional<Entry>> findEntry(const Database &database, EntryId id);

tl::unexpected<Error> damaged(const Database &database, EntryId entry);

} // namespace closeout::journal
