// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "contract/target.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout::contract;
using Kind = Target::Kind;

class TestTarget : public QObject
{
    Q_OBJECT

private slots:
    void isNamed_data();
    void isNamed();
    void otherNamesAreNone();
    void isTheSameByKindAndIds();
};

void TestTarget::isNamed_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("inSentences");

    QTest::newRow("service") << Kind::Service << u"service"_s << u"service 95"_s;
    QTest::newRow("state") << Kind::State << u"state"_s << u"state 95/3"_s;
    QTest::newRow("task") << Kind::Task << u"task"_s << u"task 95/3"_s;
}

void TestTarget::isNamed()
{
    QFETCH(const Kind, kind);
    QTEST(kindName(kind), "name");
    QCOMPARE(kindFromName(kindName(kind)), kind);
    QTEST((Target{kind, u"95"_s, u"3"_s}).name(), "inSentences");
}

void TestTarget::otherNamesAreNone()
{
    QVERIFY(!kindFromName(u"Service"));
    QVERIFY(!kindFromName(u""));
}

void TestTarget::isTheSameByKindAndIds()
{
    const Target task{Kind::Task, u"95"_s, u"3"_s};
    QCOMPARE(task, (Target{Kind::Task, u"95"_s, u"3"_s}));
    QVERIFY(task != (Target{Kind::State, u"95"_s, u"3"_s}));
    QVERIFY(task != (Target{Kind::Task, u"95"_s, u"03"_s}));
    QVERIFY(task != serviceTarget(u"95"_s));
}

QTEST_APPLESS_MAIN(TestTarget)

#include "tst_target.moc"
