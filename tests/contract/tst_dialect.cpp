// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "contract/dialect.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::contract;

class TestDialect : public QObject
{
    Q_OBJECT

private slots:
    void hasNames();
    void differs();
};

void TestDialect::hasNames()
{
    QCOMPARE(dialectFromName(u"8.5"), Dialect::V85);
    QCOMPARE(dialectFromName(u"8.1"), Dialect::V81);
    QCOMPARE(dialectFromName(u"8.0"), Dialect::V81);
    for (const auto dialect : {Dialect::V85, Dialect::V81})
        QCOMPARE(dialectFromName(dialectName(dialect)), dialect);
    for (const QString &name : {u""_s, u"8"_s, u"8.5.2"_s, u"9.0"_s, u" 8.5"_s})
        QCOMPARE(dialectFromName(name).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(
        dialectFromName(u"%2").error().message,
        u"“%2” is no dialect. Use 8.5 (Genesys Mobile Services) or 8.1 (Universal Contact Server)."_s);
}

void TestDialect::differs()
{
    QCOMPARE(pathPrefix(Dialect::V85), "/genesys/1/cs");
    QCOMPARE(pathPrefix(Dialect::V81), "");
    QVERIFY(hasExportStream(Dialect::V85));
    QVERIFY(!hasExportStream(Dialect::V81));
}

QTEST_APPLESS_MAIN(TestDialect)

#include "tst_dialect.moc"
