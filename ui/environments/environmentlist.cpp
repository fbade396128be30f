// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/environments/environmentlist.h"

#include "ui/widgets/background.h"

#include <algorithm>

namespace closeout::ui {

using environments::Environment;
using environments::EnvironmentFile;

EnvironmentList::EnvironmentList(const QString &path, QObject *parent)
    : QObject(parent)
    , m_file(path)
{
}

void EnvironmentList::refresh()
{
    enqueue({[](const EnvironmentFile &) { return Result<void>(); }, {}});
}

void EnvironmentList::save(const Environment &environment, const QString &oldName)
{
    const auto work = [environment, oldName](const EnvironmentFile &file) -> Result<void> {
        // The new name first: an environment may stand there twice, but never be lost.
        Result<void> done = file.save(environment);
        if (done && !oldName.isEmpty() && oldName != environment.name)
            done = file.remove(oldName);
        return done;
    };
    enqueue({work, [this, environment](const Loaded &) { emit saved(environment); }});
}

void EnvironmentList::remove(const QString &name)
{
    enqueue({[name](const EnvironmentFile &file) { return file.remove(name); },
             [this, name](const Loaded &before) {
                 if (const Result<Environment> found = before.find(name))
                     emit removed(*found);
             }});
}

const Environment *EnvironmentList::find(const QString &name) const
{
    const auto found = std::find_if(m_loaded.environments.cbegin(), m_loaded.environments.cend(),
                                    [&name](const Environment &environment) {
                                        return environment.name == name;
                                    });
    return found == m_loaded.environments.cend() ? nullptr : &*found;
}

std::optional<Error> EnvironmentList::trouble() const
{
    if (m_error || m_loaded.warnings.isEmpty())
        return m_error;
    return Error{ErrorKind::InvalidInput, m_loaded.warnings.join(u'\n')};
}

void EnvironmentList::load()
{
    Q_ASSERT(!m_isWorking);
    take({}, {{}, m_file.load()});
}

void EnvironmentList::enqueue(Job job)
{
    m_waiting.enqueue(std::move(job));
    if (!m_isWorking)
        startNext();
}

void EnvironmentList::startNext()
{
    m_isWorking = true;
    const Job job = m_waiting.dequeue();
    inBackground(
        this,
        [file = m_file, work = job.work] {
            Result<void> done = work(file);
            return Outcome{std::move(done), file.load()};
        },
        [this, job](const Outcome &outcome) { take(job, outcome); });
}

void EnvironmentList::take(const Job &job, const Outcome &outcome)
{
    m_isWorking = false;
    const Loaded before = std::exchange(m_loaded, outcome.loaded.value_or(Loaded()));
    m_error.reset();
    if (!outcome.loaded)
        m_error = outcome.loaded.error();
    if (!outcome.done)
        emit failed(outcome.done.error());
    else if (job.tell)
        job.tell(before);
    emit changed();
    if (!m_isWorking && !m_waiting.isEmpty())
        startNext();
}

} // namespace closeout::ui
