// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/failures.h"

#include <QtNetwork/QSslError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::client {

namespace {

constexpr qsizetype namesTold = 5; // of a certificate that may have hundreds
constexpr qsizetype longestName = 253; // characters; of a host

QString namesIn(const QSslCertificate &certificate)
{
    const auto alternatives = certificate.subjectAlternativeNames();
    QStringList names = alternatives.values(QSsl::DnsEntry)
        + alternatives.values(QSsl::IpAddressEntry);
    if (names.isEmpty())
        names = certificate.subjectInfo(QSslCertificate::CommonName);
    const bool isCut = names.size() > namesTold;
    names = names.mid(0, namesTold);
    for (QString &name : names)
        name.truncate(longestName);
    return names.join(u", ") + (isCut ? u", …"_s : QString());
}

// In local time, as everything that is read; an ISO moment is for machines.
QString momentOf(const QDateTime &moment)
{
    return moment.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss");
}

bool isOfAuthority(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::CertificateSignatureFailed:
        return true;
    default:
        return false;
    }
}

QString certificateProblem(const QString &server, const QString &authoritiesFile,
                           const QList<QSslError> &errors)
{
    for (const QSslError &error : errors) {
        switch (error.error()) {
        case QSslError::CertificateExpired:
            return Tr::tr("The certificate of %1 expired on %2. It must be renewed on the server.")
                .arg(server, momentOf(error.certificate().expiryDate()));
        case QSslError::CertificateNotYetValid:
            return Tr::tr("The certificate of %1 is not valid before %2. Check the clocks.")
                .arg(server, momentOf(error.certificate().effectiveDate()));
        case QSslError::HostNameMismatch:
            return Tr::tr("The certificate of %1 was issued for another host: %2. Use a name that "
                          "is in the certificate.")
                .arg(server, namesIn(error.certificate()));
        default:
            break;
        }
    }
    if (!authoritiesFile.isEmpty() && std::any_of(errors.begin(), errors.end(), isOfAuthority)) {
        return Tr::tr("The certificate of %1 is not signed by an authority in the CA file %2, nor "
                      "by one that this system trusts. Ask whoever runs the server for the "
                      "certificate of its authority.")
            .arg(server, authoritiesFile);
    }
    for (const QSslError &error : errors) {
        if (error.error() == QSslError::SelfSignedCertificate
            || error.error() == QSslError::SelfSignedCertificateInChain) {
            return Tr::tr(
                       "The certificate of %1 is self-signed and not trusted. If it is the right "
                       "one, give it as CA file.")
                .arg(server);
        }
    }
    return Tr::tr(
               "The certificate of %1 cannot be trusted: %2 If your company has its own authority, "
               "give its certificate as CA file.")
        .arg(server, errors.isEmpty() ? QString() : errors.first().errorString() + u'.');
}

QString nameOf(const QNetworkProxy &proxy)
{
    return u"%1:%2"_s.arg(proxy.hostName(), QString::number(proxy.port()));
}

// What went wrong on the way to the proxy, or there; nothing: it was behind it. A plain request is
// handed to the proxy itself, so that what is refused or not found is the proxy.
std::optional<Error> proxyProblem(QNetworkReply::NetworkError failure, const QString &detail,
                                  const QUrl &url, const QNetworkProxy &proxy)
{
    const bool isProxys = proxy.type() == QNetworkProxy::HttpProxy && url.scheme() == "http"_L1;
    const QString name = nameOf(proxy);
    const bool isRefused = failure == QNetworkReply::ProxyConnectionRefusedError
        || (isProxys && failure == QNetworkReply::ConnectionRefusedError);
    if (isRefused) {
        return Error{ErrorKind::ConnectionFailed,
                     Tr::tr("The proxy %1 cannot be reached: nothing listens there. Check "
                            "http_proxy, https_proxy and no_proxy, or this system's settings.")
                         .arg(name),
                     detail};
    }
    const bool isUnknown = failure == QNetworkReply::ProxyNotFoundError
        || (isProxys && failure == QNetworkReply::HostNotFoundError);
    if (isUnknown) {
        return Error{ErrorKind::HostNotFound,
                     Tr::tr("There is no proxy named “%1”. Check http_proxy, https_proxy and "
                            "no_proxy, or this system's settings.")
                         .arg(proxy.hostName()),
                     detail};
    }
    if (failure == QNetworkReply::ProxyAuthenticationRequiredError) {
        const QString message = proxy.user().isEmpty()
            ? Tr::tr("The proxy %1 wants a user name and a password (status 407). Give them in "
                     "http_proxy or https_proxy, as in http://user:password@%1.")
            : Tr::tr("The proxy %1 does not accept the user name and password that are in "
                     "http_proxy or https_proxy (status 407).");
        return Error{ErrorKind::SignInNeeded, message.arg(name), detail, 407};
    }
    if (failure == QNetworkReply::ProxyConnectionClosedError
        || failure == QNetworkReply::ProxyTimeoutError
        || failure == QNetworkReply::UnknownProxyError) {
        return Error{ErrorKind::ConnectionFailed,
                     Tr::tr("The proxy %1 does not lead to %2. Check http_proxy, https_proxy and "
                            "no_proxy, or ask whoever runs the proxy.")
                         .arg(name, url.host()),
                     detail};
    }
    return {};
}

} // namespace

Error describeFailure(QNetworkReply::NetworkError failure, const QString &detail,
                      const OutgoingRequest &request, const Connection &connection,
                      const QNetworkProxy &proxy, const QList<QSslError> &certificateErrors)
{
    const QUrl &url = request.url;
    const bool secure = url.scheme() == "https"_L1;
    const QString host = url.host();
    const QString server = u"%1:%2"_s.arg(host, QString::number(url.port(secure ? 443 : 80)));
    if (!certificateErrors.isEmpty())
        return {ErrorKind::TlsFailed,
                certificateProblem(server, connection.authoritiesFile, certificateErrors), detail};
    if (proxy.type() != QNetworkProxy::NoProxy) {
        if (const auto problem = proxyProblem(failure, detail, url, proxy))
            return *problem;
    }

    switch (failure) {
    case QNetworkReply::ConnectionRefusedError:
        return {ErrorKind::ConnectionFailed,
                Tr::tr(
                    "The connection to %1 was refused: nothing listens there. Check host and port, "
                    "and whether the server runs.")
                    .arg(server),
                detail};
    case QNetworkReply::HostNotFoundError:
        return {ErrorKind::HostNotFound,
                Tr::tr(
                    "There is no host named “%1”. Check the spelling, and whether this machine is "
                    "in the right network.")
                    .arg(host),
                detail};
    case QNetworkReply::SslHandshakeFailedError:
        return {ErrorKind::TlsFailed,
                Tr::tr(
                    "%1 and this machine cannot agree on a secure connection. Check that the port "
                    "speaks HTTPS.")
                    .arg(server),
                detail};
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
    case QNetworkReply::TemporaryNetworkFailureError:
        return {ErrorKind::ConnectionLost,
                Tr::tr("%1 closed the connection before its answer was whole (%2). If that happens "
                       "every time, check host, port and http or https.")
                    .arg(server, whatAndWhere(request)),
                detail};
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // what the transfer time-out reports
        return {ErrorKind::TimedOut,
                Tr::tr("%1 did not answer within %2 seconds (%3).")
                    .arg(server, QString::number(double(connection.timeout.count()) / 1000),
                         whatAndWhere(request)),
                detail};
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return {ErrorKind::NotContextServices,
                Tr::tr("%1 does not speak HTTP there. Check host, port and http or https.")
                    .arg(server),
                detail};
    default:
        return {ErrorKind::ConnectionFailed,
                Tr::tr("The connection to %1 failed: %2. Check host, port and network.")
                    .arg(server, detail),
                detail};
    }
}

} // namespace closeout::client
