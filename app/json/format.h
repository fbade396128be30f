// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Lays a document out anew. Only white space changes: every key and scalar keeps its spelling.

#pragma once

#include "json/document.h"

#include <functional>

namespace closeout::json {

QByteArray formatted(const Value &value, int indent = 2); // one member or element a line
QByteArray compact(const Value &value); // without white space

// The same as formatted(), in pieces: a deeply nested text grows a thousandfold by its indents.
void format(const Value &value, const std::function<void(const QByteArray &)> &write);

} // namespace closeout::json
