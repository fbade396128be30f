// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "foundplace.h"
#include "support/printed.h"
#include "ui/find/table/rowsmodel.h"
#include "ui/widgets/clock.h"

#include <QtGui/QBrush>
#include <QtGui/QTextDocument>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;
using closeout::rows::Column;
using closeout::rows::Field;
using closeout::rows::Subject;
using closeout::test::ago;
using closeout::test::FoundPlace;
using closeout::test::printed;

class TestRowsModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsWhatARecordSays();
    void namesOfTheServerAreShown();
    void saysWhatIsInProgress();
    void showsTasks();
    void filtersAndSorts();
    void refreshKeepsOrBringsAnew();
    void selectsInTheFirstColumn();
    void columnsAreChosen();
    void attachedDataIsAColumn();
    void contactKeyStandsInForACustomer();
    void agesAreLive();
    void whatStartsInTheFutureSaysSo();
    void changesAreMarkedForAMoment();
    void sayWhatTheyAreToScreenReaders();
    void hostileTextsAreCutAndPlain();
    void stuckSaysWhy();

private:
    FoundPlace &place() { return *m_place; }
    void load(const QByteArray &services);
    QStringList lines(const QList<Field> &fields) const;
    QVariant cell(int row, Field field, int role = Qt::DisplayRole) const;

    std::unique_ptr<FoundPlace> m_place;
    std::unique_ptr<RowsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester; // alive during every change
};

void TestRowsModel::init()
{
    m_place = std::make_unique<FoundPlace>();
    m_model = std::make_unique<RowsModel>(place().finding.services,
                                          place().finding.selectedServices);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
}

void TestRowsModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_place.reset();
}

void TestRowsModel::load(const QByteArray &services)
{
    place().list(services);
    QVERIFY(place().refresh());
}

QStringList TestRowsModel::lines(const QList<Field> &fields) const
{
    QList<int> columns;
    for (const Field field : fields)
        columns.append(m_model->columnOf({field}));
    return printed(*m_model, columns);
}

QVariant TestRowsModel::cell(int row, Field field, int role) const
{
    return m_model->index(row, m_model->columnOf({field})).data(role);
}

void TestRowsModel::showsWhatARecordSays()
{
    find::Query query;
    query.completeness = contract::Completeness::All;
    place().finding.listing.setQuery(query);
    QList<Column> columns;
    for (const rows::FieldSpec &spec : rows::allFields()) {
        if (spec.subjects.testFlag(Subject::Service))
            columns.append({spec.field});
    }
    m_model->setColumns(columns);
    const QByteArray began = ago(75 * 3600 + 60);
    load(R"([{"service_id":36981723,"service_type":"Bill Payment","customer_id":"c1",
              "started":{"timestamp":")"
         + began + R"(","media_type":1},"est_duration":3600,
              "active_states":[{"state_id":24,"active_tasks":[{"task_id":3}]}],
              "active_tasks":[{"task_id":4}],"Note":"n"},
             {"service_id":"383-f9","customer_id":"0001",
              "completed":{"timestamp":"2026-11-19T08:00:00Z","disposition":10}}])");
    QCOMPARE(
        lines({Field::Age, Field::ServiceId, Field::Status, Field::ServiceType, Field::CustomerId,
               Field::MediaType, Field::OpenTasks, Field::OpenStates, Field::Expected,
               Field::Overdue, Field::Disposition, Field::Data}),
        (QStringList{
            u"3 d 3 h | 36981723 | Active | Bill Payment | c1 | 1 | 2 | 1 | 1 h | 3 d 2 h |  | "
            "{\"Note\":\"n\"}"_s,
            u" | 383-f9 | Completed |  | 0001 |  | 0 | 0 |  |  | 10 | "_s}));
    QVERIFY(cell(0, Field::Age, Qt::ToolTipRole).toString().contains(QLatin1StringView(began)));
    QVERIFY(
        cell(1, Field::Status, Qt::ToolTipRole).toString().contains(u"2026-11-19T08:00:00.000Z"));
    QCOMPARE(cell(1, Field::Age, Qt::ToolTipRole).toString(), QString());
    QCOMPARE(cell(0, Field::Age, RowsModel::ServiceIdRole).toString(), u"36981723"_s);
    for (const Field field : {Field::OpenTasks, Field::OpenStates, Field::Age, Field::Idle,
                              Field::Overdue, Field::Expected}) {
        const auto alignment = cell(0, field, Qt::TextAlignmentRole).value<Qt::Alignment>();
        QVERIFY(alignment.testFlag(Qt::AlignRight));
    }
}

void TestRowsModel::namesOfTheServerAreShown()
{
    m_model->setColumns({{Field::ServiceType}, {Field::MediaType}});
    load(R"([{"service_id":1,"service_type":7,"started":{"media_type":1003}},
             {"service_id":2,"service_type":"Bill Payment"}])");
    ServerNames &names = place().finding.listing.names();
    QSignalSpy touched(m_model.get(), &RowsModel::dataChanged);
    names.set(Field::ServiceType, {{u"7"_s, u"Callback"_s}});
    names.set(Field::MediaType, {{u"1003"_s, u"email"_s}});
    QCOMPARE(touched.size(), 2);
    QCOMPARE(lines({Field::ServiceType, Field::MediaType}),
             (QStringList{u"Callback | email"_s, u"Bill Payment | "_s}));
    place().connectTo(); // elsewhere they mean something else
    QCOMPARE(names.of(Field::ServiceType, u"7"_s), u"7"_s);
}

void TestRowsModel::saysWhatIsInProgress()
{
    load(R"([{"service_id":1,"service_type":"Bill"}])");
    place().finding.listing.markInProgress(u"1"_s);
    place().answer("/services/1", R"({"service_id":1,"service_type":"Bill"})");
    place().finding.listing.reread(u"1"_s);
    QTRY_COMPARE(cell(0, Field::Status, Qt::DisplayRole).toString(), u"In progress"_s);
    QVERIFY(m_model->index(0, RowsModel::SelectedColumn)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(u"In progress"_s));
}

void TestRowsModel::showsTasks()
{
    ShownRows &tasks = place().finding.tasks;
    RowsModel model(tasks, place().finding.selectedTasks);
    const QAbstractItemModelTester tester(&model);
    tasks.setAwake(true);
    load(R"([{"service_id":5,"service_type":"Bill","customer_id":"c1","active_tasks":[
              {"task_id":1,"task_type":"Survey","started":{"timestamp":")"
         + ago(7260) + R"("}},{"task_id":2}],
             "completed_tasks":[{"task_id":3,"completed":{}}]}])");
    QCOMPARE(printed(model,
                     {model.columnOf({Field::Age}), model.columnOf({Field::TaskId}),
                      model.columnOf({Field::TaskType}), model.columnOf({Field::ServiceId}),
                      model.columnOf({Field::CustomerId})}),
             (QStringList{u"2 h 1 min | 1 | Survey | 5 | c1"_s, u" | 2 |  | 5 | c1"_s}));
    QCOMPARE(model.index(0, 1).data(RowsModel::TaskIdRole).toString(), u"1"_s);
    QCOMPARE(model.index(0, 1).data(RowsModel::ServiceIdRole).toString(), u"5"_s);
    QCOMPARE(m_model->columnOf({Field::TaskId}), -1);
}

void TestRowsModel::filtersAndSorts()
{
    load(R"([{"service_id":1,"customer_id":"gold"},{"service_id":2,"customer_id":"tin"},
             {"service_id":10,"customer_id":"gold"}])");
    ShownRows &shown = place().finding.services;
    QSignalSpy reset(m_model.get(), &RowsModel::modelReset);
    shown.setSortKey({Field::ServiceId, true, {}});
    QVERIFY(place().settle());
    QCOMPARE(lines({Field::ServiceId}), (QStringList{u"10"_s, u"2"_s, u"1"_s}));
    shown.setFilterText(u"gold"_s);
    QVERIFY(place().settle());
    QCOMPARE(lines({Field::ServiceId}), (QStringList{u"10"_s, u"1"_s}));
    QCOMPARE(reset.size(), 2);
    QCOMPARE(m_model->rowNumber(0), 2U);
    QCOMPARE(m_model->indexOf(2), 0);
    QCOMPARE(m_model->indexOf(1), -1);
    QCOMPARE(m_model->indexOf(77), -1);
}

void TestRowsModel::refreshKeepsOrBringsAnew()
{
    load(R"([{"service_id":1},{"service_id":2},{"service_id":3}])");
    const QPersistentModelIndex two = m_model->index(1, 1);
    QSignalSpy reset(m_model.get(), &RowsModel::modelReset);
    QSignalSpy changed(m_model.get(), &RowsModel::dataChanged);
    load(R"([{"service_id":1},{"service_id":2,"service_type":"B"},{"service_id":3}])");
    QVERIFY(reset.isEmpty()); // the same rows: views keep their place
    QVERIFY(!changed.isEmpty());
    QVERIFY(two.isValid());
    QCOMPARE(lines({Field::ServiceId, Field::ServiceType}),
             (QStringList{u"1 | "_s, u"2 | B"_s, u"3 | "_s}));
    load(R"([{"service_id":2,"service_type":"B"},{"service_id":4}])");
    QTRY_COMPARE(lines({Field::ServiceId, Field::Status}),
                 (QStringList{u"1 | Gone"_s, u"2 | Active"_s, u"3 | Gone"_s, u"4 | Active"_s}));
    place().connectTo();
    QCOMPARE(m_model->rowCount(), 0);
}

void TestRowsModel::selectsInTheFirstColumn()
{
    load(R"([{"service_id":1},{"service_id":2}])");
    const QModelIndex first = m_model->index(0, RowsModel::SelectedColumn);
    const QModelIndex age = m_model->index(0, 1);
    QVERIFY(first.flags().testFlag(Qt::ItemIsUserCheckable));
    QVERIFY(!age.flags().testFlag(Qt::ItemIsUserCheckable));
    QVERIFY(!age.data(Qt::CheckStateRole).isValid());
    QCOMPARE(first.data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Unchecked);
    QCOMPARE(first.data(Qt::AccessibleTextRole).toString(), u"Service 1, not selected"_s);
    QSignalSpy changed(m_model.get(), &RowsModel::dataChanged);
    QVERIFY(m_model->setData(first, Qt::Checked, Qt::CheckStateRole));
    QVERIFY(!m_model->setData(age, Qt::Checked, Qt::CheckStateRole));
    QVERIFY(!m_model->setData(first, u"x"_s, Qt::EditRole));
    QCOMPARE(changed.size(), 1);
    QVERIFY(place().finding.selectedServices.contains(0));
    QCOMPARE(first.data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Checked);
    QCOMPARE(first.data(Qt::AccessibleTextRole).toString(), u"Service 1, selected"_s);
    place().finding.selectedServices.selectShown();
    QCOMPARE(m_model->index(1, 0).data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Checked);
    QVERIFY(m_model->setData(first, Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(place().finding.selectedServices.rows(), std::vector<quint32>{1});
}

void TestRowsModel::columnsAreChosen()
{
    load(R"([{"service_id":1,"service_type":"Bill"}])");
    QSignalSpy reset(m_model.get(), &RowsModel::modelReset);
    m_model->setColumns({{Field::ServiceType}, {Field::ServiceId}});
    m_model->setColumns({{Field::ServiceType}, {Field::ServiceId}});
    QCOMPARE(reset.size(), 1);
    QCOMPARE(m_model->columnCount(), 3);
    QCOMPARE(printed(*m_model, {0, 1, 2}), QStringList{u" | Bill | 1"_s});
    QCOMPARE(m_model->columnOf({Field::Age}), -1);
    const auto header = [this](int section, int role) {
        return m_model->headerData(section, Qt::Horizontal, role).toString();
    };
    QCOMPARE(header(1, Qt::DisplayRole), u"Type"_s);
    QVERIFY(!header(1, Qt::ToolTipRole).isEmpty());
    QCOMPARE(header(0, Qt::ToolTipRole), u"Selected"_s);
    QVERIFY(!m_model->headerData(7, Qt::Horizontal, Qt::DisplayRole).isValid());
}

void TestRowsModel::attachedDataIsAColumn()
{
    const Result<Column> rating = Column::fromName(u"data.Feedback.rating", Subject::Service);
    QVERIFY(rating.has_value());
    m_model->setColumns({{Field::ServiceId}, *rating});
    load(R"([{"service_id":1,"Feedback":{"rating":1.10}},{"service_id":2,"Feedback":7},
             {"service_id":3,"Feedback":{"rating":"x\u00e9"}}])");
    QCOMPARE(printed(*m_model, {1, 2}), (QStringList{u"1 | 1.10"_s, u"2 | "_s, u"3 | xé"_s}));
}

void TestRowsModel::contactKeyStandsInForACustomer()
{
    load(R"([{"service_id":1,"contact_key":"k1"},
             {"service_id":2,"contact_key":"k2","customer_id":"c2"}])");
    QCOMPARE(lines({Field::ServiceId, Field::CustomerId}), (QStringList{u"1 | k1"_s, u"2 | c2"_s}));
    // It says that it is none: customer:k1 does not find it.
    QCOMPARE(cell(0, Field::CustomerId, Qt::ToolTipRole).toString(), u"Contact key: k1"_s);
    QCOMPARE(cell(0, Field::CustomerId, Qt::AccessibleTextRole).toString(), u"Contact key: k1"_s);
    QVERIFY(!cell(0, Field::CustomerId, Qt::DecorationRole).isNull());
    QCOMPARE(cell(1, Field::CustomerId, Qt::ToolTipRole).toString(), u"c2"_s);
    QVERIFY(cell(1, Field::CustomerId, Qt::DecorationRole).isNull());
    m_model->setColumns({{Field::ServiceId}, {Field::CustomerId}, {Field::ContactKey}});
    QCOMPARE(lines({Field::ServiceId, Field::CustomerId, Field::ContactKey}),
             (QStringList{u"1 |  | k1"_s, u"2 | c2 | k2"_s}));
}

void TestRowsModel::agesAreLive()
{
    load(R"([{"service_id":1,"started":{"timestamp":")" + ago(3600 + 59) + R"("}}])");
    Clock::ofApplication()->tick();
    QCOMPARE(lines({Field::Age}), QStringList{u"1 h"_s});
    QSignalSpy reset(m_model.get(), &RowsModel::modelReset);
    QTRY_VERIFY([this] {
        Clock::ofApplication()->tick();
        return lines({Field::Age}) == QStringList{u"1 h 1 min"_s};
    }());
    QVERIFY(reset.isEmpty());
}

void TestRowsModel::whatStartsInTheFutureSaysSo()
{
    load(R"([{"service_id":1,"started":{"timestamp":")" + ago(-2 * 3600 - 30) + R"("}}])");
    QCOMPARE(lines({Field::Age}), QStringList{u"in 2 h"_s});
}

void TestRowsModel::changesAreMarkedForAMoment()
{
    load(R"([{"service_id":1},{"service_id":2}])");
    m_model->markChanges();
    QVERIFY(!cell(0, Field::Age, RowsModel::ChangedRole).toBool()); // all of them are new
    load(R"([{"service_id":1},{"service_id":2,"service_type":"B"},{"service_id":3}])");
    m_model->markChanges();
    QVERIFY(!cell(0, Field::Age, RowsModel::ChangedRole).toBool());
    QVERIFY(cell(1, Field::Age, RowsModel::ChangedRole).toBool());
    QVERIFY(cell(2, Field::Age, RowsModel::ChangedRole).toBool());
    QVERIFY(cell(1, Field::Age, Qt::BackgroundRole).isValid());
    QTRY_VERIFY_WITH_TIMEOUT(!cell(1, Field::Age, Qt::BackgroundRole).isValid(), 15'000);
}

void TestRowsModel::sayWhatTheyAreToScreenReaders()
{
    load(R"([{"service_id":1,"service_type":"Bill","active_tasks":[{"task_id":1}]}])");
    QCOMPARE(cell(0, Field::ServiceId, Qt::AccessibleTextRole).toString(), u"1"_s);
    QCOMPARE(cell(0, Field::OpenTasks, Qt::AccessibleTextRole).toString(), u"Tasks: 1"_s);
    QCOMPARE(cell(0, Field::Age, Qt::AccessibleTextRole).toString(), QString());
    QCOMPARE(cell(0, Field::ServiceType, Qt::AccessibleTextRole).toString(), u"Type: Bill"_s);
}

void TestRowsModel::hostileTextsAreCutAndPlain()
{
    const QByteArray markup("<img src=x><b>");
    load(R"([{"service_id":1,"service_type":")" + markup + QByteArray(1'000'000, 'x') + R"("}])");
    for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole)}) {
        const QString text = cell(0, Field::ServiceType, role).toString();
        QVERIFY(text.contains(QLatin1StringView(markup)));
        QVERIFY2(text.size() < 2200, qPrintable(QString::number(text.size())));
    }
    const QString tip = cell(0, Field::ServiceType, Qt::ToolTipRole).toString();
    QVERIFY2(tip.size() < 4400, qPrintable(QString::number(tip.size())));
    QVERIFY(!tip.contains(QLatin1StringView(markup)) || !Qt::mightBeRichText(tip));
}

void TestRowsModel::stuckSaysWhy()
{
    place().finding.services.setRules(
        filter::StuckRules({{u"old"_s, u"age>1h"_s}, {u"billing"_s, u"type:Bill"_s}}));
    load(R"([{"service_id":1,"service_type":"Bill","started":{"timestamp":")" + ago(7260)
         + R"("}},{"service_id":2}])");
    QCOMPARE(lines({Field::Stuck}), (QStringList{u"old, billing"_s, QString()}));
    QCOMPARE(m_model->index(0, RowsModel::SelectedColumn).data(Qt::AccessibleTextRole).toString(),
             u"Service 1, Type: Bill, Age: 2 h 1 min, old, billing, not selected"_s);
    QVERIFY(cell(0, Field::Stuck, Qt::DecorationRole).isValid());
    QVERIFY(!cell(1, Field::Stuck, Qt::DecorationRole).isValid());
    QVERIFY(cell(0, Field::Stuck, Qt::ToolTipRole).toString().contains(u"open 2 h 1 min"));
}

QTEST_MAIN(TestRowsModel)
#include "tst_rowsmodel.moc"
