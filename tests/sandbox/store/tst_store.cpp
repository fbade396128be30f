// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The store's file: a restart keeps what was written, and what cannot be a store is refused.

#include "sandbox/site.h"

#include "sandbox/store/storethread.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::test;

class TestStore : public QObject
{
    Q_OBJECT

private slots:
    void survivesARestart_data();
    void survivesARestart();
    void givesNoIdTwice();
    void isSeededOnce();
    void refusesFiles_data();
    void refusesFiles();
    void refusesTheOtherDialect();
    void refusesANewerVersion();
    void isForOneSandboxAtATime();

private:
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_folder;
};

void TestStore::survivesARestart_data()
{
    QTest::addColumn<contract::Dialect>("dialect");
    QTest::newRow("8.5") << contract::Dialect::V85;
    QTest::newRow("8.1") << contract::Dialect::V81;
}

void TestStore::survivesARestart()
{
    QFETCH(contract::Dialect, dialect);
    const sandbox::Options options{.dialect = dialect, .storePath = path(QTest::currentDataTag())};
    const QByteArray query = "?extensions=*&active_states=true&completed_tasks=true";
    QByteArray id;
    QByteArray before;
    {
        Site site(options);
        if (dialect == contract::Dialect::V81) {
            site.createSchema(
                "services",
                R"({"name":"A","type":"single-valued","attributes":[{"name":"x","type":"double"}]})");
        }
        id = site.startService(R"(,"A":{"x":1.10})");
        site.startState(id);
        site.startTask(id);
        QCOMPARE(site.ask("POST /services/" + id + "/tasks/0/end").status, 204);
        QCOMPARE(site.ask("POST /services/" + id + "/end", R"({"disposition":10})").status, 204);
        before = site.ask("GET /services/" + id + query).body;
        QVERIFY(before.contains("1.10"));
    }
    Site site(options);
    QCOMPARE(site.ask("GET /services/" + id + query).body, before);
    QCOMPARE(site.startTask(id), "1");
    // The schemas are kept, too.
    QCOMPARE(site.ask("PUT /services/" + id + "/extensions/A", R"({"x":2})").status, 200);
}

void TestStore::givesNoIdTwice()
{
    const sandbox::Options options{.dialect = contract::Dialect::V81, .storePath = path("ids")};
    QCOMPARE(Site(options).startService(), "1");
    {
        Site site(options);
        QCOMPARE(site.startService(R"(,"est_duration":1)"), "2");
        QCOMPARE(site.ask("POST /services/start", R"({"service_type":1})").status, 400);
    }
    QCOMPARE(Site(options).startService(), "3");
}

void TestStore::isSeededOnce()
{
    const sandbox::Options options{.storePath = path("seeded"), .seed = sandbox::Seed::demo()};
    const QByteArray all = "GET /maintenance/services/stream?time_from=2000-01-01T00:00:00.000Z";
    QByteArray before;
    {
        Site site(options);
        QCOMPARE(site.ask("POST /services/95/end").status, 204);
        before = site.ask(all).body;
    }
    Site site(options);
    QCOMPARE(site.ask(all).body, before);
    QVERIFY(!site.read("/services/95", u"/completed"_s).isEmpty());
}

void TestStore::refusesFiles_data()
{
    QTest::addColumn<QString>("path");
    QFile letter(path("letter"));
    QVERIFY(letter.open(QIODevice::WriteOnly));
    letter.write(QByteArray("not a data base\n").repeated(300));
    QTest::newRow("another file") << letter.fileName();
    QTest::newRow("a folder") << m_folder.path();
    QTest::newRow("nowhere") << path("no/such/folder/store");
}

void TestStore::refusesFiles()
{
    QFETCH(QString, path);
    const auto store = sandbox::StoreThread::start(path, contract::Dialect::V85);
    QVERIFY(!store);
    QCOMPARE(store.error().kind, ErrorKind::Storage);
    QVERIFY2(store.error().message.contains(path), qPrintable(store.error().message));
}

void TestStore::refusesTheOtherDialect()
{
    Site({.storePath = path("dialect")}).startService();
    const auto store = sandbox::StoreThread::start(path("dialect"), contract::Dialect::V81);
    QVERIFY(!store);
    QVERIFY2(store.error().message.contains("8.5"_L1), qPrintable(store.error().message));
    QVERIFY(sandbox::StoreThread::start(path("dialect"), contract::Dialect::V85));
}

void TestStore::refusesANewerVersion()
{
    const QString name = path("newer");
    Site({.storePath = name}).startService();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
        database.setDatabaseName(name);
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(u"PRAGMA user_version = 99"_s));
    }
    QSqlDatabase::removeDatabase(u"newer"_s);
    const auto store = sandbox::StoreThread::start(name, contract::Dialect::V85);
    QVERIFY(!store);
    QVERIFY2(store.error().message.contains("newer"_L1), qPrintable(store.error().message));
}

void TestStore::isForOneSandboxAtATime()
{
    Site first({.storePath = path("shared")});
    first.startService();
    const auto second = sandbox::StoreThread::start(path("shared"), contract::Dialect::V85);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Storage);
    first.startService(); // unharmed
}

QTEST_GUILESS_MAIN(TestStore)

#include "tst_store.moc"
