// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The filter language in pieces. Also of a broken text everything up to the fault is handed on, and
// the piece with the fault as far as it goes: completion works on it.

#pragma once

#include <QtCore/QLatin1StringView>
#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace closeout::filter {

struct Fault
{
    qsizetype at = 0; // in UTF-16 code units, as the cursor of a text field counts
    qsizetype length = 0;
    QString message;

    friend bool operator==(const Fault &, const Fault &) = default;
};

enum class Comparison : quint8 { Is, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };
QLatin1StringView spellingOf(Comparison comparison);

struct Value
{
    enum class Form : quint8 { Text, Regex };
    Form form = Form::Text;
    // Of a text with a backslash before each backslash, and before each '*' and '?' that stands for
    // itself; of a regular expression as it stands between the slashes.
    QString text;
    qsizetype at = 0; // with its quotes or slashes
    qsizetype length = 0;
};

struct Token
{
    enum class Kind : quint8 { Open, Close, Minus, And, Or, Not, Words, Regex, Term };
    Kind kind = Kind::Words;
    qsizetype at = 0;
    qsizetype length = 0;
    QString text; // of words what they say; of a regular expression what it is; of a term its field
    bool isQuoted = false;
    // of a term
    qsizetype nameLength = 0;
    Comparison comparison = Comparison::Is;
    qsizetype comparisonAt = 0;
    QList<Value> values;
};

struct Tokens
{
    QList<Token> tokens;
    std::optional<Fault> error;
};

Tokens tokensOf(const QString &text);

} // namespace closeout::filter
