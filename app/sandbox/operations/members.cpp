// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/operations/members.h"

#include "json/strings.h"

#include <QtCore/QSet>

#include <algorithm>

namespace closeout::sandbox {

Member member(QLatin1StringView key, QByteArray raw)
{
    return {QString(key), json::spell(QString(key)), std::move(raw)};
}

Members membersOf(const json::Value &object)
{
    Members members;
    QSet<QString> seen;
    bool repeated = false;
    for (const json::Value child : object) {
        members.append({child.key(), child.rawKey().toByteArray(), child.raw().toByteArray()});
        repeated = repeated || seen.contains(members.last().key);
        seen.insert(members.last().key);
    }
    if (!repeated)
        return members;
    Members last;
    seen.clear();
    for (auto it = members.crbegin(); it != members.crend(); ++it) {
        if (!seen.contains(it->key))
            last.prepend(*it);
        seen.insert(it->key);
    }
    return last;
}

Members membersOf(const QByteArray &object)
{
    const Result<json::Document> document = json::Document::parse(object);
    return document ? membersOf(document->root()) : Members();
}

QByteArray objectOf(const Members &members)
{
    QByteArray json;
    appendMembers(json, members);
    if (json.isEmpty())
        return "{}";
    json[0] = '{';
    return json + '}';
}

void appendMembers(QByteArray &json, const Members &members)
{
    for (const Member &each : members)
        json += ',' + each.rawKey + ':' + each.raw;
}

void appendMembersOf(QByteArray &json, QByteArrayView object)
{
    if (object.size() <= 2)
        return;
    json += ',';
    json += object.sliced(1, object.size() - 2);
}

const Member *find(const Members &members, QStringView key, Qt::CaseSensitivity sensitivity)
{
    const auto found = std::find_if(members.begin(), members.end(), [&](const Member &each) {
        return each.key.compare(key, sensitivity) == 0;
    });
    return found == members.end() ? nullptr : &*found;
}

void put(Members &members, Member member, Qt::CaseSensitivity sensitivity)
{
    const auto found = std::find_if(members.begin(), members.end(), [&](const Member &each) {
        return each.key.compare(member.key, sensitivity) == 0;
    });
    if (found == members.end())
        members.append(std::move(member));
    else
        *found = std::move(member);
}

} // namespace closeout::sandbox
