// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/servicesfilter.h"

#include "ui/find/servicesmodel.h"

#include <algorithm>

namespace closeout::ui {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// The digits at the start, without leading zeros; text is moved behind them.
QStringView takeNumber(QStringView &text)
{
    const auto *const end = std::find_if_not(text.begin(), text.end(), isDigit);
    QStringView digits = text.first(end - text.begin());
    text = text.sliced(digits.size());
    while (digits.size() > 1 && digits.front() == u'0')
        digits = digits.sliced(1);
    return digits;
}

} // namespace

bool naturallyLess(QStringView left, QStringView right)
{
    QStringView l = left;
    QStringView r = right;
    while (!l.isEmpty() && !r.isEmpty()) {
        if (isDigit(l.front()) && isDigit(r.front())) {
            const QStringView a = takeNumber(l);
            const QStringView b = takeNumber(r);
            if (a != b)
                return a.size() != b.size() ? a.size() < b.size() : a < b;
            continue;
        }
        const int order = l.first(1).compare(r.first(1), Qt::CaseInsensitive);
        if (order != 0)
            return order < 0;
        l = l.sliced(1);
        r = r.sliced(1);
    }
    if (l.isEmpty() && r.isEmpty())
        return left < right; // "01" and "1" are two ids
    return l.isEmpty();
}

ServicesFilter::ServicesFilter(ServicesModel *services, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_services(services)
{
    setSortRole(ServicesModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSourceModel(services);
    sort(ServicesModel::AgeColumn, Qt::DescendingOrder);
}

void ServicesFilter::setText(const QString &text)
{
    QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = std::move(words);
    invalidateRowsFilter();
}

bool ServicesFilter::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    return std::all_of(m_words.begin(), m_words.end(),
                       [this, sourceRow](const QString &word) { return occurs(word, sourceRow); });
}

// Ages and counts are left out: a person who types 4 means an id.
bool ServicesFilter::occurs(const QString &word, int sourceRow) const
{
    const ServiceRow &row = m_services->row(sourceRow);
    const auto in = [&word](const QString &text) {
        return text.contains(word, Qt::CaseInsensitive);
    };
    const auto shows = [&](int column) {
        return in(m_services->index(sourceRow, column).data().toString());
    };
    return in(row.id) || in(row.type) || in(row.customer) || in(row.media) || in(row.disposition)
        || shows(ServicesModel::StatusColumn) || shows(ServicesModel::StartedColumn);
}

bool ServicesFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const ServiceRow &l = m_services->row(left.row());
    const ServiceRow &r = m_services->row(right.row());
    switch (left.column()) {
    case ServicesModel::ServiceColumn:
        return naturallyLess(l.id, r.id);
    case ServicesModel::CustomerColumn:
        return naturallyLess(l.customer, r.customer);
    case ServicesModel::TypeColumn:
        return naturallyLess(l.type, r.type);
    case ServicesModel::MediaColumn:
        return naturallyLess(l.media, r.media);
    case ServicesModel::DispositionColumn:
        return naturallyLess(l.disposition, r.disposition);
    default:
        return QSortFilterProxyModel::lessThan(left, right);
    }
}

} // namespace closeout::ui
