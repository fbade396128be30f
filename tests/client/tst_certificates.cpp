// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/certificates.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout::client;

class TestCertificates : public QObject
{
    Q_OBJECT

private slots:
    void namesAreThoseListed_data();
    void namesAreThoseListed();
};

void TestCertificates::namesAreThoseListed_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isIssued");
    const QString listed = u"names.pem"_s; // CN=gms.example.com, lists others
    const auto row = [](const QString &file, const QString &host, bool isIssued) {
        QTest::addRow("%s %s", qPrintable(file), qPrintable(host)) << file << host << isIssued;
    };
    row(listed, u"gms.example.com"_s, false);
    row(listed, u"other.example.org"_s, true);
    row(listed, u"OTHER.example.org."_s, true);
    row(listed, u"a.wild.example.org"_s, true);
    row(listed, u"a.b.wild.example.org"_s, false);
    row(listed, u"wild.example.org"_s, false);
    row(listed, u"10.1.2.3"_s, true);
    row(listed, u"10.1.2.4"_s, false);
    row(listed, u"fd00:0::1"_s, true);
    row(u"nonames.pem"_s, u"gms.example.com"_s, true); // Qt has compared the common name
}

void TestCertificates::namesAreThoseListed()
{
    QFETCH(const QString, file);
    QFETCH(const QString, host);
    QFETCH(const bool, isIssued);
    const auto chain = QSslCertificate::fromPath(QStringLiteral(TEST_DATA "/tls/") + file);
    QCOMPARE(chain.size(), 1);
    QCOMPARE(isIssuedFor(chain.first(), host), isIssued);
}

QTEST_GUILESS_MAIN(TestCertificates)

#include "tst_certificates.moc"
