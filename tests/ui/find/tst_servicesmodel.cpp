// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "printed.h"
#include "ui/find/servicesfilter.h"
#include "ui/find/servicesmodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;
using closeout::test::printed;
using M = ServicesModel;

class TestServicesModel : public QObject
{
    Q_OBJECT

private slots:
    void showsWhatARecordSays();
    void agesAreLive();
    void loadUpdatesAppendsAndRemoves();
    void sameRowTwiceInABatch();
    void removeKeepsTheIndex();
    void oldestFirst();
    void sortsIdsNaturally_data();
    void sortsIdsNaturally();
    void everyWordMustOccur_data();
    void everyWordMustOccur();
    void currentRowSurvivesALoad();
};

namespace {

const QDateTime &noon()
{
    static const auto moment = QDateTime({2026, 11, 22}, {12, 0}, Qt::UTC);
    return moment;
}

ServiceRow service(const QString &id, int hours, const QString &customer = u"c1"_s)
{
    ServiceRow row;
    row.id = id;
    row.type = u"Bill Payment"_s;
    row.customer = customer;
    row.media = u"voice"_s;
    row.startedAt = noon().addSecs(-3600 * hours);
    row.openTasks = hours;
    return row;
}

// Model and filter under test all the time.
struct Fixture
{
    ServicesModel model;
    QAbstractItemModelTester modelTester{&model};
    ServicesFilter filter{&model};
    QAbstractItemModelTester filterTester{&filter};

    Fixture() { model.setNow(noon()); }
    QStringList ids() const { return printed(filter, {M::ServiceColumn}); }
};

} // namespace

void TestServicesModel::showsWhatARecordSays()
{
    const QByteArray json = R"({"service_id":36981723,"service_type":"Bill Payment",
        "contact_key":"k1","started":{"timestamp":"2026-11-19T08:00:00.500Z","media_type":1},
        "active_states":[{"state_id":24,"active_tasks":[{"task_id":3}]}],
        "active_tasks":[{"task_id":4}]})";
    const QByteArray done = R"({"service_id":"383-f9","customer_id":"0001","contact_key":"k",
        "completed":{"timestamp":"2026-11-19T08:00:00Z","disposition":10}})";
    Fixture f;
    f.model.take({ServiceRow::of(*client::Record::fromJson(client::Record::Kind::Service, json)),
                  ServiceRow::of(*client::Record::fromJson(client::Record::Kind::Service, done))});
    const QList<int> columns{M::AgeColumn,       M::ServiceColumn,    M::StatusColumn,
                             M::TypeColumn,      M::CustomerColumn,   M::MediaColumn,
                             M::OpenTasksColumn, M::OpenStatesColumn, M::DispositionColumn};
    QCOMPARE(printed(f.model, columns),
             (QStringList{u"3 d 3 h | 36981723 | Active | Bill Payment | k1 | 1 | 2 | 1 | "_s,
                          u" | 383-f9 | Completed |  | 0001 |  | 0 | 0 | 10"_s}));
    const auto tip = [&f](int row, int column) {
        return f.model.index(row, column).data(Qt::ToolTipRole).toString();
    };
    QVERIFY(tip(0, M::AgeColumn).contains(u"2026-11-19T08:00:00.500Z"));
    QVERIFY(tip(1, M::StatusColumn).contains(u"2026-11-19T08:00:00.000Z"));
    QCOMPARE(tip(1, M::AgeColumn), QString());
    f.model.take({service(u"7"_s, 1, u"<b>&"_s)});
    QVERIFY(tip(2, M::CustomerColumn).contains(u"&lt;b&gt;&amp;")); // as text, not as HTML
}

void TestServicesModel::agesAreLive()
{
    Fixture f;
    f.model.take({service(u"1"_s, 1)});
    QSignalSpy changed(&f.model, &M::dataChanged);
    f.model.setNow(noon().addSecs(1800));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(printed(f.model, {M::AgeColumn}), QStringList{u"1 h 30 min"_s});
}

void TestServicesModel::loadUpdatesAppendsAndRemoves()
{
    Fixture f;
    f.model.beginLoad();
    f.model.take({service(u"1"_s, 1), service(u"2"_s, 2), service(u"3"_s, 3)});
    f.model.take({service(u"4"_s, 4), service(u"5"_s, 5)});
    f.model.beginLoad();
    QCOMPARE(f.model.leftOver(), 5);
    QSignalSpy changed(&f.model, &M::dataChanged);
    f.model.take({service(u"3"_s, 3), service(u"6"_s, 6)});
    QVERIFY(changed.isEmpty()); // 3 is as it was
    f.model.take({service(u"2"_s, 20)});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(f.model.leftOver(), 3);
    f.model.removeLeftOver();
    QCOMPARE(f.model.leftOver(), 0);
    QCOMPARE(printed(f.model, {M::ServiceColumn, M::OpenTasksColumn}),
             (QStringList{u"2 | 20"_s, u"3 | 3"_s, u"6 | 6"_s}));
    for (int row = 0; row < f.model.rowCount(); ++row)
        QCOMPARE(f.model.rowOf(f.model.row(row).id), row);
    f.model.clear();
    QCOMPARE(f.model.rowOf(u"2"_s), -1);
    QCOMPARE(f.filter.rowCount(), 0);
}

void TestServicesModel::sameRowTwiceInABatch()
{
    Fixture f;
    f.model.take({service(u"1"_s, 1), service(u"1"_s, 2)});
    QCOMPARE(printed(f.model, {M::ServiceColumn, M::OpenTasksColumn}), QStringList{u"1 | 2"_s});
}

void TestServicesModel::removeKeepsTheIndex()
{
    Fixture f;
    f.model.take({service(u"1"_s, 1), service(u"2"_s, 2), service(u"3"_s, 3)});
    f.model.remove(u"1"_s);
    f.model.remove(u"1"_s);
    f.model.update(service(u"3"_s, 30));
    f.model.update(service(u"9"_s, 9)); // is not there and does not come
    QCOMPARE(printed(f.model, {M::ServiceColumn, M::OpenTasksColumn}),
             (QStringList{u"2 | 2"_s, u"3 | 30"_s}));
}

void TestServicesModel::oldestFirst()
{
    Fixture f;
    ServiceRow unknown = service(u"0"_s, 0);
    unknown.startedAt = {};
    f.model.take({unknown, service(u"1"_s, 1), service(u"2"_s, 50)});
    f.model.take({service(u"3"_s, 9)});
    QCOMPARE(f.ids(), (QStringList{u"2"_s, u"3"_s, u"1"_s, u"0"_s}));
    f.filter.sort(M::StartedColumn, Qt::AscendingOrder);
    QCOMPARE(f.ids(), (QStringList{u"2"_s, u"3"_s, u"1"_s, u"0"_s}));
}

void TestServicesModel::sortsIdsNaturally_data()
{
    QTest::addColumn<QString>("less");
    QTest::addColumn<QString>("more");
    QTest::newRow("longer number") << u"9"_s << u"10"_s;
    QTest::newRow("beyond 64 bits") << u"18446744073709551616"_s << u"18446744073709551617"_s;
    QTest::newRow("number inside") << u"a2-x"_s << u"a10-b"_s;
    QTest::newRow("leading zeros") << u"007"_s << u"8"_s;
    QTest::newRow("same number, other spelling") << u"07"_s << u"7"_s;
    QTest::newRow("prefix") << u"383"_s << u"383-f9"_s;
    QTest::newRow("empty") << QString() << u"1"_s;
    QTest::newRow("case") << u"B1"_s << u"b2"_s;
}

void TestServicesModel::sortsIdsNaturally()
{
    QFETCH(const QString, less);
    QFETCH(const QString, more);
    QVERIFY(naturallyLess(less, more));
    QVERIFY(!naturallyLess(more, less));
    QVERIFY(!naturallyLess(less, less));
}

void TestServicesModel::everyWordMustOccur_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("nothing") << u"  "_s << QStringList{u"12"_s, u"34"_s};
    QTest::newRow("part of an id") << u"3"_s << QStringList{u"34"_s};
    QTest::newRow("two columns") << u"BILL  gold"_s << QStringList{u"12"_s};
    QTest::newRow("one word is missing") << u"bill tin"_s << QStringList();
    QTest::newRow("status") << u"active"_s << QStringList{u"12"_s, u"34"_s};
}

void TestServicesModel::everyWordMustOccur()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, ids);
    Fixture f;
    f.model.take({service(u"12"_s, 2, u"Gold"_s), service(u"34"_s, 1, u"silver"_s)});
    f.filter.setText(text);
    QCOMPARE(f.ids(), ids);
    f.model.take({service(u"56"_s, 3, u"tin"_s)}); // and rows that come later
    QCOMPARE(f.ids().contains(u"56"_s), text != u"3"_s && text != u"BILL  gold"_s);
}

void TestServicesModel::currentRowSurvivesALoad()
{
    Fixture f;
    f.model.beginLoad();
    f.model.take({service(u"1"_s, 1), service(u"2"_s, 2), service(u"3"_s, 3)});
    const QPersistentModelIndex current = f.filter.index(1, M::AgeColumn);
    QCOMPARE(current.data(M::IdRole).toString(), u"2"_s);
    f.model.beginLoad();
    f.model.take({service(u"4"_s, 4), service(u"2"_s, 22)});
    f.model.removeLeftOver();
    QCOMPARE(current.data(M::IdRole).toString(), u"2"_s);
    QCOMPARE(f.ids(), (QStringList{u"2"_s, u"4"_s}));
}

QTEST_MAIN(TestServicesModel)
#include "tst_servicesmodel.moc"
