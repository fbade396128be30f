// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/tableview.h"

#include <QtGui/QStandardItemModel>
#include <QtTest/QTest>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>

using namespace Qt::StringLiterals;
using closeout::ui::TableView;

class TestTableView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_table.reset(); }
    void columnsGiveWayToSpareAScrollBar_data();
    void columnsGiveWayToSpareAScrollBar();
    void whatAPersonHasSizedStays();
    void columnsGrowWithTheirTexts();
    void goesSidewaysByKeysAlone();

private:
    void showAt(int width);
    QList<int> widths() const;

    QStandardItemModel m_model{1, 4};
    std::unique_ptr<TableView> m_table;
};

void TestTableView::init()
{
    m_table = std::make_unique<TableView>(u"Table"_s);
    m_table->setModel(&m_model);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->show();
}

// width: of the viewport
void TestTableView::showAt(int width)
{
    m_table->resize(width + m_table->width() - m_table->viewport()->width(), 200);
    QTRY_COMPARE(m_table->viewport()->width(), width);
}

QList<int> TestTableView::widths() const
{
    QList<int> widths;
    for (int column = 0; column < m_model.columnCount(); ++column)
        widths.append(m_table->columnWidth(column));
    return widths;
}

void TestTableView::columnsGiveWayToSpareAScrollBar_data()
{
    QTest::addColumn<bool>("stretches");
    QTest::addColumn<int>("width");
    QTest::addColumn<QList<int>>("expected");
    // first widths 100, least ones 60, 60, 100, 100
    QTest::newRow("as much as they want") << false << 400 << QList{100, 100, 100, 100};
    QTest::newRow("more") << false << 500 << QList{150, 150, 100, 100};
    QTest::newRow("a little less") << false << 360 << QList{80, 80, 100, 100};
    QTest::newRow("an odd number less") << false << 397 << QList{98, 98, 100, 100};
    QTest::newRow("all that can be given") << false << 320 << QList{60, 60, 100, 100};
    QTest::newRow("a scroll bar is needed anyway") << false << 300 << QList{100, 100, 100, 100};
    QTest::newRow("the last one takes the rest") << true << 500 << QList{100, 100, 100, 200};
    QTest::newRow("the last one as it wants to be") << true << 360 << QList{80, 80, 100, 100};
}

void TestTableView::columnsGiveWayToSpareAScrollBar()
{
    QFETCH(const bool, stretches);
    QFETCH(const int, width);
    QFETCH(const QList<int>, expected);
    m_table->horizontalHeader()->setStretchLastSection(stretches);
    showAt(330); // and back from narrower
    m_table->setFirstWidths({100, 100, 100, 100}, {60, 60, 100, 100});
    showAt(width);
    QCOMPARE(widths(), expected);
}

void TestTableView::whatAPersonHasSizedStays()
{
    showAt(500);
    m_table->setFirstWidths({100, 100, 100, 100}, {60, 60, 100, 100});
    m_table->setColumnWidth(0, 120);
    QVERIFY(m_table->isSized(0) && !m_table->isSized(1));
    showAt(390);
    QCOMPARE(widths(), (QList{120, 70, 100, 100}));
}

void TestTableView::columnsGrowWithTheirTexts()
{
    const QString text = u"a text that is as wide as three hundred pixels or more than that"_s;
    m_model.setData(m_model.index(0, 1), text);
    showAt(500);
    m_table->setFirstWidths({100, 100, 100, 100}, {60, 60, 100, 100});
    QTRY_COMPARE(widths(), (QList{100, 200, 100, 100}));
    showAt(1500);
    QVERIFY(m_table->columnWidth(1) >= m_table->fontMetrics().horizontalAdvance(text));
    QVERIFY(m_table->columnWidth(0) > 100); // the rest is shared
    QCOMPARE(widths().at(0) + widths().at(1), 1300);
    showAt(340);
    QCOMPARE(widths(), (QList{70, 70, 100, 100}));
    m_model.setData(m_model.index(0, 1), QString());
}

void TestTableView::goesSidewaysByKeysAlone()
{
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setFirstWidths({300, 300, 300, 300});
    showAt(400);
    const QScrollBar *sideways = m_table->horizontalScrollBar();
    QTRY_VERIFY(sideways->maximum() > 0);
    m_table->setCurrentIndex(m_model.index(0, 3));
    QCOMPARE(sideways->value(), 0); // it is the row that was chosen
    m_table->setCurrentIndex(m_model.index(0, 0));
    QTest::keyClick(m_table.get(), Qt::Key_Right);
    QTest::keyClick(m_table.get(), Qt::Key_Right);
    QVERIFY(sideways->value() > 0);
}

QTEST_MAIN(TestTableView)

#include "tst_tableview.moc"
