// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "filter/filter.h"

#include "filter/evaluationworker.h"
#include "filter/parallel.h"

#include <algorithm>
#include <numeric>

namespace closeout::filter {

namespace {

bool asksIn(const Node &node, rows::Field field)
{
    if (node.kind == Node::Kind::Test)
        return node.test.of != Condition::Of::AnyText && node.test.field == field;
    return std::any_of(node.children.begin(), node.children.end(),
                       [field](const Node &child) { return asksIn(child, field); });
}

bool isAbout(const Node &node, rows::Field field)
{
    return node.kind == Node::Kind::Test && asksIn(node, field);
}

} // namespace

tl::expected<Filter, Fault> Filter::parse(const QString &text, rows::Subject subject)
{
    tl::expected<Node, Fault> root = parseFilter(text, subject);
    if (!root)
        return tl::unexpected(root.error());
    Filter filter;
    filter.m_root = std::move(*root);
    filter.m_subject = subject;
    return filter;
}

bool Filter::asks(rows::Field field) const
{
    return asksIn(m_root, field);
}

Filter::Parts Filter::split(rows::Field field) const
{
    Parts parts;
    parts.about.m_subject = parts.rest.m_subject = m_subject;
    if (m_root.kind != Node::Kind::And) {
        (isAbout(m_root, field) ? parts.about : parts.rest).m_root = m_root;
        return parts;
    }
    for (const Node &term : m_root.children) {
        Node &part = (isAbout(term, field) ? parts.about : parts.rest).m_root;
        part.kind = Node::Kind::And;
        part.children.push_back(term);
    }
    return parts;
}

std::optional<Found> Filter::find(const rows::Snapshot &snapshot, const Context &context,
                                  const std::atomic_bool &cancelled) const
{
    const rows::Rows &rows = snapshot.rows(m_subject);
    Found found;
    if (isEmpty()) {
        found.rows.resize(rows.count());
        std::iota(found.rows.begin(), found.rows.end(), 0U);
        return cancelled ? std::nullopt : std::optional(std::move(found));
    }
    Evaluation evaluation(m_root, snapshot, m_subject, context, cancelled);
    evaluation.prepare();
    std::vector<std::vector<quint32>> parts(size_t(rows.blocks().size()));
    inParallel(parts.size(), cancelled, [&] {
        return [&, worker = EvaluationWorker(evaluation)](size_t block) mutable {
            const std::span<const quint8> selected = worker.select(block);
            std::vector<quint32> &part = parts[block];
            part.resize(size_t(std::count(selected.begin(), selected.end(), 1)));
            quint32 row = quint32(block) * rows::Rows::blockSize;
            auto out = part.begin();
            for (const quint8 isSelected : selected) {
                if (isSelected != 0)
                    *out++ = row;
                ++row;
            }
        };
    });
    if (cancelled)
        return {};
    size_t total = 0;
    for (const std::vector<quint32> &part : parts)
        total += part.size();
    found.rows.reserve(total);
    for (const std::vector<quint32> &part : parts)
        found.rows.insert(found.rows.end(), part.begin(), part.end());
    found.problem = evaluation.problem();
    return found;
}

std::optional<std::vector<quint32>> Filter::matches(const rows::Snapshot &snapshot,
                                                    const Context &context,
                                                    const std::atomic_bool &cancelled) const
{
    std::optional<Found> found = find(snapshot, context, cancelled);
    if (!found)
        return {};
    return std::move(found->rows);
}

} // namespace closeout::filter
