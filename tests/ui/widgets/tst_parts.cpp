// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/widgets/parts.h"

#include <QtTest/QTest>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

using namespace closeout::ui;

class TestParts : public QObject
{
    Q_OBJECT

private slots:
    void theFocusIsKeptInSight();
};

void TestParts::theFocusIsKeptInSight()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *outside = new QPushButton(&window);
    auto *area = new QScrollArea(&window);
    layout->addWidget(outside);
    layout->addWidget(area);
    auto *content = new QWidget;
    content->setFixedSize(200, 2000);
    auto *top = new QPushButton(content);
    auto *bottom = new QPushButton(content);
    bottom->move(0, 1900);
    area->setWidget(content);
    keepFocusInSight(area);
    window.resize(300, 300);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    outside->setFocus();

    bottom->setFocus(Qt::ShortcutFocusReason); // as by a key of its own, and not by Tab
    QVERIFY(bottom->visibleRegion().boundingRect().contains(bottom->rect().center()));
    const int place = area->verticalScrollBar()->value();
    QVERIFY(place > 0);
    outside->setFocus(Qt::ShortcutFocusReason); // is in sight whatever the area shows
    QCOMPARE(area->verticalScrollBar()->value(), place);
    top->setFocus(Qt::ShortcutFocusReason);
    QCOMPARE(area->verticalScrollBar()->value(), 0);
}

QTEST_MAIN(TestParts)
#include "tst_parts.moc"
