// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "close/examination.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::close;
using client::Record;
using contract::Dialect;
using contract::Target;

class TestExamination : public QObject
{
    Q_OBJECT

private slots:
    void verdicts_data();
    void verdicts();
    void whatIsNotShownMayBeLost();
    void insistenceOverrulesCompletionOnly();
    void idsAreCheckedByDialect();
    void fieldsAreCheckedByDialect();
    void openWorkIsCountedThroughStates();
    void manyAreCounted();
};

namespace {

QString names(const Examination &examination)
{
    QStringList names;
    for (const Finding &finding : examination.findings) {
        switch (finding.verdict) {
        case Verdict::Ready:
            names.append(u"ready"_s);
            break;
        case Verdict::AlreadyCompleted:
            names.append(u"completed"_s);
            break;
        case Verdict::Changed:
            names.append(u"changed "_s + finding.names.join(u' '));
            break;
        case Verdict::NotFound:
            names.append(u"not found"_s);
            break;
        case Verdict::Invalid:
            names.append(u"invalid"_s);
            break;
        case Verdict::LosesData:
            names.append(u"loses "_s + finding.names.join(u' '));
            break;
        case Verdict::DataNotShown:
            names.append(u"not shown"_s);
            break;
        case Verdict::HasOpenChildren:
            names.append(u"open "_s + finding.names.join(u' '));
            break;
        case Verdict::NotReadable:
            names.append(u"not readable"_s);
            break;
        }
    }
    return names.join(u", ");
}

Completion completion(Target::Kind kind = Target::Kind::Service)
{
    Completion completion;
    completion.target = {kind, u"95"_s, kind == Target::Kind::Service ? QString() : u"3"_s};
    return completion;
}

Result<Record> record(const QByteArray &json, Record::Kind kind = Record::Kind::Service)
{
    return Record::fromJson(kind, json);
}

} // namespace

void TestExamination::verdicts_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QString>("expected");

    const QByteArray plain = R"({"service_id":95,"started":{}})";
    QTest::newRow("ready") << QByteArray() << plain << QString();
    QTest::newRow("same, laid out otherwise")
        << QByteArray("{ \"started\": {}, \"service_id\": 95 }") << plain << QString();
    QTest::newRow("completed") << plain
                               << QByteArray(R"({"service_id":95,"started":{},"completed":{}})")
                               << u"completed, changed /completed"_s;
    QTest::newRow("completed is null")
        << QByteArray() << QByteArray(R"({"service_id":95,"completed":null})") << QString();
    QTest::newRow("changed") << QByteArray(R"({"service_id":95,"started":{},"Data":1.0})")
                             << QByteArray(R"({"service_id":95,"started":{},"Data":1.00})")
                             << u"changed /Data, loses Data"_s;
    QTest::newRow("open work")
        << QByteArray()
        << QByteArray(R"({"active_tasks":[{"task_id":3}],"active_states":[{"state_id":24}],)"
                      R"("completed_tasks":[{"task_id":1}]})")
        << u"open 3 24"_s;
    QTest::newRow("everything at once")
        << QByteArray("{}")
        << QByteArray(R"({"completed":{},"K":1,"active_tasks":[{"task_id":3}]})")
        << u"completed, changed /completed /K /active_tasks, loses K, open 3"_s;
}

void TestExamination::verdicts()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, now);
    QFETCH(const QString, expected);
    Completion subject = completion();
    subject.beforeImage = before;
    const Examination examination = examine(subject, Dialect::V85, record(now));
    QCOMPARE(names(examination), expected);
    for (const Finding &finding : examination.findings)
        QVERIFY(!finding.message.isEmpty());
}

// That nothing is shown does not mean that nothing is lost.
void TestExamination::whatIsNotShownMayBeLost()
{
    using Shown = Record::Shown;
    for (const auto &[shown, json, expected] :
         {std::tuple(Shown::Everything, "{}", ""),
          std::tuple(Shown::PerhapsNotData, "{}", "not shown"),
          std::tuple(Shown::RecordAlone, "{}", "not shown"),
          std::tuple(Shown::RecordAlone, R"({"K":1})", "not shown"),
          std::tuple(Shown::PerhapsNotData, R"({"K":1})", "loses K")}) {
        Result<Record> now = record(json);
        now->setShown(shown);
        const Examination examination = examine(completion(), Dialect::V81, now);
        QCOMPARE(names(examination), QString::fromLatin1(expected));
        QVERIFY(!examination.obstacle({}));
    }
}

void TestExamination::insistenceOverrulesCompletionOnly()
{
    const Examination completed = examine(completion(), Dialect::V85,
                                          record(R"({"completed":{}})"));
    QVERIFY(completed.obstacle({}));
    QVERIFY(!completed.obstacle({true}));
    Completion changed = completion();
    changed.beforeImage = "{}";
    QVERIFY(examine(changed, Dialect::V85, record(R"({"completed":{}})")).obstacle({true}));
    QVERIFY(!examine(completion(), Dialect::V85, record(R"({"K":1,"active_tasks":[{}]})"))
                 .obstacle({}));
    const Result<Record> gone = failure(ErrorKind::NotFound, u"gone"_s);
    QCOMPARE(examine(completion(), Dialect::V85, gone).obstacle({true})->verdict,
             Verdict::NotFound);
    const Result<Record> down = failure(ErrorKind::TimedOut, u"down"_s);
    QCOMPARE(examine(completion(), Dialect::V85, down).obstacle({true})->kind, ErrorKind::TimedOut);
}

void TestExamination::idsAreCheckedByDialect()
{
    Completion subject = completion(Target::Kind::Task);
    subject.target.serviceId = u"383-f9a62aec"_s;
    subject.target.id = u"4294967296"_s;
    QCOMPARE(names(examine(subject, Dialect::V85, record("{}", Record::Kind::Task))), QString());
    QCOMPARE(names(examine(subject, Dialect::V81, record("{}", Record::Kind::Task))),
             u"invalid, invalid"_s);
}

void TestExamination::fieldsAreCheckedByDialect()
{
    Completion subject = completion();
    subject.event.set(contract::findField(contract::Event::ServiceEnd, u"ttl"),
                      {contract::FieldValue::Kind::Integer, u"60"_s});
    QCOMPARE(names(examine(subject, Dialect::V85, record("{}"))), QString());
    const Examination old = examine(subject, Dialect::V81, record("{}"));
    QCOMPARE(names(old), u"invalid"_s);
    QVERIFY(old.obstacle({})->message.contains(u"“ttl”"_s));
}

void TestExamination::openWorkIsCountedThroughStates()
{
    const auto examination =
        examine(completion(), Dialect::V85,
                record(R"({"active_states":[{"state_id":1,"active_tasks":[{"task_id":7}]}]})"));
    QCOMPARE(names(examination), u"open 7 1"_s);
    // A task has no children of its own.
    QCOMPARE(names(examine(completion(Target::Kind::Task), Dialect::V85,
                           record(R"({"active_tasks":[{"task_id":7}]})", Record::Kind::Task))),
             QString());
}

void TestExamination::manyAreCounted()
{
    QByteArray tasks;
    for (int i = 0; i < 100; ++i)
        tasks += (i == 0 ? "" : ",") + QByteArray(R"({"task_id":)") + QByteArray::number(i) + '}';
    const Examination examination = examine(completion(), Dialect::V85,
                                            record(R"({"active_tasks":[)" + tasks + "]}"));
    const Finding *open = examination.find(Verdict::HasOpenChildren);
    QVERIFY(open);
    QCOMPARE(open->names.size(), 100);
    QVERIFY2(open->message.contains(u"38, 39 and 60 more)"), qPrintable(open->message));
}

QTEST_APPLESS_MAIN(TestExamination)
#include "tst_examination.moc"
