// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/proxies.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout::client;

class TestProxies : public QObject
{
    Q_OBJECT

private slots:
    void chosen_data();
    void chosen();
    void credentials();
    void capitalsOfTheWebAreNotBelieved();
};

void TestProxies::chosen_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<QString>("proxy"); // host:port, "direct", or "system"
    const QString http = u"http_proxy=http://p:3128"_s;
    const auto row = [](const char *name, const QString &url, const QStringList &variables,
                        const QString &proxy) { QTest::newRow(name) << url << variables << proxy; };
    const QString gms = u"http://gms.example.com:8080/x"_s;
    const QString secure = u"https://gms.example.com/x"_s;
    row("nothing said", gms, {}, u"system"_s);
    row("for http", gms, {http}, u"p:3128"_s);
    row("http's is not for https", secure, {http}, u"system"_s);
    row("for https", secure, {http, u"https_proxy=q:81"_s}, u"q:81"_s);
    row("for https in capitals", secure, {u"HTTPS_PROXY=http://q"_s}, u"q:80"_s);
    row("for all", secure, {u"all_proxy=socks5://s"_s}, u"s:1080"_s);
    row("set to nothing", gms, {u"http_proxy="_s}, u"direct"_s);
    row("this machine", u"http://127.0.0.1:8080"_s, {http}, u"direct"_s);
    row("this machine by name", u"http://LocalHost:8080"_s, {http}, u"direct"_s);
    row("this machine, version 6", u"http://[::1]:8080"_s, {http}, u"direct"_s);
    for (const char *exception :
         {"*", "gms.example.com", ".example.com", "example.com", "*.example.com",
          "a, EXAMPLE.com ,b", "a.b example.com", "gms.example.com:8080", "gms.example.com."})
        row(exception, gms, {http, u"no_proxy="_s + QLatin1StringView(exception)}, u"direct"_s);
    for (const char *other : {"ample.com", "gms.example.com:80", "gms", "", "other.com,10.0.0.0/8"})
        row(other, gms, {http, u"no_proxy="_s + QLatin1StringView(other)}, u"p:3128"_s);
    row("in capitals", gms, {http, u"NO_PROXY=example.com"_s}, u"direct"_s);
    const QString address = u"http://10.1.2.3"_s;
    row("an address", address, {http, u"no_proxy=10.1.2.3"_s}, u"direct"_s);
    row("a network", address, {http, u"no_proxy=10.0.0.0/8"_s}, u"direct"_s);
    row("another network", address, {http, u"no_proxy=192.168.0.0/16"_s}, u"p:3128"_s);
    row("the end of an address", address, {http, u"no_proxy=2.3"_s}, u"p:3128"_s);
    row("an address of version 6", u"http://[fd00::1]:80"_s, {http, u"no_proxy=[fd00::1]"_s},
        u"direct"_s);
}

void TestProxies::chosen()
{
    QFETCH(const QString, url);
    QFETCH(const QStringList, variables);
    QFETCH(const QString, proxy);
    QProcessEnvironment environment;
    for (const QString &variable : variables)
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    const auto found = proxyFromEnvironment(QUrl(url), environment);
    QString got = u"system"_s;
    if (found && found->type() == QNetworkProxy::NoProxy)
        got = u"direct"_s;
    else if (found)
        got = u"%1:%2"_s.arg(found->hostName()).arg(found->port());
    QCOMPARE(got, proxy);
}

void TestProxies::credentials()
{
    QProcessEnvironment environment;
    environment.insert(u"http_proxy"_s, u"http://corp%5Cann:p%40ss@p:3128/"_s);
    const auto found = proxyFromEnvironment(QUrl(u"http://gms"_s), environment);
    QVERIFY(found);
    QCOMPARE(found->type(), QNetworkProxy::HttpProxy);
    QCOMPARE(found->user(), u"corp\\ann"_s);
    QCOMPARE(found->password(), u"p@ss"_s);
}

void TestProxies::capitalsOfTheWebAreNotBelieved()
{
    QProcessEnvironment environment;
    environment.insert(u"HTTP_PROXY"_s, u"http://evil"_s);
    QVERIFY(!proxyFromEnvironment(QUrl(u"http://gms"_s), environment));
}

QTEST_GUILESS_MAIN(TestProxies)

#include "tst_proxies.moc"
