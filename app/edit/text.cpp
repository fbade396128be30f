// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "edit/text.h"

#include <algorithm>
#include <cstring>

namespace closeout::edit {

namespace {

constexpr qsizetype blockSize = 64 * 1024;
constexpr qsizetype largestBlock = 2 * blockSize;
constexpr qsizetype smallestBlock = blockSize / 4; // unless there is no neighbour
constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

} // namespace

Text::Text(QByteArray bytes)
    : m_origin(std::move(bytes))
{
    for (qsizetype at = 0; at < m_origin.size(); at += blockSize) {
        const qsizetype length = std::min(blockSize, m_origin.size() - at);
        m_blocks.append({QByteArray::fromRawData(m_origin.constData() + at, length)});
    }
    number(0);
}

void Text::number(qsizetype from)
{
    qsizetype start = from == 0 ? 0
                                : m_blocks.at(from - 1).start + m_blocks.at(from - 1).bytes.size();
    qsizetype breaks = from == 0 ? 0 : m_blocks.at(from - 1).breaks + m_blocks.at(from - 1).own;
    for (auto block = m_blocks.begin() + from; block != m_blocks.end(); ++block) {
        if (block->own < 0)
            block->own = std::count(block->bytes.cbegin(), block->bytes.cend(), '\n');
        block->start = start;
        block->breaks = breaks;
        start += block->bytes.size();
        breaks += block->own;
    }
    m_size = start;
    m_breaks = breaks;
}

// The block that holds the byte there; of the end of the text, the last one.
qsizetype Text::blockAt(qsizetype offset) const
{
    const auto behind = std::upper_bound(m_blocks.cbegin(), m_blocks.cend(), offset,
                                         [](qsizetype at, const Block &block) {
                                             return at < block.start;
                                         });
    return behind - m_blocks.cbegin() - 1;
}

qsizetype Text::markSize() const
{
    return holds(0, byteOrderMark) ? byteOrderMark.size() : 0;
}

char Text::at(qsizetype offset) const
{
    const Block &block = m_blocks.at(blockAt(offset));
    return block.bytes.at(offset - block.start);
}

QByteArray Text::slice(qsizetype offset, qsizetype length) const
{
    QByteArray room;
    const QByteArrayView found = view(offset, length, room);
    return found.data() == room.constData() ? room : found.toByteArray();
}

QByteArrayView Text::view(qsizetype offset, qsizetype length, QByteArray &room) const
{
    Q_ASSERT(offset >= 0 && length >= 0 && offset + length <= m_size);
    if (length == 0)
        return {};
    qsizetype block = blockAt(offset);
    const char *start = m_blocks.at(block).bytes.constData() + (offset - m_blocks.at(block).start);
    qsizetype held = m_blocks.at(block).start + m_blocks.at(block).bytes.size() - offset;
    // Windows into the origin that follow each other there are one piece.
    qsizetype last = block;
    while (held < length && m_blocks.at(last + 1).bytes.constData() == start + held)
        held += m_blocks.at(++last).bytes.size();
    if (held >= length)
        return {start, length};
    room.resize(0);
    room.reserve(length);
    room.append(start, std::min(held, length));
    for (block = last + 1; room.size() < length; ++block) {
        const QByteArray &bytes = m_blocks.at(block).bytes;
        room.append(bytes.constData(), std::min(bytes.size(), length - room.size()));
    }
    return room;
}

QByteArray Text::bytes() const
{
    return m_isOrigin ? m_origin : slice(0, m_size);
}

bool Text::holds(qsizetype offset, QByteArrayView bytes) const
{
    if (offset < 0 || offset > m_size || bytes.size() > m_size - offset)
        return false;
    for (qsizetype block = blockAt(offset); !bytes.isEmpty(); ++block) {
        const QByteArrayView here = QByteArrayView(m_blocks.at(block).bytes)
                                        .sliced(offset - m_blocks.at(block).start);
        const qsizetype both = std::min(here.size(), bytes.size());
        if (here.data() != bytes.data() && here.first(both) != bytes.first(both))
            return false;
        bytes = bytes.sliced(both);
        offset += both;
    }
    return true;
}

qsizetype Text::lastBreakBefore(qsizetype offset) const
{
    for (qsizetype block = offset > 0 ? blockAt(offset - 1) : -1; block >= 0; --block) {
        const Block &here = m_blocks.at(block);
        const QByteArrayView before = QByteArrayView(here.bytes)
                                          .first(std::min(here.bytes.size(), offset - here.start));
        if (const qsizetype found = before.lastIndexOf('\n'); found >= 0)
            return here.start + found;
    }
    return -1;
}

void Text::append(QList<Block> &blocks, const QByteArray &bytes) const
{
    if (bytes.size() <= largestBlock) {
        if (!bytes.isEmpty())
            blocks.append({bytes});
        return;
    }
    const qsizetype pieces = (bytes.size() + blockSize - 1) / blockSize;
    const qsizetype length = (bytes.size() + pieces - 1) / pieces;
    for (qsizetype at = 0; at < bytes.size(); at += length)
        blocks.append({bytes.mid(at, length)});
}

void Text::replace(qsizetype offset, qsizetype length, QByteArrayView bytes)
{
    Q_ASSERT(offset >= 0 && length >= 0 && offset + length <= m_size);
    if (length == 0 && bytes.isEmpty())
        return;
    qsizetype first = m_blocks.isEmpty() ? 0 : blockAt(offset);
    qsizetype behind = first; // of the blocks that are replaced
    QByteArray merged;
    if (!m_blocks.isEmpty()) {
        const Block &head = m_blocks.at(first);
        const qsizetype last = length == 0 ? first : blockAt(offset + length - 1);
        const Block &tail = m_blocks.at(last);
        const QByteArrayView before = QByteArrayView(head.bytes).first(offset - head.start);
        const QByteArrayView after = QByteArrayView(tail.bytes)
                                         .sliced(offset + length - tail.start);
        merged.reserve(before.size() + bytes.size() + after.size());
        merged.append(before).append(bytes).append(after);
        behind = last + 1;
    } else {
        merged = bytes.toByteArray();
    }
    if (merged.size() < smallestBlock && first > 0) // many small edits leave no crumbs
        merged.prepend(m_blocks.at(--first).bytes);
    else if (merged.size() < smallestBlock && behind < m_blocks.size())
        merged.append(m_blocks.at(behind++).bytes);
    QList<Block> fresh;
    append(fresh, merged);
    if (fresh.size() == 1 && behind - first == 1) {
        m_blocks[first] = fresh.first();
    } else {
        QList<Block> blocks;
        blocks.reserve(m_blocks.size() - (behind - first) + fresh.size());
        blocks.append(m_blocks.first(first));
        blocks.append(std::move(fresh));
        blocks.append(m_blocks.sliced(behind));
        m_blocks = std::move(blocks);
    }
    m_isOrigin = false;
    number(first);
}

json::Position Text::positionOf(qsizetype offset) const
{
    json::Position position;
    if (m_blocks.isEmpty())
        return position;
    const Block &block = m_blocks.at(blockAt(offset));
    const QByteArrayView before = QByteArrayView(block.bytes).first(offset - block.start);
    position.line = block.breaks + std::count(before.begin(), before.end(), '\n') + 1;
    qsizetype at = lastBreakBefore(offset) + 1;
    if (at == 0)
        at = std::min(offset, markSize());
    while (at < offset) {
        const Block &here = m_blocks.at(blockAt(at));
        const qsizetype until = std::min(offset, here.start + here.bytes.size());
        position.column += std::count_if(here.bytes.cbegin() + (at - here.start),
                                         here.bytes.cbegin() + (until - here.start), [](char byte) {
                                             return (uchar(byte) & 0xc0) != 0x80;
                                         }); // begins a character
        at = until;
    }
    return position;
}

bool operator==(const Text &a, const Text &b)
{
    if (a.m_size != b.m_size)
        return false;
    if (a.m_isOrigin && b.m_isOrigin && a.m_origin.constData() == b.m_origin.constData())
        return true;
    for (const Text::Block &block : a.m_blocks) {
        if (!b.holds(block.start, block.bytes))
            return false;
    }
    return true;
}

} // namespace closeout::edit
