// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A request and its answer as plain values. The HTTP adapter makes the one and sends the other;
// everything between is independent of sockets and can be tested without them.

#pragma once

#include "result.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace closeout::sandbox {

struct ServiceBefore; // see operations/before.h; here it is only passed on

enum class Peer : quint8 { Elsewhere, Loopback };

struct Request
{
    QByteArray method; // "GET"
    QByteArray path; // percent-encoded, as it was sent, without the query
    QByteArray query; // behind the question mark, percent-encoded
    QByteArray body;
    Peer peer = Peer::Elsewhere; // where its connection comes from

    // Of a change: the answer brings along what the service was before. Of a read: it shows that.
    bool keepsBefore = false;
    std::shared_ptr<const ServiceBefore> before = {};
};

// The next piece of a body that is too long to be held; empty at its end. After an Error the
// connection is broken off, so that nobody takes the answer for whole.
using BodyStream = std::function<Result<QByteArray>()>;

// How an answer leaves that is not simply sent: so many bytes, then nothing for a while, then what
// the end says. An answer that is not longer leaves whole and at once.
struct Delivery
{
    enum class Counted : quint8 { Answer, Body }; // from the status line on, or without the head
    enum class End : quint8 {
        Rest, // goes on as if nothing had been
        Closes,
        Silence, // says nothing more for as long as the client stays
    };

    qint64 after = 0; // bytes
    Counted counted = Counted::Answer;
    std::chrono::milliseconds delay{0};
    End end = End::Rest;
};

struct Response
{
    int status = 200;
    QByteArray body = {}; // JSON, unless a header says otherwise, or empty
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    BodyStream stream = {}; // instead of body

    bool hadEffect = false; // the store is another than before
    std::shared_ptr<const ServiceBefore> before = {}; // where the request asked for it
    std::optional<Delivery> delivery = {};
};

} // namespace closeout::sandbox
