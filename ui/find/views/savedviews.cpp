// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/views/savedviews.h"

#include "ui/find/finding.h"
#include "ui/widgets/background.h"

#include <QtCore/QDateTime>

#include <algorithm>

namespace closeout::ui {

namespace {

struct Question
{
    rows::Snapshot snapshot;
    std::shared_ptr<const filter::StuckRules> ofServices;
    std::shared_ptr<const filter::StuckRules> ofTasks;
    QList<find::ViewFolder::Entry> views;
    bool listsCompleted = false;
    rows::Moment now = 0;
};

// As the list would show them: what is completed counts for whoever asks for it.
std::optional<qint64> countOf(const find::SavedView &view, const Question &question,
                              const std::atomic_bool &cancelled)
{
    const auto filter = filter::Filter::parse(view.filter, view.subject);
    if (!filter)
        return {};
    const bool isTask = view.subject == rows::Subject::Task;
    const filter::StuckRules &rules = isTask ? *question.ofTasks : *question.ofServices;
    const auto matches = filter->matches(question.snapshot, {question.now, &rules}, cancelled);
    if (!matches)
        return {};
    if (question.listsCompleted || filter->asks(rows::Field::Status))
        return qint64(matches->size());
    const rows::Rows &rows = question.snapshot.rows(view.subject);
    return std::count_if(matches->begin(), matches->end(),
                         [&rows](quint32 row) { return rows.status(row) == rows::Status::Active; });
}

std::optional<find::SavedView> nothingLost()
{
    return {};
}

QHash<QString, qint64> countAll(const Question &question, const std::atomic_bool &cancelled)
{
    QHash<QString, qint64> counts;
    for (const find::ViewFolder::Entry &entry : question.views) {
        if (cancelled)
            break;
        if (const auto count = countOf(entry.view, question, cancelled))
            counts.insert(entry.fileName, *count);
    }
    return counts;
}

} // namespace

SavedViews::SavedViews(const QString &folder, Finding &finding, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_finding(finding)
{
    connect(&finding.listing, &Listing::replaced, this, [this] {
        for (Entry &entry : m_entries) {
            entry.count.reset();
            entry.isOfOthers = false;
        }
        emit changed();
    });
    connect(&finding.listing, &Listing::changed, this, &SavedViews::takeListing);
}

SavedViews::~SavedViews()
{
    if (m_counting)
        *m_counting = true;
    m_disk.wait();
}

const SavedViews::Entry *SavedViews::find(const QString &fileName) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&fileName](const Entry &entry) {
                                        return entry.fileName == fileName;
                                    });
    return found == m_entries.end() ? nullptr : &*found;
}

// Whatever was done, afterwards it is known what is there.
void SavedViews::onDisk(Deed deed, const Work &work, const std::function<void()> &done)
{
    using Worked = std::pair<Result<Lost>, find::ViewFolder::Loaded>;
    const auto take = [this, deed, done](const Worked &result) {
        const auto &[worked, loaded] = result;
        if (worked && deed == Deed::PutBack)
            m_gone.reset();
        if (worked && *worked) {
            m_gone = Gone{**worked, deed};
            emit lost();
        }
        this->take(loaded);
        if (!worked)
            return emit failed(deed, worked.error());
        if (done)
            done();
        emit succeeded(deed);
    };
    const auto workAndLoad = [folder = m_folder, work] {
        Result<Lost> worked = work(folder);
        return Worked(std::move(worked), folder.load());
    };
    m_disk.start(this, workAndLoad, take);
}

void SavedViews::load()
{
    onDisk(Deed::Load, [](const find::ViewFolder &) { return Lost(); });
}

void SavedViews::take(const find::ViewFolder::Loaded &loaded)
{
    QList<Entry> entries;
    for (const find::ViewFolder::Entry &each : loaded.views)
        entries.append({each.fileName, each.view, {}});
    m_entries = entries;
    m_problems = loaded.problems;
    if (m_counts)
        count();
    emit changed();
}

void SavedViews::save(const find::SavedView &view)
{
    onDisk(
        Deed::Save, [view](const find::ViewFolder &folder) { return folder.save(view); },
        [this, name = view.name] { emit saved(name); });
}

void SavedViews::rename(const QString &fileName, const QString &name)
{
    onDisk(
        Deed::Rename,
        [fileName, name](const find::ViewFolder &folder) {
            return folder.rename(fileName, name).map(nothingLost);
        },
        [this, name] { emit saved(name.trimmed()); });
}

void SavedViews::remove(const QString &fileName)
{
    const Entry *entry = find(fileName);
    if (!entry)
        return;
    onDisk(Deed::Remove, [fileName, view = entry->view](const find::ViewFolder &folder) {
        return folder.remove(fileName).map([&view] { return Lost(view); });
    });
}

void SavedViews::putBack()
{
    if (!m_gone)
        return;
    onDisk(
        Deed::PutBack,
        [view = m_gone->view](const find::ViewFolder &folder) { return folder.save(view); },
        [this, name = m_gone->view.name] { emit saved(name); });
}

void SavedViews::takeIn(const QString &path)
{
    onDisk(Deed::Import,
           [path](const find::ViewFolder &folder) { return folder.takeIn(path).map(nothingLost); });
}

void SavedViews::giveOut(const QString &fileName, const QString &path)
{
    onDisk(
        Deed::Export,
        [fileName, path](const find::ViewFolder &folder) {
            return folder.giveOut(fileName, path).map(nothingLost);
        },
        [this, path] { emit givenOut(path); });
}

void SavedViews::count()
{
    m_counts = true;
    if (m_counting)
        *m_counting = true;
    const auto cancelled = std::make_shared<std::atomic_bool>(false);
    m_counting = cancelled;
    Question question{m_finding.listing.snapshot(),
                      std::make_shared<filter::StuckRules>(m_finding.services.rules()),
                      std::make_shared<filter::StuckRules>(m_finding.tasks.rules()),
                      {},
                      m_finding.listing.listsCompleted(),
                      QDateTime::currentMSecsSinceEpoch()};
    for (Entry &entry : m_entries) {
        entry.isOfOthers = entry.view.query && !m_finding.listing.isOf(*entry.view.query);
        if (entry.isOfOthers)
            entry.count.reset();
        else
            question.views.append({entry.fileName, entry.view});
    }
    if (!m_finding.listing.asOf().isValid()) { // nothing has been loaded yet: 0 would be a lie
        takeCounts({});
        return;
    }
    inBackground(
        this, [question, cancelled] { return countAll(question, *cancelled); },
        [this, cancelled](const QHash<QString, qint64> &counts) {
            if (cancelled == m_counting)
                takeCounts(counts);
        });
    emit changed();
}

void SavedViews::takeCounts(const QHash<QString, qint64> &counts)
{
    m_counting.reset();
    for (Entry &entry : m_entries) {
        const auto found = counts.constFind(entry.fileName);
        entry.count = found == counts.constEnd() ? std::nullopt : std::optional(*found);
    }
    emit changed();
}

// A count of what was there before says nothing any more.
void SavedViews::takeListing()
{
    if (m_counts && !m_finding.listing.isLoading())
        count();
}

} // namespace closeout::ui
