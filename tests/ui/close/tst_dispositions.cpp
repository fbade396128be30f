// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/server.h"
#include "support/rawserver.h"
#include "ui/close/form/dispositions.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;
using closeout::test::RawServer;
using contract::Target;

class TestDispositions : public QObject
{
    Q_OBJECT

private slots:
    void readsThoseOfTheSandbox();
    void readsWhatTheDocumentsPrint();
    void serverWithoutThemIsAHint();
    void newQuestionOvertakesTheOld();
};

namespace {

client::Connection connectionTo(const QUrl &url)
{
    client::Connection connection;
    connection.baseUrl = url;
    return connection;
}

} // namespace

void TestDispositions::readsThoseOfTheSandbox()
{
    const auto sandbox = sandbox::Server::start({});
    QVERIFY(sandbox);
    Dispositions dispositions;
    dispositions.load(connectionTo((*sandbox)->baseUrl()));
    QTRY_COMPARE(dispositions.valuesFor(Target::Kind::Service, u"disposition"_s).size(), 8);
    QVERIFY(dispositions.valuesFor(Target::Kind::Task, u"disposition"_s).constFirst()
            == SuggestedValue({u"10"_s, u"SUCCESS"_s}));
    QCOMPARE(dispositions.valuesFor(Target::Kind::Service, u"media_type"_s).size(), 7);
    QVERIFY(dispositions.valuesFor(Target::Kind::Service, u"session_id"_s).isEmpty());
    QCOMPARE(dispositions.hint(), QString());

    dispositions.load({});
    QVERIFY(dispositions.valuesFor(Target::Kind::Service, u"disposition"_s).isEmpty());
}

void TestDispositions::readsWhatTheDocumentsPrint()
{
    RawServer server;
    server.answerAll(RawServer::answer(
        "200 OK",
        R"([{"name":"M","cv_attributes":["Task.media_type"],"values":[)"
        R"({"name":"email","dbid":"1003","display_name":"E-Mail"},{"name":"chat","dbid":1006}]},)"
        R"({"values":3},17])"));
    Dispositions dispositions;
    dispositions.load(connectionTo(server.url()));
    QTRY_VERIFY(!dispositions.valuesFor(Target::Kind::Task, u"media_type"_s).isEmpty());
    const QList<SuggestedValue> expected{{u"1003"_s, u"E-Mail"_s}, {u"1006"_s, u"chat"_s}};
    QVERIFY(dispositions.valuesFor(Target::Kind::Task, u"media_type"_s) == expected);
    QVERIFY(dispositions.valuesFor(Target::Kind::Service, u"media_type"_s).isEmpty());
}

void TestDispositions::serverWithoutThemIsAHint()
{
    RawServer server;
    server.answerAll(RawServer::answer("404 Not Found", "{}"));
    Dispositions dispositions;
    QSignalSpy changed(&dispositions, &Dispositions::changed);
    dispositions.load(connectionTo(server.url()));
    QTRY_VERIFY(!dispositions.hint().isEmpty());
    QVERIFY(dispositions.valuesFor(Target::Kind::Task, u"disposition"_s).isEmpty());
    QCOMPARE(changed.size(), 2);
}

void TestDispositions::newQuestionOvertakesTheOld()
{
    const auto sandbox = sandbox::Server::start({});
    QVERIFY(sandbox);
    RawServer mute; // never answers
    Dispositions dispositions;
    dispositions.load(connectionTo(mute.url()));
    dispositions.load(connectionTo((*sandbox)->baseUrl()));
    QTRY_COMPARE(dispositions.valuesFor(Target::Kind::Service, u"disposition"_s).size(), 8);
    QCOMPARE(dispositions.hint(), QString());
}

QTEST_GUILESS_MAIN(TestDispositions)

#include "tst_dispositions.moc"
