// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/payload/payloadeditor.h"

#include "ui/payload/payloaddelegate.h"
#include "ui/payload/payloadedits.h"
#include "ui/payload/payloadmodel.h"
#include "ui/payload/payloadtypes.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/look/metrics.h"
#include "ui/widgets/notice.h"

#include <QtCore/QTimer>
#include <QtGui/QActionGroup>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

using edit::Change;
using edit::Path;
using edit::Value;

constexpr int fewestRows = 6; // that are seen, whatever stands above

// Where somebody was who added what has gone from here again.
Path placeBefore(const Path &path)
{
    if (path.isEmpty() || path.constLast() == 0)
        return path;
    return edit::childOf(edit::parentOf(path), path.constLast() - 1);
}

} // namespace

PayloadEditor::PayloadEditor(PayloadDocument &payload, QWidget *parent)
    : QWidget(parent)
    , m_payload(payload)
    , m_model(new PayloadModel(payload, this))
    , m_delegate(new PayloadDelegate(this))
    , m_notice(new Notice(tr("Attached data"), this))
    , m_area(new QWidget(this))
    , m_pages(new QStackedWidget(m_area))
    , m_tree(new PayloadTree(m_pages))
    , m_empty(new EmptyState(m_pages))
    , m_longText(new LongTextEditor(this))
    , m_actions(PayloadActions::make(m_area, m_tree))
{
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(m_delegate);
    m_tree->header()->setSectionResizeMode(PayloadModel::ValueColumn, QHeaderView::Stretch);
    const int character = fontMetrics().averageCharWidth();
    m_tree->setColumnWidth(PayloadModel::KeyColumn, 21 * character);
    m_tree->setColumnWidth(PayloadModel::TypeColumn, 14 * character);
    m_pages->addWidget(m_tree);
    m_pages->addWidget(m_empty);
    m_pages->setMinimumHeight(m_tree->heightOf(fewestRows));

    auto *area = new QVBoxLayout(m_area);
    setPlain(area, tight);
    QWidget *bar = makeToolBar();
    setTabOrder(bar->findChildren<QToolButton *>().constLast(), m_tree); // as one reads
    area->addWidget(bar);
    area->addWidget(m_notice);
    area->addWidget(m_pages, 1);
    auto *layout = new QVBoxLayout(this);
    setPlain(layout);
    layout->addWidget(m_area, 3);
    layout->addWidget(m_longText, 2);

    connectActions();
    connect(m_model, &PayloadModel::refused, this, &PayloadEditor::refuse);
    connect(m_tree, &PayloadTree::entryEnded, this, &PayloadEditor::goOn);
    connect(m_tree, &PayloadTree::doubleClicked, this, &PayloadEditor::toggleAt);
    connect(m_tree, &PayloadTree::customContextMenuRequested, this, &PayloadEditor::showMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PayloadEditor::showState);
    connect(&payload, &PayloadDocument::edited, this, &PayloadEditor::follow);
    connect(&payload, &PayloadDocument::historyChanged, this, &PayloadEditor::showState);
    connect(m_longText, &LongTextEditor::applied, this, &PayloadEditor::applyLongText);
    connect(m_longText, &LongTextEditor::cancelled, this, &PayloadEditor::closeLongText);
    m_tree->expandToDepth(0);
    setAccess(Access::Edit);
}

// The tree goes after this object and says so: an open editor ends, no row is current any more.
PayloadEditor::~PayloadEditor()
{
    m_tree->disconnect(this);
    m_tree->selectionModel()->disconnect(this);
    m_model->disconnect(this);
}

void PayloadEditor::connectActions()
{
    const auto bind = [this](QAction *action, void (PayloadEditor::*does)()) {
        connect(action, &QAction::triggered, this, [this, does] {
            if (m_tree->settle())
                (this->*does)();
        });
    };
    const PayloadActions &a = m_actions;
    bind(a.add, &PayloadEditor::addAfter);
    bind(a.addInside, &PayloadEditor::addInside);
    bind(a.duplicate, &PayloadEditor::duplicate);
    bind(a.remove, &PayloadEditor::remove);
    bind(a.rename, &PayloadEditor::editKey);
    bind(a.editValue, &PayloadEditor::editValue);
    bind(a.changeType, &PayloadEditor::editType);
    bind(a.longText, &PayloadEditor::openLongText);
    bind(a.undo, &PayloadEditor::undo);
    bind(a.redo, &PayloadEditor::redo);
    bind(a.copyJson, &PayloadEditor::copyJson);
    bind(a.copyPath, &PayloadEditor::copyPath);
    bind(a.paste, &PayloadEditor::paste);
    bind(a.moveUp, &PayloadEditor::moveUp);
    bind(a.moveDown, &PayloadEditor::moveDown);
    connect(a.expandAll, &QAction::triggered, m_tree, &PayloadTree::expandEverything);
    connect(a.collapseAll, &QAction::triggered, m_tree, &PayloadTree::collapseAll);
}

QWidget *PayloadEditor::makeToolBar()
{
    auto *bar = new QWidget(m_area);
    auto *layout = new QHBoxLayout(bar);
    setPlain(layout, 0);
    const PayloadActions &a = m_actions;
    for (QAction *action : {a.add, a.addInside, a.duplicate, a.remove, a.moveUp, a.moveDown, a.undo,
                            a.redo, a.paste, a.longText}) {
        if (action == a.moveUp || action == a.undo || action == a.paste)
            layout->addSpacing(gap);
        auto *button = new QToolButton(bar);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setAutoRaise(true);
        button->setAccessibleName(action->iconText());
        layout->addWidget(button);
    }
    layout->addStretch();
    return bar;
}

MenuActions PayloadEditor::menuActions() const
{
    return m_actions.menu();
}

void PayloadEditor::showMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction *action : menuActions()) {
        if (!action)
            menu->addSeparator();
        else if (action == m_actions.changeType)
            addTypesTo(menu);
        else
            menu->addAction(action);
    }
    menu->popup(m_tree->viewport()->mapToGlobal(place));
}

void PayloadEditor::addTypesTo(QMenu *menu)
{
    QMenu *types = menu->addMenu(m_actions.changeType->icon(), tr("Change &Type"));
    types->setEnabled(m_actions.changeType->isEnabled());
    auto *group = new QActionGroup(types);
    for (const json::Type type : editableTypes()) {
        QAction *action = types->addAction(icon(typeIcon(type)), typeName(type));
        action->setActionGroup(group);
        action->setCheckable(true);
        action->setChecked(type == currentValue().type());
        connect(action, &QAction::triggered, this, [this, type] { changeType(type); });
    }
}

void PayloadEditor::setAccess(Access access)
{
    if (m_access == access)
        return;
    m_access = access;
    m_tree->setEditTriggers(access == Access::Edit ? QAbstractItemView::DoubleClicked
                                                   : QAbstractItemView::NoEditTriggers);
    m_tree->setDragDropMode(access == Access::Edit ? QAbstractItemView::DragDrop
                                                   : QAbstractItemView::DragOnly);
    m_longText->setAccess(access);
    const QString whatNow = access == Access::Edit ? tr("Add a key, or paste JSON.") : QString();
    m_empty->tell(Icon::AttachedData, tr("No attached data"), whatNow);
    showState(); // before the button is made, which takes after its action
    m_empty->offer(access == Access::Edit ? m_actions.add : nullptr);
}

bool PayloadEditor::settle()
{
    if (!m_tree->settle())
        return false;
    if (m_longText->isChanged())
        applyLongText();
    return true;
}

// No focus proxy: Tab would go to it from what stands before the tool bar.
void PayloadEditor::focusData()
{
    auto *button = m_empty->findChild<QAbstractButton *>();
    QWidget *place = m_payload.isEmpty() && button ? static_cast<QWidget *>(button) : m_tree;
    place->setFocus(Qt::ShortcutFocusReason);
}

void PayloadEditor::focusEntry()
{
    if (QWidget *entry = m_tree->entry())
        entry->setFocus(Qt::OtherFocusReason);
    m_tree->keepEntryInSight();
}

void PayloadEditor::showDuplicate()
{
    const edit::Document &document = m_payload.document();
    Value next = document.nextDuplicate(currentValue().path());
    if (!next.exists())
        next = document.nextDuplicate({});
    if (!next.exists())
        return;
    goTo(next.path());
    focusData();
}

QByteArray PayloadEditor::saveLayout() const
{
    return m_tree->saveColumns();
}

void PayloadEditor::restoreLayout(const QByteArray &layout)
{
    m_tree->restoreColumns(layout);
}

Value PayloadEditor::currentValue() const
{
    return m_model->valueOf(m_tree->currentIndex());
}

QModelIndex PayloadEditor::current(int column) const
{
    return m_tree->currentIndex().siblingAtColumn(column);
}

void PayloadEditor::addAfter()
{
    if (const Value value = currentValue(); value.parent().exists())
        addAt(value.parent(), m_tree->currentIndex().row() + 1);
    else
        addAt(value, int(value.size()));
}

void PayloadEditor::addInside()
{
    addAt(currentValue(), int(currentValue().size()));
}

void PayloadEditor::addAt(const Value &container, int row)
{
    const bool isObject = container.isObject();
    const QString key = isObject ? freshKey(container, u"key"_s) : QString();
    const Result<Value> added = m_payload.add(container, row, key, "\"\"");
    showResult(added);
    if (!added)
        return;
    m_delegate->setFresh(current(PayloadModel::KeyColumn));
    m_freshStep = m_payload.history().done();
    enter(isObject ? PayloadModel::KeyColumn : PayloadModel::ValueColumn);
}

void PayloadEditor::duplicate()
{
    showResult(m_payload.duplicate(currentValue()));
}

void PayloadEditor::remove()
{
    if (const Result<void> removed = m_payload.remove(currentValue()); !removed)
        refuse(removed.error());
    goTo(m_lastPlace);
}

void PayloadEditor::moveUp()
{
    moveBy(-1);
}

void PayloadEditor::moveDown()
{
    moveBy(1);
}

void PayloadEditor::moveBy(int rows)
{
    const Value value = currentValue();
    showResult(m_payload.move(value, value.parent(), m_tree->currentIndex().row() + rows));
}

void PayloadEditor::editKey()
{
    enter(PayloadModel::KeyColumn);
}

void PayloadEditor::editValue()
{
    const QModelIndex index = current(PayloadModel::ValueColumn);
    if (isContainer(currentValue().type()))
        toggleAt(index);
    else if (index.data(PayloadModel::LongTextRole).toBool())
        openLongText();
    else if (m_access == Access::Edit)
        enter(PayloadModel::ValueColumn);
}

void PayloadEditor::editType()
{
    enter(PayloadModel::TypeColumn);
}

void PayloadEditor::changeType(json::Type type)
{
    showResult(m_payload.changeType(currentValue(), type));
}

void PayloadEditor::openLongText()
{
    const QModelIndex row = current(PayloadModel::ValueColumn);
    settle(); // another text may be open
    m_tree->setCurrentIndex(row.siblingAtColumn(PayloadModel::KeyColumn));
    const Value value = currentValue();
    m_longRow = row;
    m_longText->open(value.pointer(), value.text());
    m_longText->focusText();
}

void PayloadEditor::applyLongText()
{
    const QString text = m_longText->text();
    const QModelIndex row = m_longRow;
    closeLongText();
    if (row.isValid() && m_model->setData(row, text))
        m_notice->clear();
}

void PayloadEditor::closeLongText()
{
    const QModelIndex row = m_longRow;
    m_longRow = QModelIndex();
    m_longText->hide();
    if (row.isValid())
        m_tree->setCurrentIndex(row.siblingAtColumn(PayloadModel::KeyColumn));
    m_tree->setFocus();
}

void PayloadEditor::undo()
{
    m_payload.undo();
    goTo(m_lastKind == Change::Kind::Removed ? placeBefore(m_lastPlace) : m_lastPlace);
}

void PayloadEditor::redo()
{
    m_payload.redo();
    goTo(m_lastPlace);
}

void PayloadEditor::copyJson()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(currentValue().raw()));
}

void PayloadEditor::copyPath()
{
    QGuiApplication::clipboard()->setText(currentValue().pointer());
}

void PayloadEditor::paste()
{
    const QByteArray text = QGuiApplication::clipboard()->text().toUtf8();
    const Result<Value> pasted = m_payload.pasteJson(currentValue(), text);
    showResult(pasted);
    if (pasted)
        m_tree->expand(current(PayloadModel::KeyColumn));
}

void PayloadEditor::enter(int column)
{
    const QModelIndex index = current(column);
    m_tree->setFocus();
    m_tree->setCurrentIndex(index);
    m_tree->edit(index);
}

// The nearest row that there is: of what has been removed, the one that stands there now.
void PayloadEditor::goTo(Path path)
{
    while (!path.isEmpty() && !m_payload.document().at(path).exists()) {
        if (path.constLast() > 0)
            --path.last();
        else
            path.removeLast();
    }
    const Value value = m_payload.document().at(path);
    if (const QModelIndex index = m_model->indexOf(value, PayloadModel::KeyColumn);
        index.isValid()) {
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index);
    }
    showState();
}

void PayloadEditor::showResult(const Result<Value> &result)
{
    if (!result)
        return refuse(result.error());
    goTo(result->path());
}

void PayloadEditor::refuse(const Error &error)
{
    if (m_tree->isEntering())
        m_tree->keepEntry();
    m_notice->tell(tr("Nothing has been changed."), error);
    QTimer::singleShot(0, m_tree, &PayloadTree::keepEntryInSight); // once the notice has its room
}

void PayloadEditor::goOn(PayloadTree::Ending ending)
{
    using Ending = PayloadTree::Ending;
    const int column = m_tree->currentIndex().column();
    const bool isFresh = m_delegate->isFresh(m_tree->currentIndex());
    const bool fromKey = column == PayloadModel::KeyColumn;
    const bool fromValue = column == PayloadModel::ValueColumn;
    if (ending != Ending::Left) // what was refused is still open, or has been given up
        m_notice->clear();
    if (ending == Ending::Cancelled && isFresh && cancelFresh())
        return;
    if (fromKey && (ending == Ending::Next || (ending == Ending::Done && isFresh)))
        return editValue();
    if (fromValue && ending == Ending::Previous && !currentValue().rawKey().isEmpty())
        return enter(PayloadModel::KeyColumn);
    if (fromValue && ending == Ending::Next && isFresh)
        return goOnFromFreshValue();
    forgetFresh();
    if (ending != Ending::Left)
        m_tree->setCurrentIndex(current(PayloadModel::KeyColumn));
}

// Nothing has been entered into the row since it was added: Esc takes it away again.
bool PayloadEditor::cancelFresh()
{
    if (m_payload.history().done() != m_freshStep)
        return false;
    forgetFresh();
    m_payload.undo();
    goTo(placeBefore(m_lastPlace));
    m_tree->setFocus();
    return true;
}

void PayloadEditor::goOnFromFreshValue()
{
    const Value value = currentValue();
    if (isContainer(value.type()) && value.size() == 0)
        addAt(value, 0);
    else
        addAt(value.parent(), m_tree->currentIndex().row() + 1);
}

void PayloadEditor::forgetFresh()
{
    m_delegate->setFresh({});
    m_freshStep = -1;
}

void PayloadEditor::follow(const Change &change)
{
    m_lastPlace = change.place();
    m_lastKind = change.kind;
    m_notice->clear();
    if (change.kind == Change::Kind::Loaded)
        m_tree->expandToDepth(0);
    followLongText();
    showState();
}

void PayloadEditor::followLongText()
{
    if (!m_longText->isVisibleTo(this))
        return;
    const Value value = m_model->valueOf(m_longRow);
    if (!m_longRow.isValid() || value.type() != json::Type::String)
        m_longText->hide();
    else if (m_longText->isChanged())
        m_longText->rename(value.pointer());
    else
        m_longText->open(value.pointer(), value.text());
}

void PayloadEditor::toggleAt(const QModelIndex &index)
{
    const QModelIndex row = index.siblingAtColumn(PayloadModel::KeyColumn);
    if (index.column() != PayloadModel::ValueColumn)
        return;
    if (isContainer(m_model->valueOf(index).type()))
        m_tree->setExpanded(row, !m_tree->isExpanded(row));
    else if (index.data(PayloadModel::LongTextRole).toBool())
        openLongText();
}

void PayloadEditor::showState()
{
    const QModelIndex index = m_tree->currentIndex();
    m_actions.explain({.access = m_access,
                       .value = currentValue(),
                       .row = index.row(),
                       .rows = index.isValid() ? m_model->rowCount(index.parent()) : 0,
                       .canUndo = m_payload.history().canUndo(),
                       .canRedo = m_payload.history().canRedo()});
    showPage();
}

// The focus stays in the pane when the page under it goes.
void PayloadEditor::showPage()
{
    const bool hadFocus = m_tree->hasFocus();
    if (!m_payload.isEmpty()) {
        m_pages->setCurrentWidget(m_tree);
        return;
    }
    m_pages->setCurrentWidget(m_empty);
    if (hadFocus)
        focusData();
}

} // namespace closeout::ui
