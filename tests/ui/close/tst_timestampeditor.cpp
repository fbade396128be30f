// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/draft/draft.h"
#include "ui/close/draft/draftstore.h"
#include "ui/close/form/timestampeditor.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QDateTimeEdit>

using namespace Qt::StringLiterals;
using namespace closeout::ui;

class TestTimestampEditor : public QObject
{
    Q_OBJECT

private slots:
    void takesWhatIsTyped_data();
    void takesWhatIsTyped();
};

void TestTimestampEditor::takesWhatIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QDateTime>("moment");
    const auto row = [](const QString &typed, const QDateTime &moment) {
        QTest::newRow(qPrintable(typed)) << typed << moment;
    };
    const QDateTime whole({2026, 7, 4}, {11, 12, 13, 14}, Qt::UTC);
    row(u"2026-07-04 11:12:13.014"_s, whole);
    row(u"2026-07-04T11:12:13.014"_s, whole);
    row(u"20260704111213014"_s, whole);
    row(u"2026-03-29 14:05:06.007"_s, QDateTime({2026, 3, 29}, {14, 5, 6, 7}, Qt::UTC));
}

void TestTimestampEditor::takesWhatIsTyped()
{
    QFETCH(const QString, typed);
    QFETCH(const QDateTime, moment);
    const QTemporaryDir folder;
    DraftStore store(folder.path());
    Draft draft(store);
    draft.setStamp(Stamp::Chosen);
    draft.setChosenMoment(QDateTime({2025, 1, 1}, {0, 0}, Qt::UTC));
    TimestampEditor editor(draft);
    editor.refresh();
    editor.show();
    auto *edit = editor.findChild<QDateTimeEdit *>();
    edit->setFocus();
    edit->setSelectedSection(QDateTimeEdit::YearSection);
    QTest::keyClicks(edit, typed);
    QCOMPARE(edit->dateTime(), moment);
    QCOMPARE(draft.chosenMoment(), moment);
}

QTEST_MAIN(TestTimestampEditor)
#include "tst_timestampeditor.moc"
