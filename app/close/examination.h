// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What a check says of one completion before it is sent. Pure: the record as it is now comes in,
// findings come out.

#pragma once

#include "close/completion.h"
#include "journal/records.h"

namespace closeout::close {

enum class Verdict : quint8 {
    Ready,
    AlreadyCompleted,
    Changed, // since the before-image was taken
    NotFound,
    Invalid,
    LosesData, // attached data the event does not carry, under the worse reading of the documents
    DataNotShown, // so that nobody can say what may be lost
    HasOpenChildren, // a service whose tasks or states are still open
    NotReadable, // the record could not be read, so nothing is known
};

struct Finding
{
    Verdict verdict = Verdict::Ready;
    QString message; // whole sentences for a person
    QStringList names = {}; // keys lost, ids of open children, places that changed
    ErrorKind kind = ErrorKind::InvalidInput; // of a failure behind it
};

using Insistence = journal::Insistence;

struct Examination
{
    QList<Finding> findings; // none: ready

    const Finding *find(Verdict verdict) const; // nullptr: no such finding
    // What stands against sending; nullptr: nothing. Losing data and open children are told, but
    // do not stop it.
    const Finding *obstacle(const Insistence &insistence) const;
};

// Of names as many as somebody reads, and how many there are besides: "0, 1, 2 and 99997 more".
QString someOf(const QStringList &names, qsizetype most);

// now: the record as the server shows it, or why it could not be read.
Examination examine(const Completion &completion, contract::Dialect dialect,
                    const Result<client::Record> &now);

} // namespace closeout::close
