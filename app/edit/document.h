// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A JSON document while it is edited, of 100 MB as of ten bytes. This room knows JSON and nothing
// else of ours: people may take it out.
//
//     Result<Document> document = Document::open(bytes);
//     History history;
//
//     const Value rating = document->root().member(u"Feedback").member(u"rating");
//     Result<Change> change = document->replaceValue(rating, "8.50"); // changes nothing yet
//     document->apply(*change);                                       // one byte span
//     history.add(*change);
//
//     document->apply(history.undo());
//
// The pieces, from below:
//   text.h      bytes in blocks; copies are snapshots that cost next to nothing
//   outline.h   which values stand where, by relative sizes; looked into when somebody asks
//   document.h  both together: values to read, edits as values, and what follows them
//   change.h    what an edit does: bytes, what they mean for the tree, a name
//   history.h   changes that were made, back and forth; can be kept on disk
//
// Reading and editing change no byte but those of what is edited, as json/document.h says, and the
// same is accepted: only the size is limited to 2 GiB, and the number of values is not.
//
// An edit costs what it changes, not what stands behind it. While replaceText() has broken the
// text, the tree is the one of the last good text, broken() tells where and why, and edits of the
// tree are refused; text() is what a person sees. What mends the text ends that.

#pragma once

#include "edit/change.h"
#include "edit/node.h"
#include "edit/outline.h"
#include "edit/text.h"
#include "result.h"

#include <memory>
#include <optional>

namespace closeout::edit {

class Document;

// A place in a document, with the questions of json::Value and the same answers. Good until the
// next change; see Handle.
class Value
{
public:
    Value() = default;

    bool exists() const { return m_outline != nullptr; }
    json::Type type() const;
    bool isObject() const { return type() == json::Type::Object; }
    bool isArray() const { return type() == json::Type::Array; }

    QByteArray raw() const; // as it is spelled
    QByteArray rawKey() const; // with its quotes; empty for an element and for the root
    QString key() const; // what the key says
    QString text() const; // what a string says; the spelling of any other scalar; else empty
    qsizetype offset() const; // of the value in the text, in bytes
    qsizetype keyOffset() const; // of the key; of the value where there is none
    qsizetype end() const; // behind its last byte

    qsizetype size() const; // members or elements
    bool isEmpty() const; // none; without looking further in
    Value parent() const; // absent for the root
    qsizetype row() const { return m_spot.row; } // in the parent
    Value at(qsizetype row) const; // absent: there is no such row
    Value member(QStringView key) const; // the last of that name, as most readers take it
    Value next() const; // the sibling behind it, in no time; absent: there is none
    Path path() const;
    QString pointer() const; // RFC 6901; of two equal keys both have the same

    bool isDuplicate() const; // another member of its object has the same key
    bool holdsDuplicates() const; // something inside is a duplicate

    // What it stands in, as something that a model can point to: the same through all changes, as
    // long as that object or array is there and is not replaced whole. See Document::child().
    const void *home() const { return m_around; }
    const void *homeOfChildren() const; // nothing: it holds none

    friend bool operator==(const Value &a, const Value &b)
    {
        return a.m_around == b.m_around && a.m_spot.row == b.m_spot.row;
    }

private:
    friend class Document;
    Value(const Outline *outline, Node *around, const Spot &spot, qsizetype base = -1)
        : m_outline(outline)
        , m_around(around)
        , m_spot(spot)
        , m_base(base)
    {
    }
    qsizetype base() const;
    Node *inside() const;
    Place place() const;

    const Outline *m_outline = nullptr;
    Node *m_around = nullptr;
    Spot m_spot;
    mutable qsizetype m_base = -1; // where its container's inside begins; -1: not asked for yet
};

// Remembers a value through changes; a value that is replaced is still the one. Owned by whoever
// wants to come back, and may outlive the document.
class Handle
{
public:
    Handle() = default;

private:
    friend class Document;
    std::shared_ptr<Mark> m_mark;
};

struct Member
{
    QByteArray rawKey; // as it shall be spelled
    QByteArray json;
};

class Document
{
public:
    Document(); // null
    // The Error is the one of json::Document::parse().
    static Result<Document> open(QByteArray text);

    const Text &text() const { return m_text; }
    const std::optional<Break> &broken() const { return m_break; } // nothing: the text is good

    Value root() const;
    Value at(const Path &path) const; // absent: no such place
    Value child(const void *home, qsizetype row) const; // a row that there is
    Value find(QStringView pointer) const; // RFC 6901; of equal keys the last; or absent
    Value valueAt(qsizetype offset) const; // the innermost around a byte
    Handle handle(const Value &value) const;
    Value value(const Handle &handle) const; // absent: it has gone

    bool hasDuplicateKeys() const { return m_outline->top().hasDuplicates(); }
    // In the order of the text, the first member behind a place whose key an earlier one has;
    // absent: there is none.
    Value nextDuplicate(const Path &behind) const;

    // Edits, as what they would change: the smallest span that does it, in the style of the
    // neighbours. Values are JSON text, keys JSON strings with their quotes. One that would not
    // leave a valid document is an Error.
    Result<Change> replaceValue(const Value &value, const QByteArray &json) const;
    Result<Change> renameKey(const Value &member, const QByteArray &rawKey) const;
    // row: where it will stand; rawKey only for objects. In a text of several lines, what was empty
    // is opened over lines.
    Result<Change> insert(const Value &container, qsizetype row, const QByteArray &rawKey,
                          const QByteArray &json) const;
    Result<Change> append(const Value &object, const QList<Member> &members) const;
    Result<Change> remove(const Value &value) const; // with its comma; not the root
    Result<Change> move(const Value &value, qsizetype row) const; // among its siblings
    // Into another container that is not inside of it; row: where it will stand there.
    Result<Change> move(const Value &value, const Value &container, qsizetype row,
                        const QByteArray &rawKey) const;
    // Any bytes for any: the only edit that may break the text, and mend it.
    Change replaceText(qsizetype at, qsizetype length, const QByteArray &bytes) const;

    // JSON as it would stand inside a container: over several lines if what is there does.
    Result<QByteArray> laidOut(const Value &container, const QByteArray &json) const;

    // All of it, or an Error and nothing: the text is not the one that the change was made for, or
    // it would become too large.
    Result<void> apply(const Change &change);
    Result<void> fits(const Change &change) const; // what apply() would say

private:
    struct Kept; // what stays looked at while the bytes around it are read anew

    Result<void> checkGood() const;
    Result<QList<Text>> steps(const Change &change) const; // the text after each splice
    Value value(Node *around, qsizetype row) const;
    Kept keep(const Change &change) const;
    void putBack(Kept kept, const Change &change);
    void follow(const Text &text, const Splice &splice);
    bool nextDuplicateIn(Node &node, const Path &path, const Path &behind, Value &found) const;

    std::unique_ptr<Outline> m_outline; // of the last good text
    Text m_text;
    std::optional<Break> m_break;
    qsizetype m_head = 0; // while it is broken: what is the same at the beginning, and at the end
    qsizetype m_tail = 0;
};

} // namespace closeout::edit
