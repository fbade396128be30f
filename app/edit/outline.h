// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Which values stand where in a text that is edited. A container is looked into when somebody asks
// for its inside; until then it is one entry with its size. An edit of the text reads anew what
// stands between the children that it leaves alone, and changes sizes on the way to the top.
//
// The top is a container without brackets that holds the whole value. Owned by a Document.

#pragma once

#include "edit/node.h"
#include "edit/reading.h"
#include "edit/text.h"
#include "result.h"

namespace closeout::edit {

// Why a text is no JSON at the moment.
struct Break
{
    qsizetype offset = 0; // where it was noticed, in bytes
    json::Position position;
    Error error; // a sentence that tells position and reason
};

// A child and its parts, in bytes of the whole text.
struct Place
{
    Spot spot;
    qsizetype start = 0; // of the key, or of the value
    qsizetype end = 0;
    qsizetype keyEnd = 0; // start: there is no key
    qsizetype valueStart = 0;
};

class Outline
{
public:
    Outline();

    // The bytes of the value alone, where it is to stand inside of so many containers.
    static Result<QByteArray> valueIn(const QByteArray &json, int depth);

    // Another text altogether. On a Break everything stays as it was.
    std::optional<Break> read(const Text &text);
    // The text after an edit that put “inserted” bytes in place of “removed” ones.
    std::optional<Break> follow(const Text &text, qsizetype at, qsizetype removed,
                                qsizetype inserted);

    const Text &text() const { return m_text; }
    Node &top() const { return *m_top; }
    // Nothing: it holds nothing.
    Node *inside(Node &around, const Spot &spot) const;
    Place place(const Node &around, const Spot &spot) const;
    Place place(const Node &around, const Spot &spot, qsizetype contentStart) const;
    qsizetype contentStart(const Node &node) const;
    qsizetype contentEnd(const Node &node) const; // where the closing bracket stands
    int depthOf(const Node &node) const; // how many stand around it
    QByteArray rawKey(const Node &around, const Spot &spot, qsizetype contentStart) const;
    const std::vector<Twice> &twice(Node &object) const; // in order of rows

private:
    struct Span
    {
        qsizetype at = 0;
        qsizetype removed = 0;
        qsizetype inserted = 0;
        qsizetype delta() const { return inserted - removed; }
    };
    struct Rows // that an edit touches
    {
        Node *node = nullptr;
        qsizetype first = 0;
        qsizetype behind = 0;
        qsizetype start = 0; // of what is read anew: the end of what stands before them
        qsizetype end = 0;
    };
    struct Anew
    {
        std::vector<Entry> entries;
        quint32 lead = 0; // of the row behind them
        std::optional<Flaw> flaw; // in bytes of the new text
        bool isFinal = true; // the flaw: what stands around cannot mend it
    };

    Rows touched(Node &node, const Span &edit) const;
    Rows innermost(const Span &edit) const;
    bool followKey(const Text &text, const Rows &rows, const Span &edit);
    bool followSpace(const Text &text, const Span &edit);
    Anew readAnew(const Text &text, const Rows &rows, const Span &edit) const;
    void take(const Text &text, const Rows &rows, const Span &edit, Anew anew);
    std::vector<qsizetype> keepNodes(const Rows &rows, const Span &edit,
                                     std::vector<Entry> &entries);
    static void moveMarks(const Rows &rows, const std::vector<qsizetype> &now, qsizetype fresh);
    void growAround(Node &node, qint64 delta);
    void lookForTwice(Node &object, qsizetype first, qsizetype count);
    bool standsElsewhere(const Node &object, const Spot &member) const;
    std::vector<Twice> findTwice(const Node &object) const;
    bool delimitsItself(qsizetype offset) const;
    static Break breakAt(const Text &text, const Flaw &flaw);

    Text m_text;
    std::unique_ptr<Node> m_top;
};

} // namespace closeout::edit
