// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/contextservices.h"
#include "support/writepermits.h"
#include "ui/sandbox/localsandbox.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using contract::Dialect;
using sandbox::AttachedDataReading;
using ui::LocalSandbox;
using State = ui::LocalSandbox::State;

namespace {

const QString &example() // a service of the demonstration data
{
    static const QString id = u"36981723"_s;
    return id;
}

} // namespace

class TestLocalSandbox : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void startsInTheBackground();
    void keepsWhatWasClosed();
    void startsAfresh();
    void secondOneOnTheSameFilesSaysSo();
    void brokenFileIsToldAndKept();
    void switchesTheDialect();
    void readingFollowsTheDialectUntilItIsSet();
    void manyWishesEndInTheLast();
    void stops();

private:
    std::unique_ptr<LocalSandbox> startedSandbox();
    template<typename Send>
    static Result<client::Exchange> exchange(const LocalSandbox &sandbox, Send send);
    static bool isActive(const LocalSandbox &sandbox);
    static void complete(const LocalSandbox &sandbox);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLocalSandbox::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<LocalSandbox> TestLocalSandbox::startedSandbox()
{
    auto sandbox = std::make_unique<LocalSandbox>(m_folder->filePath(u"stores"_s));
    sandbox->start();
    [&] { QTRY_COMPARE(sandbox->state(), State::Running); }();
    return sandbox;
}

template<typename Send>
Result<client::Exchange> TestLocalSandbox::exchange(const LocalSandbox &sandbox, Send send)
{
    const Result<client::Connection> connection = environments::connectionTo(sandbox.environment(),
                                                                             {});
    if (!connection)
        return tl::unexpected(connection.error());
    client::Transport transport(*connection);
    std::optional<client::Exchange> exchange;
    send(transport, [&exchange](const client::Exchange &done) { exchange = done; });
    [&] { QTRY_VERIFY(exchange); }();
    return exchange ? Result<client::Exchange>(*exchange)
                    : failure(ErrorKind::TimedOut, u"No answer."_s);
}

bool TestLocalSandbox::isActive(const LocalSandbox &sandbox)
{
    const auto read = exchange(sandbox, [](client::Transport &transport, const auto &done) {
        transport.send(client::query(contract::serviceTarget(example())), &transport, done);
    });
    return read && read->status == 200 && !read->answerBody.contains("\"completed\"");
}

void TestLocalSandbox::complete(const LocalSandbox &sandbox)
{
    const auto written = exchange(sandbox, [](client::Transport &transport, const auto &done) {
        transport.write(test::WritePermits::one(),
                        client::complete(contract::serviceTarget(example()), "{}"), &transport,
                        done);
    });
    QVERIFY(written);
    QCOMPARE(written->status, 204);
}

void TestLocalSandbox::startsInTheBackground()
{
    LocalSandbox sandbox(m_folder->filePath(u"stores"_s));
    QCOMPARE(sandbox.state(), State::Stopped);
    QVERIFY(sandbox.environment().url.isEmpty());
    sandbox.start();
    QCOMPARE(sandbox.state(), State::Starting);
    QTRY_COMPARE(sandbox.state(), State::Running);
    QCOMPARE(sandbox.remark(), QString());
    const environments::Environment environment = sandbox.environment();
    QCOMPARE(environment.name, u"Sandbox"_s);
    QVERIFY(environment.url.startsWith("http://127.0.0.1:"_L1));
    QVERIFY(environment.safety == environments::SafetyLevel::None);
    QVERIFY(isActive(sandbox));
}

void TestLocalSandbox::keepsWhatWasClosed()
{
    auto sandbox = startedSandbox();
    QVERIFY(isActive(*sandbox));
    complete(*sandbox);
    QVERIFY(!isActive(*sandbox));
    sandbox.reset();
    sandbox = startedSandbox();
    QCOMPARE(sandbox->remark(), QString());
    QVERIFY(!isActive(*sandbox));
}

void TestLocalSandbox::startsAfresh()
{
    const auto sandbox = startedSandbox();
    complete(*sandbox);
    const QString url = sandbox->environment().url;
    sandbox->startAfresh();
    QCOMPARE(sandbox->state(), State::Starting);
    QTRY_COMPARE(sandbox->state(), State::Running);
    QVERIFY(isActive(*sandbox));
    QCOMPARE(sandbox->environment().url, url); // who is pointed at it need not notice
    QCOMPARE(sandbox->remark(), QString());
}

void TestLocalSandbox::secondOneOnTheSameFilesSaysSo()
{
    const auto first = startedSandbox();
    complete(*first);
    const auto second = startedSandbox();
    QVERIFY2(second->remark().contains("sandbox-8.5.sqlite"_L1), qPrintable(second->remark()));
    QVERIFY(isActive(*second));
    second->startAfresh(); // must not take the file from the first
    QTRY_COMPARE(second->state(), State::Running);
    QVERIFY(!second->remark().isEmpty());
    QVERIFY(!isActive(*first));
}

void TestLocalSandbox::brokenFileIsToldAndKept()
{
    QVERIFY(QDir().mkpath(m_folder->filePath(u"stores"_s)));
    QFile file(m_folder->filePath(u"stores/sandbox-8.5.sqlite"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray text(4096, 'x');
    file.write(text);
    file.close();
    const auto sandbox = startedSandbox();
    QVERIFY(sandbox->remark().contains(file.fileName()));
    QVERIFY(isActive(*sandbox));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), text);
}

void TestLocalSandbox::switchesTheDialect()
{
    const auto sandbox = startedSandbox();
    complete(*sandbox);
    sandbox->setDialect(Dialect::V81);
    QCOMPARE(sandbox->state(), State::Starting);
    QTRY_COMPARE(sandbox->state(), State::Running);
    QVERIFY(sandbox->environment().dialect == Dialect::V81);
    QVERIFY(isActive(*sandbox));
    sandbox->setDialect(Dialect::V85);
    QTRY_COMPARE(sandbox->state(), State::Running);
    QVERIFY(!isActive(*sandbox));
}

void TestLocalSandbox::readingFollowsTheDialectUntilItIsSet()
{
    LocalSandbox sandbox(m_folder->path());
    QVERIFY(sandbox.attachedData() == AttachedDataReading::ReplaceAll);
    sandbox.setDialect(Dialect::V81);
    QVERIFY(sandbox.attachedData() == AttachedDataReading::ReplaceKeys);
    sandbox.setAttachedData(AttachedDataReading::ReplaceAll);
    QVERIFY(sandbox.attachedData() == AttachedDataReading::ReplaceAll);
    QCOMPARE(sandbox.state(), State::Stopped);
}

void TestLocalSandbox::manyWishesEndInTheLast()
{
    LocalSandbox sandbox(m_folder->path());
    sandbox.start();
    sandbox.setDialect(Dialect::V81);
    sandbox.stop();
    sandbox.start();
    sandbox.setAttachedData(AttachedDataReading::ReplaceAll);
    QTRY_COMPARE(sandbox.state(), State::Running);
    QVERIFY(sandbox.environment().dialect == Dialect::V81);
    QCOMPARE(sandbox.remark(), QString()); // none of them is in the way of another
    QVERIFY(isActive(sandbox));
}

void TestLocalSandbox::stops()
{
    const auto sandbox = startedSandbox();
    const environments::Environment environment = sandbox->environment();
    sandbox->stop();
    QCOMPARE(sandbox->state(), State::Stopped);
    QVERIFY(sandbox->environment().url.isEmpty());
    const auto again = startedSandbox();
    QVERIFY(isActive(*again));
}

QTEST_GUILESS_MAIN(TestLocalSandbox)

#include "tst_localsandbox.moc"
