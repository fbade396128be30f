// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What an edit does, as a value: which bytes come in place of which, what that means for the tree,
// and what a person calls it. It can be applied, taken back by its inverse, and kept on disk.

#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace closeout::edit {

using Path = QList<int>; // rows from the root down; empty: the root itself

Path childOf(Path parent, qsizetype row);
Path parentOf(const Path &path); // not of the root
bool isWithin(const Path &path, const Path &around); // or the very same
bool isSame(const Path &a, const Path &b); // QList's own == is undefined for empty ones

// Where a place is once the value at “removed” has gone, and the way back. The place is not inside
// of that value.
Path afterRemoval(Path place, const Path &removed);
Path beforeRemoval(Path place, const Path &removed);

struct Splice
{
    qsizetype at = 0; // in bytes
    QByteArray removed = {};
    QByteArray inserted = {};

    Splice inverse() const { return {at, inserted, removed}; }
    friend bool operator==(const Splice &, const Splice &) = default;
};

struct Change
{
    enum class Kind : quint8 {
        Loaded, // everything is another
        Value, // of the one at “at”, with all that is inside
        Shape, // object to array or back: what is inside stays
        Key,
        Inserted, // “count” siblings from “at” on
        Removed,
        Moved, // from “at”, as it was before, to “to”, as it is afterwards
        Text, // whatever that makes of the tree
    };
    Kind kind = Kind::Loaded;
    Path at = {};
    Path to = {};
    int count = 1;
    QList<Splice> splices = {}; // one after another
    QString name = {}; // of the step, for a menu

    bool changesText() const;
    Change inverse() const;
    Path place() const { return kind == Kind::Moved ? to : at; } // afterwards

    friend bool operator==(const Change &a, const Change &b);
};

} // namespace closeout::edit
