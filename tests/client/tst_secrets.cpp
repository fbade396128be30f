// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/connection.h"
#include "client/secrets.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::client;

class TestSecrets : public QObject
{
    Q_OBJECT

private slots:
    void whatComesBackIsMasked_data();
    void whatComesBackIsMasked();
    void whatIsNoneStays_data();
    void whatIsNoneStays();
    void headersThatHoldSecrets_data();
    void headersThatHoldSecrets();
};

namespace {

Connection connection()
{
    Connection connection;
    connection.user = u"demo"_s;
    connection.password = u"s3cr€t/\"pass word"_s;
    connection.headers = {{"X-Api-Key", "k3y-1234"},
                          {"X-Jwt", "Bearer eyJhbGciOi.eyJzdWIi.c2ln"},
                          {"Cookie", "JSESSIONID=abc/def+9; ROUTE=n1"},
                          {"X-Mode", "fast"},
                          {"X-Region", "production"},
                          {"X-Ref", "b7c1d9e0f3a24466"},
                          {"ContactCenterId", "4f9a62ae-c6e2"}};
    return connection;
}

} // namespace

void TestSecrets::whatComesBackIsMasked_data()
{
    QTest::addColumn<QByteArray>("secret");
    const Connection to = connection();
    const QByteArray password = to.password.toUtf8();
    const QByteArray pair = "demo:" + password;
    const auto row = [](const char *name, const QByteArray &secret) {
        QTest::newRow(name) << secret;
    };
    row("the password", password);
    row("percent-encoded", password.toPercentEncoding());
    row("percent-encoded in small letters", "s3cr%e2%82%act%2f%22pass%20word");
    row("as a form", "s3cr%E2%82%ACt%2F%22pass+word");
    row("as JSON", "s3cr€t/\\\"pass word");
    row("as JSON with its slashes escaped", "s3cr€t\\/\\\"pass word");
    row("as HTML", "s3cr€t/&quot;pass word");
    row("as Basic sign-in", pair.toBase64());
    row("the same percent-encoded", pair.toBase64().toPercentEncoding());
    row("the same for URLs",
        pair.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    row("a key", "k3y-1234");
    row("a token with its scheme", "Bearer eyJhbGciOi.eyJzdWIi.c2ln");
    row("a token without it", "eyJhbGciOi.eyJzdWIi.c2ln");
    row("what a program made", "b7c1d9e0f3a24466");
    row("cookies", "JSESSIONID=abc/def+9; ROUTE=n1");
    row("one cookie's value", "abc/def+9");
}

void TestSecrets::whatComesBackIsMasked()
{
    QFETCH(const QByteArray, secret);
    const Connection to = connection();
    const Secrets secrets(to);
    const QByteArray said = "{\"you sent\":\"" + secret + "\", \"twice\":\"x" + secret + "x\"}";
    QCOMPARE(secrets.masked(said),
             "{\"you sent\":\"" + QByteArray(mask) + "\", \"twice\":\"x" + mask + "x\"}");
    QVERIFY(!secrets.masked(QString::fromUtf8(said)).contains(QString::fromUtf8(secret)));
    const Error error = secrets.masked(
        Error{ErrorKind::Refused, QString::fromUtf8(said), QString::fromUtf8(said), 400});
    QVERIFY(!error.message.contains(QString::fromUtf8(secret)));
    QVERIFY(!error.detail.contains(QString::fromUtf8(secret)));
}

void TestSecrets::whatIsNoneStays_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("shown");
    const QByteArray record = R"({"disposition":10,"ContactCenterId":"4f9a62ae-c6e2","x":"demos"})";
    QTest::newRow("a record") << connection().password << record << record;
    QTest::newRow("no password") << QString() << record << record;
    QTest::newRow("a password that stands in any text") << u"10"_s << record << record;
    QTest::newRow("a short password in a word") << u"demo"_s << record << record;
    QTest::newRow("a short password by itself")
        << u"demo"_s << QByteArray("no demo, demos") << QByteArray("no ********, demos");
    QTest::newRow("headers that hold no secret")
        << QString() << QByteArray("so fast in production") << QByteArray("so fast in production");
}

void TestSecrets::whatIsNoneStays()
{
    QFETCH(const QString, password);
    QFETCH(const QByteArray, said);
    QFETCH(const QByteArray, shown);
    Connection to = connection();
    to.password = password;
    QCOMPARE(Secrets(to).masked(said), shown);
}

void TestSecrets::headersThatHoldSecrets_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isSecret");
    const auto row = [](const char *name, const char *value, bool isSecret) {
        QTest::addRow("%s: %s", name, value) << QByteArray(name) << QByteArray(value) << isSecret;
    };
    row("Authorization", "Digest x", true);
    row("Cookie", "a=b", true);
    row("X-Jwt", "abc", true);
    row("X-Pwd", "abc", true);
    row("X-User", "Bearer abc", true);
    row("X-User", "bearer abc", true);
    row("X-User", "Basic ZGVtbzp4", true);
    row("X-Identity", "eyJhbGciOi.eyJzdWIi.c2ln", true);
    row("X-Session", "1", true);
    row("ContactCenterId", "4f9a62ae-c6e2-45cb-aa01-0d9404f905bd", false);
    row("GroupId", "north", false);
    row("X-Note", "Bear with us", false);
    row("WWW-Authenticate", "Bearer realm=\"gw\"", false);
}

void TestSecrets::headersThatHoldSecrets()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    QFETCH(const bool, isSecret);
    QCOMPARE(looksSecret({name, value}), isSecret);
}

QTEST_APPLESS_MAIN(TestSecrets)

#include "tst_secrets.moc"
