// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "close/endevent.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::close;
using contract::FieldValue;
using contract::Target;

class TestEndEvent : public QObject
{
    Q_OBJECT

private slots:
    void typedValues_data();
    void typedValues();
    void bodyIsByteForByte();
    void attachedDataKeepTheirSpelling();
    void duplicateKeysAreNamedWithBothPlaces();
    void duplicateKeysCanBeAllowed();
    void notAnObject_data();
    void notAnObject();
    void reservedNames_data();
    void reservedNames();
    void allErrorsAreTold();
    void keepsWhatIsNotMentioned();
    void namesWhatIsLost();
};

namespace {

const contract::Field *field(QStringView name, Target::Kind target = Target::Kind::Service)
{
    return contract::findField(contract::endEventOf(target), name);
}

client::Record record(const QByteArray &json)
{
    return *client::Record::fromJson(client::Record::Kind::Service, json);
}

} // namespace

void TestEndEvent::typedValues_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("sent"); // empty: refused

    QTest::newRow("number") << u"disposition"_s << u"10"_s << QByteArray("10");
    QTest::newRow("negative") << u"disposition"_s << u"-1"_s << QByteArray("-1");
    QTest::newRow("largest long") << u"disposition"_s << u"9223372036854775807"_s
                                  << QByteArray("9223372036854775807");
    QTest::newRow("too large") << u"disposition"_s << u"9223372036854775808"_s << QByteArray();
    QTest::newRow("too large as string") << u"disposition"_s << u"\"9223372036854775808\""_s
                                         << QByteArray("\"9223372036854775808\"");
    QTest::newRow("word") << u"disposition"_s << u"SUCCESS"_s << QByteArray("\"SUCCESS\"");
    QTest::newRow("forced string") << u"disposition"_s << u"\"10\""_s << QByteArray("\"10\"");
    QTest::newRow("escape in it") << u"disposition"_s << u"\"a\\u00e4\""_s << QByteArray("\"aä\"");
    QTest::newRow("broken string") << u"disposition"_s << u"\"a\\x\""_s << QByteArray();
    QTest::newRow("leading zero") << u"disposition"_s << u"007"_s << QByteArray("\"007\"");
    QTest::newRow("fraction") << u"disposition"_s << u"1.5"_s << QByteArray("\"1.5\"");
    QTest::newRow("text field with digits") << u"session_id"_s << u"10"_s << QByteArray("\"10\"");
    QTest::newRow("text field with quotes")
        << u"session_id"_s << u"\"a\""_s << QByteArray("\"\\\"a\\\"\"");
    QTest::newRow("integer field") << u"resource_id"_s << u"5005"_s << QByteArray("5005");
    QTest::newRow("word for an integer") << u"resource_id"_s << u"x"_s << QByteArray();
    QTest::newRow("timestamp") << u"timestamp"_s << u"2009-05-12T12:05:12.145Z"_s
                               << QByteArray("\"2009-05-12T12:05:12.145Z\"");
    QTest::newRow("timestamp without milliseconds")
        << u"timestamp"_s << u"2009-05-12T12:05:12Z"_s << QByteArray();
    QTest::newRow("64 emoji") << u"disposition_desc"_s << QString(u"😀"_s).repeated(64)
                              << '"' + QByteArray("😀").repeated(64) + '"';
    QTest::newRow("65 emoji") << u"disposition_desc"_s << QString(u"😀"_s).repeated(65)
                              << QByteArray();
}

void TestEndEvent::typedValues()
{
    QFETCH(const QString, name);
    QFETCH(const QString, typed);
    QFETCH(const QByteArray, sent);
    const Result<FieldValue> value = fieldValueFromText(*field(name), typed);
    EndEvent event;
    if (value)
        event.set(field(name), *value);
    const bool accepted = value && checkEndEvent(event, Target::Kind::Service).isEmpty();
    QCOMPARE(accepted, !sent.isEmpty());
    if (accepted)
        QCOMPARE(event.body(), "{\"" + name.toLatin1() + "\":" + sent + '}');
}

void TestEndEvent::bodyIsByteForByte()
{
    EndEvent event;
    QCOMPARE(event.body(), "{}");
    event.set(field(u"timestamp"), {FieldValue::Kind::Text, u"2009-05-12T12:05:12.145Z"_s});
    event.set(field(u"disposition"), {FieldValue::Kind::Integer, u"9"_s});
    event.set(field(u"disposition"), {FieldValue::Kind::Integer, u"10"_s});
    event.attachedData =
        *readAttachedData("\n{ \"b\" : [ 1 , 2.50 ] "
                          ",\r\n\t\"\\u0061\":1.10,\"big\":18446744073709551615, \"e\":1e400}",
                          DuplicateKeys::Refuse);
    QCOMPARE(event.body(),
             "{\"timestamp\":\"2009-05-12T12:05:12.145Z\",\"disposition\":10,\"b\":[ 1 , 2.50 ],"
             "\"\\u0061\":1.10,\"big\":18446744073709551615,\"e\":1e400}");
}

void TestEndEvent::attachedDataKeepTheirSpelling()
{
    const auto data = readAttachedData(R"({"x" : "a\/b", "":null})", DuplicateKeys::Refuse);
    QVERIFY(data);
    QCOMPARE(data->size(), 2);
    QCOMPARE(data->at(0).rawKey, R"("x")");
    QCOMPARE(data->at(0).rawValue, R"("a\/b")");
    QCOMPARE(data->at(1).key(), QString());
}

void TestEndEvent::duplicateKeysAreNamedWithBothPlaces()
{
    const auto data =
        readAttachedData(R"({"b":1,"a":1.10,"big":18446744073709551615,"a":2,"e":1e400})",
                         DuplicateKeys::Refuse);
    QVERIFY(!data);
    QCOMPARE(data.error().kind, ErrorKind::InvalidInput);
    const QString message = data.error().message;
    QVERIFY2(message.contains("\"a\""_L1), qPrintable(message));
    QVERIFY2(message.contains("line 1, column 8"_L1), qPrintable(message));
    QVERIFY2(message.contains("line 1, column 44"_L1), qPrintable(message));
    QVERIFY(!readAttachedData("{\"x\":[{\"k\":1,\n\"\\u006b\":2}]}", DuplicateKeys::Refuse));
}

void TestEndEvent::duplicateKeysCanBeAllowed()
{
    const QByteArray text = R"({"b":1,"a":1.10,"big":18446744073709551615,"a":2,"e":1e400})";
    EndEvent event;
    event.attachedData = *readAttachedData(text, DuplicateKeys::Allow);
    QCOMPARE(event.body(), text);
}

void TestEndEvent::notAnObject_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json : {"[]", "1", "\"a\"", "null", "", "{", "{}{}"})
        QTest::newRow(*json ? json : "empty") << QByteArray(json);
}

void TestEndEvent::notAnObject()
{
    QFETCH(const QByteArray, json);
    QVERIFY(!readAttachedData(json, DuplicateKeys::Allow));
}

void TestEndEvent::reservedNames_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("reserved");
    QTest::newRow("field") << QByteArray("\"disposition\"") << true;
    QTest::newRow("field spelled with an escape") << QByteArray("\"dispositio\\u006e\"") << true;
    QTest::newRow("of the record") << QByteArray("\"service_id\"") << true;
    QTest::newRow("completed") << QByteArray("\"completed\"") << true;
    QTest::newRow("other case") << QByteArray("\"Disposition\"") << false;
    QTest::newRow("own") << QByteArray("\"Feedback\"") << false;
}

void TestEndEvent::reservedNames()
{
    QFETCH(const QByteArray, key);
    QFETCH(const bool, reserved);
    EndEvent event;
    event.attachedData = {{key, "1"}};
    const QList<Error> errors = checkEndEvent(event, Target::Kind::Service);
    QCOMPARE(!errors.isEmpty(), reserved);
    if (reserved)
        QVERIFY(errors.first().message.contains(event.attachedData.first().key()));
}

void TestEndEvent::allErrorsAreTold()
{
    EndEvent event;
    event.set(field(u"session_id"), {FieldValue::Kind::Text, QString(33, u'x')});
    event.set(field(u"interaction_id"), {FieldValue::Kind::Text, QString(51, u'x')});
    event.attachedData = {{"\"timestamp\"", "1"}};
    const QList<Error> errors = checkEndEvent(event, Target::Kind::Service);
    QCOMPARE(errors.size(), 3);
    QVERIFY(errors.at(0).message.contains("session_id"_L1));
    QVERIFY(errors.at(0).message.contains("33"_L1));
    QVERIFY(errors.at(0).message.contains("32"_L1));
}

void TestEndEvent::keepsWhatIsNotMentioned()
{
    EndEvent event;
    event.attachedData = {{"\"b\"", "2"}};
    keepAttachedData(
        event, record(R"({"service_id":1,"a":1.10,"b":1,"started":{"timestamp":"x","c":[ 1 ]}})"));
    QCOMPARE(event.body(), R"({"b":2,"c":[ 1 ],"a":1.10})");
}

void TestEndEvent::namesWhatIsLost()
{
    EndEvent event;
    event.attachedData = {{"\"\\u0062\"", "2"}};
    const auto lost =
        keysLost(event, record(R"({"service_id":1,"a":1,"b":1,"started":{"a":1,"media_type":2}})"));
    QCOMPARE(lost, QStringList{u"a"_s});
}

QTEST_APPLESS_MAIN(TestEndEvent)
#include "tst_endevent.moc"
