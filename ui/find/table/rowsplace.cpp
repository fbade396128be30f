// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/table/rowsplace.h"

#include "ui/find/sources/listing.h"
#include "ui/find/table/rowsmodel.h"
#include "ui/widgets/tableview.h"

#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace closeout::ui {

using rows::Field;
using rows::Subject;

RowsPlace::RowsPlace(const Listing &listing, const ShownRows &shown, const RowsModel &model,
                     TableView *table)
    : m_listing(listing)
    , m_shown(shown)
    , m_model(model)
    , m_table(table)
{
    QObject::connect(table->verticalScrollBar(), &QScrollBar::actionTriggered, table,
                     [this] { m_wanted.clear(); }); // by a person
}

// The current row, or else the first that is seen, stays where it is on the screen. What was asked
// for anew is looked at from its top.
void RowsPlace::remember()
{
    const QModelIndex current = m_table->currentIndex();
    const int first = m_table->rowAt(0);
    m_anchor.reset();
    m_hadRows = first >= 0;
    if (!m_hadRows)
        return;
    const bool isSeen = current.isValid()
        && m_table->viewport()->rect().intersects(m_table->visualRect(current));
    const int row = isSeen ? current.row() : first;
    const bool isTop = row == 0 || (m_isAskedAnew && !isSeen);
    if (isTop) // at the very top it is the top that somebody looks at
        return;
    m_anchor = m_model.rowNumber(row);
    m_anchorLine = row - first;
}

void RowsPlace::findAgain()
{
    const int anchor = m_anchor ? m_model.indexOf(*m_anchor) : -1;
    if (anchor >= 0)
        m_table->showFrom(std::max(0, anchor - m_anchorLine));
    else if (m_isAskedAnew)
        m_table->scrollToTop();
    m_isAskedAnew = false;
    goWhereWanted();
}

QByteArray RowsPlace::top() const
{
    const int first = m_table->rowAt(0);
    if (isWanted() || first <= 0)
        return m_wanted;
    const rows::Snapshot &snapshot = m_shown.shown()->snapshot;
    const rows::Rows &rows = snapshot.rows(m_shown.subject());
    const quint32 row = m_model.rowNumber(first);
    QByteArray ids = snapshot.text(rows, row, Field::ServiceId).toByteArray();
    if (m_shown.subject() == Subject::Task)
        ids.append('\n').append(snapshot.text(rows, row, Field::TaskId));
    return ids;
}

void RowsPlace::want(const QByteArray &top)
{
    m_wanted = top;
    goWhereWanted(); // the rows may be there already
}

std::optional<quint32> RowsPlace::rowOf(const QByteArray &ids) const
{
    const QList<QByteArray> parts = ids.split('\n');
    const rows::Snapshot &snapshot = m_shown.shown()->snapshot;
    const auto service = m_listing.rowOf(QString::fromUtf8(parts.constFirst()));
    if (!service || *service >= snapshot.services.count() || parts.size() == 1)
        return service;
    for (quint32 task = snapshot.services.link(*service); task != rows::Rows::noRow;
         task = snapshot.tasks.link(task)) {
        if (snapshot.text(snapshot.tasks, task, Field::TaskId) == parts.at(1))
            return task;
    }
    return {};
}

void RowsPlace::goWhereWanted()
{
    if (!isWanted())
        return;
    const std::optional<quint32> row = rowOf(m_wanted);
    const int place = row ? m_model.indexOf(*row) : -1;
    if (place >= 0)
        m_table->showFrom(place);
    if (m_listing.asOf().isValid() && !m_listing.isLoading() && !m_shown.isBusy()) // no more come
        m_wanted.clear();
}

} // namespace closeout::ui
