// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "environments/places.h"

#include <QtTest/QTest>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::environments;

class TestPlaces : public QObject
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
    void everythingHasItsPlace();

private:
    QMap<QByteArray, QByteArray> m_before;
};

using Variables = QMap<QByteArray, QByteArray>;

void TestPlaces::init()
{
    for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"}) {
        m_before.insert(name, qgetenv(name));
        qunsetenv(name);
    }
}

void TestPlaces::cleanup()
{
    for (auto each = m_before.cbegin(); each != m_before.cend(); ++each) {
        if (each.value().isEmpty())
            qunsetenv(each.key().constData());
        else
            qputenv(each.key().constData(), each.value());
    }
}

void TestPlaces::found_data()
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

void TestPlaces::found()
{
    QFETCH(const Variables, variables);
    for (auto each = variables.cbegin(); each != variables.cend(); ++each)
        qputenv(each.key().constData(), each.value());
    const Result<Folders> folders = standardFolders();
    QVERIFY2(folders, qPrintable(folders ? QString() : folders.error().message));
    QTEST(folders->config, "config");
    QTEST(folders->data, "data");
}

void TestPlaces::refused_data()
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

void TestPlaces::refused()
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

void TestPlaces::withoutHomeItIsTheSystems()
{
    const passwd *user = getpwuid(getuid());
    const Result<Folders> folders = standardFolders();
    if (user)
        QCOMPARE(folders->data, QString::fromUtf8(user->pw_dir) + "/.local/share/closeout"_L1);
    else
        QVERIFY(!folders);
}

void TestPlaces::everythingHasItsPlace()
{
    qputenv("XDG_CONFIG_HOME", "/c");
    qputenv("XDG_DATA_HOME", "/d");
    const Places standard = Places::standard();
    QCOMPARE(standard.environments, u"/c/closeout/environments.json"_s);
    QCOMPARE(standard.settings, u"/c/closeout/window.ini"_s);
    QCOMPARE(standard.journal, u"/d/closeout/journal.sqlite"_s);
    QCOMPARE(standard.drafts, u"/d/closeout/drafts"_s);
    const Places below = Places::below(u"/x"_s);
    QCOMPARE(below.environments, u"/x/environments.json"_s);
    QCOMPARE(below.journal, u"/x/journal.sqlite"_s);
    const Places second = below.besideAnother(u"/y"_s);
    QVERIFY(second.areOthers && !below.areOthers);
    QCOMPARE(second.drafts, u"/y"_s);
    QCOMPARE(second.journal, below.journal); // what is sent is everybody's
}

QTEST_APPLESS_MAIN(TestPlaces)
#include "tst_places.moc"
