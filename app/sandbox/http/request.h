// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A request and its answer as plain values. The HTTP adapter makes the one and sends the other;
// everything between is independent of sockets and can be tested without them.

#pragma once

#include "result.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <functional>

namespace closeout::sandbox {

struct Request
{
    QByteArray method; // "GET"
    QByteArray path; // percent-encoded, as it was sent, without the query
    QByteArray query; // behind the question mark, percent-encoded
    QByteArray body;
};

// The next piece of a body that is too long to be held; empty at its end. After an Error the
// connection is broken off, so that nobody takes the answer for whole.
using BodyStream = std::function<Result<QByteArray>()>;

struct Response
{
    int status = 200;
    QByteArray body = {}; // JSON, or empty
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    BodyStream stream = {}; // instead of body
};

} // namespace closeout::sandbox
