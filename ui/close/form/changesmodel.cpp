// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/form/changesmodel.h"

#include "ui/widgets/look/icons.h"
#include "ui/widgets/servertext.h"
#include "json/compare.h"
#include "json/strings.h"

#include <QtCore/QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::ui {

using client::AttachedDatum;
using json::Difference;

namespace {

constexpr int shownCharacters = 200; // in a cell
constexpr int toldCharacters = 2000; // in its tool tip
constexpr int readCharacters = 20000; // below the table

QString shortened(const QByteArray &json, int characters)
{
    // Cut before it is decoded: a value may be as large as a file.
    const qsizetype bytes = std::min<qsizetype>(json.size(), characters * 4);
    const QString text = json::decoded(json.first(bytes));
    if (bytes == json.size() && text.size() <= characters)
        return text;
    return text.first(std::min<qsizetype>(text.size(), characters)) + u'…';
}

// What stands at some places, found in one walk: asked for one by one, each would be looked for
// among all. Of two equal keys the later one.
using Places = QHash<QString, QByteArray>;

void takePlaces(const json::Value &value, const QString &pointer, Places &wanted)
{
    if (const auto found = wanted.find(pointer); found != wanted.end())
        *found = value.raw().toByteArray();
    qsizetype index = 0;
    for (const json::Value child : value) {
        const QString step = value.isObject() ? json::pointerStep(child.key())
                                              : QString::number(index++);
        takePlaces(child, pointer + u'/' + step, wanted);
    }
}

Icon fateIcon(ChangesModel::Fate fate)
{
    switch (fate) {
    case ChangesModel::Fate::Added:
        return Icon::Added;
    case ChangesModel::Fate::Changed:
        return Icon::Changed;
    case ChangesModel::Fate::Kept:
        return Icon::Kept;
    case ChangesModel::Fate::Lost:
        return Icon::Lost;
    }
    return Icon::Kept;
}

Status fateStatus(ChangesModel::Fate fate)
{
    switch (fate) {
    case ChangesModel::Fate::Added:
        return Status::Good;
    case ChangesModel::Fate::Changed:
        return Status::Info;
    case ChangesModel::Fate::Kept:
        return Status::Neutral;
    case ChangesModel::Fate::Lost:
        return Status::Bad;
    }
    return Status::Neutral;
}

} // namespace

ChangesModel::ChangesModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ChangesModel::show(const QList<AttachedDatum> &before, const QList<AttachedDatum> &after)
{
    beginResetModel();
    m_rows.clear();
    QHash<QString, QList<qsizetype>> places; // in “after”, the first of each key at the end
    for (qsizetype place = after.size() - 1; place >= 0; --place)
        places[after.at(place).key()].append(place);
    QList<bool> isTaken(after.size(), false);
    for (const AttachedDatum &datum : before) {
        const QString key = datum.key();
        const QString place = u'/' + json::pointerStep(key);
        const auto same = places.find(key);
        if (same == places.end() || same->isEmpty()) {
            m_rows.append({place, Fate::Lost, datum.rawValue, {}});
            continue;
        }
        const qsizetype taken = same->takeLast();
        const QByteArray &now = after.at(taken).rawValue;
        isTaken[taken] = true;
        if (now == datum.rawValue)
            m_rows.append({place, Fate::Kept, datum.rawValue, now});
        else
            addChanged(place, datum.rawValue, now);
    }
    for (qsizetype at = 0; at < after.size(); ++at) {
        const AttachedDatum &datum = after.at(at);
        if (!isTaken.at(at))
            m_rows.append({u'/' + json::pointerStep(datum.key()), Fate::Added, {}, datum.rawValue});
    }
    endResetModel();
}

void ChangesModel::addChanged(const QString &place, const QByteArray &before,
                              const QByteArray &after)
{
    const Result<json::Document> left = json::Document::parse(before);
    const Result<json::Document> right = json::Document::parse(after);
    const QList<Difference> differences = left && right ? json::compare(left->root(), right->root())
                                                        : QList<Difference>();
    const bool isWhole = differences.isEmpty() || differences.first().pointer.isEmpty();
    if (isWhole) { // another spelling of the same, or something else altogether
        m_rows.append({place, Fate::Changed, before, after});
        return;
    }
    Places old;
    for (const Difference &difference : differences)
        old.insert(difference.pointer, {});
    Places now = old;
    takePlaces(left->root(), {}, old);
    takePlaces(right->root(), {}, now);
    for (const auto &[kind, pointer] : differences) {
        const Fate fate = kind == Difference::Kind::Added ? Fate::Added
            : kind == Difference::Kind::Removed           ? Fate::Lost
                                                          : Fate::Changed;
        m_rows.append({place + pointer, fate,
                       fate == Fate::Added ? QByteArray() : old.value(pointer),
                       fate == Fate::Lost ? QByteArray() : now.value(pointer)});
    }
}

int ChangesModel::countOf(Fate fate) const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(),
                             [fate](const Row &row) { return row.fate == fate; }));
}

QString ChangesModel::inFull(int row) const
{
    const Row &change = m_rows.at(row);
    QStringList lines{tr("%1: %2").arg(change.place, fateName(change.fate))};
    if (!change.before.isEmpty())
        lines.append(tr("Before: %1").arg(shortened(change.before, readCharacters)));
    if (!change.after.isEmpty())
        lines.append(tr("After: %1").arg(shortened(change.after, readCharacters)));
    return lines.join(u'\n');
}

int ChangesModel::rowOf(const QString &place) const
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(),
                                  [&place](const Row &each) { return each.place == place; });
    return row == m_rows.end() ? -1 : int(row - m_rows.begin());
}

QString ChangesModel::placeAt(int row) const
{
    return m_rows.at(row).place;
}

QString ChangesModel::fateName(Fate fate)
{
    switch (fate) {
    case Fate::Added:
        return tr("Added");
    case Fate::Changed:
        return tr("Changed");
    case Fate::Kept:
        return tr("Kept");
    case Fate::Lost:
        return tr("Lost");
    }
    return {};
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ChangesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const bool isTip = role == Qt::ToolTipRole;
    if (role == Qt::DecorationRole && index.column() == What)
        return icon(fateIcon(row.fate), fateStatus(row.fate));
    if (role != Qt::DisplayRole && !isTip)
        return {};
    const QString text = textOf(row, index.column(), isTip ? toldCharacters : shownCharacters);
    return isTip ? plainToolTip(text) : shown(text);
}

QString ChangesModel::textOf(const Row &row, int column, int characters)
{
    switch (column) {
    case Key:
        return row.place;
    case What:
        return fateName(row.fate);
    case Before:
        return shortened(row.before, characters);
    case After:
        return shortened(row.after, characters);
    default:
        return {};
    }
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Key:
        return tr("Key");
    case What:
        return tr("What happens");
    case Before:
        return tr("Before");
    case After:
        return tr("After");
    default:
        return {};
    }
}

} // namespace closeout::ui
