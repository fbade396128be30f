// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What the menu of a row offers.

#include "rowspanetest.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>

using namespace Qt::StringLiterals;
using namespace closeout::ui;
using closeout::rows::Field;

class TestRowMenu : public closeout::test::RowsPaneTest
{
    Q_OBJECT

private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void nothingWithoutARow();
    void copies();
    void asksForTheValue_data();
    void asksForTheValue();
    void asksForTheCustomer();
    void preparesTheRow();
    void saysThatTheFormIsAboutOne();

private:
    void goTo(int row, Field field);
};

void TestRowMenu::goTo(int row, Field field)
{
    m_table->setCurrentIndex(m_table->model()->index(row, m_pane->model()->columnOf({field})));
}

void TestRowMenu::nothingWithoutARow()
{
    for (const QAction *action : {m_actions->prepare, m_actions->copyId, m_actions->copyCustomer,
                                  m_actions->onlyValue, m_actions->allOfCustomer}) {
        QCOMPARE(whyNot(action), u"Choose a row first."_s);
        QVERIFY(m_table->actions().contains(action));
    }
}

void TestRowMenu::copies()
{
    goTo(2, Field::Age);
    m_actions->copyId->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"3"_s);
    m_actions->copyCustomer->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"gold"_s);
    list(1, 9, R"({"service_id":"anonymous","contact_key":"jane@example.com"})");
    QVERIFY(place().load());
    goTo(9, Field::ServiceId);
    m_actions->copyCustomer->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"jane@example.com"_s);
}

void TestRowMenu::asksForTheValue_data()
{
    QTest::addColumn<Field>("field");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after"); // empty: it cannot be asked for
    QTest::newRow("a word") << Field::CustomerId << QString() << u"customer:tin"_s;
    QTest::newRow("beside others") << Field::CustomerId << u"age>4h"_s << u"age>4h customer:gold"_s;
    QTest::newRow("once") << Field::CustomerId << u"customer:tin"_s << u"customer:tin"_s;
    QTest::newRow("in place of what is wrong")
        << Field::CustomerId << u"tin age>"_s << u"customer:tin"_s;
    QTest::newRow("what is not said") << Field::ServiceType << QString() << u"type:\"\""_s;
    QTest::newRow("a number") << Field::OpenTasks << QString() << u"tasks=0"_s;
    QTest::newRow("why it is stuck") << Field::Stuck << QString() << u"stuck:silent"_s;
    QTest::newRow("an age") << Field::Age << QString() << QString();
}

void TestRowMenu::asksForTheValue()
{
    QFETCH(const Field, field);
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    shown().setFilterText(before);
    QVERIFY(place().settle());
    m_pane->setColumns(usualColumns(closeout::rows::Subject::Service));
    goTo(before.isEmpty() ? 1 : 0, field);
    QCOMPARE(m_actions->onlyValue->isEnabled(), !after.isEmpty());
    m_actions->onlyValue->trigger();
    QCOMPARE(shown().filterText(), after.isEmpty() ? before : after);
    QVERIFY(!shown().error());
    QVERIFY(place().settle());
    QVERIFY(shown().count() > 0);
}

void TestRowMenu::asksForTheCustomer()
{
    shown().setFilterText(u"service:2"_s);
    QVERIFY(place().settle());
    goTo(0, Field::Age);
    m_actions->allOfCustomer->trigger();
    QCOMPARE(shown().filterText(), u"customer:tin"_s);
    QVERIFY(place().settle());
    QCOMPARE(shown().count(), 4U);
}

void TestRowMenu::preparesTheRow()
{
    QSignalSpy chosen(m_pane.get(), &RowsPane::chosen);
    QSignalSpy entered(m_pane.get(), &RowsPane::entered);
    goTo(1, Field::Age);
    m_actions->prepare->trigger();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(entered.size(), 1);
    QTest::keyClick(m_table, Qt::Key_Return); // does the same
    QCOMPARE(entered.size(), 2);
}

void TestRowMenu::saysThatTheFormIsAboutOne()
{
    goTo(1, Field::Age);
    selection().setSelected(m_pane->model()->rowNumber(1), true);
    QVERIFY(says(u"1 selected"_s)); // it is that one
    selection().setSelected(m_pane->model()->rowNumber(2), true);
    QVERIFY(says(u"2 selected. The form completes the current row alone."_s));
}

QTEST_MAIN(TestRowMenu)
#include "tst_rowdeeds.moc"
