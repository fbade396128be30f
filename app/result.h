// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Result<T> and Error: how every room says that something did not work.
//
// No exception crosses a function of ours. What can fail returns a Result; whoever cannot go on
// hands the Error to whoever can tell a person. The message is one or two whole sentences: what
// happened, where, and what to do now. The detail is for the curious: first bytes of an answer, the
// text of a library.
//
//     Result<Document> document = Document::parse(bytes);
//     if (!document)
//         return tl::unexpected(document.error());

#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QString>

#include <tl/expected.hpp>

namespace closeout {

enum class ErrorKind : quint8 {
    InvalidInput, // what a person gave us is wrong; nothing was sent
    NotAllowed, // the environment's safety level, or a missing confirmation, forbids it
    AlreadyCompleted, // the target has been completed meanwhile
    Changed, // the target is no longer as it was seen
    NotFound, // no such service, state or task
    SignInNeeded, // 401
    RoleMissing, // 403
    Refused, // any other "no" of the server
    ServerFailed, // 5xx
    NotContextServices, // an answer that no Context Services server gives
    HostNotFound,
    ConnectionFailed, // refused, unreachable: nothing arrived there
    ConnectionLost, // broke while it was in use
    TlsFailed,
    TimedOut,
    Cancelled,
    Storage, // a file or a data base of ours
};

struct Error
{
    ErrorKind kind = ErrorKind::InvalidInput;
    QString message; // whole sentences for a person
    QString detail = {}; // for the curious, may be empty
    int httpStatus = 0; // 0: there was no answer

    friend bool operator==(const Error &, const Error &) = default;
};

template<typename T>
using Result = tl::expected<T, Error>;

// tl::unexpected<Error> in fewer words: return failure(ErrorKind::NotFound, Tr::tr("…"));
inline tl::unexpected<Error> failure(ErrorKind kind, QString message, QString detail = {})
{
    return tl::unexpected(Error{kind, std::move(message), std::move(detail)});
}

// The one translation context of the rooms below the window.
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Closeout)
};

} // namespace closeout
