// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/payload/payloadmodel.h"

#include "ui/payload/payloadedits.h"
#include "ui/payload/payloadtypes.h"
#include "ui/widgets/servertext.h"

#include <QtCore/QMimeData>
#include <QtCore/QStringList>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

using json::NodeId;
using json::Type;
using json::Value;

QString internalMimeType()
{
    return u"application/x-closeout-payload-row"_s;
}

} // namespace

// One row that somebody has asked for. Nodes of a document are numbered anew with each edit; an
// item stays what it is, which makes it what a QModelIndex can point to.
struct PayloadModel::Item
{
    Item *parent = nullptr;
    int row = 0;
    int shownRow = 0; // as the key of an element; follows row when views have been told of a move
    NodeId node = 0;
    bool isLoaded = false; // has its children as items
    std::vector<std::unique_ptr<Item>> children = {};

    void number(size_t from)
    {
        for (size_t at = from; at < children.size(); ++at)
            children[at]->row = int(at);
    }
    void insert(int at, std::unique_ptr<Item> child)
    {
        child->parent = this;
        children.insert(children.begin() + at, std::move(child));
        number(size_t(at));
    }
    std::unique_ptr<Item> take(int at)
    {
        std::unique_ptr<Item> child = std::move(children[size_t(at)]);
        children.erase(children.begin() + at);
        number(size_t(at));
        return child;
    }
};

PayloadModel::PayloadModel(PayloadDocument &payload, QObject *parent)
    : QAbstractItemModel(parent)
    , m_payload(payload)
    , m_shown(payload.document())
    , m_root(std::make_unique<Item>())
{
    connect(&payload, &PayloadDocument::edited, this, &PayloadModel::follow);
    connect(&payload, &PayloadDocument::keyCheckChanged, this, &PayloadModel::tellProblemsChanged);
}

PayloadModel::~PayloadModel() = default;

Value PayloadModel::valueOf(const QModelIndex &index) const
{
    return {&m_shown, itemOf(index).node};
}

QModelIndex PayloadModel::indexOf(NodeId node, int column) const
{
    const Path path = pathOf({&m_shown, node});
    return path.isEmpty() ? QModelIndex() : indexOfItem(itemAt(path), column);
}

PayloadModel::Item &PayloadModel::itemOf(const QModelIndex &index) const
{
    return index.isValid() ? *static_cast<Item *>(index.internalPointer()) : *m_root;
}

PayloadModel::Item &PayloadModel::itemAt(const Path &path) const
{
    Item *item = m_root.get();
    for (const int row : path) {
        load(*item);
        item = item->children.at(size_t(row)).get();
    }
    return *item;
}

QModelIndex PayloadModel::indexOfItem(const Item &item, int column) const
{
    return item.parent ? createIndex(item.row, column, &item) : QModelIndex();
}

int PayloadModel::childCount(const Item &item) const
{
    return item.isLoaded ? int(item.children.size()) : int(Value(&m_shown, item.node).size());
}

void PayloadModel::load(Item &item) const
{
    if (item.isLoaded)
        return;
    item.isLoaded = true;
    const Value value(&m_shown, item.node);
    item.children.reserve(size_t(value.size()));
    for (const Value child : value) {
        const int row = int(item.children.size());
        item.children.push_back(std::make_unique<Item>(Item{&item, row, row, child.node()}));
    }
}

QModelIndex PayloadModel::index(int row, int column, const QModelIndex &parent) const
{
    Item &item = itemOf(parent);
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    load(item);
    return createIndex(row, column, item.children.at(size_t(row)).get());
}

QModelIndex PayloadModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOfItem(*itemOf(index).parent, 0) : QModelIndex();
}

int PayloadModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : childCount(itemOf(parent));
}

int PayloadModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

bool PayloadModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
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
        return keyData(value, itemOf(index).shownRow, role);
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

QVariant PayloadModel::keyData(const Value &value, int row, int role) const
{
    const bool isMember = !value.rawKey().isEmpty();
    const QString problem = role == Qt::DisplayRole || role == Qt::EditRole ? QString()
                                                                            : problemOf(value);
    switch (role) {
    case Qt::DisplayRole:
        return isMember ? onOneLine(value.key()) : QString::number(row);
    case Qt::EditRole:
        return isMember ? value.key() : QString::number(row);
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
            .arg(keyData(value, row, Qt::DisplayRole).toString(), typeName(value.type()),
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
        return isContainer(value) ? theme().mutedText : QVariant();
    case Qt::ToolTipRole:
        return isContainer(value) || value.text().isEmpty() ? QVariant()
                                                            : plainToolTip(value.text());
    default:
        return {};
    }
}

QString PayloadModel::problemOf(const Value &value) const
{
    const DuplicateKeys &duplicates = m_payload.duplicates();
    if (duplicates.holds(value.node()))
        return tr("This key is here more than once; most readers take the last one only.");
    if (duplicates.holdsInside(value.node()))
        return tr("A key inside is there more than once; most readers take the last one only.");
    if (value.rawKey().isEmpty())
        return {};
    const Result<void> good = value.parent().node() == 0 ? m_payload.checkKey(value.key())
                                                         : Result<void>();
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
    if (isContainer(value))
        flags |= Qt::ItemIsDropEnabled;
    const bool canBeTyped = !isContainer(value) && !data(index, LongTextRole).toBool();
    if (index.column() == TypeColumn || (index.column() == KeyColumn && !value.rawKey().isEmpty())
        || (index.column() == ValueColumn && canBeTyped))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool PayloadModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || (role != Qt::EditRole && role != AsTypedRole))
        return false;
    const Result<NodeId> done = edit(index, value, role);
    if (!done)
        emit refused(done.error());
    return done.has_value();
}

Result<NodeId> PayloadModel::edit(const QModelIndex &index, const QVariant &value, int role)
{
    const Value old = valueOf(index);
    switch (index.column()) {
    case KeyColumn:
        return m_payload.rename(old.node(), value.toString());
    case TypeColumn:
        return m_payload.changeType(old.node(), Type(value.toInt()));
    default:
        break;
    }
    const QString typed = value.toString();
    if (role == AsTypedRole && typed != old.text())
        return m_payload.setValue(old.node(), spelledAsTyped(typed));
    if (old.type() == Type::String)
        return m_payload.setValue(old.node(), respelled(old.raw(), typed));
    return editScalar(old, typed);
}

Result<NodeId> PayloadModel::editScalar(const Value &value, const QString &typed)
{
    const QString text = typed.trimmed();
    const Result<json::Document> said = json::Document::parse(text.toUtf8());
    if (!said || isContainer(said->root())) {
        return failure(ErrorKind::InvalidInput,
                       tr("“%1” is not a number, true, false or null. For a text, change the type "
                          "to string, or put it into quotes.")
                           .arg(onOneLine(text)),
                       said ? QString() : said.error().message);
    }
    return m_payload.setValue(value.node(), text.toUtf8());
}

void PayloadModel::follow(const Change &change)
{
    switch (change.kind) {
    case Change::Kind::Loaded:
        beginResetModel();
        m_root = std::make_unique<Item>();
        adopt();
        endResetModel();
        return;
    case Change::Kind::Value:
        followValue(change);
        break;
    case Change::Kind::Shape:
    case Change::Kind::Key:
        adopt();
        tellKeysChanged(itemAt(change.at));
        break;
    case Change::Kind::Inserted: {
        Item &parent = itemAt(parentOf(change.at));
        const int first = change.at.constLast();
        load(parent);
        beginInsertRows(indexOfItem(parent, 0), first, first + change.count - 1);
        for (int row = first; row < first + change.count; ++row)
            parent.insert(row, std::make_unique<Item>(Item{&parent, row, row}));
        adopt();
        endInsertRows();
        break;
    }
    case Change::Kind::Removed: {
        Item &parent = itemAt(parentOf(change.at));
        const int first = change.at.constLast();
        load(parent);
        beginRemoveRows(indexOfItem(parent, 0), first, first + change.count - 1);
        for (int left = change.count; left > 0; --left)
            parent.take(first);
        adopt();
        endRemoveRows();
        break;
    }
    case Change::Kind::Moved:
        followMove(change);
        return;
    }
    const Item &changed = itemAt(change.kind == Change::Kind::Inserted
                                         || change.kind == Change::Kind::Removed
                                     ? parentOf(change.at)
                                     : change.at);
    tellRowChanged(changed);
    tellKeysChanged(changed.parent ? *changed.parent : changed);
    tellKeysChanged(changed);
}

// The old children go while the old text is still there, the new ones come with the new text.
void PayloadModel::followValue(const Change &change)
{
    Item &item = itemAt(change.at);
    const QModelIndex index = indexOfItem(item, 0);
    if (const int before = childCount(item); before > 0) {
        beginRemoveRows(index, 0, before - 1);
        item.children.clear();
        item.isLoaded = true;
        endRemoveRows();
    }
    item.isLoaded = true; // without children, until they are told of
    adopt();
    if (const int now = int(valueOf(index).size()); now > 0) {
        beginInsertRows(index, 0, now - 1);
        item.isLoaded = false;
        endInsertRows();
    }
}

void PayloadModel::followMove(const Change &change)
{
    Item &from = itemAt(parentOf(change.at));
    Item &to = itemAt(beforeRemoval(parentOf(change.to), change.at));
    const int row = change.at.constLast();
    const int newRow = change.to.constLast();
    load(from);
    load(to);
    // Qt counts the place to move to before the row has gone from where it is.
    const int before = &from == &to && newRow > row ? newRow + 1 : newRow;
    beginMoveRows(indexOfItem(from, 0), row, row, indexOfItem(to, 0), before);
    to.insert(newRow, from.take(row));
    adopt();
    endMoveRows();
    tellRowChanged(from);
    tellRowChanged(to);
    tellKeysChanged(from);
    tellKeysChanged(to);
}

void PayloadModel::adopt()
{
    m_shown = m_payload.document();
    bind(*m_root, 0);
}

void PayloadModel::bind(Item &item, NodeId node)
{
    item.node = node;
    auto child = item.children.begin();
    for (const Value value : Value(&m_shown, node)) {
        if (child == item.children.end())
            break;
        bind(**child++, value.node());
    }
}

void PayloadModel::tellRowChanged(const Item &item)
{
    // And what it is in: a key may stand twice inside, or no longer.
    for (const Item *each = &item; each->parent; each = each->parent)
        emit dataChanged(indexOfItem(*each, 0), indexOfItem(*each, ColumnCount - 1));
}

// Indexes of an array are its keys, and a key may be a duplicate no longer.
void PayloadModel::tellKeysChanged(const Item &parent)
{
    if (parent.children.empty())
        return;
    for (const std::unique_ptr<Item> &child : parent.children)
        child->shownRow = child->row;
    emit dataChanged(indexOfItem(*parent.children.front(), KeyColumn),
                     indexOfItem(*parent.children.back(), KeyColumn));
}

void PayloadModel::tellProblemsChanged()
{
    tellKeysChanged(*m_root);
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
    const QByteArray raw = value.raw().toByteArray();
    QStringList steps{QString::number(quintptr(this), 16)};
    for (const int row : pathOf(value))
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
    if (path.isEmpty() || !valueAt(m_shown, path).exists())
        return {};
    return path;
}

bool PayloadModel::canDropMimeData(const QMimeData *mime, Qt::DropAction action, int /*row*/,
                                   int /*column*/, const QModelIndex &parent) const
{
    if (action != Qt::MoveAction || !isContainer(valueOf(parent)))
        return false;
    const std::optional<Path> dragged = draggedPath(mime);
    const Path target = pathOf(valueOf(parent));
    return dragged && target.first(std::min(target.size(), dragged->size())) != *dragged;
}

bool PayloadModel::dropMimeData(const QMimeData *mime, Qt::DropAction action, int row, int column,
                                const QModelIndex &parent)
{
    if (!canDropMimeData(mime, action, row, column, parent))
        return false;
    const Value value = valueAt(m_shown, *draggedPath(mime));
    const Value target = valueOf(parent);
    const int from = pathOf(value).constLast();
    const bool isSibling = value.parent().node() == target.node();
    int to = row < 0 ? int(target.size()) : row;
    if (isSibling && to > from)
        --to;
    const Result<NodeId> done = m_payload.move(value.node(), target.node(), to);
    if (!done)
        emit refused(done.error());
    return done.has_value();
}

} // namespace closeout::ui
