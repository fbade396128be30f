// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "json/cursor.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::json;

class TestCursor : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithDocument_data();
    void agreesWithDocument();
    void walks();
    void leavesNothingBehindAFailure();
    void refusesWhatIsTooDeep();
    void knowsLengthsByBrackets_data();
    void knowsLengthsByBrackets();
};

void TestCursor::agreesWithDocument_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"null",
                             "true",
                             "fals",
                             "tru3",
                             "nul",
                             "0",
                             "-0",
                             "-",
                             "01",
                             "1.",
                             "1.5",
                             "1e",
                             "1e+",
                             "1e400",
                             "-1.25E-7x",
                             "+1",
                             ".5",
                             "\"\"",
                             "\"a",
                             "\"a\\",
                             "\"a\\q\"",
                             "\"\\u12\"",
                             "\"\\u12g4\"",
                             "\"\\u00e4\"",
                             "\"0123456\\\"89 abcdef\\\\\"",
                             "\"0123456789\x01\"",
                             "[]",
                             "[ ]",
                             "[1]",
                             "[1,]",
                             "[,1]",
                             "[1 2]",
                             "[1",
                             "[",
                             "]",
                             "{}",
                             "{ }",
                             "{\"a\"}",
                             "{\"a\":}",
                             "{\"a\":1}",
                             "{\"a\":1,}",
                             "{\"a\":1,\"b\":[{},[[]],\"}\"]}",
                             "{a:1}",
                             "{\"a\":1]",
                             "[1}",
                             "{\"a\" : {\"b\" : [ 1 , 2 ] } } ",
                             "{\"a\\\"}\":{}}",
                             "[{},{}",
                             "",
                             "  ",
                             "1 2",
                             "<html>"})
        QTest::addRow("%s", text) << QByteArray(text);
}

// Whole, and every beginning of it, which must ask for more bytes or be known to be wrong.
void TestCursor::agreesWithDocument()
{
    QFETCH(const QByteArray, text);
    Cursor cursor(text);
    const bool isValue = !cursor.takeValue().isEmpty() && cursor.isAtEnd();
    QCOMPARE(isValue, Document::parse(text).has_value());
    if (!isValue)
        return;
    for (qsizetype length = 0; length < text.trimmed().size(); ++length) {
        const QByteArray start = text.first(length);
        Cursor part(start);
        const bool taken = !part.takeValue().isEmpty();
        QVERIFY2(taken ? Document::parse(start).has_value() : part.ranOut(), start.constData());
    }
}

void TestCursor::walks()
{
    Cursor cursor(R"( { "a" : [ 1 , "x" ] , "b\"" : {} , "c" : null } , rest)");
    QCOMPARE(cursor.peek(), Type::Object);
    QVERIFY(!cursor.enterArray());
    QVERIFY(cursor.enterObject());
    QVERIFY(cursor.nextMember());
    QCOMPARE(cursor.rawKey(), "\"a\"");
    QVERIFY(cursor.enterArray());
    QVERIFY(cursor.nextElement());
    QCOMPARE(cursor.takeValue(), "1");
    QVERIFY(cursor.nextElement());
    QCOMPARE(cursor.peek(), Type::String);
    QCOMPARE(cursor.takeValue(), "\"x\"");
    QVERIFY(!cursor.nextElement());
    QVERIFY(cursor.nextMember());
    QCOMPARE(cursor.rawKey(), R"("b\"")");
    QVERIFY(cursor.enterObject());
    QVERIFY(!cursor.nextMember());
    QVERIFY(cursor.nextMember());
    QCOMPARE(cursor.takeValue(), "null");
    QVERIFY(!cursor.nextMember());
    QVERIFY(!cursor.failed());
    QVERIFY(!cursor.isAtEnd());
    QCOMPARE(QByteArrayView(cursor.here()), ", rest");
}

void TestCursor::leavesNothingBehindAFailure()
{
    Cursor cursor(R"({"a":1 "b":2})");
    QVERIFY(cursor.enterObject());
    QVERIFY(cursor.nextMember());
    QCOMPARE(cursor.takeValue(), "1");
    QVERIFY(!cursor.nextMember());
    QVERIFY(cursor.failed());
    QVERIFY(!cursor.ranOut());
    QVERIFY(cursor.takeValue().isEmpty());
    QVERIFY(!cursor.nextMember());
    QVERIFY(!cursor.enterObject());
    QCOMPARE(cursor.peek(), Type::Absent);
}

void TestCursor::refusesWhatIsTooDeep()
{
    const auto nested = [](int depth) { return QByteArray(depth, '[') + QByteArray(depth, ']'); };
    const QByteArray deep = nested(maximumDepth);
    const QByteArray deeper = nested(maximumDepth + 1);
    QCOMPARE(Cursor(deep).takeValue().size(), deep.size());
    Cursor cursor(deeper);
    QVERIFY(cursor.takeValue().isEmpty());
    QVERIFY(!cursor.ranOut());
}

void TestCursor::knowsLengthsByBrackets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qsizetype>("length");
    QTest::newRow("broken object") << QByteArray(R"({"a" 1 "]\"}" [2}],3)") << qsizetype(18);
    QTest::newRow("word") << QByteArray("tru,1") << qsizetype(3);
    QTest::newRow("end of the list") << QByteArray("1x ]") << qsizetype(3);
    QTest::newRow("nothing") << QByteArray(",") << qsizetype(0);
    QTest::newRow("goes on") << QByteArray(R"({"a":"},)") << qsizetype(-1);
    QTest::newRow("ends in an escape") << QByteArray(R"("a\)") << qsizetype(-1);
}

void TestCursor::knowsLengthsByBrackets()
{
    QFETCH(const QByteArray, text);
    QTEST(lengthByBrackets(text), "length");
}

QTEST_APPLESS_MAIN(TestCursor)

#include "tst_cursor.moc"
