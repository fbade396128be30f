// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "foundplace.h"
#include "ui/find/table/filterfield.h"

#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QTextBrowser>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;
using namespace closeout::ui;
using closeout::test::FoundPlace;

class TestFilterField : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void whatIsRestoredCanBeCleared();
    void whatIsTypedIsTheFilter();
    void takesWhatOthersSay();
    void errorIsSaidAndUnderlined();
    void whatCannotBeJudgedIsSaid();
    void composingIsNotDisturbed();
    void completionIsAcceptedByKeyboard_data();
    void completionIsAcceptedByKeyboard();
    void tabTakesTheFirstProposal();
    void completionCanBeAskedForAndLeft();
    void escapeClears();
    void downLeadsIntoTheList();
    void helpIsBesideTheWork();
    void escapeLeavesTheHelp();

private:
    void type(const QString &text);
    QLabel *errorLabel() const;
    QStringList offered() const;
    int underlined() const;
    FoundPlace &place() { return *m_place; }
    ShownRows &shown() { return m_place->finding.services; }

    std::unique_ptr<FoundPlace> m_place;
    std::unique_ptr<FilterField> m_field;
    QLineEdit *m_edit = nullptr;
    QListWidget *m_list = nullptr;
};

void TestFilterField::init()
{
    m_place = std::make_unique<FoundPlace>();
    place().list(R"([{"service_id":1,"service_type":"Bill Payment","media_type":"voice"},
        {"service_id":2,"service_type":"Bill Payment"},{"service_id":3,"service_type":"Offer"}])");
    QVERIFY(place().load());
    m_field = std::make_unique<FilterField>(shown());
    m_edit = m_field->edit();
    m_list = m_field->findChild<QListWidget *>();
    m_field->resize(500, 60);
    m_field->show();
    QVERIFY(QTest::qWaitForWindowActive(m_field.get()));
    m_field->focusEdit();
    QVERIFY(m_edit->hasFocus());
}

void TestFilterField::cleanup()
{
    m_field.reset();
    m_place.reset();
}

void TestFilterField::type(const QString &text)
{
    QTest::keyClicks(m_edit, text);
}

QLabel *TestFilterField::errorLabel() const
{
    for (auto *label : m_field->findChildren<QLabel *>()) {
        if (label->buddy() == nullptr)
            return label;
    }
    return nullptr;
}

QStringList TestFilterField::offered() const
{
    QStringList texts;
    for (int row = 0; row < m_list->count(); ++row)
        texts.append(m_list->item(row)->text());
    return texts;
}

// Pixels inside the field that are red, as what is wrong is.
int TestFilterField::underlined() const
{
    const QImage image = m_edit->grab(m_edit->rect().adjusted(5, 5, -5, -4)).toImage();
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            count += colour.red() - std::max(colour.green(), colour.blue()) > 40;
        }
    }
    return count;
}

void TestFilterField::whatIsRestoredCanBeCleared()
{
    const auto *clear = m_edit->findChild<QAction *>(u"_q_qlineeditclearaction"_s);
    QVERIFY(clear);
    const QObject *button = nullptr;
    for (const auto *each : m_edit->findChildren<QToolButton *>()) {
        if (each->defaultAction() == clear)
            button = each;
    }
    QVERIFY(button);
    QCOMPARE(button->property("opacity").toReal(), 0.0);
    shown().setFilterText(u"82"_s); // by a program
    QTRY_COMPARE(button->property("opacity").toReal(), 1.0);
}

void TestFilterField::whatIsTypedIsTheFilter()
{
    QCOMPARE(m_edit->accessibleName(), u"Filter"_s);
    type(u"offer"_s);
    QCOMPARE(shown().filterText(), u"offer"_s);
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(), QStringList{u"3"_s});
    m_edit->setText(u"payment"_s); // as dictation does
    QCOMPARE(shown().filterText(), u"payment"_s);
    for (auto *button : m_edit->findChildren<QToolButton *>()) {
        if (button->defaultAction() && button->defaultAction()->text() == "Clear"_L1)
            button->click();
    }
    QCOMPARE(shown().filterText(), QString());
}

void TestFilterField::takesWhatOthersSay()
{
    shown().setFilterText(u"age>4h"_s);
    QCOMPARE(m_edit->text(), u"age>4h"_s);
    const FilterField another(shown()); // in another language
    QCOMPARE(another.edit()->text(), u"age>4h"_s);
    type(u" offer"_s);
    QCOMPARE(another.edit()->text(), u"age>4h offer"_s);
}

void TestFilterField::errorIsSaidAndUnderlined()
{
    const QLabel *label = errorLabel();
    QVERIFY(!label->isVisible());
    type(u"offer agee>4h"_s);
    QVERIFY(shown().error().has_value());
    QVERIFY(label->isVisible());
    QCOMPARE(label->text(), shown().error()->message);
    QCOMPARE(m_edit->accessibleDescription(), shown().error()->message);
    QCOMPARE(m_edit->property("problem").toBool(), true);
    QCOMPARE(m_edit->text().mid(shown().error()->at, shown().error()->length), u"agee"_s);
    QVERIFY(underlined() > 20); // pixels below the word
    shown().setFilterText(u"offer"_s);
    QVERIFY(!label->isVisible());
    QCOMPARE(m_edit->accessibleDescription(), QString());
    QCOMPARE(m_edit->property("problem").toBool(), false);
    QCOMPARE(underlined(), 0);
}

void TestFilterField::whatCannotBeJudgedIsSaid()
{
    QVERIFY(!errorLabel()->isVisible());
    type(u"stuck:nosuch"_s);
    QVERIFY(place().settle());
    QVERIFY(!shown().error());
    QVERIFY(!shown().shown()->problem.isEmpty());
    QCOMPARE(errorLabel()->text(), shown().shown()->problem);
    QVERIFY(errorLabel()->isVisible());
}

// What is being composed with an input method is not in the text yet.
void TestFilterField::composingIsNotDisturbed()
{
    type(u"offer"_s);
    QVERIFY(place().settle());
    QApplication::setCursorFlashTime(0);
    QInputMethodEvent composing(u"に"_s, {});
    QCoreApplication::sendEvent(m_edit, &composing);
    QCOMPARE(m_edit->inputMethodQuery(Qt::ImCursorPosition).toInt(), 5);
    const QRect words(0, 0, 200, m_edit->height()); // the button that clears them comes slowly
    const QImage before = m_edit->grab(words).toImage();
    QVERIFY(place().refresh()); // shows its state anew
    QVERIFY(m_edit->grab(words).toImage() == before);
    QInputMethodEvent done;
    done.setCommitString(u"日"_s);
    QCoreApplication::sendEvent(m_edit, &done);
    QCOMPARE(m_edit->text(), u"offer日"_s);
}

void TestFilterField::completionIsAcceptedByKeyboard_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Return") << Qt::Key_Return;
    QTest::newRow("Tab") << Qt::Key_Tab;
}

void TestFilterField::completionIsAcceptedByKeyboard()
{
    QFETCH(const Qt::Key, key);
    type(u"type:"_s);
    QTRY_VERIFY(m_list->isVisible());
    QTRY_COMPARE(offered().value(0), u"\"Bill Payment\" (2)"_s);
    QVERIFY(m_edit->hasFocus());
    QTest::keyClick(m_edit, Qt::Key_Down);
    QCOMPARE(m_list->currentRow(), 0);
    QTest::keyClick(m_edit, Qt::Key_Down);
    QCOMPARE(m_list->currentRow(), 1);
    QTest::keyClick(m_edit, Qt::Key_Up);
    QTest::keyClick(m_edit, key);
    QCOMPARE(m_edit->text(), u"type:\"Bill Payment\""_s);
    QCOMPARE(shown().filterText(), m_edit->text());
    QCOMPARE(m_edit->cursorPosition(), m_edit->text().size());
    QVERIFY(m_edit->hasFocus());
    QTRY_VERIFY(!m_list->isVisible());
    QVERIFY(m_edit->isUndoAvailable()); // as of anything that is typed
}

// As the list of keys says: there is nothing else that it could mean.
void TestFilterField::tabTakesTheFirstProposal()
{
    type(u"custo"_s);
    QTRY_VERIFY(m_list->isVisible());
    QCOMPARE(m_list->currentRow(), -1);
    const QString first = offered().value(0);
    QTest::keyClick(m_edit, Qt::Key_Tab);
    QVERIFY2(first.startsWith(m_edit->text()) && m_edit->text() != u"custo"_s, qPrintable(first));
    QVERIFY(m_edit->hasFocus());
    QTRY_VERIFY(!m_list->isVisible());
    QTest::keyClick(m_edit, Qt::Key_Tab); // nothing is proposed any more
    QVERIFY(!m_edit->hasFocus());
}

void TestFilterField::completionCanBeAskedForAndLeft()
{
    QTest::keyClick(m_edit, Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY(m_list->isVisible());
    QVERIFY(offered().size() > 5);
    QTest::keyClick(m_edit, Qt::Key_Escape);
    QVERIFY(!m_list->isVisible());
    type(u"ty"_s);
    QTRY_VERIFY(m_list->isVisible());
    QTest::keyClick(m_edit, Qt::Key_Return); // none is chosen: what is typed is meant
    QCOMPARE(m_edit->text(), u"ty"_s);
    QTest::keyClick(m_edit, Qt::Key_Escape);
    QCOMPARE(m_edit->text(), u"ty"_s); // the list first
    type(u" ty"_s);
    QTRY_VERIFY(m_list->isVisible());
    type(u" "_s); // what comes next is not asked for yet
    QVERIFY(!m_list->isVisible());
    m_edit->setText(u"type"_s);
    QTest::keyClick(m_edit, Qt::Key_Space, Qt::ControlModifier);
    m_edit->clearFocus();
    QVERIFY(place().settle());
    QVERIFY(!m_list->isVisible());
}

void TestFilterField::escapeClears()
{
    m_edit->setText(u"offer"_s);
    QVERIFY(place().settle());
    QTest::keyClick(m_edit, Qt::Key_Escape);
    QCOMPARE(m_edit->text(), QString());
    QVERIFY(place().settle());
    QCOMPARE(shown().count(), 3U);
}

void TestFilterField::downLeadsIntoTheList()
{
    QSignalSpy down(m_field.get(), &FilterField::downPressed);
    QTest::keyClick(m_edit, Qt::Key_Down);
    QCOMPARE(down.size(), 1);
}

void TestFilterField::escapeLeavesTheHelp()
{
    auto *button = m_field->findChild<QToolButton *>(QString(), Qt::FindDirectChildrenOnly);
    type(u"age"_s);
    button->setFocus();
    button->click();
    QPointer<QTextBrowser> help = m_field->findChild<QTextBrowser *>();
    QVERIFY(help && QTest::qWaitForWindowActive(help->window()));
    QTest::keyClick(help, Qt::Key_Escape);
    QTRY_VERIFY(!help);
    QTRY_VERIFY(m_edit->hasFocus());
    QCOMPARE(m_edit->text(), u"age"_s); // that Escape was for the help
}

void TestFilterField::helpIsBesideTheWork()
{
    QToolButton *button = nullptr;
    const auto buttons = m_field->findChildren<QToolButton *>();
    for (QToolButton *each : buttons) {
        if (each->text() == "Filter Help"_L1)
            button = each;
    }
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    const auto *help = m_field->findChild<QTextBrowser *>();
    QVERIFY(help && help->isVisible());
    QVERIFY(!help->window()->isModal());
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(help->toPlainText().contains(u"age>4h"));
    type(u"offer"_s); // goes on
    QCOMPARE(shown().filterText(), u"offer"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_field->findChildren<QTextBrowser *>().size(), 1); // the one that is there
}

QTEST_MAIN(TestFilterField)
#include "tst_filterfield.moc"
