// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/operations/answers.h"

#include "json/strings.h"

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

constexpr char exceptions[] = "com.genesyslab.gsg.services.contextservices.exceptions.";

int statusOf(contract::Dialect dialect, const Error &error)
{
    if (error.httpStatus != 0)
        return error.httpStatus;
    switch (error.kind) {
    case ErrorKind::InvalidInput:
        return 400;
    case ErrorKind::NotFound:
        return dialect == contract::Dialect::V85 ? 400 : 404;
    case ErrorKind::SignInNeeded:
        return 401;
    default:
        return 500;
    }
}

} // namespace

Response content(QByteArray json)
{
    return {.status = 200, .body = std::move(json)};
}

Response created(QByteArray json)
{
    return {.status = 201, .body = std::move(json)};
}

Response done()
{
    return {.status = 200};
}

Response noContent()
{
    return {.status = 204};
}

Response refusal(contract::Dialect dialect, const Error &error, const Request &request)
{
    Response response{.status = statusOf(dialect, error)};
    if (dialect == contract::Dialect::V85) {
        const QByteArray name = error.kind == ErrorKind::NotFound
            ? "NotFoundException"
            : "ContextServicesExceptionResource";
        response.body = "{\"message\":" + json::spell(error.message) + ",\"exception\":\""
            + exceptions + name + "\"}";
    } else {
        response.body = "{\"http_method\":" + json::spell(QString::fromUtf8(request.method))
            + ",\"uri\":" + json::spell(QString::fromUtf8(request.path))
            + ",\"code\":" + QByteArray::number(response.status)
            + ",\"description\":" + json::spell(error.message) + '}';
    }
    return response;
}

} // namespace closeout::sandbox
