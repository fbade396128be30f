// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "foundplace.h"
#include "ui/find/table/agechart.h"

#include <QtGui/QAccessible>

using namespace Qt::StringLiterals;
using namespace closeout::ui;
using closeout::test::ago;
using closeout::test::FoundPlace;

class TestAgeChart : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void saysWhatItShows();
    void isNotThereWithoutAges();
    void clickPutsTheFilterAndTakesItBack();
    void severalBarsAreARange();
    void keysDoTheSame();
    void leavesTheRestOfTheFilterAlone();
    void patternsAreToldApart();

private:
    QPoint middleOf(int bar) const;
    FoundPlace &place() { return *m_place; }
    ShownRows &shown() { return m_place->finding.services; }

    std::unique_ptr<FoundPlace> m_place;
    std::unique_ptr<QWidget> m_around;
    AgeChart *m_chart = nullptr;
};

namespace {

constexpr int bars = 13;
constexpr int hours = 4; // the bar from 1 h to 4 h
constexpr int days = 8; // from 2 d to 4 d

QByteArray service(int id, qint64 seconds, const QByteArray &type)
{
    return R"({"service_id":)" + QByteArray::number(id) + R"(,"service_type":")" + type
        + R"(","started":{"timestamp":")" + ago(seconds) + R"("}})";
}

} // namespace

void TestAgeChart::init()
{
    m_place = std::make_unique<FoundPlace>();
    m_around = std::make_unique<QWidget>();
    m_chart = new AgeChart(shown(), m_around.get());
    place().list('[' + service(1, 2 * 3600, "Bill") + ',' + service(2, 3 * 3600, "Offer") + ','
                 + service(3, 3 * 3600, "Bill") + ',' + service(4, 3 * 86400, "") + ']');
    m_chart->resize(650, m_chart->sizeHint().height());
}

void TestAgeChart::cleanup()
{
    m_around.reset();
    m_place.reset();
}

QPoint TestAgeChart::middleOf(int bar) const
{
    return {m_chart->width() * (2 * bar + 1) / (2 * bars), 10};
}

void TestAgeChart::saysWhatItShows()
{
    QCOMPARE(m_chart->accessibleName(), u"Ages"_s);
    QCOMPARE(QAccessible::queryAccessibleInterface(m_chart)->role(), QAccessible::Chart);
    QVERIFY(place().load());
    QCOMPARE(m_chart->words(),
             u"1 h to 4 h: 3 (type Bill: 2, type Offer: 1)\n2 d to 4 d: 1 (without a type: 1)"_s);
    QCOMPARE(m_chart->accessibleDescription(), m_chart->words());
    shown().setFilterText(u"Offer"_s);
    QVERIFY(place().settle());
    QCOMPARE(m_chart->words(), u"1 h to 4 h: 1 (type Offer: 1)"_s);
    QCOMPARE(int(shown().shown()->ages.bars.size()), bars);
}

void TestAgeChart::isNotThereWithoutAges()
{
    QVERIFY(m_chart->isHidden());
    QCOMPARE(m_chart->words(), QString());
    QVERIFY(place().load());
    QVERIFY(!m_chart->isHidden());
    place().connectTo();
    QVERIFY(m_chart->isHidden());
    QTest::mouseClick(m_chart, Qt::LeftButton, {}, middleOf(hours)); // and harmless
    QTest::keyClick(m_chart, Qt::Key_Right);
    QTest::keyClick(m_chart, Qt::Key_Return);
    QCOMPARE(shown().filterText(), QString());
}

void TestAgeChart::clickPutsTheFilterAndTakesItBack()
{
    QVERIFY(place().load());
    QTest::mouseClick(m_chart, Qt::LeftButton, {}, middleOf(hours));
    QCOMPARE(shown().filterText(), u"age>=1h age<4h"_s);
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(), (QStringList{u"2"_s, u"3"_s, u"1"_s}));
    // The others can still be chosen, and are told apart.
    QCOMPARE(m_chart->words(),
             u"1 h to 4 h: 3 (type Bill: 2, type Offer: 1)\n2 d to 4 d: 1 (without a type: 1), "
             "left out by the filter"_s);
    QTest::mouseClick(m_chart, Qt::LeftButton, {}, middleOf(days));
    QCOMPARE(shown().filterText(), u"age>=2d age<4d"_s);
    QTest::mouseClick(m_chart, Qt::LeftButton, {}, middleOf(days));
    QCOMPARE(shown().filterText(), QString());
    QTest::mouseClick(m_chart, Qt::RightButton, {}, middleOf(days));
    QCOMPARE(shown().filterText(), QString());
    QTest::mouseClick(m_chart, Qt::LeftButton, {}, middleOf(0));
    QCOMPARE(shown().filterText(), u"age<1m"_s);
    QTest::mouseClick(m_chart, Qt::LeftButton, {}, middleOf(bars - 1));
    QCOMPARE(shown().filterText(), u"age>=4w"_s);
    QVERIFY(!shown().error());
}

void TestAgeChart::severalBarsAreARange()
{
    QVERIFY(place().load());
    QTest::mousePress(m_chart, Qt::LeftButton, {}, middleOf(days));
    QTest::mouseMove(m_chart, middleOf(hours));
    QCOMPARE(shown().filterText(), QString()); // not while it is chosen
    QTest::mouseRelease(m_chart, Qt::LeftButton, {}, middleOf(hours));
    QCOMPARE(shown().filterText(), u"age>=1h age<4d"_s);
    QVERIFY(place().settle());
    QTest::mouseClick(m_chart, Qt::LeftButton, {}, middleOf(hours));
    QCOMPARE(shown().filterText(), u"age>=1h age<4h"_s);
    QTest::mouseClick(m_chart, Qt::LeftButton, Qt::ShiftModifier, middleOf(bars - 1));
    QCOMPARE(shown().filterText(), u"age>=1h"_s);
    QVERIFY(place().settle());
    m_chart->setFocus();
    QTest::keyClick(m_chart, Qt::Key_Home);
    QTest::keyClick(m_chart, Qt::Key_End, Qt::ShiftModifier);
    QTest::keyClick(m_chart, Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY2(m_chart->accessibleDescription().contains(u": 4 (type Bill: 2"_s),
             qPrintable(m_chart->accessibleDescription()));
    QTest::keyClick(m_chart, Qt::Key_Return);
    QCOMPARE(shown().filterText(), u"age<4w"_s);
}

void TestAgeChart::keysDoTheSame()
{
    QVERIFY(place().load());
    m_around->show();
    QVERIFY(QTest::qWaitForWindowActive(m_around.get()));
    m_chart->setFocus();
    QTest::keyClick(m_chart, Qt::Key_Home);
    for (int i = 0; i < hours; ++i)
        QTest::keyClick(m_chart, Qt::Key_Right);
    QCOMPARE(m_chart->accessibleDescription(), u"1 h to 4 h: 3 (type Bill: 2, type Offer: 1)"_s);
    QTest::keyClick(m_chart, Qt::Key_Return);
    QCOMPARE(shown().filterText(), u"age>=1h age<4h"_s);
    QVERIFY(place().settle());
    QCOMPARE(m_chart->accessibleDescription(), u"1 h to 4 h: 3 (type Bill: 2, type Offer: 1)"_s);
    QTest::keyClick(m_chart, Qt::Key_Space);
    QCOMPARE(shown().filterText(), QString());
    // What is said of a bar is what it shows now.
    shown().setFilterText(u"Offer"_s);
    QVERIFY(place().settle());
    QCOMPARE(m_chart->accessibleDescription(), u"1 h to 4 h: 1 (type Offer: 1)"_s);
    shown().setFilterText({});
    QVERIFY(place().settle());
    QTest::keyClick(m_chart, Qt::Key_End);
    QTest::keyClick(m_chart, Qt::Key_Right); // no further
    QCOMPARE(m_chart->accessibleDescription(), u"from 28 d: 0"_s);
    QTest::keyClick(m_chart, Qt::Key_Left);
    QVERIFY(m_chart->accessibleDescription().startsWith(u"14 d to 28 d"));
    m_chart->clearFocus();
    QCOMPARE(m_chart->accessibleDescription(), m_chart->words());
}

void TestAgeChart::leavesTheRestOfTheFilterAlone()
{
    shown().setFilterText(u"Bill"_s);
    QVERIFY(place().load());
    QTest::mouseClick(m_chart, Qt::LeftButton, {}, middleOf(hours));
    QCOMPARE(shown().filterText(), u"Bill age>=1h age<4h"_s);
    shown().setFilterText(u"Bill -Offer age>=1h age<4h x"_s); // typed in between
    QTest::mouseClick(m_chart, Qt::LeftButton, {}, middleOf(days));
    QCOMPARE(shown().filterText(), u"Bill -Offer x age>=2d age<4d"_s);
    shown().setFilterText(u"Bill"_s); // taken out by hand
    QTest::mouseClick(m_chart, Qt::LeftButton, {}, middleOf(days));
    QCOMPARE(shown().filterText(), u"Bill age>=2d age<4d"_s);
    QTest::mouseClick(m_chart, Qt::LeftButton, {}, middleOf(days));
    QCOMPARE(shown().filterText(), u"Bill"_s);
    // Blanks inside quotes are somebody's, too.
    shown().setFilterText(u"type:\"Bill  Payment\""_s);
    QTest::mouseClick(m_chart, Qt::LeftButton, {}, middleOf(days));
    QCOMPARE(shown().filterText(), u"type:\"Bill  Payment\" age>=2d age<4d"_s);
}

// Without a word, and in black and white as well.
void TestAgeChart::patternsAreToldApart()
{
    QVERIFY(place().load());
    const QImage image = m_chart->grab().toImage().convertToFormat(QImage::Format_Grayscale8);
    const int x = middleOf(hours).x();
    QSet<int> greys;
    for (int y = 0; y < image.height(); ++y) {
        for (int dx = -8; dx <= 8; ++dx)
            greys.insert(qGray(image.pixel(x + dx, y)));
    }
    QVERIFY(greys.size() >= 3); // what is behind it, and two types
}

QTEST_MAIN(TestAgeChart)
#include "tst_agechart.moc"
