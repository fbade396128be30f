// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The edits of a Document once more, in the plainest way: on a whole text with a whole index. What
// they give is what a Document has to give. Nothing: the edit is refused.

#pragma once

#include "json/document.h"
#include "json/strings.h"

#include <QtCore/QByteArrayList>

#include <optional>

namespace closeout::edit {

class PlainEdits
{
public:
    explicit PlainEdits(const QByteArray &text)
        : m_text(text)
        , m_document(*json::Document::parse(text))
        , m_isMultiLine(text.contains('\n'))
    {
    }

    using Edited = std::optional<QByteArray>;

    Edited replaceValue(json::NodeId node, const QByteArray &json) const
    {
        const auto value = json::Document::parse(json);
        const json::Value old = at(node);
        return value ? replaced(old.offset(), old.raw().size(), value->root().raw().toByteArray())
                     : Edited();
    }

    Edited renameKey(json::NodeId node, const QByteArray &rawKey) const
    {
        const json::Value old = at(node);
        return old.rawKey().isEmpty() ? Edited()
                                      : replaced(old.keyOffset(), old.rawKey().size(), rawKey);
    }

    Edited insert(json::NodeId parent, qsizetype index, const QByteArray &rawKey,
                  const QByteArray &json) const
    {
        const auto value = json::Document::parse(json);
        const json::Value container = at(parent);
        if (!value || (!container.isObject() && !container.isArray()) || index < 0
            || index > container.size())
            return {};
        QByteArray item = value->root().raw().toByteArray();
        if (container.isObject())
            item.prepend(rawKey + colonOf(container));
        if (container.size() == 0 && m_isMultiLine) {
            const QByteArray indent = '\n' + indentAt(container.keyOffset());
            return replaced(container.offset() + 1, container.raw().size() - 2,
                            indent + "  " + item + indent);
        }
        if (container.size() == 0)
            return replaced(container.offset() + 1, 0, item);
        if (index == container.size())
            return replaced(endOf(container.at(index - 1)), 0, commaOf(container) + item);
        return replaced(container.at(index).keyOffset(), 0, item + commaOf(container));
    }

    Edited remove(json::NodeId node) const
    {
        const json::Value value = at(node);
        const json::Value container = value.parent();
        if (!container.exists())
            return {};
        if (container.size() == 1)
            return replaced(container.offset() + 1, container.raw().size() - 2, {});
        const qsizetype row = rowOf(value);
        const bool isLast = row == container.size() - 1;
        const qsizetype from = isLast ? endOf(container.at(row - 1)) : value.keyOffset();
        const qsizetype until = isLast ? endOf(value) : container.at(row + 1).keyOffset();
        return replaced(from, until - from, {});
    }

    Edited move(json::NodeId node, qsizetype index) const
    {
        const json::Value container = at(node).parent();
        if (!container.exists() || index < 0 || index >= container.size())
            return {};
        QByteArrayList items;
        QByteArrayList gaps;
        qsizetype end = container.offset();
        for (const json::Value child : container) {
            gaps.append(m_text.sliced(end, child.keyOffset() - end));
            end = endOf(child);
            items.append(m_text.sliced(child.keyOffset(), end - child.keyOffset()));
        }
        items.move(rowOf(at(node)), index);
        QByteArray inside;
        for (qsizetype i = 0; i < items.size(); ++i)
            inside += gaps.at(i) + items.at(i);
        return replaced(container.offset(), end - container.offset(), inside);
    }

    // In two steps: away, and in again.
    Edited moveAcross(json::NodeId node, json::NodeId target, qsizetype index,
                      const QByteArray &rawKey) const
    {
        const json::Node &moved = m_document.nodes().at(node);
        if (node == 0 || (target >= node && target < moved.next))
            return {};
        PlainEdits without(*remove(node));
        without.m_isMultiLine = m_isMultiLine;
        const json::NodeId there = target < node ? target : target - (moved.next - node);
        return without.insert(there, index, rawKey, at(node).raw().toByteArray());
    }

    const json::Document &document() const { return m_document; }
    json::Value at(json::NodeId node) const { return {&m_document, node}; }

    static qsizetype rowOf(const json::Value &value)
    {
        qsizetype row = 0;
        for (const json::Value sibling : value.parent()) {
            if (sibling.node() == value.node())
                break;
            ++row;
        }
        return row;
    }

private:
    static qsizetype endOf(const json::Value &value) { return value.offset() + value.raw().size(); }

    Edited replaced(qsizetype at, qsizetype length, const QByteArray &bytes) const
    {
        const QByteArray text = QByteArray(m_text).replace(at, length, bytes);
        return json::Document::parse(text) ? text : Edited();
    }

    QByteArray colonOf(const json::Value &container) const
    {
        if (container.size() == 0)
            return ": ";
        const json::Value first = container.at(0);
        const qsizetype keyEnd = first.keyOffset() + first.rawKey().size();
        return m_text.sliced(keyEnd, first.offset() - keyEnd);
    }

    QByteArray commaOf(const json::Value &container) const
    {
        const json::Value first = container.at(0);
        if (container.size() > 1)
            return m_text.sliced(endOf(first), container.at(1).keyOffset() - endOf(first));
        const qsizetype inside = container.offset() + 1;
        return ',' + m_text.sliced(inside, first.keyOffset() - inside);
    }

    QByteArray indentAt(qsizetype offset) const
    {
        const qsizetype start = offset == 0 ? 0 : m_text.lastIndexOf('\n', offset - 1) + 1;
        qsizetype end = start;
        while (end < offset && (m_text.at(end) == ' ' || m_text.at(end) == '\t'))
            ++end;
        return m_text.sliced(start, end - start);
    }

    QByteArray m_text;
    json::Document m_document;
    bool m_isMultiLine;
};

} // namespace closeout::edit
