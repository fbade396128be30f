// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/proxies.h"

#include <QtCore/QRegularExpression>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QNetworkProxyQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::client {

namespace {

// The first that is set, if only to nothing; null: none is.
QString firstOf(const QProcessEnvironment &environment, const QStringList &names)
{
    for (const QString &name : names) {
        if (environment.contains(name))
            return u""_s + environment.value(name).trimmed();
    }
    return {};
}

bool isThisMachine(const QString &host)
{
    return host == "localhost"_L1 || host.endsWith(".localhost"_L1)
        || QHostAddress(host).isLoopback();
}

// "example.com", ".example.com", "host:8080", "10.0.0.0/8", "*"
bool covers(const QString &entry, const QString &host, int port)
{
    if (entry == "*"_L1)
        return true;
    const QHostAddress address(host);
    if (entry.contains(u'/')) {
        const auto network = QHostAddress::parseSubnet(entry);
        return !address.isNull() && network.second >= 0 && address.isInSubnet(network);
    }
    QString name = entry.toLower();
    static const QRegularExpression withPort(u"^(\\[[^\\]]*\\]|[^:]*):([0-9]+)$"_s);
    if (const auto parts = withPort.match(name); parts.hasMatch()) {
        if (parts.captured(2).toInt() != port)
            return false;
        name = parts.captured(1);
    }
    name.remove(u'[').remove(u']');
    while (name.startsWith(u'.') || name.startsWith("*."_L1))
        name.remove(0, 1);
    if (name.endsWith(u'.'))
        name.chop(1);
    if (!address.isNull())
        return QHostAddress(name).isEqual(address);
    return !name.isEmpty() && (host == name || host.endsWith(u'.' + name));
}

bool isExcepted(const QString &exceptions, const QString &host, int port)
{
    static const QRegularExpression between(u"[,\\s]+"_s);
    const QStringList entries = exceptions.split(between, Qt::SkipEmptyParts);
    return std::any_of(entries.begin(), entries.end(),
                       [&](const QString &entry) { return covers(entry, host, port); });
}

// "http://user:password@host:3128", "host:3128", "socks5://host"
QNetworkProxy proxyIn(const QString &text)
{
    const QUrl url(text.contains("://"_L1) ? text : u"http://"_s + text);
    const bool isSocks = url.scheme().startsWith("socks"_L1);
    return {isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
            quint16(url.port(isSocks                          ? 1080
                                 : url.scheme() == "https"_L1 ? 443
                                                              : 80)),
            url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded)};
}

} // namespace

std::optional<QNetworkProxy> proxyFromEnvironment(const QUrl &url,
                                                  const QProcessEnvironment &environment)
{
    const QNetworkProxy direct(QNetworkProxy::NoProxy);
    QString host = url.host().toLower();
    if (host.endsWith(u'.'))
        host.chop(1);
    const bool isSecure = url.scheme() == "https"_L1;
    const int port = url.port(isSecure ? 443 : 80);
    if (isThisMachine(host)
        || isExcepted(firstOf(environment, {u"no_proxy"_s, u"NO_PROXY"_s}), host, port))
        return direct;
    // Not HTTP_PROXY: a web server that starts programs sets it to whatever a visitor sends.
    const QStringList names = isSecure ? QStringList{u"https_proxy"_s, u"HTTPS_PROXY"_s}
                                       : QStringList{u"http_proxy"_s};
    const QString found = firstOf(environment, names + QStringList{u"all_proxy"_s, u"ALL_PROXY"_s});
    if (found.isNull())
        return {};
    const QNetworkProxy proxy = found.isEmpty() ? direct : proxyIn(found);
    return proxy.type() != QNetworkProxy::NoProxy && proxy.hostName().isEmpty() ? direct : proxy;
}

Header signInTo(const QNetworkProxy &proxy, const QUrl &url)
{
    const bool isAsked = proxy.type() == QNetworkProxy::HttpProxy && url.scheme() == "http"_L1;
    if (!isAsked || proxy.user().isEmpty())
        return {};
    const QByteArray pair = (proxy.user() + u':' + proxy.password()).toUtf8();
    return {"Proxy-Authorization", "Basic " + pair.toBase64()};
}

QNetworkProxy proxyFor(const QUrl &url)
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (const auto proxy = proxyFromEnvironment(url, environment))
        return *proxy;
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(
        QNetworkProxyQuery(url));
    return proxies.value(0, QNetworkProxy(QNetworkProxy::NoProxy));
}

} // namespace closeout::client
