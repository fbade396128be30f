// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "support/rawserver.h"
#include "ui/find/finding.h"
#include "ui/find/views/savedviewspane.h"
#include "ui/widgets/notice.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyledItemDelegate>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;
using closeout::test::RawServer;

class TestSavedViews : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void firstDay();
    void savesRenamesAndRemoves();
    void replacedIsPutBack();
    void countsWhatIsLoaded();
    void countsNothingOfWhatIsNotLoaded();
    void brokenFilesAreTold();
    void failuresAreTold();
    void successEndsTheFailure();
    void exportSaysWhere();
    void countsAreNeverCut();
    void paneApplies();
    void aClickApplies();
    void paneSavesUnderATypedName();
    void paneRenamesInPlace();

private:
    void load();
    QStringList lines() const; // of the model
    QAction *action(const QString &text) const;

    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<client::Transport> m_transport;
    std::unique_ptr<client::ContextServices> m_services;
    std::unique_ptr<Finding> m_finding;
    std::unique_ptr<SavedViews> m_views;
    std::unique_ptr<SavedViewsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<SavedViewsPane> m_pane;
};

void TestSavedViews::init()
{
    m_place = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<RawServer>();
    m_server->answerAll(RawServer::answer("200 OK", R"([
        {"service_id":1,"service_type":"Bill","started":{"timestamp":"2020-11-01T08:00:00.000Z"}},
        {"service_id":2,"service_type":"Call","started":{"timestamp":"2020-11-02T08:00:00.000Z"}},
        {"service_id":3,"service_type":"Bill","started":{"timestamp":"2020-11-03T08:00:00.000Z"}}
        ])"));
    client::Connection connection;
    connection.baseUrl = m_server->url();
    connection.timeout = std::chrono::seconds(10);
    m_transport = std::make_unique<client::Transport>(connection);
    m_services = std::make_unique<client::ContextServices>(*m_transport);
    m_finding = std::make_unique<Finding>();
    m_finding->listing.setServices(m_services.get());
    m_views = std::make_unique<SavedViews>(m_place->filePath(u"views"_s), *m_finding);
    m_model = std::make_unique<SavedViewsModel>(*m_views);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_pane = std::make_unique<SavedViewsPane>(*m_views);
    m_views->load();
    QTRY_COMPARE(m_views->entries().size(), 2);
}

void TestSavedViews::cleanup()
{
    m_pane.reset();
    m_tester.reset();
    m_model.reset();
    m_views.reset();
    m_finding.reset();
    m_services.reset();
    m_transport.reset();
    m_server.reset();
}

void TestSavedViews::load()
{
    m_finding->listing.load();
    QTRY_COMPARE(m_finding->listing.state(), Listing::State::Loaded);
}

QStringList TestSavedViews::lines() const
{
    QStringList lines;
    for (int row = 0; row < m_model->rowCount(); ++row)
        lines.append(m_model->index(row).data().toString());
    return lines;
}

QAction *TestSavedViews::action(const QString &text) const
{
    for (QAction *each : m_pane->menuActions()) {
        if (each->iconText() == text)
            return each;
    }
    return nullptr;
}

void TestSavedViews::firstDay()
{
    QCOMPARE(lines(), (QStringList{u"Over 24 hours"_s, u"Stuck"_s}));
}

void TestSavedViews::savesRenamesAndRemoves()
{
    find::SavedView view;
    view.name = u"Bills"_s;
    view.filter = u"type:bill"_s;
    m_views->save(view);
    QTRY_COMPARE(lines(), (QStringList{u"Bills"_s, u"Over 24 hours"_s, u"Stuck"_s}));
    m_views->rename(m_views->entries().first().fileName, u"Payments"_s);
    QTRY_COMPARE(lines(), (QStringList{u"Over 24 hours"_s, u"Payments"_s, u"Stuck"_s}));
    m_views->remove(m_views->entries().at(1).fileName);
    QTRY_COMPARE(lines(), (QStringList{u"Over 24 hours"_s, u"Stuck"_s}));
    QVERIFY(m_pane->findChild<Notice *>()->words().contains(u"“Payments” was removed"));
    action(u"Put View Back"_s)->trigger();
    QTRY_COMPARE(lines(), (QStringList{u"Over 24 hours"_s, u"Payments"_s, u"Stuck"_s}));
    QCOMPARE(m_views->entries().at(1).view.filter, view.filter);
    QVERIFY(m_pane->findChild<Notice *>()->isClear());
    SavedViews again(m_place->filePath(u"views"_s), *m_finding);
    again.load();
    QTRY_COMPARE(again.entries().size(), 3);
}

void TestSavedViews::replacedIsPutBack()
{
    const auto filter = [this] { return m_views->entries().constLast().view.filter; };
    const auto *notice = m_pane->findChild<Notice *>();
    QCOMPARE(filter(), u"stuck:yes"_s);
    QVERIFY(!action(u"Put View Back"_s)->isEnabled());
    find::SavedView view;
    view.name = u"stuck"_s;
    view.filter = u"type:bill"_s;
    m_views->save(view);
    QTRY_COMPARE(lines(), (QStringList{u"Over 24 hours"_s, u"stuck"_s}));
    QCOMPARE(filter(), view.filter);
    QCOMPARE(notice->words(), u"“Stuck” was replaced"_s);
    action(u"Put View Back"_s)->trigger();
    QTRY_COMPARE(lines(), (QStringList{u"Over 24 hours"_s, u"Stuck"_s}));
    QCOMPARE(filter(), u"stuck:yes"_s);
    QCOMPARE(notice->words(), u"“stuck” is as it was before"_s);
    action(u"Put View Back"_s)->trigger(); // for whoever did not mean that
    QTRY_COMPARE(filter(), view.filter);
    for (QPushButton *button : notice->findChildren<QPushButton *>()) {
        if (button->text() == u"Dismiss")
            button->click();
    }
    QTRY_VERIFY(notice->isClear());
    QVERIFY(action(u"Put View Back"_s)->isEnabled());
    m_views->load();
    m_views->remove(m_views->entries().constFirst().fileName);
    QTRY_COMPARE(lines(), QStringList{u"stuck"_s});
    QVERIFY(notice->words().contains(u"was removed"));
}

void TestSavedViews::countsWhatIsLoaded()
{
    for (const auto &[name, filter] :
         {std::pair(u"A"_s, u"type:bill"_s), std::pair(u"C"_s, u""_s)}) {
        find::SavedView view;
        view.name = name;
        view.filter = filter;
        m_views->save(view);
    }
    QTRY_COMPARE(m_views->entries().size(), 4);
    m_views->count();
    QCOMPARE(lines().value(0), u"A"_s);
    m_finding->listing.load();
    m_views->count();
    QCOMPARE(lines().value(0), u"A"_s); // the rows are still to come
    load(); // counts anew by itself
    QTRY_COMPARE(lines(),
                 (QStringList{u"A (2)"_s, u"C (3)"_s, u"Over 24 hours (3)"_s, u"Stuck (3)"_s}));
    m_finding->listing.setServices(nullptr); // of nothing nothing is known
    QTRY_COMPARE(lines().value(0), u"A"_s);
}

void TestSavedViews::countsNothingOfWhatIsNotLoaded()
{
    find::SavedView view;
    view.filter = u"type:bill"_s;
    view.query = m_finding->listing.query();
    view.name = u"A"_s;
    m_views->save(view);
    view.query->customers = {u"c1"_s};
    view.name = u"B"_s;
    m_views->save(view);
    QTRY_COMPARE(m_views->entries().size(), 4);
    m_views->count();
    QTRY_COMPARE(lines().value(0), u"A (not loaded)"_s);
    load();
    QTRY_COMPARE(lines().mid(0, 2), (QStringList{u"A (2)"_s, u"B (not loaded)"_s}));
    const auto says = [this](int row, int role) {
        return m_model->index(row).data(role).toString();
    };
    QVERIFY(says(0, Qt::ToolTipRole).contains(u"Matches 2 loaded row"));
    QVERIFY(says(0, Qt::AccessibleTextRole).startsWith(u"A. Matches 2 loaded row"));
    QVERIFY(says(1, Qt::ToolTipRole).contains(u"are not loaded"));
    QCOMPARE(says(1, Qt::AccessibleTextRole), u"B. Not counted: its services are not loaded."_s);
    m_finding->listing.setQuery(*view.query); // the rows stay those of before
    QCOMPARE(lines().mid(0, 2), (QStringList{u"A (2)"_s, u"B (not loaded)"_s}));
}

void TestSavedViews::brokenFilesAreTold()
{
    QFile broken(m_place->filePath(u"views/broken.json"_s));
    const QByteArray text = R"({"name":"Bad filter","filter":"agge>1h"})";
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write(text) == text.size());
    broken.close();
    m_views->load();
    QTRY_VERIFY(m_pane->findChild<Notice *>()->words().contains(u"1 saved view(s) cannot be read"));
    QCOMPARE(m_views->entries().size(), 2);
    QVERIFY(broken.exists());
}

void TestSavedViews::failuresAreTold()
{
    QSignalSpy failed(m_views.get(), &SavedViews::failed);
    m_views->takeIn(u"/nowhere/x.json"_s);
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(m_pane->findChild<Notice *>()->words().contains(u"The view was not imported"));
    m_views->rename(m_views->entries().first().fileName, u"Stuck"_s);
    QTRY_COMPARE(failed.count(), 2);
    QVERIFY(m_pane->findChild<Notice *>()->words().contains(u"There is a view named “Stuck”"));
    QCOMPARE(lines(), (QStringList{u"Over 24 hours"_s, u"Stuck"_s}));
}

void TestSavedViews::successEndsTheFailure()
{
    QSignalSpy succeeded(m_views.get(), &SavedViews::succeeded);
    const auto *notice = m_pane->findChild<Notice *>();
    m_views->takeIn(u"/nowhere/x.json"_s);
    QTRY_VERIFY(notice->words().contains(u"The view was not imported"));
    find::SavedView view;
    view.name = u"Bills"_s;
    m_views->save(view); // says nothing about imports
    QTRY_COMPARE(succeeded.count(), 1);
    QVERIFY(!notice->isClear());
    const QString path = m_place->filePath(u"another.json"_s);
    QVERIFY(find::writeView(path, view));
    m_views->takeIn(path);
    QTRY_COMPARE(succeeded.count(), 2);
    QVERIFY(notice->isClear());
}

void TestSavedViews::exportSaysWhere()
{
    const auto *notice = m_pane->findChild<Notice *>();
    const QString file = m_views->entries().constFirst().fileName;
    m_views->giveOut(file, m_place->filePath(u"views/"_s + file + u"/x.json"_s)); // below a file
    QTRY_VERIFY(notice->words().contains(u"The view was not exported"));
    const QString path = m_place->filePath(u"given.json"_s);
    m_views->giveOut(file, path);
    QTRY_COMPARE(notice->words(), u"The view was exported "_s + path);
    for (QPushButton *button : notice->findChildren<QPushButton *>()) {
        if (button->text() == u"Dismiss")
            button->click();
    }
    QTRY_VERIFY(notice->isClear());
    m_views->giveOut(file, path);
    QTRY_VERIFY(notice->words().endsWith(path));
    m_views->remove(m_views->entries().constFirst().fileName); // what came last is told
    QTRY_VERIFY(notice->words().contains(u"was removed"));
}

// In a narrow pane the name gives way.
void TestSavedViews::countsAreNeverCut()
{
    find::SavedView view;
    view.name = u"What has been waiting for the people of the night shift"_s;
    m_views->save(view);
    QTRY_COMPARE(m_views->entries().size(), 3);
    load();
    m_views->count();
    QTRY_VERIFY(lines().constLast().endsWith(u"(3)"));
    m_pane->resize(200, 400);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    struct Probe : QStyledItemDelegate
    {
        using QStyledItemDelegate::initStyleOption;
    };
    QListView *list = m_pane->list();
    QStyleOptionViewItem option;
    option.initFrom(list);
    option.widget = list;
    option.decorationSize = list->iconSize().isValid() ? list->iconSize() : QSize(16, 16);
    const QModelIndex index = list->model()->index(2, 0);
    option.rect = list->visualRect(index);
    const auto init = &Probe::initStyleOption;
    (static_cast<QStyledItemDelegate *>(list->itemDelegate())->*init)(&option, index);
    QVERIFY2(option.text.endsWith(u"… (3)"), qPrintable(option.text));
    QVERIFY(option.fontMetrics.horizontalAdvance(option.text) <= list->viewport()->width());
}

void TestSavedViews::paneApplies()
{
    QSignalSpy applied(m_pane.get(), &SavedViewsPane::applyRequested);
    QVERIFY(!action(u"Apply View"_s)->isEnabled());
    m_pane->focusList();
    QTest::keyClick(m_pane->list(), Qt::Key_Return);
    QTest::keyClick(m_pane->list(), Qt::Key_Down);
    action(u"Apply View"_s)->trigger();
    QCOMPARE(applied.size(), 2);
    QCOMPARE(applied.at(0).at(0).value<find::SavedView>().filter, u"age>24h"_s);
    QCOMPARE(applied.at(1).at(0).value<find::SavedView>().filter, u"stuck:yes"_s);
}

void TestSavedViews::aClickApplies()
{
    QSignalSpy applied(m_pane.get(), &SavedViewsPane::applyRequested);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    const QPoint place = m_pane->list()->visualRect(m_pane->list()->model()->index(1, 0)).center();
    QTest::mouseClick(m_pane->list()->viewport(), Qt::RightButton, {}, place);
    QCOMPARE(applied.size(), 0);
    QTest::mouseClick(m_pane->list()->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(applied.size(), 1);
    QCOMPARE(applied.at(0).at(0).value<find::SavedView>().filter, u"stuck:yes"_s);
}

void TestSavedViews::paneSavesUnderATypedName()
{
    QSignalSpy saved(m_pane.get(), &SavedViewsPane::saveRequested);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    action(u"Save…"_s)->trigger();
    auto *name = m_pane->findChild<QLineEdit *>();
    QVERIFY(name->isVisible() && name->hasFocus());
    QTest::keyClick(name, Qt::Key_Return); // nothing is typed yet
    QVERIFY(name->isVisible());
    QTest::keyClicks(name, u" stuck "_s);
    const QList<QLabel *> labels = m_pane->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text() == u"The view “Stuck” will be replaced.";
    }));
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(!name->isVisible());
    action(u"Save…"_s)->trigger();
    QVERIFY(name->text().isEmpty());
    QTest::keyClick(name, Qt::Key_Escape);
    QVERIFY(!name->isVisible());
    m_pane->list()->setCurrentIndex(m_model->index(0));
    QTest::keyClick(m_pane->list(), Qt::Key_Home);
    action(u"Update View"_s)->trigger();
    QCOMPARE(saved.size(), 2);
    QCOMPARE(saved.at(0).at(0).toString(), u"stuck"_s);
    QCOMPARE(saved.at(1).at(0).toString(), u"Over 24 hours"_s);
}

void TestSavedViews::paneRenamesInPlace()
{
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    m_pane->focusList();
    QSignalSpy applied(m_pane.get(), &SavedViewsPane::applyRequested);
    action(u"Rename View"_s)->trigger();
    auto *editor = m_pane->list()->findChild<QLineEdit *>();
    QVERIFY(editor);
    QCOMPARE(editor->text(), u"Over 24 hours"_s);
    editor->setText(u"Old"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(lines(), (QStringList{u"Old"_s, u"Stuck"_s}));
    QVERIFY(applied.isEmpty()); // that Return was for the name
    QCOMPARE(m_pane->list()->currentIndex().data().toString(), u"Old"_s);
}

QTEST_MAIN(TestSavedViews)
#include "tst_savedviews.moc"
