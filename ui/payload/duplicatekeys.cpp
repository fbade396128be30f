// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/payload/duplicatekeys.h"

#include "json/strings.h"

#include <algorithm>
#include <deque>
#include <limits>

namespace closeout::ui {

namespace {

using json::DuplicateKey;
using json::NodeId;
using json::Value;

// A part of a text, in bytes.
struct Span
{
    qsizetype from = 0;
    qsizetype until = std::numeric_limits<qsizetype>::max();

    bool touches(const json::Node &node) const { return node.end >= from && node.start <= until; }
};

void findIn(const Value &object, QList<DuplicateKey> &found)
{
    QHash<QByteArrayView, NodeId> seen;
    seen.reserve(object.size());
    std::deque<QByteArray> spellings; // what the hash looks at
    for (const Value member : object) {
        QByteArrayView key = member.rawKey();
        if (key.contains('\\')) // one key has many spellings, one of them without any escape
            key = spellings.emplace_back(json::spell(json::unspell(key)));
        if (const auto first = seen.constFind(key); first != seen.constEnd())
            found.append({*first, member.node()});
        else
            seen.insert(key, member.node());
    }
}

void findInside(const json::Document &document, const Value &container, const Span &span,
                QList<DuplicateKey> &found)
{
    if (container.isObject() && container.size() > 1)
        findIn(container, found);
    for (const Value child : container) {
        if (child.size() > 0 && span.touches(document.nodes().at(child.node())))
            findInside(document, child, span, found);
    }
}

} // namespace

void DuplicateKeys::find(const json::Document &document)
{
    m_all.clear();
    findInside(document, document.root(), {}, m_all);
    takePlaces(document);
}

void DuplicateKeys::follow(const json::Document &before, const json::Document &after,
                           const QList<json::Splice> &steps)
{
    // What stands in front of all steps, and behind them, is what it was.
    qsizetype size = before.text().size();
    qsizetype head = size;
    qsizetype tail = size;
    for (const json::Splice &step : steps) {
        size += step.inserted.size() - step.removed.size();
        head = std::min(head, step.at);
        tail = std::min(tail, size - step.at - step.inserted.size());
    }
    const Span old{head, before.text().size() - tail};
    const NodeId shift = NodeId(after.nodes().size() - before.nodes().size()); // modulo 2^32
    QList<DuplicateKey> found;
    for (const DuplicateKey &pair : std::as_const(m_all)) {
        const json::Node &object = before.nodes().at(before.nodes().at(pair.first).parent);
        if (old.touches(object))
            continue;
        const bool isBehind = object.start > old.until;
        found.append(isBehind ? DuplicateKey{pair.first + shift, pair.second + shift} : pair);
    }
    findInside(after, after.root(), {head, after.text().size() - tail}, found);
    m_all = std::move(found);
    takePlaces(after);
}

void DuplicateKeys::takePlaces(const json::Document &document)
{
    std::sort(m_all.begin(), m_all.end(),
              [](const DuplicateKey &a, const DuplicateKey &b) { return a.second < b.second; });
    m_places.clear();
    for (const DuplicateKey &pair : std::as_const(m_all)) {
        m_places.insert(pair.first, Place::Itself);
        m_places.insert(pair.second, Place::Itself);
    }
    for (const DuplicateKey &pair : std::as_const(m_all)) {
        for (Value around = Value(&document, pair.second).parent();
             around.exists() && m_places.value(around.node()) == Place::None;
             around = around.parent())
            m_places.insert(around.node(), Place::Inside);
    }
}

} // namespace closeout::ui
