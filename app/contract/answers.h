// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What a server's answer means: the error shapes of both dialects put into one Error, and what an
// answer to a write says about whether the write was done.
// Source: "HTTP Response Codes and Errors" 8.1 and 8.5, "Delete Service By ID" 8.5,
// "Role-Based Access Control" 8.5.1.

#pragma once

#include "result.h"

#include <QtCore/QStringList>

namespace closeout::contract {

// The parts of an error body, as far as it has them: 8.5 sends message and exception, 8.1 a code
// and a description.
struct ErrorBody
{
    QString message; // "message" or "description"
    QString exception; // 8.5, a Java class name
    QString code; // 8.1, application-specific
};

// Who signed in, and how the server wants it.
struct SignIn
{
    QString user; // empty: nobody
    QStringList schemesAskedFor = {}; // "Basic", "Digest" …; empty: the server does not say
};

// The schemes of a WWW-Authenticate header, several of them joined by commas: RFC 9110, 11.6.1.
QStringList signInSchemes(const QByteArray &challenges);

// The Error for a status that is no success. "where" is the request as a person knows it,
// "GET http://host/services/1".
Error describeRefusal(int status, const ErrorBody &body, const QString &where,
                      const SignIn &signIn);

bool isSuccess(int status); // of a write: 200, 201, 204

enum class WriteEffect : quint8 {
    Done,
    NotDone,
    Unknown, // the server may have done it: read again and decide
};

WriteEffect effectOfAnswer(int status, const ErrorBody &body);

} // namespace closeout::contract
