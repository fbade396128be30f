// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "find/rowexport.h"
#include "support/rows.h"
#include "support/smallestfile.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::find;
using closeout::filter::StuckRules;
using namespace closeout::rows;

class TestRowExport : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void formats_data();
    void formats();
    void unknownFormat();
    void rowsAreAsTheyWereRead();
    void tasksAndOtherSnapshots();
    void fullDisk();
    void fullDiskLeavesTheOldFile();
    void cancelledExportLeavesTheOldFile();
    void folderThatIsNotThere();

private:
    QByteArray contents() const;
    Result<qint64> run();

    std::unique_ptr<QTemporaryDir> m_folder;
    RowExport m_job;
    std::atomic<qint64> m_written = 0;
    std::atomic_bool m_cancelled = false;
};

void TestRowExport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    Collection collection;
    putAll(collection,
           {{{{Field::ServiceId, "18446744073709551616"},
              {Field::ServiceType, "Bill, \"paid\""},
              {Field::Data, R"({"a":{"b":1.10}})"}},
             {{Field::Started, testNow - hour}},
             {{Field::OpenTasks, 2}}},
            {{{Field::ServiceId, "007"}}, {{Field::Started, testNow - day}}, {}, true},
            {{{Field::ServiceId, "gone"}}, {{Field::Started, testNow - day}}}});
    collection.markVanished(2);
    m_job = {};
    m_job.path = m_folder->filePath(u"rows.csv"_s);
    m_job.columns = {{Field::ServiceId},
                     {Field::ServiceType},
                     {Field::Age},
                     {Field::OpenTasks},
                     {Field::Status},
                     {Field::Stuck},
                     {Field::Data, DataPath({u"a"_s, u"b"_s})}};
    m_job.snapshot = collection.snapshot();
    m_job.rows = {2, 0, 1};
    m_job.rules = StuckRules({{u"old"_s, u"age>1m"_s}, {u"busy"_s, u"tasks>1"_s}});
    m_job.reasons = std::make_shared<std::vector<quint32>>(std::vector<quint32>{3, 0, 0});
    m_job.now = testNow;
    m_written = 0;
    m_cancelled = false;
}

QByteArray TestRowExport::contents() const
{
    QFile file(m_job.path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

Result<qint64> TestRowExport::run()
{
    return exportRows(m_job, m_written, m_cancelled);
}

void TestRowExport::formats_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("out");
    QTest::newRow("csv") << u"x.csv"_s
                         << QByteArray(
                                "service_id,service_type,age,open_tasks,status,stuck,data.a.b\r\n"
                                "gone,,,,vanished,,\r\n"
                                "18446744073709551616,\"Bill, \"\"paid\"\"\",3600,2,active,"
                                "\"old, busy\",1.10\r\n"
                                "007,,,,completed,,\r\n");
    QTest::newRow("json lines")
        << u"x.JSONL"_s
        << QByteArray(R"({"service_id":"gone","service_type":null,"age":null,"open_tasks":null,)"
                      R"("status":"vanished","stuck":null,"data.a.b":null})"
                      "\n"
                      R"({"service_id":"18446744073709551616","service_type":"Bill, \"paid\"",)"
                      R"("age":3600,"open_tasks":2,"status":"active","stuck":"old, busy",)"
                      R"("data.a.b":1.10})"
                      "\n"
                      R"({"service_id":"007","service_type":null,"age":null,"open_tasks":null,)"
                      R"("status":"completed","stuck":null,"data.a.b":null})"
                      "\n");
    QTest::newRow("markdown") << u"x.md"_s
                              << QByteArray(
                                     "| Service | Type | Age | Tasks | Status | Stuck | a.b |\n"
                                     "| --- | --- | --- | ---: | --- | --- | --- |\n"
                                     "| gone |  |  |  | vanished |  |  |\n"
                                     "| 18446744073709551616 | Bill, \"paid\" | 1 h | 2 | active "
                                     "| old, busy | 1.10 |\n"
                                     "| 007 |  |  |  | completed |  |  |\n");
}

void TestRowExport::formats()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, out);
    m_job.path = m_folder->filePath(name);
    const Result<Format> format = formatForFile(m_job.path);
    QVERIFY(format);
    m_job.format = *format;
    QCOMPARE(run().value_or(-1), 3);
    QCOMPARE(m_written.load(), 3);
    QCOMPARE(contents(), out);
}

void TestRowExport::unknownFormat()
{
    QVERIFY(formatForFile(u"rows.xlsx"_s).error().message.contains(u".csv, .json, .jsonl or .md"));
    QVERIFY(formatForFile(u"rows.json"_s).value_or(Format::Csv) == Format::Json);
}

void TestRowExport::rowsAreAsTheyWereRead()
{
    const Row row = rowOf(m_job.snapshot, m_job.snapshot.services, 0);
    QCOMPARE(row.text(Field::ServiceId), QByteArrayView("18446744073709551616"));
    QCOMPARE(row.text(Field::TaskId), QByteArrayView());
    QCOMPARE(row.moment(Field::Started), testNow - hour);
    QCOMPARE(row.moment(Field::Expires), noMoment);
    QCOMPARE(row.number(Field::OpenTasks), 2);
    QCOMPARE(row.number(Field::Expected), noNumber);
    QVERIFY(!row.isCompleted);
}

void TestRowExport::tasksAndOtherSnapshots()
{
    m_job.subject = Subject::Task;
    m_job.columns = {{Field::TaskId}};
    m_job.rows = {0, 7}; // there is none
    QCOMPARE(run().value_or(-1), 0);
    QCOMPARE(contents(), QByteArray("task_id\r\n"));
}

void TestRowExport::fullDisk()
{
    m_job.path = u"/dev/full"_s;
    for (const bool isLong : {false, true}) {
        m_job.rows.assign(isLong ? 100'000 : 1, 0);
        const Result<qint64> count = run();
        QVERIFY(!count);
        QCOMPARE(count.error().kind, ErrorKind::Storage);
        QCOMPARE(count.error().message, u"/dev/full cannot be written: No space left on device."_s);
    }
    QVERIFY(!QFileInfo(u"/dev/full"_s).isFile());
}

void TestRowExport::fullDiskLeavesTheOldFile()
{
    QVERIFY(run());
    const QByteArray before = contents();
    for (const bool isLong : {false, true}) {
        m_job.rows.assign(isLong ? 100'000 : 1, 0);
        const SmallestFile limit(isLong ? 300'000 : 20);
        const Result<qint64> count = run();
        QVERIFY(!count);
        QCOMPARE(count.error().kind, ErrorKind::Storage);
        QVERIFY(count.error().message.contains(u"rows.csv cannot be written"));
        QCOMPARE(contents(), before);
    }
}

void TestRowExport::cancelledExportLeavesTheOldFile()
{
    QFile old(m_job.path);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    m_cancelled = true;
    QCOMPARE(run().error().kind, ErrorKind::Cancelled);
    QCOMPARE(contents(), QByteArray("old"));
}

void TestRowExport::folderThatIsNotThere()
{
    m_job.path = m_folder->filePath(u"nowhere/rows.csv"_s);
    QVERIFY(run().error().message.contains(u"cannot be written: No such file or directory."));
}

QTEST_APPLESS_MAIN(TestRowExport)
#include "tst_rowexport.moc"
