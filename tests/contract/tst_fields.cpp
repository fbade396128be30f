// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "contract/fields.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::contract;

using Kind = FieldValue::Kind;

class TestFields : public QObject
{
    Q_OBJECT

private slots:
    void isWholeAndUnambiguous();
    void listsTheFieldsOfTheDocuments();
    void knowsWhatOneDialectAloneHas();
    void checksBusinessAttributes();
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void limitsEndEventsOnly();
    void countsCharacters_data();
    void countsCharacters();
    void reservesNames_data();
    void reservesNames();
};

namespace {

QString text(char16_t c, int times)
{
    return QString(times, QChar(c));
}

QString namesOf(Event event)
{
    QStringList names;
    for (const Field *field : fieldsOf(event))
        names.append(field->name);
    return names.join(u' ');
}

Result<void> check(Event event, const QString &name, const FieldValue &value)
{
    const Field *field = findField(event, name);
    if (!field)
        return failure(ErrorKind::NotFound, u"no such field"_s);
    return checkField(event, *field, value);
}

} // namespace

void TestFields::isWholeAndUnambiguous()
{
    QSet<QString> names;
    for (const Field &field : allFields()) {
        names.insert(field.name);
        QVERIFY2(field.label && *field.label, field.name.data());
        QVERIFY2(field.meaning && QByteArrayView(field.meaning).endsWith('.'), field.name.data());
        QVERIFY2(field.source && *field.source, field.name.data());
        QVERIFY2(field.events, field.name.data());
        QVERIFY2(field.limit == 0 || field.type == FieldType::Text, field.name.data());
        QVERIFY2(!field.businessAttribute || field.type == FieldType::LongOrText,
                 field.name.data());
    }
    QCOMPARE(names.size(), qsizetype(allFields().size()));
}

void TestFields::listsTheFieldsOfTheDocuments()
{
    const QString common = u"timestamp session_id interaction_id application_type application_id "
                           "resource_type resource_id media_type"_s;
    const QString end = common + u" disposition disposition_desc"_s;
    QCOMPARE(namesOf(Event::ServiceEnd), end + u" ttl expiration_time"_s);
    QCOMPARE(namesOf(Event::StateEnd), end);
    QCOMPARE(namesOf(Event::TaskEnd), end + u" state_id"_s);
    QCOMPARE(namesOf(Event::ServiceStart),
             common
                 + u" ttl expiration_time customer_id contact_key service_type est_duration "
                   "auto_complete_after"_s);
    QCOMPARE(namesOf(Event::StateStart), common + u" state_type previous_state_id est_duration"_s);
    QCOMPARE(namesOf(Event::TaskStart), common + u" state_id task_type est_duration"_s);
    QCOMPARE(findField(Event::ServiceEnd, u"session_id")->limit, 32);
    QCOMPARE(findField(Event::ServiceEnd, u"interaction_id")->limit, 50);
    QCOMPARE(findField(Event::TaskEnd, u"disposition_desc")->limit, 64);
    for (const QString &name : {u"state_id"_s, u"Feedback"_s, u"Timestamp"_s, u""_s})
        QVERIFY(!findField(Event::ServiceEnd, name));
    QCOMPARE(endEventOf(Target::Kind::Service), Event::ServiceEnd);
    QCOMPARE(endEventOf(Target::Kind::State), Event::StateEnd);
    QCOMPARE(endEventOf(Target::Kind::Task), Event::TaskEnd);
}

void TestFields::knowsWhatOneDialectAloneHas()
{
    const auto names = [](Event event, Dialect dialect) {
        QStringList all;
        for (const Field *field : fieldsOf(event, dialect))
            all.append(field->name);
        return all;
    };
    QCOMPARE(names(Event::ServiceEnd, Dialect::V85).size(), fieldsOf(Event::ServiceEnd).size());
    QStringList all = names(Event::ServiceEnd, Dialect::V85);
    QVERIFY(all.removeOne(u"ttl"_s) && all.removeOne(u"expiration_time"_s));
    QCOMPARE(names(Event::ServiceEnd, Dialect::V81), all);
    QCOMPARE(names(Event::TaskEnd, Dialect::V81), names(Event::TaskEnd, Dialect::V85));
}

void TestFields::checksBusinessAttributes()
{
    QStringList names;
    for (const Field &field : allFields()) {
        if (field.businessAttribute)
            names.append(field.name);
    }
    names.sort();
    QCOMPARE(names.join(u' '),
             u"application_type disposition media_type resource_type service_type state_type "
             "task_type"_s);
}

void TestFields::accepts_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("value");
    const auto row = [](const QString &field, Kind kind, const QString &value) {
        QTest::addRow("%s %s", qUtf8Printable(field), qUtf8Printable(value))
            << field << kind << value;
    };
    row(u"session_id"_s, Kind::Text, {});
    row(u"session_id"_s, Kind::Text, text(u'x', 32));
    row(u"session_id"_s, Kind::Text, text(u'ä', 32));
    row(u"session_id"_s, Kind::Text, u"😀"_s.repeated(32));
    row(u"interaction_id"_s, Kind::Text, text(u'€', 50));
    row(u"interaction_id"_s, Kind::Text, u"e\u0301"_s.repeated(25)); // two characters each
    row(u"disposition_desc"_s, Kind::Text,
        u"👩‍👧"_s.repeated(21)); // three characters each: 63
    row(u"disposition"_s, Kind::Integer, u"10"_s);
    row(u"disposition"_s, Kind::Text, u"10"_s);
    row(u"disposition"_s, Kind::Text, text(u'x', 1000));
    row(u"disposition"_s, Kind::Integer, u"-9223372036854775808"_s);
    row(u"media_type"_s, Kind::Integer, u"9223372036854775807"_s);
    row(u"resource_id"_s, Kind::Integer, u"5005"_s);
    row(u"resource_id"_s, Kind::Integer, u"9223372036854775807"_s);
    row(u"state_id"_s, Kind::Integer, u"2147483647"_s);
    row(u"state_id"_s, Kind::Integer, u"0"_s);
    row(u"timestamp"_s, Kind::Text, u"2009-05-12T12:05:12.145Z"_s);
}

void TestFields::accepts()
{
    QFETCH(QString, field);
    QFETCH(Kind, kind);
    QFETCH(QString, value);
    const Result<void> checked = check(Event::TaskEnd, field, {kind, value});
    QVERIFY2(checked, qPrintable(checked ? QString() : checked.error().message));
}

void TestFields::refuses_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QString &field, Kind kind, const QString &value,
                        const QString &message) {
        QTest::newRow(name) << field << kind << value << message;
    };
    row("one too long", u"session_id"_s, Kind::Text, text(u'x', 33),
        u"session_id has 33 characters; the limit is 32."_s);
    row("umlauts", u"interaction_id"_s, Kind::Text, text(u'ä', 51),
        u"interaction_id has 51 characters; the limit is 50."_s);
    row("emoji", u"disposition_desc"_s, Kind::Text, u"😀"_s.repeated(65),
        u"disposition_desc has 65 characters; the limit is 64."_s);
    row("combining characters", u"session_id"_s, Kind::Text, u"e\u0301"_s.repeated(17),
        u"session_id has 34 characters; the limit is 32."_s);
    row("joined emoji", u"session_id"_s, Kind::Text, u"👩‍👧"_s.repeated(11),
        u"session_id has 33 characters; the limit is 32."_s);
    row("integer for text", u"session_id"_s, Kind::Integer, u"7"_s,
        u"session_id must be a string, not 7."_s);
    row("object for text", u"disposition_desc"_s, Kind::Other, u"{\"a\":\"%1\"}"_s,
        u"disposition_desc must be a string, not {\"a\":\"%1\"}."_s);
    row("null for text", u"interaction_id"_s, Kind::Other, u"null"_s,
        u"interaction_id must be a string, not null."_s);
    row("fraction for long or text", u"disposition"_s, Kind::Other, u"1.5"_s,
        u"disposition must be a whole number of 64 bits or a string, not 1.5."_s);
    row("65 bits", u"disposition"_s, Kind::Integer, u"9223372036854775808"_s,
        u"disposition must be a whole number of 64 bits or a string, not 9223372036854775808."_s);
    row("bool for long or text", u"media_type"_s, Kind::Other, u"true"_s,
        u"media_type must be a whole number of 64 bits or a string, not true."_s);
    row("text for integer", u"resource_id"_s, Kind::Text, u"5005"_s,
        u"resource_id must be a whole number of 64 bits, not \"5005\"."_s);
    row("exponent for integer", u"application_id"_s, Kind::Other, u"1e3"_s,
        u"application_id must be a whole number of 64 bits, not 1e3."_s);
    row("integer of 65 bits", u"resource_id"_s, Kind::Integer, u"18446744073709551615"_s,
        u"resource_id must be a whole number of 64 bits, not 18446744073709551615."_s);
    row("33 bits", u"state_id"_s, Kind::Integer, u"2147483648"_s,
        u"state_id must be a whole number of 32 bits, not 2147483648."_s);
    row("integer for a timestamp", u"timestamp"_s, Kind::Integer, u"1242129912145"_s,
        u"timestamp must be a UTC timestamp with milliseconds, not 1242129912145."_s);
    row("no such day", u"timestamp"_s, Kind::Text, u"2023-02-29T00:00:00.000Z"_s,
        u"timestamp: “2023-02-29T00:00:00.000Z” is not a moment that exists. Check day, month, "
        u"hour "
        "and minute."_s);
}

void TestFields::refuses()
{
    QFETCH(QString, field);
    QFETCH(Kind, kind);
    QFETCH(QString, value);
    const Result<void> checked = check(Event::TaskEnd, field, {kind, value});
    QVERIFY(!checked);
    QTEST(checked.error().message, "message");
    QCOMPARE(checked.error().kind, ErrorKind::InvalidInput);
}

void TestFields::limitsEndEventsOnly()
{
    const FieldValue tooLong{Kind::Text, text(u'x', 51)};
    for (const auto event : {Event::ServiceEnd, Event::StateEnd, Event::TaskEnd})
        QVERIFY(!check(event, u"interaction_id"_s, tooLong));
    for (const auto event : {Event::ServiceStart, Event::StateStart, Event::TaskStart})
        QVERIFY(check(event, u"interaction_id"_s, tooLong));
    QVERIFY(!check(Event::ServiceStart, u"interaction_id"_s, {Kind::Integer, u"1"_s}));
}

void TestFields::countsCharacters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("length");
    const QString high(QChar(0xd83d));
    const QString low(QChar(0xde00));
    QTest::newRow("empty") << QString() << qsizetype(0);
    QTest::newRow("ASCII") << u"abc"_s << qsizetype(3);
    QTest::newRow("umlaut") << u"ä"_s << qsizetype(1);
    QTest::newRow("combining") << u"a\u0308"_s << qsizetype(2);
    QTest::newRow("emoji") << u"😀😀"_s << qsizetype(2);
    QTest::newRow("flag") << u"🇩🇪"_s << qsizetype(2);
    QTest::newRow("NUL") << QString(QChar(0)) << qsizetype(1);
    QTest::newRow("half a pair") << high << qsizetype(1);
    QTest::newRow("halves in the wrong order") << low + high << qsizetype(2);
    QTest::newRow("half before a pair") << high + high + low << qsizetype(2);
}

void TestFields::countsCharacters()
{
    QFETCH(QString, text);
    QTEST(lengthInCharacters(text), "length");
}

void TestFields::reservesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("reserved");
    QTest::addColumn<bool>("inEvents");
    for (const Field &field : allFields())
        QTest::newRow(field.name.data()) << QString(field.name) << true << true;
    for (const QString &name : {u"service_id"_s, u"task_id"_s})
        QTest::newRow(qUtf8Printable(name)) << name << true << true;
    for (const QString &name : {u"started"_s, u"completed"_s, u"duration"_s, u"active_states"_s,
                                u"active_tasks"_s, u"completed_states"_s, u"completed_tasks"_s})
        QTest::newRow(qUtf8Printable(name)) << name << true << false;
    for (const QString &name : {u"Feedback"_s, u"Satisfaction"_s, u"car type"_s, u""_s,
                                u"Timestamp"_s, u"timestamp "_s, u"session_i"_s, u"session_idx"_s})
        QTest::addRow("'%s'", qUtf8Printable(name)) << name << false << false;
}

void TestFields::reservesNames()
{
    QFETCH(QString, name);
    QFETCH(bool, reserved);
    QCOMPARE(isReservedName(name), reserved);
    QCOMPARE(isRecordField(name), reserved);
    QTEST(isEventField(name), "inEvents");
}

QTEST_APPLESS_MAIN(TestFields)

#include "tst_fields.moc"
