// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "edit/change.h"

#include <algorithm>

namespace closeout::edit {

namespace {

// Where the path passes the siblings of the removed value: the step there, or nothing.
int *stepBeside(Path &place, const Path &removed)
{
    const qsizetype depth = removed.size() - 1;
    if (place.size() <= depth || !std::equal(removed.cbegin(), removed.cend() - 1, place.cbegin()))
        return nullptr;
    return &place[depth];
}

} // namespace

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

bool isWithin(const Path &path, const Path &around)
{
    return path.size() >= around.size()
        && std::equal(around.cbegin(), around.cend(), path.cbegin());
}

bool isSame(const Path &a, const Path &b)
{
    return a.size() == b.size() && isWithin(a, b);
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

bool Change::changesText() const
{
    return std::any_of(splices.cbegin(), splices.cend(),
                       [](const Splice &splice) { return splice.removed != splice.inserted; });
}

bool operator==(const Change &a, const Change &b)
{
    return a.kind == b.kind && isSame(a.at, b.at) && isSame(a.to, b.to) && a.count == b.count
        && a.splices == b.splices && a.name == b.name;
}

Change Change::inverse() const
{
    Change back = *this;
    if (kind == Kind::Inserted)
        back.kind = Kind::Removed;
    else if (kind == Kind::Removed)
        back.kind = Kind::Inserted;
    else if (kind == Kind::Moved)
        std::swap(back.at, back.to);
    std::reverse(back.splices.begin(), back.splices.end());
    for (Splice &splice : back.splices)
        std::swap(splice.removed, splice.inserted);
    return back;
}

} // namespace closeout::edit
