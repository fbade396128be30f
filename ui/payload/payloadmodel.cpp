// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/payload/payloadmodel.h"

#include "ui/payload/payloadedits.h"
#include "ui/payload/payloadtypes.h"
#include "ui/widgets/servertext.h"

#include <QtCore/QMimeData>
#include <QtCore/QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

using edit::Change;
using edit::Path;
using edit::Value;
using json::Type;

QString internalMimeType()
{
    return u"application/x-closeout-payload-row"_s;
}

} // namespace

PayloadModel::PayloadModel(PayloadDocument &payload, QObject *parent)
    : QAbstractItemModel(parent)
    , m_payload(payload)
{
    connect(&payload, &PayloadDocument::aboutToEdit, this, &PayloadModel::prepare);
    connect(&payload, &PayloadDocument::edited, this, &PayloadModel::follow);
    connect(&payload, &PayloadDocument::keyCheckChanged, this, &PayloadModel::tellProblemsChanged);
}

Value PayloadModel::valueOf(const QModelIndex &index) const
{
    return index.isValid() ? m_payload.document().child(index.constInternalPointer(), index.row())
                           : m_payload.document().root();
}

QModelIndex PayloadModel::indexOf(const Value &value, int column) const
{
    return value.parent().exists() ? createIndex(int(value.row()), column, value.home())
                                   : QModelIndex();
}

QModelIndex PayloadModel::indexAt(const Path &path) const
{
    return indexOf(m_payload.document().at(path), KeyColumn);
}

QModelIndex PayloadModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    return createIndex(row, column, valueOf(parent).homeOfChildren());
}

QModelIndex PayloadModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(valueOf(index).parent(), KeyColumn) : QModelIndex();
}

int PayloadModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    const Value value = valueOf(parent);
    return m_emptied && edit::isSame(*m_emptied, value.path()) ? 0 : int(value.size());
}

int PayloadModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

bool PayloadModel::hasChildren(const QModelIndex &parent) const
{
    // An object is not looked into for that, however large it is.
    return parent.column() <= 0 && !valueOf(parent).isEmpty()
        && (!m_emptied || rowCount(parent) > 0);
}

QVariant PayloadModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Value value = valueOf(index);
    if (role == TypeRole)
        return int(value.type());
    if (role == ProblemRole)
        return problemOf(value);
    if (role == LongTextRole)
        return value.type() == Type::String && isLongText(value.text());
    switch (index.column()) {
    case KeyColumn:
        return keyData(value, role);
    case ValueColumn:
        return valueData(value, role);
    default:
        break;
    }
    if (role == Qt::DisplayRole)
        return typeName(value.type());
    if (role == Qt::DecorationRole)
        return icon(typeIcon(value.type()));
    return role == Qt::EditRole ? QVariant(int(value.type())) : QVariant();
}

QVariant PayloadModel::keyData(const Value &value, int role) const
{
    const bool isMember = !value.rawKey().isEmpty();
    const QString problem = role == Qt::DisplayRole || role == Qt::EditRole ? QString()
                                                                            : problemOf(value);
    switch (role) {
    case Qt::DisplayRole:
        return isMember ? onOneLine(value.key()) : QString::number(shownRow(value));
    case Qt::EditRole:
        return isMember ? value.key() : QString::number(shownRow(value));
    case Qt::ForegroundRole:
        return isMember ? QVariant() : theme().mutedText;
    case Qt::DecorationRole:
        return problem.isEmpty() ? QVariant() : icon(Icon::Caution, Status::Caution);
    case Qt::ToolTipRole:
        return problem.isEmpty() ? QVariant() : plainToolTip(problem);
    case Qt::AccessibleDescriptionRole:
        return problem;
    case Qt::AccessibleTextRole:
        //: a row of attached data for a screen reader: key, type, value
        return tr("%1, %2, %3")
            .arg(keyData(value, Qt::DisplayRole).toString(), typeName(value.type()),
                 valueData(value, Qt::DisplayRole).toString());
    default:
        return {};
    }
}

QVariant PayloadModel::valueData(const Value &value, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        if (value.isObject())
            return tr("%n member(s)", nullptr, int(value.size()));
        if (value.isArray())
            return tr("%n element(s)", nullptr, int(value.size()));
        return onOneLine(value.text());
    case Qt::EditRole:
        return value.text();
    case Qt::ForegroundRole:
        return isContainer(value.type()) ? theme().mutedText : QVariant();
    case Qt::ToolTipRole:
        return isContainer(value.type()) || value.text().isEmpty() ? QVariant()
                                                                   : plainToolTip(value.text());
    default:
        return {};
    }
}

QString PayloadModel::problemOf(const Value &value) const
{
    if (value.isDuplicate())
        return tr("This key is here more than once; most readers take the last one only.");
    if (value.holdsDuplicates())
        return tr("A key inside is there more than once; most readers take the last one only.");
    if (value.rawKey().isEmpty() || value.parent().parent().exists())
        return {};
    const Result<void> good = m_payload.checkKey(value.key());
    return good ? QString() : good.error().message;
}

QVariant PayloadModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KeyColumn:
        return tr("Key");
    case ValueColumn:
        return tr("Value");
    case TypeColumn:
        return tr("Type");
    default:
        return {};
    }
}

Qt::ItemFlags PayloadModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    const Value value = valueOf(index);
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
    if (isContainer(value.type()))
        flags |= Qt::ItemIsDropEnabled;
    const bool canBeTyped = !isContainer(value.type()) && !data(index, LongTextRole).toBool();
    if (index.column() == TypeColumn || (index.column() == KeyColumn && !value.rawKey().isEmpty())
        || (index.column() == ValueColumn && canBeTyped))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool PayloadModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || (role != Qt::EditRole && role != AsTypedRole))
        return false;
    const Result<Value> done = enter(index, value, role);
    if (!done)
        emit refused(done.error());
    return done.has_value();
}

Result<Value> PayloadModel::enter(const QModelIndex &index, const QVariant &value, int role)
{
    const Value old = valueOf(index);
    switch (index.column()) {
    case KeyColumn:
        return m_payload.rename(old, value.toString());
    case TypeColumn:
        return m_payload.changeType(old, Type(value.toInt()));
    default:
        break;
    }
    const QString typed = value.toString();
    if (role == AsTypedRole && typed != old.text())
        return m_payload.setValue(old, spelledAsTyped(typed));
    if (old.type() == Type::String)
        return m_payload.setValue(old, respelled(old.raw(), typed));
    return enterScalar(old, typed);
}

Result<Value> PayloadModel::enterScalar(const Value &value, const QString &typed)
{
    const QString text = typed.trimmed();
    const Result<json::Document> said = json::Document::parse(text.toUtf8());
    if (!said || isContainer(said->root().type())) {
        return failure(ErrorKind::InvalidInput,
                       tr("“%1” is not a number, true, false or null. For a text, change the type "
                          "to string, or put it into quotes.")
                           .arg(onOneLine(text)),
                       said ? QString() : said.error().message);
    }
    return m_payload.setValue(value, text.toUtf8());
}

// As long as the document is what views have been told of.
void PayloadModel::prepare(const Change &change)
{
    m_hadDuplicates = m_payload.document().hasDuplicateKeys();
    switch (change.kind) {
    case Change::Kind::Loaded:
    case Change::Kind::Text:
        beginResetModel();
        break;
    case Change::Kind::Value: {
        const QModelIndex index = indexAt(change.at);
        if (const int count = rowCount(index); count > 0) {
            beginRemoveRows(index, 0, count - 1);
            m_emptied = change.at;
            endRemoveRows();
        }
        m_emptied = change.at;
        break;
    }
    case Change::Kind::Shape:
    case Change::Kind::Key:
        break;
    case Change::Kind::Inserted:
    case Change::Kind::Removed: {
        const QModelIndex parent = indexAt(edit::parentOf(change.at));
        const int first = change.at.constLast();
        if (change.kind == Change::Kind::Inserted)
            beginInsertRows(parent, first, first + change.count - 1);
        else
            beginRemoveRows(parent, first, first + change.count - 1);
        break;
    }
    case Change::Kind::Moved: {
        const Path from = edit::parentOf(change.at);
        const Path to = edit::beforeRemoval(edit::parentOf(change.to), change.at);
        const int row = change.at.constLast();
        const int newRow = change.to.constLast();
        // Qt counts the place to move to before the row has gone from where it is.
        const int before = edit::isSame(from, to) && newRow > row ? newRow + 1 : newRow;
        beginMoveRows(indexAt(from), row, row, indexAt(to), before);
        break;
    }
    }
}

void PayloadModel::follow(const Change &change)
{
    const auto at = [this](const Path &path) { return m_payload.document().at(path); };
    m_untold = change;
    switch (change.kind) {
    case Change::Kind::Loaded:
    case Change::Kind::Text:
        m_untold.reset();
        endResetModel();
        return;
    case Change::Kind::Value:
        if (const int count = int(at(change.at).size()); count > 0) {
            beginInsertRows(indexAt(change.at), 0, count - 1);
            m_emptied.reset();
            endInsertRows();
        }
        m_emptied.reset();
        break;
    case Change::Kind::Shape:
    case Change::Kind::Key:
        break;
    case Change::Kind::Inserted:
        endInsertRows();
        break;
    case Change::Kind::Removed:
        endRemoveRows();
        break;
    case Change::Kind::Moved:
        endMoveRows();
        break;
    }
    m_untold.reset();
    if (change.kind == Change::Kind::Moved) {
        const Value from = at(
            edit::beforeRemoval(edit::afterRemoval(edit::parentOf(change.at), change.at),
                                change.to));
        const Value to = at(edit::parentOf(change.to));
        for (const Value &parent : {from, to})
            tellRowChanged(parent);
        for (const Value &parent : {from, to})
            tellKeysChanged(parent);
        return;
    }
    const bool isOfChildren = change.kind == Change::Kind::Inserted
        || change.kind == Change::Kind::Removed;
    const Value changed = at(isOfChildren ? edit::parentOf(change.at) : change.at);
    tellRowChanged(changed);
    tellKeysChanged(changed.parent().exists() ? changed.parent() : changed);
    tellKeysChanged(changed);
}

// Indexes of an array are its keys. They are said anew once views know which rows have moved.
int PayloadModel::shownRow(const Value &value) const
{
    if (!m_untold)
        return int(value.row());
    const Path path = value.path();
    const Path &at = m_untold->at;
    if (m_untold->kind == Change::Kind::Moved) {
        const Path &to = m_untold->to;
        if (edit::isSame(path, to))
            return at.constLast();
        const bool isInside = edit::isWithin(path, to);
        return (isInside ? path : edit::beforeRemoval(edit::afterRemoval(path, to), at))
            .constLast();
    }
    const bool isSibling = !at.isEmpty() && edit::isSame(edit::parentOf(path), edit::parentOf(at));
    if (isSibling && m_untold->kind == Change::Kind::Inserted
        && path.constLast() >= at.constLast() + m_untold->count)
        return path.constLast() - m_untold->count;
    if (isSibling && m_untold->kind == Change::Kind::Removed && path.constLast() >= at.constLast())
        return path.constLast() + m_untold->count;
    return path.constLast();
}

void PayloadModel::tellRowChanged(const Value &value)
{
    // And what it is in: a key may stand twice inside, or no longer.
    const bool isAboutAll = m_hadDuplicates || m_payload.document().hasDuplicateKeys();
    for (Value each = value; each.parent().exists(); each = each.parent()) {
        emit dataChanged(indexOf(each, 0), indexOf(each, ColumnCount - 1));
        if (!isAboutAll)
            break;
    }
}

// Indexes of an array are its keys, and a key may be a duplicate no longer.
void PayloadModel::tellKeysChanged(const Value &parent)
{
    if (parent.isEmpty())
        return;
    const void *home = parent.homeOfChildren();
    emit dataChanged(createIndex(0, KeyColumn, home),
                     createIndex(int(parent.size()) - 1, KeyColumn, home));
}

void PayloadModel::tellProblemsChanged()
{
    tellKeysChanged(m_payload.document().root());
}

QStringList PayloadModel::mimeTypes() const
{
    return {internalMimeType()};
}

QMimeData *PayloadModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    const Value value = valueOf(indexes.constFirst());
    const QByteArray raw = value.raw();
    QStringList steps{QString::number(quintptr(this), 16)};
    for (const int row : value.path())
        steps.append(QString::number(row));
    auto *mime = new QMimeData;
    mime->setData(internalMimeType(), steps.join(u'/').toLatin1());
    mime->setData(u"application/json"_s, raw);
    mime->setText(QString::fromUtf8(raw));
    return mime;
}

std::optional<Path> PayloadModel::draggedPath(const QMimeData *mime) const
{
    const QList<QByteArray> steps = mime->data(internalMimeType()).split('/');
    if (steps.constFirst() != QByteArray::number(quintptr(this), 16))
        return {};
    Path path;
    for (const QByteArray &step : steps.sliced(1))
        path.append(step.toInt());
    if (path.isEmpty() || !m_payload.document().at(path).exists())
        return {};
    return path;
}

bool PayloadModel::canDropMimeData(const QMimeData *mime, Qt::DropAction action, int /*row*/,
                                   int /*column*/, const QModelIndex &parent) const
{
    if (action != Qt::MoveAction || !isContainer(valueOf(parent).type()))
        return false;
    const std::optional<Path> dragged = draggedPath(mime);
    return dragged && !edit::isWithin(valueOf(parent).path(), *dragged);
}

bool PayloadModel::dropMimeData(const QMimeData *mime, Qt::DropAction action, int row, int column,
                                const QModelIndex &parent)
{
    if (!canDropMimeData(mime, action, row, column, parent))
        return false;
    const Value value = m_payload.document().at(*draggedPath(mime));
    const Value target = valueOf(parent);
    qsizetype to = row < 0 ? target.size() : row;
    if (value.parent() == target && to > value.row())
        --to;
    const Result<Value> done = m_payload.move(value, target, to);
    if (!done)
        emit refused(done.error());
    return done.has_value();
}

} // namespace closeout::ui
