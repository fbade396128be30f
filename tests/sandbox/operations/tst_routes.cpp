// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What a request is about, for those who stand before the router; and the two things that they ask
// of it: the time, and what was before.

#include "sandbox/site.h"

#include "sandbox/http/handler.h"
#include "sandbox/operations/routes.h"
#include "sandbox/operations/serverclock.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::test;

class TestRoutes : public QObject
{
    Q_OBJECT

private slots:
    void names_data();
    void names();
    void knowsItsNames();
    void setsTheClockForward();
    void showsWhatWasBefore_data();
    void showsWhatWasBefore();
    void keepsNothingOfWhatIsNotThere();
    void tellsWhatHadAnEffect();
};

void TestRoutes::names_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("service");
    const auto row = [](const char *what, const char *name, const char *service) {
        QTest::newRow(what) << QByteArray(what) << QString::fromLatin1(name)
                            << QString::fromLatin1(service);
    };
    row("POST /services/95/end", "completeService", "95");
    row("POST /services/95/states/1/end", "completeState", "95");
    row("POST /services/95/tasks/3/end", "completeTask", "95");
    row("POST /services/a%2Fb/tasks/3/end", "completeTask", "a/b");
    row("GET /services/95", "queryService", "95");
    row("HEAD /services/95", "queryService", "95");
    row("GET /services/95/tasks/active", "queryTasks", "95");
    row("GET /services/95/states/1", "queryState", "95");
    row("POST /customers/C/services/95", "associateService", "95");
    row("GET /customers/C/services", "queryCustomerServices", "");
    row("GET /services/anonymous/K/active", "queryAnonymousServices", "");
    row("POST /services/start", "startService", "");
    row("PUT /services/95/extensions/A", "updateServiceExtension", "95");
    row("PUT /services/95/tasks/3/extensions/A", "updateTaskExtension", "95");
    row("GET /server/status", "queryStatus", "");
    row("GET /services/95/nonsense", "", "");
}

void TestRoutes::names()
{
    QFETCH(QByteArray, what);
    for (const contract::Dialect dialect : {contract::Dialect::V85, contract::Dialect::V81}) {
        const qsizetype blank = what.indexOf(' ');
        const sandbox::Request request{what.left(blank),
                                       contract::pathPrefix(dialect) + what.mid(blank + 1),
                                       {},
                                       {}};
        const sandbox::FoundRoute found = sandbox::findRoute(request, dialect);
        QTEST(found.route ? QString::fromLatin1(found.route->name) : QString(), "name");
        QTEST(found.service, "service");
    }
}

void TestRoutes::knowsItsNames()
{
    QVERIFY(sandbox::isOperation(u"completeState"));
    QVERIFY(sandbox::isOperation(u"queryTaskSchemas"));
    QVERIFY(!sandbox::isOperation(u"completestate"));
    QVERIFY(!sandbox::isOperation(u""));
}

void TestRoutes::setsTheClockForward()
{
    qint64 base = noon;
    sandbox::ServerClock clock([&base] { return base; });
    QVERIFY(clock.setForward(3600));
    QVERIFY(clock.setForward(0));
    QVERIFY(clock.setForward(60));
    base += 5;
    QCOMPARE(clock.now(), noon + 3660 * 1000 + 5);
    QCOMPARE(clock.secondsForward(), 3660);
    for (const qint64 seconds : {qint64(-1), qint64(3155760000), qint64(9e18)}) {
        const Result<void> set = clock.setForward(seconds);
        QVERIFY(!set);
        QCOMPARE(set.error().kind, ErrorKind::InvalidInput);
    }
    QCOMPARE(clock.secondsForward(), 3660);
}

void TestRoutes::showsWhatWasBefore_data()
{
    QTest::addColumn<bool>("is81");
    QTest::addColumn<QByteArray>("end"); // below the service
    QTest::addColumn<QByteArray>("read");
    for (const bool is81 : {false, true}) {
        const char *dialect = is81 ? "8.1" : "8.5";
        const auto row = [&](const char *end, const char *read) {
            QTest::addRow("%s %s %s", dialect, end, read)
                << is81 << QByteArray(end) << QByteArray(read);
        };
        row("/end", "");
        row("/end", "?active_tasks=true&completed_tasks=true&extensions=*");
        row("/tasks/0/end", "?active_tasks=true");
        row("/tasks/0/end", "/tasks/0?extensions=*");
        row("/tasks/0/end", "/tasks/active");
        row("/states/0/end", "/states/0");
        row("/states/0/end", "/states/completed");
    }
}

void TestRoutes::showsWhatWasBefore()
{
    QFETCH(bool, is81);
    QFETCH(QByteArray, end);
    QFETCH(QByteArray, read);
    Site site(is81 ? options81() : sandbox::Options());
    const QByteArray id = site.startService();
    site.startState(id);
    site.startTask(id, R"(,"state_id":0)");
    const QByteArray path = contract::pathPrefix(site.options.dialect) + "/services/" + id;
    const QByteArray before = site.ask("GET /services/" + id + read).body;
    const sandbox::Response ended = site.handler().answer({.method = "POST",
                                                           .path = path + end,
                                                           .query = {},
                                                           .body = R"({"disposition":10})",
                                                           .keepsBefore = true});
    QCOMPARE(ended.status, 204);
    QVERIFY(ended.before);
    const QByteArray after = site.ask("GET /services/" + id + read).body;
    QVERIFY(after != before);
    const qsizetype mark = read.indexOf('?');
    const sandbox::Request stale{.method = "GET",
                                 .path = path + (mark < 0 ? read : read.left(mark)),
                                 .query = mark < 0 ? QByteArray() : read.mid(mark + 1),
                                 .body = {},
                                 .before = ended.before};
    QCOMPARE(site.handler().answer(stale).body, before);
    QCOMPARE(site.handler().answer(stale).body, before);
    // It was only shown.
    QCOMPARE(site.ask("GET /services/" + id + read).body, after);
}

void TestRoutes::keepsNothingOfWhatIsNotThere()
{
    Site site;
    const sandbox::Response ended = site.handler().answer(
        {.method = "POST",
         .path = "/genesys/1/cs/services/nobody/end",
         .query = {},
         .body = {},
         .keepsBefore = true});
    QCOMPARE(ended.status, 400);
    QVERIFY(!ended.before);
    QVERIFY(!ended.hadEffect);
}

void TestRoutes::tellsWhatHadAnEffect()
{
    Site site(checking());
    const QByteArray path = "/genesys/1/cs/services/" + site.startService();
    const auto hadEffect = [&](const char *method, const char *end, const char *body) {
        return site.handler().answer({method, path + end, {}, body}).hadEffect;
    };
    QVERIFY(!hadEffect("GET", "", ""));
    QVERIFY(!hadEffect("POST", "/end", R"({"disposition":999})"));
    QVERIFY(!hadEffect("POST", "/tasks/0/end", ""));
    QVERIFY(hadEffect("POST", "/tasks/start", R"({"task_type":1})"));
    QVERIFY(hadEffect("POST", "/tasks/0/end", ""));
    QVERIFY(hadEffect("POST", "/end", R"({"disposition":10})"));
    QVERIFY(hadEffect("POST", "/end", R"({"disposition":10})")); // again is a newer event
    QVERIFY(hadEffect("DELETE", "", ""));
}

QTEST_GUILESS_MAIN(TestRoutes)

#include "tst_routes.moc"
