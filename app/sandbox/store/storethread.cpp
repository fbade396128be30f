// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/store/storethread.h"

#include <future>

namespace closeout::sandbox {

Result<std::unique_ptr<StoreThread>> StoreThread::start(const QString &path,
                                                        contract::Dialect dialect)
{
    std::unique_ptr<StoreThread> self(new StoreThread);
    std::promise<Result<void>> opened;
    self->m_thread = std::thread([&, thread = self.get()] {
        Result<std::unique_ptr<Store>> store = Store::open(path, dialect);
        if (store)
            thread->m_store = std::move(*store);
        const bool ready = thread->m_store != nullptr;
        opened.set_value(ready ? Result<void>() : tl::unexpected(store.error()));
        if (ready)
            thread->work();
        thread->m_store.reset(); // a connection is closed on the thread that opened it
    });
    if (const Result<void> result = opened.get_future().get(); !result)
        return tl::unexpected(result.error());
    return self;
}

StoreThread::~StoreThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_arrived.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void StoreThread::handOver(const std::function<void(Store &)> &work)
{
    Job job{work};
    std::unique_lock lock(m_mutex);
    m_jobs.push_back(&job);
    m_arrived.notify_one();
    job.finished.wait(lock, [&job] { return job.done; });
}

void StoreThread::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_arrived.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
        if (m_jobs.empty())
            return;
        Job *job = m_jobs.front();
        m_jobs.pop_front();
        lock.unlock();
        job->work(*m_store);
        lock.lock();
        job->done = true;
        job->finished.notify_one(); // under the lock: behind it the job is gone
    }
}

} // namespace closeout::sandbox
