// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// One request and its answer, whole, as bytes, with times.

#pragma once

#include "result.h"

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QUrl>

#include <optional>

namespace closeout::client {

struct Header
{
    QByteArray name;
    QByteArray value;

    friend bool operator==(const Header &, const Header &) = default;
};

// What an operation wants of the server; built by the pure functions of operations.h. A request
// reads and cannot be made to write: that is another type, which a transport takes with a permit.
struct Request
{
    QByteArray path; // below the base URL, percent-encoded, with its query
};

struct Write
{
    QByteArray path; // as above
    QByteArray body; // JSON
};

// A request exactly as it leaves: every header is ours, so that a dry run shows what is sent.
struct OutgoingRequest
{
    QByteArray method;
    QUrl url;
    QList<Header> headers; // in the order in which they are sent
    QByteArray body;

    QByteArray line() const; // "POST /genesys/1/cs/services/1/end HTTP/1.1"
    QByteArray head() const; // the line and the headers, as on the wire, with the empty line
    // Asterisks for the value of every header but those that cannot hold a secret.
    OutgoingRequest masked() const;
};

// How far a request came. A body of which nothing was handed over cannot have been acted on.
enum class Departure : quint8 { NotSent, Sent };

struct Exchange
{
    OutgoingRequest request; // masked: an exchange is for showing and recording
    Departure departure = Departure::NotSent;
    QDateTime startedAt; // UTC
    qint64 milliseconds = 0; // until the end of the answer, or until it was given up

    int status = 0; // 0: no answer came
    QByteArray reason;
    QList<Header> answerHeaders;
    // What was sent as a secret is masked in it, as everywhere here; of a stream only its
    // beginning.
    QByteArray answerBody;
    // The same as it arrived: to be read as a record, never shown nor recorded.
    QByteArray unmaskedBody;

    std::optional<Error> error; // why there is no whole answer; a status of refusal is none

    QByteArray answerHeader(QByteArrayView name) const; // empty: not there
};

inline constexpr char mask[] = "********"; // in place of a secret

// Whether a header is likely to hold a secret, by its name (X-Api-Key, Set-Cookie) or by its value
// ("Bearer …", a JSON Web Token).
bool looksSecret(const Header &header);

// All but those that cannot hold one: nobody knows what a person put into a header of their own.
bool isMaskedInRequests(const Header &header);

Header maskedAnswerHeader(const Header &header);

// "GET http://host/services/1", for sentences; without the query, which says little and is long.
QString whatAndWhere(const OutgoingRequest &request);

} // namespace closeout::client
