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
    return u'/' + pointerStep(member.key());
}

void compareObjects(QList<Difference> &differences, const Value &before, const Value &after,
                    const QString &pointer)
{
    // Of equal keys, the first is compared with the first, the second with the second.
    QHash<QString, QList<Value>> unmatched;
    for (const Value member : after)
        unmatched[member.key()].append(member);
    for (const Value member : before) {
        const auto same = unmatched.find(member.key());
        if (same == unmatched.end() || same->isEmpty())
            differences.append({Kind::Removed, pointer + step(member)});
        else
            compareInto(differences, member, same->takeFirst(), pointer + step(member));
    }
    for (const Value member : after) {
        const QList<Value> left = unmatched.value(member.key());
        if (!left.isEmpty() && left.first().node() <= member.node())
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
    if (before.exists() != after.exists())
        return {{after.exists() ? Kind::Added : Kind::Removed, {}}};
    if (before.raw() == after.raw()) // as nearly always
        return {};
    QList<Difference> differences;
    compareInto(differences, before, after, {});
    return differences;
}

} // namespace closeout::json
