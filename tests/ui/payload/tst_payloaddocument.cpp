// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "places.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;

using edit::Value;
using json::Type;

namespace {

using Edit = std::function<Result<void>(PayloadDocument &)>;

Result<void> done(const Result<Value> &result)
{
    return result ? Result<void>() : tl::unexpected(result.error());
}

Edit add(const QString &parent, int index, const QString &key, const QByteArray &json)
{
    return [=](PayloadDocument &p) { return done(p.add(valueAt(p, parent), index, key, json)); };
}

Edit rename(const QString &node, const QString &key)
{
    return [=](PayloadDocument &p) { return done(p.rename(valueAt(p, node), key)); };
}

Edit setValue(const QString &node, const QByteArray &json)
{
    return [=](PayloadDocument &p) { return done(p.setValue(valueAt(p, node), json)); };
}

Edit changeType(const QString &node, Type type)
{
    return [=](PayloadDocument &p) { return done(p.changeType(valueAt(p, node), type)); };
}

Edit duplicate(const QString &node)
{
    return [=](PayloadDocument &p) { return done(p.duplicate(valueAt(p, node))); };
}

Edit removal(const QString &node)
{
    return [=](PayloadDocument &p) { return p.remove(valueAt(p, node)); };
}

Edit move(const QString &node, const QString &parent, int index)
{
    return [=](PayloadDocument &p) {
        return done(p.move(valueAt(p, node), valueAt(p, parent), index));
    };
}

Edit paste(const QString &node, const QByteArray &json)
{
    return [=](PayloadDocument &p) { return done(p.pasteJson(valueAt(p, node), json)); };
}

// As the form has it.
Result<void> refuseReserved(const QString &key)
{
    if (key != u"disposition")
        return {};
    return failure(ErrorKind::InvalidInput, u"“disposition” is a field of its own."_s);
}

} // namespace

Q_DECLARE_METATYPE(Edit)

class TestPayloadDocument : public QObject
{
    Q_OBJECT

private slots:
    void load();
    void edits_data();
    void edits();
    void refusals_data();
    void refusals();
    void steps();
    void randomEditsAndBack_data();
    void randomEditsAndBack();
};

void TestPayloadDocument::load()
{
    PayloadDocument payload;
    QCOMPARE(payload.text(), "{}");
    QVERIFY(payload.isEmpty());

    const QByteArray text = " {\"a\":1.0, \"a\" : \"\\u00e9\"}\n";
    QSignalSpy changed(&payload, &PayloadDocument::changed);
    QVERIFY(payload.load(text));
    QCOMPARE(payload.text(), text);
    QVERIFY(!payload.isEmpty());
    QVERIFY(payload.remove(payload.document().at({0})));
    QCOMPARE(payload.history().size(), 1);
    QCOMPARE(changed.count(), 2);

    for (const char *bad : {"[1]", "7", "{", "{}{}"})
        QVERIFY(!payload.load(bad));
    QCOMPARE(payload.history().size(), 1);
    QCOMPARE(changed.count(), 2);

    QVERIFY(payload.load({}));
    QCOMPARE(payload.text(), "{}");
    QCOMPARE(payload.history().size(), 0);
}

void TestPayloadDocument::edits_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const char *before, const Edit &edit, const char *after) {
        QTest::addRow("%s", name) << QByteArray(before) << edit << QByteArray(after);
    };
    row("add to nothing", "{}", add({}, 0, u"a"_s, "7"), R"({"a": 7})");
    row("add at the front", R"({"a":1.0})", add({}, 0, u"b"_s, "[ ]"), R"({"b":[ ],"a":1.0})");
    row("add an element", "{\"a\":[1 , 2]}", add(u"/a"_s, 1, {}, "\"x\""),
        "{\"a\":[1 , \"x\" , 2]}");
    row("add to lines", "{\n  \"a\": 1\n}", add({}, 1, u"b"_s, R"({"x":{"y":1}})"),
        "{\n  \"a\": 1,\n  \"b\": {\n    \"x\": {\n      \"y\": 1\n    }\n  }\n}");
    row("add to an empty one among lines", "{\n  \"a\": {}\n}", add(u"/a"_s, 0, u"b"_s, "1"),
        "{\n  \"a\": {\n    \"b\": 1\n  }\n}");
    row("add to one on a line among lines", "{\n  \"a\": {\"x\":1}\n}",
        add(u"/a"_s, 1, u"b"_s, R"({"y":[1]})"), "{\n  \"a\": {\"x\":1,\"b\":{\"y\":[1]}}\n}");
    row("rename", R"({"a" : 1, "\u00e9":2})", rename(u"/a"_s, u"b\""_s),
        R"({"b\"" : 1, "\u00e9":2})");
    row("rename a duplicate", R"({"a":1,"a":2})", rename(u"/a"_s, u"b"_s), R"({"a":1,"b":2})");
    row("set", R"({"a":{"b" :1.10}, "c":1e5})", setValue(u"/a/b"_s, " 1.1 "),
        R"({"a":{"b" :1.1}, "c":1e5})");
    row("type", R"({"a":[1 ,2]})", changeType(u"/a"_s, Type::Object), R"({"a":{"0": 1 ,"1": 2}})");
    row("duplicate a member", R"({"a":{"b":1.0},"c":2})", duplicate(u"/a"_s),
        R"({"a":{"b":1.0},"a copy":{"b":1.0},"c":2})");
    row("duplicate again", R"({"a":1,"a copy":2})", duplicate(u"/a"_s),
        R"({"a":1,"a copy 2":1,"a copy":2})");
    row("duplicate an element", R"({"a":[1.0]})", duplicate(u"/a/0"_s), R"({"a":[1.0,1.0]})");
    row("remove", R"({"a":1, "b":2, "c":3})", removal(u"/b"_s), R"({"a":1, "c":3})");
    row("move among siblings", R"({"a":1, "b":2, "c":3})", move(u"/a"_s, {}, 2),
        R"({"b":2, "c":3, "a":1})");
    row("move with its key", R"({"\u0061":1.0, "o":{"x":2}})", move(u"/a"_s, u"/o"_s, 1),
        R"({"o":{"x":2,"\u0061":1.0}})");
    row("move to a taken key", R"({"a":1, "o":{"a":2}})", move(u"/a"_s, u"/o"_s, 0),
        R"({"o":{"a 2":1,"a":2}})");
    row("move into an array", R"({"a":1, "o":[ 2 ]})", move(u"/a"_s, u"/o"_s, 0),
        R"({"o":[ 1, 2 ]})");
    row("move out of an array", R"({"o":[2,3], "key":0})", move(u"/o/1"_s, {}, 0),
        R"({"key 2":3, "o":[2], "key":0})");
    row("move up to its grandparent", R"({"o":{"p":{"x":1},"q":2}})", move(u"/o/p/x"_s, u"/o"_s, 1),
        R"({"o":{"p":{},"x":1,"q":2}})");
    row("paste a text into nothing", "{}", paste({}, " {\n\t\"a\":1, \"a\":2}\n"),
        "{\n\t\"a\":1, \"a\":2}");
    row("paste members", R"({"a":1})", paste({}, R"({"\u0062":2.0,"c":[ ]})"),
        R"({"a":1,"\u0062":2.0,"c":[ ]})");
    row("paste a value onto an object", R"({"key":1})", paste({}, "7"), R"({"key":1,"key 2":7})");
    row("paste onto an array", R"({"a":[1]})", paste(u"/a"_s, R"({"x":1})"),
        R"({"a":[1,{"x":1}]})");
    row("paste onto a value", R"({"a":1 })", paste(u"/a"_s, "[true]\n"), R"({"a":[true] })");
    row("paste into an empty object among lines", "{\n  \"a\": {}\n}", paste(u"/a"_s, R"({"x":1})"),
        "{\n  \"a\": {\n    \"x\": 1\n  }\n}");
}

void TestPayloadDocument::edits()
{
    QFETCH(QByteArray, before);
    QFETCH(Edit, edit);
    QFETCH(QByteArray, after);
    PayloadDocument payload;
    QVERIFY(payload.load(before));
    QSignalSpy changed(&payload, &PayloadDocument::changed);

    const Result<void> result = edit(payload);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
    QCOMPARE(payload.text(), after);
    QCOMPARE(payload.history().size(), 1);
    QVERIFY(!payload.history().undoName().isEmpty());
    payload.undo();
    QCOMPARE(payload.text(), before);
    payload.redo();
    QCOMPARE(payload.text(), after);
    QCOMPARE(changed.count(), 3);
}

void TestPayloadDocument::refusals_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("reason"); // of which the message has this
    const auto row = [](const char *name, const Edit &edit, const QString &reason) {
        QTest::addRow("%s", name) << edit << reason;
    };
    row("add a taken key", add({}, 0, u"a"_s, "1"), u"“a”"_s);
    row("add a key that says the same", add({}, 0, u"é"_s, "1"), u"“é”"_s);
    row("add a reserved key", add({}, 0, u"disposition"_s, "1"), u"field of its own"_s);
    row("add what is no JSON", add({}, 0, u"x"_s, "{"), u"line 1, column 2"_s);
    row("add two values", add(u"/l"_s, 0, {}, "1,2"), u"line 1, column 2"_s);
    row("add nowhere", add({}, 9, u"x"_s, "1"), u"9"_s);
    row("add inside a number", add(u"/n"_s, 0, u"x"_s, "1"), u"Only objects and arrays"_s);
    row("rename to a taken key", rename(u"/n"_s, u"a"_s), u"“a”"_s);
    row("rename to a reserved key", rename(u"/n"_s, u"disposition"_s), u"field of its own"_s);
    row("rename an element", rename(u"/l/0"_s, u"x"_s), u"key"_s);
    row("rename everything", rename({}, u"x"_s), u"key"_s);
    row("set what is no JSON", setValue(u"/n"_s, "1 2"), u"line 1, column 3"_s);
    row("set the root to an array", setValue({}, "[]"), u"object"_s);
    row("the root as an array", changeType({}, Type::Array), u"object"_s);
    row("duplicate everything", duplicate({}), u"duplicated"_s);
    row("remove everything", removal({}), u"removed"_s);
    row("move into itself", move(u"/a"_s, u"/a/b"_s, 0), u"itself"_s);
    row("move everything", move({}, u"/a"_s, 0), u"moved"_s);
    row("move into a number", move(u"/l"_s, u"/n"_s, 0), u"Only objects and arrays"_s);
    row("move nowhere", move(u"/n"_s, u"/a"_s, 5), u"5"_s);
    row("move a reserved key to the top", move(u"/a/disposition"_s, {}, 0), u"field of its own"_s);
    row("paste what is no JSON", paste({}, "{\n \"x\": }"), u"line 2, column 7"_s);
    row("paste taken keys", paste({}, R"({"x":1,"n":2,"l":3})"), u"“n”, “l”"_s);
    row("paste a reserved key", paste({}, R"({"disposition":2})"), u"field of its own"_s);
}

void TestPayloadDocument::refusals()
{
    QFETCH(Edit, edit);
    QFETCH(QString, reason);
    const QByteArray before =
        R"({"a":{"b":{},"disposition":1}, "n":1.0, "l":[1], "\u00e9":2, "d":1, "d":2})";
    PayloadDocument payload;
    payload.setKeyCheck(refuseReserved);
    QVERIFY(payload.load(before));
    QSignalSpy changed(&payload, &PayloadDocument::changed);

    const Result<void> result = edit(payload);
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(reason), qPrintable(result.error().message));
    QCOMPARE(payload.text(), before);
    QCOMPARE(payload.history().size(), 0);
    QCOMPARE(changed.count(), 0);
}

void TestPayloadDocument::steps()
{
    PayloadDocument payload;
    payload.setKeyCheck(refuseReserved);
    QVERIFY(payload.load(R"({"caf\u00e9":"\u00e9"})"));
    const Value root = payload.document().root();
    const Value first = root.at(0);
    QVERIFY(payload.rename(first, u"café"_s));
    QVERIFY(payload.setValue(first, R"("\u00e9")"));
    QVERIFY(payload.changeType(first, Type::String));
    QVERIFY(payload.move(first, root, 0));
    QVERIFY(payload.pasteJson(root, "{ }"));
    QCOMPARE(payload.history().size(), 0);

    // A reserved key is one at the top only.
    const Result<Value> inner = payload.add(root, 1, u"o"_s, "{}");
    QVERIFY(inner);
    QCOMPARE(inner->path(), edit::Path({1}));
    QVERIFY(payload.add(*inner, 0, u"disposition"_s, "1"));
    QCOMPARE(payload.text(), R"({"caf\u00e9":"\u00e9","o":{"disposition": 1}})");
    QCOMPARE(payload.history().size(), 2);
}

void TestPayloadDocument::randomEditsAndBack_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 40; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestPayloadDocument::randomEditsAndBack()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const QByteArray original = "{ \"a\":{\"\\u0061\":1.0, \"a\":[ ]},\n\t\"b\" : "
                                "[true,{\"x\":\"\\/\"},[[1]]],\"b\":null }";
    PayloadDocument payload;
    QVERIFY(payload.load(original));
    QByteArrayList texts{original};
    for (int i = 0; i < 80; ++i) {
        const auto anyNode = [&] { return anyValue(payload, random); };
        const Value node = anyNode();
        const QByteArray json = QByteArrayList{"1.10", "[1, 2]", "{\"p\":{\"q\":[]}}",
                                               "\"\\u00e9\""}
                                    .at(random.bounded(4));
        const int index = random.bounded(3);
        const QByteArray before = payload.text();
        const Result<void> result = QList<Edit>{
            [&](PayloadDocument &p) { return done(p.add(node, index, u"k%1"_s.arg(i), json)); },
            [&](PayloadDocument &p) { return done(p.rename(node, u"r%1"_s.arg(i))); },
            [&](PayloadDocument &p) { return done(p.setValue(node, json)); },
            [&](PayloadDocument &p) {
                return done(p.changeType(node, Type(random.bounded(1, 7))));
            },
            [&](PayloadDocument &p) { return done(p.duplicate(node)); },
            [&](PayloadDocument &p) { return p.remove(node); },
            [&](PayloadDocument &p) { return done(p.move(node, anyNode(), index)); },
            [&](PayloadDocument &p) { return done(p.pasteJson(node, json)); },
        }
                                        .at(random.bounded(8))(payload);
        if (!result)
            QCOMPARE(payload.text(), before);
        if (payload.text() != before)
            texts.append(payload.text());
    }
    QVERIFY(texts.size() > 20);
    QCOMPARE(payload.history().size(), texts.size() - 1);
    for (qsizetype step = texts.size() - 2; step >= 0; --step) {
        payload.undo();
        QCOMPARE(payload.text(), texts.at(step));
    }
    for (qsizetype step = 1; step < texts.size(); ++step) {
        payload.redo();
        QCOMPARE(payload.text(), texts.at(step));
    }
}

QTEST_GUILESS_MAIN(TestPayloadDocument)
#include "tst_payloaddocument.moc"
