// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "filter/evaluationworker.h"

#include "filter/stuckrules.h"
#include "json/strings.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace closeout::filter {

namespace {

using Of = Condition::Of;
using NodeKind = Node::Kind;

bool isEmpty(std::span<const quint8> selection)
{
    return selection.empty()
        || (selection[0] == 0
            && std::memcmp(selection.data(), selection.data() + 1, selection.size() - 1) == 0);
}

} // namespace

EvaluationWorker::EvaluationWorker(Evaluation &shared)
    : m_shared(shared)
{
    m_regexes.reserve(shared.m_regexes.size());
    for (const auto &state : shared.m_regexes) {
        // One that is copied shares its lock with the original.
        m_regexes.emplace_back(state->regex->pattern(), state->regex->patternOptions());
    }
}

std::span<const quint8> EvaluationWorker::select(size_t block)
{
    m_block = block;
    m_selection.assign(rowsIn(m_shared.m_rows, block), 1);
    narrow(m_shared.m_root, m_selection);
    return m_selection;
}

void EvaluationWorker::narrow(Step &step, Selection selection)
{
    switch (step.kind) {
    case NodeKind::Everything:
        return;
    case NodeKind::And:
        for (Step &child : step.children) {
            narrow(child, selection);
            if (isEmpty(selection))
                return;
        }
        return;
    case NodeKind::Or:
        return narrowToAny(step, selection);
    case NodeKind::Not: {
        std::vector<quint8> inner(selection.begin(), selection.end());
        narrow(step.children.front(), inner);
        for (size_t i = 0; i < selection.size(); ++i)
            selection[i] &= inner[i] ^ 1U;
        return;
    }
    case NodeKind::Test:
        return narrowTest(step, selection);
    }
}

void EvaluationWorker::narrowToAny(Step &step, Selection selection)
{
    std::vector<quint8> left(selection.begin(), selection.end()); // that none has taken yet
    std::vector<quint8> taken;
    for (Step &child : step.children) {
        taken = left;
        narrow(child, taken);
        for (size_t i = 0; i < left.size(); ++i)
            left[i] ^= taken[i];
        if (isEmpty(left))
            return;
    }
    for (size_t i = 0; i < selection.size(); ++i)
        selection[i] ^= left[i];
}

void EvaluationWorker::narrowTest(Step &step, Selection selection)
{
    const bool isNegated = step.test->comparison == Comparison::NotEqual;
    std::vector<quint8> before;
    if (isNegated)
        before.assign(selection.begin(), selection.end());
    switch (step.test->of) {
    case Of::AnyText:
        narrowAnyText(step, selection);
        break;
    case Of::Number:
        narrowNumbers(step, selection);
        break;
    case Of::Status:
        narrowStatus(step, selection);
        break;
    case Of::Text:
    case Of::Data:
    case Of::Path:
        narrowWords(step, selection);
        break;
    case Of::Stuck: // is a step of another kind
        break;
    }
    for (size_t i = 0; i < before.size(); ++i)
        selection[i] ^= before[i];
}

void EvaluationWorker::narrowNumbers(const Step &step, Selection selection)
{
    m_numbers.resize(selection.size());
    readNumbers(m_shared.m_rows, m_block, step.test->field, m_shared.m_context.now, m_numbers);
    const quint8 notSaid = step.test->allowsNotSaid ? 1 : 0;
    if (step.spans.size() == 1 && notSaid == 0) {
        const Span span = step.spans.front();
        for (size_t i = 0; i < selection.size(); ++i) {
            selection[i] &= quint8(m_numbers[i] >= span.first) & quint8(m_numbers[i] <= span.last)
                & quint8(m_numbers[i] != rows::noMoment);
        }
        return;
    }
    for (size_t i = 0; i < selection.size(); ++i) {
        quint8 isIn = m_numbers[i] == rows::noMoment ? notSaid : 0;
        for (const Span span : step.spans) {
            isIn |= quint8(m_numbers[i] >= span.first) & quint8(m_numbers[i] <= span.last)
                & quint8(m_numbers[i] != rows::noMoment);
        }
        selection[i] &= isIn;
    }
}

void EvaluationWorker::narrowStatus(const Step &step, Selection selection)
{
    const auto &status = m_shared.m_rows.blocks().at(qsizetype(m_block))->status;
    for (size_t i = 0; i < selection.size(); ++i)
        selection[i] &= quint8(unsigned(step.test->statuses) >> unsigned(status[i])) & 1U;
}

void EvaluationWorker::narrowWords(Step &step, Selection selection)
{
    const rows::Word *words = m_shared.m_rows.words(m_block, step.test->field);
    for (size_t i = 0; i < selection.size(); ++i) {
        if (selection[i] != 0)
            selection[i] = answer(step, words[i]) ? 1 : 0;
    }
}

void EvaluationWorker::narrowAnyText(Step &step, Selection selection)
{
    std::vector<quint8> hit(selection.size(), 0);
    for (int i = 0; i < rows::wordFields; ++i) {
        if (!m_shared.m_rows.has(rows::Field(i)))
            continue;
        const rows::Word *words = m_shared.m_rows.words(m_block, rows::Field(i));
        if (!step.found.empty()) {
            const quint8 *found = step.found.data();
            for (size_t row = 0; row < hit.size(); ++row)
                hit[row] |= found[words[row]];
            continue;
        }
        for (size_t row = 0; row < hit.size(); ++row) {
            if (selection[row] != 0 && hit[row] == 0)
                hit[row] = answer(step, words[row]) ? 1 : 0;
        }
    }
    for (size_t i = 0; i < selection.size(); ++i)
        selection[i] &= hit[i];
}

bool EvaluationWorker::answer(Step &step, rows::Word word)
{
    std::atomic<quint8> &known = step.answers[word];
    quint8 answer = known.load(std::memory_order_relaxed);
    if (answer == Evaluation::Unknown) {
        if (m_shared.m_cancelled.load(std::memory_order_relaxed))
            return false;
        answer = ask(step, word) ? Evaluation::Yes : Evaluation::No;
        known.store(answer, std::memory_order_relaxed);
    }
    return answer == Evaluation::Yes;
}

bool EvaluationWorker::ask(const Step &step, rows::Word word)
{
    const Condition &test = *step.test;
    const QByteArrayView text = m_shared.m_snapshot.words.at(word);
    if (test.of == Of::Path)
        return askPath(step, text);
    if (word == rows::noWord)
        return std::any_of(test.matchers.begin(), test.matchers.end(), [](const Matcher &matcher) {
            return std::holds_alternative<NotSaid>(matcher);
        });
    QByteArray readable;
    const bool isJson = test.of != Of::Text && !Evaluation::isReadable(text);
    if (isJson)
        readable = rows::readableJson(text);
    size_t regex = step.regexes;
    for (const Matcher &matcher : test.matchers) {
        if (askMatcher(matcher, isJson ? QByteArrayView(readable) : text, regex))
            return true;
        regex += std::holds_alternative<QRegularExpression>(matcher) ? 1 : 0;
    }
    return false;
}

bool EvaluationWorker::askPath(const Step &step, QByteArrayView data)
{
    const QByteArrayView raw = rows::dataValueAt(data, step.test->path);
    QByteArray storage;
    const QByteArrayView text = rows::textOfValue(raw, storage);
    const bool isNull = raw == "null";
    size_t regex = step.regexes;
    for (const Matcher &matcher : step.test->matchers) {
        const auto *comparand = std::get_if<Comparand>(&matcher);
        const bool hasOrder = comparand && comparand->comparison != Comparison::Equal;
        if (std::holds_alternative<NotSaid>(matcher)) {
            if (text.isEmpty()) // not there, or an empty string
                return true;
        } else if (!raw.isEmpty() && !(hasOrder && (isNull || raw[0] == '{' || raw[0] == '['))
                   && askMatcher(matcher, text, regex)) {
            return true;
        }
        regex += std::holds_alternative<QRegularExpression>(matcher) ? 1 : 0;
    }
    return false;
}

bool EvaluationWorker::askMatcher(const Matcher &matcher, QByteArrayView text, size_t regex)
{
    if (const auto *needle = std::get_if<Needle>(&matcher))
        return needle->isIn(text);
    if (const auto *glob = std::get_if<Glob>(&matcher))
        return glob->matches(text);
    if (const auto *comparand = std::get_if<Comparand>(&matcher))
        return comparand->holds(text);
    return std::holds_alternative<QRegularExpression>(matcher) && askRegex(regex, text);
}

bool EvaluationWorker::askRegex(size_t regex, QByteArrayView text)
{
    Evaluation::RegexState &state = *m_shared.m_regexes[regex];
    if (state.givenUp.load(std::memory_order_relaxed) > Evaluation::mostGivenUp)
        return false;
    const QRegularExpressionMatch match = m_regexes[regex].match(json::decoded(text));
    if (!match.isValid())
        ++state.givenUp;
    return match.hasMatch();
}

} // namespace closeout::filter
