// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "find/servicesearch.h"
#include "support/rawserver.h"

#include <QtCore/QTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::find;
using closeout::test::RawServer;
using contract::Completeness;

class TestServiceSearch : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void combinesSourcesAndMergesDuplicates();
    void failedSourceDoesNotStopTheOthers();
    void idsOfAnExportAreRead();
    void filtersWhatTheServerDoesNot();
    void hasNoMoreThanSixReadsOpen();
    void keepsTheOrderOfTheSources();
    void cancelKeepsWhatIsThere();
    void oldDialectNeedsSources();
    void badIdIsNotAskedFor();

private:
    void search(const Query &query);

    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<client::Transport> m_transport;
    std::unique_ptr<client::ContextServices> m_services;
    QHash<QByteArray, QByteArray> m_answers; // path without query → body
    QStringList m_found;
    QStringList m_failed;
};

namespace {

QByteArray pathOf(const QByteArray &request)
{
    const QByteArray target = request.split(' ').value(1);
    return target.first(target.contains('?') ? target.indexOf('?') : target.size()).mid(13);
}

} // namespace

void TestServiceSearch::init()
{
    m_services.reset();
    m_transport.reset();
    m_answers.clear();
    m_found.clear();
    m_failed.clear();
    m_server = std::make_unique<RawServer>();
    m_server->onRequest([this](QTcpSocket *socket, const QByteArray &request) {
        const auto body = m_answers.constFind(pathOf(request));
        socket->write(body == m_answers.constEnd() ? RawServer::answer("404 Not Found")
                                                   : RawServer::answer("200 OK", *body));
    });
    client::Connection connection;
    connection.baseUrl = m_server->url(u"/genesys/1/cs"_s);
    connection.timeout = std::chrono::seconds(10);
    m_transport = std::make_unique<client::Transport>(connection);
    m_services = std::make_unique<client::ContextServices>(*m_transport);
}

void TestServiceSearch::search(const Query &query)
{
    ServiceSearch search(*m_services);
    connect(&search, &ServiceSearch::found, this,
            [this](const client::Record &service) { m_found.append(service.id()); });
    connect(&search, &ServiceSearch::sourceFailed, this,
            [this](const QString &source, const Error &) { m_failed.append(source); });
    QSignalSpy finished(&search, &ServiceSearch::finished);
    search.start(query);
    QVERIFY(finished.isEmpty()); // never from within start()
    QVERIFY(finished.wait(15000));
    QCoreApplication::processEvents();
    QCOMPARE(finished.size(), 1);
    m_found.sort();
}

void TestServiceSearch::combinesSourcesAndMergesDuplicates()
{
    m_answers = {{"/customers/c1/services/active", R"([{"service_id":1},{"service_id":2}])"},
                 {"/services/anonymous/k%2F1/active", R"([{"service_id":"3"},{"service_id":"1"}])"},
                 {"/services/2", R"({"service_id":2})"},
                 {"/services/4", R"({"service_id":4})"}};
    Query query;
    query.customers = {u"c1"_s};
    query.contactKeys = {u"k/1"_s};
    query.serviceIds = {u"2"_s, u"4"_s, u"4"_s};
    search(query);
    QCOMPARE(m_found, (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
    QCOMPARE(m_failed, QStringList());
}

void TestServiceSearch::failedSourceDoesNotStopTheOthers()
{
    m_answers = {{"/services/2", R"({"service_id":2})"}};
    Query query;
    query.customers = {u"c1"_s};
    query.serviceIds = {u"1"_s, u"2"_s};
    search(query);
    m_failed.sort();
    QCOMPARE(m_found, QStringList{u"2"_s});
    QCOMPARE(m_failed, (QStringList{u"customer c1"_s, u"service 1"_s}));
}

void TestServiceSearch::idsOfAnExportAreRead()
{
    m_answers = {{"/maintenance/services/stream", R"(["361-a",{"service_id":7},"361-b"])"},
                 {"/services/361-a", R"({"service_id":"361-a"})"}};
    search({});
    QCOMPARE(m_found, (QStringList{u"361-a"_s, u"7"_s}));
    QCOMPARE(m_failed, QStringList{u"service 361-b"_s});
}

void TestServiceSearch::filtersWhatTheServerDoesNot()
{
    m_answers =
        {{"/services/1", R"({"service_id":1,"started":{"timestamp":"2026-05-01T00:00:00.000Z"}})"},
         {"/services/2", R"({"service_id":2,"started":{"timestamp":"2026-06-01T00:00:00.000Z"}})"},
         {"/services/3",
          R"({"service_id":3,"started":{"timestamp":"2026-05-02T00:00:00.000Z"},"completed":{}})"}};
    Query query;
    query.serviceIds = {u"1"_s, u"2"_s, u"3"_s};
    query.range = {QDateTime({2026, 5, 1}, {0, 0}, Qt::UTC),
                   QDateTime({2026, 6, 1}, {0, 0}, Qt::UTC)};
    search(query);
    QCOMPARE(m_found, QStringList{u"1"_s});
    m_found.clear();
    query.completeness = Completeness::All;
    search(query);
    QCOMPARE(m_found, (QStringList{u"1"_s, u"3"_s}));
}

void TestServiceSearch::hasNoMoreThanSixReadsOpen()
{
    QList<QTcpSocket *> waiting;
    qsizetype most = 0;
    m_server->onRequest([&](QTcpSocket *socket, const QByteArray &) {
        waiting.append(socket);
        most = std::max(most, waiting.size());
        QTimer::singleShot(0, socket, [&waiting, socket] {
            waiting.removeOne(socket);
            socket->write(RawServer::answer("404 Not Found"));
        });
    });
    Query query;
    for (int i = 0; i < 100; ++i)
        query.serviceIds.append(QString::number(i));
    search(query);
    QCOMPARE(m_failed.size(), 100);
    QVERIFY2(most <= 6, qPrintable(QString::number(most)));
}

void TestServiceSearch::keepsTheOrderOfTheSources()
{
    // The first asked for is answered last.
    QTcpSocket *first = nullptr;
    int answered = 0;
    m_server->onRequest([&](QTcpSocket *socket, const QByteArray &request) {
        const QByteArray id = pathOf(request).mid(10);
        if (id == "1") {
            first = socket;
            return;
        }
        socket->write(RawServer::answer("200 OK", "{\"service_id\":" + id + '}'));
        if (++answered == 9)
            first->write(RawServer::answer("200 OK", R"({"service_id":1})"));
    });
    ServiceSearch search(*m_services);
    QStringList found;
    connect(&search, &ServiceSearch::found, this,
            [&](const client::Record &service) { found.append(service.id()); });
    QSignalSpy finished(&search, &ServiceSearch::finished);
    Query query;
    for (int i = 1; i <= 10; ++i)
        query.serviceIds.append(QString::number(i));
    search.start(query);
    QVERIFY(finished.wait(15000));
    QCOMPARE(found, query.serviceIds);
}

void TestServiceSearch::cancelKeepsWhatIsThere()
{
    m_server->onRequest([](QTcpSocket *socket, const QByteArray &request) {
        if (pathOf(request) == "/services/1")
            socket->write(RawServer::answer("200 OK", R"({"service_id":1})"));
    });
    ServiceSearch search(*m_services);
    QStringList found;
    connect(&search, &ServiceSearch::found, this, [&](const client::Record &service) {
        found.append(service.id());
        search.cancel();
    });
    QSignalSpy finished(&search, &ServiceSearch::finished);
    Query query;
    for (int i = 1; i < 50; ++i)
        query.serviceIds.append(QString::number(i));
    search.start(query);
    QVERIFY(finished.wait(15000));
    QCOMPARE(found, QStringList{u"1"_s});
    QVERIFY(m_server->requests().size() <= 6);
}

void TestServiceSearch::oldDialectNeedsSources()
{
    client::Connection connection = m_transport->connection();
    connection.dialect = contract::Dialect::V81;
    client::Transport transport(connection);
    client::ContextServices services(transport);
    ServiceSearch search(services);
    QSignalSpy failed(&search, &ServiceSearch::sourceFailed);
    QSignalSpy finished(&search, &ServiceSearch::finished);
    search.start({});
    QVERIFY(finished.wait(15000));
    QCOMPARE(failed.size(), 1);
    QVERIFY(m_server->requests().isEmpty());
}

void TestServiceSearch::badIdIsNotAskedFor()
{
    Query query;
    query.serviceIds = {u".."_s};
    search(query);
    QCOMPARE(m_failed, QStringList{u"service .."_s});
    QVERIFY(m_server->requests().isEmpty());
}

QTEST_GUILESS_MAIN(TestServiceSearch)
#include "tst_servicesearch.moc"
