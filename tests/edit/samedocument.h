// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Whether a document that was edited says what reading its text says.

#pragma once

#include "edit/document.h"

namespace closeout::edit {

// Nothing: it does. Else where it does not.
inline QString differenceAt(const Value &ours, const json::Value &theirs)
{
    const auto at = [&theirs](const char *what) {
        return QString::fromLatin1(what) + QStringLiteral(" of '") + theirs.pointer() + u'\'';
    };
    if (ours.type() != theirs.type())
        return at("type");
    if (ours.offset() != theirs.offset() || ours.keyOffset() != theirs.keyOffset())
        return at("offset");
    if (ours.raw() != theirs.raw())
        return at("spelling");
    if (ours.rawKey() != theirs.rawKey())
        return at("key");
    if (ours.isEmpty() != (theirs.size() == 0))
        return at("emptiness");
    if (ours.size() != theirs.size())
        return at("size");
    Value child = ours.at(0);
    for (const json::Value expected : theirs) {
        if (const QString found = differenceAt(child, expected); !found.isEmpty())
            return found;
        if (!(child.parent() == ours) || !(ours.at(child.row()) == child))
            return at("family");
        child = child.next();
    }
    return child.exists() ? at("last child") : QString();
}

inline Path rowsOf(const json::Value &value)
{
    Path path;
    for (json::Value each = value; each.parent().exists(); each = each.parent()) {
        int row = 0;
        for (const json::Value sibling : each.parent()) {
            if (sibling.node() == each.node())
                break;
            ++row;
        }
        path.prepend(row);
    }
    return path;
}

// Duplicate keys, too.
inline QString difference(const Document &document)
{
    const auto read = json::Document::parse(document.text().bytes());
    if (!read)
        return QStringLiteral("broken: ") + read.error().message;
    if (const QString found = differenceAt(document.root(), read->root()); !found.isEmpty())
        return found;
    const QList<json::DuplicateKey> expected = json::findDuplicateKeys(*read);
    if (document.hasDuplicateKeys() != !expected.isEmpty())
        return QStringLiteral("whether there are duplicates");
    Path last;
    QList<qsizetype> places;
    for (Value next = document.nextDuplicate({}); next.exists();
         next = document.nextDuplicate(last)) {
        if (!next.isDuplicate())
            return QStringLiteral("a duplicate that is none");
        last = next.path();
        places.append(next.offset());
    }
    QList<qsizetype> expectedPlaces;
    for (const json::DuplicateKey &pair : expected) {
        expectedPlaces.append(json::Value(&*read, pair.second).offset());
        if (!document.at(rowsOf(json::Value(&*read, pair.first))).isDuplicate())
            return QStringLiteral("the first of two");
    }
    std::sort(expectedPlaces.begin(), expectedPlaces.end());
    return places == expectedPlaces ? QString() : QStringLiteral("duplicates");
}

} // namespace closeout::edit
