// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/moments.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout::ui;

class TestMoments : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "Europe/Paris"); }
    void duration_data();
    void duration();
    void age();
    void bothReadings();
    void momentsInATextAreLocal();
};

void TestMoments::duration_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("negative") << qint64(-1) << QString();
    QTest::newRow("nothing") << qint64(0) << u"under 1 min"_s;
    QTest::newRow("59 s") << qint64(59) << u"under 1 min"_s;
    QTest::newRow("a minute") << qint64(60) << u"1 min"_s;
    QTest::newRow("an hour") << qint64(3600) << u"1 h"_s;
    QTest::newRow("an hour and a bit") << qint64(3600 + 59) << u"1 h"_s;
    QTest::newRow("hour and minutes") << qint64(3600 + 5 * 60) << u"1 h 5 min"_s;
    QTest::newRow("days and hours") << qint64(3 * 86400 + 4 * 3600 + 59 * 60) << u"3 d 4 h"_s;
    QTest::newRow("years") << qint64(800) * 86400 << u"800 d"_s;
}

void TestMoments::duration()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, words);
    QCOMPARE(durationInWords(seconds), words);
}

void TestMoments::age()
{
    const QDateTime now(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC);
    QCOMPARE(ageInWords({}, now), QString());
    QCOMPARE(ageInWords(now.addSecs(-7200), now), u"2 h"_s);
    QCOMPARE(ageInWords(now.addSecs(300), now), u"in 5 min"_s);
}

void TestMoments::bothReadings()
{
    const QDateTime moment(QDate(2026, 11, 19), QTime(5, 42, 7, 145), Qt::UTC);
    QCOMPARE(localMoment(moment), u"2026-11-19 06:42:07"_s);
    QCOMPARE(momentInFull(moment),
             u"2026-11-19T05:42:07.145Z (UTC)\n"
             "2026-11-19 06:42:07.145 (local time, CET)"_s);
    QCOMPARE(momentInFull({}), QString());
}

void TestMoments::momentsInATextAreLocal()
{
    QCOMPARE(withLocalMoments(u"Completed, since 2026-11-19T05:42:07.145Z, with 10."_s),
             u"Completed, since 2026-11-19 06:42:07, with 10."_s);
    const QString others = u"Since 2026-11-19, 2026-99-99T05:42:07.145Z and 10.000Z."_s;
    QCOMPARE(withLocalMoments(others), others);
}

QTEST_GUILESS_MAIN(TestMoments)

#include "tst_moments.moc"
