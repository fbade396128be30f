// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "filter/stuckrules.h"

#include "rows/durations.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::filter {

StuckRules::StuckRules(QList<StuckRule> rules)
    : m_rules(std::move(rules))
{
    for (const StuckRule &rule : std::as_const(m_rules))
        m_parsed.push_back(parse(rule));
}

// Services may stay idle over a weekend, and a task as long as its agent is busy; so what is long
// is said twice: against the plan, and by the silence since.
StuckRules StuckRules::standard()
{
    return StuckRules({
        {u"overdue"_s, u"overdue>0 idle>1h"_s},
        {u"silent"_s, u"idle>24h"_s},
        {u"left behind"_s, u"tasks>0 states=0 idle>4h"_s},
        {u"past its end"_s, u"autocompletes<-1h"_s},
    });
}

StuckRules StuckRules::fromLines(const QStringList &lines)
{
    QList<StuckRule> rules;
    for (const QString &line : lines) {
        const qsizetype colon = line.indexOf(u':');
        rules.append({line.first(std::max<qsizetype>(colon, 0)).trimmed(),
                      line.sliced(colon + 1).trimmed()});
    }
    return rules.isEmpty() ? standard() : StuckRules(rules);
}

QStringList StuckRules::toLines() const
{
    QStringList lines;
    for (const StuckRule &rule : m_rules)
        lines.append(rule.name + u": "_s + rule.filter);
    return lines;
}

StuckRules::Parsed StuckRules::parse(const StuckRule &rule)
{
    const auto refuse = [this](const QString &message) {
        m_problems.append(Error{ErrorKind::InvalidInput, message});
        return Parsed();
    };
    if (qsizetype(m_parsed.size()) >= mostRules)
        return refuse(Tr::tr("The rule “%1” is not asked: there may be %2 rules at the most.")
                          .arg(rule.name)
                          .arg(mostRules));
    if (rule.name.trimmed().isEmpty())
        return refuse(Tr::tr("Rule %1, “%2”, has no name. Write one and a colon before it, as in "
                             "“old: age>2d”.")
                          .arg(m_parsed.size() + 1)
                          .arg(rule.filter));
    const auto before = m_rules.cbegin() + qsizetype(m_parsed.size());
    const bool isTaken = std::any_of(m_rules.cbegin(), before, [&rule](const StuckRule &other) {
        return other.name.compare(rule.name, Qt::CaseInsensitive) == 0; // as stuck:name finds it
    });
    if (isTaken)
        return refuse(Tr::tr("There are two rules with the name “%1”. Give the second one another "
                             "name.")
                          .arg(rule.name));
    const auto ofServices = Filter::parse(rule.filter, rows::Subject::Service);
    const auto ofTasks = Filter::parse(rule.filter, rows::Subject::Task);
    if (!ofServices && !ofTasks)
        return refuse(Tr::tr("The rule “%1” is not asked, because its filter “%2” is wrong: %3")
                          .arg(rule.name, rule.filter, ofServices.error().message));
    const Filter &either = ofServices ? *ofServices : *ofTasks;
    if (either.isEmpty())
        return refuse(Tr::tr("The rule “%1” is not asked, because it has no filter: everything "
                             "would be stuck.")
                          .arg(rule.name));
    if (either.asks(rows::Field::Stuck))
        return refuse(Tr::tr("The rule “%1” is not asked, because its filter asks for “stuck” "
                             "itself.")
                          .arg(rule.name));
    Parsed parsed;
    if (ofServices)
        parsed.ofServices = *ofServices;
    if (ofTasks)
        parsed.ofTasks = *ofTasks;
    return parsed;
}

const Filter *StuckRules::filter(qsizetype rule, rows::Subject subject) const
{
    const Parsed &parsed = m_parsed[size_t(rule)];
    const std::optional<Filter> &filter = subject == rows::Subject::Service ? parsed.ofServices
                                                                            : parsed.ofTasks;
    return filter ? &*filter : nullptr;
}

std::optional<std::vector<quint32>> StuckRules::reasons(const rows::Snapshot &snapshot,
                                                        rows::Subject subject, rows::Moment now,
                                                        const std::atomic_bool &cancelled) const
{
    std::vector<quint32> reasons(snapshot.rows(subject).count(), 0);
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        const Filter *rule = filter(i, subject);
        if (rule == nullptr)
            continue;
        const auto rows = rule->matches(snapshot, {now, nullptr}, cancelled);
        if (!rows)
            return {};
        for (const quint32 row : *rows)
            reasons[row] |= 1U << unsigned(i);
    }
    return reasons;
}

QStringList StuckRules::namesOf(quint32 reasons) const
{
    QStringList names;
    for (qsizetype i = 0; i < std::min(mostRules, m_rules.size()); ++i) {
        if ((reasons >> unsigned(i)) & 1U)
            names.append(m_rules.at(i).name);
    }
    return names;
}

QString stuckInWords(const rows::Snapshot &snapshot, rows::Subject subject, quint32 row,
                     rows::Moment now)
{
    const rows::Rows &rows = snapshot.rows(subject);
    QStringList parts;
    const std::optional<qint64> age = rows.duration(row, rows::Field::Age, now);
    const qint32 expected = rows.number(row, rows::Field::Expected);
    if (age && expected != rows::noNumber)
        parts.append(
            Tr::tr("open %1, expected %2")
                .arg(rows::wordedDuration(*age), rows::wordedDuration(qint64(expected) * 1000)));
    else if (age)
        parts.append(Tr::tr("open %1").arg(rows::wordedDuration(*age)));
    if (const std::optional<qint64> idle = rows.duration(row, rows::Field::Idle, now))
        parts.append(Tr::tr("no event for %1").arg(rows::wordedDuration(*idle)));
    const std::optional<qint64> left = rows.duration(row, rows::Field::AutoCompletesIn, now);
    if (left && *left < 0)
        parts.append(Tr::tr("should have been completed by the server %1 ago")
                         .arg(rows::wordedDuration(*left)));
    const qint32 tasks = rows.number(row, rows::Field::OpenTasks);
    if (age && tasks > 0)
        parts.append(Tr::tr("%n open tasks", nullptr, tasks));
    return parts.join("; "_L1);
}

} // namespace closeout::filter
