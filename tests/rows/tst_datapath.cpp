// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "rows/datapath.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout::rows;

class TestDataPath : public QObject
{
    Q_OBJECT

private slots:
    void parses_data();
    void parses();
    void finds_data();
    void finds();
    void readable();
};

void TestDataPath::parses_data()
{
    QTest::addColumn<QStringList>("steps"); // none: it is refused
    QTest::newRow("a") << QStringList{u"a"_s};
    QTest::newRow("a.0.b") << QStringList{u"a"_s, u"0"_s, u"b"_s};
    QTest::newRow("\"a.b\".c") << QStringList{u"a.b"_s, u"c"_s};
    QTest::newRow("\"\"") << QStringList{u""_s};
    QTest::newRow("\"q\\\"\\\\\"") << QStringList{u"q\"\\"_s};
    QTest::newRow("") << QStringList();
    QTest::newRow("a.") << QStringList();
    QTest::newRow(".a") << QStringList();
    QTest::newRow("a b") << QStringList();
    QTest::newRow("\"a") << QStringList();
    QTest::newRow("\"a\"b") << QStringList();
}

void TestDataPath::parses()
{
    QFETCH(const QStringList, steps);
    const QString text = QString::fromUtf8(QTest::currentDataTag());
    const auto path = DataPath::parse(text);
    QCOMPARE(path.has_value(), !steps.isEmpty());
    if (path) {
        QCOMPARE(path->steps(), steps);
        QCOMPARE(path->toString(), text);
    }
}

void TestDataPath::finds_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("raw");
    const auto row = [](const char *json, const char *path, const char *raw) {
        QTest::addRow("%s in %s", path, json)
            << QByteArray(json) << QString::fromUtf8(path) << QByteArray(raw);
    };
    row(R"({"a":1.10})", "a", "1.10");
    row(R"({"a":1,"a":2})", "a", "2");
    row(R"({"a":{"b":1},"a":{"c":2}})", "a.b", "");
    row(R"({"a":[1,{"b":"x"}]})", "a.1.b", "\"x\"");
    row(R"({"a":[1]})", "a.1", "");
    row(R"({"a":[1]})", "a.b", "");
    row(R"({"0":[1]})", "0.0", "1");
    row(R"({"\u0061":1})", "a", "1");
    row(R"({"a":1})", "a.b", "");
    row("", "a", "");
    row("[", "0", "");
    row(R"({"a":1)", "a", "");
}

void TestDataPath::finds()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, path);
    QFETCH(const QByteArray, raw);
    QCOMPARE(dataValueAt(json, *DataPath::parse(path)).toByteArray(), raw);
}

void TestDataPath::readable()
{
    const QByteArray escaped = "{\"a\\n\":\"\\u00e4 \\\"q\\\"\",\"b\":[1,\"x\\\\\"]}";
    const QByteArray plain = "{\"a\n\":\"\xC3\xA4 \"q\"\",\"b\":[1,\"x\\\"]}";
    QCOMPARE(readableJson(escaped), plain);
    QCOMPARE(readableJson("\"open \\"), QByteArray());
}

QTEST_GUILESS_MAIN(TestDataPath)
#include "tst_datapath.moc"
