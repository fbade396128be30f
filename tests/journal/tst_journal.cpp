// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "journal/journal.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::journal;

namespace {

Intention intention()
{
    Intention intention;
    intention.at = QDateTime({2026, 11, 22}, {10, 42, 31, 7}, Qt::UTC);
    intention.user = u"ada"_s;
    intention.host = u"desk"_s;
    intention.environment = u"Prüfung"_s;
    intention.baseUrl = u"http://127.0.0.1:1/genesys/1/cs"_s;
    intention.target = contract::Target::Task;
    intention.serviceId = u"95"_s;
    intention.taskId = u"3"_s;
    intention.requestHead = "POST /services/95/tasks/3/end HTTP/1.1\r\n\r\n";
    intention.requestBody = QByteArray("{\"a\":1.10,\"n\":\"\xc3\xa4\\u0000\"}");
    intention.beforeImage = R"({"task_id":3})";
    return intention;
}

ExchangeRecord exchange(ExchangeRecord::Purpose purpose)
{
    return {purpose,
            QDateTime({2026, 11, 22}, {10, 42, 31, 8}, Qt::UTC),
            38,
            "POST / HTTP/1.1\r\n\r\n",
            QByteArray("\x00\xff{}", 4),
            204,
            "HTTP/1.1 204 No Content\r\n\r\n",
            {},
            u"why"_s};
}

ExchangeRecord check()
{
    return exchange(ExchangeRecord::Purpose::Check);
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private slots:
    void givesBackWhatWasRecorded();
    void entryWithoutOutcomeIsUnknown();
    void survivesReopening();
    void twoProgramsCanWrite();
    void lastIsOldestFirst();
    void tellsOfAnEndInDoubt();
    void outcomeCannotBeChanged();
    void exchangeNeedsAnEntry();
    void intentionAndCheckGoTogether();
    void lookingNeedsAndLeavesNothing();
    void isOnDiskWhenRecorded();
    void isReadableByItsOwnerOnly();
    void refusesWhatCannotBeWritten_data();
    void refusesWhatCannotBeWritten();
    void checkingLeavesNothing();
    void foldersThatTakeNoFile();
    void isWritableWhileAnotherWrites();
    void refusesANewerOne();
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
    const Result<EntryId> id = (*journal)->recordIntention(intention(), check());
    QVERIFY(id);
    QVERIFY((*journal)->recordExchange(*id, exchange(ExchangeRecord::Purpose::Send)));
    const OutcomeRecord outcome{QDateTime({2026, 11, 22}, {10, 43}, Qt::UTC), Outcome::Completed,
                                204, u"fine"_s};
    QVERIFY((*journal)->recordOutcome(*id, outcome));

    const Result<QList<Entry>> entries = (*journal)->last(10);
    QVERIFY(entries);
    QCOMPARE(entries->size(), 1);
    const Entry &entry = entries->first();
    QCOMPARE(entry.intention.at, intention().at);
    QCOMPARE(entry.intention.user, intention().user);
    QCOMPARE(entry.intention.environment, intention().environment);
    QCOMPARE(entry.intention.target, contract::Target::Task);
    QCOMPARE(entry.intention.serviceId, u"95"_s);
    QCOMPARE(entry.intention.taskId, u"3"_s);
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
    QVERIFY((*journal)->recordIntention(intention(), check()));
    const Entry entry = (*journal)->last(1)->first();
    QVERIFY(!entry.recorded);
    QCOMPARE(entry.outcome(), Outcome::Unknown);
}

void TestJournal::survivesReopening()
{
    QVERIFY((*Journal::open(path()))->recordIntention(intention(), check()));
    QCOMPARE((*Journal::open(path()))->last(10)->size(), 1);
}

void TestJournal::twoProgramsCanWrite()
{
    const auto one = Journal::open(path());
    const auto other = Journal::open(path());
    QVERIFY((*one)->recordIntention(intention(), check()));
    QVERIFY((*other)->recordIntention(intention(), check()));
    QCOMPARE((*one)->last(10)->size(), 2);
}

void TestJournal::lastIsOldestFirst()
{
    const auto journal = Journal::open(path());
    for (const QString &id : {u"1"_s, u"2"_s, u"3"_s}) {
        Intention next = intention();
        next.serviceId = id;
        QVERIFY((*journal)->recordIntention(next, check()));
    }
    const QList<Entry> entries = *(*journal)->last(2);
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.first().intention.serviceId, u"2"_s);
    QCOMPARE(entries.last().intention.serviceId, u"3"_s);
}

void TestJournal::tellsOfAnEndInDoubt()
{
    const auto journal = Journal::open(path());
    const auto end = [&](const Intention &meant, std::optional<Outcome> outcome) {
        const EntryId id = (*journal)->recordIntention(meant, check()).value();
        if (outcome)
            QVERIFY((*journal)->recordOutcome(id, {meant.at, *outcome, 0, {}}));
    };
    const auto isInDoubt = [&](const Intention &meant) {
        return (*journal)->doubtAbout(meant).value().has_value();
    };
    QVERIFY(!isInDoubt(intention()));
    end(intention(), Outcome::Completed);
    QVERIFY(!isInDoubt(intention()));
    end(intention(), {}); // the program died
    QVERIFY(isInDoubt(intention()));
    QCOMPARE((*journal)->doubtAbout(intention())->value().id, 2);
    end(intention(), Outcome::Failed); // says nothing about the one before
    end(intention(), Outcome::Held);
    QVERIFY(isInDoubt(intention()));
    Intention other = intention();
    other.taskId = u"4"_s;
    QVERIFY(!isInDoubt(other));
    other = intention();
    other.baseUrl = u"http://elsewhere/genesys/1/cs"_s;
    QVERIFY(!isInDoubt(other));
    other = intention();
    other.target = contract::Target::Service;
    other.taskId.clear();
    end(other, Outcome::Unknown);
    QVERIFY(isInDoubt(other));
    end(intention(), Outcome::Skipped); // it was seen completed
    QVERIFY(!isInDoubt(intention()));
    // All of them at once, each by its newest.
    end(other, Outcome::Unknown);
    const QList<Entry> doubts = Journal::look(path(), 1)->doubts;
    QCOMPARE(doubts.size(), 1);
    QCOMPARE(doubts.constFirst().intention.target, contract::Target::Service);
    QCOMPARE(doubts.constFirst().id, (*journal)->last(1)->constFirst().id);
}

void TestJournal::outcomeCannotBeChanged()
{
    const auto journal = Journal::open(path());
    const EntryId id = *(*journal)->recordIntention(intention(), check());
    QVERIFY(
        (*journal)->recordOutcome(id, {QDateTime::currentDateTimeUtc(), Outcome::Failed, 500, {}}));
    const auto again = (*journal)->recordOutcome(id,
                                                 {QDateTime::currentDateTimeUtc(),
                                                  Outcome::Completed,
                                                  204,
                                                  {}});
    QVERIFY(!again);
    QCOMPARE((*journal)->last(1)->first().outcome(), Outcome::Failed);
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
    QVERIFY(!(*journal)->recordIntention(intention(), check()));
    QSqlQuery query(QSqlDatabase::database(connection));
    QVERIFY(query.exec(u"SELECT count(*) FROM completion"_s) && query.next());
    QCOMPARE(query.value(0).toInt(), 0);
}

void TestJournal::lookingNeedsAndLeavesNothing()
{
    QCOMPARE(Journal::look(path(), 9)->last.size(), 0);
    QVERIFY(!QFile::exists(path()));
    const auto journal = Journal::open(path());
    QVERIFY((*journal)->recordIntention(intention(), check()));
    QVERIFY(QFile::remove(path() + ".lock"_L1) || !QFile::exists(path() + ".lock"_L1));
    QCOMPARE(Journal::look(path(), 9)->last.size(), 1); // beside the program that writes
    QVERIFY(!QFile::exists(path() + ".lock"_L1));
}

void TestJournal::isOnDiskWhenRecorded()
{
    const auto journal = Journal::open(path());
    QVERIFY((*journal)->recordIntention(intention(), check()));
    // What a program finds that never met this one: the file and its log, as a crash leaves them.
    QTemporaryDir after;
    QVERIFY(QFile::copy(path(), after.filePath(u"journal.sqlite"_s)));
    QVERIFY(QFile::copy(path() + "-wal"_L1, after.filePath(u"journal.sqlite-wal"_s)));
    const auto survived = Journal::open(after.filePath(u"journal.sqlite"_s));
    QCOMPARE((*survived)->last(10)->size(), 1);
}

void TestJournal::isReadableByItsOwnerOnly()
{
    const auto journal = Journal::open(path());
    QVERIFY((*journal)->recordIntention(intention(), check()));
    for (const auto suffix : {""_L1, "-wal"_L1}) {
        const QFile::Permissions others = QFile::permissions(path() + suffix)
            & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther);
        QCOMPARE(others, QFile::Permissions());
    }
}

void TestJournal::refusesWhatCannotBeWritten_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("a folder in its place") << u"folder"_s;
    QTest::newRow("a file in place of its folder") << u"file"_s;
    QTest::newRow("something that is no data base") << u"garbage"_s;
}

void TestJournal::refusesWhatCannotBeWritten()
{
    QFETCH(const QString, kind);
    const QDir folder(m_folder->path());
    if (kind == "folder"_L1) {
        QVERIFY(folder.mkpath(path()));
    } else {
        if (kind == "garbage"_L1)
            QVERIFY(folder.mkpath(u"deep"_s));
        QFile file(kind == "garbage"_L1 ? path() : folder.filePath(u"deep"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("this is not a journal, and long enough to be looked at as one ............");
    }
    const auto writable = Journal::checkWritable(path());
    QVERIFY(!writable);
    QCOMPARE(writable.error().kind, ErrorKind::Storage);
    QVERIFY(writable.error().message.contains(path()));
    const auto journal = Journal::open(path());
    QVERIFY(!journal);
    QCOMPARE(journal.error().kind, ErrorKind::Storage);
    QVERIFY(journal.error().message.contains(path()));
}

void TestJournal::checkingLeavesNothing()
{
    QVERIFY(Journal::checkWritable(path()));
    QVERIFY(!QFile::exists(QFileInfo(path()).path())); // it would be made, and is not
    const auto journal = Journal::open(path());
    QVERIFY((*journal)->recordIntention(intention(), check()));
    QVERIFY(Journal::checkWritable(path())); // beside the program that writes
    QVERIFY((*journal)->recordIntention(intention(), check()));
    QCOMPARE((*journal)->last(9)->size(), 2);
}

// Readable, and yet nothing can be sent: procfs takes no file, whoever asks.
void TestJournal::foldersThatTakeNoFile()
{
    const auto writable = Journal::checkWritable(u"/proc/closeout/deep/journal.sqlite"_s);
    QVERIFY(!writable);
    QVERIFY2(writable.error().message.contains(u"/proc takes no new file"_s),
             qPrintable(writable.error().message));
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

void TestJournal::refusesANewerOne()
{
    QVERIFY(Journal::open(path()));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
        database.setDatabaseName(path());
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(u"PRAGMA user_version = 99"_s));
    }
    QSqlDatabase::removeDatabase(u"newer"_s);
    const auto journal = Journal::open(path());
    QVERIFY(!journal);
    QVERIFY(journal.error().message.contains("newer"_L1));
}

void TestJournal::fullDiskIsAnError()
{
    const auto journal = Journal::open(path());
    const QString connection = QSqlDatabase::connectionNames().constFirst();
    QVERIFY(QSqlQuery(QSqlDatabase::database(connection)).exec(u"PRAGMA max_page_count = 1"_s));
    Intention large = intention();
    large.requestBody = QByteArray(1 << 20, 'x');
    const auto recorded = (*journal)->recordIntention(large, check());
    QVERIFY(!recorded);
    QCOMPARE(recorded.error().kind, ErrorKind::Storage);
    QVERIFY2(recorded.error().message.contains("full"_L1), qPrintable(recorded.error().message));
    QCOMPARE((*journal)->last(10)->size(), 0);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
