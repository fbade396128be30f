// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What goes into the journal, and how what stands in it is told.

#pragma once

#include "client/exchange.h"
#include "close/settlement.h"
#include "journal/records.h"

namespace closeout::close {

QString systemUser(); // of the process, not of a variable that anybody can set

journal::ExchangeRecord exchangeRecord(journal::ExchangeRecord::Purpose purpose,
                                       const client::Exchange &exchange);

// Why nothing was sent: who has the target, and since when, or what is not known of it. Whole
// sentences. shown: what the reading says that came before.
QString whyStanding(const Completion &completion, const journal::Standing &standing,
                    journal::Shown shown);

// What a reading after a lost answer says, or why there was none.
QString whatReadingShows(const Completion &completion, const Result<Settlement> &settlement);

} // namespace closeout::close
