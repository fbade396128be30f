// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "process/stopsignals.h"

#include <QtCore/QCoreApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <csignal>

using closeout::process::StopSignals;

class TestStopSignals : public QObject
{
    Q_OBJECT

private slots:
    void eachIsToldOnce_data();
    void eachIsToldOnce();
};

void TestStopSignals::eachIsToldOnce_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

// Told again and again, whoever waits for something before it stops would never come to rest.
void TestStopSignals::eachIsToldOnce()
{
    QFETCH(const int, number);
    StopSignals stop;
    QSignalSpy received(&stop, &StopSignals::received);
    for (int times = 1; times <= 2; ++times) {
        QCOMPARE(std::raise(number), 0);
        QTRY_COMPARE(received.size(), times);
        for (int round = 0; round < 10; ++round)
            QCoreApplication::processEvents();
        QCOMPARE(received.size(), times);
    }
}

QTEST_GUILESS_MAIN(TestStopSignals)
#include "tst_stopsignals.moc"
