// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The base of the commands that talk to a server: finds the destination, makes transport and
// services, and hands over to the command.

#pragma once

#include "cli/destination.h"
#include "client/contextservices.h"

namespace closeout::cli {

class ServerCommand : public Command
{
    Q_OBJECT

public:
    explicit ServerCommand(Arguments arguments);

    void start() override; // ends with reachServer(), or with an exit code

protected:
    virtual void reachServer() = 0; // destination and services are there

    const Arguments &arguments() const { return m_arguments; }
    const Destination &destination() const { return *m_destination; }
    client::ContextServices &services() { return *m_services; }
    contract::Dialect dialect() const { return m_destination->connection.dialect; }

    // Tells the error and finishes with the exit code that belongs to it.
    virtual void fail(const Error &error);

private:
    Arguments m_arguments;
    std::optional<Destination> m_destination;
    std::unique_ptr<client::Transport> m_transport;
    std::unique_ptr<client::ContextServices> m_services;
};

} // namespace closeout::cli
