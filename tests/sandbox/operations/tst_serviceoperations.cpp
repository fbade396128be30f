// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Services: start, associate, complete, delete, expiration; both dialects.

#include "sandbox/site.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::test;

class TestServiceOperations : public QObject
{
    Q_OBJECT

private slots:
    void givesIds();
    void takesWhatItDoesNotCheck();
    void fillsInDefaults();
    void checksAStart_data();
    void checksAStart();
    void showsWhatWasStarted();
    void keepsEveryByte();
    void completes();
    void checksAnEnd_data();
    void checksAnEnd();
    void completesTwice();
    void leavesTheChildrenAlone();
    void replacesAttachedData_data();
    void replacesAttachedData();
    void knowsNoSuchService_data();
    void knowsNoSuchService();
    void takesIdsAsOpaqueText();
    void associates();
    void associatingReplacesWhatItCarries();
    void deletes();
    void expires_data();
    void expires();
    void completesItself();
};

void TestServiceOperations::givesIds()
{
    Site site;
    const QRegularExpression form(
        u"\\A[0-9]{3}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\z"_s);
    const QByteArray first = site.startService();
    QVERIFY2(form.match(QString::fromLatin1(first)).hasMatch(), first.constData());
    QVERIFY(first != site.startService());
    QVERIFY(site.read("/services/" + first, u"/service_id"_s).startsWith('"'));

    Site older(options81());
    QCOMPARE(older.startService(), "1");
    QCOMPARE(older.startService(), "2");
    QCOMPARE(older.read("/services/2", u"/service_id"_s), "2"); // a number
}

void TestServiceOperations::checksAStart_data()
{
    QTest::addColumn<bool>("is81");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const auto both = [](const char *name, const char *body, int status85, int status81) {
        QTest::addRow("8.5 %s", name) << false << QByteArray(body) << status85;
        QTest::addRow("8.1 %s", name) << true << QByteArray(body) << status81;
    };
    both("customer", R"({"customer_id":"C","service_type":1})", 201, 201);
    both("contact key", R"({"contact_key":"+49","service_type":"Order"})", 201, 201);
    both("neither", R"({"service_type":1})", 400, 400);
    both("no type", R"({"customer_id":"C"})", 201, 400);
    both("nothing", "", 400, 400);
    both("no object", "[]", 400, 400);
    both("malformed", R"({"customer_id":"C",})", 400, 400);
    both("unknown type", R"({"customer_id":"C","service_type":99})", 400, 400);
    both("unknown type name", R"({"customer_id":"C","service_type":"Nonsense"})", 400, 400);
    both("id as string is a name", R"({"customer_id":"C","service_type":"1"})", 400, 400);
    both("customer no string", R"({"customer_id":1,"service_type":1})", 400, 400);
    both("long session",
         R"({"customer_id":"C","service_type":1,"session_id":"123456789012345678901234567890123"})",
         201, 201); // the start pages print no limit
    both("est_duration", R"({"customer_id":"C","service_type":1,"est_duration":60})", 201, 201);
    both("est_duration as text", R"({"customer_id":"C","service_type":1,"est_duration":"60"})", 400,
         400);
    both("negative est_duration", R"({"customer_id":"C","service_type":1,"est_duration":-1})", 400,
         400);
    both("odd timestamp",
         R"({"customer_id":"C","service_type":1,"timestamp":"2026-01-01T00:00:00Z"})", 400, 400);
    both("ttl", R"({"customer_id":"C","service_type":1,"ttl":60})", 201, 400);
    both("auto_complete_after", R"({"customer_id":"C","service_type":1,"auto_complete_after":60})",
         201, 400);
    both("attached data", R"({"customer_id":"C","service_type":1,"Any":{}})", 201,
         400); // no schema
    both("reserved name", R"({"customer_id":"C","service_type":1,"completed":{}})", 400, 400);
    both("disposition", R"({"customer_id":"C","service_type":1,"disposition":10})", 400, 400);
    both("own id", R"({"customer_id":"C","service_type":1,"service_id":7})", 201,
         201); // passed over
}

void TestServiceOperations::checksAStart()
{
    QFETCH(bool, is81);
    QFETCH(QByteArray, body);
    Site site(is81 ? options81() : checking());
    const Answer answer = site.ask("POST /services/start", body);
    QTEST(answer.status, "status");
    if (answer.status == 400)
        QVERIFY(!answer.text(is81 ? u"/description"_s : u"/message"_s).isEmpty());
}

void TestServiceOperations::showsWhatWasStarted()
{
    Site site;
    const QByteArray id = site.startService(
        R"(,"contact_key":"+49","est_duration":60,"interaction_id":"I",)"
        R"("resource_id":5005,"media_type":"voice")");
    QCOMPARE(site.ask("GET /services/" + id).body,
             "{\"service_id\":\"" + id
                 + R"(","customer_id":"C1","service_type":1,"contact_key":"+49","est_duration":60,)"
                   R"("started":{"timestamp":"2026-03-01T12:00:00.000Z","interaction_id":"I",)"
                   R"("resource_id":5005,"media_type":1}})");
}

void TestServiceOperations::keepsEveryByte()
{
    Site site;
    const QByteArray id = site.startService(
        R"(,"b":1, "a" : [1.10, 18446744073709551615,{"x":1,"x":2}],"e":1e400,)"
        R"("\u0061\/":"\ud83d\ude00\ud800",)"
        R"("car type":"é","b":  2)");
    const QByteArray shown = site.ask("GET /services/" + id + "?extensions=*").body;
    // Of the key that stands there twice the last one counts.
    QVERIFY2(shown.endsWith(R"(,"a":[1.10, 18446744073709551615,{"x":1,"x":2}],"e":1e400,)"
                            R"("\u0061\/":"\ud83d\ude00\ud800","car type":"é","b":2})"),
             shown.constData());
}

void TestServiceOperations::completes()
{
    Site site;
    const QByteArray id = site.startService();
    site.now += 90000;
    const Answer answer =
        site.ask("POST /services/" + id + "/end",
                 R"({"interaction_id":"E","disposition":"SUCCESS","disposition_desc":"fine"})");
    QCOMPARE(answer.status, 204);
    QCOMPARE(answer.body, QByteArray());
    const QByteArray path = "/services/" + id;
    QCOMPARE(site.read(path, u"/completed"_s),
             R"({"timestamp":"2026-03-01T12:01:30.000Z","interaction_id":"E"})");
    QCOMPARE(site.read(path, u"/disposition"_s), "10"); // its id, as by default
    QCOMPARE(site.read(path, u"/disposition_desc"_s), R"("fine")");
    QCOMPARE(site.read(path, u"/duration"_s), "90000");
    QCOMPARE(site.read("/customers/C1/services/active", QString()), "[]");
    QCOMPARE(site.read("/customers/C1/services/completed", u"/0/duration"_s), "90000");
}

void TestServiceOperations::checksAnEnd_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("said"); // in the message
    const auto row = [](const char *name, const QByteArray &body, int status,
                        const char *said = "") {
        QTest::newRow(name) << body << status << QByteArray(said);
    };
    row("empty body", "", 204);
    row("empty object", "{}", 204);
    row("32 characters", R"({"session_id":")" + QByteArray(32, 's') + "\"}", 204);
    row("33 characters", R"({"session_id":")" + QByteArray(33, 's') + "\"}", 400, "33");
    row("32 emoji", R"({"session_id":")" + QByteArray("\xf0\x9f\x98\x80").repeated(32) + "\"}",
        204);
    row("50 characters", R"({"interaction_id":")" + QByteArray(50, 'i') + "\"}", 204);
    row("51 characters", R"({"interaction_id":")" + QByteArray(51, 'i') + "\"}", 400, "51");
    row("64 characters", R"({"disposition_desc":")" + QByteArray(64, 'd') + "\"}", 204);
    row("65 characters", R"({"disposition_desc":")" + QByteArray(65, 'd') + "\"}", 400, "65");
    row("timestamp", R"({"timestamp":"2009-05-12T12:05:12.145Z"})", 204);
    row("offset", R"({"timestamp":"2009-05-12T12:05:12.145+02:00"})", 400, "timestamp");
    row("no such day", R"({"timestamp":"2009-02-30T12:05:12.145Z"})", 400, "timestamp");
    row("timestamp as number", R"({"timestamp":1})", 400, "timestamp");
    row("resource_id", R"({"resource_id":9223372036854775807})", 204);
    row("resource_id too large", R"({"resource_id":9223372036854775808})", 400, "resource_id");
    row("resource_id as text", R"({"resource_id":"5"})", 400, "resource_id");
    row("fraction", R"({"application_id":1.0})", 400, "application_id");
    row("media_type name", R"({"media_type":"email"})", 204);
    row("media_type", R"({"media_type":99})", 400, "MediaType");
    row("application_type", R"({"application_type":"x"})", 400, "ApplicationType");
    row("resource_type", R"({"resource_type":0})", 400, "ResourceType");
    row("disposition", R"({"disposition":"x"})", 400, "SUCCESS"); // points at what is known
    row("disposition as bool", R"({"disposition":true})", 400, "disposition");
    row("null", R"({"interaction_id":null})", 400, "interaction_id");
    row("reserved", R"({"service_type":1})", 400, "service_type");
    row("the last of two", R"({"resource_id":"x","resource_id":1})", 204);
    row("deep", R"({"k":)" + QByteArray(1030, '[') + QByteArray(1030, ']') + '}', 400,
        "1024 levels");
    row("invalid UTF-8", "{\"k\":\"\xff\"}", 400, "JSON");
}

void TestServiceOperations::checksAnEnd()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, said);
    Site site(checking());
    const QByteArray id = site.startService();
    const Answer answer = site.ask("POST /services/" + id + "/end", body);
    QTEST(answer.status, "status");
    QVERIFY2(answer.body.contains(said), answer.body.constData());
    // A refused end has changed nothing.
    QCOMPARE(site.read("/services/" + id, u"/completed"_s).isEmpty(), answer.status != 204);
}

void TestServiceOperations::completesTwice()
{
    for (const sandbox::Options &options : {sandbox::Options(), options81()}) {
        Site site(options);
        const QByteArray path = "/services/" + site.startService();
        QCOMPARE(site.ask("POST " + path + "/end", R"({"disposition":10})").status, 204);
        site.now += 1000;
        QCOMPARE(site.ask("POST " + path + "/end", R"({"disposition":20})").status, 204);
        QCOMPARE(site.read(path, u"/disposition"_s), "20");
        QCOMPARE(site.read(path, u"/duration"_s), "1000");
    }
}

void TestServiceOperations::leavesTheChildrenAlone()
{
    Site site;
    const QByteArray id = site.startService();
    site.startState(id);
    site.startTask(id);
    QCOMPARE(site.ask("POST /services/" + id + "/end").status, 204);
    QCOMPARE(site.read("/services/" + id + "/states/active", u"/0/state_id"_s), "0");
    QCOMPARE(site.read("/services/" + id + "/tasks/active", u"/0/task_id"_s), "0");
    // And it is not closed to what still comes.
    QCOMPARE(site.startTask(id), "1");
}

void TestServiceOperations::replacesAttachedData_data()
{
    using Reading = sandbox::AttachedDataReading;
    QTest::addColumn<std::optional<Reading>>("reading");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("left"); // behind the fixed members
    QTest::newRow("all is the reading of 8.5")
        << std::optional<Reading>() << QByteArray(R"({"B":3})") << QByteArray(R"(,"B":3})");
    QTest::newRow("all") << std::optional(Reading::ReplaceAll) << QByteArray(R"({"C":{},"B":3})")
                         << QByteArray(R"(,"C":{},"B":3})");
    QTest::newRow("all, none given")
        << std::optional(Reading::ReplaceAll) << QByteArray(R"({"disposition":10})")
        << QByteArray(R"(,"A":1,"B":2.0})");
    QTest::newRow("keys") << std::optional(Reading::ReplaceKeys) << QByteArray(R"({"C":{},"A":3})")
                          << QByteArray(R"(,"A":3,"B":2.0,"C":{}})");
    QTest::newRow("keys, none given") << std::optional(Reading::ReplaceKeys) << QByteArray("{}")
                                      << QByteArray(R"(,"A":1,"B":2.0})");
    QTest::newRow("keys differ by case")
        << std::optional(Reading::ReplaceKeys) << QByteArray(R"({"a":3})")
        << QByteArray(R"(,"A":1,"B":2.0,"a":3})");
}

void TestServiceOperations::replacesAttachedData()
{
    QFETCH(std::optional<sandbox::AttachedDataReading>, reading);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, left);
    Site site({.attachedData = reading});
    const QByteArray id = site.startService(R"(,"A":1,"B":2.0)");
    QCOMPARE(site.ask("POST /services/" + id + "/end", body).status, 204);
    const QByteArray shown = site.ask("GET /services/" + id + "?extensions=*").body;
    QVERIFY2(shown.endsWith(left), shown.constData());
}

void TestServiceOperations::knowsNoSuchService_data()
{
    QTest::addColumn<QByteArray>("what");
    for (const char *what :
         {"GET /services/77", "POST /services/77/end", "GET /services/77/states",
          "GET /services/77/tasks/active", "POST /services/77/tasks/1/end",
          "POST /services/77/states/start", "POST /services/77/states/transition",
          "PUT /services/77/extensions/A", "POST /customers/C/services/77"}) {
        QTest::newRow(what) << QByteArray(what);
    }
}

void TestServiceOperations::knowsNoSuchService()
{
    QFETCH(QByteArray, what);
    Site site;
    const Answer answer = site.ask(what, "{}");
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.text(u"/message"_s), u"There are no service found for : 77"_s);
    QVERIFY(answer.text(u"/exception"_s).endsWith(".NotFoundException"_L1));

    Site older(options81());
    const Answer answer81 = older.ask(what, "{}");
    QCOMPARE(answer81.status, 404);
    QCOMPARE(answer81.at(u"/code"_s), "404");
    QVERIFY(!answer81.text(u"/description"_s).isEmpty());
    QVERIFY(answer81.at(u"/exception"_s).isEmpty());
}

void TestServiceOperations::takesIdsAsOpaqueText()
{
    Site site;
    // The demo data have such an id; none of these exists, and each is repeated as it was meant.
    QCOMPARE(site.ask("GET /services/a%2Fb%20%C3%A4").text(u"/message"_s),
             u"There are no service found for : a/b ä"_s);
    QCOMPARE(site.ask("GET /services/18446744073709551616").status, 400);
    Site older(options81());
    QCOMPARE(older.ask("GET /services/18446744073709551616").status, 400); // no 64 bits
    QCOMPARE(older.ask("GET /services/abc").status, 400);
    QCOMPARE(older.ask("GET /services/9223372036854775807").status, 404);
}

void TestServiceOperations::associates()
{
    Site site;
    const Answer started = site.ask("POST /services/start",
                                    R"({"contact_key":"+49","service_type":1})");
    const QByteArray id = started.text(u"/service_id"_s).toUtf8();
    QCOMPARE(site.read("/services/anonymous/%2B49", u"/0/service_id"_s), '"' + id + '"');
    QCOMPARE(site.ask("POST /customers/C1/services/" + id).status, 204);
    QCOMPARE(site.read("/services/anonymous/%2B49", QString()), "[]");
    QCOMPARE(site.read("/customers/C1/services", u"/0/customer_id"_s), R"("C1")");
    // The newest association wins.
    QCOMPARE(site.ask("POST /customers/C2/services/" + id).status, 204);
    QCOMPARE(site.read("/customers/C1/services", QString()), "[]");
    QCOMPARE(site.read("/customers/C2/services", u"/0/customer_id"_s), R"("C2")");
}

void TestServiceOperations::associatingReplacesWhatItCarries()
{
    Site site({.attachedData = sandbox::AttachedDataReading::ReplaceKeys,
               .dataValidation = sandbox::DataValidation::On});
    const QByteArray id = site.startService(R"(,"session_id":"S1","resource_id":1,"A":1,"B":2)");
    QCOMPARE(site.ask("POST /customers/C2/services/" + id,
                      R"({"customer_id":"other","service_type":6,"session_id":"S2","A":3})")
                 .status,
             204);
    const QByteArray path = "/services/" + id + "?extensions=*";
    QCOMPARE(site.read(path, u"/service_type"_s), "6");
    QCOMPARE(site.read(path, u"/customer_id"_s), R"("C2")"); // the URL says whose it is
    QCOMPARE(site.read(path, u"/started"_s),
             R"({"timestamp":"2026-03-01T12:00:00.000Z","session_id":"S2","resource_id":1})");
    QCOMPARE(site.read(path, u"/A"_s), "3");
    QCOMPARE(site.read(path, u"/B"_s), "2");
    QCOMPARE(site.read("/customers/C2/services?service_types=6", u"/0/service_type"_s), "6");
    QCOMPARE(site.ask("POST /customers/C2/services/" + id, R"({"service_type":99})").status, 400);
}

void TestServiceOperations::deletes()
{
    Site site;
    const QByteArray id = site.startService();
    site.startTask(id);
    const Answer answer = site.ask("DELETE /services/" + id);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, QByteArray());
    QCOMPARE(site.ask("GET /services/" + id).status, 400);
    QCOMPARE(site.ask("DELETE /services/" + id).status, 400);

    Site older(options81());
    const Answer refused = older.ask("DELETE /services/" + older.startService());
    QCOMPARE(refused.status, 405); // 8.5 only
    QCOMPARE(refused.allow, "GET");
}

void TestServiceOperations::expires_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<qint64>("seconds"); // from now until it is gone
    const auto row = [](const char *body, int status, qint64 seconds) {
        QTest::newRow(body) << QByteArray(body) << status << seconds;
    };
    row(R"({"ttl":60})", 200, 60);
    row(R"({"expiration_time":"2026-03-01T12:02:00.000Z"})", 200, 120);
    row(R"({"ttl":60,"expiration_time":"2026-03-01T12:02:00.000Z"})", 200, 60); // ttl wins
    row(R"({"ttl":9223372036854775807})", 200, 3155760000);
    row(R"({})", 400, 0);
    row(R"({"ttl":-1})", 400, 0);
    row(R"({"ttl":"60"})", 400, 0);
    row(R"({"expiration_time":"tomorrow"})", 400, 0);
}

void TestServiceOperations::expires()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(qint64, seconds);
    Site site;
    const QByteArray id = site.startService();
    const Answer answer = site.ask("PUT /services/" + id, body);
    QCOMPARE(answer.status, status);
    if (status != 200)
        return;
    QCOMPARE(answer.body, QByteArray());
    site.now = noon + seconds * 1000 - 1;
    QCOMPARE(site.ask("GET /services/" + id).status, 200);
    site.now = noon + seconds * 1000;
    QCOMPARE(site.ask("GET /services/" + id).status, 400);

    // Start and end can carry the same.
    site.now = noon;
    QCOMPARE(site.ask("POST /services/" + site.startService() + "/end", body).status, 204);
    site.ask("POST /services/start", R"({"customer_id":"C9",)" + body.mid(1));
    QCOMPARE(site.read("/customers/C9/services", u"/0/customer_id"_s), R"("C9")");
    site.now = noon + seconds * 1000;
    QCOMPARE(site.read("/customers/C9/services", QString()), "[]");
    QCOMPARE(site.read("/customers/C1/services", QString()), "[]");
}

void TestServiceOperations::completesItself()
{
    Site site;
    const QByteArray path = "/services/" + site.startService(R"(,"auto_complete_after":60)");
    site.startTask(path.mid(10));
    site.now += 50000;
    QCOMPARE(site.startState(path.mid(10)), "0"); // an update: the time starts anew
    site.now += 59999;
    QVERIFY(site.read(path, u"/completed"_s).isEmpty());
    site.now += 1;
    QCOMPARE(site.read(path, u"/completed"_s), R"({"timestamp":"2026-03-01T12:01:50.000Z"})");
    // This one ends its states and tasks, too.
    QCOMPARE(site.read(path + "/tasks/0", u"/duration"_s), "110000");
    QCOMPARE(site.read(path + "/states/active", QString()), "[]");
}

// As a server of 8.5 is installed: a service is ended with the very body that started it.
void TestServiceOperations::takesWhatItDoesNotCheck()
{
    Site site;
    const QByteArray body =
        R"({"interaction_id":"123","application_type":"App_type_1","customer_id":"C",
        "media_type":"mymedia1","resource_type":"ResType1","service_type":"MyService1","Offers":[1]})";
    const Answer started = site.ask("POST /services/start", body);
    QCOMPARE(started.status, 201);
    const QByteArray path = "/services/" + started.text(u"/service_id"_s).toUtf8();
    QCOMPARE(site.read(path, u"/service_type"_s), "\"MyService1\"");
    QCOMPARE(site.ask("POST " + path + "/end", body).status, 204);
    const Answer shown = site.ask("GET " + path + "?extensions=*");
    QCOMPARE(shown.at(u"/completed/media_type"_s), "\"mymedia1\"");
    QCOMPARE(shown.at(u"/Offers"_s), "[1]");
    QCOMPARE(shown.body.count("\"service_type\""), 1);
}

void TestServiceOperations::fillsInDefaults()
{
    Site site;
    site.options.attributes = sandbox::BusinessAttributes::standard();
    const Answer started = site.ask("POST /services/start",
                                    R"({"customer_id":"C","media_type":2})");
    const QByteArray path = "/services/" + started.text(u"/service_id"_s).toUtf8();
    QCOMPARE(site.read(path, u"/service_type"_s), "1");
    QCOMPARE(site.read(path, u"/started"_s),
             R"({"timestamp":"2026-03-01T12:00:00.000Z","media_type":2,"resource_type":2})");
    QCOMPARE(site.ask("POST " + path + "/end", R"({"disposition":10})").status, 204);
    QCOMPARE(site.read(path, u"/completed"_s),
             R"({"timestamp":"2026-03-01T12:00:00.000Z","resource_type":2,"media_type":5})");
    // An update leaves alone what it does not name.
    QCOMPARE(site.ask("POST /customers/D" + path, R"({"service_type":3})").status, 204);
    QCOMPARE(site.ask("POST /customers/E" + path).status, 204);
    QCOMPARE(site.read(path, u"/service_type"_s), "3");
    QCOMPARE(site.read(path, u"/started/media_type"_s), "2");
}

QTEST_GUILESS_MAIN(TestServiceOperations)

#include "tst_serviceoperations.moc"
