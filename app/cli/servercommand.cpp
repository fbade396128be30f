// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/servercommand.h"

#include "cli/output.h"

using namespace Qt::StringLiterals;

namespace closeout::cli {

ServerCommand::ServerCommand(Arguments arguments)
    : m_arguments(std::move(arguments))
{
}

void ServerCommand::start()
{
    findDestination(m_arguments, this, [this](const Result<Destination> &found) {
        if (!found) {
            fail(found.error());
            return;
        }
        m_destination = *found;
        m_transport = std::make_unique<client::Transport>(m_destination->connection);
        m_services = std::make_unique<client::ContextServices>(*m_transport);
        connect(m_services.get(), &client::ContextServices::foundToShowLess, this, [this] {
            using Shows = client::ContextServices::Shows;
            printNote(m_services->shows() == Shows::NotData
                          ? u"Warning: The server refuses to show attached data. None is seen, "
                            "which does not mean that there is none."_s
                          : u"Warning: The server refuses to show attached data, and states and "
                            "tasks with their service. None is seen, which does not mean that "
                            "there is none."_s);
        });
        reachServer();
    });
}

void ServerCommand::fail(const Error &error)
{
    printError(error.message);
    if (error.kind == ErrorKind::TlsFailed)
        printNote(u"--ca-file FILE names certificates to trust."_s);
    emit finished(exitCodeOf(error));
}

} // namespace closeout::cli
