// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Every edit with the exact text that it leaves, and back.

#include "parsed.h"

#include <QtTest/QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::json;

namespace {

using Edit = std::function<Result<Splice>(Document &, NodeId)>;

Edit replace(const QByteArray &json)
{
    return [json](Document &document, NodeId node) { return document.replaceValue(node, json); };
}

Edit rename(const QString &key)
{
    return [key](Document &document, NodeId node) { return document.renameKey(node, key); };
}

Edit insert(qsizetype index, const QString &key, const QByteArray &json)
{
    return [=](Document &document, NodeId node) { return document.insert(node, index, key, json); };
}

Edit insert(qsizetype index, const QByteArray &json)
{
    return insert(index, {}, json);
}

Edit remove()
{
    return [](Document &document, NodeId node) { return document.remove(node); };
}

Edit move(qsizetype index)
{
    return [index](Document &document, NodeId node) { return document.move(node, index); };
}

using AddRow = std::function<void(const char *text, const QString &pointer, const Edit &edit,
                                  const char *result)>;

void addReplacements(const AddRow &row)
{
    row("1", {}, replace("[true]"), "[true]");
    row(" 1\n", {}, replace("{}"), " {}\n");
    row("\xEF\xBB\xBF 1", {}, replace("2"), "\xEF\xBB\xBF 2");
    row("[1, 2 ,3]", u"/1"_s, replace("1.10"), "[1, 1.10 ,3]");
    row("{\"a\": 1 }", u"/a"_s, replace("1e400"), "{\"a\": 1e400 }");
    row("{\"a\":[1,{\"b\":2}]}", u"/a"_s, replace("null"), "{\"a\":null}");
    row("{\"a\":[1,{\"b\":2}]}", u"/a/1/b"_s, replace("\"\\u0041\""),
        "{\"a\":[1,{\"b\":\"\\u0041\"}]}");
    row("{\"a\":1,\"a\":2}", u"/a"_s, replace("3"), "{\"a\":1,\"a\":3}");
    // Only the value itself is taken over, not what stands around it.
    row("[1]", u"/0"_s, replace(" \r\n\t2 \n"), "[2]");
    row("[1]", u"/0"_s, replace("\xEF\xBB\xBF{ \"a\" : 2 }\n"), "[{ \"a\" : 2 }]");
    row("1", {}, replace("\xEF\xBB\xBF 2 "), "2");
    row("\xEF\xBB\xBF[1]", {}, replace("\xEF\xBB\xBF[2]"), "\xEF\xBB\xBF[2]");
}

void addRenames(const AddRow &row)
{
    row("{\"a\" : 1}", u"/a"_s, rename(u"b"_s), "{\"b\" : 1}");
    row("{\"a\":1}", u"/a"_s, rename({}), "{\"\":1}");
    row("{\"\":1}", u"/"_s, rename(u"a\"\\\n"_s), "{\"a\\\"\\\\\\n\":1}");
    row("{\"a\":{\"a\":1}}", u"/a/a"_s, rename(u"ä"_s), "{\"a\":{\"ä\":1}}");
    row("{\"a\":1}", u"/a"_s, rename(QString(QChar(0xd800))), "{\"\\ud800\":1}");
    row("{\"a\":1,\"b\":2}", u"/b"_s, rename(u"a"_s), "{\"a\":1,\"a\":2}"); // a person may
}

void addInsertions(const AddRow &row)
{
    row("[]", {}, insert(0, "1"), "[1]");
    row("[ ]", {}, insert(0, "1"), "[1 ]");
    row("[1]", {}, insert(0, "0"), "[0,1]");
    row("[1]", {}, insert(1, "2"), "[1,2]");
    row("[1,2]", {}, insert(1, "9"), "[1,9,2]");
    row("[1, 2]", {}, insert(0, "9"), "[9, 1, 2]");
    row("[1, 2]", {}, insert(1, "9"), "[1, 9, 2]");
    row("[1, 2]", {}, insert(2, "9"), "[1, 2, 9]");
    row("[1, 2 ]", {}, insert(2, " [ ]\n"), "[1, 2, [ ] ]");
    row("[1]", {}, insert(1, "\xEF\xBB\xBF[2]"), "[1,[2]]");
    row("[1]", {}, insert(1, u"ignored"_s, "2"), "[1,2]");
    row("{}", {}, insert(0, u"a"_s, "1"), "{\"a\": 1}");
    row("{\"a\":1}", {}, insert(1, u"b"_s, "2"), "{\"a\":1,\"b\":2}");
    row("{\"a\": 1}", {}, insert(0, u"b"_s, "2"), "{\"b\": 2,\"a\": 1}");
    row("{\"a\" : 1, \"b\" : 2}", {}, insert(1, u"c\""_s, "3"),
        "{\"a\" : 1, \"c\\\"\" : 3, \"b\" : 2}");
    row("{\"a\":1}", {}, insert(1, u"a"_s, "2"), "{\"a\":1,\"a\":2}");
    row("{\"a\":1}", {}, insert(1, {}, "2"), "{\"a\":1,\"\":2}");
    row("{\"a\":[1],\"b\":2}", u"/a"_s, insert(1, "2"), "{\"a\":[1,2],\"b\":2}");
    row("[[],[]]", u"/1"_s, insert(0, "1"), "[[],[1]]");
    // In the style of the neighbours.
    row("{\n  \"a\": 1\n}\n", {}, insert(1, u"b"_s, "2"), "{\n  \"a\": 1,\n  \"b\": 2\n}\n");
    row("{\n  \"a\": 1\n}\n", {}, insert(0, u"b"_s, "2"), "{\n  \"b\": 2,\n  \"a\": 1\n}\n");
    row("{\r\n\t\"a\": 1,\r\n\t\"b\": 2\r\n}", {}, insert(1, u"c"_s, "3"),
        "{\r\n\t\"a\": 1,\r\n\t\"c\": 3,\r\n\t\"b\": 2\r\n}");
    row("[ 1\n, 2\n]", {}, insert(2, "3"), "[ 1\n, 2\n, 3\n]");
    row("[\n  1, 2\n]", {}, insert(2, "3"), "[\n  1, 2, 3\n]");
}

void addRemovals(const AddRow &row)
{
    row("[1]", u"/0"_s, remove(), "[]");
    row("[ 1 ]", u"/0"_s, remove(), "[]");
    row("{\n  \"a\": 1\n}", u"/a"_s, remove(), "{}");
    row("[1, 2, 3]", u"/0"_s, remove(), "[2, 3]");
    row("[1, 2, 3]", u"/1"_s, remove(), "[1, 3]");
    row("[1, 2, 3 ]", u"/2"_s, remove(), "[1, 2 ]");
    row("[1 , 2]", u"/1"_s, remove(), "[1]");
    row("[[1,2],[3],4]", u"/1"_s, remove(), "[[1,2],4]");
    row("[4,[1,[2]]]", u"/1"_s, remove(), "[4]");
    row("[[4,[1,[2]]],5]", u"/0/1/1"_s, remove(), "[[4,[1]],5]");
    row("{\"a\":1,\"b\":{\"c\":2}}", u"/b"_s, remove(), "{\"a\":1}");
    row("{\n  \"a\": 1,\n  \"b\": 2\n}", u"/a"_s, remove(), "{\n  \"b\": 2\n}");
    row("{\n  \"a\": 1,\n  \"b\": 2\n}", u"/b"_s, remove(), "{\n  \"a\": 1\n}");
    row("{\"a\":1,\"a\":2,\"b\":3}", u"/a"_s, remove(), "{\"a\":1,\"b\":3}");
}

void addMoves(const AddRow &row)
{
    row("[1, 2 ,3]", u"/0"_s, move(2), "[2, 3 ,1]");
    row("[1, 2 ,3]", u"/2"_s, move(0), "[3, 1 ,2]");
    row("[1, 2 ,3]", u"/1"_s, move(0), "[2, 1 ,3]");
    row("[1, 2 ,3]", u"/1"_s, move(2), "[1, 3 ,2]");
    row("[1, 2 ,3]", u"/1"_s, move(1), "[1, 2 ,3]");
    row("[[0],1,2,3,[4]]", u"/3"_s, move(1), "[[0],3,1,2,[4]]");
    row("{\n  \"a\": 1,\n  \"b\" : [2]\n}", u"/a"_s, move(1), "{\n  \"b\" : [2],\n  \"a\": 1\n}");
    row("{\"x\":{\"a\":1,\"b\":2,\"c\":3}}", u"/x/c"_s, move(0),
        "{\"x\":{\"c\":3,\"a\":1,\"b\":2}}");
}

} // namespace

Q_DECLARE_METATYPE(Edit)

class TestDocumentEdit : public QObject
{
    Q_OBJECT

private slots:
    void edits_data();
    void edits();
    void refuses_data();
    void refuses();
    void keepsToTheLimitOfNesting();
    void takesItsOwnTextAsValue();
    void appliesOnlyWhereItFits();
};

void TestDocumentEdit::edits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("result");
    for (const auto addTable :
         {addReplacements, addRenames, addInsertions, addRemovals, addMoves}) {
        addTable(
            [](const char *text, const QString &pointer, const Edit &edit, const char *result) {
                QTest::addRow("%s at '%s' to %s", text, qUtf8Printable(pointer), result)
                    << QByteArray(text) << pointer << edit << QByteArray(result);
            });
    }
}

void TestDocumentEdit::edits()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, pointer);
    QFETCH(Edit, edit);
    QFETCH(QByteArray, result);
    Document document = parsed(text);
    const Result<Splice> splice = edit(document, document.find(pointer).value());
    QVERIFY2(splice, qPrintable(splice ? QString() : splice.error().message));
    QCOMPARE(document.text(), result);
    QCOMPARE(QByteArray(text).replace(splice->at, splice->removed.size(), splice->inserted),
             result);
    QVERIFY(document.apply(splice->inverse()));
    QCOMPARE(document.text(), text);
    QVERIFY(document.apply(*splice));
    QCOMPARE(document.text(), result);
}

void TestDocumentEdit::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("message"); // its beginning
    const auto row = [](const char *name, const char *text, const QString &pointer,
                        const Edit &edit, const QString &message) {
        QTest::newRow(name) << QByteArray(text) << pointer << edit << message;
    };
    const QString invalid = u"Not valid JSON: "_s;
    const QString noPlace = u"There is no place "_s;
    row("nothing as value", "[1]", u"/0"_s, replace(""), invalid);
    row("two values", "[1]", u"/0"_s, replace("1, 2"), invalid + u"line 1, column 2"_s);
    row("broken value", "[1]", u"/0"_s, replace("[1"), invalid);
    row("value with a comment", "[1]", u"/0"_s, replace("1//"), invalid);
    row("escape from the array", "[1]", u"/0"_s, replace("1],[2"), invalid);
    row("vertical tab", "[1]", u"/0"_s, replace("2\v"), invalid);
    row("invalid UTF-8", "[1]", u"/0"_s, replace("\"\xff\""), invalid);
    row("rename an element", "[1]", u"/0"_s, rename(u"a"_s), u"Only a member"_s);
    row("rename the root", "1", {}, rename(u"a"_s), u"Only a member"_s);
    row("insert into a number", "1", {}, insert(0, "1"), u"Only objects and arrays"_s);
    row("insert into a string", "[\"a\"]", u"/0"_s, insert(0, "1"), u"Only objects and arrays"_s);
    row("insert before the start", "[1]", {}, insert(-1, "1"), noPlace);
    row("insert behind the end", "[1]", {}, insert(2, "1"), noPlace);
    row("insert two values", "[]", {}, insert(0, "1,2"), invalid);
    row("insert two members", "{}", {}, insert(0, u"a"_s, "1,\"b\":2"), invalid);
    row("insert nothing", "[]", {}, insert(0, " "), invalid);
    row("remove the root", "[1]", {}, remove(), u"The whole document"_s);
    row("move the root", "[1]", {}, move(0), noPlace);
    row("move before the start", "[1]", u"/0"_s, move(-1), noPlace);
    row("move behind the end", "[1]", u"/0"_s, move(1), noPlace);
}

void TestDocumentEdit::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, pointer);
    QFETCH(Edit, edit);
    QFETCH(QString, message);
    Document document = parsed(text);
    const Result<Splice> splice = edit(document, document.find(pointer).value());
    QVERIFY(!splice);
    QCOMPARE(splice.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(splice.error().message.left(message.size()), message);
    QCOMPARE(document.text(), text);
    QCOMPARE(document.nodes(), parsed(text).nodes());
}

void TestDocumentEdit::keepsToTheLimitOfNesting()
{
    const QByteArray deepest = nested(maximumDepth, "[", "]");
    Document document = parsed(deepest);
    const NodeId innermost = NodeId(document.nodes().size()) - 1;
    for (const Result<Splice> &refused :
         {document.replaceValue(innermost, "[]"), document.insert(innermost - 1, 0, {}, "{}")}) {
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"1024 levels"));
        QCOMPARE(document.text(), deepest);
    }
    QVERIFY(document.replaceValue(innermost, "2"));
}

void TestDocumentEdit::takesItsOwnTextAsValue()
{
    Document document = parsed("{\"a\":[1,2],\"b\":0}");
    QVERIFY(
        document.replaceValue(document.find(u"/b").value(), document.root().member(u"a").raw()));
    QCOMPARE(document.text(), "{\"a\":[1,2],\"b\":[1,2]}");
    QVERIFY(document.replaceValue(0, document.root().raw()));
    QCOMPARE(document.text(), "{\"a\":[1,2],\"b\":[1,2]}");
    QVERIFY(document.insert(document.find(u"/a").value(), 0, {}, document.text()));
    QCOMPARE(document.text(), "{\"a\":[{\"a\":[1,2],\"b\":[1,2]},1,2],\"b\":[1,2]}");
}

void TestDocumentEdit::appliesOnlyWhereItFits()
{
    Document document = parsed("[1,2]");
    for (const Splice &wrong :
         {Splice{1, "2", "3"}, Splice{-1, "", "1"}, Splice{99, "", " "}, Splice{4, "]]", "]"},
          Splice{1, "1", ""}, Splice{0, "[", "\xff["}}) {
        QVERIFY(!document.apply(wrong));
        QCOMPARE(document.text(), "[1,2]");
        QCOMPARE(document.root().size(), 2);
    }
    QVERIFY(document.apply({5, "", "\n"}));
    QCOMPARE(document.text(), "[1,2]\n");
}

QTEST_APPLESS_MAIN(TestDocumentEdit)

#include "tst_documentedit.moc"
