// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "json/elementsplitter.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::json;

namespace {

struct Outcome
{
    QByteArrayList elements;
    QString error; // of feed() or finish()

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

Outcome split(const QByteArrayList &pieces)
{
    ElementSplitter splitter;
    Outcome outcome;
    for (const QByteArray &piece : pieces) {
        const Result<QList<QByteArray>> elements = splitter.feed(piece);
        if (!elements) {
            outcome.error = elements.error().message;
            break;
        }
        outcome.elements += *elements;
    }
    if (const Result<void> finished = splitter.finish(); !finished)
        outcome.error = finished.error().message;
    return outcome;
}

QByteArrayList oneByOne(const QByteArray &text)
{
    QByteArrayList pieces;
    for (const char c : text)
        pieces.append(QByteArray(1, c));
    return pieces;
}

} // namespace

class TestElementSplitter : public QObject
{
    Q_OBJECT

private slots:
    void splits_data();
    void splits();
    void givesElementsAsSoonAsTheyAreWhole();
    void staysBroken();
    void refusesAnElementWithoutEnd();
    void saysWhatKindOfError();
};

void TestElementSplitter::splits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("elements");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *text, const QByteArrayList &elements,
                        const QString &error = {}) {
        QTest::addRow("'%s'", text) << QByteArray(text) << elements << error;
    };
    const auto broken = [](int at) {
        return u"The list is no JSON array: byte %1 cannot stand there."_s.arg(at);
    };
    const auto shortBy = [](int taken) {
        return u"The list broke off after %1 bytes; what came before is shown."_s.arg(taken);
    };
    row("[]", {});
    row(" \r\n[ \t\n] \n", {});
    row("[1]", {"1"});
    row("[ 1 , 2 ]", {"1 ", "2 "});
    row("[\"a\",{\"b\":[1,2]},[3,[4]],null]", {"\"a\"", "{\"b\":[1,2]}", "[3,[4]]", "null"});
    row("[{ \"a\" : 1 }\n,\n{}]", {"{ \"a\" : 1 }\n", "{}"});
    row("[\"],[{\",\"\\\"]\",\"\\\\\"]", {"\"],[{\"", "\"\\\"]\"", "\"\\\\\""});
    row("[{\"}]\":\"[{\\\\\\\"]\"}]", {"{\"}]\":\"[{\\\\\\\"]\"}"});
    row("[\"ä😀\"]", {"\"ä😀\""});
    row("[\" \"]", {"\" \""});
    // Not its business: the parser of the element refuses them.
    row("[1 2]", {"1 2"});
    row("[tru,\"a\" \"b\"]", {"tru", "\"a\" \"b\""});
    row("[[}]", {"[}"});
    row("", {}, shortBy(0));
    row("  ", {}, shortBy(2));
    row("[", {}, shortBy(1));
    row("[1", {}, shortBy(2));
    row("[1,", {"1"}, shortBy(3));
    row("[1,{\"a\":[2", {"1"}, shortBy(10));
    row("[\"a", {}, shortBy(3));
    row("[\"a\\", {}, shortBy(4));
    row("[\"a\\\"]", {}, shortBy(6));
    row("[,]", {}, broken(2));
    row("[1,]", {"1"}, broken(4));
    row("[1,,2]", {"1"}, broken(4));
    row("[1,2}", {"1"}, broken(5));
    row("[1]]", {"1"}, broken(4));
    row("[1] x", {"1"}, broken(5));
    row("[1][2]", {"1"}, broken(4));
    row("{}", {}, broken(1));
    row("1", {}, broken(1));
    row("<html>[1]</html>", {}, broken(1));
    row("\xEF\xBB\xBF[1]", {}, broken(1));
}

void TestElementSplitter::splits()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, elements);
    QFETCH(QString, error);
    const Outcome expected{elements, error};
    QCOMPARE(split({text}), expected);
    QCOMPARE(split(oneByOne(text)), expected);
    for (qsizetype first = 0; first <= text.size(); ++first) {
        for (qsizetype second = first; second <= text.size(); ++second) {
            QCOMPARE(split({text.first(first), text.sliced(first, second - first),
                            text.sliced(second)}),
                     expected);
        }
    }
}

void TestElementSplitter::givesElementsAsSoonAsTheyAreWhole()
{
    ElementSplitter splitter;
    QCOMPARE(splitter.feed("[{\"a\":"), QByteArrayList());
    QCOMPARE(splitter.feed("1}"), QByteArrayList());
    QCOMPARE(splitter.feed(","), QByteArrayList{"{\"a\":1}"});
    QCOMPARE(splitter.feed("2,3,4"), (QByteArrayList{"2", "3"}));
    QCOMPARE(splitter.feed({}), QByteArrayList());
    QCOMPARE(splitter.feed("]"), QByteArrayList{"4"});
    QVERIFY(splitter.finish());
}

void TestElementSplitter::refusesAnElementWithoutEnd()
{
    ElementSplitter splitter;
    QCOMPARE(splitter.feed("[1,\"")->size(), 1);
    const QByteArray piece(1 << 20, 'x');
    qsizetype fed = 0;
    while (splitter.feed(piece) && fed < 2 * ElementSplitter::largestElement)
        fed += piece.size();
    QCOMPARE(fed, ElementSplitter::largestElement - piece.size());
    QCOMPARE(splitter.finish().error().kind, ErrorKind::NotContextServices);
}

void TestElementSplitter::staysBroken()
{
    ElementSplitter splitter;
    QCOMPARE(splitter.feed("[1,2,,"), (QByteArrayList{"1", "2"}));
    QVERIFY(!splitter.finish());
    QVERIFY(!splitter.feed("3]"));
    QVERIFY(!splitter.feed({}));
    QVERIFY(!splitter.finish());
}

void TestElementSplitter::saysWhatKindOfError()
{
    ElementSplitter open;
    QVERIFY(open.feed("[1,2"));
    QCOMPARE(open.finish().error().kind, ErrorKind::ConnectionLost);
    ElementSplitter broken;
    QCOMPARE(broken.feed("x").error().kind, ErrorKind::NotContextServices);
    QCOMPARE(broken.finish().error().kind, ErrorKind::NotContextServices);
}

QTEST_APPLESS_MAIN(TestElementSplitter)

#include "tst_elementsplitter.moc"
