// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Text against a plain QByteArray.

#include "edit/text.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace closeout::edit;
using closeout::json::Position;

namespace {

constexpr qsizetype block = 64 * 1024;

QByteArray lines(qsizetype size)
{
    QByteArray bytes;
    for (int i = 0; bytes.size() < size; ++i)
        bytes += "line " + QByteArray::number(i) + " \xC3\xA4\n";
    return bytes.first(size);
}

void compareWhole(const Text &text, const QByteArray &plain)
{
    QCOMPARE(text.size(), plain.size());
    QVERIFY(text.bytes() == plain);
    QCOMPARE(text.lines(), plain.count('\n') + 1);
}

} // namespace

class TestText : public QObject
{
    Q_OBJECT

private slots:
    void replaces_data();
    void replaces();
    void tellsPositions_data();
    void tellsPositions();
    void copiesAreSnapshots();
    void copiesNothingThatWasGiven();
    void knowsWhatStandsWhere();
    void findsLineBreaks();
    void isLikeAPlainText_data();
    void isLikeAPlainText();
};

void TestText::replaces_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<qsizetype>("at");
    QTest::addColumn<qsizetype>("length");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &before, qsizetype at, qsizetype length,
                        const QByteArray &bytes) {
        QTest::newRow(name) << before << at << length << bytes;
    };
    const QByteArray large = lines(5 * block + 17);
    row("into nothing", {}, 0, 0, "abc");
    row("nothing into nothing", {}, 0, 0, {});
    row("all away", "abc", 0, 3, {});
    row("at the start", "abc", 0, 0, "x");
    row("at the end", "abc", 3, 0, "x");
    row("in the middle", "abc", 1, 1, "xyz");
    row("behind the end of a block", large, block, 0, "x");
    row("across a border", large, block - 1, 2, "x");
    row("a whole block", large, block, block, {});
    row("several blocks", large, 10, 4 * block, "x");
    row("all blocks", large, 0, large.size(), "x");
    row("at the end of many", large, large.size(), 0, "x");
    row("a large piece", large, block + 5, 7, lines(7 * block));
    row("many small pieces are one", large, 0, block - 1, {});
}

void TestText::replaces()
{
    QFETCH(QByteArray, before);
    QFETCH(qsizetype, at);
    QFETCH(qsizetype, length);
    QFETCH(QByteArray, bytes);
    Text text(before);
    text.replace(at, length, bytes);
    compareWhole(text, QByteArray(before).replace(at, length, bytes));
}

void TestText::tellsPositions_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qsizetype>("offset");
    QTest::addColumn<qsizetype>("line");
    QTest::addColumn<qsizetype>("column");
    const auto row = [](const char *name, const QByteArray &bytes, qsizetype offset, qsizetype line,
                        qsizetype column) {
        QTest::newRow(name) << bytes << offset << line << column;
    };
    row("of nothing", {}, 0, 1, 1);
    row("the start", "ab", 0, 1, 1);
    row("the end", "ab", 2, 1, 3);
    row("a line break", "a\nb", 1, 1, 2);
    row("behind it", "a\nb", 2, 2, 1);
    row("characters, not bytes", "\xC3\xA4\xF0\x9F\x98\x80x", 6, 1, 3);
    row("a byte order mark", "\xEF\xBB\xBFx", 4, 1, 2);
    row("before the byte order mark", "\xEF\xBB\xBFx", 0, 1, 1);
    row("a line over blocks", QByteArray(2 * block, 'x') + 'y', 2 * block, 1, 2 * block + 1);
    row("in a later block", QByteArray(block, '\n') + "xy", block + 1, block + 1, 2);
}

void TestText::tellsPositions()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qsizetype, offset);
    const Position position = Text(bytes).positionOf(offset);
    QTEST(position.line, "line");
    QTEST(position.column, "column");
}

void TestText::copiesAreSnapshots()
{
    const QByteArray original = lines(3 * block);
    Text text(original);
    const Text before = text;
    text.replace(block, 10, "other");
    const Text between = text;
    text.replace(0, 1, {});
    compareWhole(before, original);
    compareWhole(between, QByteArray(original).replace(block, 10, "other"));
    QVERIFY(before == Text(original));
    QVERIFY(!(before == between));
    text.replace(0, 0, original.first(1));
    QVERIFY(text == between);
}

void TestText::copiesNothingThatWasGiven()
{
    const QByteArray original = lines(3 * block);
    const Text text(original);
    QCOMPARE(static_cast<const void *>(text.bytes().constData()),
             static_cast<const void *>(original.constData()));
    QByteArray room;
    const QByteArrayView across = text.view(block - 5, block + 10, room);
    QCOMPARE(static_cast<const void *>(across.data()),
             static_cast<const void *>(original.constData() + block - 5));
    QVERIFY(room.isEmpty());
}

void TestText::knowsWhatStandsWhere()
{
    const QByteArray original = lines(2 * block);
    Text text(original);
    text.replace(0, 0, "x");
    QVERIFY(text.holds(1, original));
    QVERIFY(text.holds(text.size(), {}));
    QVERIFY(!text.holds(text.size() + 1, {}));
    QVERIFY(!text.holds(-1, "x"));
    QVERIFY(!text.holds(0, original));
    QVERIFY(!text.holds(2, original));
    QCOMPARE(text.at(0), 'x');
    QCOMPARE(text.at(block + 1), original.at(block));
}

void TestText::findsLineBreaks()
{
    const QByteArray text = "\na" + QByteArray(2 * block, 'x') + "\n\n";
    const Text edited(text);
    QCOMPARE(edited.lastBreakBefore(0), -1);
    QCOMPARE(edited.lastBreakBefore(1), 0);
    QCOMPARE(edited.lastBreakBefore(2 * block + 2), 0);
    QCOMPARE(edited.lastBreakBefore(text.size()), text.size() - 1);
    QCOMPARE(edited.lastBreakBefore(text.size() - 1), text.size() - 2);
}

void TestText::isLikeAPlainText_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 12; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestText::isLikeAPlainText()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    QByteArray plain = lines(random.bounded(6) * block + random.bounded(1000));
    const QByteArray donor = lines(4 * block);
    Text text(plain);
    QList<std::pair<Text, QByteArray>> kept;
    for (int step = 0; step < 300; ++step) {
        const bool isLarge = random.bounded(20) == 0;
        const auto most = [&](qsizetype limit) {
            return qsizetype(random.bounded(int(limit) + 1));
        };
        const qsizetype at = most(plain.size());
        const qsizetype length = most(std::min(plain.size() - at, isLarge ? 3 * block : 20));
        const QByteArray bytes = donor.first(most(isLarge ? donor.size() : 20));
        if (step % 50 == 0)
            kept.append({text, plain});
        text.replace(at, length, bytes);
        plain.replace(at, length, bytes);
        QCOMPARE(text.size(), plain.size());
        const qsizetype from = most(plain.size());
        const qsizetype size = most(std::min<qsizetype>(plain.size() - from, 2 * block));
        QVERIFY(text.slice(from, size) == plain.mid(from, size));
        const Position position = text.positionOf(from);
        QCOMPARE(position.line, plain.first(from).count('\n') + 1);
    }
    compareWhole(text, plain);
    for (const auto &[snapshot, bytes] : std::as_const(kept))
        compareWhole(snapshot, bytes);
}

QTEST_APPLESS_MAIN(TestText)

#include "tst_text.moc"
