// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The states and tasks of a service as a table, with live ages.

#pragma once

#include "ui/service/child.h"
#include "ui/widgets/servernames.h"

#include <QtCore/QAbstractTableModel>

#include <optional>

namespace closeout::ui {

class ChildrenModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : quint8 {
        ChildColumn,
        TypeColumn,
        StatusColumn,
        TimeColumn,
        ExpectedColumn,
        DispositionColumn,
        ColumnCount
    };
    enum Role : quint16 { KindRole = Qt::UserRole, IdRole, IsOpenRole, AttachedDataRole };

    explicit ChildrenModel(QObject *parent = nullptr);

    void setService(const std::optional<client::Record> &service);
    void setChildren(const QList<Child> &children); // the same, of which they are known already
    void setNames(const ServerNames &names); // it outlives this
    const QList<Child> &children() const { return m_children; }
    int rowOf(client::Record::Kind kind, const QString &id) const; // -1: none

    void setNow(const QDateTime &now); // what ages are counted from; a timer calls it

    int rowCount(const QModelIndex &parent = {}) const final;
    int columnCount(const QModelIndex &parent = {}) const final;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const final;

    static QString nameOf(const Child &child); // "Task 3"

private:
    QString display(const Child &child, Column column) const;
    QString time(const Child &child) const;
    QString expected(const Child &child) const;
    QString toolTip(const Child &child, Column column) const;
    QVariant decoration(const Child &child, Column column) const;

    QString typeOf(const Child &child) const;

    QList<Child> m_children;
    const ServerNames *m_names = nullptr;
    QDateTime m_now;
};

} // namespace closeout::ui
