// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Who may come in: what the headers of a request alone decide. Pure functions of them and of the
// options; a header that is not there is empty or nothing.

#pragma once

#include <QtCore/QByteArray>

#include <optional>

namespace closeout::sandbox {

struct Options;

bool isSignedIn(const Options &options, const QByteArray &authorization);

// On the loopback address a page in a browser could write here, by a form that nobody sees or under
// a name of its own that leads to 127.0.0.1. Whoever is no browser sends no Origin.
bool isForeign(const Options &options, const std::optional<QByteArray> &host,
               const std::optional<QByteArray> &origin);

bool isTooLong(const Options &options, const QByteArray &contentLength);

} // namespace closeout::sandbox
