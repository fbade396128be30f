// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Carries one completion out on a thread of its own, with a transport and a journal of its own, so
// that neither the server nor the disk ever holds the window. Each send() is answered by one
// reported(), whatever happens; and nothing is sent again by itself.

#pragma once

#include "close/run.h"

class QThread;

namespace closeout::ui {

class Sender : public QObject
{
    Q_OBJECT

public:
    explicit Sender(QString journalPath, QObject *parent = nullptr);
    // What has not left yet is given up; what is under way is waited for, so that its outcome gets
    // into the journal. The window asks before.
    ~Sender() override;

    // Not while isBusy().
    void send(const close::Completion &completion, const client::Connection &connection,
              const close::RunSettings &settings, const environments::WritePermit &permit);
    bool isBusy() const { return m_thread != nullptr; } // from send() until reported()

    // Gives up what has not left yet; reported() then says Held. What is under way goes on.
    void giveUp();

signals:
    void started();
    void givenUp(); // to what sends
    void left(); // the check is over, and the write on its way
    void reported(const closeout::close::Completion &completion,
                  const closeout::close::ItemReport &report);

private:
    void takeReport(const closeout::close::ItemReport &report);
    void endThread();

    QString m_journalPath;
    close::Completion m_completion;
    QThread *m_thread = nullptr; // child; while busy
};

} // namespace closeout::ui
