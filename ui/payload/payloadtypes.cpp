// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/payload/payloadtypes.h"

#include "contract/visible.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

using json::Type;

struct PayloadTypes
{
    Q_DECLARE_TR_FUNCTIONS(PayloadTypes)
};

constexpr qsizetype mostShown = 300; // characters of a string in its row
constexpr qsizetype longText = 1000;

bool endsLine(QChar unit)
{
    return unit == u'\n' || unit == u'\r' || unit == QChar::LineSeparator
        || unit == QChar::ParagraphSeparator;
}

} // namespace

QList<Type> editableTypes()
{
    return {Type::String, Type::Number, Type::Bool, Type::Null, Type::Object, Type::Array};
}

QString typeName(Type type)
{
    switch (type) {
    case Type::Null:
        return PayloadTypes::tr("null");
    case Type::Bool:
        return PayloadTypes::tr("boolean");
    case Type::Number:
        return PayloadTypes::tr("number");
    case Type::String:
        return PayloadTypes::tr("string");
    case Type::Array:
        return PayloadTypes::tr("array");
    case Type::Object:
        return PayloadTypes::tr("object");
    case Type::Absent:
        break;
    }
    return {};
}

Icon typeIcon(Type type)
{
    switch (type) {
    case Type::Bool:
        return Icon::Boolean;
    case Type::Number:
        return Icon::Number;
    case Type::String:
        return Icon::String;
    case Type::Array:
        return Icon::Array;
    case Type::Object:
        return Icon::Object;
    default:
        return Icon::Null;
    }
}

bool isContainer(Type type)
{
    return type == Type::Object || type == Type::Array;
}

// On one line, for a row, with what is not seen drawn.
QString onOneLine(const QString &text)
{
    QString shown = text.size() <= mostShown ? text : text.first(mostShown) + u'…';
    shown.replace("\r\n"_L1, "\n"_L1);
    shown.replace(u'\n', u'↵');
    return contract::visible(shown);
}

bool isLongText(const QString &text)
{
    return text.size() > longText || std::any_of(text.cbegin(), text.cend(), endsLine);
}

} // namespace closeout::ui
