// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The part of an Outline that knows which keys are there twice.

#include "edit/outline.h"

#include "json/strings.h"

#include <QtCore/QHash>

#include <algorithm>
#include <utility>

namespace closeout::edit {

bool Outline::standsElsewhere(const Node &object, const Spot &member) const
{
    const quint32 hash = object.at(member).key;
    const qsizetype start = contentStart(object);
    QByteArray key;
    for (Spot spot = object.spot(0); spot.row < object.count(); object.next(spot)) {
        if (object.at(spot).key != hash || spot.row == member.row)
            continue;
        if (key.isEmpty())
            key = rawKey(object, member, start);
        if (saysTheSame(key, rawKey(object, spot, start)))
            return true;
    }
    return false;
}

// The rows are new, or have another key. Told to all around.
void Outline::lookForTwice(Node &node, qsizetype first, qsizetype count)
{
    constexpr qsizetype few = 8;
    if (node.type() == json::Type::Object) {
        bool hasTwice = false;
        if (node.hasTwice() || count > few) {
            hasTwice = !findTwice(node).empty();
        } else {
            for (qsizetype row = first; row < first + count && !hasTwice; ++row)
                hasTwice = standsElsewhere(node, node.spot(row));
        }
        node.setTwice(hasTwice);
    }
    for (Node *each = &node; each->parent(); each = each->parent()) {
        const Spot spot = each->parent()->spot(each->row());
        if (bool(each->parent()->at(spot).hasDuplicates) == each->hasDuplicates())
            break;
        each->parent()->flag(spot, each->hasDuplicates());
    }
}

std::vector<Twice> Outline::findTwice(const Node &object) const
{
    using Suspect = std::pair<quint32, qsizetype>; // hash, row
    std::vector<Suspect> all;
    all.reserve(size_t(object.count()));
    if (object.count() > 0) {
        for (Spot spot = object.spot(0); spot.row < object.count(); object.next(spot))
            all.emplace_back(object.at(spot).key, spot.row);
    }
    std::sort(all.begin(), all.end());
    const qsizetype start = contentStart(object);
    std::vector<Twice> found;
    for (auto from = all.cbegin(); from != all.cend();) {
        const auto until = std::find_if(from, all.cend(),
                                        [hash = from->first](const Suspect &each) {
                                            return each.first != hash;
                                        });
        QHash<QString, qsizetype> seen; // what a key says, and where it was first; -1: told of
        for (auto each = from; until - from > 1 && each != until; ++each) {
            const QString key = json::unspell(rawKey(object, object.spot(each->second), start));
            const auto before = seen.find(key);
            if (before == seen.end()) {
                seen.insert(key, each->second);
                continue;
            }
            if (*before >= 0)
                found.push_back({std::exchange(*before, -1), false});
            found.push_back({each->second, true});
        }
        from = until;
    }
    std::sort(found.begin(), found.end(),
              [](const Twice &a, const Twice &b) { return a.row < b.row; });
    return found;
}

const std::vector<Twice> &Outline::twice(Node &object) const
{
    if (!object.twice) {
        object.twice = std::make_unique<std::vector<Twice>>();
        if (object.hasTwice())
            *object.twice = findTwice(object);
    }
    return *object.twice;
}

} // namespace closeout::edit
