// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Random documents and random edits, always the same ones: what holds for every edit.

#include "parsed.h"
#include "json/compare.h"
#include "json/format.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::json;

namespace {

class Dice
{
public:
    explicit Dice(quint32 seed)
        : m_random(seed)
    {
    }

    int below(int limit) { return int(m_random.bounded(limit)); }
    QByteArray oneOf(const QByteArrayList &choices)
    {
        return choices.at(below(int(choices.size())));
    }

    QByteArray space() { return oneOf({"", "", "", " ", "\n", "\r\n  ", "\t"}); }
    QByteArray key()
    {
        return oneOf({"\"a\"", "\"b\"", "\"\\u0061\"", "\"\"", "\"ä\"", "\"a/b~\"", "\"\\ud800\""});
    }

    QByteArray scalar()
    {
        return oneOf({"0", "-0", "1.10", "1e400", "18446744073709551615", "true", "false", "null",
                      "\"\"", "\"ä\\n\"", "\"[{,:}]\\\"\"", "\"\\u0000\"", "\"\\udc00\"",
                      "\"\xEF\xBB\xBF\""});
    }

    QByteArray value(int depth)
    {
        const int kind = depth == 0 ? 0 : below(4);
        if (kind < 2)
            return scalar();
        const bool isObject = kind == 2;
        QByteArrayList items;
        for (int i = below(5); i > 0; --i) {
            const QByteArray lead = isObject ? space() + key() + space() + ':' : QByteArray();
            items.append(lead + space() + value(depth - 1) + space());
        }
        const QByteArray inside = items.isEmpty() ? space() : items.join(',');
        return isObject ? '{' + inside + '}' : '[' + inside + ']';
    }

    QByteArray text() { return oneOf({"", "\xEF\xBB\xBF"}) + space() + value(5) + space(); }

private:
    QRandomGenerator m_random;
};

Result<Splice> editAtRandom(Document &document, Dice &dice)
{
    const NodeId node = NodeId(dice.below(int(document.nodes().size())));
    const int index = dice.below(5);
    switch (dice.below(5)) {
    case 0:
        return document.replaceValue(node, dice.space() + dice.value(3) + dice.space());
    case 1:
        return document.renameKey(node, u"new \" key"_s);
    case 2:
        return document.insert(node, index, u"inserted"_s, dice.value(2));
    case 3:
        return document.remove(node);
    default:
        return document.move(node, index);
    }
}

} // namespace

class TestDocumentEditRandom : public QObject
{
    Q_OBJECT

private slots:
    void keepsItsPromises_data();
    void keepsItsPromises();
};

void TestDocumentEditRandom::keepsItsPromises_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 300; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestDocumentEditRandom::keepsItsPromises()
{
    QFETCH(quint32, seed);
    Dice dice(seed);
    const QByteArray original = dice.text();
    Document document = parsed(original);
    QCOMPARE(document.text(), original);

    QList<Splice> done;
    for (int i = 0; i < 60; ++i) {
        const QByteArray before = document.text();
        const Document known = document;
        const Result<Splice> splice = editAtRandom(document, dice);
        if (!splice) {
            QCOMPARE(document.text(), before);
            QCOMPARE(document.nodes(), known.nodes());
            continue;
        }
        done.append(*splice);
        QCOMPARE(before.sliced(splice->at, splice->removed.size()), splice->removed);
        QCOMPARE(document.text().first(splice->at), before.first(splice->at));
        QCOMPARE(document.text().sliced(splice->at, splice->inserted.size()), splice->inserted);
        QCOMPARE(document.text().sliced(splice->at + splice->inserted.size()),
                 before.sliced(splice->at + splice->removed.size()));
        // The index that an edit leaves is the one that reading the text gives.
        QCOMPARE(document.nodes(), parsed(document.text()).nodes());
    }
    QVERIFY(!done.isEmpty());

    const Document laidOut = parsed(formatted(document.root()));
    QVERIFY(compare(document.root(), laidOut.root()).isEmpty());
    QCOMPARE(compact(laidOut.root()), compact(document.root()));

    while (!done.isEmpty())
        QVERIFY(document.apply(done.takeLast().inverse()));
    QCOMPARE(document.text(), original);
    QCOMPARE(document.nodes(), parsed(original).nodes());
}

QTEST_APPLESS_MAIN(TestDocumentEditRandom)

#include "tst_documentedit_random.moc"
