// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The saved views for a list: a name, and how many match where they were counted. A count is of the
// rows that are loaded, and a view of others has none. Editing a row
// renames its view.

#pragma once

#include "ui/find/views/savedviews.h"

#include <QtCore/QAbstractListModel>

namespace closeout::ui {

class SavedViewsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    // What stands around the name, which is %1 in it: "%1 (3,947)".
    enum Role : quint16 {
        FrameRole = Qt::UserRole,
        NameRole, // to be shown
    };

    explicit SavedViewsModel(SavedViews &views, QObject *parent = nullptr); // not owned

    QString fileNameAt(const QModelIndex &index) const; // empty: no row
    QModelIndex indexOf(
        const QString &name) const; // of what that name would replace; invalid: nothing

    int rowCount(const QModelIndex &parent = {}) const final;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    bool setData(const QModelIndex &index, const QVariant &value, int role) final;
    Qt::ItemFlags flags(const QModelIndex &index) const final;

private:
    void take();

    SavedViews &m_views;
    QList<SavedViews::Entry> m_entries;
};

} // namespace closeout::ui
