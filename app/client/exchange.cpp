// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/exchange.h"

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace closeout::client {

namespace {

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

constexpr std::array schemes{"basic",  "bearer", "digest",          "negotiate",
                             "ntlm",   "token",  "apikey",          "hoba",
                             "mutual", "oauth",  "aws4-hmac-sha256"};

// "Bearer eyJhbGciOi…", or such a token by itself: a header and a claim, both JSON in base64.
bool looksLikeCredentials(const QByteArray &value)
{
    const qsizetype blank = value.indexOf(' ');
    const bool hasScheme = blank > 0 && isOneOf(value.first(blank), schemes);
    return hasScheme || (value.startsWith("eyJ") && value.contains(".eyJ"));
}

QByteArray maskedValue(const Header &header)
{
    // The scheme ("Basic") is no secret and helps to see what is wrong.
    const qsizetype blank = header.value.indexOf(' ');
    const bool isSignIn = header.name.toLower().endsWith("authorization");
    const bool hasScheme = blank > 0 && (isSignIn || isOneOf(header.value.first(blank), schemes));
    return hasScheme ? header.value.first(blank + 1) + mask : QByteArray(mask);
}

} // namespace

bool looksSecret(const Header &header)
{
    const QByteArray name = header.name.toLower();
    if (name.endsWith("authenticate")) // a challenge, which everybody may see
        return false;
    constexpr std::array signs{"auth",    "cookie",     "token", "secret", "password",
                               "passwd",  "passphrase", "pwd",   "jwt",    "key",
                               "session", "credential", "bearer"};
    const bool isNamedSo = std::any_of(signs.begin(), signs.end(),
                                       [&name](const char *sign) { return name.contains(sign); });
    return isNamedSo || looksLikeCredentials(header.value);
}

bool isMaskedInRequests(const Header &header)
{
    return !isOneOf(header.name, openHeaders) || looksLikeCredentials(header.value);
}

Header maskedAnswerHeader(const Header &header)
{
    return looksSecret(header) ? Header{header.name, maskedValue(header)} : header;
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
        if (isMaskedInRequests(header))
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
