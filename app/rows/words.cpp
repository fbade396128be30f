// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "rows/words.h"

#include <QtCore/QHashFunctions>

namespace closeout::rows {

Words::Words()
{
    add({});
}

Word Words::add(QByteArrayView text)
{
    if (m_count % pageSize == 0) {
        m_pages.append(QSharedDataPointer<Page>(new Page));
        m_pages.last()->ends.reserve(pageSize);
    }
    Page &page = *m_pages.last(); // detaches from snapshots
    page.bytes.insert(page.bytes.end(), text.begin(), text.end());
    page.ends.push_back(quint32(page.bytes.size()));
    if (page.ends.size() == pageSize)
        page.bytes.shrink_to_fit(); // it will not grow any more
    return m_count++;
}

namespace {

quint32 hashOf(QByteArrayView text)
{
    return quint32(qHashBits(text.data(), size_t(text.size()), size_t(QHashSeed::globalSeed())));
}

} // namespace

size_t WordIndex::slotOf(const Words &words, QByteArrayView text, quint32 hash) const
{
    const size_t mask = m_slots.size() - 1;
    size_t at = hash & mask;
    while (m_slots[at].word != noWord
           && (m_slots[at].hash != hash || words.at(m_slots[at].word) != text))
        at = (at + 1) & mask;
    return at;
}

Word WordIndex::find(const Words &words, QByteArrayView text) const
{
    return text.isEmpty() || m_slots.empty() ? noWord
                                             : m_slots[slotOf(words, text, hashOf(text))].word;
}

Word WordIndex::intern(Words &words, QByteArrayView text)
{
    if (text.isEmpty())
        return noWord;
    if (m_used * 3 >= m_slots.size() * 2)
        grow();
    const quint32 hash = hashOf(text);
    Slot &slot = m_slots[slotOf(words, text, hash)];
    if (slot.word == noWord) {
        slot = {words.add(text), hash};
        ++m_used;
    }
    return slot.word;
}

void WordIndex::grow()
{
    std::vector<Slot> larger(std::max<size_t>(1024, m_slots.size() * 2));
    const size_t mask = larger.size() - 1;
    for (const Slot &slot : m_slots) {
        size_t at = slot.hash & mask;
        while (slot.word != noWord && larger[at].word != noWord)
            at = (at + 1) & mask;
        if (slot.word != noWord)
            larger[at] = slot;
    }
    m_slots.swap(larger);
}

} // namespace closeout::rows
