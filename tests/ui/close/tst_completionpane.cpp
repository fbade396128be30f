// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "completionpanetest.h"

#include "ui/close/sending/confirmation.h"
#include "ui/close/sending/warnings.h"
#include "ui/payload/payloaddocument.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;

class TestCompletionPane : public CompletionPaneTest
{
    Q_OBJECT

private slots:
    void init() { open(); }
    void cleanup() { close(); }

    void buttonSaysWhyNot_data();
    void buttonSaysWhyNot();
    void typingFillsTheDraft();
    void counterCountsCharacters();
    void choosingTakesTheId();
    void aValueThatTheServerDoesNotKnowIsTold();
    void wheelChangesNothing();
    void warnsOfLossAndMendsIt();
    void warningsScrollWhereTheyHaveNoRoom();
    void sendsAtOnceWhereNothingIsAsked();
    void offersTheDiscardedDraft();
    void asksBeforeItSends();
    void asksWithoutADisposition();
    void theQuestionSaysWhatIsSent();
    void openStatesNeedNotMatter();
    void fieldsAreThoseOfTheDialect();
    void saysWhetherNumberOrText();
    void pinnedFieldsAreThereAgain();
    void returnOnTheQuestionCancels();
    void countMustBeTyped();
    void questionFallsWithAChange();
    void showsTheOutcomeAndGoesOn();
    void saysWhereAnOutcomeIsFrom();
    void showsNoJournalOfWhatWasNotSent();
    void duplicateKeysAreNamed();
    void saysWhyWithoutAForm();
    void anotherPaneShowsTheSame();
    void theHeadingHoldsALongId();
    void layoutIsKept();
};

void TestCompletionPane::buttonSaysWhyNot_data()
{
    QTest::addColumn<SafetyLevel>("safety");
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QString>("description");
    QTest::addColumn<QString>("reason");
    const QByteArray open = R"({"service_id":95})";
    QTest::newRow("ready") << SafetyLevel::None << open << QString() << QString();
    QTest::newRow("read-only") << SafetyLevel::ReadOnly << open << QString() << u"read-only"_s;
    QTest::newRow("completed") << SafetyLevel::None
                               << QByteArray(R"({"service_id":95,"completed":{}})") << QString()
                               << u"already completed"_s;
    QTest::newRow("too long") << SafetyLevel::None << open << QString(65, u'x')
                              << u"the limit is 64"_s;
}

void TestCompletionPane::buttonSaysWhyNot()
{
    QFETCH(SafetyLevel, safety);
    QFETCH(QByteArray, record);
    QFETCH(QString, description);
    QFETCH(QString, reason);
    setUp(safety);
    begin(record);
    if (!description.isEmpty())
        QTest::keyClicks(editor(u"disposition_desc"_s)->input(), description);
    QTRY_COMPARE(button(u"Complete Service"_s)->isEnabled(), reason.isEmpty());
    QVERIFY2(button(u"Complete Service"_s)->toolTip().contains(reason),
             qPrintable(button(u"Complete Service"_s)->toolTip()));
    QCOMPARE(action(u"Complete Service"_s)->isEnabled(), reason.isEmpty());
}

void TestCompletionPane::typingFillsTheDraft()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95})");
    QTest::keyClicks(editor(u"disposition"_s)->input(), u"\"10\""_s);
    QTest::keyClicks(editor(u"disposition_desc"_s)->input(), u"said \"no\""_s);
    QCOMPARE(m_completing->draft()->completion().event.body(),
             R"({"disposition":"10","disposition_desc":"said \"no\""})");
    QTRY_VERIFY(action(u"Discard Draft"_s)->isEnabled());
    action(u"Discard Draft"_s)->trigger();
    QTRY_COMPARE(qobject_cast<QLineEdit *>(editor(u"disposition_desc"_s)->input())->text(),
                 QString());
}

void TestCompletionPane::counterCountsCharacters()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95})");
    FieldEditor *description = editor(u"disposition_desc"_s);
    QCOMPARE(description->hint(), u"0/64"_s);
    const QString smile = QString::fromUtf8("\xf0\x9f\x98\x80");
    m_completing->draft()->setFieldText(description->field(), smile.repeated(64));
    QCOMPARE(description->hint(), u"64/64"_s);
    QTRY_COMPARE(description->input()->property("problem").toBool(), false);
    m_completing->draft()->setFieldText(description->field(), smile.repeated(65));
    QCOMPARE(description->hint(), u"65/64"_s);
    QTRY_COMPARE(description->input()->property("problem").toBool(), true);
}

void TestCompletionPane::choosingTakesTheId()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95})");
    auto *choice = qobject_cast<QComboBox *>(editor(u"disposition"_s)->input());
    QVERIFY(choice);
    QTRY_COMPARE(choice->count(), 1);
    QCOMPARE(choice->itemText(0), u"10  SUCCESS"_s);
    QTest::keyClicks(choice, u"1"_s); // completes nothing by itself
    QCOMPARE(m_completing->draft()->completion().event.body(), R"({"disposition":1})");
    QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(m_completing->draft()->completion().event.body(), R"({"disposition":10})");
    QCOMPARE(choice->currentText(), u"10"_s);
    QCOMPARE(editor(u"disposition"_s)->hint(), u"SUCCESS"_s);
    choice->lineEdit()->clear();
    QTest::keyClicks(choice, u"Success"_s); // is sent as it is; the number is only told
    QCOMPARE(m_completing->draft()->completion().event.body(), R"({"disposition":"Success"})");
    QCOMPARE(editor(u"disposition"_s)->hint(), u"Number 10"_s);
}

void TestCompletionPane::aValueThatTheServerDoesNotKnowIsTold()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95})");
    FieldEditor *disposition = editor(u"disposition"_s);
    auto *choice = qobject_cast<QComboBox *>(disposition->input());
    QTRY_COMPARE(choice->count(), 1);
    const auto type = [choice](const QString &text) {
        choice->lineEdit()->clear();
        QTest::keyClicks(choice, text);
    };
    type(u"010"_s);
    QTRY_VERIFY(choice->accessibleDescription().contains(u"sent as the text “010”"_s));
    QVERIFY(!choice->property("problem").toBool());
    QTRY_VERIFY(button(u"Complete Service"_s)->isEnabled());
    type(u"20"_s);
    QTRY_VERIFY(choice->accessibleDescription().contains(u"sent as the number 20"_s));
    for (const QString &known : {u"10"_s, u"\"10\""_s, u"success"_s, QString()}) {
        type(known);
        QTRY_COMPARE(choice->accessibleDescription(), QString());
    }
    QCOMPARE(editor(u"disposition_desc"_s)->caution(), QString());
}

void TestCompletionPane::wheelChangesNothing()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95})");
    auto *choice = qobject_cast<QComboBox *>(editor(u"disposition"_s)->input());
    QTRY_COMPARE(choice->count(), 1);
    choice->setFocus();
    QWheelEvent wheel(QPointF(5, 5), choice->mapToGlobal(QPointF(5, 5)), {}, {0, -120},
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(choice, &wheel);
    QCOMPARE(m_completing->draft()->completion().event.body(), "{}");
}

void TestCompletionPane::warnsOfLossAndMendsIt()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95,"a":1.10,"active_tasks":[{"task_id":3}],)"
          R"("active_states":[{"state_id":0}]})");
    PayloadDocument *payload = m_completing->draft()->payload();
    QVERIFY(payload->remove(payload->document().at({0})));
    const auto *warnings = m_pane->findChild<Warnings *>();
    QTRY_VERIFY(warnings->words().contains(u"may be lost: a"_s));
    QVERIFY(warnings->words().contains(u"Task(s) 3 stay(s) open.\nState(s) 0 stay(s) open."_s));
    QTRY_VERIFY(button(u"Send Them Again"_s));
    QTest::mouseClick(button(u"Send Them Again"_s), Qt::LeftButton);
    QTRY_VERIFY(!warnings->words().contains(u"may be lost"_s));
    QCOMPARE(m_completing->draft()->completion().event.body(), R"({"a":1.10})");
}

void TestCompletionPane::warningsScrollWhereTheyHaveNoRoom()
{
    setUp(SafetyLevel::ReadOnly);
    begin(R"({"service_id":95,"a":1.10,"b":1,"b":2,"completed":{"timestamp":)"
          R"("2026-11-01T00:00:00.000Z"},"active_tasks":[{"task_id":3}]})");
    PayloadDocument *payload = m_completing->draft()->payload();
    QVERIFY(payload->remove(payload->document().at({0})));
    auto *warnings = m_pane->findChild<Warnings *>();
    QTRY_VERIFY(warnings->words().contains(u"may be lost"_s));
    const auto isWhole = [warnings] {
        const QList<QLabel *> labels = warnings->findChildren<QLabel *>();
        return std::none_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->height() < label->heightForWidth(label->width());
        });
    };
    const QScrollBar *bar = warnings->verticalScrollBar();
    m_pane->resize(340, 1200);
    QTRY_VERIFY(isWhole() && bar->maximum() == 0);
    QVERIFY(warnings->height() < 600); // what they leave is for the form
    QCOMPARE(warnings->focusPolicy(), Qt::NoFocus);
    m_pane->resize(340, 420);
    QTRY_VERIFY(isWhole() && bar->maximum() > 0);
    QCOMPARE(m_pane->height(), 420);
    QCOMPARE(warnings->focusPolicy(), Qt::StrongFocus);
}

void TestCompletionPane::sendsAtOnceWhereNothingIsAsked()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95})");
    QSignalSpy completed(m_completing.get(), &Completing::completed);
    fillIn();
    QTest::mouseClick(button(u"Complete Service"_s), Qt::LeftButton);
    QTRY_COMPARE(completed.size(), 1);
    QCOMPARE(posts(), 1);
}

void TestCompletionPane::offersTheDiscardedDraft()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95})");
    QTest::keyClicks(editor(u"disposition_desc"_s)->findChild<QLineEdit *>(), u"done"_s);
    QTRY_VERIFY(button(u"Discard Draft"_s));
    QTest::mouseClick(button(u"Discard Draft"_s), Qt::LeftButton);
    const auto *warnings = m_pane->findChild<Warnings *>();
    QTRY_VERIFY(warnings->words().contains(u"The draft was discarded."_s));
    const QList<QAction *> actions = m_pane->findChildren<QAction *>();
    const auto putBack = std::find_if(actions.begin(), actions.end(), [](const QAction *each) {
        return each->iconText() == u"Put Back"_s;
    });
    QVERIFY(putBack != actions.end());
    (*putBack)->trigger();
    QTRY_COMPARE(editor(u"disposition_desc"_s)->findChild<QLineEdit *>()->text(), u"done"_s);
    QTRY_VERIFY(!warnings->words().contains(u"discarded"_s));
}

void TestCompletionPane::asksBeforeItSends()
{
    setUp(SafetyLevel::Confirm);
    begin(R"({"service_id":95,"active_tasks":[{"task_id":3}]})");
    action(u"Complete Service"_s)->trigger();
    const auto *question = m_pane->findChild<ConfirmationStrip *>();
    QVERIFY(question->isVisible());
    QVERIFY2(question->words().contains(u"Complete 1 service (95)?"),
             qPrintable(question->words()));
    QVERIFY(question->words().contains(u"Staging"));
    QVERIFY(question->words().contains(u"Task(s) 3 stay(s) open."));
    QVERIFY(button(u"Cancel"_s)->hasFocus());
    action(u"Complete Service"_s)->trigger(); // the shortcut, pressed twice, is no answer
    QTest::mouseClick(button(u"Cancel"_s), Qt::LeftButton);
    QVERIFY(!question->isVisible());

    action(u"Complete Service"_s)->trigger();
    QSignalSpy completed(m_completing.get(), &Completing::completed);
    QTest::mouseClick(button(u"Complete Service"_s), Qt::LeftButton);
    QTRY_COMPARE(completed.size(), 1);
    QCOMPARE(posts(), 1);
}

void TestCompletionPane::asksWithoutADisposition()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95})");
    action(u"Complete Service"_s)->trigger();
    const auto *question = m_pane->findChild<ConfirmationStrip *>();
    QVERIFY(question->isVisible());
    QVERIFY2(question->words().contains(u"without a disposition"), qPrintable(question->words()));
    QTest::keyClick(button(u"Cancel"_s), Qt::Key_Return);
    QCOMPARE(posts(), 0);
}

void TestCompletionPane::theQuestionSaysWhatIsSent()
{
    setUp(SafetyLevel::Confirm);
    begin(R"({"service_id":95,"service_type":"Bill payment","customer_id":"000113GB2CJ",)"
          R"("started":{"timestamp":"2020-01-01T00:00:00.000Z"}})");
    QTRY_COMPARE(qobject_cast<QComboBox *>(editor(u"disposition"_s)->input())->count(), 1);
    QTest::keyClicks(editor(u"disposition"_s)->input(), u"10"_s);
    QTest::keyClicks(editor(u"disposition_desc"_s)->input(), u"paid"_s);
    action(u"Complete Service"_s)->trigger();
    const QString words = m_pane->findChild<ConfirmationStrip *>()->words();
    for (const QString &said : {u"Disposition: 10 (SUCCESS)"_s, u"Description: paid"_s,
                                u"Type: Bill payment"_s, u"Customer: 000113GB2CJ"_s, u"Age: "_s})
        QVERIFY2(words.contains(said), qPrintable(words));
}

void TestCompletionPane::openStatesNeedNotMatter()
{
    setUp(SafetyLevel::None);
    environments::Environment environment = m_completing->environment();
    environment.openStates = environments::OpenStates::Ignore;
    m_completing->setConnection(m_completing->connection(), environment);
    begin(R"({"service_id":95,"active_states":[{"state_id":7}]})");
    fillIn(); // and then nothing is asked
    const auto *warnings = m_pane->findChild<Warnings *>();
    QVERIFY(!warnings->words().contains(u"open"));
    begin(R"({"service_id":95,"active_states":[{"state_id":7}],"active_tasks":[{"task_id":3}]})");
    QTRY_VERIFY(warnings->words().contains(u"Task(s) 3 stay(s) open."_s));
    QVERIFY(!warnings->words().contains(u"State(s)"_s));
    QVERIFY(m_completing->mustConfirm());
}

void TestCompletionPane::fieldsAreThoseOfTheDialect()
{
    setUp(SafetyLevel::None);
    const auto show = [this](contract::Dialect dialect) {
        client::Connection connection = *m_completing->connection();
        connection.dialect = dialect;
        m_completing->setConnection(connection, m_completing->environment());
        begin(R"({"service_id":95})");
        QTRY_VERIFY(!m_completing->draft()->isLoading());
    };
    show(contract::Dialect::V85);
    action(u"More Fields"_s)->trigger();
    QTRY_VERIFY(editor(u"ttl"_s)->isVisible());
    QTest::keyClicks(editor(u"ttl"_s)->input(), u"60"_s);
    QVERIFY(m_completing->draft()->completion().event.body().contains("ttl"));
    show(contract::Dialect::V81);
    QTRY_VERIFY(!editor(u"ttl"_s)->isVisible());
    QVERIFY(!editor(u"expiration_time"_s)->isVisible());
    QVERIFY(editor(u"session_id"_s)->isVisible());
    QVERIFY(!m_completing->draft()->completion().event.body().contains("ttl"));
    const auto *warnings = m_pane->findChild<Warnings *>();
    QVERIFY(!warnings->words().contains(u"schema"));
    PayloadDocument *payload = m_completing->draft()->payload();
    QVERIFY(payload->add(payload->document().root(), 0, u"Nope"_s, "{}"));
    QTRY_VERIFY2(warnings->words().contains(u"no extension schema: Nope"_s),
                 qPrintable(warnings->words()));
    show(contract::Dialect::V85);
    QTRY_VERIFY(!warnings->words().contains(u"schema"));
}

void TestCompletionPane::saysWhetherNumberOrText()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95})");
    FieldEditor *media = editor(u"media_type"_s);
    const auto type = [&](const QString &text) {
        m_completing->draft()->setFieldText(media->field(), text);
        return media->kind();
    };
    QCOMPARE(type(u"1"_s), u"number"_s);
    QCOMPARE(type(u"\"1\""_s), u"text"_s);
    QCOMPARE(media->caution(), QString());
    for (const QString &text : {u" 1"_s, u"1 "_s}) {
        QCOMPARE(type(text), u"text"_s);
        QVERIFY2(media->caution().contains(u"blank"), qPrintable(media->caution()));
    }
    QCOMPARE(type(u"voice"_s), u"text"_s);
    QCOMPARE(media->caution(), QString());
    QCOMPARE(type({}), QString());
    QCOMPARE(editor(u"disposition_desc"_s)->kind(), QString()); // a text always
}

void TestCompletionPane::pinnedFieldsAreThereAgain()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95})");
    QTest::keyClicks(editor(u"disposition"_s)->input(), u"10"_s);
    editor(u"disposition"_s)->findChild<QToolButton *>()->click();
    QTest::keyClicks(editor(u"disposition_desc"_s)->input(), u"not pinned"_s);
    const auto beginOther = [this](const QString &id) {
        m_completing->begin(contract::serviceTarget(id),
                            *Record::fromJson(Record::Kind::Service, R"({"service_id":96})"));
        QTRY_VERIFY(!m_completing->draft()->isLoading());
    };
    beginOther(u"96"_s);
    QCOMPARE(m_completing->draft()->completion().event.body(), R"({"disposition":10})");
    QVERIFY(!m_completing->draft()->isTouched()); // nobody has filled it in
    QTRY_VERIFY(editor(u"disposition"_s)->findChild<QToolButton *>()->isChecked());
    QTest::keyClicks(editor(u"disposition"_s)->input(), u"1"_s);
    beginOther(u"97"_s);
    QCOMPARE(m_completing->draft()->completion().event.body(), R"({"disposition":101})");
    editor(u"disposition"_s)->findChild<QToolButton *>()->click();
    beginOther(u"98"_s);
    QCOMPARE(m_completing->draft()->completion().event.body(), "{}");
}

void TestCompletionPane::returnOnTheQuestionCancels()
{
    setUp(SafetyLevel::Confirm);
    begin(R"({"service_id":95})");
    const auto *question = m_pane->findChild<ConfirmationStrip *>();
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Escape}) {
        action(u"Complete Service"_s)->trigger();
        QVERIFY(question->isVisible());
        QTest::keyClick(button(u"Cancel"_s), key);
        QVERIFY(!question->isVisible());
    }
    QVERIFY(!m_completing->underWay());
}

void TestCompletionPane::countMustBeTyped()
{
    setUp(SafetyLevel::ConfirmCount);
    begin(R"({"service_id":95})");
    action(u"Complete Service"_s)->trigger();
    auto *count = m_pane->findChild<ConfirmationStrip *>()->findChild<QLineEdit *>();
    QVERIFY(count->isVisible());
    QVERIFY(count->hasFocus());
    QVERIFY(!button(u"Complete Service"_s)->isEnabled());
    QTest::keyClicks(count, u"2"_s);
    QVERIFY(!button(u"Complete Service"_s)->isEnabled());
    QTest::keyClick(count, Qt::Key_Return);
    QVERIFY(count->accessibleDescription().contains(u"but there are 1"_s));
    QVERIFY(!m_completing->underWay());
    QTest::keyClicks(count, u"1"_s); // over the wrong one, which is selected
    QCOMPARE(count->accessibleDescription(), QString());
    QVERIFY(button(u"Complete Service"_s)->isEnabled());
    QSignalSpy completed(m_completing.get(), &Completing::completed);
    QTest::keyClick(count, Qt::Key_Return);
    QTRY_COMPARE(completed.size(), 1);
}

// What is confirmed is what was seen.
void TestCompletionPane::questionFallsWithAChange()
{
    setUp(SafetyLevel::Confirm);
    begin(R"({"service_id":95})");
    action(u"Complete Service"_s)->trigger();
    const auto *question = m_pane->findChild<ConfirmationStrip *>();
    QVERIFY(question->isVisible());
    m_completing->rebase(*Record::fromJson(Record::Kind::Service, R"({"service_id":95,"a":1})"));
    QVERIFY(!question->isVisible());
    QCOMPARE(posts(), 0);
}

void TestCompletionPane::showsTheOutcomeAndGoesOn()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95,"task_id":3})", Target::Kind::Task);
    QSignalSpy service(m_pane.get(), &CompletionPane::completionRequested);
    QSignalSpy journal(m_pane.get(), &CompletionPane::showJournalRequested);
    fillIn();
    QTest::mouseClick(button(u"Complete Task"_s), Qt::LeftButton);
    QTRY_VERIFY(button(u"Go On with the Service"_s));
    QTest::mouseClick(button(u"Show in Journal"_s), Qt::LeftButton);
    QCOMPARE(journal.size(), 1);
    QTest::mouseClick(button(u"Go On with the Service"_s), Qt::LeftButton);
    QCOMPARE(service.size(), 1);
    QCOMPARE(service.at(0).at(0).value<Target>(), contract::serviceTarget(u"95"_s));
}

void TestCompletionPane::saysWhereAnOutcomeIsFrom()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95})");
    m_ended = RawServer::answer("400 Bad Request", R"({"message":"No."})");
    fillIn();
    QTest::mouseClick(button(u"Complete Service"_s), Qt::LeftButton);
    QTRY_VERIFY(button(u"Back to the Form"_s));
    environments::Environment environment;
    environment.name = u"Production"_s;
    client::Connection connection;
    connection.baseUrl = m_server->url(u"/other/genesys/1/cs"_s);
    m_completing->setConnection(connection, environment);
    m_completing->begin(contract::serviceTarget(u"95"_s),
                        *Record::fromJson(Record::Kind::Service, m_record));
    const auto *warnings = m_pane->findChild<Warnings *>();
    QTRY_VERIFY2(warnings->words().contains(u"Not completed: service 95, in Staging"_s),
                 qPrintable(warnings->words()));
    QVERIFY(!button(u"Back to the Form"_s)); // it would be of another service
    QVERIFY2(!warnings->words().contains(u"The server answered"_s), qPrintable(warnings->words()));
}

void TestCompletionPane::showsNoJournalOfWhatWasNotSent()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95})");
    QTRY_VERIFY(button(u"Complete Service"_s)->isEnabled());
    m_record = R"({"service_id":95,"changed":1})";
    fillIn();
    QTest::mouseClick(button(u"Complete Service"_s), Qt::LeftButton);
    QTRY_VERIFY(button(u"Read Again"_s));
    QVERIFY(!button(u"Show in Journal"_s));
    QVERIFY(action(u"Show in Journal"_s)->toolTip().contains(u"Nothing was sent"_s));
    QVERIFY(button(u"Read Again"_s)->hasFocus());
    m_pane->findChild<QTabWidget *>()->setFocus();
    m_pane->focusForm();
    QVERIFY(button(u"Read Again"_s)->hasFocus());
}

void TestCompletionPane::duplicateKeysAreNamed()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95})");
    QTRY_VERIFY(!m_completing->draft()->isLoading());
    QVERIFY(m_completing->draft()->payload()->load(R"({"a":{"b":1,"b":2}})"));
    const auto *warnings = m_pane->findChild<Warnings *>();
    QTRY_VERIFY(warnings->words().contains(u"A key stands twice in the attached data: /a/b"_s));
    QVERIFY(warnings->words().contains(u"“Send Duplicate Keys”"_s));
    QTRY_VERIFY(button(u"Send Duplicate Keys"_s));
    button(u"Send Duplicate Keys"_s)->setFocus();
    QTest::keyClick(button(u"Send Duplicate Keys"_s), Qt::Key_Return);
    QTRY_VERIFY(button(u"Complete Service"_s)->hasFocus());
}

void TestCompletionPane::saysWhyWithoutAForm()
{
    setUp(SafetyLevel::None);
    for (const QString &name : {u"Stop If Nothing Has Left"_s, u"Copy Body"_s, u"More Fields"_s}) {
        QVERIFY2(!action(name)->isEnabled(), qPrintable(name));
        QVERIFY2(action(name)->toolTip().contains(u'\n'), qPrintable(name));
    }
    begin(R"({"service_id":95})");
    QTRY_VERIFY(action(u"More Fields"_s)->isEnabled());
}

void TestCompletionPane::anotherPaneShowsTheSame()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95})");
    QTest::keyClicks(editor(u"disposition_desc"_s)->input(), u"half"_s);
    remake();
    QCOMPARE(qobject_cast<QLineEdit *>(editor(u"disposition_desc"_s)->input())->text(), u"half"_s);
    m_record = R"({"service_id":95,"changed":1})";
    fillIn();
    QTest::mouseClick(button(u"Complete Service"_s), Qt::LeftButton);
    remake(); // while it is under way
    QTRY_VERIFY(button(u"Read Again"_s));
    remake();
    QVERIFY(button(u"Read Again"_s));
    QSignalSpy reload(m_pane.get(), &CompletionPane::reloadRequested);
    QTest::mouseClick(button(u"Read Again"_s), Qt::LeftButton);
    QCOMPARE(reload.size(), 1);
    m_completing->rebase(*Record::fromJson(Record::Kind::Service, m_record));
    QTRY_VERIFY(button(u"Complete Service"_s));
    QCOMPARE(qobject_cast<QLineEdit *>(editor(u"disposition_desc"_s)->input())->text(), u"half"_s);
    QCOMPARE(posts(), 0);
}

void TestCompletionPane::theHeadingHoldsALongId()
{
    setUp(SafetyLevel::None);
    const QString id = u"12345678-1234-1234-1234-123456789012"_s.repeated(3);
    m_record = R"({"service_id":")" + id.toLatin1() + R"("})";
    m_completing->begin(contract::serviceTarget(id),
                        *Record::fromJson(Record::Kind::Service, m_record));
    QTRY_VERIFY(button(u"Complete Service"_s));
    const QLabel *heading = nullptr;
    for (const QLabel *label : m_pane->findChildren<QLabel *>()) {
        if (label->accessibleName() == u"Complete service "_s + id)
            heading = label;
    }
    QVERIFY(heading && heading->isVisible());
    QCOMPARE(QString(heading->text()).remove(QChar(0x200b)), heading->accessibleName());
    const QSize needed = heading->fontMetrics()
                             .boundingRect(QRect(0, 0, heading->width(), 10'000), Qt::TextWordWrap,
                                           heading->text())
                             .size();
    QVERIFY(needed.width() <= heading->width());
    QVERIFY(needed.height() <= heading->height());
}

void TestCompletionPane::layoutIsKept()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95})");
    m_pane->findChild<QTabWidget *>()->setCurrentIndex(2);
    action(u"More Fields"_s)->trigger();
    const QByteArray layout = m_pane->saveLayout();
    remake();
    m_pane->restoreLayout(QByteArray("anything else"));
    QCOMPARE(m_pane->findChild<QTabWidget *>()->currentIndex(), 0);
    m_pane->restoreLayout(layout);
    QCOMPARE(m_pane->findChild<QTabWidget *>()->currentIndex(), 2);
    QVERIFY(editor(u"session_id"_s)->isVisible());
}

QTEST_MAIN(TestCompletionPane)

#include "tst_completionpane.moc"
