// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/foundplace.h"
#include "ui/find/servicespane.h"
#include "ui/find/table/rowsmodel.h"
#include "ui/service/openedservice.h"
#include "ui/service/servicepane.h"
#include "ui/service/timeline.h"
#include "ui/widgets/clock.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QThreadPool>
#include <QtGui/QAccessible>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabBar>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;
using closeout::contract::Target;
using closeout::rows::Field;
using closeout::test::FoundPlace;
using closeout::test::serviceWithTasks;

class TestServicePane : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void agesAgree();
    void taskCanBeCompletedWhenItIsOpen();
    void childSurvivesReadingAgain();
    void aLargeServiceDoesNotHoldTheWindow();
    void failureKeepsWhatWasRead();
    void lowPaneShowsOneAtATime();
    void tabGoesAsOneReads();
    void returnPressesTheButton();
    void timelineInWords();
    void whatIsNotShownIsNotDenied();

private:
    void openService(const QByteArray &json);
    QAction *action(const MenuActions &actions, const QString &text) const;
    FoundPlace &place() { return *m_place; }

    std::unique_ptr<FoundPlace> m_place;
    std::unique_ptr<OpenedService> m_opened;
};

namespace {

// A notice has such a field as well.
const QPlainTextEdit *attachedData(const ServicePane &pane)
{
    for (const auto *field : pane.findChildren<QPlainTextEdit *>()) {
        if (field->accessibleName().startsWith(u"Attached data"))
            return field;
    }
    return nullptr;
}

} // namespace

void TestServicePane::init()
{
    m_place = std::make_unique<FoundPlace>();
    m_opened = std::make_unique<OpenedService>();
    m_opened->setServices(place().services.get());
}

void TestServicePane::cleanup()
{
    m_opened.reset();
    m_place.reset();
}

void TestServicePane::openService(const QByteArray &json)
{
    place().answer("/services/1", json);
    if (m_opened->serviceId().isEmpty())
        m_opened->open(u"1"_s);
    else
        m_opened->read();
    QTRY_VERIFY(m_opened->state() != OpenedService::State::Reading);
}

QAction *TestServicePane::action(const MenuActions &actions, const QString &text) const
{
    for (QAction *each : actions) {
        if (each && each->iconText() == text)
            return each;
    }
    return nullptr;
}

void TestServicePane::agesAgree()
{
    const QByteArray service = R"({"service_id":1,"started":{"timestamp":")"
        + test::ago(3 * 3600 + 20) + "\"}}";
    place().list('[' + service + ']');
    const ServicesPane list(place().finding);
    QVERIFY(place().load());
    const ServicePane pane(m_opened.get());
    openService(service);
    const QAbstractItemModel *rows = list.list()->model();
    QCOMPARE(rows->index(0, 1).data().toString(), u"3 h"_s);
    const QList<QLabel *> labels = pane.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().endsWith(u"3\u00a0h ago");
    }));
}

void TestServicePane::taskCanBeCompletedWhenItIsOpen()
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
    QList<Target> requested;
    connect(&pane, &ServicePane::completionRequested, this,
            [&requested](const Target &target) { requested.append(target); });
    task->trigger();
    service->trigger();
    QCOMPARE(requested,
             (QList<Target>{{Target::Kind::Task, u"1"_s, u"4"_s},
                            contract::serviceTarget(u"1"_s)}));
    table->selectRow(2);
    QVERIFY(!task->isEnabled());
    QVERIFY(task->toolTip().contains(u"This task is completed."));
    openService(R"({"service_id":1,"completed":{"disposition":10}})");
    QVERIFY(!service->isEnabled());
    QVERIFY(!task->isEnabled());
}

void TestServicePane::childSurvivesReadingAgain()
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

// What takes long is done elsewhere; of a service that is left meanwhile nothing is shown.
void TestServicePane::aLargeServiceDoesNotHoldTheWindow()
{
    QByteArray tasks;
    for (int id = 1; id <= 5000; ++id)
        tasks += (id > 1 ? "," : "") + (R"({"task_id":)" + QByteArray::number(id))
            + R"(,"task_type":"Call","started":{"timestamp":"2026-11-01T09:00:00.000Z"}})";
    const QByteArray large = R"({"service_id":1,"active_tasks":[)" + tasks + "]}";
    const ServicePane pane(m_opened.get());
    openService(large);
    const QAbstractItemModel *rows = pane.findChild<TableView *>()->model();
    QCOMPARE(rows->rowCount(), 0);
    QTRY_COMPARE(rows->rowCount(), 5000);
    QVERIFY(pane.findChild<Timeline *>()->words().contains(u"Task 1, Call"_s));
    m_opened->open(u"2"_s);
    m_opened->open(u"1"_s);
    QTRY_VERIFY(m_opened->state() == OpenedService::State::Shown);
    place().answer("/services/2", R"({"service_id":2,"active_tasks":[{"task_id":7}]})");
    m_opened->open(u"2"_s);
    QTRY_COMPARE(rows->rowCount(), 1);
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(rows->rowCount(), 1);
}

void TestServicePane::failureKeepsWhatWasRead()
{
    ServicePane pane(m_opened.get());
    openService(serviceWithTasks);
    place().server.reset();
    m_opened->read();
    QTRY_COMPARE(m_opened->state(), OpenedService::State::Failed);
    const QList<Notice *> notices = pane.findChildren<Notice *>();
    QCOMPARE(std::count_if(notices.begin(), notices.end(),
                           [](const Notice *notice) { return !notice->isClear(); }),
             1);
    QCOMPARE(pane.findChild<TableView *>()->model()->rowCount(), 3);
}

void TestServicePane::lowPaneShowsOneAtATime()
{
    ServicePane pane(m_opened.get());
    pane.resize(660, 220);
    pane.show();
    openService(serviceWithTasks);
    const auto *table = pane.findChild<TableView *>();
    const auto *timeline = pane.findChild<Timeline *>();
    auto *parts = pane.findChild<QTabBar *>();
    const int rows = 3 * table->rowHeight(0);
    QTRY_VERIFY(table->viewport()->visibleRegion().boundingRect().height() >= rows);
    QVERIFY(!timeline->isVisible());
    parts->setCurrentIndex(1);
    QVERIFY(!table->isVisible());
    QTRY_VERIFY(timeline->visibleRegion().boundingRect().height() >= timeline->heightOf(3));
    pane.resize(660, 600);
    QTRY_VERIFY(!parts->isVisible()); // there is room for both
    QTRY_COMPARE(timeline->visibleRegion().boundingRect().height(), timeline->heightOf(4));
    QVERIFY(table->isVisible());
    pane.resize(660, 220);
    QTRY_VERIFY(parts->isVisible());
    pane.focusChildren();
    QVERIFY(table->isVisible());
    openService(R"({"service_id":1})");
    QVERIFY(!table->isVisible()); // it is said that there is nothing
}

void TestServicePane::tabGoesAsOneReads()
{
    ServicePane pane(m_opened.get());
    const QStringList wanted{u"Prepare Task…"_s,        u"Prepare Service…"_s,
                             u"Parts of the service"_s, u"Timeline"_s,
                             u"States and tasks"_s,     u"Attached data of the service"_s};
    QStringList order;
    for (const QWidget *each = pane.nextInFocusChain(); each != &pane;
         each = each->nextInFocusChain()) {
        const auto *button = qobject_cast<const QPushButton *>(each);
        const QString name = button ? button->text() : each->accessibleName();
        if (wanted.contains(name) && each->focusPolicy() & Qt::TabFocus)
            order.append(name);
    }
    QCOMPARE(order, wanted);
}

void TestServicePane::returnPressesTheButton()
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
    QSignalSpy requested(&pane, &ServicePane::completionRequested);
    QTest::keyClick(button, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
}

void TestServicePane::timelineInWords()
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
    QCOMPARE(QAccessible::queryAccessibleInterface(&timeline)->role(), QAccessible::Chart);
    QVERIFY(timeline.focusPolicy() & Qt::TabFocus);
    timeline.resize(480, 120);
    timeline.show();
    QVERIFY(QTest::qWaitForWindowActive(&timeline));
    timeline.clearFocus();
    const QImage without = timeline.grab().toImage();
    timeline.setFocus();
    QVERIFY(timeline.grab().toImage() != without);
    timeline.resize(40, 20); // and painting in no room at all
    QVERIFY(!timeline.grab().isNull());
}

// An 8.1 server that refuses to nest has told nothing of states, tasks and data.
void TestServicePane::whatIsNotShownIsNotDenied()
{
    place().connectTo(contract::Dialect::V81);
    m_opened->setServices(place().services.get());
    place().server->onRequest([](QTcpSocket *socket, const QByteArray &request) {
        const bool asksForMore = request.contains("active_tasks=");
        socket->write(asksForMore ? test::RawServer::answer("400 Bad Request", "{}")
                                  : test::RawServer::answer("200 OK", R"({"service_id":1})"));
    });
    const ServicePane pane(m_opened.get());
    m_opened->open(u"1"_s);
    QTRY_COMPARE(m_opened->state(), OpenedService::State::Shown);
    QStringList words;
    for (const QLabel *label : pane.findChildren<QLabel *>())
        words.append(label->text());
    QVERIFY(words.contains(u"The server does not show states and tasks"_s));
    QVERIFY(!words.contains(u"This service has neither states nor tasks"_s));
    QCOMPARE(attachedData(pane)->placeholderText(), u"The server shows no attached data"_s);
}

QTEST_MAIN(TestServicePane)
#include "tst_servicepane.moc"
