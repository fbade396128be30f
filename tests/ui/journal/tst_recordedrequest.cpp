// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "entries.h"

#include "ui/journal/entrywords.h"
#include "ui/journal/recordedrequest.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;

class TestRecordedRequest : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAsItWasSent();
    void isShortened_data();
    void isShortened();
    void brokenHeadIsHarmless_data();
    void brokenHeadIsHarmless();
    void entryIsCopiedWhole();
    void veryLongBodyIsCut();
};

void TestRecordedRequest::comesBackAsItWasSent()
{
    journal::Intention intention = test::intentionFor(u"383-f9%2Fa"_s);
    intention.requestBody = "{\"a\": 1.10}";
    const client::OutgoingRequest request = writeOf(intention);
    QCOMPARE(request.head(), intention.requestHead);
    QCOMPARE(request.body, intention.requestBody);
    QCOMPARE(request.url.toEncoded(),
             QByteArray("http://gms:8080/genesys/1/cs/services/383-f9%2Fa/end"));
}

void TestRecordedRequest::isShortened_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("shown");
    QTest::newRow("service") << QByteArray("POST /genesys/1/cs/services/95/end HTTP/1.1\r\n")
                             << u"POST …/95/end"_s;
    QTest::newRow("task") << QByteArray("POST /services/95/tasks/3/end HTTP/1.1\r\n")
                          << u"POST …/95/tasks/3/end"_s;
    QTest::newRow("something else")
        << QByteArray("POST /elsewhere HTTP/1.1\r\n") << u"POST /elsewhere"_s;
}

void TestRecordedRequest::isShortened()
{
    QFETCH(const QByteArray, head);
    QFETCH(const QString, shown);
    journal::Intention intention = test::intentionFor(u"95"_s);
    intention.requestHead = head;
    QCOMPARE(shortRequest(writeOf(intention)), shown);
}

void TestRecordedRequest::brokenHeadIsHarmless_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("one word") << QByteArray("POST");
    QTest::newRow("no headers") << QByteArray("\r\n:\r\n\r\n");
}

void TestRecordedRequest::brokenHeadIsHarmless()
{
    QFETCH(const QByteArray, head);
    journal::Intention intention = test::intentionFor(u"95"_s);
    intention.requestHead = head;
    QVERIFY(writeOf(intention).headers.isEmpty());
}

void TestRecordedRequest::entryIsCopiedWhole()
{
    journal::Entry entry;
    entry.intention = test::intentionFor(u"95"_s, u"3"_s);
    entry.exchanges = {test::exchangeOf(journal::ExchangeRecord::Purpose::Check, 200),
                       test::exchangeOf(journal::ExchangeRecord::Purpose::Send, 409)};
    entry.exchanges[1].answerBody = R"({"message":"no"})";
    entry.recorded = {entry.intention.at, journal::Outcome::Failed, 409, u"It said no."_s};
    const QString text = entryText(entry);
    for (const QString &part :
         {u"2026-11-20T10:42:07.000Z\n"_s, u"Task 3 of service 95\n"_s, u"Failed\nIt said no.\n"_s,
          u"HTTP/1.1 200"_s, u"HTTP/1.1 409"_s, u"{\"message\":\"no\"}"_s})
        QVERIFY2(text.contains(part), qPrintable(text));
    QVERIFY(!text.contains(u'\r'));
}

void TestRecordedRequest::veryLongBodyIsCut()
{
    const QString text = readable(QByteArray(1 << 20, 'x'));
    QVERIFY(text.size() < 300000);
    QVERIFY(text.contains(QLocale().toString(1 << 20)));
}

QTEST_GUILESS_MAIN(TestRecordedRequest)

#include "tst_recordedrequest.moc"
