// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/payload/payloaddocument.h"

#include "ui/payload/payloadedits.h"
#include "json/strings.h"

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::ui {

namespace {

using edit::Change;
using edit::Value;

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
    return value.parent().exists() ? QString::number(value.row()) : QString();
}

QString quotedList(const QStringList &keys)
{
    constexpr qsizetype most = 5;
    QStringList shown;
    for (const QString &key : keys.first(std::min(most, keys.size())))
        shown.append(u'“' + shortened(key) + u'”');
    return shown.join(u", "_s) + (keys.size() > most ? u", …"_s : QString());
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

bool holdsValues(json::Type type)
{
    return type == json::Type::Object || type == json::Type::Array;
}

bool isRoot(const Value &value)
{
    return !value.parent().exists();
}

// The same bytes, in other words for the tree.
Result<Change> meaning(Result<Change> change, Change::Kind kind, const edit::Path &at,
                       qsizetype count)
{
    if (change) {
        change->kind = kind;
        change->at = at;
        change->count = int(count);
    }
    return change;
}

} // namespace

PayloadDocument::PayloadDocument(QObject *parent)
    : QObject(parent)
    , m_document(std::move(*edit::Document::open("{}")))
{
}

const QByteArray &PayloadDocument::text() const
{
    if (!m_text)
        m_text = m_document.text().bytes();
    return *m_text;
}

Result<void> PayloadDocument::load(QByteArray text)
{
    if (text.isEmpty())
        text = "{}";
    Result<edit::Document> document = edit::Document::open(std::move(text));
    if (!document)
        return tl::unexpected(document.error());
    if (!document->root().isObject())
        return tl::unexpected(notAnObject());
    emit aboutToEdit({});
    m_history.clear();
    m_document = std::move(*document);
    m_text.reset();
    emit edited({});
    emit changed();
    return {};
}

PayloadDocument::Past PayloadDocument::takePast()
{
    Past past{text(), std::exchange(m_history, {})};
    emit historyChanged();
    return past;
}

void PayloadDocument::takeUp(Past &&past)
{
    if (past.text != text())
        return;
    m_history = std::move(past.history);
    emit historyChanged();
}

void PayloadDocument::undo()
{
    if (m_history.canUndo())
        show(m_history.undo());
}

void PayloadDocument::redo()
{
    if (m_history.canRedo())
        show(m_history.redo());
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
    return isRoot(object) ? checkKey(key) : Result<void>();
}

Result<Value> PayloadDocument::add(const Value &container, qsizetype row, const QString &key,
                                   const QByteArray &json)
{
    if (const Result<void> free = checkNewKey(container, key); !free)
        return tl::unexpected(free.error());
    const Result<QByteArray> value = m_document.laidOut(container, json);
    if (!value)
        return tl::unexpected(value.error());
    const QString name = container.isObject() ? tr("Add “%1”").arg(shortened(key))
                                              : tr("Add an Element");
    return commit(m_document.insert(container, row, spelledKey(container, key), *value), name);
}

Result<Value> PayloadDocument::append(const Value &object, const QList<edit::Member> &members)
{
    return commit(m_document.append(object, members),
                  tr("Add %n Key(s)", nullptr, int(members.size())));
}

Result<Value> PayloadDocument::rename(const Value &member, const QString &key)
{
    if (!member.rawKey().isEmpty() && member.key() == key)
        return member; // its spelling stays
    if (const Result<void> free = checkNewKey(member.parent(), key); !free)
        return tl::unexpected(free.error());
    return commit(m_document.renameKey(member, json::spell(key)),
                  tr("Rename “%1” to “%2”").arg(nameOf(member), shortened(key)));
}

Result<Value> PayloadDocument::setValue(const Value &value, const QByteArray &json)
{
    return commit(m_document.replaceValue(value, json), tr("Edit “%1”").arg(nameOf(value)));
}

Result<Value> PayloadDocument::changeType(const Value &value, json::Type type)
{
    const Result<json::Document> alone = json::Document::parse(value.raw());
    if (!alone)
        return tl::unexpected(alone.error());
    const bool keepsInside = holdsValues(value.type()) && holdsValues(type);
    const Result<Change> change = m_document.replaceValue(value, withType(alone->root(), type));
    return commit(meaning(change, keepsInside ? Change::Kind::Shape : Change::Kind::Value,
                          value.path(), 1),
                  tr("Change the Type of “%1”").arg(nameOf(value)));
}

Result<Value> PayloadDocument::duplicate(const Value &value)
{
    const Value parent = value.parent();
    if (!parent.exists())
        return tl::unexpected(refusal(tr("The attached data as a whole cannot be duplicated.")));
    //: the key of a duplicate; %1 is the key it was made from
    const QString key = freshKey(parent, tr("%1 copy").arg(value.key()));
    if (const Result<void> free = checkNewKey(parent, key); !free)
        return tl::unexpected(free.error());
    return commit(m_document.insert(parent, value.row() + 1, spelledKey(parent, key), value.raw()),
                  tr("Duplicate “%1”").arg(nameOf(value)));
}

Result<void> PayloadDocument::remove(const Value &value)
{
    const Result<Value> gone = commit(m_document.remove(value),
                                      tr("Remove “%1”").arg(nameOf(value)));
    return gone ? Result<void>() : tl::unexpected(gone.error());
}

Result<Value> PayloadDocument::move(const Value &value, const Value &container, qsizetype row)
{
    if (isRoot(value))
        return tl::unexpected(refusal(tr("The attached data as a whole cannot be moved.")));
    if (!holdsValues(container.type()))
        return tl::unexpected(refusal(tr("Only objects and arrays can hold values.")));
    if (edit::isWithin(container.path(), value.path()))
        return tl::unexpected(refusal(tr("A value cannot be moved into itself.")));
    return commit(moving(value, container, row), tr("Move “%1”").arg(nameOf(value)));
}

Result<Change> PayloadDocument::moving(const Value &value, const Value &container,
                                       qsizetype row) const
{
    if (value.parent() == container)
        return m_document.move(value, row);
    if (!container.isObject())
        return m_document.move(value, container, row, {});
    const QString own = value.rawKey().isEmpty() ? QString() : value.key();
    const QString key = keyFor(container, own);
    if (const Result<void> free = checkNewKey(container, key); !free)
        return tl::unexpected(free.error());
    return m_document.move(value, container, row, key == own ? value.rawKey() : json::spell(key));
}

Result<Value> PayloadDocument::pasteJson(const Value &value, const QByteArray &json)
{
    const Result<json::Document> pasted = json::Document::parse(json);
    if (!pasted)
        return tl::unexpected(pasted.error());
    if (isRoot(value) && pasted->root().isObject() && m_splitter)
        return pasteAtTop(*pasted);
    if (value.isObject() && pasted->root().isObject())
        return pasteMembers(value, pasted->root());
    if (value.isObject())
        return add(value, value.size(), keyFor(value, {}), json);
    if (value.isArray())
        return add(value, value.size(), {}, json);
    const Result<QByteArray> laidOut = m_document.laidOut(value.parent(), json);
    return laidOut ? setValue(value, *laidOut) : tl::unexpected(laidOut.error());
}

Result<Value> PayloadDocument::pasteAtTop(const json::Document &pasted)
{
    const Result<Split> split = m_splitter(pasted);
    if (!split)
        return tl::unexpected(split.error());
    const Result<json::Document> remains = json::Document::parse(split->remains);
    if (!remains)
        return tl::unexpected(remains.error());
    const Result<Value> done = pasteMembers(m_document.root(), remains->root());
    if (done && split->takeRest)
        split->takeRest();
    return done;
}

void PayloadDocument::setSplitter(Splitter splitter)
{
    m_splitter = std::move(splitter);
}

// Of those that are here already with that very value, nothing is left to do.
QList<json::Value> PayloadDocument::newMembers(const Value &object, const json::Value &pasted)
{
    QHash<QString, Value> here;
    for (Value member = object.at(0); member.exists(); member = member.next())
        here.insert(member.key(), member);
    QList<json::Value> members;
    for (const json::Value member : pasted) {
        const auto same = here.constFind(member.key());
        if (same == here.constEnd() || same->raw() != member.raw())
            members.append(member);
    }
    return members;
}

Result<void> PayloadDocument::checkPastedKeys(const Value &object,
                                              const QList<json::Value> &pasted) const
{
    QSet<QString> taken;
    for (Value member = object.at(0); member.exists(); member = member.next())
        taken.insert(member.key());
    QStringList there;
    QSet<QString> told;
    for (const json::Value &member : pasted) {
        const QString key = member.key();
        if (taken.contains(key) && !told.contains(key))
            there.append(key);
        told.insert(key);
        if (!isRoot(object))
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
Result<Value> PayloadDocument::pasteMembers(const Value &object, const json::Value &pasted)
{
    const QList<json::Value> added = newMembers(object, pasted);
    if (const Result<void> good = checkPastedKeys(object, added); !good)
        return tl::unexpected(good.error());
    if (added.isEmpty())
        return object;
    const QString name = tr("Paste %n Key(s)", nullptr, int(added.size()));
    if (object.isEmpty()) {
        const QByteArray raw = pasted.raw().toByteArray();
        const Result<QByteArray> whole = isRoot(object) ? raw
                                                        : m_document.laidOut(object.parent(), raw);
        if (!whole)
            return tl::unexpected(whole.error());
        return commit(meaning(m_document.replaceValue(object, *whole), Change::Kind::Inserted,
                              edit::childOf(object.path(), 0), added.size()),
                      name);
    }
    QList<edit::Member> members;
    for (const json::Value &member : added) {
        const Result<QByteArray> value = m_document.laidOut(object, member.raw().toByteArray());
        if (!value)
            return tl::unexpected(value.error());
        members.append({member.rawKey().toByteArray(), *value});
    }
    return commit(m_document.append(object, members), name);
}

Result<Value> PayloadDocument::commit(const Result<Change> &made, const QString &name)
{
    if (!made)
        return tl::unexpected(made.error());
    Change change = *made;
    change.name = name;
    const edit::Splice &first = change.splices.constFirst();
    if (change.at.isEmpty() && !first.inserted.startsWith('{')) // it is the root that is replaced
        return tl::unexpected(notAnObject());
    if (const Result<void> fits = m_document.fits(change); !fits)
        return tl::unexpected(fits.error());
    if (change.changesText()) {
        m_history.add(change);
        show(change);
    }
    return change.kind == Change::Kind::Removed ? Value() : m_document.at(change.place());
}

void PayloadDocument::show(const Change &change)
{
    emit aboutToEdit(change);
    [[maybe_unused]] const Result<void> done = m_document.apply(change);
    Q_ASSERT(done); // the history is the only way to the text
    m_text.reset();
    emit edited(change);
    emit changed();
}

} // namespace closeout::ui
