// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What a document says of itself, what stays through changes, and what is while it is broken.

#include "samedocument.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::edit;

namespace {

Document opened(const QByteArray &text)
{
    Result<Document> document = Document::open(text);
    if (!document)
        qFatal("The test's own JSON is broken: %ls", qUtf16Printable(document.error().message));
    return std::move(*document);
}

void change(Document &document, const Result<Change> &change)
{
    QVERIFY2(change, qPrintable(change ? QString() : change.error().message));
    QVERIFY(document.apply(*change));
    QCOMPARE(difference(document), QString());
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT

private slots:
    void startsAsNull();
    void opensWhatParsingTakes_data();
    void opensWhatParsingTakes();
    void findsValues();
    void tellsWhatStandsAtAnOffset();
    void absentValuesAnswer();
    void findsDuplicatesHoweverSpelled_data();
    void findsDuplicatesHoweverSpelled();
    void findsDuplicates();
    void findsManyDuplicates();
    void handlesFollow();
    void handlesOfWhatIsGone();
    void handlesOutliveTheDocument();
    void homesStay();
    void keepsTheLastGoodTree();
    void isMended();
    void refusesTreeEditsWhileBroken();
};

void TestDocument::startsAsNull()
{
    const Document document;
    QCOMPARE(document.text().bytes(), "null");
    QCOMPARE(difference(document), QString());
}

void TestDocument::opensWhatParsingTakes_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",
                             " ",
                             "1",
                             "-",
                             "01",
                             "1.",
                             "tru",
                             "nul",
                             "\"",
                             "\"\\",
                             "\"\\u12",
                             "\"\\x\"",
                             "\"\n\"",
                             "[",
                             "[1",
                             "[1,",
                             "[1,]",
                             "[,1]",
                             "[1 2]",
                             "[}",
                             "]",
                             "{",
                             "{\"",
                             "{\"a\"",
                             "{\"a\":",
                             "{\"a\":1",
                             "{\"a\":1,",
                             "{\"a\":1,}",
                             "{a:1}",
                             "{\"a\" 1}",
                             "{\"a\":}",
                             "{1:2}",
                             "{]",
                             "1 2",
                             "[] []",
                             "{} x",
                             "\xEF\xBB\xBF[1]",
                             "\xEF\xBB\xBF\xEF\xBB\xBF[1]",
                             " \xEF\xBB\xBF",
                             "\xEF\xBB\xBF[x]",
                             "[\"\xff\"]",
                             "[\n1,\n  \xC3\xA4]",
                             "\"\xC3\xA4\" x",
                             "[1]\n",
                             "[\"\xC3"}) {
        QTest::newRow(text) << QByteArray(text);
    }
    const qsizetype deepest = json::maximumDepth;
    QTest::newRow("deepest") << QByteArray("[").repeated(deepest)
            + QByteArray("]").repeated(deepest);
    QTest::newRow("too deep") << QByteArray("[").repeated(deepest + 1);
    QTest::newRow("NUL") << QByteArray("[1,\0]", 5);
    QTest::newRow("far behind") << '[' + QByteArray("\"\xC3\xA4\", ").repeated(9000) + "x]";
}

void TestDocument::opensWhatParsingTakes()
{
    QFETCH(QByteArray, text);
    const Result<Document> document = Document::open(text);
    const Result<json::Document> read = json::Document::parse(text);
    QCOMPARE(document.has_value(), read.has_value());
    if (!read)
        QCOMPARE(document.error(), read.error());
    else
        QCOMPARE(difference(*document), QString());
}

void TestDocument::findsValues()
{
    const Document document = opened(R"({"a":[1,{"b/~":"\u00e4"}],"a":2,"":3})");
    QCOMPARE(document.find({}).raw(), document.text().bytes());
    QCOMPARE(document.find(u"/a").raw(), "2"); // of equal keys the last
    QCOMPARE(document.find(u"/").text(), u"3"_s);
    QCOMPARE(document.at({0, 1, 0}).text(), u"ä"_s);
    QCOMPARE(document.at({0, 1, 0}).pointer(), u"/a/1/b~1~0"_s);
    QCOMPARE(document.at({0, 1, 0}).path(), Path({0, 1, 0}));
    for (const char16_t *nowhere : {u"a", u"/x", u"/a/0", u"/a~", u"/~2"})
        QVERIFY(!document.find(QString::fromUtf16(nowhere)).exists());
    const Document array = opened("[1,[2]]");
    QCOMPARE(array.find(u"/1/0").raw(), "2");
    for (const char16_t *nowhere : {u"/2", u"/-1", u"/01", u"/-", u"/0/0"})
        QVERIFY(!array.find(QString::fromUtf16(nowhere)).exists());
    QVERIFY(!array.at({1, 1}).exists());
}

void TestDocument::tellsWhatStandsAtAnOffset()
{
    const QByteArray text = " {\"a\" : [1, {} ,\"x\"] } ";
    const Document document = opened(text);
    const auto at = [&](const char *part) {
        return document.valueAt(text.indexOf(part)).pointer();
    };
    QCOMPARE(at("1"), u"/a/0"_s);
    QCOMPARE(at("{} "), u"/a/1"_s);
    QCOMPARE(at("} ,"), u"/a/1"_s);
    QCOMPARE(at(" ,"), u"/a"_s);
    QCOMPARE(at("x"), u"/a/2"_s);
    QCOMPARE(at("]"), u"/a"_s);
    QCOMPARE(at("a"), u"/a"_s);
    QCOMPARE(at(" : "), u"/a"_s);
    QCOMPARE(document.valueAt(0).pointer(), QString());
    QCOMPARE(document.valueAt(text.size()).pointer(), QString());
}

void TestDocument::absentValuesAnswer()
{
    const Value absent;
    QVERIFY(!absent.exists());
    QCOMPARE(absent.type(), json::Type::Absent);
    QVERIFY(absent.raw().isEmpty() && absent.rawKey().isEmpty() && absent.text().isEmpty());
    QVERIFY(absent.isEmpty() && absent.size() == 0 && absent.path().isEmpty());
    QVERIFY(!absent.parent().exists() && !absent.at(0).exists() && !absent.next().exists());
    QVERIFY(!absent.member(u"a").exists() && !absent.isDuplicate() && !absent.holdsDuplicates());
}

void TestDocument::findsDuplicatesHoweverSpelled_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("none") << QByteArray(R"({"a":1,"b":{"a":1}})");
    QTest::newRow("three") << QByteArray(R"({"a":1,"a":2,"a":3})");
    QTest::newRow("nested") << QByteArray(R"({"n":[{"x":1,"x":{"y":1,"y":2}}]})");
    QTest::newRow("escapes") << QByteArray(R"({"\u0061":1,"a":2,"\/":1,"/":2,"\n":1,"\u000a":2})");
    QTest::newRow("surrogates") << QByteArray(R"({"\ud800":1,"\ud801":2,"\uD800":3,"?":4})");
    QTest::newRow("a pair") << QByteArray("{\"\\ud83d\\ude00\":1,\"\xF0\x9F\x98\x80\":2}");
    QTest::newRow("of elements") << QByteArray(R"(["a","a"])");
}

void TestDocument::findsDuplicatesHoweverSpelled()
{
    QFETCH(QByteArray, text);
    QCOMPARE(difference(opened(text)), QString());
}

// By their square it would take longer than a test may.
void TestDocument::findsManyDuplicates()
{
    QByteArray text = "{";
    for (int key = 0; key < 100'000; ++key)
        text += (key == 0 ? "\"" : ",\"") + QByteArray::number(key / 2) + "\":1";
    Document document = opened(text + '}');
    for (Value member = document.root().at(0); member.exists(); member = member.next())
        QVERIFY(member.isDuplicate());
    QVERIFY(document.apply(*document.remove(document.root().at(99'999))));
    QVERIFY(!document.root().at(99'998).isDuplicate());
    QCOMPARE(document.nextDuplicate({99'000}).path(), Path({99'001}));
}

void TestDocument::findsDuplicates()
{
    Document document = opened(R"([{"a":1,"\u0061":2,"b":3},{"a":{"c":1,"c":2}},{"a":1,"A":2}])");
    QVERIFY(document.hasDuplicateKeys());
    QCOMPARE(document.nextDuplicate({}).path(), Path({0, 1}));
    QCOMPARE(document.nextDuplicate({0, 1}).path(), Path({1, 0, 1}));
    QVERIFY(!document.nextDuplicate({1, 0, 1}).exists());
    QVERIFY(document.at({0, 0}).isDuplicate());
    QVERIFY(!document.at({0, 2}).isDuplicate());
    QVERIFY(document.at({1, 0}).holdsDuplicates());
    QVERIFY(!document.at({2}).holdsDuplicates());
    change(document, document.renameKey(document.at({0, 0}), "\"x\""));
    QCOMPARE(document.nextDuplicate({}).path(), Path({1, 0, 1}));
    change(document, document.remove(document.at({1, 0, 0})));
    QVERIFY(!document.hasDuplicateKeys());
    change(document, document.insert(document.at({2}), 0, "\"A\"", "null"));
    QCOMPARE(document.nextDuplicate({}).path(), Path({2, 2}));
}

void TestDocument::handlesFollow()
{
    Document document = opened(R"({"a":[1,2,3],"b":{"c":true}})");
    const Handle two = document.handle(document.find(u"/a/1"));
    const Handle c = document.handle(document.find(u"/b/c"));
    const Handle root = document.handle(document.root());
    const auto pointers = [&] {
        return QStringList{document.value(two).pointer(), document.value(c).pointer()};
    };
    change(document, document.insert(document.find(u"/a"), 0, {}, "0"));
    QCOMPARE(pointers(), QStringList({u"/a/2"_s, u"/b/c"_s}));
    change(document, document.remove(document.find(u"/a/1")));
    QCOMPARE(pointers(), QStringList({u"/a/1"_s, u"/b/c"_s}));
    change(document, document.move(document.find(u"/a/1"), 2));
    QCOMPARE(pointers(), QStringList({u"/a/2"_s, u"/b/c"_s}));
    change(document, document.move(document.find(u"/a/0"), 1));
    QCOMPARE(pointers(), QStringList({u"/a/2"_s, u"/b/c"_s}));
    change(document, document.replaceValue(document.find(u"/a/2"), "\"two\""));
    QCOMPARE(document.value(two).raw(), "\"two\"");
    change(document, document.renameKey(document.find(u"/b"), "\"d\""));
    QCOMPARE(pointers(), QStringList({u"/a/2"_s, u"/d/c"_s}));
    const Result<Change> across = document.move(document.find(u"/d/c"), document.find(u"/a"), 0,
                                                {});
    change(document, across);
    QCOMPARE(pointers(), QStringList({u"/a/3"_s, u"/a/0"_s}));
    QVERIFY(document.apply(across->inverse()));
    QCOMPARE(pointers(), QStringList({u"/a/2"_s, u"/d/c"_s}));
    change(document, document.replaceValue(document.root(), "7"));
    QCOMPARE(document.value(root).raw(), "7");
}

void TestDocument::handlesOfWhatIsGone()
{
    Document document = opened("[[1],[2],3]");
    const Handle inside = document.handle(document.find(u"/1/0"));
    const Handle three = document.handle(document.find(u"/2"));
    change(document, document.remove(document.find(u"/1")));
    QVERIFY(!document.value(inside).exists());
    QCOMPARE(document.value(three).pointer(), u"/1"_s);
    change(document, document.remove(document.find(u"/1")));
    QVERIFY(!document.value(three).exists());
    QVERIFY(!document.value(Handle()).exists());
}

void TestDocument::handlesOutliveTheDocument()
{
    Handle handle;
    {
        const Document document = opened("[1]");
        handle = document.handle(document.find(u"/0"));
        QVERIFY(document.value(handle).exists());
    }
    const Document another = opened("[1]");
    QVERIFY(!another.value(handle).exists());
}

// What a model has pointed to stays good, where what is inside has not been replaced.
void TestDocument::homesStay()
{
    Document document = opened(R"({"a":{"x":[1]},"b":[2],"c":[[3],[4]]})");
    const void *root = document.root().homeOfChildren();
    const void *x = document.find(u"/a/x").homeOfChildren();
    const void *four = document.find(u"/c/1").homeOfChildren();
    QCOMPARE(document.find(u"/a/x/0").home(), x);
    QCOMPARE(document.child(x, 0).pointer(), u"/a/x/0"_s);
    change(document, document.renameKey(document.find(u"/a"), "\"aa\""));
    change(document, document.insert(document.root(), 0, "\"z\"", "0"));
    change(document, document.insert(document.find(u"/aa"), 0, "\"y\"", "[]"));
    change(document, document.move(document.find(u"/aa"), 2));
    change(document, document.move(document.find(u"/c/1"), 0));
    QCOMPARE(document.child(x, 0).pointer(), u"/aa/x/0"_s);
    QCOMPARE(document.child(four, 0).pointer(), u"/c/0/0"_s);
    change(document, document.move(document.find(u"/aa/x"), document.find(u"/c"), 1, {}));
    QCOMPARE(document.child(x, 0).pointer(), u"/c/1/0"_s);
    // An array that becomes an object keeps what is inside, and is the same one.
    const void *c = document.find(u"/c").homeOfChildren();
    Result<Change> shape = document.replaceValue(document.find(u"/c"),
                                                 R"({"0":[4],"1":[1],"2":[3]})");
    shape->kind = Change::Kind::Shape;
    change(document, shape);
    QCOMPARE(document.find(u"/c").homeOfChildren(), c);
    QCOMPARE(document.child(x, 0).pointer(), u"/c/1/0"_s);
    QVERIFY(document.apply(shape->inverse()));
    QCOMPARE(document.find(u"/c").homeOfChildren(), c);
    QCOMPARE(document.child(four, 0).pointer(), u"/c/0/0"_s);
    QCOMPARE(document.root().homeOfChildren(), root);
    QCOMPARE(difference(document), QString());
}

void TestDocument::keepsTheLastGoodTree()
{
    Document document = opened("{\n  \"a\": [1, 2],\n  \"b\": 3\n}");
    const QByteArray good = document.text().bytes();
    QVERIFY(document.apply(document.replaceText(good.indexOf(", 2"), 1, {})));
    QCOMPARE(document.text().bytes(), QByteArray(good).replace(", 2", " 2"));
    QVERIFY(document.broken());
    QCOMPARE(document.broken()->offset, good.indexOf("2]") - 1);
    QCOMPARE(document.broken()->position.line, 2);
    QCOMPARE(document.broken()->position.column, 11);
    QCOMPARE(document.broken()->error.message,
             u"Not valid JSON: line 2, column 11: expected ',' or ']', found '2'."_s);
    QCOMPARE(document.root().raw(), good);
    QCOMPARE(document.find(u"/a/1").raw(), "2");
}

void TestDocument::isMended()
{
    Document document = opened(R"({"a":[1,2],"b":3})");
    const auto type = [&](const QByteArray &behind, qsizetype length, const QByteArray &bytes) {
        const qsizetype at = document.text().bytes().indexOf(behind) + behind.size();
        return document.apply(document.replaceText(at, length, bytes)).has_value();
    };
    QVERIFY(type("\"b\":", 1, "["));
    QVERIFY(document.broken());
    QVERIFY(type("\"a\":", 0, "[{\"c\":"));
    QVERIFY(document.broken());
    QVERIFY(type("[1,2]", 0, "}]"));
    QVERIFY(document.broken());
    QVERIFY(type("\"b\":[", 0, "]"));
    QVERIFY(!document.broken());
    QCOMPARE(document.text().bytes(), R"({"a":[{"c":[1,2]}],"b":[]})");
    QCOMPARE(difference(document), QString());
}

void TestDocument::refusesTreeEditsWhileBroken()
{
    Document document = opened("[1,{\"a\":2}]");
    QVERIFY(document.apply(document.replaceText(0, 0, "x")));
    const Value root = document.root();
    const Value object = document.find(u"/1");
    for (const Result<Change> &refused :
         {document.replaceValue(root, "1"), document.renameKey(object.at(0), "\"b\""),
          document.insert(root, 0, {}, "1"), document.append(object, {{"\"b\"", "1"}}),
          document.remove(object), document.move(object, 0),
          document.move(root.at(0), object, 0, "\"b\"")}) {
        QVERIFY(!refused);
        QCOMPARE(refused.error(), document.broken()->error);
    }
}

QTEST_APPLESS_MAIN(TestDocument)

#include "tst_document.moc"
