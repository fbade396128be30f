// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "contract/ids.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::contract;

class TestIds : public QObject
{
    Q_OBJECT

private slots:
    void knowsJsonIntegers_data();
    void knowsJsonIntegers();
    void measuresBits_data();
    void measuresBits();
    void checksIds_data();
    void checksIds();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

void TestIds::knowsJsonIntegers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isInteger");
    for (const QString &text : {u"0"_s, u"-0"_s, u"7"_s, u"-7"_s, u"18446744073709551616"_s})
        QTest::newRow(qUtf8Printable(text)) << text << true;
    for (const QString &text :
         {u""_s, u"-"_s, u"+1"_s, u"01"_s, u"-01"_s, u"1.0"_s, u"1e2"_s, u" 1"_s, u"1 "_s, u"--1"_s,
          u"1a"_s, u"0x1"_s, u"٣"_s, u"１"_s, u"1,000"_s})
        QTest::newRow(qUtf8Printable(text)) << text << false;
}

void TestIds::knowsJsonIntegers()
{
    QFETCH(QString, text);
    QTEST(isJsonInteger(text), "isInteger");
}

void TestIds::measuresBits_data()
{
    QTest::addColumn<QString>("integer");
    QTest::addColumn<bool>("in32");
    QTest::addColumn<bool>("in64");
    const auto row = [](const QString &integer, bool in32, bool in64) {
        QTest::newRow(qUtf8Printable(integer)) << integer << in32 << in64;
    };
    row(u"0"_s, true, true);
    row(u"2147483647"_s, true, true);
    row(u"2147483648"_s, false, true);
    row(u"-2147483648"_s, true, true);
    row(u"-2147483649"_s, false, true);
    row(u"9223372036854775807"_s, false, true);
    row(u"9223372036854775808"_s, false, false);
    row(u"-9223372036854775808"_s, false, true);
    row(u"-9223372036854775809"_s, false, false);
    row(u"18446744073709551617"_s, false, false); // not 1
    row(u"4294967297"_s, false, true); // not 1
}

void TestIds::measuresBits()
{
    QFETCH(QString, integer);
    QTEST(fitsBits(integer, 32), "in32");
    QTEST(fitsBits(integer, 64), "in64");
}

void TestIds::checksIds_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("in85"); // service, state and task alike
    QTest::addColumn<bool>("service81");
    QTest::addColumn<bool>("task81"); // and state
    const auto row = [](const QString &id, bool in85, bool service81, bool task81) {
        QTest::addRow("'%s'", qUtf8Printable(id)) << id << in85 << service81 << task81;
    };
    row(u"36981723"_s, true, true, true);
    row(u"0"_s, true, true, true);
    row(u"2147483647"_s, true, true, true);
    row(u"2147483648"_s, true, true, false);
    row(u"9223372036854775807"_s, true, true, false);
    row(u"9223372036854775808"_s, true, false, false);
    row(u"383-f9a62aec-e6f2-45cb-aa01-0d9404f905bd"_s, true, false, false);
    row(u"ABC1235XZY"_s, true, false, false);
    row(u"007"_s, true, false, false);
    row(u"-1"_s, true, false, false);
    row(u"-0"_s, true, false, false);
    row(u"1.0"_s, true, false, false);
    row(u"1e3"_s, true, false, false);
    row(u" 1"_s, true, false, false);
    row(u"٣"_s, true, false, false);
    row(u"a/b?c#d%2F e+ä😀"_s, true, false, false);
    row(u"..."_s, true, false, false);
    row({}, false, false, false);
    row(u"."_s, false, false, false);
    row(u".."_s, false, false, false);
    row(u"a\nb"_s, false, false, false);
    row(u"1\t"_s, false, false, false);
    row(u"1\x7f"_s, false, false, false);
    row(u"a"_s + QChar(0), false, false, false);
    row(u"a"_s + QChar(0xd800), false, false, false);
    row(QChar(0xdc00) + u"a"_s, false, false, false);
}

void TestIds::checksIds()
{
    QFETCH(QString, id);
    QFETCH(bool, in85);
    QFETCH(bool, task81);
    QCOMPARE(checkServiceId(Dialect::V85, id).has_value(), in85);
    QCOMPARE(checkTaskId(Dialect::V85, id).has_value(), in85);
    QCOMPARE(checkStateId(Dialect::V85, id).has_value(), in85);
    QTEST(checkServiceId(Dialect::V81, id).has_value(), "service81");
    QCOMPARE(checkTaskId(Dialect::V81, id).has_value(), task81);
    QCOMPARE(checkStateId(Dialect::V81, id).has_value(), task81);
}

void TestIds::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("message");
    QTest::newRow("empty") << QString() << u"The task id is empty."_s;
    QTest::newRow("step up") << u".."_s << u"“..” cannot be a task id."_s;
    QTest::newRow("control") << u"a\nb"_s
                             << u"The task id contains a control character (code 10)."_s;
    QTest::newRow("half a pair") << QString(QChar(0xd800))
                                 << u"The task id is not valid Unicode."_s;
    QTest::newRow("too big")
        << u"2147483648"_s
        << u"“2147483648” is not a task id of the 8.1 dialect: it must be a whole "
           "number that fits 32 bits."_s;
    QTest::newRow("looks like a place")
        << u"%3"_s
        << u"“%3” is not a task id of the 8.1 dialect: it must be a "
           "whole number that fits 32 bits."_s;
}

void TestIds::saysWhatIsWrong()
{
    QFETCH(QString, id);
    const Result<void> checked = checkTaskId(Dialect::V81, id);
    QVERIFY(!checked);
    QTEST(checked.error().message, "message");
    QCOMPARE(checked.error().kind, ErrorKind::InvalidInput);
}

QTEST_APPLESS_MAIN(TestIds)

#include "tst_ids.moc"
