// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Questions to one text, whatever its case of letters. All texts are UTF-8.

#pragma once

#include "rows/words.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace closeout::filter {

bool isAscii(QByteArrayView text);
QByteArray caseFolded(QByteArrayView text);

// Is it in the text?
class Needle
{
public:
    explicit Needle(const QString &text); // not empty

    bool isIn(QByteArrayView text) const;
    // Sets found[i] to 1 for each text i of the page that it is in.
    void scan(const rows::Words::Page &page, quint8 *found) const;

private:
    enum class How : quint8 {
        Bytes, // the bytes of either case tell
        Verified, // they tell where to look closer
        Slowly, // the cases of a letter have different lengths
    };
    const char *next(const char *from, const char *end) const; // nullptr: no more
    bool isHere(const char *at) const;

    QString m_text;
    QByteArray m_lower;
    QByteArray m_upper; // as long as m_lower
    How m_how = How::Bytes;
};

// Is it the whole text? '*' stands for any text, '?' for one character, unless a backslash stands
// before it.
class Glob
{
public:
    explicit Glob(const QString &pattern);
    static QString escaped(const QString &text); // the pattern for that text alone
    static QString unescaped(const QString &pattern); // the text, where there are no wildcards
    static bool hasWildcards(const QString &pattern);

    bool matches(QByteArrayView text) const;

private:
    QByteArray m_pattern; // folded; with bytes that are in no UTF-8 for the wildcards
};

} // namespace closeout::filter
