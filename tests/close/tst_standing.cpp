// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A run among others: programs that have its target, that had it, that hold the journal, and a
// person who stops it.

#include "close/run.h"
#include "support/journals.h"
#include "support/rawserver.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::close;
using closeout::test::RawServer;
using journal::Outcome;

class TestStanding : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void targetThatSomebodyHasIsLeftAlone();
    void doubtIsAskedOfTheJournal();
    void staleReadingIsNoLeaveToSendAgain();
    void addressesOfADeploymentAreOne();
    void stoppedIsStopped();
    void stoppedWhileUnderWayIsUnknown();
    void stoppedWhileTheJournalIsHeld();
    void outcomeWaitsForTheJournal();
    void outcomeIsKeptBesideAHeldJournal();

private:
    ItemReport run(const RunSettings &settings);
    QString journalPath() const { return m_folder->filePath(u"journal.sqlite"_s); }
    QList<journal::Entry> entries() const { return test::entriesOf(journalPath()); }
    journal::Entry lastEntry() const { return entries().constLast(); }
    qsizetype postCount() const
    {
        return std::count_if(m_server->requests().begin(), m_server->requests().end(),
                             [](const QByteArray &request) { return request.startsWith("POST"); });
    }

    std::unique_ptr<QTemporaryDir> m_folder = std::make_unique<QTemporaryDir>();
    std::unique_ptr<RawServer> m_server;
    QByteArrayList m_posts; // answers, in turn; the last one again and again; empty: it drops it
    std::unique_ptr<client::Transport> m_transport;
    std::unique_ptr<client::ContextServices> m_services;
    std::unique_ptr<journal::Journal> m_journal;
};

namespace {

constexpr char ended[] = "HTTP/1.1 204 No Content\r\n\r\n";

QByteArray active()
{
    return RawServer::answer("200 OK", R"({"service_id":1,"started":{},"Kept":1})");
}

environments::WritePermit permit(qsizetype count)
{
    return *environments::permitWrite(environments::SafetyLevel::None, {}, count, {});
}

Completion completion()
{
    Completion completion;
    completion.target.serviceId = u"1"_s;
    return completion;
}

RunSettings quick()
{
    RunSettings settings;
    settings.settleAfter = {std::chrono::milliseconds(0), std::chrono::milliseconds(1)};
    return settings;
}

// Another program in the middle of writing.
class Holder
{
public:
    explicit Holder(const QString &path)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"holder"_s);
        database.setDatabaseName(path);
        database.open();
        QSqlQuery(database).exec(u"BEGIN IMMEDIATE"_s);
    }
    ~Holder()
    {
        QSqlDatabase::database(u"holder"_s).close();
        QSqlDatabase::removeDatabase(u"holder"_s);
    }
    Holder(const Holder &) = delete;
    Holder &operator=(const Holder &) = delete;
};

} // namespace

void TestStanding::init()
{
    m_services.reset();
    m_transport.reset();
    m_journal.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<RawServer>();
    m_server->onRequest([this](QTcpSocket *socket, const QByteArray &request) {
        const QByteArray answer = request.startsWith("GET") ? active()
            : m_posts.size() > 1                            ? m_posts.takeFirst()
                                                            : m_posts.value(0);
        if (answer.isEmpty())
            socket->disconnectFromHost();
        else
            socket->write(answer);
    });
    client::Connection connection;
    connection.baseUrl = m_server->url(u"/genesys/1/cs"_s);
    m_transport = std::make_unique<client::Transport>(connection);
    m_services = std::make_unique<client::ContextServices>(*m_transport);
    m_journal = std::move(*journal::Journal::open(journalPath()));
}

ItemReport TestStanding::run(const RunSettings &settings)
{
    Run run(Plan{completion()}, settings, permit(1), *m_services, *m_journal);
    QSignalSpy finished(&run, &Run::itemFinished);
    run.start();
    if (finished.isEmpty() && !finished.wait(15000))
        QTest::qFail("the run did not finish", __FILE__, __LINE__);
    return finished.isEmpty() ? ItemReport() : finished.at(0).at(1).value<ItemReport>();
}

void TestStanding::targetThatSomebodyHasIsLeftAlone()
{
    const auto other = journal::Journal::open(journalPath());
    journal::Intention meant;
    meant.at = QDateTime({2026, 11, 30}, {10, 42}, Qt::UTC);
    meant.user = u"eve"_s;
    meant.baseUrl = m_server->url(u"/genesys/1/cs"_s).toString();
    meant.target.serviceId = u"1"_s;
    journal::ExchangeRecord check;
    check.startedAt = meant.at;
    QVERIFY(test::intend(**other, meant, check) > 0);
    m_posts = {QByteArray(ended)};
    RunSettings settings = quick();
    settings.insistence = {true, true, true, 0};
    const ItemReport report = run(settings);
    QCOMPARE(report.outcome, Outcome::Held);
    QCOMPARE(report.standing->kind, journal::Standing::Kind::UnderWay);
    QVERIFY2(report.message.contains("eve"_L1) && report.message.contains("10:42"_L1),
             qPrintable(report.message));
    QCOMPARE(postCount(), 0);
}

void TestStanding::doubtIsAskedOfTheJournal()
{
    m_posts = {QByteArray(), QByteArray(ended)};
    QCOMPARE(run(quick()).outcome, Outcome::Unknown);
    const ItemReport again = run(quick());
    QCOMPARE(again.outcome, Outcome::Held);
    QCOMPARE(again.standing->entry.id, 1);
    QVERIFY2(again.message.contains("had no answer"_L1), qPrintable(again.message));
    QCOMPARE(postCount(), 1);
    RunSettings settings = quick();
    settings.insistence.evenIfUnknown = true;
    QCOMPARE(run(settings).outcome, Outcome::Completed);
    QCOMPARE(postCount(), 2);
    QCOMPARE(lastEntry().insisted, journal::Insisted::EvenIfUnknown);
}

void TestStanding::staleReadingIsNoLeaveToSendAgain()
{
    m_posts = {QByteArray(ended)};
    QCOMPARE(run(quick()).outcome, Outcome::Completed);
    const ItemReport again = run(quick()); // which is shown open as before
    QCOMPARE(again.outcome, Outcome::Held);
    QVERIFY2(again.message.contains("still shown open"_L1), qPrintable(again.message));
    RunSettings settings = quick();
    settings.insistence.evenIfUnknown = true; // is something else
    QCOMPARE(run(settings).outcome, Outcome::Held);
    QCOMPARE(postCount(), 1);
    settings.insistence.evenIfShownOpen = true;
    QCOMPARE(run(settings).outcome, Outcome::Completed);
    QCOMPARE(postCount(), 2);
}

void TestStanding::addressesOfADeploymentAreOne()
{
    m_posts = {QByteArray()};
    QCOMPARE(run(quick()).outcome, Outcome::Unknown);
    RunSettings settings = quick();
    settings.deployment = {u"cluster"_s,
                           {u"http://elsewhere:80/genesys/1/cs"_s,
                            contract::canonicalBaseUrl(m_server->url(u"/genesys/1/cs"_s))}};
    QCOMPARE(run(settings).outcome, Outcome::Held);
    QCOMPARE(postCount(), 1);
}

// The answer to the check is there, and nobody has looked at it yet.
void TestStanding::stoppedIsStopped()
{
    m_posts = {QByteArray(ended)};
    Run run(Plan{completion()}, quick(), permit(1), *m_services, *m_journal);
    QSignalSpy finished(&run, &Run::itemFinished);
    m_server->onRequest([&](QTcpSocket *socket, const QByteArray &) {
        socket->write(active());
        socket->flush();
        QTimer::singleShot(0, &run, &Run::stop);
    });
    run.start();
    QVERIFY(finished.wait(15000));
    const auto report = finished.at(0).at(1).value<ItemReport>();
    QCOMPARE(report.outcome, Outcome::Held);
    QVERIFY2(report.message.contains("Nothing was sent"_L1), qPrintable(report.message));
    QCOMPARE(postCount(), 0);
    QCOMPARE(entries().size(), 0);
}

void TestStanding::stoppedWhileUnderWayIsUnknown()
{
    Run run(Plan{completion()}, quick(), permit(1), *m_services, *m_journal);
    QSignalSpy finished(&run, &Run::itemFinished);
    m_server->onRequest([&](QTcpSocket *socket, const QByteArray &request) {
        if (request.startsWith("GET"))
            socket->write(active());
        else
            run.stop();
    });
    run.start();
    QVERIFY(finished.wait(15000));
    const auto report = finished.at(0).at(1).value<ItemReport>();
    QCOMPARE(report.outcome, Outcome::Unknown);
    QVERIFY2(report.message.contains("nobody can say"_L1), qPrintable(report.message));
    QCOMPARE(m_server->requests().size(), 2); // it does not go on reading
    QCOMPARE(lastEntry().recorded->outcome, Outcome::Unknown);
}

void TestStanding::stoppedWhileTheJournalIsHeld()
{
    const Holder holder(journalPath());
    m_posts = {QByteArray(ended)};
    Run run(Plan{completion()}, quick(), permit(1), *m_services, *m_journal);
    QSignalSpy finished(&run, &Run::itemFinished);
    run.start();
    QTRY_COMPARE(m_server->requests().size(), 2); // it waits, and looks again meanwhile
    QCOMPARE(finished.size(), 0);
    run.stop();
    QVERIFY(finished.wait(2000));
    QCOMPARE(finished.at(0).at(1).value<ItemReport>().outcome, Outcome::Held);
    QCOMPARE(postCount(), 0);
}

void TestStanding::outcomeWaitsForTheJournal()
{
    std::unique_ptr<Holder> holder;
    m_server->onRequest([&](QTcpSocket *socket, const QByteArray &request) {
        if (request.startsWith("POST")) {
            holder = std::make_unique<Holder>(journalPath());
            QTimer::singleShot(400, this, [&] { holder.reset(); });
        }
        socket->write(request.startsWith("GET") ? active() : QByteArray(ended));
    });
    const ItemReport report = run(quick());
    QCOMPARE(report.outcome, Outcome::Completed);
    QCOMPARE(report.journalProblem, QString());
    QCOMPARE(lastEntry().recorded->outcome, Outcome::Completed);
    QCOMPARE(lastEntry().exchanges.size(), 2);
}

void TestStanding::outcomeIsKeptBesideAHeldJournal()
{
    std::unique_ptr<Holder> holder;
    m_server->onRequest([&](QTcpSocket *socket, const QByteArray &request) {
        if (request.startsWith("POST"))
            holder = std::make_unique<Holder>(journalPath());
        socket->write(request.startsWith("GET") ? active() : QByteArray(ended));
    });
    RunSettings settings = quick();
    settings.patience = std::chrono::milliseconds(300);
    const ItemReport report = run(settings);
    QCOMPARE(report.outcome, Outcome::Completed);
    QVERIFY(report.isOutcomeRecorded);
    QVERIFY2(report.journalProblem.contains("kept beside"_L1), qPrintable(report.journalProblem));
    QCOMPARE(lastEntry().outcome(), Outcome::Completed);
    holder.reset();
    QVERIFY(journal::Journal::open(journalPath()));
    QCOMPARE(lastEntry().exchanges.size(), 2);
}

QTEST_GUILESS_MAIN(TestStanding)
#include "tst_standing.moc"
