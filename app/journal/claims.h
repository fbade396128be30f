// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Who may end a target. All of it happens in the transaction that writes the intention or the
// outcome, so that of two programs the second always sees what the first one did.
//
// How a target stands is kept beside the records and follows from them: the newest end of it that
// may have had an effect, and whether that is known. What is refused or was not sent gives the
// target back to the end before it. The records' own key (deployment, target, generation) says a
// second time which end is the newest: where the two disagree the file is damaged, and nothing is
// sent.

#pragma once

#include "journal/database.h"
#include "journal/records.h"

namespace closeout::journal {

class SendingMarks;

struct Claim // as it is kept
{
    enum class State : quint8 {
        Free, // no end of it had an effect
        Open, // the newest is under way, or nobody knows its outcome
        Done, // the newest was done
        Passed, // open, and an end for another name of the deployment has been insisted on
    };
    int generation = 0; // of the newest end
    EntryId entry = 0; // the newest that may have had an effect; 0: none
    State state = State::Free;
};

// For the name of the deployment that is written (Deployment::id).
Result<Claim> claimOf(const Database &database, const Intention &meant);

// What stands against it, by whichever name of the deployment.
struct Found
{
    std::optional<Standing> standing;
    EntryId follows = 0; // the newest end that may have had an effect
};
Result<Found> findStanding(const Database &database, const SendingMarks &marks,
                           const Intention &meant, Shown shown);

bool isInsistedOn(const Standing &standing, const Insistence &insistence);

// The entry, which was just inserted, is the newest of its target; nobody knows its outcome.
Result<void> occupy(const Database &database, const Entry &entry);
// The same of an entry of an older journal, whose outcome may be known already. before: how its
// target stood.
Result<void> takeOver(const Database &database, const Entry &entry, const Claim &before);
// The end that the entry follows stood recorded under another name, and was insisted on.
Result<void> passOver(const Database &database, const Entry &entry);
// Something became known about the entry.
Result<void> settleClaim(const Database &database, EntryId entry);

} // namespace closeout::journal
