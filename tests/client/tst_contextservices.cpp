// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/contextservices.h"
#include "support/rawserver.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::client;
using closeout::test::RawServer;
using contract::Completeness;
using contract::serviceTarget;

class TestContextServices : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void readsARecord();
    void whatIsNoAnswer_data();
    void whatIsNoAnswer();
    void readsAList_data();
    void readsAList();
    void readsAnyDocument();
    void asksAnOldServerForLess_data();
    void asksAnOldServerForLess();
    void streamCanBeHeld();
    void exportArrivesInPieces();
    void exportIsAskedForAsPrinted();

private:
    Result<Record> readService();

    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<ContextServices> m_services;
};

void TestContextServices::init()
{
    m_services.reset();
    m_transport.reset();
    m_server = std::make_unique<RawServer>();
    Connection connection;
    connection.baseUrl = m_server->url(u"/genesys/1/cs"_s);
    connection.timeout = std::chrono::seconds(10);
    m_transport = std::make_unique<Transport>(connection);
    m_services = std::make_unique<ContextServices>(*m_transport);
}

Result<Record> TestContextServices::readService()
{
    std::optional<Result<Record>> got;
    m_services->read(serviceTarget(u"1/%2"_s), this,
                     [&](const Answer<Record> &answer) { got = answer.value; });
    if (!QTest::qWaitFor([&] { return got.has_value(); }, 15000))
        return failure(ErrorKind::TimedOut, u"no answer"_s);
    return *got;
}

void TestContextServices::readsARecord()
{
    const QByteArray json = "{ \"service_id\": \"1/%2\",\n \"n\": 1.10 }";
    m_server->answerAll(RawServer::answer("200 OK", json));
    const Result<Record> record = readService();
    QVERIFY(record);
    QCOMPARE(record->json(), json);
}

void TestContextServices::whatIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("says");

    const auto answer = [](const char *status, const QByteArray &body,
                           const char *type = "application/json") {
        return RawServer::answer(status, body, type);
    };
    using enum ErrorKind;
    QTest::newRow("HTML") << answer("200 OK", "<html>\n<h1>Sign in", "text/html")
                          << NotContextServices << u"<html> <h1>Sign in"_s;
    QTest::newRow("truncated") << answer("200 OK", "{\"service_id\":") << NotContextServices
                               << u"{\"service_id\":"_s;
    QTest::newRow("empty") << answer("200 OK", "") << NotContextServices << u"empty body"_s;
    QTest::newRow("not an object") << answer("200 OK", "[]") << NotContextServices << u"[]"_s;
    QTest::newRow("compressed") << QByteArray(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n\x1f\x8b")
                                << NotContextServices << u"gzip"_s;
    QTest::newRow("8.5 not found") << answer("400 Bad Request",
                                             R"({"message":"There are no service found for : 1",)"
                                             R"("exception":"com.genesyslab.x.NotFoundException"})")
                                   << NotFound << u"There are no service found for : 1"_s;
    QTest::newRow("8.1 not found")
        << answer("404 Not Found", R"({"code":404,"description":"Service 1 is not known"})")
        << NotFound << u"Service 1 is not known"_s;
    QTest::newRow("8.1, one level down")
        << answer("400 Bad Request", R"({"error":{"code":7,"description":"bad disposition"}})")
        << Refused << u"bad disposition"_s;
    QTest::newRow("tenant")
        << answer("400 Bad Request",
                  R"({"message":"Invalid tenant specified","exception":"x.Resource"})")
        << Refused << u"Invalid tenant specified"_s;
    QTest::newRow("401") << answer("401 Unauthorized", "") << SignInNeeded << u"user name"_s;
    QTest::newRow("403") << answer("403 Forbidden", "") << RoleMissing << u"Supervisor"_s;
    QTest::newRow("500 with a page")
        << answer("500 Oops", "<html>trace", "text/html") << ServerFailed << u"<html>trace"_s;
    QTest::newRow("redirect") << QByteArray(
        "HTTP/1.1 302 Found\r\nLocation: http://a/\r\nContent-Length: 0\r\n\r\n")
                              << NotContextServices << u"redirect"_s;
}

void TestContextServices::whatIsNoAnswer()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, says);
    m_server->answerAll(answer);
    const Result<Record> record = readService();
    QVERIFY(!record);
    QCOMPARE(int(record.error().kind), int(kind));
    QVERIFY2(record.error().message.contains(says), qPrintable(record.error().message));
    // The address comes with percent-escapes, which must not be taken for place markers.
    QVERIFY2(record.error().message.contains("/services/1%2F%252: "_L1),
             qPrintable(record.error().message));
    QCOMPARE(m_server->requests().size(), 1);
}

void TestContextServices::readsAList_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("count"); // -1: refused
    QTest::newRow("none") << QByteArray("[]") << 0;
    QTest::newRow("two") << QByteArray(R"([{"task_id":1},{"task_id":2}])") << 2;
    QTest::newRow("an object") << QByteArray("{}") << -1;
    QTest::newRow("a number in it") << QByteArray(R"([{"task_id":1},2])") << -1;
}

void TestContextServices::readsAList()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, count);
    m_server->answerAll(RawServer::answer("200 OK", body));
    std::optional<qsizetype> got;
    m_services->readList(Record::Kind::Task, queryTasks(u"95"_s, Completeness::Active), this,
                         [&](const Answer<QList<Record>> &answer) {
                             got = answer.value ? answer.value->size() : -1;
                         });
    QTRY_VERIFY(got);
    QCOMPARE(*got, count);
    QVERIFY(m_server->requests().first().startsWith(
        "GET /genesys/1/cs/services/95/tasks/active?extensions=%2A HTTP/1.1\r\n"));
}

void TestContextServices::asksAnOldServerForLess_data()
{
    QTest::addColumn<contract::Dialect>("dialect");
    QTest::addColumn<QByteArray>("toAll"); // what a question for everything is answered with
    QTest::addColumn<bool>("nests"); // and to one for states and tasks alone in the same way?
    QTest::addColumn<int>("questions"); // of two readings
    QTest::addColumn<int>("shown"); // of the record; -1: an error

    const auto row = [](const char *name, contract::Dialect dialect, const QByteArray &toAll,
                        int questions, int shown, bool nests = false) {
        QTest::newRow(name) << dialect << toAll << nests << questions << shown;
    };
    const QByteArray refused = RawServer::answer("400 Bad Request", R"({"code":7})");
    const QByteArray plain = RawServer::answer("200 OK", R"({"service_id":"1/%2"})");
    using enum contract::Dialect;
    using enum Record::Shown;
    row("8.5 refuses", V85, refused, 2, -1);
    row("8.5 has none", V85, plain, 2, int(Everything));
    row("8.1 refuses", V81, refused, 4, int(RecordAlone)); // it is not asked for all again
    row("8.1 refuses attached data alone", V81, refused, 3, int(PerhapsNotData), true);
    row("8.1 does not find it", V81, RawServer::answer("404 Not Found"), 4, int(RecordAlone));
    row("8.1 says nothing", V81, plain, 2, int(PerhapsNotData));
    row("8.1 shows some", V81, RawServer::answer("200 OK", R"({"service_id":"1/%2","K":1})"), 2,
        int(Everything));
    row("8.1 wants a user", V81, RawServer::answer("401 Unauthorized"), 2, -1);
    row("8.1 fails", V81, RawServer::answer("500 Oops"), 2, -1);
}

void TestContextServices::asksAnOldServerForLess()
{
    QFETCH(const contract::Dialect, dialect);
    QFETCH(const QByteArray, toAll);
    QFETCH(const bool, nests);
    QFETCH(const int, questions);
    QFETCH(const int, shown);
    m_server->onRequest([&](QTcpSocket *socket, const QByteArray &request) {
        const bool isForAll = request.contains("extensions=")
            || (!nests && request.contains("active_tasks="));
        socket->write(isForAll ? toAll : RawServer::answer("200 OK", R"({"service_id":"1/%2"})"));
    });
    Connection connection = m_transport->connection();
    connection.dialect = dialect;
    m_services.reset();
    m_transport = std::make_unique<Transport>(connection);
    m_services = std::make_unique<ContextServices>(*m_transport);
    QSignalSpy told(m_services.get(), &ContextServices::foundToShowLess);
    for (int i = 0; i < 2; ++i) {
        const Result<Record> record = readService();
        QCOMPARE(record ? int(record->shown()) : -1, shown);
    }
    QCOMPARE(m_server->requests().size(), questions);
    QCOMPARE(told.size(), m_services->shows() == ContextServices::Shows::Everything ? 0 : 1);
    QCOMPARE(m_services->shows() == ContextServices::Shows::NotData, nests);
}

void TestContextServices::readsAnyDocument()
{
    m_server->answerAll(
        RawServer::answer("200 OK", R"({"values":[{"name":"email","dbid":1003}]})"));
    std::optional<QString> id;
    m_services->readDocument(queryBusinessAttributes(), this,
                             [&](const Answer<json::Document> &answer) {
                                 const json::Value values = answer.value->root().member(u"values");
                                 id = values.at(0).member(u"dbid").text();
                             });
    QTRY_VERIFY(id);
    QCOMPARE(*id, u"1003"_s);
}

void TestContextServices::exportArrivesInPieces()
{
    QTcpSocket *open = nullptr;
    m_server->onRequest([&](QTcpSocket *socket, const QByteArray &) {
        open = socket;
        socket->write(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n12\r\n[{\"service_id\":1},\r\n");
    });
    QByteArray got;
    std::optional<Result<void>> done;
    m_services->streamExport(
        Completeness::Active, {}, this, [&](const QByteArray &bytes) { got += bytes; },
        [&](const Result<void> &result, const Exchange &) { done = result; });
    QTRY_COMPARE(got, "[{\"service_id\":1},"); // while the answer is still arriving
    QVERIFY(!done);
    open->write("11\r\n{\"service_id\":2}]\r\n0\r\n\r\n");
    QTRY_VERIFY(done);
    QVERIFY(*done);
    QCOMPARE(got, "[{\"service_id\":1},{\"service_id\":2}]");
}

// Nothing comes while it is held, the end neither; then all of it does.
void TestContextServices::streamCanBeHeld()
{
    m_server->answerAll(RawServer::answer("200 OK", "[1,2]"));
    QByteArray got;
    bool done = false;
    QPointer<Call> call = m_services->streamExport(
        Completeness::Active, {}, this, [&](const QByteArray &bytes) { got += bytes; },
        [&](const Result<void> &result, const Exchange &) { done = result.has_value(); });
    call->hold();
    QTRY_COMPARE(m_server->requests().size(), 1);
    bool isOther = false;
    m_services->streamExport(
        Completeness::Active, {}, this, [](const QByteArray &) {},
        [&](const Result<void> &, const Exchange &) { isOther = true; });
    QTRY_VERIFY(isOther); // so the first would have arrived as well
    QCOMPARE(got, "");
    QVERIFY(!done);
    call->goOn();
    QTRY_VERIFY(done);
    QCOMPARE(got, "[1,2]");
}

void TestContextServices::exportIsAskedForAsPrinted()
{
    m_server->answerAll(RawServer::answer("200 OK", "[]"));
    bool done = false;
    m_services->streamExport(
        Completeness::Completed,
        {QDateTime({2026, 5, 1}, {0, 0}, Qt::UTC), QDateTime({2026, 6, 1}, {0, 0}, Qt::UTC)}, this,
        [](const QByteArray &) {}, [&](const Result<void> &, const Exchange &) { done = true; });
    QTRY_VERIFY(done);
    const QByteArray line = m_server->requests().first().split('\r').first();
    QCOMPARE(line,
             "GET /genesys/1/cs/maintenance/services/stream?time_from=2026-05-01T00%3A00%3A00.000Z"
             "&time_to=2026-06-01T00%3A00%3A00.000Z&filter_events=started&export_content=true"
             "&filter_state=inactive HTTP/1.1");
}

QTEST_GUILESS_MAIN(TestContextServices)
#include "tst_contextservices.moc"
