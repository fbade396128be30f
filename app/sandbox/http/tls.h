// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The certificate and the key of the options, as OpenSSL wants them: TLS 1.2 or newer.

#pragma once

#include "result.h"

#include <memory>

using SSL_CTX = struct ssl_ctx_st;

namespace closeout::sandbox {

struct Options;

struct TlsDeleter
{
    void operator()(SSL_CTX *context) const;
};
using Tls = std::unique_ptr<SSL_CTX, TlsDeleter>;

Result<Tls> makeTls(const Options &options); // null without files: plain text

} // namespace closeout::sandbox
