// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/http/access.h"

#include "sandbox/options.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QUrl>
#include <QtNetwork/QHostAddress>

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

// Compares digests, so that the time it takes tells nothing.
bool isSame(const QByteArray &left, const QByteArray &right)
{
    const auto digest = [](const QByteArray &text) {
        return QCryptographicHash::hash(text, QCryptographicHash::Sha256);
    };
    return digest(left) == digest(right);
}

bool isLoopback(const QString &host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0
        || QHostAddress(host).isLoopback();
}

} // namespace

bool isSignedIn(const Options &options, const QByteArray &authorization)
{
    if (options.password.isEmpty())
        return true;
    const QByteArray expected = (options.user + u':' + options.password).toUtf8().toBase64();
    return authorization.left(6).compare("Basic ", Qt::CaseInsensitive) == 0
        && isSame(authorization.mid(6).trimmed(), expected);
}

bool isForeign(const Options &options, const std::optional<QByteArray> &host,
               const std::optional<QByteArray> &origin)
{
    if (!isLoopback(options.address))
        return false;
    const QString given = QString::fromUtf8(host.value_or(QByteArray()));
    const QUrl named(u"http://"_s + given);
    if (host && (!named.isValid() || !isLoopback(named.host())))
        return true;
    const QString own = (options.certificateFile.isEmpty() ? u"http://"_s : u"https://"_s) + given;
    return origin && own.compare(QString::fromUtf8(*origin), Qt::CaseInsensitive) != 0;
}

bool isTooLong(const Options &options, const QByteArray &contentLength)
{
    bool ok = false;
    const qint64 bytes = contentLength.toLongLong(&ok);
    return !contentLength.isEmpty() && (!ok || bytes < 0 || bytes > options.bodyLimit);
}

} // namespace closeout::sandbox
