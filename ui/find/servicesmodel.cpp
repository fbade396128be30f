// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/servicesmodel.h"

#include "ui/find/child.h"
#include "ui/find/clock.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/moments.h"

#include <limits>

namespace closeout::ui {

ServiceRow ServiceRow::of(const client::Record &service)
{
    ServiceRow row;
    row.id = service.id();
    row.type = service.type();
    row.customer = service.customerId();
    if (row.customer.isEmpty())
        row.customer = service.contactKey();
    row.media = service.mediaType();
    row.disposition = service.disposition();
    row.startedAt = service.startedAt();
    row.completedAt = service.completedAt();
    row.openTasks = service.openTasks().size();
    row.openStates = service.openStates().size();
    row.completed = service.isCompleted();
    return row;
}

ServicesModel::ServicesModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_now(Clock::ofApplication()->now())
{
    connect(Clock::ofApplication(), &Clock::ticked, this, &ServicesModel::setNow);
}

void ServicesModel::beginLoad()
{
    ++m_load;
    m_taken = 0;
}

void ServicesModel::take(const QList<ServiceRow> &rows)
{
    QList<ServiceRow> added;
    int firstChanged = std::numeric_limits<int>::max();
    int lastChanged = -1;
    for (const ServiceRow &row : rows) {
        const int at = rowOf(row.id);
        if (at >= m_entries.size()) {
            added[at - m_entries.size()] = row;
        } else if (at < 0) {
            m_rowOf.insert(row.id, int(m_entries.size() + added.size()));
            added.append(row);
        } else {
            m_taken += m_entries.at(at).load == m_load ? 0 : 1;
            m_entries[at].load = m_load;
            if (put(at, row)) {
                firstChanged = std::min(firstChanged, at);
                lastChanged = std::max(lastChanged, at);
            }
        }
    }
    if (lastChanged >= 0)
        emit dataChanged(index(firstChanged, 0), index(lastChanged, ColumnCount - 1));
    if (added.isEmpty())
        return;
    beginInsertRows({}, int(m_entries.size()), int(m_entries.size() + added.size()) - 1);
    for (const ServiceRow &row : std::as_const(added))
        m_entries.append({row, m_load});
    m_taken += int(added.size());
    endInsertRows();
}

bool ServicesModel::put(int at, const ServiceRow &row)
{
    if (m_entries.at(at).row == row)
        return false;
    m_entries[at].row = row;
    return true;
}

void ServicesModel::update(const ServiceRow &row)
{
    const int at = rowOf(row.id);
    if (at >= 0 && put(at, row))
        emit dataChanged(index(at, 0), index(at, ColumnCount - 1));
}

void ServicesModel::removeLeftOver()
{
    int last = int(m_entries.size()) - 1;
    int first = 0;
    for (; last >= 0; last = first - 1) {
        first = last;
        if (m_entries.at(last).load == m_load)
            continue;
        while (first > 0 && m_entries.at(first - 1).load != m_load)
            --first;
        removeRange(first, last);
    }
    indexFrom(first);
}

void ServicesModel::remove(const QString &serviceId)
{
    const int at = rowOf(serviceId);
    if (at < 0)
        return;
    removeRange(at, at);
    indexFrom(at);
}

// The rows behind must be indexed anew afterwards: once, however many ranges go.
void ServicesModel::removeRange(int first, int last)
{
    beginRemoveRows({}, first, last);
    for (int row = first; row <= last; ++row) {
        m_rowOf.remove(m_entries.at(row).row.id);
        m_taken -= m_entries.at(row).load == m_load ? 1 : 0;
    }
    m_entries.remove(first, last - first + 1);
    endRemoveRows();
}

void ServicesModel::indexFrom(int row)
{
    for (; row < m_entries.size(); ++row)
        m_rowOf[m_entries.at(row).row.id] = row;
}

void ServicesModel::clear()
{
    if (m_entries.isEmpty())
        return;
    beginResetModel();
    m_entries.clear();
    m_rowOf.clear();
    m_taken = 0;
    endResetModel();
}

void ServicesModel::setNow(const QDateTime &now)
{
    m_now = now;
    if (m_entries.isEmpty())
        return;
    emit dataChanged(index(0, AgeColumn), index(int(m_entries.size()) - 1, AgeColumn),
                     {Qt::DisplayRole, Qt::AccessibleTextRole});
}

int ServicesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int ServicesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ServicesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ServiceRow &row = m_entries.at(index.row()).row;
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::AccessibleTextRole:
        return accessibleText(row, column);
    case Qt::DecorationRole:
        if (column == StatusColumn)
            return row.completed ? icon(Icon::Done, Status::Good) : icon(Icon::Open, Status::Info);
        return {};
    case Qt::TextAlignmentRole:
        if (column == OpenTasksColumn || column == OpenStatesColumn)
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case SortRole:
        return sortKey(row, column);
    case IdRole:
        return row.id;
    default:
        return {};
    }
}

QVariant ServicesModel::display(const ServiceRow &row, Column column) const
{
    switch (column) {
    case AgeColumn:
        return ageInWords(row.startedAt, m_now);
    case ServiceColumn:
        return row.id;
    case StatusColumn:
        return row.completed ? tr("Completed") : tr("Active");
    case TypeColumn:
        return row.type;
    case CustomerColumn:
        return row.customer;
    case MediaColumn:
        return row.media;
    case OpenTasksColumn:
        return row.openTasks;
    case OpenStatesColumn:
        return row.openStates;
    case StartedColumn:
        return localMoment(row.startedAt);
    case DispositionColumn:
        return row.disposition;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ServicesModel::sortKey(const ServiceRow &row, Column column) const
{
    constexpr qint64 unknown = std::numeric_limits<qint64>::max();
    const qint64 started = row.startedAt.isValid() ? row.startedAt.toMSecsSinceEpoch() : unknown;
    switch (column) {
    case AgeColumn:
        return -started; // grows with the age and does not change with the clock
    case StartedColumn:
        return started;
    default:
        return display(row, column);
    }
}

QString ServicesModel::toolTip(const ServiceRow &row, Column column) const
{
    switch (column) {
    case AgeColumn:
    case StartedColumn:
        return momentInFull(row.startedAt);
    case StatusColumn:
        return row.completed ? momentInFull(row.completedAt) : QString();
    default:
        return plainToolTip(display(row, column).toString()); // may be wider than its column
    }
}

// Headers are not read with every cell, so a bare number would say nothing.
QString ServicesModel::accessibleText(const ServiceRow &row, Column column) const
{
    switch (column) {
    case AgeColumn:
        return tr("age: %1").arg(display(row, column).toString());
    case OpenTasksColumn:
        return tr("%n open task(s)", nullptr, int(row.openTasks));
    case OpenStatesColumn:
        return tr("%n open state(s)", nullptr, int(row.openStates));
    default:
        return display(row, column).toString();
    }
}

QVariant ServicesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole
        && (section == OpenTasksColumn || section == OpenStatesColumn))
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == OpenTasksColumn)
        return tr("Open tasks");
    if (role == Qt::ToolTipRole && section == OpenStatesColumn)
        return tr("Open states");
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case AgeColumn:
        return tr("Age");
    case ServiceColumn:
        return tr("Service");
    case StatusColumn:
        return tr("Status");
    case TypeColumn:
        return tr("Type");
    case CustomerColumn:
        return tr("Customer");
    case MediaColumn:
        return tr("Media");
    case OpenTasksColumn:
        return tr("Tasks");
    case OpenStatesColumn:
        return tr("States");
    case StartedColumn:
        return tr("Started");
    case DispositionColumn:
        return tr("Disposition");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace closeout::ui
