// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// One filter over one snapshot, for all threads that answer it: what has to be found out once. The
// rows are looked at block by block, by an EvaluationWorker on each thread.

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

    // Texts; then the regular expression is not asked any more.
    static constexpr int mostGivenUp = 50;

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

    // Attached data are read as they are meant, and some are spelled otherwise.
    static bool isReadable(QByteArrayView text);

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

} // namespace closeout::filter
