// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A filter as it was understood: what parsing makes, and what evaluation, sorting into canonical
// form and the tests walk over.

#pragma once

#include "filter/decimal.h"
#include "filter/lexer.h"
#include "filter/quantities.h"
#include "filter/textmatch.h"
#include "rows/datapath.h"

#include <QtCore/QRegularExpression>

#include <variant>
#include <vector>

namespace closeout::filter {

// A value in attached data, against the spelled one of the filter.
struct Comparand
{
    Comparison comparison = Comparison::Equal;
    QByteArray text; // case-folded
    std::optional<Decimal> number;

    bool holds(QByteArrayView value) const;
};

struct NotSaid
{
};

using Matcher = std::variant<NotSaid, Needle, Glob, QRegularExpression, Comparand>;

// One question to a row. It is answered yes by any one of its values.
struct Condition
{
    enum class Of : quint8 {
        AnyText,
        Text, // of a field
        Data, // the attached data as a whole
        Path, // a value in the attached data
        Number, // a moment, a duration, a count
        Status,
        Stuck,
    };
    Of of = Of::AnyText;
    rows::Field field = rows::Field::ServiceId;
    rows::DataPath path;
    Comparison comparison = Comparison::Is; // NotEqual: none of the values
    QList<Value> values; // as they were written; what follows is made of them
    std::vector<Matcher> matchers; // AnyText, Text, Data, Path
    std::vector<Span> spans; // Number: of the values, in milliseconds, or a count
    bool allowsNotSaid = false; // Number
    quint8 statuses = 0; // one bit for each
};

struct Node
{
    enum class Kind : quint8 { Everything, And, Or, Not, Test };
    Kind kind = Kind::Everything;
    std::vector<Node> children;
    Condition test;
};

tl::expected<Node, Fault> parseFilter(const QString &text, rows::Subject subject);

// What one term, word or regular expression asks.
tl::expected<Condition, Fault> questionOf(const Token &token, rows::Subject subject);

// Whether the field of a term is none that such rows have.
std::optional<Fault> wrongField(const Token &token, rows::Subject subject);

// In canonical form: short names of fields, NOT as a minus, quotes where need be. It says the same
// and is its own canonical form.
QString print(const Node &node);

QString quotedValue(const QString &text); // a text as the value of a field, in quotes if need be

} // namespace closeout::filter
