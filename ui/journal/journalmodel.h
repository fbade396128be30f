// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Entries of the journal, newest first.

#pragma once

#include "journal/records.h"

#include <QtCore/QAbstractTableModel>

namespace closeout::ui {

class JournalModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : quint8 {
        TimeColumn,
        EnvironmentColumn,
        RequestColumn,
        TargetColumn,
        StatusColumn,
        MillisecondsColumn,
        OutcomeColumn,
        MessageColumn,
        ColumnCount,
    };
    enum Role { EntryIdRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    // Oldest first, as the journal gives them. Rows that are there already stay what they are.
    void setEntries(const QList<journal::Entry> &entries);
    const journal::Entry *entryAt(int row) const; // nullptr: no such row; until the next change

    int rowCount(const QModelIndex &parent = {}) const final;
    int columnCount(const QModelIndex &parent = {}) const final;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const final;

private:
    static QString text(const journal::Entry &entry, int column);
    static QString toolTip(const journal::Entry &entry, int column);

    QList<journal::Entry> m_entries; // newest first
};

} // namespace closeout::ui
