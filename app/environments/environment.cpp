// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "environments/environment.h"

#include "contract/urls.h"

#include <QtCore/QFile>
#include <QtNetwork/QSslCertificate>

#include <algorithm>

namespace closeout::environments {

namespace {

Result<QByteArray> readAuthorities(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("The CA file %1 cannot be read: %2.").arg(path, file.errorString()));
    }
    const QByteArray pem = file.readAll();
    if (QSslCertificate::fromData(pem).isEmpty()) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("The CA file %1 holds no certificate in PEM form.").arg(path));
    }
    return pem;
}

bool carries(const QList<client::Header> &headers, const QByteArray &name)
{
    return std::any_of(headers.begin(), headers.end(), [&name](const client::Header &header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

// Empty: it is no address.
QString addressOf(const Environment &environment)
{
    const Result<QUrl> url = contract::checkBaseUrl(environment.dialect, environment.url);
    return url ? contract::canonicalBaseUrl(*url) : QString();
}

} // namespace

QString secretKey(const Environment &environment)
{
    const Result<QUrl> url = contract::checkBaseUrl(environment.dialect, environment.url);
    if (!url)
        return {};
    return environment.user + u'@' + contract::canonicalServer(*url);
}

contract::Deployment deploymentOf(const Environment &environment, const QList<Environment> &known)
{
    const QString own = addressOf(environment);
    contract::Deployment deployment{environment.deployment, {own}};
    for (const Environment &other : known) {
        if (deployment.id.isEmpty() && addressOf(other) == own)
            deployment.id = other.deployment;
    }
    if (deployment.id.isEmpty())
        return {own, {own}};
    for (const Environment &other : known) {
        const QString address = addressOf(other);
        if (other.deployment == deployment.id && !deployment.addresses.contains(address))
            deployment.addresses.append(address);
    }
    return deployment;
}

bool hasPasswordOfItsOwn(const Environment &environment, const QList<Environment> &others)
{
    const QString key = secretKey(environment);
    return !environment.user.isEmpty() && !key.isEmpty()
        && std::none_of(others.begin(), others.end(),
                        [&key](const Environment &other) { return secretKey(other) == key; });
}

Result<client::Connection> connectionTo(const Environment &environment, const QString &password)
{
    client::Connection connection;
    const Result<QUrl> url = contract::checkBaseUrl(environment.dialect, environment.url);
    if (!url)
        return tl::unexpected(url.error());
    connection.baseUrl = *url;
    connection.dialect = environment.dialect;
    if (environment.user.contains(u':')) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr(
                           "The user name “%1” contains a colon, which Basic sign-in cannot carry.")
                           .arg(environment.user));
    }
    connection.user = environment.user;
    connection.password = password;
    for (const QString &text : environment.headers) {
        const Result<client::Header> header = client::parseHeader(text);
        if (!header)
            return tl::unexpected(header.error());
        if (carries(connection.headers, header->name)) {
            return failure(ErrorKind::InvalidInput,
                           Tr::tr("The header %1 is given twice; only one would be sent.")
                               .arg(QString::fromUtf8(header->name)));
        }
        connection.headers.append(*header);
    }
    if (!environment.user.isEmpty() && carries(connection.headers, "authorization")) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("A user and a header “Authorization” are two ways to sign in. Give "
                              "one of them."));
    }
    if (!environment.authoritiesFile.isEmpty()) {
        const Result<QByteArray> authorities = readAuthorities(environment.authoritiesFile);
        if (!authorities)
            return tl::unexpected(authorities.error());
        connection.authorities = *authorities;
        connection.authoritiesFile = environment.authoritiesFile;
    }
    if (environment.timeoutSeconds < 1 || environment.timeoutSeconds > 3600) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("The time-out must be 1 to 3600 seconds, not %1.")
                           .arg(environment.timeoutSeconds));
    }
    connection.timeout = std::chrono::seconds(environment.timeoutSeconds);
    return connection;
}

} // namespace closeout::environments
