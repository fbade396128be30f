// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "environments/environmentfile.h"
#include "support/smallestfile.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <sys/stat.h>
#include <thread>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::environments;

class TestEnvironmentFile : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void missingFileHasNone();
    void readsWhatWasSaved();
    void savingKeepsWhatIsNotChanged();
    void brokenFileIsKeptAside_data();
    void brokenFileIsKeptAside();
    void brokenFileIsNotOverwritten();
    void unusableEntryIsTold();
    void misspeltSafetyIsNotCareless();
    void carelessNamesakeDoesNotWin();
    void theStricterSafetyHolds_data();
    void theStricterSafetyHolds();
    void whatStandsTwiceIsNotUsed_data();
    void whatStandsTwiceIsNotUsed();
    void fullDiskLeavesTheOldFile();
    void writersDoNotLoseEachOther();
    void onlyWhatIsSaidIsChanged();
    void whatIsNoFileIsTold_data();
    void whatIsNoFileIsTold();
    void wrongTypesAreNotLeftOut_data();
    void wrongTypesAreNotLeftOut();
    void unknownMemberIsTold();
    void passwordBelongsToUserAndServer();
    void addressesShareADeployment();
    void safetyThatIsNotSaidIsConfirm();
    void unknownNameSaysWhichThereAre();
    void removes();
    void connectionIsChecked_data();
    void connectionIsChecked();

private:
    void write(const QByteArray &text);
    QByteArray read() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<EnvironmentFile> m_file;
};

namespace {

Environment staging()
{
    Environment environment;
    environment.name = u"Staging"_s;
    environment.url = u"https://gms.example.com:8443"_s;
    environment.user = u"ada"_s;
    environment.headers = {u"ContactCenterId: 1"_s, u"GroupId: \"north\""_s};
    environment.stuckRules = {u"old: age>2d"_s, u"\"quiet\": idle>1h"_s};
    environment.safety = SafetyLevel::ConfirmCount;
    environment.colour = u"#c01c28"_s;
    environment.timeoutSeconds = 12;
    environment.deployment = u"north"_s;
    return environment;
}

} // namespace

void TestEnvironmentFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file.emplace(m_folder->filePath(u"environments.json"_s));
}

void TestEnvironmentFile::write(const QByteArray &text)
{
    QFile file(m_file->path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray TestEnvironmentFile::read() const
{
    QFile file(m_file->path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

void TestEnvironmentFile::missingFileHasNone()
{
    const auto loaded = m_file->load();
    QVERIFY(loaded);
    QCOMPARE(loaded->environments.size(), 0);
    QCOMPARE(loaded->warnings.size(), 0);
    QVERIFY(!QFile::exists(m_file->path()));
}

void TestEnvironmentFile::readsWhatWasSaved()
{
    Environment plain;
    plain.name = u"Plain \"one\""_s;
    plain.url = u"http://localhost:8080"_s;
    plain.dialect = contract::Dialect::V81;
    plain.safety = SafetyLevel::ReadOnly;
    plain.openStates = OpenStates::Ignore;
    QVERIFY(m_file->save(staging()));
    QVERIFY(m_file->save(plain));
    const auto loaded = m_file->load();
    QCOMPARE(loaded->warnings, QStringList());
    QCOMPARE(loaded->environments.size(), 2);
    QVERIFY(loaded->environments.at(0) == staging());
    QVERIFY(loaded->environments.at(1) == plain);
    QVERIFY(*m_file->load()->find(plain.name) == plain);
    QVERIFY(read().contains("\n      \"name\": \"Staging\",\n")); // laid out for a person
}

void TestEnvironmentFile::savingKeepsWhatIsNotChanged()
{
    const QByteArray first = R"({ "name":"A","url":"http://a" , "safety":"none"  })";
    write("{\n\t\"note\": \"by hand\",\n\t\"environments\": [ " + first
          + R"(, {"name": "Staging", "url": "http://old", "contact": "bob"} ],  "more": 1.10 })");
    QVERIFY(m_file->save(staging()));
    const QByteArray after = read();
    QVERIFY(
        after.startsWith("{\n\t\"note\": \"by hand\",\n\t\"environments\": [ " + first + ", {"));
    QVERIFY(after.endsWith("} ],  \"more\": 1.10 }"));
    QVERIFY(after.contains("\"contact\": \"bob\""));
    QVERIFY(*m_file->load()->find(u"Staging"_s) == staging());
}

void TestEnvironmentFile::brokenFileIsKeptAside_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("not JSON") << QByteArray("{\"environments\": [,]}");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("no list inside") << QByteArray(R"({"environments": {}})");
}

void TestEnvironmentFile::brokenFileIsKeptAside()
{
    QFETCH(const QByteArray, text);
    write(text);
    const auto loaded = m_file->load();
    QVERIFY(loaded);
    QCOMPARE(loaded->environments.size(), 0);
    QCOMPARE(loaded->warnings.size(), 1);
    QCOMPARE(m_file->load()->warnings.size(), 1); // and it is not forgotten
    const QStringList files = QDir(m_folder->path()).entryList(QDir::Files);
    QCOMPARE(files.size(), 1);
    QVERIFY(files.first().startsWith("environments.json.broken-"_L1));
    QVERIFY(loaded->warnings.first().contains(files.first()));
    QFile aside(m_folder->filePath(files.first()));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), text);
}

void TestEnvironmentFile::brokenFileIsNotOverwritten()
{
    write("{ broken");
    QVERIFY(!m_file->save(staging()));
    QCOMPARE(read(), "{ broken");
}

void TestEnvironmentFile::unusableEntryIsTold()
{
    write("{\"environments\": [\n{\"name\":\"A\",\"url\":\"http://a\",\"dialect\":\"9\"},\n"
          "{\"name\":\"B\",\"url\":\"http://b\"},\n{\"name\":\"B\",\"url\":\"http://c\"}]}");
    const auto loaded = m_file->load();
    QCOMPARE(loaded->environments.size(), 1);
    QCOMPARE(loaded->environments.first().url, u"http://b"_s);
    QCOMPARE(loaded->warnings.size(), 2);
    QVERIFY(loaded->warnings.first().contains("line 2"_L1));
    QVERIFY(loaded->warnings.first().contains("“A”"_L1)
            || loaded->warnings.first().contains(u"“A”"));
    QVERIFY(QFile::exists(m_file->path())); // an entry is no reason to put the file aside
}

void TestEnvironmentFile::misspeltSafetyIsNotCareless()
{
    write(R"({"environments": [{"name":"A","url":"http://a","safety":"readonly"}]})");
    const auto found = m_file->load()->find(u"A"_s);
    QVERIFY(!found);
    QVERIFY(m_file->load()->warnings.constFirst().contains("readonly"_L1));
}

void TestEnvironmentFile::carelessNamesakeDoesNotWin()
{
    write(R"({"environments": [{"name":"A","url":"http://a","safety":"readonly"},)"
          R"({"name":"A","url":"http://a","safety":"none"}]})");
    QVERIFY(!m_file->load()->find(u"A"_s));
}

void TestEnvironmentFile::theStricterSafetyHolds_data()
{
    QTest::addColumn<QByteArray>("entries");
    QTest::addColumn<SafetyLevel>("safety");
    const QByteArray place = R"({"name":"A","url":"http://a")";
    QTest::newRow("member, the strict one first")
        << place + R"(,"safety":"read-only","safety":"none"})" << SafetyLevel::ReadOnly;
    QTest::newRow("member, the strict one last")
        << place + R"(,"safety":"none","safety":"confirm-count"})" << SafetyLevel::ConfirmCount;
    QTest::newRow("member, spelled otherwise")
        << place + R"(,"s\u0061fety":"read-only","safety":"none"})" << SafetyLevel::ReadOnly;
    QTest::newRow("namesake, the strict one last") << place + R"(,"safety":"none"},)" + place
            + R"(,"safety":"read-only"})" << SafetyLevel::ReadOnly;
    QTest::newRow("namesake that says nothing")
        << place + R"(,"safety":"none"},)" + place + "}" << SafetyLevel::Confirm;
}

void TestEnvironmentFile::theStricterSafetyHolds()
{
    QFETCH(const QByteArray, entries);
    QFETCH(const SafetyLevel, safety);
    write("{\"environments\": [" + entries + "]}");
    const auto loaded = m_file->load();
    const Result<Environment> found = loaded->find(u"A"_s);
    QVERIFY2(found, qPrintable(loaded->warnings.join(u'\n')));
    QCOMPARE(found->safety, safety);
    QCOMPARE(loaded->warnings.size(), 1);
    QVERIFY(loaded->warnings.constFirst().contains("twice"_L1));
    QVERIFY(loaded->warnings.constFirst().contains(safetyName(safety)));
}

void TestEnvironmentFile::whatStandsTwiceIsNotUsed_data()
{
    QTest::addColumn<QByteArray>("list"); // of environments
    const QByteArray name = R"("name":"A")";
    QTest::newRow("URL") << QByteArray("{") + name + R"(,"url":"http://a","url":"http://b"})";
    QTest::newRow("headers") << QByteArray("{") + name
            + R"(,"url":"http://a","headers":["GroupId: 1"],"headers":["GroupId: 2"]})";
    QTest::newRow("name") << QByteArray(R"({"name":"B",)") + name + R"(,"url":"http://a"})";
    QTest::newRow("the other name") << QByteArray("{") + name + R"(,"name":"B","url":"http://a"})";
    QTest::newRow("safety of which one is nonsense")
        << QByteArray("{") + name + R"(,"url":"http://a","safety":"readonly","safety":"none"})";
    QTest::newRow("entry of which one is nonsense") << QByteArray("{") + name
            + R"(,"url":"http://a","safety":"none"},{)" + name
            + R"(,"url":"http://a","safety":"readonly"})";
    QTest::newRow("list") << QByteArray("{") + name + R"(,"url":"http://a"}], "environments": [{)"
            + name + R"(,"url":"http://a","safety":"none"})";
}

void TestEnvironmentFile::whatStandsTwiceIsNotUsed()
{
    QFETCH(const QByteArray, list);
    write("{\"environments\": [" + list + "]}");
    const auto loaded = m_file->load();
    QVERIFY(!loaded->find(u"A"_s));
    QVERIFY(!loaded->warnings.isEmpty());
}

// As on a disk that is full: what was there stays, and nobody is told that it was saved.
void TestEnvironmentFile::fullDiskLeavesTheOldFile()
{
    QVERIFY(m_file->save(staging()));
    const QByteArray before = read();
    Environment other = staging();
    other.name = u"Other"_s;
    for (const rlim_t room : {rlim_t(0), rlim_t(100), rlim_t(before.size())}) {
        const SmallestFile limit(room);
        const Result<void> saved = m_file->save(other);
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::Storage);
        QVERIFY(saved.error().message.contains(m_file->path()));
        QCOMPARE(read(), before);
    }
    QCOMPARE(QDir(m_folder->path()).entryList({u".closeout*"_s}, QDir::Files | QDir::Hidden),
             QStringList()); // nor is the half of it left
    QVERIFY(m_file->save(other));
    QCOMPARE(m_file->load()->environments.size(), 2);
}

void TestEnvironmentFile::writersDoNotLoseEachOther()
{
    constexpr int count = 24;
    std::vector<std::thread> writers;
    std::atomic<int> saved = 0;
    for (int i = 0; i < count; ++i) {
        writers.emplace_back([this, i, &saved] {
            Environment environment = staging();
            environment.name = QString::number(i);
            saved += EnvironmentFile(m_file->path()).save(environment) ? 1 : 0;
        });
    }
    for (std::thread &writer : writers)
        writer.join();
    QCOMPARE(saved.load(), count);
    QCOMPARE(m_file->load()->environments.size(), count);
}

void TestEnvironmentFile::onlyWhatIsSaidIsChanged()
{
    const auto changeUser = [](std::optional<Environment> old) -> Result<Environment> {
        Environment environment = old.value_or(Environment());
        if (!old)
            environment.url = u"http://new"_s;
        environment.name = u"Staging"_s;
        environment.user = u"bob"_s;
        return environment;
    };
    QVERIFY(m_file->change(u"Staging"_s, changeUser));
    QCOMPARE(m_file->load()->find(u"Staging"_s)->url, u"http://new"_s);
    QVERIFY(m_file->save(staging()));
    QVERIFY(m_file->change(u"Staging"_s, changeUser));
    Environment wanted = staging();
    wanted.user = u"bob"_s;
    QVERIFY(*m_file->load()->find(u"Staging"_s) == wanted);
    const auto refused = m_file->change(u"Staging"_s, [](std::optional<Environment>) {
        return Result<Environment>(failure(ErrorKind::InvalidInput, u"No."_s));
    });
    QCOMPARE(refused.error().message, u"No."_s);
    QVERIFY(*m_file->load()->find(u"Staging"_s) == wanted);
    // What it says is not known, so nothing of it may be made careless by what is left out.
    write(R"({"environments": [{"name":"Staging","url":"http://a","safety":"readonly"}]})");
    const QByteArray before = read();
    const auto unusable = m_file->change(u"Staging"_s, changeUser);
    QVERIFY(!unusable);
    QVERIFY(unusable.error().message.contains("readonly"_L1));
    QCOMPARE(read(), before);
}

void TestEnvironmentFile::whatIsNoFileIsTold_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"folder", "pipe", "links in a ring", "below a file"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

// Neither shown as empty nor waited for, and never replaced.
void TestEnvironmentFile::whatIsNoFileIsTold()
{
    QFETCH(const QString, what);
    const QByteArray path = m_file->path().toLocal8Bit();
    if (what == "folder"_L1) {
        QVERIFY(QDir().mkdir(m_file->path()));
    } else if (what == "pipe"_L1) {
        QCOMPARE(mkfifo(path.constData(), 0600), 0);
    } else if (what == "links in a ring"_L1) {
        QVERIFY(QFile::link(m_file->path(), m_file->path()));
    } else {
        write("{}");
        m_file.emplace(m_file->path() + "/environments.json"_L1);
    }
    const auto loaded = m_file->load();
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().kind, ErrorKind::Storage);
    QVERIFY(loaded.error().message.contains(m_file->path()));
    QVERIFY(!m_file->save(staging()));
    QVERIFY(!m_file->load());
}

void TestEnvironmentFile::wrongTypesAreNotLeftOut_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::newRow("headers are a string") << QByteArray(R"("headers":"ContactCenterId: 7")");
    QTest::newRow("a header is a number") << QByteArray(R"("headers":[7])");
    QTest::newRow("rules are an object") << QByteArray(R"("stuck_rules":{"old":"age>2d"})");
    QTest::newRow("user is a list") << QByteArray(R"("user":["ada"])");
    QTest::newRow("time-out is a string") << QByteArray(R"("timeout_seconds":"30")");
    QTest::newRow("open states, misspelt") << QByteArray(R"("open_states":"ignored")");
    QTest::newRow("no URL") << QByteArray(R"("url":"")");
}

void TestEnvironmentFile::wrongTypesAreNotLeftOut()
{
    QFETCH(const QByteArray, member);
    write(R"({"environments": [{"name":"A","url":"http://a",)" + member + "}]}");
    const auto loaded = m_file->load();
    QVERIFY(!loaded->find(u"A"_s));
    QCOMPARE(loaded->warnings.size(), 1);
}

void TestEnvironmentFile::unknownMemberIsTold()
{
    write(R"({"environments": [{"name":"A","url":"http://a","sefety":"read-only"}]})");
    QVERIFY(m_file->load()->find(u"A"_s));
    QVERIFY(m_file->load()->warnings.constFirst().contains("sefety"_L1));
}

void TestEnvironmentFile::addressesShareADeployment()
{
    const auto at = [](const QString &url, const QString &deployment) {
        Environment environment;
        environment.name = url;
        environment.url = url;
        environment.deployment = deployment;
        return environment;
    };
    const QString north = u"https://north.example:443/genesys/1/cs"_s;
    const QString south = u"https://south.example:8443/genesys/1/cs"_s;
    const QList<Environment> known{at(u"https://north.example"_s, u"cluster"_s),
                                   at(u"https://South.example:8443/"_s, u"cluster"_s),
                                   at(u"https://west.example"_s, {})};
    const contract::Deployment listed = deploymentOf(known.at(1), known);
    QCOMPARE(listed.id, u"cluster"_s);
    QCOMPARE(listed.addresses, QStringList({south, north}));
    // A bare URL belongs to the deployment that lists it, else to itself.
    QCOMPARE(deploymentOf(at(u"https://north.example.:443"_s, {}), known).id, u"cluster"_s);
    const contract::Deployment bare = deploymentOf(at(u"https://west.example"_s, {}), known);
    QCOMPARE(bare.id, u"https://west.example:443/genesys/1/cs"_s);
    QCOMPARE(bare.addresses, QStringList{bare.id});
}

void TestEnvironmentFile::passwordBelongsToUserAndServer()
{
    Environment environment = staging();
    const QString key = secretKey(environment);
    QCOMPARE(key, u"ada@https://gms.example.com:8443"_s);
    environment.name = u"Another"_s;
    QCOMPARE(secretKey(environment), key);
    environment.url = u"https://elsewhere.example.com:8443"_s;
    QVERIFY(secretKey(environment) != key);
    environment = staging();
    environment.user = u"bob"_s;
    QVERIFY(secretKey(environment) != key);
}

void TestEnvironmentFile::safetyThatIsNotSaidIsConfirm()
{
    write(R"({"environments": [{"name":"A","url":"http://a"}]})");
    QCOMPARE(m_file->load()->find(u"A"_s)->safety, SafetyLevel::Confirm);
}

void TestEnvironmentFile::unknownNameSaysWhichThereAre()
{
    QVERIFY(m_file->save(staging()));
    const auto found = m_file->load()->find(u"staging"_s);
    QVERIFY(!found);
    QVERIFY(found.error().message.contains("Staging"_L1));
}

void TestEnvironmentFile::removes()
{
    QVERIFY(m_file->save(staging()));
    QVERIFY(m_file->remove(u"Staging"_s));
    QCOMPARE(m_file->load()->environments.size(), 0);
    QVERIFY(!m_file->remove(u"Staging"_s));
    QVERIFY(m_file->save(staging()));
    QCOMPARE(m_file->load()->environments.size(), 1);
}

void TestEnvironmentFile::connectionIsChecked_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("value");
    QTest::newRow("URL") << u"url"_s << u"gms:8080"_s;
    QTest::newRow("password in the URL") << u"url"_s << u"http://ada:secret@gms"_s;
    QTest::newRow("header") << u"header"_s << u"ContactCenterId 1"_s;
    QTest::newRow("header twice") << u"header"_s << u"contactcenterid: 2"_s;
    QTest::newRow("path that is rewritten") << u"url"_s << u"http://gms/a/../b"_s;
    QTest::newRow("header of ours") << u"header"_s << u"Content-Length: 1"_s;
    QTest::newRow("header that smuggles another") << u"header"_s << u"A: b\r\nX: y"_s;
    QTest::newRow("user") << u"user"_s << u"a:b"_s;
    QTest::newRow("CA file") << u"ca"_s << u"/nowhere/ca.pem"_s;
    QTest::newRow("CA file without certificates") << u"ca"_s << QString::fromUtf8(__FILE__);
    QTest::newRow("time-out") << u"timeout"_s << u"0"_s;
}

void TestEnvironmentFile::connectionIsChecked()
{
    QFETCH(const QString, part);
    QFETCH(const QString, value);
    Environment environment = staging();
    QVERIFY(connectionTo(environment, u"pw"_s));
    if (part == "url"_L1)
        environment.url = value;
    else if (part == "header"_L1)
        environment.headers.append(value);
    else if (part == "user"_L1)
        environment.user = value;
    else if (part == "ca"_L1)
        environment.authoritiesFile = value;
    else
        environment.timeoutSeconds = value.toInt();
    const auto connection = connectionTo(environment, u"pw"_s);
    QVERIFY(!connection);
    QCOMPARE(connection.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!connection.error().message.contains("secret"_L1));
}

QTEST_GUILESS_MAIN(TestEnvironmentFile)
#include "tst_environmentfile.moc"
