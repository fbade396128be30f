// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/action.h"
#include "ui/widgets/servertext.h"

#include <QtGui/QTextDocument>
#include <QtTest/QTest>
#include <QtWidgets/QWidget>

using namespace Qt::StringLiterals;
using namespace closeout::ui;

class TestServerText : public QObject
{
    Q_OBJECT

private slots:
    void whatIsLongIsCut();
    void aPairIsNotCutInTwo();
    void whatIsHiddenIsDrawn();
    void onlyTextsOfATableAreCut();
    void toolTipsSayWhatIsWritten_data();
    void toolTipsSayWhatIsWritten();
    void aReasonIsNoMarkup();
};

void TestServerText::whatIsLongIsCut()
{
    QCOMPARE(shown({}), QString());
    QCOMPARE(shown(QString(200, u'x')), QString(200, u'x'));
    QCOMPARE(shown(QString(1'000'000, u'x')), QString(200, u'x') + u'…');
    QCOMPARE(cutTo(3, u"abcd"_s), u"abc…"_s);
}

void TestServerText::aPairIsNotCutInTwo()
{
    QCOMPARE(cutTo(3, u"ab😀d"_s), u"ab…"_s);
    QCOMPARE(cutTo(4, u"ab😀d"_s), u"ab😀…"_s);
}

void TestServerText::whatIsHiddenIsDrawn()
{
    QCOMPARE(shown(u"36981723\u200b"_s), u"36981723⟨U+200B⟩"_s);
    QCOMPARE(shownCell(u"txt\u202egpj\n"_s).toString(), u"txt⟨U+202E⟩gpj⟨U+000A⟩"_s);
    QCOMPARE(plainToolTip(u"one\u202e\ntwo"_s), u"one⟨U+202E⟩\ntwo"_s);
}

void TestServerText::onlyTextsOfATableAreCut()
{
    QCOMPARE(shownCell(QString(201, u'x')).toString(), QString(200, u'x') + u'…');
    QCOMPARE(shownCell(7).typeId(), int(QMetaType::Int));
    QVERIFY(!shownCell({}).isValid());
}

void TestServerText::toolTipsSayWhatIsWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("plain") << u"Bill Payment"_s;
    QTest::newRow("entity") << u"http://gms/?a=1&amp;b=2"_s;
    QTest::newRow("markup") << u"<b>big</b> & <img src=x>\nnext"_s;
    QTest::newRow("page") << u"<!DOCTYPE html><html><body>Sorry</body></html>"_s;
    QTest::newRow("long line") << QString(300, u'x');
    QTest::newRow("long line of words") << u"word "_s.repeated(60).trimmed();
    QTest::newRow("long line of markup") << u"<i>"_s + QString(300, u'x');
}

void TestServerText::toolTipsSayWhatIsWritten()
{
    QFETCH(QString, text);
    const QString tip = plainToolTip(text);
    QVERIFY(!Qt::mightBeRichText(tip)); // as a tool tip decides it
    for (const QString &line : tip.split(u'\n'))
        QVERIFY(line.size() <= 110); // it does not wrap it either
    QString read = tip;
    read.remove(QChar(0x2060));
    if (!text.contains(u'\n'))
        read.replace(u'\n', text.contains(u' ') ? u" "_s : QString());
    QCOMPARE(read, text);
    QVERIFY(plainToolTip(QString(1'000'000, u'x')).size() < 2100);
}

void TestServerText::aReasonIsNoMarkup()
{
    QWidget pane;
    QAction *action = makeAction(&pane, {Icon::Add, u"Add"_s});
    setWhyNot(action, u"<h1>"_s + QString(1'000'000, u'x'));
    QVERIFY(!Qt::mightBeRichText(action->toolTip()));
    QVERIFY(action->toolTip().size() < 2200);
    QVERIFY(action->statusTip().size() < 210);
}

QTEST_MAIN(TestServerText)

#include "tst_servertext.moc"
