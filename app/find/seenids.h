// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Which ids have been seen, of millions, in little memory: a hash is kept in place of each. With
// its secret seed, two of a million ids share one once in forty million such lists.

#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QHashFunctions>

#include <array>
#include <vector>

namespace closeout::find {

class SeenIds
{
public:
    bool isNew(QByteArrayView id); // and no longer from now on

private:
    // Many small tables, so that one that grows is never large.
    class Table
    {
    public:
        bool add(quint64 hash); // false: it is there

    private:
        size_t placeOf(quint64 hash) const;

        std::vector<quint64> m_places = std::vector<quint64>(8); // a power of two; 0: free
        size_t m_used = 0;
    };

    std::array<Table, 256> m_tables;
};

inline bool SeenIds::isNew(QByteArrayView id)
{
    const size_t seed = size_t(QHashSeed::globalSeed());
    const quint64 hash = std::max<quint64>(qHashBits(id.data(), size_t(id.size()), seed), 1);
    return m_tables[hash >> 56].add(hash);
}

inline size_t SeenIds::Table::placeOf(quint64 hash) const
{
    const size_t mask = m_places.size() - 1;
    size_t at = hash & mask;
    while (m_places[at] != 0 && m_places[at] != hash)
        at = (at + 1) & mask;
    return at;
}

inline bool SeenIds::Table::add(quint64 hash)
{
    quint64 &place = m_places[placeOf(hash)];
    if (place == hash)
        return false;
    place = hash;
    if (++m_used * 4 > m_places.size() * 3) {
        const std::vector<quint64> before = std::exchange(m_places,
                                                          std::vector<quint64>(m_places.size()
                                                                               * 2));
        for (const quint64 old : before) {
            if (old != 0)
                m_places[placeOf(old)] = old;
        }
    }
    return true;
}

} // namespace closeout::find
