// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/answerreader.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::client;

class TestAnswerReader : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void needsMore_data();
    void needsMore();
    void endlessHeads_data();
    void endlessHeads();
};

void TestAnswerReader::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");

    const auto row = [](const char *name, const QByteArray &bytes, int status,
                        const QByteArray &body) { QTest::newRow(name) << bytes << status << body; };
    row("no content", "HTTP/1.1 204 No Content\r\n\r\n", 204, "");
    row("no reason", "HTTP/1.1 204\r\n\r\n", 204, "");
    row("HTTP/1.0", "HTTP/1.0 400 Bad\r\nContent-Length: 2\r\n\r\n{}", 400, "{}");
    row("bare line feeds", "HTTP/1.1 200 OK\nContent-Length: 2\n\n{}", 200, "{}");
    row("an empty body", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 200, "");
    row("the length said twice",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\ncontent-length: 2\r\n\r\n{}", 200, "{}");
    row("chunks",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\n0A;x=y\r\n0123456789"
        "\r\n0\r\nX-Trailer: 1\r\n\r\n",
        200, "abc0123456789");
    row("a header on two lines", "HTTP/1.1 204 No\r\nX: a\r\n b\r\n\r\n", 204, "");
    for (const char *interim :
         {"100 Continue", "102 Processing", "103 Early Hints\r\nLink: </x>", "199 Odd"})
        row(interim,
            "HTTP/1.1 " + QByteArray(interim)
                + "\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\nX: y\r\n\r\n",
            204, "");
    row("101", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n", 101, "");
}

// However the bytes are cut.
void TestAnswerReader::reads()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    for (const qsizetype piece : {qsizetype(1), qsizetype(7), bytes.size()}) {
        AnswerReader reader;
        QByteArray got;
        for (qsizetype at = 0; at < bytes.size(); at += piece) {
            QVERIFY(!reader.isWhole());
            reader.read(bytes.mid(at, piece));
            got += reader.takeBody();
        }
        QCOMPARE(reader.problem(), QString());
        QVERIFY(reader.isWhole());
        QVERIFY(reader.hasHead());
        QVERIFY(reader.isFramed());
        QCOMPARE(reader.status(), status);
        QCOMPARE(got, body);
        QCOMPARE(reader.bodyBytes(), body.size());
        for (const Header &header : reader.headers())
            QVERIFY2(header.name != "Link", "a header of an interim answer");
        reader.readEnd();
        QVERIFY(reader.isWhole());
    }
}

void TestAnswerReader::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const QByteArray chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
    QTest::newRow("another protocol") << QByteArray("SSH-2.0-OpenSSH_9.2");
    QTest::newRow("HTTP/2") << QByteArray("HTTP/2 200\r\n\r\n");
    QTest::newRow("no status") << QByteArray("HTTP/1.1 OK\r\n\r\n");
    QTest::newRow("a status of four digits") << QByteArray("HTTP/1.1 2004 OK\r\n\r\n");
    QTest::newRow("a status below 100") << QByteArray("HTTP/1.1 004 OK\r\n\r\n");
    QTest::newRow("a header without a name") << ok + ": x\r\n";
    QTest::newRow("a header with a blank in its name") << ok + "Content-Length : 2\r\n";
    QTest::newRow("a header that is none") << ok + "<html>\r\n";
    QTest::newRow("two lengths") << ok + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n";
    QTest::newRow("a length that is none") << ok + "Content-Length: -1\r\n\r\n";
    QTest::newRow("a length with a plus") << ok + "Content-Length: +1\r\n\r\n";
    QTest::newRow("a length past all numbers")
        << ok + "Content-Length: 99999999999999999999\r\n\r\n";
    QTest::newRow("a length and chunks")
        << ok + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n";
    QTest::newRow("another encoding") << ok + "Transfer-Encoding: gzip, chunked\r\n\r\n";
    QTest::newRow("a chunk without a length") << chunked + "\r\n";
    QTest::newRow("a chunk length that is none") << chunked + "xyz\r\n";
    QTest::newRow("a negative chunk") << chunked + "-2\r\n";
    QTest::newRow("a chunk longer than it says") << chunked + "2\r\nabc\r\n";
    QTest::newRow("two answers") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n").repeated(2);
    QTest::newRow("a body of 204")
        << QByteArray("HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\n{}");
    QTest::newRow("bytes behind the body") << ok + "Content-Length: 2\r\n\r\n{}}";
}

void TestAnswerReader::refuses()
{
    QFETCH(const QByteArray, bytes);
    for (const qsizetype piece : {qsizetype(1), bytes.size()}) {
        AnswerReader reader;
        for (qsizetype at = 0; at < bytes.size(); at += piece)
            reader.read(bytes.mid(at, piece));
        QVERIFY(!reader.problem().isEmpty());
        QVERIFY(!reader.isWhole());
        reader.read("HTTP/1.1 204 No Content\r\n\r\n");
        reader.readEnd();
        QVERIFY(!reader.isWhole());
    }
}

void TestAnswerReader::needsMore_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("hasHead");
    QTest::addColumn<bool>("isWholeAtEnd");
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    QTest::newRow("nothing") << QByteArray() << false << false;
    QTest::newRow("half a status line") << QByteArray("HTTP/1.1 20") << false << false;
    QTest::newRow("half a header") << ok + "Content-Le" << false << false;
    QTest::newRow("only an interim answer")
        << QByteArray("HTTP/1.1 100 Continue\r\n\r\n") << false << false;
    QTest::newRow("half a body") << ok + "Content-Length: 4\r\n\r\n{}" << true << false;
    QTest::newRow("half a chunk") << ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nabc" << true
                                  << false;
    QTest::newRow("no last chunk") << ok + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"
                                   << true << false;
    QTest::newRow("no end behind the last chunk")
        << ok + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n"
        << true << false;
    QTest::newRow("until the connection ends") << ok + "\r\n{}" << true << true;
}

void TestAnswerReader::needsMore()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, hasHead);
    QFETCH(const bool, isWholeAtEnd);
    AnswerReader reader;
    reader.read(bytes);
    QVERIFY(!reader.isWhole());
    QCOMPARE(reader.problem(), QString());
    QCOMPARE(reader.hasHead(), hasHead);
    reader.readEnd();
    QCOMPARE(reader.isWhole(), isWholeAtEnd);
    QCOMPARE(reader.problem().isEmpty(), isWholeAtEnd);
    if (isWholeAtEnd)
        QVERIFY(!reader.isFramed());
}

void TestAnswerReader::endlessHeads_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("piece");
    QTest::newRow("headers") << QByteArray("HTTP/1.1 200 OK\r\n") << QByteArray("X: y\r\n");
    QTest::newRow("one header") << QByteArray("HTTP/1.1 200 OK\r\nX: ") << QByteArray("yyyyyy");
    QTest::newRow("interim answers") << QByteArray() << QByteArray("HTTP/1.1 100 Continue\r\n\r\n");
}

void TestAnswerReader::endlessHeads()
{
    QFETCH(const QByteArray, start);
    QFETCH(const QByteArray, piece);
    AnswerReader reader;
    reader.read(start);
    for (qsizetype sent = 0; sent < (1 << 20) && reader.problem().isEmpty(); sent += piece.size())
        reader.read(piece);
    QVERIFY(!reader.problem().isEmpty());
}

QTEST_APPLESS_MAIN(TestAnswerReader)

#include "tst_answerreader.moc"
