// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/server.h"
#include "support/journals.h"
#include "support/rawserver.h"
#include "ui/close/completing.h"
#include "ui/payload/payloaddocument.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;
using client::Record;
using close::Completion;
using close::ItemReport;
using closeout::test::RawServer;
using contract::Target;
using environments::SafetyLevel;
using journal::Outcome;

// Sender and Completing: carrying one completion out, and what a window knows of it.
class TestSender : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void completesInTheSandbox();
    void lostAnswerIsUnknownAndNotRepeated();
    void unwritableJournalStopsIt();
    void givesUpWhatHasNotLeft();
    void destructionWaitsForTheOutcome();
    void destructionGivesUpWhatHasNotLeft();
    void permits_data();
    void permits();
    void draftOfACompletedTargetIsGone();
    void draftOfARefusedTargetStays();
    void heldWhenItChangedMeanwhile();
    void doubtMustBeConfirmed();
    void doubtOfAnotherProgramIsAskedOfTheJournal();
    void anotherEnvironmentEndsTheDraft();

private:
    QString journalPath() const { return m_folder->filePath(u"journal.sqlite"_s); }
    ItemReport send(Sender &sender, const QUrl &url);
    Completion completion() const;
    void setUp(const QUrl &url, SafetyLevel safety);
    void begin(const QByteArray &record);
    qsizetype posts() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<DraftStore> m_store;
    std::unique_ptr<Sender> m_sender;
    std::unique_ptr<Completing> m_completing;
};

namespace {

constexpr char openRecord[] = R"({"service_id":1,"started":{}})";
constexpr char ended[] = "HTTP/1.1 204 No Content\r\n\r\n";

client::Connection connectionTo(const QUrl &url)
{
    client::Connection connection;
    connection.baseUrl = url;
    connection.timeout = std::chrono::seconds(10);
    return connection;
}

close::RunSettings quick()
{
    close::RunSettings settings;
    settings.settleAfter = {std::chrono::milliseconds(0)};
    return settings;
}

environments::WritePermit permit()
{
    return *environments::permitWrite(SafetyLevel::None, {}, 1, {});
}

// Reads say it is open; writes get the answer, or none.
RawServer::Script script(const QByteArray &answerToPost, const QByteArray &record = openRecord)
{
    return [answerToPost, record](QTcpSocket *socket, const QByteArray &request) {
        if (request.startsWith("GET"))
            socket->write(RawServer::answer("200 OK", record));
        else if (answerToPost.isEmpty())
            socket->disconnectFromHost();
        else
            socket->write(answerToPost);
    };
}

} // namespace

void TestSender::init()
{
    m_completing.reset();
    m_sender.reset();
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<RawServer>();
}

Completion TestSender::completion() const
{
    Completion completion;
    completion.target.serviceId = u"1"_s;
    completion.event.set(contract::findField(contract::Event::ServiceEnd, u"disposition_desc"),
                         {contract::FieldValue::Kind::Text, u"mine"_s});
    return completion;
}

qsizetype TestSender::posts() const
{
    return std::count_if(m_server->requests().begin(), m_server->requests().end(),
                         [](const QByteArray &request) { return request.startsWith("POST"); });
}

ItemReport TestSender::send(Sender &sender, const QUrl &url)
{
    QSignalSpy started(&sender, &Sender::started);
    QSignalSpy reported(&sender, &Sender::reported);
    sender.send(completion(), connectionTo(url), quick(), permit());
    [&] {
        QVERIFY(sender.isBusy());
        QCOMPARE(started.size(), 1);
        QTRY_COMPARE(reported.size(), 1);
        QVERIFY(!sender.isBusy());
        QCOMPARE(reported.at(0).at(0).value<Completion>().target.serviceId, u"1"_s);
    }();
    return reported.value(0).value(1).value<ItemReport>();
}

void TestSender::completesInTheSandbox()
{
    const auto sandbox = sandbox::Server::start({.seed = sandbox::Seed::services(3)});
    QVERIFY(sandbox);
    client::Transport transport(connectionTo((*sandbox)->baseUrl()));
    client::ContextServices services(transport);
    QString id;
    services.readList(Record::Kind::Service,
                      client::exportServices(contract::Completeness::Active, {}), this,
                      [&id](const client::Answer<QList<Record>> &answer) {
                          id = answer.value ? answer.value->constFirst().id() : QString();
                      });
    QTRY_VERIFY(!id.isEmpty());

    Sender sender(journalPath());
    QSignalSpy reported(&sender, &Sender::reported);
    Completion completion;
    completion.target.serviceId = id;
    sender.send(completion, connectionTo((*sandbox)->baseUrl()), quick(), permit());
    QTRY_COMPARE(reported.size(), 1);
    const auto report = reported.at(0).at(1).value<ItemReport>();
    QCOMPARE(report.outcome, Outcome::Completed);
    QVERIFY(report.isOutcomeRecorded);
    const QList<journal::Entry> entries = test::entriesOf(journalPath());
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.first().outcome(), Outcome::Completed);
    QCOMPARE(entries.first().intention.target.serviceId, id);
}

void TestSender::lostAnswerIsUnknownAndNotRepeated()
{
    m_server->onRequest(script({}));
    Sender sender(journalPath());
    const ItemReport report = send(sender, m_server->url(u"/genesys/1/cs"_s));
    QCOMPARE(report.outcome, Outcome::Unknown);
    QVERIFY2(report.message.contains(u"Nobody can say"), qPrintable(report.message));
    QCOMPARE(posts(), 1);
    QCOMPARE(test::entriesOf(journalPath()).constFirst().outcome(), Outcome::Unknown);
}

void TestSender::unwritableJournalStopsIt()
{
    m_server->onRequest(script(ended));
    Sender sender(m_folder->path()); // a folder is no file
    const ItemReport report = send(sender, m_server->url(u"/genesys/1/cs"_s));
    QCOMPARE(report.outcome, Outcome::Held);
    QCOMPARE(report.kind, ErrorKind::Storage);
    QVERIFY2(report.message.startsWith(u"Nothing was sent. "), qPrintable(report.message));
    QCOMPARE(m_server->requests().size(), 0);
}

void TestSender::givesUpWhatHasNotLeft()
{
    m_server->onRequest([](QTcpSocket *, const QByteArray &) {}); // never answers the reading
    Sender sender(journalPath());
    QSignalSpy reported(&sender, &Sender::reported);
    sender.send(completion(), connectionTo(m_server->url(u"/genesys/1/cs"_s)), quick(), permit());
    QTRY_COMPARE(m_server->requests().size(), 1);
    sender.giveUp();
    QTRY_COMPARE(reported.size(), 1);
    const auto report = reported.at(0).at(1).value<ItemReport>();
    QCOMPARE(report.outcome, Outcome::Held);
    QCOMPARE(report.kind, ErrorKind::Cancelled);
    QCOMPARE(posts(), 0);
}

// The server has a thread of its own, so that it answers while this one waits in the destructor.
void TestSender::destructionWaitsForTheOutcome()
{
    QThread serving;
    QObject onThread;
    onThread.moveToThread(&serving);
    serving.start();
    std::unique_ptr<RawServer> server;
    std::atomic<int> written = 0;
    QUrl url;
    const auto serve = [&] {
        server = std::make_unique<RawServer>();
        url = server->url(u"/genesys/1/cs"_s);
        server->onRequest([&](QTcpSocket *socket, const QByteArray &request) {
            const bool isWrite = request.startsWith("POST");
            written += isWrite ? 1 : 0;
            const QByteArray answer = isWrite ? QByteArray(ended)
                                              : RawServer::answer("200 OK", openRecord);
            // Late enough for the destructor to be waiting for it.
            QTimer::singleShot(isWrite ? 200 : 0, socket, [=] { socket->write(answer); });
        });
    };
    QMetaObject::invokeMethod(&onThread, serve, Qt::BlockingQueuedConnection);

    auto sender = std::make_unique<Sender>(journalPath());
    sender->send(completion(), connectionTo(url), quick(), permit());
    QTRY_COMPARE(written.load(), 1);
    sender.reset();
    const QList<journal::Entry> entries = test::entriesOf(journalPath());
    QCOMPARE(entries.size(), 1);
    QVERIFY(entries.first().recorded);
    QCOMPARE(entries.first().outcome(), Outcome::Completed);
    QCOMPARE(written.load(), 1);

    QMetaObject::invokeMethod(
        &onThread, [&] { server.reset(); }, Qt::BlockingQueuedConnection);
    serving.quit();
    QVERIFY(serving.wait());
}

void TestSender::destructionGivesUpWhatHasNotLeft()
{
    m_server->onRequest([](QTcpSocket *, const QByteArray &) {});
    auto sender = std::make_unique<Sender>(journalPath());
    sender->send(completion(), connectionTo(m_server->url(u"/genesys/1/cs"_s)), quick(), permit());
    QTRY_COMPARE(m_server->requests().size(), 1);
    sender.reset(); // does not wait for the answer that never comes
    QCOMPARE(posts(), 0);
}

void TestSender::setUp(const QUrl &url, SafetyLevel safety)
{
    m_store = std::make_unique<DraftStore>(m_folder->filePath(u"drafts"_s));
    m_sender = std::make_unique<Sender>(journalPath());
    m_completing = std::make_unique<Completing>(*m_store, *m_sender);
    environments::Environment environment;
    environment.name = u"Test"_s;
    environment.safety = safety;
    m_completing->setConnection(connectionTo(url), environment);
}

void TestSender::begin(const QByteArray &record)
{
    m_completing->begin(contract::serviceTarget(u"1"_s),
                        *Record::fromJson(Record::Kind::Service, record));
    QTRY_VERIFY(!m_completing->draft()->isLoading());
    m_completing->draft()->setFieldText(*contract::findField(contract::Event::ServiceEnd,
                                                             u"disposition"),
                                        u"10"_s);
}

void TestSender::permits_data()
{
    QTest::addColumn<SafetyLevel>("safety");
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<bool>("isConfirmed");
    QTest::addColumn<int>("count"); // 0: not typed
    QTest::addColumn<bool>("isSent");
    const QByteArray open = openRecord;
    const QByteArray withWork = R"({"service_id":1,"active_tasks":[{"task_id":3}]})";
    QTest::newRow("none") << SafetyLevel::None << open << false << 0 << true;
    QTest::newRow("none, with a warning") << SafetyLevel::None << withWork << false << 0 << false;
    QTest::newRow("the same, confirmed") << SafetyLevel::None << withWork << true << 0 << true;
    QTest::newRow("none, without a disposition")
        << SafetyLevel::None << open << false << 0 << false;
    QTest::newRow("confirm") << SafetyLevel::Confirm << open << false << 0 << false;
    QTest::newRow("confirm, confirmed") << SafetyLevel::Confirm << open << true << 0 << true;
    QTest::newRow("count") << SafetyLevel::ConfirmCount << open << true << 0 << false;
    QTest::newRow("count, wrong") << SafetyLevel::ConfirmCount << open << true << 2 << false;
    QTest::newRow("count, right") << SafetyLevel::ConfirmCount << open << true << 1 << true;
    QTest::newRow("read-only") << SafetyLevel::ReadOnly << open << true << 1 << false;
}

void TestSender::permits()
{
    QFETCH(SafetyLevel, safety);
    QFETCH(QByteArray, record);
    QFETCH(bool, isConfirmed);
    QFETCH(int, count);
    QFETCH(bool, isSent);
    m_server->onRequest(script(ended, record));
    setUp(m_server->url(u"/genesys/1/cs"_s), safety);
    begin(record);
    if (QByteArray(QTest::currentDataTag()).contains("without"))
        m_completing->draft()->setFieldText(*contract::findField(contract::Event::ServiceEnd,
                                                                 u"disposition"),
                                            {});
    QSignalSpy finished(m_completing.get(), &Completing::finished);
    const Result<void> sent = m_completing->send(
        {isConfirmed, count == 0 ? std::nullopt : std::optional<qsizetype>(count)});
    QCOMPARE(sent.has_value(), isSent);
    if (isSent)
        QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(posts(), isSent ? 1 : 0);
    QCOMPARE(m_completing->reported().has_value(), isSent);
}

void TestSender::draftOfACompletedTargetIsGone()
{
    m_server->onRequest(script(ended));
    setUp(m_server->url(u"/genesys/1/cs"_s), SafetyLevel::None);
    begin(openRecord);
    m_completing->draft()->setStamp(Stamp::Now);
    const DraftPlace place = m_completing->draft()->place();
    QSignalSpy completed(m_completing.get(), &Completing::completed);
    QVERIFY(m_completing->send({}));
    QVERIFY(m_completing->isDraftUnderWay());
    QVERIFY(!m_completing->send({})); // not a second time
    QTRY_COMPARE(completed.size(), 1);
    QVERIFY(m_completing->draft()->isEmpty());
    QCOMPARE(m_completing->reported()->report.status, 204);
    QCOMPARE(posts(), 1);
    m_completing.reset();
    m_store.reset();
    QVERIFY(!QFile::exists(m_folder->filePath(u"drafts/"_s + place.fileName())));
}

void TestSender::draftOfARefusedTargetStays()
{
    m_server->onRequest(script(RawServer::answer("400 Bad Request", R"({"message":"no"})")));
    setUp(m_server->url(u"/genesys/1/cs"_s), SafetyLevel::None);
    begin(openRecord);
    m_completing->draft()->setStamp(Stamp::Now);
    QSignalSpy finished(m_completing.get(), &Completing::finished);
    QVERIFY(m_completing->send({}));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_completing->reported()->report.outcome, Outcome::Failed);
    QCOMPARE(m_completing->draft()->stamp(), Stamp::Now);
    QVERIFY(!m_completing->whyNotSendable().isEmpty()); // before the outcome was looked at
    m_completing->dismissReport();
    QCOMPARE(m_completing->whyNotSendable(), QString());
}

void TestSender::heldWhenItChangedMeanwhile()
{
    m_server->onRequest(script(ended, R"({"service_id":1,"started":{},"new":1})"));
    setUp(m_server->url(u"/genesys/1/cs"_s), SafetyLevel::None);
    begin(openRecord);
    QSignalSpy finished(m_completing.get(), &Completing::finished);
    QVERIFY(m_completing->send({}));
    QTRY_COMPARE(finished.size(), 1);
    const ItemReport report = m_completing->reported()->report;
    QCOMPARE(report.outcome, Outcome::Held);
    QCOMPARE(report.examination.find(close::Verdict::Changed)->names, QStringList(u"/new"_s));
    QCOMPARE(posts(), 0);
    const Record now = *Record::fromJson(Record::Kind::Service,
                                         R"({"service_id":1,"started":{},"new":1})");
    m_completing->rebase(now); // by some refresh: nobody has looked at the outcome yet
    QVERIFY(m_completing->reported());
    m_completing->awaitReading();
    m_completing->rebase(*Record::fromJson(Record::Kind::Service, R"({"service_id":2})"));
    QVERIFY(m_completing->reported()); // of something else
    m_completing->rebase(now);
    QVERIFY(!m_completing->reported());
    QVERIFY(m_completing->send({}));
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(m_completing->reported()->report.outcome, Outcome::Completed);
}

void TestSender::doubtMustBeConfirmed()
{
    m_server->onRequest(script({}));
    setUp(m_server->url(u"/genesys/1/cs"_s), SafetyLevel::None);
    begin(openRecord);
    QVERIFY(!m_completing->mustConfirm());
    QSignalSpy finished(m_completing.get(), &Completing::finished);
    QVERIFY(m_completing->send({}));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 10000); // it reads again, thrice
    QCOMPARE(m_completing->reported()->report.outcome, Outcome::Unknown);
    m_completing->begin(contract::serviceTarget(u"2"_s),
                        *Record::fromJson(Record::Kind::Service, R"({"service_id":2})"));
    QVERIFY(m_completing->reported()); // it does not go unseen
    QVERIFY(!m_completing->isDoubtful());
    begin(openRecord); // chosen once more
    QVERIFY(!m_completing->reported());
    QVERIFY(m_completing->isDoubtful());
    QVERIFY(m_completing->mustConfirm());
    QVERIFY(!m_completing->send({}));
    QCOMPARE(posts(), 1);
}

// The form is filled in, and another program ends the same without an answer.
void TestSender::doubtOfAnotherProgramIsAskedOfTheJournal()
{
    m_server->onRequest(script(ended));
    setUp(m_server->url(u"/genesys/1/cs"_s), SafetyLevel::None);
    begin(openRecord);
    QVERIFY(!m_completing->mustConfirm());
    const auto otherEnds = [this] {
        const auto journal = journal::Journal::open(journalPath());
        journal::Intention meant;
        meant.at = QDateTime::currentDateTimeUtc();
        meant.baseUrl = m_server->url(u"/genesys/1/cs"_s).toString();
        meant.target.serviceId = u"1"_s;
        journal::ExchangeRecord check;
        check.startedAt = meant.at;
        QVERIFY(test::intend(**journal, meant, check) > 0);
    };
    otherEnds();
    QSignalSpy finished(m_completing.get(), &Completing::finished);
    QVERIFY(m_completing->send({}));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_completing->reported()->report.outcome, Outcome::Held);
    m_completing->dismissReport();
    QVERIFY(m_completing->isDoubtful()); // now it is known, and asked about
    QVERIFY(m_completing->mustConfirm());
    QVERIFY(!m_completing->send({}));
    // What is confirmed is meant against the end that was told, and against no newer one.
    otherEnds();
    QVERIFY(m_completing->send({true, {}}));
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(m_completing->reported()->report.outcome, Outcome::Held);
    QCOMPARE(posts(), 0);
    m_completing->dismissReport();
    QVERIFY(m_completing->send({true, {}}));
    QTRY_COMPARE(finished.size(), 3);
    QCOMPARE(m_completing->reported()->report.outcome, Outcome::Completed);
    QCOMPARE(posts(), 1);
}

void TestSender::anotherEnvironmentEndsTheDraft()
{
    setUp(m_server->url(u"/genesys/1/cs"_s), SafetyLevel::None);
    begin(openRecord);
    m_completing->setConnection(connectionTo(m_server->url(u"/genesys/1/cs"_s)),
                                m_completing->environment());
    QVERIFY(!m_completing->draft()->isEmpty()); // the same place
    environments::Environment other;
    other.name = u"Other"_s;
    m_completing->setConnection(connectionTo(m_server->url(u"/genesys/1/cs"_s)), other);
    QVERIFY(m_completing->draft()->isEmpty());
    QVERIFY(!m_completing->whyNotSendable().isEmpty());
}

QTEST_GUILESS_MAIN(TestSender)

#include "tst_sender.moc"
