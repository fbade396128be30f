// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The durable record: what somebody meant to do, what went over the wire, and what came of it.
//
// An intention is on disk before its request leaves; a journal that cannot take it stops the
// request. With it goes the claim: of two programs that want to end the same target, the second is
// told who has it. Nothing is ever changed or deleted: an entry without an outcome is one whose end
// nobody saw, so its outcome is unknown, and its target stays claimed until a person insists.
//
//     Result<std::unique_ptr<Journal>> journal = Journal::open(path);
//     Result<Journal::Claimed> claimed = (*journal)->recordIntention(intention, check, …);
//     … send … (*journal)->recordOutcome(claimed->entry, outcome, exchanges);
//
// One SQLite file (write-ahead log), usable by several processes at once. An object of this class
// belongs to the thread that made it. What only looks uses a Reader.

#pragma once

#include "journal/records.h"
#include "result.h"

#include <memory>

namespace closeout::journal {

class Database;
class SendingMarks;

class Journal
{
public:
    // Creates the file and its folder where they are missing, readable by their owner alone; brings
    // an older journal up to date; enters what was kept beside it.
    static Result<std::unique_ptr<Journal>> open(const QString &path);
    ~Journal();

    // What a write has come to. Locked: another program writes, nothing was done; try again a
    // little later. Waiting is the caller's, who may be told to stop meanwhile.
    enum class Written : quint8 { Yes, Locked };

    struct Claimed
    {
        Written written = Written::Yes;
        EntryId entry = 0; // 0: it is not ours
        std::optional<Standing> standing; // why not
    };

    // The intention, the reading that came before it and the claim on its target: all, or nothing
    // where an earlier end stands against it that is not insisted on. shown: what the reading says.
    Result<Claimed> recordIntention(const Intention &intention, const ExchangeRecord &check,
                                    Shown shown, const Insistence &insistence);
    Result<Written> recordExchange(EntryId entry, const ExchangeRecord &exchange);
    // With exchanges that are not recorded yet.
    Result<Written> recordOutcome(EntryId entry, const OutcomeRecord &outcome,
                                  const QList<ExchangeRecord> &exchanges = {});
    // For a journal that does not take it: shown all the same, and entered when it is opened again.
    Result<void> keepBeside(EntryId entry, const OutcomeRecord &outcome,
                            const QList<ExchangeRecord> &exchanges) const;
    // What somebody found out about an entry whose outcome is unknown, and by which readings. If it
    // is known by now that is an Error, and nothing is recorded.
    Result<Written> recordReview(EntryId entry, const Review &review,
                                 const QList<ExchangeRecord> &exchanges);
    void release(EntryId entry); // it is not under way any more, whatever is known of it

    // What would stand against an end of the target now.
    Result<std::optional<Standing>> standing(const Intention &meant, Shown shown) const;

    // Whether an intention could be recorded now, without recording anything or leaving a file:
    // what is wrong with it is better told before somebody fills in a form than when it is sent.
    static Result<void> checkWritable(const QString &path);

private:
    Journal(QString path, std::unique_ptr<Database> database);
    Result<void> addExchanges(EntryId entry, const QList<ExchangeRecord> &exchanges) const;
    Result<void> claim(const Intention &intention, const ExchangeRecord &check, Shown shown,
                       const Insistence &insistence, Claimed &claimed);
    void enterKept();

    QString m_path;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<SendingMarks> m_marks;
};

} // namespace closeout::journal
