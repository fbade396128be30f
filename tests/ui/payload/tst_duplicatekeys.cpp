// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/payload/duplicatekeys.h"

#include <QtTest/QTest>

#include <algorithm>
#include <random>

using namespace closeout;
using namespace closeout::ui;

namespace {

QStringList printed(const QList<json::DuplicateKey> &pairs)
{
    QStringList lines;
    for (const json::DuplicateKey &pair : pairs)
        lines.append(QStringLiteral("%1=%2").arg(pair.first).arg(pair.second));
    std::sort(lines.begin(), lines.end());
    return lines;
}

} // namespace

class TestDuplicateKeys : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatTheRoomBelowFinds_data();
    void findsWhatTheRoomBelowFinds();
    void knowsWhatTheyAreIn();
    void followsEdits();
    void manyKeysTakeTimeByTheirNumber();
};

void TestDuplicateKeys::findsWhatTheRoomBelowFinds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("none") << QByteArray(R"({"a":1,"b":{"a":1}})");
    QTest::newRow("top") << QByteArray(R"({"a":1,"a":2,"a":3})");
    QTest::newRow("nested") << QByteArray(R"({"n":[{"x":1,"x":{"y":1,"y":2}}]})");
    QTest::newRow("spelled otherwise") << QByteArray(R"({"\u0061":1,"a":2,"\/":1,"/":2})");
    QTest::newRow("surrogates") << QByteArray(R"({"\ud800":1,"\ud801":2,"\uD800":3,"?":4})");
    QTest::newRow("not an object") << QByteArray(R"(["a","a"])");
}

void TestDuplicateKeys::findsWhatTheRoomBelowFinds()
{
    QFETCH(QByteArray, text);
    const json::Document document = *json::Document::parse(text);
    DuplicateKeys keys;
    keys.find(document);
    QCOMPARE(printed(keys.all()), printed(json::findDuplicateKeys(document)));
}

void TestDuplicateKeys::knowsWhatTheyAreIn()
{
    const json::Document document = *json::Document::parse(R"({"n":1,"o":{"p":[{"x":1,"x":2}]}})");
    DuplicateKeys keys;
    keys.find(document);
    const auto at = [&](const char16_t *pointer) { return *document.find(pointer); };
    QVERIFY(keys.holds(at(u"/o/p/0/x")));
    for (const char16_t *around : {u"", u"/o", u"/o/p", u"/o/p/0"})
        QVERIFY(keys.holdsInside(at(around)) && !keys.holds(at(around)));
    QVERIFY(!keys.holds(at(u"/n")) && !keys.holdsInside(at(u"/n")));
}

// Whatever is edited, and wherever: the same as if all were looked through anew.
void TestDuplicateKeys::followsEdits()
{
    std::mt19937 random(7);
    const auto any = [&random](qsizetype below) { return qsizetype(random() % below); };
    const QList<QByteArray> values{"1",
                                   R"("{\"a\":1")",
                                   R"({"a":1,"a":2})",
                                   R"([{"b":1,"b":[]}])",
                                   "{}",
                                   R"({"a":{"b":1},"b":2})"};
    json::Document document = *json::Document::parse(R"({"a":{"b":1,"a":[1]},"b":2})");
    DuplicateKeys keys;
    keys.find(document);
    for (int round = 0; round < 4000; ++round) {
        const json::Document before = document;
        const auto node = json::NodeId(any(document.nodes().size()));
        const json::Value value(&document, node);
        const QByteArray &json = values.at(any(values.size()));
        const QString key = QString(QChar(int(u'a' + any(3))));
        Result<json::Splice> step = tl::unexpected(Error{});
        switch (any(document.nodes().size() > 60 ? 6 : 5)) {
        case 0:
            step = document.renameKey(node, key);
            break;
        case 1:
            step = node == 0 ? step : document.replaceValue(node, json);
            break;
        case 2:
            step = document.insert(node, any(value.size() + 1), key, json);
            break;
        case 3:
            step = document.move(node, any(value.parent().size() + 1));
            break;
        default:
            step = document.remove(node);
            break;
        }
        if (!step)
            continue;
        keys.follow(before, document, {*step});
        QCOMPARE(printed(keys.all()), printed(json::findDuplicateKeys(document)));
    }
}

// By their square it would take longer than a test may.
void TestDuplicateKeys::manyKeysTakeTimeByTheirNumber()
{
    QByteArray text = "{";
    for (int key = 0; key < 100'000; ++key)
        text += (key == 0 ? "\"" : ",\"") + QByteArray::number(key / 2) + "\":1";
    const json::Document document = *json::Document::parse(text + '}');
    DuplicateKeys keys;
    keys.find(document);
    QCOMPARE(keys.all().size(), 50'000);
}

QTEST_GUILESS_MAIN(TestDuplicateKeys)

#include "tst_duplicatekeys.moc"
