// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/secrets.h"

#include "client/connection.h"

#include <algorithm>

namespace closeout::client {

namespace {

// A shorter one stands in anything by chance, and only where it stands alone can it be told from
// that; what is shorter still cannot be told at all.
constexpr qsizetype longEnough = 8;
constexpr qsizetype longEnoughAlone = 4;

bool isPartOfWord(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'
        || uchar(c) >= 0x80;
}

// A word that a program made, and not the name of a place or a team, which may stand anywhere.
bool looksMade(const QByteArray &value)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto isLetter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
    return value.size() >= 16 && !value.contains(' ')
        && std::any_of(value.begin(), value.end(), isDigit)
        && std::any_of(value.begin(), value.end(), isLetter);
}

bool standsAlone(const QByteArray &bytes, qsizetype at, qsizetype length)
{
    const bool before = at > 0 && isPartOfWord(bytes.at(at - 1));
    const bool behind = at + length < bytes.size() && isPartOfWord(bytes.at(at + length));
    return !before && !behind;
}

QByteArray withMask(const QByteArray &bytes, const QByteArray &spelling)
{
    qsizetype at = bytes.indexOf(spelling);
    if (at < 0)
        return bytes;
    QByteArray out;
    qsizetype copied = 0;
    for (; at >= 0; at = bytes.indexOf(spelling, at)) {
        if (spelling.size() >= longEnough || standsAlone(bytes, at, spelling.size())) {
            out += bytes.sliced(copied, at - copied) + mask;
            copied = at + spelling.size();
        }
        at += spelling.size();
    }
    return out + bytes.sliced(copied);
}

QByteArray withSmallHex(QByteArray encoded)
{
    for (qsizetype i = 0; i + 2 < encoded.size(); ++i) {
        if (encoded.at(i) == '%') {
            encoded[i + 1] = QChar::toLower(uint(encoded.at(i + 1)));
            encoded[i + 2] = QChar::toLower(uint(encoded.at(i + 2)));
        }
    }
    return encoded;
}

} // namespace

Secrets::Secrets(const Connection &connection)
{
    if (!connection.user.isEmpty())
        addSignIn(connection.user, connection.password);
    for (const Header &header : connection.headers)
        addHeader(header);
}

void Secrets::addSignIn(const QString &user, const QString &password)
{
    if (password.isEmpty())
        return;
    const QByteArray pair = (user + u':' + password).toUtf8();
    add(pair.toBase64());
    add(pair.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    add(password.toUtf8());
}

// With its parts: a server that quotes a token or a cookie does so without the word before it.
void Secrets::addHeader(const Header &header)
{
    if (!isMaskedInRequests(header))
        return;
    const bool isSecret = looksSecret(header);
    if (isSecret || looksMade(header.value))
        add(header.value);
    if (!isSecret)
        return;
    const qsizetype blank = header.value.indexOf(' ');
    if (blank > 0)
        add(header.value.sliced(blank + 1).trimmed());
    if (header.name.compare("cookie", Qt::CaseInsensitive) == 0) {
        for (const QByteArray &cookie : header.value.split(';'))
            add(cookie.sliced(cookie.indexOf('=') + 1).trimmed());
    }
    if (header.value.first(std::max<qsizetype>(blank, 0)).compare("basic", Qt::CaseInsensitive)
        == 0) {
        const QByteArray pair = QByteArray::fromBase64(header.value.sliced(blank + 1));
        add(pair.sliced(pair.indexOf(':') + 1));
    }
}

void Secrets::add(const QByteArray &secret)
{
    if (secret.size() < longEnoughAlone)
        return;
    addSpelling(secret);
    const QByteArray encoded = secret.toPercentEncoding();
    addSpelling(encoded);
    addSpelling(withSmallHex(encoded));
    addSpelling(QByteArray(encoded).replace("%20", "+"));
    // As JSON, with the slash that some escape as well, and as HTML.
    const QByteArray json = QByteArray(secret).replace('\\', "\\\\").replace('"', "\\\"");
    addSpelling(json);
    addSpelling(QByteArray(json).replace('/', "\\/"));
    addSpelling(QString::fromUtf8(secret).toHtmlEscaped().toUtf8());
    std::sort(m_spellings.begin(), m_spellings.end(),
              [](const QByteArray &a, const QByteArray &b) { return a.size() > b.size(); });
}

void Secrets::addSpelling(const QByteArray &spelling)
{
    if (!m_spellings.contains(spelling))
        m_spellings.append(spelling);
}

QByteArray Secrets::masked(const QByteArray &bytes) const
{
    QByteArray out = bytes;
    for (const QByteArray &spelling : m_spellings)
        out = withMask(out, spelling);
    return out;
}

QString Secrets::masked(const QString &text) const
{
    const QByteArray bytes = text.toUtf8();
    const QByteArray out = masked(bytes);
    return out == bytes ? text : QString::fromUtf8(out);
}

Error Secrets::masked(const Error &error) const
{
    Error copy = error;
    copy.message = masked(error.message);
    copy.detail = masked(error.detail);
    return copy;
}

} // namespace closeout::client
