// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The page and the bars: what is lost, kept and told when somebody uses them.

#include "nokeychain.h"

#include "environments/secretstore.h"
#include "ui/environments/connectiontest.h"
#include "ui/environments/destination.h"
#include "ui/environments/environmentbar.h"
#include "ui/environments/environmentform.h"
#include "ui/environments/environmentlist.h"
#include "ui/environments/environmentspage.h"
#include "ui/environments/signinbar.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>

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
        if (widget->accessibleName() == accessibleName)
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
    void typedChangesSurviveAClickInTheList();
    void anotherPageShowsWhatWasTyped();
    void onlyWhatIsSavedCanBeUsed();
    void asksBeforeItRemoves();
    void changedValuesTakeTheTestAway();
    void hiddenPageSavesNothing();
    void barOffersWhatThereIs();
    void signInBarSignsInOnReturn();

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

void TestEnvironmentsPage::changedValuesTakeTheTestAway()
{
    actionOf(*m_page, u"Test Connection"_s)->trigger();
    QTRY_COMPARE(m_test->state(), ConnectionTest::State::Failed); // nothing listens there
    named<QLineEdit>(*m_page, u"Base URL"_s)->setText(u"http://other"_s);
    QCOMPARE(m_test->state(), ConnectionTest::State::Idle);
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
    offered.at(3)->trigger();
    QCOMPARE(chosen.at(0).at(0).value<Environment>().name, u"B"_s);
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
