// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What is where: paths, methods, prefixes, metadata and status.

#include "sandbox/site.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::test;

class TestRouter : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void keepsToThePrefix_data();
    void keepsToThePrefix();
    void showsTheStatus();
    void showsBusinessAttributes();
    void knowsTheDocumentsValues();
    void rollsBackWhatFails();
};

void TestRouter::finds_data()
{
    QTest::addColumn<bool>("is81");
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("allow");
    // In 8.5 "start" could also be the id of a service.
    QTest::newRow("8.1 PUT /services/start")
        << true << QByteArray("PUT /services/start") << 405 << QByteArray("POST, GET");
    QTest::newRow("8.5 PUT /services/start")
        << false << QByteArray("PUT /services/start") << 400 << QByteArray();
    const auto both = [](const char *what, int status, const char *allow85, const char *allow81) {
        QTest::addRow("8.5 %s", what) << false << QByteArray(what) << status << QByteArray(allow85);
        QTest::addRow("8.1 %s", what) << true << QByteArray(what) << status << QByteArray(allow81);
    };
    both("GET /", 404, "", "");
    both("GET /services", 404, "", "");
    both("GET /services/", 404, "", "");
    both("GET /services/1/", 404, "", "");
    both("GET /services//states", 404, "", "");
    both("GET /Services/1", 404, "", "");
    both("GET /services/1/states/1/nonsense", 404, "", "");
    both("GET /profiles", 404, "", "");
    both("POST /services/1", 405, "GET, PUT, DELETE", "GET");
    both("PATCH /services/1", 405, "GET, PUT, DELETE", "GET");
    both("GET /services/1/end", 405, "POST", "POST");
    both("DELETE /services/1/tasks/3", 405, "GET", "GET");
    both("POST /server/status", 405, "GET", "GET");
    both("OPTIONS /services/start", 405, "POST, GET, PUT, DELETE", "POST, GET");
    both("HEAD /server/status", 200, "", "");
}

void TestRouter::finds()
{
    QFETCH(bool, is81);
    QFETCH(QByteArray, what);
    Site site(is81 ? options81() : sandbox::Options());
    const Answer answer = site.ask(what);
    QTEST(answer.status, "status");
    QTEST(answer.allow, "allow");
    if (answer.status >= 400)
        QVERIFY(!answer.text(is81 ? u"/description"_s : u"/message"_s).isEmpty());
}

void TestRouter::keepsToThePrefix_data()
{
    QTest::addColumn<bool>("is81");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    const auto row = [](bool is81, const char *path, int status) {
        QTest::addRow("%s %s", is81 ? "8.1" : "8.5", path) << is81 << QByteArray(path) << status;
    };
    row(false, "/genesys/1/cs/customers/C/services", 200);
    row(false, "/customers/C/services", 404);
    row(false, "/genesys/1/cs/genesys/1/cs/customers/C/services", 404);
    row(false, "/genesys/1/cs/server/status", 200);
    row(false, "/server/status", 200);
    row(false, "/metadata/business-attributes", 200);
    row(false, "/genesys/1/cs/metadata/business-attributes", 200);
    row(false, "/genesys/1/cs", 404);
    row(false, "", 404);
    row(true, "/customers/C/services", 200);
    row(true, "/genesys/1/cs/customers/C/services", 404);
    row(true, "/server/status", 200);
}

void TestRouter::keepsToThePrefix()
{
    QFETCH(bool, is81);
    QFETCH(QByteArray, path);
    Site site(is81 ? options81() : sandbox::Options());
    QTEST(site.askPath("GET", path).status, "status");
}

void TestRouter::showsTheStatus()
{
    Site site;
    site.now += 60000;
    site.ask("GET /services/1");
    site.ask("GET /nonsense");
    site.now += 60000;
    const Answer answer = site.ask("GET /server/status");
    QCOMPARE(answer.text(u"/mode"_s), u"production"_s);
    QCOMPARE(answer.text(u"/started"_s), u"2026-03-01T12:00:00.000Z"_s);
    QCOMPARE(answer.text(u"/last_request"_s), u"2026-03-01T12:01:00.000Z"_s);
    QCOMPARE(answer.text(u"/system_time"_s), u"2026-03-01T12:02:00.000Z"_s);
    QCOMPARE(answer.at(u"/request_today"_s), "2");
    QCOMPARE(answer.at(u"/client_errors_today"_s), "2");
    QCOMPARE(answer.at(u"/server_errors_today"_s), "0");
}

void TestRouter::showsBusinessAttributes()
{
    Site site;
    const Answer all = site.ask("GET /metadata/business-attributes");
    QCOMPARE(all.text(u"/0/name"_s), u"ServiceType"_s);
    QCOMPARE(all.at(u"/0/map_name"_s), "false");
    const Answer one = site.ask("GET /metadata/business-attributes/Disposition");
    QCOMPARE(one.text(u"/values/0/name"_s), u"SUCCESS"_s);
    QCOMPARE(one.at(u"/values/0/dbid"_s), "10");
    QCOMPARE(one.at(u"/cv_attributes"_s),
             R"(["Service.disposition","State.disposition","Task.disposition"])");
    for (const char *field : {"Service.type", "Service.service_type"}) {
        const QByteArray what = QByteArray("GET /metadata/business-attributes?cv-attribute=")
            + field;
        QCOMPARE(site.ask(what).text(u"/name"_s), u"ServiceType"_s);
    }
    QCOMPARE(site.ask("GET /metadata/business-attributes?cv-attribute=Task.media_type")
                 .text(u"/name"_s),
             u"MediaType"_s);
    QCOMPARE(site.ask("GET /metadata/business-attributes/Nothing").status, 400);
    QCOMPARE(site.ask("GET /metadata/business-attributes?cv-attribute=Task.size").status, 400);
    Site named({.dialect = contract::Dialect::V81, .mapNames = sandbox::MapNames::On});
    QCOMPARE(named.read("/metadata/business-attributes", u"/0/map_name"_s), "true");
    QCOMPARE(named.ask("GET /metadata/business-attributes/Nothing").status, 404);
}

void TestRouter::knowsTheDocumentsValues()
{
    // What the documents' samples send must pass the mapping of the demo site.
    for (const sandbox::Options &options : {sandbox::Options(), options81()}) {
        Site site(options);
        const QByteArray path = "/services/" + site.startService();
        const char *event = R"({"media_type":2,"resource_type":200,"application_type":400,"%":%%})";
        const auto with = [&](const char *field, const char *value) {
            return QByteArray(event).replace("%%", value).replace("%", field);
        };
        QCOMPARE(site.ask("POST " + path + "/states/start", with("state_type", "100")).status, 201);
        QCOMPARE(site.ask("POST " + path + "/tasks/start", with("task_type", "55")).status, 201);
        QCOMPARE(site.ask("POST " + path + "/end",
                          R"({"media_type":1,"resource_type":2,"disposition":10})")
                     .status,
                 204);
    }
}

void TestRouter::rollsBackWhatFails()
{
    Site site(checking());
    const QByteArray path = "/services/" + site.startService(R"(,"A":1)");
    const QByteArray before = site.ask("GET " + path + "?extensions=*").body;
    QCOMPARE(site.ask("POST " + path + "/end", R"({"A":2,"disposition":999})").status, 400);
    QCOMPARE(site.ask("POST /customers/C2" + path, R"({"A":2,"timestamp":"x"})").status, 400);
    QCOMPARE(site.ask("GET " + path + "?extensions=*").body, before);
    // And the next one is not caught in what was left open.
    QCOMPARE(site.ask("POST " + path + "/end").status, 204);
}

QTEST_GUILESS_MAIN(TestRouter)

#include "tst_router.moc"
