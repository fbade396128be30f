// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "foundplace.h"
#include "ui/widgets/clock.h"

#include <QtCore/QSemaphore>
#include <QtCore/QThreadPool>
#include <QtTest/QSignalSpy>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;
using closeout::rows::Field;
using closeout::rows::Subject;
using closeout::test::FoundPlace;

class TestShownRows : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void oldestFirst();
    void newerQuestionOvertakesOlder();
    void answerToAnEarlierListIsDropped();
    void upToAnErrorAFilterDecides_data();
    void upToAnErrorAFilterDecides();
    void sorts();
    void showsOnlyThese();
    void sleepsUntilItIsWoken();
    void whatHasGoneIsShownUntilTheNextLoad();
    void whatHasEndedIsShownWhateverTheFilterSays();
    void whatHasEndedStaysWhileNobodyAsks();
    void whatHasEndedStaysWhereItWas();
    void whatIsInProgressStaysWhateverTheFilterSays();
    void completedOnesThatWereAskedForAreShown();
    void rulesCallRowsStuck();
    void newRulesAreNotOvertaken();
    void agesInAFilterGrow();
    void canBeDestroyedWhileItAnswers();

private:
    FoundPlace &place() { return *m_place; }
    ShownRows &shown() { return m_place->finding.services; }

    std::unique_ptr<FoundPlace> m_place;
};

namespace {

// Nothing is answered while it lives.
class HeldPool
{
public:
    HeldPool()
    {
        m_pool.setMaxThreadCount(1);
        m_pool.start([this] { m_held.acquire(); });
    }
    ~HeldPool()
    {
        m_held.release();
        m_pool.waitForDone();
        m_pool.setMaxThreadCount(QThread::idealThreadCount());
    }

private:
    QThreadPool &m_pool = *QThreadPool::globalInstance();
    QSemaphore m_held;
};

} // namespace

void TestShownRows::init()
{
    m_place = std::make_unique<FoundPlace>();
    place().list(R"([{"service_id":1,"customer_id":"gold","started":{"timestamp":")"
                 + test::ago(3 * 3600) + R"("}},
        {"service_id":2,"customer_id":"tin","started":{"timestamp":")"
                 + test::ago(5 * 3600) + R"("}},
        {"service_id":3,"customer_id":"gold"},
        {"service_id":4,"customer_id":"tin","started":{"timestamp":")"
                 + test::ago(26 * 3600) + R"("},"active_tasks":[{"task_id":7}]}])");
}

void TestShownRows::cleanup()
{
    m_place.reset();
}

void TestShownRows::oldestFirst()
{
    QVERIFY(shown().shown());
    QCOMPARE(shown().count(), 0U);
    QVERIFY(place().load());
    QCOMPARE(place().shownIds(), (QStringList{u"4"_s, u"2"_s, u"1"_s, u"3"_s}));
    QCOMPARE(shown().count(), 4U);
    QCOMPARE(shown().shown()->ages.count(), 3U);
    QCOMPARE(shown().shown()->ages.ageless, 1U);
    QCOMPARE(shown().shown()->reasons->size(), 4U);
}

void TestShownRows::newerQuestionOvertakesOlder()
{
    QVERIFY(place().load());
    const auto seen = std::make_shared<QList<QStringList>>();
    const QObject context;
    connect(&shown(), &ShownRows::changed, &context,
            [this, seen] { seen->append(place().shownIds()); });
    const auto *soon = shown().findChild<QTimer *>();
    {
        const HeldPool held;
        shown().setFilterText(u"gold"_s);
        QTRY_VERIFY(!soon->isActive()); // it is being answered
        QVERIFY(shown().isBusy());
        shown().setFilterText(u"tin"_s);
        QTRY_VERIFY(!soon->isActive()); // waits for its turn
        QVERIFY(shown().isBusy());
        QVERIFY(seen->isEmpty());
    }
    QVERIFY(place().settle());
    const QStringList tin{u"4"_s, u"2"_s};
    QVERIFY(!seen->isEmpty());
    for (const QStringList &ids : std::as_const(*seen))
        QCOMPARE(ids, tin);
}

void TestShownRows::answerToAnEarlierListIsDropped()
{
    QVERIFY(place().load());
    const auto *soon = shown().findChild<QTimer *>();
    {
        const HeldPool held;
        shown().setFilterText(u"gold"_s);
        QTRY_VERIFY(!soon->isActive());
        place().connectTo();
        QCOMPARE(shown().count(), 0U); // at once: the numbers mean nothing any more
    }
    QVERIFY(place().settle());
    QCOMPARE(shown().count(), 0U);
    QCOMPARE(shown().filterText(), u"gold"_s);
    QVERIFY(place().load());
    QCOMPARE(place().shownIds(), (QStringList{u"1"_s, u"3"_s}));
}

void TestShownRows::upToAnErrorAFilterDecides_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("ids");
    const QStringList all{u"4"_s, u"2"_s, u"1"_s, u"3"_s};
    const QStringList gold{u"1"_s, u"3"_s};
    QTest::newRow("no value yet") << u"gold age>"_s << gold;
    QTest::newRow("in the middle") << u"gold age>x tin"_s << gold;
    QTest::newRow("operator too much") << u"gold AND OR age>4h"_s << gold;
    QTest::newRow("operator at the end") << u"gold AND"_s << gold;
    QTest::newRow("blanks") << u"  gold   age> "_s << gold;
    QTest::newRow("the first word") << u"age>"_s << all;
    QTest::newRow("open parenthesis") << u"gold (tin"_s << gold;
    QTest::newRow("open quote") << u"\"gold tin"_s << all;
}

void TestShownRows::upToAnErrorAFilterDecides()
{
    QFETCH(QString, text);
    QFETCH(QStringList, ids);
    QVERIFY(place().load());
    shown().setFilterText(u"zinc"_s); // what was shown before is of no matter
    QVERIFY(place().settle());
    QSignalSpy asked(&shown(), &ShownRows::asked);
    shown().setFilterText(text);
    QCOMPARE(asked.size(), 1);
    QVERIFY(shown().error().has_value());
    QVERIFY(!shown().error()->message.isEmpty());
    QCOMPARE(shown().filterText(), text);
    QCOMPARE(shown().isFiltered(), ids.size() == 2);
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(), ids);
    QVERIFY(place().refresh());
    QCOMPARE(place().shownIds(), ids);
    shown().setFilterText(u"gold age<1h"_s);
    QVERIFY(!shown().error());
}

void TestShownRows::sorts()
{
    QVERIFY(place().load());
    QSignalSpy asked(&shown(), &ShownRows::asked);
    shown().setSortKey({Field::CustomerId, false, {}});
    shown().setSortKey({Field::CustomerId, false, {}});
    QCOMPARE(asked.size(), 1);
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(), (QStringList{u"1"_s, u"3"_s, u"2"_s, u"4"_s}));
    shown().setSortKey({Field::ServiceId, true, {}});
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(), (QStringList{u"4"_s, u"3"_s, u"2"_s, u"1"_s}));
}

void TestShownRows::showsOnlyThese()
{
    QVERIFY(place().load());
    shown().setFilterText(u"gold"_s);
    shown().showOnly(std::vector<quint32>{0, 3});
    QVERIFY(shown().showsOnly());
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(), (QStringList{u"4"_s, u"1"_s}));
    shown().showOnly({});
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(), (QStringList{u"1"_s, u"3"_s}));
    shown().showOnly(std::vector<quint32>{0});
    place().connectTo(); // where row 0 is another one
    QVERIFY(!shown().showsOnly());
}

void TestShownRows::sleepsUntilItIsWoken()
{
    ShownRows &tasks = place().finding.tasks;
    QSignalSpy changed(&tasks, &ShownRows::changed);
    QVERIFY(place().load());
    QVERIFY(changed.isEmpty());
    QCOMPARE(tasks.count(), 0U);
    tasks.setAwake(true);
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(Field::TaskId, Subject::Task), QStringList{u"7"_s});
    tasks.setAwake(false);
    changed.clear();
    place().list("[]");
    QVERIFY(place().refresh());
    QVERIFY(changed.isEmpty());
    QCOMPARE(tasks.count(), 1U);
}

void TestShownRows::whatHasGoneIsShownUntilTheNextLoad()
{
    QVERIFY(place().load());
    place().list(R"([{"service_id":1,"customer_id":"gold"}])");
    place().answer("/services/2", R"({"service_id":2,"completed":{}})");
    QVERIFY(place().refresh());
    QTRY_COMPARE(place().loaded(),
                 (QStringList{u"1"_s, u"2 completed"_s, u"3 gone"_s, u"4 gone"_s}));
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds().size(), 4);
    QVERIFY(place().refresh());
    QCOMPARE(place().shownIds(), QStringList{u"1"_s});
    shown().setFilterText(u"status:completed"_s); // whoever asks is told
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(), QStringList{u"2"_s});
}

void TestShownRows::whatHasEndedIsShownWhateverTheFilterSays()
{
    shown().setFilterText(u"age>4h"_s);
    QVERIFY(place().load());
    QCOMPARE(place().shownIds(), (QStringList{u"4"_s, u"2"_s}));
    const QByteArray four = R"({"service_id":4,"started":{"timestamp":")" + test::ago(26 * 3600)
        + R"("}})";
    place().list('[' + four + ']');
    place().answer("/services/2", R"({"service_id":2,"completed":{}})"); // has no age any more
    QVERIFY(place().refresh());
    QTRY_COMPARE(place().loaded(),
                 (QStringList{u"1 gone"_s, u"2 completed"_s, u"3 gone"_s, u"4"_s}));
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(), (QStringList{u"4"_s, u"2"_s}));
    QCOMPARE(shown().shown()->ended, 1U);
    Clock::ofApplication()->tick(); // the next answer is to the same question
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(), (QStringList{u"4"_s, u"2"_s}));
    shown().setFilterText(u"age>5h"_s);
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(), QStringList{u"4"_s}); // of another filter it was never shown
    place().list("[]");
    QVERIFY(place().refresh());
    QTRY_COMPARE(place().loaded().last(), u"4 gone"_s);
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(), QStringList{u"4"_s});
    QVERIFY(place().refresh());
    QCOMPARE(place().shownIds(), QStringList());
}

void TestShownRows::whatHasEndedStaysWhileNobodyAsks()
{
    shown().setFilterText(u"age>4h"_s);
    QVERIFY(place().load());
    Listing &listing = place().finding.listing;
    place().list("[]");
    const quint16 first = listing.snapshot().load;
    listing.setRefreshEvery(std::chrono::milliseconds(1));
    QTRY_VERIFY(listing.snapshot().load >= first + 2); // one load follows the other
    listing.setRefreshEvery({});
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(), (QStringList{u"4"_s, u"2"_s}));
    QCOMPARE(shown().shown()->all, 4U);
    listing.forget(u"2"_s); // whoever completes it here has seen that
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(), QStringList{u"4"_s});
    QVERIFY(place().refresh());
    QCOMPARE(place().shownIds(), QStringList());
}

// Whoever goes down the list finds the next one where it was.
void TestShownRows::whatHasEndedStaysWhereItWas()
{
    QVERIFY(place().load());
    QCOMPARE(place().shownIds(), (QStringList{u"4"_s, u"2"_s, u"1"_s, u"3"_s}));
    Listing &listing = place().finding.listing;
    place().answer("/services/4", R"({"service_id":4,"completed":{}})");
    place().answer("/services/1", R"({"service_id":1,"completed":{}})");
    listing.reread(u"4"_s);
    listing.reread(u"1"_s);
    QTRY_COMPARE(place().loaded(),
                 (QStringList{u"1 completed"_s, u"2"_s, u"3"_s, u"4 completed"_s}));
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(), (QStringList{u"4"_s, u"2"_s, u"1"_s, u"3"_s}));
    shown().setSortKey({Field::ServiceId, false, {}}); // an order that was asked for holds for all
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
}

void TestShownRows::whatIsInProgressStaysWhateverTheFilterSays()
{
    shown().setFilterText(u"tasks>0"_s);
    QVERIFY(place().load());
    QCOMPARE(place().shownIds(), QStringList{u"4"_s});
    Listing &listing = place().finding.listing;
    const QByteArray without = R"({"service_id":4,"customer_id":"tin","started":{"timestamp":")"
        + test::ago(26 * 3600) + R"("}})";
    place().answer("/services/4", without);
    place().list('[' + without + ']');
    listing.markInProgress(u"4"_s);
    listing.reread(u"4"_s);
    QTRY_COMPARE(listing.snapshot().tasks.countOf(rows::Status::Active), 0U);
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(), QStringList{u"4"_s});
    QVERIFY(shown().shown()->inProgress.contains(*listing.rowOf(u"4"_s)));
    const quint16 before = listing.snapshot().load;
    listing.setRefreshEvery(std::chrono::milliseconds(1));
    QTRY_VERIFY(listing.snapshot().load > before); // nobody has looked
    listing.setRefreshEvery({});
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(), QStringList{u"4"_s});
    QVERIFY(place().refresh());
    QCOMPARE(place().shownIds(), QStringList());
}

void TestShownRows::completedOnesThatWereAskedForAreShown()
{
    find::Query query;
    query.completeness = contract::Completeness::All;
    place().finding.listing.setQuery(query);
    place().list(R"([{"service_id":1},{"service_id":2,"completed":{}}])");
    QVERIFY(place().load());
    QVERIFY(place().refresh());
    QCOMPARE(place().shownIds(), (QStringList{u"1"_s, u"2"_s}));
}

void TestShownRows::rulesCallRowsStuck()
{
    shown().setRules(
        filter::StuckRules({{u"old"_s, u"age>4h"_s}, {u"gold"_s, u"customer:gold"_s}}));
    QVERIFY(place().load());
    QCOMPARE(*shown().shown()->reasons, (std::vector<quint32>{2, 1, 2, 1}));
    shown().setFilterText(u"stuck:old"_s);
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(), (QStringList{u"4"_s, u"2"_s}));
    QSignalSpy asked(&shown(), &ShownRows::asked);
    shown().setRules(filter::StuckRules({{u"old"_s, u"age>24h"_s}}));
    shown().setRules(filter::StuckRules({{u"old"_s, u"age>24h"_s}}));
    QCOMPARE(asked.size(), 1);
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(), QStringList{u"4"_s});
}

// The question with the new rules is overtaken by one with another filter.
void TestShownRows::newRulesAreNotOvertaken()
{
    shown().setRules(filter::StuckRules({{u"gold"_s, u"customer:gold"_s}}));
    QVERIFY(place().load());
    {
        const HeldPool held;
        shown().setRules(filter::StuckRules({{u"old"_s, u"age>24h"_s}}));
        QCoreApplication::processEvents(); // asks
        shown().setFilterText(u"gold"_s);
    }
    QVERIFY(place().settle());
    QCOMPARE(*shown().shown()->reasons, (std::vector<quint32>{0, 0, 0, 1}));
}

void TestShownRows::agesInAFilterGrow()
{
    place().list(R"([{"service_id":1,"started":{"timestamp":")" + test::ago(59) + R"("}}])");
    shown().setFilterText(u"age>=1m"_s);
    QVERIFY(place().load());
    QTRY_VERIFY([this] {
        Clock::ofApplication()->tick();
        return place().settle() && shown().count() == 1;
    }());
}

void TestShownRows::canBeDestroyedWhileItAnswers()
{
    QVERIFY(place().load());
    auto other = std::make_unique<ShownRows>(place().finding.listing, Subject::Service);
    QSignalSpy changed(other.get(), &ShownRows::changed);
    const auto *soon = other->findChild<QTimer *>();
    {
        const HeldPool held;
        other->setFilterText(u"gold"_s);
        QTRY_VERIFY(!soon->isActive());
        other.reset();
    }
    QCoreApplication::sendPostedEvents();
    QVERIFY(changed.isEmpty());
}

QTEST_MAIN(TestShownRows)
#include "tst_shownrows.moc"
