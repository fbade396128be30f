// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "rows/words.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout::rows;

class TestWords : public QObject
{
    Q_OBJECT

private slots:
    void eachTextOnce();
    void nothingIsNoWord();
    void anyBytes();
    void manyTexts();
    void copiesStayAsTheyAre();
};

void TestWords::eachTextOnce()
{
    Words words;
    WordIndex index;
    const Word a = index.intern(words, "a");
    const Word b = index.intern(words, "b");
    QVERIFY(a != b);
    QCOMPARE(index.intern(words, "a"), a);
    QCOMPARE(index.find(words, "b"), b);
    QCOMPARE(index.find(words, "c"), noWord);
    QCOMPARE(words.count(), 3U); // with the empty one
    QCOMPARE(words.at(a).toByteArray(), "a");
}

void TestWords::nothingIsNoWord()
{
    Words words;
    WordIndex index;
    QCOMPARE(index.find(words, ""), noWord);
    QCOMPARE(index.find(words, "a"), noWord);
    QCOMPARE(index.intern(words, ""), noWord);
    QVERIFY(words.at(noWord).isEmpty());
}

void TestWords::anyBytes()
{
    Words words;
    WordIndex index;
    const QByteArray zeros(3, '\0');
    const QByteArray large(100'000, 'x');
    const Word one = index.intern(words, zeros);
    const Word two = index.intern(words, large);
    QCOMPARE(words.at(one).toByteArray(), zeros);
    QCOMPARE(words.at(two).toByteArray(), large);
    QVERIFY(index.intern(words, QByteArrayView(zeros).first(2)) != one);
}

void TestWords::manyTexts()
{
    constexpr quint32 count = 10 * Words::pageSize;
    Words words;
    WordIndex index;
    for (quint32 i = 0; i < count; ++i)
        QCOMPARE(index.intern(words, QByteArray::number(i)), i + 1);
    for (quint32 i = 0; i < count; ++i) {
        QCOMPARE(index.find(words, QByteArray::number(i)), i + 1);
        QCOMPARE(words.at(i + 1).toByteArray(), QByteArray::number(i));
    }
}

void TestWords::copiesStayAsTheyAre()
{
    Words words;
    WordIndex index;
    index.intern(words, "a");
    const Words copy = words;
    for (quint32 i = 0; i < 2 * Words::pageSize; ++i)
        index.intern(words, QByteArray::number(i));
    QCOMPARE(copy.count(), 2U);
    QCOMPARE(copy.at(1).toByteArray(), "a");
    QCOMPARE(copy.pages().size(), 1);
    QCOMPARE(copy.pages().first()->ends.size(), 2U);
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
