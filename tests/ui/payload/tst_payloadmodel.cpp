// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "places.h"
#include "ui/payload/payloadmodel.h"

#include <QtCore/QMimeData>
#include <QtCore/QPersistentModelIndex>
#include <QtCore/QStringList>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;

using edit::Value;
using json::Type;

namespace {

void print(const PayloadModel &model, const QModelIndex &parent, int depth, QStringList &lines)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column, parent).data().toString());
        const QModelIndex index = model.index(row, 0, parent);
        const bool isGood = index.data(PayloadModel::ProblemRole).toString().isEmpty();
        lines.append(QString(depth, u' ') + (isGood ? u""_s : u"! "_s) + cells.join(u" | "_s));
        print(model, index, depth + 1, lines);
    }
}

QStringList printed(const PayloadModel &model)
{
    QStringList lines;
    print(model, {}, 0, lines);
    return lines;
}

// One payload with its model, and the tester from before the first change to the last.
struct Fixture
{
    explicit Fixture(const QByteArray &text)
        : model(payload)
        , tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        if (!payload.load(text))
            qFatal("The test's own JSON is broken.");
    }

    QModelIndex at(const QString &pointer, int column = PayloadModel::KeyColumn) const
    {
        return model.indexOf(node(pointer), column);
    }
    Value node(const QString &pointer) const { return valueAt(payload, pointer); }

    PayloadDocument payload;
    PayloadModel model;
    QAbstractItemModelTester tester;
};

constexpr auto sample = R"({"Survey":{"rating":7,"notes":"ok"},"List":[true,{"x":null}]})";

QStringList sampleLines()
{
    return {u"Survey | 2 member(s) | object"_s,
            u" rating | 7 | number"_s,
            u" notes | ok | string"_s,
            u"List | 2 element(s) | array"_s,
            u" 0 | true | boolean"_s,
            u" 1 | 1 member(s) | object"_s,
            u"  x | null | null"_s};
}

} // namespace

class TestPayloadModel : public QObject
{
    Q_OBJECT

private slots:
    void shows();
    void followsEachEdit();
    void persistentIndexesSurvive();
    void followsRandomEdits_data();
    void followsRandomEdits();
    void setData();
    void setDataRefused();
    void problems();
    void longStrings();
    void dragAndDrop();
};

void TestPayloadModel::shows()
{
    Fixture f(sample);
    QCOMPARE(printed(f.model), sampleLines());
    QCOMPARE(f.at(u"/Survey/rating"_s).data(Qt::AccessibleTextRole).toString(),
             u"rating, number, 7"_s);
    QVERIFY(f.at(u"/Survey/rating"_s).flags() & Qt::ItemIsEditable);
    QVERIFY(!(f.at(u"/List/0"_s).flags() & Qt::ItemIsEditable));
    QVERIFY(!(f.at(u"/List"_s, PayloadModel::ValueColumn).flags() & Qt::ItemIsEditable));
}

void TestPayloadModel::followsEachEdit()
{
    Fixture f(sample);
    PayloadDocument &p = f.payload;
    QStringList before = printed(f.model);
    // After each edit the model says what a new one says; undo leads back, redo there again.
    const auto follows = [&](const Result<Value> &result, const QStringList &expected) {
        QVERIFY(result);
        for (int round = 0; round < 2; ++round) {
            QCOMPARE(printed(f.model), expected);
            QCOMPARE(printed(PayloadModel(p)), expected);
            p.undo();
            QCOMPARE(printed(f.model), before);
            p.redo();
        }
        before = expected;
    };

    QStringList lines = sampleLines();
    lines[0] = u"Survey | 3 member(s) | object"_s;
    lines.insert(2, u" new | 1 element(s) | array"_s);
    lines.insert(3, u"  0 | 5 | number"_s);
    follows(p.add(f.node(u"/Survey"_s), 1, u"new"_s, "[5]"), lines);

    lines[3] = u"  0 | 5 | string"_s;
    follows(p.setValue(f.node(u"/Survey/new/0"_s), "\"5\""), lines);

    lines[2] = u" new | 1 member(s) | object"_s;
    follows(p.changeType(f.node(u"/Survey/new"_s), Type::Object), lines);

    lines[2] = u" renamed | 1 member(s) | object"_s;
    follows(p.rename(f.node(u"/Survey/new"_s), u"renamed"_s), lines);

    lines[2] = u" renamed | 2 element(s) | array"_s;
    lines[3] = u"  0 | 1 | number"_s;
    lines.insert(4, u"  1 | 0 element(s) | array"_s);
    follows(p.setValue(f.node(u"/Survey/renamed"_s), "[1,[]]"), lines);

    // Across parents, from before its new parent: List is the first row then.
    lines = QStringList{u"List | 3 element(s) | array"_s,      u" 0 | true | boolean"_s,
                        u" 1 | 3 member(s) | object"_s,        u"  rating | 7 | number"_s,
                        u"  renamed | 2 element(s) | array"_s, u"   0 | 1 | number"_s,
                        u"   1 | 0 element(s) | array"_s,      u"  notes | ok | string"_s,
                        u" 2 | 1 member(s) | object"_s,        u"  x | null | null"_s};
    follows(p.move(f.node(u"/Survey"_s), f.node(u"/List"_s), 1), lines);

    lines = QStringList{u"List | 2 element(s) | array"_s, u" 0 | true | boolean"_s,
                        u" 1 | 1 member(s) | object"_s, u"  x | null | null"_s};
    const Value moved = f.node(u"/List/1"_s);
    follows(p.remove(moved).map([&p] { return p.document().root(); }), lines);

    lines = QStringList{u"List | 2 element(s) | array"_s, u" 0 | 1 member(s) | object"_s,
                        u"  x | null | null"_s, u" 1 | true | boolean"_s};
    follows(p.move(f.node(u"/List/0"_s), f.node(u"/List"_s), 1), lines);

    lines.append({u"p | 1 | number"_s, u"q | 1 member(s) | object"_s, u" r |  | string"_s});
    follows(p.pasteJson(f.node({}), R"({"p":1,"q":{"r":""}})"), lines);

    lines = QStringList{u"only | 1 | number"_s};
    follows(p.setValue(f.node({}), R"({"only":1})"), lines);
}

void TestPayloadModel::persistentIndexesSurvive()
{
    Fixture f(sample);
    const QPersistentModelIndex x(f.at(u"/List/1/x"_s));
    const QPersistentModelIndex notes(f.at(u"/Survey/notes"_s));
    QSignalSpy reset(&f.model, &PayloadModel::modelReset);
    QVERIFY(f.payload.add(f.node({}), 0, u"first"_s, "{}"));
    QVERIFY(f.payload.add(f.node(u"/List"_s), 0, {}, "1"));
    QVERIFY(f.payload.move(f.node(u"/Survey"_s), f.node(u"/List"_s), 0));
    QVERIFY(f.payload.move(f.node(u"/List"_s), f.node(u"/first"_s), 0));
    QVERIFY(f.payload.changeType(f.node(u"/first/List"_s), Type::Object));
    QVERIFY(x.isValid());
    QCOMPARE(f.model.valueOf(x).pointer(), u"/first/List/3/x"_s);
    QCOMPARE(x.data().toString(), u"x"_s);
    QCOMPARE(f.model.valueOf(notes).pointer(), u"/first/List/0/notes"_s);
    while (f.payload.history().canUndo())
        f.payload.undo();
    QCOMPARE(f.model.valueOf(x).pointer(), u"/List/1/x"_s);
    QCOMPARE(f.model.valueOf(notes).pointer(), u"/Survey/notes"_s);
    QVERIFY(f.payload.remove(f.node(u"/Survey"_s)));
    QVERIFY(!notes.isValid());
    QCOMPARE(reset.count(), 0);
}

void TestPayloadModel::followsRandomEdits_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestPayloadModel::followsRandomEdits()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    Fixture f(R"({"a":{"b":[1,[2],{"c":3}]},"d":[{"e":{}}],"f":null})");
    const QStringList original = printed(f.model);
    int edits = 0;
    for (int i = 0; i < 60; ++i) {
        const auto anyNode = [&] { return anyValue(f.payload, random); };
        const Value node = anyNode();
        switch (random.bounded(6)) {
        case 0:
            edits += f.payload.add(node, random.bounded(2), u"k%1"_s.arg(i), "{\"n\":[1]}")
                         .has_value();
            break;
        case 1:
            edits += f.payload.duplicate(node).has_value();
            break;
        case 2:
            edits += random.bounded(3) == 0 && f.payload.remove(node).has_value();
            break;
        case 3:
            edits += f.payload.changeType(node, Type(random.bounded(1, 7))).has_value();
            break;
        case 4:
            edits += f.payload.setValue(node, "[[],\"s\"]").has_value();
            break;
        default:
            edits += f.payload.move(node, anyNode(), random.bounded(3)).has_value();
            break;
        }
        QCOMPARE(printed(f.model), printed(PayloadModel(f.payload)));
        if (random.bounded(8) == 0)
            f.payload.undo();
    }
    QVERIFY(edits > 10);
    while (f.payload.history().canUndo())
        f.payload.undo();
    QCOMPARE(printed(f.model), original);
}

void TestPayloadModel::setData()
{
    Fixture f(R"({"s":"\u00e9","n":1.10,"e":"","l":[1]})");
    const auto set = [&](const QString &pointer, const QVariant &value,
                         int column = PayloadModel::ValueColumn, int role = Qt::EditRole) {
        return f.model.setData(f.at(pointer, column), value, role);
    };
    QVERIFY(set(u"/s"_s, u"é"_s));
    QVERIFY(set(u"/n"_s, u"1.10"_s));
    QVERIFY(set(u"/s"_s, u"s"_s, PayloadModel::KeyColumn));
    QCOMPARE(f.payload.history().size(), 0);

    QVERIFY(set(u"/s"_s, u"7é"_s));
    QVERIFY(set(u"/n"_s, u" 2.50 "_s));
    QVERIFY(set(u"/l/0"_s, u"false"_s));
    QVERIFY(set(u"/l"_s, u"list"_s, PayloadModel::KeyColumn));
    QVERIFY(set(u"/list"_s, int(Type::Object), PayloadModel::TypeColumn));
    QVERIFY(set(u"/e"_s, u"{"_s, PayloadModel::ValueColumn, PayloadModel::AsTypedRole));
    QCOMPARE(f.payload.text(), R"({"s":"7\u00e9","n":2.50,"e":{},"list":{"0": false}})");
}

void TestPayloadModel::setDataRefused()
{
    const QByteArray text = R"({"a":1,"b":true})";
    Fixture f(text);
    QSignalSpy refused(&f.model, &PayloadModel::refused);
    for (const char *typed : {"", "seven", "01", "{}", "[1]", "1 2"})
        QVERIFY(!f.model.setData(f.at(u"/a"_s, PayloadModel::ValueColumn), QLatin1String(typed)));
    QVERIFY(!f.model.setData(f.at(u"/a"_s), u"b"_s));
    QCOMPARE(refused.count(), 7);
    QVERIFY(refused.at(1).constFirst().value<Error>().message.contains(u"“seven”"_s));
    QCOMPARE(f.payload.text(), text);
}

void TestPayloadModel::problems()
{
    Fixture f(R"({"a":1,"\u0061":2,"disposition":3,"o":{"disposition":4}})");
    QCOMPARE(printed(f.model),
             (QStringList{u"! a | 1 | number"_s, u"! a | 2 | number"_s,
                          u"disposition | 3 | number"_s, u"o | 1 member(s) | object"_s,
                          u" disposition | 4 | number"_s}));
    QSignalSpy changed(&f.model, &PayloadModel::dataChanged);
    f.payload.setKeyCheck([](const QString &key) -> Result<void> {
        if (key == u"disposition")
            return failure(ErrorKind::InvalidInput, u"Reserved."_s);
        return {};
    });
    QCOMPARE(changed.count(), 1);
    QVERIFY(f.payload.remove(f.payload.document().at({0})));
    QCOMPARE(printed(f.model),
             (QStringList{u"a | 2 | number"_s, u"! disposition | 3 | number"_s,
                          u"o | 1 member(s) | object"_s, u" disposition | 4 | number"_s}));
    QVERIFY(f.at(u"/disposition"_s).data(Qt::ToolTipRole).toString().contains(u"Reserved."_s));
    QVERIFY(!f.at(u"/disposition"_s).data(Qt::DecorationRole).isNull());
}

void TestPayloadModel::longStrings()
{
    const QByteArray large(100'000, 'x');
    Fixture f(R"({"lines":"<b>a\r\nb","large":")" + large + R"("})");
    const QModelIndex lines = f.at(u"/lines"_s, PayloadModel::ValueColumn);
    QCOMPARE(lines.data().toString(), u"<b>a↵b"_s);
    QVERIFY(lines.data(Qt::ToolTipRole).toString().contains(u"<\u2060b>a"_s));
    QVERIFY(lines.data(PayloadModel::LongTextRole).toBool());
    QVERIFY(!(lines.flags() & Qt::ItemIsEditable));
    const QModelIndex shown = f.at(u"/large"_s, PayloadModel::ValueColumn);
    QVERIFY(shown.data().toString().size() < 1000);
    QCOMPARE(shown.data(Qt::EditRole).toString().size(), large.size());
}

void TestPayloadModel::dragAndDrop()
{
    Fixture f(sample);
    const auto drag = [&](const QString &pointer) {
        return std::unique_ptr<QMimeData>(f.model.mimeData({f.at(pointer)}));
    };
    const auto rating = drag(u"/Survey/rating"_s);
    QCOMPARE(rating->data(u"application/json"_s), "7");
    QCOMPARE(rating->text(), u"7"_s);

    QVERIFY(!f.model.dropMimeData(rating.get(), Qt::MoveAction, -1, 0, f.at(u"/Survey/notes"_s)));
    QVERIFY(
        !f.model.dropMimeData(drag(u"/List"_s).get(), Qt::MoveAction, -1, 0, f.at(u"/List/1"_s)));
    QVERIFY(!f.model.canDropMimeData(rating.get(), Qt::CopyAction, 0, 0, {}));
    QMimeData foreign;
    foreign.setText(u"7"_s);
    QVERIFY(!f.model.dropMimeData(&foreign, Qt::MoveAction, 0, 0, {}));
    QCOMPARE(f.payload.text(), sample);

    // Behind the last of its siblings, then onto an array, then between rows at the top.
    QVERIFY(f.model.dropMimeData(rating.get(), Qt::MoveAction, 2, 0, f.at(u"/Survey"_s)));
    QCOMPARE(f.payload.text(), R"({"Survey":{"notes":"ok","rating":7},"List":[true,{"x":null}]})");
    QVERIFY(
        f.model.dropMimeData(drag(u"/Survey"_s).get(), Qt::MoveAction, -1, -1, f.at(u"/List"_s)));
    QCOMPARE(f.payload.text(), R"({"List":[true,{"x":null},{"notes":"ok","rating":7}]})");
    QVERIFY(f.model.dropMimeData(drag(u"/List/1/x"_s).get(), Qt::MoveAction, 0, 0, {}));
    QCOMPARE(f.payload.text(), R"({"x":null,"List":[true,{},{"notes":"ok","rating":7}]})");
}

QTEST_MAIN(TestPayloadModel)
#include "tst_payloadmodel.moc"
