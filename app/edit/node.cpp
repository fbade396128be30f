// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "edit/node.h"

#include <algorithm>
#include <iterator>

namespace closeout::edit {

namespace {

constexpr size_t usualChunk = 256;
constexpr size_t largestChunk = 2 * usualChunk;
constexpr size_t smallestChunk = usualChunk / 4; // unless it is the only one

Chunk chunkOf(std::vector<Entry> entries)
{
    Chunk chunk{0, std::move(entries)};
    for (const Entry &entry : chunk.entries)
        chunk.bytes += entry.whole();
    return chunk;
}

using Entries = std::vector<Entry>;

Entries moved(Entries::iterator from, Entries::iterator until)
{
    return {std::make_move_iterator(from), std::make_move_iterator(until)};
}

// In pieces that leave room for more.
void append(std::vector<Chunk> &chunks, Entries entries)
{
    if (entries.size() <= largestChunk) {
        if (!entries.empty())
            chunks.push_back(chunkOf(std::move(entries)));
        return;
    }
    const size_t pieces = (entries.size() + usualChunk - 1) / usualChunk;
    const size_t length = (entries.size() + pieces - 1) / pieces;
    chunks.reserve(chunks.size() + pieces);
    for (size_t at = 0; at < entries.size(); at += length) {
        const auto from = entries.begin() + qsizetype(at);
        chunks.push_back(
            chunkOf(moved(from, from + qsizetype(std::min(length, entries.size() - at)))));
    }
}

} // namespace

Entry::Entry()
    : lead(0)
    , hasDuplicates(0)
{
}

Entry::~Entry() = default;
Entry::Entry(Entry &&other) noexcept = default;
Entry &Entry::operator=(Entry &&other) noexcept = default;

Node::Node(Node *parent, qsizetype row, json::Type type, std::vector<Entry> entries)
    : m_parent(parent)
    , m_row(row)
    , m_type(type)
{
    replace(0, 0, std::move(entries));
}

Node::~Node()
{
    for (Mark *mark : marks)
        mark->around = nullptr;
}

void Node::setParent(Node *parent, qsizetype row)
{
    m_parent = parent;
    m_row = row;
}

// Mostly it is where it was, or an edit has moved it by one: only else all have to be looked at.
qsizetype Node::row() const
{
    for (const qsizetype guess : {m_row, m_row + 1, m_row - 1}) {
        if (guess >= 0 && guess < m_parent->count()
            && m_parent->at(m_parent->spot(guess)).node.get() == this)
            return m_row = guess;
    }
    qsizetype row = 0;
    for (const Chunk &chunk : m_parent->m_chunks) {
        for (const Entry &entry : chunk.entries) {
            if (entry.node.get() == this)
                return m_row = row;
            ++row;
        }
    }
    Q_UNREACHABLE();
    return 0;
}

// From where the last one was found, or from the beginning.
Spot Node::nearestChunk(qsizetype row) const
{
    Spot spot = row < m_seen.row / 2 ? Spot() : m_seen;
    while (row < spot.row) {
        spot.row -= qsizetype(m_chunks[--spot.chunk].entries.size());
        spot.start -= m_chunks[spot.chunk].bytes;
    }
    while (row - spot.row >= qsizetype(m_chunks[spot.chunk].entries.size())) {
        spot.row += qsizetype(m_chunks[spot.chunk].entries.size());
        spot.start += m_chunks[spot.chunk++].bytes;
    }
    return m_seen = spot;
}

Spot Node::spot(qsizetype row) const
{
    Q_ASSERT(row >= 0 && row < m_count);
    Spot spot = nearestChunk(row);
    const Entries &entries = m_chunks[spot.chunk].entries;
    for (; spot.row < row; ++spot.row)
        spot.start += entries[spot.index++].whole();
    spot.start += entries[spot.index].lead;
    return spot;
}

Spot Node::spotEndingFrom(qsizetype offset) const
{
    Spot spot;
    while (spot.chunk < m_chunks.size() && spot.start + m_chunks[spot.chunk].bytes < offset) {
        spot.row += qsizetype(m_chunks[spot.chunk].entries.size());
        spot.start += m_chunks[spot.chunk++].bytes;
    }
    if (spot.chunk == m_chunks.size())
        return end();
    const Entries &entries = m_chunks[spot.chunk].entries;
    for (; spot.start + entries[spot.index].whole() < offset; ++spot.row)
        spot.start += entries[spot.index++].whole();
    spot.start += entries[spot.index].lead;
    return spot;
}

void Node::next(Spot &spot) const
{
    spot.start += at(spot).size;
    ++spot.row;
    if (++spot.index == m_chunks[spot.chunk].entries.size()) {
        spot.index = 0;
        ++spot.chunk;
    }
    if (spot.chunk < m_chunks.size())
        spot.start += at(spot).lead;
}

void Node::add(const Entry &entry, int sign)
{
    m_count += sign;
    m_bytes += sign * entry.whole();
    m_flagged += sign * qsizetype(entry.hasDuplicates);
}

void Node::replace(qsizetype first, qsizetype count, std::vector<Entry> entries)
{
    const auto takeIn = [this](const Entry &entry, qsizetype row) {
        add(entry, 1);
        if (entry.node)
            entry.node->setParent(this, row);
    };
    twice.reset();
    if (first == m_count && count == 0 && m_chunks.empty()) {
        for (const Entry &entry : entries)
            takeIn(entry, m_count);
        append(m_chunks, std::move(entries));
        return;
    }
    const Spot from = first < m_count
        ? spot(first)
        : Spot{m_chunks.size() - 1, m_chunks.back().entries.size(), first, 0};
    m_seen = {};
    Spot until = from;
    until.index += size_t(count);
    while (until.index > m_chunks[until.chunk].entries.size())
        until.index -= m_chunks[until.chunk++].entries.size();
    for (Spot gone = from; gone.chunk < until.chunk || gone.index < until.index;) {
        add(at(gone), -1);
        if (++gone.index == m_chunks[gone.chunk].entries.size() && gone.chunk < until.chunk)
            gone = {gone.chunk + 1, 0, 0, 0};
    }
    qsizetype row = first;
    for (const Entry &entry : entries)
        takeIn(entry, row++);

    Entries &head = m_chunks[from.chunk].entries;
    Entries &tail = m_chunks[until.chunk].entries;
    Entries merged = moved(head.begin(), head.begin() + qsizetype(from.index));
    std::move(entries.begin(), entries.end(), std::back_inserter(merged));
    std::move(tail.begin() + qsizetype(until.index), tail.end(), std::back_inserter(merged));
    size_t firstChunk = from.chunk;
    size_t behind = until.chunk + 1;
    if (merged.size() < smallestChunk && firstChunk > 0) {
        Entries before = std::move(m_chunks[--firstChunk].entries);
        std::move(merged.begin(), merged.end(), std::back_inserter(before));
        merged = std::move(before);
    }
    std::vector<Chunk> fresh;
    append(fresh, std::move(merged));
    const auto at = m_chunks.begin() + qsizetype(firstChunk);
    if (fresh.size() == 1) {
        *at = std::move(fresh.front());
        m_chunks.erase(at + 1, m_chunks.begin() + qsizetype(behind));
        return;
    }
    const auto place = m_chunks.erase(at, m_chunks.begin() + qsizetype(behind));
    m_chunks.insert(place, std::make_move_iterator(fresh.begin()),
                    std::make_move_iterator(fresh.end()));
}

void Node::resize(const Spot &spot, qint64 lead, qint64 size)
{
    Entry &entry = at(spot);
    entry.lead = quint32(qint64(entry.lead) + lead) & 0x7fffffffU;
    entry.size = quint32(qint64(entry.size) + size);
    m_chunks[spot.chunk].bytes += lead + size;
    if (spot.chunk < m_seen.chunk)
        m_seen.start += lead + size;
    m_bytes += lead + size;
}

void Node::flag(const Spot &spot, bool hasDuplicates)
{
    Entry &entry = at(spot);
    m_flagged += int(hasDuplicates) - int(entry.hasDuplicates);
    entry.hasDuplicates = hasDuplicates;
}

void Node::setTwice(bool hasTwice)
{
    m_hasTwice = hasTwice;
    twice.reset();
}

void Node::takeInside(Node &other)
{
    m_type = other.m_type;
    m_chunks = std::move(other.m_chunks);
    m_seen = {};
    m_count = other.m_count;
    m_bytes = other.m_bytes;
    m_flagged = other.m_flagged;
    setTwice(other.m_hasTwice);
    qsizetype row = 0;
    for (const Chunk &chunk : m_chunks) {
        for (const Entry &entry : chunk.entries) {
            if (entry.node)
                entry.node->setParent(this, row);
            ++row;
        }
    }
}

} // namespace closeout::edit
