// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What no client should do. Each gets a proper status or a closed connection, and the server goes
// on serving.

#include "sandbox/http/rawclient.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::test;
using sandbox::Options;
using sandbox::Server;

class TestHostile : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void answersGarbage_data();
    void answersGarbage();
    void refusesLongBodies_data();
    void refusesLongBodies();
    void cutsOffWhoStalls_data();
    void cutsOffWhoStalls();
    void cutsOffWhoDrips();
    void closesIdleConnections();
    void servesManyAtOnce();
    void isNotHeldUpByManyIdleOnes();
    void limitsConnections();

private:
    bool isServing();

    std::unique_ptr<Server> m_server;
};

void TestHostile::initTestCase()
{
    Result<std::unique_ptr<Server>> server = Server::start(
        {.seed = sandbox::Seed::demo(),
         .bodyLimit = 100000,
         .requestTimeout = std::chrono::seconds(1)});
    QVERIFY(server);
    m_server = std::move(*server);
}

bool TestHostile::isServing()
{
    RawClient client(*m_server);
    const QByteArray answer = client.ask(RawClient::get(pathIn(*m_server, "/services/95")));
    return RawClient::statusOf(answer) == 200 && !answer.contains("\"completed\"");
}

void TestHostile::answersGarbage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status"); // 0: closed without an answer
    const auto row = [](const char *name, const QByteArray &bytes, int status) {
        QTest::newRow(name) << bytes << status;
    };
    row("nothing", "", 0);
    row("bytes without a line", QByteArray("\0\xff\x01garbage", 10), 400);
    row("a line", QByteArray("\0\xff\x01garbage\r\n\r\n", 14), 400);
    row("only a method", "GET\r\n\r\n", 400);
    row("an unknown method", "BREW / HTTP/1.1\r\n\r\n", 400);
    row("another protocol", "GET / RTSP/1.0\r\n\r\n", 400);
    row("a later protocol", "GET / HTTP/9.9\r\n\r\n", 400);
    row("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400);
    row("TLS", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), 400);
    row("a long path", "GET /" + QByteArray(10000, 'a') + " HTTP/1.1\r\n\r\n", 414);
    row("an endless line", QByteArray(200000, 'a'), 0);
    row("endless headers", "GET / HTTP/1.1\r\n" + QByteArray("A: b\r\n").repeated(40000), 0);
    row("a long header", "GET / HTTP/1.1\r\nA: " + QByteArray(10000, 'b') + "\r\n\r\n", 400);
    row("a body that ends early",
        "POST /genesys/1/cs/services/95/end HTTP/1.1\r\nContent-Length: 50\r\n\r\n{\"A\":1}", 400);
    row("a chunk that ends early",
        "POST /genesys/1/cs/services/95/end HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{",
        400);
    row("chunks that are none",
        "POST /genesys/1/cs/services/95/end HTTP/1.1\r\nTransfer-Encoding: "
        "chunked\r\n\r\nzz\r\n{}\r\n",
        400);
    row("no gzip",
        "POST /genesys/1/cs/services/95/end HTTP/1.1\r\nContent-Encoding: gzip\r\nContent-Length: "
        "4\r\n\r\nabcd",
        400);
    row("invalid percent", "GET /genesys/1/cs/services/%zz%00%ff HTTP/1.1\r\n\r\n", 400);
    row("invalid query", "GET /genesys/1/cs/services/95?&&=&%=%&active_tasks HTTP/1.1\r\n\r\n",
        200);
    row("a length that is no number", "POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n{}", 413);
    row("a negative length", "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n{}", 413);
}

void TestHostile::answersGarbage()
{
    QFETCH(QByteArray, bytes);
    RawClient client(*m_server);
    client.send(bytes);
    client.sayNoMore();
    QTEST(RawClient::statusOf(client.answer()), "status");
    QVERIFY(client.isClosed());
    QVERIFY(isServing());
}

void TestHostile::refusesLongBodies_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray end = "POST /genesys/1/cs/services/95/end HTTP/1.1\r\nHost: localhost\r\n";
    QTest::newRow("announced") << end + "Content-Length: 100001\r\n\r\n";
    QTest::newRow("announced and asked")
        << end + "Expect: 100-continue\r\nContent-Length: 100001\r\n\r\n";
    QTest::newRow("sent") << end + "Content-Length: 5000000\r\n\r\n" + QByteArray(5000000, ' ');
    QTest::newRow("in chunks") << end + "Transfer-Encoding: chunked\r\n\r\n"
            + ("4000\r\n" + QByteArray(0x4000, ' ') + "\r\n").repeated(20) + "0\r\n\r\n";
    QTest::newRow("beyond all numbers") << end + "Content-Length: 99999999999999999999\r\n\r\n{}";
    // 100 kB of blanks are 200 bytes as gzip; qCompress makes them with another frame (RFC 1950).
    const QByteArray small = qCompress(QByteArray(10000000, ' '), 9).mid(4);
    QTest::newRow("blown up") << end + "Content-Encoding: deflate\r\nContent-Length: "
            + QByteArray::number(small.size()) + "\r\n\r\n" + small;
}

void TestHostile::refusesLongBodies()
{
    QFETCH(QByteArray, bytes);
    RawClient client(*m_server);
    const QByteArray answer = client.ask(bytes);
    QCOMPARE(RawClient::statusOf(answer), 413);
    QVERIFY(RawClient::bodyOf(answer).startsWith("{\"message\":"));
    QVERIFY(client.isClosed());
    QVERIFY(isServing());
    // What is just short enough is taken.
    RawClient good(*m_server);
    const QByteArray body = "{\"A\":\"" + QByteArray(100000 - 8, 'x') + "\"}";
    QCOMPARE(RawClient::statusOf(
                 good.ask(RawClient::post("/genesys/1/cs/services/36981723/end", body))),
             204);
}

void TestHostile::cutsOffWhoStalls_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("in silence") << QByteArray();
    QTest::newRow("in the line") << QByteArray("GET / HT");
    QTest::newRow("in the headers") << QByteArray("GET / HTTP/1.1\r\nHost: localhost\r\n");
    QTest::newRow("in the body") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\n12");
}

void TestHostile::cutsOffWhoStalls()
{
    QFETCH(QByteArray, bytes);
    RawClient client(*m_server);
    client.send(bytes);
    QVERIFY(client.isClosed(10000));
    QVERIFY(isServing());
}

void TestHostile::cutsOffWhoDrips()
{
    RawClient client(*m_server);
    client.send("GET / HTTP/1.1\r\nX: ");
    QElapsedTimer timer;
    timer.start();
    while (!client.isClosed(20) && timer.elapsed() < 20000)
        client.socket().write("a"); // every byte comes in time, the request does not
    QVERIFY(client.isClosed());
    QVERIFY(timer.elapsed() < 10000);
    QVERIFY(isServing());
}

void TestHostile::closesIdleConnections()
{
    const auto server = Server::start({.idleTimeout = std::chrono::milliseconds(200)});
    QVERIFY(server);
    RawClient client(**server);
    QCOMPARE(RawClient::statusOf(client.ask(RawClient::get("/"))), 404);
    QVERIFY(client.isClosed(10000));
}

void TestHostile::servesManyAtOnce()
{
    const auto server = Server::start({});
    QVERIFY(server);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 200; ++i)
        clients.push_back(std::make_unique<RawClient>(**server));
    const QByteArray path = pathIn(**server, "/services/start");
    for (const auto &client : clients)
        client->send(RawClient::post(path, R"({"customer_id":"C"})"));
    for (const auto &client : clients)
        QCOMPARE(RawClient::statusOf(client->answer()), 201);
    const QByteArray all = clients.front()->ask(
        RawClient::get(pathIn(**server, "/customers/C/services")));
    QCOMPARE(all.count("\"service_id\""), 200);
}

void TestHostile::isNotHeldUpByManyIdleOnes()
{
    const auto server = Server::start({.seed = sandbox::Seed::demo()});
    QVERIFY(server);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 200; ++i) {
        clients.push_back(std::make_unique<RawClient>(**server));
        if (i % 2)
            clients.back()->send("POST /services/95/end HTTP/1.1\r\nContent-Le"); // and no more
    }
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 20; ++i) {
        RawClient client(**server);
        QCOMPARE(RawClient::statusOf(client.ask(RawClient::get(pathIn(**server, "/services/95")))),
                 200);
    }
    QVERIFY2(timer.elapsed() < 5000, QByteArray::number(timer.elapsed()).constData());
}

void TestHostile::limitsConnections()
{
    const auto server = Server::start({.connectionLimit = 3});
    QVERIFY(server);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(std::make_unique<RawClient>(**server));
        QCOMPARE(RawClient::statusOf(clients.back()->ask(RawClient::get("/"))), 404);
    }
    RawClient refused(**server);
    QCOMPARE(RawClient::statusOf(refused.answer()), 503);
    QVERIFY(refused.isClosed());
    clients.pop_back();
    // The macro asks again after a success; by then this client's own place may not be free yet.
    bool served = false;
    const auto isServed = [&] {
        RawClient client(**server);
        client.send(RawClient::get("/"));
        served = served || RawClient::statusOf(client.answer()) == 404;
        return served;
    };
    QTRY_VERIFY(isServed());
}

QTEST_GUILESS_MAIN(TestHostile)

#include "tst_hostile.moc"
