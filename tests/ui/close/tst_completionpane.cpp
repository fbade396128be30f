// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "support/rawserver.h"
#include "ui/close/completing.h"
#include "ui/close/completionpane.h"
#include "ui/close/confirmation.h"
#include "ui/close/fieldeditor.h"
#include "ui/close/warnings.h"
#include "ui/payload/payloaddocument.h"

#include <QtCore/QScopeGuard>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;
using client::Record;
using closeout::test::RawServer;
using contract::Target;
using environments::SafetyLevel;

class TestCompletionPane : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void buttonSaysWhyNot_data();
    void buttonSaysWhyNot();
    void typingFillsTheDraft();
    void aKeyPressIsExaminedOnce();
    void counterCountsCharacters();
    void choosingTakesTheId();
    void wheelChangesNothing();
    void warnsOfLossAndMendsIt();
    void warningsScrollWhereTheyHaveNoRoom();
    void sendsAtOnceWhereNothingIsAsked();
    void offersTheDiscardedDraft();
    void asksBeforeItSends();
    void returnOnTheQuestionCancels();
    void countMustBeTyped();
    void questionFallsWithAChange();
    void showsTheOutcomeAndGoesOn();
    void showsNoJournalOfWhatWasNotSent();
    void focusWaitsForTheForm();
    void focusStaysWhereItGoesOn_data();
    void focusStaysWhereItGoesOn();
    void tabOnTheQuestionReachesItsAnswers();
    void returnPressesTheButton();
    void duplicateKeysAreNamed();
    void saysWhyWithoutAForm();
    void anotherPaneShowsTheSame();
    void theHeadingHoldsALongId();
    void tabGoesInReadingOrder();
    void layoutIsKept();

private:
    void setUp(SafetyLevel safety);
    void begin(const QByteArray &record, Target target = Target::Service);
    void remake();
    QAction *action(const QString &iconText) const;
    QPushButton *button(const QString &text) const; // that is seen
    FieldEditor *editor(const QString &field) const;
    qsizetype posts() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<DraftStore> m_store;
    std::unique_ptr<Sender> m_sender;
    std::unique_ptr<Completing> m_completing;
    std::unique_ptr<CompletionPane> m_pane;
    QByteArray m_record;
    QByteArray m_ended; // what the end is answered with
};

void TestCompletionPane::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<RawServer>();
    m_server->onRequest([this](QTcpSocket *socket, const QByteArray &request) {
        if (request.contains("business-attributes"))
            socket->write(
                RawServer::answer("200 OK",
                                  R"([{"cv_attributes":["Service.disposition"],"values":[)"
                                  R"({"dbid":10,"name":"SUCCESS"}]}])"));
        else if (request.startsWith("GET"))
            socket->write(RawServer::answer("200 OK", m_record));
        else
            socket->write(m_ended);
    });
    m_ended = "HTTP/1.1 204 No Content\r\n\r\n";
}

void TestCompletionPane::cleanup()
{
    m_pane.reset();
    m_completing.reset();
    m_sender.reset();
    m_store.reset();
}

void TestCompletionPane::setUp(SafetyLevel safety)
{
    m_store = std::make_unique<DraftStore>(m_folder->filePath(u"drafts"_s));
    m_sender = std::make_unique<Sender>(m_folder->filePath(u"journal.sqlite"_s));
    m_completing = std::make_unique<Completing>(*m_store, *m_sender);
    environments::Environment environment;
    environment.name = u"Staging"_s;
    environment.safety = safety;
    client::Connection connection;
    connection.baseUrl = m_server->url(u"/genesys/1/cs"_s);
    m_completing->setConnection(connection, environment);
    remake();
}

void TestCompletionPane::remake()
{
    m_pane.reset();
    m_pane = std::make_unique<CompletionPane>(*m_completing);
    m_pane->resize(400, 700);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

void TestCompletionPane::begin(const QByteArray &record, Target target)
{
    m_record = record;
    const bool isTask = target == Target::Task;
    m_completing->begin(target, u"95"_s, isTask ? u"3"_s : QString(),
                        *Record::fromJson(isTask ? Record::Kind::Task : Record::Kind::Service,
                                          record));
    QTRY_VERIFY(button(isTask ? u"Complete Task"_s : u"Complete Service"_s));
}

QAction *TestCompletionPane::action(const QString &iconText) const
{
    for (QAction *each : m_pane->menuActions()) {
        if (each && each->iconText() == iconText)
            return each;
    }
    return nullptr;
}

QPushButton *TestCompletionPane::button(const QString &text) const
{
    const QList<QPushButton *> buttons = m_pane->findChildren<QPushButton *>();
    for (QPushButton *each : buttons) {
        if (each->text() == text && each->isVisible())
            return each;
    }
    return nullptr;
}

FieldEditor *TestCompletionPane::editor(const QString &field) const
{
    const QList<FieldEditor *> editors = m_pane->findChildren<FieldEditor *>();
    for (FieldEditor *each : editors) {
        if (each->field().name == field)
            return each;
    }
    return nullptr;
}

qsizetype TestCompletionPane::posts() const
{
    return std::count_if(m_server->requests().begin(), m_server->requests().end(),
                         [](const QByteArray &request) { return request.startsWith("POST"); });
}

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

void TestCompletionPane::aKeyPressIsExaminedOnce()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95,"a":1})");
    const Draft &draft = *m_completing->draft();
    QWidget *description = editor(u"disposition_desc"_s)->input();
    for (const QString &key : {u"x"_s, u"y"_s}) {
        const int before = draft.examinations();
        QTest::keyClicks(description, key);
        QCoreApplication::processEvents(); // the pane follows
        QCOMPARE(draft.examinations(), before + 1);
        QVERIFY(m_completing->mustConfirm() == !draft.examination().findings.isEmpty());
        QCOMPARE(draft.examinations(), before + 1);
    }
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
    QVERIFY(payload->remove(1));
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
    QVERIFY(m_completing->draft()->payload()->remove(1));
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
    QVERIFY(question->words().contains(u"task ids: 3"));
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
    begin(R"({"service_id":95,"task_id":3})", Target::Task);
    QSignalSpy service(m_pane.get(), &CompletionPane::completeServiceRequested);
    QSignalSpy journal(m_pane.get(), &CompletionPane::showJournalRequested);
    QTest::mouseClick(button(u"Complete Task"_s), Qt::LeftButton);
    QTRY_VERIFY(button(u"Go On with the Service"_s));
    QTest::mouseClick(button(u"Show in Journal"_s), Qt::LeftButton);
    QCOMPARE(journal.size(), 1);
    QTest::mouseClick(button(u"Go On with the Service"_s), Qt::LeftButton);
    QCOMPARE(service.size(), 1);
    QCOMPARE(service.at(0).at(0).toString(), u"95"_s);
}

void TestCompletionPane::showsNoJournalOfWhatWasNotSent()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95})");
    QTRY_VERIFY(button(u"Complete Service"_s)->isEnabled());
    m_record = R"({"service_id":95,"changed":1})";
    QTest::mouseClick(button(u"Complete Service"_s), Qt::LeftButton);
    QTRY_VERIFY(button(u"Read Again"_s));
    QVERIFY(!button(u"Show in Journal"_s));
    QVERIFY(action(u"Show in Journal"_s)->toolTip().contains(u"Nothing was sent"_s));
    QVERIFY(button(u"Read Again"_s)->hasFocus());
    m_pane->findChild<QTabWidget *>()->setFocus();
    m_pane->focusForm();
    QVERIFY(button(u"Read Again"_s)->hasFocus());
}

void TestCompletionPane::focusWaitsForTheForm()
{
    setUp(SafetyLevel::None);
    m_pane->focusForm(); // the task is being read
    begin(R"({"service_id":95,"task_id":3})", Target::Task);
    const auto isReady = [this] {
        return m_pane->focusWidget()->accessibleName() == "Disposition"_L1;
    };
    QTRY_VERIFY(isReady());
    const QWidget *ofTask = m_pane->focusWidget();
    QVERIFY(ofTask->hasFocus());
    QTest::mouseClick(button(u"Complete Task"_s), Qt::LeftButton);
    QTRY_VERIFY(button(u"Go On with the Service"_s));
    begin(R"({"service_id":95})");
    QTRY_VERIFY(isReady() && m_pane->focusWidget() != ofTask);
}

void TestCompletionPane::focusStaysWhereItGoesOn_data()
{
    QTest::addColumn<SafetyLevel>("safety");
    QTest::addColumn<QByteArray>("ended");
    QTest::addColumn<QString>("first"); // button of the outcome
    const QByteArray done = "HTTP/1.1 204 No Content\r\n\r\n";
    const QByteArray refused = RawServer::answer("400 Bad Request", "{}");
    QTest::newRow("sent") << SafetyLevel::None << done << u"Show in Journal"_s;
    QTest::newRow("confirmed") << SafetyLevel::Confirm << done << u"Show in Journal"_s;
    QTest::newRow("refused") << SafetyLevel::Confirm << refused << u"Back to the Form"_s;
}

// By keys alone, with something behind the pane that takes the focus when nobody does.
void TestCompletionPane::focusStaysWhereItGoesOn()
{
    QFETCH(SafetyLevel, safety);
    QFETCH(QByteArray, ended);
    QFETCH(QString, first);
    m_ended = ended;
    setUp(safety);
    QStringList visited;
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    layout->addWidget(m_pane.get());
    const auto takeBack = qScopeGuard([this] { m_pane->setParent(nullptr); });
    auto *behind = new QLineEdit(&window);
    layout->addWidget(behind);
    window.resize(400, 800);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    connect(qApp, &QApplication::focusChanged, &window, [&visited](QWidget *, const QWidget *now) {
        const auto *pressed = qobject_cast<const QAbstractButton *>(now);
        visited.append(pressed ? pressed->text() : now ? now->accessibleName() : QString());
    });
    begin(R"({"service_id":95})");
    QTRY_VERIFY(button(u"Complete Service"_s)->isEnabled());
    button(u"Complete Service"_s)->setFocus();
    QTest::keyClick(window.focusWidget(), Qt::Key_Return);
    if (safety == SafetyLevel::Confirm) {
        QVERIFY(button(u"Cancel"_s)->hasFocus());
        QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
        QTest::keyClick(window.focusWidget(), Qt::Key_Return);
    }
    QTRY_VERIFY(button(u"Stop If Nothing Has Left"_s));
    QVERIFY(button(u"Stop If Nothing Has Left"_s)->hasFocus());
    QTRY_VERIFY(button(first));
    QVERIFY(button(first)->hasFocus());
    if (first == u"Back to the Form"_s) {
        QTest::keyClick(window.focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(window.focusWidget()->accessibleName(), u"Disposition"_s);
    }
    QVERIFY2(!behind->hasFocus(), qPrintable(visited.join(u", ")));
}

void TestCompletionPane::tabOnTheQuestionReachesItsAnswers()
{
    setUp(SafetyLevel::Confirm);
    begin(R"({"service_id":95})");
    action(u"Complete Service"_s)->trigger();
    QVERIFY(button(u"Cancel"_s)->hasFocus());
    QTest::keyClick(button(u"Cancel"_s), Qt::Key_Tab);
    QVERIFY(button(u"Complete Service"_s)->hasFocus());
}

void TestCompletionPane::returnPressesTheButton()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95})");
    QTRY_VERIFY(button(u"Complete Service"_s)->isEnabled());
    m_record = R"({"service_id":95,"changed":1})";
    button(u"Complete Service"_s)->setFocus();
    QTest::keyClick(button(u"Complete Service"_s), Qt::Key_Return);
    QTRY_VERIFY(button(u"Read Again"_s));
    QSignalSpy reload(m_pane.get(), &CompletionPane::reloadRequested);
    QTest::keyClick(button(u"Read Again"_s), Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(reload.size(), 1);
    m_completing->rebase(*Record::fromJson(Record::Kind::Service, m_record));
    QTRY_COMPARE(m_pane->focusWidget()->accessibleName(), u"Disposition"_s);
}

void TestCompletionPane::duplicateKeysAreNamed()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95})");
    QTRY_VERIFY(!m_completing->draft()->isLoading());
    QVERIFY(m_completing->draft()->payload()->load(R"({"a":{"b":1,"b":2}})"));
    const auto *warnings = m_pane->findChild<Warnings *>();
    QTRY_VERIFY(warnings->words().contains(u"The key “b” stands twice"_s));
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
    m_completing->begin(Target::Service, id, {},
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

void TestCompletionPane::tabGoesInReadingOrder()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95,"task_id":3})", Target::Task);
    m_pane->focusForm();
    QStringList names;
    for (int i = 0; i < 5; ++i) {
        const QWidget *focused = m_pane->focusWidget();
        const auto *pressed = qobject_cast<const QAbstractButton *>(focused);
        names.append(pressed ? pressed->text() : focused->accessibleName());
        QTest::keyClick(m_pane->focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(names,
             QStringList({u"Disposition"_s, u"Description"_s, u"Server’s"_s, u"More fields"_s,
                          u"Attached data"_s}));
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
