// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/http/tls.h"

#include "sandbox/options.h"

#include <openssl/ssl.h>

namespace closeout::sandbox {

void TlsDeleter::operator()(SSL_CTX *context) const
{
    SSL_CTX_free(context);
}

Result<Tls> makeTls(const Options &options)
{
    if (options.certificateFile.isEmpty() && options.keyFile.isEmpty())
        return Tls();
    Tls tls(SSL_CTX_new(TLS_server_method()));
    SSL_CTX_set_min_proto_version(tls.get(), TLS1_2_VERSION);
    SSL_CTX_set_mode(tls.get(),
                     SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    const QByteArray certificate = options.certificateFile.toLocal8Bit();
    const QByteArray key = options.keyFile.toLocal8Bit();
    if (SSL_CTX_use_certificate_chain_file(tls.get(), certificate.constData()) != 1) {
        return failure(ErrorKind::TlsFailed,
                       Tr::tr("The certificate %1 cannot be read. It must be a PEM file.")
                           .arg(options.certificateFile));
    }
    if (SSL_CTX_use_PrivateKey_file(tls.get(), key.constData(), SSL_FILETYPE_PEM) != 1
        || SSL_CTX_check_private_key(tls.get()) != 1) {
        return failure(ErrorKind::TlsFailed,
                       Tr::tr(
                           "The key %1 cannot be read, or does not belong to the certificate. It "
                           "must be a PEM file without a password.")
                           .arg(options.keyFile));
    }
    return tls;
}

} // namespace closeout::sandbox
