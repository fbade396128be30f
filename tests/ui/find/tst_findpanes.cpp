// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "foundplace.h"
#include "ui/find/servicespane.h"
#include "ui/find/table/rowsmodel.h"
#include "ui/widgets/clock.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/tableview.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;
using closeout::rows::Field;
using closeout::test::FoundPlace;
using closeout::test::ofCustomers;
using closeout::test::RawServer;
using closeout::test::serviceWithTasks;

class TestFindPanes : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void arrowingChoosesOnce();
    void currentRowSurvivesRefreshSortAndFilter();
    void anotherServerClearsTheRow();
    void filterTextAndCount();
    void whatHasEndedIsHintedAt();
    void filterByKeyboard();
    void tasksLeadToTheirService();
    void actionsAreAboutWhatIsShown();
    void layoutIsRestored();
    void failedSourcesAreSaid();
    void failingAgainIsSaidAgain();
    void onlyFurtherProblemsAreCounted();
    void loadingIsSaidAndCanBeCancelled();
    void emptyListsSayWhy();

private:
    QAction *action(const MenuActions &actions, const QString &text) const;
    FoundPlace &place() { return *m_place; }
    Finding &finding() { return m_place->finding; }

    std::unique_ptr<FoundPlace> m_place;
    Listing *m_listing = nullptr; // of the place
};

namespace {

TableView *listOf(const ServicesPane &pane)
{
    return qobject_cast<TableView *>(pane.list());
}

TableView *tableOf(const ServicesPane &pane, const QString &name)
{
    for (auto *table : pane.findChildren<TableView *>()) {
        if (table->accessibleName() == name)
            return table;
    }
    return nullptr;
}

QString currentId(const ServicesPane &pane)
{
    return listOf(pane)->currentIndex().data(RowsModel::ServiceIdRole).toString();
}

QLineEdit *filterOf(const ServicesPane &pane)
{
    for (auto *field : pane.findChildren<QLineEdit *>()) {
        if (field->accessibleName() == u"Filter" && field->isVisibleTo(&pane))
            return field;
    }
    return nullptr;
}

bool says(const QWidget &pane, const QString &text)
{
    const QList<QLabel *> labels = pane.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->text() == text && label->isVisibleTo(&pane);
    });
}

constexpr auto fiveServices = R"([
    {"service_id":1,"customer_id":"gold","started":{"timestamp":"2026-11-01T08:00:00.000Z"}},
    {"service_id":2,"customer_id":"tin","started":{"timestamp":"2026-11-02T08:00:00.000Z"}},
    {"service_id":3,"customer_id":"gold","started":{"timestamp":"2026-11-03T08:00:00.000Z"}},
    {"service_id":4,"customer_id":"tin","started":{"timestamp":"2026-11-04T08:00:00.000Z"}},
    {"service_id":5,"customer_id":"gold","started":{"timestamp":"2026-11-05T08:00:00.000Z"}}])";

bool saysBeginningOf(const QWidget &pane, const QString &text)
{
    const QList<QLabel *> labels = pane.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->text().startsWith(text) && label->isVisibleTo(&pane);
    });
}

} // namespace

void TestFindPanes::init()
{
    m_place = std::make_unique<FoundPlace>();
    m_listing = &finding().listing;
}

void TestFindPanes::cleanup()
{
    m_place.reset();
}

QAction *TestFindPanes::action(const MenuActions &actions, const QString &text) const
{
    for (QAction *each : actions) {
        if (each && each->iconText() == text)
            return each;
    }
    return nullptr;
}

void TestFindPanes::arrowingChoosesOnce()
{
    place().list(fiveServices);
    ServicesPane pane(finding());
    QVERIFY(place().load());
    QSignalSpy chosen(&pane, &ServicesPane::serviceChosen);
    TableView *table = listOf(pane);
    table->selectRow(0);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(table, Qt::Key_Down);
    Clock::ofApplication()->tick(); // shows all of it anew
    QVERIFY(place().settle());
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constFirst().constFirst().toString(), u"4"_s);
    QCOMPARE(currentId(pane), u"4"_s);
    QTest::keyClick(table, Qt::Key_Return); // what is current already, and at once
    QCOMPARE(chosen.size(), 2);
}

void TestFindPanes::currentRowSurvivesRefreshSortAndFilter()
{
    place().list(fiveServices);
    ServicesPane pane(finding());
    pane.setCurrentService(u"3"_s); // before it is there, as when the window is made anew
    QVERIFY(place().load());
    QCOMPARE(currentId(pane), u"3"_s);
    QSignalSpy chosen(&pane, &ServicesPane::serviceChosen);
    finding().services.setSortKey({Field::ServiceId, true, {}});
    QVERIFY(place().settle());
    QCOMPARE(currentId(pane), u"3"_s);
    QLineEdit *filter = filterOf(pane);
    filter->setText(u"gold"_s);
    QVERIFY(place().settle());
    QCOMPARE(currentId(pane), u"3"_s);
    filter->setText(u"tin"_s);
    QVERIFY(place().settle());
    QCOMPARE(currentId(pane), QString()); // no other row is taken for it
    QVERIFY(says(pane, u"Service 3, which is shown below, is not among these rows."_s));
    filter->clear();
    QVERIFY(place().settle());
    QCOMPARE(currentId(pane), u"3"_s);
    QVERIFY(saysBeginningOf(pane, u"Stuck: open "_s));
    place().list(R"([{"service_id":9},{"service_id":3}])");
    QVERIFY(place().refresh());
    QVERIFY(place().refresh());
    QCOMPARE(place().shownIds().size(), 2);
    QCOMPARE(currentId(pane), u"3"_s);
    QVERIFY(!says(pane, u"Service 3, which is shown below, is not among these rows."_s));
    const ServicesPane anew(finding()); // in another language
    QVERIFY(chosen.isEmpty());
    find::Query query;
    query.customers = {u"c1"_s};
    m_listing->setQuery(query);
    place().answer("/customers/c1/services/active", R"([{"service_id":9}])");
    QVERIFY(place().load());
    QVERIFY(says(pane, u"Service 3, which is shown below, is not in this list."_s));
}

void TestFindPanes::anotherServerClearsTheRow()
{
    place().list(fiveServices);
    ServicesPane pane(finding());
    QVERIFY(place().load());
    filterOf(pane)->setText(u"gold"_s);
    pane.setCurrentService(u"3"_s);
    place().connectTo(contract::Dialect::V85); // signed in again
    QCOMPARE(currentId(pane), QString());
    QCOMPARE(filterOf(pane)->text(), u"gold"_s);
    QVERIFY(place().load());
    QCOMPARE(currentId(pane), QString());
    QCOMPARE(place().shownIds().size(), 3);
}

void TestFindPanes::filterTextAndCount()
{
    place().list(fiveServices);
    auto pane = std::make_unique<ServicesPane>(finding());
    QVERIFY(place().load());
    filterOf(*pane)->setText(u"GOLD"_s);
    QVERIFY(place().settle());
    QVERIFY(says(*pane, u"3 of 5 match"_s));
    pane = std::make_unique<ServicesPane>(finding()); // in another language
    QCOMPARE(filterOf(*pane)->text(), u"GOLD"_s);
    filterOf(*pane)->setText(u"zinc"_s);
    QVERIFY(place().settle());
    QVERIFY(says(*pane, u"0 of 5 match"_s));
    QVERIFY(says(*pane, u"Nothing matches the filter"_s));
}

void TestFindPanes::whatHasEndedIsHintedAt()
{
    place().list(fiveServices);
    ServicesPane pane(finding());
    QVERIFY(place().load());
    place().list(R"([{"service_id":1}])");
    QVERIFY(place().refresh());
    QVERIFY(place().refresh());
    filterOf(pane)->setText(u"service:3"_s);
    QVERIFY(place().settle());
    QVERIFY(says(pane, u"1 that has ended matches: add -is:active to the filter to see it."_s));
    filterOf(pane)->setText(u"service:3 -is:active"_s);
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(), QStringList{u"3"_s});
}

void TestFindPanes::filterByKeyboard()
{
    place().list(fiveServices);
    ServicesPane pane(finding());
    QVERIFY(place().load());
    pane.show();
    QVERIFY(QTest::qWaitForWindowActive(&pane));
    TableView *table = listOf(pane);
    QLineEdit *filter = filterOf(pane);
    table->setFocus();
    action(pane.menuActions(), u"Filter"_s)->trigger();
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"tin"_s);
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds(), (QStringList{u"2"_s, u"4"_s}));
    QTest::keyClick(filter, Qt::Key_Down);
    QVERIFY(table->hasFocus());
    QCOMPARE(currentId(pane), u"2"_s);
    QTRY_COMPARE(currentId(pane), u"2"_s);
    pane.focusFilter();
    QTest::keyClick(filter, Qt::Key_Escape);
    QVERIFY(place().settle());
    QCOMPARE(place().shownIds().size(), 5);
}

void TestFindPanes::tasksLeadToTheirService()
{
    place().list('[' + QByteArray(serviceWithTasks) + R"(,{"service_id":2}])");
    ServicesPane pane(finding());
    pane.show();
    QVERIFY(place().load());
    QSignalSpy service(&pane, &ServicesPane::serviceChosen);
    QSignalSpy task(&pane, &ServicesPane::taskChosen);
    action(pane.menuActions(), u"Show Tasks"_s)->trigger();
    QVERIFY(place().settle());
    QCOMPARE(pane.findChild<QTabBar *>()->currentIndex(), 1);
    QVERIFY(saysBeginningOf(pane, u"2 active task(s) of 2 active service(s), as of "_s));
    TableView *tasks = tableOf(pane, u"Tasks"_s);
    QVERIFY(tasks && tasks->isVisible());
    QCOMPARE(tasks->model()->rowCount(), 2);
    pane.focusTable();
    tasks->selectRow(1);
    QTest::keyClick(tasks, Qt::Key_Return);
    QCOMPARE(task, QList<QList<QVariant>>({{u"1"_s, u"4"_s}}));
    QVERIFY(service.isEmpty());
    QCOMPARE(currentId(pane), u"1"_s);
    action(pane.menuActions(), u"Show Services"_s)->trigger();
    QCOMPARE(currentId(pane), u"1"_s);
    QVERIFY(listOf(pane)->isVisible());
    QVERIFY(service.isEmpty()); // it is open already
}

void TestFindPanes::actionsAreAboutWhatIsShown()
{
    place().list('[' + QByteArray(serviceWithTasks) + R"(,{"service_id":2}])");
    ServicesPane pane(finding());
    pane.show();
    QVERIFY(QTest::qWaitForWindowActive(&pane));
    QVERIFY(place().load());
    QSet<QKeySequence> shortcuts;
    for (const QAction *each : pane.actions()) {
        if (each->shortcutContext() == Qt::WindowShortcut && !each->shortcut().isEmpty()) {
            QVERIFY2(!shortcuts.contains(each->shortcut()), qPrintable(each->text()));
            shortcuts.insert(each->shortcut());
        }
    }
    const QLineEdit *ofServices = filterOf(pane);
    pane.findChild<QTabBar *>()->setCurrentIndex(1);
    QVERIFY(place().settle());
    QLineEdit *ofTasks = filterOf(pane);
    QVERIFY(ofTasks != ofServices);
    QTest::keySequence(&pane, QKeySequence::Find); // of one of them, and no question which
    QVERIFY(ofTasks->hasFocus());
    action(pane.menuActions(), u"Select All 2 That Match"_s)->trigger();
    QCOMPARE(finding().selectedTasks.count(), 2U);
    QCOMPARE(finding().selectedServices.count(), 0U);
    pane.showSubject(rows::Subject::Service);
    QVERIFY(!action(pane.menuActions(), u"Clear Selection"_s)->isEnabled());
    pane.showSubject(rows::Subject::Task);
    action(pane.menuActions(), u"Clear Selection"_s)->trigger();
    QCOMPARE(finding().selectedTasks.count(), 0U);
}

void TestFindPanes::layoutIsRestored()
{
    QByteArray layout;
    {
        ServicesPane pane(finding());
        pane.showSubject(rows::Subject::Task); // both
        listOf(pane)->setColumnWidth(2, 321);
        tableOf(pane, u"Tasks"_s)->setColumnWidth(3, 234);
        finding().services.setFilterText(u"age>4h"_s);
        finding().services.setSortKey({Field::ServiceId, false, {}});
        finding().tasks.setFilterText(u"type:Check"_s);
        layout = pane.saveLayout();
    }
    Finding another; // as after a new start
    ServicesPane pane(another);
    pane.restoreLayout(layout);
    pane.restoreLayout("nonsense");
    QCOMPARE(pane.subject(), rows::Subject::Task);
    QCOMPARE(filterOf(pane)->text(), u"type:Check"_s);
    QCOMPARE(another.services.filterText(), u"age>4h"_s);
    QCOMPARE(another.services.sortKey(), (filter::SortKey{Field::ServiceId, false, {}}));
    QCOMPARE(another.tasks.filterText(), u"type:Check"_s);
    QCOMPARE(another.tasks.sortKey(), finding().tasks.sortKey());
    QCOMPARE(listOf(pane)->columnWidth(2), 321);
    Finding third;
    ServicesPane later(third);
    later.restoreLayout(pane.saveLayout()); // the tasks were not shown there
    later.showSubject(rows::Subject::Task);
    QCOMPARE(tableOf(later, u"Tasks"_s)->columnWidth(3), 234);
}

void TestFindPanes::failedSourcesAreSaid()
{
    place().answer("/customers/c2/services/active", fiveServices);
    place().answer("/customers/c3/services/active", "[]");
    m_listing->setQuery(ofCustomers({u"c1"_s, u"c2"_s, u"c3"_s}));
    ServicesPane pane(finding());
    QVERIFY(place().load());
    const auto *notice = pane.findChild<Notice *>();
    QVERIFY(!notice->isClear());
    QVERIFY2(notice->words().contains(u"customer c1: "), qPrintable(notice->words()));
    QVERIFY2(notice->words().contains(u"customer c3: no active service was found."),
             qPrintable(notice->words()));
    place().answer("/customers/c1/services/active", R"([{"service_id":8}])");
    QAction *retry = action(pane.menuActions(), u"Try Failed Sources Again"_s);
    QVERIFY(retry->isEnabled());
    const auto hasLoaded = std::make_shared<bool>(false); // it is queued
    connect(m_listing, &Listing::changed, &pane, [this, notice, hasLoaded] {
        if (m_listing->isLoading())
            QVERIFY(notice->isClear());
        else
            *hasLoaded = true;
    });
    retry->trigger();
    QTRY_VERIFY(*hasLoaded);
    QVERIFY(place().settle());
    QVERIFY(!retry->isEnabled());
    QVERIFY(!notice->words().contains(u"c1"));
    QCOMPARE(place().shownIds().size(), 6);
}

void TestFindPanes::failingAgainIsSaidAgain()
{
    place().answer("/customers/c2/services/active", fiveServices);
    m_listing->setQuery(ofCustomers({u"c1"_s, u"c2"_s}));
    ServicesPane pane(finding());
    QVERIFY(place().load());
    auto *notice = pane.findChild<Notice *>();
    notice->setAccessibleName({}); // it has been heard
    m_listing->retryFailed();
    QVERIFY(place().settle());
    const QString said = u"1 source(s) failed, last tried at "_s + clockTime(m_listing->triedAt());
    QVERIFY2(notice->words().startsWith(said), qPrintable(notice->words()));
    QCOMPARE(notice->accessibleName(), notice->words());
}

// What the system itself said of one stands in the details, too.
void TestFindPanes::onlyFurtherProblemsAreCounted()
{
    place().server->onRequest([](QTcpSocket *socket, const QByteArray &request) {
        if (request.contains("customers/c0"))
            socket->write(RawServer::answer("200 OK", fiveServices));
        else
            socket->abort();
    });
    ServicesPane pane(finding());
    const auto *notice = pane.findChild<Notice *>();
    const auto load = [&](const QStringList &customers) {
        m_listing->setQuery(ofCustomers(customers));
        return place().load();
    };
    QVERIFY(load({u"c0"_s, u"c1"_s, u"c2"_s}));
    const auto *details = notice->findChild<QPlainTextEdit *>();
    QVERIFY(details && details->blockCount() == 2);
    QVERIFY2(!notice->words().contains(u"more,"), qPrintable(notice->words()));
    QVERIFY(load({u"c0"_s, u"c1"_s, u"c2"_s, u"c3"_s}));
    QVERIFY2(!notice->words().contains(u"more,"), qPrintable(notice->words())); // nor is it longer
    QVERIFY(load({u"c0"_s, u"c1"_s, u"c2"_s, u"c3"_s, u"c4"_s}));
    QVERIFY2(notice->words().contains(u"… and 2 more"), qPrintable(notice->words()));
}

void TestFindPanes::loadingIsSaidAndCanBeCancelled()
{
    place().server->onRequest([](QTcpSocket *socket, const QByteArray &) {
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                      "Content-Length: 1000\r\n\r\n[{\"service_id\":2},");
    });
    ServicesPane pane(finding());
    pane.show();
    QAction *cancel = action(pane.menuActions(), u"Cancel Loading"_s);
    QVERIFY(!cancel->isEnabled());
    m_listing->load();
    QVERIFY(says(pane, u"Loading…"_s));
    QTRY_COMPARE(place().shownIds(), QStringList{u"2"_s});
    QVERIFY(listOf(pane)->isVisible()); // rows are seen as they arrive
    QTRY_VERIFY(says(pane, u"Loading: 1 active service(s) so far"_s));
    QVERIFY(cancel->isEnabled());
    cancel->trigger();
    QVERIFY(place().settle());
    QVERIFY(m_listing->wasCancelled());
    QVERIFY(!cancel->isEnabled());
    QVERIFY(listOf(pane)->isVisible());
}

void TestFindPanes::emptyListsSayWhy()
{
    ServicesPane pane(finding());
    pane.show();
    QVERIFY(says(pane, u"Nothing loaded yet"_s));
    QVERIFY(place().load());
    QVERIFY(says(pane, u"No services could be loaded"_s));
    place().list("[]");
    QVERIFY(place().refresh());
    QVERIFY(says(pane, u"No services"_s));
    place().list(fiveServices);
    // On the way to the rows nothing is said that is not so.
    const auto said = std::make_shared<QStringList>();
    connect(m_listing, &Listing::changed, &pane, [shown = &pane, said] {
        for (const QString &text : {u"Nothing to show"_s, u"Nothing matches the filter"_s}) {
            if (says(*shown, text))
                said->append(text);
        }
    });
    QVERIFY(place().refresh());
    QVERIFY(listOf(pane)->isVisible());
    QCOMPARE(*said, QStringList());
    place().connectTo(contract::Dialect::V81);
    QVERIFY(says(pane, m_listing->whyNotAll()));
    m_listing->setServices(nullptr);
    QVERIFY(says(pane, m_listing->whyNot()));
}

QTEST_MAIN(TestFindPanes)
#include "tst_findpanes.moc"
