// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "edit/document.h"

#include "json/strings.h"

#include <algorithm>
#include <limits>

namespace closeout::edit {

namespace {

constexpr qsizetype mostBytes = std::numeric_limits<qint32>::max();

// Nothing: a '~' stands there that is neither ~0 nor ~1.
std::optional<QString> unescaped(QStringView step)
{
    for (qsizetype at = step.indexOf(u'~'); at >= 0; at = step.indexOf(u'~', at + 1)) {
        if (const QStringView next = step.mid(at + 1, 1); next != u"0" && next != u"1")
            return {};
    }
    return step.toString()
        .replace(QLatin1StringView("~1"), QLatin1StringView("/"))
        .replace(QLatin1StringView("~0"), QLatin1StringView("~"));
}

// What is no index: -1.
qsizetype indexFrom(QStringView step)
{
    bool isNumber = false;
    const qlonglong index = step.toLongLong(&isNumber);
    return isNumber && QString::number(index) == step ? index : -1;
}

Result<void> checkSize(qsizetype size)
{
    if (size <= mostBytes)
        return {};
    return failure(ErrorKind::InvalidInput,
                   Tr::tr("The JSON text is %1 bytes long; the limit is 2 GiB.").arg(size));
}

} // namespace

Document::Document()
    : m_outline(std::make_unique<Outline>())
    , m_text(m_outline->text())
{
}

Result<Document> Document::open(QByteArray text)
{
    if (const Result<void> good = checkSize(text.size()); !good)
        return tl::unexpected(good.error());
    Document document;
    document.m_text = Text(std::move(text));
    if (std::optional<Break> broken = document.m_outline->read(document.m_text))
        return tl::unexpected(std::move(broken->error));
    return document;
}

Value Document::value(Node *around, qsizetype row) const
{
    return {m_outline.get(), around, around->spot(row)};
}

Value Document::root() const
{
    return value(&m_outline->top(), 0);
}

Value Document::at(const Path &path) const
{
    Value value = root();
    for (const int row : path)
        value = value.at(row);
    return value;
}

Value Document::child(const void *home, qsizetype row) const
{
    return value(const_cast<Node *>(static_cast<const Node *>(home)), row);
}

Value Document::find(QStringView pointer) const
{
    Value value = root();
    if (pointer.isEmpty())
        return value;
    if (!pointer.startsWith(u'/'))
        return {};
    for (const QStringView step : pointer.sliced(1).split(u'/')) {
        if (value.isObject()) {
            const std::optional<QString> key = unescaped(step);
            value = key ? value.member(*key) : Value();
        } else {
            value = value.isArray() ? value.at(indexFrom(step)) : Value();
        }
    }
    return value;
}

Value Document::valueAt(qsizetype offset) const
{
    Value found = root();
    for (Node *node = found.inside(); node; node = found.inside()) {
        const qsizetype start = m_outline->contentStart(*node);
        const Spot spot = node->spotEndingFrom(offset + 1 - start);
        if (offset < start || spot.row == node->count() || start + spot.start > offset)
            break;
        found = Value(m_outline.get(), node, spot, start);
    }
    return found;
}

Handle Document::handle(const Value &value) const
{
    Handle handle;
    if (!value.exists())
        return handle;
    handle.m_mark = std::shared_ptr<Mark>(new Mark{value.m_around, value.row()}, [](Mark *mark) {
        if (mark->around) {
            std::vector<Mark *> &marks = mark->around->marks;
            marks.erase(std::find(marks.begin(), marks.end(), mark));
        }
        delete mark;
    });
    value.m_around->marks.push_back(handle.m_mark.get());
    return handle;
}

Value Document::value(const Handle &handle) const
{
    const Mark *mark = handle.m_mark.get();
    return mark && mark->around ? value(mark->around, mark->row) : Value();
}

Value Document::nextDuplicate(const Path &behind) const
{
    Value found;
    Path fromTop = behind;
    fromTop.prepend(0);
    nextDuplicateIn(m_outline->top(), {}, fromTop, found);
    return found;
}

// Only where there is one inside; path: of the node, from the top.
bool Document::nextDuplicateIn(Node &node, const Path &path, const Path &behind, Value &found) const
{
    const std::vector<Twice> &twice = m_outline->twice(node);
    auto own = twice.cbegin();
    for (Spot spot = node.spot(0); spot.row < node.count(); node.next(spot)) {
        while (own != twice.cend() && own->row < spot.row)
            ++own;
        const bool isLater = own != twice.cend() && own->row == spot.row && own->isLater;
        if (!isLater && !node.at(spot).hasDuplicates)
            continue;
        const Path here = childOf(path, spot.row);
        if (isLater
            && std::lexicographical_compare(behind.cbegin(), behind.cend(), here.cbegin(),
                                            here.cend())) {
            found = value(&node, spot.row);
            return true;
        }
        const bool isOver = here < behind.first(std::min(behind.size(), here.size()));
        if (node.at(spot).hasDuplicates && !isOver
            && nextDuplicateIn(*m_outline->inside(node, spot), here, behind, found))
            return true;
    }
    return false;
}

Result<void> Document::checkGood() const
{
    return m_break ? Result<void>(tl::unexpected(m_break->error)) : Result<void>();
}

// What a move takes along, and what stays inside of an object that becomes an array.
struct Document::Kept
{
    std::unique_ptr<Node> node; // of the value itself
    qsizetype size = 0; // of the value, in bytes
    std::vector<std::pair<Entry, qsizetype>> rows; // its siblings and itself, with their new rows
    std::vector<std::pair<Mark *, qsizetype>> marks; // with their new rows
};

Document::Kept Document::keep(const Change &change) const
{
    Kept kept;
    const Value value = m_break ? Value() : at(change.at);
    if (!value.exists() || change.at.isEmpty())
        return kept;
    Node &around = *value.m_around;
    kept.size = value.end() - value.offset();
    if (change.kind == Change::Kind::Shape) {
        kept.node = std::move(around.at(value.m_spot).node);
    } else if (change.kind == Change::Kind::Moved && !change.to.isEmpty()) {
        const bool isSibling = isSame(parentOf(change.at), parentOf(change.to));
        if (!isSibling)
            kept.node = std::move(around.at(value.m_spot).node);
        const qsizetype from = value.row();
        const qsizetype to = isSibling ? change.to.constLast() : from;
        const auto newRow = [from, to](qsizetype row) {
            if (row == from)
                return to;
            return from < to ? row - 1 : row + 1;
        };
        const qsizetype first = std::min(from, to);
        const qsizetype last = std::min(std::max(from, to), around.count() - 1);
        for (Mark *mark : around.marks) {
            if (mark->row >= first && mark->row <= last)
                kept.marks.emplace_back(mark, newRow(mark->row));
        }
        Spot spot = around.spot(std::min(first, last));
        for (; isSibling && spot.row <= last; around.next(spot)) {
            if (!around.at(spot).node)
                continue;
            Entry entry;
            entry.size = around.at(spot).size;
            entry.node = std::move(around.at(spot).node);
            kept.rows.emplace_back(std::move(entry), newRow(spot.row));
        }
    }
    return kept;
}

void Document::putBack(Kept kept, const Change &change)
{
    const Value value = m_break ? Value() : at(change.place());
    if (!value.exists() || change.place().isEmpty())
        return;
    Node &around = *value.m_around;
    for (auto &[entry, row] : kept.rows) {
        const Spot spot = around.spot(row);
        if (around.at(spot).size == entry.size) {
            entry.node->setParent(&around, row);
            around.at(spot).node = std::move(entry.node);
        }
    }
    for (const auto &[mark, row] : kept.marks) {
        if (mark->around) {
            std::vector<Mark *> &marks = mark->around->marks;
            marks.erase(std::find(marks.begin(), marks.end(), mark));
        }
        mark->around = &around;
        mark->row = isSame(parentOf(change.at), parentOf(change.to)) ? row : value.row();
        around.marks.push_back(mark);
    }
    if (!kept.node)
        return;
    Entry &entry = around.at(value.m_spot);
    const Place place = value.place();
    if (change.kind == Change::Kind::Moved) {
        if (place.end - place.valueStart == kept.size) {
            kept.node->setParent(&around, value.row());
            entry.node = std::move(kept.node);
        }
        return;
    }
    Node *fresh = m_outline->inside(around, value.m_spot);
    if (!fresh || fresh->count() != kept.node->count())
        return;
    Spot now = fresh->count() > 0 ? fresh->spot(0) : fresh->end();
    Spot before = fresh->count() > 0 ? kept.node->spot(0) : kept.node->end();
    for (; now.row < fresh->count(); fresh->next(now), kept.node->next(before))
        fresh->at(now).node = std::move(kept.node->at(before).node);
    kept.node->takeInside(*fresh);
    kept.node->setParent(&around, value.row());
    entry.node = std::move(kept.node);
}

Result<QList<Text>> Document::steps(const Change &change) const
{
    QList<Text> texts;
    Text text = m_text;
    for (const Splice &splice : change.splices) {
        if (!text.holds(splice.at, splice.removed)) {
            return failure(ErrorKind::InvalidInput,
                           Tr::tr("The text has changed since that edit."));
        }
        text.replace(splice.at, splice.removed.size(), splice.inserted);
        if (const Result<void> good = checkSize(text.size()); !good)
            return tl::unexpected(good.error());
        texts.append(text);
    }
    return texts;
}

Result<void> Document::fits(const Change &change) const
{
    const Result<QList<Text>> texts = steps(change);
    return texts ? Result<void>() : tl::unexpected(texts.error());
}

Result<void> Document::apply(const Change &change)
{
    const Result<QList<Text>> texts = steps(change);
    if (!texts)
        return tl::unexpected(texts.error());
    Kept kept = keep(change);
    for (qsizetype i = 0; i < change.splices.size(); ++i)
        follow(texts->at(i), change.splices.at(i));
    putBack(std::move(kept), change);
    return {};
}

// While it is broken, all that has been done since it was good counts as one edit.
void Document::follow(const Text &text, const Splice &splice)
{
    const qsizetype tail = text.size() - splice.at - splice.inserted.size();
    m_head = m_break ? std::min(m_head, splice.at) : splice.at;
    m_tail = m_break ? std::min(m_tail, tail) : tail;
    m_text = text;
    m_break = m_outline->follow(text, m_head, m_outline->text().size() - m_head - m_tail,
                                text.size() - m_head - m_tail);
}

} // namespace closeout::edit
