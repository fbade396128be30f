// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The members of a JSON object one by one, each with the bytes it was spelled with, and back to
// an object. How the server changes what it keeps without touching what it does not change.

#pragma once

#include "json/document.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace closeout::sandbox {

struct Member
{
    QString key; // what the key says
    QByteArray rawKey; // with its quotes
    QByteArray raw; // the value
};

using Members = QList<Member>;

Member member(QLatin1StringView key, QByteArray raw);

// Of equal keys the last stays, at its own place.
Members membersOf(const json::Value &object);
Members membersOf(const QByteArray &object); // one that the server keeps, and so is valid

QByteArray objectOf(const Members &members); // compact
void appendMembers(QByteArray &json, const Members &members); // ,"key":value for each
void appendMembersOf(QByteArray &json, QByteArrayView object); // the same from an object's text

const Member *find(const Members &members, QStringView key,
                   Qt::CaseSensitivity sensitivity = Qt::CaseSensitive);

// In the place of the member of that key, or at the end.
void put(Members &members, Member member, Qt::CaseSensitivity sensitivity = Qt::CaseSensitive);

} // namespace closeout::sandbox
