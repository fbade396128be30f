// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The filter language: which rows a person means. docs/filter.md explains it to them.
//
//     const auto filter = Filter::parse(u"age>4h type:\"Bill Payment\" -media:email"_s,
//                                       Subject::Service);
//     if (!filter)
//         underline(filter.error().at, filter.error().length, filter.error().message);
//     else if (const auto rows = filter->matches(snapshot, {.now = now}, cancelled))
//         show(*rows);
//
// Parsed once, a filter may be asked from any thread and by several at a time. An answer takes time
// and memory by the rows and the words of the snapshot, nothing beyond.

#pragma once

#include "filter/tree.h"

#include <atomic>

namespace closeout::filter {

class StuckRules;

// What is not in the rows.
struct Context
{
    rows::Moment now = 0; // ages and the like are of that moment
    const StuckRules *rules = nullptr; // not owned; nullptr: nothing is stuck
};

struct Found
{
    std::vector<quint32> rows; // in their order
    QString problem; // a sentence when some rows could not be judged and count as no match
};

class Filter
{
public:
    Filter() = default; // everything
    static tl::expected<Filter, Fault> parse(const QString &text, rows::Subject subject);

    bool isEmpty() const { return m_root.kind == Node::Kind::Everything; }
    rows::Subject subject() const { return m_subject; }
    const Node &root() const { return m_root; }
    bool asks(rows::Field field) const; // is there a term about it?
    // The terms about a field that must hold beside all others ("a" and "b" in "a b (c OR d)"), and
    // what it would find if they were not there. A row that both find is one that this finds.
    struct Parts;
    Parts split(rows::Field field) const;

    // Nothing: it was cancelled.
    std::optional<Found> find(const rows::Snapshot &snapshot, const Context &context,
                              const std::atomic_bool &cancelled) const;
    std::optional<std::vector<quint32>> matches(const rows::Snapshot &snapshot,
                                                const Context &context,
                                                const std::atomic_bool &cancelled) const;

private:
    Node m_root;
    rows::Subject m_subject = rows::Subject::Service;
};

struct Filter::Parts
{
    Filter about;
    Filter rest;
};

} // namespace closeout::filter
