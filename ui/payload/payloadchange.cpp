// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/payload/payloadchange.h"

#include <algorithm>

namespace closeout::ui {

namespace {

// Where the path passes the siblings of the removed node: the step there, or nothing.
int *stepBeside(Path &place, const Path &removed)
{
    const qsizetype depth = removed.size() - 1;
    if (place.size() <= depth || !std::equal(removed.cbegin(), removed.cend() - 1, place.cbegin()))
        return nullptr;
    return &place[depth];
}

} // namespace

Path pathOf(const json::Value &value)
{
    Path path;
    for (json::Value at = value; at.parent().exists(); at = at.parent()) {
        int row = 0;
        for (const json::Value sibling : at.parent()) {
            if (sibling.node() == at.node())
                break;
            ++row;
        }
        path.prepend(row);
    }
    return path;
}

json::Value valueAt(const json::Document &document, const Path &path)
{
    json::Value value = document.root();
    for (const int row : path)
        value = value.at(row);
    return value;
}

Path childOf(Path parent, qsizetype row)
{
    parent.append(int(row));
    return parent;
}

Path parentOf(const Path &path)
{
    Q_ASSERT(!path.isEmpty());
    return path.first(path.size() - 1);
}

Change Change::inverse() const
{
    switch (kind) {
    case Kind::Inserted:
        return {Kind::Removed, at, to, count};
    case Kind::Removed:
        return {Kind::Inserted, at, to, count};
    case Kind::Moved:
        return {Kind::Moved, to, at, count};
    default:
        return *this;
    }
}

Path afterRemoval(Path place, const Path &removed)
{
    if (int *step = stepBeside(place, removed); step && *step > removed.constLast())
        --*step;
    return place;
}

Path beforeRemoval(Path place, const Path &removed)
{
    if (int *step = stepBeside(place, removed); step && *step >= removed.constLast())
        ++*step;
    return place;
}

} // namespace closeout::ui
