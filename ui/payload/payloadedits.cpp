// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/payload/payloadedits.h"

#include "json/strings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

using json::Type;

QByteArray emptyValue(Type type)
{
    switch (type) {
    case Type::Bool:
        return "false";
    case Type::Number:
        return "0";
    case Type::String:
        return "\"\"";
    case Type::Array:
        return "[]";
    case Type::Object:
        return "{}";
    default:
        return "null";
    }
}

// Only the brackets and the keys change; white space and values stay.
QByteArray reshaped(const json::Value &container, Type type)
{
    QByteArray text = container.raw().toByteArray();
    text.front() = type == Type::Object ? '{' : '[';
    text.back() = type == Type::Object ? '}' : ']';
    QList<json::Value> children;
    for (const json::Value child : container)
        children.append(child);
    for (qsizetype row = children.size() - 1; row >= 0; --row) {
        const json::Value &child = children.at(row);
        const qsizetype at = child.keyOffset() - container.offset();
        if (type == Type::Array)
            text.remove(at, child.offset() - child.keyOffset());
        else
            text.insert(at, json::spell(QString::number(row)) + ": ");
    }
    return text;
}

bool isContainer(Type type)
{
    return type == Type::Object || type == Type::Array;
}

// How many bytes of a string's spelling, from “at” on, spell its next character.
qsizetype bytesOfCharacter(QByteArrayView raw, qsizetype at)
{
    const uchar byte = uchar(raw.at(at));
    if (byte == '\\')
        return raw.at(at + 1) == 'u' ? 6 : 2;
    return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

// Where each character of a string's spelling ends, in bytes of the spelling and in code units of
// what it says.
struct Mark
{
    qsizetype byte = 1; // behind the opening quote
    qsizetype unit = 0;
};

QList<Mark> marksOf(QByteArrayView raw)
{
    QList<Mark> marks{Mark()};
    while (marks.constLast().byte < raw.size() - 1) {
        const Mark last = marks.constLast();
        const qsizetype bytes = bytesOfCharacter(raw, last.byte);
        const bool isPair = bytes == 4; // of surrogates; escapes spell one unit each
        marks.append({last.byte + bytes, last.unit + (isPair ? 2 : 1)});
    }
    return marks;
}

qsizetype commonPrefix(QStringView a, QStringView b)
{
    return std::mismatch(a.cbegin(), a.cend(), b.cbegin(), b.cend()).first - a.cbegin();
}

// Not beyond what the common prefix has taken already.
qsizetype commonSuffix(QStringView a, QStringView b, qsizetype prefix)
{
    const qsizetype most = std::min(a.size(), b.size()) - prefix;
    qsizetype size = 0;
    while (size < most && a.at(a.size() - 1 - size) == b.at(b.size() - 1 - size))
        ++size;
    return size;
}

QByteArray spelledInside(QStringView text)
{
    const QByteArray quoted = json::spell(text);
    return quoted.sliced(1, quoted.size() - 2);
}

} // namespace

QByteArray withType(const json::Value &value, Type type)
{
    const Type old = value.type();
    if (old == type)
        return value.raw().toByteArray();
    if (isContainer(old) && isContainer(type))
        return reshaped(value, type);
    if (type == Type::String && (old == Type::Number || old == Type::Bool))
        return json::spell(value.text());
    if (old == Type::String) {
        const Result<json::Document> said = json::Document::parse(value.text().trimmed().toUtf8());
        if (said && !isContainer(type) && said->root().type() == type)
            return said->root().raw().toByteArray();
    }
    return emptyValue(type);
}

QByteArray respelled(QByteArrayView raw, const QString &text)
{
    const QString before = json::unspell(raw);
    if (before == text)
        return raw.toByteArray();
    const QList<Mark> marks = marksOf(raw);
    const qsizetype prefix = commonPrefix(before, text);
    const qsizetype suffix = commonSuffix(before, text, prefix);
    const auto unitIsLess = [](const Mark &mark, qsizetype unit) { return mark.unit < unit; };
    // The last character that ends inside the prefix, and the first that starts inside the suffix.
    auto head = std::lower_bound(marks.cbegin(), marks.cend(), prefix, unitIsLess);
    if (head->unit > prefix)
        --head;
    const auto tail = std::lower_bound(marks.cbegin(), marks.cend(), before.size() - suffix,
                                       unitIsLess);
    const qsizetype kept = before.size() - tail->unit;
    const QStringView middle = QStringView(text).sliced(head->unit,
                                                        text.size() - kept - head->unit);
    return raw.first(head->byte).toByteArray() + spelledInside(middle)
        + raw.sliced(tail->byte).toByteArray();
}

QByteArray spelledAsTyped(const QString &typed)
{
    const QString bare = typed.trimmed();
    if (bare == u"{" || bare == u"[")
        return emptyValue(bare == u"{" ? Type::Object : Type::Array);
    const Result<json::Document> value = json::Document::parse(bare.toUtf8());
    return value ? value->root().raw().toByteArray() : json::spell(typed);
}

QString withLineEndsOf(const QString &before, const QString &now)
{
    QString shown;
    QList<qsizetype> places; // in “before”, of each character shown
    for (qsizetype at = 0; at < before.size(); ++at) {
        const QChar unit = before.at(at);
        places.append(at);
        if (unit == u'\r' && at + 1 < before.size() && before.at(at + 1) == u'\n')
            ++at;
        const bool endsLine = unit == u'\r' || unit == QChar::ParagraphSeparator;
        shown.append(endsLine ? QChar(u'\n') : unit);
    }
    places.append(before.size());
    const qsizetype prefix = commonPrefix(shown, now);
    const qsizetype suffix = commonSuffix(shown, now, prefix);
    return before.first(places.at(prefix)) + now.sliced(prefix, now.size() - prefix - suffix)
        + before.sliced(places.at(shown.size() - suffix));
}

QString freshKey(const edit::Value &object, const QString &wanted)
{
    QString key = wanted;
    for (int number = 2; object.member(key).exists(); ++number)
        key = u"%1 %2"_s.arg(wanted, QString::number(number));
    return key;
}

} // namespace closeout::ui
