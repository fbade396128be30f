// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "support/rawserver.h"
#include "ui/find/exportbar.h"
#include "ui/widgets/notice.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;
using closeout::test::RawServer;
using rows::Field;

class TestExporting : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void writesWhatIsShown();
    void writesWhatIsSelected();
    void contactKeysAreNotLost();
    void tellsWhyNot();
    void fullDiskIsTold();
    void nameWithoutFormatIsTold();
    void cancelLeavesTheOldFile();
    void goesOnWithoutTheBar();

private:
    QAction *action(const QString &text) const;
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QByteArray contents(const QString &name) const;
    QString said() const { return m_bar->findChild<Notice *>()->words(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<client::Transport> m_transport;
    std::unique_ptr<client::ContextServices> m_services;
    std::unique_ptr<Finding> m_finding;
    std::unique_ptr<ExportBar> m_bar;
};

void TestExporting::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<RawServer>();
    m_server->answerAll(RawServer::answer("200 OK", R"([
        {"service_id":1,"service_type":"Bill","started":{"timestamp":"2020-11-01T08:00:00.000Z"}},
        {"service_id":"18446744073709551616","service_type":"Call","Note":1.10,
         "started":{"timestamp":"2020-11-02T08:00:00.000Z"}},
        {"service_id":3,"service_type":"Bill","started":{"timestamp":"2020-11-03T08:00:00.000Z"}}
        ])"));
    client::Connection connection;
    connection.baseUrl = m_server->url();
    connection.timeout = std::chrono::seconds(10);
    m_transport = std::make_unique<client::Transport>(connection);
    m_services = std::make_unique<client::ContextServices>(*m_transport);
    m_finding = std::make_unique<Finding>();
    m_bar = std::make_unique<ExportBar>(*m_finding, [] {
        return ExportBar::Look{rows::Subject::Service,
                               {{Field::ServiceId},
                                {Field::ServiceType},
                                {Field::Data, rows::DataPath({u"Note"_s})}}};
    });
    m_finding->listing.setServices(m_services.get());
    m_finding->listing.load();
    QTRY_COMPARE(m_finding->services.count(), 3U);
}

void TestExporting::cleanup()
{
    m_bar.reset();
    m_finding.reset();
    m_services.reset();
    m_transport.reset();
    m_server.reset();
}

QAction *TestExporting::action(const QString &text) const
{
    for (QAction *each : m_bar->menuActions()) {
        if (each->iconText() == text)
            return each;
    }
    return nullptr;
}

QByteArray TestExporting::contents(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

void TestExporting::writesWhatIsShown()
{
    m_bar->exportTo(path(u"all.csv"_s), ExportBar::Choice::Shown, rows::Format::Csv);
    QVERIFY(m_finding->exporting.isRunning());
    QVERIFY(!action(u"Export Shown…"_s)->isEnabled());
    QVERIFY(action(u"Cancel Export"_s)->isEnabled());
    QTRY_COMPARE(m_finding->exporting.state(), Exporting::State::Done);
    QCOMPARE(contents(u"all.csv"_s),
             QByteArray("service_id,service_type,data.Note\r\n1,Bill,\r\n"
                        "18446744073709551616,Call,1.10\r\n3,Bill,\r\n"));
    QCOMPARE(said(), u"3 row(s) were exported %1: CSV for programs"_s.arg(path(u"all.csv"_s)));
    m_bar->exportTo(path(u"sheet.csv"_s), ExportBar::Choice::Shown, rows::Format::Spreadsheet);
    QTRY_COMPARE(m_finding->exporting.state(), Exporting::State::Done);
    QVERIFY(contents(u"sheet.csv"_s).startsWith("\xef\xbb\xbfservice_id"));
    QVERIFY(contents(u"sheet.csv"_s).contains("\r\n'18446744073709551616"));
    QVERIFY(said().endsWith(u"sheet.csv: CSV for spreadsheets"));
    m_finding->services.setFilterText(u"type:bill"_s);
    m_finding->services.setSortKey({Field::ServiceId, true, {}});
    QTRY_COMPARE(m_finding->services.count(), 2U);
    m_bar->exportTo(path(u"bills.jsonl"_s), ExportBar::Choice::Shown, rows::Format::Csv);
    QTRY_COMPARE(m_finding->exporting.state(), Exporting::State::Done);
    QCOMPARE(contents(u"bills.jsonl"_s),
             QByteArray(R"({"service_id":"3","service_type":"Bill","data.Note":null})"
                        "\n"
                        R"({"service_id":"1","service_type":"Bill","data.Note":null})"
                        "\n"));
}

void TestExporting::writesWhatIsSelected()
{
    m_finding->selectedServices.setSelected(0, true);
    m_finding->selectedServices.setSelected(1, true);
    m_finding->services.setFilterText(u"type:call"_s);
    QTRY_COMPARE(m_finding->services.count(), 1U);
    QVERIFY(action(u"Export Selected…"_s)->isEnabled());
    m_bar->exportTo(path(u"some.md"_s), ExportBar::Choice::Selected, rows::Format::Csv);
    QTRY_COMPARE(m_finding->exporting.state(), Exporting::State::Done);
    QCOMPARE(contents(u"some.md"_s),
             QByteArray("| Service | Type | Note |\n| --- | --- | --- |\n"
                        "| 18446744073709551616 | Call | 1.10 |\n| 1 | Bill |  |\n"));
}

// The list shows it in place of a customer that is not known.
void TestExporting::contactKeysAreNotLost()
{
    const auto columns = [this](const QList<rows::Column> &shown) {
        return exportOfShown(m_finding->services, shown).columns;
    };
    const rows::Column customer{Field::CustomerId};
    const rows::Column key{Field::ContactKey};
    const rows::Column age{Field::Age};
    QCOMPARE(columns({customer, age}), (QList<rows::Column>{customer, key, age}));
    QCOMPARE(columns({key, age, customer}), (QList<rows::Column>{key, age, customer}));
    QCOMPARE(columns({age}), QList<rows::Column>{age});
}

void TestExporting::tellsWhyNot()
{
    QVERIFY(action(u"Export Shown…"_s)->isEnabled());
    QVERIFY(!action(u"Export Selected…"_s)->isEnabled());
    QVERIFY(action(u"Export Selected…"_s)->toolTip().contains(u"Nothing is selected."));
    QVERIFY(!action(u"Cancel Export"_s)->isEnabled());
    m_finding->listing.setServices(nullptr);
    QTRY_VERIFY(!action(u"Export Shown…"_s)->isEnabled());
}

void TestExporting::fullDiskIsTold()
{
    find::RowExport job = exportOfShown(m_finding->services, {{Field::ServiceId}});
    job.path = u"/dev/full"_s;
    m_finding->exporting.start(job);
    QTRY_COMPARE(m_finding->exporting.state(), Exporting::State::Failed);
    QCOMPARE(said(),
             u"Nothing was exported /dev/full cannot be written: No space left on device."_s);
}

void TestExporting::nameWithoutFormatIsTold()
{
    m_bar->exportTo(path(u"rows.xlsx"_s), ExportBar::Choice::Shown, rows::Format::Csv);
    QVERIFY(said().contains(u"Give it a name that ends in .csv, .json, .jsonl or .md."));
    QCOMPARE(contents(u"rows.xlsx"_s), QByteArray("no file"));
}

void TestExporting::cancelLeavesTheOldFile()
{
    QFile old(path(u"rows.csv"_s));
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    find::RowExport job = exportOfShown(m_finding->services, {{Field::ServiceId}});
    job.rows.assign(20'000'000, 0); // more than is written before the next line
    job.path = old.fileName();
    m_finding->exporting.start(std::move(job));
    action(u"Cancel Export"_s)->trigger();
    QTRY_COMPARE(m_finding->exporting.state(), Exporting::State::Cancelled);
    QCOMPARE(contents(u"rows.csv"_s), QByteArray("old"));
    QVERIFY(said().contains(u"The export was cancelled"));
    m_finding->exporting.dismiss();
    QVERIFY(m_bar->findChild<Notice *>()->isClear());
}

// The window may be made anew, in another language.
void TestExporting::goesOnWithoutTheBar()
{
    m_bar->exportTo(path(u"all.csv"_s), ExportBar::Choice::Shown, rows::Format::Csv);
    m_bar = std::make_unique<ExportBar>(*m_finding, [] { return ExportBar::Look{}; });
    QTRY_VERIFY(said().startsWith(u"3 row(s) were exported"));
}

QTEST_MAIN(TestExporting)
#include "tst_exporting.moc"
