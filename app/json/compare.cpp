// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "json/compare.h"

#include <QtCore/QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::json {

namespace {

using Kind = Difference::Kind;

void compareInto(QList<Difference> &differences, const Value &before, const Value &after,
                 const QString &pointer);

QString step(const Value &member)
{
    return u'/' + member.key().replace(u'~', "~0"_L1).replace(u'/', "~1"_L1);
}

void compareObjects(QList<Difference> &differences, const Value &before, const Value &after,
                    const QString &pointer)
{
    // Of equal keys, the first is compared with the first, the second with the second.
    QMultiHash<QString, NodeId> left;
    QHash<NodeId, Value> byNode;
    for (const Value member : after) {
        left.insert(member.key(), member.node());
        byNode.insert(member.node(), member);
    }
    for (const Value member : before) {
        const QList<NodeId> same = left.values(member.key()); // newest first
        if (same.isEmpty()) {
            differences.append({Kind::Removed, pointer + step(member)});
            continue;
        }
        compareInto(differences, member, byNode.take(same.last()), pointer + step(member));
        left.remove(member.key(), same.last());
    }
    for (const Value member : after) {
        if (left.contains(member.key(), member.node()))
            differences.append({Kind::Added, pointer + step(member)});
    }
}

void compareArrays(QList<Difference> &differences, const Value &before, const Value &after,
                   const QString &pointer)
{
    qsizetype index = 0;
    auto other = after.begin();
    for (const Value element : before) {
        const QString here = pointer + u'/' + QString::number(index);
        if (index < after.size()) {
            compareInto(differences, element, *other, here);
            ++other;
        } else {
            differences.append({Kind::Removed, here});
        }
        ++index;
    }
    for (; index < after.size(); ++index)
        differences.append({Kind::Added, pointer + u'/' + QString::number(index)});
}

void compareInto(QList<Difference> &differences, const Value &before, const Value &after,
                 const QString &pointer)
{
    const bool sameType = before.type() == after.type();
    if (sameType && before.isObject())
        compareObjects(differences, before, after, pointer);
    else if (sameType && before.isArray())
        compareArrays(differences, before, after, pointer);
    else if (!sameType || before.text() != after.text())
        differences.append({Kind::Changed, pointer});
}

} // namespace

QList<Difference> compare(const Value &before, const Value &after)
{
    QList<Difference> differences;
    compareInto(differences, before, after, {});
    return differences;
}

} // namespace closeout::json
