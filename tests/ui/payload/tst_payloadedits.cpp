// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/payload/payloadedits.h"

#include "json/strings.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;

Q_DECLARE_METATYPE(closeout::json::Type)

class TestPayloadEdits : public QObject
{
    Q_OBJECT

private slots:
    void withType_data();
    void withType();
    void respelled_data();
    void respelled();
    void spelledAsTyped_data();
    void spelledAsTyped();
    void withLineEndsOf_data();
    void withLineEndsOf();
};

void TestPayloadEdits::withType_data()
{
    using json::Type;
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<json::Type>("type");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *value, Type type, const char *expected) {
        QTest::addRow("%s to %s", QByteArray(value).simplified().constData(),
                      qPrintable(QString::number(int(type))))
            << QByteArray(value) << type << QByteArray(expected);
    };
    row("\"7\"", Type::Number, "7");
    row("\" 1.10 \"", Type::Number, "1.10");
    row("\"seven\"", Type::Number, "0");
    row("\"true\"", Type::Number, "0");
    row("7.00", Type::String, "\"7.00\"");
    row("18446744073709551616", Type::String, "\"18446744073709551616\"");
    row("true", Type::String, "\"true\"");
    row("\"true\"", Type::Bool, "true");
    row("\"yes\"", Type::Bool, "false");
    row("1", Type::Bool, "false");
    row("null", Type::String, "\"\"");
    row("7", Type::Null, "null");
    row("7", Type::Array, "[]");
    row("\"{}\"", Type::Object, "{}");
    row("{\"a\": 1}", Type::String, "\"\"");
    row("{ \"a\" : 1,\n\t\"b\":[2] }", Type::Array, "[ 1,\n\t[2] ]");
    row("[1,\n  {\"x\":2} ]", Type::Object, "{\"0\": 1,\n  \"1\": {\"x\":2} }");
    row("[ ]", Type::Object, "{ }");
    row("1.0", Type::Number, "1.0");
}

void TestPayloadEdits::withType()
{
    QFETCH(QByteArray, value);
    QFETCH(json::Type, type);
    const json::Document document = std::move(*json::Document::parse(value));
    QTEST(ui::withType(document.root(), type), "expected");
}

void TestPayloadEdits::respelled_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::addRow("unchanged") << QByteArray(R"("caf\u00e9")") << u"café"_s
                               << QByteArray(R"("caf\u00e9")");
    QTest::addRow("appended") << QByteArray(R"("caf\u00e9")") << u"café!"_s
                              << QByteArray(R"("caf\u00e9!")");
    QTest::addRow("prepended") << QByteArray(R"("\/a\/")") << u"x/a/"_s
                               << QByteArray(R"("x\/a\/")");
    QTest::addRow("in the middle")
        << QByteArray(R"("\u0041b\u0041")") << u"A\"A"_s << QByteArray(R"("\u0041\"\u0041")");
    QTest::addRow("emptied") << QByteArray(R"("\u0041")") << QString() << QByteArray(R"("")");
    QTest::addRow("filled") << QByteArray(R"("")") << u"a"_s << QByteArray(R"("a")");
    QTest::addRow("repeated letters")
        << QByteArray(R"("\u0061a")") << u"aaa"_s << QByteArray(R"("\u0061aa")");
    QTest::addRow("another emoji of the same half")
        << "\"\xF0\x9F\x98\x80\""_ba << u"😁"_s << "\"\xF0\x9F\x98\x81\""_ba;
    QTest::addRow("emoji removed") << "\"a\xF0\x9F\x98\x80z\""_ba << u"az"_s << R"("az")"_ba;
    QTest::addRow("half of an escaped pair")
        << QByteArray(R"("\ud83d\ude00")") << QString(QChar(0xd83d)) << QByteArray(R"("\ud83d")");
}

void TestPayloadEdits::respelled()
{
    QFETCH(QByteArray, raw);
    QFETCH(QString, text);
    const QByteArray spelling = ui::respelled(raw, text);
    QTEST(spelling, "expected");
    QCOMPARE(json::unspell(spelling), text);
}

void TestPayloadEdits::spelledAsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *typed, const char *expected) {
        QTest::addRow("%s", typed) << QString::fromUtf8(typed) << QByteArray(expected);
    };
    row("7", "7");
    row(" 1.10 ", "1.10");
    row("007", "\"007\"");
    row("true", "true");
    row("True", "\"True\"");
    row("null", "null");
    row("{", "{}");
    row("[", "[]");
    row("[1, {\"a\":2}]", "[1, {\"a\":2}]");
    row("\"7\"", "\"7\"");
    row("say \"7\"", "\"say \\\"7\\\"\"");
    row(" two words ", "\" two words \"");
    row("", "\"\"");
}

void TestPayloadEdits::spelledAsTyped()
{
    QFETCH(QString, typed);
    QTEST(ui::spelledAsTyped(typed), "expected");
}

void TestPayloadEdits::withLineEndsOf_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("expected");
    QTest::addRow("unchanged") << u"a\r\nb\rc\u2029x\n"_s << u"a\nb\nc\nx\n"_s
                               << u"a\r\nb\rc\u2029x\n"_s;
    QTest::addRow("a line put in") << u"a\r\nb\r\nc"_s << u"a\nx\nb\nc"_s << u"a\r\nx\nb\r\nc"_s;
    QTest::addRow("a line taken out") << u"a\r\nb\r\nc"_s << u"a\nc"_s << u"a\r\nc"_s;
    QTest::addRow("all new") << u"a\r\n"_s << u"x"_s << u"x"_s;
    QTest::addRow("ends with a return") << u"a\r"_s << u"a\nb"_s << u"a\rb"_s;
}

void TestPayloadEdits::withLineEndsOf()
{
    QFETCH(QString, before);
    QFETCH(QString, now);
    QTEST(ui::withLineEndsOf(before, now), "expected");
}

QTEST_APPLESS_MAIN(TestPayloadEdits)
#include "tst_payloadedits.moc"
