// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Where a command talks to: the options that say it, and the connection made from them. The
// password comes from CLOSEOUT_PASSWORD, else for a named environment from the system's keychain,
// else from the terminal.

#pragma once

#include "cli/command.h"
#include "environments/environment.h"
#include "environments/places.h"

namespace closeout::cli {

struct Destination
{
    environments::Environment environment; // of a bare URL: nameless, without a safety level
    client::Connection connection;

    QString name() const; // for sentences: the environment's name, or the URL
};

QList<Option> destinationOptions();
Option configDirectoryOption();

environments::Places placesFrom(const Arguments &arguments);

// Answers once: at once, or after the keychain has answered. Warnings go to standard error.
void findDestination(const Arguments &arguments, QObject *context,
                     std::function<void(const Result<Destination> &)> done);

// 3 for what is wrong on this side, 1 for what the server or the network refused.
int exitCodeOf(const Error &error);

} // namespace closeout::cli
