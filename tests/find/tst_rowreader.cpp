// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "find/rowreader.h"

#include "contract/timestamp.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::find;

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
    RowReader reader;
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
         "last_event=2026-11-03T00:00:00.000Z open_tasks=2 open_states=1"_s,
         u"task: service_id=1 task_id=0 state_id=4 service_type=3 task_type=9 media_type=2 "
         "attached_data={\"Survey\":[1]}"_s,
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

void TestRowReader::keepsTheJson()
{
    const QByteArray json = R"( {"service_id":"7","customer_id":"\u0061"} )";
    json::Cursor cursor(json);
    RowReader reader;
    QVERIFY(reader.read(cursor));
    QVERIFY(cursor.isAtEnd());
    QCOMPARE(reader.service().text(Field::CustomerId), "a");
    QCOMPARE(reader.json(), json.trimmed());
}

void TestRowReader::leavesOutWhatNobodyNeeds()
{
    const QByteArray json =
        R"({"service_id":1,"A":1,"started":{"media_type":1,"B":2},
            "active_states":[{"state_id":1}],"active_tasks":[{"task_id":1}]})";
    json::Cursor cursor(json);
    RowReader reader({false, false});
    QVERIFY(reader.read(cursor));
    QVERIFY(cursor.isAtEnd());
    QCOMPARE(printed(reader.service(), false), u"service_id=1 media_type=1"_s);
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
    RowReader reader;
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
        RowReader reader;
        QVERIFY(!reader.read(cursor));
        QVERIFY(cursor.ranOut() || length == 0);
    }
}

QTEST_APPLESS_MAIN(TestRowReader)

#include "tst_rowreader.moc"
