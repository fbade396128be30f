// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/failures.h"

#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslError>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;

class TestFailures : public QObject
{
    Q_OBJECT

private slots:
    void certificatesAreTold_data();
    void certificatesAreTold();
};

void TestFailures::certificatesAreTold_data()
{
    QTest::addColumn<QSslError::SslError>("error");
    QTest::addColumn<QString>("authoritiesFile");
    QTest::addColumn<QString>("said");
    const QString file = u"/etc/ours.pem"_s;
    QTest::newRow("unknown authority") << QSslError::UnableToGetLocalIssuerCertificate << QString()
                                       << u"give its certificate as CA file"_s;
    QTest::newRow("another authority") << QSslError::UnableToGetLocalIssuerCertificate << file
                                       << u"not signed by an authority in the CA file "_s + file;
    QTest::newRow("self-signed") << QSslError::SelfSignedCertificate << QString()
                                 << u"give it as CA file"_s;
    QTest::newRow("another one") << QSslError::SelfSignedCertificate << file
                                 << u"not signed by an authority in the CA file "_s + file;
    QTest::newRow("another host") << QSslError::HostNameMismatch << file
                                  << u"another host: localhost, 127.0.0.1."_s;
}

void TestFailures::certificatesAreTold()
{
    QFETCH(QSslError::SslError, error);
    QFETCH(QString, authoritiesFile);
    QFETCH(QString, said);
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(
        QStringLiteral(TEST_DATA "/tls/certificate.pem"));
    QCOMPARE(chain.size(), 1);
    client::OutgoingRequest request;
    request.url = QUrl(u"https://gms:8443/x"_s);
    client::Connection connection;
    connection.authoritiesFile = authoritiesFile;
    const Error told = client::describeFailure(QNetworkReply::SslHandshakeFailedError, {}, request,
                                               connection, {}, {QSslError(error, chain.first())});
    QCOMPARE(told.kind, ErrorKind::TlsFailed);
    QVERIFY2(told.message.contains(said), qPrintable(told.message));
    QVERIFY2(told.message.contains(u"gms:8443"_s), qPrintable(told.message));
}

QTEST_GUILESS_MAIN(TestFailures)

#include "tst_failures.moc"
