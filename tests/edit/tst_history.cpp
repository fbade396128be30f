// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A history back and forth, on disk and from it.

#include "edit/document.h"
#include "edit/history.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::edit;

namespace {

struct Edited
{
    Document document = std::move(*Document::open("{\"a\":1}"));
    History history;

    QByteArray text() const { return document.text().bytes(); }
    void make(Change change, const QString &name)
    {
        change.name = name;
        QVERIFY(document.apply(change));
        history.add(change);
    }
};

// Two steps of the tree, one in the text that breaks it; the last of them undone.
void takeSteps(Edited &edited)
{
    Document &document = edited.document;
    edited.make(*document.insert(document.root(), 1, "\"b\"", "[2]"), u"Add “b”"_s);
    edited.make(*document.move(document.find(u"/a"), document.find(u"/b"), 1, {}), u"Move “a”"_s);
    edited.make(document.replaceText(3, 1, {}), u"Type"_s);
    QVERIFY(document.broken());
    QVERIFY(document.apply(edited.history.undo()));
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    void goesBackAndForth();
    void forgetsWhatWasUndone();
    void inverseOfInverse_data();
    void inverseOfInverse();
    void comesBackFromDisk();
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();
    void refusesEveryDamage();
};

void TestHistory::goesBackAndForth()
{
    Edited edited;
    QVERIFY(!edited.history.canUndo());
    QVERIFY(!edited.history.canRedo());
    takeSteps(edited);
    QCOMPARE(edited.text(), "{\"b\":[2,1]}");
    QCOMPARE(edited.history.undoName(), u"Move “a”"_s);
    QCOMPARE(edited.history.redoName(), u"Type"_s);
    QVERIFY(edited.document.apply(edited.history.undo()));
    QVERIFY(edited.document.apply(edited.history.undo()));
    QCOMPARE(edited.text(), "{\"a\":1}");
    QVERIFY(!edited.history.canUndo());
    QCOMPARE(edited.history.undoName(), QString());
    while (edited.history.canRedo())
        QVERIFY(edited.document.apply(edited.history.redo()));
    QVERIFY(edited.document.broken());
    QCOMPARE(edited.history.redoName(), QString());
}

void TestHistory::forgetsWhatWasUndone()
{
    Edited edited;
    takeSteps(edited);
    QCOMPARE(edited.history.size(), 3);
    edited.make(*edited.document.remove(edited.document.find(u"/b")), u"Remove “b”"_s);
    QCOMPARE(edited.history.size(), 3);
    QVERIFY(!edited.history.canRedo());
    edited.history.clear();
    QCOMPARE(edited.history, History());
}

void TestHistory::inverseOfInverse_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("inverse");
    using Kind = Change::Kind;
    const auto row = [](const char *name, Kind kind, Kind inverse) {
        QTest::newRow(name) << int(kind) << int(inverse);
    };
    row("value", Kind::Value, Kind::Value);
    row("inserted", Kind::Inserted, Kind::Removed);
    row("removed", Kind::Removed, Kind::Inserted);
    row("moved", Kind::Moved, Kind::Moved);
    row("text", Kind::Text, Kind::Text);
}

void TestHistory::inverseOfInverse()
{
    QFETCH(int, kind);
    QFETCH(int, inverse);
    const Change change{Change::Kind(kind), {1, 2}, {3}, 4, {{0, "a", "b"}, {1, "c", "d"}}, u"x"_s};
    const Change back = change.inverse();
    QCOMPARE(int(back.kind), inverse);
    QCOMPARE(back.splices, QList<Splice>({{1, "d", "c"}, {0, "b", "a"}}));
    QCOMPARE(back.place(), change.kind == Change::Kind::Moved ? Path({1, 2}) : change.at);
    QCOMPARE(back.inverse(), change);
}

void TestHistory::comesBackFromDisk()
{
    Edited edited;
    takeSteps(edited);
    const QByteArray saved = edited.history.saved(edited.text());
    Result<History> history = History::restored(saved, edited.text());
    QVERIFY(history);
    QCOMPARE(*history, edited.history);
    Result<Document> document = Document::open(edited.text());
    QVERIFY(document);
    while (history->canUndo())
        QVERIFY(document->apply(history->undo()));
    QCOMPARE(document->text().bytes(), "{\"a\":1}");
    while (history->canRedo())
        QVERIFY(document->apply(history->redo()));
    QVERIFY(document->broken());
    QCOMPARE(*History::restored(History().saved("x"), "x"), History());
}

void TestHistory::refusesWhatDoesNotFit_data()
{
    QTest::addColumn<QByteArray>("saved");
    QTest::addColumn<QByteArray>("text");
    Edited edited;
    takeSteps(edited);
    const QByteArray text = edited.text();
    const QByteArray saved = edited.history.saved(text);
    History wrong;
    wrong.add({Change::Kind::Text, {}, {}, 1, {{0, "a", "x"}}});
    History far;
    far.add({Change::Kind::Text, {}, {}, 1, {{1000, "", ""}}});
    QTest::newRow("nothing") << QByteArray() << text;
    QTest::newRow("another text") << saved << QByteArray("{\"b\":[2,2]}");
    QTest::newRow("another version") << QByteArray(saved).replace(" 1\n", " 2\n") << text;
    QTest::newRow("cut") << saved.chopped(1) << text;
    QTest::newRow("longer") << saved + ' ' << text;
    QTest::newRow("steps that never led here") << wrong.saved(text) << text;
    QTest::newRow("steps behind the end") << far.saved(text) << text;
}

void TestHistory::refusesWhatDoesNotFit()
{
    QFETCH(QByteArray, saved);
    QFETCH(QByteArray, text);
    const Result<History> history = History::restored(saved, text);
    QVERIFY(!history);
    QCOMPARE(history.error().kind, ErrorKind::Storage);
    QVERIFY(!history.error().message.isEmpty());
}

void TestHistory::refusesEveryDamage()
{
    Edited edited;
    takeSteps(edited);
    const QByteArray saved = edited.history.saved(edited.text());
    for (qsizetype at = 0; at < saved.size(); ++at) {
        QByteArray damaged = saved;
        damaged[at] = char(damaged.at(at) ^ 1);
        QVERIFY(!History::restored(damaged, edited.text()));
        QVERIFY(!History::restored(saved.first(at), edited.text()));
    }
}

QTEST_APPLESS_MAIN(TestHistory)

#include "tst_history.moc"
