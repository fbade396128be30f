// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/operations/attacheddata.h"

#include <QtCore/QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

QString folded(const QString &key, Qt::CaseSensitivity keys)
{
    return keys == Qt::CaseSensitive ? key : key.toLower();
}

// The members of the first, in their places, with what the second says of them; then the rest.
Members overlaid(Members members, const Members &given, Qt::CaseSensitivity keys)
{
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < members.size(); ++i)
        places.insert(folded(members[i].key, keys), i);
    for (const Member &each : given) {
        const auto place = places.constFind(folded(each.key, keys));
        if (place == places.constEnd())
            members.append(each);
        else
            members[*place] = each;
    }
    return members;
}

} // namespace

QByteArray afterEvent(const QByteArray &kept, const Members &given, AttachedDataReading reading,
                      Qt::CaseSensitivity keys)
{
    if (given.isEmpty())
        return kept;
    if (reading == AttachedDataReading::ReplaceAll)
        return objectOf(given);
    return objectOf(overlaid(membersOf(kept), given, keys));
}

Result<QByteArray> merged(const QByteArray &value, const json::Value &patch)
{
    if (!patch.isObject() || !value.startsWith('{')) {
        return failure(
            ErrorKind::InvalidInput,
            Tr::tr("Only maps can be merged, a list cannot. Replace the extension instead."));
    }
    return objectOf(overlaid(membersOf(value), membersOf(patch), Qt::CaseSensitive));
}

ExtensionSelection ExtensionSelection::everything()
{
    return ExtensionSelection({u"*"_s});
}

Result<ExtensionSelection> ExtensionSelection::askedFor(const QStringList &entries,
                                                        AllExtensions reading)
{
    const auto isAll = [](const QString &entry) {
        return entry == "*"_L1 || entry.endsWith(".*"_L1);
    };
    const bool asksForAll = std::any_of(entries.begin(), entries.end(), isAll);
    if (!asksForAll || reading == AllExtensions::Shown)
        return ExtensionSelection(entries);
    if (reading == AllExtensions::Refused) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("There is no extension named “*”. Give the names of extensions."));
    }
    QStringList names = entries;
    names.removeIf(isAll);
    return ExtensionSelection(names);
}

ExtensionSelection::ExtensionSelection(const QStringList &entries)
{
    constexpr std::array prefixes{"Service."_L1, "State."_L1, "Task."_L1};
    for (const QString &entry : entries) {
        QString name = entry;
        const Part *only = nullptr;
        for (std::size_t i = 0; i < prefixes.size(); ++i) {
            if (entry.startsWith(prefixes[i])) {
                only = &m_parts[i];
                name = entry.mid(prefixes[i].size());
            }
        }
        for (Part &part : m_parts) {
            if (only && only != &part)
                continue;
            if (name == "*"_L1) {
                part.all = true;
                continue;
            }
            part.names.insert(name);
            part.foldedNames.insert(name.toLower());
        }
    }
}

void ExtensionSelection::append(QByteArray &json, Entity entity, const QByteArray &extensions,
                                Qt::CaseSensitivity keys) const
{
    const Part &wanted = part(entity);
    if (wanted.all) {
        appendMembersOf(json, extensions);
        return;
    }
    if (wanted.names.isEmpty() || extensions.size() <= 2)
        return;
    const QSet<QString> &names = keys == Qt::CaseSensitive ? wanted.names : wanted.foldedNames;
    Members shown;
    for (const Member &each : membersOf(extensions)) {
        if (names.contains(folded(each.key, keys)))
            shown.append(each);
    }
    appendMembers(json, shown);
}

} // namespace closeout::sandbox
