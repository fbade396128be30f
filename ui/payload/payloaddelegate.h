// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The editors in the rows of attached data: lines for keys and values, a list of types. The value
// of a fresh row is read as it is typed (7 is a number there, { an object); any other value keeps
// its type.

#pragma once

#include <QtCore/QPersistentModelIndex>
#include <QtWidgets/QStyledItemDelegate>

namespace closeout::ui {

class PayloadDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PayloadDelegate(QObject *parent = nullptr);

    void setFresh(const QModelIndex &row) { m_fresh = row; } // of no index: none is
    bool isFresh(const QModelIndex &index) const;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    QWidget *createTypeEditor(QWidget *parent, const QModelIndex &index) const;
    void finishType(QWidget *editor);

    QPersistentModelIndex m_fresh;
};

} // namespace closeout::ui
