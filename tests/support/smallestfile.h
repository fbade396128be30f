// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// While it lives no file of this process may grow beyond so many bytes: what a full disk does,
// without one.

#pragma once

#include <csignal>
#include <sys/resource.h>

class SmallestFile
{
public:
    explicit SmallestFile(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN); // an error to be told, not the end
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallestFile() { setrlimit(RLIMIT_FSIZE, &m_before); }

    SmallestFile(const SmallestFile &) = delete;
    SmallestFile &operator=(const SmallestFile &) = delete;

private:
    rlimit m_before{};
};
