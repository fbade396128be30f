// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// How answers leave over a real socket: whole, cut, late, or not at all.

#include "sandbox/http/rawclient.h"

#include "sandbox/http/handler.h"
#include "sandbox/http/httpadapter.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

#include <atomic>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::test;
using sandbox::Delivery;
using sandbox::HttpAdapter;
using sandbox::Peer;
using sandbox::Request;
using sandbox::Response;

using End = Delivery::End;
using Counted = Delivery::Counted;

namespace {

constexpr std::chrono::milliseconds veryLong{3600 * 1000};

// Says the same to every request on /odd, as it was told to, and "plain" to others.
class Scripted : public sandbox::Handler
{
public:
    Response answer(const Request &request) override
    {
        const std::lock_guard lock(mutex);
        peer = request.peer;
        if (request.path != "/odd")
            return {.body = "\"plain\""};
        wasAskedOdd = true;
        return odd;
    }

    std::mutex mutex;
    Response odd;
    Peer peer = Peer::Elsewhere;
    std::atomic<bool> wasAskedOdd = false;
};

class Desk
{
public:
    explicit Desk(Response odd, sandbox::Options options = {})
        : m_options(std::move(options))
    {
        handler.odd = std::move(odd);
        auto listening = HttpAdapter::listen(
            handler,
            [](int status, const QString &message, const Request &) {
                return Response{.status = status, .body = message.toUtf8()};
            },
            m_options);
        if (!listening)
            qFatal("%s", qPrintable(listening.error().message));
        http = std::move(*listening);
    }

    quint16 port() const { return http->port(); }

    Scripted handler;
    std::unique_ptr<HttpAdapter> http;

private:
    sandbox::Options m_options;
};

Response withDelivery(const Delivery &delivery)
{
    return {.body = "\"0123456789\"", .delivery = delivery};
}

// Pieces of a body that has no length.
sandbox::BodyStream pieces()
{
    return [left = std::make_shared<int>(3)]() -> Result<QByteArray> {
        return (*left)-- > 0 ? QByteArray("0123456789") : QByteArray();
    };
}

} // namespace

class TestDelivery : public QObject
{
    Q_OBJECT

private slots:
    void cuts_data();
    void cuts();
    void cutsAStream();
    void staysSilent_data();
    void staysSilent();
    void saysOnlyAPartAndThenNothing();
    void holdsUpNobodyElse();
    void goesOnAfterTheWait();
    void noticesThatTheClientHasLeft();
    void saysWhereARequestComesFrom();
    void saysItsOwnType();
};

void TestDelivery::cuts_data()
{
    QTest::addColumn<qint64>("after");
    QTest::addColumn<Counted>("counted");
    QTest::addColumn<QByteArray>("ends"); // what came ends so; empty: nothing came
    QTest::addColumn<bool>("isWhole");
    const auto row = [](const char *name, qint64 after, Counted counted, const char *ends,
                        bool isWhole) {
        QTest::newRow(name) << after << counted << QByteArray(ends) << isWhole;
    };
    row("at once", 0, Counted::Answer, "", false);
    row("in the status line", 11, Counted::Answer, "HTTP/1.1 20", false);
    row("behind the head", 0, Counted::Body, "\r\n\r\n", false);
    row("in the body", 4, Counted::Body, "\r\n\r\n\"012", false);
    row("before its last byte", 11, Counted::Body, "\"0123456789", false);
    row("at its end", 12, Counted::Body, "\"0123456789\"", true);
    row("behind its end", 10000, Counted::Answer, "\"0123456789\"", true);
}

void TestDelivery::cuts()
{
    QFETCH(qint64, after);
    QFETCH(Counted, counted);
    QFETCH(QByteArray, ends);
    QFETCH(bool, isWhole);
    Desk desk(withDelivery({.after = after, .counted = counted, .end = End::Closes}));
    RawClient client(desk.port());
    client.send(RawClient::get("/odd"));
    if (isWhole) { // the connection is good for more
        QVERIFY(client.answer().endsWith(ends));
        QVERIFY(client.ask(RawClient::get("/")).endsWith("\"plain\""));
        return;
    }
    const QByteArray came = client.rest();
    QVERIFY2(came.endsWith(ends), came.constData());
    QCOMPARE(came.isEmpty(), ends.isEmpty());
    if (counted == Counted::Body)
        QVERIFY(came.contains("Content-Length: 12\r\n"));
}

void TestDelivery::cutsAStream()
{
    Response odd = withDelivery({.after = 25, .counted = Counted::Body, .end = End::Closes});
    odd.stream = pieces();
    Desk desk(odd);
    RawClient client(desk.port());
    client.send(RawClient::get("/odd"));
    const QByteArray came = client.rest();
    QVERIFY2(came.endsWith("\r\n\r\na\r\n0123456789\r\na\r\n0123456"), came.constData());
}

void TestDelivery::staysSilent_data()
{
    QTest::addColumn<bool>("isTls");
    QTest::newRow("in plain text") << false;
    QTest::newRow("over TLS") << true;
}

void TestDelivery::staysSilent()
{
    QFETCH(bool, isTls);
    sandbox::Options options;
    if (isTls) {
        options.certificateFile = QStringLiteral(TEST_DATA "/tls/certificate.pem");
        options.keyFile = QStringLiteral(TEST_DATA "/tls/key.pem");
    }
    Desk desk(withDelivery({.end = End::Silence}), options);
    const auto connected = [&] {
        auto client = std::make_unique<RawClient>(desk.port());
        if (isTls) {
            client->socket().setPeerVerifyMode(QSslSocket::VerifyNone);
            client->socket().startClientEncryption();
            client->socket().waitForEncrypted();
        }
        return client;
    };
    const auto client = connected();
    client->send(RawClient::get("/odd"));
    QTRY_VERIFY(desk.handler.wasAskedOdd);
    // Others are answered, and to stop it takes no time.
    QVERIFY(connected()->ask(RawClient::get("/")).endsWith("\"plain\""));
    QElapsedTimer timer;
    timer.start();
    desk.http.reset();
    QVERIFY2(timer.elapsed() < 5000, QByteArray::number(timer.elapsed()).constData());
    QCOMPARE(client->rest(), QByteArray());
}

void TestDelivery::saysOnlyAPartAndThenNothing()
{
    Desk desk(withDelivery({.after = 5, .counted = Counted::Body, .end = End::Silence}));
    RawClient client(desk.port());
    client.send(RawClient::get("/odd"));
    QByteArray came;
    while (!came.endsWith("\r\n\r\n\"0123") && client.socket().waitForReadyRead(20000))
        came += client.socket().readAll();
    QVERIFY(came.endsWith("\r\n\r\n\"0123"));
    desk.http.reset();
    QCOMPARE(client.rest(), QByteArray());
}

void TestDelivery::holdsUpNobodyElse()
{
    Desk desk(withDelivery({.delay = veryLong}));
    RawClient client(desk.port());
    client.send(RawClient::get("/odd"));
    QTRY_VERIFY(desk.handler.wasAskedOdd);
    for (int i = 0; i < 3; ++i)
        QVERIFY(RawClient(desk.port()).ask(RawClient::get("/")).endsWith("\"plain\""));
    QCOMPARE(client.socket().bytesAvailable(), 0);
    // What is being answered is still sent, now at once.
    QElapsedTimer timer;
    timer.start();
    desk.http.reset();
    QVERIFY2(timer.elapsed() < 5000, QByteArray::number(timer.elapsed()).constData());
    QVERIFY(client.answer().endsWith("\"0123456789\""));
}

void TestDelivery::goesOnAfterTheWait()
{
    constexpr int wait = 150;
    for (const qint64 after : {0, 3}) {
        Desk desk(withDelivery(
            {.after = after, .counted = Counted::Body, .delay = std::chrono::milliseconds(wait)}));
        RawClient client(desk.port());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(client.ask(RawClient::get("/odd")).endsWith("\"0123456789\""));
        QVERIFY2(timer.elapsed() >= wait, QByteArray::number(timer.elapsed()).constData());
        QVERIFY(client.ask(RawClient::get("/")).endsWith("\"plain\""));
    }
}

void TestDelivery::noticesThatTheClientHasLeft()
{
    // A silent connection counts among those that there may be; nobody is left to be silent to.
    Desk desk(withDelivery({.end = End::Silence}), {.connectionLimit = 1});
    {
        RawClient client(desk.port());
        client.send(RawClient::get("/odd"));
        QTRY_VERIFY(desk.handler.wasAskedOdd);
        QCOMPARE(RawClient::statusOf(RawClient(desk.port()).answer()), 503);
    }
    bool isAnswered = false; // once is enough: the next one would be one too many again
    QTRY_VERIFY(
        isAnswered
        || (isAnswered = RawClient(desk.port()).ask(RawClient::get("/")).endsWith("\"plain\"")));
}

void TestDelivery::saysWhereARequestComesFrom()
{
    for (const QString &address : {u"127.0.0.1"_s, u"0.0.0.0"_s, u"::"_s}) {
        Desk desk({}, {.address = address, .password = u"p"_s});
        const QByteArray signedIn = "Authorization: Basic " + QByteArray(":p").toBase64() + "\r\n";
        RawClient client(desk.port());
        QVERIFY(client.ask(RawClient::get("/", signedIn)).endsWith("\"plain\""));
        QCOMPARE(desk.handler.peer, Peer::Loopback);
    }
}

void TestDelivery::saysItsOwnType()
{
    Desk desk({.status = 503, .body = "<html>", .headers = {{"content-type", "text/html"}}});
    RawClient client(desk.port());
    const QByteArray answer = client.ask(RawClient::get("/odd"));
    QCOMPARE(RawClient::statusOf(answer), 503);
    QVERIFY(answer.endsWith("<html>"));
    QVERIFY(answer.toLower().contains("content-type: text/html\r\n"));
    QVERIFY(!answer.contains("application/json"));
}

QTEST_GUILESS_MAIN(TestDelivery)

#include "tst_delivery.moc"
