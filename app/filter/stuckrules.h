// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What counts as stuck: named rules, each a line of the filter language.

#pragma once

#include "filter/filter.h"

namespace closeout::filter {

struct StuckRule
{
    QString name;
    QString filter; // without a term about "stuck"

    friend bool operator==(const StuckRule &, const StuckRule &) = default;
};

class StuckRules
{
public:
    static constexpr qsizetype mostRules = 32; // one bit each

    StuckRules() = default; // nothing is stuck
    explicit StuckRules(QList<StuckRule> rules); // beyond mostRules they are kept and not asked
    static StuckRules standard();
    // One a line, as a person writes them: "overdue: overdue>0 idle>1h". None: the standard ones.
    static StuckRules fromLines(const QStringList &lines);
    QStringList toLines() const;

    const QList<StuckRule> &rules() const { return m_rules; }
    const QList<Error> &problems() const { return m_problems; } // of rules that say nothing
    // nullptr: it is broken, or says nothing of such rows: it asks for open tasks of a task.
    const Filter *filter(qsizetype rule, rows::Subject subject) const;

    // By row, one bit for each rule that it fits: 1 for the first. Nothing: it was cancelled.
    std::optional<std::vector<quint32>> reasons(const rows::Snapshot &snapshot,
                                                rows::Subject subject, rows::Moment now,
                                                const std::atomic_bool &cancelled) const;
    QStringList namesOf(quint32 reasons) const;

    friend bool operator==(const StuckRules &a, const StuckRules &b)
    {
        return a.m_rules == b.m_rules;
    }

private:
    struct Parsed
    {
        std::optional<Filter> ofServices;
        std::optional<Filter> ofTasks;
    };
    Parsed parse(const StuckRule &rule);

    QList<StuckRule> m_rules;
    std::vector<Parsed> m_parsed;
    QList<Error> m_problems;
};

// How a row stands, in words: "open 3 d, expected 1 h; no event for 2 d; 2 open tasks".
QString stuckInWords(const rows::Snapshot &snapshot, rows::Subject subject, quint32 row,
                     rows::Moment now);

} // namespace closeout::filter
