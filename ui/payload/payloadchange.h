// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Where in a tree something is, by rows, and what an edit did to the tree. Nodes of a
// json::Document are numbered anew with each edit; a Path and a Change say the same before and
// after it, so that a model can follow and undo can lead back.

#pragma once

#include "json/document.h"

#include <QtCore/QList>

namespace closeout::ui {

using Path = QList<int>; // rows from the root down; empty: the root itself

Path pathOf(const json::Value &value);
json::Value valueAt(const json::Document &document, const Path &path); // absent: no such place
Path childOf(Path parent, qsizetype row);
Path parentOf(const Path &path); // not of the root

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
    };
    Kind kind = Kind::Loaded;
    Path at = {};
    Path to = {};
    int count = 1;

    Change inverse() const;
};

// Where a place is once the node at “removed” has gone, and the way back. The place is not inside
// that node.
Path afterRemoval(Path place, const Path &removed);
Path beforeRemoval(Path place, const Path &removed);

} // namespace closeout::ui
