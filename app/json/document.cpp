// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "json/document.h"

#include "json/scanner.h"
#include "json/strings.h"

#include <QtCore/QHash>
#include <QtCore/QStringList>

#include <limits>

using namespace Qt::StringLiterals;

namespace closeout::json {

namespace {

Error invalidEdit(const QString &why)
{
    return {ErrorKind::InvalidInput, why};
}

QString foundAt(const QByteArray &text, qsizetype offset)
{
    if (offset >= text.size())
        return Tr::tr("the end of the text");
    const uchar byte = uchar(text[offset]);
    if (byte < 0x20 || byte >= 0x7f)
        return Tr::tr("byte 0x%1").arg(QString::number(byte, 16).rightJustified(2, u'0'));
    return u"'%1'"_s.arg(QLatin1Char(char(byte)));
}

QString escapedForPointer(QString key)
{
    return key.replace(u'~', "~0"_L1).replace(u'/', "~1"_L1);
}

QString unescapedFromPointer(QString step)
{
    return step.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
}

std::optional<qsizetype> arrayIndex(QStringView step)
{
    bool ok = false;
    const qlonglong index = step.toLongLong(&ok);
    if (!ok || QString::number(index) != step || index < 0)
        return {};
    return index;
}

} // namespace

const Node *Value::get() const
{
    return m_document ? &m_document->nodes().at(m_node) : nullptr;
}

Type Value::type() const
{
    return m_document ? get()->type : Type::Absent;
}

QByteArrayView Value::raw() const
{
    if (!m_document)
        return {};
    return QByteArrayView(m_document->text()).sliced(get()->start, get()->end - get()->start);
}

QByteArrayView Value::rawKey() const
{
    if (!m_document)
        return {};
    return QByteArrayView(m_document->text())
        .sliced(get()->keyStart, get()->keyEnd - get()->keyStart);
}

QString Value::key() const
{
    const QByteArrayView raw = rawKey();
    return raw.isEmpty() ? QString() : unspell(raw);
}

QString Value::text() const
{
    switch (type()) {
    case Type::String:
        return unspell(raw());
    case Type::Null:
    case Type::Bool:
    case Type::Number:
        return QString::fromLatin1(raw());
    default:
        return {};
    }
}

qsizetype Value::offset() const
{
    return m_document ? get()->start : 0;
}

qsizetype Value::keyOffset() const
{
    return rawKey().isEmpty() ? offset() : get()->keyStart;
}

qsizetype Value::size() const
{
    return m_document ? get()->children : 0;
}

Value Value::parent() const
{
    if (!m_document || m_node == 0)
        return {};
    return {m_document, get()->parent};
}

Value Value::member(QStringView key) const
{
    Value found;
    if (type() == Type::Object) {
        for (const Value child : *this) {
            if (child.key() == key)
                found = child;
        }
    }
    return found;
}

Value Value::at(qsizetype index) const
{
    for (const Value child : *this) {
        if (index-- == 0)
            return child;
    }
    return {};
}

QString Value::pointer() const
{
    QStringList steps;
    for (Value value = *this; value.parent().exists(); value = value.parent()) {
        if (value.parent().isObject()) {
            steps.prepend(escapedForPointer(value.key()));
            continue;
        }
        qsizetype index = 0;
        for (const Value sibling : value.parent()) {
            if (sibling.node() == value.node())
                break;
            ++index;
        }
        steps.prepend(QString::number(index));
    }
    return steps.isEmpty() ? QString() : u'/' + steps.join(u'/');
}

Value::Iterator Value::begin() const
{
    return {m_document, m_node + 1, size()};
}

Value::Iterator Value::end() const
{
    return {m_document, 0, 0};
}

Result<Document> Document::parse(QByteArray text)
{
    if (size_t(text.size()) >= std::numeric_limits<quint32>::max()) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("The JSON text is %1 bytes long; the limit is 4 GiB.").arg(text.size()));
    }
    Document document;
    document.m_text = std::move(text);
    if (const std::optional<Defect> defect = scan(document.m_text, document.m_nodes)) {
        const Position position = positionIn(document.m_text, defect->offset);
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("Not valid JSON: line %1, column %2: expected %3, found %4.")
                           .arg(position.line)
                           .arg(position.column)
                           .arg(defect->expected, foundAt(document.m_text, defect->offset)));
    }
    return document;
}

Position Document::positionOf(qsizetype offset) const
{
    return positionIn(m_text, offset);
}

std::optional<NodeId> Document::find(QStringView pointer) const
{
    if (pointer.isEmpty())
        return 0;
    if (!pointer.startsWith(u'/'))
        return {};
    Value value = root();
    for (const QStringView step : pointer.sliced(1).split(u'/')) {
        if (value.isObject()) {
            value = value.member(unescapedFromPointer(step.toString()));
        } else if (const std::optional<qsizetype> index = arrayIndex(step)) {
            value = value.isArray() ? value.at(*index) : Value();
        } else {
            value = {};
        }
        if (!value.exists())
            return {};
    }
    return value.node();
}

Result<Splice> Document::splice(qsizetype at, qsizetype length, QByteArray replacement)
{
    QByteArray text = m_text;
    text.replace(at, length, replacement);
    Result<Document> edited = parse(std::move(text));
    if (!edited)
        return tl::unexpected(edited.error());
    Splice done{at, m_text.sliced(at, length), std::move(replacement)};
    *this = std::move(*edited);
    return done;
}

Result<Splice> Document::replaceValue(NodeId node, QByteArrayView json)
{
    // Checked on its own first: "1, 2" would fit into an array and still not be a value.
    if (const Result<Document> value = parse(json.toByteArray()); !value)
        return tl::unexpected(value.error());
    const Node &old = m_nodes.at(node);
    return splice(old.start, old.end - old.start, json.trimmed().toByteArray());
}

Result<Splice> Document::renameKey(NodeId node, QStringView key)
{
    const Node &old = m_nodes.at(node);
    if (old.keyStart == old.keyEnd)
        return tl::unexpected(invalidEdit(Tr::tr("An element of an array has no key.")));
    return splice(old.keyStart, old.keyEnd - old.keyStart, spell(key));
}

Result<Splice> Document::insert(NodeId parent, qsizetype index, QStringView key, QByteArrayView json)
{
    if (const Result<Document> value = parse(json.toByteArray()); !value)
        return tl::unexpected(value.error());
    const Value container(this, parent);
    if (!container.isObject() && !container.isArray())
        return tl::unexpected(invalidEdit(Tr::tr("Only objects and arrays can hold values.")));
    if (index < 0 || index > container.size())
        return tl::unexpected(invalidEdit(Tr::tr("There is no place %1 to insert at.").arg(index)));

    QByteArray item = json.trimmed().toByteArray();
    if (container.isObject())
        item.prepend(spell(key) + ": ");
    if (container.size() == 0)
        return splice(container.offset() + 1, 0, item);
    // What stands before the first child (a line break and its indent, or nothing) is how this
    // container sets off its children.
    const QByteArrayView text(m_text);
    const qsizetype firstAt = container.at(0).keyOffset();
    const QByteArray lead = text.sliced(container.offset() + 1, firstAt - container.offset() - 1)
                                .toByteArray();
    if (index == container.size()) {
        const Value last = container.at(index - 1);
        return splice(last.offset() + last.raw().size(), 0, ',' + lead + item);
    }
    return splice(container.at(index).keyOffset(), 0, item + ',' + lead);
}

Result<Splice> Document::remove(NodeId node)
{
    const Value value(this, node);
    const Value container = value.parent();
    if (!container.exists())
        return tl::unexpected(invalidEdit(Tr::tr("The whole document cannot be removed.")));
    qsizetype from = value.keyOffset();
    qsizetype until = value.offset() + value.raw().size();
    const NodeId next = m_nodes.at(node).next;
    const bool isLast = next == m_nodes.at(container.node()).next;
    if (!isLast) {
        until = Value(this, next).keyOffset(); // with the comma behind it
    } else if (container.size() > 1) {
        const Value before = container.at(container.size() - 2);
        from = before.offset() + before.raw().size(); // with the comma before it
    }
    return splice(from, until - from, {});
}

Result<Splice> Document::move(NodeId node, qsizetype index)
{
    const Value value(this, node);
    const Value container = value.parent();
    if (!container.exists() || index < 0 || index >= container.size())
        return tl::unexpected(invalidEdit(Tr::tr("There is no place %1 to move to.").arg(index)));
    // The items change places; what stands between them (commas, white space) stays.
    QList<QByteArray> items;
    QList<qsizetype> starts;
    qsizetype at = -1;
    for (const Value child : container) {
        if (child.node() == node)
            at = items.size();
        starts.append(child.keyOffset());
        items.append(m_text.sliced(child.keyOffset(),
                                   child.offset() + child.raw().size() - child.keyOffset()));
    }
    const qsizetype from = std::min(at, index);
    const qsizetype until = std::max(at, index);
    QList<QByteArray> gaps;
    for (qsizetype i = from; i < until; ++i) {
        const qsizetype end = starts[i] + items[i].size();
        gaps.append(m_text.sliced(end, starts[i + 1] - end));
    }
    const qsizetype end = starts[until] + items[until].size();
    items.move(at, index);
    QByteArray replacement = items[from];
    for (qsizetype i = from; i < until; ++i)
        replacement += gaps[i - from] + items[i + 1];
    return splice(starts[from], end - starts[from], replacement);
}

Result<void> Document::apply(const Splice &edit)
{
    if (edit.at < 0 || edit.at > m_text.size()
        || !QByteArrayView(m_text).sliced(edit.at).startsWith(edit.removed)) {
        return tl::unexpected(invalidEdit(Tr::tr("The text has changed since that edit.")));
    }
    const Result<Splice> done = splice(edit.at, edit.removed.size(), edit.inserted);
    return done ? Result<void>() : tl::unexpected(done.error());
}

QList<DuplicateKey> findDuplicateKeys(const Document &document)
{
    QList<DuplicateKey> duplicates;
    for (NodeId id = 0; id < NodeId(document.nodes().size()); ++id) {
        const Value object(&document, id);
        if (!object.isObject())
            continue;
        QHash<QString, NodeId> seen;
        for (const Value member : object) {
            const QString key = member.key();
            if (const auto first = seen.constFind(key); first != seen.constEnd())
                duplicates.append({*first, member.node()});
            else
                seen.insert(key, member.node());
        }
    }
    return duplicates;
}

} // namespace closeout::json
