// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/environments/environmentlist.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using environments::Environment;
using ui::EnvironmentList;

namespace {

Environment named(const QString &name)
{
    Environment environment;
    environment.name = name;
    environment.url = u"http://%1.example.com"_s.arg(name.toLower());
    return environment;
}

QStringList namesIn(const EnvironmentList &list)
{
    QStringList names;
    for (const Environment &environment : list.environments())
        names.append(environment.name);
    return names;
}

} // namespace

class TestEnvironmentList : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void savesAndRemoves();
    void renames();
    void keepsTheOrderOfWhatIsAsked();
    void failedRemovalIsTold();
    void brokenFileIsTold();

private:
    QString path() const { return m_folder->filePath(u"environments.json"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestEnvironmentList::savesAndRemoves()
{
    EnvironmentList list(path());
    QSignalSpy saved(&list, &EnvironmentList::saved);
    QSignalSpy removed(&list, &EnvironmentList::removed);
    list.refresh();
    QVERIFY(list.isBusy());
    QTRY_VERIFY(!list.isBusy());
    QCOMPARE(namesIn(list), QStringList());
    list.save(named(u"Staging"_s), {});
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(namesIn(list), QStringList{u"Staging"_s}); // already when it is told
    QVERIFY(*list.find(u"Staging"_s) == named(u"Staging"_s));
    list.remove(u"Staging"_s);
    QTRY_COMPARE(removed.size(), 1);
    QVERIFY(!list.find(u"Staging"_s));
}

void TestEnvironmentList::renames()
{
    EnvironmentList list(path());
    list.save(named(u"Old"_s), {});
    list.save(named(u"New"_s), u"Old"_s);
    QTRY_VERIFY(!list.isBusy());
    QCOMPARE(namesIn(list), QStringList{u"New"_s});
}

void TestEnvironmentList::keepsTheOrderOfWhatIsAsked()
{
    EnvironmentList list(path());
    QStringList expected;
    for (int i = 0; i < 20; ++i) {
        expected.append(u"E%1"_s.arg(i));
        list.save(named(expected.constLast()), {});
    }
    list.remove(u"E7"_s);
    expected.removeAt(7);
    QTRY_VERIFY(!list.isBusy());
    QCOMPARE(namesIn(list), expected);
}

void TestEnvironmentList::failedRemovalIsTold()
{
    EnvironmentList list(path());
    QSignalSpy failed(&list, &EnvironmentList::failed);
    list.remove(u"Nobody"_s);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.at(0).at(0).value<Error>().message.contains("Nobody"_L1));
}

void TestEnvironmentList::brokenFileIsTold()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{ oops");
    file.close();
    EnvironmentList list(path());
    list.refresh();
    QTRY_VERIFY(!list.isBusy());
    QCOMPARE(list.warnings().size(), 1);
    QVERIFY(!list.error());
}

QTEST_GUILESS_MAIN(TestEnvironmentList)

#include "tst_environmentlist.moc"
