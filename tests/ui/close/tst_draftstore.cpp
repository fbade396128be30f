// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "support/smallestfile.h"
#include "ui/close/draft/draftstore.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;
using contract::Target;

class TestDraftStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyByteSurvives_data();
    void everyByteSurvives();
    void fieldsSurvive();
    void historySurvivesWhereItFits();
    void eachPlaceHasItsOwnFile_data();
    void eachPlaceHasItsOwnFile();
    void isWrittenBySomeTimeAlone();
    void readsWhatIsNotYetWritten();
    void newestIsKept();
    void discardsBehindAWrite();
    void nothingThereIsNothing();
    void brokenFileIsPutAside_data();
    void brokenFileIsPutAside();
    void fileOfAnotherPlaceIsNotTaken();
    void folderThatCannotBeIsTold();
    void fullDiskLeavesTheOldDraft();
    void isReadableByItsOwnerAlone();
    void knowsWhichPlacesHaveOne();
    void tellsOfAnotherProgram();

private:
    std::optional<KeptDraft> read(DraftStore &store, const DraftPlace &place);
    QString fileOf(const DraftPlace &place) const;
    void write(const QString &path, const QByteArray &text);

    std::unique_ptr<QTemporaryDir> m_folder;
    DraftPlace m_place;
    KeptDraft m_draft;
};

void TestDraftStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_place = {u"Staging"_s,
               QUrl(u"https://gms:8443/genesys/1/cs"_s),
               {Target::Kind::Task, u"95"_s, u"3"_s}};
    m_draft = {};
    m_draft.payload = "{}";
}

QString TestDraftStore::fileOf(const DraftPlace &place) const
{
    return m_folder->filePath(u"drafts/"_s + place.fileName());
}

void TestDraftStore::write(const QString &path, const QByteArray &text)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

std::optional<KeptDraft> TestDraftStore::read(DraftStore &store, const DraftPlace &place)
{
    bool isDone = false;
    std::optional<KeptDraft> result;
    store.read(place, this, [&](const std::optional<KeptDraft> &kept) {
        isDone = true;
        result = kept;
    });
    [&] { QTRY_VERIFY(isDone); }();
    return result;
}

void TestDraftStore::everyByteSurvives_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("layout") << QByteArray("{\r\n\t\"a\" :\n1.10 , \"a\":18446744073709551615}\n");
    QTest::newRow("escapes") << QByteArray(R"({"\u0041\/":"\ud800 \u0000 \"\\"})");
    QTest::newRow("beyond ASCII") << QByteArray("{\"\xc3\xa4\":\"\xf0\x9f\x98\x80 \xef\xbf\xbf\"}");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{\"a\":\"\xef\xbb\xbf\"}");
    QTest::newRow("line separators") << QByteArray("{\"a\":\"\xe2\x80\xa8\x7f\"}");
}

void TestDraftStore::everyByteSurvives()
{
    QFETCH(QByteArray, payload);
    m_draft.payload = payload;
    {
        DraftStore store(m_folder->filePath(u"drafts"_s));
        store.keep(m_place, m_draft);
    }
    DraftStore store(m_folder->filePath(u"drafts"_s));
    const std::optional<KeptDraft> kept = read(store, m_place);
    QVERIFY(kept);
    QCOMPARE(kept->payload, payload);
    QVERIFY(*kept == m_draft);
    QVERIFY(store.isKept(m_place));
}

void TestDraftStore::fieldsSurvive()
{
    m_draft.stamp = Stamp::Chosen;
    m_draft.chosen = QDateTime({2026, 11, 19}, {6, 42, 7, 123}, Qt::UTC);
    m_draft.fields = {{u"disposition"_s, u"\"10\""_s},
                      {u"disposition_desc"_s, QString::fromUtf8("\xf0\x9f\x98\x80\n\t")},
                      {u"ttl"_s, u"18446744073709551616"_s}};
    {
        DraftStore store(m_folder->filePath(u"drafts"_s));
        store.keep(m_place, m_draft);
    }
    DraftStore store(m_folder->filePath(u"drafts"_s));
    QVERIFY(read(store, m_place) == m_draft);
}

void TestDraftStore::historySurvivesWhereItFits()
{
    m_draft.payload = "{\"a\":2}";
    m_draft.history.add({edit::Change::Kind::Value, {0}, {}, 1, {{5, "1", "2"}}, u"Edit “a”"_s});
    const QString folder = m_folder->filePath(u"drafts"_s);
    {
        DraftStore store(folder);
        store.keep(m_place, m_draft);
    }
    {
        DraftStore store(folder);
        const std::optional<KeptDraft> kept = read(store, m_place);
        QVERIFY(kept);
        QVERIFY(*kept == m_draft);
        QCOMPARE(kept->history.size(), 1);
    }
    QFile file(folder + u'/' + m_place.fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    // Somebody has edited the payload by hand: the draft is good, its history is not.
    const QByteArray other = file.readAll().replace(R"({\"a\":2})", R"({\"a\":3})");
    file.close();
    write(file.fileName(), other);
    DraftStore store(folder);
    const std::optional<KeptDraft> kept = read(store, m_place);
    QVERIFY(kept);
    QCOMPARE(kept->payload, "{\"a\":3}");
    QCOMPARE(kept->history.size(), 0);
}

void TestDraftStore::eachPlaceHasItsOwnFile_data()
{
    QTest::addColumn<DraftPlace>("other");
    const DraftPlace place{u"Staging"_s,
                           QUrl(u"https://gms:8443/genesys/1/cs"_s),
                           {Target::Kind::Task, u"95"_s, u"3"_s}};
    const auto row = [&](const char *name, auto change) {
        DraftPlace other = place;
        change(other);
        QTest::newRow(name) << other;
    };
    row("environment", [](DraftPlace &other) { other.environment = u"staging"_s; });
    row("server", [](DraftPlace &other) { other.baseUrl.setPort(8444); });
    row("target", [](DraftPlace &other) { other.target.kind = Target::Kind::Service; });
    row("service", [](DraftPlace &other) { other.target.serviceId = u"953"_s; });
    row("task", [](DraftPlace &other) { other.target.id = u"03"_s; });
    row("ids glued", [](DraftPlace &other) {
        other.target.serviceId = u"9"_s;
        other.target.id = u"53"_s;
    });
    row("path in an id", [](DraftPlace &other) { other.target.serviceId = u"../../95"_s; });
}

void TestDraftStore::eachPlaceHasItsOwnFile()
{
    QFETCH(DraftPlace, other);
    QVERIFY(other.fileName() != m_place.fileName());
    QVERIFY(!other.fileName().contains(u'/'));
    DraftStore store(m_folder->filePath(u"drafts"_s));
    store.keep(m_place, m_draft);
    QVERIFY(!read(store, other));
}

void TestDraftStore::isWrittenBySomeTimeAlone()
{
    DraftStore store(m_folder->filePath(u"drafts"_s));
    QSignalSpy kept(&store, &DraftStore::kept);
    store.keep(m_place, m_draft);
    QVERIFY(!store.isKept(m_place));
    QTRY_COMPARE(kept.size(), 1);
    QVERIFY(store.isKept(m_place));
    QVERIFY(QFile::exists(fileOf(m_place)));
}

void TestDraftStore::readsWhatIsNotYetWritten()
{
    DraftStore store(m_folder->filePath(u"drafts"_s));
    m_draft.payload = R"({"a":1})";
    store.keep(m_place, m_draft);
    QVERIFY(read(store, m_place) == m_draft); // waiting
    store.flush();
    QVERIFY(read(store, m_place) == m_draft); // perhaps being written
}

void TestDraftStore::newestIsKept()
{
    {
        DraftStore store(m_folder->filePath(u"drafts"_s));
        for (int i = 0; i < 20; ++i) {
            m_draft.payload = "{\"a\":" + QByteArray::number(i) + '}';
            store.keep(m_place, m_draft);
            if (i % 3 == 0)
                store.flush();
        }
    }
    DraftStore store(m_folder->filePath(u"drafts"_s));
    QVERIFY(read(store, m_place) == m_draft);
}

void TestDraftStore::discardsBehindAWrite()
{
    {
        DraftStore store(m_folder->filePath(u"drafts"_s));
        store.keep(m_place, m_draft);
        store.flush();
        store.discard(m_place);
        QVERIFY(!read(store, m_place));
        QVERIFY(!store.isKept(m_place));
    }
    QVERIFY(!QFile::exists(fileOf(m_place)));
}

void TestDraftStore::nothingThereIsNothing()
{
    DraftStore store(m_folder->filePath(u"drafts"_s));
    QSignalSpy failed(&store, &DraftStore::failed);
    QVERIFY(!read(store, m_place));
    QVERIFY(!store.isKept(m_place));
    QVERIFY(failed.isEmpty());
}

void TestDraftStore::brokenFileIsPutAside_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray whole = draftAsJson({u"Staging"_s,
                                          QUrl(u"https://gms:8443/genesys/1/cs"_s),
                                          {Target::Kind::Task, u"95"_s, u"3"_s}},
                                         {{}, Stamp::Server, {}, "{}"});
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << whole.first(whole.size() / 2);
    QTest::newRow("no JSON") << QByteArray("\0\0\0", 3);
    QTest::newRow("no stamp") << QByteArray(whole).replace("\"server\"", "\"never\"");
    QTest::newRow("payload is no text") << QByteArray(whole).replace("\"{}\"", "{}");
    QTest::newRow("payload is no object") << QByteArray(whole).replace("\"{}\"", "\"[]\"");
    QTest::newRow("payload is broken") << QByteArray(whole).replace("\"{}\"", "\"{\"");
    QTest::newRow("payload stands twice")
        << QByteArray(whole).replace("\"payload\"", "\"payload\": \"{}\", \"payload\"");
    QTest::newRow("chosen is no moment")
        << QByteArray(whole).replace("\"fields\"", "\"chosen\": \"today\", \"fields\"");
}

void TestDraftStore::brokenFileIsPutAside()
{
    QFETCH(QByteArray, text);
    write(fileOf(m_place), text);
    DraftStore store(m_folder->filePath(u"drafts"_s));
    QSignalSpy failed(&store, &DraftStore::failed);
    QVERIFY(!read(store, m_place));
    QCOMPARE(failed.size(), 1);
    const auto error = failed.at(0).at(0).value<Error>();
    QCOMPARE(error.kind, ErrorKind::Storage);
    QVERIFY2(error.message.contains(u"task 95/3"), qPrintable(error.message));
    QVERIFY2(error.message.contains(u".broken"), qPrintable(error.message));
    QVERIFY(!QFile::exists(fileOf(m_place)));
    QFile aside(fileOf(m_place) + ".broken"_L1);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), text);
}

void TestDraftStore::fileOfAnotherPlaceIsNotTaken()
{
    DraftPlace other = m_place;
    other.target.serviceId = u"96"_s;
    write(fileOf(m_place), draftAsJson(other, m_draft));
    DraftStore store(m_folder->filePath(u"drafts"_s));
    QSignalSpy failed(&store, &DraftStore::failed);
    QVERIFY(!read(store, m_place));
    QCOMPARE(failed.size(), 1);
}

void TestDraftStore::folderThatCannotBeIsTold()
{
    write(m_folder->filePath(u"drafts"_s), "a file where the folder should be");
    DraftStore store(m_folder->filePath(u"drafts"_s));
    QSignalSpy failed(&store, &DraftStore::failed);
    store.keep(m_place, m_draft);
    store.flush();
    QTRY_COMPARE(failed.size(), 1);
    const auto error = failed.at(0).at(0).value<Error>();
    QCOMPARE(error.kind, ErrorKind::Storage);
    QVERIFY2(error.message.contains(u"task 95/3 could not be kept"), qPrintable(error.message));
    QVERIFY2(error.message.contains(m_folder->filePath(u"drafts"_s)), qPrintable(error.message));
    QVERIFY(!store.isKept(m_place));
}

void TestDraftStore::fullDiskLeavesTheOldDraft()
{
    DraftStore store(m_folder->filePath(u"drafts"_s));
    store.keep(m_place, m_draft);
    store.flush();
    QTRY_VERIFY(store.isKept(m_place));
    KeptDraft newer = m_draft;
    newer.payload = R"({"a":1})";
    const SmallestFile limit(20);
    QSignalSpy failed(&store, &DraftStore::failed);
    store.keep(m_place, newer);
    store.flush();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!store.isKept(m_place));
    QVERIFY(read(store, m_place) == m_draft);
}

void TestDraftStore::isReadableByItsOwnerAlone()
{
    {
        DraftStore store(m_folder->filePath(u"drafts"_s));
        store.keep(m_place, m_draft);
    }
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(fileOf(m_place)) & others));
}

void TestDraftStore::knowsWhichPlacesHaveOne()
{
    const QString folder = m_folder->filePath(u"drafts"_s);
    DraftPlace service = m_place;
    service.target = contract::serviceTarget(service.target.serviceId);
    {
        DraftStore before(folder);
        before.keep(m_place, m_draft);
    }
    write(folder + u"/broken.json"_s, "{");
    DraftStore store(folder);
    QSignalSpy changed(&store, &DraftStore::placesChanged);
    QCOMPARE(store.places().size(), 0); // it has not looked yet
    store.look();
    QTRY_COMPARE(store.places(), QList{m_place});
    store.keep(service, m_draft);
    QCOMPARE(store.places(), QList({service, m_place}));
    store.keep(service, m_draft);
    QCOMPARE(changed.size(), 2);
    store.discard(m_place);
    QCOMPARE(store.places(), QList{service});
    store.discardAll([](const DraftPlace &) { return true; });
    QCOMPARE(store.places().size(), 0);
}

void TestDraftStore::tellsOfAnotherProgram()
{
    const QString folder = m_folder->filePath(u"drafts"_s);
    DraftStore ours(folder);
    DraftStore theirs(folder);
    QSignalSpy found(&ours, &DraftStore::foundOther);
    QSignalSpy foundThere(&theirs, &DraftStore::foundOther);
    const auto keep = [this](DraftStore &store, const QByteArray &payload) {
        m_draft.payload = payload;
        store.keep(m_place, m_draft);
        store.flush();
        QTRY_VERIFY(store.isKept(m_place));
    };
    keep(ours, "{\"a\":1}");
    keep(ours, "{\"a\":2}");
    QCOMPARE(found.size(), 0);
    QVERIFY(read(theirs, m_place));
    keep(theirs, "{\"a\":3}"); // from what it has read
    QCOMPARE(foundThere.size(), 0);
    keep(ours, "{\"a\":4}");
    QTRY_COMPARE(found.size(), 1);
    const QString aside = found.constFirst().at(1).toString();
    QFile other(aside);
    QVERIFY(other.open(QIODevice::ReadOnly));
    QVERIFY(other.readAll().contains(R"({\"a\":3})"));
    QCOMPARE(read(ours, m_place)->payload, QByteArray("{\"a\":4}"));
    keep(ours, "{\"a\":5}");
    QCOMPARE(found.size(), 1); // told once
}

QTEST_GUILESS_MAIN(TestDraftStore)

#include "tst_draftstore.moc"
