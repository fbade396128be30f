// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/exchange.h"

using namespace Qt::StringLiterals;

namespace closeout::client {

namespace {

constexpr char mask[] = "********";

bool isSecret(QByteArrayView name)
{
    for (const QByteArrayView secret :
         {QByteArrayView("authorization"), QByteArrayView("proxy-authorization"),
          QByteArrayView("cookie"), QByteArrayView("set-cookie"), QByteArrayView("x-api-key")}) {
        if (name.compare(secret, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

} // namespace

QByteArray methodName(Request::Method method)
{
    return method == Request::Method::Get ? "GET" : "POST";
}

QByteArray maskedHeaderValue(const Header &header)
{
    if (!isSecret(header.name))
        return header.value;
    // The scheme ("Basic") is no secret and helps to see what is wrong.
    const qsizetype blank = header.value.indexOf(' ');
    return blank < 0 ? QByteArray(mask) : header.value.first(blank + 1) + mask;
}

QByteArray OutgoingRequest::line() const
{
    const QByteArray target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    return method + ' ' + (target.isEmpty() ? QByteArray("/") : target) + " HTTP/1.1";
}

QByteArray OutgoingRequest::head() const
{
    QByteArray out = line() + "\r\n";
    for (const Header &header : headers)
        out += header.name + ": " + header.value + "\r\n";
    return out + "\r\n";
}

OutgoingRequest OutgoingRequest::masked() const
{
    OutgoingRequest copy = *this;
    for (Header &header : copy.headers)
        header.value = maskedHeaderValue(header);
    return copy;
}

QByteArray Exchange::answerHeader(QByteArrayView name) const
{
    for (const Header &header : answerHeaders) {
        if (name.compare(header.name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

QString whatAndWhere(const OutgoingRequest &request)
{
    return QString::fromLatin1(request.method) + u' '
        + request.url.toString(QUrl::FullyEncoded | QUrl::RemoveQuery);
}

} // namespace closeout::client
