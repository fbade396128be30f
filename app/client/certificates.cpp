// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/certificates.h"

#include <QtNetwork/QHostAddress>
#include <QtNetwork/QSsl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::client {

namespace {

QString comparable(const QString &host)
{
    QString name = QString::fromLatin1(QUrl::toAce(host)).toLower();
    if (name.isEmpty())
        name = host.toLower();
    if (name.endsWith(u'.'))
        name.chop(1);
    return name;
}

// "*.example.com" is for one label in place of the star.
bool matches(const QString &pattern, const QString &host)
{
    if (!pattern.startsWith("*."_L1))
        return comparable(pattern) == host;
    const qsizetype dot = host.indexOf(u'.');
    return dot > 0 && host.sliced(dot + 1) == comparable(pattern.sliced(2));
}

} // namespace

QSslConfiguration tlsConfiguration(const Connection &connection)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (!connection.authorities.isEmpty())
        tls.addCaCertificates(QSslCertificate::fromData(connection.authorities));
    return tls;
}

bool isIssuedFor(const QSslCertificate &certificate, const QString &host)
{
    const auto names = certificate.subjectAlternativeNames();
    const QHostAddress address(host);
    if (!address.isNull()) {
        const QStringList addresses = names.values(QSsl::IpAddressEntry);
        return names.isEmpty()
            || std::any_of(addresses.begin(), addresses.end(), [&](const QString &name) {
                   return QHostAddress(name).isEqual(address);
               });
    }
    const QStringList hosts = names.values(QSsl::DnsEntry);
    const QString wanted = comparable(host);
    return names.isEmpty() || std::any_of(hosts.begin(), hosts.end(), [&](const QString &name) {
               return matches(name, wanted);
           });
}

} // namespace closeout::client
