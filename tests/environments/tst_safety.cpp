// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "environments/safety.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::environments;

class TestSafety : public QObject
{
    Q_OBJECT

private slots:
    void permits_data();
    void permits();
    void namesGoBothWays();
};

void TestSafety::permits_data()
{
    QTest::addColumn<SafetyLevel>("level");
    QTest::addColumn<bool>("given");
    QTest::addColumn<int>("typed"); // -1: none
    QTest::addColumn<bool>("permitted");

    using enum SafetyLevel;
    QTest::newRow("none") << None << false << -1 << true;
    QTest::newRow("confirm, not given") << Confirm << false << -1 << false;
    QTest::newRow("confirm, given") << Confirm << true << -1 << true;
    QTest::newRow("confirm, wrong count") << Confirm << true << 2 << false;
    QTest::newRow("none, wrong count") << None << true << 0 << false;
    QTest::newRow("count, only yes") << ConfirmCount << true << -1 << false;
    QTest::newRow("count, wrong") << ConfirmCount << true << 386 << false;
    QTest::newRow("count, right") << ConfirmCount << true << 388 << true;
    QTest::newRow("read-only, everything given") << ReadOnly << true << 388 << false;
}

void TestSafety::permits()
{
    QFETCH(const SafetyLevel, level);
    QFETCH(const bool, given);
    QFETCH(const int, typed);
    QFETCH(const bool, permitted);
    Confirmation confirmation{given, {}};
    if (typed >= 0)
        confirmation.count = typed;
    const Result<WritePermit> permit = permitWrite(level, u"Production"_s, 388, confirmation);
    QCOMPARE(permit.has_value(), permitted);
    if (permit) {
        QCOMPARE(permit->count(), 388);
    } else {
        QCOMPARE(permit.error().kind, ErrorKind::NotAllowed);
        QVERIFY(permit.error().message.contains("Production"_L1));
    }
}

void TestSafety::namesGoBothWays()
{
    for (const auto level : {SafetyLevel::None, SafetyLevel::Confirm, SafetyLevel::ConfirmCount,
                             SafetyLevel::ReadOnly})
        QCOMPARE(*safetyFromName(safetyName(level)), level);
    QVERIFY(!safetyFromName(u"Read-Only"));
}

QTEST_APPLESS_MAIN(TestSafety)
#include "tst_safety.moc"
