// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/curl.h"

#include <QtCore/QProcess>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using client::Header;
using client::OutgoingRequest;

class TestCurl : public QObject
{
    Q_OBJECT

private slots:
    void writesTheCommand();
    void leavesOutWhatCurlWrites();
    void signsInAndTrusts();
    void staysExactInAShell_data();
    void staysExactInAShell();
};

namespace {

OutgoingRequest request(const QByteArray &body)
{
    return {"POST", QUrl(u"http://host:8080/genesys/1/cs/services/1/end"_s), {}, body};
}

// What a shell hands to curl: the arguments, as it took the command apart.
QByteArrayList argumentsInShell(const QString &command)
{
    QProcess shell;
    shell.start(u"bash"_s, {u"-c"_s, u"curl() { printf '%s\\0' \"$@\"; }\n"_s + command});
    if (!shell.waitForFinished())
        return {};
    QByteArrayList arguments = shell.readAllStandardOutput().split('\0');
    arguments.removeLast(); // behind the last NUL
    return arguments;
}

} // namespace

void TestCurl::writesTheCommand()
{
    OutgoingRequest outgoing = request(R"({"a":"it's"})");
    outgoing.headers = {Header{"Content-Type", "application/json"},
                        Header{"Authorization", "Basic ********"}, Header{"X-Empty", ""}};
    QCOMPARE(client::curlCommand(outgoing, {}),
             QString::fromUtf8("curl --request POST 'http://host:8080/genesys/1/cs/services/1/end' "
                               "\\\n"
                               "  --header 'Content-Type: application/json' \\\n"
                               "  --header 'Authorization: Basic ********' \\\n"
                               "  --header 'X-Empty;' \\\n"
                               "  --data-binary '{\"a\":\"it'\\''s\"}'"));
}

void TestCurl::leavesOutWhatCurlWrites()
{
    OutgoingRequest outgoing{"GET", QUrl(u"http://[::1]:8080/x"_s), {}, {}};
    outgoing.headers = {Header{"Host", "[::1]:8080"}, Header{"content-length", "0"}};
    QCOMPARE(client::curlCommand(outgoing, {}),
             u"curl --request GET --globoff 'http://[::1]:8080/x'"_s);
}

void TestCurl::signsInAndTrusts()
{
    OutgoingRequest outgoing{"GET", QUrl(u"https://host/x"_s), {}, {}};
    outgoing.headers = {Header{"Authorization", "Basic ********"}, Header{"Accept", "*/*"}};
    QCOMPARE(argumentsInShell(client::curlCommand(outgoing, {u"o'hara"_s, u"/etc/our ca.pem"_s})),
             QByteArrayList({"--request", "GET", "https://host/x", "--user", "o'hara", "--cacert",
                             "/etc/our ca.pem", "--header", "Accept: */*"}));
}

void TestCurl::staysExactInAShell_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("plain") << QByteArray(R"({"a":1})");
    QTest::newRow("single quotes") << QByteArray(R"({"a":"''it's'"})");
    QTest::newRow("everything a shell reads")
        << QByteArray(R"({"a":"$HOME `id` $(id) !! \\ \" * ~"})");
    QTest::newRow("line breaks") << QByteArray("{\n  \"a\": 1\n}\n");
    QTest::newRow("tabs and returns") << QByteArray("{\r\n\t\"a\": 'q' \\ 1\r\n}");
    QTest::newRow("hex digits behind an escape") << QByteArray("\tabc\x7f"
                                                               "12");
    QTest::newRow("beyond ASCII") << QByteArray("{\"a\":\"\xc3\xa4 \xf0\x9f\x98\x80\"}");
    QTest::newRow("beyond ASCII with a tab") << QByteArray("{\t\"a\":\"\xc3\xa4\"}");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{}");
    QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xff\xfe\"}");
    QTest::newRow("like a file name") << QByteArray("@/etc/passwd");
}

void TestCurl::staysExactInAShell()
{
    QFETCH(QByteArray, body);
    const QByteArrayList arguments = argumentsInShell(client::curlCommand(request(body), {}));
    QCOMPARE(arguments.size(), 5);
    QCOMPARE(arguments.value(2), "http://host:8080/genesys/1/cs/services/1/end");
    QCOMPARE(arguments.last(), body);
}

QTEST_GUILESS_MAIN(TestCurl)

#include "tst_curl.moc"
