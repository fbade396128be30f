// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The answers of both dialects. 8.5 says {"message","exception"} and 400 with NotFoundException
// for an unknown id; 8.1 says {"http_method","uri","code","description"} and 404.
// Source: "HTTP Response Codes and Errors" 8.1 and 8.5, "Delete Service By ID" 8.5.

#pragma once

#include "contract/dialect.h"
#include "sandbox/http/request.h"

namespace closeout::sandbox {

Response content(QByteArray json); // 200
Response created(QByteArray json); // 201
Response done(); // 200 without a body
Response noContent(); // 204

// httpStatus of the error wins; without one its kind decides.
Response refusal(contract::Dialect dialect, const Error &error, const Request &request);

} // namespace closeout::sandbox
