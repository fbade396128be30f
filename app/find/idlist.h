// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Ids of services, customers or contact keys, from what somebody types or pastes.
//
// An id is text. What a spreadsheet has made of a long one ("1.2E+18") is another id, so it is
// refused and never guessed.

#pragma once

#include <QtCore/QStringList>

namespace closeout::find {

struct RefusedId
{
    enum class Reason : quint8 { Rounded, ControlCharacter, TooLong, NotClosed, NotUtf8 };

    Reason reason = Reason::Rounded;
    QString text; // its beginning, fit to be shown
    qsizetype line = 1;
    qsizetype column = 1; // in characters, of its first one

    QString message() const; // where, what and what to do now
    friend bool operator==(const RefusedId &, const RefusedId &) = default;
};

// One that was taken without what a spreadsheet or a copy from a page had put around it.
struct CleanedId
{
    QString text; // as it was, fit to be shown
    QString id;
    qsizetype line = 1;

    QString message() const;
    friend bool operator==(const CleanedId &, const CleanedId &) = default;
};

struct IdList
{
    static constexpr qsizetype mostRefused = 20; // that are told one by one
    static constexpr qsizetype longestId = 1000; // characters

    QStringList ids; // each once, in the order in which they came
    qint64 duplicates = 0; // left out, because it had been there before
    QList<RefusedId> refused = {}; // the first mostRefused of them
    qint64 refusedCount = 0;
    QList<CleanedId> cleaned = {}; // the first mostRefused of them
    qint64 cleanedCount = 0;

    qint64 found() const { return ids.size() + duplicates + refusedCount; }
};

// With line breaks, tabs, semicolons or commas between them; blanks around and empty ones are left
// out, and one that holds a separator stands in quotes.
IdList idsInText(QStringView text);
IdList joined(const IdList &first, const IdList &second); // each id once still
QString listedIds(const QStringList &ids); // one a line, which idsInText() reads

} // namespace closeout::find
