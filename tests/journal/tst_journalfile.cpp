// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "somerecords.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::journal;
using namespace closeout::test;

class TestJournalFile : public QObject
{
    Q_OBJECT

private slots:
    void migratesAnOldOne();
    void looksAtAnOldOne();
    void flippedBytesAreFound();
    void foreignDataBaseIsLeftAlone_data();
    void foreignDataBaseIsLeftAlone();
    void whatCannotBeReadIsNotEmpty_data();
    void whatCannotBeReadIsNotEmpty();
    void refusesWhatCannotBeWritten_data();
    void refusesWhatCannotBeWritten();
    void foldersThatTakeNoFile();
    void waitsForNobodyWhoDied();
    void refusesANewerOne();
    void isReadableByItsOwnerOnly();
    void idsAreNeverGivenTwice();

private:
    QString path() const { return m_folder->filePath(u"deep/journal.sqlite"_s); }
    void takeOldOne()
    {
        QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
        QVERIFY(QFile::copy(QStringLiteral(TEST_DATA "/journal/version1.sqlite"), path()));
        QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner));
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
};

void TestJournalFile::migratesAnOldOne()
{
    takeOldOne();
    const QList<Entry> before = entriesOf(path());
    QCOMPARE(before.size(), 9);
    const auto journal = Journal::open(path());
    QVERIFY2(journal, qPrintable(journal ? QString() : journal.error().message));
    const QList<Entry> after = entriesOf(path());
    QCOMPARE(after.size(), before.size());
    for (qsizetype i = 0; i < after.size(); ++i) {
        QCOMPARE(after.at(i).id, before.at(i).id);
        QVERIFY(!after.at(i).isDamaged);
        QCOMPARE(after.at(i).outcome(), before.at(i).outcome());
        QCOMPARE(after.at(i).recorded.has_value(), before.at(i).recorded.has_value());
        QCOMPARE(after.at(i).intention.requestBody, before.at(i).intention.requestBody);
        QCOMPARE(after.at(i).intention.beforeImage, before.at(i).intention.beforeImage);
        QCOMPARE(after.at(i).intention.deployment.id, u"http://localhost:8099/genesys/1/cs"_s);
        QCOMPARE(after.at(i).exchanges.size(), before.at(i).exchanges.size());
        for (qsizetype j = 0; j < after.at(i).exchanges.size(); ++j) {
            const ExchangeRecord &now = after.at(i).exchanges.at(j);
            const ExchangeRecord &then = before.at(i).exchanges.at(j);
            QCOMPARE(now.requestHead, then.requestHead);
            QCOMPARE(now.requestBody, then.requestBody);
            QCOMPARE(now.answerHead, then.answerHead);
            QCOMPARE(now.answerBody, then.answerBody);
        }
    }
    QCOMPARE(after.at(2).follows, 2); // refused, after a doubt about the other spelling
    QCOMPARE(after.at(2).generation, 2);
    QStringList doubts;
    for (const Entry &entry : doubtsOf(path()))
        doubts.append(QString::number(entry.id));
    QCOMPARE(doubts.join(u' '), u"9 8 5 2"_s);
    Intention meant = ofService(u"5"_s);
    meant.deployment = contract::deploymentAt(QUrl(u"http://127.0.0.1:8099/genesys/1/cs/"_s));
    const auto claimed = (*journal)->recordIntention(meant, check(), Shown::Open, {});
    QCOMPARE(claimed->standing->entry.id, 8);
}

void TestJournalFile::looksAtAnOldOne()
{
    takeOldOne();
    QStringList doubts;
    for (const Entry &entry : doubtsOf(path()))
        doubts.append(QString::number(entry.id));
    QCOMPARE(doubts.join(u' '), u"9 8 5 2"_s);
    QCOMPARE(entriesOf(path(), 2).size(), 2);
    QFile original(QStringLiteral(TEST_DATA "/journal/version1.sqlite"));
    QFile copy(path());
    QVERIFY(original.open(QIODevice::ReadOnly) && copy.open(QIODevice::ReadOnly));
    QVERIFY(original.readAll() == copy.readAll()); // to look changes nothing
}

void TestJournalFile::flippedBytesAreFound()
{
    {
        const auto journal = Journal::open(path());
        for (const QString &id : {u"1"_s, u"2"_s, u"3"_s}) {
            const EntryId entry = intend(**journal, ofService(id), check());
            QVERIFY((*journal)->recordOutcome(entry, {now(), Outcome::Unknown, 0, {}}));
        }
    }
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray sound = file.readAll();
    file.close();
    Intention meant = ofService(u"2"_s);
    meant.deployment = contract::deploymentAt(QUrl(meant.baseUrl));
    QTemporaryDir folder;
    const QString copy = folder.filePath(u"journal.sqlite"_s);
    int sent = 0;
    for (qsizetype place = 0; place < sound.size(); place += 31) {
        QByteArray flipped = sound;
        flipped[place] = char(flipped.at(place) ^ 1);
        QFile broken(copy);
        QVERIFY(broken.open(QIODevice::WriteOnly | QIODevice::Truncate));
        broken.write(flipped);
        broken.close();
        const auto journal = Journal::open(copy);
        if (!journal)
            continue;
        const auto claimed = (*journal)->recordIntention(meant, check(), Shown::Open, {});
        if (claimed && claimed->entry > 0) {
            qWarning("byte %lld", qlonglong(place));
            ++sent;
        }
    }
    QCOMPARE(sent, 0);
}

void TestJournalFile::foreignDataBaseIsLeftAlone_data()
{
    QTest::addColumn<QByteArray>("statement");
    QTest::newRow("of no version") << QByteArray("PRAGMA user_version = 0");
    QTest::newRow("of our old version") << QByteArray("PRAGMA user_version = 1");
    QTest::newRow("of a later one") << QByteArray("PRAGMA user_version = 2");
    QTest::newRow("with an id") << QByteArray("PRAGMA application_id = 7");
}

void TestJournalFile::foreignDataBaseIsLeftAlone()
{
    QFETCH(const QByteArray, statement);
    QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
    {
        const OtherConnection other(path());
        QVERIFY(other.run("CREATE TABLE letters (text)"));
        QVERIFY(other.run(statement));
    }
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    for (const Result<void> &refused :
         {Journal::open(path()).map([](const auto &) {}), Journal::checkWritable(path()),
          Reader::open(path()).map([](const auto &) {})}) {
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains("another program"_L1),
                 qPrintable(refused.error().message));
    }
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), before);
}

void TestJournalFile::whatCannotBeReadIsNotEmpty_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("a loop of links") << u"loop"_s;
    QTest::newRow("a link to nowhere") << u"nowhere"_s;
    QTest::newRow("a pipe") << u"pipe"_s;
    QTest::newRow("a folder") << u"folder"_s;
    QTest::newRow("below a file") << u"file"_s;
}

void TestJournalFile::whatCannotBeReadIsNotEmpty()
{
    QFETCH(const QString, kind);
    const QDir folder(m_folder->path());
    if (kind != "file"_L1)
        QVERIFY(folder.mkpath(u"deep"_s));
    if (kind == "loop"_L1)
        QVERIFY(QFile::link(path(), path()));
    else if (kind == "nowhere"_L1)
        QVERIFY(QFile::link(u"/nowhere/at/all"_s, path()));
    else if (kind == "pipe"_L1)
        QCOMPARE(::mkfifo(QFile::encodeName(path()).constData(), 0600), 0);
    else if (kind == "folder"_L1)
        QVERIFY(folder.mkpath(path()));
    else
        QVERIFY(QFile(folder.filePath(u"deep"_s)).open(QIODevice::WriteOnly));
    QVERIFY(!Reader::open(path()));
    QVERIFY(!Journal::open(path()));
    QVERIFY(!Journal::checkWritable(path()));
}

void TestJournalFile::refusesWhatCannotBeWritten_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("a folder in its place") << u"folder"_s;
    QTest::newRow("a file in place of its folder") << u"file"_s;
    QTest::newRow("something that is no data base") << u"garbage"_s;
}

void TestJournalFile::refusesWhatCannotBeWritten()
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

void TestJournalFile::foldersThatTakeNoFile()
{
    const auto writable = Journal::checkWritable(u"/proc/closeout/deep/journal.sqlite"_s);
    QVERIFY(!writable);
    QVERIFY2(writable.error().message.contains(u"/proc takes no new file"_s),
             qPrintable(writable.error().message));
}

// Killed when it had made the lock and not yet written into it who it was.
void TestJournalFile::waitsForNobodyWhoDied()
{
    QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
    QFile lock(path() + u".lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    QVERIFY(lock.setFileTime(now().addSecs(-10), QFileDevice::FileModificationTime));
    lock.close();
    QElapsedTimer clock;
    clock.start();
    QVERIFY(Journal::open(path()));
    QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
}

void TestJournalFile::refusesANewerOne()
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

void TestJournalFile::isReadableByItsOwnerOnly()
{
    const auto journal = Journal::open(path());
    QVERIFY(intend(**journal, intention(), check()));
    for (const auto suffix : {""_L1, "-wal"_L1}) {
        const QFile::Permissions others = QFile::permissions(path() + suffix)
            & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther);
        QCOMPARE(others, QFile::Permissions());
    }
}

void TestJournalFile::idsAreNeverGivenTwice()
{
    EntryId last = 0;
    {
        const auto journal = Journal::open(path());
        QVERIFY(intend(**journal, intention(), check()));
        last = intend(**journal, ofService(u"2"_s), check());
        QVERIFY((*journal)->recordOutcome(last, {now(), Outcome::Completed, 204, {}}));
    }
    {
        const OtherConnection other(path());
        QVERIFY(other.run("DELETE FROM exchange WHERE completion_id = 2"));
        QVERIFY(other.run("DELETE FROM completion WHERE id = 2"));
    }
    const auto journal = Journal::open(path());
    QVERIFY(intend(**journal, ofService(u"3"_s), check()) > last);
    QVERIFY(!entriesOf(path()).constLast().recorded);
}

QTEST_GUILESS_MAIN(TestJournalFile)
#include "tst_journalfile.moc"
