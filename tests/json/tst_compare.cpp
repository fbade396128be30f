// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "parsed.h"
#include "json/compare.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout::json;

class TestCompare : public QObject
{
    Q_OBJECT

private slots:
    void compares_data();
    void compares();
    void comparesAbsentValues();
    void comparesTheDeepest();
};

namespace {

QString inWords(const QList<Difference> &differences) // "+/added -/removed ~/changed"
{
    QStringList words;
    for (const Difference &difference : differences)
        words.append(QStringView(u"+-~")[qsizetype(difference.kind)] + difference.pointer);
    return words.join(u' ');
}

} // namespace

void TestCompare::compares_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("differences");
    const auto row = [](const char *before, const char *after, const QString &differences) {
        QTest::addRow("%s | %s", before, after)
            << QByteArray(before) << QByteArray(after) << differences;
    };
    row("1", "1", {});
    row(" 1\n", "1", {});
    row("1", "2", u"~"_s);
    row("1", "\"1\"", u"~"_s);
    row("null", "\"null\"", u"~"_s);
    row("true", "false", u"~"_s);
    row("1.0", "1.00", u"~"_s);
    row("1e2", "100", u"~"_s);
    row("0", "-0", u"~"_s);
    row("18446744073709551615", "18446744073709551616", u"~"_s);
    row(R"("a")", R"("\u0061")", {});
    row(R"("😀")", R"("\ud83d\ude00")", {});
    row(R"("\ud800")", R"("\udc00")", u"~"_s);
    row("\"\xEF\xBB\xBF\x61\"", "\"a\"", u"~"_s);
    row("[]", "{}", u"~"_s);
    row("[]", "null", u"~"_s);
    row("[1,2,3]", "[1,2,3]", {});
    row("[1,2,3]", "[1,2]", u"-/2"_s);
    row("[1]", "[1,2,3]", u"+/1 +/2"_s);
    row("[1,2,3]", "[2,3]", u"~/0 ~/1 -/2"_s);
    row(R"({"a":1,"b":2})", R"({ "b":2, "a":1 })", {});
    row(R"({"a":1})", R"({"\u0061":1})", {});
    row(R"({"a":1})", R"({"b":1})", u"-/a +/b"_s);
    row(R"({"a":1,"b":2,"c":3})", R"({"d":4,"c":0,"a":1})", u"-/b ~/c +/d"_s);
    row(R"({"a":{"b":[{"c":1}]}})", R"({"a":{"b":[{"c":2}]}})", u"~/a/b/0/c"_s);
    row(R"({"a/b":{"c~d":1}})", R"({"a/b":{"c~d":2}})", u"~/a~1b/c~0d"_s);
    row(R"({"":1})", R"({"":2})", u"~/"_s);
    row(R"({"a":[1]})", R"({"a":{"0":1}})", u"~/a"_s);
    // Of equal keys, the first goes with the first.
    row(R"({"a":1,"a":2})", R"({"a":1,"a":2})", {});
    row(R"({"a":1,"a":2})", R"({"a":2,"a":1})", u"~/a ~/a"_s);
    row(R"({"a":1,"a":2})", R"({"a":1})", u"-/a"_s);
    row(R"({"a":1})", R"({"a":1,"b":0,"a":2})", u"+/b +/a"_s);
}

void TestCompare::compares()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const Document left = parsed(before);
    const Document right = parsed(after);
    QTEST(inWords(compare(left.root(), right.root())), "differences");
    QCOMPARE(inWords(compare(left.root(), left.root())), QString());
}

void TestCompare::comparesAbsentValues()
{
    const Document document = parsed("[null]");
    QCOMPARE(inWords(compare({}, {})), QString());
    QCOMPARE(inWords(compare({}, document.root().at(0))), u"+"_s);
    QCOMPARE(inWords(compare(document.root().at(0), {})), u"-"_s);
}

void TestCompare::comparesTheDeepest()
{
    const Document left = parsed(nested(maximumDepth, "[", "]"));
    const Document right = parsed(nested(maximumDepth, "[", "]").replace("1", "2"));
    QCOMPARE(inWords(compare(left.root(), right.root())), u'~' + u"/0"_s.repeated(maximumDepth));
}

QTEST_APPLESS_MAIN(TestCompare)

#include "tst_compare.moc"
