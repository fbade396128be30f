// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "process/standarddescriptors.h"

#include <QtTest/QTest>

#include <array>
#include <fcntl.h>
#include <unistd.h>

using namespace closeout::process;

class TestStandardDescriptors : public QObject
{
    Q_OBJECT

private slots:
    void closedOnesAreHeld_data();
    void closedOnesAreHeld();
};

void TestStandardDescriptors::closedOnesAreHeld_data()
{
    QTest::addColumn<QList<int>>("closed");
    QTest::newRow("none") << QList<int>();
    QTest::newRow("input") << QList<int>{0};
    QTest::newRow("error") << QList<int>{2};
    QTest::newRow("input and error") << QList<int>{0, 2};
    QTest::newRow("all") << QList<int>{0, 1, 2};
}

void TestStandardDescriptors::closedOnesAreHeld()
{
    QFETCH(const QList<int>, closed);
    std::fflush(nullptr);
    std::array<int, 3> kept{};
    for (int i = 0; i < 3; ++i)
        kept[std::size_t(i)] = fcntl(i, F_DUPFD_CLOEXEC, 10);
    for (const int descriptor : closed)
        close(descriptor);
    holdStandardDescriptors();
    const int next = open("/dev/null", O_RDONLY);
    std::array<ssize_t, 3> used{};
    char byte = 'x';
    for (const int descriptor : closed)
        used[std::size_t(descriptor)] = descriptor == 0 ? read(descriptor, &byte, 1)
                                                        : write(descriptor, &byte, 1);
    close(next);
    for (int i = 0; i < 3; ++i) { // before anything is told
        dup2(kept[std::size_t(i)], i);
        close(kept[std::size_t(i)]);
    }
    QVERIFY(next > 2);
    for (const int descriptor : closed)
        QCOMPARE(used[std::size_t(descriptor)], ssize_t(-1));
}

QTEST_APPLESS_MAIN(TestStandardDescriptors)

#include "tst_standarddescriptors.moc"
