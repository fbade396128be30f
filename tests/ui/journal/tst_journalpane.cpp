// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "entries.h"

#include "ui/journal/exchangeview.h"
#include "ui/journal/history.h"
#include "ui/journal/journalpane.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using journal::Journal;
using journal::Outcome;
using ui::History;
using ui::JournalPane;

class TestJournalPane : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void copiesWhatIsSelected();
    void followsTheNewestUnlessAnotherIsSelected();
    void showsTheRawExchange();
    void isFoldedUntilItHasALine();
    void isNotFoldedBeforeItWasRead();
    void tellsThatItCannotBeRead();
    void tellsThatItCannotBeWritten();
    void keepsItsLayout();

private:
    QString path() const { return m_folder->filePath(u"journal.sqlite"_s); }
    static QAction *named(const JournalPane &pane, const QString &text);

    std::unique_ptr<QTemporaryDir> m_folder;
};

QAction *TestJournalPane::named(const JournalPane &pane, const QString &text)
{
    for (QAction *action : pane.menuActions()) {
        if (action && action->iconText() == text)
            return action;
    }
    return nullptr;
}

void TestJournalPane::copiesWhatIsSelected()
{
    const auto journal = Journal::open(path());
    QVERIFY(journal);
    History history(path());
    JournalPane pane(history);
    QVERIFY(!named(pane, u"Copy as curl"_s)->isEnabled());
    QVERIFY(test::record(**journal, test::intentionFor(u"95"_s), 204, Outcome::Completed) > 0);
    history.refresh();
    QTRY_VERIFY(named(pane, u"Copy as curl"_s)->isEnabled());
    named(pane, u"Copy as curl"_s)->trigger();
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY2(command.startsWith("curl"_L1), qPrintable(command));
    QVERIFY2(command.contains("http://gms:8080/genesys/1/cs/services/95/end"_L1),
             qPrintable(command));
    named(pane, u"Copy Entry"_s)->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains("Service 95\nCompleted\n"_L1));
}

void TestJournalPane::followsTheNewestUnlessAnotherIsSelected()
{
    const auto journal = Journal::open(path());
    QVERIFY(journal);
    History history(path());
    JournalPane pane(history);
    const auto *table = pane.findChild<ui::TableView *>();
    const auto add = [&](int rows) {
        QVERIFY(test::record(**journal, test::intentionFor(u"1"_s), 204, Outcome::Completed) > 0);
        history.refresh();
        QTRY_COMPARE(history.model()->rowCount(), rows);
    };
    add(1);
    add(2);
    QCOMPARE(table->currentIndex().row(), 0);
    table->selectionModel()->setCurrentIndex(table->model()->index(1, 0),
                                             QItemSelectionModel::ClearAndSelect
                                                 | QItemSelectionModel::Rows);
    add(3);
    QCOMPARE(table->currentIndex().row(), 2);
    pane.showNewest();
    QCOMPARE(table->currentIndex().row(), 0);
}

void TestJournalPane::showsTheRawExchange()
{
    const auto journal = Journal::open(path());
    QVERIFY(journal);
    QVERIFY(test::record(**journal, test::intentionFor(u"95"_s), 204, Outcome::Completed) > 0);
    History history(path());
    JournalPane pane(history);
    const auto *view = pane.findChild<ui::ExchangeView *>();
    pane.resize(1000, 100);
    pane.show();
    QVERIFY(view->isHidden());
    const QSignalSpy roomNeeded(&pane, &JournalPane::roomNeeded);
    named(pane, u"Raw Exchange"_s)->trigger();
    QVERIFY(!view->isHidden());
    QCOMPARE(roomNeeded.size(), 1);
    history.refresh();
    QTRY_VERIFY(view->toPlainText().contains("HTTP/1.1 204"_L1));
    QVERIFY(view->toPlainText().contains("Check before sending"_L1));
    QVERIFY(view->textCursor().atStart());
    QVERIFY2(view->width() > 480, qPrintable(QString::number(view->width())));
    pane.resize(1000, 300);
    named(pane, u"Raw Exchange"_s)->trigger();
    named(pane, u"Raw Exchange"_s)->trigger();
    QCOMPARE(roomNeeded.size(), 1); // there is enough
}

void TestJournalPane::isFoldedUntilItHasALine()
{
    History history(path());
    JournalPane pane(history);
    const auto *table = pane.findChild<ui::TableView *>();
    pane.resize(1000, 300);
    pane.show();
    QVERIFY(pane.isFolded());
    QVERIFY2(pane.sizeHint().height() < 60, qPrintable(QString::number(pane.sizeHint().height())));
    QCOMPARE(pane.maximumHeight(), pane.sizeHint().height());
    QVERIFY(!table->isVisible());
    QSignalSpy read(&history, &History::changed);
    history.refresh();
    QTRY_COMPARE(read.size(), 1);
    QVERIFY(pane.isFolded());
    const QSignalSpy unfolded(&pane, &JournalPane::unfolded);
    const auto journal = Journal::open(path());
    QVERIFY(test::record(**journal, test::intentionFor(u"95"_s), 204, Outcome::Completed) > 0);
    history.refresh();
    QTRY_COMPARE(unfolded.size(), 1);
    QVERIFY(!pane.isFolded());
    QVERIFY(table->isVisible());
    QVERIFY(pane.maximumHeight() > 10'000);
}

// What was sent on another day is there: the room is its own from the start.
void TestJournalPane::isNotFoldedBeforeItWasRead()
{
    const auto journal = Journal::open(path());
    QVERIFY(test::record(**journal, test::intentionFor(u"95"_s), 204, Outcome::Completed) > 0);
    History history(path());
    const JournalPane pane(history);
    QVERIFY(!pane.isFolded());
    const QSignalSpy unfolded(&pane, &JournalPane::unfolded);
    history.refresh();
    QTRY_COMPARE(history.model()->rowCount(), 1);
    QVERIFY(!pane.isFolded());
    QCOMPARE(unfolded.size(), 0);
}

void TestJournalPane::tellsThatItCannotBeRead()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(4096, 'x'));
    file.close();
    History history(path());
    const JournalPane pane(history);
    const auto *notice = pane.findChild<ui::Notice *>();
    QVERIFY(notice->isClear());
    history.refresh();
    QTRY_VERIFY(!notice->isClear());
    QVERIFY(notice->words().contains(path()));
}

// Before somebody has filled in a form, and as tall as its words.
void TestJournalPane::tellsThatItCannotBeWritten()
{
    History history(u"/proc/closeout/journal.sqlite"_s); // which takes no file

    JournalPane pane(history);
    const auto *notice = pane.findChild<ui::Notice *>();
    pane.resize(1000, 300);
    pane.show();
    QVERIFY(pane.isFolded());
    history.refresh();
    QTRY_VERIFY(!notice->isClear());
    QVERIFY2(notice->words().contains(u"Nothing can be sent"_s), qPrintable(notice->words()));
    QVERIFY2(notice->words().contains("/proc takes no new file"_L1), qPrintable(notice->words()));
    QVERIFY(!pane.isFolded());
    QVERIFY(pane.maximumHeight() > 10'000);
}

void TestJournalPane::keepsItsLayout()
{
    History history(path());
    JournalPane pane(history);
    named(pane, u"Raw Exchange"_s)->trigger();
    const QByteArray layout = pane.saveLayout();
    JournalPane another(history);
    const QSignalSpy roomNeeded(&another, &JournalPane::roomNeeded);
    another.restoreLayout(layout);
    QCOMPARE(roomNeeded.size(), 0); // nobody asked for it just now
    QVERIFY(named(another, u"Raw Exchange"_s)->isChecked());
    another.restoreLayout("nonsense");
    QVERIFY(named(another, u"Raw Exchange"_s)->isChecked());
}

QTEST_MAIN(TestJournalPane)

#include "tst_journalpane.moc"
