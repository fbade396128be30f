// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Texts, each kept once and named by a number. Text that a million rows share is stored once, and a
// question about it is answered once and not a million times.
//
// A copy of Words is a snapshot: cheap, unchanged by what is added later, and readable by another
// thread meanwhile. WordIndex, which finds the number of a text, stays with the one who adds.

#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QList>
#include <QtCore/QSharedData>

#include <vector>

namespace closeout::rows {

using Word = quint32;
constexpr Word noWord = 0; // the empty text, which stands for "not said" as well

class Words
{
public:
    static constexpr quint32 pageSize =
        1024; // words; what is copied at the most while snapshots live

    Words();

    quint32 count() const { return m_count; }
    QByteArrayView at(Word word) const; // UTF-8
    Word add(QByteArrayView text); // without looking whether it is there

    // The pages, for questions to all words: the texts of a page stand one behind the other.
    struct Page : QSharedData
    {
        std::vector<char> bytes;
        std::vector<quint32> ends; // of each text in bytes
    };
    const QList<QSharedDataPointer<Page>> &pages() const { return m_pages; }

private:
    QList<QSharedDataPointer<Page>> m_pages;
    quint32 m_count = 0;
};

class WordIndex
{
public:
    Word intern(Words &words, QByteArrayView text); // adds it if need be
    Word find(const Words &words, QByteArrayView text) const; // noWord: it is not there

private:
    struct Slot
    {
        Word word = noWord; // noWord: free
        quint32 hash = 0; // so that few texts are compared, and none when it grows
    };

    // Where it is or could be put.
    size_t slotOf(const Words &words, QByteArrayView text, quint32 hash) const;
    void grow();

    std::vector<Slot> m_slots; // open addressing; a power of two of them
    quint32 m_used = 0;
};

inline QByteArrayView Words::at(Word word) const
{
    const Page &page = *m_pages.at(qsizetype(word / pageSize));
    const quint32 place = word % pageSize;
    const quint32 start = place == 0 ? 0 : page.ends[place - 1];
    return {page.bytes.data() + start, qsizetype(page.ends[place] - start)};
}

} // namespace closeout::rows
