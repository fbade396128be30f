// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The form among the other panes of the window, on the sandbox.

#include "ui/close/completionpane.h"
#include "ui/find/servicespane.h"
#include "ui/find/table/rowsmodel.h"
#include "ui/mainwindow.h"
#include "ui/payload/payloadtree.h"
#include "ui/widgets/look/appearance.h"
#include "ui/widgets/notice.h"
#include "ui/workspace.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;

class TestCompletionInWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theKeysThatSendGoToTheForm();
    void goesOnToTheNextInTheList();
    void draftsAreListedAndMarked();
    void closingAsksAboutWhatIsRefused();

private:
    Draft &draft() const { return *m_workspace->completing().draft(); }
    CompletionPane *pane() const { return m_window->findChild<CompletionPane *>(); }
    QAction *action(const QString &iconText) const;
    QAbstractItemView *list() const { return m_window->findChild<ServicesPane *>()->list(); }
    QVariant firstCell(const QString &serviceId, int role) const;
    void open(const QString &serviceId);
    void setDisposition(const QString &text);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    Appearance m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

void TestCompletionInWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace = std::make_unique<Workspace>(Places::below(m_folder->path()));
    m_window = std::make_unique<MainWindow>(*m_workspace, m_appearance, u"en"_s);
    m_window->show();
    m_window->complete();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_workspace->start({});
    QTRY_VERIFY(m_workspace->finding().services.count() > 0);
}

void TestCompletionInWindow::cleanup()
{
    m_window.reset();
    m_workspace.reset();
    m_folder.reset();
}

QAction *TestCompletionInWindow::action(const QString &iconText) const
{
    const MenuActions actions = pane()->menuActions();
    const auto found = std::find_if(actions.begin(), actions.end(), [&](const QAction *each) {
        return each && each->iconText().startsWith(iconText);
    });
    return found == actions.end() ? nullptr : *found;
}

QVariant TestCompletionInWindow::firstCell(const QString &serviceId, int role) const
{
    const auto *model = qobject_cast<const RowsModel *>(list()->model());
    const int column = RowsModel::SelectedColumn + 1;
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, column).data(RowsModel::ServiceIdRole) == serviceId)
            return model->index(row, column).data(role);
    }
    return {};
}

void TestCompletionInWindow::open(const QString &serviceId)
{
    m_workspace->atHand().open(serviceId);
    QTRY_COMPARE(draft().target().serviceId, serviceId);
    QTRY_VERIFY(!draft().isLoading());
}

void TestCompletionInWindow::setDisposition(const QString &text)
{
    draft().setFieldText(*contract::findField(contract::Event::ServiceEnd, u"disposition"), text);
}

void TestCompletionInWindow::theKeysThatSendGoToTheForm()
{
    open(u"36981723"_s);
    setDisposition(u"10"_s);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_window->focusWidget()->accessibleName(), u"Disposition"_s);
    QVERIFY(!m_workspace->completing().underWay());
}

void TestCompletionInWindow::goesOnToTheNextInTheList()
{
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Down);
    QTRY_VERIFY(!draft().isEmpty() && !draft().isLoading());
    const QString first = draft().target().serviceId;
    const auto left = qsizetype(m_workspace->finding().services.count()) - 1;
    setDisposition(u"10"_s);
    QVERIFY(m_workspace->completing().send({true, {}}));
    QTRY_VERIFY(m_workspace->completing().reported());
    const QString next = u"Next in List (%1)"_s.arg(QLocale().toString(left));
    QTRY_VERIFY2(action(u"Next in List"_s)->iconText() == next,
                 qPrintable(action(u"Next in List"_s)->iconText()));
    action(u"Next in List"_s)->trigger();
    QTRY_VERIFY(!draft().isEmpty() && draft().target().serviceId != first);
    QTRY_COMPARE(m_window->focusWidget()->accessibleName(), u"Disposition"_s);
    QCOMPARE(list()->currentIndex().data(RowsModel::ServiceIdRole).toString(),
             draft().target().serviceId);
}

void TestCompletionInWindow::draftsAreListedAndMarked()
{
    QMenu *drafts = action(u"Open Draft"_s)->menu();
    QCOMPARE(drafts->actions().size(), 0);
    open(u"36981723"_s);
    QVERIFY(firstCell(u"36981723"_s, Qt::DecorationRole).isNull());
    setDisposition(u"10"_s);
    QCOMPARE(drafts->actions().size(), 1);
    QVERIFY(!firstCell(u"36981723"_s, Qt::DecorationRole).isNull());
    QVERIFY(firstCell(u"36981723"_s, Qt::ToolTipRole).toString().contains(u"draft"));
    open(u"95"_s);
    drafts->actions().constFirst()->trigger();
    QTRY_COMPARE(draft().target().serviceId, u"36981723"_s);
    QTRY_COMPARE(m_window->focusWidget()->accessibleName(), u"Disposition"_s);
    draft().discard();
    QCOMPARE(drafts->actions().size(), 0);
    QVERIFY(firstCell(u"36981723"_s, Qt::DecorationRole).isNull());
}

void TestCompletionInWindow::closingAsksAboutWhatIsRefused()
{
    open(u"36981723"_s);
    QVERIFY(draft().payload()->load(R"({"a":1})"));
    action(u"Tree of Attached Data"_s)->trigger();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Down);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_F2);
    QTest::keyClicks(m_window->focusWidget(), u"service_id"_s);
    QVERIFY(!m_window->close());
    const auto *notice = m_window->findChild<Notice *>(u"Message"_s);
    QVERIFY2(notice->words().contains(u"refused"), qPrintable(notice->words()));
    auto *tree = m_window->findChild<PayloadTree *>();
    QVERIFY(tree->isEntering());
    tree->entry()->setFocus();
    QTest::keyClick(tree->entry(), Qt::Key_Escape);
    QVERIFY(m_window->close());
}

QTEST_MAIN(TestCompletionInWindow)

#include "tst_completioninwindow.moc"
