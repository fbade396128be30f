// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Reads a value once from front to back, and says where its own children stand: what is deeper is
// checked and passed over. The grammar is json/cursor.h, the words for a flaw are json/scanner.h.

#pragma once

#include "edit/node.h"

namespace closeout::edit {

// Where reading could not go on.
struct Flaw
{
    enum class Kind : quint8 {
        Here, // whatever follows, this is not JSON
        ClosedEarly, // a value ended, and something stands behind it
        RanOut, // the text ended before the value
        TooDeep,
    };
    Kind kind = Kind::Here;
    qsizetype offset = 0;
    // Where, and behind which bytes, reading goes wrong in the same way: for the words.
    qsizetype from = 0;
    const char *behind = "";
};

struct Contents
{
    qsizetype start = 0; // of the value; its end is behind the last byte
    qsizetype end = 0;
    json::Type type = json::Type::Absent;
    std::vector<Entry> entries; // children; of a scalar none
    bool hasTwice = false; // two of them have the same key
    bool hasDuplicates = false; // they, or something deeper
};

enum class Trust : quint8 {
    Unknown,
    Valid, // known to be valid and without any key twice: read faster
};

// text: one value, in white space, as valid UTF-8 and without a byte order mark. depth: how many
// containers stand around it.
std::optional<Flaw> readContents(QByteArrayView text, int depth, Trust trust, Contents &contents);

// Of a key as it is spelled, with its quotes: equal if what it says is.
quint32 hashOfKey(QByteArrayView rawKey);

bool saysTheSame(QByteArrayView rawKey, QByteArrayView otherRawKey);

} // namespace closeout::edit
