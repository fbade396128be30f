// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "json/format.h"

namespace closeout::json {

namespace {

struct Layout
{
    int indent = 0; // spaces a level; 0: everything on one line
    const char *colon = ":";
};

void breakLine(QByteArray &out, const Layout &layout, int depth)
{
    if (layout.indent > 0)
        out.append('\n').append(qsizetype(depth) * layout.indent, ' ');
}

// The depth is bounded by the parser, so recursion is safe here.
void append(QByteArray &out, const Value &value, const Layout &layout, int depth)
{
    if (value.size() == 0 && (value.isObject() || value.isArray())) {
        out += value.isObject() ? "{}" : "[]";
        return;
    }
    if (value.size() == 0) {
        out += value.raw();
        return;
    }
    out += value.isObject() ? '{' : '[';
    bool first = true;
    for (const Value child : value) {
        if (!first)
            out += ',';
        first = false;
        breakLine(out, layout, depth + 1);
        if (value.isObject())
            out.append(child.rawKey()).append(layout.colon);
        append(out, child, layout, depth + 1);
    }
    breakLine(out, layout, depth);
    out += value.isObject() ? '}' : ']';
}

} // namespace

QByteArray formatted(const Value &value, int indent)
{
    QByteArray out;
    append(out, value, {indent, ": "}, 0);
    return out;
}

QByteArray compact(const Value &value)
{
    QByteArray out;
    append(out, value, {0, ":"}, 0);
    return out;
}

} // namespace closeout::json
