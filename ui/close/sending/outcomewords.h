// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What is said of a completion when it is over. Pure, so that each outcome can be read in a test.

#pragma once

#include "close/run.h"
#include "ui/widgets/look/theme.h"

namespace closeout::ui {

struct OutcomeWords
{
    Status status = Status::Unknown;
    QString headline;
    QString text; // what it means, and what to do now; may be empty
    QString detail; // for the curious: the server's answer, the places that changed
    QString journalHeadline; // empty: everything is in the journal
    QString journalText;
    bool wantsReading = false; // the record must be read again before anything is sent
};

OutcomeWords wordsFor(const close::Completion &completion, const close::ItemReport &report,
                      const QDateTime &at);

// What is to be known of an earlier end before the same is ended again.
struct StandingWords
{
    QString headline;
    QString text;
};

StandingWords wordsFor(const journal::Standing &standing);

} // namespace closeout::ui
