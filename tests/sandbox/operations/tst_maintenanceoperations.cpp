// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Purge and the export stream, both of 8.5.

#include "sandbox/site.h"

#include "json/document.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::test;

class TestMaintenanceOperations : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_site.reset(); }
    void exportsIds_data();
    void exportsIds();
    void refusesExports_data();
    void refusesExports();
    void exportsContent();
    void exportsNothing();
    void streamsInPieces();
    void purges_data();
    void purges();
    void refusesPurges_data();
    void refusesPurges();
    void are85Only();

private:
    QByteArray remaining() const;

    std::unique_ptr<Site> m_site;
    QHash<QByteArray, char> m_names; // of the services, by id
};

// a: active since 08:00, with a contact key. b: active since 10:00. c: 09:00 until 11:00, with a
// contact key. d: 10:00 until 12:00.
void TestMaintenanceOperations::init()
{
    m_site = std::make_unique<Site>();
    m_names.clear();
    const auto start = [&](char name, const char *who, const char *time) {
        const QByteArray body = QByteArray("{\"service_type\":1,\"Name\":\"") + name + "\",\"" + who
            + R"(":"W","timestamp":"2026-03-01T)" + time + R"(:00:00.000Z"})";
        const QByteArray id =
            m_site->ask("POST /services/start", body).text(u"/service_id"_s).toUtf8();
        m_names.insert('"' + id + '"', name);
        return id;
    };
    const auto end = [&](const QByteArray &id, const char *time) {
        m_site->ask("POST /services/" + id + "/end",
                    QByteArray(R"({"timestamp":"2026-03-01T)") + time + R"(:00:00.000Z"})");
    };
    start('a', "contact_key", "08");
    start('b', "customer_id", "10");
    end(start('c', "contact_key", "09"), "11");
    end(start('d', "customer_id", "10"), "12");
}

QByteArray TestMaintenanceOperations::remaining() const
{
    const Answer answer = m_site->ask(
        "GET /maintenance/services/stream?time_from=2000-01-01T00:00:00.000Z");
    QByteArray names;
    for (int i = 0; !answer.at(u"/%1"_s.arg(i)).isEmpty(); ++i)
        names += m_names.value(answer.at(u"/%1"_s.arg(i)));
    std::sort(names.begin(), names.end());
    return names;
}

void TestMaintenanceOperations::exportsIds_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("found");
    const auto row = [](const char *query, const char *found) {
        QTest::newRow(query) << QByteArray(query) << QByteArray(found);
    };
    row("time_from=2026-03-01T00:00:00.000Z", "abcd");
    row("time_from=2026-03-01T10:00:00.000Z", "bcd"); // c ended later than that
    row("time_from=2026-03-01T00:00:00.000Z&time_to=2026-03-01T10:00:00.000Z", "ac");
    row("time_from=2026-03-01T10:00:00.000Z&filter_events=started", "bd");
    row("time_from=2026-03-01T00:00:00.000Z&filter_events=started&time_to=2026-03-01T09:30:00.000Z",
        "ac");
    row("time_from=2026-03-01T00:00:00.000Z&filter_events=completed",
        "c"); // d ends now, not before
    row("time_from=2026-03-01T11:00:00.001Z&filter_events=completed", "");
    row("time_from=2026-03-01T10:00:00.000Z&filter_events=any", "bcd");
    row("time_from=2000-01-01T00:00:00.000Z&export_content=false", "abcd");
}

void TestMaintenanceOperations::exportsIds()
{
    QFETCH(QByteArray, query);
    const Answer answer = m_site->ask("GET /maintenance/services/stream?" + query);
    QCOMPARE(answer.status, 200);
    QByteArray found;
    for (int i = 0; !answer.at(u"/%1"_s.arg(i)).isEmpty(); ++i)
        found += m_names.value(answer.at(u"/%1"_s.arg(i)));
    QTEST(found, "found");
}

void TestMaintenanceOperations::refusesExports_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char *query :
         {"", "time_to=2026-03-01T10:00:00.000Z", "time_from=yesterday",
          "time_from=2026-03-01T10:00:00.000Z&time_to=x",
          "time_from=2026-03-01T10:00:00.000Z&filter_events=ended",
          "time_from=2026-03-01T10:00:00.000Z&export_content=yes",
          "time_from=2026-03-01T10:00:00.000Z&filter_state=active",
          "time_from=2026-03-01T10:00:00.000Z&filter_state=any&export_content=false",
          "time_from=2026-03-01T10:00:00.000Z&filter_state=open&export_content=true"}) {
        QTest::newRow(query) << QByteArray(query);
    }
}

void TestMaintenanceOperations::refusesExports()
{
    QFETCH(QByteArray, query);
    QCOMPARE(m_site->ask("GET /maintenance/services/stream?" + query).status, 400);
}

void TestMaintenanceOperations::exportsContent()
{
    const QByteArray all = "GET /maintenance/services/stream?time_from=2000-01-01T00:00:00.000Z"
                           "&export_content=true&filter_state=";
    QByteArray a;
    for (auto it = m_names.cbegin(); it != m_names.cend(); ++it) {
        if (it.value() == 'a')
            a = it.key().mid(1, it.key().size() - 2);
    }
    m_site->startState(a, R"(,"S":1)");
    m_site->startTask(a, R"(,"state_id":0,"T":1.10)");
    const Answer active = m_site->ask(all + "active");
    QCOMPARE(active.at(u"/0/Name"_s), R"("a")");
    QCOMPARE(active.at(u"/0/contact_key"_s), R"("W")");
    QCOMPARE(active.at(u"/0/active_states/0/S"_s), "1");
    QCOMPARE(active.at(u"/0/active_tasks/0/T"_s), "1.10");
    QCOMPARE(active.at(u"/0/active_tasks/0/state_id"_s), "0");
    QCOMPARE(active.at(u"/0/completed_tasks"_s), "[]");
    QCOMPARE(active.at(u"/1/Name"_s), R"("b")");
    QCOMPARE(active.at(u"/1/active_tasks"_s), "[]");
    QVERIFY(active.at(u"/2"_s).isEmpty());
    const Answer inactive = m_site->ask(all + "inactive");
    QCOMPARE(inactive.at(u"/0/Name"_s), R"("c")");
    QCOMPARE(inactive.at(u"/1/completed/timestamp"_s), R"("2026-03-01T12:00:00.000Z")");
    QVERIFY(!m_site->ask(all + "any").at(u"/3"_s).isEmpty());
}

void TestMaintenanceOperations::exportsNothing()
{
    for (const char *content : {"false", "true"}) {
        const Answer answer = m_site->ask(
            QByteArray(
                "GET "
                "/maintenance/services/stream?time_from=2030-01-01T00:00:00.000Z&export_content=")
            + content);
        QCOMPARE(answer.body, "[]");
    }
}

void TestMaintenanceOperations::streamsInPieces()
{
    Site site({.seed = sandbox::Seed::services(1200)});
    const Answer answer = site.ask(
        "GET /maintenance/services/stream?time_from=2000-01-01T00:00:00.000Z&export_content=true");
    const Result<json::Document> document = json::Document::parse(answer.body);
    QVERIFY2(document, document ? "" : qPrintable(document.error().message));
    QCOMPARE(document->root().size(), 1200);
    // No piece holds more than a page.
    QVERIFY(answer.pieces.size() >= 3);
    for (const QByteArray &piece : answer.pieces)
        QVERIFY(piece.size() < answer.body.size() * 2 / 3);
    // Exactly a whole number of pages ends well, too.
    Site even({.seed = sandbox::Seed::services(1000)});
    const Answer ids = even.ask(
        "GET /maintenance/services/stream?time_from=2000-01-01T00:00:00.000Z");
    const Result<json::Document> list = json::Document::parse(ids.body);
    QVERIFY(list);
    QCOMPARE(list->root().size(), 1000);
}

void TestMaintenanceOperations::purges_data()
{
    QTest::addColumn<QByteArray>("operation");
    QTest::addColumn<QByteArray>("left");
    const auto row = [](const char *operation, const char *left) {
        QTest::newRow(operation) << QByteArray(operation) << QByteArray(left);
    };
    // The limit is 09:30, so that only a and c come into question.
    row("purge.service.all", "bd");
    row("purge.service.started", "bcd");
    row("purge.service.completed", "abd");
    row("purge.service.started.anonymous", "bcd");
    row("purge.service.completed.anonymous", "abd");
}

void TestMaintenanceOperations::purges()
{
    QFETCH(QByteArray, operation);
    const Answer answer = m_site->ask("POST /maintenance/purge",
                                      R"({"limit":"2026-03-01T09:30:00.000Z","operation":")"
                                          + operation + "\"}");
    QCOMPARE(answer.status, 200);
    // The end of d is in the future of the export, but its start is not.
    QTEST(remaining(), "left");
    // The later limit takes the customers' services only where nobody asks for anonymous ones.
    m_site->ask("POST /maintenance/purge",
                R"({"limit":"2026-03-01T10:00:00.001Z","operation":")" + operation + "\"}");
    const QByteArray after = remaining();
    const bool anonymous = operation.endsWith("anonymous");
    QCOMPARE(after.contains('b'), anonymous || operation.contains("completed"));
    QCOMPARE(after.contains('d'), anonymous || operation.contains("started"));
}

void TestMaintenanceOperations::refusesPurges_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body :
         {"", "{}", R"({"operation":"purge.service.all"})",
          R"({"limit":"2026-03-01T09:30:00.000Z"})",
          R"({"limit":"soon","operation":"purge.service.all"})",
          R"({"limit":"2026-03-01T09:30:00.000Z","operation":"purge.service"})",
          R"({"limit":"2026-03-01T09:30:00.000Z","operation":"purge.service.all.anonymous"})",
          R"({"limit":"2026-03-01T09:30:00.000Z","operation":"purge.service.started.others"})",
          "["}) {
        QTest::newRow(body) << QByteArray(body);
    }
}

void TestMaintenanceOperations::refusesPurges()
{
    QFETCH(QByteArray, body);
    QCOMPARE(m_site->ask("POST /maintenance/purge", body).status, 400);
    QCOMPARE(remaining(), "abcd");
}

void TestMaintenanceOperations::are85Only()
{
    Site older(options81());
    QCOMPARE(older.ask("POST /maintenance/purge", "{}").status, 404);
    QCOMPARE(older.ask("GET /maintenance/services/stream?time_from=2026-03-01T00:00:00.000Z")
                 .status,
             404);
}

QTEST_GUILESS_MAIN(TestMaintenanceOperations)

#include "tst_maintenanceoperations.moc"
