// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The durable record: what somebody meant to do, what went over the wire, and what came of it.
//
// An intention is on disk before its request leaves; a journal that cannot take it stops the
// request. Nothing is ever changed or deleted: an entry without an outcome is one whose end nobody
// saw, so its outcome is unknown. Requests come masked; secrets are never written.
//
//     Result<std::unique_ptr<Journal>> journal = Journal::open(path);
//     Result<EntryId> entry = (*journal)->recordIntention(intention, check);
//     … send … (*journal)->recordExchange(*entry, exchange); (*journal)->recordOutcome(*entry, …);
//
// One SQLite file (write-ahead log), usable by several processes at once. An object of this class
// belongs to the thread that made it.

#pragma once

#include "contract/dialect.h"
#include "contract/fields.h"

#include <QtCore/QDateTime>

#include <memory>
#include <optional>

namespace closeout::journal {

enum class Outcome : quint8 {
    Completed,
    Skipped, // not sent: somebody else had completed it
    Held, // not sent: a check said no
    Failed, // the server refused, or nothing reached it
    Unknown, // sent, and nobody can say whether it was done
};

QString outcomeName(Outcome outcome); // "completed" …: for listings and storage

using EntryId = qint64;

struct Intention
{
    QDateTime at; // UTC
    QString user; // of the operating system
    QString host; // where it was done from
    QString environment; // its name; empty for a bare URL
    QString baseUrl;
    contract::Dialect dialect = contract::Dialect::V85;
    contract::Target target = contract::Target::Service;
    QString serviceId;
    QString taskId; // of a task
    QByteArray requestHead; // line and headers as sent, masked
    QByteArray requestBody; // the end event, byte for byte
    QByteArray beforeImage; // the record as the server showed it last; may be empty
};

struct ExchangeRecord
{
    enum class Purpose : quint8 { Check, Send, Settle }; // before, the write, after an unknown
    Purpose purpose = Purpose::Send;
    QDateTime startedAt; // UTC
    qint64 milliseconds = 0;
    QByteArray requestHead; // masked
    QByteArray requestBody;
    int status = 0; // 0: no answer
    QByteArray answerHead; // status line and headers, masked
    QByteArray answerBody;
    QString error; // why there is no whole answer
};

QString purposeName(ExchangeRecord::Purpose purpose); // "check", "send", "settle"

struct OutcomeRecord
{
    QDateTime at; // UTC
    Outcome outcome = Outcome::Unknown;
    int status = 0; // of the write; 0: no answer
    QString message; // for a person; may be empty
};

struct Entry
{
    EntryId id = 0;
    Intention intention;
    QList<ExchangeRecord> exchanges; // in the order in which they happened
    std::optional<OutcomeRecord> recorded; // nothing: the program died before it knew

    Outcome outcome() const { return recorded ? recorded->outcome : Outcome::Unknown; }
};

class Journal
{
public:
    // What somebody looks at: the newest entries, oldest of them first, and of all there are those
    // that may have been done and of which nobody saw the outcome (without their exchanges).
    struct View
    {
        QList<Entry> last;
        QList<Entry> doubts;
    };

    // Creates the file and its folder where they are missing, readable by their owner alone.
    static Result<std::unique_ptr<Journal>> open(const QString &path);
    ~Journal();

    // Both or neither; check is the reading that came before.
    Result<EntryId> recordIntention(const Intention &intention, const ExchangeRecord &check);
    Result<void> recordExchange(EntryId entry, const ExchangeRecord &exchange);
    Result<void> recordOutcome(EntryId entry, const OutcomeRecord &outcome);

    Result<QList<Entry>> last(int count) const; // the newest, oldest of them first

    // The end of the same target that may have been done, and of which nobody saw the outcome.
    // Nothing: there is none, or it has been known to be completed since. Without its exchanges.
    Result<std::optional<Entry>> doubtAbout(const Intention &meant) const;
    Result<QList<Entry>> doubts() const; // about any target, in any order

    // For looking only: needs no room on the disk, and creates nothing. A journal that is not
    // there yet is empty.
    static Result<View> look(const QString &path, int count);

    // Whether an intention could be recorded now, without recording anything or leaving a file:
    // what is wrong with it is better told before somebody fills in a form than when it is sent.
    static Result<void> checkWritable(const QString &path);

private:
    explicit Journal(QString connection);
    static Result<std::unique_ptr<Journal>> connectTo(const QString &path, const QString &options);

    QString m_connection; // name of the data base connection
};

} // namespace closeout::journal
