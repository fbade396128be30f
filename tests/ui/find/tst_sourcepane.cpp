// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "contract/timestamp.h"
#include "ui/find/sources/listing.h"
#include "ui/find/sources/sourcefield.h"
#include "ui/find/sources/sourcepane.h"

#include <QtCore/QMimeData>
#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;

class TestSourcePane : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "Europe/Paris"); }
    void init();
    void cleanup();

    void sourcesAreCombined();
    void textsSurvive();
    void emptyFieldCannotBeLoaded();
    void nothingCheckedCannotBeLoaded();
    void countsAndRefuses();
    void whatIsRefusedOutlivesAnotherQuery();
    void whatIsTypedOutlivesThePane();
    void keysGoToTheField();
    void oldDialectChoosesCustomers();
    void rangeIsChecked_data();
    void rangeIsChecked();
    void queryIsAdopted();
    void columnOfAPastedTable();
    void columnOfAFile();
    void fileComesAfterWhatIsTyped();
    void brokenFileLeavesWhatWasThere();
    void manyIdsArePasted();
    void namesAreTheLabels();
    void tabReachesAll();

private:
    void connectTo(contract::Dialect dialect);
    QAction *action(const QString &text) const;
    SourceField *field(const QString &label) const;
    QPlainTextEdit *edit(const QString &label) const;
    QString said(const QString &label) const; // all labels of a field that are shown
    QString whyNotLoad() const; // as it is seen and as it is heard
    QString file(const QByteArray &bytes);

    std::unique_ptr<client::Transport> m_transport;
    std::unique_ptr<client::ContextServices> m_services;
    std::unique_ptr<Listing> m_listing;
    std::unique_ptr<SourcePane> m_pane;
    QTemporaryDir m_folder;
};

void TestSourcePane::init()
{
    m_listing = std::make_unique<Listing>();
    connectTo(contract::Dialect::V85);
    m_pane = std::make_unique<SourcePane>(m_listing.get());
}

void TestSourcePane::cleanup()
{
    m_pane.reset();
    m_listing.reset();
    m_services.reset();
    m_transport.reset();
}

// Nothing is ever asked for here.
void TestSourcePane::connectTo(contract::Dialect dialect)
{
    m_listing->setServices(nullptr);
    client::Connection connection;
    connection.baseUrl = QUrl(u"http://localhost:9"_s);
    connection.dialect = dialect;
    m_services.reset();
    m_transport = std::make_unique<client::Transport>(connection);
    m_services = std::make_unique<client::ContextServices>(*m_transport);
    m_listing->setServices(m_services.get());
}

QAction *TestSourcePane::action(const QString &text) const
{
    for (QAction *each : m_pane->menuActions()) {
        if (each && each->iconText() == text)
            return each;
    }
    return nullptr;
}

SourceField *TestSourcePane::field(const QString &label) const
{
    for (SourceField *each : m_pane->findChildren<SourceField *>()) {
        if (each->box()->text() == label)
            return each;
    }
    return nullptr;
}

QPlainTextEdit *TestSourcePane::edit(const QString &label) const
{
    return field(label)->findChild<QPlainTextEdit *>();
}

QString TestSourcePane::said(const QString &label) const
{
    QStringList texts;
    for (const QLabel *each : field(label)->findChildren<QLabel *>()) {
        if (each->isVisibleTo(field(label)) && !each->buddy())
            texts.append(each->text());
    }
    return texts.join(u" / "_s);
}

QString TestSourcePane::whyNotLoad() const
{
    QString heard;
    for (const QPushButton *button : m_pane->findChildren<QPushButton *>()) {
        if (button->text() == u"Load"_s)
            heard = button->accessibleDescription();
    }
    for (const QLabel *label : m_pane->findChildren<QLabel *>()) {
        if (label->parentWidget() == m_pane.get() && label->isVisibleTo(m_pane.get()))
            return label->text() == heard ? heard : u"seen and heard otherwise"_s;
    }
    return heard;
}

QString TestSourcePane::file(const QByteArray &bytes)
{
    QFile file(m_folder.filePath(u"ids.csv"_s));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                : QString();
}

void TestSourcePane::sourcesAreCombined()
{
    QVERIFY(action(u"All Active"_s)->isChecked());
    field(u"Customers"_s)->setOn(true);
    edit(u"Customers"_s)->setPlainText(u"c1, c2"_s);
    field(u"Service Ids"_s)->setOn(true);
    edit(u"Service Ids"_s)->setPlainText(u"1\n2"_s);
    QVERIFY(m_listing->query().everything);
    QVERIFY(m_listing->query().asksForAll());
    QCOMPARE(m_listing->query().customers, (QStringList{u"c1"_s, u"c2"_s}));
    QCOMPARE(m_listing->query().serviceIds, (QStringList{u"1"_s, u"2"_s}));
    action(u"All Active"_s)->trigger();
    QVERIFY(!m_listing->query().asksForAll());
    action(u"Completed Too"_s)->trigger();
    QCOMPARE(m_listing->query().completeness, contract::Completeness::All);
}

void TestSourcePane::textsSurvive()
{
    field(u"Contact Keys"_s)->setOn(true);
    edit(u"Contact Keys"_s)->setPlainText(u"k1, k2"_s);
    field(u"Contact Keys"_s)->setOn(false);
    QVERIFY(m_listing->query().contactKeys.isEmpty());
    QCOMPARE(edit(u"Contact Keys"_s)->toPlainText(), u"k1, k2"_s);
    field(u"Contact Keys"_s)->setOn(true);
    QCOMPARE(m_listing->query().contactKeys, (QStringList{u"k1"_s, u"k2"_s}));
}

void TestSourcePane::emptyFieldCannotBeLoaded()
{
    QVERIFY(action(u"Load"_s)->isEnabled());
    field(u"Customers"_s)->setOn(true);
    QVERIFY(!action(u"Load"_s)->isEnabled());
    QVERIFY(action(u"Load"_s)->toolTip().contains(u"Give at least one"));
    QVERIFY(whyNotLoad().startsWith(u"Give at least one"));
    edit(u"Customers"_s)->setPlainText(u"c"_s);
    QVERIFY(action(u"Load"_s)->isEnabled());
    QCOMPARE(whyNotLoad(), QString());
    m_listing->setServices(nullptr);
    QVERIFY(!action(u"Load"_s)->isEnabled());
}

void TestSourcePane::nothingCheckedCannotBeLoaded()
{
    action(u"All Active"_s)->trigger();
    QVERIFY(!action(u"Load"_s)->isEnabled());
    QVERIFY(action(u"Load"_s)->toolTip().contains(u"Choose where services come from."));
}

void TestSourcePane::countsAndRefuses()
{
    field(u"Service Ids"_s)->setOn(true);
    QCOMPARE(said(u"Service Ids"_s), u"0 given"_s);
    edit(u"Service Ids"_s)->setPlainText(u"1\n2\n1\n1.2E+18\n\"3"_s);
    QCOMPARE(said(u"Service Ids"_s),
             u"2 given, 1 twice, 2 refused / Line 4, column 1: “1.2E+18” is a number that a "
             "spreadsheet has rounded. Export the column as text.\n… and 1 more."_s);
    QCOMPARE(m_listing->query().serviceIds, (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(m_listing->query().leftOut, 2);
    field(u"Service Ids"_s)->setOn(false);
    QCOMPARE(m_listing->query().leftOut, 0);
}

// As when another environment is chosen, and this one again.
void TestSourcePane::whatIsRefusedOutlivesAnotherQuery()
{
    field(u"Customers"_s)->setOn(true);
    edit(u"Customers"_s)->setPlainText(u"c1\n1.2E+18"_s);
    find::Query mine = m_listing->query();
    QCOMPARE(mine.leftOut, 1);
    mine.leftOut = 0; // which is not written into the settings
    find::Query others;
    others.customers = {u"c2"_s};
    m_listing->setQuery(others);
    QCOMPARE(m_listing->query().leftOut, 0);
    QCOMPARE(said(u"Customers"_s), u"1 given"_s);
    m_listing->setQuery(mine);
    QCOMPARE(m_listing->query().leftOut, 1);
    QVERIFY(said(u"Customers"_s).startsWith(u"1 given, 1 refused"));
}

// As when the language is switched.
void TestSourcePane::whatIsTypedOutlivesThePane()
{
    field(u"Customers"_s)->setOn(true);
    edit(u"Customers"_s)->setPlainText(u"c1\nc2"_s);
    field(u"Customers"_s)->setOn(false);
    field(u"Service Ids"_s)->setOn(true);
    edit(u"Service Ids"_s)->setPlainText(u"1\n1.2E+18"_s);
    m_pane = std::make_unique<SourcePane>(m_listing.get());
    QVERIFY(!field(u"Customers"_s)->isOn());
    QCOMPARE(edit(u"Customers"_s)->toPlainText(), u"c1\nc2"_s);
    QVERIFY(field(u"Service Ids"_s)->isOn());
    QVERIFY(said(u"Service Ids"_s).startsWith(u"1 given, 1 refused"));
    field(u"Customers"_s)->setOn(true);
    QCOMPARE(m_listing->query().customers, (QStringList{u"c1"_s, u"c2"_s}));
    QCOMPARE(m_listing->query().leftOut, 1);
}

void TestSourcePane::keysGoToTheField()
{
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    action(u"Customers"_s)->trigger();
    QVERIFY(field(u"Customers"_s)->isOn());
    QVERIFY(edit(u"Customers"_s)->hasFocus());
    action(u"Service Ids"_s)->trigger();
    action(u"Customers"_s)->trigger(); // it is checked already: back to it
    QVERIFY(action(u"Customers"_s)->isChecked());
    QVERIFY(edit(u"Customers"_s)->hasFocus());
    action(u"Customers"_s)->trigger();
    QVERIFY(!action(u"Customers"_s)->isChecked());
    QVERIFY(!field(u"Customers"_s)->isOn());
}

void TestSourcePane::oldDialectChoosesCustomers()
{
    connectTo(contract::Dialect::V81);
    QAction *all = action(u"All Active"_s);
    QVERIFY(!all->isEnabled() && !all->isChecked());
    QVERIFY(all->toolTip().contains(m_listing->whyNotAll()));
    QVERIFY(action(u"Customers"_s)->isChecked());
    QVERIFY(!action(u"Load"_s)->isEnabled());
    connectTo(contract::Dialect::V85); // which can
    QVERIFY(all->isEnabled() && all->isChecked());
    QVERIFY(!action(u"Customers"_s)->isChecked());
    QVERIFY(m_listing->query().asksForAll());
}

void TestSourcePane::rangeIsChecked_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("range"); // of the query
    QTest::addColumn<QString>("problem");
    QTest::addColumn<bool>("isFirstWrong");
    QTest::newRow("open") << QString() << QString() << u" – "_s << QString() << false;
    QTest::newRow("day") << u"2026-11-01"_s << QString() << u"2026-10-31T23:00:00.000Z – "_s
                         << QString() << false;
    QTest::newRow("moments") << u"2026-11-01T08:00:00Z"_s << u" 2026-11-02T08:00:00+02:00 "_s
                             << u"2026-11-01T08:00:00.000Z – 2026-11-02T06:00:00.000Z"_s
                             << QString() << false;
    QTest::newRow("local moments")
        << u"2026-11-01 08:00"_s << u"2026-11-01T08:00:00.5"_s
        << u"2026-11-01T07:00:00.000Z – 2026-11-01T07:00:00.500Z"_s << QString() << false;
    QTest::newRow("nonsense") << u"once"_s << QString() << u" – "_s << u"“once” is not a moment."_s
                              << true;
    QTest::newRow("no such day") << QString() << u"2026-02-30"_s << u" – "_s
                                 << u"“2026-02-30” is not a moment."_s << false;
    QTest::newRow("backwards") << u"2026-11-02"_s << u"2026-11-01"_s
                               << u"2026-11-01T23:00:00.000Z – "_s << u"must be the earlier one."_s
                               << false;
}

void TestSourcePane::rangeIsChecked()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, range);
    QFETCH(QString, problem);
    QFETCH(bool, isFirstWrong);
    for (QLineEdit *each : m_pane->findChildren<QLineEdit *>())
        each->setText(each->accessibleName() == u"Started from"_s ? from : to);
    const client::StartRange &asked = m_listing->query().range;
    const auto written = [](const QDateTime &moment) {
        return moment.isValid() ? contract::formatTimestamp(moment) : QString();
    };
    QCOMPARE(written(asked.from) + u" – "_s + written(asked.to), range);
    QCOMPARE(action(u"Load"_s)->isEnabled(), problem.isEmpty());
    QVERIFY(action(u"Load"_s)->toolTip().contains(problem));
    const QList<QLabel *> labels = m_pane->findChildren<QLabel *>();
    QCOMPARE(std::count_if(labels.begin(), labels.end(),
                           [&](const QLabel *label) {
                               return label->isVisibleTo(m_pane.get()) && !problem.isEmpty()
                                   && label->text().contains(problem);
                           }),
             problem.isEmpty() ? 0 : 1);
    // At its own field.
    for (const QLineEdit *each : m_pane->findChildren<QLineEdit *>()) {
        const bool isFrom = each->accessibleName() == u"Started from"_s;
        const bool isWrong = !problem.isEmpty() && isFrom == isFirstWrong;
        QCOMPARE(each->property("problem").toBool(), isWrong);
        QCOMPARE(each->accessibleDescription().contains(problem) && !problem.isEmpty(), isWrong);
    }
}

void TestSourcePane::queryIsAdopted()
{
    field(u"Customers"_s)->setOn(true);
    edit(u"Customers"_s)->setPlainText(u"mine"_s);
    find::Query query;
    query.contactKeys = {u"k1"_s, u"k,2"_s};
    query.everything = true;
    query.completeness = contract::Completeness::All;
    query.range.from = QDateTime({2026, 10, 31}, {23, 0}, Qt::UTC);
    query.range.to = QDateTime({2026, 11, 1}, {23, 0, 7}, Qt::UTC);
    m_listing->setQuery(query);
    QVERIFY(action(u"All Active"_s)->isChecked());
    QVERIFY(action(u"Contact Keys"_s)->isChecked());
    QVERIFY(!action(u"Customers"_s)->isChecked());
    QVERIFY(action(u"Completed Too"_s)->isChecked());
    QCOMPARE(edit(u"Contact Keys"_s)->toPlainText(), u"k1\n\"k,2\""_s);
    QCOMPARE(edit(u"Customers"_s)->toPlainText(), u"mine"_s);
    QCOMPARE(m_pane->findChildren<QLineEdit *>().at(0)->text(), u"2026-11-01"_s);
    QCOMPARE(m_pane->findChildren<QLineEdit *>().at(1)->text(), u"2026-11-02 00:00:07.000"_s);
    QVERIFY(m_listing->query().isOfSame(query));
    m_listing->setQuery({});
    QVERIFY(action(u"All Active"_s)->isChecked());
    QVERIFY(!action(u"Contact Keys"_s)->isChecked());
    QVERIFY(m_pane->findChild<QLineEdit *>()->text().isEmpty());
}

// As spreadsheets put one on the clipboard.
void TestSourcePane::columnOfAPastedTable()
{
    field(u"Service Ids"_s)->setOn(true);
    QGuiApplication::clipboard()->setText(u"Bill\t=\"0042\"\nCall\t95\n"_s);
    edit(u"Service Ids"_s)->paste();
    auto *columns = field(u"Service Ids"_s)->findChild<QComboBox *>();
    QTRY_VERIFY(columns->isVisibleTo(field(u"Service Ids"_s)));
    QCOMPARE(columns->itemText(1), u"Column 2: =\"0042\", 95"_s);
    columns->setCurrentIndex(1);
    emit columns->activated(1);
    QTRY_COMPARE(edit(u"Service Ids"_s)->toPlainText(), u"0042\n95"_s);
    const QList<QLabel *> labels = field(u"Service Ids"_s)->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().contains(u"1 cleaned"_s)
            && label->toolTip().contains(u"is taken for “0042”"_s);
    }));
}

void TestSourcePane::columnOfAFile()
{
    SourceField *ids = field(u"Service Ids"_s);
    ids->setOn(true);
    auto *columns = ids->findChild<QComboBox *>();
    QVERIFY(!columns->isVisibleTo(ids));
    ids->readFile(file("Kunde;service_id;note\nA;1;7\nB;1,2E+18;8\nC;3;9\n"));
    QTRY_COMPARE(m_listing->query().serviceIds, (QStringList{u"1"_s, u"3"_s}));
    QVERIFY(columns->isVisibleTo(ids));
    QCOMPARE(columns->currentText(), u"service_id"_s);
    QVERIFY(said(u"Service Ids"_s).startsWith(u"2 given, 1 refused / Line 3, column 3"));
    QCOMPARE(edit(u"Service Ids"_s)->toPlainText(), u"1\n3"_s);
    columns->setCurrentIndex(2);
    emit columns->activated(2);
    QTRY_COMPARE(m_listing->query().serviceIds, (QStringList{u"7"_s, u"8"_s, u"9"_s}));
    QCOMPARE(said(u"Service Ids"_s), u"3 given"_s);
    // What is typed afterwards is no column of the file any more.
    edit(u"Service Ids"_s)->setPlainText(u"7"_s);
    QVERIFY(!columns->isVisibleTo(ids));
}

void TestSourcePane::fileComesAfterWhatIsTyped()
{
    SourceField *ids = field(u"Service Ids"_s);
    ids->setOn(true);
    QPlainTextEdit *typed = edit(u"Service Ids"_s);
    typed->insertPlainText(u"9, 1"_s);
    ids->readFile(file("service_id;note\n1;7\n3;8\n"));
    QTRY_COMPARE(m_listing->query().serviceIds, (QStringList{u"9"_s, u"1"_s, u"3"_s}));
    QCOMPARE(typed->toPlainText(), u"9\n1\n3"_s);
    QCOMPARE(said(u"Service Ids"_s), u"3 given, 1 twice"_s);
    auto *columns = ids->findChild<QComboBox *>();
    columns->setCurrentIndex(1);
    emit columns->activated(1); // in place of the other column
    QTRY_COMPARE(m_listing->query().serviceIds, (QStringList{u"9"_s, u"1"_s, u"7"_s, u"8"_s}));
    typed->undo();
    QCOMPARE(m_listing->query().serviceIds, (QStringList{u"9"_s, u"1"_s, u"3"_s}));
    typed->undo();
    QCOMPARE(typed->toPlainText(), u"9, 1"_s);
    QCOMPARE(m_listing->query().serviceIds, (QStringList{u"9"_s, u"1"_s}));
}

void TestSourcePane::brokenFileLeavesWhatWasThere()
{
    SourceField *ids = field(u"Service Ids"_s);
    ids->setOn(true);
    edit(u"Service Ids"_s)->setPlainText(u"1"_s);
    for (const QString &path : {file(QByteArray("PK\3\4\0\0", 6)), u"/nowhere/ids.csv"_s}) {
        QSignalSpy changed(ids, &SourceField::changed);
        ids->readFile(path);
        QVERIFY(!action(u"Load"_s)->isEnabled());
        QTRY_COMPARE(changed.count(), 2); // it is read, and it has been
        QCOMPARE(m_listing->query().serviceIds, QStringList{u"1"_s});
        QVERIFY(said(u"Service Ids"_s)
                    .contains(path.startsWith(u"/nowhere") ? u"cannot be read" : u"no text"));
        QVERIFY(said(u"Service Ids"_s).contains(u"What was given before is still given."));
        QVERIFY(action(u"Load"_s)->isEnabled());
    }
}

void TestSourcePane::manyIdsArePasted()
{
    constexpr int count = 100'000;
    QString text;
    for (int i = 0; i < count; ++i)
        text += u" \"%1\";%1\r\n"_s.arg(5'000'000'000'000'000'000 + i);
    field(u"Service Ids"_s)->setOn(true);
    QPlainTextEdit *pasted = edit(u"Service Ids"_s);
    pasted->setPlainText(u"1"_s);
    pasted->moveCursor(QTextCursor::End);
    QGuiApplication::clipboard()->setText(text);
    pasted->paste();
    QCOMPARE(said(u"Service Ids"_s), u"Reading…"_s); // the window goes on
    QTRY_COMPARE(m_listing->query().serviceIds.size(), count + 1);
    QCOMPARE(said(u"Service Ids"_s), u"100,001 given, 100,000 twice"_s);
    QVERIFY(pasted->isReadOnly());
    QVERIFY(pasted->blockCount() < 100);
    QCOMPARE(m_listing->query().serviceIds.first(), u"1"_s);
    for (QPushButton *button : field(u"Service Ids"_s)->findChildren<QPushButton *>()) {
        if (button->text() == u"Clear"_s)
            button->click();
    }
    QVERIFY(!pasted->isReadOnly());
    QCOMPARE(said(u"Service Ids"_s), u"0 given"_s);
}

void TestSourcePane::namesAreTheLabels()
{
    for (const QLabel *label : m_pane->findChildren<QLabel *>()) {
        if (label->buddy())
            QCOMPARE(label->buddy()->accessibleName(), label->text());
    }
    const QList<QToolButton *> buttons = m_pane->findChildren<QToolButton *>();
    QCOMPARE(buttons.size(), 2); // that clear a moment
    for (const QToolButton *button : buttons)
        QCOMPARE(button->text(), u"Clear"_s);
}

void TestSourcePane::tabReachesAll()
{
    field(u"Customers"_s)->setOn(true);
    field(u"Service Ids"_s)->setOn(true);
    edit(u"Customers"_s)->setPlainText(u"c"_s);
    edit(u"Service Ids"_s)->setPlainText(u"1"_s);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    m_pane->focusSource();
    QStringList order;
    QSet<QWidget *> seen;
    for (QWidget *at = QApplication::focusWidget(); at && !seen.contains(at);
         at = QApplication::focusWidget()) {
        seen.insert(at);
        const auto *button = qobject_cast<QAbstractButton *>(at);
        order.append(button ? button->text() : at->accessibleName());
        QTest::keyClick(at, Qt::Key_Tab);
    }
    QCOMPARE(order,
             (QStringList{u"Customers"_s, u"Customer ids, one per line"_s, u"From File…"_s,
                          u"Contact Keys"_s, u"Service Ids"_s, u"Service ids, one per line"_s,
                          u"From File…"_s, u"Started from"_s, u"Started until"_s,
                          u"Completed too"_s, u"Load"_s, u"All Active"_s}));
}

QTEST_MAIN(TestSourcePane)
#include "tst_sourcepane.moc"
