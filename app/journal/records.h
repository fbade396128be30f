// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What the journal holds: plain values. Requests and answers come masked; secrets are never in
// them.

#pragma once

#include "contract/dialect.h"
#include "contract/fields.h"
#include "contract/urls.h"

#include <QtCore/QDateTime>

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

using EntryId = qint64; // from 1 on, never given twice

struct Intention
{
    QDateTime at; // UTC
    QString user; // of the operating system
    QString host; // where it was done from
    qint64 process = 0; // which one there; 0: not recorded
    QString environment; // its name; empty for a bare URL
    QString baseUrl;
    contract::Deployment deployment; // what is claimed is claimed there; of an entry: the id alone
    contract::Dialect dialect = contract::Dialect::V85;
    contract::Target target;
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

// What somebody found out about an end afterwards, whose outcome nobody had seen.
struct Review
{
    QDateTime at; // UTC
    QString user; // of the operating system
    QString host;
    Outcome outcome = Outcome::Unknown; // Completed, Failed: it had no effect; Unknown: still
    QString message; // what was seen, for a person
};

// What a person insists on, against what the journal knows of the target.
struct Insistence
{
    bool evenIfCompleted = false; // it is shown completed
    bool evenIfUnknown = false; // an earlier end of it may have been done
    bool evenIfShownOpen = false; // an earlier end of it is known to be done, it is shown open
    EntryId about = 0; // of this end and no newer one; 0: of whichever it is
};

// Recorded with the intention that somebody insisted on.
enum class Insisted : quint8 { OnNothing, EvenIfUnknown, EvenIfCompleted };

QString insistedName(Insisted insisted); // "", "even-if-unknown", "even-if-completed"

struct Entry
{
    EntryId id = 0;
    Intention intention;
    int generation = 0; // how many ends of its target were meant so far, with this one; 0: not told
    Insisted insisted = Insisted::OnNothing;
    EntryId follows = 0; // the end of the same target before it that may have had an effect
    QList<ExchangeRecord> exchanges; // in the order in which they happened
    std::optional<OutcomeRecord> recorded; // nothing: the program died before it knew
    std::optional<Review> review; // the last one
    bool isUnderWay = false; // a program is at it at this moment
    bool isDamaged = false; // something of it is not what was written

    Outcome outcome() const
    {
        if (review)
            return review->outcome;
        return recorded ? recorded->outcome : Outcome::Unknown;
    }
};

enum class Shown : quint8 { Open, Completed }; // what a reading says of a target

// What stands against a new end of a target.
struct Standing
{
    enum class Kind : quint8 {
        UnderWay, // a program is at it at this moment
        Unknown, // it may have been done
        ShownOpen, // it was done a moment ago, and the server shows the target open
    };
    Kind kind = Kind::Unknown;
    Entry entry; // without its exchanges
};

} // namespace closeout::journal
