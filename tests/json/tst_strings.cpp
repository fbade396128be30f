// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "json/document.h"
#include "json/strings.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout::json;

namespace {

void saysThatAlone(const QByteArray &raw, const QString &text)
{
    QVERIFY(says(raw, text));
    QVERIFY(!says(raw, text + u'x'));
    QVERIFY(!says(raw, u'x' + text));
    QVERIFY(text.isEmpty() || !says(raw, text.chopped(1)));
}

} // namespace

class TestStrings : public QObject
{
    Q_OBJECT

private slots:
    void spells_data();
    void spells();
    void unspells_data();
    void unspells();
    void returnsEveryCodeUnit();
};

void TestStrings::spells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("raw");
    const QChar high(0xd83d);
    const QChar low(0xde00);
    QTest::newRow("empty") << u""_s << QByteArray("\"\"");
    QTest::newRow("null") << QString() << QByteArray("\"\"");
    QTest::newRow("plain") << u"abc"_s << QByteArray("\"abc\"");
    QTest::newRow("quote and backslash") << u"a\"\\b"_s << QByteArray("\"a\\\"\\\\b\"");
    QTest::newRow("slash stays") << u"a/b"_s << QByteArray("\"a/b\"");
    QTest::newRow("named controls") << u"\b\f\n\r\t"_s << QByteArray("\"\\b\\f\\n\\r\\t\"");
    QTest::newRow("other controls")
        << QString(QChar(1)) + QChar(0x1f) << QByteArray("\"\\u0001\\u001f\"");
    QTest::newRow("NUL") << u"a%1b"_s.arg(QChar(0)) << QByteArray("\"a\\u0000b\"");
    QTest::newRow("delete stays") << u"\x7f"_s << QByteArray("\"\x7f\"");
    QTest::newRow("umlaut") << u"äöü"_s << QByteArray("\"äöü\"");
    QTest::newRow("line separator") << u"\u2028"_s << QByteArray("\"\xE2\x80\xA8\"");
    QTest::newRow("byte order mark") << u"\uFEFFa"_s << QByteArray("\"\xEF\xBB\xBF\x61\"");
    QTest::newRow("noncharacter") << u"\uFFFF"_s << QByteArray("\"\xEF\xBF\xBF\"");
    QTest::newRow("emoji") << u"\U0001F600"_s << QByteArray("\"\xF0\x9F\x98\x80\"");
    QTest::newRow("high alone") << QString(high) << QByteArray("\"\\ud83d\"");
    QTest::newRow("low alone") << QString(low) << QByteArray("\"\\ude00\"");
    QTest::newRow("wrong order") << QString(low) + high << QByteArray("\"\\ude00\\ud83d\"");
    QTest::newRow("high before text") << high + u"a"_s << QByteArray("\"\\ud83da\"");
    QTest::newRow("high before a pair")
        << QString(high) + high + low << QByteArray("\"\\ud83d\xF0\x9F\x98\x80\"");
    QTest::newRow("pair before low")
        << QString(high) + low + low << QByteArray("\"\xF0\x9F\x98\x80\\ude00\"");
}

void TestStrings::spells()
{
    QFETCH(QString, text);
    const QByteArray raw = spell(text);
    QTEST(raw, "raw");
    QCOMPARE(unspell(raw), text);
    QVERIFY(Document::parse(raw));
}

void TestStrings::unspells_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *raw, const QString &text) {
        QTest::newRow(raw) << QByteArray(raw) << text;
    };
    row(R"("\/\"\\")", u"/\"\\"_s);
    row(R"("\b\f\n\r\t")", u"\b\f\n\r\t"_s);
    row(R"("\u0041\u00e4\u00E4")", u"Aää"_s);
    row(R"("\ud83d\ude00")", u"\U0001F600"_s);
    row(R"("\uD83D\uDE00x")", u"\U0001F600x"_s);
    row(R"("\\u0041")", u"\\u0041"_s);
    row(R"("\ufeffa")", u"\uFEFFa"_s);
    row("\"\\n\xEF\xBB\xBF\\n\"", u"\n\uFEFF\n"_s);
    row(R"("ä\nö\nü")", u"ä\nö\nü"_s);
    row(R"("\ud83d\n\ude00")", QString(QChar(0xd83d)) + u'\n' + QChar(0xde00));
}

void TestStrings::unspells()
{
    QFETCH(QByteArray, raw);
    QFETCH(QString, text);
    QCOMPARE(unspell(raw), text);
    saysThatAlone(raw, text);
}

void TestStrings::returnsEveryCodeUnit()
{
    for (int unit = 0; unit <= 0xffff; ++unit) {
        const QString text = u'<' + QString(QChar(unit)) + u'>';
        const QByteArray raw = spell(text);
        QCOMPARE(unspell(raw), text);
        QVERIFY(says(raw, text));
        QVERIFY2(Document::parse(raw), raw.constData());
    }
}

QTEST_APPLESS_MAIN(TestStrings)

#include "tst_strings.moc"
