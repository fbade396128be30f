// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/screenfit.h"

#include <QtTest/QTest>

using namespace closeout::ui;

class TestScreenFit : public QObject
{
    Q_OBJECT

private slots:
    void isNoLargerThanTheScreen_data();
    void isNoLargerThanTheScreen();
};

void TestScreenFit::isNoLargerThanTheScreen_data()
{
    QTest::addColumn<QRect>("room");
    QTest::addColumn<QRect>("left"); // how it was
    QTest::addColumn<QRect>("fitted");
    const QRect small(0, 30, 1600, 870); // below a panel
    QTest::newRow("has room") << small << QRect(51, 60, 1280, 800) << QRect(51, 60, 1280, 800);
    QTest::newRow("larger") << small << QRect(51, 60, 1800, 1000) << QRect(2, 60, 1598, 830);
    QTest::newRow("to the right of it")
        << small << QRect(1900, 60, 800, 600) << QRect(800, 60, 800, 600);
    QTest::newRow("above and to the left")
        << small << QRect(-900, -20, 800, 600) << QRect(0, 30, 800, 600);
    QTest::newRow("another screen")
        << QRect(1600, 0, 1024, 768) << QRect(1500, 0, 1280, 800) << QRect(1600, 0, 1022, 728);
}

void TestScreenFit::isNoLargerThanTheScreen()
{
    QFETCH(const QRect, room);
    QFETCH(const QRect, left);
    QFETCH(const QRect, fitted);
    QCOMPARE(fittedTo(room, left), fitted);
}

QTEST_APPLESS_MAIN(TestScreenFit)
#include "tst_screenfit.moc"
