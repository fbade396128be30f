// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What a collection keeps over several loads, and that snapshots are unaffected by it.

#include "support/rows.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout::rows;

class TestCollection : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatIsPut();
    void columnsBeginWithTheFirstWhoSaysSomething();
    void duplicatesAreOneRow();
    void marksWhatVanishes();
    void marksWhatTheReadSourcesLack_data();
    void marksWhatTheReadSourcesLack();
    void marksWhatChanges();
    void tasksOfAService();
    void aHundredThousandTasksOfOneService();
    void vanishedServicesTakeTheirTasksAlong();
    void completedServicesTakeTheirTasksAlong();
    void aStaleReadTakesNoTasksAway();
    void taskThatEndsWithinALoad();
    void markedByHand();
    void durations();
    void snapshotsStayAsTheyAre();
};

namespace {

Row service(QByteArrayView id, QByteArrayView type = "Offer")
{
    Row row;
    row.text(Field::ServiceId) = id;
    row.text(Field::ServiceType) = type;
    return row;
}

Row task(QByteArrayView id, QByteArrayView type = "Survey")
{
    Row row;
    row.text(Field::TaskId) = id;
    row.text(Field::TaskType) = type;
    return row;
}

void load(Collection &collection, const QList<Row> &services)
{
    collection.beginLoad();
    for (const Row &row : services)
        collection.put(row, {});
    collection.closeLoad();
}

Origins naming(QStringList Origins::*kind, const QStringList &names)
{
    Origins origins;
    origins.*kind = names;
    return origins;
}

// "a:active b:vanished"
QString statuses(const Snapshot &snapshot, Subject subject)
{
    static constexpr std::array names{"active"_L1, "completed"_L1, "vanished"_L1};
    const Rows &rows = snapshot.rows(subject);
    const Field id = subject == Subject::Service ? Field::ServiceId : Field::TaskId;
    QStringList out;
    for (quint32 row = 0; row < rows.count(); ++row)
        out.append(QString::fromUtf8(snapshot.text(rows, row, id)) + u':'
                   + names[size_t(rows.status(row))]);
    return out.join(u' ');
}

} // namespace

void TestCollection::keepsWhatIsPut()
{
    Collection collection;
    Row row = service("a", "Bill Payment");
    row.text(Field::Data) = "{\"k\":1.10}";
    row.moment(Field::Started) = 5;
    row.number(Field::OpenTasks) = 2;
    load(collection, {row, service("b")});
    const Snapshot &snapshot = collection.snapshot();
    QCOMPARE(snapshot.services.count(), 2U);
    QCOMPARE(snapshot.text(snapshot.services, 0, Field::Data).toByteArray(), "{\"k\":1.10}");
    QCOMPARE(snapshot.services.moment(0, Field::Started), 5);
    QCOMPARE(snapshot.services.moment(0, Field::Expires), noMoment);
    QCOMPARE(snapshot.services.number(0, Field::OpenTasks), 2);
    QCOMPARE(snapshot.services.number(1, Field::OpenTasks), noNumber);
    QCOMPARE(snapshot.services.word(1, Field::CustomerId), noWord);
    QCOMPARE(snapshot.services.word(0, Field::TaskId), noWord); // services have none
    QCOMPARE(collection.rowOf("b"), 1U);
    QCOMPARE(collection.rowOf("Offer"), Rows::noRow); // a word, but no service
    QCOMPARE(collection.rowOf("c"), Rows::noRow);
    QCOMPARE(collection.rowOf(""), Rows::noRow);
}

void TestCollection::columnsBeginWithTheFirstWhoSaysSomething()
{
    Row last = service("last");
    last.text(Field::Disposition) = "10";
    last.moment(Field::Expires) = 7;
    last.number(Field::Expected) = 60;
    Collection collection;
    collection.beginLoad();
    collection.put(service("first"), {});
    const Snapshot before = collection.snapshot();
    collection.put(last, {});
    collection.put(service("behind"), {});
    const Rows &rows = collection.snapshot().services;
    for (const quint32 silent : {0U, 2U}) {
        QCOMPARE(rows.word(silent, Field::Disposition), noWord);
        QCOMPARE(rows.moment(silent, Field::Expires), noMoment);
        QCOMPARE(rows.number(silent, Field::Expected), noNumber);
    }
    QCOMPARE(collection.snapshot().text(rows, 1, Field::Disposition).toByteArray(), "10");
    QCOMPARE(rows.moments(0, Field::Expires)[1], 7);
    QCOMPARE(rows.moments(0, Field::Expires)[2], noMoment);
    QCOMPARE(rows.numbers(0, Field::Expected)[1], 60);
    // Where nobody says anything there is still a value for each row.
    QCOMPARE(before.services.words(0, Field::Disposition)[0], noWord);
    QCOMPARE(before.services.moments(0, Field::Expires)[0], noMoment);
    QCOMPARE(before.services.numbers(0, Field::Expected)[Rows::blockSize - 1], noNumber);
    // What is taken back is gone.
    collection.put(service("last"), {});
    QCOMPARE(rows.word(1, Field::Disposition), noWord);
    QCOMPARE(rows.moment(1, Field::Expires), noMoment);
}

void TestCollection::duplicatesAreOneRow()
{
    Collection collection;
    load(collection, {service("a", "x"), service("b"), service("a", "y")});
    const Snapshot &snapshot = collection.snapshot();
    QCOMPARE(snapshot.services.count(), 2U);
    QCOMPARE(snapshot.text(snapshot.services, 0, Field::ServiceType).toByteArray(), "y");
}

void TestCollection::marksWhatVanishes()
{
    Collection collection;
    load(collection, {service("a"), service("b")});
    collection.beginLoad();
    collection.put(service("b"), {});
    // Until the load is over, what has not come again is as it was.
    QCOMPARE(statuses(collection.snapshot(), Subject::Service), u"a:active b:active"_s);
    collection.closeLoad();
    QCOMPARE(statuses(collection.snapshot(), Subject::Service), u"a:vanished b:active"_s);
    load(collection, {service("b"), service("a"), service("c")});
    QCOMPARE(statuses(collection.snapshot(), Subject::Service), u"a:active b:active c:active"_s);
}

void TestCollection::marksWhatTheReadSourcesLack_data()
{
    QTest::addColumn<Origins>("read");
    QTest::addColumn<Origins>("failed");
    QTest::addColumn<QString>("gone");
    Origins all;
    all.everything = true;
    QTest::newRow("none") << Origins() << all << QString();
    QTest::newRow("all") << all << Origins() << u"abcd"_s;
    QTest::newRow("one customer") << naming(&Origins::customers, {u"gold"_s}) << Origins()
                                  << u"ab"_s;
    QTest::newRow("one of two customers") << naming(&Origins::customers, {u"gold"_s})
                                          << naming(&Origins::customers, {u"tin"_s}) << u"ab"_s;
    QTest::newRow("but one by its id too")
        << naming(&Origins::customers, {u"gold"_s})
        << naming(&Origins::serviceIds, {u"b"_s, u"never seen"_s}) << u"a"_s;
    QTest::newRow("all failed") << naming(&Origins::customers, {u"gold"_s}) << all << QString();
    QTest::newRow("anonymous ones of a contact key")
        << naming(&Origins::contactKeys, {u"key"_s}) << Origins() << u"d"_s;
    QTest::newRow("by id") << naming(&Origins::serviceIds, {u"c"_s}) << Origins() << u"c"_s;
}

void TestCollection::marksWhatTheReadSourcesLack()
{
    QFETCH(Origins, read);
    QFETCH(Origins, failed);
    QFETCH(QString, gone);
    Collection collection;
    QList<Row> rows{service("a"), service("b"), service("c"), service("d"), service("e")};
    rows[0].text(Field::CustomerId) = "gold";
    rows[1].text(Field::CustomerId) = "gold";
    rows[1].text(Field::ContactKey) = "key";
    rows[2].text(Field::CustomerId) = "tin";
    rows[3].text(Field::ContactKey) = "key";
    rows[4].text(Field::CustomerId) = "gold";
    load(collection, rows);
    collection.beginLoad();
    collection.put(rows[4], {});
    collection.closeLoad(read, failed);
    QString found;
    const Rows &services = collection.snapshot().services;
    for (quint32 row = 0; row < services.count(); ++row) {
        if (services.status(row) == Status::Vanished)
            found += QChar(u'a' + row);
    }
    QCOMPARE(found, gone);
}

void TestCollection::marksWhatChanges()
{
    Collection collection;
    load(collection, {service("a"), service("b")});
    load(collection, {service("a", "other"), service("b")});
    const Rows &rows = collection.snapshot().services;
    QCOMPARE(rows.changedIn(0), 2);
    QCOMPARE(rows.changedIn(1), 1);
    Row completed = service("b");
    completed.isCompleted = true;
    load(collection, {service("a", "other"), completed});
    QCOMPARE(rows.changedIn(0), 2);
    QCOMPARE(rows.changedIn(1), 3);
    QCOMPARE(statuses(collection.snapshot(), Subject::Service), u"a:active b:completed"_s);
}

void TestCollection::tasksOfAService()
{
    Collection collection;
    const std::array before{task("1"), task("2")};
    const std::array after{task("2", "Offer"), task("3")};
    collection.beginLoad();
    collection.put(service("a"), before);
    collection.put(service("b"), std::span(before).first(1)); // ids count within a service
    collection.closeLoad();
    QCOMPARE(statuses(collection.snapshot(), Subject::Task), u"1:active 2:active 1:active"_s);
    collection.beginLoad();
    collection.put(service("a"), after);
    collection.put(service("b"), std::span(before).first(1));
    collection.closeLoad();
    const Rows &tasks = collection.snapshot().tasks;
    QCOMPARE(statuses(collection.snapshot(), Subject::Task),
             u"1:completed 2:active 1:active 3:active"_s);
    QCOMPARE(tasks.changedIn(1), 2);
    QCOMPARE(tasks.changedIn(2), 1);
    // From the service to its tasks.
    QSet<quint32> linked;
    for (quint32 row = collection.snapshot().services.link(0); row != Rows::noRow;
         row = tasks.link(row))
        linked.insert(row);
    QCOMPARE(linked, (QSet<quint32>{0, 1, 3}));
}

// In time that grows with their number: by its square this takes longer than a test may.
void TestCollection::aHundredThousandTasksOfOneService()
{
    constexpr int count = 100'000;
    QList<QByteArray> ids;
    for (int i = 0; i < count; ++i)
        ids.append(QByteArray::number(i));
    std::vector<Row> tasks;
    for (const QByteArray &id : std::as_const(ids))
        tasks.push_back(task(id));
    Collection collection;
    for (int load = 0; load < 2; ++load) {
        collection.beginLoad();
        collection.put(service("a"), tasks);
        collection.closeLoad();
        QCOMPARE(collection.snapshot().tasks.count(), quint32(count));
        QCOMPARE(collection.snapshot().tasks.countOf(Status::Active), quint32(count));
    }
    collection.beginLoad();
    collection.put(service("a"), std::span(tasks).first(count / 2));
    QCOMPARE(collection.snapshot().tasks.countOf(Status::Active), quint32(count / 2));
}

void TestCollection::vanishedServicesTakeTheirTasksAlong()
{
    Collection collection;
    const std::array tasks{task("1"), task("2")};
    collection.beginLoad();
    collection.put(service("a"), tasks);
    collection.put(service("b"), tasks);
    collection.closeLoad();
    collection.beginLoad();
    collection.put(service("a"), std::span(tasks).first(1));
    collection.closeLoad();
    QCOMPARE(statuses(collection.snapshot(), Subject::Task),
             u"1:active 2:completed 1:vanished 2:vanished"_s);
}

// Its tasks stay open when it is completed, and nobody hears of them any more after that.
void TestCollection::completedServicesTakeTheirTasksAlong()
{
    Collection collection;
    const std::array tasks{task("1")};
    collection.beginLoad();
    collection.put(service("a"), tasks);
    collection.put(service("b"), tasks);
    collection.closeLoad();
    collection.completeHere(0, 77);
    QCOMPARE(statuses(collection.snapshot(), Subject::Task), u"1:active 1:active"_s);
    collection.beginLoad();
    collection.put(service("b"), tasks);
    collection.closeLoad();
    QCOMPARE(statuses(collection.snapshot(), Subject::Service), u"a:completed b:active"_s);
    QCOMPARE(statuses(collection.snapshot(), Subject::Task), u"1:vanished 1:active"_s);
}

// The answer of a node that has not heard of it yet brings the service and its tasks.
void TestCollection::aStaleReadTakesNoTasksAway()
{
    Collection collection;
    const std::array tasks{task("1")};
    collection.beginLoad();
    collection.put(service("a"), tasks);
    collection.closeLoad();
    collection.completeHere(0, 77);
    collection.beginLoad();
    collection.put(service("a"), tasks);
    collection.closeLoad();
    QCOMPARE(statuses(collection.snapshot(), Subject::Service), u"a:completed"_s);
    QCOMPARE(statuses(collection.snapshot(), Subject::Task), u"1:active"_s);
}

// As when a service is read again because one of its tasks was completed.
void TestCollection::taskThatEndsWithinALoad()
{
    Collection collection;
    const std::array tasks{task("1"), task("2"), task("3")};
    collection.beginLoad();
    collection.put(service("a"), tasks);
    collection.closeLoad();
    collection.put(service("a"), std::span(tasks).subspan(1, 1));
    QCOMPARE(statuses(collection.snapshot(), Subject::Task), u"1:completed 2:active 3:completed"_s);
    QCOMPARE(collection.snapshot().tasks.changedIn(0), 1);
}

void TestCollection::markedByHand()
{
    Collection collection;
    load(collection, {service("a"), service("b")});
    collection.completeHere(0, 77);
    collection.markVanished(1);
    QCOMPARE(statuses(collection.snapshot(), Subject::Service), u"a:completed b:vanished"_s);
    QCOMPARE(collection.snapshot().services.moment(0, Field::Completed), 77);
    QVERIFY(collection.snapshot().services.changedIn(0) != collection.snapshot().load);
    // A read that is stale changes nothing about it, and one that says more does.
    load(collection, {service("a"), service("b")});
    QCOMPARE(statuses(collection.snapshot(), Subject::Service), u"a:completed b:active"_s);
    Row completed = service("a");
    completed.isCompleted = true;
    completed.moment(Field::Completed) = 78;
    load(collection, {completed, service("b")});
    QCOMPARE(collection.snapshot().services.moment(0, Field::Completed), 78);
}

void TestCollection::durations()
{
    Collection collection;
    Row row = service("a");
    row.moment(Field::Started) = testNow - 3 * hour;
    row.moment(Field::LastEvent) = testNow - hour;
    row.moment(Field::Expires) = testNow + day;
    row.number(Field::Expected) = 3600;
    row.number(Field::AutoCompleteAfter) = 7200;
    Row completed = row;
    completed.text(Field::ServiceId) = "b";
    completed.isCompleted = true;
    load(collection, {row, completed, service("c")});
    const Rows &rows = collection.snapshot().services;
    const QList<QPair<Field, Moment>> expected{{Field::Age, 3 * hour},
                                               {Field::Idle, hour},
                                               {Field::Overdue, 2 * hour},
                                               {Field::AutoCompletesIn, hour},
                                               {Field::ExpiresIn, day}};
    for (const auto &[field, length] : expected) {
        QCOMPARE(rows.duration(0, field, testNow), std::optional<qint64>(length));
        QVERIFY(!rows.duration(1, field, testNow)); // is over
        QVERIFY(!rows.duration(2, field, testNow)); // is not said
    }
}

void TestCollection::snapshotsStayAsTheyAre()
{
    Collection collection;
    const std::array tasks{task("1")};
    collection.beginLoad();
    collection.put(service("a"), tasks);
    collection.put(service("b"), {});
    collection.closeLoad();
    const Snapshot before = collection.snapshot();
    const quint32 words = before.words.count();
    collection.beginLoad();
    collection.put(service("a", "changed"), {});
    for (int i = 0; i < 20'000; ++i) { // new pages and blocks as well
        const QByteArray id = "new" + QByteArray::number(i);
        collection.put(service(id), {});
    }
    collection.closeLoad();
    QCOMPARE(before.services.count(), 2U);
    QCOMPARE(before.words.count(), words);
    QCOMPARE(before.load, 1);
    QCOMPARE(before.text(before.services, 0, Field::ServiceType).toByteArray(), "Offer");
    QCOMPARE(statuses(before, Subject::Service), u"a:active b:active"_s);
    QCOMPARE(statuses(before, Subject::Task), u"1:active"_s);
    QCOMPARE(collection.snapshot().services.count(), 20'002U);
    QCOMPARE(collection.snapshot().services.status(1), Status::Vanished);
    QCOMPARE(collection.rowOf("new19999"), 20'001U);
}

QTEST_GUILESS_MAIN(TestCollection)
#include "tst_collection.moc"
