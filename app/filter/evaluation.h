// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// One filter over one snapshot, block by block: Evaluation is what all threads share, an
// EvaluationWorker is what each has of its own.
//
// A question to a text is answered once for each distinct word and remembered in one byte. Terms
// narrow a selection, the cheap ones first, so that a costly one sees only what the others left.

#pragma once

#include "filter/filter.h"

#include <memory>
#include <span>

namespace closeout::filter {

// The values of a block in milliseconds, or counts; noMoment: not said, or not active.
void readNumbers(const rows::Rows &rows, size_t block, rows::Field field, rows::Moment now,
                 std::span<qint64> out);

// How many rows the block has.
quint32 rowsIn(const rows::Rows &rows, size_t block);

class Evaluation
{
public:
    // All of them must outlive it.
    Evaluation(const Node &root, const rows::Snapshot &snapshot, rows::Subject subject,
               const Context &context, const std::atomic_bool &cancelled);

    void prepare(); // before the first worker; on all cores
    QString problem() const;

private:
    friend class EvaluationWorker;

    enum Answer : quint8 { Unknown, No, Yes };
    using Answers = std::unique_ptr<std::atomic<quint8>[]>; // by word

    // A node of the filter with what is needed to answer it.
    struct Step
    {
        Node::Kind kind = Node::Kind::Everything;
        std::vector<Step> children; // the cheap ones first
        const Condition *test = nullptr;
        int cost = 0;
        Answers answers; // of texts
        std::vector<quint8> found; // of words that were searched for: by word, 1: it is in there
        std::vector<Span> spans; // of numbers, as of now
        size_t regexes = 0; // the number of its first regular expression
    };
    struct RegexState
    {
        const QRegularExpression *regex = nullptr;
        std::atomic<int> givenUp = 0; // texts on which it took too long
    };

    Step stepOf(const Node &node);
    Step testStep(const Condition &test);
    Step stuckStep(const Condition &test);
    void collectSearches(Step &step, std::vector<Step *> &searches);

    const rows::Snapshot &m_snapshot;
    const rows::Rows &m_rows;
    rows::Subject m_subject;
    const Context &m_context;
    const std::atomic_bool &m_cancelled;
    std::vector<std::unique_ptr<RegexState>> m_regexes;
    QStringList m_unknownRules;
    Step m_root; // made of the others: last
};

class EvaluationWorker
{
public:
    explicit EvaluationWorker(Evaluation &shared);

    // 1 for each row of the block that matches, else 0; valid until the next call.
    std::span<const quint8> select(size_t block);

private:
    using Step = Evaluation::Step;
    using Selection = std::span<quint8>;

    void narrow(Step &step, Selection selection);
    void narrowToAny(Step &step, Selection selection);
    void narrowTest(Step &step, Selection selection);
    void narrowNumbers(const Step &step, Selection selection);
    void narrowStatus(const Step &step, Selection selection);
    void narrowWords(Step &step, Selection selection);
    void narrowAnyText(Step &step, Selection selection);
    bool answer(Step &step, rows::Word word); // remembered
    bool ask(const Step &step, rows::Word word);
    bool askMatcher(const Matcher &matcher, QByteArrayView text, size_t regex);
    bool askRegex(size_t regex, QByteArrayView text);
    bool askPath(const Step &step, QByteArrayView data);

    Evaluation &m_shared;
    size_t m_block = 0;
    std::vector<QRegularExpression> m_regexes; // of its own: threads wait for each other at one
    std::vector<quint8> m_selection;
    std::vector<qint64> m_numbers;
};

} // namespace closeout::filter
