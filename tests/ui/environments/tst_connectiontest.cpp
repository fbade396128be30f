// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "nokeychain.h"
#include "slowfile.h"

#include "sandbox/server.h"
#include "support/othertongue.h"
#include "support/rawserver.h"
#include "ui/environments/connectiontest.h"

#include <QtCore/QThreadPool>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using contract::Dialect;
using environments::Environment;
using ui::ConnectionTest;
using State = ui::ConnectionTest::State;

namespace {

QString tlsFile(const char *name)
{
    return QStringLiteral(TEST_DATA "/tls/") + QString::fromLatin1(name);
}

Environment environmentAt(const QUrl &url, Dialect dialect = Dialect::V85)
{
    Environment environment;
    environment.name = u"Staging"_s;
    environment.url = url.toString();
    environment.dialect = dialect;
    return environment;
}

QUrl hostOnly(const sandbox::Server &server)
{
    return server.baseUrl().adjusted(QUrl::RemovePath);
}

} // namespace

class TestConnectionTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { test::hideKeychain(); }

    void passes_data();
    void passes();
    void signsIn();
    void wrongPasswordIsTold();
    void missingPasswordIsTold();
    void needsTheCertificate();
    void wordsAreInTheLanguageOfTheMoment();
    void otherDialectIsRecognized_data();
    void otherDialectIsRecognized();
    void failuresAreTold_data();
    void failuresAreTold();
    void unusableEnvironmentIsNotTried();
    void cancelledTestSaysNothing();
    void newTestDropsTheOld();
    void authoritiesAreReadInTheBackground();
};

void TestConnectionTest::passes_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::newRow("8.5") << Dialect::V85;
    QTest::newRow("8.1") << Dialect::V81;
}

void TestConnectionTest::passes()
{
    QFETCH(const Dialect, dialect);
    const auto server = sandbox::Server::start({.dialect = dialect});
    QVERIFY(server);
    ConnectionTest test;
    test.start(environmentAt(hostOnly(**server), dialect), {});
    QCOMPARE(test.state(), State::Running);
    QTRY_VERIFY(test.state() != State::Running);
    QVERIFY2(!test.error(), qPrintable(test.error().value_or(Error()).message));
    QCOMPARE(test.state(), State::Passed);
    QCOMPARE(test.findings().size(), 4);
    QCOMPARE(test.findings().at(0), u"%1 was reached."_s.arg((*server)->baseUrl().authority()));
    QCOMPARE(test.findings().at(1), u"The server wants no sign-in."_s);
    QVERIFY(test.findings().at(2).contains(contract::dialectName(dialect)));
}

void TestConnectionTest::signsIn()
{
    const auto server = sandbox::Server::start({.user = u"ada"_s, .password = u"s3cret"_s});
    QVERIFY(server);
    Environment environment = environmentAt((*server)->baseUrl());
    environment.user = u"ada"_s;
    ConnectionTest test;
    test.start(environment, u"s3cret"_s);
    QTRY_COMPARE(test.state(), State::Passed);
    QCOMPARE(test.findings().at(1), u"The server lets “ada” in."_s);
}

void TestConnectionTest::wrongPasswordIsTold()
{
    const auto server = sandbox::Server::start({.user = u"ada"_s, .password = u"s3cret"_s});
    QVERIFY(server);
    Environment environment = environmentAt((*server)->baseUrl());
    environment.user = u"ada"_s;
    ConnectionTest test;
    test.start(environment, u"guess"_s);
    QTRY_COMPARE(test.state(), State::Failed);
    QCOMPARE(test.error()->kind, ErrorKind::SignInNeeded);
    QCOMPARE(test.findings().size(), 1); // it was reached
}

void TestConnectionTest::missingPasswordIsTold()
{
    const auto server = sandbox::Server::start({.user = u"ada"_s, .password = u"s3cret"_s});
    QVERIFY(server);
    Environment environment = environmentAt((*server)->baseUrl());
    environment.user = u"ada"_s;
    ConnectionTest test;
    test.start(environment, {});
    QTRY_COMPARE(test.state(), State::Failed);
    QCOMPARE(test.error()->kind, ErrorKind::SignInNeeded);
    QCOMPARE(test.error()->message,
             u"The server wants the password of “ada”, and none was given. Type it and test "
             "again."_s);
    QCOMPARE(test.findings().size(), 1); // it was reached
}

void TestConnectionTest::needsTheCertificate()
{
    const auto server = sandbox::Server::start(
        {.certificateFile = tlsFile("certificate.pem"), .keyFile = tlsFile("key.pem")});
    QVERIFY(server);
    Environment environment = environmentAt((*server)->baseUrl());
    ConnectionTest test;
    test.start(environment, {});
    QTRY_COMPARE(test.state(), State::Failed);
    QCOMPARE(test.error()->kind, ErrorKind::TlsFailed);
    QCOMPARE(test.findings().size(), 1);
    QVERIFY2(test.findings().at(0).contains(u"issued to “Closeout tests”"_s),
             qPrintable(test.findings().at(0)));

    environment.authoritiesFile = tlsFile("certificate.pem");
    test.start(environment, {});
    QTRY_COMPARE(test.state(), State::Passed);
    QVERIFY(test.findings().at(1).contains("encrypted"_L1));
    QVERIFY(test.findings().at(2).contains("Closeout tests"_L1));
}

void TestConnectionTest::wordsAreInTheLanguageOfTheMoment()
{
    const auto server = sandbox::Server::start(
        {.certificateFile = tlsFile("certificate.pem"), .keyFile = tlsFile("key.pem")});
    QVERIFY(server);
    Environment environment = environmentAt((*server)->baseUrl());
    environment.authoritiesFile = tlsFile("certificate.pem");
    ConnectionTest test;
    test.start(environment, {});
    QTRY_COMPARE(test.state(), State::Passed);
    const QStringList before = test.findings();
    QCOMPARE(before.size(), 6);
    const test::OtherTongue other;
    for (qsizetype i = 0; i < before.size(); ++i)
        QCOMPARE(test.findings().at(i), other.mark() + before.at(i));
}

void TestConnectionTest::otherDialectIsRecognized_data()
{
    QTest::addColumn<Dialect>("real");
    QTest::addColumn<bool>("withPath");
    QTest::newRow("8.1 server") << Dialect::V81 << false;
    QTest::newRow("8.5 server") << Dialect::V85 << false;
    QTest::newRow("8.5 server, its path typed") << Dialect::V85 << true;
}

void TestConnectionTest::otherDialectIsRecognized()
{
    QFETCH(const Dialect, real);
    QFETCH(const bool, withPath);
    const auto server = sandbox::Server::start({.dialect = real});
    QVERIFY(server);
    const Dialect wrong = real == Dialect::V85 ? Dialect::V81 : Dialect::V85;
    ConnectionTest test;
    test.start(environmentAt(withPath ? (*server)->baseUrl() : hostOnly(**server), wrong), {});
    QTRY_COMPARE(test.state(), State::Failed);
    QVERIFY2(test.error()->message.startsWith(
                 u"This looks like an %1 server"_s.arg(contract::dialectName(real))),
             qPrintable(test.error()->message));
}

void TestConnectionTest::failuresAreTold_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, const QByteArray &answer, ErrorKind kind) {
        QTest::newRow(name) << answer << kind;
    };
    row("a page", test::RawServer::answer("200 OK", "<html>Welcome</html>", "text/html"),
        ErrorKind::NotContextServices);
    row("not found", test::RawServer::answer("404 Not Found", "<html></html>", "text/html"),
        ErrorKind::NotFound);
    row("no right", test::RawServer::answer("403 Forbidden", "{}"), ErrorKind::RoleMissing);
    row("broken", test::RawServer::answer("500 Oops", "{}"), ErrorKind::ServerFailed);
}

void TestConnectionTest::failuresAreTold()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const ErrorKind, kind);
    test::RawServer server;
    server.answerAll(answer);
    ConnectionTest test;
    test.start(environmentAt(server.url()), {});
    QTRY_COMPARE(test.state(), State::Failed);
    QCOMPARE(test.error()->kind, kind);
}

void TestConnectionTest::unusableEnvironmentIsNotTried()
{
    ConnectionTest test;
    QSignalSpy changed(&test, &ConnectionTest::changed);
    test.start(environmentAt(QUrl(u"ftp://example.com"_s)), {});
    QCOMPARE(test.state(), State::Failed);
    QCOMPARE(test.error()->kind, ErrorKind::InvalidInput);
    QCOMPARE(changed.size(), 1);
}

void TestConnectionTest::cancelledTestSaysNothing()
{
    test::RawServer silent;
    silent.onRequest([](QTcpSocket *, const QByteArray &) {});
    ConnectionTest test;
    test.start(environmentAt(silent.url()), {});
    QTRY_COMPARE(silent.requests().size(), 1);
    test.cancel();
    QCOMPARE(test.state(), State::Idle);
    QSignalSpy changed(&test, &ConnectionTest::changed);
    silent.answerAll(test::RawServer::answer("200 OK", "[]"));
    ConnectionTest another;
    another.start(environmentAt(silent.url()), {});
    QTRY_COMPARE(another.state(), State::Passed);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(test.findings(), QStringList());
}

void TestConnectionTest::newTestDropsTheOld()
{
    test::RawServer silent;
    silent.onRequest([](QTcpSocket *, const QByteArray &) {});
    test::RawServer talking;
    talking.answerAll(test::RawServer::answer("200 OK", "[]"));
    ConnectionTest test;
    test.start(environmentAt(silent.url()), {});
    QTRY_COMPARE(silent.requests().size(), 1);
    test.start(environmentAt(talking.url()), {});
    QTRY_COMPARE(test.state(), State::Passed);
    QCOMPARE(test.findings().at(0), u"%1 was reached."_s.arg(talking.url().authority()));
}

void TestConnectionTest::authoritiesAreReadInTheBackground()
{
    const test::SlowFile file;
    QVERIFY(file.isMade());
    const auto server = sandbox::Server::start(
        {.certificateFile = tlsFile("certificate.pem"), .keyFile = tlsFile("key.pem")});
    QVERIFY(server);
    Environment environment = environmentAt((*server)->baseUrl());
    environment.authoritiesFile = file.path();
    ConnectionTest test;
    test.start(environment, {});
    QCOMPARE(test.state(), State::Running);
    QFile pem(tlsFile("certificate.pem"));
    QVERIFY(pem.open(QIODevice::ReadOnly));
    file.deliver(pem.readAll());
    QTRY_COMPARE(test.state(), State::Passed);

    test.start(environment, {});
    test.cancel();
    file.deliver("no certificate");
    QVERIFY(QThreadPool::globalInstance()->waitForDone());
    QCoreApplication::processEvents();
    QCOMPARE(test.state(), State::Idle);
}

QTEST_GUILESS_MAIN(TestConnectionTest)

#include "tst_connectiontest.moc"
