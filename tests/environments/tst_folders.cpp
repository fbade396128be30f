// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "environments/folders.h"

#include <QtTest/QTest>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::environments;

class TestFolders : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void found_data();
    void found();
    void refused_data();
    void refused();
    void withoutHomeItIsTheSystems();

private:
    QMap<QByteArray, QByteArray> m_before;
};

using Variables = QMap<QByteArray, QByteArray>;

void TestFolders::init()
{
    for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"}) {
        m_before.insert(name, qgetenv(name));
        qunsetenv(name);
    }
}

void TestFolders::cleanup()
{
    for (auto each = m_before.cbegin(); each != m_before.cend(); ++each) {
        if (each.value().isEmpty())
            qunsetenv(each.key().constData());
        else
            qputenv(each.key().constData(), each.value());
    }
}

void TestFolders::found_data()
{
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("data");
    QTest::newRow("home") << Variables{{"HOME", "/h"}} << u"/h/.config/closeout"_s
                          << u"/h/.local/share/closeout"_s;
    QTest::newRow("both") << Variables{{"HOME", "/h"},
                                       {"XDG_CONFIG_HOME", "/c/"},
                                       {"XDG_DATA_HOME", "/d//e"}}
                          << u"/c/closeout"_s << u"/d/e/closeout"_s;
    QTest::newRow("empty ones") << Variables{{"HOME", "/h"},
                                             {"XDG_CONFIG_HOME", ""},
                                             {"XDG_DATA_HOME", ""}}
                                << u"/h/.config/closeout"_s << u"/h/.local/share/closeout"_s;
    QTest::newRow("both, and a home that is none")
        << Variables{{"HOME", "h"}, {"XDG_CONFIG_HOME", "/c"}, {"XDG_DATA_HOME", "/d"}}
        << u"/c/closeout"_s << u"/d/closeout"_s;
    QTest::newRow("beyond ASCII") << Variables{{"HOME", "/h\xc3\xa4"}} << u"/hä/.config/closeout"_s
                                  << u"/hä/.local/share/closeout"_s;
}

void TestFolders::found()
{
    QFETCH(const Variables, variables);
    for (auto each = variables.cbegin(); each != variables.cend(); ++each)
        qputenv(each.key().constData(), each.value());
    const Result<Folders> folders = standardFolders();
    QVERIFY2(folders, qPrintable(folders ? QString() : folders.error().message));
    QTEST(folders->config, "config");
    QTEST(folders->data, "data");
}

void TestFolders::refused_data()
{
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QString>("said");
    QTest::newRow("relative data")
        << Variables{{"HOME", "/h"}, {"XDG_DATA_HOME", "data"}} << u"XDG_DATA_HOME is “data”"_s;
    QTest::newRow("relative config")
        << Variables{{"HOME", "/h"}, {"XDG_CONFIG_HOME", "."}} << u"XDG_CONFIG_HOME is “.”"_s;
    QTest::newRow("relative home") << Variables{{"HOME", "~"}} << u"HOME is “~”"_s;
    QTest::newRow("home that is not UTF-8") << Variables{{"HOME", "/h\xe4"}} << u"HOME names"_s;
    QTest::newRow("data that is not UTF-8")
        << Variables{{"HOME", "/h"}, {"XDG_DATA_HOME", "/h\xe4"}} << u"XDG_DATA_HOME names"_s;
}

void TestFolders::refused()
{
    QFETCH(const Variables, variables);
    for (auto each = variables.cbegin(); each != variables.cend(); ++each)
        qputenv(each.key().constData(), each.value());
    const Result<Folders> folders = standardFolders();
    QVERIFY(!folders);
    QCOMPARE(folders.error().kind, ErrorKind::InvalidInput);
    QFETCH(const QString, said);
    QVERIFY2(folders.error().message.contains(said), qPrintable(folders.error().message));
    QVERIFY(folders.error().message.contains(u"--config-dir"));
}

void TestFolders::withoutHomeItIsTheSystems()
{
    const passwd *user = getpwuid(getuid());
    const Result<Folders> folders = standardFolders();
    if (user)
        QCOMPARE(folders->data, QString::fromUtf8(user->pw_dir) + "/.local/share/closeout"_L1);
    else
        QVERIFY(!folders);
}

QTEST_APPLESS_MAIN(TestFolders)
#include "tst_folders.moc"
