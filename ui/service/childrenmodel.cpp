// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/service/childrenmodel.h"

#include "ui/widgets/clock.h"
#include "ui/widgets/look/icons.h"
#include "ui/widgets/moments.h"

namespace closeout::ui {

ChildrenModel::ChildrenModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_now(Clock::ofApplication()->now())
{
    connect(Clock::ofApplication(), &Clock::ticked, this, &ChildrenModel::setNow);
}

void ChildrenModel::setService(const std::optional<client::Record> &service)
{
    setChildren(service ? childrenOf(*service) : QList<Child>());
}

void ChildrenModel::setChildren(const QList<Child> &children)
{
    beginResetModel();
    m_children = children;
    endResetModel();
}

void ChildrenModel::setNames(const ServerNames &names)
{
    m_names = &names;
    connect(&names, &ServerNames::changed, this, [this] {
        if (!m_children.isEmpty())
            emit dataChanged(index(0, TypeColumn), index(rowCount() - 1, TypeColumn));
    });
}

QString ChildrenModel::typeOf(const Child &child) const
{
    return m_names && child.isTask() ? m_names->of(rows::Field::TaskType, child.type) : child.type;
}

int ChildrenModel::rowOf(client::Record::Kind kind, const QString &id) const
{
    for (int row = 0; row < m_children.size(); ++row) {
        if (m_children.at(row).kind == kind && m_children.at(row).id == id)
            return row;
    }
    return -1;
}

void ChildrenModel::setNow(const QDateTime &now)
{
    m_now = now;
    if (m_children.isEmpty())
        return;
    emit dataChanged(index(0, TimeColumn), index(int(m_children.size()) - 1, ExpectedColumn),
                     {Qt::DisplayRole, Qt::DecorationRole});
}

int ChildrenModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_children.size());
}

int ChildrenModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChildrenModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Child &child = m_children.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return shown(display(child, column));
    case Qt::ToolTipRole:
        return toolTip(child, column);
    case Qt::DecorationRole:
        return decoration(child, column);
    case Qt::TextAlignmentRole:
        if (column == TimeColumn)
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case KindRole:
        return int(child.kind);
    case IdRole:
        return child.id;
    case IsOpenRole:
        return child.isOpen;
    case AttachedDataRole:
        return attachedDataText(child.record);
    default:
        return {};
    }
}

QString ChildrenModel::nameOf(const Child &child)
{
    const QString id = shown(child.id);
    return child.isTask() ? tr("Task %1").arg(id) : tr("State %1").arg(id);
}

QString ChildrenModel::display(const Child &child, Column column) const
{
    switch (column) {
    case ChildColumn:
        return nameOf(child);
    case TypeColumn:
        return typeOf(child);
    case StatusColumn:
        return child.isOpen ? tr("Open") : tr("Completed");
    case TimeColumn:
        return time(child);
    case ExpectedColumn:
        return expected(child);
    case DispositionColumn:
        return child.dispositionText.isEmpty() ? child.disposition
                                               : tr("%1 %2", "disposition and what it means")
                                                     .arg(child.disposition, child.dispositionText);
    case ColumnCount:
        break;
    }
    return {};
}

QString ChildrenModel::time(const Child &child) const
{
    if (child.isOpen)
        return ageInWords(child.startedAt, m_now);
    if (!child.startedAt.isValid() || !child.completedAt.isValid())
        return {};
    return tr("took %1").arg(durationInWords(child.startedAt.secsTo(child.completedAt)));
}

QString ChildrenModel::expected(const Child &child) const
{
    if (child.expectedSeconds <= 0)
        return {};
    const QString duration = durationInWords(child.expectedSeconds);
    const qint64 exceeded = secondsExceeded(child.startedAt,
                                            child.isOpen ? m_now : child.completedAt,
                                            child.expectedSeconds);
    if (exceeded == 0)
        return duration;
    return tr("%1, exceeded by %2").arg(duration, durationInWords(exceeded));
}

QString ChildrenModel::toolTip(const Child &child, Column column) const
{
    switch (column) {
    case StatusColumn:
        return child.isOpen ? QString() : momentInFull(child.completedAt);
    case TimeColumn:
        return momentInFull(child.startedAt);
    case ChildColumn:
        if (child.isTask() && !child.stateId.isEmpty())
            return plainToolTip(tr("Hangs on state %1.").arg(child.stateId));
        return {};
    default:
        return plainToolTip(display(child, column)); // may be wider than its column
    }
}

QVariant ChildrenModel::decoration(const Child &child, Column column) const
{
    if (column == ChildColumn)
        return icon(child.isTask() ? Icon::Task : Icon::State);
    if (column == StatusColumn)
        return child.isOpen ? icon(Icon::Open, Status::Info) : icon(Icon::Done, Status::Good);
    if (column == ExpectedColumn
        && secondsExceeded(child.startedAt, child.isOpen ? m_now : child.completedAt,
                           child.expectedSeconds)
            > 0)
        return icon(Icon::Caution, Status::Caution);
    return {};
}

QVariant ChildrenModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && section == TimeColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case ChildColumn:
        return tr("State or task");
    case TypeColumn:
        return tr("Type");
    case StatusColumn:
        return tr("Status");
    case TimeColumn:
        return tr("Time");
    case ExpectedColumn:
        return tr("Expected");
    case DispositionColumn:
        return tr("Disposition");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace closeout::ui
