// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Which rows a filter means.

#include "contract/timestamp.h"
#include "filter/filter.h"
#include "filter/stuckrules.h"
#include "support/rows.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QLocale>
#include <QtCore/QScopeGuard>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::filter;
using namespace closeout::rows;

class TestFilter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void services_data();
    void services();
    void tasks_data();
    void tasks();
    void manyRows();
    void cancelled();
    void catastrophicExpression();
    void unknownRule();
    void agreesWithItsCanonicalForm();
    void daysAreLocal_data();
    void daysAreLocal();
    void daysAsTheLanguageWritesThem_data();
    void daysAsTheLanguageWritesThem();
    void daysAreThoseOfTheMomentOfAsking();
    void splits_data();
    void splits();

private:
    QString found(const QString &text, Subject subject) const;

    Collection m_collection;
    StuckRules m_rules = StuckRules::standard();
};

namespace {

const std::atomic_bool notCancelled = false;

// Five services: a to e.
QList<TestRow> services()
{
    return {
        {{{Field::ServiceId, "a-100"},
          {Field::ServiceType, "Bill Payment"},
          {Field::CustomerId, "0001KS"},
          {Field::MediaType, "email"},
          {Field::Data, R"({"Feedback":{"rating":7,"notes":"nice (*) day"},"e.mail":["x@y",5]})"}},
         {{Field::Started, testNow - 3 * day}, {Field::LastEvent, testNow - 2 * day}},
         {{Field::Expected, 3600}, {Field::OpenTasks, 2}, {Field::OpenStates, 1}}},
        {{{Field::ServiceId, "b-20"},
          {Field::ServiceType, "Call-back"},
          {Field::CustomerId, "0002KS"},
          {Field::MediaType, "voice"},
          {Field::Data, R"({"Feedback":{"rating":18446744073709551616,"rating":"3"}})"}},
         {{Field::Started, testNow - 5 * hour}, {Field::LastEvent, testNow - 90 * minute}},
         {{Field::Expected, 7 * 3600}, {Field::OpenTasks, 0}, {Field::OpenStates, 1}}},
        {{{Field::ServiceId, "c-3"},
          {Field::ServiceType, "bill payment"},
          {Field::Resource,
           "Stra\xC3\x9F"
           "e \xC3\x84rger"},
          {Field::Data, R"({"Feedback":{"rating":18446744073709551615,"notes":"w\u00e4rmer"}})"}},
         {{Field::Started, testNow - 4 * hour}, {Field::LastEvent, testNow - 4 * hour}},
         {{Field::OpenTasks, 5}}},
        {{{Field::ServiceId, "d-4"},
          {Field::ServiceType, "Billing*"},
          {Field::Disposition, "SUCCESS"},
          {Field::Data, R"({"Feedback":{"rating":null,"notes":""},"list":[10,{"k":"v"}]})"}},
         {{Field::Started, testNow - 10 * day}, {Field::Completed, testNow - 9 * day}},
         {},
         true},
        {{{Field::ServiceId, "e-5"}, {Field::ServiceType, "or"}, {Field::Application, "a/b"}},
         {},
         {{Field::OpenTasks, 0}}},
    };
}

struct Case
{
    const char *filter;
    const char *names; // of the rows, by the first letter of their service
};

constexpr Case serviceCases[] = {
    {"", "abcde"},
    {"   ", "abcde"},
    // words
    {"bill", "acd"},
    {"BILL pay", "ac"},
    {"\"bill pay\"", "ac"},
    {"\"or\"", "e"},
    {"ks", "ab"},
    {"a/b", "e"},
    {"feedback", "abcd"}, // keys as well
    {"nosuchtext", ""},
    {"(*)", "ad"}, // no wildcard, in a group
    {"\"(*)\"", "a"},
    {"\303\204RGER", "c"},
    {"stra\303\237e", "c"},
    {"w\303\204rmer", "c"}, // that is spelled with an escape
    // fields
    {"type:\"Bill Payment\"", "ac"},
    {"type:bill", ""},
    {"type:bill*", "acd"},
    {"type:*pay*", "ac"},
    {"type:\"bill pay*\"", "ac"},
    {"type:billing\\*", "d"},
    {"type:\"billing\\*\"", "d"},
    {"type:call?back", "b"},
    {"type:call??back", ""},
    {"type:or,call-back", "be"},
    {"TYPE=or", "e"},
    {"service_type:or", "e"},
    {"type!=or", "abcd"},
    {"media:\"\"", "cde"},
    {"media:*", "ab"},
    {"media:\"\",email", "acde"},
    {"media!=email", "bcde"},
    {"res:*\303\244rger", "c"},
    {"res:stra?e*", "c"},
    {"type:/^bill/", "acd"},
    {"type:/^BILL\\b/", "ac"},
    {"type:/^or$/,/back/", "be"},
    {"/^\\D-\\d$/", "cde"},
    {"/a\\/b/", "e"},
    {"/w\303\244rmer/", "c"},
    // AND, OR, NOT
    {"bill ks", "a"},
    {"bill AND ks", "a"},
    {"bill and ks", "a"},
    {"bill OR ks", "abcd"},
    {"voice OR bill ks", "ab"},
    {"(voice OR bill) ks", "ab"},
    {"-bill", "be"},
    {"NOT bill", "be"},
    {"not not bill", "acd"},
    {"-(bill OR ks)", "e"},
    {"-(-bill)", "acd"},
    {"bill -ks", "cd"},
    {"((bill))", "acd"},
    // numbers
    {"tasks>=2", "ac"},
    {"tasks:2", "a"},
    {"tasks:0,5", "bce"},
    {"tasks=2", "a"},
    {"tasks!=2", "bcde"},
    {"tasks:\"\"", "d"},
    {"tasks > 2", "c"},
    {"tasks<1", "be"},
    {"expected>1h", "b"},
    {"expected>=1h", "ab"},
    {"expected=1h", "a"},
    {"expected<3601", "a"},
    // durations
    {"age>4h", "ab"},
    {"age>=4h", "abc"},
    {"age>=4h age<1d", "bc"},
    {"age=3d", "a"},
    {"age:5h", "b"},
    {"age > 4 h", "ab"},
    {"age>=4 hours age<1 day", "bc"},
    {"age:3 d", "a"},
    {"idle<=1 h 30 min", "b"},
    {"idle<=\"1 h 30 min\"", "b"},
    {"age>3days", ""},
    {"overdue>0 bill", "a"},
    {"age:\"\"", "de"},
    {"idle>=2d", "a"},
    {"idle<1h30m", ""},
    {"idle<=1h30m", "b"},
    {"idle<=1.5h", "b"},
    {"overdue>0", "a"},
    {"overdue>-3h", "ab"},
    {"overdue<=-2h", "b"},
    // moments
    {"started<2026-11-20", "d"},
    {"started:2026-11-22", "a"},
    {"started<=2026-11-22", "ad"},
    {"started>2026-11-22", "bc"},
    {"started>=2026-11-25T08:00", "c"},
    {"started>=2026-11-25T09:00+01:00", "c"},
    {"started>\"2026-11-25 07:30\"", "c"},
    {"started>2026-11-25 07:30", "c"},
    {"started>-2d", "bc"},
    {"started>-2 days", "bc"},
    {"started:today", "bc"},
    {"started<Yesterday", "ad"},
    {"started<today", "ad"},
    {"started>=tomorrow", ""},
    {"started:sunday", "a"},
    {"started>=Sun", "abc"},
    {"started:wednesday", "bc"}, // which is today
    {"started:\"2026-11-22\",today", "abc"},
    {"started<-2d", "ad"},
    {"started<now", "abcd"},
    {"started:\"\"", "e"},
    // status
    {"is:active", "abc"},
    {"is:completed", "d"},
    {"is:Vanished,completed", "de"},
    {"status!=active", "de"},
    // attached data
    {"data:*", "abcd"},
    {"data:\"\"", "e"},
    {"data:nice", "a"},
    {"data:w\303\244rmer", "c"},
    {"data:/x@./", "a"},
    {"data.Feedback:*", "abcd"},
    {"data.feedback:*", ""}, // keys are keys
    {"data.Feedback.rating:7", "a"},
    {"data.Feedback.rating<5", "b"}, // the later of two keys, a number in a text
    {"data.Feedback.rating<=7", "ab"},
    {"data.Feedback.rating=7.0", "a"},
    {"data.Feedback.rating>18446744073709551614", "c"},
    {"data.Feedback.rating>18446744073709551615", ""},
    {"data.Feedback.rating:null", "d"},
    {"data.Feedback.rating!=7", "bcde"},
    {"data.Feedback.notes:\"\"", "bde"},
    {"data.Feedback.notes:*", "acd"},
    {"data.Feedback.notes>a", "ac"},
    {"data.Feedback.notes:/^w/", "c"},
    {"data.\"e.mail\".0:x@y", "a"},
    {"data.\"e.mail\".1>4", "a"},
    {"data.list.1.k:V", "d"},
    {"data.list.2:*", ""},
    {"attached_data.list.0=10", "d"},
    // rules
    {"stuck:yes", "a"},
    {"stuck:no", "bcde"},
    {"stuck:overdue", "a"},
    {"stuck!=overdue", "bcde"},
    {"stuck:\"left behind\"", ""},
};

constexpr Case taskCases[] = {
    {"", "ab"},      {"survey", "a"}, {"tasktype:offer", "b"},
    {"task:1", "b"}, {"age>1h", "b"}, {"stuck:yes", ""},
};

void addCases(std::span<const Case> cases)
{
    QTest::addColumn<QString>("names");
    for (const Case &each : cases)
        QTest::newRow(each.filter) << QString::fromUtf8(each.names);
}

} // namespace

void TestFilter::initTestCase()
{
    qputenv("TZ", "UTC");
    putAll(m_collection, ::services());
    // d is completed in its own way, e vanishes.
    m_collection.beginLoad();
    QList<TestRow> again = ::services();
    again.removeLast();
    for (qsizetype i = 0; i < again.size(); ++i) {
        Row task;
        const QByteArray id = QByteArray::number(i);
        task.text(Field::TaskId) = id;
        task.text(Field::ServiceId) = again[i].texts.first().second;
        task.text(Field::TaskType) = i == 0 ? "Survey" : "Offer";
        task.moment(Field::Started) = testNow - (i + 1) * hour;
        m_collection.put(again[i].row(), std::span(&task, i < 2 ? 1 : 0));
    }
    m_collection.closeLoad();
}

QString TestFilter::found(const QString &text, Subject subject) const
{
    const auto filter = Filter::parse(text, subject);
    if (!filter)
        return filter.error().message;
    const Snapshot &snapshot = m_collection.snapshot();
    const auto rows = filter->matches(snapshot, {testNow, &m_rules}, notCancelled);
    QString names;
    for (const quint32 row : *rows)
        names += QChar(
            QLatin1Char(snapshot.text(snapshot.rows(subject), row, Field::ServiceId).front()));
    return names;
}

void TestFilter::services_data()
{
    addCases(serviceCases);
}

void TestFilter::services()
{
    QFETCH(const QString, names);
    QCOMPARE(found(QString::fromUtf8(QTest::currentDataTag()), Subject::Service), names);
}

void TestFilter::tasks_data()
{
    addCases(taskCases);
}

void TestFilter::tasks()
{
    QFETCH(const QString, names);
    QCOMPARE(found(QString::fromUtf8(QTest::currentDataTag()), Subject::Task), names);
}

// Several blocks and several pages of words, on all cores.
void TestFilter::manyRows()
{
    Collection collection;
    collection.beginLoad();
    constexpr quint32 count = 3 * Rows::blockSize + 5;
    for (quint32 i = 0; i < count; ++i) {
        const QByteArray id = "id-" + QByteArray::number(i);
        Row row;
        row.text(Field::ServiceId) = id;
        row.text(Field::ServiceType) = i % 2 ? "odd" : "even";
        row.number(Field::OpenTasks) = qint32(i % 10);
        collection.put(row, {});
    }
    const auto rows = [&collection](const QString &text) {
        return *Filter::parse(text, Subject::Service)
                    ->matches(collection.snapshot(), {testNow}, notCancelled);
    };
    std::vector<quint32> expected;
    for (quint32 i = 0; i < count; ++i) {
        if (i % 2 == 1 && i % 10 >= 4 && QByteArray::number(i).contains("77"))
            expected.push_back(i);
    }
    QVERIFY(!expected.empty());
    QCOMPARE(rows(u"77 odd tasks>=4"_s), expected);
    QCOMPARE(rows(u"service:*77* type:ODD tasks>=4"_s), expected);
    QCOMPARE(rows(u"/77/ -(type:even OR tasks<4)"_s), expected);
    QCOMPARE(rows(u"OD tasks:4,5,6,7,8,9 service:/7{2}/"_s), expected);
}

void TestFilter::cancelled()
{
    const std::atomic_bool isCancelled = true;
    const Context context{testNow, &m_rules};
    for (const QString &text : {u""_s, u"bill"_s, u"/bill/"_s, u"stuck:yes"_s}) {
        const auto filter = Filter::parse(text, Subject::Service);
        QVERIFY(!filter->matches(m_collection.snapshot(), context, isCancelled));
    }
}

void TestFilter::catastrophicExpression()
{
    constexpr int count = 20'000;
    Collection collection;
    collection.beginLoad();
    for (int i = 0; i < count; ++i) {
        const QByteArray id = QByteArray::number(i) + QByteArray(40, 'a') + 'b';
        Row row;
        row.text(Field::ServiceId) = id;
        collection.put(row, {});
    }
    Row good;
    good.text(Field::ServiceId) = "aaa";
    collection.put(good, {});
    const auto found = [&collection](const QString &text) {
        return *Filter::parse(text, Subject::Service)
                    ->find(collection.snapshot(), {testNow}, notCancelled);
    };
    QElapsedTimer timer;
    timer.start();
    const Found many = found(u"service:/^\\d*(a+)+$/"_s);
    QVERIFY2(timer.elapsed() < 10'000, "a regular expression must come to an end");
    QVERIFY2(many.problem.contains(u"was given up"), qPrintable(many.problem));
    QCOMPARE(found(u"service:/^a+$/"_s).problem, QString());
    const Found few = found(u"service:0a*,/^aaa$/ service:/(a+)+$/"_s);
    QCOMPARE(few.rows, std::vector<quint32>{count});
    QVERIFY(!few.problem.isEmpty());
}

void TestFilter::unknownRule()
{
    const auto filter = Filter::parse(u"stuck:\"no such\""_s, Subject::Service);
    const auto found = filter->find(m_collection.snapshot(), {testNow, &m_rules}, notCancelled);
    QVERIFY(found->rows.empty());
    QCOMPARE(found->problem, u"There is no rule “no such”."_s);
}

void TestFilter::agreesWithItsCanonicalForm()
{
    for (const char *text : {"bill OR (ks type:\"Bill Payment\")", "-(a OR b)", "NOT (a b)",
                             "type:\"a,b\",c", "data.\"e.mail\".0:\"x y\"", "/a\\/b/ age>1h30m",
                             "-media:\"\"", "\"or\"", "type:\"billing\\*\"", "tasks > 2"}) {
        const auto filter = Filter::parse(QString::fromUtf8(text), Subject::Service);
        QVERIFY2(filter, text);
        const QString canonical = print(filter->root());
        const auto again = Filter::parse(canonical, Subject::Service);
        QVERIFY2(again, qPrintable(canonical));
        QCOMPARE(print(again->root()), canonical);
        QCOMPARE(found(canonical, Subject::Service),
                 found(QString::fromUtf8(text), Subject::Service));
    }
}

// As moments are shown. In Paris summer time ended on 25 October.
void TestFilter::daysAreLocal_data()
{
    QTest::addColumn<QString>("names");
    const auto row = [](const char *filter, const char *names) {
        QTest::newRow(filter) << QString::fromUtf8(names);
    };
    row("started:2026-11-01", "ab");
    row("started:2026-10-31", "");
    row("started>=2026-11-01T00:31", "b");
    row("started:2026-11-01T00:30", "a");
    row("started:2026-10-31T23:30Z", "a");
    row("started:2026-11-01T01:30+02:00", "a");
    row("started:2026-10-25", "cd"); // 25 hours
    row("started<2026-10-25", "");
    row("started<=2026-10-25", "cd");
}

void TestFilter::daysAreLocal()
{
    QFETCH(const QString, names);
    Collection collection;
    const auto at = [](const QByteArray &id, const QString &moment) {
        return TestRow{{{Field::ServiceId, id}},
                       {{Field::Started, contract::readMilliseconds(moment.toLatin1()).value()}}};
    };
    putAll(collection,
           {at("a", u"2026-10-31T23:30:00Z"_s), at("b", u"2026-11-01T22:30:00Z"_s),
            at("c", u"2026-10-24T22:00:00Z"_s), at("d", u"2026-10-25T22:59:59Z"_s)});
    qputenv("TZ", "Europe/Paris");
    const auto restored = qScopeGuard([] { qputenv("TZ", "UTC"); });
    const auto filter = Filter::parse(QString::fromUtf8(QTest::currentDataTag()), Subject::Service);
    QVERIFY(filter);
    const Snapshot &snapshot = collection.snapshot();
    const auto rows = filter->matches(snapshot, {testNow}, notCancelled);
    QString found;
    for (const quint32 row : *rows)
        found += QChar::fromLatin1(snapshot.text(snapshot.services, row, Field::ServiceId).front());
    QCOMPARE(found, names);
}

void TestFilter::daysAsTheLanguageWritesThem_data()
{
    QTest::addColumn<QLocale>("language");
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("names"); // "!": refused
    const auto row = [](QLocale::Language language, QLocale::Territory land, const char *filter,
                        const char *names) {
        QTest::newRow(filter) << QLocale(language, land) << QString::fromUtf8(filter)
                              << QString::fromLatin1(names);
    };
    row(QLocale::German, QLocale::Germany, "started:22.11.2026", "a");
    row(QLocale::German, QLocale::Germany, "started>25.11.2026 07:30", "c");
    row(QLocale::German, QLocale::Germany, "started:Sonntag", "a");
    row(QLocale::German, QLocale::Germany, "started:so", "a");
    row(QLocale::German, QLocale::Germany, "started:11/22/2026", "!");
    row(QLocale::German, QLocale::Germany, "started:31.2.2026", "!");
    row(QLocale::English, QLocale::UnitedStates, "started<11/22/2026", "d");
    row(QLocale::English, QLocale::UnitedKingdom, "started:22/11/2026", "a");
    row(QLocale::C, QLocale::AnyTerritory, "started:1.11.2026", "!");
}

void TestFilter::daysAsTheLanguageWritesThem()
{
    QFETCH(const QLocale, language);
    QFETCH(const QString, filter);
    QFETCH(const QString, names);
    QLocale::setDefault(language);
    const auto restored = qScopeGuard([] { QLocale::setDefault(QLocale::c()); });
    const QString result = found(filter, Subject::Service);
    QCOMPARE(names == "!"_L1 ? result.contains(u"is no moment"_s) ? u"!"_s : result : result,
             names);
}

// A rule, or a view that stays open, says today tomorrow as well.
void TestFilter::daysAreThoseOfTheMomentOfAsking()
{
    const auto filter = Filter::parse(u"started:today"_s, Subject::Service);
    const Snapshot &snapshot = m_collection.snapshot();
    const auto count = [&](Moment now) {
        return filter->matches(snapshot, {now}, notCancelled)->size();
    };
    QCOMPARE(count(testNow), 2U);
    QCOMPARE(count(testNow + day), 0U);
    QCOMPARE(count(testNow - 3 * day), 1U);
}

void TestFilter::splits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("about");
    QTest::addColumn<QString>("rest");
    QTest::newRow("nothing") << u""_s << u""_s << u""_s;
    QTest::newRow("no such term") << u"gold type:Bill"_s << u""_s << u"gold type:Bill"_s;
    QTest::newRow("alone") << u"age>4h"_s << u"age>4h"_s << u""_s;
    QTest::newRow("a range") << u"age>=1h age<4h"_s << u"age>=1h age<4h"_s << u""_s;
    QTest::newRow("beside others")
        << u"gold age>4h -media:email age<2d"_s << u"age>4h age<2d"_s << u"gold -media:email"_s;
    QTest::newRow("in a choice") << u"gold (age>4h OR tin)"_s << u""_s << u"gold (age>4h OR tin)"_s;
    QTest::newRow("turned round") << u"gold -age>4h"_s << u""_s << u"gold -age>4h"_s;
}

void TestFilter::splits()
{
    QFETCH(QString, text);
    QFETCH(QString, about);
    QFETCH(QString, rest);
    const auto parse = [](const QString &words) { return *Filter::parse(words, Subject::Service); };
    const Filter::Parts parts = parse(text).split(Field::Age);
    QCOMPARE(print(parts.about.root()), print(parse(about).root()));
    QCOMPARE(print(parts.rest.root()), print(parse(rest).root()));
}

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
