// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A server that says what nobody expects, in every place of the window where it is heard: texts of
// a megabyte, and such as look like markup.

#include "support/rawserver.h"
#include "ui/find/servicespane.h"
#include "ui/mainwindow.h"
#include "ui/widgets/look/appearance.h"
#include "ui/workspace.h"
#include "json/strings.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QTextDocument>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;
using closeout::test::RawServer;

namespace {

constexpr qsizetype longest = 2200; // of anything that is drawn in one piece
const auto markup = "<img src=x><b>"_L1;

QString id()
{
    return markup + QString(3000, u'7'); // it stands in URLs
}

QByteArray huge(qsizetype characters = 100'000)
{
    return json::spell(markup + QString(characters, u'x'));
}

QByteArray service()
{
    const QByteArray started = R"(,"started":{"timestamp":"2026-11-01T08:00:00.000Z"})";
    QByteArray task = R"({"task_id":)" + json::spell(id()) + R"(,"task_type":)" + huge()
        + R"(,"state_id":)" + huge() + started + '}';
    QByteArray state = R"({"state_id":)" + huge() + R"(,"state_type":)" + huge()
        + R"(,"completed":{"disposition":)" + huge() + R"(,"disposition_desc":)" + huge() + "}}";
    return R"({"service_id":)" + json::spell(id()) + R"(,"service_type":)" + huge(1'000'000)
        + R"(,"customer_id":)" + huge() + R"(,"contact_key":)" + huge() + R"(,"media_type":)"
        + huge() + started + ',' + huge() + R"(:1,"active_tasks":[)" + task
        + R"(],"completed_states":[)" + state + "]}";
}

} // namespace

class TestHostile : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aRecordIsShownCutAndAsText();
    void anAnswerIsShownCutAndAsText();
    void theWholeIdIsCopied();

private:
    void open();
    QStringList texts() const; // that are drawn in one piece
    QStringList toolTips() const;
    void checkWindow() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<Workspace> m_workspace;
    Appearance m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

void TestHostile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<RawServer>();
    m_server->onRequest([](QTcpSocket *socket, const QByteArray &request) {
        const QByteArray target = request.split(' ').value(1);
        if (target.contains("business-attributes"))
            socket->write(RawServer::answer(
                "200 OK",
                R"([{"cv_attributes":["Service.disposition"],"values":[{"dbid":10,"name":)" + huge()
                    + "}]}]"));
        else if (request.startsWith("POST"))
            socket->write(
                RawServer::answer("500 Internal Server Error",
                                  R"({"message":)" + huge() + R"(,"exception":)" + huge() + '}'));
        else if (target.contains("/stream"))
            socket->write(RawServer::answer("200 OK", '[' + service() + ']'));
        else
            socket->write(RawServer::answer("200 OK", service()));
    });
    m_workspace = std::make_unique<Workspace>(Places::below(m_folder->path()));
    m_window = std::make_unique<MainWindow>(*m_workspace, m_appearance, u"en"_s);
    m_window->show();
    open();
}

void TestHostile::cleanup()
{
    m_window.reset();
    m_workspace.reset();
}

void TestHostile::open()
{
    environments::Environment environment;
    environment.name = markup + QString(1000, u'n');
    environment.url = m_server->url().toString();
    m_workspace->use(environment, {});
    QTRY_COMPARE(m_workspace->finding().services.count(), 1U);
    m_workspace->atHand().open(id());
    QTRY_COMPARE(m_workspace->atHand().opened().state(), OpenedService::State::Shown);
    QTRY_VERIFY(!m_workspace->completing().draft()->isEmpty());
    QTRY_VERIFY(!m_workspace->completing().draft()->isLoading());
}

QStringList TestHostile::texts() const
{
    QStringList found{m_window->windowTitle()};
    for (const auto *label : m_window->findChildren<QLabel *>())
        found.append(label->text());
    for (const auto *button : m_window->findChildren<QAbstractButton *>())
        found.append(button->text());
    for (const auto *widget : m_window->findChildren<QWidget *>())
        found += {widget->accessibleName(), widget->accessibleDescription()};
    for (const auto *action : m_window->findChildren<QAction *>())
        found += {action->text(), action->statusTip()};
    for (const auto *view : m_window->findChildren<QAbstractItemView *>()) {
        const QAbstractItemModel *model = view->model();
        for (int row = 0; model && row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column)
                found += {model->index(row, column).data().toString(),
                          model->index(row, column).data(Qt::AccessibleTextRole).toString()};
        }
    }
    return found;
}

QStringList TestHostile::toolTips() const
{
    QStringList found;
    for (const auto *widget : m_window->findChildren<QWidget *>())
        found.append(widget->toolTip());
    for (const auto *action : m_window->findChildren<QAction *>())
        found.append(action->toolTip());
    for (const auto *view : m_window->findChildren<QAbstractItemView *>()) {
        const QAbstractItemModel *model = view->model();
        for (int row = 0; model && row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column)
                found.append(model->index(row, column).data(Qt::ToolTipRole).toString());
        }
    }
    return found;
}

void TestHostile::checkWindow() const
{
    int heard = 0;
    for (const QString &text : texts()) {
        QVERIFY2(text.size() <= longest, qPrintable(text.left(300)));
        heard += text.contains(markup);
    }
    QVERIFY2(heard >= 10, qPrintable(QString::number(heard))); // or nothing was looked at
    for (const QString &tip : toolTips()) {
        QVERIFY2(tip.size() <= 2 * longest, qPrintable(tip.left(300)));
        QVERIFY2(!tip.contains(markup) || !Qt::mightBeRichText(tip), qPrintable(tip.left(300)));
    }
}

void TestHostile::aRecordIsShownCutAndAsText()
{
    checkWindow();
    QVERIFY(!m_window->grab().isNull());
}

void TestHostile::anAnswerIsShownCutAndAsText()
{
    for (QAction *action : m_window->findChildren<QAction *>()) {
        if (action->iconText() == "Complete Service"_L1
            && action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_Return))
            action->trigger(); // asks
    }
    checkWindow();
    QVERIFY(m_workspace->completing().send({true, 1}).has_value());
    QTRY_VERIFY(m_workspace->completing().reported().has_value());
    QTRY_COMPARE(m_workspace->history().model()->rowCount(), 1);
    checkWindow();
}

void TestHostile::theWholeIdIsCopied()
{
    auto *pane = m_window->findChild<ServicesPane *>();
    pane->setCurrentService(id());
    for (QAction *action : pane->actions()) {
        if (action->iconText() == "Copy Service Ids"_L1)
            action->trigger();
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), id());
}

QTEST_MAIN(TestHostile)

#include "tst_hostile.moc"
