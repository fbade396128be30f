// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What holds for the window as a whole: its menus, its shortcuts, its palette, and that it can be
// made anew over the same workspace.

#include "ui/close/completionpane.h"
#include "ui/commandpalette.h"
#include "ui/environments/environmentfields.h"
#include "ui/environments/environmentspage.h"
#include "ui/find/servicespane.h"
#include "ui/find/sources/sourcepane.h"
#include "ui/find/table/rowsmodel.h"
#include "ui/find/views/savedviewspane.h"
#include "ui/journal/journalpane.h"
#include "ui/keysdialog.h"
#include "ui/languages.h"
#include "ui/mainwindow.h"
#include "ui/sandbox/sandboxpage.h"
#include "ui/service/servicepane.h"
#include "ui/widgets/look/appearance.h"
#include "ui/widgets/notice.h"
#include "ui/workspace.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTranslator>
#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;
using namespace closeout::ui;

namespace {

QList<QAction *> leavesOf(const QList<QAction *> &actions)
{
    QList<QAction *> leaves;
    for (QAction *action : actions) {
        if (action->menu())
            leaves += leavesOf(action->menu()->actions());
        else if (!action->isSeparator())
            leaves.append(action);
    }
    return leaves;
}

QAction *actionNamed(const QMainWindow &window, const QString &text)
{
    for (QAction *action : leavesOf(window.menuBar()->actions())) {
        if (action->iconText() == text)
            return action;
    }
    return nullptr;
}

QString mnemonicOf(const QWidget *widget)
{
    const auto *label = qobject_cast<const QLabel *>(widget);
    if (label && label->buddy())
        return QKeySequence::mnemonic(label->text()).toString();
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button ? QKeySequence::mnemonic(button->text()).toString() : QString();
}

// Qt follows none of two that have the same keys.
QWidget *tableOf(const QMainWindow &window)
{
    return qobject_cast<ServicesPane *>(window.findChild<ServicesPane *>())->list();
}

QStringList clashesIn(const QMainWindow &window)
{
    QHash<QString, QString> seen;
    QStringList clashes;
    const auto see = [&](const QString &keys, const QString &text) {
        if (!keys.startsWith("Alt+"_L1))
            return;
        if (seen.contains(keys))
            clashes.append(u"%1: %2, %3"_s.arg(keys, seen.value(keys), text));
        seen.insert(keys, text);
    };
    const QList<QAction *> menus = window.menuBar()->actions();
    for (const QAction *menu : menus)
        see(QKeySequence::mnemonic(menu->text()).toString(), menu->text());
    for (const QAction *action : leavesOf(menus)) {
        if (action->isEnabled())
            see(action->shortcut().toString(), action->text());
    }
    for (const auto *widget : window.findChildren<QWidget *>()) {
        if (widget->isVisible())
            see(mnemonicOf(widget), widget->property("text").toString());
    }
    for (const auto *tabs : window.findChildren<QTabBar *>()) {
        for (int i = 0; tabs->isVisible() && i < tabs->count(); ++i)
            see(QKeySequence::mnemonic(tabs->tabText(i)).toString(), tabs->tabText(i));
    }
    return clashes;
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyActionHasAShortcutOfItsOwn();
    void everyMenuEntryHasAMnemonicOfItsOwn();
    void noKeyMeansTwoThings_data();
    void noKeyMeansTwoThings();
    void whatOpensTheFormIsNotCalledAsWhatSends();
    void comingBackFindsTheFocus();
    void theKeysAreListed();
    void thePaletteFindsEverything();
    void isWholeOnceTheListIsSeen();
    void isWholeWhenTheListLetsWait();
    void hearsAShortcutBeforeItIsWhole();
    void thePaletteSaysWhyNot();
    void thePaletteChoosesAnEnvironment();
    void canBeMadeAnewInAnotherLanguage();
    void noLabelKeepsAnIcon();
    void keepsItsLayout();
    void closingLosesNothingUnasked();
    void closingKeepsADraftThatIsWrittenNowhere();
    void tabGoesAsOneReads();
    void theListHasTheFocusAtFirst();
    void theListHasRoomAtFirst_data();
    void theListHasRoomAtFirst();
    void nothingIsSqueezedByAHighJournal();
    void theJournalTakesRoomWithItsFirstLine();
    void theStatusLineSaysNothingThatIsNoLongerSo();

private:
    void makeWindow(const QString &language);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    Appearance m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace = std::make_unique<Workspace>(Places::below(m_folder->path()));
    makeWindow(u"en"_s);
    m_workspace->start({});
    QTRY_COMPARE(m_workspace->listing().state(), Listing::State::Loaded);
    QTRY_VERIFY(m_workspace->finding().services.count() > 0);
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_workspace.reset();
    m_folder.reset();
}

void TestMainWindow::makeWindow(const QString &language)
{
    m_window.reset();
    m_window = std::make_unique<MainWindow>(*m_workspace, m_appearance, language);
    m_window->show();
    m_window->complete();
}

void TestMainWindow::everyActionHasAShortcutOfItsOwn()
{
    QHash<QString, QString> seen;
    QStringList without;
    QStringList shared;
    const QList<QAction *> actions = leavesOf(m_window->menuBar()->actions());
    QVERIFY(actions.size() > 50);
    for (const QAction *action : actions) {
        const QString keys = action->shortcut().toString();
        if (keys.isEmpty())
            without.append(action->text());
        else if (seen.contains(keys))
            shared.append(u"%1: %2, %3"_s.arg(keys, seen.value(keys), action->text()));
        seen.insert(keys, action->text());
    }
    QVERIFY2(without.isEmpty(), qPrintable(without.join(u"; "_s)));
    QVERIFY2(shared.isEmpty(), qPrintable(shared.join(u"; "_s)));
}

void TestMainWindow::everyMenuEntryHasAMnemonicOfItsOwn()
{
    QSet<QKeySequence> seen;
    const QList<QAction *> menus = m_window->menuBar()->actions();
    for (const QAction *menu : menus) {
        const QKeySequence mnemonic = QKeySequence::mnemonic(menu->text());
        QVERIFY2(!mnemonic.isEmpty() && !seen.contains(mnemonic), qPrintable(menu->text()));
        seen.insert(mnemonic);
    }
    // Alt and a letter is a shortcut of some actions, too.
    for (const QAction *action : leavesOf(menus))
        QVERIFY2(!seen.contains(action->shortcut()), qPrintable(action->text()));
}

void TestMainWindow::noKeyMeansTwoThings_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("German") << u"de"_s;
}

void TestMainWindow::noKeyMeansTwoThings()
{
    QFETCH(QString, language);
    QTranslator texts;
    QVERIFY(texts.load(u"closeout_"_s + language, QStringLiteral(CATALOGUES)));
    QCoreApplication::installTranslator(&texts);
    makeWindow(language);
    m_workspace->atHand().open(u"36981723"_s);
    QTRY_COMPARE(m_workspace->atHand().opened().state(), OpenedService::State::Shown);
    QTRY_VERIFY(!m_workspace->completing().draft()->isLoading());
    QCOMPARE(clashesIn(*m_window).join(u"; "_s), QString());

    for (QAction *action : m_window->findChild<EnvironmentsPage *>()->menuActions()) {
        if (action && action->shortcut() == QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N))
            action->trigger(); // a new one
    }
    QVERIFY(m_window->findChild<EnvironmentFields *>()->isVisible());
    QCOMPARE(clashesIn(*m_window).join(u"; "_s), QString());

    emit m_window->findChild<SandboxPage *>()->needed();
    QVERIFY(m_window->findChild<SandboxPage *>()->isVisible());
    QCOMPARE(clashesIn(*m_window).join(u"; "_s), QString());
}

void TestMainWindow::comingBackFindsTheFocus()
{
    m_window->activateWindow();
    QTRY_VERIFY(m_window->isActiveWindow());
    auto *filter = m_window->findChild<ServicesPane *>()->findChild<QLineEdit *>();
    for (QWidget *before : {static_cast<QWidget *>(filter), tableOf(*m_window)}) {
        before->setFocus();
        auto *page = m_window->findChild<SandboxPage *>();
        emit page->needed();
        QVERIFY(page->isVisible());
        QVERIFY(!before->hasFocus());
        emit page->closed();
        QVERIFY2(before->hasFocus(), qPrintable(before->accessibleName()));
    }
}

void TestMainWindow::whatOpensTheFormIsNotCalledAsWhatSends()
{
    m_workspace->atHand().open(u"36981723"_s);
    QTRY_COMPARE(m_workspace->atHand().opened().state(), OpenedService::State::Shown);
    QStringList names;
    for (const QAction *menu : m_window->menuBar()->actions()) {
        if (menu->iconText() != "Service"_L1 && menu->iconText() != "Completion"_L1)
            continue;
        for (const QAction *action : leavesOf({menu->menu()->actions()}))
            names.append(action->iconText());
    }
    QVERIFY(names.contains(u"Prepare Service…"_s));
    QVERIFY(names.removeDuplicates() == 0);
}

void TestMainWindow::theKeysAreListed()
{
    actionNamed(*m_window, u"Keyboard…"_s)->trigger();
    const auto *dialog = m_window->findChild<KeysDialog *>();
    QVERIFY(dialog);
    const QAbstractItemModel *keys = dialog->findChild<QTableView *>()->model();
    QSet<QString> listed;
    for (int row = 0; row < keys->rowCount(); ++row)
        listed.insert(keys->index(row, 0).data().toString() + u'|'
                      + keys->index(row, 1).data().toString());
    for (const QAction *action : leavesOf(m_window->menuBar()->actions())) {
        const QString line = action->shortcut().toString(QKeySequence::NativeText) + u'|'
            + action->iconText();
        QVERIFY2(listed.contains(line), qPrintable(line));
    }
    QVERIFY(listed.contains(u"Left, Right, Home, End|To another bar"_s));
}

void TestMainWindow::thePaletteFindsEverything()
{
    const QList<QAction *> menus = m_window->menuBar()->actions();
    auto *palette = m_window->findChild<CommandPalette *>();
    palette->open(menus);
    const auto *list = palette->findChild<QListView *>();
    QCOMPARE(list->model()->rowCount(), leavesOf(menus).size());

    auto *words = palette->findChild<QLineEdit *>();
    words->setText(u"dark theme"_s); // in any order
    QCOMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(words, Qt::Key_Return);
    QCOMPARE(m_appearance.choice(), Appearance::Choice::Dark);
    QVERIFY(!palette->isVisible());
    palette->open(menus);
    words->setText(u"make coffee"_s);
    const auto *none = palette->findChild<QLabel *>();
    QVERIFY(none->isVisible() && !none->text().isEmpty());
    QVERIFY(!list->isVisible());
    QTest::keyClick(words, Qt::Key_Return); // does nothing
    QVERIFY(palette->isVisible());
    words->setText({});
    QVERIFY(list->isVisible() && !none->isVisible());
    // Why a command cannot be run is said, but not what it is found by.
    const QString reason = u"Choose a service first."_s;
    const QAbstractItemModel *commands = list->model();
    QVERIFY(!commands->match(commands->index(0, 0), Qt::DisplayRole, reason, 1, Qt::MatchContains)
                 .isEmpty());
    words->setText(reason);
    QCOMPARE(commands->rowCount(), 0);
    QTest::keyClick(words, Qt::Key_Escape);
    QVERIFY(!palette->isVisible());
    m_appearance.choose(Appearance::Choice::Light);
}

void TestMainWindow::isWholeOnceTheListIsSeen()
{
    m_window = std::make_unique<MainWindow>(*m_workspace, m_appearance, u"en"_s);
    const auto *list = m_window->findChild<QTableView *>();
    QVERIFY(list->model()->rowCount() > 0);
    QVERIFY(!m_window->findChild<CommandPalette *>());
    m_window->show();
    QTRY_VERIFY(m_window->findChild<CommandPalette *>());
}

void TestMainWindow::isWholeWhenTheListLetsWait()
{
    m_window.reset();
    Workspace nowhere(Places::below(m_folder->filePath(u"nowhere"_s))); // is not started
    MainWindow window(nowhere, m_appearance, u"en"_s);
    window.show();
    QTRY_VERIFY(window.findChild<CommandPalette *>());
}

void TestMainWindow::hearsAShortcutBeforeItIsWhole()
{
    m_window = std::make_unique<MainWindow>(*m_workspace, m_appearance, u"en"_s);
    m_window->show();
    QVERIFY(!m_window->findChild<CommandPalette *>());
    QApplication::setActiveWindow(m_window.get()); // without the events that waiting would handle
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    const auto *palette = m_window->findChild<CommandPalette *>();
    QVERIFY(palette && palette->isVisible());
}

void TestMainWindow::thePaletteSaysWhyNot()
{
    auto *palette = m_window->findChild<CommandPalette *>();
    palette->open(m_window->menuBar()->actions());
    palette->findChild<QLineEdit *>()->setText(u"stop if nothing has left"_s);
    const auto *list = palette->findChild<QListView *>();
    QCOMPARE(list->model()->rowCount(), 1);
    const QString said = list->model()->index(0, 0).data().toString();
    QVERIFY2(said.endsWith(u"Nothing is being sent."_s), qPrintable(said));
}

void TestMainWindow::thePaletteChoosesAnEnvironment()
{
    closeout::environments::Environment environment;
    environment.name = u"Staging & Test"_s;
    environment.url = u"http://127.0.0.1:9"_s;
    m_workspace->environments().save(environment, {});
    QTRY_VERIFY(m_workspace->environments().find(environment.name));
    auto *palette = m_window->findChild<CommandPalette *>();
    palette->open(m_window->menuBar()->actions());
    auto *words = palette->findChild<QLineEdit *>();
    words->setText(u"environment staging"_s);
    QCOMPARE(palette->findChild<QListView *>()->model()->rowCount(), 1);
    QTest::keyClick(words, Qt::Key_Return);
    QCOMPARE(m_workspace->destination().environment().name, environment.name);
}

void TestMainWindow::canBeMadeAnewInAnotherLanguage()
{
    m_workspace->atHand().open(u"36981723"_s);
    QTRY_COMPARE(m_workspace->atHand().opened().state(), OpenedService::State::Shown);
    QSignalSpy chosen(m_window.get(), &MainWindow::languageChosen);
    for (QAction *action : leavesOf(m_window->menuBar()->actions())) {
        if (action->text() == Languages::nativeName(u"de"_s))
            action->trigger();
    }
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), u"de"_s);
    makeWindow(u"de"_s);
    // What was open is open still, with its row current.
    QCOMPARE(m_workspace->completing().draft()->target().serviceId, u"36981723"_s);
    const QAbstractItemView *list = m_window->findChild<ServicesPane *>()->list();
    QCOMPARE(list->currentIndex().data(RowsModel::ServiceIdRole).toString(), u"36981723"_s);
}

// It would keep the colours of the theme in which it was drawn.
void TestMainWindow::noLabelKeepsAnIcon()
{
    const auto labels = m_window->findChildren<QLabel *>();
    QVERIFY(labels.size() > 20);
    for (const QLabel *label : labels)
        QVERIFY(label->pixmap(Qt::ReturnByValue).isNull());
}

void TestMainWindow::keepsItsLayout()
{
    m_window->resize(798, 700); // the screen of these tests is no larger than 800
    auto *pane = m_window->findChild<ServicesPane *>();
    pane->showSubject(closeout::rows::Subject::Task);
    m_workspace->listing().setRefreshEvery(std::chrono::seconds(120));
    m_window->saveLayout();
    m_workspace->listing().setRefreshEvery({});
    makeWindow(u"en"_s);
    QCOMPARE(m_window->size(), QSize(798, 700));
    pane = m_window->findChild<ServicesPane *>();
    QCOMPARE(pane->subject(), closeout::rows::Subject::Task);
    QCOMPARE(m_workspace->listing().refreshEvery(), std::chrono::seconds(120));
    QVERIFY(actionNamed(*m_window, u"Every 2 Minutes"_s)->isChecked());
    QVERIFY(!actionNamed(*m_window, u"Never"_s)->isChecked());
}

void TestMainWindow::closingLosesNothingUnasked()
{
    EnvironmentForm &form = m_workspace->environmentForm();
    form.startNew({});
    QVERIFY(m_window->close()); // nothing has been typed
    m_window->show();
    closeout::environments::Environment environment = form.value();
    environment.name = u"Staging"_s;
    form.setValue(environment);
    QVERIFY(!m_window->close());
    QVERIFY(m_window->isVisible());
    const auto *notice = m_window->findChild<Notice *>(u"Message"_s);
    QVERIFY2(notice->words().contains(u"environment"), qPrintable(notice->words()));
    QPushButton *anyway = nullptr;
    for (auto *button : notice->findChildren<QPushButton *>()) {
        if (button->text() == u"Close Anyway"_s)
            anyway = button;
    }
    QVERIFY(anyway);
    QVERIFY2(qobject_cast<QPushButton *>(m_window->focusWidget())
                 && qobject_cast<QPushButton *>(m_window->focusWidget())->text() == u"Dismiss"_s,
             "the safe answer has the focus");
    anyway->click();
    QTRY_VERIFY(!m_window->isVisible());
}

void TestMainWindow::closingKeepsADraftThatIsWrittenNowhere()
{
    QFile file(Places::below(m_folder->path()).drafts);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::NewOnly)); // in place of the folder
    m_workspace->atHand().open(u"36981723"_s);
    QTRY_COMPARE(m_workspace->atHand().opened().state(), OpenedService::State::Shown);
    m_workspace->atHand().begin(
        closeout::contract::serviceTarget(m_workspace->atHand().opened().serviceId()));
    QTRY_VERIFY(!m_workspace->completing().draft()->isLoading());
    QVERIFY(m_window->close()); // nothing has been filled in
    m_window->show();
    m_workspace->completing().draft()->setStamp(Stamp::Now);
    m_workspace->keep();
    QTRY_VERIFY(m_workspace->completing().draftTrouble());
    QVERIFY(!m_window->close());
    const auto *notice = m_window->findChild<Notice *>(u"Message"_s);
    QVERIFY2(notice->words().contains(file.fileName()), qPrintable(notice->words()));
}

// By what a person looks for: source, views, list, open service, completion, journal.
void TestMainWindow::tabGoesAsOneReads()
{
    const QWidget *panes[]{m_window->findChild<SourcePane *>(),
                           m_window->findChild<SavedViewsPane *>(),
                           m_window->findChild<ServicesPane *>(),
                           m_window->findChild<ServicePane *>(),
                           m_window->findChild<CompletionPane *>(),
                           m_window->findChild<JournalPane *>()};
    QList<const QWidget *> order;
    QSet<const QWidget *> seen;
    const QWidget *first = m_window->findChild<SourcePane *>();
    const QWidget *widget = first;
    do {
        for (const QWidget *pane : panes) {
            if (widget->focusPolicy() & Qt::TabFocus && pane->isAncestorOf(widget)
                && (order.isEmpty() || order.constLast() != pane))
                order.append(pane);
        }
        QVERIFY(!seen.contains(widget)); // a chain that is broken goes round without the first
        seen.insert(widget);
        widget = widget->nextInFocusChain();
    } while (widget != first);
    QCOMPARE(order, QList<const QWidget *>(std::begin(panes), std::end(panes)));
}

void TestMainWindow::theListHasTheFocusAtFirst()
{
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    const auto *list = m_window->findChild<ServicesPane *>()->list();
    QTRY_VERIFY(list->hasFocus());
    QVERIFY(!list->currentIndex().isValid());
    // Made anew over rows that are there it chooses none, either.
    makeWindow(u"en"_s);
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    list = m_window->findChild<ServicesPane *>()->list();
    QTRY_VERIFY(list->hasFocus());
    QVERIFY(!list->currentIndex().isValid());
    QVERIFY(m_workspace->atHand().opened().serviceId().isEmpty());
}

void TestMainWindow::theListHasRoomAtFirst_data()
{
    noKeyMeansTwoThings_data(); // the languages
}

void TestMainWindow::theListHasRoomAtFirst()
{
    QFETCH(const QString, language);
    QTranslator texts;
    QVERIFY(texts.load(u"closeout_"_s + language, QStringLiteral(CATALOGUES)));
    QCoreApplication::installTranslator(&texts);
    makeWindow(language);
    m_window->resize(1280, 800);
    auto *pane = m_window->findChild<ServicesPane *>();
    const QAbstractItemView *list = pane->list();
    const auto *service = m_window->findChild<ServicePane *>();
    QTRY_VERIFY(pane->height() > service->height() * 5 / 4);
    QTRY_COMPARE(list->horizontalScrollBar()->maximum(), 0); // all columns are seen
    QVERIFY(list->viewport()->height() >= 8 * list->sizeHintForRow(0));
}

void TestMainWindow::nothingIsSqueezedByAHighJournal()
{
    m_window->resize(1280, 800);
    auto *pane = m_window->findChild<ServicesPane *>();
    // As a source that failed is told.
    pane->findChild<Notice *>()->tell(Status::Caution, u"1 source failed"_s,
                                      u"The connection was refused. "_s.repeated(8));
    auto *journal = m_window->findChild<JournalPane *>();
    journal->setMaximumHeight(QWIDGETSIZE_MAX);
    auto *rows = qobject_cast<QSplitter *>(journal->parentWidget());
    rows->setSizes({1, rows->height()});
    QTRY_VERIFY2(pane->height() >= pane->layout()->minimumSize().height(),
                 qPrintable(QString::number(pane->height())));
    QVERIFY(pane->list()->viewport()->height() >= pane->list()->sizeHintForRow(0));
    QVERIFY2(m_window->height() <= 800, qPrintable(QString::number(m_window->height())));
}

void TestMainWindow::theJournalTakesRoomWithItsFirstLine()
{
    auto *journal = m_window->findChild<JournalPane *>();
    QTRY_VERIFY(journal->isFolded());
    QTRY_VERIFY(journal->height() < 60);
    m_workspace->atHand().open(u"36981723"_s);
    QTRY_COMPARE(m_workspace->atHand().opened().state(), OpenedService::State::Shown);
    QTRY_VERIFY(!m_workspace->completing().draft()->isLoading());
    QVERIFY(m_workspace->completing().send({true, 1}).has_value());
    QTRY_VERIFY(!journal->isFolded());
    QTRY_VERIFY(journal->height() > 100);
    // What the raw exchange needs is lent for as long as it is looked at.
    const int low = journal->height();
    auto *raw = actionNamed(*m_window, u"Raw Exchange"_s);
    raw->trigger();
    QTRY_VERIFY(journal->height() > low + 40);
    raw->trigger();
    QTRY_COMPARE(journal->height(), low);
    const int height = journal->height() + 40;
    auto *rows = qobject_cast<QSplitter *>(journal->parentWidget());
    rows->setSizes({rows->height() - height, height});
    m_window->saveLayout();
    makeWindow(u"en"_s);
    journal = m_window->findChild<JournalPane *>();
    QTRY_VERIFY(qAbs(journal->height() - height) < 10);
}

void TestMainWindow::theStatusLineSaysNothingThatIsNoLongerSo()
{
    const auto *line = m_window->statusBar()->findChild<QLabel *>();
    QCOMPARE(line->text(), m_workspace->listing().summary());
    QCOMPARE(line->accessibleName(), line->text());
    m_workspace->listing().refresh();
    QVERIFY(m_workspace->listing().isLoading());
    QCOMPARE(line->text(), QString());
    QCOMPARE(line->accessibleName(), QString());
}

QTEST_MAIN(TestMainWindow)

#include "tst_mainwindow.moc"
