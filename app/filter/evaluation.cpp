// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "filter/evaluation.h"

#include "filter/parallel.h"
#include "filter/stuckrules.h"
#include "result.h"

#include "json/strings.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace closeout::filter {

namespace {

using Of = Condition::Of;
using Kind = Node::Kind;

constexpr size_t pagesAtOnce = 32;

int costOf(const Condition &test)
{
    const bool hasRegex = std::any_of(test.matchers.begin(), test.matchers.end(),
                                      [](const Matcher &matcher) {
                                          return std::holds_alternative<QRegularExpression>(
                                              matcher);
                                      });
    const int regex = hasRegex ? 100 : 0;
    switch (test.of) {
    case Of::Status:
        return 0;
    case Of::Number:
        return 1;
    case Of::Text:
        return regex + 2;
    case Of::AnyText:
        return regex + 9;
    case Of::Stuck:
        return 10;
    case Of::Data:
        return regex + 11;
    case Of::Path:
        return regex + 20;
    }
    return 0;
}

// What a comparison with that value lets through.
Span satisfying(Comparison comparison, const Span &value)
{
    constexpr qint64 lowest = std::numeric_limits<qint64>::min() / 4;
    constexpr qint64 highest = std::numeric_limits<qint64>::max() / 4;
    switch (comparison) {
    case Comparison::Less:
        return {lowest, value.first - 1};
    case Comparison::LessOrEqual:
        return {lowest, value.last};
    case Comparison::Greater:
        return {value.last + 1, highest};
    case Comparison::GreaterOrEqual:
        return {value.first, highest};
    case Comparison::Is:
    case Comparison::Equal:
    case Comparison::NotEqual:
        break;
    }
    return value;
}

// The same cost for the parts as for the whole, so that the order is the same on each run.
int costOfAll(const auto &steps)
{
    int cost = 0;
    for (const auto &step : steps)
        cost = std::max(cost, step.cost);
    return cost;
}

} // namespace

quint32 rowsIn(const rows::Rows &rows, size_t block)
{
    return std::min(rows::Rows::blockSize, rows.count() - quint32(block) * rows::Rows::blockSize);
}

namespace {

// As Rows::duration(), for a whole block.
void readDurations(const rows::Rows &rows, size_t block, rows::Field field, rows::Moment now,
                   std::span<qint64> out)
{
    const auto moments = [&](rows::Field of) { return rows.moments(block, of); };
    const auto numbers = [&](rows::Field of) { return rows.numbers(block, of); };
    const rows::Status *status = rows.blocks().at(qsizetype(block))->status.data();
    const auto each = [&](const rows::Moment *moment, auto value) {
        for (size_t i = 0; i < out.size(); ++i) {
            const bool isSaid = moment[i] != rows::noMoment && status[i] == rows::Status::Active;
            out[i] = isSaid ? value(i, moment[i]) : rows::noMoment;
        }
    };
    const auto untilEnd = [&](const rows::Moment *moment, const qint32 *seconds, qint64 sign) {
        each(moment, [&](size_t i, rows::Moment from) {
            return seconds[i] == rows::noNumber ? rows::noMoment
                                                : sign * (from + qint64(seconds[i]) * 1000 - now);
        });
    };
    switch (field) {
    case rows::Field::Age:
        return each(moments(rows::Field::Started),
                    [now](size_t, rows::Moment from) { return now - from; });
    case rows::Field::Idle:
        return each(moments(rows::Field::LastEvent),
                    [now](size_t, rows::Moment from) { return now - from; });
    case rows::Field::Overdue:
        return untilEnd(moments(rows::Field::Started), numbers(rows::Field::Expected), -1);
    case rows::Field::AutoCompletesIn:
        return untilEnd(moments(rows::Field::LastEvent), numbers(rows::Field::AutoCompleteAfter),
                        1);
    default:
        return each(moments(rows::Field::Expires),
                    [now](size_t, rows::Moment to) { return to - now; });
    }
}

} // namespace

void readNumbers(const rows::Rows &rows, size_t block, rows::Field field, rows::Moment now,
                 std::span<qint64> out)
{
    const rows::FieldSpec &spec = rows::specOf(field);
    if (!spec.subjects.testFlag(rows.subject())) {
        std::fill(out.begin(), out.end(), rows::noMoment);
        return;
    }
    if (spec.kind == rows::FieldKind::Moment) {
        std::copy_n(rows.moments(block, field), out.size(), out.begin());
    } else if (spec.kind == rows::FieldKind::Duration) {
        readDurations(rows, block, field, now, out);
    } else {
        const qint64 factor = spec.kind == rows::FieldKind::Seconds ? 1000 : 1;
        const qint32 *numbers = rows.numbers(block, field);
        std::transform(numbers, numbers + out.size(), out.begin(), [factor](qint32 number) {
            return number == rows::noNumber ? rows::noMoment : number * factor;
        });
    }
}

bool Evaluation::isReadable(QByteArrayView text)
{
    return !text.startsWith('{') || text.indexOf('\\') < 0;
}

Evaluation::Evaluation(const Node &root, const rows::Snapshot &snapshot, rows::Subject subject,
                       const Context &context, const std::atomic_bool &cancelled)
    : m_snapshot(snapshot)
    , m_rows(snapshot.rows(subject))
    , m_subject(subject)
    , m_context(context)
    , m_cancelled(cancelled)
    , m_root(stepOf(root))
{
}

Evaluation::Step Evaluation::stepOf(const Node &node)
{
    if (node.kind == Kind::Test)
        return testStep(node.test);
    Step step;
    step.kind = node.kind;
    for (const Node &child : node.children)
        step.children.push_back(stepOf(child));
    std::stable_sort(step.children.begin(), step.children.end(),
                     [](const Step &a, const Step &b) { return a.cost < b.cost; });
    step.cost = costOfAll(step.children);
    return step;
}

Evaluation::Step Evaluation::testStep(const Condition &test)
{
    if (test.of == Of::Stuck)
        return stuckStep(test);
    Step step;
    step.kind = Kind::Test;
    step.test = &test;
    step.cost = costOf(test);
    for (const Span &span : test.spans)
        step.spans.push_back(satisfying(test.comparison, spanAt(span, m_context.now)));
    step.regexes = m_regexes.size();
    for (const Matcher &matcher : test.matchers) {
        if (const auto *regex = std::get_if<QRegularExpression>(&matcher)) {
            m_regexes.push_back(std::make_unique<RegexState>());
            m_regexes.back()->regex = regex;
        }
    }
    const size_t words = m_snapshot.words.count();
    if (test.of == Of::AnyText && std::holds_alternative<Needle>(test.matchers.front()))
        step.found.assign(words, 0);
    else if (!test.matchers.empty())
        step.answers = std::make_unique<std::atomic<quint8>[]>(words);
    return step;
}

// It is one of the rules, or none of them: an OR of their filters.
Evaluation::Step Evaluation::stuckStep(const Condition &test)
{
    Step any;
    any.kind = Kind::Or;
    const StuckRules *rules = m_context.rules;
    for (const Value &value : test.values) {
        const QString name = Glob::unescaped(value.text);
        const bool isNo = name.compare("no"_L1, Qt::CaseInsensitive) == 0;
        const bool isAny = isNo || name.compare("yes"_L1, Qt::CaseInsensitive) == 0;
        const Glob glob(value.text);
        bool isKnown = isAny;
        Step step;
        step.kind = Kind::Or;
        for (qsizetype i = 0; rules != nullptr && i < rules->rules().size(); ++i) {
            if (!isAny && !glob.matches(rules->rules().at(i).name.toUtf8()))
                continue;
            isKnown = true;
            if (const Filter *filter = rules->filter(i, m_subject))
                step.children.push_back(stepOf(filter->root()));
        }
        if (!isKnown)
            m_unknownRules.append(name);
        step.cost = costOfAll(step.children);
        if (isNo) {
            Step none;
            none.kind = Kind::Not;
            none.cost = step.cost;
            none.children.push_back(std::move(step));
            step = std::move(none);
        }
        any.children.push_back(std::move(step));
    }
    any.cost = costOf(test);
    if (test.comparison != Comparison::NotEqual)
        return any;
    Step none;
    none.kind = Kind::Not;
    none.cost = any.cost;
    none.children.push_back(std::move(any));
    return none;
}

void Evaluation::collectSearches(Step &step, std::vector<Step *> &searches)
{
    if (!step.found.empty())
        searches.push_back(&step);
    for (Step &child : step.children)
        collectSearches(child, searches);
}

void Evaluation::prepare()
{
    std::vector<Step *> searches;
    collectSearches(m_root, searches);
    for (Step *step : searches) {
        const auto &needle = std::get<Needle>(step->test->matchers.front());
        const auto &pages = m_snapshot.words.pages();
        const size_t count = size_t(pages.size());
        inParallel((count + pagesAtOnce - 1) / pagesAtOnce, m_cancelled, [&] {
            return [&](size_t part) {
                for (size_t i = part * pagesAtOnce; i < std::min(count, (part + 1) * pagesAtOnce);
                     ++i) {
                    const rows::Words::Page &page = *pages.at(qsizetype(i));
                    quint8 *found = step->found.data() + i * rows::Words::pageSize;
                    needle.scan(page, found);
                    if (!QByteArrayView(page.bytes).contains('\\'))
                        continue;
                    for (size_t word = 0; word < page.ends.size(); ++word) {
                        const QByteArrayView text = m_snapshot.words.at(
                            rows::Word(i * rows::Words::pageSize + word));
                        if (found[word] == 0 && !isReadable(text))
                            found[word] = needle.isIn(rows::readableJson(text)) ? 1 : 0;
                    }
                }
            };
        });
    }
}

QString Evaluation::problem() const
{
    for (const auto &state : m_regexes) {
        const int count = state->givenUp;
        if (count > mostGivenUp)
            return Tr::tr("The regular expression takes too long on many texts and was given up. "
                          "The rows that it did not judge count as not matching. Write it with "
                          "fewer repetitions inside one another.");
        if (count > 0)
            return Tr::tr("The regular expression takes too long on %n texts, which count as not "
                          "matching. Write it with fewer repetitions inside one another.",
                          nullptr, count);
    }
    if (!m_unknownRules.isEmpty())
        return Tr::tr("There is no rule “%1”.").arg(m_unknownRules.first());
    return {};
}

} // namespace closeout::filter
