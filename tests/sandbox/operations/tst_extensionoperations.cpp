// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Extensions: update and merge, and the schemas of 8.1 that say which there may be.

#include "sandbox/site.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::test;

class TestExtensionOperations : public QObject
{
    Q_OBJECT

private slots:
    void updates_data();
    void updates();
    void merges_data();
    void merges();
    void refuses_data();
    void refuses();
    void mergesIn85Only();
    void createsSchemas();
    void checksSchemas_data();
    void checksSchemas();
    void wantsASchema_data();
    void wantsASchema();
    void checksRecords_data();
    void checksRecords();
    void comparesNamesWithoutCase();
};

namespace {

// Of a service, its state and its task, each with the attached data A.
QByteArrayList targets(Site &site)
{
    const QByteArray id = site.startService(R"(,"A":{"x":1,"y":[2]},"L":[1])");
    site.startState(id, R"(,"A":{"x":1,"y":[2]},"L":[1])");
    site.startTask(id, R"(,"A":{"x":1,"y":[2]},"L":[1])");
    const QByteArray path = "/services/" + id;
    return {path, path + "/states/0", path + "/tasks/0"};
}

} // namespace

void TestExtensionOperations::updates_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("left");
    const auto row = [](const char *name, const char *body, const char *left) {
        QTest::addRow("%s %s", name, body)
            << QByteArray(name) << QByteArray(body) << QByteArray(left);
    };
    row("A", "{\"z\":1.10}", R"(,"A":{"z":1.10},"L":[1]})");
    row("A", "[{},{}]", R"(,"A":[{},{}],"L":[1]})");
    row("A", " 18446744073709551615\n", R"(,"A":18446744073709551615,"L":[1]})");
    row("New", "null", R"(,"A":{"x":1,"y":[2]},"L":[1],"New":null})");
    row("with%20blank%2Fand%20%C3%A4", "\"\"",
        R"(,"A":{"x":1,"y":[2]},"L":[1],"with blank/and ä":""})");
}

void TestExtensionOperations::updates()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, left);
    Site site;
    for (const QByteArray &target : targets(site)) {
        const Answer answer = site.ask("PUT " + target + "/extensions/" + name, body);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, QByteArray());
        const QByteArray shown = site.ask("GET " + target + "?extensions=*").body;
        QVERIFY2(shown.endsWith(left), shown.constData());
    }
}

void TestExtensionOperations::merges_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("left"); // empty: refused
    const auto row = [](const char *name, const char *body, const char *left) {
        QTest::addRow("%s %s", name, body)
            << QByteArray(name) << QByteArray(body) << QByteArray(left);
    };
    row("A", R"({"z":3})", R"({"x":1,"y":[2],"z":3})");
    row("A", R"({"x":1.0})", R"({"x":1.0,"y":[2]})");
    row("A", "{}", R"({"x":1,"y":[2]})");
    row("New", R"({"x":1})", R"({"x":1})");
    row("L", R"({"x":1})", ""); // a list is there
    row("A", "[1]", "");
    row("A", "1", "");
    row("A", "", "");
}

void TestExtensionOperations::merges()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, left);
    Site site;
    for (const QByteArray &target : targets(site)) {
        const QByteArray before = site.ask("GET " + target + "?extensions=*").body;
        const Answer answer = site.ask("PUT " + target + "/extensions/" + name + "/merge", body);
        QCOMPARE(answer.status, left.isEmpty() ? 400 : 200);
        if (left.isEmpty())
            QCOMPARE(site.ask("GET " + target + "?extensions=*").body, before);
        else
            QCOMPARE(site.read(target + "?extensions=*", u'/' + QString::fromLatin1(name)), left);
    }
}

void TestExtensionOperations::refuses_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no body") << QByteArray("A") << QByteArray();
    QTest::newRow("malformed") << QByteArray("A") << QByteArray("{");
    QTest::newRow("reserved") << QByteArray("completed") << QByteArray("{}");
    QTest::newRow("a field") << QByteArray("disposition") << QByteArray("{}");
}

void TestExtensionOperations::refuses()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, body);
    Site site;
    for (const QByteArray &target : targets(site))
        QCOMPARE(site.ask("PUT " + target + "/extensions/" + name, body).status, 400);
}

void TestExtensionOperations::mergesIn85Only()
{
    Site site(options81());
    const QByteArray id = site.startService();
    QCOMPARE(site.ask("PUT /services/" + id + "/extensions/A/merge", "{}").status, 404);
}

namespace {

constexpr char survey[] =
    R"({"name":"Survey","type":"single-valued","attributes":[)"
    R"({"name":"url","type":"string"},{"name":"question 1","type":"integer","default":0},)"
    R"({"name":"agreed","type":"boolean"},{"name":"share","type":"double"}]})";
constexpr char offers[] =
    R"({"name":"Offers","type":"multi-valued","attributes":[)"
    R"({"name":"car type","type":"string"},{"name":"price","type":"integer"}],)"
    R"("unique":["car type"]})";

} // namespace

void TestExtensionOperations::createsSchemas()
{
    Site site(options81());
    QCOMPARE(site.read("/metadata/tasks/extensions", QString()), "[]");
    for (const char *entity : {"services", "states", "tasks"}) {
        const QByteArray path = QByteArray("/metadata/") + entity + "/extensions";
        QCOMPARE(site.ask("POST " + path, survey).status, 201);
        QCOMPARE(site.read(path, u"/0"_s), survey); // as it was given
        const Answer again = site.ask("POST " + path,
                                      QByteArray(survey).replace("Survey", "SURVEY"));
        QCOMPARE(again.status, 400);
    }
    Site newer;
    QCOMPARE(newer.ask("POST /metadata/tasks/extensions", survey).status, 404); // 8.1 only
}

void TestExtensionOperations::checksSchemas_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const char *schemaName, const char *rest, int status) {
        QTest::newRow(name) << QByteArray("{\"name\":") + schemaName + ',' + rest + '}' << status;
    };
    const char *rest = R"("type":"single-valued","attributes":[{"name":"a","type":"string"}])";
    row("good", "\"Survey\"", rest, 201);
    row("26 characters", "\"A2345678901234567890123456\"", rest, 201);
    row("27 characters", "\"A23456789012345678901234567\"", rest, 400);
    row("begins with a digit", "\"1Survey\"", rest, 400);
    row("underscore", "\"S_1\"", rest, 201);
    row("blank", "\"car type\"", rest, 400);
    row("line break", "\"S\\n\"", rest, 400);
    row("empty", "\"\"", rest, 400);
    row("number", "1", rest, 400);
    row("reserved", "\"disposition\"", rest, 400);
    row("no type", "\"S\"", R"("attributes":[{"name":"a","type":"string"}])", 400);
    row("other type", "\"S\"", R"("type":"classifier","attributes":[{"name":"a","type":"string"}])",
        400);
    row("no attributes", "\"S\"", R"("type":"multi-valued")", 400);
    row("empty attributes", "\"S\"", R"("type":"multi-valued","attributes":[])", 400);
    row("attribute without a type", "\"S\"", R"("type":"multi-valued","attributes":[{"name":"a"}])",
        400);
    row("unknown in unique", "\"S\"",
        R"("type":"multi-valued","attributes":[{"name":"a","type":"string"}],"unique":["b"])", 400);
}

void TestExtensionOperations::checksSchemas()
{
    QFETCH(QByteArray, schema);
    Site site(options81());
    QTEST(site.ask("POST /metadata/tasks/extensions", schema).status, "status");
}

void TestExtensionOperations::wantsASchema_data()
{
    QTest::addColumn<QByteArray>("entity");
    QTest::newRow("service") << QByteArray("services");
    QTest::newRow("state") << QByteArray("states");
    QTest::newRow("task") << QByteArray("tasks");
}

void TestExtensionOperations::wantsASchema()
{
    QFETCH(QByteArray, entity);
    Site site(options81());
    const QByteArray service = "/services/" + site.startService();
    site.startState(service.mid(10));
    site.startTask(service.mid(10));
    const QByteArray target = entity == "services" ? service : service + '/' + entity + "/0";
    const QByteArray data = R"({"url":"u","question 1":7})";
    for (const int status : {400, 204}) {
        QCOMPARE(site.ask("POST " + target + "/end", "{\"Survey\":" + data + '}').status, status);
        QCOMPARE(site.ask("PUT " + target + "/extensions/Survey", data).status,
                 status == 204 ? 200 : 400);
        if (status == 400) // of the others none counts
            for (const char *other : {"services", "states", "tasks"}) {
                if (other != entity)
                    site.createSchema(other, survey);
            }
        if (status == 400) {
            QCOMPARE(site.ask("POST " + target + "/end", "{\"Survey\":" + data + '}').status, 400);
            site.createSchema(entity, survey);
        }
    }
    QCOMPARE(site.read(target + "?extensions=*", u"/Survey"_s), data);
}

void TestExtensionOperations::checksRecords_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<int>("status");
    const auto row = [](const char *data, int status) {
        QTest::newRow(data) << QByteArray(data) << status;
    };
    row(R"("Survey":{"url":"u","question 1":7,"agreed":true,"share":1.10})", 204);
    row(R"("Survey":{})", 204);
    row(R"("Survey":{"url":null})", 204);
    row(R"("Survey":{"other":1})", 400);
    row(R"("Survey":{"url":1})", 400);
    row(R"("Survey":{"question 1":7.5})", 400);
    row(R"("Survey":{"question 1":"7"})", 400);
    row(R"("Survey":{"agreed":1})", 400);
    row(R"("Survey":{"share":"1"})", 400);
    row(R"("Survey":[{"url":"u"}])", 400);
    row(R"("Survey":"u")", 400);
    row(R"("Offers":[{"car type":"cabriolet","price":25000},{"car type":"S.U.V.","price":25000}])",
        204);
    row(R"("Offers":{"car type":"cabriolet"})", 204); // one record
    row(R"("Offers":[])", 204);
    row(R"("Offers":[{"car type":"cabriolet"},{"car type":"cabriolet","price":1}])", 400); // unique
    row(R"("Offers":[1])", 400);
    row(R"("Offers":1)", 400);
    row(R"("Other":{})", 400);
    row(R"("Survey":{},"Other":{})", 400);
}

void TestExtensionOperations::checksRecords()
{
    QFETCH(QByteArray, data);
    Site site(options81());
    const QByteArray path = "/services/" + site.startService() + "/tasks/0";
    site.startTask(path.mid(10, path.size() - 18));
    site.createSchema("tasks", survey);
    site.createSchema("tasks", offers);
    QTEST(site.ask("POST " + path + "/end", '{' + data + '}').status, "status");
}

void TestExtensionOperations::comparesNamesWithoutCase()
{
    Site site(options81());
    site.createSchema("services", survey);
    const QByteArray path = "/services/" + site.startService(R"(,"Survey":{"url":"a"})");
    QCOMPARE(site.ask("POST " + path + "/end", R"({"SURVEY":{"url":"b"}})").status, 204);
    const QByteArray shown = site.ask("GET " + path + "?extensions=survey").body;
    QVERIFY2(shown.endsWith(R"(,"SURVEY":{"url":"b"}})"), shown.constData()); // one, as it was sent
    QVERIFY(!shown.contains("Survey"));
}

QTEST_GUILESS_MAIN(TestExtensionOperations)

#include "tst_extensionoperations.moc"
