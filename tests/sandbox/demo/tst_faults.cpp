// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Faults as values: how they are read, which requests they are meant for, and which of these they
// hit.

#include "sandbox/demo/faults.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using sandbox::Asked;
using sandbox::Delivery;
using sandbox::Fault;
using sandbox::FaultList;
using sandbox::readFaults;

class TestFaults : public QObject
{
    Q_OBJECT

private slots:
    void reads();
    void refuses_data();
    void refuses();
    void fits_data();
    void fits();
    void strikes_data();
    void strikes();
    void drawsAgainWhatItDrew();
};

namespace {

Fault read(const QByteArray &fault)
{
    const Result<FaultList> list = readFaults("{\"faults\":[" + fault + "]}");
    if (!list || list->faults.size() != 1)
        qFatal("%s", list ? "not one" : qPrintable(list.error().message));
    return list->faults.first();
}

// A letter for each request: x where the fault hits.
QByteArray struck(const Fault &fault, quint64 seed, int requests)
{
    QByteArray letters;
    qint64 hit = 0;
    for (int seen = 1; seen <= requests; ++seen) {
        const bool strikes = sandbox::strikes(fault, seed, 0, seen, hit);
        hit += strikes ? 1 : 0;
        letters += strikes ? '*' : '.';
    }
    return letters;
}

} // namespace

void TestFaults::reads()
{
    const Result<FaultList> list = readFaults(R"({"seed":18446744073709551615,"faults":[
        {"operation":"completeTask","service":"95","nth":2,"times":3,"probability":0.5,
         "phase":"answer","effect":"silence","delay_ms":20,"after_body_bytes":7},
        {"phase":"after","effect":"status","status":302,"body":"",
         "headers":{"Location":"http://a.example/","X-A":""},"delay_ms":5},
        {"operation":"end","effect":"stale","reads":2}]})");
    QVERIFY2(list, list ? "" : qPrintable(list.error().message));
    QCOMPARE(list->seed, 18446744073709551615U);
    QCOMPARE(list->faults.size(), 3);
    const Fault &silence = list->faults[0];
    QCOMPARE(silence.operation, u"completeTask"_s);
    QCOMPARE(silence.service, u"95"_s);
    QCOMPARE(silence.nth, 2);
    QCOMPARE(silence.times, 3);
    QCOMPARE(silence.probability, 0.5);
    QCOMPARE(silence.phase, Fault::Phase::Answer);
    QCOMPARE(silence.effect, Fault::Effect::Silence);
    QCOMPARE(silence.delivery.end, Delivery::End::Silence);
    QCOMPARE(silence.delivery.after, 7);
    QCOMPARE(silence.delivery.counted, Delivery::Counted::Body);
    QCOMPARE(silence.delivery.delay.count(), 20);
    const Fault &status = list->faults[1];
    QCOMPARE(status.answer.status, 302);
    QVERIFY(status.hasBody);
    QCOMPARE(status.answer.headers.size(), 2);
    QCOMPARE(status.answer.headers[0].second, "http://a.example/");
    QCOMPARE(status.delivery.end, Delivery::End::Rest);
    QCOMPARE(list->faults[2].reads, 2);
    QCOMPARE(list->faults[2].phase, Fault::Phase::After);
    QCOMPARE(list->faults[2].spelled, R"({"operation":"end","effect":"stale","reads":2})");
}

void TestFaults::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    const auto whole = [](const char *json, const char *says) {
        QTest::newRow(json) << QByteArray(json) << QString::fromUtf8(says);
    };
    whole("", "line 1");
    whole("[]", "“faults”");
    whole("{}", "“faults”");
    whole(R"({"faults":{}})", "“faults”");
    whole(R"({"faults":[],"fault":[]})", "“faults”");
    whole(R"({"faults":[],"seed":-1})", "“seed”");
    whole(R"({"faults":[],"seed":"1"})", "“seed”");
    QTest::newRow("too many") << "{\"faults\":[" + QByteArray("0,").repeated(1000) + "0]}"
                              << u"1000"_s;
    const auto one = [](const char *fault, const char *member) {
        QTest::newRow(fault) << QByteArray("{\"faults\":[") + fault + "]}"
                             << QChar(u'“') + QString::fromLatin1(member) + u'”';
    };
    one("{}", "effect");
    one("1", "effect");
    one(R"({"phase":"before"})", "effect");
    one(R"({"effect":"cut"})", "phase");
    one(R"({"effect":"drop","phase":"before"})", "effect");
    one(R"({"effect":"cut","phase":"behind"})", "phase");
    one(R"({"effect":"cut","phase":"before","operation":"completeservice"})", "operation");
    one(R"({"effect":"cut","phase":"before","operation":1})", "operation");
    one(R"({"effect":"cut","phase":"before","operation":""})", "operation");
    one(R"({"effect":"cut","phase":"before","service":95})", "service");
    one(R"({"effect":"cut","phase":"before","nth":0})", "nth");
    one(R"({"effect":"cut","phase":"before","nth":1.5})", "nth");
    one(R"({"effect":"cut","phase":"before","nth":"1"})", "nth");
    one(R"({"effect":"cut","phase":"before","times":0})", "times");
    one(R"({"effect":"cut","phase":"before","probability":1.1})", "probability");
    one(R"({"effect":"cut","phase":"before","probability":-0.1})", "probability");
    one(R"({"effect":"cut","phase":"before","probability":"half"})", "probability");
    one(R"({"effect":"cut","phase":"before","after_bytes":3})", "after_bytes");
    one(R"({"effect":"cut","phase":"answer","after_bytes":-1})", "after_bytes");
    one(R"({"effect":"cut","phase":"answer","after_bytes":1,"after_body_bytes":1})", "after_bytes");
    one(R"({"effect":"cut","phase":"before","status":500})", "status");
    one(R"({"effect":"cut","phase":"before","reads":1})", "reads");
    one(R"({"effect":"delay","phase":"before"})", "delay_ms");
    one(R"({"effect":"delay","phase":"before","delay_ms":0})", "delay_ms");
    one(R"({"effect":"status","phase":"before"})", "status");
    one(R"({"effect":"status","phase":"before","status":100})", "status");
    one(R"({"effect":"status","phase":"before","status":600})", "status");
    one(R"({"effect":"status","phase":"answer","status":500})", "phase");
    one(R"({"effect":"status","phase":"before","status":500,"body":{}})", "body");
    one(R"({"effect":"status","phase":"before","status":500,"headers":[]})", "headers");
    one(R"({"effect":"status","phase":"before","status":500,"headers":{"A b":"c"}})", "headers");
    one(R"({"effect":"status","phase":"before","status":500,"headers":{"A":"c\r\nB: d"}})",
        "headers");
    one(R"({"effect":"status","phase":"before","status":500,"headers":{"Content-length":"3"}})",
        "headers");
    one(R"({"effect":"stale"})", "operation");
    one(R"({"effect":"stale","operation":"write"})", "operation");
    one(R"({"effect":"stale","operation":"end","phase":"before"})", "phase");
    one(R"({"effect":"stale","operation":"end","delay_ms":1})", "delay_ms");
    one(R"({"effect":"stale","operation":"end","reads":0})", "reads");
    one(R"({"effect":"cut","phase":"before","colour":"red"})", "colour");
}

void TestFaults::refuses()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, says);
    const Result<FaultList> list = readFaults(json);
    QVERIFY(!list);
    QCOMPARE(list.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(list.error().message.contains(says), qPrintable(list.error().message));
}

void TestFaults::fits_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<QByteArray>("fitting"); // a letter for each of the requests below
    const auto row = [](const char *filter, const char *fitting) {
        QTest::newRow(filter) << QByteArray(filter) << QByteArray(fitting);
    };
    row("", "abcdefgh");
    row(R"(,"operation":"end")", "abc");
    row(R"(,"operation":"completeState")", "b");
    row(R"(,"operation":"read")", "ef");
    row(R"(,"operation":"write")", "abcdg");
    row(R"(,"service":"95")", "abe");
    row(R"(,"service":"95","operation":"end")", "ab");
    row(R"(,"service":"9","operation":"end")", "");
}

void TestFaults::fits()
{
    QFETCH(QByteArray, filter);
    const std::pair<char, Asked> requests[] = {{'a', {u"completeService"_s, false, u"95"_s}},
                                               {'b', {u"completeState"_s, false, u"95"_s}},
                                               {'c', {u"completeTask"_s, false, u"96"_s}},
                                               {'d', {u"startTask"_s, false, u"96"_s}},
                                               {'e', {u"queryService"_s, true, u"95"_s}},
                                               {'f', {u"queryStatus"_s, true, {}}},
                                               {'g', {u"startService"_s, false, {}}},
                                               {'h', {}}};
    const Fault fault = read(R"({"effect":"cut","phase":"before")" + filter + '}');
    QByteArray fitting;
    for (const auto &[letter, asked] : requests) {
        if (sandbox::fits(fault, asked))
            fitting += letter;
    }
    QTEST(fitting, "fitting");
}

void TestFaults::strikes_data()
{
    QTest::addColumn<QByteArray>("when");
    QTest::addColumn<QByteArray>("struck");
    const auto row = [](const char *when, const char *struck) {
        QTest::newRow(when) << QByteArray(when) << QByteArray(struck);
    };
    row("", "*****");
    row(R"(,"nth":1)", "*....");
    row(R"(,"nth":3)", "..*..");
    row(R"(,"times":2)", "**...");
    row(R"(,"nth":2,"times":3)", ".***.");
    row(R"(,"nth":9)", ".....");
    row(R"(,"probability":0)", ".....");
    row(R"(,"probability":1)", "*****");
}

void TestFaults::strikes()
{
    QFETCH(QByteArray, when);
    QTEST(struck(read(R"({"effect":"cut","phase":"before")" + when + '}'), 0, 5), "struck");
}

void TestFaults::drawsAgainWhatItDrew()
{
    const Fault fault = read(R"({"effect":"cut","phase":"before","probability":0.25})");
    const QByteArray drawn = struck(fault, 7, 4000);
    QCOMPARE(struck(fault, 7, 4000), drawn);
    QVERIFY(struck(fault, 8, 4000) != drawn);
    const qsizetype count = drawn.count('*');
    QVERIFY2(count > 850 && count < 1150, QByteArray::number(count).constData());
    // With a limit the first of the same ones are hit.
    const Fault limited = read(R"({"effect":"cut","phase":"before","probability":0.25,"times":3})");
    const QByteArray few = struck(limited, 7, 4000);
    QCOMPARE(few.count('*'), 3);
    QVERIFY(drawn.startsWith(few.left(few.lastIndexOf('*') + 1)));
    // Two faults of one list do not fall together.
    int both = 0;
    for (int seen = 1; seen <= 4000; ++seen) {
        both += sandbox::strikes(fault, 7, 0, seen, 0) && sandbox::strikes(fault, 7, 1, seen, 0);
    }
    QVERIFY2(both > 150 && both < 350, QByteArray::number(both).constData());
}

QTEST_GUILESS_MAIN(TestFaults)

#include "tst_faults.moc"
