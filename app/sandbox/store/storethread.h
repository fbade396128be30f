// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The thread that the store lives on. Everybody else hands it work and waits for the answer.

#pragma once

#include "sandbox/store/store.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace closeout::sandbox {

class StoreThread
{
public:
    static Result<std::unique_ptr<StoreThread>> start(const QString &path,
                                                      contract::Dialect dialect);
    ~StoreThread(); // finishes what was handed over, then closes the store

    StoreThread(const StoreThread &) = delete;
    StoreThread &operator=(const StoreThread &) = delete;

    // Calls work(Store &) on the store thread and returns what it returns. Not to be called from
    // the store thread itself.
    template<typename Work>
    auto run(Work &&work)
    {
        std::optional<std::invoke_result_t<Work, Store &>> answer;
        handOver([&](Store &store) { answer = work(store); });
        return std::move(*answer);
    }

private:
    struct Job
    {
        const std::function<void(Store &)> &work;
        std::condition_variable finished = {};
        bool done = false;
    };

    StoreThread() = default;
    void handOver(const std::function<void(Store &)> &work);
    void work();

    std::unique_ptr<Store> m_store;
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<Job *> m_jobs; // owned by those who wait for them
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace closeout::sandbox
