// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "somerecords.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::journal;
using namespace closeout::test;

class TestJournal : public QObject
{
    Q_OBJECT

private slots:
    void givesBackWhatWasRecorded();
    void entryWithoutOutcomeIsUnknown();
    void survivesReopening();
    void twoProgramsCanWrite();
    void outcomeIsKeptBeside();
    void lockedIsToldAtOnce();
    void bodiesAreStoredOnce();
    void syncsEachCommit();
    void lastIsOldestFirst();
    void outcomeCannotBeChanged();
    void exchangeNeedsAnEntry();
    void intentionAndCheckGoTogether();
    void lookingNeedsAndLeavesNothing();
    void isOnDiskWhenRecorded();
    void checkingLeavesNothing();
    void isWritableWhileAnotherWrites();
    void fullDiskIsAnError();

private:
    QString path() const { return m_folder->filePath(u"deep/journal.sqlite"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
};

void TestJournal::givesBackWhatWasRecorded()
{
    const auto journal = Journal::open(path());
    QVERIFY2(journal, qPrintable(journal ? QString() : journal.error().message));
    const EntryId id = intend(**journal, intention(), check());
    QVERIFY(id > 0);
    QVERIFY((*journal)->recordExchange(id, exchange(ExchangeRecord::Purpose::Send)));
    const OutcomeRecord outcome{QDateTime({2026, 11, 22}, {10, 43}, Qt::UTC), Outcome::Completed,
                                204, u"fine"_s};
    QVERIFY((*journal)->recordOutcome(id, outcome));

    const QList<Entry> entries = entriesOf(path());
    QCOMPARE(entries.size(), 1);
    const Entry &entry = entries.first();
    QVERIFY(!entry.isDamaged);
    QVERIFY(!entry.isUnderWay);
    QCOMPARE(entry.intention.at, intention().at);
    QCOMPARE(entry.intention.user, intention().user);
    QCOMPARE(entry.intention.environment, intention().environment);
    QCOMPARE(entry.intention.target.kind, contract::Target::Kind::Task);
    QCOMPARE(entry.intention.target.serviceId, u"95"_s);
    QCOMPARE(entry.intention.target.id, u"3"_s);
    QCOMPARE(entry.intention.requestBody, intention().requestBody);
    QCOMPARE(entry.intention.beforeImage, intention().beforeImage);
    QCOMPARE(entry.exchanges.size(), 2);
    QCOMPARE(entry.exchanges.first().purpose, ExchangeRecord::Purpose::Check);
    QCOMPARE(entry.exchanges.last().purpose, ExchangeRecord::Purpose::Send);
    QCOMPARE(entry.exchanges.last().requestBody, QByteArray("\x00\xff{}", 4));
    QCOMPARE(entry.exchanges.last().milliseconds, 38);
    QCOMPARE(entry.exchanges.last().error, u"why"_s);
    QCOMPARE(entry.outcome(), Outcome::Completed);
    QCOMPARE(entry.recorded->message, u"fine"_s);
    QCOMPARE(entry.recorded->at, outcome.at);
}

void TestJournal::entryWithoutOutcomeIsUnknown()
{
    const auto journal = Journal::open(path());
    QVERIFY(intend(**journal, intention(), check()));
    const Entry entry = entriesOf(path()).constFirst();
    QVERIFY(!entry.recorded);
    QCOMPARE(entry.outcome(), Outcome::Unknown);
    QVERIFY(entry.isUnderWay); // as long as its program lives
}

void TestJournal::survivesReopening()
{
    QVERIFY(intend(**Journal::open(path()), intention(), check()));
    QVERIFY(Journal::open(path()));
    QCOMPARE(entriesOf(path()).size(), 1);
    QVERIFY(!entriesOf(path()).constFirst().isUnderWay);
}

void TestJournal::twoProgramsCanWrite()
{
    const auto one = Journal::open(path());
    const auto other = Journal::open(path());
    QVERIFY(intend(**one, intention(), check()));
    QVERIFY(intend(**other, ofService(u"2"_s), check()));
    QCOMPARE(entriesOf(path()).size(), 2);
}

void TestJournal::outcomeIsKeptBeside()
{
    EntryId id = 0;
    {
        const auto journal = Journal::open(path());
        id = intend(**journal, intention(), check());
        QVERIFY((*journal)->keepBeside(id, {now(), Outcome::Completed, 204, u"fine"_s},
                                       {exchange(ExchangeRecord::Purpose::Send)}));
    }
    const QString kept = path() + ".outcome-"_L1 + QString::number(id);
    QCOMPARE(QFile::permissions(kept) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    QCOMPARE(entriesOf(path()).constFirst().outcome(), Outcome::Completed); // shown from there
    QCOMPARE(entriesOf(path()).constFirst().exchanges.size(), 2);
    QCOMPARE(doubtsOf(path()).size(), 0);
    QVERIFY(Journal::open(path()));
    QVERIFY(!QFile::exists(kept));
    const Entry entered = entriesOf(path()).constFirst();
    QCOMPARE(entered.recorded->message, u"fine"_s);
    QCOMPARE(entered.exchanges.last().answerHead, "HTTP/1.1 204 No Content\r\n\r\n");
}

void TestJournal::lockedIsToldAtOnce()
{
    const auto journal = Journal::open(path());
    const EntryId id = intend(**journal, intention(), check());
    const OtherConnection other(path());
    QVERIFY(other.run("BEGIN IMMEDIATE"));
    QElapsedTimer clock;
    clock.start();
    using Written = Journal::Written;
    QCOMPARE((*journal)->recordOutcome(id, {now(), Outcome::Completed, 204, {}}).value(),
             Written::Locked);
    const auto claimed = (*journal)->recordIntention(ofService(u"2"_s), check(), Shown::Open, {});
    QCOMPARE(claimed->written, Written::Locked);
    QVERIFY(clock.elapsed() < 5000);
    QVERIFY(other.run("ROLLBACK"));
    QCOMPARE((*journal)->recordOutcome(id, {now(), Outcome::Completed, 204, {}}).value(),
             Written::Yes);
}

void TestJournal::bodiesAreStoredOnce()
{
    const auto journal = Journal::open(path());
    Intention large = intention();
    large.requestBody = QByteArray(400000, 'b');
    large.beforeImage = QByteArray(400000, 'i');
    ExchangeRecord checked = check();
    checked.answerBody = large.beforeImage;
    const EntryId id = intend(**journal, large, checked);
    ExchangeRecord write = exchange(ExchangeRecord::Purpose::Send);
    write.requestHead = large.requestHead;
    write.requestBody = large.requestBody;
    QVERIFY((*journal)->recordOutcome(id, {now(), Outcome::Completed, 204, {}}, {write}));
    const Entry entry = entriesOf(path()).constFirst();
    QCOMPARE(entry.exchanges.at(0).answerBody, large.beforeImage);
    QCOMPARE(entry.exchanges.at(1).requestBody, large.requestBody);
    QCOMPARE(entry.exchanges.at(1).requestHead, large.requestHead);
    const OtherConnection other(path());
    QVERIFY(other.run("PRAGMA wal_checkpoint(TRUNCATE)"));
    QVERIFY2(QFileInfo(path()).size() < 1000000, "a body is there twice");
}

void TestJournal::syncsEachCommit()
{
    const auto journal = Journal::open(path());
    QSqlQuery query(QSqlDatabase::database(QSqlDatabase::connectionNames().constFirst()));
    QVERIFY(query.exec(u"PRAGMA synchronous"_s) && query.next());
    QCOMPARE(query.value(0).toInt(), 2); // FULL
    query.finish();
    QVERIFY(query.exec(u"PRAGMA journal_mode"_s) && query.next());
    QCOMPARE(query.value(0).toString(), u"wal"_s);
}

void TestJournal::lastIsOldestFirst()
{
    const auto journal = Journal::open(path());
    for (const QString &id : {u"1"_s, u"2"_s, u"3"_s}) {
        Intention next = intention();
        next.target.serviceId = id;
        QVERIFY(intend(**journal, next, check()));
    }
    const QList<Entry> entries = entriesOf(path(), 2);
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.first().intention.target.serviceId, u"2"_s);
    QCOMPARE(entries.last().intention.target.serviceId, u"3"_s);
}

void TestJournal::outcomeCannotBeChanged()
{
    const auto journal = Journal::open(path());
    const EntryId id = intend(**journal, intention(), check());
    QVERIFY(
        (*journal)->recordOutcome(id, {QDateTime::currentDateTimeUtc(), Outcome::Failed, 500, {}}));
    const auto again = (*journal)->recordOutcome(id,
                                                 {QDateTime::currentDateTimeUtc(),
                                                  Outcome::Completed,
                                                  204,
                                                  {}});
    QVERIFY(!again);
    QCOMPARE(entriesOf(path()).constFirst().outcome(), Outcome::Failed);
}

void TestJournal::exchangeNeedsAnEntry()
{
    const auto journal = Journal::open(path());
    const auto recorded = (*journal)->recordExchange(77, exchange(ExchangeRecord::Purpose::Send));
    QVERIFY(!recorded);
    QCOMPARE(recorded.error().kind, ErrorKind::Storage);
}

void TestJournal::intentionAndCheckGoTogether()
{
    const auto journal = Journal::open(path());
    const QString connection = QSqlDatabase::connectionNames().constFirst();
    QVERIFY(QSqlQuery(QSqlDatabase::database(connection)).exec(u"DROP TABLE exchange"_s));
    QVERIFY(!(*journal)->recordIntention(intention(), check(), Shown::Open, {}));
    QSqlQuery query(QSqlDatabase::database(connection));
    QVERIFY(query.exec(u"SELECT count(*) FROM completion"_s) && query.next());
    QCOMPARE(query.value(0).toInt(), 0);
}

void TestJournal::lookingNeedsAndLeavesNothing()
{
    QVERIFY(Reader::open(path()));
    QVERIFY(!QFile::exists(QFileInfo(path()).path())); // not even the folder
    const auto journal = Journal::open(path());
    QVERIFY(intend(**journal, intention(), check()));
    const QStringList before = QFileInfo(path()).dir().entryList(QDir::Files);
    QCOMPARE(entriesOf(path()).size(), 1); // beside the program that writes
    QCOMPARE(QFileInfo(path()).dir().entryList(QDir::Files), before);
}

void TestJournal::isOnDiskWhenRecorded()
{
    const auto journal = Journal::open(path());
    QVERIFY(intend(**journal, intention(), check()));
    // What a program finds that never met this one: the file and its log, as a crash leaves them.
    QTemporaryDir after;
    QVERIFY(QFile::copy(path(), after.filePath(u"journal.sqlite"_s)));
    QVERIFY(QFile::copy(path() + "-wal"_L1, after.filePath(u"journal.sqlite-wal"_s)));
    QVERIFY(Journal::open(after.filePath(u"journal.sqlite"_s)));
    QCOMPARE(entriesOf(after.filePath(u"journal.sqlite"_s)).size(), 1);
}

void TestJournal::checkingLeavesNothing()
{
    QVERIFY(Journal::checkWritable(path()));
    QVERIFY(!QFile::exists(QFileInfo(path()).path())); // it would be made, and is not
    const auto journal = Journal::open(path());
    QVERIFY(intend(**journal, intention(), check()));
    QVERIFY(Journal::checkWritable(path())); // beside the program that writes
    QVERIFY(intend(**journal, intention(), check()));
    QCOMPARE(entriesOf(path()).size(), 2);
}

void TestJournal::isWritableWhileAnotherWrites()
{
    QVERIFY(Journal::open(path()));
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        other.setDatabaseName(path());
        QVERIFY(other.open());
        QVERIFY(QSqlQuery(other).exec(u"BEGIN IMMEDIATE"_s));
        QVERIFY(Journal::checkWritable(path()));
    }
    QSqlDatabase::removeDatabase(u"other"_s);
}

void TestJournal::fullDiskIsAnError()
{
    const auto journal = Journal::open(path());
    const QString connection = QSqlDatabase::connectionNames().constFirst();
    QVERIFY(QSqlQuery(QSqlDatabase::database(connection)).exec(u"PRAGMA max_page_count = 1"_s));
    Intention large = intention();
    large.requestBody = QByteArray(1 << 20, 'x');
    const auto recorded = (*journal)->recordIntention(large, check(), Shown::Open, {});
    QVERIFY(!recorded);
    QCOMPARE(recorded.error().kind, ErrorKind::Storage);
    QVERIFY2(recorded.error().message.contains("full"_L1), qPrintable(recorded.error().message));
    QCOMPARE(entriesOf(path()).size(), 0);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
