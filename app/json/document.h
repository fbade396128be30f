// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Lossless JSON. A Document is its text; the tree is an index over that text. Reading never
// changes a byte, and an edit replaces exactly the bytes of what is edited: key order, duplicate
// keys, the spelling of numbers and strings and all white space elsewhere stay as they were.
//
//     Result<Document> document = Document::parse(bytes);
//     const Value rating = document->root().member(u"Feedback").member(u"rating");
//     rating.raw();                                   // "7", as it was spelled
//     document->replaceValue(rating.node(), "8.50");  // changes one byte span
//
// Defined for odd input:
//   any value at the top         accepted, scalars too
//   byte order mark              accepted at the very start and kept in text(); elsewhere U+FEFF is
//                                a character, good inside strings only
//   invalid UTF-8, NUL bytes     an error with line and column
//   \u0000 and lone surrogates   accepted when written as escapes, kept as they were spelled
//   numbers                      any that the grammar allows, of any length: never converted
//   duplicate keys               kept; findDuplicateKeys() finds them
//   nesting                      to 1024 levels; deeper is refused
//   size                         to 4 GiB - 1, and to 16 Mi values, whose index takes 512 MiB;
//                                larger is refused
// Source of the grammar: RFC 8259.

#pragma once

#include "result.h"
#include "json/characters.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QList>
#include <QtCore/QString>

#include <iterator>
#include <optional>

namespace closeout::json {

enum class Type : quint8 { Absent, Null, Bool, Number, String, Array, Object };

// Of the value that begins so; Absent: none does.
constexpr Type typeBeginningWith(char first)
{
    switch (first) {
    case '{':
        return Type::Object;
    case '[':
        return Type::Array;
    case '"':
        return Type::String;
    case 't':
    case 'f':
        return Type::Bool;
    case 'n':
        return Type::Null;
    default:
        return first == '-' || isDigit(first) ? Type::Number : Type::Absent;
    }
}

constexpr int maximumDepth = 1024;
constexpr quint32 maximumValues = 1U << 24; // of one document

using NodeId = quint32; // position in document order; valid until the next edit

struct Node
{
    quint32 start = 0; // of the value, in bytes from the start of the text
    quint32 end = 0; // behind its last byte
    quint32 keyStart = 0; // of the key's opening quote; keyStart == keyEnd: an element, or the root
    quint32 keyEnd = 0;
    NodeId parent = 0; // the root is its own parent
    NodeId next = 0; // behind the last node inside: the next sibling, if there is one
    quint32 children = 0;
    Type type = Type::Null;

    friend bool operator==(const Node &, const Node &) = default;
};

class Document;

// A place in a document. Cheap to copy; lives as long as the document and until its next edit.
// Asking an absent value for anything gives something empty, so that reading an answer that lacks
// a part needs no ladder of checks.
class Value
{
public:
    Value() = default;
    Value(const Document *document, NodeId node)
        : m_document(document)
        , m_node(node)
    {
    }

    Type type() const;
    bool exists() const { return m_document != nullptr; }
    bool isObject() const { return type() == Type::Object; }
    bool isArray() const { return type() == Type::Array; }

    NodeId node() const { return m_node; }
    QByteArrayView raw() const; // as it is spelled
    QByteArrayView rawKey() const; // with its quotes; empty for an element and for the root
    QString key() const; // what the key says
    QString text() const; // what a string says; the spelling of any other scalar; else empty
    qsizetype offset() const; // of the value in the text, in bytes
    qsizetype keyOffset() const; // of the key; of the value where there is none

    qsizetype size() const; // members or elements
    Value parent() const; // absent for the root
    Value member(QStringView key) const; // the last of that name, as most readers take it
    Value at(qsizetype index) const; // walks: use the iterator for loops
    QString pointer() const; // RFC 6901; of two equal keys both have the same

    class Iterator;
    Iterator begin() const;
    Iterator end() const;

private:
    const Node *get() const;

    const Document *m_document = nullptr;
    NodeId m_node = 0;
};

struct Position
{
    qsizetype line = 1;
    qsizetype column = 1; // in characters (code points)
};

// One step of an edit: what stood at a place and what stands there now. Applying its inverse
// takes the edit back.
struct Splice
{
    qsizetype at = 0;
    QByteArray removed;
    QByteArray inserted;

    Splice inverse() const { return {at, inserted, removed}; }
};

class Document
{
public:
    // The message of an Error gives line, column and what was expected. See isBeyondLimits().
    static Result<Document> parse(QByteArray text);

    const QByteArray &text() const { return m_text; } // byte for byte as it was read or edited
    Value root() const { return {this, 0}; }
    const QList<Node> &nodes() const { return m_nodes; } // in document order
    Position positionOf(qsizetype offset) const;

    // RFC 6901, "" for the root. Of equal keys the last is found; for a broken pointer nothing.
    std::optional<NodeId> find(QStringView pointer) const;

    // Edits. Each takes JSON text for values and plain text for keys, changes the smallest span
    // that does it in the style of its neighbours, and returns the splice; all Values are stale
    // afterwards. An edit that would not leave a valid document is an Error and changes nothing.
    Result<Splice> replaceValue(NodeId node, QByteArrayView json);
    Result<Splice> renameKey(NodeId node, QStringView key);
    // index: where it will stand among the children; key only for objects.
    Result<Splice> insert(NodeId parent, qsizetype index, QStringView key, QByteArrayView json);
    Result<Splice> remove(NodeId node); // with its comma; the root cannot be removed
    Result<Splice> move(NodeId node, qsizetype index); // among its siblings
    Result<void> apply(const Splice &splice); // for undo and redo

private:
    Document() = default;
    Result<Splice> splice(qsizetype at, qsizetype length, QByteArray replacement);

    QByteArray m_text;
    QList<Node> m_nodes;
};

// Of an Error of parse(): the text may be valid JSON, but is more than a Document holds.
bool isBeyondLimits(const Error &error);

QString pointerStep(QString key); // a key as it stands in a pointer: RFC 6901

struct DuplicateKey
{
    NodeId first = 0;
    NodeId second = 0;
};

// Each member whose key an earlier member of its object has, however the two are spelled, with the
// first that has it.
QList<DuplicateKey> findDuplicateKeys(const Document &document);

class Value::Iterator
{
public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Value;
    using difference_type = qsizetype;
    using pointer = const Value *;
    using reference = Value;

    Iterator(const Document *document, NodeId node, qsizetype left)
        : m_document(document)
        , m_node(node)
        , m_left(left)
    {
    }
    Value operator*() const { return {m_document, m_node}; }
    Iterator &operator++()
    {
        m_node = m_document->nodes().at(m_node).next;
        --m_left;
        return *this;
    }
    bool operator!=(const Iterator &other) const { return m_left != other.m_left; }
    bool operator==(const Iterator &other) const { return m_left == other.m_left; }

private:
    const Document *m_document;
    NodeId m_node;
    qsizetype m_left; // children not yet passed
};

} // namespace closeout::json
