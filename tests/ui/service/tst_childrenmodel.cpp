// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "support/printed.h"
#include "ui/service/childrenmodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;
using client::Record;
using closeout::test::printed;
using M = ChildrenModel;

class TestChildrenModel : public QObject
{
    Q_OBJECT

private slots:
    void openTasksFirst();
    void tasksOfStatesOnce();
    void exceedsWhatWasExpected();
    void attachedData();
    void longAttachedDataIsCutOff();
};

namespace {

Record service(const QByteArray &json)
{
    return *Record::fromJson(Record::Kind::Service, json);
}

struct Fixture
{
    ChildrenModel model;
    QAbstractItemModelTester tester{&model};

    Fixture() { model.setNow(QDateTime({2026, 11, 22}, {12, 0}, Qt::UTC)); }
};

} // namespace

void TestChildrenModel::openTasksFirst()
{
    Fixture f;
    f.model.setService(service(R"({"service_id":1,
        "active_states":[{"state_id":24,"started":{"timestamp":"2026-11-22T10:00:00.000Z"}}],
        "completed_states":[{"state_id":23,"state_type":"IVR","completed":{}}],
        "active_tasks":[{"task_id":4,"started":{"timestamp":"2026-11-22T11:00:00.000Z"}},
                        {"task_id":3,"task_type":"Survey",
                         "started":{"timestamp":"2026-11-19T08:00:00.000Z"}}],
        "completed_tasks":[{"task_id":2,"started":{"timestamp":"2026-11-19T08:00:00.000Z"},
            "completed":{"timestamp":"2026-11-19T08:12:00.000Z","disposition":10,
                         "disposition_desc":"SUCCESS"}}]})"));
    QCOMPARE(printed(f.model,
                     {M::ChildColumn, M::TypeColumn, M::StatusColumn, M::TimeColumn,
                      M::DispositionColumn}),
             (QStringList{u"Task 3 | Survey | Open | 3 d 4 h | "_s, u"Task 4 |  | Open | 1 h | "_s,
                          u"State 24 |  | Open | 2 h | "_s,
                          u"Task 2 |  | Completed | took 12 min | 10 SUCCESS"_s,
                          u"State 23 | IVR | Completed |  | "_s}));
    QCOMPARE(f.model.rowOf(Record::Kind::State, u"24"_s), 2);
    QCOMPARE(f.model.rowOf(Record::Kind::Task, u"24"_s), -1);
    QVERIFY(f.model.index(0, 0).data(M::IsOpenRole).toBool());
    QVERIFY(!f.model.index(3, 0).data(M::IsOpenRole).toBool());
    f.model.setService({});
    QCOMPARE(f.model.rowCount(), 0);
}

void TestChildrenModel::tasksOfStatesOnce()
{
    Fixture f;
    f.model.setService(service(R"({"service_id":1,"active_tasks":[{"task_id":3}],
        "active_states":[{"state_id":3,"active_tasks":[{"task_id":3},{"task_id":5}],
                          "completed_tasks":[{"task_id":6,"completed":{}}]}]})"));
    QCOMPARE(printed(f.model, {M::ChildColumn}),
             (QStringList{u"Task 3"_s, u"Task 5"_s, u"State 3"_s, u"Task 6"_s}));
}

void TestChildrenModel::exceedsWhatWasExpected()
{
    Fixture f;
    f.model.setService(service(R"({"service_id":1,"active_tasks":[
        {"task_id":1,"est_duration":3600,"started":{"timestamp":"2026-11-22T08:00:00.000Z"}},
        {"task_id":2,"est_duration":7200,"started":{"timestamp":"2026-11-22T11:00:00.000Z"}},
        {"task_id":3,"est_duration":7200},
        {"task_id":4,"started":{"timestamp":"2026-11-22T11:00:00.000Z"}}]})"));
    QStringList lines = printed(f.model, {M::ChildColumn, M::ExpectedColumn});
    lines.sort();
    QCOMPARE(lines,
             (QStringList{u"Task 1 | 1 h, exceeded by 3 h"_s, u"Task 2 | 2 h"_s, u"Task 3 | 2 h"_s,
                          u"Task 4 | "_s}));
    f.model.setNow(QDateTime({2026, 11, 22}, {14, 0}, Qt::UTC));
    QVERIFY(printed(f.model, {M::ExpectedColumn}).contains(u"2 h, exceeded by 1 h"_s));
}

void TestChildrenModel::attachedData()
{
    Fixture f;
    f.model.setService(service(
        R"({"service_id":1,"active_tasks":[{"task_id":1,"Feedback":{"rating":1.10},"F\u0041":"x"}]})"));
    QCOMPARE(f.model.index(0, 0).data(M::AttachedDataRole).toString(),
             u"{\n  \"Feedback\": {\n    \"rating\": 1.10\n  },\n  \"F\\u0041\": \"x\"\n}"_s);
    QCOMPARE(attachedDataText(service(R"({"service_id":1})")), QString());
}

void TestChildrenModel::longAttachedDataIsCutOff()
{
    const QByteArray json = "{\"Long\":\"" + QByteArray(200 * 1024, 'x') + "\"}";
    const QString text = attachedDataText(service(json));
    QVERIFY(text.size() < 70 * 1024);
    QVERIFY(text.startsWith(u"{\"Long\": \"xxx"));
    QVERIFY(text.endsWith(u"204812 byte(s) in all."));
}

QTEST_MAIN(TestChildrenModel)
#include "tst_childrenmodel.moc"
