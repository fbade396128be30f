// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "close/endevent.h"
#include "ui/close/form/changesmodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;

class TestChangesModel : public QObject
{
    Q_OBJECT

private slots:
    void showsWhatHappens_data();
    void showsWhatHappens();
    void followsEachEdit();
    void cutsWhatIsLong();
    void saysARowInFull();
    void markupInAValueIsText();
    void namesItsColumns();
    void manyKeysTakeTimeByTheirNumber();
};

namespace {

QList<client::AttachedDatum> dataOf(const QByteArray &json)
{
    return close::readAttachedData(json, close::DuplicateKeys::Allow).value();
}

QStringList printed(const ChangesModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        lines.append(cells.join(u" | "));
    }
    return lines;
}

} // namespace

void TestChangesModel::showsWhatHappens_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char *before, const char *after,
                        const QStringList &expected) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after) << expected;
    };
    row("nothing", "{}", "{}", {});
    row("each fate", R"({"a":1,"b":2,"c":3})", R"({"d":4,"c":3,"b":5})",
        {u"/a | Lost | 1 | "_s, u"/b | Changed | 2 | 5"_s, u"/c | Kept | 3 | 3"_s,
         u"/d | Added |  | 4"_s});
    row("inside", R"({"a":{"x":1,"y":[1,2],"z":0}})", R"({"a":{"x":1,"y":[1,3,4],"n":null}})",
        {u"/a/y/1 | Changed | 2 | 3"_s, u"/a/y/2 | Added |  | 4"_s, u"/a/z | Lost | 0 | "_s,
         u"/a/n | Added |  | null"_s});
    row("another type", R"({"a":{"x":1}})", R"({"a":[1]})", {u"/a | Changed | {\"x\":1} | [1]"_s});
    row("another spelling of a number", R"({"a":1.0})", R"({"a":1.00})",
        {u"/a | Changed | 1.0 | 1.00"_s});
    row("another spelling of a string", R"({"a":"A"})", R"({"a":"\u0041"})",
        {u"/a | Changed | \"A\" | \"\\u0041\""_s});
    row("another spelling of a key", R"({"A":1})", R"({"\u0041":1})", {u"/A | Kept | 1 | 1"_s});
    row("keys that need an escape", R"({"a/b":{"c~d":1}})", R"({"a/b":{"c~d":2}})",
        {u"/a~1b/c~0d | Changed | 1 | 2"_s});
    row("a key twice", R"({"a":1})", R"({"a":1,"a":2})",
        {u"/a | Kept | 1 | 1"_s, u"/a | Added |  | 2"_s});
}

void TestChangesModel::showsWhatHappens()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    ChangesModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(dataOf(before), dataOf(after));
    QTEST(printed(model), "expected");
}

void TestChangesModel::followsEachEdit()
{
    ChangesModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(dataOf(R"({"a":1,"b":2})"), dataOf(R"({"a":1,"b":2})"));
    QCOMPARE(model.countOf(ChangesModel::Fate::Kept), 2);
    model.show(dataOf(R"({"a":1,"b":2})"), dataOf(R"({"a":3})"));
    QCOMPARE(printed(model), QStringList({u"/a | Changed | 1 | 3"_s, u"/b | Lost | 2 | "_s}));
    model.show({}, {});
    QCOMPARE(model.rowCount(), 0);
}

void TestChangesModel::cutsWhatIsLong()
{
    ChangesModel model;
    const QByteArray text(1'000'000, 'x');
    model.show({}, dataOf("{\"a\":\"" + text + "\"}"));
    const QModelIndex after = model.index(0, ChangesModel::After);
    QCOMPARE(after.data().toString(), u'"' + QString(199, u'x') + u'…');
    QVERIFY(after.data(Qt::ToolTipRole).toString().size() < 2100);
    // Never in the middle of a character.
    const QString smile = QString::fromUtf8("\xf0\x9f\x98\x80");
    model.show({}, dataOf("{\"a\":\"" + smile.repeated(500).toUtf8() + "\"}"));
    QVERIFY(!model.index(0, ChangesModel::After)
                 .data()
                 .toString()
                 .contains(QChar::ReplacementCharacter));
}

void TestChangesModel::saysARowInFull()
{
    ChangesModel model;
    const QByteArray text = '"' + QByteArray(300, 'x') + '"';
    model.show(dataOf(R"({"a":1,"b":2})"), dataOf("{\"b\":" + text + ",\"c\":3}"));
    QCOMPARE(model.inFull(0), u"/a: Lost\nBefore: 1"_s);
    QCOMPARE(model.inFull(1), u"/b: Changed\nBefore: 2\nAfter: "_s + QString::fromUtf8(text));
    QCOMPARE(model.inFull(2), u"/c: Added\nAfter: 3"_s);
    QCOMPARE(model.rowOf(u"/c"_s), 2);
    QCOMPARE(model.rowOf(u"/d"_s), -1);
    QCOMPARE(model.placeAt(1), u"/b"_s);
}

void TestChangesModel::markupInAValueIsText()
{
    ChangesModel model;
    const QAbstractItemModelTester tester(&model);
    model.show({}, dataOf(R"({"a":"<b>x</b>"})"));
    const QString tip = model.index(0, ChangesModel::After).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"<\u2060b>"_s), qPrintable(tip));
}

void TestChangesModel::namesItsColumns()
{
    const ChangesModel model;
    QStringList names;
    for (int column = 0; column < model.columnCount(); ++column)
        names.append(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    QCOMPARE(names, QStringList({u"Key"_s, u"What happens"_s, u"Before"_s, u"After"_s}));
}

// By their square it would take longer than a test may.
void TestChangesModel::manyKeysTakeTimeByTheirNumber()
{
    constexpr int count = 100'000;
    QList<client::AttachedDatum> before;
    QList<client::AttachedDatum> after;
    QByteArray inside = "{";
    for (int key = 0; key < count; ++key) {
        const QByteArray name = '"' + QByteArray::number(key) + '"';
        before.append({name, "1"});
        after.prepend({name, key % 2 == 0 ? QByteArray("1") : QByteArray("2")});
        inside += (key == 0 ? "" : ",") + name + ":1";
    }
    inside += '}';
    before.append({"\"o\"", inside});
    after.append({"\"o\"", QByteArray(inside).replace(":1", ":2")});
    ChangesModel model;
    model.show(before, after);
    QCOMPARE(model.countOf(ChangesModel::Fate::Kept), count / 2);
    QCOMPARE(model.countOf(ChangesModel::Fate::Changed), count / 2 + count);
}

QTEST_GUILESS_MAIN(TestChangesModel)

#include "tst_changesmodel.moc"
