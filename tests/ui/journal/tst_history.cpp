// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "entries.h"

#include "ui/journal/history.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using journal::Journal;
using journal::Outcome;
using ui::History;
using State = ui::History::State;

class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void missingFileIsEmptyAndStaysMissing();
    void readsWhatWasWritten();
    void readsTheNewestOnly();
    void askedTwiceShowsTheLatest();
    void unreadableFileIsToldAndMended();

private:
    QString path() const { return m_folder->filePath(u"journal.sqlite"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestHistory::missingFileIsEmptyAndStaysMissing()
{
    History history(path());
    QSignalSpy changed(&history, &History::changed);
    history.refresh();
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(history.state(), State::Empty);
    QVERIFY(!QFile::exists(path()));
}

void TestHistory::readsWhatWasWritten()
{
    const auto journal = Journal::open(path());
    QVERIFY(journal);
    QVERIFY(test::record(**journal, test::intentionFor(u"95"_s), 204, Outcome::Completed) > 0);
    History history(path());
    history.refresh();
    QTRY_COMPARE(history.state(), State::Ready);
    QCOMPARE(history.model()->rowCount(), 1);
    QCOMPARE(history.model()->entryAt(0)->exchanges.size(), 2);
}

void TestHistory::readsTheNewestOnly()
{
    const auto journal = Journal::open(path());
    QVERIFY(journal);
    const auto check = test::exchangeOf(journal::ExchangeRecord::Purpose::Check, 200);
    for (int i = 0; i < History::limit() + 3; ++i)
        QVERIFY(test::intend(**journal, test::intentionFor(QString::number(i)), check) > 0);
    History history(path());
    history.refresh();
    QTRY_COMPARE(history.state(), State::Ready);
    QCOMPARE(history.model()->rowCount(), History::limit());
    QCOMPARE(history.model()->entryAt(0)->intention.target.serviceId,
             QString::number(History::limit() + 2));
}

void TestHistory::askedTwiceShowsTheLatest()
{
    const auto journal = Journal::open(path());
    QVERIFY(journal);
    History history(path());
    history.refresh();
    QVERIFY(test::record(**journal, test::intentionFor(u"95"_s), 204, Outcome::Completed) > 0);
    history.refresh();
    QTRY_COMPARE(history.model()->rowCount(), 1);
}

void TestHistory::unreadableFileIsToldAndMended()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(4096, 'x'));
    file.close();
    History history(path());
    history.refresh();
    QTRY_COMPARE(history.state(), State::Failed);
    QCOMPARE(history.error()->kind, ErrorKind::Storage);
    QVERIFY(history.error()->message.contains(path()));
    QVERIFY(history.writeError());
    QVERIFY(file.remove());
    history.refresh();
    QTRY_COMPARE(history.state(), State::Empty);
    QVERIFY(!history.error());
    QVERIFY(!history.writeError());
}

QTEST_GUILESS_MAIN(TestHistory)

#include "tst_history.moc"
