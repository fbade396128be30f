// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "filter/textmatch.h"
#include "rows/words.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout::filter;
using namespace closeout::rows;

class TestTextMatch : public QObject
{
    Q_OBJECT

private slots:
    void searchInPages_data();
    void searchInPages();
};

void TestTextMatch::searchInPages_data()
{
    QTest::addColumn<QString>("needle");
    for (const QString &needle :
         {u"a"_s, u"7"_s, u"77"_s, u"text 1"_s, u"TEXT 12x"_s, u"1x2"_s, u"xt"_s, u"tex"_s,
          u"\u00C4rger"_s, u"stra\u00DFe"_s, u"\u0130"_s, u"zz"_s})
        QTest::newRow(qPrintable(needle)) << needle;
}

// A page at once finds what a look at each text finds, and nothing across two texts.
void TestTextMatch::searchInPages()
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

QTEST_APPLESS_MAIN(TestTextMatch)
#include "tst_textmatch.moc"
