// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The services of a listing as a table. A row keeps plain values and not the answer it came from:
// there may be very many. Ages are live.

#pragma once

#include "client/record.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QHash>

namespace closeout::ui {

struct ServiceRow
{
    QString id;
    QString type;
    QString customer; // or else the contact key
    QString media;
    QString disposition; // empty while it is active
    QDateTime startedAt; // invalid: not said
    QDateTime completedAt;
    qsizetype openTasks = 0;
    qsizetype openStates = 0;
    bool completed = false;

    static ServiceRow of(const client::Record &service);
    friend bool operator==(const ServiceRow &, const ServiceRow &) = default;
};

class ServicesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : quint8 {
        AgeColumn,
        ServiceColumn,
        StatusColumn,
        TypeColumn,
        CustomerColumn,
        MediaColumn,
        OpenTasksColumn,
        OpenStatesColumn,
        StartedColumn,
        DispositionColumn,
        ColumnCount
    };
    enum Role : quint16 { SortRole = Qt::UserRole, IdRole };

    explicit ServicesModel(QObject *parent = nullptr);

    const ServiceRow &row(int row) const { return m_entries.at(row).row; }
    int rowOf(const QString &serviceId) const { return m_rowOf.value(serviceId, -1); } // -1: none

    // A load replaces what is there: rows that it brings again are updated in their place, new ones
    // go to the end, and what it did not bring is left over until somebody decides.
    void beginLoad();
    void take(const QList<ServiceRow> &rows);
    int leftOver() const { return int(m_entries.size()) - m_taken; }
    void removeLeftOver();

    void update(const ServiceRow &row); // nothing if it is not there
    void remove(const QString &serviceId);
    void clear();

    void setNow(const QDateTime &now); // what ages are counted from; a timer calls it

    int rowCount(const QModelIndex &parent = {}) const final;
    int columnCount(const QModelIndex &parent = {}) const final;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const final;

private:
    struct Entry
    {
        ServiceRow row;
        int load = 0; // which brought it last
    };

    QVariant display(const ServiceRow &row, Column column) const;
    QVariant sortKey(const ServiceRow &row, Column column) const;
    QString toolTip(const ServiceRow &row, Column column) const;
    QString accessibleText(const ServiceRow &row, Column column) const;
    bool put(int at, const ServiceRow &row); // did it change?
    void removeRange(int first, int last);
    void indexFrom(int row);

    QList<Entry> m_entries;
    QHash<QString, int> m_rowOf;
    int m_load = 0;
    int m_taken = 0; // entries of this load
    QDateTime m_now;
};

} // namespace closeout::ui
