// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Every edit of the tree with the exact text that it leaves, and back.

#include "samedocument.h"
#include "json/strings.h"

#include <QtTest/QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::edit;

namespace {

using Edit = std::function<Result<Change>(const Document &, const Value &)>;

Document opened(const QByteArray &text)
{
    Result<Document> document = Document::open(text);
    if (!document)
        qFatal("The test's own JSON is broken: %ls", qUtf16Printable(document.error().message));
    return std::move(*document);
}

Edit replace(const QByteArray &json)
{
    return [json](const Document &document, const Value &value) {
        return document.replaceValue(value, json);
    };
}

Edit rename(const QString &key)
{
    return [key](const Document &document, const Value &value) {
        return document.renameKey(value, json::spell(key));
    };
}

Edit insert(qsizetype row, const QString &key, const QByteArray &json)
{
    return [=](const Document &document, const Value &value) {
        return document.insert(value, row, json::spell(key), json);
    };
}

Edit insert(qsizetype row, const QByteArray &json)
{
    return insert(row, {}, json);
}

Edit append(const QList<Member> &members)
{
    return [members](const Document &document, const Value &value) {
        return document.append(value, members);
    };
}

Edit remove()
{
    return [](const Document &document, const Value &value) { return document.remove(value); };
}

Edit move(qsizetype row)
{
    return
        [row](const Document &document, const Value &value) { return document.move(value, row); };
}

Edit moveTo(const QString &pointer, qsizetype row, const QByteArray &rawKey = {})
{
    return [=](const Document &document, const Value &value) {
        return document.move(value, document.find(pointer), row, rawKey);
    };
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
    // Opened over lines, where there are lines.
    row("{}\n", {}, insert(0, u"a"_s, "1"), "{\n  \"a\": 1\n}\n");
    row("{\n  \"a\": [ ]\n}", u"/a"_s, insert(0, "1"), "{\n  \"a\": [\n    1\n  ]\n}");
}

void addAppendings(const AddRow &row)
{
    const QList<Member> two{{"\"x\"", "1"}, {"\"\\u0079\"", "[2]"}};
    row("{}", {}, append(two), "{\"x\": 1,\"\\u0079\": [2]}");
    row("{ }", {}, append(two), "{\"x\": 1,\"\\u0079\": [2] }");
    row("{\"a\":1}", {}, append(two), "{\"a\":1,\"x\":1,\"\\u0079\":[2]}");
    row("{\n \"a\" :1\n}", {}, append(two), "{\n \"a\" :1,\n \"x\" :1,\n \"\\u0079\" :[2]\n}");
    row("{\"o\":{\"a\":1, \"b\":2}}", u"/o"_s, append(two),
        "{\"o\":{\"a\":1, \"b\":2, \"x\":1, \"\\u0079\":[2]}}");
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
    row("[1, [2], 3]", u"/2"_s, moveTo(u"/1"_s, 0), "[1, [3,2]]");
    row("[1, [2], 3]", u"/0"_s, moveTo(u"/1"_s, 1), "[[2,1], 3]");
    row("[1, [2, 3]]", u"/1/0"_s, moveTo({}, 0), "[2, 1, [3]]");
    row("{\"a\":{\"b\": 1},\"c\":2}", u"/a/b"_s, moveTo({}, 2, "\"b\""),
        "{\"a\":{},\"c\":2,\"b\":1}");
    row("{\"a\": 1,\n    \"b\": {}}", u"/a"_s, moveTo(u"/b"_s, 0, "\"a\""),
        "{\"b\": {\n  \"a\": 1\n}}");
}

} // namespace

Q_DECLARE_METATYPE(Edit)

class TestEdits : public QObject
{
    Q_OBJECT

private slots:
    void edits_data();
    void edits();
    void refuses_data();
    void refuses();
    void keepsToTheLimitOfNesting();
    void appliesOnlyWhereItFits();
    void laysOut_data();
    void laysOut();
};

void TestEdits::edits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("result");
    for (const auto addTable :
         {addReplacements, addRenames, addInsertions, addAppendings, addRemovals, addMoves}) {
        addTable(
            [](const char *text, const QString &pointer, const Edit &edit, const char *result) {
                QTest::addRow("%s at '%s' to %s", text, qUtf8Printable(pointer), result)
                    << QByteArray(text) << pointer << edit << QByteArray(result);
            });
    }
}

void TestEdits::edits()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, pointer);
    QFETCH(Edit, edit);
    QFETCH(QByteArray, result);
    Document document = opened(text);
    const Result<Change> change = edit(document, document.find(pointer));
    QVERIFY2(change, qPrintable(change ? QString() : change.error().message));
    QCOMPARE(document.text().bytes(), text); // nothing yet
    QVERIFY(document.apply(*change));
    QCOMPARE(document.text().bytes(), result);
    QCOMPARE(difference(document), QString());
    QVERIFY(document.apply(change->inverse()));
    QCOMPARE(document.text().bytes(), text);
    QCOMPARE(difference(document), QString());
    QVERIFY(document.apply(*change));
    QCOMPARE(document.text().bytes(), result);
    QCOMPARE(difference(document), QString());
}

void TestEdits::refuses_data()
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
    row("move into itself", "[[1]]", u"/0"_s, moveTo(u"/0"_s, 0), u"A value cannot be moved"_s);
    row("move into what it holds", "[[[1]]]", u"/0"_s, moveTo(u"/0/0"_s, 0),
        u"A value cannot be moved"_s);
    row("move into a number", "[1,2]", u"/0"_s, moveTo(u"/1"_s, 0), u"Only objects and arrays"_s);
}

void TestEdits::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, pointer);
    QFETCH(Edit, edit);
    QFETCH(QString, message);
    const Document document = opened(text);
    const Result<Change> change = edit(document, document.find(pointer));
    QVERIFY(!change);
    QCOMPARE(change.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(change.error().message.left(message.size()), message);
}

void TestEdits::keepsToTheLimitOfNesting()
{
    const QByteArray deepest = QByteArray("[").repeated(json::maximumDepth) + '1'
        + QByteArray("]").repeated(json::maximumDepth);
    Document document = opened(deepest);
    const Value innermost = document.valueAt(json::maximumDepth);
    QCOMPARE(innermost.raw(), "1");
    for (const Result<Change> &refused :
         {document.replaceValue(innermost, "[]"), document.insert(innermost.parent(), 0, {}, "{}"),
          document.insert(document.root(), 0, {}, deepest)}) {
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"1024 levels"));
    }
    QVERIFY(document.apply(*document.replaceValue(innermost, "2")));
    QCOMPARE(document.text().bytes(), QByteArray(deepest).replace('1', '2'));
    // What a person types is held to it, too.
    QVERIFY(document.apply(document.replaceText(json::maximumDepth, 1, "[]")));
    QVERIFY(document.broken());
    QVERIFY(document.broken()->error.message.contains(u"1024 levels"));
}

void TestEdits::appliesOnlyWhereItFits()
{
    Document document = opened("[1,2]");
    for (const Splice &wrong :
         {Splice{1, "2", "3"}, Splice{-1, "", "1"}, Splice{99, "", " "}, Splice{4, "]]", "]"}}) {
        const Splice good{1, "1", "4"};
        for (const QList<Splice> &splices : {QList<Splice>{wrong}, QList<Splice>{good, wrong}}) {
            QVERIFY(!document.apply({Change::Kind::Value, {0}, {}, 1, splices}));
            QCOMPARE(document.text().bytes(), "[1,2]");
            QCOMPARE(difference(document), QString());
        }
    }
}

void TestEdits::laysOut_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("on one line") << QByteArray("{}") << QString() << QByteArray(" {\"a\":1} ")
                                 << QByteArray("{\"a\":1}");
    QTest::newRow("a scalar") << QByteArray("{\n}") << QString() << QByteArray("1")
                              << QByteArray("1");
    QTest::newRow("over lines") << QByteArray("{\n}") << QString() << QByteArray("[1]")
                                << QByteArray("[\n    1\n  ]");
    QTest::newRow("as its siblings") << QByteArray("{\n\t\"a\": 1}") << QString()
                                     << QByteArray("[1]") << QByteArray("[\n\t  1\n\t]");
    QTest::newRow("siblings on one line")
        << QByteArray("[\n[1, 2]]") << u"/0"_s << QByteArray("[3]") << QByteArray("[3]");
}

void TestEdits::laysOut()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, pointer);
    QFETCH(QByteArray, json);
    const Document document = opened(text);
    const Result<QByteArray> laidOut = document.laidOut(document.find(pointer), json);
    QVERIFY(laidOut);
    QTEST(*laidOut, "result");
}

QTEST_APPLESS_MAIN(TestEdits)

#include "tst_edits.moc"
