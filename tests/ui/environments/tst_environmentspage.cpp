// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The page and the bars: what is lost, kept and told when somebody uses them.

#include "nokeychain.h"

#include "environments/secretstore.h"
#include "support/rawserver.h"
#include "ui/environments/connectiontest.h"
#include "ui/environments/destination.h"
#include "ui/environments/environmentbar.h"
#include "ui/environments/environmentform.h"
#include "ui/environments/environmentlist.h"
#include "ui/environments/environmentspage.h"
#include "ui/environments/signinbar.h"
#include "ui/widgets/notice.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QWheelEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;
using environments::Environment;

namespace {

Environment named(const QString &name)
{
    Environment environment;
    environment.name = name;
    environment.url = u"http://127.0.0.1:9"_s;
    return environment;
}

QAction *actionOf(const QWidget &widget, const QString &text)
{
    for (QAction *action : widget.actions()) {
        if (action->iconText() == text)
            return action;
    }
    return nullptr;
}

template<typename Widget>
Widget *named(const QWidget &page, const QString &accessibleName)
{
    for (auto *widget : page.findChildren<Widget *>()) {
        if (widget->accessibleName() == accessibleName || widget->objectName() == accessibleName)
            return widget;
    }
    return nullptr;
}

} // namespace

class TestEnvironmentsPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { test::hideKeychain(); }
    void init();
    void cleanup();

    void showsTheFirst();
    void opensWithTheOneInUse();
    void leadsToTheRulesOfOne();
    void typedChangesSurviveAClickInTheList();
    void anotherPageShowsWhatWasTyped();
    void onlyWhatIsSavedCanBeUsed();
    void asksBeforeItRemoves();
    void testStaysAndIsOutdated();
    void focusStaysAfterSaving();
    void passwordThatWasTakenGoesAlong();
    void showsWhatWasChangedElsewhere();
    void noKeyOfALabelSetsALevel();
    void hiddenPageSavesNothing();
    void barOffersWhatThereIs();
    void wheelChangesNothing();
    void barMarksTheOneInUse();
    void signInBarSignsInOnReturn();
    void signsOutAndInByCommand();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    environments::SecretStore m_store;
    std::unique_ptr<EnvironmentList> m_list;
    std::unique_ptr<EnvironmentForm> m_form;
    std::unique_ptr<ConnectionTest> m_test;
    std::unique_ptr<EnvironmentsPage> m_page;
};

void TestEnvironmentsPage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_list = std::make_unique<EnvironmentList>(m_folder->filePath(u"environments.json"_s));
    m_form = std::make_unique<EnvironmentForm>(*m_list, m_store);
    m_test = std::make_unique<ConnectionTest>();
    m_page = std::make_unique<EnvironmentsPage>(*m_list, *m_form, *m_test);
    m_page->show();
    m_list->save(named(u"A"_s), {});
    m_list->save(named(u"B"_s), {});
    QTRY_VERIFY(!m_list->isBusy());
}

void TestEnvironmentsPage::cleanup()
{
    m_page.reset();
    m_test.reset();
    m_form.reset();
    m_list.reset();
}

void TestEnvironmentsPage::showsTheFirst()
{
    QCOMPARE(named<QLineEdit>(*m_page, u"Name"_s)->text(), u"A"_s);
    m_page->findChild<QListWidget *>()->setCurrentRow(1);
    QCOMPARE(named<QLineEdit>(*m_page, u"Name"_s)->text(), u"B"_s);
    QVERIFY(!m_form->isDirty()); // showing is no editing
}

void TestEnvironmentsPage::opensWithTheOneInUse()
{
    const auto *names = m_page->findChild<QListWidget *>();
    m_page->hide();
    m_page->setInUse(u"B"_s);
    QVERIFY(names->item(1)->text().contains(u"In use"_s));
    QVERIFY(!names->item(0)->text().contains(u"In use"_s));
    m_page->show();
    QCOMPARE(named<QLineEdit>(*m_page, u"Name"_s)->text(), u"B"_s);
    m_page->hide();
    named<QLineEdit>(*m_page, u"Name"_s)->setText(u"C"_s); // which is not lost for it
    m_page->setInUse(u"A"_s);
    m_page->show();
    QCOMPARE(named<QLineEdit>(*m_page, u"Name"_s)->text(), u"C"_s);
}

void TestEnvironmentsPage::leadsToTheRulesOfOne()
{
    const QSignalSpy needed(m_page.get(), &EnvironmentsPage::needed);
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->editRules(u"B"_s);
    QCOMPARE(needed.size(), 1);
    QCOMPARE(named<QLineEdit>(*m_page, u"Name"_s)->text(), u"B"_s);
    const auto *rules = qobject_cast<QPlainTextEdit *>(m_page->focusWidget());
    QVERIFY(rules);
    QVERIFY2(rules->accessibleName().contains(u"tuck"), qPrintable(rules->accessibleName()));
    QVERIFY(!rules->visibleRegion().isEmpty()); // scrolled to
}

void TestEnvironmentsPage::typedChangesSurviveAClickInTheList()
{
    auto *names = m_page->findChild<QListWidget *>();
    auto *url = named<QLineEdit>(*m_page, u"Base URL"_s);
    url->setText(u"http://other"_s);
    names->setCurrentRow(1);
    QCOMPARE(names->currentRow(), 0);
    QCOMPARE(url->text(), u"http://other"_s);
    actionOf(*m_page, u"Discard Changes"_s)->trigger();
    names->setCurrentRow(1);
    QCOMPARE(names->currentRow(), 1);
}

void TestEnvironmentsPage::anotherPageShowsWhatWasTyped()
{
    actionOf(*m_page, u"New Environment"_s)->trigger();
    named<QLineEdit>(*m_page, u"Name"_s)->setText(u"C"_s);
    m_page = std::make_unique<EnvironmentsPage>(*m_list, *m_form, *m_test);
    QCOMPARE(named<QLineEdit>(*m_page, u"Name"_s)->text(), u"C"_s);
    QVERIFY(m_form->isNew());
}

void TestEnvironmentsPage::onlyWhatIsSavedCanBeUsed()
{
    QSignalSpy chosen(m_page.get(), &EnvironmentsPage::chosen);
    QAction *use = actionOf(*m_page, u"Use This Environment"_s);
    QVERIFY(use->isEnabled());
    named<QLineEdit>(*m_page, u"Base URL"_s)->setText(u"http://other"_s);
    QVERIFY(!use->isEnabled());
    actionOf(*m_page, u"Save"_s)->trigger();
    QTRY_VERIFY(use->isEnabled());
    use->trigger();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).value<Environment>().url, u"http://other"_s);
}

void TestEnvironmentsPage::asksBeforeItRemoves()
{
    actionOf(*m_page, u"Remove"_s)->trigger();
    QVERIFY(m_list->find(u"A"_s));
    QVERIFY(!m_list->isBusy());
    actionOf(*m_page, u"Remove It"_s)->trigger();
    QTRY_VERIFY(!m_list->find(u"A"_s));
    QCOMPARE(named<QLineEdit>(*m_page, u"Name"_s)->text(), u"B"_s);
}

void TestEnvironmentsPage::testStaysAndIsOutdated()
{
    actionOf(*m_page, u"Test Connection"_s)->trigger();
    QTRY_COMPARE(m_test->state(), ConnectionTest::State::Failed); // nothing listens there
    const auto *notice = named<Notice>(*m_page, u"Connection test"_s);
    QVERIFY(notice->words().startsWith(u"The connection does not work"));
    for (auto *level : m_page->findChildren<QRadioButton *>())
        level->setChecked(true); // which is not a matter of the way there
    QVERIFY(m_form->isDirty());
    QVERIFY(notice->words().startsWith(u"The connection does not work"));
    auto *url = named<QLineEdit>(*m_page, u"Base URL"_s);
    const QString before = url->text();
    url->setText(u"http://other"_s);
    QVERIFY(notice->words().startsWith(u"Edited since this test: "));
    QVERIFY(!notice->isClear());
    url->setText(before);
    QVERIFY(notice->words().startsWith(u"The connection does not work"));
}

void TestEnvironmentsPage::focusStaysAfterSaving()
{
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    named<QLineEdit>(*m_page, u"Base URL"_s)->setText(u"http://other"_s);
    QPushButton *save = nullptr;
    for (auto *button : m_page->findChildren<QPushButton *>()) {
        if (button->text() == u"Save"_s)
            save = button;
    }
    QVERIFY(save && save->isEnabled());
    save->setFocus();
    QTest::keyClick(save, Qt::Key_Return);
    QTRY_VERIFY(!m_form->isDirty());
    QVERIFY(m_page->isAncestorOf(QApplication::focusWidget()));
    QSignalSpy closed(m_page.get(), &EnvironmentsPage::closed);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
}

void TestEnvironmentsPage::passwordThatWasTakenGoesAlong()
{
    test::RawServer server;
    server.answerAll(test::RawServer::answer("200 OK", "[]"));
    Environment environment = named(u"A"_s);
    environment.url = server.url().toString();
    environment.user = u"ada"_s;
    m_list->save(environment, u"A"_s);
    QTRY_COMPARE(m_form->value(), environment);
    QSignalSpy chosen(m_page.get(), &EnvironmentsPage::chosen);
    QAction *use = actionOf(*m_page, u"Use This Environment"_s);
    named<QLineEdit>(*m_page, u"Password"_s)->setText(u"s3cret"_s);
    use->trigger();
    QCOMPARE(chosen.takeFirst().at(1).toString(), QString()); // nobody has taken it yet
    actionOf(*m_page, u"Test Connection"_s)->trigger();
    QTRY_COMPARE(m_test->state(), ConnectionTest::State::Passed);
    use->trigger();
    QCOMPARE(chosen.takeFirst().at(1).toString(), u"s3cret"_s);
    environment.user = u"bob"_s;
    QCOMPARE(m_test->takenPassword(environment), QString());
}

void TestEnvironmentsPage::showsWhatWasChangedElsewhere()
{
    m_page->hide();
    Environment environment = named(u"A"_s);
    environment.safety = environments::SafetyLevel::ReadOnly;
    QVERIFY(environments::EnvironmentFile(m_list->path()).save(environment).has_value());
    m_page->show();
    QTRY_COMPARE(m_form->value().safety, environments::SafetyLevel::ReadOnly);
}

// Qt clicks the button that a label is for: a key would set a level while it shows where it is.
void TestEnvironmentsPage::noKeyOfALabelSetsALevel()
{
    for (const QLabel *label : m_page->findChildren<QLabel *>())
        QVERIFY2(!qobject_cast<QAbstractButton *>(label->buddy()), qPrintable(label->text()));
}

void TestEnvironmentsPage::hiddenPageSavesNothing()
{
    named<QLineEdit>(*m_page, u"Base URL"_s)->setText(u"http://other"_s);
    QVERIFY(actionOf(*m_page, u"Save"_s)->isEnabled());
    m_page->hide();
    QVERIFY(!actionOf(*m_page, u"Save"_s)->isEnabled());
    QVERIFY(!actionOf(*m_page, u"Remove"_s)->isEnabled());
    m_page->show();
    QVERIFY(actionOf(*m_page, u"Save"_s)->isEnabled());
}

void TestEnvironmentsPage::barOffersWhatThereIs()
{
    Destination destination(m_store);
    EnvironmentBar bar(destination, *m_list);
    QSignalSpy chosen(&bar, &EnvironmentBar::environmentChosen);
    const QList<QAction *> offered = bar.findChild<QMenu *>()->actions();
    QStringList texts;
    for (const QAction *action : offered)
        texts.append(action->isSeparator() ? u"-"_s : action->iconText());
    QCOMPARE(texts,
             QStringList({u"Sandbox"_s, u"-"_s, u"A"_s, u"B"_s, u"-"_s, u"Edit Environments…"_s}));
    QVERIFY(environments::EnvironmentFile(m_list->path()).save(named(u"C"_s)).has_value());
    emit bar.findChild<QMenu *>()->aboutToShow();
    QTRY_COMPARE(bar.findChild<QMenu *>()->actions().size(), offered.size() + 1);
    bar.findChild<QMenu *>()->actions().at(3)->trigger();
    QCOMPARE(chosen.at(0).at(0).value<Environment>().name, u"B"_s);
}

void TestEnvironmentsPage::wheelChangesNothing()
{
    QTRY_VERIFY(!m_form->isDirty());
    QList<QWidget *> controls;
    for (auto *box : m_page->findChildren<QComboBox *>())
        controls.append(box);
    for (auto *box : m_page->findChildren<QSpinBox *>())
        controls.append(box);
    QVERIFY(controls.size() >= 3);
    for (QWidget *control : controls) {
        for (const int turn : {-120, 120}) {
            control->setFocus(); // all the more without it
            QWheelEvent wheel(QPointF(5, 5), control->mapToGlobal(QPointF(5, 5)), {}, {0, turn},
                              Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(control, &wheel);
            QVERIFY2(!m_form->isDirty(), qPrintable(control->accessibleName()));
            QVERIFY(!wheel.isAccepted()); // so that the page is scrolled
        }
    }
}

void TestEnvironmentsPage::barMarksTheOneInUse()
{
    Destination destination(m_store);
    const EnvironmentBar bar(destination, *m_list);
    const auto marked = [&bar] {
        QStringList names;
        for (const QAction *action : bar.menu()->actions()) {
            if (action->isChecked())
                names.append(action->iconText());
        }
        return names;
    };
    QCOMPARE(marked(), QStringList());
    destination.open(named(u"B"_s));
    QCOMPARE(marked(), QStringList(u"B"_s));
    // What is new is there without anybody opening the menu, and has keys.
    m_list->save(named(u"C"_s), {});
    QTRY_COMPARE(bar.menu()->actions().at(4)->iconText(), u"C"_s);
    QCOMPARE(bar.menu()->actions().at(4)->shortcut(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_3));
    QCOMPARE(marked(), QStringList(u"B"_s));
}

void TestEnvironmentsPage::signsOutAndInByCommand()
{
    Destination destination(m_store);
    QWidget window;
    const SignInBar bar(destination, &window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QAction *signIn = bar.menuActions().at(0);
    QAction *signOut = bar.menuActions().at(1);
    QVERIFY(!signIn->isEnabled() && !signOut->isEnabled());
    destination.open(named(u"A"_s)); // nobody signs in there
    QVERIFY(!signIn->isEnabled() && !signOut->isEnabled());
    Environment environment = named(u"A"_s);
    environment.user = u"ada"_s;
    destination.open(environment, u"s3cret"_s);
    QVERIFY(!signIn->isEnabled());
    signOut->trigger();
    QCOMPARE(destination.state(), Destination::State::PasswordNeeded);
    QVERIFY(!destination.connection());
    QVERIFY(!signOut->isEnabled());
    signIn->trigger();
    QCOMPARE(window.focusWidget(), bar.findChild<QLineEdit *>());
}

void TestEnvironmentsPage::signInBarSignsInOnReturn()
{
    Destination destination(m_store);
    SignInBar bar(destination);
    QVERIFY(bar.isHidden());
    Environment environment = named(u"A"_s);
    environment.user = u"ada"_s;
    destination.open(environment);
    QTRY_VERIFY(!bar.isHidden());
    QVERIFY(!bar.findChild<QCheckBox *>()->isEnabled()); // there is no store here
    auto *password = bar.findChild<QLineEdit *>();
    QTest::keyClick(password, Qt::Key_Return);
    QCOMPARE(destination.state(), Destination::State::PasswordNeeded);
    QTest::keyClicks(password, u"s3cret"_s);
    QTest::keyClick(password, Qt::Key_Return);
    QCOMPARE(destination.state(), Destination::State::Open);
    QCOMPARE(destination.connection()->password, u"s3cret"_s);
    QVERIFY(bar.isHidden());
    QVERIFY(password->text().isEmpty());
}

QTEST_MAIN(TestEnvironmentsPage)

#include "tst_environmentspage.moc"
