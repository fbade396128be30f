// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/look/theme.h"

#include <QtTest/QTest>

#include <cmath>

using namespace closeout::ui;

Q_DECLARE_METATYPE(closeout::ui::Theme)

namespace {

// Relative luminance and contrast as WCAG 2.1 defines them.
double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF())
        + 0.0722 * channel(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void textCanBeRead_data();
    void textCanBeRead();
    void whatCanBeUsedIsSeen_data() { textCanBeRead_data(); }
    void whatCanBeUsedIsSeen();
    void whatIsNotTypedLooksOtherwise_data() { textCanBeRead_data(); }
    void whatIsNotTypedLooksOtherwise();
    void whatCannotBeUsedLooksOtherwise_data() { textCanBeRead_data(); }
    void whatCannotBeUsedLooksOtherwise();
};

void TestTheme::textCanBeRead_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << themeOf(Theme::Kind::Light);
    QTest::newRow("dark") << themeOf(Theme::Kind::Dark);
    QTest::newRow("high contrast") << themeOf(Theme::Kind::HighContrast);
}

void TestTheme::textCanBeRead()
{
    QFETCH(Theme, theme);
    for (const QColor &ground : {theme.window, theme.surface, theme.raised}) {
        QCOMPARE_GE(contrast(theme.text, ground), 7);
        for (const QColor &text : {theme.mutedText, theme.placeholder, theme.disabledText,
                                   theme.good, theme.caution, theme.bad, theme.unknown, theme.info})
            QCOMPARE_GE(contrast(text, ground), 4.5);
    }
    for (const QColor &tint :
         {theme.goodTint, theme.cautionTint, theme.badTint, theme.unknownTint, theme.infoTint})
        QCOMPARE_GE(contrast(theme.text, tint), 7);
    QCOMPARE_GE(contrast(theme.onAccent, theme.accent), 4.5);
    QCOMPARE_GE(contrast(theme.selectedText, theme.selection), 7);
}

void TestTheme::whatCanBeUsedIsSeen()
{
    QFETCH(Theme, theme);
    for (const QColor &ground : {theme.window, theme.surface}) {
        QCOMPARE_GE(contrast(theme.controlBorder, ground), 3);
        QCOMPARE_GE(contrast(theme.accent, ground), 3);
    }
}

void TestTheme::whatIsNotTypedLooksOtherwise()
{
    QFETCH(Theme, theme);
    QCOMPARE_GE(contrast(theme.text, theme.placeholder), 1.75);
}

void TestTheme::whatCannotBeUsedLooksOtherwise()
{
    QFETCH(Theme, theme);
    QCOMPARE_GE(contrast(theme.text, theme.disabledText), 1.5);
    QCOMPARE_GE(contrast(theme.controlBorder, theme.disabledBorder), 2);
}

QTEST_APPLESS_MAIN(TestTheme)

#include "tst_theme.moc"
