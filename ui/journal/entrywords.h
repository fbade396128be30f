// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What an entry of the journal is called, wherever it is shown or copied. Pure.

#pragma once

#include "journal/records.h"
#include "ui/widgets/look/theme.h"

namespace closeout::ui {

QString outcomeWord(journal::Outcome outcome); // "Completed", for a person
Status outcomeStatus(journal::Outcome outcome);
QString messageOf(const journal::Entry &entry); // also of one without an outcome; may be empty
QString purposeWords(journal::ExchangeRecord::Purpose purpose); // "Check before sending"

const journal::ExchangeRecord *sentExchange(const journal::Entry &entry); // nullptr: none
int statusOf(const journal::Entry &entry); // of the write; 0: no answer

// A body or a head as text; what is longer than a person reads is cut, and says so.
QString readable(const QByteArray &bytes);

QString entryText(const journal::Entry &entry); // all of it, for the clipboard

} // namespace closeout::ui
