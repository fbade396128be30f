// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "entries.h"

#include "ui/journal/journalmodel.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using journal::Journal;
using journal::Outcome;
using ui::JournalModel;

namespace {

// Without the time, which is local.
QStringList printed(const JournalModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 1; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        lines.append(cells.join(u" | "_s));
    }
    return lines;
}

} // namespace

class TestJournalModel : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void showsTheNewestFirst();
    void growsWithoutLosingRows();
    void forgetsTheOldest();
    void anotherJournalIsAnotherList();
    void entryWithoutOutcomeIsUnknown();
    void toolTipsAreNoRichText();
    void statusIsIconAndWord();

private:
    QList<journal::Entry> entries(int count = 200) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Journal> m_journal;
};

void TestJournalModel::init()
{
    m_journal.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto journal = Journal::open(m_folder->filePath(u"journal.sqlite"_s));
    QVERIFY(journal);
    m_journal = std::move(*journal);
}

QList<journal::Entry> TestJournalModel::entries(int count) const
{
    return test::entriesOf(m_folder->filePath(u"journal.sqlite"_s), count);
}

void TestJournalModel::showsTheNewestFirst()
{
    JournalModel model;
    const QAbstractItemModelTester tester(&model);
    QVERIFY(test::record(*m_journal, test::intentionFor(u"36981723"_s), 204, Outcome::Completed)
            > 0);
    QVERIFY(test::record(*m_journal, test::intentionFor(u"95"_s, u"3"_s), 409, Outcome::Failed)
            > 0);
    model.setEntries(entries());
    QCOMPARE(printed(model),
             QStringList(
                 {u"Staging | POST …/95/tasks/3/end | Task 3 of service 95 | 409 | 38 | Failed | "
                  "The server said 409."_s,
                  u"Staging | POST …/36981723/end | Service 36981723 | 204 | 38 | Completed | "
                  "The server said 204."_s}));
    QCOMPARE(model.entryAt(0)->intention.target.serviceId, u"95"_s);
    QVERIFY(!model.entryAt(2));
    QVERIFY(!model.entryAt(-1));
}

void TestJournalModel::growsWithoutLosingRows()
{
    JournalModel model;
    const QAbstractItemModelTester tester(&model);
    const journal::EntryId first = test::record(*m_journal, test::intentionFor(u"1"_s), 204,
                                                std::nullopt);
    model.setEntries(entries());
    const QPersistentModelIndex row(model.index(0, JournalModel::OutcomeColumn));
    QCOMPARE(row.data().toString(), u"Unknown"_s);

    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QVERIFY(
        m_journal->recordOutcome(first,
                                 {QDateTime::currentDateTimeUtc(), Outcome::Completed, 204, {}}));
    QVERIFY(test::record(*m_journal, test::intentionFor(u"2"_s), 204, Outcome::Completed) > 0);
    QVERIFY(test::record(*m_journal, test::intentionFor(u"3"_s), 204, Outcome::Completed) > 0);
    model.setEntries(entries());
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(row.row(), 2);
    QCOMPARE(row.data().toString(), u"Completed"_s);
    QCOMPARE(row.data(JournalModel::EntryIdRole).toLongLong(), first);
}

void TestJournalModel::forgetsTheOldest()
{
    JournalModel model;
    const QAbstractItemModelTester tester(&model);
    for (const QString &id : {u"1"_s, u"2"_s, u"3"_s})
        QVERIFY(test::record(*m_journal, test::intentionFor(id), 204, Outcome::Completed) > 0);
    model.setEntries(entries(3));
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QVERIFY(test::record(*m_journal, test::intentionFor(u"4"_s), 204, Outcome::Completed) > 0);
    model.setEntries(entries(3));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.entryAt(0)->intention.target.serviceId, u"4"_s);
    QCOMPARE(model.entryAt(2)->intention.target.serviceId, u"2"_s);
    model.setEntries(entries(4));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.entryAt(3)->intention.target.serviceId, u"1"_s);
}

void TestJournalModel::anotherJournalIsAnotherList()
{
    JournalModel model;
    const QAbstractItemModelTester tester(&model);
    QVERIFY(test::record(*m_journal, test::intentionFor(u"1"_s), 204, Outcome::Completed) > 0);
    QVERIFY(test::record(*m_journal, test::intentionFor(u"2"_s), 204, Outcome::Completed) > 0);
    model.setEntries(entries());
    model.setEntries(entries().sliced(0, 1));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.entryAt(0)->intention.target.serviceId, u"1"_s);
    model.setEntries({});
    QCOMPARE(model.rowCount(), 0);
}

void TestJournalModel::entryWithoutOutcomeIsUnknown()
{
    JournalModel model;
    const auto id = test::record(*m_journal, test::intentionFor(u"1"_s), 0, std::nullopt);
    model.setEntries(entries());
    QVERIFY(model.index(0, JournalModel::MessageColumn)
                .data()
                .toString()
                .contains("under way at this moment"_L1));
    m_journal->release(id);
    model.setEntries(entries());
    QCOMPARE(model.index(0, JournalModel::OutcomeColumn).data().toString(), u"Unknown"_s);
    QCOMPARE(model.index(0, JournalModel::StatusColumn).data().toString(), QString());
    QVERIFY(model.index(0, JournalModel::MessageColumn)
                .data()
                .toString()
                .startsWith("No outcome yet"_L1));
}

void TestJournalModel::toolTipsAreNoRichText()
{
    JournalModel model;
    journal::Entry entry;
    entry.intention = test::intentionFor(u"1"_s);
    entry.recorded = {entry.intention.at, Outcome::Failed, 500, u"<b>big</b> &\nsmall"_s};
    model.setEntries({entry});
    const QModelIndex message = model.index(0, JournalModel::MessageColumn);
    QCOMPARE(message.data().toString(), u"<b>big</b> & small"_s);
    QVERIFY(message.data(Qt::ToolTipRole).toString().contains(u"<\u2060b>big"_s));
}

void TestJournalModel::statusIsIconAndWord()
{
    JournalModel model;
    QVERIFY(test::record(*m_journal, test::intentionFor(u"1"_s), 204, Outcome::Completed) > 0);
    model.setEntries(entries());
    const QModelIndex outcome = model.index(0, JournalModel::OutcomeColumn);
    QVERIFY(!outcome.data(Qt::DecorationRole).value<QIcon>().isNull());
    QVERIFY(!outcome.data().toString().isEmpty());
}

QTEST_MAIN(TestJournalModel)

#include "tst_journalmodel.moc"
