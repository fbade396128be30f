// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/table/shownrows.h"

#include "ui/find/sources/listing.h"
#include "ui/widgets/background.h"
#include "ui/widgets/clock.h"

#include <QtCore/QElapsedTimer>

#include <algorithm>

using namespace std::chrono_literals;

namespace closeout::ui {

using rows::Field;

namespace {

constexpr auto shortPause = 30ms; // so that not every piece of a load is answered
constexpr qint64 reasonsLast = 15'000; // milliseconds; as often as ages go on
// While rows arrive the answers must not take the processors from those who read them.
constexpr qint64 shareOfAnswers = 4; // one in so many

// What was completed or has vanished is shown until a person loads again, so that nobody wonders
// where it went, and longer only to whoever asks for it.
struct News
{
    quint16 load; // of the newest load
    quint16 since; // of the last one that a person asked for

    bool holds(const rows::Rows &rows, quint32 row) const
    {
        const quint16 changed = rows.changedIn(row);
        // Loads are counted around; 0 is none of them.
        return changed != 0 && quint16(load - changed) <= quint16(load - since);
    }
};

bool isOfInterest(const rows::Rows &rows, quint32 row, const News &news)
{
    return rows.status(row) == rows::Status::Active || news.holds(rows, row);
}

// The longest beginning before an error that is a filter: whole words of the text, or nothing.
filter::Filter beginningOf(QStringView text, qsizetype error, rows::Subject subject)
{
    for (qsizetype end = error - 1; end > 0; --end) {
        if (!text.at(end).isSpace())
            continue;
        if (auto filter = filter::Filter::parse(text.first(end).toString(), subject))
            return std::move(*filter);
    }
    return *filter::Filter::parse({}, subject);
}

quint32 countOfInterest(const rows::Rows &rows, const News &news)
{
    if (rows.countOf(rows::Status::Active) == rows.count())
        return rows.count();
    quint32 count = 0;
    for (quint32 row = 0; row < rows.count(); ++row)
        count += isOfInterest(rows, row, news) ? 1 : 0;
    return count;
}

} // namespace

struct ShownRows::Question
{
    rows::Snapshot snapshot;
    rows::Subject subject;
    filter::Filter filter;
    filter::SortKey sort;
    std::shared_ptr<const filter::StuckRules> rules;
    std::optional<std::vector<quint32>> only;
    bool listsCompleted = false;
    News news;
    rows::Moment now = 0;
    std::shared_ptr<const Shown> previous; // of the same collection
    bool areRulesNew = false; // since the previous
    bool isFilterNew = false;
    bool isOrderNew = false;
    QSet<quint32> inProgress; // rows of this subject

    bool showsEnded() const { return listsCompleted || filter.asks(Field::Status); }
};

ShownRows::ShownRows(Listing &listing, rows::Subject subject, QObject *parent)
    : QObject(parent)
    , m_listing(listing)
    , m_subject(subject)
    , m_filter(*filter::Filter::parse({}, subject)) // everything, of that subject
    , m_rules(std::make_shared<filter::StuckRules>(filter::StuckRules::standard()))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(shortPause);
    connect(&m_soon, &QTimer::timeout, this, &ShownRows::askNow);
    connect(&listing, &Listing::grown, this, &ShownRows::ask);
    connect(&listing, &Listing::replaced, this, [this] {
        m_only.reset();
        m_shown = std::make_shared<Shown>(); // its numbers mean nothing any more
        emit changed();
        askAgain();
    });
    // Ages in a filter grow.
    connect(Clock::ofApplication(), &Clock::ticked, this, &ShownRows::ask);
}

ShownRows::~ShownRows()
{
    if (m_cancelled)
        *m_cancelled = true;
}

void ShownRows::setFilterText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    auto filter = filter::Filter::parse(text, m_subject);
    m_error = filter ? std::nullopt : std::optional(filter.error());
    m_filter = filter ? std::move(*filter) : beginningOf(text, m_error->at, m_subject);
    m_only.reset();
    m_isFilterNew = true;
    emit asked();
    askAgain();
}

void ShownRows::setSortKey(const filter::SortKey &key)
{
    if (key == m_sort)
        return;
    m_sort = key;
    m_isOrderNew = true;
    emit asked();
    askAgain();
}

void ShownRows::setRules(const filter::StuckRules &rules)
{
    if (rules == *m_rules)
        return;
    m_rules = std::make_shared<filter::StuckRules>(rules);
    m_areRulesNew = true;
    emit asked();
    askAgain();
}

void ShownRows::showOnly(std::optional<std::vector<quint32>> rows)
{
    m_only = std::move(rows);
    m_isFilterNew = true;
    emit asked();
    askAgain();
}

void ShownRows::setAwake(bool isAwake)
{
    m_isAwake = isAwake;
    if (isAwake && m_isDue)
        ask();
}

void ShownRows::ask()
{
    if (m_soon.isActive())
        return;
    std::chrono::milliseconds pause = count() == 0 ? 0ms
                                                   : shortPause; // somebody waits for the first
    if (m_answered.isValid() && m_listing.isLoading())
        pause = std::max(pause,
                         std::chrono::milliseconds(shareOfAnswers * m_milliseconds
                                                   - m_answered.elapsed()));
    m_soon.start(pause);
}

// The answer that is under way is to an old question: it is not waited for.
void ShownRows::askAgain()
{
    if (m_cancelled)
        *m_cancelled = true;
    m_soon.start(0ms); // what is overtaken ends at once, so that every letter can be answered
}

void ShownRows::askNow()
{
    if (m_isRunning || !m_isAwake) {
        m_isDue = true; // one at a time: else every piece of a load would have its own thread
        return;
    }
    m_isRunning = true;
    m_isDue = false;
    const auto cancelled = std::make_shared<std::atomic_bool>(false);
    m_cancelled = cancelled;
    const rows::Snapshot snapshot = m_listing.snapshot();
    const auto question = std::make_shared<const Question>(
        Question{snapshot, m_subject, m_filter, m_sort, m_rules, m_only, m_listing.listsCompleted(),
                 News{snapshot.load, m_listing.newsSince()}, QDateTime::currentMSecsSinceEpoch(),
                 m_shown, m_areRulesNew, m_isFilterNew, m_isOrderNew,
                 m_subject == rows::Subject::Service ? m_listing.inProgress() : QSet<quint32>()});
    const int turn = ++m_turn;
    inBackground(
        this,
        [question, cancelled] {
            QElapsedTimer timer;
            timer.start();
            auto shown = answer(*question, *cancelled);
            return std::pair(std::move(shown), timer.elapsed());
        },
        [this, turn](const auto &result) { take(turn, result.first, result.second); });
}

void ShownRows::take(int turn, std::shared_ptr<const Shown> shown, qint64 milliseconds)
{
    Q_ASSERT(turn == m_turn);
    m_isRunning = false;
    if (m_isDue || *m_cancelled)
        ask();
    if (!shown || *m_cancelled)
        return;
    m_shown = std::move(shown);
    m_areRulesNew = false;
    m_isFilterNew = false;
    m_isOrderNew = false;
    m_milliseconds = milliseconds;
    m_answered.start();
    emit changed();
}

// Those of before, as long as they are of the same rows and not old.
bool ShownRows::takeReasons(Shown &shown, const Question &question,
                            const std::atomic_bool &cancelled)
{
    const Shown *previous = question.previous.get();
    if (!question.areRulesNew && previous->snapshot.version == question.snapshot.version
        && question.now - previous->reasonsAsOf < reasonsLast && previous->reasonsAsOf > 0) {
        shown.reasons = previous->reasons;
        shown.reasonsAsOf = previous->reasonsAsOf;
        return true;
    }
    auto reasons = question.rules->reasons(question.snapshot, question.subject, question.now,
                                           cancelled);
    if (!reasons)
        return false;
    shown.reasons = std::make_shared<const std::vector<quint32>>(std::move(*reasons));
    shown.reasonsAsOf = question.now;
    return true;
}

// How many of them?
quint32 ShownRows::leaveOutEnded(std::vector<quint32> &shown, const Question &question)
{
    if (question.showsEnded())
        return 0;
    const rows::Rows &rows = question.snapshot.rows(question.subject);
    return quint32(
        std::erase_if(shown, [&](quint32 row) { return !isOfInterest(rows, row, question.news); }));
}

// Whether what a person has ended, or has begun to, stays where it was, until she loads again or
// asks for something else.
bool ShownRows::keepsPlaces(const Question &question)
{
    const rows::Rows &rows = question.snapshot.rows(question.subject);
    return !question.isFilterNew && !question.filter.asks(Field::Status)
        && (rows.countOf(rows::Status::Active) < rows.count() || !question.inProgress.isEmpty());
}

bool ShownRows::isKept(quint32 row, const Question &question)
{
    const rows::Rows &rows = question.snapshot.rows(question.subject);
    return rows.status(row) == rows::Status::Active ? question.inProgress.contains(row)
                                                    : question.news.holds(rows, row);
}

// The filter may ask for what such a row does not have any more, as an age, and nobody would be
// told.
void ShownRows::keepEnded(std::vector<quint32> &shown, const Question &question)
{
    std::vector<quint32> ended;
    if (!keepsPlaces(question))
        return;
    for (const quint32 row : question.previous->rows) {
        if (isKept(row, question))
            ended.push_back(row);
    }
    std::sort(ended.begin(), ended.end());
    std::vector<quint32> all;
    std::set_union(shown.begin(), shown.end(), ended.begin(), ended.end(), std::back_inserter(all));
    shown = std::move(all);
}

// Each behind the row that it stood behind: an age that has gone would send it to the other end.
void ShownRows::keepPlaces(std::vector<quint32> &order, const Question &question)
{
    const quint32 count = question.snapshot.rows(question.subject).count();
    if (!keepsPlaces(question) || question.isOrderNew || question.listsCompleted || question.only)
        return;
    std::vector<bool> isShown(count);
    for (const quint32 row : order)
        isShown[row] = true;
    std::vector<bool> isKeptRow(count);
    std::vector<std::pair<quint32, quint32>> keptBehind; // the row before it, and it
    quint32 before = rows::Rows::noRow;
    for (const quint32 row : question.previous->rows) {
        if (!isShown[row])
            continue;
        if (isKept(row, question)) {
            isKeptRow[row] = true;
            keptBehind.emplace_back(before, row);
        } else {
            before = row;
        }
    }
    if (keptBehind.empty())
        return;
    std::stable_sort(keptBehind.begin(), keptBehind.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<quint32> placed;
    placed.reserve(order.size());
    const auto placeBehind = [&](quint32 row) {
        auto kept = std::lower_bound(keptBehind.begin(), keptBehind.end(), row,
                                     [](const auto &a, quint32 b) { return a.first < b; });
        for (; kept != keptBehind.end() && kept->first == row; ++kept)
            placed.push_back(kept->second);
    };
    placeBehind(rows::Rows::noRow);
    for (const quint32 row : order) {
        if (isKeptRow[row])
            continue;
        placed.push_back(row);
        placeBehind(row);
    }
    order = std::move(placed);
}

std::shared_ptr<const Shown> ShownRows::answer(const Question &question,
                                               const std::atomic_bool &cancelled)
{
    auto shown = std::make_shared<Shown>();
    const rows::Rows &rows = question.snapshot.rows(question.subject);
    const filter::Context context{question.now, question.rules.get()};
    const auto agesOf = [&](const std::vector<quint32> &of) {
        return filter::histogramOf(of, question.snapshot, question.subject, question.now,
                                   cancelled);
    };
    std::optional<filter::Histogram> allAges;
    if (question.only) {
        shown->rows = *question.only;
    } else {
        // What the age alone leaves out is counted, too: by looking for all the rest only once.
        const auto [ofAge, rest] = question.filter.split(Field::Age);
        auto found = rest.find(question.snapshot, context, cancelled);
        if (!found)
            return {};
        const quint32 leftOut = leaveOutEnded(found->rows, question);
        shown->problem = std::move(found->problem);
        if (!ofAge.isEmpty()) {
            allAges = agesOf(found->rows);
            const auto inAge = ofAge.matches(question.snapshot, context, cancelled);
            if (!inAge)
                return {};
            std::set_intersection(found->rows.begin(), found->rows.end(), inAge->begin(),
                                  inAge->end(), std::back_inserter(shown->rows));
        } else {
            shown->rows = std::move(found->rows);
            shown->leftOut = leftOut; // what has ended has no age
        }
        keepEnded(shown->rows, question);
    }
    auto ages = agesOf(shown->rows);
    auto order = filter::sorted(std::move(shown->rows), question.snapshot, question.subject,
                                question.sort, context, cancelled);
    if (!ages || !order || !takeReasons(*shown, question, cancelled))
        return {};
    keepPlaces(*order, question);
    shown->inProgress = question.inProgress;
    shown->all = question.listsCompleted ? rows.count() : countOfInterest(rows, question.news);
    shown->snapshot = question.snapshot;
    shown->rows = std::move(*order);
    if (rows.countOf(rows::Status::Active) < rows.count()) {
        shown->ended = quint32(
            std::count_if(shown->rows.begin(), shown->rows.end(), [&rows](quint32 row) {
                return rows.status(row) != rows::Status::Active;
            }));
    }
    shown->allAges = allAges ? std::move(*allAges) : *ages;
    shown->ages = std::move(*ages);
    shown->now = question.now;
    return shown;
}

} // namespace closeout::ui
