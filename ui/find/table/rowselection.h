// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Which rows of a listing are selected: by their numbers, which a refresh, another order or a
// filter do not change. It can hold all of a million as easily as one. What was selected in the
// list before this one is found again by its ids when this one brings it.
//
// Owned by the workspace, one for services and one for tasks.

#pragma once

#include "ui/find/table/shownrows.h"

#include <QtCore/QSet>
#include <QtCore/QTimer>

namespace closeout::ui {

class RowSelection : public QObject
{
    Q_OBJECT

public:
    RowSelection(Listing &listing, ShownRows &shown, QObject *parent = nullptr);

    bool contains(quint32 row) const { return row < m_marks.size() && m_marks[row]; }
    quint32 count() const { return m_count; }
    std::vector<quint32> rows() const; // in the order of their numbers

    void setSelected(quint32 row, bool isSelected);
    void setSelected(std::span<const quint32> rows, bool areSelected);
    void selectShown(); // all that match, besides what is selected already
    void clear();

    // The ids of what is selected, for another day; nothing of more than can be kept. take()
    // selects what bears them as it arrives, in place of what was selected.
    QList<QByteArray> kept() const;
    void take(const QList<QByteArray> &ids);

    // "12 selected, 3 of them hidden by the filter"; of a list that was replaced since, which are
    // not in this one or are selected no more. Empty: none is, and nothing has to be said.
    QString words() const;

signals:
    void changed();

private:
    bool put(quint32 row, bool isSelected);
    void keepIds();
    void findAgain();
    void loseIds();
    void recount();

    const Listing &m_listing; // neither is owned
    ShownRows &m_shown;
    std::vector<bool> m_marks;
    quint32 m_count = 0;
    quint32 m_hidden = 0;
    quint32 m_gone = 0;
    QSet<QByteArray> m_absent; // ids that were selected in a list before, and are not in this one
    quint32 m_lookedThrough = 0; // rows of this list, for those
    QTimer m_goOn; // with the rows that follow
    quint32 m_lost = 0; // that were selected before, and whose ids are not known any more
};

} // namespace closeout::ui
