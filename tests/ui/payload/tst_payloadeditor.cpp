// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// As a person works who never leaves the keyboard.

#include "ui/payload/longtexteditor.h"
#include "ui/payload/payloaddocument.h"
#include "ui/payload/payloadeditor.h"
#include "ui/payload/payloadmodel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/notice.h"

#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtGui/QDropEvent>
#include <QtGui/QUndoStack>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::ui;

class TestPayloadEditor : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void buildsTheSurvey();
    void buildsAnArray();
    void givesUpAFreshRow();
    void keepsARefusedKeyOpen();
    void keepsWhatIsRefusedForWhoGoesElsewhere();
    void keepsWhatIsRefusedInSight();
    void currentRowFollows();
    void expandedRowsStay();
    void offersToAdd();
    void pastes();
    void pastesAtTheTopLevel();
    void copies();
    void editsALongText();
    void looksAtWhatItCannotKeep();
    void drawsWhatIsNotSeen();
    void deepKeysAreRead();
    void goesToDuplicates();
    void settles();
    void changesTheType();
    void dragsARow_data();
    void dragsARow();
    void onlyLooks();

private:
    PayloadTree *tree() const { return m_editor->findChild<PayloadTree *>(); }
    QString words() const { return m_editor->findChild<Notice *>()->words(); }
    bool saysSomething() const { return !m_editor->findChild<Notice *>()->isClear(); }
    QByteArray text() const { return m_payload->text(); }
    QString currentPath() const;
    void load(const QByteArray &text);
    void goTo(const QString &pointer);
    void drag(const QString &pointer, const QPoint &to);
    QRect rectOf(const QString &pointer) const; // in the viewport
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);
    void finish(); // what Return has put off to the event loop

    std::unique_ptr<PayloadDocument> m_payload;
    std::unique_ptr<PayloadEditor> m_editor;
};

void TestPayloadEditor::init()
{
    m_payload = std::make_unique<PayloadDocument>();
    m_payload->setKeyCheck([](const QString &key) -> Result<void> {
        if (key == u"disposition")
            return failure(ErrorKind::InvalidInput, u"“disposition” is a field of its own."_s);
        return {};
    });
    m_editor = std::make_unique<PayloadEditor>(*m_payload);
    m_editor->show();
    m_editor->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
}

void TestPayloadEditor::cleanup()
{
    m_editor.reset();
    m_payload.reset();
}

QString TestPayloadEditor::currentPath() const
{
    const auto *model = qobject_cast<PayloadModel *>(tree()->model());
    return model->valueOf(tree()->currentIndex()).pointer();
}

void TestPayloadEditor::load(const QByteArray &text)
{
    QVERIFY(m_payload->load(text));
    tree()->setFocus();
}

void TestPayloadEditor::goTo(const QString &pointer)
{
    const auto *model = qobject_cast<PayloadModel *>(tree()->model());
    tree()->setCurrentIndex(
        model->indexOf(m_payload->document().find(pointer), PayloadModel::KeyColumn));
    tree()->setFocus();
}

QRect TestPayloadEditor::rectOf(const QString &pointer) const
{
    const auto *model = qobject_cast<PayloadModel *>(tree()->model());
    const edit::Value value = m_payload->document().find(pointer);
    return value.exists() ? tree()->visualRect(model->indexOf(value, PayloadModel::KeyColumn))
                          : QRect();
}

// What the view gets of a drag within it, and what it does by itself at the end: it removes the row
// that it takes for moved away.
void TestPayloadEditor::drag(const QString &pointer, const QPoint &to)
{
    goTo(pointer);
    const QModelIndex dragged = tree()->currentIndex();
    const int row = dragged.row();
    const QPersistentModelIndex parent = dragged.parent();
    const std::unique_ptr<QMimeData> mime(tree()->model()->mimeData({dragged}));
    QWidget *viewport = tree()->viewport();
    QDragEnterEvent enter(to, Qt::MoveAction, mime.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(viewport, &enter);
    QDragMoveEvent move(to, Qt::MoveAction, mime.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(viewport, &move);
    if (!move.isAccepted()) { // Qt sends no drop then
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(viewport, &leave);
        return;
    }
    QDropEvent drop(to, Qt::MoveAction, mime.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(viewport, &drop);
    if (drop.isAccepted() && drop.dropAction() == Qt::MoveAction)
        tree()->model()->removeRows(row, 1, parent);
    finish();
}

void TestPayloadEditor::press(int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    finish();
}

void TestPayloadEditor::type(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void TestPayloadEditor::finish()
{
    QCoreApplication::processEvents();
}

void TestPayloadEditor::buildsTheSurvey()
{
    press(Qt::Key_Insert);
    QVERIFY(tree()->isEntering());
    type(u"Survey"_s);
    press(Qt::Key_Tab);
    type(u"{"_s);
    press(Qt::Key_Tab);
    type(u"rating"_s);
    press(Qt::Key_Return);
    type(u"7"_s);
    press(Qt::Key_Tab);
    type(u"notes"_s);
    press(Qt::Key_Tab);
    type(u"say \"7\""_s);
    press(Qt::Key_Return);
    QVERIFY(!tree()->isEntering());
    QVERIFY(tree()->hasFocus());
    QCOMPARE(currentPath(), u"/Survey/notes"_s);
    QCOMPARE(text(), R"({"Survey": {"rating": 7,"notes": "say \"7\""}})");
    while (m_payload->history().canUndo())
        press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(text(), "{}");
}

void TestPayloadEditor::buildsAnArray()
{
    press(Qt::Key_Insert);
    type(u"Proposal"_s);
    press(Qt::Key_Tab);
    type(u"["_s);
    press(Qt::Key_Tab);
    type(u"true"_s);
    press(Qt::Key_Tab);
    type(u"{"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Insert, Qt::ShiftModifier);
    type(u"seats"_s);
    press(Qt::Key_Return);
    type(u"2"_s);
    press(Qt::Key_Return);
    QCOMPARE(text(), R"({"Proposal": [true,{"seats": 2}]})");
}

void TestPayloadEditor::givesUpAFreshRow()
{
    load(R"({"a":1})");
    goTo(u"/a"_s);
    press(Qt::Key_Insert);
    type(u"half"_s);
    press(Qt::Key_Escape);
    QCOMPARE(text(), R"({"a":1})");
    QCOMPARE(currentPath(), u"/a"_s);
    QVERIFY(tree()->hasFocus());
    // A value of long ago is what it is: 7 typed for a string is a text.
    load(R"({"a":"x"})");
    goTo(u"/a"_s);
    press(Qt::Key_Return);
    type(u"7"_s);
    press(Qt::Key_Return);
    QCOMPARE(text(), R"({"a":"7"})");
}

void TestPayloadEditor::keepsARefusedKeyOpen()
{
    load(R"({"a":1})");
    goTo(u"/a"_s);
    press(Qt::Key_F2);
    type(u"disposition"_s);
    press(Qt::Key_Return);
    QVERIFY(tree()->isEntering());
    QVERIFY(words().contains(u"“disposition” is a field of its own."_s));
    const auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(line);
    QCOMPARE(line->text(), u"disposition"_s);
    QCOMPARE(text(), R"({"a":1})");
    QVERIFY(!m_editor->settle());
    type(u"s"_s);
    press(Qt::Key_Return);
    QCOMPARE(text(), R"({"dispositions":1})");
    QVERIFY(!saysSomething());
    QVERIFY(tree()->hasFocus());
}

void TestPayloadEditor::keepsWhatIsRefusedForWhoGoesElsewhere()
{
    load(R"({"a":1,"b":2})");
    goTo(u"/a"_s);
    press(Qt::Key_F2);
    type(u"disposition"_s);
    m_editor->findChild<QToolButton *>()->setFocus();
    finish();
    QVERIFY(tree()->isEntering());
    QVERIFY(words().contains(u"field of its own"));
    QVERIFY(!m_editor->settle());
    m_editor->focusEntry();
    QCOMPARE(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text(), u"disposition"_s);
    press(Qt::Key_Escape);
    QVERIFY(!tree()->isEntering());
    QCOMPARE(text(), R"({"a":1,"b":2})");
}

// The notice above the tree takes room from it.
void TestPayloadEditor::keepsWhatIsRefusedInSight()
{
    QByteArray members;
    for (int i = 0; i < 40; ++i)
        members += (i == 0 ? "" : ",") + QByteArray("\"k") + QByteArray::number(i) + "\":1";
    m_editor->resize(500, 400);
    load('{' + members + '}');
    goTo(u"/k39"_s);
    press(Qt::Key_F2);
    type(u"disposition"_s);
    const int before = tree()->viewport()->height();
    press(Qt::Key_Return);
    QTRY_VERIFY(tree()->viewport()->height() < before);
    QTRY_VERIFY(tree()->viewport()->rect().contains(tree()->entry()->geometry()));
}

void TestPayloadEditor::currentRowFollows()
{
    load(R"({"a":1,"b":[1,2],"c":3})");
    goTo(u"/b"_s);
    press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(text(), R"({"b":[1,2],"a":1,"c":3})");
    QCOMPARE(currentPath(), u"/b"_s);
    press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(currentPath(), u"/b copy"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(currentPath(), u"/b"_s);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(currentPath(), u"/b copy"_s);
    press(Qt::Key_Delete);
    QCOMPARE(currentPath(), u"/a"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Delete);
    QCOMPARE(currentPath(), u"/a"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(currentPath(), u"/c"_s);
    for (int row = 0; row < 3; ++row)
        press(Qt::Key_Delete);
    QCOMPARE(text(), "{}");
    QVERIFY(m_editor->isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_payload->document().root().size(), 1);
}

void TestPayloadEditor::expandedRowsStay()
{
    load(R"({"a":{"b":{"c":1}},"d":2})");
    tree()->expandAll();
    goTo(u"/d"_s);
    press(Qt::Key_Up, Qt::AltModifier);
    goTo(u"/a/b/c"_s);
    press(Qt::Key_D, Qt::ControlModifier);
    const QModelIndex a = tree()->model()->index(1, 0);
    QVERIFY(tree()->isExpanded(a));
    QVERIFY(tree()->isExpanded(tree()->model()->index(0, 0, a)));
}

void TestPayloadEditor::offersToAdd()
{
    const auto *add = m_editor->findChild<EmptyState *>()->findChild<QPushButton *>();
    QVERIFY(add);
    QVERIFY(add->isEnabled());
    m_editor->setAccess(Access::Edit); // changes nothing, and takes no button away
    QCOMPARE(m_editor->findChild<EmptyState *>()->findChild<QPushButton *>(), add);
}

void TestPayloadEditor::pastesAtTheTopLevel()
{
    load(R"({"a": {"b": 1}})");
    goTo(u"/a"_s);
    const QList<QAction *> actions = m_editor->menuActions();
    const auto found = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
        return action && action->iconText() == "Paste JSON"_L1;
    });
    QVERIFY(found != actions.end());
    QVERIFY((*found)->toolTip().contains(u"Adds keys to the object /a."_s));
    const QPoint below(10, tree()->viewport()->height() - 3);
    QVERIFY(!tree()->indexAt(below).isValid());
    QTest::mouseClick(tree()->viewport(), Qt::LeftButton, Qt::NoModifier, below);
    QVERIFY(!tree()->currentIndex().isValid());
    QVERIFY((*found)->toolTip().contains(u"Adds to the top level."_s));
    QGuiApplication::clipboard()->setText(u"{\"c\": 2}"_s);
    press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(text(), R"({"a": {"b": 1},"c": 2})");
}

void TestPayloadEditor::pastes()
{
    const QByteArray sample = "{\n  \"Survey\": {\"rating\": 7.0}\n}";
    QGuiApplication::clipboard()->setText(QString::fromUtf8(sample));
    press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(text(), sample);
    goTo(u"/Survey"_s);
    QGuiApplication::clipboard()->setText(u"{\"x\": }"_s);
    press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(words().contains(u"line 1, column 7"_s));
    QCOMPARE(text(), sample);
}

void TestPayloadEditor::copies()
{
    load(R"({"a/b":[1.10,"\u00e9"]})");
    goTo(u"/a~1b/1"_s);
    press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), uR"("\u00e9")"_s);
    press(Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"/a~1b/1"_s);
}

void TestPayloadEditor::editsALongText()
{
    load(R"({"t":"caf\u00e9\u00a0one\r\ntwo"})");
    goTo(u"/t"_s);
    press(Qt::Key_Return); // two lines: not in the row
    auto *panel = m_editor->findChild<LongTextEditor *>()->findChild<QPlainTextEdit *>();
    QVERIFY(panel->hasFocus());
    press(Qt::Key_Return, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(text(), R"({"t":"caf\u00e9\u00a0one\r\ntwo"})");
    press(Qt::Key_End, Qt::ControlModifier);
    type(u"!"_s);
    press(Qt::Key_Return, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(text(), R"({"t":"caf\u00e9\u00a0one\r\ntwo!"})");
    QVERIFY(tree()->hasFocus());
    press(Qt::Key_E, Qt::ControlModifier);
    type(u"never"_s);
    press(Qt::Key_Escape);
    QVERIFY(!panel->isVisible());
    QCOMPARE(text(), R"({"t":"caf\u00e9\u00a0one\r\ntwo!"})");
}

void TestPayloadEditor::looksAtWhatItCannotKeep()
{
    const QByteArray before = R"({"t":"x)"
                              "\xEF\xB7\x90"
                              R"(y\nz\ufdd1w"})";
    load(before);
    goTo(u"/t"_s);
    press(Qt::Key_E, Qt::ControlModifier);
    auto *panel = m_editor->findChild<LongTextEditor *>();
    auto *field = panel->findChild<QPlainTextEdit *>();
    QVERIFY(field->hasFocus());
    QCOMPARE(field->toPlainText(), u"x⟨U+FDD0⟩y\nz⟨U+FDD1⟩w"_s);
    QVERIFY(field->isReadOnly());
    bool isSaid = false;
    for (const QLabel *label : panel->findChildren<QLabel *>())
        isSaid = isSaid || (label->isVisible() && label->text().contains(u"U+FDD0"));
    QVERIFY(isSaid);
    type(u"X"_s);
    QVERIFY(m_editor->settle());
    QCOMPARE(text(), before);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!panel->isVisible());
    QCOMPARE(text(), before);
}

void TestPayloadEditor::drawsWhatIsNotSeen()
{
    load(QString(u"{\"pay \u202e0001\u202c\":\"a\u200bb\u2028c\\nd\"}"_s).toUtf8());
    const QModelIndex key = tree()->model()->index(0, PayloadModel::KeyColumn);
    QCOMPARE(key.data().toString(), u"pay ⟨U+202E⟩0001⟨U+202C⟩"_s);
    QCOMPARE(key.siblingAtColumn(PayloadModel::ValueColumn).data().toString(),
             u"a⟨U+200B⟩b⟨U+2028⟩c↵d"_s);
    QCOMPARE(key.data(Qt::EditRole).toString(), u"pay \u202e0001\u202c"_s);
}

// However deep: all that is seen of a row is not its indent.
void TestPayloadEditor::deepKeysAreRead()
{
    m_editor->resize(360, 500);
    load(R"({"a":{"b":{"c":{"d":{"e":{"f":{"g":{"h":1}}}}}}}})");
    const auto isRead = [this](const QString &pointer) {
        QRect key = rectOf(pointer);
        key.setWidth(std::min(key.width(), 10 * tree()->fontMetrics().averageCharWidth()));
        return key.width() > 5 * tree()->fontMetrics().averageCharWidth()
            && tree()->viewport()->rect().contains(key);
    };
    press(Qt::Key_E, Qt::ControlModifier | Qt::AltModifier); // expand all
    goTo(u"/a/b/c/d/e/f/g/h"_s);
    QTRY_VERIFY(isRead(u"/a/b/c/d/e/f/g/h"_s));
    goTo(u"/a"_s);
    QTRY_VERIFY(isRead(u"/a"_s));
    const QByteArray layout = m_editor->saveLayout();
    const int wide = tree()->columnWidth(PayloadModel::KeyColumn);
    load(R"({"flat":1})");
    QVERIFY(tree()->columnWidth(PayloadModel::KeyColumn) < wide); // no longer than it is needed
    m_editor->restoreLayout(layout);
    QVERIFY(tree()->columnWidth(PayloadModel::KeyColumn) < wide);
}

void TestPayloadEditor::goesToDuplicates()
{
    load(R"({"n":1,"o":{"x":1,"x":2,"y":[{"z":1,"z":2}]}})");
    const QModelIndex o = tree()->model()->index(1, PayloadModel::KeyColumn);
    QVERIFY(o.data(PayloadModel::ProblemRole).toString().contains(u"inside"));
    QVERIFY(!o.data(Qt::DecorationRole).isNull());
    m_editor->showDuplicate();
    QCOMPARE(currentPath(), u"/o/x"_s);
    QCOMPARE(tree()->currentIndex().row(), 1); // the second one
    m_editor->showDuplicate();
    QCOMPARE(currentPath(), u"/o/y/0/z"_s);
    m_editor->showDuplicate();
    QCOMPARE(currentPath(), u"/o/x"_s);
    QVERIFY(tree()->hasFocus());
    press(Qt::Key_Delete);
    QVERIFY(o.data(PayloadModel::ProblemRole).toString().contains(u"inside"));
    m_editor->showDuplicate();
    press(Qt::Key_Delete);
    QCOMPARE(tree()->model()->index(1, 0).data(PayloadModel::ProblemRole).toString(), QString());
}

void TestPayloadEditor::settles()
{
    load(R"({"a":1,"t":"x"})");
    goTo(u"/a"_s);
    press(Qt::Key_Return);
    type(u"2"_s);
    QVERIFY(m_editor->settle());
    QCOMPARE(text(), R"({"a":2,"t":"x"})");
    goTo(u"/t"_s);
    press(Qt::Key_E, Qt::ControlModifier);
    type(u"y"_s);
    QVERIFY(m_editor->settle());
    QCOMPARE(text(), R"({"a":2,"t":"yx"})");
}

void TestPayloadEditor::changesTheType()
{
    load(R"({"a":"7"})");
    goTo(u"/a"_s);
    press(Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
    auto *list = tree()->findChild<QComboBox *>();
    QVERIFY(list);
    QTRY_VERIFY(list->view()->isVisible());
    QTest::keyClick(list->view(), Qt::Key_Down); // from string to number
    QTest::keyClick(list->view(), Qt::Key_Return);
    QTRY_VERIFY(!tree()->isEntering());
    QCOMPARE(text(), R"({"a":7})");
    QCOMPARE(currentPath(), u"/a"_s);
}

void TestPayloadEditor::dragsARow_data()
{
    QTest::addColumn<QString>("dragged");
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("edge"); // above, on, below it
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("up") << u"/c"_s << u"/a"_s << -1 << QByteArray(R"({"c":3.0,"a":1,"b":{"x":2}})");
    QTest::newRow("down") << u"/a"_s << u"/c"_s << 1
                          << QByteArray(R"({"b":{"x":2},"c":3.0,"a":1})");
    QTest::newRow("into an object")
        << u"/c"_s << u"/b"_s << 0 << QByteArray(R"({"a":1,"b":{"x":2,"c":3.0}})");
    QTest::newRow("into itself stays")
        << u"/b"_s << u"/b"_s << 0 << QByteArray(R"({"a":1,"b":{"x":2},"c":3.0})");
}

void TestPayloadEditor::dragsARow()
{
    QFETCH(QString, dragged);
    QFETCH(QString, target);
    QFETCH(int, edge);
    QFETCH(QByteArray, after);
    const QByteArray before = R"({"a":1,"b":{"x":2},"c":3.0})";
    load(before);
    const QRect place = rectOf(target);
    QPoint to = place.center();
    if (edge != 0)
        to.setY(edge < 0 ? place.top() + 1 : place.bottom() - 1);
    drag(dragged, to);
    QCOMPARE(text(), after); // nothing is removed behind the move, either
    if (after == before)
        return;
    m_payload->undo(); // in one step
    QCOMPARE(text(), before);
}

void TestPayloadEditor::onlyLooks()
{
    load(R"({"a":1})");
    goTo(u"/a"_s);
    m_editor->setAccess(Access::Look);
    press(Qt::Key_Delete);
    press(Qt::Key_Return);
    press(Qt::Key_F2);
    QVERIFY(!tree()->isEntering());
    press(Qt::Key_Insert);
    QCOMPARE(text(), R"({"a":1})");
}

QTEST_MAIN(TestPayloadEditor)
#include "tst_payloadeditor.moc"
