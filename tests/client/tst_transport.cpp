// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/operations.h"
#include "client/transport.h"
#include "support/rawserver.h"
#include "support/writepermits.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <variant>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::client;
using closeout::test::RawServer;
using closeout::test::WritePermits;
using contract::serviceTarget;

class TestTransport : public QObject
{
    Q_OBJECT

private slots:
    void sendsWhatPrepareSays();
    void postIsSentOnceWhenTheServerDropsIt_data();
    void postIsSentOnceWhenTheServerDropsIt();
    void largePostIsSentOnceWhenTheServerDropsItHalfWay();
    void refusedConnectionSendsNothing();
    void failures_data();
    void failures();
    void signInIsTriedOnce();
    void redirectsAreNotFollowed_data();
    void redirectsAreNotFollowed();
    void timesOut();
    void cancelledCallReportsOnce();
    void deadContextIsNotCalled();
    void destroyedTransportIsSilent();
    void transportMayBeDestroyedByItsCallback();
    void credentialsAreMasked();
    void streamsWithoutKeeping();
    void keepsALargeAnswerWhole();
    void endlessAnswerIsCutOff();

private:
    Connection connection() const;
    // What a person asks for, reading or writing.
    using Any = std::variant<Request, Write>;
    Exchange exchangeOf(Transport &transport, const Any &request);

    std::unique_ptr<RawServer> m_server;

private slots:
    void init() { m_server = std::make_unique<RawServer>(); }
};

namespace {

constexpr char body[] = R"({"disposition":10,"Feedback":{"rating":1.10}})";

} // namespace

Connection TestTransport::connection() const
{
    Connection connection;
    connection.baseUrl = m_server->url(u"/genesys/1/cs"_s);
    connection.timeout = std::chrono::seconds(20);
    return connection;
}

// What cannot be compiled is what the type is for: a reading as a write, a permit of one's own, or
// one for two.
static_assert(!std::is_default_constructible_v<WritePermit>);
static_assert(!std::is_copy_constructible_v<WritePermit>);
static_assert(!std::is_convertible_v<Write, Request>);

Exchange TestTransport::exchangeOf(Transport &transport, const Any &request)
{
    std::optional<Exchange> got;
    const auto take = [&](const Exchange &exchange) {
        QVERIFY2(!got, "called back twice");
        got = exchange;
    };
    if (const Write *write = std::get_if<Write>(&request))
        transport.write(WritePermits::one(), *write, &transport, take);
    else
        transport.send(std::get<Request>(request), &transport, take);
    if (!QTest::qWaitFor([&] { return got.has_value(); }, 15000))
        QTest::qFail("no answer", __FILE__, __LINE__);
    return got.value_or(Exchange());
}

void TestTransport::sendsWhatPrepareSays()
{
    m_server->answerAll(RawServer::answer("204 No Content"));
    Connection to = connection();
    to.user = u"demo"_s;
    to.password = u"s€cret"_s;
    to.headers = {{"ContactCenterId", "1"}, {"GroupId", "north"}};
    Transport transport(to);
    const QList<Any> requests{complete(serviceTarget(u"383-ä/ü %2F?#"_s), body),
                              query(serviceTarget(u"36981723"_s))};
    for (const Any &request : requests) {
        exchangeOf(transport, request);
        const OutgoingRequest outgoing = std::visit([&](const auto &it) { return prepare(to, it); },
                                                    request);
        QCOMPARE(m_server->requests().last(), outgoing.head() + outgoing.body);
    }
    QCOMPARE(m_server->requests().first().first(m_server->requests().first().indexOf("\r\n")),
             "POST /genesys/1/cs/services/383-%C3%A4%2F%C3%BC%20%252F%3F%23/end HTTP/1.1");
}

void TestTransport::postIsSentOnceWhenTheServerDropsIt_data()
{
    QTest::addColumn<bool>("reused");
    QTest::newRow("fresh connection") << false;
    QTest::newRow("reused connection") << true;
}

void TestTransport::postIsSentOnceWhenTheServerDropsIt()
{
    QFETCH(const bool, reused);
    m_server->onRequest([](QTcpSocket *socket, const QByteArray &request) {
        if (request.startsWith("GET"))
            socket->write(RawServer::answer("200 OK", "{}"));
        else
            socket->disconnectFromHost();
    });
    Transport transport(connection());
    if (reused)
        exchangeOf(transport, query(serviceTarget(u"1"_s)));
    const Exchange exchange = exchangeOf(transport, complete(serviceTarget(u"1"_s), body));

    QCOMPARE(exchange.status, 0);
    QVERIFY(exchange.error);
    QCOMPARE(exchange.error->kind, ErrorKind::ConnectionLost);
    QCOMPARE(exchange.departure, Departure::Sent);
    // A second copy would come at once or with the next request.
    exchangeOf(transport, query(serviceTarget(u"2"_s)));
    const auto posts = std::count_if(m_server->requests().begin(), m_server->requests().end(),
                                     [](const QByteArray &r) { return r.startsWith("POST"); });
    QCOMPARE(posts, 1);
    if (reused)
        QCOMPARE(m_server->connections(), 2); // GET and POST shared one
}

void TestTransport::largePostIsSentOnceWhenTheServerDropsItHalfWay()
{
    // Larger than the socket's buffers: the device is read in many pieces.
    const QByteArray large = '"' + QByteArray(20 << 20, 'x') + '"';
    int posts = 0;
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        ++posts;
        connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->abort(); });
    });
    Connection to = connection();
    to.baseUrl.setPort(server.serverPort());
    Transport transport(to);
    const Exchange exchange = exchangeOf(transport, complete(serviceTarget(u"1"_s), large));
    QVERIFY(exchange.error);
    QCOMPARE(exchange.error->kind, ErrorKind::ConnectionLost);
    QCOMPARE(exchange.departure, Departure::Sent);
    QCOMPARE(posts, 1);
}

void TestTransport::refusedConnectionSendsNothing()
{
    Connection to = connection();
    m_server.reset(); // nothing listens on its port any more
    Transport transport(to);
    const Exchange exchange = exchangeOf(transport, complete(serviceTarget(u"1"_s), body));
    QVERIFY(exchange.error);
    QCOMPARE(exchange.error->kind, ErrorKind::ConnectionFailed);
    QCOMPARE(exchange.departure, Departure::NotSent);
    QVERIFY(exchange.error->message.contains(u"127.0.0.1:%1"_s.arg(to.baseUrl.port())));
}

void TestTransport::failures_data()
{
    QTest::addColumn<QByteArray>("answer"); // then the connection is closed
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("status");

    QTest::newRow("body ends early")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":")
        << ErrorKind::ConnectionLost << 200;
    QTest::newRow("chunks end early")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n")
        << ErrorKind::ConnectionLost << 200;
    QTest::newRow("closes in the status line")
        << QByteArray("HTTP/1.") << ErrorKind::ConnectionLost << 0;
    QTest::newRow("closes in the headers")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Le") << ErrorKind::ConnectionLost << 0;
    // Only who reads the bytes of a write knows that they are none of HTTP.
    QTest::newRow("garbage") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n") << ErrorKind::ConnectionLost
                             << 0;
}

void TestTransport::failures()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const ErrorKind, kind);
    QFETCH(const int, status);
    m_server->onRequest([&](QTcpSocket *socket, const QByteArray &) {
        socket->write(answer);
        socket->disconnectFromHost();
    });
    Transport transport(connection());
    for (const Any &request :
         {Any(query(serviceTarget(u"1"_s))), Any(complete(serviceTarget(u"1"_s), body))}) {
        const qsizetype before = m_server->requests().size();
        const Exchange exchange = exchangeOf(transport, request);
        QVERIFY(exchange.error);
        const bool isWrite = std::holds_alternative<Write>(request);
        const bool isGarbage = isWrite && answer.startsWith("SSH");
        QVERIFY2(exchange.error->kind == (isGarbage ? ErrorKind::NotContextServices : kind),
                 qPrintable(exchange.error->message + exchange.error->detail));
        QCOMPARE(exchange.status, status);
        if (isWrite)
            QCOMPARE(m_server->requests().size(), before + 1);
    }
}

void TestTransport::signInIsTriedOnce()
{
    m_server->answerAll("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"
                        "Content-Length: 2\r\n\r\n{}");
    Connection to = connection();
    to.user = u"demo"_s;
    to.password = u"wrong"_s;
    Transport transport(to);
    for (const Any &request :
         {Any(query(serviceTarget(u"1"_s))), Any(complete(serviceTarget(u"1"_s), body))}) {
        const qsizetype before = m_server->requests().size();
        const Exchange exchange = exchangeOf(transport, request);
        QCOMPARE(exchange.status, 401);
        QCOMPARE(exchange.answerBody, "{}");
        QVERIFY2(!exchange.error, qPrintable(exchange.error ? exchange.error->message : QString()));
        QCOMPARE(m_server->requests().size(), before + 1);
    }
}

void TestTransport::redirectsAreNotFollowed_data()
{
    QTest::addColumn<QByteArray>("status");
    for (const char *status :
         {"301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"})
        QTest::newRow(status) << QByteArray(status);
}

void TestTransport::redirectsAreNotFollowed()
{
    QFETCH(const QByteArray, status);
    m_server->answerAll("HTTP/1.1 " + status
                        + "\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
    Transport transport(connection());
    const Exchange exchange = exchangeOf(transport, complete(serviceTarget(u"1"_s), body));
    QCOMPARE(exchange.status, status.first(3).toInt());
    QVERIFY(!exchange.error);
    exchangeOf(transport, query(serviceTarget(u"1"_s)));
    QCOMPARE(m_server->requests().size(), 2);
}

void TestTransport::timesOut()
{
    m_server->onRequest([](QTcpSocket *, const QByteArray &) {}); // never answers
    Connection to = connection();
    to.timeout = std::chrono::milliseconds(200);
    Transport transport(to);
    const Exchange exchange = exchangeOf(transport, complete(serviceTarget(u"1"_s), body));
    QVERIFY(exchange.error);
    QCOMPARE(exchange.error->kind, ErrorKind::TimedOut);
    QCOMPARE(exchange.departure, Departure::Sent);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestTransport::cancelledCallReportsOnce()
{
    Transport transport(connection());
    int called = 0;
    Exchange got;
    const QPointer<Call> call = transport.write(WritePermits::one(),
                                                complete(serviceTarget(u"1"_s), body), this,
                                                [&](const Exchange &exchange) {
                                                    ++called;
                                                    got = exchange;
                                                });
    QTRY_COMPARE(m_server->requests().size(), 1);
    call->cancel();
    QTRY_COMPARE(called, 1);
    QCOMPARE(got.error->kind, ErrorKind::Cancelled);
    QCOMPARE(got.departure, Departure::Sent);
    QTRY_VERIFY(call.isNull());
    QCOMPARE(called, 1);
}

void TestTransport::deadContextIsNotCalled()
{
    m_server->answerAll(RawServer::answer("200 OK", "{}"));
    Transport transport(connection());
    auto context = std::make_unique<QObject>();
    bool called = false;
    const QPointer<Call> call = transport.send(query(serviceTarget(u"1"_s)), context.get(),
                                               [&](const Exchange &) { called = true; });
    context.reset();
    QTRY_VERIFY(call.isNull());
    exchangeOf(transport, query(serviceTarget(u"2"_s))); // a whole round later
    QVERIFY(!called);
}

void TestTransport::destroyedTransportIsSilent()
{
    bool called = false;
    auto transport = std::make_unique<Transport>(connection());
    transport->send(query(serviceTarget(u"1"_s)), this, [&](const Exchange &) { called = true; });
    QTRY_COMPARE(m_server->requests().size(), 1);
    transport.reset();
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

void TestTransport::transportMayBeDestroyedByItsCallback()
{
    m_server->answerAll(RawServer::answer("200 OK", "{}"));
    auto transport = std::make_unique<Transport>(connection());
    transport->send(query(serviceTarget(u"1"_s)), this,
                    [&](const Exchange &) { transport.reset(); });
    QTRY_VERIFY(!transport);
}

void TestTransport::credentialsAreMasked()
{
    m_server->answerAll(
        "HTTP/1.1 200 OK\r\nSet-Cookie: JSESSIONID=topsecret; Path=/; HttpOnly\r\nX-Auth-Token: "
        "topsecret\r\nContent-Length: 2\r\n\r\n{}");
    Connection to = connection();
    to.user = u"demo"_s;
    to.password = u"topsecret"_s;
    to.headers = {{"X-Route", "topsecret"}, {"ContactCenterId", "7"}};
    Transport transport(to);
    const Exchange exchange = exchangeOf(transport, query(serviceTarget(u"1"_s)));
    QByteArray everything = exchange.request.head();
    for (const Header &header : exchange.answerHeaders)
        everything += header.name + header.value;
    QVERIFY(everything.contains("Basic ********"));
    QVERIFY(everything.contains("ContactCenterId: 7"));
    QVERIFY(!everything.contains("topsecret"));
    QVERIFY(!everything.contains(QByteArray("demo:topsecret").toBase64()));
    QVERIFY(m_server->requests().first().contains(QByteArray("demo:topsecret").toBase64()));
}

void TestTransport::keepsALargeAnswerWhole()
{
    QByteArray large(20 << 20, 'x');
    large.back() = 'y';
    m_server->answerAll(RawServer::answer("200 OK", large));
    Transport transport(connection());
    const Exchange exchange = exchangeOf(transport, query(serviceTarget(u"1"_s)));
    QVERIFY2(!exchange.error, qPrintable(exchange.error ? exchange.error->message : QString()));
    QCOMPARE(exchange.answerBody, large);
}

void TestTransport::endlessAnswerIsCutOff()
{
    m_server->onRequest([](QTcpSocket *socket, const QByteArray &) {
        const auto pour = [socket] {
            if (socket->bytesToWrite() < (1 << 20))
                socket->write(QByteArray(1 << 20, 'x'));
        };
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n");
        connect(socket, &QTcpSocket::bytesWritten, socket, pour);
    });
    Transport transport(connection());
    const Exchange exchange = exchangeOf(transport, query(serviceTarget(u"1"_s)));
    QVERIFY(exchange.error);
    QCOMPARE(exchange.error->kind, ErrorKind::NotContextServices);
    QVERIFY2(exchange.error->message.contains("64 MiB"_L1), qPrintable(exchange.error->message));
}

void TestTransport::streamsWithoutKeeping()
{
    const QByteArray large = '[' + QByteArray(8 << 20, ' ') + ']';
    m_server->answerAll(RawServer::answer("200 OK", large));
    Transport transport(connection());
    qsizetype arrived = 0;
    std::optional<Exchange> got;
    transport.stream(
        query(serviceTarget(u"1"_s)), this,
        [&](const QByteArray &bytes) { arrived += bytes.size(); },
        [&](const Exchange &exchange) { got = exchange; });
    QTRY_VERIFY(got);
    QCOMPARE(arrived, large.size());
    QVERIFY(got->answerBody.size() <= 8192);
    QVERIFY(!got->error);
}

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
