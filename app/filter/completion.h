// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What could be meant by a filter that is being typed: the names of fields, their values as they
// occur, operators and units.

#pragma once

#include "filter/filter.h"

namespace closeout::filter {

struct Candidate
{
    QString text; // to put in place of what is typed; a value that needs them has its quotes
    QString meaning; // for a person; may be empty
    quint32 count = 0; // how many rows say so; 0: does not apply

    friend bool operator==(const Candidate &, const Candidate &) = default;
};

struct Completion
{
    enum class What : quint8 { Nothing, Field, Operator, Value, Unit, DataKey };
    What what = What::Nothing;
    qsizetype at = 0; // what a candidate replaces
    qsizetype length = 0;
    std::vector<Candidate> candidates; // the best first
};

// cursor: in UTF-16 code units. rules may be nullptr. Takes a look at every row where the values of
// a field are asked for, and at some thousands of different attached data.
Completion complete(const QString &text, qsizetype cursor, rows::Subject subject,
                    const rows::Snapshot &snapshot, const StuckRules *rules);

// Where there are plain values in the attached data, the most frequent places first. Takes a look
// at some thousands of different attached data.
QStringList dataPathsIn(const rows::Snapshot &snapshot, rows::Subject subject);

} // namespace closeout::filter
