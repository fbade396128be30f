// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Through which proxy a server is reached: http_proxy, https_proxy, all_proxy and no_proxy, in
// small letters or (but for http_proxy) in capitals, as curl reads them. Pure.

#pragma once

#include "client/exchange.h"

#include <QtCore/QProcessEnvironment>
#include <QtCore/QUrl>
#include <QtNetwork/QNetworkProxy>

#include <optional>

namespace closeout::client {

// Nothing: the environment says nothing about it, so that the system's settings count. This
// machine itself is never asked through a proxy.
std::optional<QNetworkProxy> proxyFromEnvironment(const QUrl &url,
                                                  const QProcessEnvironment &environment);

// The same, with the system's settings where the environment is silent.
QNetworkProxy proxyFor(const QUrl &url);

// What is said to a proxy that asks for a server itself, as it does without TLS; no name: nothing.
// To one that only leads there the socket says it.
Header signInTo(const QNetworkProxy &proxy, const QUrl &url);

} // namespace closeout::client
