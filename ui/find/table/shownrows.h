// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Which rows of a listing are shown, in which order, and the shape of their ages: filtered, sorted
// and counted on another thread, from a snapshot. A newer question overtakes an older one; its
// answer is dropped.
//
// Owned by the workspace, one for services and one for tasks.

#pragma once

#include "filter/histogram.h"
#include "filter/sorting.h"
#include "filter/stuckrules.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QTimer>

#include <memory>

namespace closeout::ui {

class Listing;

// An answer: a value that is never changed.
struct Shown
{
    rows::Snapshot snapshot;
    std::vector<quint32> rows; // in the order in which they are shown
    quint32 all = 0; // that there are without a filter, whatever this one asks for
    quint32 leftOut = 0; // that match as well, but have ended before
    quint32 ended = 0; // of the rows: completed or gone
    // By row number: which rules call it stuck, a bit each. Shared with earlier answers: it takes
    // longer than most filters. Never null.
    std::shared_ptr<const std::vector<quint32>> reasons =
        std::make_shared<const std::vector<quint32>>();
    rows::Moment reasonsAsOf = 0;
    QSet<quint32> inProgress; // services of which a part was completed here, whatever is shown
    filter::Histogram ages; // of the rows
    // Of what the filter would show if it did not ask for an age: the bars to choose from.
    filter::Histogram allAges;
    QString problem; // why some rows could not be judged; empty: all could
    rows::Moment now = 0; // of ages in filter and order

    quint32 reasonsOf(quint32 row) const { return row < reasons->size() ? (*reasons)[row] : 0; }
};

class ShownRows : public QObject
{
    Q_OBJECT

public:
    ShownRows(Listing &listing, rows::Subject subject, QObject *parent = nullptr);
    ~ShownRows() override; // waits for the answer under way, which is cancelled

    rows::Subject subject() const { return m_subject; }
    const Listing &listing() const { return m_listing; }
    // Asleep it answers nothing, and what comes meanwhile once it is awake.
    void setAwake(bool isAwake);

    // Of a text that cannot be read what stands before the error decides, and error() says what is
    // wrong: not what it was on the way ("age", before "age>4h"). Another text ends showOnly().
    const QString &filterText() const { return m_text; }
    void setFilterText(const QString &text);
    const std::optional<filter::Fault> &error() const { return m_error; }
    bool isFiltered() const { return !m_filter.isEmpty(); }
    // Then what has ended before is shown, too, which it is not without a filter.
    bool asksForStatus() const { return m_filter.asks(rows::Field::Status); }

    const filter::SortKey &sortKey() const { return m_sort; }
    void setSortKey(const filter::SortKey &key);

    const filter::StuckRules &rules() const { return *m_rules; }
    void setRules(const filter::StuckRules &rules);

    // Only rows of these numbers, in place of what the filter finds; nothing: the filter decides.
    bool showsOnly() const { return m_only.has_value(); }
    void showOnly(std::optional<std::vector<quint32>> rows);

    const std::shared_ptr<const Shown> &shown() const { return m_shown; } // never null
    quint32 count() const { return quint32(m_shown->rows.size()); }
    bool isBusy() const { return m_isRunning || m_soon.isActive(); } // shown() is about to change
    qint64 milliseconds() const { return m_milliseconds; } // that the last answer took

signals:
    void asked(); // filter, error, order or rules are others
    void changed(); // shown() is another one

private:
    struct Question;

    void ask(); // soon: there are other rows
    void askNow();
    void askAgain(); // whatever is under way
    void take(int turn, std::shared_ptr<const Shown> shown, qint64 milliseconds);
    static bool takeReasons(Shown &shown, const Question &question,
                            const std::atomic_bool &cancelled);
    static quint32 leaveOutEnded(std::vector<quint32> &shown, const Question &question);
    static bool isKept(quint32 row, const Question &question);
    static bool keepsPlaces(const Question &question);
    static void keepEnded(std::vector<quint32> &shown, const Question &question);
    static void keepPlaces(std::vector<quint32> &order, const Question &question);
    static std::shared_ptr<const Shown> answer(const Question &question,
                                               const std::atomic_bool &cancelled);

    Listing &m_listing; // not owned
    const rows::Subject m_subject;
    QString m_text;
    filter::Filter m_filter;
    std::optional<filter::Fault> m_error;
    filter::SortKey m_sort{rows::Field::Age, true, {}};
    std::shared_ptr<const filter::StuckRules> m_rules;
    std::optional<std::vector<quint32>> m_only;
    std::shared_ptr<const Shown> m_shown = std::make_shared<Shown>();
    std::shared_ptr<std::atomic_bool> m_cancelled; // of the answer under way
    QTimer m_soon{this};
    QElapsedTimer m_answered; // since the last answer
    int m_turn = 0; // of questions
    bool m_isRunning = false;
    bool m_isAwake = true;
    bool m_areRulesNew = false; // since the last answer
    bool m_isFilterNew = false; // since the last answer
    bool m_isOrderNew = false; // since the last answer
    bool m_isDue = false; // there is something newer than what is being answered
    qint64 m_milliseconds = 0;
};

} // namespace closeout::ui
