// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Which services of the list are shown, and in which order: the oldest first until somebody sorts
// otherwise. Every word of the filter must occur somewhere in a row; case does not matter.

#pragma once

#include <QtCore/QSortFilterProxyModel>

namespace closeout::ui {

class ServicesModel;

class ServicesFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ServicesFilter(ServicesModel *services, QObject *parent = nullptr); // not owned

    QString text() const { return m_words.join(u' '); }
    void setText(const QString &text);

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    bool occurs(const QString &word, int sourceRow) const;

    ServicesModel *m_services;
    QStringList m_words;
};

// "9" before "10" and "a2" before "a10": how a person orders ids, whatever their length.
bool naturallyLess(QStringView left, QStringView right);

} // namespace closeout::ui
