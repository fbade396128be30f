// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// States and tasks: start, complete, transition, queries; both dialects.

#include "sandbox/site.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::test;

class TestChildOperations : public QObject
{
    Q_OBJECT

private slots:
    void countsIdsPerService();
    void checksAStart_data();
    void checksAStart();
    void showsAState();
    void showsATask();
    void completes_data();
    void completes();
    void checksAnEnd_data();
    void checksAnEnd();
    void takesWhatItDoesNotCheck_data();
    void takesWhatItDoesNotCheck();
    void worksOnACompletedService();
    void movesATaskToAState();
    void replacesAttachedData();
    void knowsNoSuchChild();
    void queries_data();
    void queries();
    void showsTasksOfStates();
    void performsATransition();
    void checksATransition_data();
    void checksATransition();
    void mapsNames();
};

void TestChildOperations::countsIdsPerService()
{
    Site site;
    const QByteArray one = site.startService();
    const QByteArray other = site.startService();
    QCOMPARE(site.startState(one), "0");
    QCOMPARE(site.startState(one), "1");
    QCOMPARE(site.startTask(one), "0");
    QCOMPARE(site.startState(other), "0");
    // A completed one keeps its id.
    QCOMPARE(site.ask("POST /services/" + one + "/states/1/end").status, 204);
    QCOMPARE(site.startState(one), "2");
}

void TestChildOperations::checksAStart_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status85");
    QTest::addColumn<int>("status81");
    const auto row = [](const char *name, const char *kind, const char *body, int status85,
                        int status81) {
        QTest::addRow("%s: %s", kind, name)
            << QByteArray(kind) << QByteArray(body) << status85 << status81;
    };
    row("type", "states", R"({"state_type":100})", 201, 201);
    row("name", "states", R"({"state_type":"Callback pending"})", 201, 201);
    row("no type", "states", "{}", 201, 400);
    row("unknown type", "states", R"({"state_type":101})", 400, 400);
    row("other's type", "states", R"({"state_type":1,"task_type":1})", 400, 400);
    row("previous", "states", R"({"state_type":1,"previous_state_id":0})", 201, 201);
    row("unknown previous", "states", R"({"state_type":1,"previous_state_id":9})", 400, 404);
    row("large previous", "states", R"({"state_type":1,"previous_state_id":4294967296})", 400, 400);
    row("type", "tasks", R"({"task_type":55})", 201, 201);
    row("no type", "tasks", "{}", 201, 400);
    row("unknown type", "tasks", R"({"task_type":"Nonsense"})", 400, 400);
    row("state", "tasks", R"({"task_type":1,"state_id":0})", 201, 201);
    row("unknown state", "tasks", R"({"task_type":1,"state_id":9})", 400, 404);
    row("state as text", "tasks", R"({"task_type":1,"state_id":"0"})", 400, 400);
    row("large state", "tasks", R"({"task_type":1,"state_id":2147483648})", 400, 400);
    row("duration", "tasks", R"({"task_type":1,"est_duration":460})", 201, 201);
    row("interaction as number", "tasks", R"({"task_type":1,"interaction_id":42})", 400, 400);
    row("malformed", "tasks", R"({"task_type":1)", 400, 400);
}

void TestChildOperations::checksAStart()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, body);
    for (const auto &[options, status] :
         {std::pair(checking(), "status85"), std::pair(options81(), "status81")}) {
        Site site(options);
        const QByteArray id = site.startService();
        site.startState(id);
        QTEST(site.ask("POST /services/" + id + '/' + kind + "/start", body).status, status);
    }
}

void TestChildOperations::showsAState()
{
    Site site;
    const QByteArray id = site.startService();
    site.startState(id);
    site.startState(id, R"(,"previous_state_id":0,"est_duration":60,"session_id":"S","A":[1.0])");
    QCOMPARE(
        site.ask("GET /services/" + id + "/states/1?extensions=*").body,
        "{\"service_id\":\"" + id
            + R"(","state_id":1,"state_type":1,"previous_state_id":0,"est_duration":60,)"
              R"("started":{"timestamp":"2026-03-01T12:00:00.000Z","session_id":"S"},"A":[1.0]})");
}

void TestChildOperations::showsATask()
{
    Site site;
    const QByteArray id = site.startService();
    site.startState(id);
    site.startTask(id, R"(,"state_id":0,"est_duration":460,"A":1)");
    QCOMPARE(site.ask("GET /services/" + id + "/tasks/0?extensions=A").body,
             "{\"service_id\":\"" + id
                 + R"(","state_id":0,"task_id":0,"task_type":1,"est_duration":460,)"
                   R"("started":{"timestamp":"2026-03-01T12:00:00.000Z"},"A":1})");
    Site older(options81());
    const QByteArray number = older.startService();
    older.startTask(number);
    QCOMPARE(
        older.ask("GET /services/" + number + "/tasks/0").body,
        "{\"service_id\":" + number
            + R"(,"task_id":0,"task_type":1,"started":{"timestamp":"2026-03-01T12:00:00.000Z"}})");
}

void TestChildOperations::completes_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::newRow("state") << QByteArray("states");
    QTest::newRow("task") << QByteArray("tasks");
}

void TestChildOperations::completes()
{
    QFETCH(QByteArray, kind);
    for (const sandbox::Options &options : {sandbox::Options(), options81()}) {
        Site site(options);
        const QByteArray id = site.startService();
        site.startState(id);
        site.startTask(id);
        site.now += 5000;
        const QByteArray path = "/services/" + id + '/' + kind + "/0";
        const Answer answer = site.ask("POST " + path + "/end",
                                       R"({"resource_id":5005,"disposition":"NOT REACHED"})");
        QCOMPARE(answer.status, 204);
        QCOMPARE(answer.body, QByteArray());
        QCOMPARE(site.read(path, u"/completed"_s),
                 R"({"timestamp":"2026-03-01T12:00:05.000Z","resource_id":5005})");
        QCOMPARE(site.read(path, u"/duration"_s), "5000");
        QCOMPARE(site.read(path, u"/disposition"_s), "20");
        // Again: the newer event counts.
        QCOMPARE(site.ask("POST " + path + "/end").status, 204);
        QCOMPARE(site.read(path, u"/disposition"_s), "");
        // The service is as it was.
        QVERIFY(site.read("/services/" + id, u"/completed"_s).isEmpty());
    }
}

void TestChildOperations::checksAnEnd_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status"); // of a task's end; a state's differs where state_id is meant
    QTest::addColumn<int>("stateStatus");
    const auto row = [](const char *name, const QByteArray &body, int status, int stateStatus) {
        QTest::newRow(name) << body << status << stateStatus;
    };
    row("nothing", "", 204, 204);
    row("known state", R"({"state_id":0})", 204, 204);
    row("unknown state", R"({"state_id":7})", 400, 204); // the URL says it already
    row("state as text", R"({"state_id":"0"})", 400, 204);
    row("own id", R"({"task_id":12})", 204, 204);
    row("51 characters", R"({"interaction_id":")" + QByteArray(51, 'i') + "\"}", 400, 400);
    row("65 characters", R"({"disposition_desc":")" + QByteArray(65, 'd') + "\"}", 400, 400);
    row("disposition", R"({"disposition":999})", 400, 400);
    row("type", R"({"task_type":1})", 400, 400);
    row("ttl", R"({"ttl":1})", 400, 400); // of services only, and so a reserved name
    row("list", "[]", 400, 400);
}

void TestChildOperations::checksAnEnd()
{
    QFETCH(QByteArray, body);
    Site site(checking());
    const QByteArray id = site.startService();
    site.startState(id);
    site.startTask(id);
    QTEST(site.ask("POST /services/" + id + "/tasks/0/end", body).status, "status");
    QTEST(site.ask("POST /services/" + id + "/states/0/end", body).status, "stateStatus");
}

// As a server of 8.5 is installed.
void TestChildOperations::takesWhatItDoesNotCheck_data()
{
    QTest::addColumn<QByteArray>("what"); // begins with the kind
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const auto row = [](const char *what, const char *body, int status) {
        QTest::addRow("%s %s", what, body) << QByteArray(what) << QByteArray(body) << status;
    };
    row("states/start", R"({"state_type":101})", 201);
    row("states/start", R"({"state_type":"Nonsense","task_type":1,"disposition":5})", 201);
    row("states/start", R"({"previous_state_id":"0"})", 201);
    row("tasks/start", R"({"task_type":1,"state_id":"0","interaction_id":42})", 201);
    row("tasks/start", R"({"state_id":"9"})", 400); // of a state that is not there
    row("tasks/start", R"({"state_id":"zero"})", 400);
    row("tasks/start", R"({"timestamp":"2016-8-2T1:5:9.634Z"})", 201);
    row("tasks/start", R"({"timestamp":"2016-Aug-2T1:5:9.634Z"})", 400);
    row("tasks/start", R"({"timestamp":"2016-2-30T1:5:9.634Z"})", 400);
    row("tasks/0/end", R"({"state_id":"0","task_type":55,"customer_id":"C","ttl":1})", 204);
    row("tasks/0/end", R"({"disposition":999,"media_type":"pigeon"})", 204);
    row("tasks/0/end", R"({"disposition":true})", 400);
    row("tasks/0/end", R"({"started":{}})", 400); // of no event
    row("states/0/end", R"({"state_type":1,"est_duration":5})", 204);
    row("states/transition", R"({"from":{"state_id":"0"},"to":{"state_type":77}})", 201);
}

void TestChildOperations::takesWhatItDoesNotCheck()
{
    QFETCH(const QByteArray, what);
    QFETCH(const QByteArray, body);
    Site site;
    const QByteArray id = site.startService();
    site.startState(id);
    site.startTask(id);
    QTEST(site.ask("POST /services/" + id + '/' + what, body).status, "status");
    if (what == "tasks/0/end") // and keeps no name of another event
        QVERIFY(
            site.read("/services/" + id + "/tasks/0?extensions=*", u"/customer_id"_s).isEmpty());
}

void TestChildOperations::worksOnACompletedService()
{
    Site site;
    const QByteArray id = site.startService();
    QCOMPARE(site.ask("POST /services/" + id + "/end").status, 204);
    QCOMPARE(site.startState(id), "0");
    QCOMPARE(site.startTask(id, R"(,"state_id":0)"), "0");
    QCOMPARE(site.ask("POST /services/" + id + "/tasks/0/end").status, 204);
    QCOMPARE(site.ask("POST /services/" + id + "/states/0/end").status, 204);
    QVERIFY(!site.read("/services/" + id, u"/completed"_s).isEmpty());
}

void TestChildOperations::movesATaskToAState()
{
    Site site;
    const QByteArray id = site.startService();
    site.startState(id);
    site.startTask(id);
    QVERIFY(site.read("/services/" + id + "/tasks/0", u"/state_id"_s).isEmpty());
    QCOMPARE(site.ask("POST /services/" + id + "/tasks/0/end", R"({"state_id":0})").status, 204);
    QCOMPARE(site.read("/services/" + id + "/tasks/0", u"/state_id"_s), "0");
}

void TestChildOperations::replacesAttachedData()
{
    for (const auto &[reading, left] :
         {std::pair(sandbox::AttachedDataReading::ReplaceAll,
                    R"({"timestamp":"2026-03-01T12:00:00.000Z"},"B":{"x":1.10}})"),
          std::pair(sandbox::AttachedDataReading::ReplaceKeys,
                    R"({"timestamp":"2026-03-01T12:00:00.000Z"},"A":1,"B":{"x":1.10}})")}) {
        Site site({.attachedData = reading});
        const QByteArray id = site.startService();
        site.startTask(id, R"(,"A":1,"B":2)");
        QCOMPARE(site.ask("POST /services/" + id + "/tasks/0/end", R"({"B":{"x":1.10}})").status,
                 204);
        QByteArray shown = site.ask("GET /services/" + id + "/tasks/0?extensions=*").body;
        shown.replace(R"(,"duration":0)", "");
        QVERIFY2(shown.endsWith(left), shown.constData());
    }
}

void TestChildOperations::knowsNoSuchChild()
{
    Site site;
    const QByteArray path = "/services/" + site.startService();
    site.startTask(path.mid(10));
    for (const QByteArray &id : QByteArrayList{"7", "abc", "00", "-1", "4294967296"}) {
        const Answer answer = site.ask("POST " + path + "/tasks/" + id + "/end");
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.text(u"/message"_s),
                 u"There are no task found for : "_s + QString::fromUtf8(id));
        QVERIFY(answer.text(u"/exception"_s).endsWith(".NotFoundException"_L1));
        QCOMPARE(site.ask("GET " + path + "/states/" + id).status, 400);
    }
    Site older(options81());
    const QByteArray path81 = "/services/" + older.startService();
    QCOMPARE(older.ask("GET " + path81 + "/tasks/7").status, 404);
    QCOMPARE(older.ask("GET " + path81 + "/tasks/abc").status, 400);
    QCOMPARE(older.ask("GET " + path81 + "/states/2147483648").status, 400); // no 32 bits
}

void TestChildOperations::queries_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("found"); // ids
    const auto row = [](const char *what, const char *found) {
        QTest::newRow(what) << QByteArray(what) << QByteArray(found);
    };
    row("tasks", "0123");
    row("tasks/active", "013");
    row("tasks/completed", "2");
    row("tasks?state_id=0", "12");
    row("tasks?state_id=1", "");
    row("tasks/active?state_id=0", "1");
    row("tasks?task_types=Survey", "02");
    row("tasks?task_types=1%2CCollect%20feedback", "023");
    row("tasks?task_types=Nothing", "");
    row("tasks/completed?task_types=Survey,4&state_id=0&extensions=Survey", "2");
    row("states", "01");
    row("states/active", "0");
    row("states/completed", "1");
    row("states?state_types=8", "0");
    row("states?state_types=Delivering+service,100", "01");
    row("states/completed?state_types=8", "");
}

void TestChildOperations::queries()
{
    Site site;
    const QByteArray path = "/services/" + site.startService();
    const auto start = [&](const QByteArray &kind, const char *body) {
        QCOMPARE(site.ask("POST " + path + '/' + kind + "/start", body).status, 201);
    };
    start("states", R"({"state_type":8})");
    start("states", R"({"state_type":"Follow-up"})");
    start("tasks", R"({"task_type":"Survey"})");
    start("tasks", R"({"task_type":4,"state_id":0})");
    start("tasks", R"({"task_type":1,"state_id":0})");
    start("tasks", R"({"task_type":55})");
    QCOMPARE(site.ask("POST " + path + "/tasks/2/end").status, 204);
    QCOMPARE(site.ask("POST " + path + "/states/1/end").status, 204);
    site.startTask(site.startService()); // another service's
    QFETCH(QByteArray, what);
    const Answer answer = site.ask("GET " + path + '/' + what);
    QCOMPARE(answer.status, 200);
    const QString id = what.startsWith("tasks") ? u"/%1/task_id"_s : u"/%1/state_id"_s;
    QByteArray found;
    for (int i = 0; !answer.at(u"/%1"_s.arg(i)).isEmpty(); ++i)
        found += answer.at(id.arg(i));
    QTEST(found, "found");
    QCOMPARE(site.ask("GET " + path + "/tasks?state_id=x").status, 400);
    QCOMPARE(site.ask("GET " + path + "/states?active_tasks=x").status, 400);
}

void TestChildOperations::showsTasksOfStates()
{
    Site site;
    const QByteArray id = site.startService();
    site.startState(id);
    site.startTask(id); // of no state
    site.startTask(id, R"(,"state_id":0,"A":1)");
    site.startTask(id, R"(,"state_id":0)");
    QCOMPARE(site.ask("POST /services/" + id + "/tasks/2/end").status, 204);
    for (const char *what : {"/states/0", "/states", "/states/active"}) {
        const QString first = QByteArray(what).endsWith('0') ? QString() : u"/0"_s;
        const QByteArray path = "/services/" + id + what;
        QVERIFY(site.read(path, first + "/active_tasks"_L1).isEmpty());
        const Answer answer = site.ask(
            "GET " + path + "?active_tasks=true&completed_tasks=true&extensions=Task.A");
        QCOMPARE(answer.at(first + "/active_tasks/0/task_id"_L1), "1");
        QCOMPARE(answer.at(first + "/active_tasks/0/A"_L1), "1");
        QVERIFY(answer.at(first + "/active_tasks/1"_L1).isEmpty());
        QCOMPARE(answer.at(first + "/completed_tasks/0/task_id"_L1), "2");
    }
}

void TestChildOperations::performsATransition()
{
    for (const sandbox::Options &options : {sandbox::Options(), options81()}) {
        Site site(options);
        const QByteArray path = "/services/" + site.startService();
        site.startState(path.mid(10));
        site.now += 1000;
        const Answer answer =
            site.ask("POST " + path + "/states/transition",
                     R"({"from":{"state_id":0,"disposition":10,"disposition_desc":"ok"},)"
                     R"("to":{"state_type":8,"est_duration":60},"session_id":"S","media_type":1})");
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.body, R"({"state_id":1})");
        QCOMPARE(site.read(path + "/states/0", u"/disposition_desc"_s), R"("ok")");
        // What they have in common is told of both.
        const QByteArray event =
            R"({"timestamp":"2026-03-01T12:00:01.000Z","session_id":"S","media_type":1})";
        QCOMPARE(site.read(path + "/states/0", u"/completed"_s), event);
        QCOMPARE(site.read(path + "/states/1", u"/started"_s), event);
        QCOMPARE(site.read(path + "/states/1", u"/state_type"_s), "8");
        QCOMPARE(site.read(path + "/states/1", u"/est_duration"_s), "60");
        QCOMPARE(site.read(path + "/states/1", u"/previous_state_id"_s), "0");
    }
}

void TestChildOperations::checksATransition_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status85");
    QTest::addColumn<int>("status81");
    const auto row = [](const char *name, const QByteArray &body, int status85, int status81) {
        QTest::newRow(name) << body << status85 << status81;
    };
    row("plain", R"({"from":{"state_id":0},"to":{"state_type":1}})", 201, 201);
    row("no from", R"({"to":{"state_type":1}})", 400, 400);
    row("no to", R"({"from":{"state_id":0}})", 400, 400);
    row("no type", R"({"from":{"state_id":0},"to":{}})", 201, 400);
    row("no state", R"({"from":{},"to":{"state_type":1}})", 400, 400);
    row("state as text", R"({"from":{"state_id":"0"},"to":{"state_type":1}})", 400, 400);
    row("unknown state", R"({"from":{"state_id":5},"to":{"state_type":1}})", 400, 404);
    row("unknown type", R"({"from":{"state_id":0},"to":{"state_type":77}})", 400, 400);
    row("unknown disposition", R"({"from":{"state_id":0,"disposition":77},"to":{"state_type":1}})",
        400, 400);
    row("disposition for both", R"({"from":{"state_id":0},"to":{"state_type":1},"disposition":10})",
        400, 400);
    row("long session",
        R"({"from":{"state_id":0},"to":{"state_type":1},"session_id":")" + QByteArray(33, 's')
            + "\"}",
        400, 400);
    row("attached data", R"({"from":{"state_id":0},"to":{"state_type":1},"A":1})", 201, 400);
}

void TestChildOperations::checksATransition()
{
    QFETCH(QByteArray, body);
    for (const auto &[options, status] :
         {std::pair(checking(), "status85"), std::pair(options81(), "status81")}) {
        Site site(options);
        const QByteArray path = "/services/" + site.startService() + "/states";
        site.startState(path.mid(10, path.size() - 17));
        const Answer answer = site.ask("POST " + path + "/transition", body);
        QTEST(answer.status, status);
        // All of it or nothing.
        QCOMPARE(site.read(path + "/0", u"/completed"_s).isEmpty(), answer.status != 201);
        QCOMPARE(site.read(path, u"/1"_s).isEmpty(), answer.status != 201);
    }
}

void TestChildOperations::mapsNames()
{
    Site site({.mapNames = sandbox::MapNames::On});
    const QByteArray path = "/services/" + site.startService();
    site.startState(path.mid(10), R"(,"resource_type":200)");
    site.startTask(path.mid(10));
    QCOMPARE(site.ask("POST " + path + "/tasks/0/end", R"({"disposition":50})").status, 204);
    QCOMPARE(site.read(path + "/states/0", u"/state_type"_s), R"("Customer identification")");
    QCOMPARE(site.read(path + "/states/0", u"/started/resource_type"_s), R"("Outbound campaign")");
    QCOMPARE(site.read(path + "/tasks", u"/0/task_type"_s), R"("Survey")");
    QCOMPARE(site.read(path + "/tasks", u"/0/disposition"_s), R"("CLOSED AFTERWARDS")");
}

QTEST_GUILESS_MAIN(TestChildOperations)

#include "tst_childoperations.moc"
