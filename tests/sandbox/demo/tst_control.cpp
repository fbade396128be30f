// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Steering a sandbox that runs: faults, clock and the log of ends, by the paths below …/sandbox/.

#include "sandbox/http/rawclient.h"

#include "sandbox/demo/control.h"
#include "sandbox/demo/endslog.h"
#include "sandbox/demo/faultyhandler.h"
#include "sandbox/operations/serverclock.h"
#include "sandbox/site.h"
#include "json/document.h"

#include <QtTest/QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::test;
using sandbox::Peer;

namespace {

// The handlers as a server puts them around each other.
struct Desk
{
    explicit Desk(const sandbox::Options &options = {})
        : site(options)
        , clock([this] { return site.now; })
        , faults(site.handler(), options.dialect)
        , ends(faults, clock, options.dialect)
        , control({.next = ends, .faults = faults, .ends = ends, .clock = clock}, options.dialect)
    {
    }

    sandbox::Response ask(const QByteArray &what, const QByteArray &body = {},
                          Peer peer = Peer::Loopback)
    {
        const qsizetype blank = what.indexOf(' ');
        const QByteArray target = contract::pathPrefix(site.options.dialect) + what.mid(blank + 1);
        const qsizetype mark = target.indexOf('?');
        return control.answer({.method = what.left(blank),
                               .path = mark < 0 ? target : target.left(mark),
                               .query = mark < 0 ? QByteArray() : target.mid(mark + 1),
                               .body = body,
                               .peer = peer});
    }

    Site site;
    sandbox::ServerClock clock;
    sandbox::FaultyHandler faults;
    sandbox::EndsLog ends;
    sandbox::Control control;
};

constexpr char cutEnds[] = R"({"faults":[{"operation":"end","phase":"after","effect":"cut"}]})";

} // namespace

class TestControl : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void isForThisMachineOnly();
    void keepsToThePrefix();
    void switchesFaults();
    void setsTheClock_data();
    void setsTheClock();
    void listsEnds();
    void listsTheEndsOfOneService();
    void tellsOfEndsUnderWay();
    void forgetsTheOldest();
    void isReachedOverASocket();
};

void TestControl::finds_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<int>("status");
    const auto row = [](const char *what, int status) {
        QTest::newRow(what) << QByteArray(what) << status;
    };
    row("GET /sandbox/faults", 200);
    row("DELETE /sandbox/faults", 204);
    row("PATCH /sandbox/faults", 405);
    row("PUT /sandbox/faults", 400);
    row("GET /sandbox/clock", 200);
    row("PUT /sandbox/clock", 405);
    row("POST /sandbox/clock", 400);
    row("GET /sandbox/ends", 200);
    row("DELETE /sandbox/ends", 204);
    row("POST /sandbox/ends", 405);
    row("GET /sandbox/nonsense", 404);
    row("GET /sandbox/faults/", 404);
    row("GET /sandbox/", 404);
    row("GET /sandbox", 404);
}

void TestControl::finds()
{
    QFETCH(QByteArray, what);
    for (const sandbox::Options &options : {sandbox::Options(), options81()}) {
        Desk desk(options);
        const sandbox::Response response = desk.ask(what);
        QTEST(response.status, "status");
        QCOMPARE(response.headers.size(), response.status == 405 ? 1 : 0);
        const bool is85 = options.dialect == contract::Dialect::V85;
        if (response.status >= 400)
            QVERIFY(response.body.startsWith(is85 ? "{\"message\"" : "{\"http_method\""));
    }
}

void TestControl::isForThisMachineOnly()
{
    Desk desk;
    for (const char *what : {"GET /sandbox/faults", "GET /sandbox/ends", "GET /sandbox/nothing",
                             "DELETE /sandbox/faults"})
        QCOMPARE(desk.ask(what, {}, Peer::Elsewhere).status, 403);
    QCOMPARE(desk.ask("PUT /sandbox/faults", cutEnds, Peer::Elsewhere).status, 403);
    QCOMPARE(desk.ask("POST /sandbox/clock", R"({"forward":1})", Peer::Elsewhere).status, 403);
    QVERIFY(desk.faults.shown().endsWith("\"faults\":[]}"));
    QCOMPARE(desk.clock.now(), noon);
    // Everything else answers others, too.
    QCOMPARE(desk.ask("GET /server/status", {}, Peer::Elsewhere).status, 200);
}

void TestControl::keepsToThePrefix()
{
    Desk desk;
    const sandbox::Request bare{.method = "GET",
                                .path = "/sandbox/faults",
                                .query = {},
                                .body = {},
                                .peer = Peer::Loopback};
    QCOMPARE(desk.control.answer(bare).status, 404); // the 8.5 dialect has one
}

void TestControl::switchesFaults()
{
    Desk desk;
    const QByteArray end = "POST /services/" + desk.site.startService() + "/end";
    QCOMPARE(desk.ask("PUT /sandbox/faults", cutEnds).status, 200);
    QVERIFY(desk.ask(end).delivery);
    QCOMPARE(desk.ask("GET /sandbox/faults").body,
             R"({"seed":0,"faults":[{"fault":{"operation":"end","phase":"after","effect":"cut"},)"
             R"("seen":1,"hit":1}]})");
    // What cannot be read leaves the old ones.
    QCOMPARE(desk.ask("PUT /sandbox/faults", R"({"faults":[{"effect":"x"}]})").status, 400);
    QVERIFY(desk.ask(end).delivery);
    QCOMPARE(desk.ask("DELETE /sandbox/faults").status, 204);
    QVERIFY(!desk.ask(end).delivery);
    // POST as well, for those who cannot PUT.
    QCOMPARE(desk.ask("POST /sandbox/faults", cutEnds).status, 200);
    QVERIFY(desk.ask(end).delivery);
    // Faults never hit what steers them.
    QCOMPARE(desk.ask("PUT /sandbox/faults",
                      R"({"faults":[{"phase":"before","effect":"status","status":503}]})")
                 .status,
             200);
    QCOMPARE(desk.ask("GET /server/status").status, 503);
    QCOMPARE(desk.ask("DELETE /sandbox/faults").status, 204);
}

void TestControl::setsTheClock_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const auto row = [](const char *body, int status) {
        QTest::newRow(body) << QByteArray(body) << status;
    };
    row(R"({"forward":14400})", 200);
    row(R"({"forward":0})", 200);
    row(R"({"forward":-1})", 400);
    row(R"({"forward":1.5})", 400);
    row(R"({"forward":"14400"})", 400);
    row(R"({"forward":9223372036854775807})", 400);
    row(R"({"forward":1,"set":"2026-01-01T00:00:00.000Z"})", 400);
    row("{}", 400);
    row("14400", 400);
}

void TestControl::setsTheClock()
{
    QFETCH(QByteArray, body);
    Desk desk;
    const sandbox::Response response = desk.ask("POST /sandbox/clock", body);
    QTEST(response.status, "status");
    QCOMPARE(desk.clock.now() > noon, body.contains("14400}"));
    const char *shown = body.contains("14400}")
        ? R"({"now":"2026-03-01T16:00:00.000Z","forward":14400})"
        : R"({"now":"2026-03-01T12:00:00.000Z","forward":0})";
    QCOMPARE(desk.ask("GET /sandbox/clock").body, shown);
    if (response.status == 200)
        QCOMPARE(response.body, shown);
}

void TestControl::listsEnds()
{
    for (const sandbox::Options &options : {checking(), options81()}) {
        Desk desk(options);
        const QByteArray id = desk.site.startService();
        const QByteArray service = "/services/" + id;
        desk.site.startState(id);
        desk.site.startTask(id);
        QCOMPARE(desk.ask("POST " + service + "/tasks/0/end").status, 204);
        QCOMPARE(desk.ask("POST " + service + "/states/0/end").status, 204);
        QCOMPARE(desk.ask("POST " + service + "/end", R"({"disposition":999})").status, 400);
        desk.ask("PUT /sandbox/faults", cutEnds);
        desk.site.now += 1000;
        QCOMPARE(desk.ask("POST " + service + "/tasks/0/end").status, 204);
        desk.ask("PUT /sandbox/faults",
                 R"({"faults":[{"operation":"end","phase":"answer","effect":"cut","after_bytes":20},
                     {"operation":"end","phase":"before","effect":"status","status":503}]})");
        QCOMPARE(desk.ask("POST " + service + "/end").status, 503);
        // Neither is an end.
        desk.ask("GET " + service);
        desk.ask("POST " + service + "/tasks/start", R"({"task_type":1})");
        const QByteArray head = R"("service_id":")" + id + '"';
        QCOMPARE(
            desk.ask("GET /sandbox/ends").body,
            R"({"received":5,"forgotten":0,"targets":[)"
            R"({"kind":"task",)"
                + head
                + R"(,"task_id":"0","received":2,"effects":2,"ends":[)"
                  R"({"at":"2026-03-01T12:00:00.000Z","status":204,"effect":true,"broken_off":false},)"
                  R"({"at":"2026-03-01T12:00:01.000Z","status":null,"effect":true,"broken_off":true}]},)"
                  R"({"kind":"state",)"
                + head
                + R"(,"state_id":"0","received":1,"effects":1,"ends":[)"
                  R"({"at":"2026-03-01T12:00:00.000Z","status":204,"effect":true,"broken_off":false}]},)"
                  R"({"kind":"service",)"
                + head
                + R"(,"received":2,"effects":0,"ends":[)"
                  R"({"at":"2026-03-01T12:00:00.000Z","status":400,"effect":false,"broken_off":false},)"
                  R"({"at":"2026-03-01T12:00:01.000Z","status":503,"effect":false,"broken_off":true}]}]})");
        QCOMPARE(desk.ask("DELETE /sandbox/ends").status, 204);
        QCOMPARE(desk.ask("GET /sandbox/ends").body,
                 R"({"received":0,"forgotten":0,"targets":[]})");
    }
}

void TestControl::listsTheEndsOfOneService()
{
    Desk desk;
    const QByteArray first = desk.site.startService();
    const QByteArray second = desk.site.startService();
    for (const QByteArray &id : {first, second, first})
        desk.ask("POST /services/" + id + "/end");
    const QByteArray shown = desk.ask("GET /sandbox/ends?service=" + first).body;
    QVERIFY(shown.contains(R"("received":2,"effects":2)"));
    QVERIFY(!shown.contains(second));
}

void TestControl::tellsOfEndsUnderWay()
{
    // The answer asks what is known of it while it is being made.
    class Asking : public sandbox::Handler
    {
    public:
        sandbox::Response answer(const sandbox::Request &) override
        {
            seen = log->shown();
            log->clear();
            return {.status = 204};
        }
        sandbox::EndsLog *log = nullptr;
        QByteArray seen;
    };
    Asking asking;
    const sandbox::ServerClock clock([] { return noon; });
    sandbox::EndsLog log(asking, clock, contract::Dialect::V81);
    asking.log = &log;
    log.answer({"POST", "/services/1/end", {}, {}});
    QCOMPARE(asking.seen,
             R"({"received":1,"forgotten":0,"targets":[{"kind":"service","service_id":"1",)"
             R"("received":1,"effects":0,"ends":[{"at":"2026-03-01T12:00:00.000Z","status":null,)"
             R"("effect":null,"broken_off":false}]}]})");
    // It was cleared meanwhile, and what becomes of that end is told of no other.
    QCOMPARE(log.shown(), R"({"received":0,"forgotten":0,"targets":[]})");
}

void TestControl::forgetsTheOldest()
{
    class Nothing : public sandbox::Handler
    {
    public:
        sandbox::Response answer(const sandbox::Request &) override { return {.status = 204}; }
    };
    Nothing nothing;
    const sandbox::ServerClock clock([] { return noon; });
    sandbox::EndsLog log(nothing, clock, contract::Dialect::V81);
    log.answer({"POST", "/services/1/end", {}, {}});
    for (qsizetype i = 0; i < sandbox::EndsLog::limit; ++i)
        log.answer({"POST", "/services/2/end", {}, {}});
    const QByteArray shown = log.shown();
    QVERIFY2(shown.startsWith(R"({"received":100001,"forgotten":1,"targets":[{"kind":"service",)"
                              R"("service_id":"2","received":100000,)"),
             shown.left(200).constData());
    QVERIFY(!shown.contains("\"status\":null"));
}

void TestControl::isReachedOverASocket()
{
    // By sign-in, and also where it listens elsewhere.
    const auto server = sandbox::Server::start({.address = u"0.0.0.0"_s,
                                                .seed = sandbox::Seed::demo(),
                                                .user = u"u"_s,
                                                .password = u"p"_s});
    QVERIFY2(server, server ? "" : qPrintable(server.error().message));
    const QByteArray path = pathIn(**server, "/sandbox/clock");
    RawClient client(quint16((*server)->baseUrl().port()));
    QCOMPARE(RawClient::statusOf(client.ask(RawClient::get(path))), 401);
    const QByteArray signedIn = "Authorization: Basic " + QByteArray("u:p").toBase64() + "\r\n";
    QCOMPARE(RawClient::statusOf(client.ask(RawClient::get(path, signedIn))), 200);
    // A day later what should go by then is gone.
    QCOMPARE(RawClient::statusOf(
                 client.ask(RawClient::post(path, R"({"forward":86400})", signedIn))),
             200);
    const QByteArray status = client.ask(
        RawClient::get(pathIn(**server, "/server/status"), signedIn));
    const auto document = json::Document::parse(RawClient::bodyOf(status));
    QVERIFY(document);
    const QDateTime now = QDateTime::fromString(document->root().member(u"system_time").text(),
                                                Qt::ISODateWithMs);
    QVERIFY(now > QDateTime::currentDateTimeUtc().addSecs(86000));
}

QTEST_GUILESS_MAIN(TestControl)

#include "tst_control.moc"
