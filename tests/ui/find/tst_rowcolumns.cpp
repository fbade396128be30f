// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "rowspanetest.h"
#include "ui/find/table/columnchooser.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>

using namespace Qt::StringLiterals;
using namespace closeout::ui;
using closeout::rows::Field;
using closeout::test::RowsPaneTest;

class TestRowColumns : public RowsPaneTest
{
    Q_OBJECT

private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void columnsAreChosen();
    void keysReachWhatIsLeft();
    void keysMoveColumns();
    void attachedDataHaveColumns();
    void columnsAreMoved();
    void statusIsShownWhenItSaysSomething();
    void layoutIsRestored();
    void isScrolledToWhereItWasLeft();

private:
    ColumnChooser *openChooser() const;
    QStringList columnNames() const;
};

// What the chooser offers is open then.
ColumnChooser *TestRowColumns::openChooser() const
{
    m_actions->columns->trigger();
    return m_pane->findChild<ColumnChooser *>();
}

QStringList TestRowColumns::columnNames() const
{
    QStringList names;
    for (const closeout::rows::Column &column : m_pane->model()->columns())
        names.append(column.name());
    return names;
}

void TestRowColumns::columnsAreChosen()
{
    QSignalSpy columnsChanged(m_pane.get(), &RowsPane::columnsChanged);
    ColumnChooser *chooser = openChooser();
    QVERIFY(chooser && chooser->isVisible());
    auto *list = chooser->findChild<QListWidget *>();
    const auto item = [list](const QString &text) {
        return list->findItems(text, Qt::MatchExactly).value(0);
    };
    const QStringList before = columnNames();
    QVERIFY(item(u"Media"_s) && item(u"Media"_s)->checkState() == Qt::Unchecked);
    QCOMPARE(item(u"Age"_s)->checkState(), Qt::Checked);
    item(u"Media"_s)->setCheckState(Qt::Checked);
    QCOMPARE(columnNames(), before + QStringList{u"media_type"_s});
    item(u"Media"_s)->setCheckState(Qt::Unchecked);
    QCOMPARE(columnNames(), before);
    item(u"Service"_s)->setCheckState(Qt::Unchecked);
    QVERIFY(!m_table->grab().isNull());
    item(u"Service"_s)->setCheckState(Qt::Checked);
    QVERIFY(!m_table->grab().isNull());
    QCOMPARE(columnsChanged.count(), 4);
    // One column stays, or there would be nothing to look at.
    for (int i = 0; i < list->count(); ++i)
        list->item(i)->setCheckState(Qt::Unchecked);
    QCOMPARE(columnNames().size(), 1);
}

void TestRowColumns::keysReachWhatIsLeft()
{
    const ColumnChooser *chooser = openChooser();
    auto *list = chooser->findChild<QListWidget *>();
    auto *edit = chooser->findChild<QLineEdit *>();
    QSignalSpy current(list, &QListWidget::currentTextChanged);
    QTest::keyClicks(edit, u"Media"_s);
    QTest::keyClick(edit, Qt::Key_Down);
    QVERIFY(list->hasFocus());
    QCOMPARE(current.size(), 1); // and none that is hidden on the way to it
    QCOMPARE(current.takeFirst().constFirst().toString(), u"Media"_s);
    const QLabel *hint = chooser->findChild<QLabel *>();
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(hint->accessibleName(), u"The column “Media” is shown."_s);
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(hint->accessibleName(), u"The column “Media” is not shown any more."_s);
    edit->setFocus();
    edit->setText(u"Age"_s);
    QCOMPARE(hint->accessibleName(), hint->text());
    QTest::keyClick(edit, Qt::Key_Down);
    QCOMPARE(current.takeLast().constFirst().toString(), u"Age"_s);
}

void TestRowColumns::keysMoveColumns()
{
    const ColumnChooser *chooser = openChooser();
    auto *list = chooser->findChild<QListWidget *>();
    const QStringList before = columnNames();
    QStringList wanted = before;
    list->setFocus();
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier); // no further
    QCOMPARE(columnNames(), before);
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    wanted.move(0, 2);
    QCOMPARE(columnNames(), wanted);
    QCOMPARE(list->currentRow(), 2);
    // Past the one that is hidden because it would say nothing: it takes no other with it.
    const qsizetype status = wanted.indexOf(u"status"_s);
    for (qsizetype at = 2; at <= status; ++at)
        QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    wanted.move(2, status + 1);
    QCOMPARE(columnNames(), wanted);
    for (int section = 0; section < m_pane->model()->columnCount(); ++section)
        QCOMPARE(m_table->isColumnHidden(section), section == status);
    // One that was chosen just now stands farther below.
    QListWidgetItem *media = list->findItems(u"Media"_s, Qt::MatchExactly).value(0);
    media->setCheckState(Qt::Checked);
    list->setCurrentItem(media);
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    wanted.insert(wanted.size() - 1, u"media_type"_s);
    QCOMPARE(columnNames(), wanted);
    QCOMPARE(list->currentItem(), media);
    list->setCurrentRow(list->count() - 1); // is not shown
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(columnNames(), wanted);
}

void TestRowColumns::attachedDataHaveColumns()
{
    place().list(R"([{"service_id":1,"Offer":{"rate":1.10,"more":[1]},"Fax":"x"}])");
    QVERIFY(place().load());
    QVERIFY(place().refresh()); // what is gone is out of sight
    ColumnChooser *chooser = openChooser();
    auto *list = chooser->findChild<QListWidget *>();
    auto *edit = chooser->findChild<QLineEdit *>();
    QTRY_VERIFY(!list->findItems(u"data.Offer.rate"_s, Qt::MatchExactly).isEmpty());
    QVERIFY(!list->findItems(u"data.Fax"_s, Qt::MatchExactly).isEmpty());
    QVERIFY(list->findItems(u"data.Offer.more"_s, Qt::MatchExactly).isEmpty()); // no plain value
    // By what is left of what is offered …
    QTest::keyClicks(edit, u"offer.ra"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(columnNames().constLast(), u"data.Offer.rate"_s);
    QCOMPARE(m_pane->model()->index(0, m_pane->model()->columnCount() - 1).data().toString(),
             u"1.10"_s);
    // … and what nobody has sent so far.
    QTest::keyClicks(edit, u"data.Offer.more.0"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(columnNames().constLast(), u"data.Offer.more.0"_s);
    QTest::keyClicks(edit, u"nonsense"_s);
    QVERIFY(chooser->findChild<QLabel *>()->text().contains(u"There is no column"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(columnNames().constLast(), u"data.Offer.more.0"_s);
}

void TestRowColumns::columnsAreMoved()
{
    QSignalSpy columnsChanged(m_pane.get(), &RowsPane::columnsChanged);
    QStringList wanted = columnNames();
    wanted.move(0, 2);
    m_table->horizontalHeader()->moveSection(1, 3); // before it is the check box
    QTRY_COMPARE(columnNames(), wanted);
    QCOMPARE(columnsChanged.count(), 1);
    QVERIFY(!m_table->grab().isNull()); // each cell has somebody who paints it
    for (int section = 0; section < m_pane->model()->columnCount(); ++section)
        QCOMPARE(m_table->horizontalHeader()->visualIndex(section), section);
}

void TestRowColumns::statusIsShownWhenItSaysSomething()
{
    const int status = m_pane->model()->columnOf({Field::Status});
    QVERIFY(m_table->isColumnHidden(status));
    list(2, 9);
    QVERIFY(place().refresh()); // the first one has gone
    QVERIFY(!m_table->isColumnHidden(status));
    QVERIFY(place().refresh());
    QTRY_VERIFY(m_table->isColumnHidden(status));
    closeout::find::Query query;
    query.completeness = closeout::contract::Completeness::All;
    place().finding.listing.setQuery(query);
    QVERIFY(place().load());
    QVERIFY(!m_table->isColumnHidden(status));
}

void TestRowColumns::layoutIsRestored()
{
    m_pane->setColumns({{Field::ServiceId}, {Field::MediaType}, {Field::Age}});
    m_table->setColumnWidth(2, 321);
    const QByteArray layout = m_pane->saveLayout();
    RowsPane another(place().finding.listing, shown(), selection(), *m_actions);
    another.restoreLayout(layout);
    another.restoreLayout("nonsense");
    another.restoreLayout("nonsense\nand more");
    another.restoreLayout({});
    QCOMPARE(another.model()->columns(), m_pane->model()->columns());
    QCOMPARE(another.table()->columnWidth(2), 321);
    QCOMPARE(another.table()->horizontalHeader()->sortIndicatorSection(), 3);
}

// Also on another day, when the rows are yet to come.
void TestRowColumns::isScrolledToWhereItWasLeft()
{
    list(1, 200);
    QVERIFY(place().load());
    m_table->showFrom(57);
    QCOMPARE(m_table->rowAt(0), 57);
    const QByteArray layout = m_pane->saveLayout();
    place().connectTo();
    RowsPane another(place().finding.listing, shown(), selection(), *m_actions);
    another.resize(m_pane->size());
    another.show();
    another.restoreLayout(layout);
    QVERIFY(place().load());
    QTRY_COMPARE(another.table()->rowAt(0), 57);
    list(1, 199);
    QVERIFY(place().refresh());
    QTRY_COMPARE(another.table()->rowAt(0), 57);
}

QTEST_MAIN(TestRowColumns)
#include "tst_rowcolumns.moc"
