// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "completionpanetest.h"

#include <QtCore/QScopeGuard>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;

// Where the keys go.
class TestCompletionFocus : public CompletionPaneTest
{
    Q_OBJECT

private slots:
    void init() { open(); }
    void cleanup() { close(); }

    void focusWaitsForTheForm();
    void focusStaysWhereItGoesOn_data();
    void focusStaysWhereItGoesOn();
    void returnPressesTheButton();
    void tabGoesInReadingOrder();
};

void TestCompletionFocus::focusWaitsForTheForm()
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

QTEST_MAIN(TestCompletionFocus)

#include "tst_completionfocus.moc"
