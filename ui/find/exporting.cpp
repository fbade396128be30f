// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/exporting.h"

#include "ui/find/table/rowselection.h"
#include "ui/widgets/background.h"

#include <QtCore/QDateTime>

using namespace std::chrono_literals;

namespace closeout::ui {

namespace {

constexpr auto progressPause = 100ms;

} // namespace

find::RowExport exportOfShown(const ShownRows &shown, const QList<rows::Column> &columns)
{
    const Shown &answer = *shown.shown();
    find::RowExport job;
    job.columns = rows::withContactKeys(columns);
    job.snapshot = answer.snapshot;
    job.subject = shown.subject();
    job.rows = answer.rows;
    job.rules = shown.rules();
    job.reasons = answer.reasons;
    job.now = QDateTime::currentMSecsSinceEpoch();
    return job;
}

find::RowExport exportOfSelected(const ShownRows &shown, const RowSelection &selection,
                                 const QList<rows::Column> &columns)
{
    find::RowExport job = exportOfShown(shown, columns);
    std::erase_if(job.rows, [&selection](quint32 row) { return !selection.contains(row); });
    if (job.rows.size() < selection.count()) { // those that are hidden come behind
        std::vector<bool> isIn(job.snapshot.rows(job.subject).count(), false);
        for (const quint32 row : job.rows)
            isIn[row] = true;
        for (const quint32 row : selection.rows()) {
            if (row < isIn.size() && !isIn[row])
                job.rows.push_back(row);
        }
    }
    return job;
}

Exporting::Exporting(QObject *parent)
    : QObject(parent)
{
    m_tick.setInterval(progressPause);
    connect(&m_tick, &QTimer::timeout, this, &Exporting::progressed);
}

Exporting::~Exporting()
{
    cancel();
}

void Exporting::start(find::RowExport job)
{
    if (isRunning())
        return;
    m_state = State::Running;
    m_path = job.path;
    m_format = job.format;
    m_total = qint64(job.rows.size());
    m_error.reset();
    m_progress = std::make_shared<Progress>();
    const auto shared = std::make_shared<const find::RowExport>(std::move(job));
    inBackground(
        this,
        [shared, progress = m_progress] {
            return find::exportRows(*shared, progress->written, progress->cancelled);
        },
        [this](const Result<qint64> &count) { take(count); });
    m_tick.start();
    emit changed();
}

void Exporting::cancel()
{
    if (m_progress)
        m_progress->cancelled = true;
}

void Exporting::dismiss()
{
    if (isRunning())
        return;
    m_state = State::Idle;
    m_error.reset();
    emit changed();
}

void Exporting::take(const Result<qint64> &count)
{
    m_tick.stop();
    if (count) {
        m_state = State::Done;
        m_total = *count;
    } else if (count.error().kind == ErrorKind::Cancelled) {
        m_state = State::Cancelled;
    } else {
        m_state = State::Failed;
        m_error = count.error();
    }
    emit changed();
}

} // namespace closeout::ui
