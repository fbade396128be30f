// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The server on its sockets: HTTP as clients speak it, sign-in, TLS, start and stop.

#include "sandbox/http/rawclient.h"

#include "json/document.h"

#include <QtCore/QElapsedTimer>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslConfiguration>
#include <QtTest/QTest>

#include <atomic>
#include <future>
#include <thread>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::test;
using sandbox::Options;
using sandbox::Server;

class TestServer : public QObject
{
    Q_OBJECT

private slots:
    void listens_data();
    void listens();
    void refusesOptions_data();
    void refusesOptions();
    void refusesAPortInUse();
    void keepsTheConnection();
    void answersAsTheDialectSays();
    void takesIdsWithSlashes();
    void speaksHttp_data();
    void speaksHttp();
    void wantsAPassword();
    void speaksTls();
    void refusesBadTlsFiles();
    void streamsAnExport();
    void stopsWithIdleConnections();
    void stopsAmidAStream();
    void finishesWhatRuns();
};

namespace {

std::unique_ptr<Server> start(const Options &options)
{
    Result<std::unique_ptr<Server>> server = Server::start(options);
    if (!server)
        qFatal("%s", qPrintable(server.error().message));
    return std::move(*server);
}

QString tlsFile(const char *name)
{
    return QStringLiteral(TEST_DATA "/tls/") + QString::fromLatin1(name);
}

} // namespace

void TestServer::listens_data()
{
    QTest::addColumn<contract::Dialect>("dialect");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("form");
    QTest::newRow("8.5") << contract::Dialect::V85 << u"127.0.0.1"_s
                         << u"http://127.0.0.1:%1/genesys/1/cs"_s;
    QTest::newRow("8.1") << contract::Dialect::V81 << u"127.0.0.1"_s << u"http://127.0.0.1:%1"_s;
    QTest::newRow("IPv6") << contract::Dialect::V81 << u"::1"_s << u"http://[::1]:%1"_s;
}

void TestServer::listens()
{
    QFETCH(contract::Dialect, dialect);
    QFETCH(QString, address);
    QFETCH(QString, form);
    const auto server = start({.dialect = dialect, .address = address});
    QVERIFY(server->baseUrl().port() > 0);
    QCOMPARE(server->baseUrl().toString(), form.arg(server->baseUrl().port()));
    RawClient client(*server);
    QCOMPARE(RawClient::statusOf(client.ask(RawClient::get(pathIn(*server, "/server/status")))),
             200);
}

void TestServer::refusesOptions_data()
{
    QTest::addColumn<Options>("options");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("open to all") << Options{.address = u"0.0.0.0"_s} << ErrorKind::InvalidInput;
    QTest::newRow("open to all, IPv6") << Options{.address = u"::"_s} << ErrorKind::InvalidInput;
    QTest::newRow("no address") << Options{.address = u"example"_s} << ErrorKind::InvalidInput;
    QTest::newRow("no key") << Options{.certificateFile = tlsFile("certificate.pem")}
                            << ErrorKind::InvalidInput;
    QTest::newRow("no certificate")
        << Options{.keyFile = tlsFile("key.pem")} << ErrorKind::InvalidInput;
    QTest::newRow("fewer than none")
        << Options{.seed = sandbox::Seed::services(-1)} << ErrorKind::InvalidInput;
    QTest::newRow("no store") << Options{.storePath = u"/no/such/folder/store"_s}
                              << ErrorKind::Storage;
}

void TestServer::refusesOptions()
{
    QFETCH(Options, options);
    QFETCH(ErrorKind, kind);
    const auto server = Server::start(options);
    QVERIFY(!server);
    QCOMPARE(server.error().kind, kind);
}

void TestServer::refusesAPortInUse()
{
    const auto first = start({});
    const auto second = Server::start({.port = quint16(first->baseUrl().port())});
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::ConnectionFailed);
    QVERIFY(second.error().message.contains(QString::number(first->baseUrl().port())));
}

void TestServer::keepsTheConnection()
{
    const auto server = start({.seed = sandbox::Seed::demo()});
    RawClient client(*server);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(RawClient::statusOf(client.ask(RawClient::get(pathIn(*server, "/services/95")))),
                 200);
    // Two at once are answered one after the other.
    client.send(RawClient::post(pathIn(*server, "/services/95/end"))
                + RawClient::get(pathIn(*server, "/services/95")));
    QCOMPARE(RawClient::statusOf(client.answer()), 204);
    QVERIFY(client.answer().contains("\"completed\""));
    // Until the client says that it is done.
    QCOMPARE(RawClient::statusOf(client.ask(RawClient::get("/", "Connection: close\r\n"))), 404);
    QVERIFY(client.isClosed());
}

void TestServer::answersAsTheDialectSays()
{
    const auto server = start({.seed = sandbox::Seed::demo()});
    RawClient client(*server);
    const QByteArray ended = client.ask(RawClient::post(pathIn(*server, "/services/95/end")));
    QVERIFY2(!ended.toLower().contains("content-length"), ended.constData()); // not with 204
    const QByteArray service = client.ask(RawClient::get(pathIn(*server, "/services/95")));
    QVERIFY(service.contains("Content-Type: application/json;charset=utf-8\r\n"));
    const QByteArray wrong = client.ask("DELETE " + pathIn(*server, "/services/95/end")
                                        + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QCOMPARE(RawClient::statusOf(wrong), 405);
    QVERIFY(wrong.contains("Allow: POST\r\n"));
}

void TestServer::takesIdsWithSlashes()
{
    const auto server = start({});
    RawClient client(*server);
    const QByteArray answer = client.ask(RawClient::get(pathIn(*server, "/services/a%2Fb%3Fc")));
    QVERIFY2(answer.contains("found for : a/b?c"), answer.constData());
}

void TestServer::speaksHttp_data()
{
    QTest::addColumn<QByteArray>("request"); // {} stands for the prefix
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &request, int status) {
        QTest::newRow(name) << request << status;
    };
    row("POST without a length", "POST {}/services/95/end HTTP/1.1\r\nHost: localhost\r\n\r\n",
        204);
    row("chunked",
        "POST {}/services/95/end HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
        "Content-Type: application/json\r\n\r\n"
        "2\r\n{\"\r\n6\r\nA\":1}\n\r\n0\r\n\r\n",
        204);
    row("chunked and malformed",
        "POST {}/services/95/end HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
        "Content-Type: application/json\r\n\r\n"
        "2\r\n{\"\r\n0\r\n\r\n",
        400);
    const auto declared = [&row](const char *name, const QByteArray &type, int status) {
        row(name,
            "POST {}/services/95/end HTTP/1.1\r\nContent-Length: 7\r\n" + type + "\r\n{\"A\":1}",
            status);
    };
    declared("a form", "Content-Type: application/x-www-form-urlencoded\r\n", 415);
    declared("a multipart", "Content-Type: multipart/form-data; boundary=x\r\n", 415);
    declared("plain text", "Content-Type: text/plain\r\n", 415);
    declared("undeclared", "", 415);
    declared("JSON", "content-type: Application/JSON; charset=UTF-8\r\n", 204);
    declared("a kind of JSON", "Content-Type: application/problem+json\r\n", 204);
    declared("its own page",
             "Content-Type: application/json\r\nHost: localhost:8\r\n"
             "Origin: http://localhost:8\r\n",
             204);
    declared(
        "a page of another host",
        "Content-Type: application/json\r\nHost: localhost:8\r\nOrigin: http://evil.example\r\n",
        403);
    declared(
        "a page of another port",
        "Content-Type: application/json\r\nHost: localhost:8\r\nOrigin: http://localhost:9\r\n",
        403);
    declared("a page of nowhere",
             "Content-Type: application/json\r\nHost: localhost:8\r\nOrigin: null\r\n", 403);
    row("a name of another's", "GET {}/services/95 HTTP/1.1\r\nHost: evil.example:8080\r\n\r\n",
        403);
    row("other names of this host", "GET {}/services/95 HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n", 200);
    row("HEAD", "HEAD {}/services/95 HTTP/1.0\r\n\r\n", 200);
    row("a part", "GET {}/services/95 HTTP/1.1\r\nRange: bytes=0-3\r\n\r\n", 200);
    row("a body with GET", "GET {}/services/95 HTTP/1.1\r\nContent-Length: 4\r\n\r\nabcd", 200);
    row("a body with DELETE", "DELETE {}/services/95 HTTP/1.1\r\nContent-Length: 4\r\n\r\nabcd",
        200);
    row("OPTIONS", "OPTIONS {}/services/95 HTTP/1.1\r\n\r\n", 405);
    row("TRACE", "TRACE {}/services/95 HTTP/1.1\r\n\r\n", 405);
    row("compressed", "GET {}/services/95 HTTP/1.1\r\nAccept-Encoding: gzip, br\r\n\r\n", 200);
}

void TestServer::speaksHttp()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    const auto server = start({.seed = sandbox::Seed::demo()});
    RawClient client(*server);
    client.send(request.replace("{}", pathIn(*server, "")));
    client.sayNoMore();
    if (request.startsWith("HEAD")) { // it has the length of a body that does not come
        QVERIFY(client.isClosed());
        const QByteArray answer = client.socket().readAll();
        QCOMPARE(RawClient::statusOf(answer), status);
        QVERIFY(answer.endsWith("\r\n\r\n"));
        return;
    }
    const QByteArray answer = client.answer();
    QCOMPARE(RawClient::statusOf(answer), status);
    if (request.startsWith("GET")) { // whole, and in plain text
        QVERIFY(json::Document::parse(RawClient::bodyOf(answer)));
        QVERIFY(!answer.contains("Content-Encoding"));
    }
}

void TestServer::wantsAPassword()
{
    const auto server = start(
        {.seed = sandbox::Seed::demo(), .user = u"zoë"_s, .password = u"a:b"_s});
    const auto ask = [&](const QByteArray &headers) {
        RawClient client(*server);
        return client.ask(RawClient::get(pathIn(*server, "/services/95"), headers));
    };
    const auto basic = [](const char *text) {
        return "Authorization: Basic " + QByteArray(text).toBase64() + "\r\n";
    };
    const QByteArray none = ask({});
    QCOMPARE(RawClient::statusOf(none), 401);
    QVERIFY(none.contains("WWW-Authenticate: Basic realm="));
    QVERIFY(RawClient::bodyOf(none).startsWith("{\"message\":"));
    QCOMPARE(RawClient::statusOf(ask(basic("zoë:b"))), 401);
    QCOMPARE(RawClient::statusOf(ask(basic("zoe:a:b"))), 401);
    QCOMPARE(RawClient::statusOf(ask("Authorization: Bearer x\r\n")), 401);
    QCOMPARE(RawClient::statusOf(ask(basic("zoë:a:b"))), 200);
    // A write without it does nothing, however long its body may be.
    RawClient client(*server);
    QCOMPARE(RawClient::statusOf(
                 client.ask(RawClient::post(pathIn(*server, "/services/95/end"), "{}"))),
             401);
    QVERIFY(!ask(basic("zoë:a:b")).contains("\"completed\""));
    RawClient expecting(*server);
    QCOMPARE(RawClient::statusOf(expecting.ask(
                 "POST /x HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n")),
             401);
    // Signed in, others may reach it.
    const auto open = Server::start({.address = u"0.0.0.0"_s, .password = u"x"_s});
    QVERIFY(open);
}

void TestServer::speaksTls()
{
    const auto server = start({.seed = sandbox::Seed::demo(),
                               .certificateFile = tlsFile("certificate.pem"),
                               .keyFile = tlsFile("key.pem")});
    QCOMPARE(server->baseUrl().scheme(), u"https"_s);
    RawClient client(*server);
    QSslConfiguration configuration = client.socket().sslConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(tlsFile("certificate.pem")));
    client.socket().setSslConfiguration(configuration);
    client.socket().setPeerVerifyName(u"127.0.0.1"_s);
    client.socket().startClientEncryption();
    QVERIFY2(client.socket().waitForEncrypted(), qPrintable(client.socket().errorString()));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(RawClient::statusOf(client.ask(RawClient::get(pathIn(*server, "/services/95")))),
                 200);
    const QByteArray body = "{\"A\":\"" + QByteArray(300000, 'x') + "\"}"; // more than one record
    QCOMPARE(RawClient::statusOf(
                 client.ask(RawClient::post(pathIn(*server, "/services/95/end"), body))),
             204);
    QVERIFY(client.ask(RawClient::get(pathIn(*server, "/services/95?extensions=*")))
                .contains(body.mid(1)));
    // Plain text gets no answer.
    RawClient plain(*server);
    plain.send(RawClient::get("/server/status"));
    QVERIFY(plain.isClosed());
    QVERIFY(!plain.socket().readAll().startsWith("HTTP"));
}

void TestServer::refusesBadTlsFiles()
{
    const auto start = [](const QString &certificate, const QString &key) {
        return Server::start({.certificateFile = certificate, .keyFile = key});
    };
    for (const auto &server : {start(tlsFile("certificate.pem"), tlsFile("nothing.pem")),
                               start(tlsFile("nothing.pem"), tlsFile("key.pem")),
                               start(tlsFile("certificate.pem"), tlsFile("certificate.pem"))}) {
        QVERIFY(!server);
        QCOMPARE(server.error().kind, ErrorKind::TlsFailed);
    }
}

void TestServer::streamsAnExport()
{
    const auto server = start({.seed = sandbox::Seed::services(1500)});
    RawClient client(*server);
    const QByteArray answer = client.ask(RawClient::get(pathIn(
        *server,
        "/maintenance/services/stream?time_from=2000-01-01T00:00:00.000Z&export_content=true")));
    QCOMPARE(RawClient::statusOf(answer), 200);
    QVERIFY(answer.contains("Transfer-Encoding: chunked\r\n"));
    const Result<json::Document> document = json::Document::parse(RawClient::bodyOf(answer));
    QVERIFY(document);
    QCOMPARE(document->root().size(), 1500);
    // The connection is good for more.
    QCOMPARE(RawClient::statusOf(client.ask(RawClient::get(pathIn(*server, "/server/status")))),
             200);
}

void TestServer::stopsWithIdleConnections()
{
    auto server = start({});
    RawClient silent(*server);
    RawClient idle(*server);
    QCOMPARE(RawClient::statusOf(idle.ask(RawClient::get("/"))), 404);
    RawClient halfway(*server);
    halfway.send("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\n12");
    QElapsedTimer timer;
    timer.start();
    server->stop();
    QVERIFY2(timer.elapsed() < 5000, QByteArray::number(timer.elapsed()).constData());
    QVERIFY(idle.isClosed());
    QVERIFY(silent.isClosed());
    server->stop(); // again is nothing
}

void TestServer::stopsAmidAStream()
{
    auto server = start({.seed = sandbox::Seed::services(20000)});
    RawClient client(*server);
    client.socket().setReadBufferSize(1000);
    client.send(RawClient::get(pathIn(
        *server,
        "/maintenance/services/stream?time_from=2000-01-01T00:00:00.000Z&export_content=true")));
    QVERIFY(client.socket().waitForReadyRead(20000));
    std::thread stopping([&] { server->stop(); });
    client.socket().setReadBufferSize(0);
    QVERIFY(client.isClosed(30000));
    stopping.join();
    // It does not look whole.
    QVERIFY(!client.socket().readAll().endsWith("\r\n0\r\n\r\n"));
}

void TestServer::finishesWhatRuns()
{
    // The clock is asked when an operation begins; this one waits there.
    std::atomic<bool> waits = false;
    std::promise<void> running;
    std::promise<void> goOn;
    auto server = start({.seed = sandbox::Seed::demo(), .clock = [&]() -> qint64 {
                             if (waits.exchange(false)) {
                                 running.set_value();
                                 goOn.get_future().wait();
                             }
                             return 1772366400000;
                         }});
    RawClient idle(*server);
    QCOMPARE(RawClient::statusOf(idle.ask(RawClient::get("/"))), 404);
    waits = true;
    RawClient client(*server);
    client.send(RawClient::post(pathIn(*server, "/services/95/end"), "{}"));
    running.get_future().wait();
    std::thread stopping([&] { server->stop(); });
    const bool stops = idle.isClosed(20000);
    goOn.set_value();
    stopping.join();
    QVERIFY(stops);
    QCOMPARE(RawClient::statusOf(client.answer()), 204);
}

QTEST_GUILESS_MAIN(TestServer)

#include "tst_server.moc"
