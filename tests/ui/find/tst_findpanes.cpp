// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "support/rawserver.h"
#include "ui/find/listing.h"
#include "ui/find/openedservice.h"
#include "ui/find/servicepane.h"
#include "ui/find/servicespane.h"
#include "ui/find/sourcepane.h"
#include "ui/find/timeline.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/tableview.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;
using closeout::test::RawServer;

class TestFindPanes : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void namesAreTrimmed();
    void sourceMakesTheQuery();
    void emptyFieldCannotBeLoaded();
    void oldDialectChoosesCustomers();
    void sourceIsRestored();

    void arrowingChoosesOnce();
    void currentRowSurvivesRefreshSortAndFilter();
    void noRowIsCurrentAfterItsOwnHasLeft();
    void anotherServerClearsFilterAndRow();
    void agesAgree();
    void filterTextAndCount();
    void filterByKeyboard();
    void layoutIsRestored();
    void failedSourcesAreSaid();

    void taskCanBeCompletedWhenItIsOpen();
    void childSurvivesReadingAgain();
    void failureKeepsWhatWasRead();
    void lowPaneKeepsTwoRows();
    void returnPressesTheButton();
    void timelineInWords();

private:
    void connectTo(contract::Dialect dialect);
    void answer(const QByteArray &path, const QByteArray &body);
    void load();
    void openService(const QByteArray &json);
    QAction *action(const MenuActions &actions, const QString &text) const;

    std::unique_ptr<RawServer> m_server;
    QHash<QByteArray, QByteArray> m_answers; // path without query → bytes
    std::unique_ptr<client::Transport> m_transport;
    std::unique_ptr<client::ContextServices> m_services;
    std::unique_ptr<Listing> m_listing;
    std::unique_ptr<OpenedService> m_opened;
};

namespace {

QByteArray pathOf(const QByteArray &request)
{
    const QByteArray target = request.split(' ').value(1);
    return target.first(target.contains('?') ? target.indexOf('?') : target.size());
}

QString currentId(const ServicesPane &pane)
{
    const auto *table = pane.findChild<TableView *>();
    return table->currentIndex().data(ServicesModel::IdRole).toString();
}

// A notice has such a field as well.
const QPlainTextEdit *attachedData(const ServicePane &pane)
{
    for (const auto *field : pane.findChildren<QPlainTextEdit *>()) {
        if (field->accessibleName().startsWith(u"Attached data"))
            return field;
    }
    return nullptr;
}

constexpr auto fiveServices = R"([
    {"service_id":1,"customer_id":"gold","started":{"timestamp":"2026-11-01T08:00:00.000Z"}},
    {"service_id":2,"customer_id":"tin","started":{"timestamp":"2026-11-02T08:00:00.000Z"}},
    {"service_id":3,"customer_id":"gold","started":{"timestamp":"2026-11-03T08:00:00.000Z"}},
    {"service_id":4,"customer_id":"tin","started":{"timestamp":"2026-11-04T08:00:00.000Z"}},
    {"service_id":5,"customer_id":"gold","started":{"timestamp":"2026-11-05T08:00:00.000Z"}}])";

constexpr auto serviceWithTasks = R"({"service_id":1,"service_type":"Bill","Note":"of service",
    "started":{"timestamp":"2026-11-01T08:00:00.000Z"},
    "active_tasks":[{"task_id":3,"started":{"timestamp":"2026-11-01T09:00:00.000Z"}},
                    {"task_id":4,"Note":"of task","started":{"timestamp":"2026-11-01T10:00:00.000Z"}}],
    "completed_tasks":[{"task_id":2,"completed":{"disposition":1}}]})";

} // namespace

void TestFindPanes::init()
{
    m_answers.clear();
    m_server = std::make_unique<RawServer>();
    m_server->onRequest([this](QTcpSocket *socket, const QByteArray &request) {
        const QByteArray bytes = m_answers.value(pathOf(request));
        socket->write(bytes.isEmpty() ? RawServer::answer("404 Not Found") : bytes);
    });
    m_listing = std::make_unique<Listing>();
    m_opened = std::make_unique<OpenedService>();
    connectTo(contract::Dialect::V85);
}

void TestFindPanes::cleanup()
{
    m_listing.reset();
    m_opened.reset();
    m_services.reset();
    m_transport.reset();
    m_server.reset();
}

void TestFindPanes::connectTo(contract::Dialect dialect)
{
    m_listing->setServices(nullptr);
    m_opened->setServices(nullptr);
    client::Connection connection;
    connection.baseUrl = m_server->url();
    connection.dialect = dialect;
    connection.timeout = std::chrono::seconds(10);
    m_services.reset();
    m_transport = std::make_unique<client::Transport>(connection);
    m_services = std::make_unique<client::ContextServices>(*m_transport);
    m_listing->setServices(m_services.get());
    m_opened->setServices(m_services.get());
}

void TestFindPanes::answer(const QByteArray &path, const QByteArray &body)
{
    m_answers.insert(path, RawServer::answer("200 OK", body));
}

void TestFindPanes::load()
{
    m_listing->load();
    QTRY_VERIFY(m_listing->state() != Listing::State::Loading);
}

void TestFindPanes::openService(const QByteArray &json)
{
    answer("/services/1", json);
    if (m_opened->serviceId().isEmpty())
        m_opened->open(u"1"_s);
    else
        m_opened->read();
    QTRY_VERIFY(m_opened->state() != OpenedService::State::Reading);
}

QAction *TestFindPanes::action(const MenuActions &actions, const QString &text) const
{
    for (QAction *each : actions) {
        if (each && each->iconText() == text)
            return each;
    }
    return nullptr;
}

void TestFindPanes::namesAreTrimmed()
{
    QCOMPARE(namedIn(u" c1 ,\r\n\n,c 2\nc1\n , \nc,3"_s),
             (QStringList{u"c1"_s, u"c 2"_s, u"c,3"_s}));
}

void TestFindPanes::sourceMakesTheQuery()
{
    SourcePane pane(m_listing.get());
    action(pane.menuActions(), u"Service Ids"_s)->trigger();
    auto *field = pane.findChild<QPlainTextEdit *>();
    field->setPlainText(u"1,\n2\n"_s);
    QCOMPARE(m_listing->query().serviceIds, (QStringList{u"1"_s, u"2"_s}));
    action(pane.menuActions(), u"Completed Too"_s)->trigger();
    QCOMPARE(m_listing->query().completeness, contract::Completeness::All);
    action(pane.menuActions(), u"Customers"_s)->trigger();
    field->setPlainText(u"c"_s);
    QCOMPARE(m_listing->query().customers, QStringList{u"c"_s});
    QVERIFY(m_listing->query().serviceIds.isEmpty());
    action(pane.menuActions(), u"Service Ids"_s)->trigger(); // has kept its own text
    QCOMPARE(m_listing->query().serviceIds, (QStringList{u"1"_s, u"2"_s}));
    action(pane.menuActions(), u"All Active"_s)->trigger();
    QVERIFY(!m_listing->query().namesSources());
}

void TestFindPanes::emptyFieldCannotBeLoaded()
{
    SourcePane pane(m_listing.get());
    QAction *loads = action(pane.menuActions(), u"Load"_s);
    QVERIFY(loads->isEnabled());
    action(pane.menuActions(), u"Customers"_s)->trigger();
    QVERIFY(!loads->isEnabled());
    QVERIFY(loads->toolTip().contains(u"Give at least one"));
    pane.findChild<QPlainTextEdit *>()->setPlainText(u"c"_s);
    QVERIFY(loads->isEnabled());
    m_listing->setServices(nullptr);
    QVERIFY(!loads->isEnabled());
}

void TestFindPanes::oldDialectChoosesCustomers()
{
    SourcePane pane(m_listing.get());
    connectTo(contract::Dialect::V81);
    QAction *all = action(pane.menuActions(), u"All Active"_s);
    QVERIFY(!all->isEnabled());
    QVERIFY(all->toolTip().contains(m_listing->whyNotAll()));
    QVERIFY(action(pane.menuActions(), u"Customers"_s)->isChecked());
    QVERIFY(!action(pane.menuActions(), u"Load"_s)->isEnabled());
    connectTo(contract::Dialect::V85); // which can
    QVERIFY(all->isEnabled() && all->isChecked());
    QVERIFY(!m_listing->query().namesSources());
}

void TestFindPanes::sourceIsRestored()
{
    find::Query query;
    query.contactKeys = {u"k1"_s, u"k2"_s};
    query.completeness = contract::Completeness::All;
    m_listing->setQuery(query);
    const SourcePane pane(m_listing.get());
    QVERIFY(action(pane.menuActions(), u"Contact Keys"_s)->isChecked());
    QVERIFY(action(pane.menuActions(), u"Completed Too"_s)->isChecked());
    QCOMPARE(pane.findChild<QPlainTextEdit *>()->toPlainText(), u"k1\nk2"_s);
    QCOMPARE(m_listing->query().contactKeys, query.contactKeys);
    m_listing->setQuery({}); // by somebody else
    QVERIFY(action(pane.menuActions(), u"All Active"_s)->isChecked());
    QVERIFY(!action(pane.menuActions(), u"Completed Too"_s)->isChecked());
    QVERIFY(!m_listing->query().namesSources());
    action(pane.menuActions(), u"Contact Keys"_s)->trigger();
    QCOMPARE(m_listing->query().contactKeys, query.contactKeys);
}

void TestFindPanes::arrowingChoosesOnce()
{
    answer("/maintenance/services/stream", fiveServices);
    ServicesPane pane(m_listing.get());
    load();
    QSignalSpy chosen(&pane, &ServicesPane::serviceChosen);
    auto *table = pane.findChild<TableView *>();
    table->selectRow(0);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(table, Qt::Key_Down);
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constFirst().constFirst().toString(), u"4"_s);
    QCOMPARE(pane.currentServiceId(), u"4"_s);
    QTest::keyClick(table, Qt::Key_Return); // what is current already, and at once
    QCOMPARE(chosen.size(), 2);
}

void TestFindPanes::currentRowSurvivesRefreshSortAndFilter()
{
    answer("/maintenance/services/stream", fiveServices);
    ServicesPane pane(m_listing.get());
    pane.setCurrentService(u"3"_s); // before it is there, as when the window is made anew
    load();
    QCOMPARE(currentId(pane), u"3"_s);
    QSignalSpy chosen(&pane, &ServicesPane::serviceChosen);
    m_listing->filter()->sort(ServicesModel::ServiceColumn, Qt::DescendingOrder);
    QCOMPARE(currentId(pane), u"3"_s);
    auto *filter = pane.findChild<QLineEdit *>();
    filter->setText(u"gold"_s);
    QCOMPARE(currentId(pane), u"3"_s);
    filter->setText(u"tin"_s);
    QCOMPARE(currentId(pane), QString()); // no other row is taken for it
    QCOMPARE(pane.currentServiceId(), u"3"_s);
    QTest::keyClick(filter, Qt::Key_Backspace);
    filter->clear();
    QCOMPARE(currentId(pane), u"3"_s);
    answer("/maintenance/services/stream", R"([{"service_id":9},{"service_id":3}])");
    load();
    QCOMPARE(m_listing->model()->rowCount(), 2);
    QCOMPARE(currentId(pane), u"3"_s);
    QVERIFY(!chosen.wait(200)); // longer than the pause of arrowing
    QVERIFY(chosen.isEmpty());
}

void TestFindPanes::noRowIsCurrentAfterItsOwnHasLeft()
{
    answer("/maintenance/services/stream", fiveServices);
    ServicesPane pane(m_listing.get());
    load();
    auto *table = pane.findChild<TableView *>();
    QSignalSpy chosen(&pane, &ServicesPane::serviceChosen);
    for (const auto &[gone, key, next] :
         {std::tuple(u"3"_s, Qt::Key_Down, u"4"_s), std::tuple(u"5"_s, Qt::Key_Up, u"4"_s)}) {
        pane.setCurrentService(gone);
        m_listing->forget(gone);
        QCOMPARE(currentId(pane), QString());
        QVERIFY(!table->selectionModel()->hasSelection());
        QVERIFY(!chosen.wait(200));
        QTest::keyClick(table, key);
        QCOMPARE(currentId(pane), next);
        QTRY_COMPARE(chosen.size(), 1);
        QCOMPARE(chosen.takeFirst().constFirst().toString(), next);
    }
}

void TestFindPanes::anotherServerClearsFilterAndRow()
{
    answer("/maintenance/services/stream", fiveServices);
    ServicesPane pane(m_listing.get());
    load();
    auto *filter = pane.findChild<QLineEdit *>();
    filter->setText(u"gold"_s);
    pane.setCurrentService(u"3"_s);
    connectTo(contract::Dialect::V85); // signed in again
    QCOMPARE(pane.currentServiceId(), QString());
    QCOMPARE(filter->text(), u"gold"_s);
    load();
    QCOMPARE(currentId(pane), QString());
    const std::unique_ptr<RawServer> before = std::exchange(m_server,
                                                            std::make_unique<RawServer>());
    connectTo(contract::Dialect::V85);
    QCOMPARE(filter->text(), QString());
    QCOMPARE(m_listing->filter()->text(), QString());
}

void TestFindPanes::agesAgree()
{
    const QByteArray age = QDateTime::currentDateTimeUtc()
                               .addSecs(-3 * 3600)
                               .toString(u"yyyy-MM-ddTHH:mm:ss.zzzZ")
                               .toLatin1();
    const QByteArray service = R"({"service_id":1,"started":{"timestamp":")" + age + "\"}}";
    answer("/maintenance/services/stream", '[' + service + ']');
    load();
    m_listing->model()->setNow(QDateTime::currentDateTimeUtc().addSecs(-3600)); // has gone slow
    const ServicePane pane(m_opened.get());
    openService(service);
    QCOMPARE(m_listing->filter()->index(0, ServicesModel::AgeColumn).data().toString(), u"3 h"_s);
    const QList<QLabel *> labels = pane.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().endsWith(u"3\u00a0h ago");
    }));
}

void TestFindPanes::filterTextAndCount()
{
    answer("/maintenance/services/stream", fiveServices);
    auto pane = std::make_unique<ServicesPane>(m_listing.get());
    load();
    auto *filter = pane->findChild<QLineEdit *>();
    filter->setText(u"GOLD"_s);
    const auto says = [&pane](const QString &text) {
        const QList<QLabel *> labels = pane->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const QLabel *label) { return label->text() == text; });
    };
    QVERIFY(says(u"3 of 5 match"_s));
    pane = std::make_unique<ServicesPane>(m_listing.get()); // in another language
    QCOMPARE(pane->findChild<QLineEdit *>()->text(), u"GOLD"_s);
    pane->findChild<QLineEdit *>()->setText(u"zinc"_s);
    QVERIFY(says(u"0 of 5 match"_s));
    QVERIFY(says(u"No service matches the filter"_s));
}

void TestFindPanes::filterByKeyboard()
{
    answer("/maintenance/services/stream", fiveServices);
    ServicesPane pane(m_listing.get());
    load();
    pane.show();
    QVERIFY(QTest::qWaitForWindowActive(&pane));
    auto *table = pane.findChild<TableView *>();
    auto *filter = pane.findChild<QLineEdit *>();
    table->setFocus();
    action(pane.menuActions(), u"Filter Services"_s)->trigger();
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"tin"_s);
    QCOMPARE(m_listing->filter()->rowCount(), 2);
    QTest::keyClick(filter, Qt::Key_Down);
    QVERIFY(table->hasFocus());
    QCOMPARE(pane.currentServiceId(), u"2"_s);
    pane.focusFilter();
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(m_listing->filter()->rowCount(), 5);
}

void TestFindPanes::layoutIsRestored()
{
    QByteArray layout;
    {
        const ServicesPane pane(m_listing.get());
        auto *table = pane.findChild<TableView *>();
        table->sortByColumn(ServicesModel::CustomerColumn, Qt::AscendingOrder);
        table->setColumnWidth(ServicesModel::TypeColumn, 321);
        layout = pane.saveLayout();
    }
    Listing another; // as after a new start
    ServicesPane pane(&another);
    pane.restoreLayout(layout);
    pane.restoreLayout("nonsense");
    QCOMPARE(another.filter()->sortColumn(), int(ServicesModel::CustomerColumn));
    QCOMPARE(another.filter()->sortOrder(), Qt::AscendingOrder);
    const auto *table = pane.findChild<TableView *>();
    QCOMPARE(table->columnWidth(ServicesModel::TypeColumn), 321);
    QVERIFY(table->isColumnHidden(ServicesModel::StatusColumn));
}

void TestFindPanes::failedSourcesAreSaid()
{
    answer("/customers/c2/services/active", fiveServices);
    find::Query query;
    query.customers = {u"c1"_s, u"c2"_s};
    m_listing->setQuery(query);
    ServicesPane pane(m_listing.get());
    load();
    const auto *notice = pane.findChild<Notice *>();
    QVERIFY(!notice->isClear());
    QVERIFY2(notice->words().contains(u"customer c1: "), qPrintable(notice->words()));
    m_listing->refresh();
    QVERIFY(notice->isClear());
    QTRY_VERIFY(!notice->isClear());
}

void TestFindPanes::taskCanBeCompletedWhenItIsOpen()
{
    ServicePane pane(m_opened.get());
    QAction *task = action(pane.menuActions(), u"Prepare Task…"_s);
    QAction *service = action(pane.menuActions(), u"Prepare Service…"_s);
    QVERIFY(!task->isEnabled() && !service->isEnabled());
    openService(serviceWithTasks);
    QVERIFY(service->isEnabled());
    QVERIFY(!task->isEnabled()); // none is chosen
    auto *table = pane.findChild<TableView *>();
    table->selectRow(1);
    QCOMPARE(attachedData(pane)->toPlainText(), u"{\n  \"Note\": \"of task\"\n}"_s);
    QSignalSpy taskRequested(&pane, &ServicePane::completeTaskRequested);
    QSignalSpy serviceRequested(&pane, &ServicePane::completeServiceRequested);
    task->trigger();
    service->trigger();
    QCOMPARE(taskRequested, QList<QList<QVariant>>({{u"1"_s, u"4"_s}}));
    QCOMPARE(serviceRequested, QList<QList<QVariant>>({{u"1"_s}}));
    table->selectRow(2);
    QVERIFY(!task->isEnabled());
    QVERIFY(task->toolTip().contains(u"This task is completed."));
    openService(R"({"service_id":1,"completed":{"disposition":10}})");
    QVERIFY(!service->isEnabled());
    QVERIFY(!task->isEnabled());
}

void TestFindPanes::childSurvivesReadingAgain()
{
    ServicePane pane(m_opened.get());
    openService(serviceWithTasks);
    auto *table = pane.findChild<TableView *>();
    table->selectRow(1);
    openService(R"({"service_id":1,"Note":"new","active_tasks":[{"task_id":4,"Note":"changed"}]})");
    QCOMPARE(table->currentIndex().data(ChildrenModel::IdRole).toString(), u"4"_s);
    const QPlainTextEdit *data = attachedData(pane);
    QCOMPARE(data->toPlainText(), u"{\n  \"Note\": \"changed\"\n}"_s);
    openService(R"({"service_id":1,"Note":"new"})");
    QCOMPARE(data->toPlainText(), u"{\n  \"Note\": \"new\"\n}"_s);
}

void TestFindPanes::failureKeepsWhatWasRead()
{
    ServicePane pane(m_opened.get());
    openService(serviceWithTasks);
    m_server.reset();
    m_opened->read();
    QTRY_COMPARE(m_opened->state(), OpenedService::State::Failed);
    const QList<Notice *> notices = pane.findChildren<Notice *>();
    QCOMPARE(std::count_if(notices.begin(), notices.end(),
                           [](const Notice *notice) { return !notice->isClear(); }),
             1);
    QCOMPARE(pane.findChild<TableView *>()->model()->rowCount(), 3);
}

void TestFindPanes::lowPaneKeepsTwoRows()
{
    ServicePane pane(m_opened.get());
    pane.resize(660, 220);
    pane.show();
    openService(serviceWithTasks);
    const auto *table = pane.findChild<TableView *>();
    const int twoRows = table->rowHeight(0) + table->rowHeight(1);
    QTRY_VERIFY(table->viewport()->visibleRegion().boundingRect().height() >= twoRows);
    openService(R"({"service_id":1})");
    QVERIFY(!table->isVisible()); // it is said that there is nothing
}

void TestFindPanes::returnPressesTheButton()
{
    ServicePane pane(m_opened.get());
    pane.show();
    QVERIFY(QTest::qWaitForWindowActive(&pane));
    openService(serviceWithTasks);
    QPushButton *button = nullptr;
    for (auto *each : pane.findChildren<QPushButton *>()) {
        if (each->text() == u"Prepare Service…"_s)
            button = each;
    }
    QVERIFY(button);
    button->setFocus();
    QSignalSpy requested(&pane, &ServicePane::completeServiceRequested);
    QTest::keyClick(button, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
}

void TestFindPanes::timelineInWords()
{
    Timeline timeline;
    const QByteArray json = R"({"service_id":1,"service_type":"Bill","est_duration":3600,
        "started":{"timestamp":"2026-11-22T08:00:00.000Z"},
        "active_tasks":[{"task_id":3,"started":{"timestamp":"2026-11-22T09:00:00.000Z"}},{"task_id":4}],
        "completed_states":[{"state_id":2,"started":{"timestamp":"2026-11-22T08:00:00.000Z"},
                             "completed":{"timestamp":"2026-11-22T08:12:00.000Z"}}]})";
    timeline.setService(client::Record::fromJson(client::Record::Kind::Service, json).value());
    timeline.setNow(QDateTime({2026, 11, 22}, {12, 0}, Qt::UTC));
    QCOMPARE(timeline.accessibleDescription(),
             u"Service, Bill: open 4\u00a0h, which is 3\u00a0h more than expected. "
             "Task 4: open, start not known. Task 3: open 3\u00a0h. State 2: took 12\u00a0min."_s);
    timeline.resize(40, 20); // and painting in no room at all
    QVERIFY(!timeline.grab().isNull());
}

QTEST_MAIN(TestFindPanes)
#include "tst_findpanes.moc"
