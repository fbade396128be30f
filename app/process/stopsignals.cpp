// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "process/stopsignals.h"

#include <QtCore/QSocketNotifier>

#include <csignal>
#include <unistd.h>

namespace closeout::process {

namespace {

int ends[2]{-1, -1}; // of the pipe; a handler can see nothing else

void handle(int)
{
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = write(ends[1], &byte, 1); // full: it was told already
}

} // namespace

StopSignals::StopSignals()
{
    if (pipe(ends) != 0)
        qFatal("no pipe for signals");
    auto *notifier = new QSocketNotifier(ends[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        // What is not taken out is told again and again.
        char bytes[16];
        if (read(ends[0], bytes, sizeof(bytes)) > 0)
            emit received();
    });
    std::signal(SIGINT, handle);
    std::signal(SIGTERM, handle);
}

StopSignals::~StopSignals()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    ::close(ends[0]);
    ::close(ends[1]);
}

} // namespace closeout::process
