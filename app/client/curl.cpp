// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/curl.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::client {

namespace {

bool isControl(char c)
{
    return uchar(c) < 0x20 || c == 0x7f;
}

// Single quotes keep everything, but a terminal does not take every control character that is
// pasted into it, and text cannot carry what is not UTF-8.
bool needsEscapes(const QByteArray &bytes)
{
    return std::any_of(bytes.begin(), bytes.end(), [](char c) { return isControl(c) && c != '\n'; })
        || QString::fromUtf8(bytes).toUtf8() != bytes;
}

QByteArray escaped(char c, bool isText)
{
    if (c == '\'' || c == '\\')
        return QByteArray("\\") + c;
    if (c == '\n')
        return "\\n";
    if (isControl(c) || (!isText && uchar(c) >= 0x80))
        return "\\x" + QByteArray(1, c).toHex();
    return QByteArray(1, c);
}

QString quoted(const QByteArray &bytes)
{
    if (!needsEscapes(bytes))
        return u'\'' + QString::fromUtf8(bytes).replace(u'\'', u"'\\''"_s) + u'\'';
    const bool isText = QString::fromUtf8(bytes).toUtf8() == bytes;
    QByteArray out = "$'";
    for (const char c : bytes)
        out += escaped(c, isText);
    return QString::fromUtf8(out + '\'');
}

// curl writes these itself, from the address and the body.
bool isCurlsOwn(const Header &header)
{
    return header.name.compare("Host", Qt::CaseInsensitive) == 0
        || header.name.compare("Content-Length", Qt::CaseInsensitive) == 0;
}

QString headerOption(const Header &header)
{
    // "Name:" would take a header away; "Name;" sends it empty.
    const QByteArray line = header.value.isEmpty() ? header.name + ';'
                                                   : header.name + ": " + header.value;
    return u"--header "_s + quoted(line);
}

} // namespace

QString curlCommand(const OutgoingRequest &request, const CurlOptions &options)
{
    const QByteArray url = request.url.toEncoded();
    // curl would take brackets and braces for patterns.
    const bool hasPattern = std::any_of(url.begin(), url.end(),
                                        [](char c) { return QByteArrayView("[]{}").contains(c); });
    QStringList parts{u"curl --request %1 "_s.arg(QString::fromLatin1(request.method))
                      + (hasPattern ? u"--globoff "_s : QString()) + quoted(url)};
    if (!options.user.isEmpty())
        parts.append(u"--user "_s + quoted(options.user.toUtf8()));
    if (!options.authoritiesFile.isEmpty())
        parts.append(u"--cacert "_s + quoted(options.authoritiesFile.toUtf8()));
    for (const Header &header : request.headers) {
        const bool isSignIn = header.name.compare("Authorization", Qt::CaseInsensitive) == 0;
        if (!isCurlsOwn(header) && (!isSignIn || options.user.isEmpty()))
            parts.append(headerOption(header));
    }
    if (!request.body.isEmpty()) {
        const bool looksLikeFile = request.body.startsWith('@');
        parts.append((looksLikeFile ? u"--data-raw "_s : u"--data-binary "_s)
                     + quoted(request.body));
    }
    return parts.join(u" \\\n  "_s);
}

} // namespace closeout::client
