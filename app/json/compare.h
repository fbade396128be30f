// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Whether two values say the same, and where they differ.
//
// Objects are compared by key, whatever the order of their members; arrays by index; strings by
// what they say; numbers by their spelling, because 1.0 and 1.00 are not the same bytes and no
// number is ever converted.

#pragma once

#include "json/document.h"

namespace closeout::json {

struct Difference
{
    enum class Kind : quint8 { Added, Removed, Changed };
    Kind kind = Kind::Changed;
    QString pointer; // RFC 6901, from the two values compared

    friend bool operator==(const Difference &, const Difference &) = default;
};

QList<Difference> compare(const Value &before, const Value &after);

} // namespace closeout::json
