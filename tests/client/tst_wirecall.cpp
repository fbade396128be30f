// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// How a write leaves, and what is believed of what comes back.

#include "client/contextservices.h"
#include "client/operations.h"
#include "client/transport.h"
#include "support/rawserver.h"
#include "support/writepermits.h"

#include <QtCore/QEventLoop>
#include <QtCore/QTimer>
#include <QtTest/QTest>

#include <variant>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::client;
using closeout::test::RawServer;
using closeout::test::WritePermits;
using contract::serviceTarget;
using contract::WriteEffect;

class TestWireCall : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_server = std::make_unique<RawServer>(); }
    void everyWriteHasAConnectionOfItsOwn();
    void answers_data();
    void answers();
    void nothingLeavesWhenTheServerSpeaksFirst();
    void nothingLeavesWhenTheServerHangsUpAtOnce();
    void answerBeforeTheRequestHasLeft();
    void aByteNowAndThenIsGivenUp_data();
    void aByteNowAndThenIsGivenUp();
    void interimAnswersToReadsAreReadPast_data();
    void interimAnswersToReadsAreReadPast();
    void cancelledBeforeItLeaves();
    void whatWasSentAsASecretIsMasked();

private:
    Connection connection() const;
    using Any = std::variant<Request, Write>;
    Exchange exchangeOf(Transport &transport, const Any &request);
    Exchange write();

    std::unique_ptr<RawServer> m_server;
};

namespace {

constexpr char body[] = R"({"disposition":10})";

} // namespace

Connection TestWireCall::connection() const
{
    Connection connection;
    connection.baseUrl = m_server->url(u"/genesys/1/cs"_s);
    connection.timeout = std::chrono::seconds(20);
    return connection;
}

Exchange TestWireCall::exchangeOf(Transport &transport, const Any &request)
{
    std::optional<Exchange> got;
    QEventLoop loop;
    const auto take = [&](const Exchange &exchange) {
        QVERIFY2(!got, "called back twice");
        got = exchange;
        loop.quit();
    };
    if (const Write *write = std::get_if<Write>(&request))
        transport.write(WritePermits::one(), *write, &transport, take);
    else
        transport.send(std::get<Request>(request), &transport, take);
    // Not QTest::qWaitFor(), which looks at the sockets every 10 ms only.
    QTimer::singleShot(15000, &loop, &QEventLoop::quit);
    if (!got)
        loop.exec();
    if (!got)
        QTest::qFail("no answer", __FILE__, __LINE__);
    return got.value_or(Exchange());
}

Exchange TestWireCall::write()
{
    Transport transport(connection());
    return exchangeOf(transport, complete(serviceTarget(u"1"_s), body));
}

// What stands on a connection that is kept can be the answer to something else.
void TestWireCall::everyWriteHasAConnectionOfItsOwn()
{
    m_server->onRequest([](QTcpSocket *socket, const QByteArray &request) {
        const QByteArray record = RawServer::answer("200 OK", R"({"service_id":"1"})");
        if (request.startsWith("GET"))
            socket->write(record + RawServer::answer("204 No Content")); // one too many
        else
            socket->write(RawServer::answer("400 Bad Request", R"({"message":"no"})"));
    });
    Transport transport(connection());
    exchangeOf(transport, query(serviceTarget(u"1"_s)));
    for (const int connections : {2, 3}) {
        QCOMPARE(exchangeOf(transport, complete(serviceTarget(u"1"_s), body)).status, 400);
        QCOMPARE(m_server->connections(), connections);
        QVERIFY(m_server->requests().last().contains("\r\nConnection: close\r\n"));
    }
}

void TestWireCall::answers_data()
{
    QTest::addColumn<QByteArray>("answer"); // then the connection is closed
    QTest::addColumn<int>("status");
    QTest::addColumn<WriteEffect>("effect");

    const auto row = [](const char *name, const QByteArray &answer, int status,
                        WriteEffect effect) { QTest::newRow(name) << answer << status << effect; };
    using enum WriteEffect;
    const QByteArray done = "HTTP/1.1 204 No Content\r\n\r\n";
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const QByteArray chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
    row("204", done, 204, Done);
    row("200, empty", RawServer::answer("200 OK"), 200, Done);
    row("201, empty", RawServer::answer("201 Created"), 201, Done);
    row("200 of no chunk", chunked + "0\r\n\r\n", 200, Done);
    row("100, 103 and 204",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + done, 204,
        Done);
    row("102 and a refusal",
        "HTTP/1.1 102 Processing\r\n\r\n" + RawServer::answer("400 Bad", R"({"message":"no"})"),
        400, NotDone);
    row("101", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n", 101, Unknown);
    row("only 100", "HTTP/1.1 100 Continue\r\n\r\n", 0, Unknown);
    row("nothing", "", 0, Unknown);
    row("garbage", "SSH-2.0-OpenSSH_9.2\r\n", 0, Unknown);
    row("half a status line", "HTTP/1.1 20", 0, Unknown);
    row("half a head", "HTTP/1.1 204 No Content\r\nContent-Le", 0, Unknown);
    row("200 that ends with the connection", ok + "\r\n", 200, Unknown);
    row("204 twice", done + done, 204, Unknown);
    row("204 with a body", "HTTP/1.1 204 No\r\nContent-Length: 2\r\n\r\n{}", 204, Unknown);
    row("half a body", ok + "Content-Length: 100\r\n\r\n{\"a\":", 200, Unknown);
    row("broken chunks", chunked + "zz\r\n{}\r\n0\r\n\r\n", 200, Unknown);
    row("chunks that end early", chunked + "5\r\n{\"a\":\r\n", 200, Unknown);
    row("two lengths", ok + "Content-Length: 0\r\nContent-Length: 2\r\n\r\n{}", 200, Unknown);
    row("a record", RawServer::answer("200 OK", R"({"service_id":"1","started":{}})"), 200,
        Unknown);
    for (const char *said : {R"({"error":"unauthorized"})", R"({"message":"Service not found"})",
                             R"({"success":false})", "{}", "[]", "null", "<html>", " "})
        row(said, RawServer::answer("200 OK", said), 200, Unknown);
    row("not found, though it was just read", RawServer::answer("404 Not Found"), 404, Unknown);
    row("the same of 8.5",
        RawServer::answer("400 Bad Request",
                          R"({"message":"no service","exception":"com.x.NotFoundException"})"),
        400, Unknown);
    row("a refusal that breaks off", "HTTP/1.1 400 Bad\r\nContent-Length: 9\r\n\r\n{", 400,
        Unknown);
    row("a refusal", RawServer::answer("403 Forbidden"), 403, NotDone);
}

void TestWireCall::answers()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const int, status);
    QFETCH(const WriteEffect, effect);
    m_server->onRequest([&](QTcpSocket *socket, const QByteArray &) {
        socket->write(answer);
        socket->disconnectFromHost();
    });
    const Exchange exchange = write();
    const WriteAnswer said = writeAnswerOf(exchange, connection());
    QCOMPARE(exchange.status, status);
    QCOMPARE(exchange.departure, Departure::Sent);
    QCOMPARE(int(said.effect), int(effect));
    QCOMPARE(said.error.has_value(), effect != WriteEffect::Done);
    if (said.error)
        QVERIFY(!said.error->message.isEmpty());
    QCOMPARE(m_server->requests().size(), 1);
}

void TestWireCall::nothingLeavesWhenTheServerSpeaksFirst()
{
    m_server->onConnection(
        [](QTcpSocket *socket) { socket->write("HTTP/1.1 204 No Content\r\n\r\n"); });
    const Exchange exchange = write();
    QCOMPARE(exchange.departure, Departure::NotSent);
    QVERIFY(exchange.error);
    QVERIFY2(exchange.error->message.contains("before anything was asked"_L1),
             qPrintable(exchange.error->message));
    QCOMPARE(int(writeAnswerOf(exchange, connection()).effect), int(WriteEffect::NotDone));
    QCOMPARE(m_server->requests().size(), 0);
}

void TestWireCall::nothingLeavesWhenTheServerHangsUpAtOnce()
{
    m_server->onConnection([](QTcpSocket *socket) { socket->disconnectFromHost(); });
    const Exchange exchange = write();
    QCOMPARE(exchange.departure, Departure::NotSent);
    QVERIFY(exchange.error);
    QCOMPARE(exchange.error->kind, ErrorKind::ConnectionLost);
    QCOMPARE(m_server->requests().size(), 0);
}

void TestWireCall::answerBeforeTheRequestHasLeft()
{
    // Larger than the sockets' buffers, so that some of it still waits.
    const QByteArray large = '"' + QByteArray(40 << 20, 'x') + '"';
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        socket->setReadBufferSize(4096);
        connect(socket, &QTcpSocket::readyRead, socket,
                [socket] { socket->write("HTTP/1.1 204 No Content\r\n\r\n"); });
    });
    Connection to = connection();
    to.baseUrl.setPort(server.serverPort());
    Transport transport(to);
    const Exchange exchange = exchangeOf(transport, complete(serviceTarget(u"1"_s), large));
    QVERIFY(exchange.error);
    QCOMPARE(int(writeAnswerOf(exchange, to).effect), int(WriteEffect::Unknown));
}

void TestWireCall::aByteNowAndThenIsGivenUp_data()
{
    QTest::addColumn<bool>("isWrite");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("a write, in its head") << true << QByteArray("HTTP/1.1 204 No Content\r\nX: ");
    QTest::newRow("a write, in its body")
        << true << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n");
    QTest::newRow("a read") << false
                            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n");
}

// Though there is never silence for as long as the time-out.
void TestWireCall::aByteNowAndThenIsGivenUp()
{
    QFETCH(const bool, isWrite);
    QFETCH(const QByteArray, start);
    m_server->onRequest([&](QTcpSocket *socket, const QByteArray &) {
        socket->write(start);
        auto *drip = new QTimer(socket);
        connect(drip, &QTimer::timeout, socket, [socket] { socket->write("x"); });
        drip->start(50);
    });
    Connection to = connection();
    to.timeout = std::chrono::milliseconds(500);
    Transport transport(to);
    const Exchange exchange = exchangeOf(transport,
                                         isWrite ? Any(complete(serviceTarget(u"1"_s), body))
                                                 : Any(query(serviceTarget(u"1"_s))));
    QVERIFY(exchange.error);
    QVERIFY2(exchange.error->message.contains("too slowly"_L1),
             qPrintable(exchange.error->message));
    QCOMPARE(exchange.error->kind, ErrorKind::TimedOut);
    QCOMPARE(exchange.departure, Departure::Sent);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestWireCall::interimAnswersToReadsAreReadPast_data()
{
    QTest::addColumn<QByteArray>("interim");
    QTest::addColumn<int>("status");
    for (const char *interim :
         {"100 Continue", "102 Processing", "103 Early Hints\r\nLink: </style.css>"})
        QTest::newRow(interim) << QByteArray(interim) << 200;
    QTest::newRow("101 Switching Protocols") << QByteArray("101 Switching Protocols") << 101;
}

void TestWireCall::interimAnswersToReadsAreReadPast()
{
    QFETCH(const QByteArray, interim);
    QFETCH(const int, status);
    m_server->answerAll("HTTP/1.1 " + interim + "\r\n\r\n" + RawServer::answer("200 OK", "[1,2]"));
    Transport transport(connection());
    const Exchange exchange = exchangeOf(transport, query(serviceTarget(u"1"_s)));
    QCOMPARE(exchange.status, status);
    if (status == 200)
        QCOMPARE(exchange.answerBody, "[1,2]");
    QByteArray streamed;
    std::optional<Exchange> end;
    transport.stream(
        query(serviceTarget(u"1"_s)), this, [&](const QByteArray &bytes) { streamed += bytes; },
        [&](const Exchange &got) { end = got; });
    QTRY_VERIFY(end);
    QCOMPARE(end->status, status);
    if (status == 200)
        QCOMPARE(streamed, "[1,2]");
}

void TestWireCall::cancelledBeforeItLeaves()
{
    Transport transport(connection());
    std::optional<Exchange> got;
    const QPointer<Call> call = transport.write(WritePermits::one(),
                                                complete(serviceTarget(u"1"_s), body), this,
                                                [&](const Exchange &exchange) { got = exchange; });
    call->cancel();
    QTRY_VERIFY(got);
    QCOMPARE(got->error->kind, ErrorKind::Cancelled);
    QCOMPARE(got->departure, Departure::NotSent);
    QCOMPARE(m_server->requests().size(), 0);
}

void TestWireCall::whatWasSentAsASecretIsMasked()
{
    Connection to = connection();
    to.user = u"demo"_s;
    to.password = u"topsecret-7"_s;
    const QByteArray pair = QByteArray("demo:topsecret-7").toBase64();
    m_server->answerAll("HTTP/1.1 400 You sent " + pair + "\r\nX-Echo: Basic " + pair
                        + "\r\nX-Other: topsecret%2D7 topsecret-7\r\nContent-Length: 29\r\n\r\n"
                          "{\"message\":\"not topsecret-7\"}");
    Transport transport(to);
    for (const Any &request :
         {Any(query(serviceTarget(u"1"_s))), Any(complete(serviceTarget(u"1"_s), body))}) {
        const Exchange exchange = exchangeOf(transport, request);
        QCOMPARE(exchange.status, 400);
        QByteArray all = exchange.reason + exchange.answerBody + exchange.request.head();
        for (const Header &header : exchange.answerHeaders)
            all += header.name + ": " + header.value + '\n';
        all += refusalOf(exchange, to)->message.toUtf8();
        QVERIFY2(!all.contains("topsecret-7"), all.constData());
        QVERIFY2(!all.contains(pair), all.constData());
        QVERIFY(exchange.answerBody.contains("not ********"));
        QVERIFY(exchange.unmaskedBody.contains("topsecret-7"));
    }
}

QTEST_GUILESS_MAIN(TestWireCall)

#include "tst_wirecall.moc"
