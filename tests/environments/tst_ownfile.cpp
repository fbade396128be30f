// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "environments/ownfile.h"
#include "support/smallestfile.h"
#include "json/document.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <future>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::environments;

class TestOwnFile : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void isWhatWasWritten();
    void withoutCommitNothingHappened();
    void tooFullADiskLeavesTheOldFile();
    void anUmaskSaysNothing_data();
    void anUmaskSaysNothing();
    void permissionsOfAPersonsFileStay();
    void linksAreFollowed();
    void devicesAreNotReplaced();
    void placesThatTakeNoFile_data();
    void placesThatTakeNoFile();
    void readingNeverWaits();
    void tooLargeAFileIsNotRead();
    void oneHoldsTheLock();
    void membersThatStandTwice_data();
    void membersThatStandTwice();

private:
    QString at(const QString &name) const { return m_folder->filePath(name); }
    QByteArray read(const QString &name) const;
    static int modeOf(const QString &path);
    QStringList leftOver() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOwnFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QByteArray TestOwnFile::read(const QString &name) const
{
    QFile file(at(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

int TestOwnFile::modeOf(const QString &path)
{
    struct stat info
    {
    };
    return stat(QFile::encodeName(path).constData(), &info) == 0 ? int(info.st_mode & 0777) : -1;
}

QStringList TestOwnFile::leftOver() const
{
    return QDir(m_folder->path()).entryList({u".closeout*"_s}, QDir::Files | QDir::Hidden);
}

void TestOwnFile::isWhatWasWritten()
{
    const QByteArray large(3'000'000, 'x');
    for (const QByteArray &bytes : {QByteArray(), QByteArray("a\0b", 3), large}) {
        QVERIFY(writeFile(at(u"new/deep/file"_s), bytes, Keeper::Us));
        QCOMPARE(read(u"new/deep/file"_s), bytes);
        QVERIFY(readOwnFile(at(u"new/deep/file"_s), 3'000'000).value() == bytes);
    }
    QVERIFY(!readOwnFile(at(u"other"_s), 10).value().has_value());
}

void TestOwnFile::withoutCommitNothingHappened()
{
    QVERIFY(writeFile(at(u"file"_s), "old", Keeper::Us));
    {
        OwnFile file(at(u"file"_s), Keeper::Us);
        QVERIFY(file.open());
        QVERIFY(file.write("new"));
    }
    QCOMPARE(read(u"file"_s), "old");
    QCOMPARE(leftOver(), QStringList());
}

void TestOwnFile::tooFullADiskLeavesTheOldFile()
{
    QVERIFY(writeFile(at(u"file"_s), "old", Keeper::Us));
    for (const qsizetype size : {qsizetype(11), qsizetype(15'000), qsizetype(1'000'000)}) {
        const SmallestFile limit(10);
        const Result<void> written = writeFile(at(u"file"_s), QByteArray(size, 'x'), Keeper::Us);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Storage);
        QVERIFY(written.error().message.contains(at(u"file"_s)));
        QCOMPARE(read(u"file"_s), "old");
        QCOMPARE(leftOver(), QStringList());
    }
}

void TestOwnFile::anUmaskSaysNothing_data()
{
    QTest::addColumn<int>("mask");
    QTest::newRow("none") << 0;
    QTest::newRow("usual") << 022;
    QTest::newRow("all") << 0777;
}

void TestOwnFile::anUmaskSaysNothing()
{
    QFETCH(const int, mask);
    const mode_t before = umask(mode_t(mask));
    const Result<void> written = writeFile(at(u"one/two/file"_s), "x", Keeper::Us);
    umask(before);
    QVERIFY2(written, qPrintable(written ? QString() : written.error().message));
    QCOMPARE(modeOf(at(u"one"_s)), 0700);
    QCOMPARE(modeOf(at(u"one/two"_s)), 0700);
    QCOMPARE(modeOf(at(u"one/two/file"_s)), 0600);
    // One of an earlier day is mended.
    QCOMPARE(chmod(QFile::encodeName(at(u"one/two/file"_s)).constData(), 0666), 0);
    QVERIFY(writeFile(at(u"one/two/file"_s), "y", Keeper::Us));
    QCOMPARE(modeOf(at(u"one/two/file"_s)), 0600);
}

void TestOwnFile::permissionsOfAPersonsFileStay()
{
    QVERIFY(writeFile(at(u"file"_s), "x", Keeper::Person));
    QCOMPARE(modeOf(at(u"file"_s)), 0600);
    QCOMPARE(chmod(QFile::encodeName(at(u"file"_s)).constData(), 0644), 0);
    QVERIFY(writeFile(at(u"file"_s), "y", Keeper::Person));
    QCOMPARE(modeOf(at(u"file"_s)), 0644);
    QVERIFY(!writeFile(at(u"nowhere/file"_s), "x", Keeper::Person));
}

void TestOwnFile::linksAreFollowed()
{
    QVERIFY(QDir().mkdir(at(u"there"_s)));
    QVERIFY(QFile::link(at(u"there/real"_s), at(u"link"_s)));
    for (const QByteArray &bytes : {QByteArray("new"), QByteArray("newer")}) {
        QVERIFY(writeFile(at(u"link"_s), bytes, Keeper::Us));
        QVERIFY(QFileInfo(at(u"link"_s)).isSymLink());
        QCOMPARE(read(u"there/real"_s), bytes);
    }
}

void TestOwnFile::devicesAreNotReplaced()
{
    const Result<void> full = writeFile(u"/dev/full"_s, "x", Keeper::Person);
    QCOMPARE(full.error().message, u"/dev/full cannot be written: No space left on device."_s);
    QVERIFY(writeFile(u"/dev/null"_s, "x", Keeper::Person));
    QVERIFY(!writeFile(u"/dev/null"_s, "x", Keeper::Us));
    QVERIFY(!QFileInfo(u"/dev/null"_s).isFile());
}

void TestOwnFile::placesThatTakeNoFile_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("folder") << u"."_s;
    QTest::newRow("below a file") << u"file/x"_s;
    QTest::newRow("ring") << u"ring"_s;
    QTest::newRow("nowhere") << QString();
}

void TestOwnFile::placesThatTakeNoFile()
{
    QFETCH(const QString, path);
    QVERIFY(writeFile(at(u"file"_s), "old", Keeper::Us));
    QVERIFY(QFile::link(at(u"ring"_s), at(u"ring"_s)));
    for (const Keeper keeper : {Keeper::Us, Keeper::Person}) {
        const Result<void> written = writeFile(path.isEmpty() ? path : at(path), "x", keeper);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Storage);
    }
    QCOMPARE(read(u"file"_s), "old");
    QVERIFY(QFileInfo(at(u"ring"_s)).isSymLink());
}

void TestOwnFile::readingNeverWaits()
{
    QCOMPARE(mkfifo(QFile::encodeName(at(u"pipe"_s)).constData(), 0600), 0);
    for (const QString &name : {u"pipe"_s, u"."_s})
        QCOMPARE(readOwnFile(at(name), 10).error().kind, ErrorKind::Storage);
}

void TestOwnFile::tooLargeAFileIsNotRead()
{
    QVERIFY(writeFile(at(u"file"_s), "12345", Keeper::Us));
    QVERIFY(readOwnFile(at(u"file"_s), 5).has_value());
    QVERIFY(readOwnFile(at(u"file"_s), 4).error().message.contains("too large"_L1));
}

void TestOwnFile::oneHoldsTheLock()
{
    auto first = std::make_optional(OwnLock::take(at(u"new/file"_s)));
    QVERIFY(first->has_value());
    auto second = std::async(std::launch::async,
                             [this] { return OwnLock::take(at(u"new/file"_s)).has_value(); });
    QVERIFY(second.wait_for(std::chrono::milliseconds(50)) == std::future_status::timeout);
    first.reset();
    QVERIFY(second.get());
    QVERIFY(!QFileInfo::exists(at(u"new/file"_s)));
    QVERIFY(OwnLock::take(at(u"new/other"_s)).has_value());
}

void TestOwnFile::membersThatStandTwice_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("said"); // empty: nothing
    QTest::newRow("none") << QByteArray(R"({"a":{"b":1},"b":[{"b":2},{"b":3}]})") << QString();
    QTest::newRow("at the top") << QByteArray("{\"a\":1,\n\"a\":1}") << u"“a” stands twice"_s;
    QTest::newRow("deeper") << QByteArray("{\"a\":{\"b\":1,\n\"b\":1}}") << u"line 2"_s;
    QTest::newRow("of no interest")
        << QByteArray(R"({"a":{"c":1,"c":2},"c":3,"c":4})") << QString();
    QTest::newRow("spelled otherwise") << QByteArray(R"({"a":1,"\u0061":1})") << u"“a”"_s;
}

void TestOwnFile::membersThatStandTwice()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, said);
    const Result<void> checked = checkMembersStandOnce(*json::Document::parse(text),
                                                       {u"a"_s, u"b"_s});
    QCOMPARE(checked.has_value(), said.isEmpty());
    if (!checked)
        QVERIFY2(checked.error().message.contains(said), qPrintable(checked.error().message));
}

QTEST_GUILESS_MAIN(TestOwnFile)
#include "tst_ownfile.moc"
