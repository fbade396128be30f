// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "contract/timestamp.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::contract;

class TestTimestamp : public QObject
{
    Q_OBJECT

private slots:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void saysWhatIsWrong();
    void formats_data();
    void formats();
    void reads_data();
    void reads();
};

namespace {

QDateTime utc(int year, int month, int day, int hour, int minute, int second, int ms)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute, second, ms), Qt::UTC);
}

} // namespace

void TestTimestamp::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("moment");
    const auto row = [](const QString &text, const QDateTime &moment) {
        QTest::newRow(qUtf8Printable(text)) << text << moment;
    };
    row(u"2009-05-12T12:05:12.145Z"_s, utc(2009, 5, 12, 12, 5, 12, 145));
    row(u"2010-05-18T15:23:34.447Z"_s, utc(2010, 5, 18, 15, 23, 34, 447));
    row(u"1970-01-01T00:00:00.000Z"_s, utc(1970, 1, 1, 0, 0, 0, 0));
    row(u"2024-02-29T23:59:59.999Z"_s, utc(2024, 2, 29, 23, 59, 59, 999));
    row(u"2000-02-29T00:00:00.000Z"_s, utc(2000, 2, 29, 0, 0, 0, 0));
    row(u"0001-01-01T00:00:00.000Z"_s, utc(1, 1, 1, 0, 0, 0, 0));
    row(u"9999-12-31T23:59:59.999Z"_s, utc(9999, 12, 31, 23, 59, 59, 999));
    row(u"2023-03-26T02:30:00.000Z"_s, utc(2023, 3, 26, 2, 30, 0, 0)); // no such hour in Berlin
}

void TestTimestamp::parses()
{
    QFETCH(QString, text);
    const Result<QDateTime> moment = parseTimestamp(text);
    QVERIFY(moment);
    QTEST(*moment, "moment");
    QCOMPARE(moment->timeSpec(), Qt::UTC);
    QCOMPARE(formatTimestamp(*moment), text);
    QCOMPARE(readTimestamp(text), *moment);
}

void TestTimestamp::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
         {// moments that do not exist
          u"2023-02-29T00:00:00.000Z"_s, u"1900-02-29T00:00:00.000Z"_s,
          u"2024-02-30T00:00:00.000Z"_s, u"2024-04-31T00:00:00.000Z"_s,
          u"2024-00-10T00:00:00.000Z"_s, u"2024-13-10T00:00:00.000Z"_s,
          u"2024-01-00T00:00:00.000Z"_s, u"2024-01-32T00:00:00.000Z"_s,
          u"0000-01-01T00:00:00.000Z"_s, u"2024-01-01T24:00:00.000Z"_s,
          u"2024-01-01T25:00:00.000Z"_s, u"2024-01-01T23:60:00.000Z"_s,
          u"2016-12-31T23:59:60.000Z"_s,
          // other forms
          u""_s, u"now"_s, u"2009-05-12"_s, u"2009-05-12T12:05:12Z"_s, u"2009-05-12T12:05:12.1Z"_s,
          u"2009-05-12T12:05:12.1234Z"_s, u"2009-05-12T12:05:12.145"_s,
          u"2009-05-12T12:05:12.145z"_s, u"2009-05-12t12:05:12.145Z"_s,
          u"2009-05-12 12:05:12.145Z"_s, u"2009-05-12T12:05:12,145Z"_s,
          u"2009-05-12T12:05:12.145+00:00"_s, u"2009-05-12T12:05:12.145+02:00"_s,
          u"2009-5-12T12:05:12.145Z"_s, u"12009-05-12T12:05:12.145Z"_s,
          u"-009-05-12T12:05:12.145Z"_s, u"+009-05-12T12:05:12.145Z"_s,
          u" 2009-05-12T12:05:12.145Z"_s, u"2009-05-12T12:05:12.145Z "_s,
          u"2009-05-12T12:05:12.145Z\n"_s, u"2009/05/12T12:05:12.145Z"_s,
          u"2009-05-12T12.05.12.145Z"_s, u"٢٠٠٩-05-12T12:05:12.145Z"_s,
          u"２００９-05-12T12:05:12.145Z"_s, u"1242129912145"_s, u"2009-05-12T 2:05:12.145Z"_s,
          u"2009-05-12T12:05:12.145Ｚ"_s})
        QTest::addRow("'%s'", qUtf8Printable(text)) << text;
}

void TestTimestamp::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!parseTimestamp(text));
}

void TestTimestamp::saysWhatIsWrong()
{
    QCOMPARE(parseTimestamp(u"2009-05-12").error().message,
             u"“2009-05-12” is not a timestamp of the API. It must be UTC with milliseconds, "
             "YYYY-MM-DDTHH:MM:SS.mmmZ, as in 2009-05-12T12:05:12.145Z."_s);
    QCOMPARE(parseTimestamp(u"2023-02-29T00:00:00.000Z").error().message,
             u"“2023-02-29T00:00:00.000Z” is not a moment that exists. Check day, month, hour and "
             "minute."_s);
    QCOMPARE(readTimestamp(u"soon").error().message, u"“soon” is not a timestamp."_s);
}

void TestTimestamp::formats_data()
{
    QTest::addColumn<QDateTime>("moment");
    QTest::addColumn<QString>("text");
    QTest::newRow("UTC") << utc(2009, 5, 12, 12, 5, 12, 5) << u"2009-05-12T12:05:12.005Z"_s;
    QTest::newRow("offset") << QDateTime(QDate(2009, 5, 12), QTime(1, 5, 12, 145),
                                         Qt::OffsetFromUTC, 7200)
                            << u"2009-05-11T23:05:12.145Z"_s;
    QTest::newRow("year with zeros") << utc(33, 4, 3, 15, 0, 0, 0) << u"0033-04-03T15:00:00.000Z"_s;
}

void TestTimestamp::formats()
{
    QFETCH(QDateTime, moment);
    QTEST(formatTimestamp(moment), "text");
}

void TestTimestamp::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("moment"); // invalid: not to be read
    const QDateTime noon = utc(2009, 5, 12, 12, 0, 0, 0);
    const auto row = [](const QString &text, const QDateTime &moment) {
        QTest::addRow("'%s'", qUtf8Printable(text)) << text << moment;
    };
    row(u"2009-05-12T12:00:00Z"_s, noon);
    row(u"2009-05-12T12:00Z"_s, noon);
    row(u"2009-05-12T12:00:00.0Z"_s, noon);
    row(u"2009-05-12T12:00:00.000000Z"_s, noon);
    row(u"2009-05-12T12:00:00"_s, noon);
    row(u"2009-05-12T12:00:00.000"_s, noon);
    row(u"2009-05-12T14:00:00+02:00"_s, noon);
    row(u"2009-05-12T14:00:00.000+02:00"_s, noon);
    row(u"2009-05-12T07:30:00-04:30"_s, noon);
    row(u"2009-05-12T24:00:00Z"_s, utc(2009, 5, 13, 0, 0, 0, 0));
    row(u"2009-02-29T12:00:00Z"_s, {});
    row(u""_s, {});
    row(u"12 May 2009"_s, {});
    // a leap second is the moment behind it
    row(u"2009-05-12T11:59:60Z"_s, noon);
    row(u"2016-12-31T23:59:60.000Z"_s, utc(2017, 1, 1, 0, 0, 0, 0));
    row(u"2009-05-12T12:00:61Z"_s, {});
    // as Java and JavaScript write them
    row(u"2009-05-12T14:00:00.000+02:00[Europe/Paris]"_s, noon);
    row(u"2009-05-12T12:00Z[UTC]"_s, noon);
    row(u"2009-05-12T12:00[UTC"_s, {});
    row(u"2009-05-12T14:00:00.000+0200"_s, noon);
    row(u"2009-05-12T14:00:00+02"_s, noon);
    row(u"2009-05-12t12:00:00z"_s, noon);
    row(u"2009-05-12 12:00:00Z"_s, noon);
    row(u"2009-05-12T12:00:00,5Z"_s, utc(2009, 5, 12, 12, 0, 0, 500));
    row(u"2009-05-12T12:00:00.123456789Z"_s, utc(2009, 5, 12, 12, 0, 0, 123));
    row(u"2009-05-12T12:00:00.Z"_s, {});
    row(u"2009-05-12T12:00:00+99:00"_s, {});
    row(u"2009-05-12Z"_s, {});
    // without zeros in front, without signs between
    row(u"2016-8-2T1:5:9.634Z"_s, utc(2016, 8, 2, 1, 5, 9, 634));
    row(u"20090512T120000Z"_s, noon);
    row(u"20090512"_s, utc(2009, 5, 12, 0, 0, 0, 0));
    row(u"2009/05/12"_s, {});
    row(u"2009-Aug-12T12:00:00Z"_s, {});
    // since 1970
    row(u"1242129600000"_s, noon);
    row(u"1242129600"_s, noon);
    row(u"1242129600.000000000"_s, noon);
    row(u"1.2421296E12"_s, noon);
    row(u"12421296000"_s, {}); // either would be far from any event
    row(u"5"_s, {});
    row(u"-1242129600"_s, {});
    row(u"1242129600Z"_s, {});
    row(u"2009-05-12T12:00:00"_s + u"0"_s.repeated(200), {});
}

void TestTimestamp::reads()
{
    QFETCH(QString, text);
    const Result<QDateTime> moment = readTimestamp(text);
    QTEST(moment.value_or(QDateTime()), "moment");
    if (moment)
        QCOMPARE(moment->timeSpec(), Qt::UTC);
}

QTEST_APPLESS_MAIN(TestTimestamp)

#include "tst_timestamp.moc"
