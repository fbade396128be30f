// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "find/words.h"

#include <QtCore/QHashFunctions>

namespace closeout::find {

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
    return m_count++;
}

size_t WordIndex::hashOf(QByteArrayView text)
{
    return qHashBits(text.data(), size_t(text.size()), QHashSeed::globalSeed());
}

size_t WordIndex::slotOf(const Words &words, QByteArrayView text) const
{
    const size_t mask = m_slots.size() - 1;
    size_t slot = hashOf(text) & mask;
    while (m_slots[slot] != noWord && words.at(m_slots[slot]) != text)
        slot = (slot + 1) & mask;
    return slot;
}

Word WordIndex::find(const Words &words, QByteArrayView text) const
{
    return text.isEmpty() || m_slots.empty() ? noWord : m_slots[slotOf(words, text)];
}

Word WordIndex::intern(Words &words, QByteArrayView text)
{
    if (text.isEmpty())
        return noWord;
    if (words.count() * 3 >= m_slots.size() * 2)
        grow(words);
    Word &slot = m_slots[slotOf(words, text)];
    if (slot == noWord)
        slot = words.add(text);
    return slot;
}

void WordIndex::grow(const Words &words)
{
    m_slots.assign(std::max<size_t>(1024, m_slots.size() * 2), noWord);
    for (Word word = 1; word < words.count(); ++word)
        m_slots[slotOf(words, words.at(word))] = word;
}

} // namespace closeout::find
