// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/server.h"
#include "support/rawserver.h"
#include "ui/service/child.h"
#include "ui/service/openedservice.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;
using closeout::test::RawServer;
using State = OpenedService::State;

class TestOpenedService : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void readsFromTheSandbox();
    void failures_data();
    void failures();
    void badIdIsNotAskedFor();
    void failedReadKeepsWhatWasSeen();
    void lateAnswersAreDropped();
    void closesWithItsServices();

private:
    void connectTo(const QUrl &url);

    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<client::Transport> m_transport;
    std::unique_ptr<client::ContextServices> m_services;
    std::unique_ptr<OpenedService> m_opened;
    QStringList m_shown;
};

void TestOpenedService::init()
{
    m_opened = std::make_unique<OpenedService>();
    m_server = std::make_unique<RawServer>();
    connectTo(m_server->url(u"/genesys/1/cs"_s));
}

void TestOpenedService::connectTo(const QUrl &url)
{
    m_opened->setServices(nullptr);
    client::Connection connection;
    connection.baseUrl = url;
    connection.timeout = std::chrono::seconds(10);
    m_services.reset();
    m_transport = std::make_unique<client::Transport>(connection);
    m_services = std::make_unique<client::ContextServices>(*m_transport);
    m_opened->setServices(m_services.get());
}

void TestOpenedService::readsFromTheSandbox()
{
    auto server = sandbox::Server::start({.seed = sandbox::Seed::demo()});
    QVERIFY(server.has_value());
    connectTo((*server)->baseUrl());
    QCOMPARE(m_opened->state(), State::Nothing);
    m_opened->open(u"95"_s);
    QCOMPARE(m_opened->state(), State::Reading);
    QTRY_COMPARE(m_opened->state(), State::Shown);
    QCOMPARE(m_opened->record()->id(), u"95"_s);
    QVERIFY(m_opened->asOf().isValid());
    const QList<Child> children = childrenOf(*m_opened->record());
    QVERIFY(!children.isEmpty());
    QCOMPARE(children.constFirst().id, u"3"_s);
    QVERIFY(children.constFirst().isTask() && children.constFirst().isOpen);

    m_opened->open(u"36981723"_s);
    QVERIFY(!m_opened->record());
    QTRY_COMPARE(m_opened->state(), State::Shown);
    QCOMPARE(m_opened->record()->id(), u"36981723"_s);

    m_opened->open(u"no-such-service"_s);
    QTRY_COMPARE(m_opened->state(), State::Failed);
    QCOMPARE(m_opened->error()->kind, ErrorKind::NotFound);
    m_opened->open({});
    QCOMPARE(m_opened->state(), State::Nothing);
    QVERIFY(!m_opened->error());
}

void TestOpenedService::failures_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("401") << RawServer::answer("401 Unauthorized") << ErrorKind::SignInNeeded;
    QTest::newRow("HTML in a 200") << RawServer::answer("200 OK", "<html></html>", "text/html")
                                   << ErrorKind::NotContextServices;
    QTest::newRow("another service")
        << RawServer::answer("200 OK", R"({"service_id":2})") << ErrorKind::NotContextServices;
}

void TestOpenedService::failures()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const ErrorKind, kind);
    m_server->answerAll(bytes);
    m_opened->open(u"1"_s);
    QTRY_COMPARE(m_opened->state(), State::Failed);
    QCOMPARE(m_opened->error()->kind, kind);
    QVERIFY(!m_opened->record());
}

void TestOpenedService::badIdIsNotAskedFor()
{
    m_opened->open(u".."_s);
    QCOMPARE(m_opened->state(), State::Failed);
    QVERIFY(m_server->requests().isEmpty());
}

void TestOpenedService::failedReadKeepsWhatWasSeen()
{
    m_server->answerAll(RawServer::answer("200 OK", R"({"service_id":1})"));
    m_opened->open(u"1"_s);
    QTRY_COMPARE(m_opened->state(), State::Shown);
    const QDateTime asOf = m_opened->asOf();
    m_server.reset();
    m_opened->read();
    QCOMPARE(m_opened->state(), State::Reading);
    QVERIFY(m_opened->record());
    QTRY_COMPARE(m_opened->state(), State::Failed);
    QVERIFY(m_opened->record());
    QCOMPARE(m_opened->asOf(), asOf);
}

void TestOpenedService::lateAnswersAreDropped()
{
    QList<QTcpSocket *> waiting;
    m_server->onRequest([&](QTcpSocket *socket, const QByteArray &request) {
        if (request.contains("/services/1?"))
            waiting.append(socket);
        else
            socket->write(RawServer::answer("200 OK", R"({"service_id":2})"));
    });
    m_shown.clear();
    connect(m_opened.get(), &OpenedService::changed, this, [this] {
        if (m_opened->record())
            m_shown.append(m_opened->record()->id());
    });
    m_opened->open(u"1"_s);
    QTRY_COMPARE(waiting.size(), 1);
    m_opened->open(u"2"_s);
    waiting.constFirst()->write(RawServer::answer("200 OK", R"({"service_id":1})"));
    QTRY_COMPARE(m_opened->state(), State::Shown);
    QCOMPARE(m_shown, QStringList{u"2"_s});
    m_opened->open(u"1"_s);
    m_opened->open(u"2"_s);
    QTRY_COMPARE(m_opened->state(), State::Shown);
    QCOMPARE(m_shown, (QStringList{u"2"_s, u"2"_s}));
}

void TestOpenedService::closesWithItsServices()
{
    m_server->answerAll(RawServer::answer("200 OK", R"({"service_id":1})"));
    m_opened->open(u"1"_s);
    m_opened->setServices(nullptr);
    QCOMPARE(m_opened->state(), State::Nothing);
    m_opened->open(u"1"_s); // remembered, and not asked for
    QCOMPARE(m_opened->state(), State::Nothing);
}

QTEST_MAIN(TestOpenedService)
#include "tst_openedservice.moc"
