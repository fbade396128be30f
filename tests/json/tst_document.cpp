// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Reading a document: values, places, pointers, duplicate keys.

#include "parsed.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::json;

class TestDocument : public QObject
{
    Q_OBJECT

private slots:
    void readsValues_data();
    void readsValues();
    void readsTheTree();
    void asksAbsentValues();
    void takesTheLastOfEqualKeys();
    void keepsOddText();
    void copies();
    void findsPositions_data();
    void findsPositions();
    void findsPointers_data();
    void findsPointers();
    void refusesPointers_data();
    void refusesPointers();
    void findsDuplicateKeys_data();
    void findsDuplicateKeys();
};

void TestDocument::readsValues_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Type>("type");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *json, Type type, const QString &text) {
        QTest::newRow(json) << QByteArray(json) << type << text;
    };
    row("null", Type::Null, u"null"_s);
    row("true", Type::Bool, u"true"_s);
    row("false", Type::Bool, u"false"_s);
    row("18446744073709551615", Type::Number, u"18446744073709551615"_s);
    row("1.10", Type::Number, u"1.10"_s);
    row("-0", Type::Number, u"-0"_s);
    row("1e400", Type::Number, u"1e400"_s);
    row("\"\"", Type::String, u""_s);
    row("\"1.10\"", Type::String, u"1.10"_s);
    row("\"a\\u00e4\\n\\/\"", Type::String, u"aä\n/"_s);
    row("\"\\ud83d\\ude00\"", Type::String, u"\U0001F600"_s);
    row("\"\\ud800\"", Type::String, QString(QChar(0xd800)));
    row("\"a\\u0000b\"", Type::String, u"a%1b"_s.arg(QChar(0)));
    row("[1]", Type::Array, {});
    row("{\"a\":1}", Type::Object, {});
}

void TestDocument::readsValues()
{
    QFETCH(QByteArray, json);
    QFETCH(Type, type);
    QFETCH(QString, text);
    const Document document = parsed("[0, {\"key\" :  " + json + " } ]");
    const Value value = document.root().at(1).member(u"key");
    QCOMPARE(value.type(), type);
    QCOMPARE(value.raw().toByteArray(), json);
    QCOMPARE(value.rawKey().toByteArray(), "\"key\"");
    QCOMPARE(value.text(), text);
    QCOMPARE(value.offset(), 14);
    QCOMPARE(value.keyOffset(), 5);
    QCOMPARE(value.pointer(), u"/1/key"_s);
}

void TestDocument::readsTheTree()
{
    const Document document = parsed(R"({"a":[10,[20,21],{}],"b~/":{"":true},"c":[]})");
    const Value root = document.root();
    QCOMPARE(root.size(), 3);
    QVERIFY(root.isObject());
    QVERIFY(root.rawKey().isEmpty());
    QVERIFY(root.key().isNull());
    QVERIFY(!root.parent().exists());
    QCOMPARE(root.pointer(), QString());

    QStringList pointers;
    for (NodeId id = 0; id < NodeId(document.nodes().size()); ++id)
        pointers.append(Value(&document, id).pointer());
    QCOMPARE(pointers.join(u' '), u" /a /a/0 /a/1 /a/1/0 /a/1/1 /a/2 /b~0~1 /b~0~1/ /c"_s);

    QStringList keys;
    for (const Value member : root)
        keys.append(member.key());
    QCOMPARE(keys, (QStringList{u"a"_s, u"b~/"_s, u"c"_s}));

    const Value a = root.member(u"a");
    QVERIFY(a.isArray());
    QCOMPARE(a.size(), 3);
    QCOMPARE(a.at(1).at(1).text(), u"21"_s);
    QCOMPARE(a.at(1).at(1).parent().parent().node(), a.node());
    QCOMPARE(a.at(0).keyOffset(), a.at(0).offset());
    QVERIFY(!a.at(3).exists());
    QVERIFY(!a.at(-1).exists());
    QVERIFY(!a.member(u"0").exists());
    QCOMPARE(root.at(2).key(), u"c"_s);
    QCOMPARE(root.at(2).begin(), root.at(2).end());
    QCOMPARE(root.member(u"b~/").member(u"").type(), Type::Bool);
    QVERIFY(!root.member(u"b").exists());
}

void TestDocument::asksAbsentValues()
{
    const Document document = parsed("[\"text\"]");
    for (const Value &value : {Value(), document.root().member(u"a"), document.root().at(7),
                               document.root().at(0).at(0).member(u"x").at(3)}) {
        QVERIFY(!value.exists());
        QCOMPARE(value.type(), Type::Absent);
        QVERIFY(!value.isObject());
        QVERIFY(!value.isArray());
        QVERIFY(value.raw().isEmpty());
        QVERIFY(value.rawKey().isEmpty());
        QVERIFY(value.key().isEmpty());
        QVERIFY(value.text().isEmpty());
        QCOMPARE(value.size(), 0);
        QCOMPARE(value.offset(), 0);
        QCOMPARE(value.keyOffset(), 0);
        QVERIFY(!value.parent().exists());
        QVERIFY(value.pointer().isEmpty());
        QCOMPARE(value.begin(), value.end());
    }
}

void TestDocument::takesTheLastOfEqualKeys()
{
    const Document document = parsed(R"({"a":1,"b":2,"\u0061":3})");
    QCOMPARE(document.root().member(u"a").text(), u"3"_s);
    QCOMPARE(document.root().size(), 3);
    QCOMPARE(document.root().at(0).pointer(), document.root().at(2).pointer());
}

void TestDocument::keepsOddText()
{
    const QByteArray text(
        "\xEF\xBB\xBF \r\n{ \"b\" :1.10,\t\"a\":\"\\u0041\\/\" ,\"b\":1e400}\n\n");
    QCOMPARE(parsed(text).text(), text);
    // A mark inside a string is a character like any other.
    const Document marks = parsed("{\"\xEF\xBB\xBF\x61\":1,\"a\":2}");
    QCOMPARE(marks.root().at(0).key(), u"\uFEFFa"_s);
    QCOMPARE(marks.root().member(u"a").text(), u"2"_s);
    QVERIFY(findDuplicateKeys(marks).isEmpty());
}

void TestDocument::copies()
{
    Document copy = parsed("[1,2]");
    {
        const Document original = parsed("{\"a\":[true]}");
        copy = original;
    }
    QCOMPARE(copy.root().member(u"a").at(0).raw().toByteArray(), "true");
    const Document before = copy;
    QVERIFY(copy.replaceValue(0, "7"));
    QCOMPARE(before.text(), "{\"a\":[true]}");
    QCOMPARE(before.root().member(u"a").size(), 1);
}

void TestDocument::findsPositions_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("start") << QByteArray("[1]") << 0 << 1 << 1;
    QTest::newRow("end") << QByteArray("[1]") << 3 << 1 << 4;
    QTest::newRow("behind a line break") << QByteArray("[\n1]") << 2 << 2 << 1;
    QTest::newRow("the line break itself") << QByteArray("[\n1]") << 1 << 1 << 2;
    QTest::newRow("CRLF") << QByteArray("[\r\n1]") << 3 << 2 << 1;
    QTest::newRow("empty lines") << QByteArray("\n\n\n1") << 3 << 4 << 1;
    QTest::newRow("behind an umlaut") << QByteArray("[\"ä\",1]") << 6 << 1 << 6;
    QTest::newRow("behind an emoji") << QByteArray("[\"\U0001F600\",1]") << 8 << 1 << 6;
    QTest::newRow("behind the mark") << QByteArray("\xEF\xBB\xBF[]") << 3 << 1 << 1;
    QTest::newRow("line behind the mark") << QByteArray("\xEF\xBB\xBF\n[]") << 4 << 2 << 1;
}

void TestDocument::findsPositions()
{
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    const Position position = parsed(text).positionOf(offset);
    QTEST(int(position.line), "line");
    QTEST(int(position.column), "column");
}

constexpr char pointerText[] =
    R"({"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3," ":7,"m~n":8,"~1":{"":{"":9}},
       "0":10,"ä\u0000":11,"deep":[[{"x":12}]],"twice":1,"twice":13})";

void TestDocument::findsPointers_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("raw");
    const auto row = [](const QString &pointer, const char *raw) {
        QTest::addRow("'%s'", qUtf8Printable(pointer)) << pointer << QByteArray(raw);
    };
    // The examples of RFC 6901, section 5, and more.
    row(u"/foo"_s, "[\"bar\",\"baz\"]");
    row(u"/foo/0"_s, "\"bar\"");
    row(u"/foo/1"_s, "\"baz\"");
    row(u"/"_s, "0");
    row(u"/a~1b"_s, "1");
    row(u"/c%d"_s, "2");
    row(u"/e^f"_s, "3");
    row(u"/ "_s, "7");
    row(u"/m~0n"_s, "8");
    row(u"/~01"_s, "{\"\":{\"\":9}}");
    row(u"/~01//"_s, "9");
    row(u"/0"_s, "10");
    row(u"/ä"_s + QChar(0), "11");
    row(u"/deep/0/0/x"_s, "12");
    row(u"/twice"_s, "13");
}

void TestDocument::findsPointers()
{
    QFETCH(QString, pointer);
    const Document document = parsed(pointerText);
    const std::optional<NodeId> node = document.find(pointer);
    QVERIFY(node);
    const Value value(&document, *node);
    QTEST(value.raw().toByteArray(), "raw");
    QCOMPARE(value.pointer(), pointer);
    QCOMPARE(document.find(u""), 0u);
}

void TestDocument::refusesPointers_data()
{
    QTest::addColumn<QString>("pointer");
    for (const QString &pointer : {u"foo"_s,      u"#/foo"_s,
                                   u"/fo"_s,      u"/foo/"_s,
                                   u"/foo/2"_s,   u"/foo/-1"_s,
                                   u"/foo/-"_s,   u"/foo/00"_s,
                                   u"/foo/01"_s,  u"/foo/+1"_s,
                                   u"/foo/ 1"_s,  u"/foo/1 "_s,
                                   u"/foo/1.0"_s, u"/foo/99999999999999999999"_s,
                                   u"/foo/0/0"_s, u"/foo/٠"_s,
                                   u"/a/b"_s,     u"/m~n"_s,
                                   u"/~1"_s,      u"/~2"_s,
                                   u"/m~"_s,      u"/foo/0/"_s,
                                   u"//"_s,       u"/Foo"_s})
        QTest::newRow(qUtf8Printable(pointer)) << pointer;
}

void TestDocument::refusesPointers()
{
    QFETCH(QString, pointer);
    QVERIFY(!parsed(pointerText).find(pointer));
}

void TestDocument::findsDuplicateKeys_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("places"); // key offset of first and second
    const auto row = [](const char *text, const QString &places) {
        QTest::newRow(text) << QByteArray(text) << places;
    };
    row("{}", {});
    row("[1,1]", {});
    row(R"({"a":1,"b":1})", {});
    row(R"({"a":1,"A":1})", {});
    row(R"({"a":{"a":1}})", {});
    row(R"([{"a":1},{"a":1}])", {});
    row(R"({"a":1,"a":1})", u"1-7"_s);
    row(R"({"a":1,"\u0061":1})", u"1-7"_s);
    row(R"({"\/":1,"/":1})", u"1-8"_s);
    row(R"({"":1,"":1})", u"1-6"_s);
    row(R"({"\ud83d\ude00":1,"😀":1})", u"1-18"_s);
    row(R"({"\ud800":1,"\uD800":1})", u"1-12"_s);
    row(R"({"\ud800":1,"\udc00":1})", {});
    row(R"({"a\u0000":1,"a":1})", {});
    row(R"({"a":1,"a":2,"a":3})", u"1-7 1-13"_s);
    row(R"({"x":{"a":1,"a":2},"x":[{"b":0,"b":0}]})", u"1-19 6-12 25-31"_s);
    row("{\"b\":1,\"a\":1.10,\"big\":18446744073709551615,\"a\":2,\"e\":1e400}", u"7-43"_s);
}

void TestDocument::findsDuplicateKeys()
{
    QFETCH(QByteArray, text);
    const Document document = parsed(text);
    QStringList places;
    for (const DuplicateKey &duplicate : findDuplicateKeys(document)) {
        places.append(u"%1-%2"_s.arg(Value(&document, duplicate.first).keyOffset())
                          .arg(Value(&document, duplicate.second).keyOffset()));
    }
    QTEST(places.join(u' '), "places");
}

QTEST_APPLESS_MAIN(TestDocument)

#include "tst_document.moc"
