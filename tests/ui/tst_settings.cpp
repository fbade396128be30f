// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "support/smallestfile.h"
#include "ui/settings.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace closeout::ui;

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void areTheirOwnersAlone();
    void whatCannotBeWrittenLeavesTheOldOnes();

private:
    QString path() const { return m_folder->filePath(u"closeout/window.ini"_s); }
    void speak(const QString &language) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettings::speak(const QString &language) const
{
    Settings settings(path());
    settings.setLanguage(language);
    settings.save();
}

void TestSettings::areTheirOwnersAlone()
{
    const mode_t before = umask(0);
    speak(u"de"_s);
    umask(before);
    QCOMPARE(Settings(path()).language(), u"de"_s);
    struct stat file;
    QCOMPARE(stat(qPrintable(path()), &file), 0);
    QCOMPARE(int(file.st_mode & 0777), 0600);
}

void TestSettings::whatCannotBeWrittenLeavesTheOldOnes()
{
    speak(u"de"_s);
    {
        const SmallestFile limit(20);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"could not be kept: .+"_s));
        speak(u"en"_s);
    }
    QCOMPARE(Settings(path()).language(), u"de"_s);
}

QTEST_MAIN(TestSettings)

#include "tst_settings.moc"
