// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What can be done with the rows of a list, mostly with the current one: copied, and asked for in
// the filter.

#pragma once

#include "ui/find/table/rowsactions.h"
#include "ui/find/table/rowsmodel.h"

namespace closeout::ui {

class RowDeeds
{
public:
    RowDeeds(ShownRows &shown, const RowsModel &model); // not owned

    // Of the services of these rows, or else of the current one.
    void copyIds(std::vector<quint32> rows, std::optional<quint32> current) const;
    void copyId(const QModelIndex &current) const;
    void copyCustomer(const QModelIndex &current) const; // or else the contact key
    void onlyValue(const QModelIndex &current) const;
    void allOfCustomer(const QModelIndex &current) const;
    // What cannot be done with it, and why.
    void showActions(const RowsActions &actions, const QModelIndex &current) const;

private:
    QString text(const QModelIndex &row, rows::Field field) const;
    QString termOf(const QModelIndex &cell) const;
    QString customerTerm(const QModelIndex &row) const;

    ShownRows &m_shown;
    const RowsModel &m_model;
};

} // namespace closeout::ui
