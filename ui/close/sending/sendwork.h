// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The part of the Sender that lives on its thread: one completion, the whole way, then it is over.

#pragma once

#include "close/run.h"

namespace closeout::ui {

struct SendOrder
{
    close::Completion completion;
    client::Connection connection;
    close::RunSettings settings;
    environments::WritePermit permit;
    QString journalPath;
};

class SendWork : public QObject
{
    Q_OBJECT

public:
    explicit SendWork(SendOrder order);

    void start();
    void giveUp(); // unless something is under way

signals:
    void left(); // it is on its way; not given up any more
    void finished(const closeout::close::ItemReport &report); // once

private:
    void finish(const close::ItemReport &report);

    SendOrder m_order;
    bool m_isFinished = false;
    // In the order in which each needs the one before.
    std::unique_ptr<client::Transport> m_transport;
    std::unique_ptr<client::ContextServices> m_services;
    std::unique_ptr<journal::Journal> m_journal;
    std::unique_ptr<close::Run> m_run;
};

} // namespace closeout::ui
