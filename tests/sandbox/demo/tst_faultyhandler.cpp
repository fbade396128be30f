// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What a request meets where a fault stands around the handler; in front of the real operations,
// without sockets. How an answer is delivered then is told here and done by http/ (tst_delivery).

#include "sandbox/site.h"

#include "sandbox/demo/faultyhandler.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

#include <future>
#include <thread>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::test;
using sandbox::Delivery;
using sandbox::FaultyHandler;
using sandbox::Request;
using sandbox::Response;

namespace {

// Counts what comes through.
class Counting : public sandbox::Handler
{
public:
    explicit Counting(sandbox::Handler &next)
        : m_next(next)
    {
    }
    Response answer(const Request &request) override
    {
        ++calls;
        return m_next.answer(request);
    }
    std::atomic<int> calls = 0;

private:
    sandbox::Handler &m_next;
};

// A service with an open task, behind a handler with these faults.
struct Desk
{
    explicit Desk(const QByteArray &faults = {}, const sandbox::Options &options = {})
        : site(options)
        , id(site.startService())
        , counting(site.handler())
        , handler(counting, options.dialect)
    {
        site.startTask(id);
        set(faults);
    }

    void set(const QByteArray &faults)
    {
        const auto list = sandbox::readFaults("{\"seed\":1,\"faults\":[" + faults + "]}");
        if (!list)
            qFatal("%s", qPrintable(list.error().message));
        handler.setFaults(*list);
    }

    Response ask(const QByteArray &method, const QByteArray &below = {})
    {
        return handler.answer(
            {.method = method,
             .path = contract::pathPrefix(site.options.dialect) + "/services/" + id + below,
             .query = {},
             .body = {}});
    }

    bool isEnded() { return !site.read("/services/" + id, u"/completed"_s).isEmpty(); }

    Site site;
    QByteArray id;
    Counting counting;
    FaultyHandler handler;
};

// "503", "204 closes after 0", "200 silent after 12 of the body, 20 ms", as told of an answer.
QByteArray told(const Response &response)
{
    QByteArray text = QByteArray::number(response.status);
    if (!response.delivery)
        return text;
    const Delivery &delivery = *response.delivery;
    if (delivery.end != Delivery::End::Rest) {
        text += delivery.end == Delivery::End::Closes ? " closes" : " silent";
        text += " after " + QByteArray::number(delivery.after);
        if (delivery.counted == Delivery::Counted::Body)
            text += " of the body";
    }
    if (delivery.delay.count() > 0)
        text += ", " + QByteArray::number(qint64(delivery.delay.count())) + " ms";
    return text;
}

} // namespace

class TestFaultyHandler : public QObject
{
    Q_OBJECT

private slots:
    void misbehaves_data();
    void misbehaves();
    void answersInItsOwnWords_data();
    void answersInItsOwnWords();
    void countsRequests();
    void standsAroundTheNextFault();
    void showsStaleReads();
    void staleReadsAreOfOneService();
    void clearingEndsEverything();
    void waitsBeforeTheEffect();
    void isSwitchedUnderRequests();
};

void TestFaultyHandler::misbehaves_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QByteArray>("told"); // of the end's answer
    QTest::addColumn<bool>("isEnded");
    const auto row = [](const char *fault, const char *told, bool isEnded) {
        QTest::newRow(fault) << QByteArray(fault) << QByteArray(told) << isEnded;
    };
    row(R"({"phase":"before","effect":"cut"})", "200 closes after 0", false);
    row(R"({"phase":"before","effect":"cut","delay_ms":20})", "200 closes after 0, 20 ms", false);
    row(R"({"phase":"before","effect":"silence"})", "200 silent after 0", false);
    row(R"({"phase":"before","effect":"status","status":503})", "503", false);
    row(R"({"phase":"before","effect":"status","status":503,"delay_ms":9})", "503, 9 ms", false);
    row(R"({"phase":"before","effect":"delay","delay_ms":1})", "204", true);
    row(R"({"phase":"after","effect":"cut"})", "204 closes after 0", true);
    row(R"({"phase":"after","effect":"silence"})", "204 silent after 0", true);
    row(R"({"phase":"after","effect":"status","status":500})", "500", true);
    row(R"({"phase":"after","effect":"delay","delay_ms":20})", "204, 20 ms", true);
    row(R"({"phase":"answer","effect":"cut","after_bytes":12})", "204 closes after 12", true);
    row(R"({"phase":"answer","effect":"silence","after_body_bytes":5})",
        "204 silent after 5 of the body", true);
    row(R"({"phase":"answer","effect":"delay","delay_ms":5,"after_bytes":1})", "204, 5 ms", true);
    row(R"({"operation":"end","effect":"stale"})", "204", true);
    row(R"({"operation":"completeTask","phase":"before","effect":"cut"})", "204", true);
    row(R"({"service":"other","phase":"before","effect":"cut"})", "204", true);
}

void TestFaultyHandler::misbehaves()
{
    QFETCH(QByteArray, fault);
    for (const sandbox::Options &options : {sandbox::Options(), options81()}) {
        Desk desk(fault, options);
        const Response response = desk.ask("POST", "/end");
        QTEST(told(response), "told");
        QTEST(response.hadEffect, "isEnded");
        QTEST(desk.isEnded(), "isEnded");
    }
}

void TestFaultyHandler::answersInItsOwnWords_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QByteArray>("body85"); // its beginning
    QTest::addColumn<QByteArray>("body81");
    QTest::newRow("a refusal") << QByteArray(R"("status":503)") << QByteArray(R"({"message":")")
                               << QByteArray(R"({"http_method":"GET")");
    QTest::newRow("a success") << QByteArray(R"("status":200)") << QByteArray() << QByteArray();
    QTest::newRow("a page") << QByteArray(
        R"("status":503,"body":"<html>é","headers":{"Content-Type":"text/html"})")
                            << QByteArray("<html>é") << QByteArray("<html>é");
}

void TestFaultyHandler::answersInItsOwnWords()
{
    QFETCH(QByteArray, more);
    for (const auto &[options, column] :
         {std::pair(sandbox::Options(), "body85"), std::pair(options81(), "body81")}) {
        Desk desk(R"({"phase":"before","effect":"status",)" + more + '}', options);
        const Response response = desk.ask("GET");
        const QByteArray wanted = *static_cast<QByteArray *>(
            QTest::qData(column, qMetaTypeId<QByteArray>()));
        QCOMPARE(response.body.left(wanted.size()), wanted);
        QCOMPARE(response.body.isEmpty(), wanted.isEmpty());
        QCOMPARE(response.headers.size(), more.contains("headers") ? 1 : 0);
    }
}

void TestFaultyHandler::countsRequests()
{
    Desk desk(R"({"operation":"queryService","nth":2,"phase":"before","effect":"cut"})");
    QCOMPARE(told(desk.ask("GET")), "200");
    QCOMPARE(told(desk.ask("GET", "/tasks")), "200"); // is another operation
    QCOMPARE(told(desk.ask("GET")), "200 closes after 0");
    QCOMPARE(told(desk.ask("GET")), "200");
    QCOMPARE(desk.handler.shown(),
             R"({"seed":1,"faults":[{"fault":{"operation":"queryService","nth":2,)"
             R"("phase":"before","effect":"cut"},"seen":3,"hit":1}]})");
    QCOMPARE(desk.counting.calls, 3);
}

void TestFaultyHandler::standsAroundTheNextFault()
{
    // The outer one decides what is delivered; what it keeps away the inner one does not see.
    Desk desk(R"({"operation":"end","times":1,"phase":"before","effect":"cut"},)"
              R"({"operation":"end","phase":"after","effect":"silence"},)"
              R"({"operation":"end","phase":"before","effect":"status","status":500,"nth":2})");
    QCOMPARE(told(desk.ask("POST", "/end")), "200 closes after 0");
    QCOMPARE(told(desk.ask("POST", "/end")), "204 silent after 0");
    QVERIFY(desk.isEnded());
    QCOMPARE(told(desk.ask("POST", "/end")), "500 silent after 0");
    QVERIFY(
        desk.handler.shown().contains(R"("times":1,"phase":"before","effect":"cut"},"seen":3)"));
    QVERIFY(desk.handler.shown().contains(R"("silence"},"seen":2,"hit":2)"));
    QVERIFY(desk.handler.shown().contains(R"("nth":2},"seen":2,"hit":1)"));
}

void TestFaultyHandler::showsStaleReads()
{
    for (const sandbox::Options &options : {sandbox::Options(), options81()}) {
        // The answer is lost as well.
        Desk desk(R"({"operation":"end","phase":"after","effect":"cut"},)"
                  R"({"operation":"end","effect":"stale","reads":2})",
                  options);
        const QByteArray before = desk.ask("GET").body;
        QCOMPARE(told(desk.ask("POST", "/end")), "204 closes after 0");
        QCOMPARE(desk.ask("GET").body, before);
        QVERIFY(!desk.ask("GET", "/tasks").body.isEmpty()); // a read of the service as well
        QVERIFY(desk.ask("GET").body.contains("\"completed\""));
    }
}

void TestFaultyHandler::staleReadsAreOfOneService()
{
    Desk desk(R"({"operation":"completeTask","effect":"stale"})");
    const QByteArray first = desk.id;
    QCOMPARE(desk.ask("POST", "/tasks/0/end").status, 204);
    desk.id = desk.site.startService();
    desk.site.startTask(desk.id);
    const QByteArray before = desk.ask("GET", "/tasks/0").body;
    QCOMPARE(desk.ask("POST", "/end").status, 204); // no end of a task: seen at once
    QVERIFY(desk.ask("GET").body.contains("\"completed\""));
    QVERIFY(!before.contains("\"completed\""));
    desk.id = first;
    QVERIFY(!desk.ask("GET", "/tasks/0").body.contains("\"completed\""));
    QVERIFY(desk.ask("GET", "/tasks/0").body.contains("\"completed\""));
}

void TestFaultyHandler::clearingEndsEverything()
{
    Desk desk(R"({"operation":"end","effect":"stale","reads":9},)"
              R"({"operation":"queryTask","phase":"before","effect":"cut"})");
    QCOMPARE(desk.ask("POST", "/end").status, 204);
    desk.set({});
    QVERIFY(desk.ask("GET").body.contains("\"completed\""));
    QCOMPARE(told(desk.ask("GET", "/tasks/0")), "200");
    QCOMPARE(desk.handler.shown(), R"({"seed":1,"faults":[]})");
}

void TestFaultyHandler::waitsBeforeTheEffect()
{
    Desk desk(R"({"operation":"end","phase":"before","effect":"delay","delay_ms":1000000})");
    std::promise<void> begun;
    auto ended = std::async(std::launch::async, [&] {
        begun.set_value();
        return desk.ask("POST", "/end").status;
    });
    begun.get_future().wait();
    QCOMPARE(desk.ask("GET").status, 200); // nobody else waits
    QVERIFY(!desk.isEnded());
    desk.handler.stop();
    QCOMPARE(ended.get(), 204);
    QVERIFY(desk.isEnded());
}

void TestFaultyHandler::isSwitchedUnderRequests()
{
    Desk desk;
    std::atomic<bool> goesOn = true;
    std::atomic<int> honest = 0;
    std::atomic<int> faulty = 0;
    std::vector<std::thread> readers;
    for (int i = 0; i < 3; ++i) {
        readers.emplace_back([&] {
            while (goesOn) {
                const int status = desk.ask("GET").status;
                if (status != 200 && status != 503)
                    qFatal("%d", status);
                ++(status == 200 ? honest : faulty);
            }
        });
    }
    for (int i = 0; honest < 50 || faulty < 50; ++i) {
        desk.set(i % 2 == 0 ? R"({"phase":"before","effect":"status","status":503})" : "");
        desk.handler.shown();
    }
    goesOn = false;
    for (std::thread &reader : readers)
        reader.join();
    desk.set({});
    QCOMPARE(desk.ask("GET").status, 200);
}

QTEST_GUILESS_MAIN(TestFaultyHandler)

#include "tst_faultyhandler.moc"
