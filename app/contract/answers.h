// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What a server's answer means: the error shapes of both dialects put into one Error, and what an
// answer to a write says about whether the write was done.
// Source: "HTTP Response Codes and Errors" 8.1 and 8.5, "Delete Service By ID" 8.5,
// "Role-Based Access Control" 8.5.1.

#pragma once

#include "result.h"

namespace closeout::contract {

// The parts of an error body, as far as it has them: 8.5 sends message and exception, 8.1 a code
// and a description.
struct ErrorBody
{
    QString message; // "message" or "description"
    QString exception; // 8.5, a Java class name
    QString code; // 8.1, application-specific
};

// The Error for a status that is no success. "where" is the request as a person knows it,
// "GET http://host/services/1"; user says who is signed in, empty for nobody.
Error describeRefusal(int status, const ErrorBody &body, const QString &where, const QString &user);

bool isSuccess(int status); // of a write: 200, 201, 204

enum class WriteEffect : quint8 {
    Done,
    NotDone,
    Unknown, // the server may have done it: read again and decide
};

WriteEffect effectOfAnswer(int status, const ErrorBody &body);

} // namespace closeout::contract
