// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/exacttext.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace closeout::ui;

class TestExactText : public QObject
{
    Q_OBJECT

private slots:
    void drawsAndCopies_data();
    void drawsAndCopies();
    void copiesWholeMarks();
    void copiesAcrossParts();
};

void TestExactText::drawsAndCopies_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("drawn");
    QTest::addColumn<int>("lines");
    const auto row = [](const char *name, const QString &text, const QString &drawn, int lines) {
        QTest::newRow(name) << text << drawn << lines;
    };
    row("plain", u"{\"a\":1}"_s, u"{\"a\":1}"_s, 1);
    row("lines", u"a\nb\r\nc"_s, u"a\nb\nc"_s, 3);
    row("separators", u"a\u00a0b\u2028c\u2029d\ufdd0e\ufdd1f"_s,
        u"a⟨U+00A0⟩b⟨U+2028⟩c⟨U+2029⟩d⟨U+FDD0⟩e⟨U+FDD1⟩f"_s, 1);
    row("directions", u"k\u202eyek"_s, u"k⟨U+202E⟩yek"_s, 1);
    row("a mark of its own", u"⟨U+202E⟩\u200b"_s, u"⟨U+202E⟩⟨U+200B⟩"_s, 1);
    row("carriage return", u"a\rb"_s, u"a⟨U+000D⟩b"_s, 1);
    row("beyond the first plane", u"a\U000e0001b\U0001F600c"_s, u"a⟨U+E0001⟩b\U0001F600c"_s, 1);
}

void TestExactText::drawsAndCopies()
{
    QFETCH(QString, text);
    QFETCH(int, lines);
    ExactText view;
    view.setExactText(text);
    QTEST(view.toPlainText(), "drawn");
    QCOMPARE(view.blockCount(), lines);
    view.selectAll();
    view.copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), text);
}

void TestExactText::copiesWholeMarks()
{
    ExactText view;
    view.setExactText(u"a\u2028b\u2029c"_s);
    QTextCursor cursor = view.textCursor();
    cursor.setPosition(3); // inside the first mark
    cursor.setPosition(12, QTextCursor::KeepAnchor); // inside the second
    view.setTextCursor(cursor);
    view.copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"\u2028b\u2029"_s);
}

void TestExactText::copiesAcrossParts()
{
    ExactText view;
    view.append(u"one\u00a0\r\n"_s, {});
    view.append(u"two\u200b"_s, {});
    QCOMPARE(view.toPlainText(), u"one⟨U+00A0⟩\ntwo⟨U+200B⟩"_s);
    view.selectAll();
    view.copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"one\u00a0\r\ntwo\u200b"_s);
}

QTEST_MAIN(TestExactText)

#include "tst_exacttext.moc"
