// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "close/run.h"
#include "support/journals.h"
#include "support/rawserver.h"

#include <QtCore/QTemporaryDir>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::close;
using closeout::test::RawServer;
using contract::Target;
using journal::Outcome;

// A server that plays a script for GET and for POST, in turn; the last step is repeated.
class ScriptedServer : public RawServer
{
public:
    QByteArrayList gets; // none: every service is there and open
    QByteArrayList posts; // an empty one: drops the connection

    ScriptedServer()
    {
        onRequest([this](QTcpSocket *socket, const QByteArray &request) {
            QByteArrayList &script = request.startsWith("GET") ? gets : posts;
            QByteArray step = script.size() > 1 ? script.takeFirst() : script.value(0);
            if (gets.isEmpty() && request.startsWith("GET"))
                step = RawServer::answer("200 OK", "{\"service_id\":" + idOf(request) + '}');
            if (step.isEmpty())
                socket->disconnectFromHost();
            else
                socket->write(step);
        });
    }

    static QByteArray idOf(const QByteArray &request) // of /genesys/1/cs/services/ID?…
    {
        const QByteArray id = request.split('/').value(5);
        return id.first(std::min(id.indexOf('?'), id.size()));
    }

    qsizetype postCount() const
    {
        return std::count_if(requests().begin(), requests().end(),
                             [](const QByteArray &request) { return request.startsWith("POST"); });
    }
};

class TestRun : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void completes();
    void outcomes_data();
    void outcomes();
    void settlesALostAnswer_data();
    void settlesALostAnswer();
    void refusedConnectionIsAFailure();
    void intentionIsOnDiskBeforeTheRequestLeaves();
    void journalThatCannotTakeItStopsIt();
    void lostJournalIsTold();
    void doesNotSendMoreThanPermitted();
    void cancelSendsNothingMore();
    void runsInOrder();
    void passwordIsNotInTheJournal();

private:
    ItemReport run(const Completion &completion, bool evenIfCompleted = false);
    QList<ItemReport> run(const Plan &plan, qsizetype permitted, RunSettings settings);
    Completion completion(const QString &id = u"1"_s) const;
    QString journalPath() const { return m_folder->filePath(u"journal.sqlite"_s); }
    QList<journal::Entry> entries() const { return test::entriesOf(journalPath()); }
    journal::Entry lastEntry() const { return entries().constLast(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<client::Transport> m_transport;
    std::unique_ptr<client::ContextServices> m_services;
    std::unique_ptr<journal::Journal> m_journal;
};

namespace {

QByteArray active()
{
    return RawServer::answer("200 OK", R"({"service_id":1,"started":{},"Kept":1})");
}

QByteArray completedWith(const QByteArray &description)
{
    return RawServer::answer("200 OK",
                             R"({"service_id":1,"started":{},"completed":{"disposition_desc":")"
                                 + description + R"("}})");
}

constexpr char ended[] = "HTTP/1.1 204 No Content\r\n\r\n";

environments::WritePermit permit(qsizetype count)
{
    return *environments::permitWrite(environments::SafetyLevel::None, {}, count, {});
}

RunSettings quick()
{
    RunSettings settings;
    settings.settleAfter = {std::chrono::milliseconds(0), std::chrono::milliseconds(1)};
    return settings;
}

} // namespace

void TestRun::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_services.reset();
    m_transport.reset();
    m_server = std::make_unique<ScriptedServer>();
    client::Connection connection;
    connection.baseUrl = m_server->url(u"/genesys/1/cs"_s);
    connection.user = u"ada"_s;
    connection.password = u"correct horse"_s;
    connection.timeout = std::chrono::seconds(10);
    m_transport = std::make_unique<client::Transport>(connection);
    m_services = std::make_unique<client::ContextServices>(*m_transport);
    auto journal = journal::Journal::open(m_folder->filePath(u"journal.sqlite"_s));
    QVERIFY(journal);
    m_journal = std::move(*journal);
}

Completion TestRun::completion(const QString &id) const
{
    Completion completion;
    completion.target.serviceId = id;
    completion.event.set(contract::findField(contract::Event::ServiceEnd, u"disposition_desc"),
                         {contract::FieldValue::Kind::Text, u"mine"_s});
    return completion;
}

QList<ItemReport> TestRun::run(const Plan &plan, qsizetype permitted, RunSettings settings)
{
    Run run(plan, std::move(settings), permit(permitted), *m_services, *m_journal);
    QList<ItemReport> reports;
    connect(&run, &Run::itemFinished, this, [&](qsizetype index, const ItemReport &report) {
        QCOMPARE(index, reports.size());
        reports.append(report);
    });
    QSignalSpy finished(&run, &Run::finished);
    run.start();
    if (finished.isEmpty() && !finished.wait(15000))
        QTest::qFail("the run did not finish", __FILE__, __LINE__);
    return reports;
}

ItemReport TestRun::run(const Completion &completion, bool evenIfCompleted)
{
    RunSettings settings = quick();
    settings.insistence.evenIfCompleted = evenIfCompleted;
    settings.environment = u"Test"_s;
    return run(Plan{completion}, 1, settings).value(0);
}

void TestRun::completes()
{
    m_server->gets = {active()};
    m_server->posts = {QByteArray(ended)};
    const ItemReport report = run(completion());
    QCOMPARE(report.outcome, Outcome::Completed);
    QCOMPARE(report.status, 204);
    QCOMPARE(report.journalProblem, QString());
    QCOMPARE(m_server->requests().size(), 2);
    QCOMPARE(report.examination.find(Verdict::LosesData)->names, QStringList{u"Kept"_s});

    const journal::Entry entry = lastEntry();
    QCOMPARE(entry.outcome(), Outcome::Completed);
    QCOMPARE(entry.intention.environment, u"Test"_s);
    QCOMPARE(entry.intention.requestBody, completion().event.body());
    QCOMPARE(entry.intention.beforeImage, R"({"service_id":1,"started":{},"Kept":1})");
    QCOMPARE(entry.exchanges.size(), 2); // check and send
    QCOMPARE(entry.exchanges.last().status, 204);
    QVERIFY(m_server->requests().last().endsWith("\r\n\r\n" + completion().event.body()));
}

void TestRun::outcomes_data()
{
    QTest::addColumn<QByteArray>("get");
    QTest::addColumn<QByteArray>("post");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<bool>("sent");

    const QByteArray json = R"({"message":"no"})";
    const QByteArray notFound =
        R"({"message":"There are no service","exception":"com.x.NotFoundException"})";
    QTest::newRow("already completed")
        << completedWith("theirs") << QByteArray(ended) << Outcome::Skipped << false;
    QTest::newRow("not found") << RawServer::answer("404 Not Found") << QByteArray(ended)
                               << Outcome::Held << false;
    QTest::newRow("not found, 8.5") << RawServer::answer("400 Bad Request", notFound)
                                    << QByteArray(ended) << Outcome::Held << false;
    QTest::newRow("401 on reading")
        << RawServer::answer("401 Unauthorized") << QByteArray(ended) << Outcome::Failed << false;
    QTest::newRow("HTML on reading") << RawServer::answer("200 OK", "<html>", "text/html")
                                     << QByteArray(ended) << Outcome::Failed << false;
    for (const char *status : {"200 OK", "201 Created", "204 No Content"})
        QTest::newRow(status) << active() << RawServer::answer(status) << Outcome::Completed
                              << true;
    for (const char *status :
         {"400 Bad", "401 Unauthorized", "403 Forbidden", "409 Conflict", "307 Temporary"})
        QTest::newRow(status) << active() << RawServer::answer(status, json) << Outcome::Failed
                              << true;
    for (const char *status :
         {"500 Oops", "502 Bad Gateway", "504 Time-out", "303 See Other", "302 Found", "524 Odd"})
        QTest::newRow(status) << active() << RawServer::answer(status) << Outcome::Unknown << true;
    QTest::newRow("503 of the server itself")
        << active() << RawServer::answer("503 Busy", json) << Outcome::Failed << true;
    QTest::newRow("a page that says 200")
        << active() << RawServer::answer("200 OK", "<html>Please log in", "text/html")
        << Outcome::Unknown << true;
    QTest::newRow("an exception that says 200")
        << active() << RawServer::answer("200 OK", R"({"message":"x","exception":"y.Ex"})")
        << Outcome::Unknown << true;
    QTest::newRow("an 8.1 error that says 200")
        << active() << RawServer::answer("200 OK", R"({"error":{"code":7,"description":"no"}})")
        << Outcome::Unknown << true;
    // The check has just read it, and reading again still does.
    QTest::newRow("404, though it was there a moment ago")
        << active() << RawServer::answer("404 Not Found", json) << Outcome::Unknown << true;
    QTest::newRow("400 that says the same")
        << active() << RawServer::answer("400 Bad Request", notFound) << Outcome::Unknown << true;
    QTest::newRow("the record, still open, that says 200")
        << active() << RawServer::answer("200 OK", R"({"service_id":1})") << Outcome::Unknown
        << true;
    QTest::newRow("a 200 that ends with the connection")
        << active() << QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        << Outcome::Unknown << true;
    QTest::newRow("another service on reading")
        << RawServer::answer("200 OK", R"({"service_id":2})") << QByteArray(ended)
        << Outcome::Failed << false;
    QTest::newRow("something else on reading") << RawServer::answer("200 OK", R"({"status":"UP"})")
                                               << QByteArray(ended) << Outcome::Failed << false;
    QTest::newRow("dropped") << active() << QByteArray() << Outcome::Unknown << true;
    QTest::newRow("breaks off in the status line")
        << active() << QByteArray("HTTP/1.1 2") << Outcome::Unknown << true;
}

void TestRun::outcomes()
{
    QFETCH(const QByteArray, get);
    QFETCH(const QByteArray, post);
    QFETCH(const Outcome, outcome);
    QFETCH(const bool, sent);
    m_server->gets = {get};
    m_server->posts = {post};
    if (post.startsWith("HTTP/1.1 2") && !post.contains("Content")) {
        m_server->onRequest([&](QTcpSocket *socket, const QByteArray &request) {
            socket->write(request.startsWith("GET") ? get : post);
            if (request.startsWith("POST"))
                socket->disconnectFromHost();
        });
    }
    const ItemReport report = run(completion());
    QCOMPARE(journal::outcomeName(report.outcome), journal::outcomeName(outcome));
    QCOMPARE(m_server->postCount(), sent ? 1 : 0);
    QCOMPARE(entries().size(), sent ? 1 : 0);
    if (sent)
        QCOMPARE(lastEntry().outcome(), outcome);
    if (outcome != Outcome::Completed)
        QVERIFY(!report.message.isEmpty());
}

void TestRun::settlesALostAnswer_data()
{
    QTest::addColumn<QByteArrayList>("gets"); // the first is the check
    QTest::addColumn<bool>("evenIfCompleted");
    QTest::addColumn<Outcome>("outcome");

    QTest::newRow("done") << QByteArrayList{active(), completedWith("mine")} << false
                          << Outcome::Completed;
    QTest::newRow("done, shown late")
        << QByteArrayList{active(), active(), completedWith("mine")} << false << Outcome::Completed;
    QTest::newRow("still open") << QByteArrayList{active()} << false << Outcome::Unknown;
    QTest::newRow("completed by somebody else")
        << QByteArrayList{active(), completedWith("theirs")} << false << Outcome::Unknown;
    QTest::newRow("was completed before, and looks like ours")
        << QByteArrayList{completedWith("mine")} << true << Outcome::Unknown;
    QTest::newRow("was completed before, cannot tell")
        << QByteArrayList{RawServer::answer("200 OK", R"({"service_id":1,"completed":{}})")} << true
        << Outcome::Unknown;
    QTest::newRow("was completed before, now with ours")
        << QByteArrayList{completedWith("theirs"), completedWith("mine")} << true
        << Outcome::Completed;
    QTest::newRow("gone") << QByteArrayList{active(), RawServer::answer("404 Not Found")} << false
                          << Outcome::Unknown;
}

void TestRun::settlesALostAnswer()
{
    QFETCH(const QByteArrayList, gets);
    QFETCH(const bool, evenIfCompleted);
    QFETCH(const Outcome, outcome);
    m_server->gets = gets;
    m_server->posts = {QByteArray()};
    const ItemReport report = run(completion(), evenIfCompleted);
    QCOMPARE(journal::outcomeName(report.outcome), journal::outcomeName(outcome));
    QCOMPARE(report.isSettled, outcome == Outcome::Completed);
    QCOMPARE(m_server->postCount(), 1);
    QCOMPARE(lastEntry().outcome(), outcome);
}

void TestRun::refusedConnectionIsAFailure()
{
    // The server goes between the check and the end: nothing can have been done there.
    m_server->onRequest([this](QTcpSocket *socket, const QByteArray &) {
        socket->write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 16\r\n\r\n"
                      R"({"service_id":1})");
        socket->disconnectFromHost();
        m_server->stopListening();
    });
    const ItemReport report = run(completion());
    QCOMPARE(journal::outcomeName(report.outcome), u"failed"_s);
    QCOMPARE(report.kind, ErrorKind::ConnectionFailed);
    QCOMPARE(m_server->postCount(), 0);
    QCOMPARE(lastEntry().outcome(), Outcome::Failed);
}

void TestRun::intentionIsOnDiskBeforeTheRequestLeaves()
{
    qsizetype seen = -1;
    m_server->onRequest([&](QTcpSocket *socket, const QByteArray &request) {
        if (request.startsWith("POST")) {
            seen = entries().size();
        }
        socket->write(request.startsWith("GET") ? active() : QByteArray(ended));
    });
    run(completion());
    QCOMPARE(seen, 1);
}

void TestRun::journalThatCannotTakeItStopsIt()
{
    m_server->gets = {active()};
    m_server->posts = {QByteArray(ended)};
    QSqlDatabase database = QSqlDatabase::database(QSqlDatabase::connectionNames().constFirst());
    QVERIFY(QSqlQuery(database).exec(u"PRAGMA query_only = ON"_s));
    const ItemReport report = run(completion());
    QCOMPARE(journal::outcomeName(report.outcome), u"held"_s);
    QCOMPARE(report.kind, ErrorKind::Storage);
    QVERIFY(report.message.contains("Nothing was sent"_L1));
    QCOMPARE(m_server->postCount(), 0);
}

void TestRun::lostJournalIsTold()
{
    m_server->onRequest([&](QTcpSocket *socket, const QByteArray &request) {
        if (request.startsWith("POST")) { // after the intention, before the outcome
            QSqlDatabase database = QSqlDatabase::database(
                QSqlDatabase::connectionNames().constFirst());
            QSqlQuery(database).exec(u"PRAGMA query_only = ON"_s);
        }
        socket->write(request.startsWith("GET") ? active() : QByteArray(ended));
    });
    const ItemReport report = run(completion());
    QCOMPARE(report.outcome, Outcome::Completed);
    QVERIFY2(report.journalProblem.contains("kept beside"_L1), qPrintable(report.journalProblem));
    QVERIFY(report.isOutcomeRecorded);
    QCOMPARE(lastEntry().outcome(), Outcome::Completed); // as it was said
}

void TestRun::doesNotSendMoreThanPermitted()
{
    m_server->posts = {QByteArray(ended)};
    const auto reports = run(Plan{completion(u"1"_s), completion(u"2"_s)}, 1, quick());
    QCOMPARE(reports.size(), 2);
    QCOMPARE(reports.at(0).outcome, Outcome::Completed);
    QCOMPARE(reports.at(1).outcome, Outcome::Held);
    QCOMPARE(m_server->postCount(), 1);
}

void TestRun::cancelSendsNothingMore()
{
    m_server->posts = {QByteArray(ended)};
    Run run(Plan{completion(u"1"_s), completion(u"2"_s)}, quick(), permit(2), *m_services,
            *m_journal);
    int items = 0;
    connect(&run, &Run::itemFinished, this, [&](qsizetype, const ItemReport &report) {
        ++items;
        QCOMPARE(report.outcome, Outcome::Completed);
        run.cancel();
    });
    QSignalSpy finished(&run, &Run::finished);
    run.start();
    QVERIFY(finished.wait(15000));
    QCOMPARE(items, 1);
    QCOMPARE(m_server->postCount(), 1);
}

void TestRun::runsInOrder()
{
    m_server->posts = {QByteArray(ended)};
    Plan plan;
    for (int i = 0; i < 50; ++i)
        plan.append(completion(QString::number(i)));
    const auto reports = run(plan, plan.size(), quick());
    QCOMPARE(reports.size(), 50);
    QCOMPARE(m_server->postCount(), 50);
    const QList<journal::Entry> all = entries();
    QCOMPARE(all.size(), 50);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(all.at(i).intention.target.serviceId, QString::number(i));
}

void TestRun::passwordIsNotInTheJournal()
{
    // Quoted in the record as well, whose text is kept with the intention.
    m_server->gets = {RawServer::answer("200 OK", R"({"service_id":1,"By":"correct horse"})")};
    m_server->posts = {"HTTP/1.1 204 No Content\r\nSet-Cookie: JSESSIONID=correct; "
                       "Path=/\r\nX-Auth-Token: correct horse\r\n\r\n"};
    run(completion());
    m_journal.reset();
    QFile file(m_folder->filePath(u"journal.sqlite"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("disposition_desc")); // it is all there
    QVERIFY(!bytes.contains("correct"));
    QVERIFY(!bytes.contains(QByteArray("ada:correct horse").toBase64()));
}

QTEST_GUILESS_MAIN(TestRun)
#include "tst_run.moc"
