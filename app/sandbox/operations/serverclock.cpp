// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/operations/serverclock.h"

#include <QtCore/QDateTime>

namespace closeout::sandbox {

namespace {

constexpr qint64 century = 3155760000; // seconds

} // namespace

ServerClock::ServerClock(Clock clock)
    : m_clock(std::move(clock))
{
}

Moment ServerClock::now() const
{
    const Moment base = m_clock ? m_clock() : QDateTime::currentMSecsSinceEpoch();
    return base + m_forward * 1000;
}

Result<void> ServerClock::setForward(qint64 seconds)
{
    qint64 forward = m_forward;
    do {
        if (seconds < 0 || seconds > century - forward) {
            return failure(ErrorKind::InvalidInput,
                           Tr::tr("The clock can be set forward only, and by a century at most."));
        }
    } while (!m_forward.compare_exchange_weak(forward, forward + seconds));
    return {};
}

} // namespace closeout::sandbox
