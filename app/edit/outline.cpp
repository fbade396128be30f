// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "edit/outline.h"

#include "json/cursor.h"
#include "json/scanner.h"

#include <algorithm>
#include <iterator>

namespace closeout::edit {

namespace {

using json::Type;

constexpr qsizetype worthALook = 4096; // bytes of a container that is not read whole for an edit

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

std::vector<Entry> entryOf(const Contents &contents, qsizetype shift)
{
    std::vector<Entry> entries(1);
    entries.front().lead = quint32(contents.start + shift) & 0x7fffffffU;
    entries.front().size = quint32(contents.end - contents.start);
    entries.front().hasDuplicates = contents.hasDuplicates;
    return entries;
}

std::unique_ptr<Node> nodeOf(Node &parent, qsizetype row, Contents contents)
{
    auto node = std::make_unique<Node>(&parent, row, contents.type, std::move(contents.entries));
    node->setTwice(contents.hasTwice);
    return node;
}

bool isContainer(Type type)
{
    return type == Type::Object || type == Type::Array;
}

} // namespace

Outline::Outline()
    : m_text("null")
    , m_top(std::make_unique<Node>(nullptr, 0, Type::Array, std::vector<Entry>(1)))
{
    m_top->resize(m_top->spot(0), 0, m_text.size());
}

Result<QByteArray> Outline::valueIn(const QByteArray &json, int depth)
{
    const Text text(json);
    const qsizetype mark = text.markSize();
    Contents contents;
    if (!json::isUtf8(json))
        return tl::unexpected(breakAt(text, {Flaw::Kind::Here, json.size(), 0, ""}).error);
    if (std::optional<Flaw> flaw = readContents(QByteArrayView(json).sliced(mark), depth,
                                                Trust::Unknown, contents)) {
        flaw->offset += mark;
        flaw->from += flaw->from > 0 ? mark : 0; // the scanner passes over one itself
        return tl::unexpected(breakAt(text, *flaw).error);
    }
    return json.mid(mark + contents.start, contents.end - contents.start);
}

std::optional<Break> Outline::read(const Text &text)
{
    const qsizetype mark = text.markSize();
    QByteArray room;
    const QByteArrayView bytes = text.view(0, text.size(), room);
    Contents contents;
    if (!json::isUtf8(bytes))
        return breakAt(text, {Flaw::Kind::Here, text.size(), 0, ""});
    if (std::optional<Flaw> flaw = readContents(bytes.sliced(mark), 0, Trust::Unknown, contents)) {
        flaw->offset += mark;
        flaw->from += flaw->from > 0 ? mark : 0; // the scanner passes over one itself
        return breakAt(text, *flaw);
    }
    m_text = text;
    m_top = std::make_unique<Node>(nullptr, 0, Type::Array, entryOf(contents, mark));
    if (isContainer(contents.type))
        m_top->at(m_top->spot(0)).node = nodeOf(*m_top, 0, std::move(contents));
    return {};
}

// The words of the scanner, which has to read no more than what stands around the flaw.
Break Outline::breakAt(const Text &text, const Flaw &flaw)
{
    constexpr qsizetype enough = 64; // bytes for any token but a string, and for what was found
    json::Defect defect{flaw.offset, {}};
    if (flaw.kind != Flaw::Kind::TooDeep) {
        const QByteArray behind = flaw.behind;
        const qsizetype most = text.size() - flaw.from;
        for (qsizetype length = std::min(most, flaw.offset - flaw.from + enough);; length = most) {
            QList<json::Node> nodes;
            const QByteArray part = behind + text.slice(flaw.from, length);
            const std::optional<json::Defect> found = json::scan(part, nodes, json::maximumValues);
            if (found && (length == most || found->offset < part.size() - 4)) {
                defect = *found;
                defect.offset += flaw.from - behind.size();
                break;
            }
            Q_ASSERT(length < most); // the two have one grammar
            if (length == most)
                break;
        }
    }
    const qsizetype rest = std::min<qsizetype>(text.size() - defect.offset, 4);
    const json::Position position = text.positionOf(defect.offset);
    return {defect.offset, position,
            json::errorOf(defect, position, text.slice(defect.offset, rest))};
}

int Outline::depthOf(const Node &node) const
{
    int depth = -1; // the top is none
    for (const Node *around = node.parent(); around; around = around->parent())
        ++depth;
    return depth;
}

qsizetype Outline::contentStart(const Node &node) const
{
    return node.parent() ? place(*node.parent(), node.parent()->spot(node.row())).valueStart + 1
                         : 0;
}

qsizetype Outline::contentEnd(const Node &node) const
{
    return node.parent() ? place(*node.parent(), node.parent()->spot(node.row())).end - 1
                         : m_text.size();
}

Place Outline::place(const Node &around, const Spot &spot) const
{
    return place(around, spot, contentStart(around));
}

Place Outline::place(const Node &around, const Spot &spot, qsizetype contentStart) const
{
    Place place;
    place.spot = spot;
    place.start = contentStart + spot.start;
    place.end = place.start + around.at(spot).size;
    place.keyEnd = place.valueStart = place.start;
    if (around.type() != Type::Object)
        return place;
    qsizetype length = std::min<qsizetype>(place.end - place.start, 256);
    while (true) {
        QByteArray room;
        const QByteArrayView text = m_text.view(place.start, length, room);
        json::Cursor cursor(text);
        if (!cursor.takeValue().isEmpty()) {
            qsizetype at = cursor.offset();
            const qsizetype keyEnd = at;
            while (at < length && (isSpace(text[at]) || text[at] == ':'))
                ++at;
            if (at < length) {
                place.keyEnd = place.start + keyEnd;
                place.valueStart = place.start + at;
                return place;
            }
        }
        Q_ASSERT(length < place.end - place.start);
        length = std::min(place.end - place.start, 16 * length);
    }
}

QByteArray Outline::rawKey(const Node &around, const Spot &spot, qsizetype contentStart) const
{
    const Place member = place(around, spot, contentStart);
    return m_text.slice(member.start, member.keyEnd - member.start);
}

Node *Outline::inside(Node &around, const Spot &spot) const
{
    Entry &entry = around.at(spot);
    if (entry.node)
        return entry.node.get();
    const Place child = place(around, spot);
    if (const char first = m_text.at(child.valueStart); first != '{' && first != '[')
        return nullptr;
    QByteArray room;
    Contents contents;
    const QByteArrayView bytes = m_text.view(child.valueStart, child.end - child.valueStart, room);
    const std::optional<Flaw> flaw = readContents(bytes, 0,
                                                  entry.hasDuplicates ? Trust::Unknown
                                                                      : Trust::Valid,
                                                  contents);
    Q_ASSERT(!flaw);
    entry.node = nodeOf(around, spot.row, std::move(contents));
    return entry.node.get();
}

// Brackets and quotes end a value whatever stands beside it; a number would go on.
bool Outline::delimitsItself(qsizetype offset) const
{
    const char c = m_text.at(offset);
    return c == '"' || c == '{' || c == '}' || c == '[' || c == ']';
}

Outline::Rows Outline::touched(Node &node, const Span &edit) const
{
    const qsizetype origin = contentStart(node);
    const qsizetype from = edit.at - origin;
    const qsizetype until = from + edit.removed;
    Rows rows{&node, 0, 0, origin, contentEnd(node)};
    Spot spot = node.spotEndingFrom(from);
    if (spot.row < node.count() && node.endOf(spot) == from && delimitsItself(origin + from - 1))
        node.next(spot);
    rows.first = spot.row;
    if (spot.row > 0)
        rows.start = spot.row < node.count() ? origin + spot.start - node.at(spot).lead
                                             : origin + node.bytes();
    while (spot.row < node.count()
           && (spot.start < until || (spot.start == until && !delimitsItself(origin + until))))
        node.next(spot);
    rows.behind = spot.row;
    if (spot.row < node.count())
        rows.end = origin + spot.start;
    return rows;
}

Outline::Rows Outline::innermost(const Span &edit) const
{
    Rows rows = touched(*m_top, edit);
    while (rows.behind - rows.first == 1) {
        const Place child = place(*rows.node, rows.node->spot(rows.first));
        const char first = m_text.at(child.valueStart);
        const bool isInside = (first == '{' || first == '[') && edit.at > child.valueStart
            && edit.at + edit.removed < child.end;
        if (!isInside
            || (child.end - child.valueStart < worthALook && !rows.node->at(child.spot).node))
            break;
        rows = touched(*inside(*rows.node, child.spot), edit);
    }
    return rows;
}

// Reads it as the inside of its container, with something small in place of what stands around.
Outline::Anew Outline::readAnew(const Text &text, const Rows &rows, const Span &edit) const
{
    const bool isObject = rows.node->type() == Type::Object;
    const bool isFirst = rows.first == 0;
    const bool isLast = rows.behind == rows.node->count();
    const QByteArray before = isObject ? (isFirst ? "{" : "{\"\":\"\"") : (isFirst ? "[" : "[\"\"");
    const QByteArray after = isObject ? (isLast ? "}" : "\"\":0}") : (isLast ? "]" : "\"\"]");
    QByteArray room;
    const QByteArrayView part = text.view(rows.start, rows.end + edit.delta() - rows.start, room);
    QByteArray scratch;
    scratch.reserve(before.size() + part.size() + after.size());
    scratch.append(before).append(part).append(after);
    const qsizetype afterStart = scratch.size() - after.size();

    Anew anew;
    const qsizetype shift = rows.start - before.size();
    if (!json::isUtf8(part)) {
        anew.flaw = Flaw{Flaw::Kind::Here, rows.start + part.size(), rows.start, ""};
        return anew;
    }
    Contents contents;
    anew.flaw = readContents(scratch, depthOf(*rows.node), Trust::Unknown, contents);
    if (anew.flaw) {
        // What closes the container early, or goes on behind these rows, may be good elsewhere.
        anew.isFinal = anew.flaw->kind == Flaw::Kind::TooDeep
            || (anew.flaw->kind == Flaw::Kind::Here && anew.flaw->offset <= afterStart);
        anew.flaw->offset += shift;
        anew.flaw->from += shift;
        return anew;
    }
    anew.entries = std::move(contents.entries);
    const qsizetype last = anew.entries.empty() ? -1 : contents.end - 1;
    if (!isLast) {
        const qsizetype start = last - anew.entries.back().size;
        if (start != afterStart) { // a string has swallowed the beginning
            anew.flaw = Flaw{Flaw::Kind::RanOut, rows.start + part.size(), rows.start, ""};
            anew.isFinal = false;
            return anew;
        }
        anew.lead = anew.entries.back().lead;
        anew.entries.pop_back();
    }
    if (!isFirst)
        anew.entries.erase(anew.entries.begin());
    return anew;
}

std::optional<Break> Outline::follow(const Text &text, qsizetype at, qsizetype removed,
                                     qsizetype inserted)
{
    const Span edit{at, removed, inserted};
    if (followSpace(text, edit))
        return {};
    Rows rows = innermost(edit);
    if (followKey(text, rows, edit))
        return {};
    while (rows.node != m_top.get()) {
        Anew anew = readAnew(text, rows, edit);
        if (!anew.flaw) {
            take(text, rows, edit, std::move(anew));
            return {};
        }
        if (anew.isFinal && anew.flaw->kind != Flaw::Kind::RanOut)
            return breakAt(text, *anew.flaw);
        rows = touched(*rows.node->parent(), edit);
    }
    std::vector<Mark *> marks = std::exchange(m_top->marks, {});
    const std::optional<Break> broken = read(text);
    for (Mark *mark : marks)
        mark->around = m_top.get();
    m_top->marks = std::move(marks);
    return broken;
}

// White space around the whole value is nobody's.
bool Outline::followSpace(const Text &text, const Span &edit)
{
    const Place whole = place(*m_top, m_top->spot(0));
    const auto isBlank = [&text](qsizetype from, qsizetype until) {
        const QByteArray part = text.slice(from, until - from);
        return std::all_of(part.cbegin(), part.cend(), isSpace);
    };
    const bool isBehind = edit.at >= whole.end && delimitsItself(whole.end - 1);
    const bool isBefore = edit.at + edit.removed <= whole.start && delimitsItself(whole.start)
        && edit.at >= m_text.markSize();
    if ((!isBehind && !isBefore) || !isBlank(edit.at, edit.at + edit.inserted)
        || text.markSize() != m_text.markSize())
        return false;
    if (isBefore)
        m_top->resize(whole.spot, edit.delta(), 0);
    m_text = text;
    return true;
}

// Another key for one value, which then is not read again however large it is.
bool Outline::followKey(const Text &text, const Rows &rows, const Span &edit)
{
    if (rows.node->type() != Type::Object || rows.behind - rows.first != 1)
        return false;
    const Place member = place(*rows.node, rows.node->spot(rows.first));
    if (edit.at < member.start || edit.at + edit.removed > member.keyEnd)
        return false;
    const QByteArray key = text.slice(member.start, member.keyEnd + edit.delta() - member.start);
    json::Cursor cursor(key);
    if (!json::isUtf8(key) || !key.startsWith('"') || cursor.takeValue().size() != key.size())
        return false;
    rows.node->at(member.spot).key = hashOfKey(key);
    rows.node->resize(member.spot, 0, edit.delta());
    growAround(*rows.node, edit.delta());
    m_text = text;
    lookForTwice(*rows.node, rows.first, 1);
    return true;
}

void Outline::take(const Text &text, const Rows &rows, const Span &edit, Anew anew)
{
    const auto fresh = qsizetype(anew.entries.size());
    moveMarks(rows, keepNodes(rows, edit, anew.entries), fresh);
    Node &node = *rows.node;
    node.replace(rows.first, rows.behind - rows.first, std::move(anew.entries));
    if (const qsizetype behind = rows.first + fresh; behind < node.count()) {
        const Spot spot = node.spot(behind);
        node.resize(spot, qint64(anew.lead) - qint64(node.at(spot).lead), 0);
    }
    growAround(node, edit.delta());
    m_text = text;
    if (node.type() == Type::Object)
        lookForTwice(node, rows.first, fresh);
    else
        lookForTwice(node, 0, 0);
}

// What has been looked at inside a child that is there still, byte for byte, is not lost. Of each
// row, which one it is now; -1: none.
std::vector<qsizetype> Outline::keepNodes(const Rows &rows, const Span &edit,
                                          std::vector<Entry> &entries)
{
    std::vector<qsizetype> now;
    if (rows.first == rows.behind)
        return now;
    qsizetype newStart = rows.start;
    size_t at = 0; // of entries
    const qsizetype origin = contentStart(*rows.node);
    for (Spot spot = rows.node->spot(rows.first); spot.row < rows.behind; rows.node->next(spot)) {
        Entry &old = rows.node->at(spot);
        qsizetype start = origin + spot.start;
        const bool isBefore = start + old.size <= edit.at;
        const bool isBehind = start >= edit.at + edit.removed;
        start += isBefore ? 0 : edit.delta();
        while (at < entries.size() && newStart + entries[at].lead < start)
            newStart += entries[at++].whole();
        const bool isHere = (isBefore || isBehind) && at < entries.size()
            && newStart + entries[at].lead == start && entries[at].size == old.size;
        now.push_back(isHere ? rows.first + qsizetype(at) : -1);
        if (isHere)
            entries[at].node = std::move(old.node);
    }
    return now;
}

// Where there are as many rows as before, each is the one that stood there.
void Outline::moveMarks(const Rows &rows, const std::vector<qsizetype> &now, qsizetype fresh)
{
    const qsizetype before = rows.behind - rows.first;
    std::vector<Mark *> &marks = rows.node->marks;
    for (Mark *mark : marks) {
        if (mark->row >= rows.behind)
            mark->row += fresh - before;
        else if (mark->row < rows.first || fresh == before)
            continue;
        else if (const qsizetype row = now[size_t(mark->row - rows.first)]; row >= 0)
            mark->row = row;
        else
            mark->around = nullptr;
    }
    marks.erase(std::remove_if(marks.begin(), marks.end(),
                               [](const Mark *mark) { return !mark->around; }),
                marks.end());
}

void Outline::growAround(Node &node, qint64 delta)
{
    for (Node *each = &node; each->parent(); each = each->parent())
        each->parent()->resize(each->parent()->spot(each->row()), 0, delta);
}

} // namespace closeout::edit
