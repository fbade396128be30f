// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "rowspanetest.h"
#include "ui/find/table/sortmenu.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>

using namespace Qt::StringLiterals;
using namespace closeout::ui;
using closeout::filter::SortKey;
using closeout::rows::Field;
using closeout::rows::Subject;
using closeout::test::RowsPaneTest;

class TestRowsPane : public RowsPaneTest
{
    Q_OBJECT

private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void refreshKeepsScrollCurrentRowAndSelection();
    void listThatNobodyScrolledStaysAtItsTop();
    void newFilterIsLookedAtFromItsTop();
    void focusAloneChoosesNothing();
    void focusComesBackWithTheTable();
    void headerSorts();
    void keysSort();
    void keysSelect();
    void shiftClickSelectsARange();
    void onlySelectedOnes();
    void rowThatHasLeftIsFollowedByItsNext();
    void emptiedListIsEnteredAgain();
    void arrowingSurvivesWhatComesMeanwhile();
    void copiesIds();
    void aWrongFilterSelectsNothing();
    void togglingIsAnnounced();
    void theCurrentRowStaysInSight();
    void saysHowManyMatch();
};

using RowNumbers = std::vector<quint32>;

void TestRowsPane::refreshKeepsScrollCurrentRowAndSelection()
{
    list(1, 300);
    QVERIFY(place().refresh());
    m_table->showFrom(100);
    click(103, 2);
    selection().setSelected(7, true);
    QCOMPARE(currentId(), u"104"_s);
    QCOMPARE(m_table->verticalScrollBar()->value(), 100);
    // Older ones come and others go: what is looked at stays where it is.
    list(51, 300, R"({"service_id":1000,"started":{"timestamp":"2020-01-01T00:00:00.000Z"}},
                     {"service_id":8,"started":{"timestamp":"2020-01-01T00:00:00.000Z"}})");
    QVERIFY(place().refresh());
    QVERIFY(place().refresh()); // those that have gone go
    QCOMPARE(place().shownIds().size(), 252);
    QCOMPARE(currentId(), u"104"_s);
    QCOMPARE(m_table->currentIndex().row(), 55);
    QCOMPARE(m_table->verticalScrollBar()->value(), 52);
    QVERIFY(m_table->selectionModel()->isRowSelected(55));
    QCOMPARE(selection().rows(), RowNumbers{7});
    // And without a current row what is at the top.
    m_pane->setCurrentRow({});
    list(101, 300);
    QVERIFY(place().refresh());
    QVERIFY(place().refresh());
    QCOMPARE(m_table->model()
                 ->index(m_table->rowAt(0), 1)
                 .data(RowsModel::ServiceIdRole)
                 .toString(),
             u"101"_s);
}

// While a load brings ever older ones, the oldest are what is seen.
void TestRowsPane::listThatNobodyScrolledStaysAtItsTop()
{
    list(1, 300);
    QVERIFY(place().refresh());
    m_table->verticalScrollBar()->setValue(0);
    m_pane->setCurrentRow({});
    list(1, 300, R"({"service_id":1000,"started":{"timestamp":"2020-01-01T00:00:00.000Z"}})");
    QVERIFY(place().refresh());
    QCOMPARE(place().shownIds().constFirst(), u"1000"_s);
    QCOMPARE(m_table->verticalScrollBar()->value(), 0);
}

// The top of what a new filter finds is what somebody looks for, unless they look at one row.
void TestRowsPane::newFilterIsLookedAtFromItsTop()
{
    list(1, 300);
    QVERIFY(place().refresh());
    QScrollBar *bar = m_table->verticalScrollBar();
    m_table->showFrom(250);
    QCOMPARE(bar->value(), 250);
    shown().setFilterText(u"customer:gold"_s);
    QVERIFY(place().settle());
    QCOMPARE(bar->value(), 0);
    m_table->showFrom(300);
    const int end = bar->value();
    QVERIFY(place().refresh()); // asks for nothing new
    QCOMPARE(bar->value(), end);
    click(end + 1, 2);
    const QString current = currentId();
    const int line = m_table->currentIndex().row() - bar->value();
    shown().setSortKey({Field::ServiceId, false, {}});
    QVERIFY(place().settle());
    QCOMPARE(currentId(), current);
    QCOMPARE(m_table->currentIndex().row() - bar->value(), line);
}

void TestRowsPane::focusAloneChoosesNothing()
{
    QSignalSpy chosen(m_pane.get(), &RowsPane::chosen);
    m_pane->focusFilter();
    place().connectTo(); // as when another environment is chosen
    QVERIFY(place().load());
    m_table->setFocus(Qt::TabFocusReason);
    QCOMPARE(currentId(), QString());
    QVERIFY(!m_table->selectionModel()->hasSelection());
    QVERIFY(!m_pane->isChoosing());
    QTest::keyClick(m_table, Qt::Key_Down);
    QCOMPARE(currentId(), u"1"_s);
    QTRY_COMPARE(chosen.size(), 1);
}

void TestRowsPane::focusComesBackWithTheTable()
{
    QVERIFY(m_table->hasFocus());
    QLabel said(u"Loading"_s);
    m_pane->showInPlace(&said);
    QVERIFY(!m_table->hasFocus());
    m_pane->showInPlace(nullptr);
    QVERIFY(m_table->hasFocus());
    m_pane->showInPlace(&said);
    m_pane->focusFilter(); // somebody has gone elsewhere
    m_pane->showInPlace(nullptr);
    QVERIFY(!m_table->hasFocus());
    m_pane->showInPlace(&said);
    m_pane->focusTable(); // where it will be
    m_pane->showInPlace(nullptr);
    QVERIFY(m_table->hasFocus());
    said.setParent(nullptr);
}

void TestRowsPane::headerSorts()
{
    QHeaderView *header = m_table->horizontalHeader();
    QCOMPARE(header->sortIndicatorSection(), m_pane->model()->columnOf({Field::Age}));
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    QCOMPARE(place().shownIds().constFirst(), u"1"_s);
    click(2, 2);
    selection().setSelected(4, true);
    const int id = m_pane->model()->columnOf({Field::ServiceId});
    const auto clickHeader = [&](int section) {
        const QPoint middle(header->sectionViewportPosition(section) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, middle);
    };
    clickHeader(id);
    QCOMPARE(header->sortIndicatorSection(), id);
    QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
    clickHeader(id);
    QVERIFY(place().settle());
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    QCOMPARE(place().shownIds().constFirst(), u"9"_s);
    QCOMPARE(currentId(), u"3"_s);
    QCOMPARE(selection().rows(), RowNumbers{4});
    clickHeader(RowsModel::SelectedColumn); // is no order
    QCOMPARE(header->sortIndicatorSection(), id);
    QCOMPARE(shown().sortKey().field, Field::ServiceId);
}

void TestRowsPane::keysSort()
{
    const auto choose = [this](const QString &text) {
        m_actions->sort->trigger();
        auto *menu = m_pane->findChild<SortMenu *>();
        QVERIFY(menu->isVisible());
        const QList<QAction *> actions = menu->actions();
        const auto action = std::find_if(actions.begin(), actions.end(), [&text](const QAction *a) {
            return a->iconText() == text;
        });
        QVERIFY(action != actions.end());
        menu->setActiveAction(*action);
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_VERIFY(!m_pane->findChild<SortMenu *>());
    };
    choose(u"Service"_s);
    QCOMPARE(shown().sortKey(), (SortKey{Field::ServiceId, false, {}}));
    QCOMPARE(m_table->horizontalHeader()->sortIndicatorSection(),
             m_pane->model()->columnOf({Field::ServiceId}));
    choose(u"Service"_s);
    QCOMPARE(shown().sortKey(), (SortKey{Field::ServiceId, true, {}}));
    choose(u"Age"_s);
    QCOMPARE(shown().sortKey(), (SortKey{Field::Age, false, {}}));
    choose(u"Descending"_s);
    QCOMPARE(shown().sortKey(), (SortKey{Field::Age, true, {}}));
}

void TestRowsPane::keysSelect()
{
    QSignalSpy chosen(m_pane.get(), &RowsPane::chosen);
    m_table->selectRow(1);
    QTest::keyClick(m_table, Qt::Key_Space);
    QCOMPARE(selection().rows(), RowNumbers{1});
    QTest::keyClick(m_table, Qt::Key_Space);
    QCOMPARE(selection().count(), 0U);
    QTest::keyClick(m_table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(m_table, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(selection().rows(), (RowNumbers{1, 2, 3}));
    QCOMPARE(currentId(), u"4"_s);
    m_table->selectRow(0);
    QTest::keyClick(m_table, Qt::Key_Up, Qt::ShiftModifier); // no further
    QCOMPARE(selection().rows(), (RowNumbers{0, 1, 2, 3}));
    selection().clear();
    shown().setFilterText(u"gold"_s);
    QVERIFY(place().settle());
    QCOMPARE(m_actions->selectAll->iconText(), u"Select All 5 That Match"_s);
    QTest::keyClick(m_table, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(selection().rows(), (RowNumbers{0, 2, 4, 6, 8}));
    QVERIFY(says(u"5 selected. The form completes the current row alone."_s));
    shown().setFilterText(u"tin"_s);
    QVERIFY(place().settle());
    QVERIFY(says(u"5 selected, 5 of them hidden by the filter. "
                 "The form completes the current row alone."_s));
    m_actions->clear->trigger();
    QCOMPARE(selection().count(), 0U);
    QVERIFY(!m_actions->clear->isEnabled());
    QVERIFY(m_actions->clear->toolTip().contains(u"Nothing is selected."));
    // In a field these keys are for its text.
    m_pane->focusFilter();
    auto *edit = m_pane->findChild<QLineEdit *>();
    QVERIFY(edit->hasFocus());
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(edit, Qt::Key_Space);
    QCOMPARE(edit->text(), u" "_s);
    QCOMPARE(selection().count(), 0U);
}

void TestRowsPane::shiftClickSelectsARange()
{
    QSignalSpy chosen(m_pane.get(), &RowsPane::chosen);
    click(1, 0);
    QCOMPARE(selection().rows(), RowNumbers{1});
    click(4, 0, Qt::ShiftModifier);
    QCOMPARE(selection().rows(), (RowNumbers{1, 2, 3, 4}));
    click(4, 0);
    QCOMPARE(selection().rows(), (RowNumbers{1, 2, 3}));
    click(6, 2);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constFirst().constFirst().toUInt(), 6U);
    QCOMPARE(selection().rows(), (RowNumbers{1, 2, 3}));
}

void TestRowsPane::onlySelectedOnes()
{
    QVERIFY(!m_actions->only->isEnabled());
    selection().setSelected(RowNumbers{1, 4}, true);
    shown().setFilterText(u"gold"_s);
    m_actions->only->trigger();
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(), (QStringList{u"2"_s, u"5"_s}));
    QVERIFY(says(u"2 shown, those selected"_s));
    QVERIFY(m_actions->only->isChecked());
    m_actions->clear->trigger();
    QVERIFY(m_actions->only->isEnabled()); // there is a way back
    m_actions->only->trigger();
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds().size(), 5);
    QVERIFY(!m_actions->only->isEnabled());
    // Whoever goes on to type a filter wants what it finds.
    selection().setSelected(RowNumbers{1, 4}, true);
    m_actions->only->trigger();
    shown().setFilterText(u"tin"_s);
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds().size(), 4);
    QVERIFY(!m_actions->only->isChecked());
}

void TestRowsPane::rowThatHasLeftIsFollowedByItsNext()
{
    QSignalSpy chosen(m_pane.get(), &RowsPane::chosen);
    for (const auto &[gone, key, next] :
         {std::tuple(u"3"_s, Qt::Key_Down, u"4"_s), std::tuple(u"9"_s, Qt::Key_Up, u"8"_s)}) {
        m_pane->setCurrentRow(place().finding.listing.rowOf(gone));
        QCOMPARE(currentId(), gone);
        place().finding.listing.forget(gone);
        QTRY_VERIFY(!place().shownIds().contains(gone));
        QCOMPARE(currentId(), QString()); // nobody has chosen another one
        QVERIFY(!m_table->selectionModel()->hasSelection());
        QVERIFY(!m_pane->isChoosing());
        QVERIFY(chosen.isEmpty());
        QTest::keyClick(m_table, key);
        QCOMPARE(currentId(), next);
        QTRY_COMPARE(chosen.size(), 1);
        QCOMPARE(chosen.takeFirst().constFirst().toUInt(), *place().finding.listing.rowOf(next));
    }
}

void TestRowsPane::emptiedListIsEnteredAgain()
{
    m_pane->setCurrentRow(2);
    shown().setFilterText(u"zinc"_s);
    QVERIFY(place().settle());
    QCOMPARE(m_table->model()->rowCount(), 0);
    QTest::keyClick(m_table, Qt::Key_Down);
    m_actions->toggle->trigger();
    QCOMPARE(selection().count(), 0U);
    shown().setFilterText(u"tin"_s); // without the current one
    QVERIFY(place().settle());
    m_pane->focusFilter();
    m_pane->focusTable();
    QCOMPARE(currentId(), QString());
    m_pane->focusFilter();
    QTest::keyClick(m_pane->findChild<QLineEdit *>(), Qt::Key_Down);
    QVERIFY(m_table->hasFocus());
    QVERIFY(!currentId().isEmpty());
    shown().setFilterText(u"zinc"_s);
    QVERIFY(place().settle());
    shown().setFilterText(u"gold"_s);
    QVERIFY(place().settle());
    QTest::keyClick(m_table, Qt::Key_Down);
    QCOMPARE(currentId(), u"1"_s);
}

void TestRowsPane::arrowingSurvivesWhatComesMeanwhile()
{
    QSignalSpy chosen(m_pane.get(), &RowsPane::chosen);
    m_table->selectRow(2);
    QTest::keyClick(m_table, Qt::Key_Down);
    QVERIFY(m_pane->isChoosing());
    list(1, 12);
    place().finding.listing.refresh();
    QTRY_COMPARE(chosen.size(), 1);
    QVERIFY(place().settle());
    QCOMPARE(chosen.constFirst().constFirst().toUInt(), 3U);
    QCOMPARE(currentId(), u"4"_s);
    QCOMPARE(chosen.size(), 1);
}

void TestRowsPane::copiesIds()
{
    m_table->selectRow(2);
    m_actions->copyIds->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"3"_s);
    selection().setSelected(RowNumbers{4, 1}, true);
    m_actions->copyIds->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"2\n5"_s);
    m_pane->setActive(false);
    QGuiApplication::clipboard()->clear();
    m_actions->copyIds->trigger(); // is about other rows
    QCOMPARE(QGuiApplication::clipboard()->text(), QString());
}

void TestRowsPane::aWrongFilterSelectsNothing()
{
    shown().setFilterText(u"tin age>x"_s);
    QVERIFY(place().settle());
    QVERIFY(says(u"4 of 9 match, up to the error"_s));
    QVERIFY(!m_actions->selectAll->isEnabled());
    QVERIFY(m_actions->selectAll->toolTip().contains(u"The filter is wrong"));
    shown().setFilterText(u"age>x"_s);
    QVERIFY(place().settle());
    QVERIFY(says(u"9 shown, not filtered"_s));
    QVERIFY(!m_actions->selectAll->isEnabled());
    shown().setFilterText(u"tin"_s);
    QVERIFY(place().settle());
    QVERIFY(m_actions->selectAll->isEnabled());
}

void TestRowsPane::togglingIsAnnounced()
{
    const auto isSaid = [this](const QString &text) {
        const auto labels = m_pane->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
            return label->accessibleName() == text;
        });
    };
    selection().setSelected(4, true);
    QVERIFY(isSaid(u"1 selected"_s));
    m_table->selectRow(0);
    QTest::keyClick(m_table, Qt::Key_Space);
    QVERIFY(isSaid(u"Service 1 selected, 2 in all"_s));
    QTest::keyClick(m_table, Qt::Key_Space);
    QVERIFY(isSaid(u"Service 1 not selected any more, 1 in all"_s));
    selection().clear();
    QVERIFY(!isSaid(u"Service 1 not selected any more, 1 in all"_s));
}

void TestRowsPane::theCurrentRowStaysInSight()
{
    list(1, 60);
    QVERIFY(place().refresh());
    const QWidget *seen = m_table->viewport();
    const int height = seen->height();
    m_table->selectRow(height / m_table->rowHeight(0) - 1); // the last that is seen whole
    QTest::keyClick(m_table, Qt::Key_Space);
    QTRY_VERIFY(seen->height() < height); // the line below has come
    const QRect current = m_table->visualRect(m_table->currentIndex());
    QVERIFY(current.isValid() && seen->rect().contains(current.topLeft()));
    QVERIFY(current.bottom() < seen->height());
    QCOMPARE(m_table->horizontalScrollBar()->value(), 0);
}

void TestRowsPane::saysHowManyMatch()
{
    QVERIFY(says(u"9 shown"_s));
    shown().setFilterText(u"gold"_s);
    QVERIFY(place().settle());
    QVERIFY(says(u"5 of 9 match"_s));
    shown().setFilterText({});
    list(1, 8);
    QVERIFY(place().refresh());
    QVERIFY(says(u"9 shown, 1 of them ended"_s));
    QVERIFY(place().refresh());
    QVERIFY(says(u"8 shown"_s));
    shown().setFilterText(u"gold"_s);
    QVERIFY(place().settle());
    QVERIFY(says(u"4 of 8 match"_s)); // the one that is gone is none of them
    list(1, 7);
    QVERIFY(place().refresh());
    QVERIFY(says(u"4 of 8 match"_s)); // 8, which has just gone, is in the list without a filter
    list(1, 6);
    QVERIFY(place().refresh());
    QVERIFY(says(u"4 of 7 match, 1 of them ended"_s));
    shown().setFilterText(u"gold is:active"_s);
    QVERIFY(place().settle());
    QVERIFY(says(u"3 match"_s)); // of those that ended earlier, too
    shown().setFilterText(u"gold -is:active"_s);
    QVERIFY(place().settle());
    QVERIFY(says(u"2 match"_s));
}

QTEST_MAIN(TestRowsPane)
#include "tst_rowspane.moc"
