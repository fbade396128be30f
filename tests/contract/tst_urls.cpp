// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "contract/urls.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::contract;

class TestUrls : public QObject
{
    Q_OBJECT

private slots:
    void acceptsBaseUrls_data();
    void acceptsBaseUrls();
    void refusesBaseUrls_data();
    void refusesBaseUrls();
    void spellsOneServerOneWay_data();
    void spellsOneServerOneWay();
    void keepsPasswordsOutOfMessages_data();
    void keepsPasswordsOutOfMessages();
    void encodesIds_data();
    void encodesIds();
    void buildsPaths();
    void addsQueries_data();
    void addsQueries();
    void namesCompleteness();
};

void TestUrls::acceptsBaseUrls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("in85");
    QTest::addColumn<QByteArray>("in81");
    const auto without = [](const QString &text, const QByteArray &url) { // without a path
        QTest::newRow(qUtf8Printable(text)) << text << url + "/genesys/1/cs" << url;
    };
    const auto with = [](const QString &text, const QByteArray &url) {
        QTest::newRow(qUtf8Printable(text)) << text << url << url;
    };
    without(u"http://localhost:8080"_s, "http://localhost:8080");
    without(u"http://localhost:8080/"_s, "http://localhost:8080");
    without(u"http://localhost:8080//"_s, "http://localhost:8080");
    without(u"  https://gms.example\n"_s, "https://gms.example");
    without(u"HTTP://GMS.Example"_s, "http://gms.example");
    without(u"http://127.0.0.1:1"_s, "http://127.0.0.1:1");
    without(u"http://[::1]:8080"_s, "http://[::1]:8080");
    without(u"http://[2001:db8::7]/"_s, "http://[2001:db8::7]");
    without(u"http://bücher.example"_s, "http://xn--bcher-kva.example");
    with(u"http://localhost:8080/genesys/1/cs"_s, "http://localhost:8080/genesys/1/cs");
    with(u"http://localhost:8080/genesys/1/cs/"_s, "http://localhost:8080/genesys/1/cs");
    with(u"https://proxy.example/a/b//"_s, "https://proxy.example/a/b");
    with(u"https://proxy.example/a%2Fb%20c%25"_s, "https://proxy.example/a%2Fb%20c%25");
    with(u"https://proxy.example/ä"_s, "https://proxy.example/%C3%A4");
    with(u"https://proxy.example/a@b"_s, "https://proxy.example/a@b");
    with(u"http://[::1]/x"_s, "http://[::1]/x");
}

void TestUrls::acceptsBaseUrls()
{
    QFETCH(QString, text);
    const Result<QUrl> in85 = checkBaseUrl(Dialect::V85, text);
    QVERIFY2(in85, qPrintable(in85 ? QString() : in85.error().message));
    QTEST(in85->toEncoded(), "in85");
    const Result<QUrl> in81 = checkBaseUrl(Dialect::V81, text);
    QVERIFY(in81);
    QTEST(in81->toEncoded(), "in81");
    // Once checked, it stays what it is.
    QCOMPARE(checkBaseUrl(Dialect::V85, in85->toString(QUrl::FullyEncoded)), *in85);
}

void TestUrls::refusesBaseUrls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason"); // part of the message
    const auto row = [](const QString &text, const QString &reason) {
        QTest::addRow("'%s'", qUtf8Printable(text)) << text << reason;
    };
    const QString scheme = u"it must begin with http:// or https://."_s;
    const QString host = u"it names no host."_s;
    const QString tail = u"it must end with the path, without “?” and “#”."_s;
    row({}, u"The base URL is empty."_s);
    row(u" \t"_s, u"The base URL is empty."_s);
    row(u"ftp://host/"_s, scheme);
    row(u"file:///etc/passwd"_s, scheme);
    row(u"localhost:8080"_s, scheme);
    row(u"gms.example"_s, scheme);
    row(u"/genesys/1/cs"_s, scheme);
    row(u"//host/genesys"_s, scheme);
    row(u"http:"_s, host);
    row(u"http:///path"_s, host);
    row(u"http:path"_s, host);
    row(u"http://:8080/"_s, host);
    row(u"http://host?"_s, tail);
    row(u"http://host/path?tenant=1"_s, tail);
    row(u"http://host/#top"_s, tail);
    row(u"http://ho st/"_s, u"Invalid hostname"_s);
    row(u"http://host/a b"_s, u"Invalid path"_s);
    row(u"http://host/a%2"_s, u"Invalid path"_s);
    row(u"http://host:99999/"_s, u"Invalid port"_s);
    row(u"http://host:port/"_s, u"Invalid port"_s);
    row(u"http://[::1/"_s, u"hostname."_s);
    row(u"http://host\\path"_s, u"Invalid hostname"_s);
}

void TestUrls::refusesBaseUrls()
{
    QFETCH(QString, text);
    QFETCH(QString, reason);
    const Result<QUrl> url = checkBaseUrl(Dialect::V85, text);
    QVERIFY(!url);
    QCOMPARE(url.error().kind, ErrorKind::InvalidInput);
    const QString &message = url.error().message;
    QVERIFY2(message.contains(reason), qPrintable(message));
    QVERIFY2(message.endsWith(u'.'), qPrintable(message));
    QVERIFY2(!message.contains(u"source was"), qPrintable(message));
}

void TestUrls::spellsOneServerOneWay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");
    QTest::addColumn<QString>("server");
    const auto row = [](const QString &text, const QString &canonical, const QString &server) {
        QTest::newRow(qUtf8Printable(text)) << text << canonical << server;
    };
    const QString plain = u"http://gms.example:80/genesys/1/cs"_s;
    for (const QString &text :
         {u"http://gms.example"_s, u"http://gms.example:80"_s, u"HTTP://GMS.Example/"_s,
          u"http://gms.example."_s, u"http://gms.example:80/genesys/1/cs/"_s})
        row(text, plain, u"http://gms.example"_s);
    row(u"https://gms.example:443/a"_s, u"https://gms.example:443/a"_s, u"https://gms.example"_s);
    row(u"https://gms.example/A%2Fb"_s, u"https://gms.example:443/A%2Fb"_s,
        u"https://gms.example"_s);
    row(u"http://gms.example:443/a"_s, u"http://gms.example:443/a"_s, u"http://gms.example:443"_s);
    const QString here = u"http://localhost:8080/genesys/1/cs"_s;
    row(u"http://localhost:8080"_s, here, u"http://localhost:8080"_s);
    row(u"http://LocalHost.:8080"_s, here, u"http://localhost:8080"_s);
    row(u"http://127.0.0.1:8080"_s, here, u"http://127.0.0.1:8080"_s);
    row(u"http://[::1]:8080/genesys/1/cs/"_s, here, u"http://[::1]:8080"_s);
    row(u"http://[0:0:0:0:0:0:0:1]:8080"_s, here, u"http://[::1]:8080"_s);
    row(u"http://[2001:DB8::7]/x"_s, u"http://[2001:db8::7]:80/x"_s, u"http://[2001:db8::7]"_s);
}

void TestUrls::spellsOneServerOneWay()
{
    QFETCH(const QString, text);
    const Result<QUrl> url = checkBaseUrl(Dialect::V85, text);
    QVERIFY2(url, qPrintable(url ? QString() : url.error().message));
    QTEST(canonicalBaseUrl(*url), "canonical");
    QTEST(canonicalServer(*url), "server");
    QCOMPARE(canonicalBaseUrl(QUrl(canonicalBaseUrl(*url))), canonicalBaseUrl(*url));
    QCOMPARE(deploymentAt(*url).id, canonicalBaseUrl(*url));
}

void TestUrls::keepsPasswordsOutOfMessages_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
         {u"http://somebody:secret@host/"_s, u"http://somebody@host/"_s, u"http://:secret@host/"_s,
          u"http://somebody:sec ret@host/"_s, u"http://somebody:secret@ho st/"_s,
          u"http://somebody:sec/ret@host"_s, u"http://somebody:sec@ret@host"_s,
          u"http://somebody:secret%@host"_s, u"ftp://somebody:secret@host/"_s,
          u"http://somebody:secret@[::1"_s, u"http://somebody:secret@host:99999"_s,
          u"http://@host/"_s, u"somebody:secret@host"_s, u"http://somebody:sec?ret@host"_s,
          u"http://somebody:sec#ret@host"_s})
        QTest::newRow(qUtf8Printable(text)) << text;
}

void TestUrls::keepsPasswordsOutOfMessages()
{
    QFETCH(QString, text);
    const Result<QUrl> url = checkBaseUrl(Dialect::V85, text);
    QVERIFY(!url);
    const QString &message = url.error().message;
    for (const QString &part : {u"somebody"_s, u"sec"_s, u"ret"_s})
        QVERIFY2(!message.contains(part), qPrintable(message));
    QVERIFY(url.error().detail.isEmpty());
}

void TestUrls::encodesIds_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("encoded");
    const auto row = [](const QString &id, const char *encoded) {
        QTest::newRow(qUtf8Printable(id)) << id << QByteArray(encoded);
    };
    row(u"36981723"_s, "36981723");
    row(u"383-f9a62aec-e6f2-45cb-aa01-0d9404f905bd"_s, "383-f9a62aec-e6f2-45cb-aa01-0d9404f905bd");
    row(u"a-b._~Z9"_s, "a-b._~Z9");
    row(u"a/b"_s, "a%2Fb");
    row(u"../x"_s, "..%2Fx");
    row(u"50%"_s, "50%25");
    row(u"%2F"_s, "%252F");
    row(u"a b"_s, "a%20b");
    row(u"a+b"_s, "a%2Bb");
    row(u"a?b"_s, "a%3Fb");
    row(u"a#b"_s, "a%23b");
    row(u"a&b=c;d,e"_s, "a%26b%3Dc%3Bd%2Ce");
    row(u"a:b@c"_s, "a%3Ab%40c");
    row(u"\\\"<>|^`{}[]'()*!$"_s, "%5C%22%3C%3E%7C%5E%60%7B%7D%5B%5D%27%28%29%2A%21%24");
    row(u"äß"_s, "%C3%A4%C3%9F");
    row(u"a\u0308"_s, "a%CC%88"); // stays apart from ä
    row(u"😀"_s, "%F0%9F%98%80");
    row(u"\uFEFFx"_s, "%EF%BB%BFx");
}

void TestUrls::encodesIds()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, encoded);
    QCOMPARE(pathOf(serviceTarget(id)), "/services/" + encoded);
    QCOMPARE(endPathOf({Target::Kind::Task, id, id}),
             "/services/" + encoded + "/tasks/" + encoded + "/end");
    QCOMPARE(withQuery("/x", {{"name", id}}), "/x?name=" + encoded);
    // Below a base URL it is still that path, whatever QUrl thinks of it.
    const QByteArray whole = "http://host/base" + pathOf(serviceTarget(id));
    QCOMPARE(QUrl::fromEncoded(whole, QUrl::StrictMode).toEncoded(), whole);
}

void TestUrls::buildsPaths()
{
    const QString service = u"a/1"_s;
    const QString task = u"3"_s;
    QCOMPARE(pathOf(serviceTarget(service)), "/services/a%2F1");
    QCOMPARE(endPathOf(serviceTarget(service)), "/services/a%2F1/end");
    QCOMPARE(tasksPath(service, Completeness::Completed), "/services/a%2F1/tasks/completed");
    QCOMPARE(pathOf({Target::Kind::Task, service, task}), "/services/a%2F1/tasks/3");
    QCOMPARE(endPathOf({Target::Kind::Task, service, task}), "/services/a%2F1/tasks/3/end");
    QCOMPARE(customerServicesPath(service, Completeness::All), "/customers/a%2F1/services");
    QCOMPARE(customerServicesPath(service, Completeness::Active),
             "/customers/a%2F1/services/active");
    QCOMPARE(anonymousServicesPath(u"+49 30/1"_s, Completeness::Completed),
             "/services/anonymous/%2B49%2030%2F1/completed");
    QCOMPARE(exportStreamPath(), "/maintenance/services/stream");
    QCOMPARE(businessAttributesPath(), "/metadata/business-attributes");
}

void TestUrls::addsQueries_data()
{
    QTest::addColumn<QList<QueryItem>>("items");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("none") << QList<QueryItem>() << QByteArray("/p");
    QTest::newRow("one") << QList<QueryItem>{{"extensions", u"*"_s}}
                         << QByteArray("/p?extensions=%2A");
    QTest::newRow("several") << QList<QueryItem>{{"a", u"1"_s}, {"b", {}}, {"a", u"2"_s}}
                             << QByteArray("/p?a=1&b=&a=2");
    QTest::newRow("timestamp") << QList<QueryItem>{{"started_from", u"2009-05-12T12:05:12.145Z"_s}}
                               << QByteArray("/p?started_from=2009-05-12T12%3A05%3A12.145Z");
    QTest::newRow("no way out") << QList<QueryItem>{{"a", u"1&b=2#c"_s}}
                                << QByteArray("/p?a=1%26b%3D2%23c");
}

void TestUrls::addsQueries()
{
    QFETCH(QList<QueryItem>, items);
    QTEST(withQuery("/p", items), "path");
}

void TestUrls::namesCompleteness()
{
    for (const auto completeness :
         {Completeness::All, Completeness::Active, Completeness::Completed})
        QCOMPARE(completenessFromName(completenessName(completeness)), completeness);
    QCOMPARE(completenessName(Completeness::Active), u"active"_s);
    for (const QString &name : {u""_s, u"Active"_s, u"open"_s, u" all"_s})
        QCOMPARE(completenessFromName(name).error().kind, ErrorKind::InvalidInput);
}

QTEST_APPLESS_MAIN(TestUrls)

#include "tst_urls.moc"
