// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "contract/urls.h"

using namespace Qt::StringLiterals;

namespace closeout::contract {

namespace {

QByteArray encoded(const QString &segment)
{
    return QUrl::toPercentEncoding(segment);
}

QByteArray suffix(Completeness completeness)
{
    switch (completeness) {
    case Completeness::All:
        return {};
    case Completeness::Active:
        return "/active";
    case Completeness::Completed:
        return "/completed";
    }
    return {};
}

// A password in a URL, even in a broken one, must not reach a message.
QString withoutCredentials(const QString &url)
{
    const qsizetype at = url.lastIndexOf(u'@');
    return at < 0 ? url : u"…"_s + url.sliced(at);
}

tl::unexpected<Error> badBaseUrl(const QString &text, const QString &why)
{
    return failure(ErrorKind::InvalidInput,
                   Tr::tr("“%1” cannot be a base URL: %2").arg(withoutCredentials(text), why));
}

// Qt's words go on with the URL, password included.
QString whyInvalid(const QUrl &url)
{
    return url.errorString().section(u"; source was"_s, 0, 0) + u'.';
}

QString canonicalHost(const QUrl &url)
{
    QString host = url.host(QUrl::FullyEncoded).toLower();
    while (host.endsWith(u'.'))
        host.chop(1);
    return host;
}

int schemesOwnPort(const QUrl &url)
{
    return url.scheme().compare("https"_L1, Qt::CaseInsensitive) == 0 ? 443 : 80;
}

QString inBrackets(const QString &host)
{
    return host.contains(u':') ? u'[' + host + u']' : host;
}

} // namespace

QString canonicalBaseUrl(const QUrl &url)
{
    QString host = canonicalHost(url);
    if (host == "127.0.0.1"_L1 || host == "::1"_L1)
        host = u"localhost"_s;
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    return u"%1://%2:%3"_s.arg(url.scheme().toLower(), inBrackets(host),
                               QString::number(url.port(schemesOwnPort(url))))
        + path; // not by arg(): a percent-encoded path looks as if it had places of its own
}

QString canonicalServer(const QUrl &url)
{
    const int port = url.port(schemesOwnPort(url));
    const QString server = url.scheme().toLower() + "://"_L1 + inBrackets(canonicalHost(url));
    return port == schemesOwnPort(url) ? server : server + u':' + QString::number(port);
}

Deployment deploymentAt(const QUrl &baseUrl)
{
    const QString address = canonicalBaseUrl(baseUrl);
    return {address, {address}};
}

Result<QUrl> checkBaseUrl(Dialect dialect, const QString &text)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    if (url.isEmpty())
        return failure(ErrorKind::InvalidInput, Tr::tr("The base URL is empty."));
    if (url.authority().contains(u'@')) {
        return badBaseUrl(text,
                          Tr::tr("user name and password do not belong into it. Give the user "
                                 "name on its own."));
    }
    if (!url.isValid())
        return badBaseUrl(text, whyInvalid(url));
    if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)
        return badBaseUrl(text, Tr::tr("it must begin with http:// or https://."));
    if (url.host().isEmpty())
        return badBaseUrl(text, Tr::tr("it names no host."));
    if (url.hasQuery() || url.hasFragment())
        return badBaseUrl(text, Tr::tr("it must end with the path, without “?” and “#”."));
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    // These are rewritten on their way, so that what is shown would not be what is sent.
    const QStringList segments = path.split(u'/');
    if (segments.contains("."_L1) || segments.contains(".."_L1) || path.contains("//"_L1))
        return badBaseUrl(text, Tr::tr("its path must not contain “.”, “..” or “//”."));
    if (path.isEmpty())
        path = QString::fromLatin1(pathPrefix(dialect));
    url.setPath(path, QUrl::StrictMode);
    return url;
}

QByteArray withQuery(QByteArray path, const QList<QueryItem> &items)
{
    char separator = '?';
    for (const auto &[name, value] : items) {
        path += separator + name + '=' + encoded(value);
        separator = '&';
    }
    return path;
}

QString completenessName(Completeness completeness)
{
    switch (completeness) {
    case Completeness::All:
        return u"all"_s;
    case Completeness::Active:
        return u"active"_s;
    case Completeness::Completed:
        return u"completed"_s;
    }
    return {};
}

Result<Completeness> completenessFromName(QStringView name)
{
    for (const auto known : {Completeness::All, Completeness::Active, Completeness::Completed}) {
        if (completenessName(known) == name)
            return known;
    }
    return failure(ErrorKind::InvalidInput,
                   Tr::tr("“%1” is no state to ask for. Use active, completed or all.").arg(name));
}

QByteArray pathOf(const Target &target)
{
    const QByteArray service = "/services/" + encoded(target.serviceId);
    switch (target.kind) {
    case Target::Kind::Service:
        break;
    case Target::Kind::State:
        return service + "/states/" + encoded(target.id);
    case Target::Kind::Task:
        return service + "/tasks/" + encoded(target.id);
    }
    return service;
}

QByteArray endPathOf(const Target &target)
{
    return pathOf(target) + "/end";
}

QByteArray tasksPath(const QString &serviceId, Completeness completeness)
{
    return pathOf(serviceTarget(serviceId)) + "/tasks" + suffix(completeness);
}

QByteArray customerServicesPath(const QString &customerId, Completeness completeness)
{
    return "/customers/" + encoded(customerId) + "/services" + suffix(completeness);
}

QByteArray anonymousServicesPath(const QString &contactKey, Completeness completeness)
{
    return "/services/anonymous/" + encoded(contactKey) + suffix(completeness);
}

QByteArray exportStreamPath()
{
    return "/maintenance/services/stream";
}

QByteArray businessAttributesPath()
{
    return "/metadata/business-attributes";
}

} // namespace closeout::contract
