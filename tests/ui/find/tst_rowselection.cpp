// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "foundplace.h"

#include <QtTest/QSignalSpy>

using namespace Qt::StringLiterals;
using namespace closeout::ui;
using closeout::rows::Field;
using closeout::rows::Subject;
using closeout::test::FoundPlace;
using closeout::test::ofCustomers;

class TestRowSelection : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void selectsAndDeselects();
    void survivesOrderFilterAndRefresh();
    void saysWhatIsHidden();
    void saysWhatHasGone();
    void selectsAllThatMatch();
    void isEmptyElsewhere();
    void isFoundAgainInAnotherList();
    void isKeptForAnotherDay();
    void holdsTasksAsWell();

private:
    FoundPlace &place() { return *m_place; }
    ShownRows &shown() { return m_place->finding.services; }
    RowSelection &selection() { return m_place->finding.selectedServices; }

    std::unique_ptr<FoundPlace> m_place;
};

namespace {

using RowNumbers = std::vector<quint32>;

constexpr auto fourServices = R"([
    {"service_id":1,"customer_id":"gold"},{"service_id":2,"customer_id":"tin"},
    {"service_id":3,"customer_id":"gold"},
    {"service_id":4,"customer_id":"tin","active_tasks":[{"task_id":7},{"task_id":8}]}])";

} // namespace

void TestRowSelection::init()
{
    m_place = std::make_unique<FoundPlace>();
    place().list(fourServices);
    QVERIFY(place().load());
}

void TestRowSelection::cleanup()
{
    m_place.reset();
}

void TestRowSelection::selectsAndDeselects()
{
    QSignalSpy changed(&selection(), &RowSelection::changed);
    QCOMPARE(selection().words(), QString());
    QVERIFY(!selection().contains(3));
    selection().setSelected(3, true);
    selection().setSelected(1, true);
    selection().setSelected(3, true);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(selection().rows(), (RowNumbers{1, 3}));
    QCOMPARE(selection().words(), u"2 selected"_s);
    selection().setSelected(3, false);
    selection().setSelected(RowNumbers{0, 1, 2}, true);
    QCOMPARE(selection().rows(), (RowNumbers{0, 1, 2}));
    QCOMPARE(selection().count(), 3U);
    changed.clear();
    selection().clear();
    selection().clear();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(selection().rows(), RowNumbers());
}

void TestRowSelection::survivesOrderFilterAndRefresh()
{
    selection().setSelected(RowNumbers{1, 2}, true);
    shown().setSortKey({Field::ServiceId, true, {}});
    QVERIFY(place().settle());
    QCOMPARE(selection().rows(), (RowNumbers{1, 2}));
    shown().setFilterText(u"gold"_s);
    QVERIFY(place().settle());
    QCOMPARE(selection().rows(), (RowNumbers{1, 2}));
    place().list(R"([{"service_id":5},{"service_id":4},{"service_id":3},{"service_id":2},
                     {"service_id":1}])");
    QVERIFY(place().refresh());
    QCOMPARE(selection().rows(), (RowNumbers{1, 2}));
    QCOMPARE(place().loaded().at(1), u"2"_s);
}

void TestRowSelection::saysWhatIsHidden()
{
    selection().setSelected(RowNumbers{0, 1, 2}, true);
    shown().setFilterText(u"tin"_s);
    QVERIFY(place().settle());
    QCOMPARE(selection().words(), u"3 selected, 2 of them hidden by the filter"_s);
    selection().setSelected(3, true); // in sight
    selection().setSelected(0, false); // one that is hidden
    QCOMPARE(selection().words(), u"3 selected, 1 of them hidden by the filter"_s);
    shown().setFilterText({});
    QVERIFY(place().settle());
    QCOMPARE(selection().words(), u"3 selected"_s);
}

void TestRowSelection::saysWhatHasGone()
{
    selection().setSelected(RowNumbers{0, 1, 2}, true);
    place().list(R"([{"service_id":2},{"service_id":4}])");
    QVERIFY(place().refresh());
    // They are shown until the next load; and after it, no filter has taken them away.
    QTRY_COMPARE(selection().words(), u"3 selected, 2 of them completed or gone"_s);
    QVERIFY(place().refresh());
    QCOMPARE(selection().words(), u"3 selected, 2 of them completed or gone"_s);
    place().finding.listing.forget(u"2"_s); // completed here
    QTRY_COMPARE(selection().words(), u"3 selected, 3 of them completed or gone"_s);
}

void TestRowSelection::selectsAllThatMatch()
{
    selection().setSelected(1, true);
    shown().setFilterText(u"gold"_s);
    QVERIFY(place().settle());
    selection().selectShown();
    QCOMPARE(selection().rows(), (RowNumbers{0, 1, 2}));
    QCOMPARE(selection().words(), u"3 selected, 1 of them hidden by the filter"_s);
}

void TestRowSelection::isEmptyElsewhere()
{
    selection().setSelected(RowNumbers{0, 1}, true);
    QSignalSpy changed(&selection(), &RowSelection::changed);
    place().connectTo(); // the same numbers are other services there
    QCOMPARE(selection().count(), 0U);
    QVERIFY(!changed.isEmpty());
    QVERIFY(place().load());
    selection().setSelected(0, true);
    closeout::find::Query query;
    query.customers = {u"c1"_s};
    place().finding.listing.setQuery(query);
    QCOMPARE(selection().count(), 1U); // what is shown is not of that yet
    place().finding.listing.load();
    QCOMPARE(selection().count(), 0U);
    place().connectTo(); // nobody should believe that it is still there
    QCOMPARE(selection().words(),
             u"Another list was loaded: 1 that were selected are not any more."_s);
    QVERIFY(place().load());
    QCOMPARE(selection().count(), 0U);
    selection().clear();
    QCOMPARE(selection().words(), QString());
}

void TestRowSelection::isFoundAgainInAnotherList()
{
    selection().setSelected(RowNumbers{0, 1}, true);
    place().answer("/customers/c1/services/active", R"([{"service_id":9},{"service_id":2}])");
    place().finding.listing.setQuery(ofCustomers({u"c1"_s}));
    QVERIFY(place().load());
    QCOMPARE(selection().rows(), RowNumbers{1}); // service 2
    QCOMPARE(selection().words(), u"1 selected, 1 selected before are not in this list"_s);
    selection().setSelected(0, true);
    place().answer("/customers/c2/services/active", fourServices);
    place().finding.listing.setQuery(ofCustomers({u"c2"_s}));
    QVERIFY(place().load());
    QCOMPARE(selection().rows(), (RowNumbers{0, 1}));
    QCOMPARE(selection().words(), u"2 selected, 1 selected before are not in this list"_s);
    selection().clear();
    QCOMPARE(selection().words(), QString());
}

void TestRowSelection::isKeptForAnotherDay()
{
    selection().setSelected(RowNumbers{1, 3}, true);
    const QList<QByteArray> kept = selection().kept();
    QCOMPARE(kept.size(), 2);
    place().connectTo();
    selection().take(kept);
    QCOMPARE(selection().kept(), kept); // also before they have arrived
    QCOMPARE(selection().words(), QString()); // nothing is loaded that could lack them
    QVERIFY(place().load());
    QCOMPARE(selection().rows(), (RowNumbers{1, 3}));
    QCOMPARE(selection().words(), u"2 selected"_s);
    QCOMPARE(selection().kept(), kept);
    selection().take({}); // of an environment in which nothing was selected
    QCOMPARE(selection().count(), 0U);
    selection().take({"no such"});
    QCOMPARE(selection().words(), u"1 selected before are not in this list"_s);
}

void TestRowSelection::holdsTasksAsWell()
{
    place().finding.tasks.setAwake(true);
    QVERIFY(place().settle());
    RowSelection &tasks = place().finding.selectedTasks;
    tasks.selectShown();
    QCOMPARE(tasks.count(), 2U);
    QCOMPARE(selection().count(), 0U);
    place().finding.tasks.setFilterText(u"task:7"_s);
    QVERIFY(place().settle());
    QCOMPARE(tasks.words(), u"2 selected, 1 of them hidden by the filter"_s);
    // A task is found again by its own id.
    tasks.clear();
    tasks.setSelected(1, true); // 8
    place()
        .answer("/customers/c1/services/active",
                R"([{"service_id":4,"active_tasks":[{"task_id":6},{"task_id":7},{"task_id":8}]}])");
    place().finding.listing.setQuery(ofCustomers({u"c1"_s}));
    QVERIFY(place().load());
    QTRY_COMPARE(tasks.rows(), RowNumbers{2});
}

QTEST_MAIN(TestRowSelection)
#include "tst_rowselection.moc"
