// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "foundplace.h"
#include "sandbox/server.h"

#include <QtTest/QSignalSpy>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;
using closeout::test::FoundPlace;
using closeout::test::ofCustomers;
using closeout::test::RawServer;
using State = Listing::State;

class TestListing : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void loadsTheSandbox();
    void refreshKeepsRowNumbers();
    void whatHasVanishedIsReadAgain();
    void onlySomeOfWhatHasVanishedIsReadAgain();
    void anotherQueryStartsAnew();
    void refreshIsOfWhatIsShown();
    void rangeIsInTheSummary_data();
    void rangeIsInTheSummary();
    void brokenStreamIsIncomplete();
    void failures_data();
    void failures();
    void failedRefreshKeepsTheRows();
    void onlyFailedSourcesAreAskedAgain();
    void whatAReadSourceLacksIsGone();
    void sourcesWithNothingAreNamed();
    void whatWasRefusedIsInTheSummary();
    void cancelKeepsWhatCame();
    void oldDialectNeedsSources();
    void whatAnOldServerDoesNotShowIsInTheSummary();
    void completedHereStaysCompleted();
    void whatIsNotAskedForUpdatesARow();
    void rereadUpdates();
    void noServicesNoAnswers();
    void refreshesByItself();
    void canBeTakenAwayInMidLoad_data();
    void canBeTakenAwayInMidLoad();

private:
    void load() { QVERIFY(place().load()); }
    FoundPlace &place() { return *m_place; }
    Listing &listing() { return m_place->finding.listing; }

    std::unique_ptr<FoundPlace> m_place;
};

namespace {

constexpr char cutOff[] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                          "Content-Length: 1000\r\n\r\n[{\"service_id\":2},{\"service_id\":9},";

} // namespace

void TestListing::init()
{
    m_place = std::make_unique<FoundPlace>();
}

void TestListing::cleanup()
{
    m_place.reset();
}

void TestListing::loadsTheSandbox()
{
    const auto sandbox = sandbox::Server::start({.seed = sandbox::Seed::demo()});
    QVERIFY(sandbox.has_value());
    place().connectTo((*sandbox)->baseUrl());
    QCOMPARE(listing().state(), State::Empty);
    QCOMPARE(listing().summary(), u"Nothing loaded yet"_s);
    listing().load();
    QVERIFY(listing().summary().startsWith(u"Loading: 0 active service(s) so far"));
    QVERIFY(place().settle());
    QCOMPARE(listing().state(), State::Loaded);
    QVERIFY(listing().rowOf(u"36981723"_s).has_value());
    const qint64 active = listing().count();
    QVERIFY(active > 0);
    const QString said = u"%1 active service(s), as of "_s.arg(active);
    QVERIFY2(listing().summary().startsWith(said), qPrintable(listing().summary()));
    QVERIFY(!listing().listsCompleted());

    find::Query query;
    query.completeness = contract::Completeness::All;
    listing().setQuery(query);
    load();
    QVERIFY(listing().listsCompleted());
    QVERIFY(listing().count() > active);
    query.completeness = contract::Completeness::Completed;
    listing().setQuery(query);
    const qint64 all = listing().count();
    load();
    QCOMPARE(listing().count(), all - active);
    QVERIFY(listing().summary().startsWith(u"%1 completed service(s)"_s.arg(all - active)));
}

void TestListing::refreshKeepsRowNumbers()
{
    place().list(R"([{"service_id":1},{"service_id":2},{"service_id":3}])");
    load();
    const QSignalSpy replaced(&listing(), &Listing::replaced);
    place().list(R"([{"service_id":4},{"service_id":3,"service_type":"B"},{"service_id":2},
                     {"service_id":1}])");
    listing().load();
    QCOMPARE(place().loaded().size(), 3); // those of before, until new ones arrive
    QVERIFY(place().settle());
    QCOMPARE(place().loaded(), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
    QVERIFY(replaced.isEmpty());
    const rows::Snapshot &snapshot = listing().snapshot();
    QCOMPARE(snapshot.services.changedIn(2), snapshot.load);
    QVERIFY(snapshot.services.changedIn(1) < snapshot.load);
}

void TestListing::whatHasVanishedIsReadAgain()
{
    place().list(R"([{"service_id":1},{"service_id":2},{"service_id":3},{"service_id":4}])");
    load();
    place().list(R"([{"service_id":4}])");
    place().answer("/services/1", R"({"service_id":1,"completed":{"disposition":10}})");
    place().answer("/services/3", R"({"service_id":3})"); // active: the list was wrong
    load();
    QTRY_COMPARE(place().loaded(), (QStringList{u"1 completed"_s, u"2 gone"_s, u"3"_s, u"4"_s}));
    QVERIFY(listing().summary().startsWith(u"2 active service(s), as of "));
    const qsizetype asked = place().server->requests().size();
    place().list(R"([{"service_id":3},{"service_id":4}])");
    load(); // what is known to have gone is not asked about once more
    QCOMPARE(place().server->requests().size(), asked + 1);
    place().list(R"([{"service_id":2},{"service_id":3},{"service_id":4}])"); // is back
    load();
    QCOMPARE(place().loaded(), (QStringList{u"1 completed"_s, u"2"_s, u"3"_s, u"4"_s}));
}

void TestListing::onlySomeOfWhatHasVanishedIsReadAgain()
{
    QByteArray services;
    for (int id = 1; id <= 150; ++id)
        services += (services.isEmpty() ? "[" : ",") + ("{\"service_id\":" + QByteArray::number(id))
            + '}';
    place().list(services + ']');
    load();
    QSignalSpy changed(&listing(), &Listing::changed);
    place().list("[]");
    load();
    QTRY_VERIFY(changed.size() >= 2 + 100); // each answer tells itself
    QCOMPARE(place().server->requests().size(), 2 + 100);
    QCOMPARE(listing().count(), 0);
}

void TestListing::anotherQueryStartsAnew()
{
    place().list(R"([{"service_id":1}])");
    place().answer("/customers/c1/services/active", R"([{"service_id":2}])");
    load();
    QSignalSpy replaced(&listing(), &Listing::replaced);
    listing().setQuery(ofCustomers({u"c1"_s}));
    QCOMPARE(place().loaded(), QStringList{u"1"_s});
    listing().load();
    QCOMPARE(replaced.size(), 1);
    QCOMPARE(place().loaded(), QStringList());
    QVERIFY(place().settle());
    QCOMPARE(place().loaded(), QStringList{u"2"_s});
}

void TestListing::refreshIsOfWhatIsShown()
{
    place().list(R"([{"service_id":1}])");
    load();
    listing().setQuery(ofCustomers({u"c1"_s})); // being typed
    place().list(R"([{"service_id":1},{"service_id":7}])");
    QVERIFY(place().refresh());
    QCOMPARE(place().loaded(), (QStringList{u"1"_s, u"7"_s}));
}

void TestListing::rangeIsInTheSummary_data()
{
    QTest::addColumn<QDateTime>("from");
    QTest::addColumn<QDateTime>("to");
    QTest::addColumn<QString>("words");
    const QDateTime from({2026, 11, 1}, {8, 0});
    const QDateTime to({2026, 11, 3}, {8, 0});
    QTest::newRow("from") << from << QDateTime() << u"started since %1"_s;
    QTest::newRow("to") << QDateTime() << to << u"started before %2"_s;
    QTest::newRow("both") << from << to << u"started from %1 until %2"_s;
}

void TestListing::rangeIsInTheSummary()
{
    QFETCH(const QDateTime, from);
    QFETCH(const QDateTime, to);
    QFETCH(QString, words);
    words.replace(u"%1"_s, u"2026-11-01 08:00:00"_s).replace(u"%2"_s, u"2026-11-03 08:00:00"_s);
    find::Query query;
    query.range = {from.toUTC(), to.toUTC()};
    listing().setQuery(query);
    const auto service = [](int id, const QDateTime &start) {
        return "{\"service_id\":" + QByteArray::number(id) + ",\"started\":{\"timestamp\":\""
            + start.toUTC().toString(Qt::ISODateWithMs).toLatin1() + "\"}}";
    };
    place().list('[' + service(1, from.isValid() ? from.addSecs(-1) : to) + ','
                 + service(2, from.isValid() ? from : to.addSecs(-1)) + ']');
    load();
    QCOMPARE(place().loaded(), QStringList{u"2"_s}); // the range holds whatever a server does
    QVERIFY2(listing().summary().startsWith(u"1 active service(s), %1, as of "_s.arg(words)),
             qPrintable(listing().summary()));
}

void TestListing::brokenStreamIsIncomplete()
{
    place().list(R"([{"service_id":1},{"service_id":2},{"service_id":3}])");
    load();
    const QDateTime asOf = listing().asOf();
    place().server->onRequest([](QTcpSocket *socket, const QByteArray &) {
        socket->write(cutOff);
        socket->disconnectFromHost();
    });
    load();
    QCOMPARE(listing().state(), State::Incomplete);
    // What has not come again may well be there.
    QCOMPARE(place().loaded(), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"9"_s}));
    QCOMPARE(listing().problems().size(), 1);
    const QString said = u"Incomplete: 4 active service(s), 1 source(s) failed, as of "_s;
    QVERIFY2(listing().summary().startsWith(said), qPrintable(listing().summary()));
    QCOMPARE(listing().asOf(), asOf); // of three it is known from then alone
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
    place().server->answerAll(bytes);
    load();
    QCOMPARE(listing().state(), State::Failed);
    QCOMPARE(listing().problems().size(), 1);
    QCOMPARE(listing().problems().constFirst().error->kind, kind);
    QVERIFY(!listing().asOf().isValid());
    QCOMPARE(listing().summary(), u"No services could be loaded"_s);
}

void TestListing::failedRefreshKeepsTheRows()
{
    place().list(R"([{"service_id":1}])");
    load();
    place().connectTo(); // nothing is kept of another environment
    QCOMPARE(place().loaded(), QStringList());
    load();
    const QDateTime asOf = listing().asOf();
    place().server.reset(); // gone
    load();
    QCOMPARE(listing().state(), State::Failed);
    QCOMPARE(place().loaded(), QStringList{u"1"_s});
    QCOMPARE(listing().asOf(), asOf);
    const QString said =
        u"Could not be refreshed: 1 active service(s), 1 source(s) failed, as of "_s;
    QVERIFY2(listing().summary().startsWith(said), qPrintable(listing().summary()));
}

void TestListing::onlyFailedSourcesAreAskedAgain()
{
    place().answer("/customers/c2/services/active", R"([{"service_id":2}])");
    listing().setQuery(ofCustomers({u"c1"_s, u"c2"_s, u"c3"_s}));
    load();
    QCOMPARE(listing().state(), State::Incomplete);
    QCOMPARE(listing().problems().size(), 2);
    QCOMPARE(listing().problems().constFirst().source.name(), u"customer c1"_s);
    QVERIFY(listing().summary().startsWith(u"Incomplete: 1 active service(s), 2 source(s) failed"));
    const QDateTime asOf = listing().asOf();
    place().answer("/customers/c1/services/active", R"([{"service_id":1}])");
    place().answer("/customers/c3/services/active", "[]");
    const qsizetype asked = place().server->requests().size();
    listing().retryFailed();
    QVERIFY(listing().isLoading());
    QVERIFY(place().settle());
    QCOMPARE(place().server->requests().size(), asked + 2);
    QCOMPARE(listing().state(), State::Loaded);
    QVERIFY(listing().problems().isEmpty());
    QCOMPARE(listing().emptyHanded().size(), 1);
    QCOMPARE(listing().emptyHanded().constFirst().name(), u"customer c3"_s);
    QCOMPARE(place().loaded(), (QStringList{u"2"_s, u"1"_s}));
    QCOMPARE(listing().asOf(), asOf); // some rows are as old as that
    listing().retryFailed(); // there is nothing to be tried
    QVERIFY(!listing().isLoading());
    place().answer("/customers/c3/services/active", R"([{"service_id":3}])");
    QVERIFY(place().refresh()); // of all of them
    QCOMPARE(place().loaded(), (QStringList{u"2"_s, u"1"_s, u"3"_s}));
    QVERIFY(listing().emptyHanded().isEmpty());
}

void TestListing::whatAReadSourceLacksIsGone()
{
    place().answer("/customers/c1/services/active", R"([{"service_id":1,"customer_id":"c1"},
        {"service_id":2,"customer_id":"c1"}])");
    place().answer("/customers/c2/services/active", R"([{"service_id":3,"customer_id":"c2"},
        {"service_id":4,"customer_id":"c2"}])");
    listing().setQuery(ofCustomers({u"c1"_s, u"c2"_s}));
    load();
    QCOMPARE(place().loaded(), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
    place().answer("/customers/c1/services/active", R"([{"service_id":1,"customer_id":"c1"}])");
    place().answers.remove("/customers/c2/services/active");
    load();
    QCOMPARE(listing().state(), State::Incomplete);
    QCOMPARE(place().loaded(), (QStringList{u"1"_s, u"2 gone"_s, u"3"_s, u"4"_s}));
    place().answer("/customers/c2/services/active", R"([{"service_id":4,"customer_id":"c2"}])");
    listing().retryFailed();
    QVERIFY(place().settle());
    QCOMPARE(place().loaded(), (QStringList{u"1"_s, u"2 gone"_s, u"3 gone"_s, u"4"_s}));
}

void TestListing::sourcesWithNothingAreNamed()
{
    place().answer("/customers/c1/services/active", R"([{"service_id":1}])");
    place().answer("/customers/c2/services/active", "[]");
    listing().setQuery(ofCustomers({u"c1"_s, u"c2"_s}));
    load();
    QCOMPARE(listing().state(), State::Loaded);
    QCOMPARE(listing().emptyHanded().size(), 1);
    QCOMPARE(listing().emptyHanded().constFirst().key, u"c2"_s);
    const QString said = u"1 active service(s), 1 source(s) brought nothing, as of "_s;
    QVERIFY2(listing().summary().startsWith(said), qPrintable(listing().summary()));
    QCOMPARE(listing().wordsOfNothing(), u"%1: no active service was found."_s);
    find::Query query = listing().query();
    query.range.from = QDateTime(QDate(2026, 1, 1), QTime());
    listing().setQuery(query);
    load();
    QCOMPARE(listing().wordsOfNothing(),
             u"%1: no active service was found that started in the chosen time."_s);
}

void TestListing::whatWasRefusedIsInTheSummary()
{
    place().answer("/customers/c1/services/active", R"([{"service_id":1}])");
    listing().keepGiven(find::IdKind::Customer, {.ids = {u"c1"_s}, .refusedCount = 2});
    for (int i = 0; i < 2; ++i) { // the second time as when its environment is chosen again
        listing().setQuery(ofCustomers({u"c1"_s}));
        load();
        const QString said = u"1 active service(s), 2 refused entry(s) left out, as of "_s;
        QVERIFY2(listing().summary().startsWith(said), qPrintable(listing().summary()));
    }
    listing().keepGiven(find::IdKind::Customer, {.ids = {u"c1"_s}});
    listing().setQuery(ofCustomers({u"c1"_s}));
    load();
    QVERIFY(!listing().summary().contains(u"refused"));
}

void TestListing::cancelKeepsWhatCame()
{
    place().server->onRequest(
        [](QTcpSocket *socket, const QByteArray &) { socket->write(cutOff); });
    listing().load();
    QTRY_COMPARE(place().loaded(), (QStringList{u"2"_s, u"9"_s}));
    listing().cancel();
    QTRY_COMPARE(listing().state(), State::Incomplete);
    QVERIFY(listing().problems().isEmpty());
    QVERIFY(listing().wasCancelled());
    QCOMPARE(place().loaded(), (QStringList{u"2"_s, u"9"_s}));
    QVERIFY2(listing().summary().startsWith(u"Incomplete: 2 active service(s), cancelled, as of "),
             qPrintable(listing().summary()));
    // A refresh that is cancelled makes none of them newer, another list begins anew.
    const QDateTime asOf = listing().asOf();
    listing().refresh();
    QTRY_VERIFY(listing().found() == 2);
    QCOMPARE(listing().summary(), u"Refreshing: 2 active service(s) so far"_s);
    listing().cancel();
    QTRY_COMPARE(listing().state(), State::Incomplete);
    QCOMPARE(listing().asOf(), asOf);
    QVERIFY2(listing().summary().startsWith(u"Not refreshed: 2 active service(s), cancelled, as"),
             qPrintable(listing().summary()));
    place().followAnswers();
    listing().setQuery(ofCustomers({u"c1"_s}));
    place().answer("/customers/c1/services/active", "[]");
    QTRY_VERIFY(QDateTime::currentDateTimeUtc() > asOf);
    load();
    QVERIFY(listing().asOf() > asOf);
}

void TestListing::oldDialectNeedsSources()
{
    QCOMPARE(listing().whyNotAll(), QString());
    place().connectTo(contract::Dialect::V81);
    QVERIFY(listing().whyNotAll().startsWith(u"An 8.1 server cannot list services"));
    QCOMPARE(listing().whyNot(), listing().whyNotAll());
    listing().load();
    QCOMPARE(listing().state(), State::Empty);
    listing().setQuery(ofCustomers({u"c1"_s}));
    QCOMPARE(listing().whyNot(), QString());
    load();
    QCOMPARE(place().server->requests().size(), 3); // not found, whatever is left out
}

void TestListing::whatAnOldServerDoesNotShowIsInTheSummary()
{
    place().connectTo(contract::Dialect::V81);
    place().server->onRequest([](QTcpSocket *socket, const QByteArray &request) {
        socket->write(request.contains("extensions=")
                          ? RawServer::answer("400 Bad Request", R"({"code":7})")
                          : RawServer::answer("200 OK", R"([{"service_id":1}])"));
    });
    listing().setQuery(ofCustomers({u"c1"_s}));
    load();
    QCOMPARE(place().loaded(), QStringList{u"1"_s});
    QVERIFY2(listing().summary().contains(u"are not shown by the server"_s),
             qPrintable(listing().summary()));
}

void TestListing::completedHereStaysCompleted()
{
    place().list(R"([{"service_id":1},{"service_id":2}])");
    load();
    listing().forget(u"1"_s);
    QCOMPARE(place().loaded(), (QStringList{u"1 completed"_s, u"2"_s}));
    QVERIFY(listing().summary().startsWith(u"1 active"));
    listing().load();
    listing().forget(u"2"_s); // while the answer that still has it is under way
    QVERIFY(place().settle());
    QCOMPARE(place().loaded(), (QStringList{u"1 completed"_s, u"2 completed"_s}));
    listing().forget(u"3"_s); // is no row
    place().answer("/services/1", R"({"service_id":1})");
    QSignalSpy changed(&listing(), &Listing::changed);
    listing().reread(u"1"_s); // another node, which has not heard of it
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(place().loaded(), (QStringList{u"1 completed"_s, u"2 completed"_s}));
}

// Although another source has failed, so that nobody knows what has vanished.
void TestListing::whatIsNotAskedForUpdatesARow()
{
    place().answer("/services/1", R"({"service_id":1})");
    place().answer("/services/2", R"({"service_id":2})");
    place().answer("/services/3", R"({"service_id":3,"completed":{}})");
    find::Query query;
    query.serviceIds = {u"1"_s, u"2"_s, u"3"_s};
    listing().setQuery(query);
    load();
    QCOMPARE(place().loaded(), (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(listing().emptyHanded().size(), 1);
    place().answers.remove("/services/1");
    place().answer("/services/2", R"({"service_id":2,"completed":{}})");
    QVERIFY(place().refresh());
    QCOMPARE(listing().state(), State::Incomplete);
    QCOMPARE(place().loaded(), (QStringList{u"1"_s, u"2 completed"_s}));
    QCOMPARE(listing().emptyHanded().size(), 1); // 2 has said what became of it
}

void TestListing::rereadUpdates()
{
    place().list(R"([{"service_id":1},{"service_id":2},{"service_id":3}])");
    place().answer("/services/1", R"({"service_id":1,"active_tasks":[{"task_id":1}]})");
    place().answer("/services/2", R"({"service_id":2,"completed":{}})");
    load();
    listing().reread(u"1"_s);
    listing().reread(u"2"_s);
    listing().reread(u"3"_s); // 404
    listing().reread(u"4"_s); // is no row
    QTRY_COMPARE(place().loaded(), (QStringList{u"1"_s, u"2 completed"_s, u"3 gone"_s}));
    QCOMPARE(listing().snapshot().services.number(0, rows::Field::OpenTasks), 1);
    QCOMPARE(listing().snapshot().tasks.count(), 1U);
    place().server->answerAll(RawServer::answer("500 Internal Server Error"));
    const qsizetype asked = place().server->requests().size();
    listing().reread(u"1"_s);
    QTRY_COMPARE(place().server->requests().size(), asked + 1);
    listing().refresh(); // behind it, and it fails, too
    QTRY_COMPARE(listing().state(), State::Failed);
    QCOMPARE(place().loaded(), (QStringList{u"1"_s, u"2 completed"_s, u"3 gone"_s}));
}

void TestListing::noServicesNoAnswers()
{
    place().list(R"([{"service_id":1}])");
    listing().load();
    listing().setServices(nullptr);
    QCOMPARE(listing().state(), State::Empty);
    QVERIFY(listing().whyNot().startsWith(u"Not connected yet."));
    listing().load();
    listing().refresh();
    listing().retryFailed();
    QCOMPARE(listing().state(), State::Empty);

    listing().setServices(place().services.get());
    load();
    QCOMPARE(listing().state(), State::Loaded); // and what was under way changed nothing
    place().answer("/services/1", R"({"service_id":1,"completed":{}})");
    listing().reread(u"1"_s);
    place().connectTo();
    load();
    QCOMPARE(place().loaded(), QStringList{u"1"_s});
}

void TestListing::refreshesByItself()
{
    using namespace std::chrono_literals;
    QCOMPARE(listing().refreshEvery(), 0s);
    listing().setRefreshEvery(1s);
    QCOMPARE(listing().refreshEvery(), 1s);
    place().list(R"([{"service_id":1}])");
    load();
    QTRY_VERIFY(place().server->requests().size() >= 2);
    QVERIFY(place().settle());
    listing().setRefreshEvery(30s);
    QVERIFY2(listing().summary().endsWith(u", again every 30 s"), qPrintable(listing().summary()));
    listing().setRefreshEvery(120s);
    QVERIFY2(listing().summary().endsWith(u", again every 2 min"), qPrintable(listing().summary()));
    listing().setRefreshEvery(0s);
    QCOMPARE(listing().refreshEvery(), 0s);
}

void TestListing::canBeTakenAwayInMidLoad_data()
{
    QTest::addColumn<bool>("isDestroyed");
    QTest::newRow("destroyed") << true;
    QTest::newRow("another server") << false;
}

// At whatever point the thread that reads is.
void TestListing::canBeTakenAwayInMidLoad()
{
    QFETCH(const bool, isDestroyed);
    QByteArray many("[");
    for (int id = 1; id <= 20'000; ++id)
        many += (id > 1 ? "," : "") + ("{\"service_id\":" + QByteArray::number(id)) + '}';
    place().list(many + ']');
    for (int round = 0; round < 12; ++round) {
        auto listing = std::make_unique<Listing>();
        listing->setServices(place().services.get());
        QSignalSpy grown(listing.get(), &Listing::grown);
        listing->load();
        QTRY_VERIFY(!grown.isEmpty()); // the thread is reading
        if (isDestroyed) {
            listing.reset();
        } else {
            listing->setServices(nullptr);
            QCOMPARE(listing->snapshot().services.count(), 0U);
            QCoreApplication::sendPostedEvents();
            QCOMPARE(listing->snapshot().services.count(), 0U);
        }
    }
}

QTEST_MAIN(TestListing)
#include "tst_listing.moc"
