// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/payload/payloaddocument.h"

#include "ui/payload/payloadedits.h"
#include "json/strings.h"

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QStringList>
#include <QtGui/QUndoCommand>

#include <algorithm>
#include <iterator>
#include <optional>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

using json::NodeId;
using json::Value;

json::Document emptyObject()
{
    return std::move(*json::Document::parse("{}"));
}

Error refusal(const QString &why)
{
    return {ErrorKind::InvalidInput, why};
}

Error notAnObject()
{
    return refusal(PayloadDocument::tr("Attached data are keys with values: the outermost value "
                                       "must be an object, in braces."));
}

// For a menu or a sentence, where a key of any length stands among words.
QString shortened(const QString &key)
{
    constexpr qsizetype most = 32;
    return key.size() <= most ? key : key.first(most - 1) + u'…';
}

QString nameOf(const Value &value)
{
    if (!value.rawKey().isEmpty())
        return shortened(value.key());
    const Path path = pathOf(value);
    return path.isEmpty() ? QString() : QString::number(path.constLast());
}

QString quotedList(const QStringList &keys)
{
    constexpr qsizetype most = 5;
    QStringList shown;
    for (const QString &key : keys.first(std::min(most, keys.size())))
        shown.append(u'“' + shortened(key) + u'”');
    return shown.join(u", "_s) + (keys.size() > most ? u", …"_s : QString());
}

QSet<QString> keysOf(const Value &object)
{
    QSet<QString> keys;
    for (const Value member : object)
        keys.insert(member.key());
    return keys;
}

// What a value gets as its key in an object where it did not have one.
QString keyFor(const Value &object, const QString &wanted)
{
    return freshKey(object, wanted.isNull() ? u"key"_s : wanted);
}

QByteArray spelledKey(const Value &parent, const QString &key)
{
    return parent.isObject() ? json::spell(key) : QByteArray();
}

bool isInside(const json::Document &document, NodeId node, NodeId container)
{
    return node >= container && node < document.nodes().at(container).next;
}

} // namespace

class PayloadDocument::Step : public QUndoCommand
{
public:
    Step(PayloadDocument &document, const PayloadEdit &edit, Change change, const QString &what)
        : QUndoCommand(what)
        , m_payload(document)
        , m_splices(edit.splices())
        , m_change(std::move(change))
        , m_ready(edit.document())
    {
    }

    void undo() override
    {
        json::Document document = m_payload.m_document;
        QList<json::Splice> back;
        for (auto splice = m_splices.crbegin(); splice != m_splices.crend(); ++splice) {
            back.append(splice->inverse());
            apply(document, back.constLast());
        }
        m_payload.show(std::move(document), back, m_change.inverse());
    }

    void redo() override
    {
        json::Document document = m_ready ? std::move(*m_ready) : m_payload.m_document;
        if (!m_ready) {
            for (const json::Splice &splice : std::as_const(m_splices))
                apply(document, splice);
        }
        m_ready.reset();
        m_payload.show(std::move(document), m_splices, m_change);
    }

private:
    static void apply(json::Document &document, const json::Splice &splice)
    {
        [[maybe_unused]] const Result<void> done = document.apply(splice);
        Q_ASSERT(done); // the history is the only way to the text
    }

    PayloadDocument &m_payload;
    QList<json::Splice> m_splices;
    Change m_change;
    std::optional<json::Document> m_ready; // as the edit left it, for the first time
};

PayloadDocument::PayloadDocument(QObject *parent)
    : QObject(parent)
    , m_document(emptyObject())
    , m_history(std::make_unique<QUndoStack>())
{
}

Result<void> PayloadDocument::load(QByteArray text)
{
    if (text.isEmpty())
        text = "{}";
    Result<json::Document> document = json::Document::parse(std::move(text));
    if (!document)
        return tl::unexpected(document.error());
    if (!document->root().isObject())
        return tl::unexpected(notAnObject());
    m_history->clear();
    m_duplicates.find(*document);
    show(std::move(*document), {}, {});
    return {};
}

PayloadDocument::Past PayloadDocument::takePast()
{
    Past past{text(), std::exchange(m_history, std::make_unique<QUndoStack>())};
    emit historyChanged();
    return past;
}

void PayloadDocument::takeUp(Past &&past)
{
    if (past.text != text() || !past.history)
        return;
    m_history = std::move(past.history);
    emit historyChanged();
}

void PayloadDocument::setKeyCheck(KeyCheck check)
{
    m_keyCheck = std::move(check);
    emit keyCheckChanged();
}

Result<void> PayloadDocument::checkKey(const QString &key) const
{
    return m_keyCheck ? m_keyCheck(key) : Result<void>();
}

Result<void> PayloadDocument::checkNewKey(const Value &object, const QString &key) const
{
    if (!object.isObject())
        return {};
    if (object.member(key).exists()) {
        return tl::unexpected(
            refusal(tr("The key “%1” is here already. Give another name.").arg(shortened(key))));
    }
    return object.node() == 0 ? checkKey(key) : Result<void>();
}

Result<NodeId> PayloadDocument::add(NodeId parent, qsizetype index, const QString &key,
                                    const QByteArray &json)
{
    const Value container = valueOf(parent);
    if (const Result<void> free = checkNewKey(container, key); !free)
        return tl::unexpected(free.error());
    PayloadEdit edit(m_document);
    const Result<QByteArray> value = edit.laidOut(parent, json);
    if (!value)
        return tl::unexpected(value.error());
    const Result<void> done = edit.insert(parent, index, spelledKey(container, key), *value);
    const QString what = container.isObject() ? tr("Add “%1”").arg(shortened(key))
                                              : tr("Add an Element");
    return commit(done, edit, {Change::Kind::Inserted, childOf(pathOf(container), index)}, what);
}

Result<NodeId> PayloadDocument::rename(NodeId node, const QString &key)
{
    const Value value = valueOf(node);
    if (!value.rawKey().isEmpty() && value.key() == key)
        return node; // its spelling stays
    if (const Result<void> free = checkNewKey(value.parent(), key); !free)
        return tl::unexpected(free.error());
    PayloadEdit edit(m_document);
    const Result<void> done = edit.renameKey(node, key);
    return commit(done, edit, {Change::Kind::Key, pathOf(value)},
                  tr("Rename “%1” to “%2”").arg(nameOf(value), shortened(key)));
}

Result<NodeId> PayloadDocument::setValue(NodeId node, const QByteArray &json)
{
    const Value value = valueOf(node);
    PayloadEdit edit(m_document);
    const Result<void> done = edit.replaceValue(node, json);
    return commit(done, edit, {Change::Kind::Value, pathOf(value)},
                  tr("Edit “%1”").arg(nameOf(value)));
}

Result<NodeId> PayloadDocument::changeType(NodeId node, json::Type type)
{
    const Value value = valueOf(node);
    const auto holds = [](json::Type t) {
        return t == json::Type::Object || t == json::Type::Array;
    };
    const bool keepsInside = holds(value.type()) && holds(type);
    PayloadEdit edit(m_document);
    const Result<void> done = edit.replaceValue(node, withType(value, type));
    return commit(done, edit,
                  {keepsInside ? Change::Kind::Shape : Change::Kind::Value, pathOf(value)},
                  tr("Change the Type of “%1”").arg(nameOf(value)));
}

Result<NodeId> PayloadDocument::duplicate(NodeId node)
{
    const Value value = valueOf(node);
    const Value parent = value.parent();
    if (!parent.exists())
        return tl::unexpected(refusal(tr("The attached data as a whole cannot be duplicated.")));
    //: the key of a duplicate; %1 is the key it was made from
    const QString key = freshKey(parent, tr("%1 copy").arg(value.key()));
    if (const Result<void> free = checkNewKey(parent, key); !free)
        return tl::unexpected(free.error());
    const Path path = pathOf(value);
    const int row = path.constLast() + 1;
    PayloadEdit edit(m_document);
    const Result<void> done = edit.insert(parent.node(), row, spelledKey(parent, key), value.raw());
    return commit(done, edit, {Change::Kind::Inserted, childOf(parentOf(path), row)},
                  tr("Duplicate “%1”").arg(nameOf(value)));
}

Result<void> PayloadDocument::remove(NodeId node)
{
    const Value value = valueOf(node);
    PayloadEdit edit(m_document);
    const Result<void> done = edit.remove(node);
    const Result<NodeId> gone = commit(done, edit, {Change::Kind::Removed, pathOf(value)},
                                       tr("Remove “%1”").arg(nameOf(value)));
    return gone ? Result<void>() : tl::unexpected(gone.error());
}

Result<NodeId> PayloadDocument::move(NodeId node, NodeId newParent, qsizetype index)
{
    const Value value = valueOf(node);
    const Value target = valueOf(newParent);
    if (!value.parent().exists())
        return tl::unexpected(refusal(tr("The attached data as a whole cannot be moved.")));
    if (!target.isObject() && !target.isArray())
        return tl::unexpected(refusal(tr("Only objects and arrays can hold values.")));
    if (isInside(m_document, newParent, node))
        return tl::unexpected(refusal(tr("A value cannot be moved into itself.")));
    if (value.parent().node() != newParent)
        return moveAcross(value, target, index);
    PayloadEdit edit(m_document);
    const Result<void> done = edit.move(node, index);
    const Path path = pathOf(value);
    return commit(done, edit, {Change::Kind::Moved, path, childOf(parentOf(path), index)},
                  tr("Move “%1”").arg(nameOf(value)));
}

Result<NodeId> PayloadDocument::moveAcross(const Value &value, const Value &target, qsizetype index)
{
    QByteArray rawKey;
    if (target.isObject()) {
        const QString own = value.rawKey().isEmpty() ? QString() : value.key();
        const QString key = keyFor(target, own);
        if (const Result<void> free = checkNewKey(target, key); !free)
            return tl::unexpected(free.error());
        rawKey = key == own ? value.rawKey().toByteArray() : json::spell(key);
    }
    const Path from = pathOf(value);
    const Path parent = afterRemoval(pathOf(target), from);
    PayloadEdit edit(m_document);
    Result<void> done = edit.remove(value.node());
    if (done)
        done = edit.insert(valueAt(edit.document(), parent).node(), index, rawKey, value.raw());
    return commit(done, edit, {Change::Kind::Moved, from, childOf(parent, index)},
                  tr("Move “%1”").arg(nameOf(value)));
}

Result<NodeId> PayloadDocument::pasteJson(NodeId node, const QByteArray &json)
{
    const Result<json::Document> pasted = json::Document::parse(json);
    if (!pasted)
        return tl::unexpected(pasted.error());
    const Value target = valueOf(node);
    if (node == 0 && pasted->root().isObject() && m_splitter)
        return pasteAtTop(*pasted);
    if (target.isObject() && pasted->root().isObject())
        return pasteMembers(target, pasted->root());
    if (target.isObject())
        return add(node, target.size(), keyFor(target, {}), json);
    if (target.isArray())
        return add(node, target.size(), {}, json);
    const Result<QByteArray> value = PayloadEdit(m_document).laidOut(target.parent().node(), json);
    return value ? setValue(node, *value) : tl::unexpected(value.error());
}

Result<NodeId> PayloadDocument::pasteAtTop(const json::Document &pasted)
{
    const Result<Split> split = m_splitter(pasted);
    if (!split)
        return tl::unexpected(split.error());
    const Result<json::Document> remains = json::Document::parse(split->remains);
    if (!remains)
        return tl::unexpected(remains.error());
    const Result<NodeId> done = pasteMembers(m_document.root(), remains->root());
    if (done && split->takeRest)
        split->takeRest();
    return done;
}

void PayloadDocument::setSplitter(Splitter splitter)
{
    m_splitter = std::move(splitter);
}

// Of those that are here already with that very value, nothing is left to do.
QList<Value> PayloadDocument::newMembers(const Value &object, const Value &pasted)
{
    QHash<QString, QByteArrayView> here;
    for (const Value member : object)
        here.insert(member.key(), member.raw());
    QList<Value> members;
    for (const Value member : pasted) {
        const auto same = here.constFind(member.key());
        if (same == here.constEnd() || *same != member.raw())
            members.append(member);
    }
    return members;
}

Result<void> PayloadDocument::checkPastedKeys(const Value &object, const QList<Value> &pasted) const
{
    const QSet<QString> taken = keysOf(object);
    QStringList there;
    QSet<QString> told;
    for (const Value &member : pasted) {
        const QString key = member.key();
        if (taken.contains(key) && !told.contains(key))
            there.append(key);
        told.insert(key);
        if (object.node() != 0)
            continue;
        if (const Result<void> good = checkKey(key); !good)
            return good;
    }
    if (there.isEmpty())
        return {};
    return tl::unexpected(refusal(tr("%n pasted key(s) are here already: %1. Rename or remove them "
                                     "first, or paste into another object.",
                                     nullptr, int(there.size()))
                                      .arg(quotedList(there))));
}

// A text that is pasted where nothing is stays as it was copied, its lines and duplicate keys too.
Result<NodeId> PayloadDocument::pasteMembers(const Value &object, const Value &pasted)
{
    const QList<Value> added = newMembers(object, pasted);
    if (const Result<void> good = checkPastedKeys(object, added); !good)
        return tl::unexpected(good.error());
    if (added.isEmpty())
        return object.node();
    const qsizetype row = object.size();
    PayloadEdit edit(m_document);
    Result<void> done;
    if (row == 0) {
        const NodeId around = object.parent().node();
        const Result<QByteArray> value = object.node() == 0 ? pasted.raw().toByteArray()
                                                            : edit.laidOut(around, pasted.raw());
        done = value ? edit.replaceValue(object.node(), *value) : tl::unexpected(value.error());
    } else {
        QList<PayloadMember> members;
        for (const Value &member : added) {
            const Result<QByteArray> value = edit.laidOut(object.node(), member.raw());
            if (!value)
                return tl::unexpected(value.error());
            members.append({member.rawKey().toByteArray(), *value});
        }
        done = edit.replaceValue(object.node(), withMembers(object, members));
    }
    return commit(done, edit,
                  {Change::Kind::Inserted, childOf(pathOf(object), row), {}, int(added.size())},
                  tr("Paste %n Key(s)", nullptr, int(added.size())));
}

Result<NodeId> PayloadDocument::commit(const Result<void> &done, const PayloadEdit &edit,
                                       const Change &change, const QString &what)
{
    if (!done)
        return tl::unexpected(done.error());
    if (!edit.document().root().isObject())
        return tl::unexpected(notAnObject());
    const bool isGone = change.kind == Change::Kind::Removed;
    if (edit.changesText())
        m_history->push(new Step(*this, edit, change, what));
    const Path place = change.kind == Change::Kind::Moved ? change.to : change.at;
    return isGone ? 0 : valueAt(m_document, place).node();
}

void PayloadDocument::show(json::Document document, const QList<json::Splice> &steps,
                           const Change &change)
{
    if (!steps.isEmpty())
        m_duplicates.follow(m_document, document, steps);
    m_document = std::move(document);
    emit edited(change);
    emit changed();
}

} // namespace closeout::ui
