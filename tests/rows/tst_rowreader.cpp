// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "rows/reader.h"

#include "client/record.h"
#include "contract/timestamp.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::rows;

namespace {

QString printed(const Row &row, bool isTask)
{
    QStringList parts;
    for (const FieldSpec &spec : allFields()) {
        if (!spec.subjects.testFlag(isTask ? Subject::Task : Subject::Service))
            continue;
        QString value;
        if (spec.field <= Field::Data)
            value = QString::fromUtf8(row.text(spec.field));
        else if (spec.field <= Field::Expires && row.moment(spec.field) != noMoment)
            value = QString::fromLatin1(contract::formatMilliseconds(row.moment(spec.field)));
        else if (spec.field >= Field::Expected && spec.field <= Field::OpenStates
                 && row.number(spec.field) != noNumber)
            value = QString::number(row.number(spec.field));
        if (!value.isEmpty())
            parts.append(u"%1=%2"_s.arg(spec.name, value));
    }
    return parts.join(u' ') + (row.isCompleted ? u" done"_s : QString());
}

QStringList read(const QByteArray &json)
{
    json::Cursor cursor(json);
    Reader reader;
    if (!reader.read(cursor))
        return {};
    QStringList lines{printed(reader.service(), false)};
    for (const Row &task : reader.tasks())
        lines.append(u"task: "_s + printed(task, true));
    return lines;
}

} // namespace

class TestRowReader : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void readsNestingAsRecordsDo_data();
    void readsNestingAsRecordsDo();
    void countsStartsThatAreNoMoment();
    void keepsTheJson();
    void leavesOutWhatNobodyNeeds();
    void forgetsTheOneBefore();
    void failsWhereTheBytesEnd();
};

void TestRowReader::reads_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *name, const char *json, const QStringList &lines) {
        QTest::newRow(name) << QByteArray(json) << lines;
    };
    row("nothing said", "{}", {u"open_tasks=0 open_states=0"_s});
    row("as in the documents",
        R"({"service_id":36981723,"service_type":"Bill Payment","customer_id":"c1","est_duration":60,
            "started":{"timestamp":"2026-11-01T08:00:00.000Z","application_type":400,
            "application_id":40,"resource_type":2,"media_type":1},"Feedback":{"rating":7}})",
        {u"service_id=36981723 service_type=Bill Payment customer_id=c1 media_type=1 "
         "application=40 resource=2 attached_data={\"Feedback\":{\"rating\":7}} "
         "started=2026-11-01T08:00:00.000Z last_event=2026-11-01T08:00:00.000Z est_duration=60 "
         "open_tasks=0 open_states=0"_s});
    row("fields inside of started, the id before the type, null is nothing",
        R"({"service_id":"s","customer_id":null,"started":{"customer_id":"c2","contact_key":"k",
            "application_id":41,"application_type":401,"est_duration":"30","F":1},"F":2})",
        {u"service_id=s customer_id=c2 contact_key=k application=41 "
         "attached_data={\"F\":1,\"F\":2} est_duration=30 open_tasks=0 open_states=0"_s});
    row("completed",
        R"({"service_id":"s","disposition_desc":"x","completed":{"disposition":10,"Note":"n",
            "timestamp":"2026-11-02T00:00:00.000Z"}})",
        {u"service_id=s disposition=10 attached_data={\"Note\":\"n\"} "
         "last_event=2026-11-02T00:00:00.000Z completed=2026-11-02T00:00:00.000Z open_tasks=0 "
         "open_states=0 done"_s});
    row("states and tasks",
        R"({"service_id":1,"service_type":3,"started":{"timestamp":"2026-11-01T00:00:00.000Z",
            "media_type":2},
            "active_states":[{"state_id":4,"started":{"timestamp":"2026-11-01T01:00:00.000Z"},
              "active_tasks":[{"task_id":0,"task_type":9,"Survey":[1]}],
              "completed_tasks":[{"task_id":7,
                "completed":{"timestamp":"2026-11-03T00:00:00.000Z"}}]}],
            "completed_states":[{"state_id":3,"active_tasks":[{"task_id":8}]}],
            "active_tasks":[{"task_id":"1","state_id":2,"est_duration":5,
              "started":{"timestamp":"2026-11-01T02:00:00.000Z","media_type":5}},7]})",
        {u"service_id=1 service_type=3 media_type=2 started=2026-11-01T00:00:00.000Z "
         "last_event=2026-11-03T00:00:00.000Z open_tasks=3 open_states=1"_s,
         u"task: service_id=1 task_id=0 state_id=4 service_type=3 task_type=9 media_type=2 "
         "attached_data={\"Survey\":[1]}"_s,
         u"task: service_id=1 task_id=8 state_id=3 service_type=3 media_type=2"_s,
         u"task: service_id=1 task_id=1 state_id=2 service_type=3 media_type=5 "
         "started=2026-11-01T02:00:00.000Z last_event=2026-11-01T02:00:00.000Z est_duration=5"_s});
    row("lives and completes by itself",
        R"({"service_id":1,"ttl":60,"auto_complete_after":30,"expiration_time":"2027-01-01T00:00:00.000Z",
            "started":{"timestamp":"2026-11-01T00:00:00.000Z"}})",
        {u"service_id=1 started=2026-11-01T00:00:00.000Z last_event=2026-11-01T00:00:00.000Z "
         "expires=2026-11-01T00:01:00.000Z auto_complete_after=30 open_tasks=0 open_states=0"_s});
    row("escapes in keys and values", R"({"service\u005fid":"a\"\u00e4","k\u0065y":"v\n"})",
        {u"service_id=a\"ä attached_data={\"k\\u0065y\":\"v\\n\"} open_tasks=0 open_states=0"_s});
    row("other forms of a moment", R"({"started":{"timestamp":"2026-11-01T02:00:00+02:00"}})",
        {u"started=2026-11-01T00:00:00.000Z last_event=2026-11-01T00:00:00.000Z open_tasks=0 "
         "open_states=0"_s});
    row("a moment that is a number, an escape in one",
        R"({"started":{"timestamp":1793527200000},"completed":{"timestamp":"2026-11-01T10\u003a00:00Z"}})",
        {u"started=2026-11-01T10:00:00.000Z last_event=2026-11-01T10:00:00.000Z "
         "completed=2026-11-01T10:00:00.000Z open_tasks=0 open_states=0 done"_s});
    row("nonsense where something was due",
        R"({"service_id":{"a":1},"started":7,"completed":false,"active_states":{},"active_tasks":9,
            "est_duration":"soon","ttl":99999999999999999999})",
        {u"open_tasks=0 open_states=0 done"_s});
    row("a number without measure", R"({"service_id":1,"est_duration":99999999999})",
        {u"service_id=1 est_duration=2147483647 open_tasks=0 open_states=0"_s});
}

void TestRowReader::reads()
{
    QFETCH(const QByteArray, json);
    QTEST(read(json), "lines");
}

void TestRowReader::readsNestingAsRecordsDo_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("tasks"); // open ones: id and state
    QTest::addColumn<int>("states");
    const auto row = [](const char *name, const char *json, const QStringList &tasks, int states) {
        QTest::newRow(name) << QByteArray(json) << tasks << states;
    };
    row("only in its state", R"({"active_states":[{"state_id":4,"active_tasks":[{"task_id":0}]}]})",
        {u"0 in 4"_s}, 1);
    row("in both places, the state's first",
        R"({"active_states":[{"state_id":4,"active_tasks":[{"task_id":0}]}],
            "active_tasks":[{"task_id":0}]})",
        {u"0 in 4"_s}, 1);
    row("in both places, the service's first",
        R"({"active_tasks":[{"task_id":"0"}],
            "active_states":[{"active_tasks":[{"task_id":0}],"state_id":"4"}]})",
        {u"0 in 4"_s}, 1);
    row("what it says counts before where it stands",
        R"({"active_states":[{"state_id":4,"active_tasks":[{"task_id":0,"state_id":5}]}]})",
        {u"0 in 5"_s}, 1);
    row("open in a completed state",
        R"({"completed_states":[{"state_id":4,"active_tasks":[{"task_id":0}]}]})", {u"0 in 4"_s},
        0);
    row("completed in one of two places",
        R"({"active_tasks":[{"task_id":0},{"task_id":1}],
            "completed_states":[{"state_id":4,"completed_tasks":[{"task_id":0}]}]})",
        {u"1 in "_s}, 0);
    row("among the active ones, and says that it is completed",
        R"({"active_tasks":[{"task_id":0,"completed":{}},{"task_id":1,"completed":null}],
            "active_states":[{"state_id":4,"completed":{}}]})",
        {u"1 in "_s}, 0);
    row("a state in both lists",
        R"({"active_states":[{"state_id":4},{"state_id":5},{"state_id":5}],
            "completed_states":[{"state_id":4}]})",
        {}, 1);
    row("without ids each is its own", R"({"active_tasks":[{},{}],"active_states":[{},{}]})",
        {u" in "_s, u" in "_s}, 2);
}

void TestRowReader::readsNestingAsRecordsDo()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QStringList, tasks);
    QFETCH(const int, states);
    json::Cursor cursor(json);
    Reader reader;
    QVERIFY(reader.read(cursor));
    QStringList rows;
    for (const Row &task : reader.tasks()) {
        rows.append(u"%1 in %2"_s.arg(QString::fromUtf8(task.text(Field::TaskId)),
                                      QString::fromUtf8(task.text(Field::StateId))));
    }
    QCOMPARE(rows, tasks);
    QCOMPARE(reader.service().number(Field::OpenTasks), tasks.size());
    QCOMPARE(reader.service().number(Field::OpenStates), states);
    const client::Record record = *client::Record::fromJson(client::Record::Kind::Service, json);
    QStringList records;
    for (const client::Record &task : record.openTasks())
        records.append(u"%1 in %2"_s.arg(task.id(), task.stateId()));
    QCOMPARE(records, tasks);
    QCOMPARE(record.openStates().size(), states);
}

void TestRowReader::countsStartsThatAreNoMoment()
{
    const auto count = [](const QByteArray &json) {
        json::Cursor cursor(json);
        Reader reader;
        return reader.read(cursor) ? reader.unreadableStarts() : -1;
    };
    QCOMPARE(count(R"({"started":{"timestamp":"yesterday"}})"), 1);
    QCOMPARE(count(R"({"started":{"timestamp":5},"active_tasks":[{"started":{"timestamp":"x"}}],
        "completed_tasks":[{"started":{"timestamp":"x"}}]})"),
             2);
    for (const char *json :
         {R"({"started":{"timestamp":null}})", R"({"started":{"timestamp":""}})",
          R"({"started":{}})", "{}", R"({"started":{"timestamp":1793527200}})",
          R"({"started":{"timestamp":"2026-11-01T10:00:00+01:00[Europe\/Paris]"}})",
          R"({"completed":{"timestamp":"x"}})"})
        QCOMPARE(count(json), 0);
}

void TestRowReader::keepsTheJson()
{
    const QByteArray json = R"( {"service_id":"7","customer_id":"\u0061"} )";
    json::Cursor cursor(json);
    Reader reader;
    QVERIFY(reader.read(cursor));
    QVERIFY(cursor.isAtEnd());
    QCOMPARE(reader.service().text(Field::CustomerId), "a");
    QCOMPARE(reader.json(), json.trimmed());
}

void TestRowReader::leavesOutWhatNobodyNeeds()
{
    const QByteArray json =
        R"({"service_id":1,"A":1,"started":{"timestamp":"2026-11-01T09:00:00.000Z","media_type":1,
            "B":2},"active_states":[{"state_id":1}],"active_tasks":[{"task_id":1}]})";
    json::Cursor cursor(json);
    Reader reader({false, false});
    QVERIFY(reader.read(cursor));
    // What states and tasks have seen since is not known, and not silence.
    QCOMPARE(reader.service().moment(Field::LastEvent), noMoment);
    QVERIFY(reader.service().moment(Field::Started) != noMoment);
    QVERIFY(cursor.isAtEnd());
    QCOMPARE(printed(reader.service(), false),
             u"service_id=1 media_type=1 started=2026-11-01T09:00:00.000Z"_s);
    QVERIFY(reader.tasks().empty());
    // It is JSON all the same, or it is refused.
    const QByteArray broken = R"({"service_id":1,"active_tasks":[{"task_id":01}]})";
    json::Cursor brokenCursor(broken);
    QVERIFY(!reader.read(brokenCursor));
}

void TestRowReader::forgetsTheOneBefore()
{
    const QByteArray json =
        R"({"service_id":1,"customer_id":"c","ttl":5,"completed":{},"A":1,
            "started":{"media_type":1,"timestamp":"2026-11-01T00:00:00.000Z"},
            "active_states":[{"state_id":1}],"active_tasks":[{"task_id":1,"B":2}]} {"service_id":2})";
    json::Cursor cursor(json);
    Reader reader;
    QVERIFY(reader.read(cursor));
    QVERIFY(reader.read(cursor));
    QCOMPARE(printed(reader.service(), false), u"service_id=2 open_tasks=0 open_states=0"_s);
    QVERIFY(reader.tasks().empty());
}

void TestRowReader::failsWhereTheBytesEnd()
{
    const QByteArray json =
        R"({"service_id":1,"started":{"media_type":1},"active_states":[{"active_tasks":[{"task_id":1}]}]})";
    for (qsizetype length = 0; length < json.size(); ++length) {
        const QByteArray start = json.first(length);
        json::Cursor cursor(start);
        Reader reader;
        QVERIFY(!reader.read(cursor));
        QVERIFY(cursor.ranOut() || length == 0);
    }
}

QTEST_APPLESS_MAIN(TestRowReader)

#include "tst_rowreader.moc"
