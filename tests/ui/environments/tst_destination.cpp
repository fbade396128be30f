// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "nokeychain.h"
#include "slowfile.h"

#include "environments/secretstore.h"
#include "support/othertongue.h"
#include "support/rawserver.h"
#include "ui/environments/destination.h"

#include <QtCore/QPointer>
#include <QtCore/QThreadPool>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using environments::Environment;
using ui::Destination;
using State = ui::Destination::State;
using Remember = ui::Destination::Remember;

namespace {

Environment environmentAt(const QString &url, const QString &user)
{
    Environment environment;
    environment.name = u"Staging"_s;
    environment.url = url;
    environment.user = user;
    return environment;
}

const QString &nowhere()
{
    static const QString url = u"http://127.0.0.1:9"_s;
    return url;
}

} // namespace

class TestDestination : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { test::hideKeychain(); }
    void cleanup() { qunsetenv("CLOSEOUT_PASSWORD"); }

    void beginsClosed();
    void withoutUserIsOpenAtOnce();
    void withoutStoreAsksAndSaysWhy();
    void knownPasswordIsNotAskedFor();
    void variableIsThePassword();
    void signsInWithWhatWasTyped();
    void storeThatFailsIsTold();
    void lateAnswerOfTheStoreIsDropped();
    void authoritiesAreReadInTheBackground();
    void lateAuthoritiesAreDropped();
    void unusableEnvironmentFails();
    void servicesDieAfterTheyWereTold();
    void asksAgain();
    void wordsAreInTheLanguageOfTheMoment();
    void closes();

private:
    environments::SecretStore m_store;
};

void TestDestination::beginsClosed()
{
    const Destination destination(m_store);
    QCOMPARE(destination.state(), State::Closed);
    QVERIFY(!destination.services());
    QVERIFY(!destination.connection());
}

void TestDestination::withoutUserIsOpenAtOnce()
{
    Destination destination(m_store);
    const QSignalSpy changed(&destination, &Destination::changed);
    destination.open(environmentAt(nowhere(), {}));
    QCOMPARE(destination.state(), State::Open);
    QCOMPARE(changed.size(), 1);
    QVERIFY(destination.services());
    QCOMPARE(destination.connection()->baseUrl.toString(), nowhere() + u"/genesys/1/cs"_s);
    QCOMPARE(destination.environment().name, u"Staging"_s);
}

void TestDestination::withoutStoreAsksAndSaysWhy()
{
    Destination destination(m_store);
    destination.open(environmentAt(nowhere(), u"ada"_s));
    QCOMPARE(destination.state(), State::AskingStore);
    QVERIFY(!destination.services());
    QTRY_COMPARE(destination.state(), State::PasswordNeeded);
    QVERIFY2(destination.whyPassword().contains("password store"_L1),
             qPrintable(destination.whyPassword()));
    QCOMPARE(destination.whyNotKept(), destination.whyPassword());
    QVERIFY(destination.whyNotKeptDetail().startsWith("The system's password store"_L1));
}

void TestDestination::knownPasswordIsNotAskedFor()
{
    Destination destination(m_store);
    destination.open(environmentAt(nowhere(), u"ada"_s), u"s3cret"_s);
    QCOMPARE(destination.state(), State::Open);
    QCOMPARE(destination.connection()->password, u"s3cret"_s);
}

void TestDestination::variableIsThePassword()
{
    qputenv("CLOSEOUT_PASSWORD", "s3cret");
    Destination destination(m_store);
    destination.open(environmentAt(nowhere(), u"ada"_s));
    QCOMPARE(destination.state(), State::Open);
    QCOMPARE(destination.connection()->password, u"s3cret"_s);
}

void TestDestination::signsInWithWhatWasTyped()
{
    test::RawServer server;
    server.answerAll(test::RawServer::answer("200 OK", "{}"));
    Destination destination(m_store);
    destination.open(environmentAt(server.url().toString(), u"ada"_s));
    QTRY_COMPARE(destination.state(), State::PasswordNeeded);
    destination.signIn(u"s3cret"_s, Remember::No);
    QCOMPARE(destination.state(), State::Open);
    QVERIFY(destination.whyPassword().isEmpty());
    bool isAnswered = false;
    destination.services()->readDocument(client::queryBusinessAttributes(), this,
                                         [&isAnswered](const auto &) { isAnswered = true; });
    QTRY_VERIFY(isAnswered);
    QVERIFY(server.requests().constFirst().contains("Authorization: Basic "
                                                    + QByteArray("ada:s3cret").toBase64()));
}

void TestDestination::storeThatFailsIsTold()
{
    Destination destination(m_store);
    QSignalSpy storeFailed(&destination, &Destination::storeFailed);
    destination.open(environmentAt(nowhere(), u"ada"_s));
    QTRY_COMPARE(destination.state(), State::PasswordNeeded);
    destination.signIn(u"s3cret"_s, Remember::InStore);
    QCOMPARE(destination.state(), State::Open);
    QTRY_COMPARE(storeFailed.size(), 1);
    QVERIFY(!storeFailed.at(0).at(0).value<Error>().message.isEmpty());
    QCOMPARE(destination.state(), State::Open);
}

void TestDestination::lateAnswerOfTheStoreIsDropped()
{
    Destination destination(m_store);
    destination.open(environmentAt(nowhere(), u"ada"_s));
    QCOMPARE(destination.state(), State::AskingStore);
    destination.open(environmentAt(nowhere(), {}));
    QCOMPARE(destination.state(), State::Open);
    const QSignalSpy changed(&destination, &Destination::changed);
    // The store answers in order, so behind this answer the one to the first question has come.
    bool isAnswered = false;
    m_store.read(u"anything"_s, this, [&isAnswered](const auto &) { isAnswered = true; });
    QTRY_VERIFY(isAnswered);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(destination.state(), State::Open);
}

void TestDestination::authoritiesAreReadInTheBackground()
{
    const test::SlowFile file;
    QVERIFY(file.isMade());
    QFile pem(QStringLiteral(TEST_DATA "/tls/certificate.pem"));
    QVERIFY(pem.open(QIODevice::ReadOnly));
    const QByteArray content = pem.readAll();
    Environment environment = environmentAt(nowhere(), u"ada"_s);
    environment.authoritiesFile = file.path();
    Destination destination(m_store);
    destination.open(environment, u"s3cret"_s);
    QCOMPARE(destination.state(), State::ReadingAuthorities);
    QCOMPARE(destination.environment(), environment);
    QVERIFY(!destination.connection());
    file.deliver(content);
    QTRY_COMPARE(destination.state(), State::Open);
    QCOMPARE(destination.connection()->authorities, content);
    QCOMPARE(destination.connection()->password, u"s3cret"_s);
    // Signing in again reads nothing again.
    destination.askAgain({ErrorKind::SignInNeeded, u"The server did not take it."_s});
    destination.signIn(u"new"_s, Remember::No);
    QCOMPARE(destination.state(), State::Open);
    QCOMPARE(destination.connection()->authorities, content);

    destination.open(environment);
    file.deliver("no certificate");
    QTRY_COMPARE(destination.state(), State::Failed);
    QVERIFY(destination.error()->message.contains(file.path()));
}

void TestDestination::lateAuthoritiesAreDropped()
{
    const test::SlowFile file;
    QVERIFY(file.isMade());
    Environment environment = environmentAt(nowhere(), {});
    environment.authoritiesFile = file.path();
    Destination destination(m_store);
    destination.open(environment);
    destination.open(environmentAt(nowhere(), {}));
    QCOMPARE(destination.state(), State::Open);
    const QSignalSpy changed(&destination, &Destination::changed);
    file.deliver("no certificate");
    QVERIFY(QThreadPool::globalInstance()->waitForDone());
    QCoreApplication::processEvents();
    QCOMPARE(changed.size(), 0);
    QCOMPARE(destination.state(), State::Open);
}

void TestDestination::unusableEnvironmentFails()
{
    Destination destination(m_store);
    destination.open(environmentAt(u"ftp://example.com"_s, u"ada"_s));
    QCOMPARE(destination.state(), State::Failed);
    QCOMPARE(destination.error()->kind, ErrorKind::InvalidInput);
    destination.open(environmentAt(nowhere(), {}));
    QCOMPARE(destination.state(), State::Open);
    QVERIFY(!destination.error());
}

void TestDestination::servicesDieAfterTheyWereTold()
{
    Destination destination(m_store);
    destination.open(environmentAt(nowhere(), {}));
    const QPointer<client::ContextServices> services = destination.services();
    QVERIFY(services);
    bool wasThere = false;
    connect(&destination, &Destination::aboutToClose, this,
            [&] { wasThere = destination.services() == services; });
    destination.open(environmentAt(u"http://127.0.0.1:10"_s, {}));
    QVERIFY(wasThere);
    QVERIFY(destination.services());
    QVERIFY(destination.services() != services);
    QTRY_VERIFY(!services);
}

void TestDestination::asksAgain()
{
    qputenv("CLOSEOUT_PASSWORD", "old");
    Destination destination(m_store);
    destination.open(environmentAt(nowhere(), u"ada"_s));
    const QSignalSpy aboutToClose(&destination, &Destination::aboutToClose);
    destination.askAgain({ErrorKind::SignInNeeded, u"The server did not take it."_s});
    QCOMPARE(aboutToClose.size(), 1);
    QCOMPARE(destination.state(), State::PasswordNeeded);
    QCOMPARE(destination.whyPassword(), u"The server did not take it."_s);
    QVERIFY(!destination.services());
    QVERIFY(!destination.connection());
    destination.askAgain({ErrorKind::SignInNeeded, u"A second request said so, too."_s});
    QCOMPARE(destination.whyPassword(), u"The server did not take it."_s);
    destination.signIn(u"new"_s, Remember::No);
    QCOMPARE(destination.connection()->password, u"new"_s);
}

void TestDestination::wordsAreInTheLanguageOfTheMoment()
{
    Destination destination(m_store);
    destination.open(environmentAt(nowhere(), u"ada"_s));
    QTRY_COMPARE(destination.state(), State::PasswordNeeded);
    const QString before = destination.whyPassword();
    const test::OtherTongue other;
    QCOMPARE(destination.whyPassword(), other.mark() + before);
    QCOMPARE(destination.whyNotKept(), other.mark() + before);
    destination.signIn(u"s3cret"_s, Remember::No);
    destination.signOut();
    QCOMPARE(destination.whyPassword(), other.mark() + u"You have signed out."_s);
}

void TestDestination::closes()
{
    Destination destination(m_store);
    destination.open(environmentAt(nowhere(), {}));
    destination.close();
    QCOMPARE(destination.state(), State::Closed);
    QVERIFY(!destination.services());
    QVERIFY(destination.environment().name.isEmpty());
}

QTEST_GUILESS_MAIN(TestDestination)

#include "tst_destination.moc"
