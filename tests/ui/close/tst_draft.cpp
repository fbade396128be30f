// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "contract/timestamp.h"
#include "support/othertongue.h"
#include "ui/close/draft/draft.h"
#include "ui/payload/payloaddocument.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;
using client::Record;
using contract::Dialect;
using contract::Target;

using Texts = QList<std::pair<QString, QString>>; // name, text

class TestDraft : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void fieldsBecomeTheBody_data();
    void fieldsBecomeTheBody();
    void timestamps();
    void previewIsTheCompletion();
    void existingDataStayByteForByte_data();
    void existingDataStayByteForByte();
    void editedPayloadIsSentAsItStands();
    void lostDataComeBackAsTheyWere();
    void problems_data();
    void problems();
    void severalProblemsAreCounted();
    void problemsAreInTheLanguageOfTheMoment();
    void duplicateKeysCanBeInsistedOn();
    void payloadThatIsNoObjectIsAProblem();
    void completedRecordStandsInTheWay();
    void openWorkIsTold();
    void everyChangeIsExamined();
    void keptDraftIsTakenUp();
    void untouchedDraftIsNotKept();
    void discardGoesBackToTheBeginning();
    void discardedIsPutBackWhole();
    void whatIsPutBackCanBeOvertaken();
    void discardedBelongsToItsTarget();
    void rebaseKeepsWhatWasTyped();
    void rebaseUnderEditedDataSaysSo();
    void rebaseRenewsWhatNobodyTouched();
    void stateIsPrefilled();
    void reservedKeysAreRefusedWhileTyping();
    void undoIsThereAfterAnother();
    void aWholeEventIsTakenApart();
    void aWholeEventIsRefusedWhole();

private:
    void begin(const QByteArray &record, Target::Kind kind = Target::Kind::Service);
    void set(const QString &field, const QString &text);
    QByteArray body() const { return m_draft->completion().event.body(); }
    QString firstProblem() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DraftStore> m_store;
    std::unique_ptr<Draft> m_draft;
};

void TestDraft::init()
{
    m_draft.reset();
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<DraftStore>(m_folder->filePath(u"drafts"_s));
    m_draft = std::make_unique<Draft>(*m_store);
}

void TestDraft::begin(const QByteArray &record, Target::Kind kind)
{
    environments::Environment environment;
    environment.name = u"Test"_s;
    const bool isService = kind == Target::Kind::Service;
    m_draft->begin({kind, u"95"_s, isService ? QString() : u"3"_s}, *Record::fromJson(kind, record),
                   environment, QUrl(u"http://host/genesys/1/cs"_s), Dialect::V85);
    QTRY_VERIFY(!m_draft->isLoading());
}

void TestDraft::set(const QString &field, const QString &text)
{
    const contract::Field *found = contract::findField(contract::endEventOf(m_draft->target().kind),
                                                       field);
    QVERIFY(found);
    m_draft->setFieldText(*found, text);
}

QString TestDraft::firstProblem() const
{
    const QList<Draft::Problem> problems = m_draft->problems();
    return problems.isEmpty() ? QString()
                              : problems.first().field + u": "_s + problems.first().message;
}

void TestDraft::fieldsBecomeTheBody_data()
{
    QTest::addColumn<Texts>("texts");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("nothing") << Texts() << QByteArray("{}");
    QTest::newRow("number") << Texts{{u"disposition"_s, u"10"_s}}
                            << QByteArray(R"({"disposition":10})");
    QTest::newRow("number as string")
        << Texts{{u"disposition"_s, u"\"10\""_s}} << QByteArray(R"({"disposition":"10"})");
    QTest::newRow("leading zero is text")
        << Texts{{u"disposition"_s, u"010"_s}} << QByteArray(R"({"disposition":"010"})");
    QTest::newRow("name") << Texts{{u"disposition"_s, u"SUCCESS"_s}}
                          << QByteArray(R"({"disposition":"SUCCESS"})");
    QTest::newRow("largest number") << Texts{{u"disposition"_s, u"9223372036854775807"_s}}
                                    << QByteArray(R"({"disposition":9223372036854775807})");
    QTest::newRow("quotes and blanks stay")
        << Texts{{u"disposition_desc"_s, u" said \"no\" \\ "_s}}
        << QByteArray(R"({"disposition_desc":" said \"no\" \\ "})");
    QTest::newRow("order of the documents")
        << Texts{{u"disposition"_s, u"1"_s}, {u"session_id"_s, u"s"_s}, {u"ttl"_s, u"60"_s}}
        << QByteArray(R"({"session_id":"s","disposition":1,"ttl":60})");
    QTest::newRow("taken back") << Texts{{u"disposition"_s, u"1"_s}, {u"disposition"_s, u""_s}}
                                << QByteArray("{}");
}

void TestDraft::fieldsBecomeTheBody()
{
    QFETCH(Texts, texts);
    begin(R"({"service_id":95})");
    for (const auto &[name, text] : std::as_const(texts))
        set(name, text);
    QTEST(body(), "expected");
    QCOMPARE(m_draft->whyNotSendable(), QString());
}

void TestDraft::timestamps()
{
    begin(R"({"service_id":95})");
    m_draft->setChosenMoment(QDateTime({2026, 11, 19}, {6, 42, 7, 45}, Qt::UTC));
    QCOMPARE(body(), "{}");
    m_draft->setStamp(Stamp::Chosen);
    QCOMPARE(body(), R"({"timestamp":"2026-11-19T06:42:07.045Z"})");
    m_draft->setStamp(Stamp::Now);
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const close::EndEvent event = m_draft->completion().event;
    const Result<QDateTime> sent = contract::parseTimestamp(event.find(u"timestamp")->text);
    QVERIFY(sent);
    QVERIFY(*sent >= before && *sent <= QDateTime::currentDateTimeUtc());
}

void TestDraft::previewIsTheCompletion()
{
    begin(R"({"service_id":95,"a":{"b": 1.10}})");
    set(u"disposition"_s, u"10"_s);
    client::Connection connection;
    connection.baseUrl = QUrl(u"http://host/genesys/1/cs"_s);
    const client::OutgoingRequest preview = m_draft->preview(connection);
    QCOMPARE(preview.line(), "POST /genesys/1/cs/services/95/end HTTP/1.1");
    QCOMPARE(preview.body, R"({"disposition":10,"a":{"b": 1.10}})");
    QCOMPARE(preview.body, m_draft->completion().request().body);
}

void TestDraft::existingDataStayByteForByte_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("none") << QByteArray(R"({"service_id":95,"started":{}})") << QByteArray("{}");
    QTest::newRow("spelling of numbers and strings")
        << QByteArray(R"({"service_id":95,"z":1.10,"a":18446744073709551615,"s":"\u0041\/"})")
        << QByteArray(R"({"z":1.10,"a":18446744073709551615,"s":"\u0041\/"})");
    QTest::newRow("spelling of keys")
        << QByteArray(R"({"\u0041":1,"\ud800":2})") << QByteArray(R"({"\u0041":1,"\ud800":2})");
    QTest::newRow("layout inside") << QByteArray("{\"a\" : {\r\n\t\"b\" :1 ,\"b\": 2}}")
                                   << QByteArray("{\"a\":{\r\n\t\"b\" :1 ,\"b\": 2}}");
    QTest::newRow("from the events")
        << QByteArray(R"({"started":{"timestamp":"x","k":1},"n":null,"service_type":4})")
        << QByteArray(R"({"k":1,"n":null})");
}

void TestDraft::existingDataStayByteForByte()
{
    QFETCH(QByteArray, record);
    begin(record);
    // Duplicate keys inside are a problem that a person decides about, but never lost here.
    QTEST(body(), "expected");
    QCOMPARE(m_draft->keysLost(), QStringList());
}

void TestDraft::editedPayloadIsSentAsItStands()
{
    begin("{\"service_id\":95}");
    QVERIFY(m_draft->payload()->load("{ \"b\" :1.0,\n\n \"a\": [ 1,2 ] }\n"));
    QCOMPARE(body(), R"({"b":1.0,"a":[ 1,2 ]})");
}

void TestDraft::lostDataComeBackAsTheyWere()
{
    begin("{\"service_id\":95,\"\\u0041\":{ \"x\":\n1.10 },\"b\":2,\"c\":\"\\/\"}");
    const QByteArray whole = m_draft->payload()->text();
    const QByteArray wholeBody = body();
    PayloadDocument *payload = m_draft->payload();
    QVERIFY(payload->remove(payload->document().find(u"/A")));
    QVERIFY(payload->remove(payload->document().find(u"/c")));
    QCOMPARE(m_draft->keysLost(), QStringList({u"A"_s, u"c"_s}));
    QCOMPARE(m_draft->examination().find(close::Verdict::LosesData)->names,
             QStringList({u"A"_s, u"c"_s}));
    const QByteArray without = payload->text();

    m_draft->keepLostData();
    QCOMPARE(body(), "{\"b\":2,\"\\u0041\":{ \"x\":\n1.10 },\"c\":\"\\/\"}");
    QCOMPARE(m_draft->keysLost(), QStringList());

    payload->undo(); // one step
    QCOMPARE(payload->text(), without);
    payload->undo();
    payload->undo();
    QCOMPARE(payload->text(), whole);
    QCOMPARE(body(), wholeBody);
}

void TestDraft::problems_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isProblem");
    const QString smile = QString::fromUtf8("\xf0\x9f\x98\x80");
    QTest::newRow("at the limit") << u"disposition_desc"_s << smile.repeated(64) << false;
    QTest::newRow("over the limit") << u"disposition_desc"_s << smile.repeated(65) << true;
    QTest::newRow("no number") << u"ttl"_s << u"soon"_s << true;
    QTest::newRow("over 64 bits") << u"application_id"_s << u"9223372036854775808"_s << true;
    QTest::newRow("disposition over 64 bits")
        << u"disposition"_s << u"9223372036854775808"_s << true;
    QTest::newRow("the same as a string")
        << u"disposition"_s << u"\"9223372036854775808\""_s << false;
    QTest::newRow("broken quotes") << u"disposition"_s << u"\"\\\""_s << true;
    QTest::newRow("no moment") << u"expiration_time"_s << u"tomorrow"_s << true;
    QTest::newRow("moment") << u"expiration_time"_s << u"2026-11-19T06:42:07.000Z"_s << false;
}

void TestDraft::problems()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(bool, isProblem);
    begin(R"({"service_id":95})");
    set(field, text);
    QCOMPARE(firstProblem().startsWith(field + u": "_s), isProblem);
    const auto *asked = contract::findField(contract::endEventOf(Target::Kind::Service), field);
    const QString called = QString::fromUtf8(asked->label);
    QCOMPARE(m_draft->whyNotSendable().startsWith(called), isProblem); // as the form calls it
    QCOMPARE(m_draft->whyNotSendable().isEmpty(), !isProblem);
}

void TestDraft::severalProblemsAreCounted()
{
    begin(R"({"service_id":95})");
    set(u"disposition_desc"_s, QString(70, u'x'));
    const QString one = u"Description has 70 characters; the limit is 64."_s;
    QCOMPARE(m_draft->whyNotSendable(), one);
    set(u"ttl"_s, u"soon"_s);
    set(u"expiration_time"_s, u"tomorrow"_s);
    QCOMPARE(m_draft->whyNotSendable(), one + u" And there are 2 more problem(s)."_s);
}

void TestDraft::problemsAreInTheLanguageOfTheMoment()
{
    begin(R"({"service_id":95,"a":{"b":1,"b":2}})");
    QVERIFY(!m_draft->whyNotSendable().isEmpty());
    const test::OtherTongue other;
    m_draft->examineAnew();
    QVERIFY(m_draft->whyNotSendable().startsWith(other.mark()));
}

void TestDraft::duplicateKeysCanBeInsistedOn()
{
    begin(R"({"service_id":95,"a":{"b":1,"b":2}})");
    QVERIFY(m_draft->hasDuplicateKeys());
    QVERIFY2(firstProblem().contains(u"twice in the attached data: /a/b."),
             qPrintable(firstProblem()));
    QVERIFY(!m_draft->whyNotSendable().isEmpty());
    m_draft->setDuplicateKeys(close::DuplicateKeys::Allow);
    QCOMPARE(m_draft->whyNotSendable(), QString());
    QCOMPARE(body(), R"({"a":{"b":1,"b":2}})");
}

void TestDraft::payloadThatIsNoObjectIsAProblem()
{
    begin(R"({"service_id":95,"a":1})");
    const Result<void> loaded = m_draft->payload()->load("[1]");
    // Either the document takes no such thing, or the draft says so; never is it sent.
    QVERIFY(!loaded || !m_draft->whyNotSendable().isEmpty());
}

void TestDraft::completedRecordStandsInTheWay()
{
    begin(R"({"service_id":95,"completed":{"timestamp":"2026-11-19T06:42:07.000Z"}})");
    QVERIFY(m_draft->whyNotSendable().contains(u"already completed, since 2026-11-19"));
    m_draft->setInsistence({true});
    QCOMPARE(m_draft->whyNotSendable(), QString());
}

void TestDraft::openWorkIsTold()
{
    begin(R"({"service_id":95,"active_tasks":[{"task_id":3}],"active_states":[{"state_id":7}]})");
    const close::Examination examination = m_draft->examination();
    const close::Finding *open = examination.find(close::Verdict::HasOpenChildren);
    QVERIFY(open);
    QCOMPARE(open->names, QStringList({u"3"_s, u"7"_s}));
    QCOMPARE(m_draft->whyNotSendable(), QString()); // told, but no obstacle
}

// What is said is of the draft as it stands.
void TestDraft::everyChangeIsExamined()
{
    begin(R"({"service_id":95,"a":1,"b":2})");
    QVERIFY(m_draft->examination().findings.isEmpty());
    PayloadDocument *payload = m_draft->payload();
    QVERIFY(payload->load(R"({"b":2})").has_value());
    QCOMPARE(m_draft->keysLost(), QStringList(u"a"_s));
    QVERIFY(m_draft->examination().find(close::Verdict::LosesData));
    set(u"disposition_desc"_s, QString(65, u'x'));
    QVERIFY(m_draft->examination().find(close::Verdict::Invalid));
    QVERIFY(!m_draft->problems().isEmpty());
    m_draft->discard();
    QVERIFY(m_draft->examination().findings.isEmpty());
    QVERIFY(m_draft->problems().isEmpty());
    m_draft->rebase(
        *Record::fromJson(Record::Kind::Service, R"({"service_id":95,"completed":{}})"));
    QVERIFY(m_draft->examination().find(close::Verdict::AlreadyCompleted));
    m_draft->clear();
    QVERIFY(m_draft->examination().findings.isEmpty());
}

void TestDraft::keptDraftIsTakenUp()
{
    begin(R"({"service_id":95,"a":1})");
    set(u"disposition_desc"_s, u"half"_s);
    m_draft->setStamp(Stamp::Now);
    PayloadDocument *payload = m_draft->payload();
    QVERIFY(payload->setValue(payload->document().find(u"/a"), "2.50"));
    m_draft.reset();
    m_store.reset(); // as when the program ends

    m_store = std::make_unique<DraftStore>(m_folder->filePath(u"drafts"_s));
    m_draft = std::make_unique<Draft>(*m_store);
    begin(R"({"service_id":95,"a":1,"new":{}})");
    QVERIFY(m_draft->isKept());
    QVERIFY(m_draft->isTouched());
    QCOMPARE(m_draft->stamp(), Stamp::Now);
    m_draft->setStamp(Stamp::Server);
    QCOMPARE(body(), R"({"disposition_desc":"half","a":2.50})");
    QCOMPARE(m_draft->keysLost(), QStringList(u"new"_s)); // against the record read anew
    // With its history.
    QCOMPARE(m_draft->payload()->history().undoName(), u"Edit “a”"_s);
    m_draft->payload()->undo();
    QCOMPARE(body(), R"({"disposition_desc":"half","a":1})");
    m_draft->payload()->redo();
    QCOMPARE(body(), R"({"disposition_desc":"half","a":2.50})");
}

void TestDraft::untouchedDraftIsNotKept()
{
    begin(R"({"service_id":95,"a":1})");
    m_store->flush();
    set(u"disposition"_s, u"1"_s);
    m_store->flush();
    QTRY_VERIFY(m_draft->isKept());
    set(u"disposition"_s, u""_s); // as it was
    QVERIFY(!m_draft->isTouched());
    m_draft.reset();
    m_store.reset();
    QCOMPARE(QDir(m_folder->filePath(u"drafts"_s)).entryList(QDir::Files), QStringList());
}

void TestDraft::discardGoesBackToTheBeginning()
{
    begin(R"({"service_id":95,"a":1})");
    set(u"disposition"_s, u"1"_s);
    QVERIFY(m_draft->payload()->load("{}"));
    m_draft->discard();
    QVERIFY(!m_draft->isTouched());
    QCOMPARE(body(), R"({"a":1})");
}

void TestDraft::discardedIsPutBackWhole()
{
    begin(R"({"service_id":95,"a":1})");
    QVERIFY(!m_draft->hasDiscarded());
    set(u"disposition"_s, u"1"_s);
    m_draft->setStamp(Stamp::Chosen);
    m_draft->setChosenMoment(*contract::parseTimestamp(u"2026-11-19T06:42:07.000Z"));
    QVERIFY(m_draft->payload()->load(R"({"b": 2})"));
    const QByteArray whole = body();
    m_draft->discard();
    QVERIFY(m_draft->hasDiscarded());
    m_draft->putBack();
    QCOMPARE(body(), whole);
    QVERIFY(!m_draft->hasDiscarded());
    m_store->flush();
    QTRY_VERIFY(m_draft->isKept());

    m_draft->discard();
    set(u"disposition"_s, u"2"_s);
    m_draft->putBack();
    QCOMPARE(body(), whole);
    m_draft->putBack(); // what it has replaced
    QCOMPARE(body(), R"({"disposition":2,"a":1})");
}

void TestDraft::whatIsPutBackCanBeOvertaken()
{
    begin(R"({"service_id":95,"a":1})");
    QVERIFY(m_draft->payload()->load(R"({"a":7})"));
    m_draft->discard();
    m_draft->rebase(*Record::fromJson(Record::Kind::Service, R"({"service_id":95,"a":2})"));
    m_draft->putBack();
    QCOMPARE(body(), R"({"a":7})");
    QVERIFY(m_draft->isOvertaken());
    m_draft->discard();
    m_draft->putBack();
    QVERIFY(m_draft->isOvertaken());
}

void TestDraft::discardedBelongsToItsTarget()
{
    begin(R"({"service_id":95})");
    set(u"disposition"_s, u"1"_s);
    m_draft->discard();
    begin(R"({"service_id":95})");
    QVERIFY(m_draft->hasDiscarded());
    begin(R"({"service_id":95,"task_id":3})", Target::Kind::Task);
    QVERIFY(!m_draft->hasDiscarded());
    m_draft->putBack();
    QVERIFY(!m_draft->isTouched());
}

void TestDraft::rebaseKeepsWhatWasTyped()
{
    begin(R"({"service_id":95,"a":1})");
    set(u"disposition"_s, u"1"_s);
    QSignalSpy changed(m_draft.get(), &Draft::changed);
    m_draft->rebase(*Record::fromJson(Record::Kind::Service, R"({"service_id":95,"a":2,"b":3})"));
    QVERIFY(!changed.isEmpty());
    // Nobody has touched the data here: what somebody else wrote is not undone.
    QCOMPARE(body(), R"({"disposition":1,"a":2,"b":3})");
    QVERIFY(!m_draft->isOvertaken());
    QCOMPARE(m_draft->completion().beforeImage, R"({"service_id":95,"a":2,"b":3})");
}

void TestDraft::rebaseUnderEditedDataSaysSo()
{
    begin(R"({"service_id":95,"a":1})");
    QVERIFY(m_draft->payload()->load(R"({"a":7})"));
    m_draft->rebase(*Record::fromJson(Record::Kind::Service, R"({"service_id":95,"a":1})"));
    QVERIFY(!m_draft->isOvertaken()); // the same again
    m_draft->rebase(*Record::fromJson(Record::Kind::Service, R"({"service_id":95,"a":2,"b":3})"));
    QCOMPARE(body(), R"({"a":7})");
    QVERIFY(m_draft->isOvertaken());
    QCOMPARE(m_draft->keysLost(), QStringList(u"b"_s));
    m_draft->discard();
    QVERIFY(!m_draft->isOvertaken());
    QCOMPARE(body(), R"({"a":2,"b":3})");
}

void TestDraft::rebaseRenewsWhatNobodyTouched()
{
    begin(R"({"service_id":95,"a":1})");
    m_draft->rebase(*Record::fromJson(Record::Kind::Service, R"({"service_id":95,"a":2})"));
    QCOMPARE(body(), R"({"a":2})");
    QVERIFY(!m_draft->isTouched());
}

void TestDraft::stateIsPrefilled()
{
    begin(R"({"service_id":95,"task_id":3,"state_id":24})", Target::Kind::Task);
    QCOMPARE(body(), R"({"state_id":24})");
    QVERIFY(!m_draft->isTouched());
    QCOMPARE(m_draft->completion().target.id, u"3"_s);
    begin(R"({"service_id":95,"task_id":3,"state_id":"no number"})", Target::Kind::Task);
    QCOMPARE(m_draft->whyNotSendable(), QString()); // nobody typed it
    QCOMPARE(body(), "{}");
}

void TestDraft::reservedKeysAreRefusedWhileTyping()
{
    begin(R"({"service_id":95})");
    PayloadDocument *payload = m_draft->payload();
    const edit::Value root = payload->document().root();
    const Result<edit::Value> added = payload->add(root, 0, u"disposition"_s, "1");
    QVERIFY(!added);
    QVERIFY2(added.error().message.contains(u"is a field of the end event"),
             qPrintable(added.error().message));
    QVERIFY(payload->add(root, 0, u"Feedback"_s, "1"));
    QVERIFY(payload->load(R"({"customer_id":1})")); // put there in another way
    QVERIFY(!m_draft->whyNotSendable().isEmpty());
}

void TestDraft::undoIsThereAfterAnother()
{
    begin(R"({"service_id":95,"a":1})");
    const QByteArray before = m_draft->payload()->text();
    const auto first = [this] { return m_draft->payload()->document().at({0}); };
    QVERIFY(m_draft->payload()->setValue(first(), "2"));
    QVERIFY(m_draft->payload()->setValue(first(), "3"));
    begin(R"({"service_id":95,"task_id":3,"b":1})", Target::Kind::Task);
    QVERIFY(!m_draft->payload()->history().canUndo());
    begin(R"({"service_id":95,"a":1})");
    QVERIFY(m_draft->payload()->text().contains("3"));
    m_draft->payload()->undo();
    m_draft->payload()->undo();
    QCOMPARE(m_draft->payload()->text(), before);
    begin(R"({"service_id":95,"task_id":3,"b":1})", Target::Kind::Task);
    begin(R"({"service_id":95,"a":1})");
    m_draft->payload()->redo();
    QVERIFY(m_draft->payload()->text().contains("2"));
    // Of other data than those that were edited nothing can be undone.
    m_draft->discard();
    begin(R"({"service_id":95,"task_id":3,"b":1})", Target::Kind::Task);
    begin(R"({"service_id":95,"a":7})");
    QVERIFY(!m_draft->payload()->history().canUndo());
}

void TestDraft::aWholeEventIsTakenApart()
{
    begin(R"({"service_id":95})");
    PayloadDocument *payload = m_draft->payload();
    const QByteArray whole = "{\n  \"timestamp\": \"2009-05-12T12:05:12.145Z\",\n"
                             "  \"interaction_id\": \"123ABC\",\n  \"media_type\": \"1\",\n"
                             "  \"disposition\": 10,\n  \"disposition_desc\": \"SUCCESS\",\n"
                             "  \"Feedback\":\n  {\n    \"rating\":7.0\n  }\n}\n";
    QVERIFY(payload->pasteJson(payload->document().root(), whole));
    QCOMPARE(m_draft->chosenMoment(), *contract::parseTimestamp(u"2009-05-12T12:05:12.145Z"));
    QCOMPARE(payload->text(), "{\n  \"Feedback\":\n  {\n    \"rating\":7.0\n  }\n}");
    const QByteArray sent = body();
    QCOMPARE(sent,
             R"({"timestamp":"2009-05-12T12:05:12.145Z","interaction_id":"123ABC",)"
             R"("media_type":"1","disposition":10,"disposition_desc":"SUCCESS",)"
             "\"Feedback\":{\n    \"rating\":7.0\n  }}");
    QVERIFY(payload->pasteJson(payload->document().root(), sent)); // onto itself: nothing changes
    QCOMPARE(body(), sent);
    QCOMPARE(payload->history().size(), 1);
}

void TestDraft::aWholeEventIsRefusedWhole()
{
    begin(R"({"service_id":95,"a":1})");
    const QByteArray before = body();
    for (const QByteArray &whole :
         {QByteArray(R"({"disposition":10,"interaction_id":7})"), // of another type
          QByteArray(R"({"disposition":10,"service_id":95})"), // a name of the API
          QByteArray(R"({"disposition":10,"a":2})"), // is there already
          QByteArray(R"({"disposition":10,"disposition_desc":")" + QByteArray(65, 'x') + "\"}")}) {
        QVERIFY(!m_draft->payload()->pasteJson(m_draft->payload()->document().root(), whole));
        QCOMPARE(body(), before);
    }
}

QTEST_GUILESS_MAIN(TestDraft)

#include "tst_draft.moc"
