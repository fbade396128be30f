// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "printed.h"
#include "sandbox/server.h"
#include "support/rawserver.h"
#include "ui/find/listing.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;
using closeout::test::printed;
using closeout::test::RawServer;
using State = Listing::State;

class TestListing : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void loadsTheSandbox();
    void reportsInBatches();
    void refreshKeepsUpdatesAndRemoves();
    void anotherQueryStartsAnew();
    void refreshIsOfWhatIsShown();
    void brokenStreamIsIncomplete();
    void failures_data();
    void failures();
    void failedRefreshKeepsTheRows();
    void sourcesThatFailAreNamed();
    void cancelKeepsWhatCame();
    void oldDialectNeedsSources();
    void forgottenRowsStayAway();
    void rereadUpdatesOrRemoves();
    void noServicesNoAnswers();

private:
    void useSandbox();
    void connectTo(const QUrl &url, contract::Dialect dialect = contract::Dialect::V85);
    void answer(const QByteArray &path, const QByteArray &body);
    void load();
    QStringList ids() const;

    std::unique_ptr<sandbox::Server> m_sandbox;
    std::unique_ptr<RawServer> m_server;
    QHash<QByteArray, QByteArray> m_answers; // path without query → bytes
    std::unique_ptr<client::Transport> m_transport;
    std::unique_ptr<client::ContextServices> m_services;
    std::unique_ptr<Listing> m_listing;
    std::unique_ptr<QAbstractItemModelTester> m_modelTester;
    ServicesFilter *m_filter = nullptr; // the listing's
    std::unique_ptr<QAbstractItemModelTester> m_filterTester;
};

namespace {

QByteArray pathOf(const QByteArray &request)
{
    const QByteArray target = request.split(' ').value(1);
    return target.first(target.contains('?') ? target.indexOf('?') : target.size()).mid(13);
}

const QByteArray &stream()
{
    static const QByteArray path("/maintenance/services/stream");
    return path;
}

find::Query ofCustomers(const QStringList &customers)
{
    find::Query query;
    query.customers = customers;
    return query;
}

} // namespace

void TestListing::init()
{
    m_answers.clear();
    m_server = std::make_unique<RawServer>();
    m_server->onRequest([this](QTcpSocket *socket, const QByteArray &request) {
        const QByteArray bytes = m_answers.value(pathOf(request));
        socket->write(bytes.isEmpty() ? RawServer::answer("404 Not Found") : bytes);
    });
    m_listing = std::make_unique<Listing>();
    m_modelTester = std::make_unique<QAbstractItemModelTester>(m_listing->model());
    m_filter = m_listing->filter();
    m_filterTester = std::make_unique<QAbstractItemModelTester>(m_filter);
    connectTo(m_server->url(u"/genesys/1/cs"_s));
}

void TestListing::cleanup()
{
    m_listing->setServices(nullptr);
    m_filterTester.reset();
    m_modelTester.reset();
    m_listing.reset();
    m_services.reset();
    m_transport.reset();
    m_server.reset();
    m_sandbox.reset();
}

void TestListing::connectTo(const QUrl &url, contract::Dialect dialect)
{
    m_listing->setServices(nullptr);
    client::Connection connection;
    connection.baseUrl = url;
    connection.dialect = dialect;
    connection.timeout = std::chrono::seconds(10);
    m_services.reset();
    m_transport = std::make_unique<client::Transport>(connection);
    m_services = std::make_unique<client::ContextServices>(*m_transport);
    m_listing->setServices(m_services.get());
}

void TestListing::useSandbox()
{
    auto server = sandbox::Server::start({.seed = sandbox::Seed::demo()});
    QVERIFY(server.has_value());
    m_sandbox = std::move(*server);
    connectTo(m_sandbox->baseUrl());
}

void TestListing::answer(const QByteArray &path, const QByteArray &body)
{
    m_answers.insert(path, RawServer::answer("200 OK", body));
}

void TestListing::load()
{
    m_listing->load();
    QTRY_VERIFY_WITH_TIMEOUT(m_listing->state() != State::Loading, 15000);
}

QStringList TestListing::ids() const
{
    return printed(*m_listing->model(), {ServicesModel::ServiceColumn});
}

void TestListing::loadsTheSandbox()
{
    useSandbox();
    QCOMPARE(m_listing->state(), State::Empty);
    load();
    QCOMPARE(m_listing->state(), State::Loaded);
    QVERIFY(m_listing->model()->rowOf(u"36981723"_s) >= 0);
    const int active = m_listing->model()->rowCount();
    QVERIFY2(m_listing->summary().startsWith(u"%1 active service(s) as of "_s.arg(active)),
             qPrintable(m_listing->summary()));
    QVERIFY(!m_listing->listsCompleted());

    find::Query query;
    query.completeness = contract::Completeness::All;
    m_listing->setQuery(query);
    load();
    QVERIFY(m_listing->listsCompleted());
    QVERIFY(m_listing->model()->rowCount() > active);
    m_filter->setText(u"36981723"_s);
    QCOMPARE(m_filter->rowCount(), 1);
}

void TestListing::reportsInBatches()
{
    QByteArray services;
    for (int id = 1; id <= 2000; ++id)
        services += (services.isEmpty() ? "[" : ",") + ("{\"service_id\":" + QByteArray::number(id))
            + '}';
    answer(stream(), services + ']');
    QSignalSpy inserted(m_listing->model(), &ServicesModel::rowsInserted);
    load();
    QCOMPARE(m_listing->model()->rowCount(), 2000);
    QVERIFY2(inserted.size() < 100, qPrintable(QString::number(inserted.size())));
}

void TestListing::refreshKeepsUpdatesAndRemoves()
{
    answer(stream(), R"([{"service_id":1},{"service_id":2},{"service_id":3}])");
    load();
    const QPersistentModelIndex two = m_filter->mapFromSource(m_listing->model()->index(1, 0));
    answer(stream(), R"([{"service_id":2,"service_type":"B"},{"service_id":4}])");
    m_listing->load();
    QCOMPARE(ids().size(), 3); // until new ones arrive
    QTRY_COMPARE(m_listing->state(), State::Loaded);
    QCOMPARE(printed(*m_listing->model(),
                     {ServicesModel::ServiceColumn, ServicesModel::TypeColumn}),
             (QStringList{u"2 | B"_s, u"4 | "_s}));
    QCOMPARE(two.data(ServicesModel::IdRole).toString(), u"2"_s);
}

void TestListing::anotherQueryStartsAnew()
{
    answer(stream(), R"([{"service_id":1}])");
    answer("/customers/c1/services/active", R"([{"service_id":2}])");
    load();
    m_listing->setQuery(ofCustomers({u"c1"_s}));
    QCOMPARE(ids(), QStringList{u"1"_s});
    m_listing->load();
    QCOMPARE(ids(), QStringList());
    QTRY_COMPARE(m_listing->state(), State::Loaded);
    QCOMPARE(ids(), QStringList{u"2"_s});
}

void TestListing::refreshIsOfWhatIsShown()
{
    answer(stream(), R"([{"service_id":1}])");
    load();
    m_listing->setQuery(ofCustomers({u"c1"_s})); // being typed
    answer(stream(), R"([{"service_id":7}])");
    m_listing->refresh();
    QTRY_COMPARE(m_listing->state(), State::Loaded);
    QCOMPARE(ids(), QStringList{u"7"_s});
}

void TestListing::brokenStreamIsIncomplete()
{
    answer(stream(), R"([{"service_id":1},{"service_id":2},{"service_id":3}])");
    load();
    m_server->onRequest([](QTcpSocket *socket, const QByteArray &) {
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                      "Content-Length: 1000\r\n\r\n[{\"service_id\":2},{\"service_id\":9},");
        socket->disconnectFromHost();
    });
    load();
    QCOMPARE(m_listing->state(), State::Incomplete);
    QCOMPARE(ids(), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"9"_s}));
    QCOMPARE(m_listing->problems().size(), 1);
    const QString summary = m_listing->summary();
    QVERIFY2(summary.startsWith(u"Incomplete: 4 active service(s) as of ")
                 && summary.endsWith(u" · 2 not read again · 1 source(s) failed"),
             qPrintable(summary));
}

void TestListing::failures_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("401") << RawServer::answer("401 Unauthorized") << ErrorKind::SignInNeeded;
    QTest::newRow("HTML in a 200")
        << RawServer::answer("200 OK", "<html><body>Sign in</body></html>", "text/html")
        << ErrorKind::NotContextServices;
}

void TestListing::failures()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const ErrorKind, kind);
    m_server->answerAll(bytes);
    load();
    QCOMPARE(m_listing->state(), State::Failed);
    QCOMPARE(m_listing->problems().size(), 1);
    QCOMPARE(m_listing->problems().constFirst().error.kind, kind);
    QVERIFY(!m_listing->asOf().isValid());
    QCOMPARE(m_listing->summary(), u"No services could be loaded"_s);
}

void TestListing::failedRefreshKeepsTheRows()
{
    answer(stream(), R"([{"service_id":1}])");
    load();
    const QDateTime asOf = m_listing->asOf();
    connectTo(m_server->url(u"/genesys/1/cs"_s)); // nothing kept of another environment
    QCOMPARE(ids(), QStringList());
    load();
    m_server.reset(); // gone
    load();
    QCOMPARE(m_listing->state(), State::Failed);
    QCOMPARE(ids(), QStringList{u"1"_s});
    QVERIFY(m_listing->asOf() >= asOf);
    QVERIFY(m_listing->summary().startsWith(u"Could not be refreshed: 1 active service(s) as of "));
}

void TestListing::sourcesThatFailAreNamed()
{
    answer("/customers/c2/services/active", "[]");
    m_listing->setQuery(ofCustomers({u"c1"_s, u"c2"_s}));
    load();
    QCOMPARE(m_listing->state(), State::Incomplete); // one of two answered, with nothing
    QCOMPARE(m_listing->problems().size(), 1);
    QCOMPARE(m_listing->problems().constFirst().source, u"customer c1"_s);
    QCOMPARE(m_listing->model()->rowCount(), 0);
}

void TestListing::cancelKeepsWhatCame()
{
    m_server->onRequest([](QTcpSocket *socket, const QByteArray &) {
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                      "Content-Length: 1000\r\n\r\n[{\"service_id\":2},");
    });
    m_listing->load();
    QTRY_COMPARE(ids(), QStringList{u"2"_s});
    m_listing->cancel();
    QTRY_COMPARE(m_listing->state(), State::Incomplete);
    QVERIFY(m_listing->problems().isEmpty());
    QVERIFY(m_listing->summary().endsWith(u" · cancelled"));
}

void TestListing::oldDialectNeedsSources()
{
    QCOMPARE(m_listing->whyNotAll(), QString());
    connectTo(m_server->url(), contract::Dialect::V81);
    QVERIFY(m_listing->whyNotAll().startsWith(u"An 8.1 server cannot list services"));
    QCOMPARE(m_listing->whyNot(), m_listing->whyNotAll());
    m_listing->load();
    QCOMPARE(m_listing->state(), State::Empty);
    m_listing->setQuery(ofCustomers({u"c1"_s}));
    QCOMPARE(m_listing->whyNot(), QString());
    load();
    QCOMPARE(m_server->requests().size(), 1);
}

void TestListing::forgottenRowsStayAway()
{
    answer(stream(), R"([{"service_id":1},{"service_id":2}])");
    load();
    m_listing->forget(u"1"_s);
    QCOMPARE(ids(), QStringList{u"2"_s});
    QVERIFY(m_listing->summary().startsWith(u"1 active"));
    m_listing->load();
    m_listing->forget(u"2"_s); // while the answer that still has it is under way
    QTRY_COMPARE(m_listing->state(), State::Loaded);
    QCOMPARE(ids(), QStringList{u"1"_s});
}

void TestListing::rereadUpdatesOrRemoves()
{
    answer(stream(), R"([{"service_id":1},{"service_id":2},{"service_id":3}])");
    answer("/services/1", R"({"service_id":1,"active_tasks":[{"task_id":1}]})");
    answer("/services/2", R"({"service_id":2,"completed":{}})");
    load();
    m_listing->reread(u"1"_s);
    m_listing->reread(u"2"_s); // active ones are listed
    m_listing->reread(u"3"_s); // 404
    m_listing->reread(u"4"_s); // is no row
    QTRY_COMPARE(printed(*m_listing->model(),
                         {ServicesModel::ServiceColumn, ServicesModel::OpenTasksColumn}),
                 QStringList{u"1 | 1"_s});
    m_server->answerAll(RawServer::answer("500 Internal Server Error"));
    const qsizetype asked = m_server->requests().size();
    m_listing->reread(u"1"_s);
    QTRY_COMPARE(m_server->requests().size(), asked + 1);
    QCOMPARE(ids(), QStringList{u"1"_s});
}

void TestListing::noServicesNoAnswers()
{
    answer(stream(), R"([{"service_id":1}])");
    m_listing->load();
    m_listing->setServices(nullptr);
    QCOMPARE(m_listing->state(), State::Empty);
    QVERIFY(m_listing->whyNot().startsWith(u"Not connected yet."));
    m_listing->load();
    m_listing->refresh();
    QCOMPARE(m_listing->state(), State::Empty);

    m_listing->setServices(m_services.get());
    m_listing->load();
    QTRY_COMPARE(m_listing->state(), State::Loaded); // and what was under way changed nothing
    m_listing->reread(u"1"_s);
    connectTo(m_server->url(u"/genesys/1/cs"_s));
    load();
    QCOMPARE(ids(), QStringList{u"1"_s});
}

QTEST_MAIN(TestListing)
#include "tst_listing.moc"
