// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/failures.h"

#include <QtNetwork/QSslError>

using namespace Qt::StringLiterals;

namespace closeout::client {

namespace {

QString certificateProblem(const QString &server, const QList<QSslError> &errors)
{
    for (const QSslError &error : errors) {
        switch (error.error()) {
        case QSslError::CertificateExpired:
            return Tr::tr("The certificate of %1 expired on %2. It must be renewed on the server.")
                .arg(server, error.certificate().expiryDate().toUTC().toString(Qt::ISODate));
        case QSslError::CertificateNotYetValid:
            return Tr::tr("The certificate of %1 is not valid before %2. Check the clocks.")
                .arg(server, error.certificate().effectiveDate().toUTC().toString(Qt::ISODate));
        case QSslError::HostNameMismatch:
            return Tr::tr("The certificate of %1 was issued for another host. Use the name that is "
                          "in the certificate.")
                .arg(server);
        default:
            break;
        }
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

} // namespace

Error describeFailure(QNetworkReply::NetworkError failure, const QString &detail,
                      const OutgoingRequest &request, const Connection &connection,
                      const QList<QSslError> &certificateErrors)
{
    const QUrl &url = request.url;
    const bool secure = url.scheme() == "https"_L1;
    const QString host = url.host();
    const QString server = u"%1:%2"_s.arg(host, QString::number(url.port(secure ? 443 : 80)));
    if (!certificateErrors.isEmpty())
        return {ErrorKind::TlsFailed, certificateProblem(server, certificateErrors), detail};

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
