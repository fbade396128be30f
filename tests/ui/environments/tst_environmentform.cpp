// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "fakekeychain.h"
#include "nokeychain.h"

#include "environments/secretstore.h"
#include "support/othertongue.h"
#include "ui/environments/environmentform.h"
#include "ui/environments/environmentlist.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using environments::Environment;
using ui::EnvironmentForm;
using ui::EnvironmentList;
using Field = ui::EnvironmentForm::Field;
using Keep = ui::EnvironmentForm::Keep;

namespace {

Environment staging()
{
    Environment environment;
    environment.name = u"Staging"_s;
    environment.url = u"https://gms.example.com"_s;
    return environment;
}

} // namespace

class TestEnvironmentForm : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { test::hideKeychain(); }
    void init();

    void newOneSaysWhatIsMissing();
    void showsTheUrlThatIsUsed();
    void saysWhoCanReadThePassword_data();
    void saysWhoCanReadThePassword();
    void problemsStandAtTheirField_data();
    void problemsStandAtTheirField();
    void authoritiesAreCheckedInTheBackground();
    void savesAndIsCleanAgain();
    void refusesATakenName();
    void renamesWhatIsStored();
    void revertsToWhatIsStored();
    void copyGetsAFreeName();
    void passwordThatIsNotKeptIsTold();
    void wordsAreInTheLanguageOfTheMoment();
    void aRemovedOneTakesItsPasswordAlong();
    void aPasswordThatIsNotForgottenIsTold();

private:
    Environment change(const Environment &value);

    std::unique_ptr<QTemporaryDir> m_folder;
    environments::SecretStore m_store;
    std::unique_ptr<EnvironmentList> m_list;
    std::unique_ptr<EnvironmentForm> m_form;
};

void TestEnvironmentForm::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_form.reset();
    m_list = std::make_unique<EnvironmentList>(m_folder->filePath(u"environments.json"_s));
    m_form = std::make_unique<EnvironmentForm>(*m_list, m_store);
    m_form->startNew({});
}

void TestEnvironmentForm::newOneSaysWhatIsMissing()
{
    QVERIFY(m_form->isNew());
    QVERIFY(!m_form->isDirty());
    QVERIFY(!m_form->problem(Field::Name).isEmpty());
    QCOMPARE(m_form->problem(Field::Url), u"The base URL is empty."_s);
    QCOMPARE(m_form->whyNotSavable(), m_form->problem(Field::Name));
}

void TestEnvironmentForm::showsTheUrlThatIsUsed()
{
    Environment value = staging();
    m_form->setValue(value);
    QCOMPARE(m_form->usedUrl(), u"https://gms.example.com/genesys/1/cs"_s);
    value.dialect = contract::Dialect::V81;
    m_form->setValue(value);
    QCOMPARE(m_form->usedUrl(), u"https://gms.example.com"_s);
    value.url = u"gms"_s;
    m_form->setValue(value);
    QCOMPARE(m_form->usedUrl(), QString());
}

void TestEnvironmentForm::saysWhoCanReadThePassword_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("user");
    QTest::addColumn<bool>("isReadable");
    QTest::newRow("plain") << u"http://gms:8080"_s << u"ada"_s << true;
    QTest::newRow("encrypted") << u"https://gms:8443"_s << u"ada"_s << false;
    QTest::newRow("nobody signs in") << u"http://gms:8080"_s << QString() << false;
    QTest::newRow("this computer") << u"http://localhost:8080"_s << u"ada"_s << false;
    QTest::newRow("its address") << u"http://127.0.0.1:8080"_s << u"ada"_s << false;
    QTest::newRow("its new address") << u"http://[::1]:8080"_s << u"ada"_s << false;
    QTest::newRow("no URL") << u"http://"_s << u"ada"_s << false;
}

void TestEnvironmentForm::saysWhoCanReadThePassword()
{
    QFETCH(const QString, url);
    QFETCH(const QString, user);
    QFETCH(const bool, isReadable);
    Environment value = staging();
    value.url = url;
    value.user = user;
    m_form->setValue(value);
    QCOMPARE(m_form->isPasswordReadable(), isReadable);
    QCOMPARE(m_form->whyNotSavable(), m_form->problem(Field::Url)); // it is a caution
}

void TestEnvironmentForm::problemsStandAtTheirField_data()
{
    QTest::addColumn<Environment>("value");
    QTest::addColumn<Field>("field");
    Environment value = staging();
    value.name = u"Sandbox"_s;
    QTest::newRow("the sandbox's name") << value << Field::Name;
    value = staging();
    value.url = u"https://ada:s3cret@gms.example.com"_s;
    QTest::newRow("URL with a password") << value << Field::Url;
    value = staging();
    value.user = u"ada:lovelace"_s;
    QTest::newRow("user with a colon") << value << Field::User;
    value = staging();
    value.headers = {u"GroupId: 1"_s, u"groupid: 2"_s};
    QTest::newRow("header twice") << value << Field::Headers;
    value.headers = {u"X-Api-Key: 1"_s};
    QTest::newRow("secret header") << value << Field::Headers;
    value = staging();
    value.stuckRules = {u"old: age>2d"_s, u"wrong: agge>1h"_s};
    QTest::newRow("rule with an unknown field") << value << Field::StuckRules;
    value.stuckRules = {u"age>2d"_s};
    QTest::newRow("rule without a name") << value << Field::StuckRules;
    value.stuckRules = {u"old: age>2d"_s, u"old: idle>1h"_s};
    QTest::newRow("two rules of a name") << value << Field::StuckRules;
}

void TestEnvironmentForm::problemsStandAtTheirField()
{
    QFETCH(const Environment, value);
    QFETCH(const Field, field);
    m_form->setValue(value);
    for (const Field each : {Field::Name, Field::Url, Field::User, Field::Headers,
                             Field::AuthoritiesFile, Field::StuckRules})
        QCOMPARE(!m_form->problem(each).isEmpty(), each == field);
    QCOMPARE(m_form->whyNotSavable(), m_form->problem(field));
    QVERIFY(!m_form->whyNotSavable().contains("s3cret"_L1));
}

void TestEnvironmentForm::authoritiesAreCheckedInTheBackground()
{
    Environment value = staging();
    value.authoritiesFile = m_folder->filePath(u"missing.pem"_s);
    m_form->setValue(value);
    QTRY_VERIFY(m_form->problem(Field::AuthoritiesFile).contains("missing.pem"_L1));
    value.authoritiesFile = QStringLiteral(TEST_DATA "/tls/certificate.pem");
    m_form->setValue(value);
    QSignalSpy changed(m_form.get(), &EnvironmentForm::changed);
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(m_form->problem(Field::AuthoritiesFile), QString());
}

void TestEnvironmentForm::savesAndIsCleanAgain()
{
    QSignalSpy saved(m_form.get(), &EnvironmentForm::saved);
    m_form->setValue(staging());
    QVERIFY(m_form->isDirty());
    QCOMPARE(m_form->whyNotSavable(), QString());
    m_form->save();
    QVERIFY(m_form->isSaving());
    m_form->save(); // twice by mistake
    QTRY_COMPARE(saved.size(), 1);
    QVERIFY(!m_form->isDirty());
    QVERIFY(!m_form->isNew());
    QVERIFY(*m_list->find(u"Staging"_s) == staging());
}

void TestEnvironmentForm::refusesATakenName()
{
    m_list->save(staging(), {});
    QTRY_VERIFY(m_list->find(u"Staging"_s));
    m_form->setValue(staging());
    QVERIFY(!m_form->problem(Field::Name).isEmpty());
    m_form->load(staging()); // it may keep its own
    QCOMPARE(m_form->problem(Field::Name), QString());
}

void TestEnvironmentForm::renamesWhatIsStored()
{
    m_list->save(staging(), {});
    QTRY_VERIFY(m_list->find(u"Staging"_s));
    m_form->load(staging());
    Environment value = staging();
    value.name = u"Test"_s;
    m_form->setValue(value);
    m_form->save();
    QTRY_VERIFY(m_list->find(u"Test"_s));
    QVERIFY(!m_list->find(u"Staging"_s));
    QCOMPARE(m_form->storedName(), u"Test"_s);
}

void TestEnvironmentForm::revertsToWhatIsStored()
{
    m_form->load(staging());
    Environment value = staging();
    value.user = u"ada"_s;
    m_form->setValue(value);
    m_form->setPassword(u"s3cret"_s, Keep::InStore);
    QSignalSpy loaded(m_form.get(), &EnvironmentForm::loaded);
    m_form->revert();
    QCOMPARE(loaded.size(), 1);
    QVERIFY(m_form->value() == staging());
    QVERIFY(m_form->password().isEmpty());
    QVERIFY(!m_form->isDirty());
}

void TestEnvironmentForm::copyGetsAFreeName()
{
    Environment copy = staging();
    copy.name = u"Copy of Staging"_s;
    m_list->save(copy, {});
    QTRY_VERIFY(m_list->find(copy.name));
    m_form->startNew(staging());
    QCOMPARE(m_form->value().name, u"Copy of Staging (2)"_s);
    QCOMPARE(m_form->value().url, staging().url);
    QVERIFY(m_form->isNew());
    QCOMPARE(m_form->whyNotSavable(), QString()); // it is new, so there is something to save
}

void TestEnvironmentForm::passwordThatIsNotKeptIsTold()
{
    QSignalSpy notKept(m_form.get(), &EnvironmentForm::passwordNotKept);
    QTRY_VERIFY(!m_form->whyNotKept().isEmpty()); // no store here
    Environment value = staging();
    value.user = u"ada"_s;
    m_form->setValue(value);
    m_form->setPassword(u"s3cret"_s, Keep::InStore);
    m_form->save();
    QTRY_COMPARE(notKept.size(), 1);
    QVERIFY(m_list->find(u"Staging"_s));
    QVERIFY(!m_form->isPasswordKept());
}

void TestEnvironmentForm::wordsAreInTheLanguageOfTheMoment()
{
    QTRY_VERIFY(!m_form->whyNotKept().isEmpty()); // no store here
    const QString before = m_form->whyNotKept();
    Environment value = staging();
    value.authoritiesFile = u"/nonexistent/closeout.pem"_s;
    m_form->setValue(value);
    QTRY_VERIFY(!m_form->problem(Field::AuthoritiesFile).isEmpty());
    const test::OtherTongue other;
    QCOMPARE(m_form->whyNotKept(), other.mark() + before);
    m_form->checkAuthorities();
    QTRY_VERIFY(m_form->problem(Field::AuthoritiesFile).startsWith(other.mark()));
}

void TestEnvironmentForm::aRemovedOneTakesItsPasswordAlong()
{
    test::FakeKeychain keychain;
    const EnvironmentForm form(*m_list, keychain);
    QSignalSpy removed(m_list.get(), &EnvironmentList::removed);
    Environment one = staging();
    one.user = u"ada"_s;
    Environment other = one; // signs in with the same password
    other.name = u"Other"_s;
    const QString key = environments::secretKey(one);
    keychain.passwords = {{key, u"s3cret"_s}, {u"ada@https://elsewhere"_s, u"x"_s}};
    m_list->save(one, {});
    m_list->save(other, {});
    m_list->remove(one.name);
    QTRY_COMPARE(removed.size(), 1);
    QVERIFY(keychain.passwords.contains(key));
    m_list->remove(other.name);
    QTRY_COMPARE(removed.size(), 2);
    QCOMPARE(keychain.passwords.keys(), QStringList(u"ada@https://elsewhere"_s));
}

void TestEnvironmentForm::aPasswordThatIsNotForgottenIsTold()
{
    test::FakeKeychain keychain;
    keychain.isLocked = true;
    const EnvironmentForm form(*m_list, keychain);
    QSignalSpy told(&form, &EnvironmentForm::passwordNotForgotten);
    Environment environment = staging();
    m_list->save(environment, {});
    m_list->remove(environment.name); // has none
    environment.user = u"ada"_s;
    m_list->save(environment, {});
    QTRY_VERIFY(m_list->find(u"Staging"_s));
    QTRY_VERIFY(!m_list->isBusy());
    m_list->remove(environment.name);
    QTRY_COMPARE(told.size(), 1);
    const auto error = told.at(0).at(0).value<Error>();
    QVERIFY2(error.message.contains(u"“Staging” is removed"), qPrintable(error.message));
    QCOMPARE(error.detail, u"It is locked."_s);
}

QTEST_GUILESS_MAIN(TestEnvironmentForm)

#include "tst_environmentform.moc"
