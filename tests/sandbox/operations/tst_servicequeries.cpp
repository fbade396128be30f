// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What queries for services find, and what of it they show.

#include "sandbox/site.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::test;

class TestServiceQueries : public QObject
{
    Q_OBJECT

private slots:
    void allExtensionsAsTheyAreRead_data();
    void allExtensionsAsTheyAreRead();
    void queriesByCustomer_data();
    void queriesByCustomer();
    void queriesAnonymousOnly();
    void refusesQueries_data();
    void refusesQueries();
    void showsChildrenWhenAsked();
    void selectsExtensions_data();
    void selectsExtensions();
    void mapsNames();
};

void TestServiceQueries::queriesByCustomer_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("found"); // by their interaction ids
    const auto row = [](const char *query, const char *found) {
        QTest::newRow(query) << QByteArray(query) << QByteArray(found);
    };
    row("", "abcd"); // oldest first, whatever the order of creation
    row("/active", "abd");
    row("/completed", "c");
    row("?service_types=1", "ac");
    row("?service_types=6", "b");
    row("?service_types=Order", "b");
    row("?service_types=Order,1", "abc");
    row("?service_types=Order&service_types=1", "abc");
    row("?service_types=99", "");
    row("?started_from=2026-03-01T10:00:00.000Z", "bcd"); // at or after
    row("?started_to=2026-03-01T10:00:00.000Z", "a"); // before
    row("?started_from=2026-03-01T10:00:00.000Z&started_to=2026-03-01T11:00:00.000Z", "b");
    row("/active?started_from=2026-03-01T10:00:00.001Z", "d");
    row("?unknown=1", "abcd");
}

void TestServiceQueries::queriesByCustomer()
{
    Site site;
    const auto start = [&](const char *name, const char *time, const char *type) {
        const Answer started = site.ask("POST /services/start",
                                        QByteArray(R"({"customer_id":"C 1/ä","interaction_id":")")
                                            + name + R"(","timestamp":"2026-03-01T)" + time
                                            + ".000Z\"" + type + '}');
        return started.text(u"/service_id"_s).toUtf8();
    };
    start("d", "12:00:00", "");
    start("b", "10:00:00", R"(,"service_type":"Order")");
    start("a", "09:00:00", R"(,"service_type":1)");
    const QByteArray c = start("c", "11:00:00", R"(,"service_type":1)");
    site.startService(); // somebody else's
    QCOMPARE(site.ask("POST /services/" + c + "/end").status, 204);
    QFETCH(QByteArray, query);
    const Answer answer = site.ask("GET /customers/C%201%2F%C3%A4/services" + query);
    QCOMPARE(answer.status, 200);
    QByteArray found;
    for (int i = 0; !answer.at(u"/%1"_s.arg(i)).isEmpty(); ++i)
        found += answer.text(u"/%1/started/interaction_id"_s.arg(i)).toUtf8();
    QTEST(found, "found");
}

void TestServiceQueries::queriesAnonymousOnly()
{
    Site site;
    site.startService(R"(,"contact_key":"k@example.com")"); // a customer's
    const Answer started = site.ask("POST /services/start",
                                    R"({"contact_key":"k@example.com","A":1})");
    const QByteArray id = started.text(u"/service_id"_s).toUtf8();
    const Answer found = site.ask("GET /services/anonymous/k%40example.com/active?extensions=A");
    QCOMPARE(found.text(u"/0/service_id"_s).toUtf8(), id);
    QCOMPARE(found.at(u"/0/A"_s), "1");
    QCOMPARE(found.at(u"/0/contact_key"_s), R"("k@example.com")");
    QVERIFY(found.at(u"/1"_s).isEmpty());
    QCOMPARE(site.read("/services/anonymous/k%40example.com/completed", QString()), "[]");
    QCOMPARE(site.read("/services/anonymous/nobody", QString()), "[]");
}

void TestServiceQueries::refusesQueries_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char *query : {"?started_from=2026-03-01", "?started_to=now",
                              "?started_from=2026-03-01T10:00:00.000%2B01:00", "?active_tasks=yes",
                              "?completed_states=1"}) {
        QTest::newRow(query) << QByteArray(query);
    }
}

void TestServiceQueries::refusesQueries()
{
    QFETCH(QByteArray, query);
    Site site;
    QCOMPARE(site.ask("GET /customers/C1/services" + query).status, 400);
    QCOMPARE(site.ask("GET /services/anonymous/K/completed" + query).status, 400);
}

void TestServiceQueries::showsChildrenWhenAsked()
{
    Site site;
    const QByteArray id = site.startService();
    site.startState(id);
    site.startState(id);
    site.startTask(id, R"(,"state_id":1)");
    site.startTask(id);
    QCOMPARE(site.ask("POST /services/" + id + "/states/0/end").status, 204);
    QCOMPARE(site.ask("POST /services/" + id + "/tasks/1/end").status, 204);
    for (const QByteArray &target : {"/services/" + id, QByteArray("/customers/C1/services")}) {
        const QString first = target.startsWith("/c") ? u"/0"_s : QString();
        const Answer none = site.ask("GET " + target);
        for (const auto list : {"/active_states"_L1, "/completed_states"_L1, "/active_tasks"_L1,
                                "/completed_tasks"_L1}) {
            QVERIFY(none.at(first + list).isEmpty());
        }
        const Answer all = site.ask(
            "GET " + target
            + "?active_states=true&completed_states=TRUE&active_tasks=true&completed_tasks=true");
        QCOMPARE(all.at(first + "/active_states/0/state_id"_L1), "1");
        QCOMPARE(all.at(first + "/completed_states/0/state_id"_L1), "0");
        QCOMPARE(all.at(first + "/active_tasks/0/task_id"_L1), "0");
        QCOMPARE(all.at(first + "/active_tasks/0/state_id"_L1), "1");
        QVERIFY(all.at(first + "/active_tasks/0/service_id"_L1).isEmpty()); // top level only
        QCOMPARE(all.at(first + "/completed_tasks/0/task_id"_L1), "1");
        const Answer some = site.ask("GET " + target + "?active_tasks=true&active_states=false");
        QVERIFY(some.at(first + "/active_states"_L1).isEmpty());
        QVERIFY(!some.at(first + "/active_tasks"_L1).isEmpty());
    }
}

void TestServiceQueries::selectsExtensions_data()
{
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<QByteArray>("shown"); // of the service, of its state, of its task
    const auto row = [](const char *wanted, const char *shown) {
        QTest::newRow(wanted) << QByteArray(wanted) << QByteArray(shown);
    };
    row("", " | | ");
    row("?extensions=*", "A B |A B |A B ");
    row("?extensions=A", "A |A |A ");
    row("?extensions=B,A", "A B |A B |A B ");
    row("?extensions=A&extensions=B", "A B |A B |A B ");
    row("?extensions=State.*", " |A B | ");
    row("?extensions=Task.A,B", "B |B |A B ");
    row("?extensions=Service.A", "A | | ");
    row("?extensions=a", " | | ");
    row("?extensions=Nothing", " | | ");
}

void TestServiceQueries::selectsExtensions()
{
    Site site;
    const QByteArray id = site.startService(R"(,"A":1,"B":2)");
    site.startState(id, R"(,"A":1,"B":2)");
    site.startTask(id, R"(,"A":1,"B":2)");
    QFETCH(QByteArray, wanted);
    const QByteArray query = wanted.isEmpty() ? "?" : wanted + '&';
    const Answer answer = site.ask("GET /services/" + id + query
                                   + "active_states=true&active_tasks=true");
    QByteArrayList parts;
    for (const auto place : {""_L1, "/active_states/0"_L1, "/active_tasks/0"_L1}) {
        QByteArray part;
        for (const auto key : {"A"_L1, "B"_L1}) {
            if (!answer.at(place + "/"_L1 + key).isEmpty())
                part += QByteArray(key.data()) + ' ';
        }
        parts.append(part.isEmpty() ? QByteArray(" ") : part);
    }
    QTEST(parts.join('|'), "shown");
}

void TestServiceQueries::mapsNames()
{
    Site site({.mapNames = sandbox::MapNames::On});
    const QByteArray id = site.startService(
        R"(,"media_type":2,"application_type":400,"A":{"media_type":2})");
    QCOMPARE(site.ask("POST /services/" + id + "/end", R"({"disposition":10,"resource_type":2})")
                 .status,
             204);
    const Answer answer = site.ask("GET /services/" + id + "?extensions=*");
    QCOMPARE(answer.at(u"/service_type"_s), R"("Bill payment")");
    QCOMPARE(answer.at(u"/started/media_type"_s), R"("email")");
    QCOMPARE(answer.at(u"/started/application_type"_s), R"("Voice portal")");
    QCOMPARE(answer.at(u"/completed/resource_type"_s), R"("Agent desktop")");
    QCOMPARE(answer.at(u"/disposition"_s), R"("SUCCESS")");
    QCOMPARE(answer.at(u"/A/media_type"_s), "2"); // attached data are nobody's business

    // Where nothing is mapped, nothing is checked or changed.
    Site unmapped(
        {.mapNames = sandbox::MapNames::On, .attributes = sandbox::BusinessAttributes::none()});
    const QByteArray other = unmapped.startService(R"(,"media_type":"carrier pigeon")");
    QCOMPARE(unmapped.read("/services/" + other, u"/started/media_type"_s), R"("carrier pigeon")");
    QCOMPARE(unmapped.read("/services/" + other, u"/service_type"_s), "1");
}

void TestServiceQueries::allExtensionsAsTheyAreRead_data()
{
    QTest::addColumn<sandbox::AllExtensions>("reading");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isShown");
    using enum sandbox::AllExtensions;
    QTest::newRow("shown") << Shown << QByteArray("?extensions=*") << 200 << true;
    QTest::newRow("refused") << Refused << QByteArray("?extensions=*") << 400 << false;
    QTest::newRow("refused with a prefix")
        << Refused << QByteArray("?extensions=Task.*") << 400 << false;
    QTest::newRow("a name is not refused") << Refused << QByteArray("?extensions=A") << 200 << true;
    QTest::newRow("nothing is not refused") << Refused << QByteArray() << 200 << false;
    QTest::newRow("ignored") << Ignored << QByteArray("?extensions=*") << 200 << false;
    QTest::newRow("a name is not ignored")
        << Ignored << QByteArray("?extensions=*,A") << 200 << true;
}

void TestServiceQueries::allExtensionsAsTheyAreRead()
{
    QFETCH(const sandbox::AllExtensions, reading);
    QFETCH(const QByteArray, query);
    QFETCH(const int, status);
    QFETCH(const bool, isShown);
    Site site({.allExtensions = reading});
    const QByteArray id = site.startService(R"(,"A":1)");
    const QByteArray task = site.startTask(id, R"(,"A":1)");
    for (const QByteArray &path : {"/services/" + id, "/services/" + id + "/tasks/" + task}) {
        const Answer answer = site.ask("GET " + path + query);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.at(u"/A"_s), isShown ? "1" : "");
    }
}

QTEST_GUILESS_MAIN(TestServiceQueries)

#include "tst_servicequeries.moc"
