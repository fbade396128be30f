// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "find/textmatch.h"
#include "find/words.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout::find;

class TestWords : public QObject
{
    Q_OBJECT

private slots:
    void eachTextOnce();
    void nothingIsNoWord();
    void anyBytes();
    void manyTexts();
    void copiesStayAsTheyAre();
    void searchInPages_data();
    void searchInPages();
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

void TestWords::searchInPages_data()
{
    QTest::addColumn<QString>("needle");
    for (const QString &needle :
         {u"a"_s, u"7"_s, u"77"_s, u"text 1"_s, u"TEXT 12x"_s, u"1x2"_s, u"xt"_s, u"tex"_s,
          u"\u00C4rger"_s, u"stra\u00DFe"_s, u"\u0130"_s, u"zz"_s})
        QTest::newRow(qPrintable(needle)) << needle;
}

// A page at once finds what a look at each text finds, and nothing across two texts.
void TestWords::searchInPages()
{
    QFETCH(const QString, needle);
    Words words;
    for (int i = 0; i < 500; ++i) {
        const QByteArray number = QByteArray::number(i * 7919 % 1000);
        words.add(i % 3 ? "text " + number + 'x' : "ta" + number);
        words.add(i % 50 ? "x"
                         : "xx \xC3\xA4RGER Stra\xC3\x9F"
                           "e \xC4\xB0");
    }
    const Needle wanted(needle);
    for (qsizetype page = 0; page < words.pages().size(); ++page) {
        std::vector<quint8> found(Words::pageSize, 0);
        wanted.scan(*words.pages().at(page), found.data());
        for (quint32 i = 0; i < words.pages().at(page)->ends.size(); ++i) {
            const QByteArrayView text = words.at(quint32(page) * Words::pageSize + i);
            const bool expected = QString::fromUtf8(text).contains(needle, Qt::CaseInsensitive);
            QCOMPARE(wanted.isIn(text), expected);
            QCOMPARE(found[i] != 0, expected);
        }
    }
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
