// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What is JSON and what is not, and how a refusal is told.

#include "parsed.h"
#include "json/scanner.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::json;

namespace {

// With a byte order mark.
QByteArray marked(const QByteArray &text)
{
    return "\xEF\xBB\xBF" + text;
}

struct Refused
{
    const char *name;
    QByteArray text;
    int line;
    int column;
    QStringView expected;
    QStringView found;
};

constexpr QStringView value = u"a value";
constexpr QStringView key = u"a key in double quotes";
constexpr QStringView digit = u"a digit";
constexpr QStringView inArray = u"',' or ']'";
constexpr QStringView inObject = u"',' or '}'";
constexpr QStringView nothing = u"nothing more after the value";
constexpr QStringView theEnd = u"the end of the text";
constexpr QStringView utf8 = u"valid UTF-8";
constexpr QStringView stringEnd = u"'\"' at the end of the string";
constexpr QStringView noControl =
    u"no control character in a string: write it as an escape, \\n or \\u0000";
constexpr QStringView escape = u"one of \" \\ / b f n r t u after the backslash";
constexpr QStringView hex = u"four hexadecimal digits after \\u";
constexpr QStringView noLeadingZero = u"no digit after a leading zero";

QByteArray withNul(const char *text) // '~' stands for NUL
{
    return QByteArray(text).replace('~', '\0');
}

QList<Refused> structure()
{
    return {
        {"empty", "", 1, 1, value, theEnd},
        {"white space only", " \n\t ", 2, 3, value, theEnd},
        {"only a mark", marked(""), 1, 1, value, theEnd},
        {"word", "hello", 1, 1, value, u"'h'"},
        {"page instead of JSON", "<html>", 1, 1, value, u"'<'"},
        {"single quotes", "{'a':1}", 1, 2, key, u"'''"},
        {"typographic quotes", "{“a”:1}", 1, 2, key, u"'“'"},
        {"bare key", "{a:1}", 1, 2, key, u"'a'"},
        {"number as key", "{1:1}", 1, 2, key, u"'1'"},
        {"no colon", "{\"a\" 1}", 1, 6, u"':' after the key", u"'1'"},
        {"no value", "{\"a\":}", 1, 6, value, u"'}'"},
        {"comma before the brace", "{\"a\":1,}", 1, 8, key, u"'}'"},
        {"comma before the bracket", "[1,]", 1, 4, value, u"']'"},
        {"comma alone", "[,]", 1, 2, value, u"','"},
        {"comma alone in an object", "{,}", 1, 2, key, u"','"},
        {"two commas", "[1,,2]", 1, 4, value, u"','"},
        {"no comma", "[1 2]", 1, 4, inArray, u"'2'"},
        {"no comma between members", "{\"a\":\"x\"\n \"b\":2}", 2, 2, inObject, u"'\"'"},
        {"colon in an array", "[\"a\":1]", 1, 5, inArray, u"':'"},
        {"wrong closing", "[1}", 1, 3, inArray, u"'}'"},
        {"wrong closing of an object", "{\"a\":1]", 1, 7, inObject, u"']'"},
        {"open array", "[1", 1, 3, inArray, theEnd},
        {"open object", "{\"a\":1", 1, 7, inObject, theEnd},
        {"just a bracket", "[", 1, 2, value, theEnd},
        {"just a brace", "{", 1, 2, key, theEnd},
        {"closing only", "]", 1, 1, value, u"']'"},
        {"second value", "1 2", 1, 3, nothing, u"'2'"},
        {"second document", "{}\n{}", 2, 1, nothing, u"'{'"},
        {"closing too much", "[]]", 1, 3, nothing, u"']'"},
        {"comment", "[1, // one\n 2]", 1, 5, value, u"'/'"},
        {"form feed as space", "[1,\f2]", 1, 4, value, u"byte 0x0c"},
        {"vertical tab as space", "\v1", 1, 1, value, u"byte 0x0b"},
        {"no-break space", "[1,\u00A02]", 1, 4, value, u"U+00A0"},
        {"delete character", "\x7f", 1, 1, value, u"byte 0x7f"},
        {"emoji outside a string", "[\U0001F600]", 1, 2, value, u"'\U0001F600'"},
        {"True", "True", 1, 1, value, u"'T'"},
        {"tru", "tru", 1, 1, u"a value (did you mean true?)", u"'t'"},
        {"fals", "[fals]", 1, 2, u"a value (did you mean false?)", u"'f'"},
        {"nil", "nil", 1, 1, u"a value (did you mean null?)", u"'n'"},
        {"trueish", "trueish", 1, 5, nothing, u"'i'"},
        {"undefined", "undefined", 1, 1, value, u"'u'"},
    };
}

QList<Refused> numbers()
{
    return {
        {"leading zero", "01", 1, 2, noLeadingZero, u"'1'"},
        {"negative leading zero", "-01", 1, 3, noLeadingZero, u"'1'"},
        {"zeros", "00", 1, 2, noLeadingZero, u"'0'"},
        {"point at the end", "1.", 1, 3, digit, theEnd},
        {"point and exponent", "1.e5", 1, 3, digit, u"'e'"},
        {"point at the start", ".5", 1, 1, value, u"'.'"},
        {"plus", "+1", 1, 1, value, u"'+'"},
        {"minus alone", "-", 1, 2, digit, theEnd},
        {"two minuses", "--1", 1, 2, digit, u"'-'"},
        {"minus and space", "- 1", 1, 2, digit, u"' '"},
        {"exponent without digits", "1e", 1, 3, digit, theEnd},
        {"signed exponent without digits", "[1E+]", 1, 5, digit, u"']'"},
        {"fraction of an exponent", "1e5.5", 1, 4, nothing, u"'.'"},
        {"hexadecimal", "0x10", 1, 2, nothing, u"'x'"},
        {"grouped by a space", "{\"price\":25 000}", 1, 13, inObject, u"'0'"},
        {"grouped by underscore", "1_000", 1, 2, nothing, u"'_'"},
        {"NaN", "NaN", 1, 1, value, u"'N'"},
        {"-Infinity", "-Infinity", 1, 2, digit, u"'I'"},
        {"Arabic digits", "١", 1, 1, value, u"'١'"},
    };
}

QList<Refused> strings()
{
    return {
        {"open string", "\"abc", 1, 5, stringEnd, theEnd},
        {"open after a backslash", "\"\\", 1, 3, escape, theEnd},
        {"open after an escaped quote", "\"\\\"", 1, 4, stringEnd, theEnd},
        {"open key", "{\"a", 1, 4, stringEnd, theEnd},
        {"line break in a string", "\"a\nb\"", 1, 3, noControl, u"byte 0x0a"},
        {"tab in a string", "\"a\tb\"", 1, 3, noControl, u"byte 0x09"},
        {"last control character", "\"\x1f\"", 1, 2, noControl, u"byte 0x1f"},
        {"unknown escape", "\"\\x41\"", 1, 3, escape, u"'x'"},
        {"escaped apostrophe", "\"\\'\"", 1, 3, escape, u"'''"},
        {"escaped umlaut", "\"\\ä\"", 1, 3, escape, u"'ä'"},
        {"short escape", "\"\\u12\"", 1, 6, hex, u"'\"'"},
        {"no hexadecimal digit", "\"\\u12G4\"", 1, 6, hex, u"'G'"},
        {"escape cut off", "\"\\u00", 1, 6, hex, theEnd},
    };
}

QList<Refused> bytes()
{
    return {
        {"NUL alone", withNul("~"), 1, 1, value, u"byte 0x00"},
        {"NUL in a string", withNul("\"a~b\""), 1, 3, noControl, u"byte 0x00"},
        {"NUL in an array", withNul("[~]"), 1, 2, value, u"byte 0x00"},
        {"NUL for a comma", withNul("[1~2]"), 1, 3, inArray, u"byte 0x00"},
        {"NUL behind the value", withNul("1~"), 1, 2, nothing, u"byte 0x00"},
        {"NUL in a number", withNul("1.~"), 1, 3, digit, u"byte 0x00"},
        {"NUL after a backslash", withNul("\"\\~\""), 1, 3, escape, u"byte 0x00"},
        {"mark twice", marked(marked("1")), 1, 1, value, u"U+FEFF"},
        {"mark behind a space", ' ' + marked("1"), 1, 2, value, u"U+FEFF"},
        {"mark at the end", "1" + marked(""), 1, 2, nothing, u"U+FEFF"},
        {"mark inside", "[1," + marked("2]"), 1, 4, value, u"U+FEFF"},
        {"mark of UTF-16", "\xff\xfe[\0]\0", 1, 1, utf8, u"byte 0xff"},
        {"lone continuation", "\"\x80\"", 1, 2, utf8, u"byte 0x80"},
        {"last continuation", "\"a\xbf\"", 1, 3, utf8, u"byte 0xbf"},
        {"overlong, two bytes", "\"\xc0\xaf\"", 1, 2, utf8, u"byte 0xc0"},
        {"overlong, highest of two", "\"\xc1\xbf\"", 1, 2, utf8, u"byte 0xc1"},
        {"overlong, three bytes", "\"\xe0\x9f\xbf\"", 1, 2, utf8, u"byte 0xe0"},
        {"overlong, four bytes", "\"\xf0\x8f\xbf\xbf\"", 1, 2, utf8, u"byte 0xf0"},
        {"first surrogate", "\"\xed\xa0\x80\"", 1, 2, utf8, u"byte 0xed"},
        {"last surrogate", "\"\xed\xbf\xbf\"", 1, 2, utf8, u"byte 0xed"},
        {"surrogate pair as bytes", "\"\xed\xa0\xbd\xed\xb8\x80\"", 1, 2, utf8, u"byte 0xed"},
        {"above U+10FFFF", "\"\xf4\x90\x80\x80\"", 1, 2, utf8, u"byte 0xf4"},
        {"five bytes", "\"\xf8\x88\x80\x80\x80\"", 1, 2, utf8, u"byte 0xf8"},
        {"0xfe", "\"\xfe\"", 1, 2, utf8, u"byte 0xfe"},
        {"cut off, two bytes", "\"\xc3", 1, 2, utf8, u"byte 0xc3"},
        {"cut off, three bytes", "\"\xe2\x82", 1, 2, utf8, u"byte 0xe2"},
        {"cut off, four bytes", "\"\xf0\x9f\x98", 1, 2, utf8, u"byte 0xf0"},
        {"cut off by a quote", "\"\xe2\x82\"", 1, 2, utf8, u"byte 0xe2"},
        {"Latin-1", "{\"name\":\"M\xfcller\"}", 1, 11, utf8, u"byte 0xfc"},
        {"outside strings", "[1]\x80", 1, 4, utf8, u"byte 0x80"},
        {"far behind", '"' + QByteArray(1000, 'x') + "\xff\"", 1, 1002, utf8, u"byte 0xff"},
    };
}

// Lines end with LF or CRLF; columns count characters, a tab is one.
QList<Refused> places()
{
    return {
        {"LF", "[1,\n2,\n!]", 3, 1, value, u"'!'"},
        {"CRLF", "[1,\r\n2,\r\n !]", 3, 2, value, u"'!'"},
        {"CR alone ends no line", "[1,\r!]", 1, 5, value, u"'!'"},
        {"tab", "[\t\t!]", 1, 4, value, u"'!'"},
        {"two bytes a character", "[\"äöü\" !]", 1, 8, inArray, u"'!'"},
        {"three bytes a character", "[\"€€\" !]", 1, 7, inArray, u"'!'"},
        {"four bytes a character", "[\"\U0001F600\" !]", 1, 6, inArray, u"'!'"},
        {"combining character", "[\"e\u0301\" !]", 1, 7, inArray, u"'!'"},
        {"characters in an earlier line", "[\"ä\",\n\"ä\" !]", 2, 5, inArray, u"'!'"},
        {"mark before it", marked("[!]"), 1, 2, value, u"'!'"},
        {"escapes are not lines", "[\"\\n\" !]", 1, 7, inArray, u"'!'"},
        {"at the end of a line", "[1,\n", 2, 1, value, theEnd},
    };
}

} // namespace

class TestScanner : public QObject
{
    Q_OBJECT

private slots:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void limitsNesting_data();
    void limitsNesting();
    void limitsValues();
};

void TestScanner::accepts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Type>("type");
    const auto row = [](const QByteArray &text, Type type) {
        QTest::addRow("%s", QByteArray(text).replace('\0', "NUL").left(60).constData())
            << text << type;
    };
    for (const char *number :
         {"0", "-0", "7", "-7", "1.10", "0.5", "-0.0", "1e400", "1E+5", "1e-5", "0e0", "0.0e-0",
          "18446744073709551615", "9223372036854775808", "-9223372036854775809", "1e00",
          "123456789012345678901234567890", "0.1234567890123456789012345678901234567890"})
        row(number, Type::Number);
    for (const char *string :
         {"\"\"", "\"a\"", "\"ä€\U0001F600\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"",
          "\"\\uD83D\\uDE00\"", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\x7f\"", "\"\xC2\x80\"",
          "\"\uFEFF\"", "\"\uFFFE\uFFFF\"", "\"\xF4\x8F\xBF\xBF\"", "\"\xEF\xBF\xBD\"", "\"/\"",
          "\"[{,:}]\"", "\"\xE2\x80\xA8\"", "\"\xED\x9F\xBF\xEE\x80\x80\""})
        row(string, Type::String);
    row("true", Type::Bool);
    row("false", Type::Bool);
    row("null", Type::Null);
    for (const char *array : {"[]", "[ ]", "[\n]", "[[]]", "[[],[]]", "[{}]",
                              "[1,\"a\",null,true,{}]", "[\r\n\t 1 \r\n\t,\r\n\t 2 \r\n\t]"})
        row(array, Type::Array);
    for (const char *object :
         {"{}", "{ }", "{\"\":0}", "{\"a\":{}}", "{\"a\":1,\"a\":2}", "{ \"a\" : 1 , \"b\" : [] }",
          "{\"\\u0000\":1}", "{\"\\ud800\":1}", "{\"a\":[{\"b\":[{}]}]}"})
        row(object, Type::Object);
    row(" \t\r\n1", Type::Number);
    row("1 \t\r\n", Type::Number);
    row(marked("{}"), Type::Object);
    row(marked(" \n[]\n"), Type::Array);
    row('"' + QByteArray(100000, 'x') + '"', Type::String);
    row('[' + QByteArray("1,").repeated(100000) + "1]", Type::Array);
}

void TestScanner::accepts()
{
    QFETCH(QByteArray, text);
    QFETCH(Type, type);
    const Result<Document> document = Document::parse(text);
    QVERIFY2(document, qPrintable(document ? QString() : document.error().message));
    QCOMPARE(document->text(), text);
    QCOMPARE(document->root().type(), type);
    const QByteArray bare = text.startsWith(marked("")) ? text.sliced(3) : text;
    QCOMPARE(document->root().raw().toByteArray(), bare.trimmed());
}

void TestScanner::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    for (const auto &table : {structure(), numbers(), strings(), bytes(), places()}) {
        for (const Refused &row : table) {
            QTest::addRow("%s", row.name)
                << row.text
                << u"Not valid JSON: line %1, column %2: expected %3, found %4."_s
                       .arg(QString::number(row.line), QString::number(row.column), row.expected,
                            row.found);
        }
    }
}

void TestScanner::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const Result<Document> document = Document::parse(text);
    QVERIFY(!document);
    QCOMPARE(document.error().message, message);
    QCOMPARE(document.error().kind, ErrorKind::InvalidInput);
}

void TestScanner::limitsNesting_data()
{
    QTest::addColumn<QByteArray>("opening");
    QTest::addColumn<QByteArray>("closing");
    QTest::addColumn<int>("levels"); // of one opening
    QTest::newRow("arrays") << QByteArray("[") << QByteArray("]") << 1;
    QTest::newRow("objects") << QByteArray("{\"a\":") << QByteArray("}") << 1;
    QTest::newRow("mixed") << QByteArray("[{\"a\":") << QByteArray("}]") << 2;
}

void TestScanner::limitsNesting()
{
    QFETCH(QByteArray, opening);
    QFETCH(QByteArray, closing);
    QFETCH(int, levels);
    const QByteArray deepest = nested(maximumDepth / levels, opening, closing);
    QVERIFY(Document::parse(deepest));
    const QString refusal = Document::parse('[' + deepest + ']').error().message;
    QVERIFY2(refusal.contains(u"1024 levels"_s), qPrintable(refusal));
    QVERIFY2(!refusal.contains(u"valid"_s), qPrintable(refusal)); // it may be
    // Siblings do not add up.
    const QByteArray one = nested((maximumDepth - 2) / levels, opening, closing);
    QVERIFY(Document::parse('[' + one + ',' + one + ']'));
    // The limit holds before the memory runs out.
    QVERIFY(!Document::parse(opening.repeated(1000000)));
    // Empty containers count, too.
    QVERIFY(!Document::parse(nested(maximumDepth / levels, opening, closing).replace("1", "[]")));
}

// Numbers without end: the index of each takes sixteen times its text.
void TestScanner::limitsValues()
{
    QList<Node> nodes;
    QVERIFY(!scan("[1,{\"a\":2}]", nodes, 4)); // as many as that
    QCOMPARE(nodes.size(), 4);
    nodes.clear();
    const std::optional<Defect> defect = scan("[1,{\"a\":2},3]", nodes, 4);
    QVERIFY(defect);
    QVERIFY(defect->expected.isEmpty()); // nothing is wrong with it
    QCOMPARE(defect->offset, 11);
    QVERIFY(isBeyondLimits(Document::parse(QByteArray(maximumDepth + 1, '[')).error()));
    QVERIFY(!isBeyondLimits(Document::parse("[0,").error()));
}

QTEST_APPLESS_MAIN(TestScanner)

#include "tst_scanner.moc"
