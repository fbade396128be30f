// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "contract/answers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::contract {

namespace {

constexpr qsizetype longestScheme = 32; // characters; known ones are far shorter

QString saidByServer(const ErrorBody &body)
{
    if (body.message.isEmpty())
        return {};
    if (body.code.isEmpty())
        return Tr::tr(" The server says: “%1”").arg(body.message);
    return Tr::tr(" The server says: “%1” (code %2)").arg(body.message, body.code);
}

bool isNotFound(int status, const ErrorBody &body)
{
    return status == 404 || (status == 400 && body.exception.endsWith("NotFoundException"_L1));
}

QString whySignInFailed(const SignIn &signIn)
{
    const QStringList &schemes = signIn.schemesAskedFor;
    if (!schemes.isEmpty() && !schemes.contains("Basic"_L1, Qt::CaseInsensitive)) {
        return Tr::tr("the server wants to be signed in to with %1, and Closeout signs in with "
                      "Basic only. Where you have a token, give it as a header “Authorization”")
            .arg(schemes.join(u", "));
    }
    return signIn.user.isEmpty()
        ? Tr::tr("the server wants a user name and password, and none was given")
        : Tr::tr("the server does not accept the password of user “%1”").arg(signIn.user);
}

// What stands between the commas that are not inside quotes.
QByteArrayList partsOf(const QByteArray &list)
{
    QByteArrayList parts{{}};
    bool isQuoted = false;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const char c = list.at(i);
        if (isQuoted && c == '\\' && i + 1 < list.size()) {
            ++i;
            continue;
        }
        if (c == '"')
            isQuoted = !isQuoted;
        if (c == ',' && !isQuoted)
            parts.append(QByteArray());
        else
            parts.last() += c;
    }
    return parts;
}

// And no parameter, which has an equals sign.
bool isSchemeName(const QByteArray &word)
{
    return !word.isEmpty() && word.size() <= longestScheme
        && std::all_of(word.begin(), word.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
                   || c == '-';
           });
}

} // namespace

QStringList signInSchemes(const QByteArray &challenges)
{
    QStringList schemes;
    for (const QByteArray &part : partsOf(challenges)) {
        const QByteArray word = part.trimmed().split(' ').constFirst();
        const QString scheme = QString::fromLatin1(word);
        if (isSchemeName(word) && !schemes.contains(scheme, Qt::CaseInsensitive))
            schemes.append(scheme);
    }
    return schemes;
}

Error describeRefusal(int status, const ErrorBody &body, const QString &where, const SignIn &signIn)
{
    const QString &user = signIn.user;
    const QString said = saidByServer(body);
    const QString detail = body.exception;
    if (isNotFound(status, body)) {
        return {ErrorKind::NotFound,
                Tr::tr("%1: not found. Check the id, the base URL and the dialect.").arg(where)
                    + said,
                detail, status};
    }
    if (status == 401) {
        return {ErrorKind::SignInNeeded, u"%1: %2.%3"_s.arg(where, whySignInFailed(signIn), said),
                detail, status};
    }
    if (status == 403) {
        const QString who = user.isEmpty() ? Tr::tr("Somebody who is not signed in")
                                           : Tr::tr("User “%1”").arg(user);
        return {ErrorKind::RoleMissing,
                Tr::tr("%1: forbidden. %2 lacks the role for it: reading needs Supervisor or "
                       "Administrator, writing needs Administrator.")
                        .arg(where, who)
                    + said,
                detail, status};
    }
    // The arguments go in all at once: a percent-encoded URL looks as if it had places of its own.
    const QString code = QString::number(status);
    if (status < 300) {
        return {ErrorKind::NotContextServices,
                Tr::tr("%1: answered with status %2, which does not say that it was done.")
                    .arg(where, code),
                detail, status};
    }
    if (status < 400) {
        return {ErrorKind::NotContextServices,
                Tr::tr(
                    "%1: the server redirects elsewhere (status %2). A redirect is not followed; "
                    "check the base URL.")
                    .arg(where, code),
                detail, status};
    }
    if (status >= 500) {
        return {ErrorKind::ServerFailed,
                Tr::tr("%1: the server failed with status %2.").arg(where, code) + said, detail,
                status};
    }
    return {ErrorKind::Refused, Tr::tr("%1: refused with status %2.").arg(where, code) + said,
            detail, status};
}

bool isSuccess(int status)
{
    return status == 200 || status == 201 || status == 204;
}

WriteEffect effectOfAnswer(int status, const ErrorBody &body)
{
    if (isSuccess(status))
        return WriteEffect::Done;
    switch (status) {
    case 307: // "do the same over there": it was not done here
    case 308:
    case 501: // the method or the protocol is not known there at all
    case 505:
        return WriteEffect::NotDone;
    case 408: // the wait for the request ran out, says a proxy that may have passed it on
    case 499: // a proxy gave up on us, not on the server
        return WriteEffect::Unknown;
    case 503: // the documents' "wrong mode"; from a proxy it may mean that the answer was lost
        return body.message.isEmpty() ? WriteEffect::Unknown : WriteEffect::NotDone;
    default:
        // A redirect may follow a deed (post, redirect, get), a 5xx may come after it or from a
        // gateway that lost the answer, and an odd 1xx or 2xx promises nothing.
        return status >= 400 && status < 500 ? WriteEffect::NotDone : WriteEffect::Unknown;
    }
}

} // namespace closeout::contract
