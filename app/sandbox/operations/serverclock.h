// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The time that the operations go by: the system's, or a test's, and as much as it was set forward
// since. What has become due is done when the next operation asks. Thread-safe.

#pragma once

#include "sandbox/options.h"
#include "sandbox/store/records.h"

#include <atomic>

namespace closeout::sandbox {

class ServerClock
{
public:
    explicit ServerClock(Clock clock); // unset: the system's

    Moment now() const;

    // Never back, and by a century at most in all; InvalidInput otherwise.
    Result<void> setForward(qint64 seconds);
    qint64 secondsForward() const { return m_forward; }

private:
    Clock m_clock;
    std::atomic<qint64> m_forward = 0; // seconds
};

} // namespace closeout::sandbox
