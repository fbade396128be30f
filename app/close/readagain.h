// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// An end in the journal whose outcome nobody knows: its target is read again, and what was seen is
// recorded as a review of the entry. Nothing is sent, and what was recorded stays as it is.

#pragma once

#include "client/contextservices.h"
#include "journal/records.h"

#include <functional>

namespace closeout::close {

struct Seen
{
    journal::Review review;
    QList<journal::ExchangeRecord> exchanges; // by which it was seen
};

// Why there is nothing to find out; empty: there is.
QString whyNotReadAgain(const journal::Entry &entry);

// services lead to the deployment of the entry.
void readAgain(const journal::Entry &entry, client::ContextServices &services, QObject *context,
               std::function<void(const Seen &)> done);

// What a person says of it, who has found out otherwise.
Seen saidBy(journal::Outcome outcome, const QString &message);

// Waits a while for a journal that another program holds.
Result<void> recordSeen(const QString &journalPath, journal::EntryId entry, const Seen &seen);

} // namespace closeout::close
