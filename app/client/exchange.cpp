// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/exchange.h"

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace closeout::client {

namespace {

constexpr char mask[] = "********";

// What a request needs, and the tenant headers that the documents name. Any other header was
// given by a person, and nobody knows what is in it.
constexpr std::array openHeaders{
    "host",       "content-type",       "content-length",
    "accept",     "accept-encoding",    "accept-language",
    "user-agent", "connection",         "contactcenterid",
    "groupid",    "x-genesys-tenantid", "x-genesys-segment",
};

bool isOneOf(QByteArrayView name, std::span<const char *const> names)
{
    return std::any_of(names.begin(), names.end(), [name](const char *known) {
        return name.compare(known, Qt::CaseInsensitive) == 0;
    });
}

QByteArray maskedValue(const Header &header)
{
    // The scheme ("Basic") is no secret and helps to see what is wrong.
    const qsizetype blank = header.value.indexOf(' ');
    const bool hasScheme = header.name.toLower().endsWith("authorization") && blank > 0;
    return hasScheme ? header.value.first(blank + 1) + mask : QByteArray(mask);
}

} // namespace

bool looksSecret(QByteArrayView headerName)
{
    const QByteArray name = headerName.toByteArray().toLower();
    constexpr std::array signs{"auth",   "cookie", "token",   "secret",    "password",
                               "passwd", "key",    "session", "credential"};
    return !name.endsWith("authenticate") // a challenge, which everybody may see
        && std::any_of(signs.begin(), signs.end(),
                       [&name](const char *sign) { return name.contains(sign); });
}

Header maskedAnswerHeader(const Header &header)
{
    return looksSecret(header.name) ? Header{header.name, maskedValue(header)} : header;
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
    for (Header &header : copy.headers) {
        if (!isOneOf(header.name, openHeaders))
            header.value = maskedValue(header);
    }
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
