// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/record.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::client;

class TestRecord : public QObject
{
    Q_OBJECT

private slots:
    void readsAService();
    void idsKeepTheirSpelling_data();
    void idsKeepTheirSpelling();
    void attachedDataFromBothPlaces();
    void ofEqualKeysTheLastStands();
    void aHundredThousandKeys();
    void oddRecordsAreEmptyNotWrong_data();
    void oddRecordsAreEmptyNotWrong();
    void openWork();
    void refusesWhatIsNoObject();
};

namespace {

Record record(const QByteArray &json, Record::Kind kind = Record::Kind::Service)
{
    return *Record::fromJson(kind, json);
}

QString attached(const Record &record)
{
    QStringList data;
    for (const AttachedDatum &datum : record.attachedData())
        data.append(QString::fromUtf8(datum.rawKey + '=' + datum.rawValue));
    return data.join(u"; ");
}

} // namespace

void TestRecord::readsAService()
{
    const Record service = record(R"({"service_id":36981723,"service_type":"Bill Payment",
        "customer_id":"0001","est_duration":3600,
        "started":{"timestamp":"2026-11-01T08:00:00.500Z","media_type":1},
        "completed":{"timestamp":"2026-11-02T08:00:00Z","disposition":10,"disposition_desc":"SUCCESS"}})");
    QCOMPARE(service.id(), u"36981723"_s);
    QCOMPARE(service.type(), u"Bill Payment"_s);
    QCOMPARE(service.customerId(), u"0001"_s);
    QCOMPARE(service.mediaType(), u"1"_s);
    QCOMPARE(service.expectedSeconds(), 3600);
    QCOMPARE(service.startedAt(), QDateTime({2026, 11, 1}, {8, 0, 0, 500}, Qt::UTC));
    QCOMPARE(service.completedAt(), QDateTime({2026, 11, 2}, {8, 0}, Qt::UTC)); // no milliseconds
    QVERIFY(service.isCompleted());
    QCOMPARE(service.disposition(), u"10"_s); // of the event, as it is not on the service
    QCOMPARE(service.dispositionText(), u"SUCCESS"_s);
    QCOMPARE(attached(service), QString());
}

void TestRecord::idsKeepTheirSpelling_data()
{
    QTest::addColumn<QByteArray>("spelled");
    QTest::addColumn<QString>("id");
    QTest::newRow("number") << QByteArray("36981723") << u"36981723"_s;
    QTest::newRow("beyond a double") << QByteArray("9007199254740993") << u"9007199254740993"_s;
    QTest::newRow("beyond 64 bits")
        << QByteArray("18446744073709551617") << u"18446744073709551617"_s;
    QTest::newRow("string") << QByteArray("\"383-f9a62aec\"") << u"383-f9a62aec"_s;
    QTest::newRow("null") << QByteArray("null") << QString();
}

void TestRecord::idsKeepTheirSpelling()
{
    QFETCH(const QByteArray, spelled);
    QFETCH(const QString, id);
    QCOMPARE(record("{\"service_id\":" + spelled + '}').id(), id);
    QCOMPARE(record("{\"task_id\":" + spelled + '}', Record::Kind::Task).id(), id);
}

void TestRecord::attachedDataFromBothPlaces()
{
    const Record service = record(R"({"Beside":[ 1.10 ],"service_id":1,
        "started":{"media_type":1,"Inside":{"a":1},"duration":5},
        "completed":{"disposition":1,"Last":"\u0061"},
        "active_tasks":[],"contact_key":"x","ttl":5})");
    QCOMPARE(attached(service),
             u"\"Inside\"={\"a\":1}; \"Beside\"=[ 1.10 ]; \"Last\"=\"\\u0061\""_s);
}

void TestRecord::ofEqualKeysTheLastStands()
{
    const Record service = record(R"({"F":"root","D":1,"\u0044":2,"completed":{"F":"new"},
        "started":{"F":"old","G":"start"}})");
    QCOMPARE(attached(service), u"\"F\"=\"new\"; \"G\"=\"start\"; \"\\u0044\"=2"_s);
}

// In time that grows with their number: by its square this takes longer than a test may.
void TestRecord::aHundredThousandKeys()
{
    constexpr int count = 100'000;
    QByteArray members;
    for (int i = 0; i < count; ++i)
        members += ",\"k" + QByteArray::number(i) + "\":" + QByteArray::number(i);
    const Record service = record("{\"started\":{" + members.sliced(1) + "}" + members + '}');
    const QList<AttachedDatum> data = service.attachedData();
    QCOMPARE(data.size(), count);
    QCOMPARE(data.constLast().rawValue, QByteArray::number(count - 1));
}

void TestRecord::oddRecordsAreEmptyNotWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("started is a string") << QByteArray(R"({"started":"yesterday"})");
    QTest::newRow("started is a list") << QByteArray(R"({"started":[{"timestamp":"x"}]})");
    QTest::newRow("no moment") << QByteArray(R"({"started":{"timestamp":"soon"}})");
    QTest::newRow("moment is a number") << QByteArray(R"({"started":{"timestamp":5}})");
    QTest::newRow("null everywhere")
        << QByteArray(R"({"service_id":null,"started":null,"completed":null,"active_tasks":null})");
    QTest::newRow("tasks are no list") << QByteArray(R"({"active_tasks":{"task_id":1}})");
}

void TestRecord::oddRecordsAreEmptyNotWrong()
{
    QFETCH(const QByteArray, json);
    const Record service = record(json);
    QCOMPARE(service.id(), QString());
    QVERIFY(!service.startedAt().isValid());
    QVERIFY(!service.isCompleted());
    QCOMPARE(service.customerId(), QString());
    QVERIFY(service.attachedData().isEmpty());
    QCOMPARE(service.json(), json);
}

void TestRecord::openWork()
{
    const Record service = record(
        R"({"active_states":[{"state_id":24,"active_tasks":[{"task_id":7}]}, 5],
        "completed_states":[{"state_id":23,"active_tasks":[{"task_id":8}],
            "completed_tasks":[{"task_id":3}]}],
        "active_tasks":[{"task_id":3,"state_id":24},{"task_id":7}],
        "completed_tasks":[{"task_id":1}]})");
    QStringList children;
    for (const Record &child : service.children()) {
        const bool isTask = child.kind() == Record::Kind::Task;
        children.append(u"%1 %2%3%4"_s.arg(isTask ? u"task"_s : u"state"_s, child.id(),
                                           isTask ? u" in "_s + child.stateId() : QString(),
                                           child.isCompleted() ? u", done"_s : QString()));
    }
    QCOMPARE(children.join(u"; "_s),
             u"state 24; state 23, done; task 3 in 24, done; task 7 in 24; task 1 in , done; "
             "task 8 in 23"_s); // 5 is no state
    QCOMPARE(service.openStates().size(), 1);
    QCOMPARE(service.openTasks().size(), 2);
    QCOMPARE(service.openTasks().constFirst().stateId(), u"24"_s);
}

void TestRecord::refusesWhatIsNoObject()
{
    for (const char *json : {"[]", "1", "", "{"})
        QVERIFY(!Record::fromJson(Record::Kind::Service, json));
}

QTEST_APPLESS_MAIN(TestRecord)
#include "tst_record.moc"
