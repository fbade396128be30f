// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "find/rowwriter.h"

#include "contract/timestamp.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::find;

class TestRowWriter : public QObject
{
    Q_OBJECT

private slots:
    void writes_data();
    void writes();
    void writesNothing();
};

namespace {

constexpr Moment now = 1'800'000'000'000;

QByteArray written(RowFormat format, const QByteArrayList &services)
{
    RowWriter writer(format,
                     {{Field::ServiceId},
                      {Field::ServiceType},
                      {Field::Started},
                      {Field::OpenTasks},
                      {Field::Age},
                      {Field::Status},
                      {Field::Data}},
                     now);
    QByteArray out;
    writer.begin(out);
    for (const QByteArray &json : services) {
        json::Cursor cursor(json);
        RowReader reader;
        if (reader.read(cursor))
            writer.write(out, reader.service(), {&reader, {}, {}});
    }
    writer.end(out);
    return out;
}

} // namespace

void TestRowWriter::writes_data()
{
    QTest::addColumn<RowFormat>("format");
    QTest::addColumn<QByteArray>("out");
    QTest::newRow("csv")
        << RowFormat::Csv
        << QByteArray("service_id,service_type,started,open_tasks,age,status,attached_data\r\n"
                      "1,\"a,\"\"b\",2027-01-15T07:59:50.500Z,0,9,active,\"{\"\"k|\"\":1}\"\r\n"
                      "18446744073709551615,,,0,,completed,\r\n");
    QTest::newRow("json")
        << RowFormat::Json
        << QByteArray(
               "[\n{\"service_id\":\"1\",\"service_type\":\"a,\\\"b\",\"started\":"
               "\"2027-01-15T07:59:50.500Z\",\"open_tasks\":0,\"age\":9,\"status\":\"active\","
               "\"attached_data\":{\"k|\":1}},\n"
               "{\"service_id\":18446744073709551615,\"service_type\":null,\"started\":null,"
               "\"open_tasks\":0,\"age\":null,\"status\":\"completed\",\"attached_data\":null}\n]"
               "\n");
    QTest::newRow("json lines")
        << RowFormat::JsonLines
        << QByteArray(
               "{\"service_id\":\"1\",\"service_type\":\"a,\\\"b\",\"started\":"
               "\"2027-01-15T07:59:50.500Z\",\"open_tasks\":0,\"age\":9,\"status\":\"active\","
               "\"attached_data\":{\"k|\":1}}\n"
               "{\"service_id\":18446744073709551615,\"service_type\":null,\"started\":null,"
               "\"open_tasks\":0,\"age\":null,\"status\":\"completed\",\"attached_data\":null}\n");
    QTest::newRow("markdown")
        << RowFormat::Markdown
        << QByteArray("| Service | Type | Started | Tasks | Age | Status | Attached data |\n"
                      "| --- | --- | --- | ---: | ---: | --- | --- |\n"
                      "| 1 | a,\"b | 2027-01-15T07:59:50.500Z | 0 | 9 | active | {\"k\\|\":1} |\n"
                      "| 18446744073709551615 |  |  | 0 |  | completed |  |\n");
}

void TestRowWriter::writes()
{
    QFETCH(const RowFormat, format);
    const QByteArrayList services{
        R"({"service_id":"1","service_type":"a,\"b","started":{"timestamp":"2027-01-15T07:59:50.500Z"},"k|":1})",
        R"({"service_id":18446744073709551615,"completed":{}})"};
    QTEST(written(format, services), "out");
}

void TestRowWriter::writesNothing()
{
    QCOMPARE(written(RowFormat::Json, {}), "[]\n");
    QCOMPARE(written(RowFormat::JsonLines, {}), "");
    QCOMPARE(written(RowFormat::Csv, {}),
             "service_id,service_type,started,open_tasks,age,status,attached_data\r\n");
}

QTEST_APPLESS_MAIN(TestRowWriter)

#include "tst_rowwriter.moc"
