// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/journal/journalmodel.h"

#include "ui/journal/entrywords.h"
#include "ui/journal/recordedrequest.h"
#include "ui/widgets/look/icons.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/servertext.h"
#include "ui/widgets/targetwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::ui {

using journal::Entry;

namespace {

bool haveSameId(const Entry &a, const Entry &b)
{
    return a.id == b.id;
}

} // namespace

void JournalModel::setEntries(const QList<Entry> &entries)
{
    const QList<Entry> next(entries.crbegin(), entries.crend());
    const auto known = std::find_if(next.cbegin(), next.cend(), [this](const Entry &entry) {
        return !m_entries.isEmpty() && haveSameId(entry, m_entries.constFirst());
    });
    const int added = int(known - next.cbegin());
    const int kept = int(std::min(next.size() - added, m_entries.size()));
    // A journal only grows. If it did not, it is another one.
    if (kept == 0 || !std::equal(known, known + kept, m_entries.cbegin(), haveSameId)) {
        beginResetModel();
        m_entries = next;
        endResetModel();
        return;
    }
    if (kept < m_entries.size()) {
        beginRemoveRows({}, kept, int(m_entries.size()) - 1);
        m_entries.resize(kept);
        endRemoveRows();
    }
    if (added > 0) {
        beginInsertRows({}, 0, added - 1);
        m_entries = next.first(added) + m_entries;
        endInsertRows();
    }
    const int older = int(next.size()) - added - kept;
    m_entries = next.first(added + kept);
    emit dataChanged(index(added, 0), index(added + kept - 1, ColumnCount - 1));
    if (older > 0) {
        beginInsertRows({}, added + kept, int(next.size()) - 1);
        m_entries = next;
        endInsertRows();
    }
}

const Entry *JournalModel::entryAt(int row) const
{
    return row >= 0 && row < m_entries.size() ? &m_entries.at(row) : nullptr;
}

int JournalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int JournalModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JournalModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown(text(entry, index.column()));
    case Qt::ToolTipRole:
        return toolTip(entry, index.column());
    case Qt::DecorationRole:
        if (index.column() != OutcomeColumn)
            return {};
        return icon(statusIcon(outcomeStatus(entry.outcome())), outcomeStatus(entry.outcome()));
    case Qt::TextAlignmentRole:
        if (index.column() != MillisecondsColumn)
            return {};
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    case EntryIdRole:
        return entry.id;
    default:
        return {};
    }
}

QString JournalModel::text(const Entry &entry, int column)
{
    const journal::Intention &intention = entry.intention;
    switch (column) {
    case TimeColumn:
        return localMoment(intention.at);
    case EnvironmentColumn: // a bare URL has none
        return intention.environment.isEmpty() ? QUrl(intention.baseUrl).authority()
                                               : intention.environment;
    case RequestColumn:
        return shortRequest(writeOf(intention));
    case TargetColumn:
        return titleOf(intention.target);
    case StatusColumn:
        return statusOf(entry) == 0 ? QString() : QString::number(statusOf(entry));
    case MillisecondsColumn: {
        const journal::ExchangeRecord *sent = sentExchange(entry);
        return sent ? QString::number(sent->milliseconds) : QString();
    }
    case OutcomeColumn:
        return outcomeWord(entry.outcome());
    case MessageColumn:
        return shown(messageOf(entry).simplified());
    default:
        return {};
    }
}

QString JournalModel::toolTip(const Entry &entry, int column)
{
    if (column == TimeColumn)
        return momentInFull(entry.intention.at);
    if (column == EnvironmentColumn)
        return plainToolTip(entry.intention.baseUrl);
    return column == MessageColumn ? plainToolTip(messageOf(entry)) : QString();
}

QVariant JournalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && section == MillisecondsColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case EnvironmentColumn:
        return tr("Environment");
    case RequestColumn:
        return tr("Request");
    case TargetColumn:
        return tr("Target");
    case StatusColumn:
        return tr("Status");
    case MillisecondsColumn:
        return tr("ms");
    case OutcomeColumn:
        return tr("Outcome");
    case MessageColumn:
        return tr("Message");
    default:
        return {};
    }
}

} // namespace closeout::ui
