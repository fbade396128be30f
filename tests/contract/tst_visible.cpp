// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "contract/visible.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout::contract;

class TestVisible : public QObject
{
    Q_OBJECT

private slots:
    void draws_data();
    void draws();
    void everyHiddenCharacter_data();
    void everyHiddenCharacter();
    void keepsLines_data();
    void keepsLines();
    void whatIsDrawnIsNotDrawnTwice();
    void whatNeedsNothingIsNotCopied();
};

void TestVisible::draws_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("out"); // empty: as it is
    const auto stays = [](const char *name, const QString &text) {
        QTest::newRow(name) << text << text;
    };
    stays("nothing", {});
    stays("plain", u"Bill Payment <b>&amp;</b> ~ 0042"_s);
    stays("accents", u"Zürich, e\u0301, Łódź"_s);
    stays("other scripts", u"日本語テキスト Привет שלום مرحبا 한국어 नमस्ते"_s);
    stays("wide space between wide characters", u"日本\u3000語"_s);
    stays("non-joiner in Persian", u"می\u200cخواهم"_s);
    stays("joiner in Sinhala", u"ශ\u0dca\u200dර\u0dd3"_s);
    stays("family", u"👩\u200d👩\u200d👧"_s);
    stays("heart on fire", u"❤\ufe0f\u200d🔥"_s);
    stays("skin tone and gender", u"👩🏽\u200d⚕\ufe0f"_s);
    stays("keycap", u"1\ufe0f\u20e3"_s);
    stays("flag", u"🇩🇪"_s);
    stays("replacement character", u"a\ufffdb"_s);
    stays("astral letters", u"𝔘𠀋"_s);
    const auto row = [](const char *name, const QString &text, const QString &out) {
        QTest::newRow(name) << text << out;
    };
    row("colour", u"\u001b[31mred\u009b0m"_s, u"⟨U+001B⟩[31mred⟨U+009B⟩0m"_s);
    row("bell, NUL, DEL", u"\u0007"_s + QChar(0) + u"\u007f"_s, u"⟨U+0007⟩⟨U+0000⟩⟨U+007F⟩"_s);
    row("lines", u"a\nb\r\nc\u0085d\u2028e\u2029f\tg"_s,
        u"a⟨U+000A⟩b⟨U+000D⟩⟨U+000A⟩c⟨U+0085⟩d⟨U+2028⟩e⟨U+2029⟩f⟨U+0009⟩g"_s);
    row("direction", u"txt\u202egpj\u202c"_s, u"txt⟨U+202E⟩gpj⟨U+202C⟩"_s);
    row("id with nothing", u"36981723\u200b"_s, u"36981723⟨U+200B⟩"_s);
    row("joiner between letters", u"36\u200d98a\u200cb"_s, u"36⟨U+200D⟩98a⟨U+200C⟩b"_s);
    row("joiner at the end", u"👩\u200d"_s, u"👩⟨U+200D⟩"_s);
    row("selector behind a digit", u"36\ufe0f98"_s, u"36⟨U+FE0F⟩98"_s);
    row("spaces", u"10\u00a0000\u202f€\u2003|"_s, u"10⟨U+00A0⟩000⟨U+202F⟩€⟨U+2003⟩|"_s);
    row("wide space at an end", u"id\u3000"_s, u"id⟨U+3000⟩"_s);
    row("noncharacters", u"a\ufdd0\uffffb"_s + QString::fromUcs4(U"\U0010fffe"),
        u"a⟨U+FDD0⟩⟨U+FFFF⟩b⟨U+10FFFE⟩"_s);
    row("object", u"\ufffc"_s, u"⟨U+FFFC⟩"_s);
    row("tag", QString::fromUcs4(U"x\U000e0041"), u"x⟨U+E0041⟩"_s);
    row("half a pair", u"a"_s + QChar(0xd83d) + u"b"_s + QChar(0xdc69), u"a⟨U+D83D⟩b⟨U+DC69⟩"_s);
}

void TestVisible::draws()
{
    QFETCH(const QString, text);
    QFETCH(const QString, out);
    QCOMPARE(visible(text), out);
}

void TestVisible::everyHiddenCharacter_data()
{
    QTest::addColumn<uint>("first");
    QTest::addColumn<uint>("last");
    QTest::newRow("C0") << 0x00u << 0x1fu;
    QTest::newRow("DEL and C1") << 0x7fu << 0x9fu;
    QTest::newRow("soft hyphen") << 0xadu << 0xadu;
    QTest::newRow("Arabic letter mark") << 0x61cu << 0x61cu;
    QTest::newRow("vowel separator") << 0x180eu << 0x180eu;
    QTest::newRow("zero width and marks") << 0x200bu << 0x200fu;
    QTest::newRow("separators and embeddings") << 0x2028u << 0x202eu;
    QTest::newRow("word joiner and operators") << 0x2060u << 0x2064u;
    QTest::newRow("isolates") << 0x2066u << 0x2069u;
    QTest::newRow("byte order mark") << 0xfeffu << 0xfeffu;
    QTest::newRow("noncharacters") << 0xfdd0u << 0xfdefu;
    QTest::newRow("tags") << 0xe0001u << 0xe007fu;
}

void TestVisible::everyHiddenCharacter()
{
    QFETCH(const uint, first);
    QFETCH(const uint, last);
    for (char32_t c = first; c <= last; ++c) {
        const QString drawn = visible(u"a"_s + QStringView(QChar::fromUcs4(c)).toString() + u"b"_s);
        QCOMPARE(drawn, u"a⟨U+%1⟩b"_s.arg(QString::number(c, 16).toUpper(), 4, u'0'));
    }
}

void TestVisible::keepsLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("out");
    QTest::newRow("lines") << u"a\n\tb\r\nc"_s << u"a\n\tb\r\nc"_s;
    QTest::newRow("line that is begun again") << u"a\rb\r"_s << u"a⟨U+000D⟩b⟨U+000D⟩"_s;
    QTest::newRow("colour") << u"\u001b[2J\n"_s << u"⟨U+001B⟩[2J\n"_s;
    QTest::newRow("separators") << u"a\u2028b\u0085"_s << u"a⟨U+2028⟩b⟨U+0085⟩"_s;
}

void TestVisible::keepsLines()
{
    QFETCH(const QString, text);
    QFETCH(const QString, out);
    QCOMPARE(visibleLines(text), out);
}

void TestVisible::whatIsDrawnIsNotDrawnTwice()
{
    const QString once = visible(u"\u202eabc\n"_s);
    QCOMPARE(visible(once), once);
}

void TestVisible::whatNeedsNothingIsNotCopied()
{
    for (const QString &text : {u"plain"_s, u"日本語"_s, u"👩\u200d👧"_s})
        QCOMPARE(visible(text).constData(), text.constData());
}

QTEST_APPLESS_MAIN(TestVisible)
#include "tst_visible.moc"
