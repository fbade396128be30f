// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Attached data as a tree of keys, values and types over a PayloadDocument. Whatever edits the
// document, also undo, is followed row by row, so that what is expanded and current stays so. It
// keeps no rows of its own: an index is a row and the home of its value.
// An edit through the model that the document refuses changes nothing and is told by refused().

#pragma once

#include "ui/payload/payloaddocument.h"

#include <QtCore/QAbstractItemModel>

#include <optional>

namespace closeout::ui {

class PayloadModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { KeyColumn, ValueColumn, TypeColumn, ColumnCount };
    enum Role {
        ProblemRole = Qt::UserRole, // why a key is not good; nothing: it is
        TypeRole, // json::Type as int
        LongTextRole, // a string that one line is too small for
        AsTypedRole, // for setData: what a person types for a new value; see spelledAsTyped()
    };

    explicit PayloadModel(PayloadDocument &payload, QObject *parent = nullptr);

    edit::Value valueOf(const QModelIndex &index) const; // of no index: the root
    QModelIndex indexOf(const edit::Value &value, int column) const; // of the root: none

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    // Dragged out: the value as JSON. Dropped in: only rows of this very tree, which then move.
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    Qt::DropActions supportedDragActions() const override
    {
        return Qt::MoveAction | Qt::CopyAction;
    }
    bool canDropMimeData(const QMimeData *mime, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *mime, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

signals:
    void refused(const closeout::Error &error);

private:
    void prepare(const edit::Change &change);
    void follow(const edit::Change &change);
    void tellRowChanged(const edit::Value &value);
    void tellKeysChanged(const edit::Value &parent);
    void tellProblemsChanged();

    QModelIndex indexAt(const edit::Path &path) const;
    int shownRow(const edit::Value &value) const;

    QVariant keyData(const edit::Value &value, int role) const;
    QVariant valueData(const edit::Value &value, int role) const;
    QString problemOf(const edit::Value &value) const;
    Result<edit::Value> enter(const QModelIndex &index, const QVariant &value, int role);
    Result<edit::Value> enterScalar(const edit::Value &value, const QString &typed);
    std::optional<edit::Path> draggedPath(const QMimeData *mime) const;

    PayloadDocument &m_payload;
    // While views are being told of a change:
    std::optional<edit::Change> m_untold; // element keys are still as they were before it
    std::optional<edit::Path> m_emptied; // its old children have gone, its new ones are not told of
    bool m_hadDuplicates = false; // before it
};

} // namespace closeout::ui
