// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// From what the network layer reports to one sentence that names host and cause and says what to
// check. QNetworkReply's own texts say "Error downloading" even of a POST. proxy: what stands
// between; of type NoProxy if nothing does.

#pragma once

#include "client/connection.h"

#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QNetworkReply>

namespace closeout::client {

Error describeFailure(QNetworkReply::NetworkError failure, const QString &detail,
                      const OutgoingRequest &request, const Connection &connection,
                      const QNetworkProxy &proxy, const QList<QSslError> &certificateErrors);

} // namespace closeout::client
