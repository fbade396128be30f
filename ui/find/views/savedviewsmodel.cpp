// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/views/savedviewsmodel.h"

#include "ui/widgets/look/icons.h"
#include "ui/widgets/servertext.h"

#include <QtCore/QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

QString sourcesInWords(const find::SavedView &view)
{
    if (!view.query)
        return SavedViewsModel::tr("Whatever is loaded");
    QStringList parts;
    if (view.query->asksForAll())
        parts.append(SavedViewsModel::tr("all services"));
    if (const qsizetype count = view.query->customers.size(); count > 0)
        parts.append(SavedViewsModel::tr("%Ln customer(s)", nullptr, int(count)));
    if (const qsizetype count = view.query->contactKeys.size(); count > 0)
        parts.append(SavedViewsModel::tr("%Ln contact key(s)", nullptr, int(count)));
    if (const qsizetype count = view.query->serviceIds.size(); count > 0)
        parts.append(SavedViewsModel::tr("%Ln service id(s)", nullptr, int(count)));
    //: %1: what is loaded, as in "Loads 2 customers, 5 service ids"
    return SavedViewsModel::tr("Loads %1").arg(parts.join(SavedViewsModel::tr(", ")));
}

QString frameOf(const SavedViews::Entry &entry)
{
    const QString name = u"%1"_s;
    if (entry.isOfOthers)
        //: a saved view of services that are not loaded, so that nothing can be counted
        return SavedViewsModel::tr("%1 (not loaded)").arg(name);
    //: a saved view, and how many rows match it
    return entry.count ? SavedViewsModel::tr("%1 (%2)").arg(name, QLocale().toString(*entry.count))
                       : name;
}

// Those that the program made are told in the language in use, whichever it was then.
QString nameInWords(const find::SavedView &view)
{
    const char *const firstNames[]{QT_TRANSLATE_NOOP("Closeout", "Stuck"),
                                   QT_TRANSLATE_NOOP("Closeout", "Over 24 hours")};
    for (const char *name : firstNames) {
        if (view.name == QLatin1StringView(name))
            return Tr::tr(name);
    }
    return shown(view.name);
}

QString countInWords(const SavedViews::Entry &entry)
{
    if (entry.isOfOthers)
        return SavedViewsModel::tr("Not counted: its services are not loaded.");
    if (!entry.count)
        return {};
    return SavedViewsModel::tr("Matches %Ln loaded row(s).", nullptr, int(*entry.count));
}

} // namespace

SavedViewsModel::SavedViewsModel(SavedViews &views, QObject *parent)
    : QAbstractListModel(parent)
    , m_views(views)
    , m_entries(views.entries())
{
    connect(&views, &SavedViews::changed, this, &SavedViewsModel::take);
}

void SavedViewsModel::take()
{
    const QList<SavedViews::Entry> &entries = m_views.entries();
    const bool areTheSame = std::equal(m_entries.begin(), m_entries.end(), entries.begin(),
                                       entries.end(), [](const auto &a, const auto &b) {
                                           return a.fileName == b.fileName;
                                       });
    if (areTheSame) {
        m_entries = entries;
        if (!m_entries.isEmpty())
            emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

QString SavedViewsModel::fileNameAt(const QModelIndex &index) const
{
    return index.isValid() ? m_entries.value(index.row()).fileName : QString();
}

QModelIndex SavedViewsModel::indexOf(const QString &name) const
{
    QModelIndex namesake;
    for (int row = 0; row < rowCount(); ++row) {
        if (m_entries.at(row).view.name == name)
            return index(row);
        if (!namesake.isValid() && find::isSameName(m_entries.at(row).view.name, name))
            namesake = index(row);
    }
    return namesake;
}

int SavedViewsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

Qt::ItemFlags SavedViewsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable : flags;
}

QVariant SavedViewsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SavedViews::Entry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return frameOf(entry).arg(nameInWords(entry.view));
    case NameRole:
        return nameInWords(entry.view);
    case FrameRole:
        return frameOf(entry);
    case Qt::AccessibleTextRole: {
        const QString count = countInWords(entry);
        const QString name = nameInWords(entry.view);
        //: a saved view, and a sentence that says how many rows match it
        return count.isEmpty() ? name : tr("%1. %2").arg(name, count);
    }
    case Qt::EditRole:
        return entry.view.name;
    case Qt::DecorationRole:
        return icon(entry.view.subject == rows::Subject::Task ? Icon::Task : Icon::Service);
    case Qt::ToolTipRole: {
        const QString filter = entry.view.filter.isEmpty()
            ? tr("No filter")
            : tr("Filter: %1").arg(shown(entry.view.filter));
        QStringList lines{filter, sourcesInWords(entry.view)};
        if (const QString count = countInWords(entry); !count.isEmpty())
            lines.append(count);
        return plainToolTip(lines.join(u'\n'));
    }
    default:
        return {};
    }
}

bool SavedViewsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid())
        return false;
    if (value.toString() != m_entries.at(index.row()).view.name)
        m_views.rename(fileNameAt(index), value.toString());
    return true;
}

} // namespace closeout::ui
