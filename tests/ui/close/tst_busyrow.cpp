// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "support/rawserver.h"
#include "ui/close/completing.h"
#include "ui/close/sending/busyrow.h"

#include <QtCore/QPointer>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;
using closeout::test::RawServer;

class TestBusyRow : public QObject
{
    Q_OBJECT

private slots:
    void checkingIsNotCalledSending();
};

void TestBusyRow::checkingIsNotCalledSending()
{
    const QByteArray record = R"({"service_id":95})";
    const QTemporaryDir folder;
    RawServer server;
    QPointer<QTcpSocket> held;
    server.onRequest([&held](QTcpSocket *socket, const QByteArray &request) {
        if (!request.contains("business-attributes"))
            held = socket;
    });
    DraftStore store(folder.filePath(u"drafts"_s));
    Sender sender(folder.filePath(u"journal.sqlite"_s));
    Completing completing(store, sender);
    environments::Environment environment;
    environment.name = u"Staging"_s;
    client::Connection connection;
    connection.baseUrl = server.url(u"/genesys/1/cs"_s);
    completing.setConnection(connection, environment);
    completing.begin(contract::serviceTarget(u"95"_s),
                     *client::Record::fromJson(client::Record::Kind::Service, record));
    QAction giveUp;
    BusyRow row(completing, &giveUp);
    connect(&completing, &Completing::changed, &row, &BusyRow::refresh);
    const auto *words = row.findChild<QLabel *>();

    QTRY_VERIFY(completing.whyNotSendable().isEmpty());
    QVERIFY(completing.send({true, {}}));
    QTRY_VERIFY(held);
    QCOMPARE(words->text(), u"Checking at Staging before sending …"_s);
    held->write(RawServer::answer("200 OK", record));
    QTRY_COMPARE(words->text(), u"Sending to Staging …"_s);
    QTRY_VERIFY(server.requests().constLast().startsWith("POST"));
    QTRY_VERIFY(held);
    held->write("HTTP/1.1 204 No Content\r\n\r\n");
    QTRY_VERIFY(!completing.underWay());
}

QTEST_MAIN(TestBusyRow)

#include "tst_busyrow.moc"
