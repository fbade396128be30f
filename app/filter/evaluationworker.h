// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What each thread has of its own while a filter is answered.
//
// A question to a text is answered once for each distinct word and remembered in one byte. Terms
// narrow a selection, the cheap ones first, so that a costly one sees only what the others left.

#pragma once

#include "filter/evaluation.h"

namespace closeout::filter {

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
