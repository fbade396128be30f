// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "close/settlement.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::close;
using client::Record;

class TestSettlement : public QObject
{
    Q_OBJECT

private slots:
    void settles_data();
    void settles();
};

namespace {

Record record(const QByteArray &json)
{
    return *Record::fromJson(Record::Kind::Service, json);
}

QString name(Settlement settlement)
{
    switch (settlement) {
    case Settlement::Done:
        return u"done"_s;
    case Settlement::StillOpen:
        return u"still open"_s;
    case Settlement::Unchanged:
        return u"unchanged"_s;
    case Settlement::NotOurs:
        return u"not ours"_s;
    case Settlement::CannotTell:
        return u"cannot tell"_s;
    }
    return {};
}

// "disposition=10 session_id=x Feedback=1": fields, and what is none as attached data.
EndEvent eventFrom(const QString &text)
{
    EndEvent event;
    for (const QString &part : text.split(u' ', Qt::SkipEmptyParts)) {
        const QString key = part.section(u'=', 0, 0);
        const QString value = part.section(u'=', 1);
        if (const auto *field = contract::findField(contract::Event::ServiceEnd, key))
            event.set(field, *fieldValueFromText(*field, value));
        else
            event.attachedData.append({'"' + key.toUtf8() + '"', value.toUtf8()});
    }
    return event;
}

} // namespace

void TestSettlement::settles_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("expected");

    const QByteArray open = R"({"service_id":1})";
    const auto row = [](const char *name, const QString &sent, const QByteArray &before,
                        const QByteArray &after, const QString &expected) {
        QTest::newRow(name) << sent << before << after << expected;
    };
    const auto ended = [](const QByteArray &event) {
        return R"({"service_id":1,"completed":)" + event + '}';
    };
    row("still open", u"disposition=10"_s, open, open, u"still open"_s);
    row("completed is null", u"disposition=10"_s, open, ended("null"), u"still open"_s);
    row("nothing to tell by", {}, open, ended("{}"), u"done"_s);
    row("ours", u"disposition_desc=mine"_s, open, ended(R"({"disposition_desc":"mine"})"),
        u"done"_s);
    row("beside the event", u"disposition_desc=mine"_s, open,
        R"({"service_id":1,"completed":{},"disposition_desc":"mine"})", u"done"_s);
    row("other description", u"disposition_desc=mine"_s, open,
        ended(R"({"disposition_desc":"theirs"})"), u"not ours"_s);
    row("other number", u"disposition=10"_s, open, ended(R"({"disposition":20})"), u"not ours"_s);
    for (const char *name : {"disposition", "media_type", "resource_type", "application_type"}) {
        row(QByteArray("a default ").append(name).constData(), {}, open,
            ended(QByteArray("{\"") + name + "\":40}"), u"done"_s);
    }
    row("a default, and somebody's session", {}, open,
        ended(R"({"disposition":40,"session_id":"theirs"})"), u"not ours"_s);
    row("a session that was not sent", u"Feedback=1"_s, open, ended(R"({"session_id":"theirs"})"),
        u"not ours"_s);
    row("not what was sent, but else", u"session_id=mine"_s, open,
        ended(R"({"resource_id":"theirs","session_id":null})"), u"not ours"_s);
    row("data that were not sent", u"disposition=10"_s, open,
        R"({"service_id":1,"completed":{"disposition":"SUCCESS"},"Theirs":1})", u"not ours"_s);
    row("data that were there", u"disposition=10"_s, R"({"service_id":1,"Before":1})",
        R"({"service_id":1,"completed":{"disposition":"SUCCESS"},"Before":1})", u"done"_s);
    row("the server's own moment", {}, open, ended(R"({"timestamp":"2026-11-22T10:00:00Z"})"),
        u"done"_s);
    row("the server's words for what was sent", u"disposition=10"_s, open,
        ended(R"({"disposition":"SUCCESS","disposition_desc":"Success"})"), u"done"_s);
    row("ours, and what the server adds", u"session_id=mine"_s, open,
        ended(R"({"session_id":"mine","resource_id":"web"})"), u"done"_s);
    row("name for a number", u"disposition=10"_s, open, ended(R"({"disposition":"SUCCESS"})"),
        u"done"_s);
    row("null is not shown", u"session_id=a"_s, open, ended(R"({"session_id":null})"), u"done"_s);
    row("moment without its zeros", u"timestamp=2026-11-22T10:00:00.000Z"_s, open,
        ended(R"({"timestamp":"2026-11-22T10:00:00Z"})"), u"done"_s);
    row("another moment", u"timestamp=2026-11-22T10:00:00.000Z"_s, open,
        ended(R"({"timestamp":"2026-11-22T10:00:01Z"})"), u"not ours"_s);
    row("attached data are there", u"Feedback=1"_s, open,
        R"({"service_id":1,"completed":{},"Feedback":1})", u"done"_s);
    const auto shows = [](const QByteArray &value) -> QByteArray {
        return R"({"service_id":1,"completed":{"disposition":10},"Note":)" + value + '}';
    };
    const QString sentNote = u"disposition=10 Note={\"text\":\"OURS\",\"n\":1.10}"_s;
    row("the same value", sentNote, open, shows(R"({"text":"OURS","n":1.10})"), u"done"_s);
    row("the same value, laid out", sentNote, open, shows("{ \"n\": 1.10,\n \"text\": \"OURS\" }"),
        u"done"_s);
    row("another value of the same key", sentNote, open, shows(R"({"text":"THEIRS","n":1.10})"),
        u"not ours"_s);
    row("another number of the same key", sentNote, open, shows(R"({"text":"OURS","n":1.1})"),
        u"not ours"_s);
    row("another value that was there before", sentNote, R"({"service_id":1,"Note":1})", shows("1"),
        u"not ours"_s);
    row("one of two that were sent", u"Note=1 Note=2"_s, open, shows("1"), u"done"_s);
    row("attached data are others", u"Feedback=1"_s, open,
        R"({"service_id":1,"completed":{},"Other":1})", u"not ours"_s);
    row("attached data are not shown", u"Feedback=1"_s, open, ended("{}"), u"done"_s);
    row("completed before, unchanged", u"disposition_desc=mine"_s,
        ended(R"({"disposition_desc":"mine"})"), ended(R"({"disposition_desc":"mine"})"),
        u"unchanged"_s);
    row("completed before, now ours", u"disposition_desc=mine"_s,
        ended(R"({"disposition_desc":"theirs"})"), ended(R"({"disposition_desc":"mine"})"),
        u"done"_s);
    row("completed before, changed", u"disposition=10"_s, ended(R"({"timestamp":"a"})"),
        ended(R"({"timestamp":"b"})"), u"cannot tell"_s);
}

void TestSettlement::settles()
{
    QFETCH(const QString, sent);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const QString, expected);
    QCOMPARE(name(settle(eventFrom(sent), record(before), record(after))), expected);
}

QTEST_APPLESS_MAIN(TestSettlement)
#include "tst_settlement.moc"
