// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Attached data as a tree of keys, values and types over a PayloadDocument. Whatever edits the
// document, also undo, is followed row by row, so that what is expanded and current stays so.
// An edit through the model that the document refuses changes nothing and is told by refused().

#pragma once

#include "ui/payload/payloaddocument.h"

#include <QtCore/QAbstractItemModel>

#include <memory>
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
    ~PayloadModel() override;

    json::Value valueOf(const QModelIndex &index) const; // of no index: the root
    QModelIndex indexOf(json::NodeId node, int column) const;

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
    struct Item;

    void follow(const Change &change);
    void followValue(const Change &change);
    void followMove(const Change &change);
    void adopt(); // the document as it is now
    void bind(Item &item, json::NodeId node);
    void load(Item &item) const;
    void tellRowChanged(const Item &item);
    void tellKeysChanged(const Item &parent);
    void tellProblemsChanged();

    Item &itemOf(const QModelIndex &index) const;
    Item &itemAt(const Path &path) const;
    QModelIndex indexOfItem(const Item &item, int column) const;
    int childCount(const Item &item) const;

    QVariant keyData(const json::Value &value, int row, int role) const;
    QVariant valueData(const json::Value &value, int role) const;
    QString problemOf(const json::Value &value) const;
    Result<json::NodeId> edit(const QModelIndex &index, const QVariant &value, int role);
    Result<json::NodeId> editScalar(const json::Value &value, const QString &typed);
    std::optional<Path> draggedPath(const QMimeData *mime) const;

    PayloadDocument &m_payload;
    json::Document m_shown; // of which m_root has the nodes; a moment behind during an edit
    std::unique_ptr<Item> m_root;
};

} // namespace closeout::ui
