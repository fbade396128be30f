// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The leave to send one write. Nothing is written without one, it is good once, and only the run of
// a completion, which holds the claim on the target and has the intention on disk, can make one. So
// whoever holds a Transport or ContextServices can read, and no more.

#pragma once

#include <utility>

namespace closeout::close {
class Run;
}

namespace closeout::test {
struct WritePermits; // for tests of what a write does on the wire
}

namespace closeout::client {

class WritePermit
{
public:
    WritePermit(WritePermit &&other) noexcept
        : m_isGood(std::exchange(other.m_isGood, false))
    {
    }
    WritePermit(const WritePermit &) = delete;
    WritePermit &operator=(const WritePermit &) = delete;
    WritePermit &operator=(WritePermit &&) = delete;
    ~WritePermit() = default;

    bool isGood() const { return m_isGood; } // not handed on yet

private:
    WritePermit() = default;
    friend class close::Run;
    friend struct test::WritePermits;

    bool m_isGood = true;
};

} // namespace closeout::client
