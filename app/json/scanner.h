// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// From JSON text to the index of its nodes, in one pass and without recursion.

#pragma once

#include "json/document.h"

namespace closeout::json {

struct Defect
{
    qsizetype offset = 0; // where it was noticed, in bytes
    // "a value", "',' or '}'"; empty: nothing is wrong, it is too deep, or too much, for us
    QString expected;
};

// Appends the nodes of text to nodes. Nothing: the text is valid JSON.
std::optional<Defect> scan(const QByteArray &text, QList<Node> &nodes, quint32 mostNodes);

// For a person. rest: the text from the defect on, as far as it goes.
Error errorOf(const Defect &defect, Position position, QByteArrayView rest);

Position positionIn(QByteArrayView text, qsizetype offset);

} // namespace closeout::json
