// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "parsed.h"
#include "json/format.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout::json;

class TestFormat : public QObject
{
    Q_OBJECT

private slots:
    void formats_data();
    void formats();
    void formatsAPart();
    void formatsTheDeepest();
    void formatsInPieces();
};

void TestFormat::formats_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("onOneLine");
    const auto row = [](const char *text, const char *expected, const char *onOneLine) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(expected) << QByteArray(onOneLine);
    };
    row(" 1.10 ", "1.10", "1.10");
    row("\"a\\u0062 [ ,\"", "\"a\\u0062 [ ,\"", "\"a\\u0062 [ ,\"");
    row("[ \n ]", "[]", "[]");
    row("{\t}", "{}", "{}");
    row("\xEF\xBB\xBF[]", "[]", "[]");
    row("[1,  2]", "[\n  1,\n  2\n]", "[1,2]");
    row("{\"b\" :1e400,\"a\":{ },\"b\":-0}", "{\n  \"b\": 1e400,\n  \"a\": {},\n  \"b\": -0\n}",
        "{\"b\":1e400,\"a\":{},\"b\":-0}");
    row("[[],[[null]],{\"\\ud800\":[true]}]",
        "[\n  [],\n  [\n    [\n      null\n    ]\n  ],\n  {\n    \"\\ud800\": [\n      true\n    "
        "]\n"
        "  }\n]",
        "[[],[[null]],{\"\\ud800\":[true]}]");
}

void TestFormat::formats()
{
    QFETCH(QByteArray, text);
    const Document document = parsed(text);
    QTEST(formatted(document.root()), "expected");
    QTEST(compact(document.root()), "onOneLine");
    QCOMPARE(document.text(), text);
    // Once formatted, nothing changes any more; the other layout leads to the same tokens.
    QFETCH(QByteArray, expected);
    QCOMPARE(formatted(parsed(expected).root()), expected);
    QCOMPARE(compact(parsed(expected).root()), compact(document.root()));
}

void TestFormat::formatsAPart()
{
    const Document document = parsed(R"({"a":[1,{"b":2}],"c":0})");
    QCOMPARE(formatted(document.root().member(u"a"), 4),
             "[\n    1,\n    {\n        \"b\": 2\n    }\n]");
    QCOMPARE(formatted(document.root().member(u"a"), 0), "[1,{\"b\":2}]");
    QCOMPARE(compact(document.root().member(u"c")), "0");
    QCOMPARE(formatted(Value()), "");
    QCOMPARE(compact(Value()), "");
}

void TestFormat::formatsTheDeepest()
{
    const QByteArray text = nested(maximumDepth, "[", "]");
    QCOMPARE(compact(parsed(formatted(parsed(text).root())).root()), text);
}

void TestFormat::formatsInPieces()
{
    // Wide at the deepest level: each element brings two kilobytes of indent.
    QByteArray text = QByteArray(maximumDepth, '[') + "0";
    for (int i = 0; i < 5000; ++i)
        text += ",0";
    const Document document = parsed(text + QByteArray(maximumDepth, ']'));
    QByteArray whole;
    qsizetype largest = 0;
    format(document.root(), [&](const QByteArray &piece) {
        whole += piece;
        largest = std::max(largest, piece.size());
    });
    QVERIFY(largest < 100 * 1024);
    QCOMPARE(whole, formatted(document.root()));
}

QTEST_APPLESS_MAIN(TestFormat)

#include "tst_format.moc"
