// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "filter/decimal.h"

#include <QtTest/QTest>

using namespace closeout::filter;

class TestDecimal : public QObject
{
    Q_OBJECT

private slots:
    void compare();
    void othersAreNone();
};

// Each is less than the next; those in one line are equal.
void TestDecimal::compare()
{
    const QList<QByteArrayList> ascending{{"-1e400"},
                                          {"-18446744073709551616", "-1.8446744073709551616e19"},
                                          {"-18446744073709551615"},
                                          {"-1.01"},
                                          {"-1", "-1.00"},
                                          {"-1e-400"},
                                          {"0", "-0", "0.00", "0e999"},
                                          {"1e-400"},
                                          {"0.5", "5e-1", "0.50"},
                                          {"1", "1.0", "10e-1", "0.1E+1"},
                                          {"1.1"},
                                          {"9"},
                                          {"10", "1e1"},
                                          {"18446744073709551615"},
                                          {"18446744073709551616"},
                                          {"1e400"},
                                          {"1e999999999999999999999"}};
    for (qsizetype i = 0; i < ascending.size(); ++i) {
        const Decimal first = *Decimal::read(ascending[i].first());
        for (const QByteArray &same : ascending[i]) {
            QVERIFY2(*Decimal::read(same) == first, same.constData());
            QCOMPARE(Decimal::read(same)->sortKey(), first.sortKey());
        }
        for (qsizetype j = 0; j < i; ++j) {
            const Decimal less = *Decimal::read(ascending[j].first());
            QVERIFY2(less < first, ascending[i].first().constData());
            QVERIFY2(less.sortKey() < first.sortKey(), ascending[i].first().constData());
        }
    }
}

void TestDecimal::othersAreNone()
{
    for (const char *text : {"", "-", "a", "1a", "01", "1.", ".5", "1e", "+1", "0x1", " 1"})
        QVERIFY2(!Decimal::read(text), text);
}

QTEST_APPLESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
