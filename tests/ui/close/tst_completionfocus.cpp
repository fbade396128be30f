// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "completionpanetest.h"

#include "ui/close/form/previewview.h"
#include "ui/payload/longtexteditor.h"
#include "ui/payload/payloaddocument.h"

#include <QtCore/QScopeGuard>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;

// Where the keys go.
class TestCompletionFocus : public CompletionPaneTest
{
    Q_OBJECT

private slots:
    void leadsToWhatIsLeft();
    void init() { open(); }
    void cleanup() { close(); }

    void focusWaitsForTheForm();
    void focusStaysWhereItGoesOn_data();
    void focusStaysWhereItGoesOn();
    void returnPressesTheButton();
    void tabGoesInReadingOrder();
    void whatIsTypedAheadIsInTheForm();
    void theKeysThatSendComeFirstFromElsewhere();
    void oneMoreCostsTwoKeys();
    void aLongTextTakesTheKeysThatSend();
    void aLongTextIsOpenedInSight();
    void tabsTakeTheFocus();
};

void TestCompletionFocus::leadsToWhatIsLeft()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95,"task_id":3})", Target::Kind::Task);
    const Target done{Target::Kind::Task, u"95"_s, u"3"_s};
    const Target task{Target::Kind::Task, u"95"_s, u"4"_s};
    const Target state{Target::Kind::State, u"95"_s, u"24"_s};
    m_pane->setLeft({done, task, state});
    fillIn();
    QTest::mouseClick(button(u"Complete Task"_s), Qt::LeftButton);
    QTRY_VERIFY(button(u"Next Task (1 left)"_s));
    m_pane->setLeft({done, state, {Target::Kind::Task, u"96"_s, u"1"_s}});
    QTRY_VERIFY(button(u"Next State (1 left)"_s));
    QSignalSpy requested(m_pane.get(), &CompletionPane::completionRequested);
    QTest::mouseClick(button(u"Next State (1 left)"_s), Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.at(0).at(0).value<Target>(), state);
}

void TestCompletionFocus::focusWaitsForTheForm()
{
    setUp(SafetyLevel::None);
    m_pane->focusForm(); // the task is being read
    begin(R"({"service_id":95,"task_id":3})", Target::Kind::Task);
    const auto isReady = [this] {
        return m_pane->focusWidget()->accessibleName() == "Disposition"_L1;
    };
    QTRY_VERIFY(isReady());
    const QWidget *ofTask = m_pane->focusWidget();
    QVERIFY(ofTask->hasFocus());
    fillIn();
    QTest::mouseClick(button(u"Complete Task"_s), Qt::LeftButton);
    QTRY_VERIFY(button(u"Go On with the Service"_s));
    begin(R"({"service_id":95})");
    QTRY_VERIFY(isReady() && m_pane->focusWidget() != ofTask);
}

void TestCompletionFocus::focusStaysWhereItGoesOn_data()
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
void TestCompletionFocus::focusStaysWhereItGoesOn()
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
    m_completing->draft()->setFieldText(editor(u"disposition"_s)->field(), u"10"_s);
    QTRY_VERIFY(button(u"Complete Service"_s)->isEnabled());
    button(u"Complete Service"_s)->setFocus();
    QTest::keyClick(window.focusWidget(), Qt::Key_Return);
    if (safety == SafetyLevel::Confirm) {
        QVERIFY(button(u"Cancel"_s)->hasFocus());
        QTest::keyClick(window.focusWidget(), Qt::Key_Backtab);
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

void TestCompletionFocus::returnPressesTheButton()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95})");
    fillIn();
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

void TestCompletionFocus::tabGoesInReadingOrder()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95,"task_id":3})", Target::Kind::Task);
    m_pane->focusForm();
    QStringList names;
    for (int i = 0; i < 8; ++i) {
        const QWidget *focused = m_pane->focusWidget();
        const auto *pressed = qobject_cast<const QAbstractButton *>(focused);
        names.append(pressed && !pressed->text().isEmpty() ? pressed->text()
                                                           : focused->accessibleName());
        QTest::keyClick(m_pane->focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(names,
             QStringList({u"Disposition"_s, u"Description"_s, u"Pin: Disposition"_s,
                          u"Pin: Description"_s, u"Server’s"_s, u"More fields"_s,
                          u"Attached data"_s, u"Add"_s}));
}

// While the service is still being read.
void TestCompletionFocus::whatIsTypedAheadIsInTheForm()
{
    setUp(SafetyLevel::None);
    m_pane->focusForm();
    QTest::keyClicks(m_pane->focusWidget(), u"109"_s);
    QTest::keyClick(m_pane->focusWidget(), Qt::Key_Backspace);
    QTest::keyClick(m_pane->focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(m_pane->focusWidget(), u"done"_s);
    begin(R"({"service_id":95})");
    QTRY_COMPARE(m_completing->draft()->completion().event.body(),
                 R"({"disposition":10,"disposition_desc":"done"})");
}

void TestCompletionFocus::theKeysThatSendComeFirstFromElsewhere()
{
    setUp(SafetyLevel::None);
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    layout->addWidget(m_pane.get());
    const auto takeBack = qScopeGuard([this] { m_pane->setParent(nullptr); });
    auto *list = new QLineEdit(&window);
    layout->addWidget(list);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    begin(R"({"service_id":95})");
    fillIn();
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        list->setFocus();
        QTest::keyClick(list, key, Qt::ControlModifier);
        QTRY_COMPARE(window.focusWidget()->accessibleName(), u"Disposition"_s);
        QVERIFY(!m_completing->underWay());
    }
    list->setFocus();
    action(u"Complete Service"_s)->trigger(); // from a menu
    QTRY_COMPARE(window.focusWidget()->accessibleName(), u"Disposition"_s);
    QVERIFY(!m_completing->underWay());
    QTest::keyClick(window.focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(posts(), 1);
}

void TestCompletionFocus::oneMoreCostsTwoKeys()
{
    setUp(SafetyLevel::None);
    m_pane->setLeftInList(2);
    begin(R"({"service_id":95})");
    fillIn();
    action(u"Pin Disposition and Description"_s)->trigger();
    // Another one each time: what is completed already, the journal knows.
    connect(m_pane.get(), &CompletionPane::nextRequested, m_pane.get(), [this, id = 95]() mutable {
        m_pane->focusForm();
        begin(R"({"service_id":)" + QByteArray::number(++id) + '}');
    });
    m_pane->focusForm();
    int keys = 0;
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers) {
        QTest::keyClick(m_pane->focusWidget(), key, modifiers);
        ++keys;
    };
    press(Qt::Key_Return, Qt::ControlModifier);
    for (int service = 2; service <= 3; ++service) {
        QTRY_VERIFY(button(u"Next in List (2)"_s));
        QVERIFY(button(u"Next in List (2)"_s)->hasFocus());
        press(Qt::Key_Return, {});
        QTRY_COMPARE(m_pane->focusWidget()->accessibleName(), u"Disposition"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(posts(), service);
    }
    QCOMPARE(keys, 5);
    QVERIFY(m_server->requests().constLast().endsWith(R"({"disposition":10})")
            || m_completing->isDraftUnderWay());
    QTRY_VERIFY(button(u"Next in List (2)"_s));
}

void TestCompletionFocus::aLongTextTakesTheKeysThatSend()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95,"t":"one\ntwo"})");
    fillIn();
    action(u"Tree of Attached Data"_s)->trigger();
    QTest::keyClick(m_pane->focusWidget(), Qt::Key_Down);
    QTest::keyClick(m_pane->focusWidget(), Qt::Key_E, Qt::ControlModifier);
    QTest::keyClicks(m_pane->focusWidget(), u"X"_s);
    action(u"Preview of the Request"_s)->trigger();
    const auto *request = m_pane->findChild<PreviewView *>()->findChild<QPlainTextEdit *>();
    QTRY_VERIFY2(request->toPlainText().contains(u"\"Xone\\ntwo\""_s),
                 qPrintable(request->toPlainText()));
    action(u"Tree of Attached Data"_s)->trigger();
    QTest::keyClick(m_pane->focusWidget(), Qt::Key_E, Qt::ControlModifier);
    QTest::keyClicks(m_pane->focusWidget(), u"Y"_s);
    QTest::keyClick(m_pane->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_completing->draft()->payload()->text().contains(R"("YXone\ntwo")"));
    QVERIFY(!m_completing->underWay());
    QTest::keyClick(m_pane->focusWidget(), Qt::Key_E, Qt::ControlModifier);
    QTest::keyClick(m_pane->focusWidget(), Qt::Key_Return, Qt::ControlModifier); // nothing typed
    QVERIFY(!m_completing->underWay());
    QCOMPARE(posts(), 0);
}

void TestCompletionFocus::aLongTextIsOpenedInSight()
{
    setUp(SafetyLevel::None);
    m_pane->resize(400, 480);
    begin(R"({"service_id":95,"t":"one\ntwo"})");
    action(u"More Fields"_s)->trigger();
    action(u"Tree of Attached Data"_s)->trigger();
    QTest::keyClick(m_pane->focusWidget(), Qt::Key_Down);
    QTest::keyClick(m_pane->focusWidget(), Qt::Key_Return);
    const auto *panel = m_pane->findChild<LongTextEditor *>();
    QVERIFY(panel->isAncestorOf(m_pane->focusWidget()));
    QTRY_COMPARE(panel->visibleRegion().boundingRect(), panel->rect());
}

void TestCompletionFocus::tabsTakeTheFocus()
{
    setUp(SafetyLevel::None);
    begin(R"({"service_id":95,"a":1})");
    const std::pair<QString, QString> tabs[]{
        {u"Tree of Attached Data"_s, u"Attached data"_s},
        {u"Changes of Attached Data"_s, u"Changes of attached data"_s},
        {u"Preview of the Request"_s, u"Request"_s},
    };
    for (const auto &[name, place] : tabs) {
        action(name)->trigger();
        QCOMPARE(m_pane->focusWidget()->accessibleName(), place);
        QVERIFY(!qobject_cast<QTabBar *>(m_pane->focusWidget()));
    }
}

QTEST_MAIN(TestCompletionFocus)

#include "tst_completionfocus.moc"
