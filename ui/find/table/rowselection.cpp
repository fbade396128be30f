// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/table/rowselection.h"

#include "ui/find/sources/listing.h"

#include <algorithm>

namespace closeout::ui {

using rows::Field;

namespace {

// Ids are kept of so many at the most: keeping more would hold the window, and so many were
// selected by what they have in common, which can be asked for again.
constexpr quint32 mostKept = 10'000;
constexpr quint32 rowsAtOnce = 20'000; // a millisecond or two

QByteArray idsOf(const rows::Snapshot &snapshot, const rows::Rows &rows, quint32 row)
{
    QByteArray ids = snapshot.text(rows, row, Field::ServiceId).toByteArray();
    if (rows.subject() == rows::Subject::Task)
        ids.append('\n').append(snapshot.text(rows, row, Field::TaskId));
    return ids;
}

} // namespace

RowSelection::RowSelection(Listing &listing, ShownRows &shown, QObject *parent)
    : QObject(parent)
    , m_listing(listing)
    , m_shown(shown)
{
    m_goOn.setSingleShot(true);
    connect(&m_goOn, &QTimer::timeout, this, &RowSelection::findAgain);
    connect(&listing, &Listing::aboutToBeReplaced, this, &RowSelection::keepIds);
    connect(&listing, &Listing::replaced, this, [this] { m_lookedThrough = 0; });
    connect(&listing, &Listing::left, this, &RowSelection::loseIds);
    connect(&listing, &Listing::changed, this, [this] {
        if (!m_absent.isEmpty())
            emit changed(); // only what has been loaded can be said not to have them
    });
    connect(&shown, &ShownRows::changed, this, [this] {
        findAgain();
        if (m_count > 0)
            recount();
    });
}

void RowSelection::keepIds()
{
    if (m_count == 0)
        return;
    if (m_count <= mostKept) {
        const rows::Snapshot &snapshot = m_listing.snapshot();
        for (const quint32 row : rows())
            m_absent.insert(idsOf(snapshot, snapshot.rows(m_shown.subject()), row));
    } else {
        m_lost += m_count;
    }
    m_count = 0;
    m_marks.clear();
    recount();
}

QList<QByteArray> RowSelection::kept() const
{
    QList<QByteArray> ids(m_absent.begin(), m_absent.end());
    if (m_count + ids.size() > mostKept)
        return {};
    const rows::Snapshot &snapshot = m_listing.snapshot();
    const rows::Rows &all = snapshot.rows(m_shown.subject());
    for (const quint32 row : rows()) {
        if (row < all.count())
            ids.append(idsOf(snapshot, all, row));
    }
    std::sort(ids.begin(), ids.end()); // the same selection is the same text
    return ids;
}

void RowSelection::take(const QList<QByteArray> &ids)
{
    if (ids.isEmpty() && m_count == 0 && m_absent.isEmpty())
        return;
    m_marks.clear();
    m_count = 0;
    m_lost = 0;
    m_absent = QSet<QByteArray>(ids.begin(), ids.end());
    m_lookedThrough = 0;
    recount();
    findAgain();
}

// As the rows arrive, and some at a time: they may be a million.
void RowSelection::findAgain()
{
    const rows::Snapshot &snapshot = m_shown.shown()->snapshot;
    const rows::Rows &rows = snapshot.rows(m_shown.subject());
    const quint32 end = std::min(rows.count(), m_lookedThrough + rowsAtOnce);
    bool isOther = false;
    for (; m_lookedThrough < end && !m_absent.isEmpty(); ++m_lookedThrough) {
        if (m_absent.remove(idsOf(snapshot, rows, m_lookedThrough)))
            isOther |= put(m_lookedThrough, true);
    }
    if (isOther)
        recount();
    if (m_lookedThrough < rows.count() && !m_absent.isEmpty())
        m_goOn.start(0);
}

// Elsewhere the same ids are other services.
void RowSelection::loseIds()
{
    if (m_absent.isEmpty())
        return;
    m_lost += quint32(m_absent.size());
    m_absent.clear();
    recount();
}

std::vector<quint32> RowSelection::rows() const
{
    std::vector<quint32> rows;
    rows.reserve(m_count);
    for (quint32 row = 0; row < m_marks.size(); ++row) {
        if (m_marks[row])
            rows.push_back(row);
    }
    return rows;
}

bool RowSelection::put(quint32 row, bool isSelected)
{
    if (contains(row) == isSelected)
        return false;
    if (row >= m_marks.size())
        m_marks.resize(size_t(row) + 1);
    m_marks[row] = isSelected;
    m_count += isSelected ? 1 : -1;
    return true;
}

void RowSelection::setSelected(quint32 row, bool isSelected)
{
    setSelected(std::span(&row, 1), isSelected);
}

void RowSelection::setSelected(std::span<const quint32> rows, bool areSelected)
{
    bool isOther = false;
    for (const quint32 row : rows)
        isOther |= put(row, areSelected);
    if (isOther) {
        m_lost = 0;
        recount();
    }
}

void RowSelection::selectShown()
{
    const std::vector<quint32> &rows = m_shown.shown()->rows;
    setSelected(rows, true);
}

void RowSelection::clear()
{
    if (m_count == 0 && m_absent.isEmpty() && m_lost == 0)
        return;
    m_absent.clear();
    m_lost = 0;
    m_marks.clear();
    m_count = 0;
    recount();
}

void RowSelection::recount()
{
    const Shown &shown = *m_shown.shown();
    const rows::Rows &rows = shown.snapshot.rows(m_shown.subject());
    const auto hasGone = [&rows](quint32 row) { return rows.status(row) != rows::Status::Active; };
    quint32 visible = 0;
    quint32 visibleGone = 0;
    if (m_count > 0) {
        for (const quint32 row : shown.rows) {
            visible += contains(row) ? 1 : 0;
            visibleGone += contains(row) && hasGone(row) ? 1 : 0;
        }
    }
    m_gone = 0;
    // Few rows are ever gone: without any nothing has to be counted.
    if (rows.countOf(rows::Status::Completed) + rows.countOf(rows::Status::Vanished) > 0) {
        for (quint32 row = 0; row < std::min<size_t>(m_marks.size(), rows.count()); ++row)
            m_gone += m_marks[row] && hasGone(row) ? 1 : 0;
    }
    // What a refresh has taken out of the list is not hidden by the filter.
    m_hidden = m_count - visible - (m_listing.listsCompleted() ? 0 : m_gone - visibleGone);
    emit changed();
}

QString RowSelection::words() const
{
    QStringList parts;
    if (m_count > 0)
        parts.append(tr("%Ln selected", nullptr, int(m_count)));
    if (m_hidden > 0)
        parts.append(tr("%Ln of them hidden by the filter", nullptr, int(m_hidden)));
    if (m_gone > 0)
        parts.append(tr("%Ln of them completed or gone", nullptr, int(m_gone)));
    const bool hasLoaded = !m_listing.isLoading() && m_listing.asOf().isValid();
    if (!m_absent.isEmpty() && hasLoaded) {
        parts.append(tr("%Ln selected before are not in this list", nullptr, int(m_absent.size())));
    }
    QStringList sentences;
    if (!parts.isEmpty())
        //: between the parts of "12 selected, 3 of them hidden by the filter"
        sentences.append(parts.join(tr(", ")));
    if (m_lost > 0) {
        sentences.append(tr("Another list was loaded: %Ln that were selected are not any more.",
                            nullptr, int(m_lost)));
    }
    return sentences.join(u". ");
}

} // namespace closeout::ui
