// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The rows that are shown, as a table: a view of a Shown, which it holds, and of what is selected.
// The first column says whether a row is selected; the others are chosen. Texts are made when they
// are drawn, so that a million rows cost no more than a screenful. Ages are live.

#pragma once

#include "rows/column.h"
#include "ui/find/table/rowselection.h"
#include "ui/widgets/columns.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QSet>
#include <QtCore/QTimer>

namespace closeout::ui {

class RowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role : quint16 {
        ServiceIdRole = Qt::UserRole,
        TaskIdRole, // of a task
        RowRole, // its number
        ChangedRole, // bool: the last load brought it changed, a moment ago
    };
    static constexpr int SelectedColumn = 0;

    // All must outlive it.
    RowsModel(ShownRows &shown, RowSelection &selection, QObject *parent = nullptr);

    const QList<rows::Column> &columns() const { return m_columns; } // the first is model column 1
    void setColumns(const QList<rows::Column> &columns);
    int columnOf(const rows::Column &column) const; // -1: it is not shown

    TypicalValue typicalOf(const rows::Column &column) const; // in the language in use

    quint32 rowNumber(int row) const { return m_shown->rows[size_t(row)]; }
    int indexOf(quint32 rowNumber) const; // where it is shown; -1: it is not
    QString nameOf(quint32 rowNumber) const; // "Service 1"
    bool hasEnded(quint32 rowNumber) const; // completed or gone
    qsizetype openCount() const; // of what is shown and has not ended
    int openRowBehind(int row) const; // from the top again behind the last one; -1: there is none
    // Of what half-filled ends are kept: ids of services, and of tasks as “service/task”.
    void setDrafts(const QSet<QString> &ids);
    // Draws what the newest load brought changed, for a moment.
    void markChanges();

    int rowCount(const QModelIndex &parent = {}) const final;
    int columnCount(const QModelIndex &parent = {}) const final;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    bool setData(const QModelIndex &index, const QVariant &value, int role) final;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const final;
    Qt::ItemFlags flags(const QModelIndex &index) const final;

private:
    void take();
    void touch(const QList<int> &roles); // all rows look otherwise
    QVariant selected(quint32 row, int role) const;
    QString wordsOf(quint32 row) const;
    bool isContactKey(quint32 row, const rows::Column &column) const; // in place of a customer
    QString display(quint32 row, const rows::Column &column) const;
    QString duration(quint32 row, rows::Field field) const;
    QString toolTip(quint32 row, const rows::Column &column) const;
    QVariant decoration(quint32 row, const rows::Column &column) const;
    bool isChanged(quint32 row) const;
    bool hasDraft(quint32 row) const;
    bool isInProgress(quint32 row) const; // a part of it was completed here
    QString statusOf(quint32 row) const;
    QStringList reasonNames(quint32 reasons) const;
    const rows::Rows &rows() const { return m_shown->snapshot.rows(m_subject); }

    ShownRows &m_host;
    RowSelection &m_selection;
    const rows::Subject m_subject;
    std::shared_ptr<const Shown> m_shown;
    QList<rows::Column> m_columns;
    rows::Moment m_now = 0;
    QSet<QString> m_drafts;
    QTimer m_marks; // runs while changes are drawn
};

// The columns of the first day.
QList<rows::Column> usualColumns(rows::Subject subject);

} // namespace closeout::ui
