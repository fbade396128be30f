// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The parts of an outline. A Node is a container whose inside has been looked at: it knows where
// its children stand by sizes that are relative to what stands before them. The children are kept
// in chunks of some hundred with a sum each, so that finding one and changing one touches the sums
// of a container and one chunk, and not what stands behind.
//
// Owned by the Outline; nobody outside of edit/ needs this.

#pragma once

#include "json/document.h"

#include <memory>
#include <vector>

namespace closeout::edit {

class Node;
struct Mark;

// A child, and where it starts: in bytes from behind the opening bracket.
struct Spot
{
    size_t chunk = 0;
    size_t index = 0;
    qsizetype row = 0;
    qsizetype start = 0;
};

// A child whose key another child has.
struct Twice
{
    qsizetype row = 0;
    bool isLater = false; // than another one
};

// A child, with its key.
struct Entry
{
    Entry(); // here and below not inline: a Node is not known yet
    ~Entry();
    Entry(Entry &&other) noexcept;
    Entry &operator=(Entry &&other) noexcept;

    qsizetype whole() const { return qsizetype(lead) + qsizetype(size); }

    quint32 lead : 31; // bytes from what stands before it: the bracket, or another child
    quint32 hasDuplicates : 1; // an object in it has a key twice
    quint32 size = 0; // from the first byte of its key, or of its value, to the end of its value
    quint32 key = 0; // a hash of what its key says; of elements nothing
    std::unique_ptr<Node> node; // nothing: a scalar, or its inside has not been looked at
};

struct Chunk
{
    qsizetype bytes = 0;
    std::vector<Entry> entries;
};

class Node
{
public:
    Node(Node *parent, qsizetype row, json::Type type, std::vector<Entry> entries);
    ~Node();
    Q_DISABLE_COPY_MOVE(Node)

    Node *parent() const { return m_parent; }
    void setParent(Node *parent, qsizetype row);
    qsizetype row() const; // in the parent
    json::Type type() const { return m_type; }
    qsizetype count() const { return m_count; }
    qsizetype bytes() const { return m_bytes; } // of all children with their leads

    Spot spot(qsizetype row) const; // row < count()
    Spot spotEndingFrom(qsizetype offset) const; // the first that ends there or behind; or end()
    Spot end() const { return {m_chunks.size(), 0, m_count, m_bytes}; }
    void next(Spot &spot) const;
    const Entry &at(const Spot &spot) const { return m_chunks[spot.chunk].entries[spot.index]; }
    Entry &at(const Spot &spot) { return m_chunks[spot.chunk].entries[spot.index]; }
    qsizetype endOf(const Spot &spot) const { return spot.start + at(spot).size; }

    // Other children for some. What stands behind them is where its lead says.
    void replace(qsizetype first, qsizetype count, std::vector<Entry> entries);
    void resize(const Spot &spot, qint64 lead, qint64 size); // by so many bytes
    void flag(const Spot &spot, bool hasDuplicates);
    // The inside of another, of whose children some may have been looked at; marks stay.
    void takeInside(Node &other);

    bool hasDuplicates() const { return m_flagged > 0 || m_hasTwice; }
    bool hasTwice() const { return m_hasTwice; } // a key of its own children
    void setTwice(bool hasTwice);
    // Found again after each change.
    std::unique_ptr<std::vector<Twice>> twice;

    std::vector<Mark *> marks; // on its children

private:
    void add(const Entry &entry, int sign);
    Spot nearestChunk(qsizetype row) const;

    Node *m_parent;
    mutable qsizetype m_row; // where it was seen last
    json::Type m_type;
    bool m_hasTwice = false;
    std::vector<Chunk> m_chunks; // none is empty
    mutable Spot m_seen; // the beginning of the chunk that was asked for last: who reads, goes on
    qsizetype m_count = 0;
    qsizetype m_bytes = 0;
    qsizetype m_flagged = 0; // children with hasDuplicates
};

// A place that follows the edits; see Handle.
struct Mark
{
    Node *around = nullptr; // nothing: it has gone
    qsizetype row = 0;
};

} // namespace closeout::edit
