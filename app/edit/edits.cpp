// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The part of a Document that says which bytes an edit of the tree changes.

#include "edit/document.h"

#include "json/format.h"

#include <algorithm>

namespace closeout::edit {

namespace {

using json::Type;
using Kind = Change::Kind;

tl::unexpected<Error> refused(const QString &why)
{
    return failure(ErrorKind::InvalidInput, why);
}

QByteArray indentAt(const Text &text, qsizetype offset)
{
    const qsizetype start = text.lastBreakBefore(offset) + 1;
    qsizetype end = start;
    while (end < offset && (text.at(end) == ' ' || text.at(end) == '\t'))
        ++end;
    return text.slice(start, end - start);
}

// A place for a child: what stands around it, in bytes of the text.
struct Gap
{
    bool isObject = false;
    qsizetype key = 0; // of the container; its bracket, where it has none
    qsizetype open = 0; // its opening bracket
    qsizetype close = 0;
    qsizetype children = 0;
    qsizetype row = 0; // where the child will stand
    qsizetype at = 0; // the end of the last child before it; for others the start of the one behind
    qsizetype first = 0; // child: its start, and so on
    qsizetype firstKeyEnd = 0;
    qsizetype firstValue = 0;
    qsizetype firstEnd = 0;
    qsizetype second = 0;

    Gap(const Value &container, qsizetype row);
    void leaveOut(qsizetype from, qsizetype length); // as if these bytes were not there
};

Gap::Gap(const Value &container, qsizetype row)
    : isObject(container.isObject())
    , key(container.keyOffset())
    , open(container.offset())
    , close(container.end() - 1)
    , children(container.size())
    , row(row)
    , at(open + 1)
{
    if (children == 0)
        return;
    const Value child = container.at(0);
    first = child.keyOffset();
    firstKeyEnd = first + child.rawKey().size();
    firstValue = child.offset();
    firstEnd = child.end();
    if (children > 1)
        second = container.at(1).keyOffset();
    at = row == children ? container.at(row - 1).end() : container.at(row).keyOffset();
}

void Gap::leaveOut(qsizetype from, qsizetype length)
{
    for (qsizetype *each :
         {&key, &open, &close, &at, &first, &firstKeyEnd, &firstValue, &firstEnd, &second}) {
        if (*each > from)
            *each -= std::min(length, *each - from);
    }
}

// What a container puts between its children, and between a key and its value.
struct Style
{
    QByteArray comma = ",";
    QByteArray colon = ": ";

    Style(const Text &text, const Gap &gap);
};

Style::Style(const Text &text, const Gap &gap)
{
    if (gap.children == 0)
        return;
    if (gap.isObject)
        colon = text.slice(gap.firstKeyEnd, gap.firstValue - gap.firstKeyEnd);
    if (gap.children > 1)
        comma = text.slice(gap.firstEnd, gap.second - gap.firstEnd);
    else // a line break and its indent, or nothing
        comma += text.slice(gap.open + 1, gap.first - gap.open - 1);
}

enum class Lines : quint8 { One, Several }; // of the whole text

Lines linesOf(const Text &text)
{
    return text.lines() > 1 ? Lines::Several : Lines::One;
}

Splice insertion(const Text &text, Lines lines, const Gap &gap, const QByteArray &rawKey,
                 const QByteArray &json)
{
    const Style style(text, gap);
    const QByteArray item = gap.isObject ? rawKey + style.colon + json : json;
    if (gap.children == 0 && lines == Lines::Several) {
        const QByteArray indent = '\n' + indentAt(text, gap.key);
        const qsizetype inside = gap.open + 1;
        return {inside, text.slice(inside, gap.close - inside), indent + "  " + item + indent};
    }
    if (gap.children == 0)
        return {gap.at, {}, item};
    return {gap.at, {}, gap.row == gap.children ? style.comma + item : item + style.comma};
}

Splice removal(const Text &text, const Value &value)
{
    const Value container = value.parent();
    qsizetype from = container.offset() + 1; // of one alone: with the space that set it off
    qsizetype until = container.end() - 1;
    if (const Value next = value.next(); next.exists()) {
        from = value.keyOffset();
        until = next.keyOffset();
    } else if (value.row() > 0) {
        from = container.at(value.row() - 1).end();
        until = value.end();
    }
    return {from, text.slice(from, until - from), {}};
}

int depthOf(const Value &value)
{
    return int(value.path().size());
}

bool holdsValues(const Value &value)
{
    return value.isObject() || value.isArray();
}

} // namespace

Result<Change> Document::replaceValue(const Value &value, const QByteArray &json) const
{
    if (const Result<void> good = checkGood(); !good)
        return tl::unexpected(good.error());
    // Checked on its own first: "1, 2" would fit into an array and still not be a value.
    const Result<QByteArray> raw = Outline::valueIn(json, depthOf(value));
    if (!raw)
        return tl::unexpected(raw.error());
    return Change{Kind::Value, value.path(), {}, 1, {{value.offset(), value.raw(), *raw}}};
}

Result<Change> Document::renameKey(const Value &member, const QByteArray &rawKey) const
{
    if (const Result<void> good = checkGood(); !good)
        return tl::unexpected(good.error());
    const QByteArray old = member.rawKey();
    if (old.isEmpty())
        return refused(Tr::tr("Only a member of an object has a key."));
    return Change{Kind::Key, member.path(), {}, 1, {{member.keyOffset(), old, rawKey}}};
}

Result<Change> Document::insert(const Value &container, qsizetype row, const QByteArray &rawKey,
                                const QByteArray &json) const
{
    if (const Result<void> good = checkGood(); !good)
        return tl::unexpected(good.error());
    const Result<QByteArray> raw = Outline::valueIn(json, depthOf(container) + 1);
    if (!raw)
        return tl::unexpected(raw.error());
    if (!holdsValues(container))
        return refused(Tr::tr("Only objects and arrays can hold values."));
    if (row < 0 || row > container.size())
        return refused(Tr::tr("There is no place %1 to insert at.").arg(row));
    return Change{Kind::Inserted,
                  childOf(container.path(), row),
                  {},
                  1,
                  {insertion(m_text, linesOf(m_text), Gap(container, row), rawKey, *raw)}};
}

Result<Change> Document::append(const Value &object, const QList<Member> &members) const
{
    if (const Result<void> good = checkGood(); !good)
        return tl::unexpected(good.error());
    const Gap gap(object, object.size());
    const Style style(m_text, gap);
    QByteArray added;
    for (const Member &member : members) {
        if (gap.children > 0 || !added.isEmpty())
            added += style.comma;
        added += member.rawKey + style.colon + member.json;
    }
    return Change{Kind::Inserted,
                  childOf(object.path(), gap.children),
                  {},
                  int(members.size()),
                  {{gap.at, {}, added}}};
}

Result<Change> Document::remove(const Value &value) const
{
    if (const Result<void> good = checkGood(); !good)
        return tl::unexpected(good.error());
    if (!value.parent().exists())
        return refused(Tr::tr("The whole document cannot be removed."));
    return Change{Kind::Removed, value.path(), {}, 1, {removal(m_text, value)}};
}

Result<Change> Document::move(const Value &value, qsizetype row) const
{
    if (const Result<void> good = checkGood(); !good)
        return tl::unexpected(good.error());
    const Value container = value.parent();
    if (!container.exists() || row < 0 || row >= container.size())
        return refused(Tr::tr("There is no place %1 to move to.").arg(row));
    // The items change places; what stands between them (commas, white space) stays.
    const qsizetype first = std::min(value.row(), row);
    const qsizetype last = std::max(value.row(), row);
    QList<QByteArray> items;
    QList<QByteArray> gaps;
    const qsizetype start = container.at(first).keyOffset();
    qsizetype end = start;
    for (Value each = container.at(first); each.exists() && each.row() <= last;
         each = each.next()) {
        const qsizetype from = each.keyOffset();
        gaps.append(m_text.slice(end, from - end)); // before it; of the first nothing
        end = each.end();
        items.append(m_text.slice(from, end - from));
    }
    items.move(value.row() - first, row - first);
    QByteArray moved;
    moved.reserve(end - start);
    for (qsizetype i = 0; i < items.size(); ++i)
        moved += gaps.at(i) + items.at(i);
    const Path path = value.path();
    return Change{Kind::Moved,
                  path,
                  childOf(parentOf(path), row),
                  1,
                  {{start, m_text.slice(start, end - start), moved}}};
}

Result<Change> Document::move(const Value &value, const Value &container, qsizetype row,
                              const QByteArray &rawKey) const
{
    if (const Result<void> good = checkGood(); !good)
        return tl::unexpected(good.error());
    const Path from = value.path();
    const Path around = container.path();
    if (from.isEmpty() || isWithin(around, from))
        return refused(Tr::tr("A value cannot be moved into itself."));
    if (!holdsValues(container))
        return refused(Tr::tr("Only objects and arrays can hold values."));
    if (row < 0 || row > container.size())
        return refused(Tr::tr("There is no place %1 to insert at.").arg(row));
    const QByteArray raw = value.raw();
    if (const Result<QByteArray> fits = Outline::valueIn(raw, depthOf(container) + 1); !fits)
        return tl::unexpected(fits.error());
    const Splice taken = removal(m_text, value);
    Text without = m_text;
    without.replace(taken.at, taken.removed.size(), {});
    Gap gap(container, row);
    gap.leaveOut(taken.at, taken.removed.size());
    return Change{Kind::Moved,
                  from,
                  childOf(afterRemoval(around, from), row),
                  1,
                  {taken, insertion(without, linesOf(m_text), gap, rawKey, raw)}};
}

Change Document::replaceText(qsizetype at, qsizetype length, const QByteArray &bytes) const
{
    return Change{Kind::Text, {}, {}, 1, {{at, m_text.slice(at, length), bytes}}};
}

Result<QByteArray> Document::laidOut(const Value &container, const QByteArray &json) const
{
    const Result<QByteArray> raw = Outline::valueIn(json, 0);
    if (!raw || linesOf(m_text) == Lines::One)
        return raw;
    const Result<json::Document> value = json::Document::parse(*raw);
    if (!value)
        return tl::unexpected(value.error());
    if (value->root().size() == 0)
        return raw;
    QByteArray indent = indentAt(m_text, container.keyOffset()) + "  ";
    if (const Value first = container.at(0); first.exists()) {
        const qsizetype open = container.offset();
        if (m_text.lastBreakBefore(first.keyOffset()) < open)
            return raw;
        indent = indentAt(m_text, first.keyOffset());
    }
    return json::formatted(value->root()).replace("\n", "\n" + indent);
}

} // namespace closeout::edit
