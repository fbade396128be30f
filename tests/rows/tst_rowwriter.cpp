// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "rows/writer.h"

#include "contract/timestamp.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::rows;

class TestRowWriter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void writes_data();
    void writes();
    void nothingInASpreadsheetActs_data();
    void nothingInASpreadsheetActs();
    void spreadsheets();
    void dispositionsKeepTheirType();
    void markdownHidesNothing();
    void durations_data();
    void durations();
    void writesNothing();
};

namespace {

constexpr Moment now = 1'800'000'000'000;

QByteArray written(Format format, const QByteArrayList &services)
{
    Writer writer(format,
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
        Reader reader;
        if (reader.read(cursor))
            writer.write(out, reader.service(), {});
    }
    writer.end(out);
    return out;
}

} // namespace

void TestRowWriter::writes_data()
{
    QTest::addColumn<Format>("format");
    QTest::addColumn<QByteArray>("out");
    QTest::newRow("csv")
        << Format::Csv
        << QByteArray("service_id,service_type,started,open_tasks,age,status,attached_data\r\n"
                      "1,\"a,\"\"b\",2027-01-15T07:59:50.500Z,0,9,active,\"{\"\"k|\"\":1}\"\r\n"
                      "18446744073709551615,,,0,,completed,\r\n");
    QTest::newRow("json")
        << Format::Json
        << QByteArray(
               "[\n{\"service_id\":\"1\",\"service_type\":\"a,\\\"b\",\"started\":"
               "\"2027-01-15T07:59:50.500Z\",\"open_tasks\":0,\"age\":9,\"status\":\"active\","
               "\"attached_data\":{\"k|\":1}},\n"
               "{\"service_id\":\"18446744073709551615\",\"service_type\":null,\"started\":null,"
               "\"open_tasks\":0,\"age\":null,\"status\":\"completed\",\"attached_data\":null}\n]"
               "\n");
    QTest::newRow("json lines")
        << Format::JsonLines
        << QByteArray(
               "{\"service_id\":\"1\",\"service_type\":\"a,\\\"b\",\"started\":"
               "\"2027-01-15T07:59:50.500Z\",\"open_tasks\":0,\"age\":9,\"status\":\"active\","
               "\"attached_data\":{\"k|\":1}}\n"
               "{\"service_id\":\"18446744073709551615\",\"service_type\":null,\"started\":null,"
               "\"open_tasks\":0,\"age\":null,\"status\":\"completed\",\"attached_data\":null}\n");
    QTest::newRow("markdown")
        << Format::Markdown
        << QByteArray(
               "| Service | Type | Started (UTC) | Tasks | Age | Status | Attached data |\n"
               "| --- | --- | --- | ---: | --- | --- | --- |\n"
               "| 1 | a,\"b | 2027-01-15 07:59:50 | 0 | under 1 min | active | {\"k\\|\":1} |\n"
               "| 18446744073709551615 |  |  | 0 |  | completed |  |\n");
}

void TestRowWriter::writes()
{
    QFETCH(const Format, format);
    const QByteArrayList services{
        R"({"service_id":"1","service_type":"a,\"b","started":{"timestamp":"2027-01-15T07:59:50.500Z"},"k|":1})",
        R"({"service_id":18446744073709551615,"completed":{}})"};
    QTEST(written(format, services), "out");
}

void TestRowWriter::nothingInASpreadsheetActs_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isChanged");
    for (const char *text :
         {"=1+2", "+1",         "-1+2", "@SUM(1)", "\t=1",  "\r=1",
          "\n=1", " =1",        "|x",   "\uff1d1", "0042",  "18446744073709551615",
          "1E5",  "2026-01-01", "1.10", "1/2",     "12:30", "3-4",
          "50%",  ".5"})
        QTest::newRow(text) << QByteArray(text) << true;
    for (const char *text :
         {"", "0", "7", "36981723", "383-f9a62aec", "Bill", "a=1", "日本", "TRUE"})
        QTest::newRow(*text ? text : "nothing") << QByteArray(text) << false;
}

void TestRowWriter::nothingInASpreadsheetActs()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, isChanged);
    QCOMPARE(isChangedBySpreadsheets(text), isChanged);
    Writer writer(Format::Spreadsheet, {{Field::ServiceType}}, now);
    Row row;
    row.text(Field::ServiceType) = text;
    QByteArray out;
    writer.write(out, row, {});
    QByteArray cell = (isChanged ? "'" : "") + text;
    if (text.contains('\r') || text.contains('\n'))
        cell = '"' + cell + '"';
    QCOMPARE(out, cell + "\r\n");
}

void TestRowWriter::spreadsheets()
{
    Row row;
    row.text(Field::ServiceId) = "18446744073709551615";
    row.text(Field::ServiceType) = "a;b,c";
    row.moment(Field::Started) = now - 1000;
    row.number(Field::OpenTasks) = 2;
    Writer writer(Format::Spreadsheet,
                  {{Field::ServiceId},
                   {Field::ServiceType},
                   {Field::Started},
                   {Field::OpenTasks},
                   {Field::Age}},
                  now);
    writer.setSeparator(spreadsheetSeparator(u','));
    QByteArray out;
    writer.begin(out);
    writer.write(out, row, {});
    writer.end(out);
    QCOMPARE(out,
             "\xef\xbb\xbfservice_id;service_type;started;open_tasks;age\r\n"
             "'18446744073709551615;\"a;b,c\";2027-01-15T07:59:59.000Z;2;1\r\n");
    QCOMPARE(spreadsheetSeparator(u'.'), ',');
}

void TestRowWriter::dispositionsKeepTheirType()
{
    const auto written = [](const QByteArray &disposition) {
        const QByteArray json = R"({"completed":{"disposition":)" + disposition + "}}";
        json::Cursor cursor(json);
        Reader reader;
        QByteArray out;
        if (reader.read(cursor))
            Writer(Format::JsonLines, {{Field::Disposition}}, now).write(out, reader.service(), {});
        return out;
    };
    for (const char *spelled : {"10", "\"10\"", "1.0e1", "-1", "\"SUCCESS\"", "null"})
        QCOMPARE(written(spelled), QByteArray("{\"disposition\":") + spelled + "}\n");
}

void TestRowWriter::markdownHidesNothing()
{
    Row row;
    row.text(Field::ServiceType) = "\x1b[31m|\xe2\x80\xae\n\xc3\xa4";
    Writer writer(Format::Markdown, {{Field::ServiceType}}, now);
    QByteArray out;
    writer.write(out, row, {});
    QCOMPARE(QString::fromUtf8(out), u"| ⟨U+001B⟩\\[31m\\|⟨U+202E⟩ ä |\n"_s);
}

void TestRowWriter::durations_data()
{
    QTest::addColumn<qint64>("since"); // seconds
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QByteArray>("markdown");
    // expected to take an hour, completed by the server after a day
    QTest::newRow("in time") << qint64(1920) << QByteArray("1920,,3600,84480")
                             << QByteArray("32 min |  | 1 h | 23 h 28 min");
    QTest::newRow("overdue") << qint64(41 * 86400 + 6 * 3600)
                             << QByteArray("3564000,3560400,3600,-3477600")
                             << QByteArray("41 d 6 h | 41 d 5 h | 1 h | due");
    QTest::newRow("in the future")
        << qint64(-300) << QByteArray("-300,,3600,86700") << QByteArray("in 5 min |  | 1 h | 1 d");
}

// Seconds for programs; words for people, as where they are shown.
void TestRowWriter::durations()
{
    QFETCH(const qint64, since);
    Row row;
    row.moment(Field::Started) = row.moment(Field::LastEvent) = now - since * 1000;
    row.number(Field::Expected) = 3600;
    row.number(Field::AutoCompleteAfter) = 86400;
    const auto written = [&row](Format format) {
        Writer writer(format,
                      {{Field::Age}, {Field::Overdue}, {Field::Expected}, {Field::AutoCompletesIn}},
                      now);
        QByteArray out;
        writer.write(out, row, {});
        return out;
    };
    QFETCH(const QByteArray, csv);
    QFETCH(const QByteArray, markdown);
    QCOMPARE(written(Format::Csv), csv + "\r\n");
    QCOMPARE(written(Format::Markdown), "| " + markdown + " |\n");
}

void TestRowWriter::writesNothing()
{
    QCOMPARE(written(Format::Json, {}), "[]\n");
    QCOMPARE(written(Format::JsonLines, {}), "");
    QCOMPARE(written(Format::Csv, {}),
             "service_id,service_type,started,open_tasks,age,status,attached_data\r\n");
}

QTEST_APPLESS_MAIN(TestRowWriter)

#include "tst_rowwriter.moc"
