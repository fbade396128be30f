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

constexpr QLatin1StringView limitDetail = "limit"_L1;

tl::unexpected<Error> beyondLimits(const QString &message)
{
    return failure(ErrorKind::InvalidInput, message, limitDetail);
}

Error invalidEdit(const QString &why)
{
    return {ErrorKind::InvalidInput, why};
}

QString foundIn(QByteArrayView rest)
{
    if (rest.isEmpty())
        return Tr::tr("the end of the text");
    const QList<uint> characters = decoded(rest.first(std::min<qsizetype>(4, rest.size())))
                                       .toUcs4();
    const char32_t found = characters.value(0); // of broken UTF-8 nothing, or the replacement
    if (found < 0x20 || found == 0x7f || found == QChar::ReplacementCharacter) {
        return Tr::tr("byte 0x%1")
            .arg(QString::number(uchar(rest.front()), 16).rightJustified(2, u'0'));
    }
    const bool visible = found < 0x7f || (QChar::isPrint(found) && !QChar::isSpace(found));
    return visible ? u"'%1'"_s.arg(QString::fromUcs4(&found, 1))
                   : u"U+%1"_s.arg(QString::number(found, 16).toUpper().rightJustified(4, u'0'));
}

// Nothing: a '~' stands there that is neither ~0 nor ~1.
std::optional<QString> unescapedFromPointer(QString step)
{
    for (qsizetype at = step.indexOf(u'~'); at >= 0; at = step.indexOf(u'~', at + 1)) {
        if (const QStringView next = QStringView(step).mid(at + 1, 1); next != u"0" && next != u"1")
            return {};
    }
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

qsizetype endOf(const Value &value)
{
    return value.offset() + value.raw().size();
}

// What a container puts between its children, and between a key and its value.
struct Style
{
    QByteArray comma = ",";
    QByteArray colon = ": ";
};

Style styleOf(const QByteArray &text, const Value &container)
{
    Style style;
    if (container.size() == 0)
        return style;
    const auto between = [&text](qsizetype from, qsizetype until) {
        return text.sliced(from, until - from);
    };
    const Value first = container.at(0);
    if (container.isObject())
        style.colon = between(first.keyOffset() + first.rawKey().size(), first.offset());
    if (container.size() > 1)
        style.comma = between(endOf(first), container.at(1).keyOffset());
    else // a line break and its indent, or nothing
        style.comma += between(container.offset() + 1, first.keyOffset());
    return style;
}

} // namespace

Error errorOf(const Defect &defect, Position position, QByteArrayView rest)
{
    if (defect.expected.isEmpty()) {
        return beyondLimits(Tr::tr("Nested too deeply for Closeout: line %1, column %2 is "
                                   "deeper than %3 levels.")
                                .arg(position.line)
                                .arg(position.column)
                                .arg(maximumDepth))
            .value();
    }
    return {ErrorKind::InvalidInput,
            Tr::tr("Not valid JSON: line %1, column %2: expected %3, found %4.")
                .arg(position.line)
                .arg(position.column)
                .arg(defect.expected, foundIn(rest))};
}

bool isBeyondLimits(const Error &error)
{
    return error.detail == limitDetail;
}

QString pointerStep(QString key)
{
    return key.replace(u'~', "~0"_L1).replace(u'/', "~1"_L1);
}

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
            if (says(child.rawKey(), key))
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
            steps.prepend(pointerStep(value.key()));
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
        return beyondLimits(
            Tr::tr("The JSON text is %1 bytes long; the limit is 4 GiB.").arg(text.size()));
    }
    Document document;
    document.m_text = std::move(text);
    if (const std::optional<Defect> defect = scan(document.m_text, document.m_nodes,
                                                  maximumValues)) {
        const Position position = positionIn(document.m_text, defect->offset);
        if (defect->expected.isEmpty() && document.m_nodes.size() == maximumValues) {
            return beyondLimits(Tr::tr("The JSON text holds more than %1 values, which is more "
                                       "than Closeout reads.")
                                    .arg(maximumValues));
        }
        return tl::unexpected(
            errorOf(*defect, position, QByteArrayView(document.m_text).sliced(defect->offset)));
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
            const std::optional<QString> key = unescapedFromPointer(step.toString());
            value = key ? value.member(*key) : Value();
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
    const Result<Document> value = parse(json.toByteArray());
    if (!value)
        return tl::unexpected(value.error());
    const Node &old = m_nodes.at(node);
    return splice(old.start, old.end - old.start, value->root().raw().toByteArray());
}

Result<Splice> Document::renameKey(NodeId node, QStringView key)
{
    const Node &old = m_nodes.at(node);
    if (old.keyStart == old.keyEnd)
        return tl::unexpected(invalidEdit(Tr::tr("Only a member of an object has a key.")));
    return splice(old.keyStart, old.keyEnd - old.keyStart, spell(key));
}

Result<Splice> Document::insert(NodeId parent, qsizetype index, QStringView key,
                                QByteArrayView json)
{
    const Result<Document> value = parse(json.toByteArray());
    if (!value)
        return tl::unexpected(value.error());
    const Value container(this, parent);
    if (!container.isObject() && !container.isArray())
        return tl::unexpected(invalidEdit(Tr::tr("Only objects and arrays can hold values.")));
    if (index < 0 || index > container.size())
        return tl::unexpected(invalidEdit(Tr::tr("There is no place %1 to insert at.").arg(index)));

    const Style style = styleOf(m_text, container);
    QByteArray item = value->root().raw().toByteArray();
    if (container.isObject())
        item.prepend(spell(key) + style.colon);
    if (container.size() == 0)
        return splice(container.offset() + 1, 0, item);
    if (index == container.size())
        return splice(endOf(container.at(index - 1)), 0, style.comma + item);
    return splice(container.at(index).keyOffset(), 0, item + style.comma);
}

Result<Splice> Document::remove(NodeId node)
{
    const Value value(this, node);
    const Value container = value.parent();
    if (!container.exists())
        return tl::unexpected(invalidEdit(Tr::tr("The whole document cannot be removed.")));
    if (container.size() == 1) // with the space that set it off from the brackets
        return splice(container.offset() + 1, container.raw().size() - 2, {});
    const NodeId next = m_nodes.at(node).next;
    const bool isLast = next == m_nodes.at(container.node()).next;
    const qsizetype from = isLast ? endOf(container.at(container.size() - 2)) : value.keyOffset();
    const qsizetype until = isLast ? endOf(value) : Value(this, next).keyOffset();
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
        items.append(m_text.sliced(child.keyOffset(), endOf(child) - child.keyOffset()));
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
