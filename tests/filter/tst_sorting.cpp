// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "filter/sorting.h"
#include "filter/stuckrules.h"
#include "support/rows.h"

#include <QtTest/QTest>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace closeout::filter;
using namespace closeout::rows;

class TestSorting : public QObject
{
    Q_OBJECT

private slots:
    void words_data();
    void words();
    void dataValues_data();
    void dataValues();
    void numbersAndMoments();
    void statusAndReasons();
    void keepsTheOrderOfEquals();
    void manyRows();
    void longKeys();
    void cancelled();
};

namespace {

const std::atomic_bool notCancelled = false;

std::vector<quint32> allRows(const Snapshot &snapshot)
{
    std::vector<quint32> rows(snapshot.services.count());
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

std::vector<quint32> order(const Collection &collection, const SortKey &key)
{
    const StuckRules rules = StuckRules::standard();
    return *sorted(allRows(collection.snapshot()), collection.snapshot(), Subject::Service, key,
                   {testNow, &rules}, notCancelled);
}

// Services with these texts in the field.
void putTexts(Collection &collection, Field field, const QByteArrayList &texts)
{
    QList<TestRow> rows;
    for (const QByteArray &text : texts)
        rows.append({{{Field::ServiceId, "id" + QByteArray::number(rows.size())}, {field, text}}});
    putAll(collection, rows);
}

QByteArrayList textsInOrder(const Collection &collection, const SortKey &key)
{
    QByteArrayList texts;
    const Snapshot &snapshot = collection.snapshot();
    for (const quint32 row : order(collection, key))
        texts.append(snapshot.text(snapshot.services, row, key.field).toByteArray());
    return texts;
}

} // namespace

void TestSorting::words_data()
{
    QTest::addColumn<QByteArrayList>("sorted"); // they are put in reversed
    QTest::newRow("case of letters") << QByteArrayList{"alpha", "Beta", "gamma", "Gammb"};
    QTest::newRow("numbers by value")
        << QByteArrayList{"item 9", "Item 10", "item 010x", "item 11", "item 100"};
    QTest::newRow("ids of digits")
        << QByteArrayList{"7", "36981723", "9007199254740993", "18446744073709551616",
                          "184467440737095516150"};
    QTest::newRow("signs, digits, letters") << QByteArrayList{"-", "5", "a", "a 1", "a1", "ab"};
    QTest::newRow("accents") << QByteArrayList{"Arger", "\xC3\x84rger", "Asger", "z", "\xD1\x8F"};
    QTest::newRow("prefix first") << QByteArrayList{"a", "a0", "a0b", "ab"};
}

void TestSorting::words()
{
    QFETCH(const QByteArrayList, sorted);
    QByteArrayList reversed(sorted.rbegin(), sorted.rend());
    Collection collection;
    reversed.insert(1, ""); // not said: last in both directions
    putTexts(collection, Field::ServiceType, reversed);
    QCOMPARE(textsInOrder(collection, {Field::ServiceType}), sorted + QByteArrayList{""});
    QByteArrayList downwards(sorted.rbegin(), sorted.rend());
    QCOMPARE(textsInOrder(collection, {Field::ServiceType, true}), downwards << "");
}

void TestSorting::dataValues_data()
{
    QTest::addColumn<QByteArrayList>("values"); // in order, the absent ones last
    QTest::newRow("numbers") << QByteArrayList{"-1e400",
                                               "-12",
                                               "-1.5",
                                               "-1",
                                               "-0.5",
                                               "0",
                                               "1e-400",
                                               "0.5",
                                               "1",
                                               "1.10",
                                               "\"2\"",
                                               "18446744073709551615",
                                               "18446744073709551616",
                                               "1e400",
                                               "null"};
    QTest::newRow("numbers before texts")
        << QByteArrayList{"7", "70", "\"a9\"", "\"a10\"", "\"B\"", "[1]", "false", "true", "\"\""};
}

void TestSorting::dataValues()
{
    QFETCH(const QByteArrayList, values);
    QByteArrayList texts{"{}"};
    for (auto value = values.rbegin(); value != values.rend(); ++value)
        texts.append("{\"a\":{\"b\":" + *value + "}}");
    Collection collection;
    putTexts(collection, Field::Data, texts);
    const DataPath path({u"a"_s, u"b"_s});
    QByteArrayList found;
    for (const QByteArray &text : textsInOrder(collection, {Field::Data, false, path}))
        found.append(dataValueAt(text, path).toByteArray());
    const bool endsInAbsent = values.last() == "null" || values.last() == "\"\"";
    QVERIFY(endsInAbsent);
    // {} came first, and both of them say nothing.
    const QByteArrayList expected = values.first(values.size() - 1) << "" << values.last();
    QCOMPARE(found, expected);
}

void TestSorting::numbersAndMoments()
{
    Collection collection;
    putAll(collection,
           {{{{Field::ServiceId, "0"}},
             {{Field::Started, testNow - 2 * day}},
             {{Field::OpenTasks, 3}}},
            {{{Field::ServiceId, "1"}},
             {{Field::Started, testNow + hour}},
             {{Field::OpenTasks, 0}}},
            {{{Field::ServiceId, "2"}}, {}, {}},
            {{{Field::ServiceId, "3"}}, {{Field::Started, -5}}, {{Field::OpenTasks, 12}}}});
    using Rows = std::vector<quint32>;
    QCOMPARE(order(collection, {Field::Started}), (Rows{3, 0, 1, 2}));
    QCOMPARE(order(collection, {Field::Started, true}), (Rows{1, 0, 3, 2}));
    QCOMPARE(order(collection, {Field::Age}), (Rows{1, 0, 3, 2}));
    QCOMPARE(order(collection, {Field::OpenTasks}), (Rows{1, 0, 3, 2}));
    QCOMPARE(order(collection, {Field::OpenTasks, true}), (Rows{3, 0, 1, 2}));
    QCOMPARE(order(collection, {Field::TaskId}), (Rows{0, 1, 2, 3})); // services have none
}

void TestSorting::statusAndReasons()
{
    Collection collection;
    const Moment old = testNow - 3 * day;
    putAll(collection,
           {{{{Field::ServiceId, "0"}}, {{Field::Started, old}}, {}, true},
            {{{Field::ServiceId, "1"}}, {{Field::Started, old}, {Field::LastEvent, old}}, {}},
            {{{Field::ServiceId, "2"}},
             {{Field::Started, old}, {Field::LastEvent, old}},
             {{Field::Expected, 60}}}});
    using Rows = std::vector<quint32>;
    QCOMPARE(order(collection, {Field::Status}), (Rows{1, 2, 0}));
    QCOMPARE(order(collection, {Field::Status, true}), (Rows{0, 1, 2}));
    QCOMPARE(order(collection, {Field::Stuck}), (Rows{1, 2, 0}));
    QCOMPARE(order(collection, {Field::Stuck, true}), (Rows{2, 1, 0}));
}

void TestSorting::keepsTheOrderOfEquals()
{
    Collection collection;
    putTexts(collection, Field::MediaType, {"b", "A", "", "a", "B", "01", "1"});
    const std::vector<quint32> rows{6, 5, 4, 3, 2, 1, 0};
    const auto in = [&](bool descending) {
        return *sorted(rows, collection.snapshot(), Subject::Service,
                       {Field::MediaType, descending}, {testNow}, notCancelled);
    };
    QCOMPARE(in(false), (std::vector<quint32>{6, 5, 3, 1, 4, 0, 2}));
    QCOMPARE(in(true), (std::vector<quint32>{4, 0, 3, 1, 6, 5, 2}));
}

// Enough that both cores and the radix sort take part.
void TestSorting::manyRows()
{
    constexpr quint32 count = 40'000;
    Collection collection;
    collection.beginLoad();
    for (quint32 i = 0; i < count; ++i) {
        const quint32 mixed = i * 2654435761U;
        const QByteArray id = "service-number-" + QByteArray::number(mixed) + 'x';
        Row row;
        row.text(Field::ServiceId) = id;
        row.moment(Field::Started) = testNow - Moment(mixed) * 1000;
        row.number(Field::OpenTasks) = qint32(mixed % 100);
        collection.put(row, {});
    }
    std::vector<quint32> expected = allRows(collection.snapshot());
    const auto by = [&expected](auto keyOf) {
        std::stable_sort(expected.begin(), expected.end(),
                         [&keyOf](quint32 a, quint32 b) { return keyOf(a) < keyOf(b); });
        const std::vector<quint32> result = expected;
        std::sort(expected.begin(), expected.end());
        return result;
    };
    const auto mixed = [](quint32 row) { return row * 2654435761U; };
    QCOMPARE(order(collection, {Field::ServiceId}), by(mixed));
    QCOMPARE(order(collection, {Field::ServiceId, true}),
             by([&](quint32 row) { return ~mixed(row); }));
    QCOMPARE(order(collection, {Field::Age}), by(mixed));
    QCOMPARE(order(collection, {Field::OpenTasks, true}),
             by([&](quint32 row) { return 100 - mixed(row) % 100; }));
}

// Keys that differ far behind only.
void TestSorting::longKeys()
{
    const QByteArray head(2000, 'h');
    Collection collection;
    putTexts(collection, Field::Resource,
             {head + "b", head, head + "a", head.first(64), head + "A"});
    QCOMPARE(order(collection, {Field::Resource}), (std::vector<quint32>{3, 1, 2, 4, 0}));
}

void TestSorting::cancelled()
{
    Collection collection;
    putTexts(collection, Field::Resource, {"b", "a"});
    const std::atomic_bool isCancelled = true;
    for (const FieldSpec &spec : allFields()) {
        QVERIFY(!sorted({0, 1}, collection.snapshot(), Subject::Service, {spec.field}, {testNow},
                        isCancelled));
    }
}

QTEST_GUILESS_MAIN(TestSorting)
#include "tst_sorting.moc"
