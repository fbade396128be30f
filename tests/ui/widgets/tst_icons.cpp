// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/iconlabel.h"
#include "ui/widgets/look/appearance.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>
#include <QtTest/QTest>

using namespace closeout::ui;

class TestIcons : public QObject
{
    Q_OBJECT

private slots:
    void everyIconIsDrawn();
    void followsTheTheme();
    void isSharpAtEveryScale();
    void aPlaceWithoutRoomIsNoMatter();
    void whatIsShownFollowsTheTheme();

private:
    static QColor darkest(const QIcon &icon, int size, qreal ratio);

    Appearance m_appearance;
};

// The colour of the pixel that covers most.
QColor TestIcons::darkest(const QIcon &icon, int size, qreal ratio)
{
    const QImage image = icon.pixmap(QSize(size, size), ratio).toImage();
    QColor found(Qt::transparent);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            if (colour.alpha() > found.alpha())
                found = colour;
        }
    }
    return found;
}

void TestIcons::everyIconIsDrawn()
{
    m_appearance.choose(Appearance::Choice::Light);
    for (int i = 0; i < iconCount; ++i) {
        const QString file = iconFile(Icon(i));
        QVERIFY2(QSvgRenderer(file).isValid(), qPrintable(file));
        QVERIFY2(darkest(icon(Icon(i)), 32, 1).alpha() > 200, qPrintable(file));
    }
}

void TestIcons::followsTheTheme()
{
    const QIcon made = icon(Icon::Add);
    const QIcon status = icon(Icon::Failed, Status::Bad);
    for (const auto choice : {Appearance::Choice::Dark, Appearance::Choice::Light}) {
        m_appearance.choose(choice);
        QCOMPARE(darkest(made, 64, 1), theme().text);
        QCOMPARE(darkest(status, 64, 1), theme().bad);
    }
}

void TestIcons::isSharpAtEveryScale()
{
    for (const qreal ratio : {1.0, 1.5, 2.0})
        QCOMPARE(icon(Icon::Add).pixmap(QSize(16, 16), ratio).size(), QSize(16, 16) * ratio);
}

// A painter on nothing would complain.
void TestIcons::aPlaceWithoutRoomIsNoMatter()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    QVERIFY(icon(Icon::Add).pixmap(QSize(0, 0)).isNull());
    const QIcon drawn = drawnIcon(
        [](QPainter &painter, const QRect &rect) { painter.fillRect(rect, Qt::black); });
    QVERIFY(drawn.pixmap(QSize(0, 0)).isNull());
}

void TestIcons::whatIsShownFollowsTheTheme()
{
    QWidget window;
    IconLabel label(&window, 64);
    label.setIcon(icon(Icon::Failed, Status::Bad));
    IconLabel drawn(&window, 64);
    drawn.setIcon(drawnIcon(
        [](QPainter &painter, const QRect &rect) { painter.fillRect(rect, theme().accent); }));
    const auto shows = [](QWidget &widget, const QColor &colour) {
        QImage image(widget.size(), QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        widget.render(&image, {}, {}, {});
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, image.height() / 2) == colour)
                return true;
        }
        return false;
    };
    for (const auto choice : {Appearance::Choice::Dark, Appearance::Choice::Light}) {
        m_appearance.choose(choice); // nobody sets the icons again
        QVERIFY(shows(label, theme().bad));
        QVERIFY(shows(drawn, theme().accent));
    }
}

QTEST_MAIN(TestIcons)

#include "tst_icons.moc"
