// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/look/appearance.h"
#include "ui/widgets/look/theme.h"

#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>

using namespace closeout::ui;

class TestAppearance : public QObject
{
    Q_OBJECT

private slots:
    void fieldsFollowTheTheme_data();
    void fieldsFollowTheTheme();
};

void TestAppearance::fieldsFollowTheTheme_data()
{
    QTest::addColumn<Appearance::Choice>("choice");
    QTest::newRow("light") << Appearance::Choice::Light;
    QTest::newRow("dark") << Appearance::Choice::Dark;
    QTest::newRow("high contrast") << Appearance::Choice::HighContrast;
}

void TestAppearance::fieldsFollowTheTheme()
{
    QFETCH(const Appearance::Choice, choice);
    QWidget around;
    const QLineEdit line(&around);
    const QPlainTextEdit text(&around);
    const QLabel label(&around);
    Appearance appearance;
    appearance.choose(choice); // what was made before follows, too
    QTRY_COMPARE(label.palette().color(QPalette::PlaceholderText), theme().mutedText);
    for (const QWidget *field :
         {static_cast<const QWidget *>(&line), static_cast<const QWidget *>(&text)}) {
        QCOMPARE(field->palette().color(QPalette::PlaceholderText), theme().placeholder);
        QCOMPARE(field->palette().color(QPalette::Text), theme().text);
        QCOMPARE(field->palette().color(QPalette::Base), theme().surface);
    }
}

QTEST_MAIN(TestAppearance)
#include "tst_appearance.moc"
