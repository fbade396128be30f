// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Documents and edits by chance, always the same ones: each edit leaves the bytes that the plainest
// way leaves, and the tree that reading them gives; all of them taken back leave what was there.

#include "dice.h"
#include "edit/history.h"
#include "plainedits.h"
#include "samedocument.h"

#include <QtTest/QTest>

using namespace closeout;
using namespace closeout::edit;

namespace {

struct Both
{
    Result<Change> change;
    PlainEdits::Edited plain;
};

Both editByChance(const Document &document, const PlainEdits &plain, Dice &dice)
{
    const auto any = [&] { return json::NodeId(dice.below(int(plain.document().nodes().size()))); };
    const json::NodeId node = any();
    const Value value = document.at(rowsOf(plain.at(node)));
    const int row = dice.below(5);
    const QByteArray key = dice.key();
    switch (dice.below(6)) {
    case 0: {
        const QByteArray json = dice.space() + dice.value(3) + dice.space();
        return {document.replaceValue(value, json), plain.replaceValue(node, json)};
    }
    case 1:
        return {document.renameKey(value, key), plain.renameKey(node, key)};
    case 2: {
        const QByteArray json = dice.value(2);
        return {document.insert(value, row, key, json), plain.insert(node, row, key, json)};
    }
    case 3:
        return {document.remove(value), plain.remove(node)};
    case 4: {
        const json::NodeId target = any();
        const Value there = document.at(rowsOf(plain.at(target)));
        if (target != plain.document().nodes().at(node).parent) {
            return {document.move(value, there, row, key),
                    plain.moveAcross(node, target, row, key)};
        }
        break;
    }
    default:
        break;
    }
    return {document.move(value, row), plain.move(node, row)};
}

} // namespace

class TestEditsRandom : public QObject
{
    Q_OBJECT

private:
    void takeAnyText(quint32 seed, int &mended);

private slots:
    void editsAsThePlainestWay_data();
    void editsAsThePlainestWay();
    void takesAnyText();
    void keepsManyChildrenInOrder_data();
    void keepsManyChildrenInOrder();
};

void TestEditsRandom::editsAsThePlainestWay_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 100; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestEditsRandom::editsAsThePlainestWay()
{
    QFETCH(quint32, seed);
    Dice dice(seed);
    const QByteArray original = dice.text();
    Result<Document> document = Document::open(original);
    QVERIFY(document);
    QCOMPARE(difference(*document), QString());

    History history;
    for (int i = 0; i < 40; ++i) {
        const QByteArray before = document->text().bytes();
        const Both both = editByChance(*document, PlainEdits(before), dice);
        QCOMPARE(both.change.has_value(), both.plain.has_value());
        QCOMPARE(document->text().bytes(), before);
        if (!both.change)
            continue;
        QVERIFY(document->apply(*both.change));
        QCOMPARE(document->text().bytes(), *both.plain);
        QVERIFY(!document->broken());
        QCOMPARE(difference(*document), QString());
        history.add(*both.change);
        if (dice.below(5) == 0) {
            QVERIFY(document->apply(history.undo()));
            QCOMPARE(document->text().bytes(), before);
            QCOMPARE(difference(*document), QString());
        }
    }
    const QByteArray last = document->text().bytes();
    const qsizetype done = history.done();
    while (history.canUndo())
        QVERIFY(document->apply(history.undo()));
    QCOMPARE(document->text().bytes(), original);
    QCOMPARE(difference(*document), QString());
    while (history.done() < done)
        QVERIFY(document->apply(history.redo()));
    QCOMPARE(document->text().bytes(), last);
    QCOMPARE(difference(*document), QString());
}

void TestEditsRandom::takesAnyText()
{
    int mended = 0;
    for (quint32 seed = 1; seed <= 100; ++seed) {
        takeAnyText(seed, mended);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(QString::number(seed)));
    }
    QVERIFY(mended > 400);
}

void TestEditsRandom::takeAnyText(quint32 seed, int &mended)
{
    Dice dice(seed);
    Result<Document> document = Document::open(dice.text());
    QVERIFY(document);
    QByteArray good = document->text().bytes();
    QList<QByteArray> texts{good};
    History history;
    for (int i = 0; i < 120; ++i) {
        const QByteArray before = document->text().bytes();
        // Mostly a few bytes; and back again, so that it is good now and then.
        if (history.canUndo() && dice.below(10) < (document->broken() ? 7 : 2)) {
            QVERIFY(document->apply(history.undo()));
            texts.removeLast();
        } else {
            const qsizetype at = dice.below(int(before.size()) + 1);
            const qsizetype length = std::min<qsizetype>(before.size() - at,
                                                         dice.below(4) == 0 ? dice.below(30)
                                                                            : dice.below(2));
            const QByteArray bytes = dice.oneOf({"",
                                                 "",
                                                 "\"",
                                                 ",",
                                                 "[",
                                                 "]",
                                                 "{",
                                                 "}",
                                                 ":",
                                                 "1",
                                                 " ",
                                                 "\\",
                                                 "\n",
                                                 "x",
                                                 "e",
                                                 "\xC3",
                                                 "\xA4",
                                                 dice.value(2),
                                                 ',' + dice.value(2),
                                                 dice.key() + ':' + dice.value(1) + ','});
            const Change change = document->replaceText(at, length, bytes);
            QVERIFY(document->apply(change));
            history.add(change);
            texts.append(QByteArray(before).replace(at, length, bytes));
        }
        QCOMPARE(document->text().bytes(), texts.constLast());
        const auto read = json::Document::parse(texts.constLast());
        QCOMPARE(!document->broken(), read.has_value());
        if (read) {
            mended += good != texts.constLast();
            good = texts.constLast();
            QCOMPARE(difference(*document), QString());
            continue;
        }
        QCOMPARE(document->broken()->error.message, read.error().message);
        QCOMPARE(document->root().raw(), json::Document::parse(good)->root().raw().toByteArray());
        QVERIFY(!document->remove(document->root()));
    }
}

void TestEditsRandom::keepsManyChildrenInOrder_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 3; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestEditsRandom::keepsManyChildrenInOrder()
{
    QFETCH(quint32, seed);
    Dice dice(seed);
    Result<Document> document = Document::open(dice.wide(1500));
    QVERIFY(document);
    for (int i = 0; i < 200; ++i) {
        const Value root = document->root();
        const int count = int(root.size());
        const QByteArray key = "\"new " + QByteArray::number(i) + '"';
        const Value value = root.at(dice.below(count));
        const Result<Change> change = i % 4 == 0 ? document->remove(value)
            : i % 4 == 1 ? document->insert(root, dice.below(count + 1), key, dice.value(2))
            : i % 4 == 2 ? document->move(value, dice.below(count))
                         : document->replaceValue(value, dice.value(2));
        QVERIFY(change);
        QVERIFY(document->apply(*change));
        if (i % 40 == 0)
            QCOMPARE(difference(*document), QString());
    }
    while (document->root().size() > 0) {
        const Value root = document->root();
        const qsizetype row = dice.below(int(root.size()));
        const qsizetype until = std::min(root.size(), row + 200) - 1;
        // Many at once, as a person does it in the text.
        const bool all = row == 0;
        const qsizetype from = all ? root.offset() + 1 : root.at(row - 1).end();
        const qsizetype end = all ? root.end() - 1 : root.at(until).end();
        QVERIFY(document->apply(document->replaceText(from, end - from, {})));
        QVERIFY(!document->broken());
        QCOMPARE(difference(*document), QString());
    }
}

QTEST_APPLESS_MAIN(TestEditsRandom)

#include "tst_edits_random.moc"
