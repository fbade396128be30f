// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/table/rowsmodel.h"

#include "contract/timestamp.h"
#include "rows/durations.h"
#include "ui/find/sources/listing.h"
#include "ui/widgets/clock.h"
#include "ui/widgets/look/icons.h"
#include "ui/widgets/look/theme.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/servertext.h"

#include <QtGui/QBrush>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace closeout::ui {

using rows::Field;
using rows::FieldKind;

namespace {

constexpr auto marksLast = 6s;
constexpr int firstColumn = RowsModel::SelectedColumn + 1; // where the mark of a draft stands

//: names of rules, each a reason why something counts as stuck
[[maybe_unused]] constexpr const char *standardRules[]{
    QT_TRANSLATE_NOOP("closeout::ui::RowsModel", "overdue"),
    QT_TRANSLATE_NOOP("closeout::ui::RowsModel", "silent"),
    QT_TRANSLATE_NOOP("closeout::ui::RowsModel", "left behind"),
    QT_TRANSLATE_NOOP("closeout::ui::RowsModel", "past its end"),
};

bool isRightAligned(FieldKind kind)
{
    return kind == FieldKind::Count || kind == FieldKind::Seconds || kind == FieldKind::Duration;
}

QDateTime dateTime(rows::Moment moment)
{
    return moment == rows::noMoment ? QDateTime() : QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC);
}

QString statusName(rows::Status status)
{
    switch (status) {
    case rows::Status::Active:
        return RowsModel::tr("Active");
    case rows::Status::Completed:
        return RowsModel::tr("Completed");
    case rows::Status::Vanished:
        return RowsModel::tr("Gone");
    }
    return {};
}

} // namespace

QList<rows::Column> usualColumns(rows::Subject subject)
{
    if (subject == rows::Subject::Task)
        return {{Field::Age},       {Field::Stuck},       {Field::TaskId},
                {Field::TaskType},  {Field::Status},      {Field::Overdue},
                {Field::ServiceId}, {Field::ServiceType}, {Field::CustomerId}};
    // Why a row is here stands first: at the end it would be beyond the edge of a small window.
    return {{Field::Age},       {Field::Stuck},       {Field::ServiceId},
            {Field::Status},    {Field::ServiceType}, {Field::CustomerId},
            {Field::OpenTasks}, {Field::Idle},        {Field::Overdue}};
}

RowsModel::RowsModel(ShownRows &shown, RowSelection &selection, QObject *parent)
    : QAbstractTableModel(parent)
    , m_host(shown)
    , m_selection(selection)
    , m_subject(shown.subject())
    , m_shown(shown.shown())
    , m_columns(usualColumns(shown.subject()))
    , m_now(Clock::ofApplication()->now().toMSecsSinceEpoch())
{
    m_marks.setSingleShot(true);
    m_marks.setInterval(marksLast);
    connect(&m_marks, &QTimer::timeout, this, [this] { touch({Qt::BackgroundRole, ChangedRole}); });
    connect(&shown, &ShownRows::changed, this, &RowsModel::take);
    connect(&shown.listing().names(), &ServerNames::changed, this, [this] { touch({}); });
    connect(&selection, &RowSelection::changed, this, [this] { touch({Qt::CheckStateRole}); });
    connect(Clock::ofApplication(), &Clock::ticked, this, [this](const QDateTime &now) {
        m_now = now.toMSecsSinceEpoch();
        touch({Qt::DisplayRole, Qt::AccessibleTextRole});
    });
}

void RowsModel::take()
{
    if (m_shown->rows == m_host.shown()->rows) {
        m_shown = m_host.shown();
        touch({});
        return;
    }
    // Not row by row: for a view of a million a reset is cheaper than ten thousand moves.
    beginResetModel();
    m_shown = m_host.shown();
    endResetModel();
}

void RowsModel::touch(const QList<int> &roles)
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), roles);
}

void RowsModel::setColumns(const QList<rows::Column> &columns)
{
    if (columns == m_columns)
        return;
    beginResetModel();
    m_columns = columns;
    endResetModel();
}

int RowsModel::columnOf(const rows::Column &column) const
{
    const qsizetype at = m_columns.indexOf(column);
    return at < 0 ? -1 : int(at) + 1;
}

int RowsModel::indexOf(quint32 rowNumber) const
{
    const auto found = std::find(m_shown->rows.begin(), m_shown->rows.end(), rowNumber);
    return found == m_shown->rows.end() ? -1 : int(found - m_shown->rows.begin());
}

void RowsModel::markChanges()
{
    m_marks.start();
    touch({Qt::BackgroundRole, ChangedRole});
}

// Of the first load everything is new, which tells nobody anything.
bool RowsModel::isChanged(quint32 row) const
{
    const quint16 load = m_shown->snapshot.load;
    return m_marks.isActive() && load > 1 && rows().changedIn(row) == load;
}

bool RowsModel::hasDraft(quint32 row) const
{
    if (m_drafts.isEmpty())
        return false;
    const rows::Snapshot &snapshot = m_shown->snapshot;
    QString id = QString::fromUtf8(snapshot.text(rows(), row, Field::ServiceId));
    if (m_subject == rows::Subject::Task)
        id += u'/' + QString::fromUtf8(snapshot.text(rows(), row, Field::TaskId));
    return m_drafts.contains(id);
}

bool RowsModel::hasEnded(quint32 rowNumber) const
{
    return rowNumber >= rows().count() || rows().status(rowNumber) != rows::Status::Active;
}

qsizetype RowsModel::openCount() const
{
    return qsizetype(m_shown->rows.size()) - m_shown->ended;
}

int RowsModel::openRowBehind(int row) const
{
    const int count = rowCount();
    for (int step = 1; step <= count; ++step) {
        const int next = (row + step) % count;
        if (!hasEnded(rowNumber(next)))
            return next;
    }
    return -1;
}

void RowsModel::setDrafts(const QSet<QString> &ids)
{
    if (m_drafts == ids)
        return;
    m_drafts = ids;
    touch({Qt::DecorationRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
}

bool RowsModel::isInProgress(quint32 row) const
{
    return m_shown->inProgress.contains(row) && rows().status(row) == rows::Status::Active;
}

QString RowsModel::statusOf(quint32 row) const
{
    return isInProgress(row) ? tr("In progress") : statusName(rows().status(row));
}

int RowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown->rows.size());
}

int RowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size()) + 1;
}

Qt::ItemFlags RowsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == SelectedColumn ? flags | Qt::ItemIsUserCheckable : flags;
}

bool RowsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != SelectedColumn)
        return false;
    m_selection.setSelected(rowNumber(index.row()), value.toInt() == Qt::Checked);
    return true;
}

QString RowsModel::nameOf(quint32 row) const
{
    const bool isTask = m_subject == rows::Subject::Task;
    const Field id = isTask ? Field::TaskId : Field::ServiceId;
    return (isTask ? tr("Task %1") : tr("Service %1")).arg(shown(display(row, {id})));
}

// All that tells it from others: who goes from row to row hears this cell alone.
QString RowsModel::wordsOf(quint32 row) const
{
    const bool isTask = m_subject == rows::Subject::Task;
    QStringList parts{nameOf(row)};
    if (rows().status(row) != rows::Status::Active || isInProgress(row))
        parts.append(statusOf(row));
    for (const Field field : {isTask ? Field::TaskType : Field::ServiceType, Field::Age}) {
        if (const QString text = shown(display(row, {field})); !text.isEmpty())
            parts.append(tr("%1: %2").arg(rows::Column{field}.title(), text));
    }
    if (const QString reasons = shown(display(row, {Field::Stuck})); !reasons.isEmpty())
        parts.append(reasons);
    if (hasDraft(row))
        parts.append(tr("a draft is kept"));
    parts.append(m_selection.contains(row) ? tr("selected") : tr("not selected"));
    return parts.join(tr(", "));
}

QVariant RowsModel::selected(quint32 row, int role) const
{
    switch (role) {
    case Qt::CheckStateRole:
        return m_selection.contains(row) ? Qt::Checked : Qt::Unchecked;
    case Qt::AccessibleTextRole:
        return wordsOf(row);
    default:
        return {};
    }
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const quint32 row = rowNumber(index.row());
    switch (role) {
    case ServiceIdRole:
        return QString::fromUtf8(m_shown->snapshot.text(rows(), row, Field::ServiceId));
    case TaskIdRole:
        return QString::fromUtf8(m_shown->snapshot.text(rows(), row, Field::TaskId));
    case RowRole:
        return row;
    case ChangedRole:
        return isChanged(row);
    case Qt::BackgroundRole:
        return isChanged(row) ? QVariant(QBrush(theme().raised)) : QVariant();
    default:
        break;
    }
    if (index.column() == SelectedColumn)
        return selected(row, role);
    const rows::Column &column = m_columns.at(index.column() - 1);
    switch (role) {
    case Qt::DisplayRole:
        return shown(display(row, column));
    case Qt::ToolTipRole:
        return index.column() == firstColumn && hasDraft(row)
            ? QString(toolTip(row, column) + u'\n' + tr("A draft is kept for it."))
            : toolTip(row, column);
    case Qt::AccessibleTextRole: {
        // Headers are not read with every cell, so a bare number would say nothing.
        const QString text = shown(display(row, column));
        if (isContactKey(row, column))
            return tr("Contact key: %1").arg(text);
        const bool isType = column.field == Field::ServiceType || column.field == Field::TaskType;
        if (text.isEmpty() || (rows::specOf(column.field).kind == FieldKind::Word && !isType))
            return text;
        //: a cell of the list for screen readers: its column and what it says
        return tr("%1: %2").arg(column.title(), text);
    }
    case Qt::DecorationRole:
        return index.column() == firstColumn && hasDraft(row) ? icon(Icon::Edit)
                                                              : decoration(row, column);
    case Qt::TextAlignmentRole:
        if (isRightAligned(rows::specOf(column.field).kind))
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    default:
        return {};
    }
}

// An anonymous service is known by its contact key, where that has no column.
bool RowsModel::isContactKey(quint32 row, const rows::Column &column) const
{
    return column.field == Field::CustomerId && rows().word(row, Field::CustomerId) == rows::noWord
        && rows().word(row, Field::ContactKey) != rows::noWord
        && !m_columns.contains(rows::Column{Field::ContactKey});
}

QString RowsModel::display(quint32 row, const rows::Column &column) const
{
    const rows::Snapshot &snapshot = m_shown->snapshot;
    const Field field = column.field;
    switch (rows::specOf(field).kind) {
    case FieldKind::Word:
        return m_host.listing().names().of(field,
                                           QString::fromUtf8(snapshot.text(rows(), row,
                                                                           isContactKey(row, column)
                                                                               ? Field::ContactKey
                                                                               : field)));
    case FieldKind::Json: {
        QByteArray made;
        const QByteArrayView data = snapshot.text(rows(), row, field);
        return QString::fromUtf8(
            column.path.isEmpty() ? data
                                  : rows::textOfValue(rows::dataValueAt(data, column.path), made));
    }
    case FieldKind::Moment: {
        const QDateTime moment = dateTime(rows().moment(row, field));
        return moment.isValid() ? localMoment(moment) : QString();
    }
    case FieldKind::Seconds: {
        const qint32 seconds = rows().number(row, field);
        return seconds == rows::noNumber ? QString() : durationInWords(seconds);
    }
    case FieldKind::Count: {
        const qint32 number = rows().number(row, field);
        return number == rows::noNumber ? QString() : QString::number(number);
    }
    case FieldKind::Duration:
        return duration(row, field);
    case FieldKind::Status:
        return statusOf(row);
    case FieldKind::Reasons:
        return reasonNames(m_shown->reasonsOf(row)).join(tr(", "));
    }
    return {};
}

TypicalValue RowsModel::typicalOf(const rows::Column &column) const
{
    switch (rows::specOf(column.field).kind) {
    case FieldKind::Moment:
        return {localMoment(QDateTime(QDate(2000, 10, 20), QTime(20, 0)))};
    case FieldKind::Duration:
    case FieldKind::Seconds:
        return {durationInWords(std::chrono::seconds(23h + 55min).count())};
    case FieldKind::Count:
        return {u"100"_s};
    case FieldKind::Status:
        return {std::max(statusName(rows::Status::Completed), tr("In progress"),
                         [](const QString &a, const QString &b) { return a.size() < b.size(); }),
                true};
    case FieldKind::Reasons: {
        constexpr qsizetype most = 20; // characters: rules may have any name
        return {reasonNames(0b11).join(tr(", ")).left(most), true, true};
    }
    default:
        break;
    }
    switch (column.field) {
    case Field::ServiceId:
    case Field::CustomerId: // or a contact key, with its icon
        return {u"000…0000"_s, column.field == Field::CustomerId, true}; // both ends are seen
    case Field::MediaType:
    case Field::TaskId:
    case Field::StateId:
        return {u"message"_s};
    case Field::ServiceType:
        return {u"Bill payment"_s, false, true};
    default:
        return {u"Contract renewal"_s, false, true};
    }
}

// Those that the program brings along are told in the language in use; a filter asks for them by
// the names in which they are written.
QStringList RowsModel::reasonNames(quint32 reasons) const
{
    static const filter::StuckRules standard = filter::StuckRules::standard(); // costs a parse
    QStringList names = m_host.rules().namesOf(reasons);
    if (m_host.rules() == standard) {
        for (QString &name : names)
            name = tr(name.toUtf8().constData());
    }
    return names;
}

QString RowsModel::duration(quint32 row, Field field) const
{
    const std::optional<qint64> duration = rows().duration(row, field, m_now);
    return duration ? rows::durationInCell(field, *duration) : QString();
}

QString RowsModel::toolTip(quint32 row, const rows::Column &column) const
{
    switch (column.field) {
    case Field::Age:
    case Field::Started:
        return momentInFull(dateTime(rows().moment(row, Field::Started)));
    case Field::Idle:
    case Field::LastEvent:
        return momentInFull(dateTime(rows().moment(row, Field::LastEvent)));
    case Field::Status:
    case Field::Completed:
        return momentInFull(dateTime(rows().moment(row, Field::Completed)));
    case Field::Expires:
    case Field::ExpiresIn:
        return momentInFull(dateTime(rows().moment(row, Field::Expires)));
    case Field::Stuck:
        return filter::stuckInWords(m_shown->snapshot, m_subject, row, m_now);
    default: {
        const QString text = display(row, column); // may be wider than its column
        return plainToolTip(isContactKey(row, column) ? tr("Contact key: %1").arg(text) : text);
    }
    }
}

QVariant RowsModel::decoration(quint32 row, const rows::Column &column) const
{
    if (column.field == Field::Stuck && m_shown->reasonsOf(row) != 0)
        return icon(Icon::Caution, Status::Caution);
    if (isContactKey(row, column))
        return icon(Icon::Contact);
    if (column.field != Field::Status)
        return {};
    switch (rows().status(row)) {
    case rows::Status::Active:
        return isInProgress(row) ? icon(Icon::Busy, Status::Info) : icon(Icon::Open, Status::Info);
    case rows::Status::Completed:
        return icon(Icon::Done, Status::Good);
    case rows::Status::Vanished:
        return icon(Icon::Unknown, Status::Caution);
    }
    return {};
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section > m_columns.size())
        return {};
    if (section == SelectedColumn) {
        if (role == Qt::DisplayRole)
            return u"✓"_s;
        if (role == Qt::ToolTipRole)
            return tr("Selected");
        return {};
    }
    const rows::Column &column = m_columns.at(section - 1);
    const rows::FieldSpec &spec = rows::specOf(column.field);
    switch (role) {
    case Qt::DisplayRole:
        return column.title();
    case Qt::ToolTipRole:
        if (spec.kind == rows::FieldKind::Moment) {
            return plainToolTip(Tr::tr(spec.meaning) + u'\n'
                                + tr("Shown, and asked for in the filter, in the time zone %1.")
                                      .arg(contract::localZone()));
        }
        return Tr::tr(spec.meaning);
    case Qt::TextAlignmentRole:
        if (isRightAligned(spec.kind))
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    default:
        return {};
    }
}

} // namespace closeout::ui
