// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "filter/histogram.h"
#include "support/rows.h"

#include <QtTest/QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace closeout::filter;
using namespace closeout::rows;

class TestHistogram : public QObject
{
    Q_OBJECT

private slots:
    void countsByAgeAndType();
    void filtersSelectTheirBars();
    void cancelled();
};

namespace {

const std::atomic_bool notCancelled = false;

// Services of eight types: more of the first ones, of all ages.
void fill(Collection &collection)
{
    QList<TestRow> rows;
    for (int i = 0; i < 2000; ++i) {
        const QByteArray number = QByteArray::number(i);
        const int type = i % 36;
        int bound = 0;
        int kind = 0;
        while (type >= bound + 8 - kind)
            bound += 8 - kind++;
        rows.append(
            {{{Field::ServiceId, number}, {Field::ServiceType, QByteArray(1, char('a' + kind))}},
             {{Field::Started, testNow - Moment(i) * Moment(i) * 1000 + minute}}});
    }
    rows.append({{{Field::ServiceId, "unknown"}}});
    rows.append({{{Field::ServiceId, "done"}}, {{Field::Started, testNow - day}}, {}, true});
    putAll(collection, rows);
}

std::vector<quint32> allRows(const Snapshot &snapshot)
{
    std::vector<quint32> rows(snapshot.services.count());
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

} // namespace

void TestHistogram::countsByAgeAndType()
{
    Collection collection;
    fill(collection);
    const Snapshot &snapshot = collection.snapshot();
    const auto histogram = histogramOf(allRows(snapshot), snapshot, Subject::Service, testNow,
                                       notCancelled);
    QCOMPARE(histogram->bars.size(), 13U);
    QCOMPARE(histogram->count(), 2000U);
    QCOMPARE(histogram->ageless, 2U);
    QByteArrayList types;
    for (const Word type : histogram->types)
        types.append(snapshot.words.at(type).toByteArray());
    QCOMPARE(types, (QByteArrayList{"a", "b", "c", "d", "e"}));
    quint32 highest = 0;
    for (const AgeBar &bar : histogram->bars) {
        QCOMPARE(bar.byType.size(), 6U);
        QCOMPARE(std::accumulate(bar.byType.begin(), bar.byType.end(), 0U), bar.count);
        highest = std::max(highest, bar.count);
    }
    QCOMPARE(histogram->highest(), highest);
    QVERIFY(histogram->bars.back().byType.back() > 0);
}

void TestHistogram::filtersSelectTheirBars()
{
    Collection collection;
    fill(collection);
    const Snapshot &snapshot = collection.snapshot();
    const auto histogram = histogramOf(allRows(snapshot), snapshot, Subject::Service, testNow,
                                       notCancelled);
    QStringList texts;
    for (const AgeBar &bar : histogram->bars) {
        texts.append(bar.filter());
        const auto rows = Filter::parse(bar.filter(), Subject::Service)
                              ->matches(snapshot, {testNow}, notCancelled);
        QCOMPARE(rows->size(), size_t(bar.count));
    }
    QCOMPARE(texts.first(), u"age<1m"_s);
    QCOMPARE(texts.at(5), u"age>=4h age<12h"_s);
    QCOMPARE(texts.last(), u"age>=4w"_s);
}

void TestHistogram::cancelled()
{
    Collection collection;
    fill(collection);
    const std::atomic_bool isCancelled = true;
    QVERIFY(!histogramOf(allRows(collection.snapshot()), collection.snapshot(), Subject::Service,
                         testNow, isCancelled));
}

QTEST_GUILESS_MAIN(TestHistogram)
#include "tst_histogram.moc"
