// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "result.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/parts.h"

#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;

class TestNotice : public QObject
{
    Q_OBJECT

private slots:
    void takesNoRoomWhileItIsClear();
    void saysWhatIsWrong();
    void serverTextIsNoMarkup();
    void aLongAnswerDoesNotMakeItGrow();
    void detailsGoOnWhereTheTextEnds();
    void detailsAreAsHighAsTheirLines();
    void detailsAreClosedForAnotherMessage();
    void offersWhatCanBeDone();
    void putsButtonsBesideTheWordsWhereThereIsRoom();
    void putsButtonsBelowEachOtherInANarrowPane();
    void neverCutsItsWords_data();
    void neverCutsItsWords();
};

void TestNotice::takesNoRoomWhileItIsClear()
{
    Notice notice(u"Message"_s);
    QVERIFY(notice.isClear());
    notice.tell(Status::Info, u"Done"_s);
    QVERIFY(!notice.isClear());
    notice.clear();
    QVERIFY(notice.isClear());
}

void TestNotice::saysWhatIsWrong()
{
    Notice notice(u"Message"_s);
    notice.tell(u"It failed"_s, Error{ErrorKind::TimedOut, u"The server is silent."_s, u"x"_s});
    QCOMPARE(notice.words(), u"It failed The server is silent."_s);
    QCOMPARE(notice.accessibleDescription(), notice.words());
    const auto *more = notice.findChild<QToolButton *>();
    QVERIFY(!more->isHidden());
    notice.tell(u"It failed"_s, Error{ErrorKind::TimedOut, u"The server is silent."_s});
    QVERIFY(more->isHidden());
}

void TestNotice::serverTextIsNoMarkup()
{
    Notice notice(u"Message"_s);
    notice.tell(Status::Bad, u"<h1>big</h1>"_s, u"<b>bold</b>"_s, u"<i>i</i>"_s);
    QCOMPARE(notice.words(), u"<h1>big</h1> <b>bold</b>"_s);
}

void TestNotice::aLongAnswerDoesNotMakeItGrow()
{
    QWidget window;
    auto *notice = new Notice(u"Message"_s, &window);
    const QString answer = QString(1'000'000, u'x');
    notice->tell(Status::Bad, u"It failed"_s, answer, u"detail"_s);
    QVERIFY(notice->words().size() < 1000);
    QVERIFY(notice->heightForWidth(400) < 400);
    const auto *detail = notice->findChild<QPlainTextEdit *>();
    QVERIFY(detail->toPlainText().size() > 10'000);
}

void TestNotice::detailsGoOnWhereTheTextEnds()
{
    QWidget window;
    auto *notice = new Notice(u"Message"_s, &window);
    const QString text = QString(480, u'a') + u"bc"_s;
    notice->tell(Status::Bad, u"It failed"_s, text, u"detail"_s);
    QCOMPARE(notice->words(), u"It failed "_s + QString(480, u'a') + u'…');
    const auto *detail = notice->findChild<QPlainTextEdit *>();
    QCOMPARE(detail->toPlainText(), u"…bc\ndetail"_s);
    notice->setLongestText(500);
    notice->tell(Status::Bad, u"It failed"_s, text, u"detail"_s);
    QCOMPARE(notice->words(), u"It failed "_s + text);
    QCOMPARE(detail->toPlainText(), u"detail"_s);
}

void TestNotice::detailsAreAsHighAsTheirLines()
{
    QWidget window;
    auto *notice = new Notice(u"Message"_s, &window);
    notice->resize(500, 100);
    window.show();
    notice->tell(Status::Bad, u"It failed"_s, {}, u"one"_s);
    notice->findChild<QToolButton *>()->click();
    const auto *detail = notice->findChild<QPlainTextEdit *>();
    const int line = detail->fontMetrics().lineSpacing();
    const int ofOne = detail->height();
    QVERIFY(ofOne >= line && ofOne < 2 * line);
    notice->tell(Status::Bad, u"It failed"_s, {}, u"one\ntwo\nthree"_s);
    QCOMPARE(detail->height(), ofOne + 2 * line);
    notice->tell(Status::Bad, u"It failed"_s, {}, QString(40, u'\n'));
    QCOMPARE(detail->height(), ofOne + 5 * line);
}

void TestNotice::detailsAreClosedForAnotherMessage()
{
    Notice notice(u"Message"_s);
    notice.tell(Status::Bad, u"It failed"_s, {}, u"why"_s);
    auto *more = notice.findChild<QToolButton *>();
    more->click();
    const auto *detail = notice.findChild<QPlainTextEdit *>();
    QVERIFY(!detail->isHidden());
    notice.tell(Status::Bad, u"It failed"_s, {}, u"why"_s); // told again
    QVERIFY(!detail->isHidden());
    notice.tell(Status::Bad, u"Something else failed"_s, {}, u"for another reason"_s);
    QVERIFY(!more->isChecked() && !more->isHidden());
    QVERIFY(detail->isHidden());
}

void TestNotice::offersWhatCanBeDone()
{
    Notice notice(u"Message"_s);
    QAction again(u"&Try Again"_s);
    QSignalSpy triggered(&again, &QAction::triggered);
    notice.offer({&again});
    notice.tell(Status::Bad, u"It failed"_s);
    auto buttons = notice.findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 1);
    QCOMPARE(buttons.constFirst()->text(), u"Try Again"_s);
    buttons.constFirst()->click();
    QCOMPARE(triggered.size(), 1);
    notice.clear();
    QTRY_VERIFY(notice.findChildren<QPushButton *>().isEmpty());
}

void TestNotice::putsButtonsBesideTheWordsWhereThereIsRoom()
{
    Notice notice(u"Message"_s);
    QAction again(u"&Try Again"_s);
    notice.tell(Status::Bad, u"It failed"_s, u"Nobody answers."_s);
    notice.offer({&again});
    const auto *button = notice.findChild<QPushButton *>();
    const auto *words = notice.findChildren<QLabel *>().constLast();
    const auto bottomOf = [&notice](const QWidget *widget) {
        return widget->mapTo(&notice, widget->rect().bottomLeft()).y();
    };
    notice.resize(300, 200);
    QTRY_VERIFY(bottomOf(button) > bottomOf(words));
    const int narrow = notice.heightForWidth(300);
    notice.resize(900, 200);
    QVERIFY(notice.heightForWidth(900) < narrow);
    QTRY_VERIFY(button->mapTo(&notice, QPoint()).x() > 600);
    notice.resize(300, 200);
    QCOMPARE(notice.heightForWidth(300), narrow);
}

void TestNotice::putsButtonsBelowEachOtherInANarrowPane()
{
    QWidget pane;
    auto *notice = new Notice(u"Message"_s, &pane);
    auto *layout = new QVBoxLayout(&pane);
    layout->addWidget(notice);
    pane.resize(240, 300);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    QAction back(u"Put the View Back"_s);
    QAction leave(u"Leave It Alone"_s);
    notice->offer({&back, &leave});
    notice->tell(Status::Info, u"Replaced"_s);
    const auto buttons = notice->findChildren<QPushButton *>();
    QTRY_VERIFY(buttons.constLast()->y() > buttons.constFirst()->geometry().bottom());
    QCOMPARE(pane.width(), 240);
    for (const QPushButton *button : buttons)
        QTRY_VERIFY(button->width() >= button->sizeHint().width());
}

void TestNotice::neverCutsItsWords_data()
{
    QTest::addColumn<bool>("isOpen");
    QTest::newRow("details closed") << false;
    QTest::newRow("details open") << true;
}

// Below a list that wants room, too, in the lowest pane that there may be.
void TestNotice::neverCutsItsWords()
{
    QFETCH(bool, isOpen);
    QSplitter splitter(Qt::Vertical);
    auto *pane = new QWidget(&splitter);
    auto *list = new QListWidget(pane);
    list->setMinimumHeight(60);
    auto *note = quietLabel(pane);
    note->setText(u"What is there under that name will be replaced by this."_s);
    auto *notice = new Notice(u"Message"_s, pane);
    auto *layout = new QVBoxLayout(pane);
    layout->addWidget(list, 1);
    layout->addWidget(note);
    layout->addWidget(notice);
    splitter.addWidget(new QWidget(&splitter));
    splitter.addWidget(pane);
    splitter.setChildrenCollapsible(false);
    QAction again(u"&Try Again Now"_s);
    QAction leave(u"&Leave It Alone"_s);
    notice->offer({&again, &leave});
    notice->tell(Status::Bad, u"The view that was asked for was not imported"_s,
                 u"The file is no saved view and was left as it is. "_s.repeated(5), u"detail"_s);
    auto *more = notice->findChild<QToolButton *>();
    more->setChecked(isOpen);
    splitter.resize(160, 700);
    splitter.show();
    QVERIFY(QTest::qWaitForWindowExposed(&splitter));
    QList<QWidget *> parts{list, note, more, notice->findChild<QPlainTextEdit *>()};
    for (QPushButton *button : notice->findChildren<QPushButton *>())
        parts.append(button);
    for (QLabel *label : notice->findChildren<QLabel *>())
        parts.append(label);
    const auto isWhole = [&parts, pane] {
        QRegion taken;
        for (const QWidget *part : std::as_const(parts)) {
            const QRect place(part->mapTo(pane, QPoint()), part->size());
            if (!part->isVisible())
                continue;
            if (taken.intersects(place) || !pane->rect().contains(place)
                || place.height() < part->heightForWidth(place.width()))
                return false;
            taken += place;
        }
        return true;
    };
    for (int width = 160; width <= 900; width += 50) {
        splitter.resize(width, 700);
        splitter.setSizes({700, 0});
        QTRY_VERIFY2(isWhole(), qPrintable(QString::number(width)));
        QCOMPARE(splitter.width(), width); // it makes nothing wider
    }
    splitter.resize(160, 700);
    splitter.setSizes({700, 0});
    QTRY_VERIFY(isWhole());
}

QTEST_MAIN(TestNotice)

#include "tst_notice.moc"
