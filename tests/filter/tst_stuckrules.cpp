// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "filter/stuckrules.h"
#include "support/rows.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout::filter;
using namespace closeout::rows;

class TestStuckRules : public QObject
{
    Q_OBJECT

private slots:
    void readsLines();
    void standardRules();
    void reasonsByRow();
    void inWords();
    void brokenRulesAreKept();
    void noTwoOfOneName();
    void noMoreThanOneBitEach();
};

namespace {

const std::atomic_bool notCancelled = false;

QList<TestRow> services()
{
    return {
        {{{Field::ServiceId, "fresh"}},
         {{Field::Started, testNow - hour}, {Field::LastEvent, testNow - minute}},
         {{Field::Expected, 7200}, {Field::OpenTasks, 1}, {Field::OpenStates, 1}}},
        {{{Field::ServiceId, "late"}},
         {{Field::Started, testNow - 3 * hour}, {Field::LastEvent, testNow - 2 * hour}},
         {{Field::Expected, 3600}, {Field::OpenTasks, 0}, {Field::OpenStates, 1}}},
        {{{Field::ServiceId, "dead"}},
         {{Field::Started, testNow - 3 * day}, {Field::LastEvent, testNow - 2 * day}},
         {{Field::Expected, 3600},
          {Field::OpenTasks, 2},
          {Field::OpenStates, 0},
          {Field::AutoCompleteAfter, 86400}}},
        {{{Field::ServiceId, "done"}},
         {{Field::Started, testNow - 3 * day}, {Field::LastEvent, testNow - 2 * day}},
         {{Field::Expected, 3600}},
         true},
    };
}

} // namespace

void TestStuckRules::standardRules()
{
    const StuckRules rules = StuckRules::standard();
    QVERIFY(rules.problems().isEmpty());
    QCOMPARE(rules.namesOf(~0U),
             (QStringList{u"overdue"_s, u"silent"_s, u"left behind"_s, u"past its end"_s}));
    QVERIFY(rules.filter(0, Subject::Task) != nullptr);
    QVERIFY(rules.filter(2, Subject::Service) != nullptr);
    QVERIFY(rules.filter(2, Subject::Task) == nullptr); // a task has no tasks
}

void TestStuckRules::reasonsByRow()
{
    Collection collection;
    putAll(collection, services());
    const StuckRules rules = StuckRules::standard();
    const auto reasons = rules.reasons(collection.snapshot(), Subject::Service, testNow,
                                       notCancelled);
    QCOMPARE(*reasons, (std::vector<quint32>{0, 1, 15, 0}));
    QCOMPARE(rules.namesOf(5), (QStringList{u"overdue"_s, u"left behind"_s}));
    const std::atomic_bool isCancelled = true;
    QVERIFY(!rules.reasons(collection.snapshot(), Subject::Service, testNow, isCancelled));
}

void TestStuckRules::inWords()
{
    Collection collection;
    putAll(collection, services());
    const auto words = [&collection](quint32 row) {
        return stuckInWords(collection.snapshot(), Subject::Service, row, testNow);
    };
    QCOMPARE(words(1), u"open 3 h, expected 1 h; no event for 2 h"_s);
    QVERIFY2(words(2).startsWith(u"open 3 d, expected 1 h; no event for 2 d; should have been "
                                 "completed by the server 1 d ago; 2 open task"),
             qPrintable(words(2)));
    QCOMPARE(words(3), QString()); // it is not open
}

void TestStuckRules::brokenRulesAreKept()
{
    const StuckRules rules({{u"odd"_s, u"agee>1h"_s},
                            {u"round"_s, u"age>1h stuck:yes"_s},
                            {u"all"_s, u" "_s},
                            {u" "_s, u"age>1h"_s},
                            {u"good"_s, u"age>1h"_s}});
    QCOMPARE(rules.rules().size(), 5);
    QCOMPARE(rules.problems().size(), 4);
    QVERIFY(rules.problems().at(0).message.contains(u"“odd”"));
    QVERIFY(rules.problems().at(0).message.contains(u"Did you mean “age”?"));
    QVERIFY(rules.problems().at(1).message.contains(u"asks for “stuck” itself"));
    Collection collection;
    putAll(collection, services());
    const auto reasons = rules.reasons(collection.snapshot(), Subject::Service, testNow,
                                       notCancelled);
    QCOMPARE(*reasons, (std::vector<quint32>{0, 16, 16, 0}));
}

// Whoever asks for stuck:ancient could not tell which of them is meant.
void TestStuckRules::noTwoOfOneName()
{
    const StuckRules rules(
        {{u"ancient"_s, u"age>9d"_s}, {u"quiet"_s, u"idle>1h"_s}, {u"Ancient"_s, u"age>1h"_s}});
    QCOMPARE(rules.problems().size(), 1);
    QVERIFY(rules.problems().constFirst().message.contains(u"two rules with the name “Ancient”"));
    QVERIFY(rules.filter(0, Subject::Service) != nullptr);
    QVERIFY(rules.filter(2, Subject::Service) == nullptr);
}

void TestStuckRules::noMoreThanOneBitEach()
{
    QList<StuckRule> many;
    for (int i = 0; i < 33; ++i)
        many.append({u"rule %1"_s.arg(i), u"age>0"_s});
    const StuckRules rules(many);
    QCOMPARE(rules.problems().size(), 1);
    QVERIFY(rules.filter(31, Subject::Service) != nullptr);
    QVERIFY(rules.filter(32, Subject::Service) == nullptr);
    QCOMPARE(rules.namesOf(~0U).size(), 32);
}

void TestStuckRules::readsLines()
{
    const QStringList lines{u"old: age>2d"_s, u"quiet: idle>1h type:a"_s};
    const StuckRules rules = StuckRules::fromLines(lines);
    QVERIFY(rules.problems().isEmpty());
    QCOMPARE(rules.rules().at(1), (StuckRule{u"quiet"_s, u"idle>1h type:a"_s}));
    QCOMPARE(rules.toLines(), lines);
    QCOMPARE(StuckRules::fromLines({}), StuckRules::standard());
    const StuckRules nameless = StuckRules::fromLines({u"old: age>2d"_s, u"idle>3h"_s});
    QCOMPARE(nameless.problems().size(), 1);
    QVERIFY(nameless.problems().constFirst().message.startsWith(u"Rule 2, “idle>3h”, has no name"));
    QCOMPARE(StuckRules::fromLines({u"old: agge>2d"_s}).problems().size(), 1);
}

QTEST_GUILESS_MAIN(TestStuckRules)
#include "tst_stuckrules.moc"
