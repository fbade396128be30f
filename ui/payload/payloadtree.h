// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The tree view of attached data. It says how somebody left an editor in a row, so that the
// next one can open, and leaves an editor open whose text has been refused.

#pragma once

#include <QtWidgets/QTreeView>

namespace closeout::ui {

class PayloadTree : public QTreeView
{
    Q_OBJECT

public:
    enum class Ending : quint8 { Next, Previous, Done, Cancelled, Left };

    explicit PayloadTree(QWidget *parent = nullptr);

    bool isEntering() const { return state() == EditingState; }
    void keepEntry()
    {
        m_keepsEntry = true;
    } // while it is committed: do not close on Return or Tab
    bool settle(); // commits and closes; false: it was refused and is open still
    int heightOf(int rows) const; // of the tree that shows them
    QWidget *entry() const; // the open editor; nullptr: none is
    void keepEntryInSight(); // when something else has taken its room
    void expandEverything();
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QByteArray saveColumns() const; // as a person has sized them
    void restoreColumns(const QByteArray &state); // of other columns: passed over

signals:
    void entryEnded(closeout::ui::PayloadTree::Ending ending);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void reset() override;

protected slots:
    void commitData(QWidget *editor) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    void makeRoomAt(int depth); // for keys
    void setKeyWidth(int width);

    bool m_keepsEntry = false;
    bool m_isMakingRoom = false;
    int m_keyWidth = 0; // without the room that deep keys need
};

} // namespace closeout::ui
