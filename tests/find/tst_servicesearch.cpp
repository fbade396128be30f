// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "find/servicesearch.h"
#include "support/rawserver.h"

#include <QtCore/QMutex>
#include <QtCore/QSemaphore>
#include <QtCore/QTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::find;
using namespace closeout::rows;
using closeout::test::RawServer;
using contract::Completeness;

namespace {

// Called on the search's thread, read when it has finished or under the lock.
class Taken : public ServiceTaker
{
public:
    bool take(const Reader &service) override
    {
        const QMutexLocker lock(&m_mutex);
        const QString id = QString::fromUtf8(service.service().text(Field::ServiceId));
        if (m_ids.contains(id))
            return false;
        m_ids.append(id);
        return true;
    }
    QStringList ids() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_ids;
    }

private:
    mutable QMutex m_mutex;
    QStringList m_ids;
};

} // namespace

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
    void reportsWhatEachSourceBrought();
    void combinesTheStreamWithSources();
    void brokenStreamKeepsWhatCame();
    void tellsWhatIsNoContextServicesAnswer();
    void answerAboutAnotherServiceIsNone();
    void holdsAServerThatIsTooFast();
    void canBeDestroyedAtAnyTime();

private:
    void search(const Query &query);

    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<client::Transport> m_transport;
    std::unique_ptr<client::ContextServices> m_services;
    QHash<QByteArray, QByteArray> m_answers; // path without query → body
    QStringList m_found;
    QStringList m_failed;
    QList<SourceReport> m_reports;
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
    m_reports.clear();
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
    Taken taken;
    ServiceSearch search(*m_services, taken);
    connect(&search, &ServiceSearch::reported, this, [this](const SourceReport &report) {
        m_reports.append(report);
        if (report.error)
            m_failed.append(report.source.name());
    });
    QSignalSpy finished(&search, &ServiceSearch::finished);
    search.start(query);
    QVERIFY(finished.isEmpty()); // never from within start()
    QVERIFY(finished.wait(15000));
    QCoreApplication::processEvents();
    QCOMPARE(finished.size(), 1);
    m_found = taken.ids();
    QCOMPARE(search.found(), m_found.size());
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
    Taken taken;
    ServiceSearch search(*m_services, taken);
    QSignalSpy finished(&search, &ServiceSearch::finished);
    Query query;
    for (int i = 1; i <= 10; ++i)
        query.serviceIds.append(QString::number(i));
    search.start(query);
    QVERIFY(finished.wait(15000));
    QCOMPARE(taken.ids(), query.serviceIds);
}

void TestServiceSearch::cancelKeepsWhatIsThere()
{
    m_server->onRequest([](QTcpSocket *socket, const QByteArray &request) {
        if (pathOf(request) == "/services/1")
            socket->write(RawServer::answer("200 OK", R"({"service_id":1})"));
    });
    Taken taken;
    ServiceSearch search(*m_services, taken);
    connect(&search, &ServiceSearch::progressed, this, [&search] { search.cancel(); });
    QSignalSpy finished(&search, &ServiceSearch::finished);
    Query query;
    for (int i = 1; i < 50; ++i)
        query.serviceIds.append(QString::number(i));
    search.start(query);
    QVERIFY(finished.wait(15000));
    QCOMPARE(taken.ids(), QStringList{u"1"_s});
    // Six at once, and one in the place of the one that was answered.
    QVERIFY(m_server->requests().size() <= 7);
}

void TestServiceSearch::oldDialectNeedsSources()
{
    client::Connection connection = m_transport->connection();
    connection.dialect = contract::Dialect::V81;
    client::Transport transport(connection);
    client::ContextServices services(transport);
    Taken taken;
    ServiceSearch search(services, taken);
    QSignalSpy failed(&search, &ServiceSearch::reported);
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

void TestServiceSearch::reportsWhatEachSourceBrought()
{
    m_answers = {{"/customers/c1/services/active", R"([{"service_id":1},{"service_id":2}])"},
                 {"/customers/c2/services/active", "[]"},
                 {"/services/2", R"({"service_id":2})"}};
    Query query;
    query.customers = {u"c1"_s, u"c2"_s};
    query.serviceIds = {u"2"_s, u"3"_s};
    search(query);
    QStringList lines;
    for (const SourceReport &report : std::as_const(m_reports))
        lines.append(u"%1: %2%3"_s.arg(report.source.name(), QString::number(report.found),
                                       report.error ? u" failed"_s : QString()));
    QCOMPARE(lines,
             (QStringList{u"customer c1: 2"_s, u"customer c2: 0"_s, u"service 2: 1"_s,
                          u"service 3: 0 failed"_s}));
    QCOMPARE(m_found, (QStringList{u"1"_s, u"2"_s}));
}

void TestServiceSearch::combinesTheStreamWithSources()
{
    m_answers = {{"/maintenance/services/stream", R"([{"service_id":1},{"service_id":2}])"},
                 {"/services/2", R"({"service_id":2})"},
                 {"/services/3", R"({"service_id":3})"}};
    Query query;
    query.everything = true;
    query.serviceIds = {u"2"_s, u"3"_s};
    search(query);
    QCOMPARE(m_found, (QStringList{u"1"_s, u"2"_s, u"3"_s}));
    QCOMPARE(m_reports.size(), 3);
}

void TestServiceSearch::brokenStreamKeepsWhatCame()
{
    m_answers = {
        {"/maintenance/services/stream", R"([{"service_id":1},null,{"service_id":2},{"se)"}};
    search({});
    QCOMPARE(m_found, (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(m_reports.size(), 1);
    QCOMPARE(m_reports.first().found, 2);
    QCOMPARE(m_reports.first().unreadableCount, 1);
    QCOMPARE(m_reports.first().error->kind, ErrorKind::ConnectionLost);
}

void TestServiceSearch::tellsWhatIsNoContextServicesAnswer()
{
    m_answers = {{"/maintenance/services/stream", "<html>Welcome</html>"}};
    search({});
    QCOMPARE(m_reports.size(), 1);
    QCOMPARE(m_reports.first().error->kind, ErrorKind::NotContextServices);
    QVERIFY(m_reports.first().error->message.contains(u"<html>Welcome"_s));
}

void TestServiceSearch::answerAboutAnotherServiceIsNone()
{
    m_answers = {{"/services/1", R"({"service_id":2})"}};
    Query query;
    query.serviceIds = {u"1"_s};
    search(query);
    QCOMPARE(m_found, QStringList());
    QCOMPARE(m_failed, QStringList{u"service 1"_s});
}

// A taker that does not come back: the transport must stop reading, or all of it would be in
// memory.
void TestServiceSearch::holdsAServerThatIsTooFast()
{
    class Stuck : public ServiceTaker
    {
    public:
        bool take(const Reader &) override
        {
            m_gate.acquire();
            return true;
        }
        QSemaphore m_gate;
    };
    constexpr int services = 100'000;
    QByteArray body = "[";
    for (int i = 0; i < services; ++i)
        body += (i == 0 ? "" : ",") + QByteArray("{\"service_id\":") + QByteArray::number(i)
            + ",\"notes\":\"" + QByteArray(300, 'n') + "\"}";
    body += ']';
    QTcpSocket *open = nullptr;
    m_server->onRequest([&](QTcpSocket *socket, const QByteArray &) {
        open = socket;
        socket->write(RawServer::answer("200 OK", body));
    });
    Stuck stuck;
    ServiceSearch search(*m_services, stuck);
    QSignalSpy finished(&search, &ServiceSearch::finished);
    search.start({});
    // What the kernel, Qt and we take is a few MiB; the rest waits at the server.
    QTRY_VERIFY(open && open->bytesToWrite() < body.size() - 1'000'000);
    qint64 waiting = -1;
    QTRY_VERIFY(std::exchange(waiting, open->bytesToWrite()) == waiting);
    QVERIFY2(waiting > body.size() / 2, qPrintable(QString::number(waiting)));
    stuck.m_gate.release(services);
    QVERIFY(finished.wait(15000));
    QCOMPARE(search.found(), services);
    QCOMPARE(search.bytes(), body.size());
    QCOMPARE(search.promisedBytes(), body.size());
}

void TestServiceSearch::canBeDestroyedAtAnyTime()
{
    m_answers = {{"/maintenance/services/stream", R"([{"service_id":1},"2","3"])"}};
    for (int events = 0; events < 12; ++events) {
        Taken taken;
        ServiceSearch search(*m_services, taken);
        search.start({});
        for (int i = 0; i < events; ++i)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    }
    // However slow the machine is: once in the middle of an answer.
    Taken taken;
    ServiceSearch search(*m_services, taken);
    search.start({});
    QTRY_VERIFY(!m_server->requests().isEmpty());
}

QTEST_GUILESS_MAIN(TestServiceSearch)
#include "tst_servicesearch.moc"
