// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The pane in which attached data are edited as a tree. All of it can be done by keyboard: Ins adds
// a row and asks for its key, Tab goes on to the value, Tab again to the next row; a { or [ typed
// as a new value opens an object or an array, and Tab then adds inside it.
//
// Binds to a PayloadDocument, which outlives it. What is being typed at the moment is in no
// document yet: whoever is about to use the document calls settle() first.

#pragma once

#include "edit/document.h"
#include "ui/payload/payloadactions.h"
#include "ui/payload/payloadtree.h"

#include <QtCore/QPersistentModelIndex>
#include <QtWidgets/QWidget>

class QMenu;
class QStackedWidget;

namespace closeout::ui {

class EmptyState;
class Notice;
class PayloadDelegate;
class PayloadDocument;
class PayloadModel;

class PayloadEditor : public QWidget
{
    Q_OBJECT

public:
    explicit PayloadEditor(PayloadDocument &payload, QWidget *parent = nullptr);
    ~PayloadEditor() override;

    MenuActions menuActions() const;
    void setAccess(Access access);

    // Takes over what is being typed. False: it was refused, which the pane says, and is open
    // still.
    bool settle();
    void focusData(); // the tree; where nothing is in it, what adds to it
    void focusEntry(); // what settle() has refused
    void showDuplicate(); // the next key that stands twice

    QByteArray saveLayout() const; // widths of the columns
    void restoreLayout(const QByteArray &layout); // of other columns: passed over

private:
    void connectActions();
    QWidget *makeToolBar();
    void showMenu(const QPoint &place);
    void addTypesTo(QMenu *menu);

    // Before an action: the row it is for, once what is being typed has been taken.
    edit::Value currentValue() const;
    QModelIndex current(int column) const;
    void addAfter();
    void addInside();
    void addAt(const edit::Value &container, int row);
    void duplicate();
    void remove();
    void moveUp();
    void moveDown();
    void moveBy(int rows);
    void editKey();
    void editValue();
    void editType();
    void changeType(json::Type type);
    void openLongText();
    void applyLongText();
    void closeLongText();
    void undo();
    void redo();
    void copyJson();
    void copyPath();
    void paste();

    void enter(int column);
    void goTo(edit::Path path);
    void showResult(const Result<edit::Value> &result); // the row, or why not
    void refuse(const Error &error);
    void goOn(PayloadTree::Ending ending);
    bool cancelFresh();
    void goOnFromFreshValue();
    void forgetFresh();
    void follow(const edit::Change &change);
    void followLongText();
    void toggleAt(const QModelIndex &index);
    void showState(); // which page, which actions
    void showPage();

    PayloadDocument &m_payload;
    PayloadModel *m_model;
    PayloadDelegate *m_delegate;
    Notice *m_notice;
    QWidget *m_area; // where the shortcuts work: all but the long text
    QStackedWidget *m_pages;
    PayloadTree *m_tree;
    EmptyState *m_empty;
    LongTextEditor *m_longText;
    PayloadActions m_actions;
    Access m_access = Access::Look;
    edit::Path m_lastPlace; // of the last change, whoever made it
    edit::Change::Kind m_lastKind = edit::Change::Kind::Loaded;
    QPersistentModelIndex m_longRow;
    qsizetype m_freshStep = -1; // of the history, behind the step that added the fresh row
};

} // namespace closeout::ui
