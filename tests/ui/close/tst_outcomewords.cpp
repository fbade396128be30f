// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/sending/outcomewords.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;
using close::ItemReport;
using journal::Outcome;

class TestOutcomeWords : public QObject
{
    Q_OBJECT

private slots:
    void saysHowItEnded_data();
    void saysHowItEnded();
    void claimsNoMoreThanTheJournalHas();
};

namespace {

close::Completion completion()
{
    close::Completion completion;
    completion.target.serviceId = u"95"_s;
    return completion;
}

ItemReport reportOf(Outcome outcome, const QString &message, ErrorKind kind, int status)
{
    ItemReport report;
    report.outcome = outcome;
    report.message = message;
    report.kind = kind;
    report.status = status;
    if (status != 0) {
        report.sent = client::Exchange();
        report.sent->status = status;
        report.sent->reason = "Reason";
        report.sent->milliseconds = 38;
        report.sent->answerBody = "body";
    }
    return report;
}

} // namespace

void TestOutcomeWords::saysHowItEnded_data()
{
    QTest::addColumn<ItemReport>("report");
    QTest::addColumn<Status>("status");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QStringList>("words"); // all of which are in the text
    QTest::addColumn<bool>("wantsReading");
    const auto row = [](const char *name, const ItemReport &report, Status status,
                        const QString &headline, const QStringList &words, bool wantsReading) {
        QTest::newRow(name) << report << status << headline << words << wantsReading;
    };
    const auto kind = ErrorKind::InvalidInput;
    row("completed", reportOf(Outcome::Completed, {}, kind, 204), Status::Good,
        u"Completed: service 95"_s, {u"204 Reason"_s, u"38 ms"_s}, false);
    ItemReport settled = reportOf(Outcome::Completed, u"Lost. Shown completed."_s, kind, 0);
    settled.isSettled = true;
    row("settled", settled, Status::Caution,
        u"The answer was lost; reading again shows it completed: service 95"_s,
        {u"Shown completed."_s}, false);
    settled = reportOf(Outcome::Completed, u"Shown completed."_s, kind, 504);
    settled.isSettled = true;
    row("settled after an answer", settled, Status::Caution,
        u"The answer left it open; reading again shows it completed: service 95"_s,
        {u"504 Reason"_s, u"Shown completed."_s}, false);
    row("refused", reportOf(Outcome::Failed, u"No."_s, ErrorKind::Refused, 400), Status::Bad,
        u"Not completed: service 95"_s, {u"No."_s, u"400 Reason"_s}, false);
    row("not reached", reportOf(Outcome::Failed, u"No host."_s, ErrorKind::HostNotFound, 0),
        Status::Bad, u"Not completed: service 95"_s, {u"No host."_s, u"Nothing was sent."_s},
        false);
    row("completed by somebody",
        reportOf(Outcome::Skipped, u"It is completed."_s, ErrorKind::AlreadyCompleted, 0),
        Status::Caution, u"Already completed: service 95"_s,
        {u"It is completed."_s, u"Nothing was sent."_s}, true);
    ItemReport changed = reportOf(Outcome::Held, u"It has changed: /a."_s, ErrorKind::Changed, 0);
    changed.examination.findings.append({close::Verdict::Changed, changed.message, {u"/a"_s}});
    row("changed", changed, Status::Caution, u"Not sent: service 95"_s,
        {u"It has changed: /a."_s, u"Nothing was sent."_s, u"what you typed stays"_s}, true);
    row("no journal",
        reportOf(Outcome::Held, u"Nothing was sent. The disk is full."_s, ErrorKind::Storage, 0),
        Status::Caution, u"Not sent: service 95"_s, {u"The disk is full."_s}, false);
    row("unknown", reportOf(Outcome::Unknown, u"Nobody can say."_s, ErrorKind::ConnectionLost, 0),
        Status::Unknown, u"Unknown outcome: service 95"_s,
        {u"Nobody can say."_s, u"Read it again"_s}, true);
}

void TestOutcomeWords::saysHowItEnded()
{
    QFETCH(ItemReport, report);
    QFETCH(QStringList, words);
    const OutcomeWords said = wordsFor(completion(), report, QDateTime::currentDateTimeUtc());
    QTEST(said.status, "status");
    QTEST(said.headline, "headline");
    QTEST(said.wantsReading, "wantsReading");
    if (report.outcome == Outcome::Unknown) // which a long message must not push out of sight
        QVERIFY2(said.text.startsWith(u"Read it again"_s), qPrintable(said.text));
    for (const QString &word : std::as_const(words))
        QVERIFY2(said.text.contains(word), qPrintable(said.text));
    QCOMPARE(said.text.count(u"Nothing was sent."),
             words.contains(u"Nothing was sent."_s) || report.kind == ErrorKind::Storage ? 1 : 0);
    QVERIFY(said.journalHeadline.isEmpty());
}

void TestOutcomeWords::claimsNoMoreThanTheJournalHas()
{
    ItemReport report = reportOf(Outcome::Completed, {}, ErrorKind::InvalidInput, 204);
    report.journalProblem = u"The disk is full."_s;
    OutcomeWords said = wordsFor(completion(), report, QDateTime::currentDateTimeUtc());
    QVERIFY(said.journalHeadline.contains(u"kept beside"));
    report.isOutcomeRecorded = false;
    said = wordsFor(completion(), report, QDateTime::currentDateTimeUtc());
    QVERIFY(said.journalText.contains(u"unknown"));
    QVERIFY(said.journalText.contains(u"The disk is full."));
}

QTEST_GUILESS_MAIN(TestOutcomeWords)

#include "tst_outcomewords.moc"
