// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The demo data: believable, the same every time, valid by the server's own rules, and with the
// documents' examples in them.

#include "sandbox/site.h"

#include "json/document.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::test;

class TestDemoData : public QObject
{
    Q_OBJECT

private slots:
    void isBelievable();
    void isTheSameEveryTime();
    void followsTheClock();
    void holdsTheExamples_data();
    void holdsTheExamples();
    void keepsItsOwnRules();
    void countsServices_data();
    void countsServices();
};

namespace {

json::Document all(Site &site)
{
    const Answer answer = site.ask(
        "GET /maintenance/services/stream?time_from=2000-01-01T00:00:00.000Z&export_content=true");
    Result<json::Document> document = json::Document::parse(answer.body);
    if (!document)
        qFatal("%s", qPrintable(document.error().message));
    return *document;
}

constexpr char serviceEnd[] =
    R"({"timestamp":"2009-05-12T12:05:12.145Z","interaction_id":"123ABCAADFJ1259ACF",)"
    R"("media_type":1,)"
    R"("resource_id":5005,"resource_type":2,"disposition":10,"disposition_desc":"SUCCESS",)"
    R"("Feedback":{"FeedbackType":"survey","rating":7,)"
    R"("notes":"warm welcome at frontdesk, thanks for the nice trip"},)"
    R"("Satisfaction":[{"rating":2,"pertinence":8,"usefull":true,)"
    R"("place":"Terranova mexico resort"},)"
    R"({"rating":8,"pertinence":4,"usefull":false,"place":"Fancy resort Paris"}]})";
constexpr char taskEnd[] =
    R"({"interaction_id":"0000CSS0FXZUP6UR","state_id":24,"disposition":10,)"
    R"("disposition_desc":"SUCCESS",)"
    R"("Survey":{"url":"http://ourServer/storage/userAnswers","question1":7,"question2":true,)"
    R"("question3":"will be better with cable tv and on-demand video"},)"
    R"("Proposal":[{"car type":"cabriolet","price":25000,"seats":2,"comments":"200 cv, hardtop"},)"
    R"({"car type":"S.U.V.","price":70000,"seats":8,"comments":"4wd, leather seats"}]})";

} // namespace

void TestDemoData::isBelievable()
{
    Site site({.seed = sandbox::Seed::demo()});
    const json::Document document = all(site);
    int active = 0;
    int completed = 0;
    int stuck = 0; // meant to take an hour at most, and open for days
    int anonymous = 0;
    int tasks = 0;
    QSet<QByteArray> types;
    QSet<QByteArray> media;
    QSet<QString> customers;
    for (const json::Value service : document.root()) {
        const bool ended = service.member(u"completed").exists();
        (ended ? completed : active) += 1;
        const QString started = service.member(u"started").member(u"timestamp").text();
        if (!ended && started < "2026-02-27"_L1
            && service.member(u"est_duration").text().toInt() <= 3600)
            ++stuck;
        anonymous += !service.member(u"customer_id").exists();
        tasks += int(service.member(u"active_tasks").size());
        types.insert(service.member(u"service_type").raw().toByteArray());
        media.insert(service.member(u"started").member(u"media_type").raw().toByteArray());
        customers.insert(service.member(u"customer_id").text());
        QVERIFY(started <= "2026-03-01T12:00:00.000Z"_L1);
    }
    QCOMPARE(active, 402);
    QCOMPARE(completed, 60);
    QVERIFY2(stuck >= 30, QByteArray::number(stuck).constData());
    QVERIFY(anonymous >= 60);
    QVERIFY(tasks >= 150);
    QCOMPARE(types.size(), 10);
    QCOMPARE(media.size(), 7);
    QVERIFY(customers.size() >= 100);
    for (const char *odd : {"1.10", "18446744073709551615", "Müller", "\"2nd call\"", "1.10e+2"})
        QVERIFY2(document.text().contains(odd), odd);
}

void TestDemoData::isTheSameEveryTime()
{
    Site one({.seed = sandbox::Seed::demo()});
    Site other({.seed = sandbox::Seed::demo()});
    QCOMPARE(all(one).text(), all(other).text());
}

void TestDemoData::followsTheClock()
{
    Site site({.seed = sandbox::Seed::demo()});
    QCOMPARE(site.read("/services/36981723", u"/started/timestamp"_s),
             R"("2026-02-26T08:00:00.000Z")");
    QCOMPARE(site.read("/services/95", u"/started/timestamp"_s), R"("2026-02-24T12:00:00.000Z")");
}

void TestDemoData::holdsTheExamples_data()
{
    QTest::addColumn<contract::Dialect>("dialect");
    QTest::newRow("8.5") << contract::Dialect::V85;
    QTest::newRow("8.1") << contract::Dialect::V81;
}

void TestDemoData::holdsTheExamples()
{
    QFETCH(contract::Dialect, dialect);
    Site site({.dialect = dialect, .seed = sandbox::Seed::demo()});
    const Answer service = site.ask(
        "GET /services/36981723?extensions=*&active_states=true&active_tasks=true");
    QVERIFY(service.at(u"/completed"_s).isEmpty());
    QVERIFY(!service.at(u"/Feedback"_s).isEmpty());
    QVERIFY(!service.at(u"/CallReason"_s).isEmpty());
    QVERIFY(!service.at(u"/active_states/0"_s).isEmpty());
    QVERIFY(!service.at(u"/active_tasks/0"_s).isEmpty());
    const QByteArray task = "/services/95/tasks/3?extensions=*";
    QVERIFY(site.read(task, u"/completed"_s).isEmpty());
    QCOMPARE(site.read(task, u"/state_id"_s), "24");
    QVERIFY(site.read("/services/95/states/24", u"/completed"_s).isEmpty());

    QCOMPARE(site.ask("POST /services/36981723/end", serviceEnd).status, 204);
    QCOMPARE(site.ask("POST /services/95/tasks/3/end", taskEnd).status, 204);
    const QByteArray sent = taskEnd;
    QVERIFY(site.ask("GET " + task).body.endsWith(sent.mid(sent.indexOf(",\"Survey\""))));
    const Answer after = site.ask("GET /services/36981723?extensions=*");
    const bool is85 = dialect == contract::Dialect::V85;
    QCOMPARE(after.at(u"/CallReason"_s).isEmpty(), is85); // lost under the worse reading
    QCOMPARE(after.at(u"/Satisfaction/0/usefull"_s), "true");
    // And what has no schema is refused where there are schemas.
    QCOMPARE(site.ask("POST /services/95/tasks/3/end", R"({"Unheard":{}})").status,
             is85 ? 204 : 400);
}

void TestDemoData::keepsItsOwnRules()
{
    // Every record of the demo in 8.1 would be taken by the server itself.
    Site site({.dialect = contract::Dialect::V81, .seed = sandbox::Seed::demo()});
    int checked = 0;
    for (int customer = 1; customer <= 150; ++customer) {
        const Answer services = site.ask(
            "GET /customers/000113GB2CJ0" + QByteArray::number(customer).rightJustified(4, '0')
            + "/services?extensions=*&active_tasks=true&completed_tasks=true");
        const Result<json::Document> document = json::Document::parse(services.body);
        QVERIFY(document);
        for (const json::Value service : document->root()) {
            for (const QString &key : {u"CallReason"_s, u"Contact"_s, u"Bill"_s, u"Address"_s,
                                       u"Device"_s, u"Order"_s, u"Feedback"_s}) {
                if (const json::Value value = service.member(key); value.exists()) {
                    const QByteArray target = "/services/"
                        + service.member(u"service_id").raw().toByteArray();
                    const Answer put = site.ask("PUT " + target + "/extensions/" + key.toLatin1(),
                                                value.raw().toByteArray());
                    QVERIFY2(put.status == 200, put.body.constData());
                    ++checked;
                }
            }
        }
    }
    QVERIFY(checked > 200);
}

void TestDemoData::countsServices_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 25, 999})
        QTest::addRow("%d", count) << count;
}

void TestDemoData::countsServices()
{
    QFETCH(int, count);
    Site site({.seed = sandbox::Seed::services(count)});
    QCOMPARE(all(site).root().size(), count);
}

QTEST_GUILESS_MAIN(TestDemoData)

#include "tst_demodata.moc"
