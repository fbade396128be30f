// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/callinprogress.h"

#include "contract/answers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::client {

namespace {

constexpr qint64 largestAnswer = qint64(64) << 20; // bytes, of what is kept
constexpr qint64 beginningOfStream = 4096; // bytes of it that are kept

// The limit of what is kept or sent: some time-outs for the server, and time for the bytes of a
// slow line.
constexpr int timeoutsForAll = 2;
constexpr qint64 slowestLine = 4; // bytes a millisecond
// A stream may go on for hours, but not by a byte now and then.
constexpr double slowestStream = 0.002; // bytes a millisecond
constexpr int looksPerTimeout = 4;

} // namespace

CallInProgress::CallInProgress(const Connection &connection, const Secrets &secrets,
                               const OutgoingRequest &request, Listener listener, QObject *parent)
    : Call(parent)
    , m_connection(connection)
    , m_secrets(secrets)
    , m_listener(std::move(listener))
{
    m_exchange.request = request.masked();
    m_exchange.startedAt = QDateTime::currentDateTimeUtc();
    m_clock.start();
    connect(m_listener.context, &QObject::destroyed, this, &QObject::deleteLater);
    connect(&m_durationTimer, &QTimer::timeout, this, &CallInProgress::checkDuration);
}

void CallInProgress::limitDuration()
{
    m_durationTimer.start(m_connection.timeout / looksPerTimeout);
}

void CallInProgress::setHeld(bool isHeld)
{
    m_wasHeld = m_wasHeld || m_isHeld || isHeld;
    m_isHeld = isHeld;
}

void CallInProgress::checkDuration()
{
    if (isStreamed()) {
        checkStream();
        return;
    }
    const qint64 bytes = std::max<qint64>(m_received, m_exchange.request.body.size());
    const qint64 allowed = m_connection.timeout.count() * timeoutsForAll + bytes / slowestLine;
    if (m_clock.elapsed() >= allowed)
        giveUp();
}

// Enough must have come since the last time, unless it waited for us.
void CallInProgress::checkStream()
{
    const qint64 since = m_clock.elapsed() - m_lookedAt;
    if (since < m_connection.timeout.count() * timeoutsForAll)
        return;
    m_lookedAt = m_clock.elapsed();
    const qint64 arrived = m_received - std::exchange(m_receivedEarlier, m_received);
    const bool waitedForUs = std::exchange(m_wasHeld, m_isHeld) || m_isHeld;
    if (!waitedForUs && double(arrived) < slowestStream * double(since))
        giveUp();
}

bool CallInProgress::isStreamed() const
{
    return m_listener.bytes && contract::isSuccess(m_exchange.status);
}

bool CallInProgress::take(const QByteArray &bytes)
{
    m_received += bytes.size();
    if (!isStreamed()) {
        m_exchange.unmaskedBody += bytes;
        return m_exchange.unmaskedBody.size() <= largestAnswer;
    }
    if (m_exchange.unmaskedBody.size() < beginningOfStream)
        m_exchange.unmaskedBody += bytes.first(std::min(bytes.size(), beginningOfStream));
    const QPointer<CallInProgress> alive(this); // the listener may end the transport and us with it
    if (m_listener.context)
        m_listener.bytes(bytes);
    return !alive.isNull();
}

void CallInProgress::conclude(Departure departure, const std::optional<Error> &error)
{
    m_durationTimer.stop();
    m_exchange.milliseconds = m_clock.elapsed();
    m_exchange.departure = departure;
    m_exchange.reason = m_secrets.masked(m_exchange.reason);
    for (Header &header : m_exchange.answerHeaders) {
        header = maskedAnswerHeader(header);
        header.value = m_secrets.masked(header.value);
    }
    m_exchange.answerBody = m_secrets.masked(m_exchange.unmaskedBody);
    if (error)
        m_exchange.error = m_secrets.masked(*error);
    const QPointer<CallInProgress> alive(this);
    if (m_listener.context)
        m_listener.done(m_exchange);
    if (alive)
        deleteLater();
}

Error CallInProgress::tookTooLong() const
{
    return {ErrorKind::TimedOut,
            Tr::tr("%1: the answer was not whole after %2 seconds; it came too slowly and was not "
                   "waited for any longer.")
                .arg(whatAndWhere(m_exchange.request),
                     QString::number(double(m_clock.elapsed() / 100) / 10))};
}

Error CallInProgress::tooLarge() const
{
    return {ErrorKind::NotContextServices,
            Tr::tr("%1: the answer is longer than %2 MiB; it was not read to its end.")
                .arg(whatAndWhere(m_exchange.request), QString::number(largestAnswer >> 20))};
}

Error CallInProgress::wasCancelled() const
{
    return {ErrorKind::Cancelled,
            Tr::tr("%1 was cancelled.").arg(whatAndWhere(m_exchange.request))};
}

} // namespace closeout::client
