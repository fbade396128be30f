// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What all calls have in common, however their bytes travel: the exchange while it grows, who
// waits for it, and how long it may take at most. Of this room alone.

#pragma once

#include "client/secrets.h"
#include "client/transport.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>

namespace closeout::client {

// Whom a call tells. Nobody any more once context is gone.
struct Listener
{
    QPointer<QObject> context;
    Transport::Bytes bytes; // of a stream, else empty
    Transport::Done done;
};

class CallInProgress : public Call
{
    Q_OBJECT

public:
    // connection must outlive the call.
    CallInProgress(const Connection &connection, const Secrets &secrets,
                   const OutgoingRequest &request, Listener listener, QObject *parent);

    void hold() override { m_isHeld = true; }

protected:
    // How long all of it may take: a server that sends a byte now and then is given up as well.
    // Begins when it is called.
    void limitDuration();
    virtual void giveUp() = 0; // it took too long

    // Hands bytes of the body on, or keeps them. False: it is too much, or nobody is there to take
    // them any more.
    bool take(const QByteArray &bytes);
    bool isStreamed() const; // of this status
    void conclude(Departure departure, const std::optional<Error> &error);
    Error tookTooLong() const;
    Error tooLarge() const;
    Error wasCancelled() const;

    const Connection &connection() const { return m_connection; }
    const Secrets &secrets() const { return m_secrets; }
    const Listener &listener() const { return m_listener; }
    Exchange &exchange() { return m_exchange; }
    const Exchange &exchange() const { return m_exchange; }
    qint64 received() const { return m_received; } // bytes of the body
    bool isHeld() const { return m_isHeld; }
    void setHeld(bool isHeld);

private:
    void checkDuration();
    void checkStream();

    const Connection &m_connection;
    const Secrets &m_secrets;
    Listener m_listener;
    Exchange m_exchange; // its body unmasked until it is concluded
    QElapsedTimer m_clock;
    QTimer m_durationTimer;
    qint64 m_received = 0;
    qint64 m_lookedAt = 0; // milliseconds: when a stream was looked at the last time …
    qint64 m_receivedEarlier = 0; // … and what had come by then
    bool m_isHeld = false;
    bool m_wasHeld = false; // since then
};

} // namespace closeout::client
