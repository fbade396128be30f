// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "contract/answers.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::contract;

namespace {

// A percent-encoded id, so that it shows when a message takes it for places of its own.
const QString &where()
{
    static const QString text = u"POST http://host/services/%2F%1A%20%3/end"_s;
    return text;
}

} // namespace

class TestAnswers : public QObject
{
    Q_OBJECT

private slots:
    void describesRefusals_data();
    void describesRefusals();
    void saysWhoeverIsSignedIn();
    void classifiesWrites_data();
    void classifiesWrites();
};

void TestAnswers::describesRefusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QStringList>("body"); // message, exception, code
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("message"); // behind where()
    const auto row = [](const char *name, int status, const QStringList &body, ErrorKind kind,
                        const QString &message) {
        QTest::newRow(name) << status << body << kind << message;
    };
    const QStringList nobody{{}, {}, {}};
    const QString notFound = u": not found. Check the id, the base URL and the dialect."_s;
    row("404", 404, nobody, ErrorKind::NotFound, notFound);
    row("404 of the 8.1 dialect", 404, {u"no such service"_s, {}, u"17"_s}, ErrorKind::NotFound,
        notFound + u" The server says: “no such service” (code 17)"_s);
    row("400 for an unknown id, as 8.5 prints it", 400,
        {u"There are no service found for : 361-a3793cef-d559-4f9f-a95d-64555a4ba371"_s,
         u"com.genesyslab.gsg.services.contextservices.exceptions.NotFoundException"_s,
         {}},
        ErrorKind::NotFound,
        notFound
            + u" The server says: “There are no service found for : "
              "361-a3793cef-d559-4f9f-a95d-64555a4ba371”"_s);
    row("400 of the tenant", 400,
        {u"Invalid tenant specified : %1"_s, u"x.ContextServicesExceptionResource"_s, {}},
        ErrorKind::Refused,
        u": refused with status 400. The server says: “Invalid tenant specified : %1”"_s);
    row("400 without a body", 400, nobody, ErrorKind::Refused, u": refused with status 400."_s);
    row("exception found elsewhere", 400, {u"m"_s, u"NotFoundExceptionHandler"_s, {}},
        ErrorKind::Refused, u": refused with status 400. The server says: “m”"_s);
    row("409 with NotFoundException", 409, {{}, u"x.NotFoundException"_s, {}}, ErrorKind::Refused,
        u": refused with status 409."_s);
    row("401", 401, nobody, ErrorKind::SignInNeeded,
        u": the server does not accept the password of user “ann %2”."_s);
    row("401 with a message", 401, {u"no"_s, {}, {}}, ErrorKind::SignInNeeded,
        u": the server does not accept the password of user “ann %2”. The server says: “no”"_s);
    row("403", 403, nobody, ErrorKind::RoleMissing,
        u": forbidden. User “ann %2” lacks the role for it: reading needs Supervisor or "
        "Administrator, writing needs Administrator."_s);
    row("302", 302, nobody, ErrorKind::NotContextServices,
        u": the server redirects elsewhere (status 302). A redirect is not followed; check the "
        u"base "
        "URL."_s);
    row("405", 405, nobody, ErrorKind::Refused, u": refused with status 405."_s);
    row("500", 500, {u"oops"_s, u"java.lang.NullPointerException"_s, {}}, ErrorKind::ServerFailed,
        u": the server failed with status 500. The server says: “oops”"_s);
    row("503", 503, nobody, ErrorKind::ServerFailed, u": the server failed with status 503."_s);
}

void TestAnswers::describesRefusals()
{
    QFETCH(int, status);
    QFETCH(QStringList, body);
    QFETCH(QString, message);
    const ErrorBody parts{body.at(0), body.at(1), body.at(2)};
    const Error error = describeRefusal(status, parts, where(), {u"ann %2"_s});
    QTEST(error.kind, "kind");
    QCOMPARE(error.message, where() + message);
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.detail, parts.exception);
}

void TestAnswers::saysWhoeverIsSignedIn()
{
    QCOMPARE(describeRefusal(401, {}, where(), {}).message,
             where() + u": the server wants a user name and password, and none was given."_s);
    QVERIFY(
        describeRefusal(403, {}, where(), {})
            .message.startsWith(
                where() + u": forbidden. Somebody who is not signed in lacks the role for it:"_s));
}

void TestAnswers::classifiesWrites_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    QTest::addColumn<WriteEffect>("effect");
    for (const int status : {200, 201, 204})
        QTest::addRow("%d", status) << status << QString() << WriteEffect::Done;
    for (const int status : {0,   100, 102, 202, 203, 206, 226, 300, 301, 302, 303,
                             408, 499, 500, 502, 503, 504, 507, 520, 524, 598})
        QTest::addRow("%d", status) << status << QString() << WriteEffect::Unknown;
    for (const int status : {307, 308, 400, 401, 403, 404, 405, 409, 411, 413, 429, 501, 505})
        QTest::addRow("%d", status) << status << QString() << WriteEffect::NotDone;
    QTest::newRow("503 of the server itself")
        << 503 << u"not in maintenance mode"_s << WriteEffect::NotDone;
}

void TestAnswers::classifiesWrites()
{
    QFETCH(int, status);
    QFETCH(WriteEffect, effect);
    QFETCH(QString, message);
    QCOMPARE(effectOfAnswer(status, {message, {}, {}}), effect);
    QCOMPARE(isSuccess(status), effect == WriteEffect::Done);
}

QTEST_APPLESS_MAIN(TestAnswers)

#include "tst_answers.moc"
