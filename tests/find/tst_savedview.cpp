// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "find/savedview.h"
#include "support/smallestfile.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::filter;
using namespace closeout::find;
using namespace closeout::rows;

class TestSavedView : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void isReadAsItWasWritten();
    void saysLittleWhereLittleIsSaid();
    void unknownMembersAreKept();
    void refuses_data();
    void refuses();
    void fileNamesAreSafe_data();
    void fileNamesAreSafe();
    void firstDay();
    void savingReplacesANamesake();
    void noViewIsSavedWithAFilterThatIsWrong();
    void renaming();
    void caseAndBlanksTellNoNames();
    void exactNameComesFirst();
    void brokenFilesAreLeftAlone();
    void importAndExport();
    void foldersThatCannotBeWritten();
    void fullDiskLeavesTheOldView();

private:
    QString path(const QString &name) const { return m_place->filePath(u"views/"_s + name); }
    QByteArray contents(const QString &path) const;
    bool write(const QString &path, const QByteArray &bytes) const;
    QStringList names() const;

    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<ViewFolder> m_folder;
};

namespace {

SavedView fullView()
{
    SavedView view;
    view.name = u"Bills “of” \"today\" / ä"_s;
    view.subject = Subject::Task;
    view.query.emplace();
    view.query->everything = true;
    view.query->customers = {u"c1"_s, u"c,2"_s};
    view.query->contactKeys = {u"k"_s};
    view.query->serviceIds = {u"18446744073709551616"_s};
    view.query->completeness = contract::Completeness::All;
    view.query->range.from = QDateTime({2026, 11, 1}, {8, 0, 0, 5}, Qt::UTC);
    view.query->range.to = QDateTime({2026, 12, 1}, {0, 0}, Qt::UTC);
    view.filter = u"type:\"Bill Payment\" -media:email"_s;
    view.columns = {{Field::Age}, {Field::TaskId}, {Field::Data, DataPath({u"a.b"_s, u"0"_s})}};
    view.sort = SortKey{Field::Data, true, DataPath({u"Feedback"_s, u"rating"_s})};
    return view;
}

} // namespace

void TestSavedView::init()
{
    m_place = std::make_unique<QTemporaryDir>();
    m_folder = std::make_unique<ViewFolder>(m_place->filePath(u"views"_s));
    QVERIFY(QDir(m_place->path()).mkdir(u"views"_s)); // no first day
}

QByteArray TestSavedView::contents(const QString &path) const
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool TestSavedView::write(const QString &path, const QByteArray &bytes) const
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QStringList TestSavedView::names() const
{
    QStringList names;
    for (const ViewFolder::Entry &entry : m_folder->load().views)
        names.append(entry.view.name);
    return names;
}

void TestSavedView::isReadAsItWasWritten()
{
    const SavedView view = fullView();
    const Result<SavedView> read = SavedView::fromJson(view.toJson({}));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->name, view.name);
    QCOMPARE(read->subject, view.subject);
    QCOMPARE(read->query->customers, view.query->customers);
    QCOMPARE(read->query->contactKeys, view.query->contactKeys);
    QCOMPARE(read->query->serviceIds, view.query->serviceIds);
    QCOMPARE(read->query->completeness, view.query->completeness);
    QCOMPARE(read->query->range.from, view.query->range.from);
    QCOMPARE(read->query->range.to, view.query->range.to);
    QVERIFY(read->query->everything);
    QCOMPARE(read->filter, view.filter);
    QVERIFY(read->columns == view.columns);
    QVERIFY(read->sort == view.sort);
    QCOMPARE(read->toJson({}), view.toJson({}));
}

void TestSavedView::saysLittleWhereLittleIsSaid()
{
    const Result<SavedView> view = SavedView::fromJson(R"({"name": " x "})");
    QVERIFY(view);
    QCOMPARE(view->name, u"x"_s);
    QVERIFY(!view->query && !view->sort && view->columns.isEmpty() && view->filter.isEmpty());
    QCOMPARE(view->subject, Subject::Service);
    QCOMPARE(view->toJson({}),
             QByteArray("{\n  \"name\": \"x\",\n  \"subject\": \"service\",\n  \"filter\": \"\"\n}"
                        "\n"));
}

void TestSavedView::unknownMembersAreKept()
{
    SavedView view;
    view.name = u"x"_s;
    const QByteArray text = view.toJson(
        R"({"name":"old","colour":"red","limit":1.10,"filter":"a","limit":1e400})");
    const QByteArray tail = "  \"colour\": \"red\",\n  \"limit\": 1.10,\n  \"limit\": 1e400\n}\n";
    QVERIFY2(text.endsWith(tail), text.constData());
    QVERIFY(SavedView::fromJson(text));
}

void TestSavedView::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    QTest::newRow("no JSON") << QByteArray("{") << u"line 1"_s;
    QTest::newRow("list") << QByteArray("[]") << u"must be a JSON object"_s;
    QTest::newRow("no name") << QByteArray("{}") << u"must have a “name”"_s;
    QTest::newRow("name") << QByteArray(R"({"name":1})") << u"“name” is of the wrong type"_s;
    QTest::newRow("columns") << QByteArray(R"({"name":"x","columns":[1]})")
                             << u"“columns” is of the wrong type"_s;
    QTest::newRow("column") << QByteArray(R"({"name":"x","columns":["shoe"]})")
                            << u"There is no column “shoe”"_s;
    QTest::newRow("column of tasks")
        << QByteArray(R"({"name":"x","columns":["task_id"]})") << u"There is no column “task_id”"_s;
    QTest::newRow("subject") << QByteArray(R"({"name":"x","subject":"shoe"})")
                             << u"“shoe” is no subject"_s;
    QTest::newRow("sources") << QByteArray(R"({"name":"x","sources":[]})")
                             << u"“sources” is of the wrong type"_s;
    QTest::newRow("ids") << QByteArray(R"({"name":"x","sources":{"service_ids":[36981723]}})")
                         << u"“service_ids” is of the wrong type"_s;
    QTest::newRow("state") << QByteArray(R"({"name":"x","sources":{"state":"shoe"}})") << u"shoe"_s;
    QTest::newRow("moment") << QByteArray(R"({"name":"x","sources":{"started_from":"shoe"}})")
                            << u"“shoe” is not a timestamp"_s;
    QTest::newRow("sort") << QByteArray(R"({"name":"x","sort":{"by":"shoe"}})")
                          << u"There is no column “shoe”"_s;
    QTest::newRow("filter twice") << QByteArray(R"({"name":"x","filter":"age>9d","filter":""})")
                                  << u"“filter” stands twice"_s;
    QTest::newRow("source twice") << QByteArray(
        R"({"name":"x","sources":{"state":"all","state":"active"}})")
                                  << u"“state” stands twice"_s;
    QTest::newRow("order") << QByteArray(R"({"name":"x","sort":{"by":"age","descending":1}})")
                           << u"“descending” is of the wrong type"_s;
}

void TestSavedView::refuses()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, says);
    const Result<SavedView> view = SavedView::fromJson(json);
    QVERIFY(!view);
    QVERIFY2(view.error().message.contains(says, Qt::CaseInsensitive),
             qPrintable(view.error().message));
}

void TestSavedView::fileNamesAreSafe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("begins");
    QTest::newRow("plain") << u"Stuck"_s << u"stuck-"_s;
    QTest::newRow("blanks") << u"  Over 24 h "_s << u"over-24-h-"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"etc-passwd-"_s;
    QTest::newRow("hidden") << u".x"_s << u"x-"_s;
    QTest::newRow("other letters") << u"日本"_s << u""_s;
    QTest::newRow("long") << QString(500, u'x') << QString(40, u'x') + u'-';
}

void TestSavedView::fileNamesAreSafe()
{
    QFETCH(QString, name);
    QFETCH(QString, begins);
    const QString fileName = ViewFolder::fileNameFor(name);
    QVERIFY2(fileName.startsWith(begins), qPrintable(fileName));
    static const QRegularExpression safe(u"^[a-z0-9][a-z0-9-]*\\.json$"_s);
    QVERIFY2(safe.match(fileName).hasMatch(), qPrintable(fileName));
    QVERIFY(ViewFolder::fileNameFor(name + u'!') != fileName);
}

void TestSavedView::firstDay()
{
    QVERIFY(QDir(m_place->path()).rmdir(u"views"_s));
    QCOMPARE(names(), (QStringList{u"Over 24 hours"_s, u"Stuck"_s}));
    for (const ViewFolder::Entry &entry : m_folder->load().views) {
        QVERIFY(Filter::parse(entry.view.filter, entry.view.subject));
        QVERIFY(m_folder->remove(entry.fileName));
    }
    QCOMPARE(names(), QStringList()); // and it stays so
}

void TestSavedView::savingReplacesANamesake()
{
    SavedView view = fullView();
    QVERIFY(m_folder->save(view));
    const QString file = path(ViewFolder::fileNameFor(view.name));
    QByteArray text = contents(file);
    QVERIFY(!text.isEmpty());
    text.replace("{\n  \"name\"", "{\n  \"colour\": \"red\",\n  \"name\"");
    QVERIFY(write(path(u"by hand.json"_s), text) && QFile::remove(file));
    view.filter = u"age>1h"_s;
    QVERIFY(m_folder->save(view)); // into the file that it is in
    QVERIFY(!QFile::exists(file));
    QVERIFY(contents(path(u"by hand.json"_s)).contains("\"colour\": \"red\""));
    QVERIFY(contents(path(u"by hand.json"_s)).contains("age>1h"));
}

void TestSavedView::noViewIsSavedWithAFilterThatIsWrong()
{
    SavedView view;
    view.name = u"Mine"_s;
    view.filter = u"agge>1h"_s;
    const auto saved = m_folder->save(view);
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::InvalidInput);
    QVERIFY(saved.error().message.startsWith(u"Its filter “agge>1h” is wrong: "));
    QCOMPARE(names(), QStringList());
}

void TestSavedView::renaming()
{
    QVERIFY(m_folder->save(fullView()));
    const QString old = ViewFolder::fileNameFor(fullView().name);
    QVERIFY(m_folder->rename(old, u" Mine "_s));
    QCOMPARE(names(), QStringList{u"Mine"_s});
    QVERIFY(!QFile::exists(path(old)));
    const QString now = ViewFolder::fileNameFor(u"Mine"_s);
    QVERIFY(m_folder->rename(now, u"Mine"_s)); // as it is
    QCOMPARE(m_folder->rename(now, u"  "_s).error().message, u"A saved view must have a name."_s);
    SavedView other;
    other.name = u"Other"_s;
    QVERIFY(m_folder->save(other));
    QCOMPARE(m_folder->rename(now, u"Other"_s).error().message,
             u"There is a view named “Other” already. Choose another name."_s);
    QCOMPARE(names(), (QStringList{u"Mine"_s, u"Other"_s}));
}

void TestSavedView::caseAndBlanksTellNoNames()
{
    SavedView view;
    view.name = u"Stuck bills"_s;
    view.filter = u"type:bill"_s;
    QCOMPARE(m_folder->save(view).value().has_value(), false);
    view.name = u" stuck Bills "_s;
    view.filter = u"type:fee"_s;
    const auto replaced = m_folder->save(view);
    QVERIFY(replaced && *replaced);
    QCOMPARE((*replaced)->name, u"Stuck bills"_s);
    QCOMPARE((*replaced)->filter, u"type:bill"_s);
    QCOMPARE(names(), QStringList{u"stuck Bills"_s});
    for (const QString &name : {u"Stuck bills"_s, u"STUCK BILLS"_s}) {
        QVERIFY(m_folder->rename(m_folder->load().views.first().fileName, name));
        QCOMPARE(names(), QStringList{name});
    }
    SavedView other;
    other.name = u"Other"_s;
    QVERIFY(m_folder->save(other));
    QVERIFY(!m_folder->rename(ViewFolder::fileNameFor(other.name), u"stuck bills"_s));
    const QString away = m_place->filePath(u"away.json"_s);
    QVERIFY(writeView(away, view));
    QVERIFY(m_folder->takeIn(away));
    QCOMPARE(names(), (QStringList{u"Other"_s, u"STUCK BILLS"_s, u"stuck Bills (2)"_s}));
}

// As they may have been put there by hand.
void TestSavedView::exactNameComesFirst()
{
    SavedView view;
    for (const QString &name : {u"a"_s, u"A"_s}) {
        view.name = name;
        QVERIFY(writeView(path(ViewFolder::fileNameFor(name)), view));
    }
    for (const QString &name : {u"a"_s, u"A"_s}) {
        view.name = name;
        view.filter = name;
        QVERIFY(m_folder->save(view));
        QVERIFY(
            contents(path(ViewFolder::fileNameFor(name))).contains("\"name\": \"" + name.toUtf8()));
    }
    QCOMPARE(names().size(), 2);
}

void TestSavedView::brokenFilesAreLeftAlone()
{
    QVERIFY(m_folder->save(fullView()));
    QVERIFY(write(path(u"broken.json"_s), "{\"name\": \"x\","));
    QVERIFY(write(path(u"notes.txt"_s), "not ours"));
    const ViewFolder::Loaded loaded = m_folder->load();
    QCOMPARE(loaded.views.size(), 1);
    QCOMPARE(loaded.problems.size(), 1);
    QVERIFY(loaded.problems.first().message.contains(u"broken.json is no saved view that can be "
                                                     "used, and was left as it is:"));
    QCOMPARE(contents(path(u"broken.json"_s)), QByteArray("{\"name\": \"x\","));
}

void TestSavedView::importAndExport()
{
    const SavedView view = fullView();
    QVERIFY(m_folder->save(view));
    const QString file = ViewFolder::fileNameFor(view.name);
    const QString away = m_place->filePath(u"away.json"_s);
    QVERIFY(m_folder->giveOut(file, away));
    QCOMPARE(contents(away), contents(path(file)));
    QVERIFY(m_folder->takeIn(away)); // nothing of one's own is overwritten
    QCOMPARE(names(), (QStringList{view.name, view.name + u" (2)"_s}));
    QVERIFY(write(away, "{}"));
    QVERIFY(m_folder->takeIn(away).error().message.contains(u"away.json is no saved view"));
    QVERIFY(write(away, R"({"name":"Bad filter","subject":"service","filter":"agge>1h"})"));
    QVERIFY(m_folder->takeIn(away).error().message.contains(u"Did you mean “age”?"));
    QCOMPARE(names(), (QStringList{view.name, view.name + u" (2)"_s}));
    QVERIFY(m_folder->takeIn(u"/nowhere/x.json"_s).error().kind == ErrorKind::Storage);
}

void TestSavedView::foldersThatCannotBeWritten()
{
    QVERIFY(QDir(m_place->path()).rmdir(u"views"_s));
    QVERIFY(write(m_place->filePath(u"views"_s), "a file in its place"));
    const auto saved = m_folder->save(fullView());
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Storage);
    QVERIFY(saved.error().message.contains(u"cannot be made"));
}

void TestSavedView::fullDiskLeavesTheOldView()
{
    SavedView view = fullView();
    QVERIFY(m_folder->save(view));
    const QString file = path(ViewFolder::fileNameFor(view.name));
    const QByteArray before = contents(file);
    view.filter = u"age>1m"_s;
    {
        const SmallestFile limit(20);
        QCOMPARE(m_folder->save(view).error().kind, ErrorKind::Storage);
        QCOMPARE(m_folder->giveOut(ViewFolder::fileNameFor(view.name), file).error().kind,
                 ErrorKind::Storage);
    }
    QCOMPARE(contents(file), before);
}

QTEST_APPLESS_MAIN(TestSavedView)
#include "tst_savedview.moc"
