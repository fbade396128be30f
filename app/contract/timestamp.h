// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Moments as the API writes them: UTC, ISO 8601 with milliseconds, "2009-05-12T12:05:12.145Z".
// Source: "Complete Service" 8.5, field timestamp; every other page prints the same form.

#pragma once

#include "result.h"

#include <QtCore/QDateTime>
#include <QtCore/QString>

#include <optional>

namespace closeout::contract {

QString formatTimestamp(const QDateTime &moment);

// Only the printed form, and only days that exist. Nothing else is known to be understood by a
// server.
Result<QDateTime> parseTimestamp(QStringView text);

// What servers, proxies and people write besides: no zeros in front, no or other fractions of a
// second, a leap second, an offset instead of Z, perhaps with the name of a zone in brackets behind
// it; the form without signs between the parts; seconds or milliseconds since 1970, if the number
// is of a length that no day has. For reading answers only, never for what is sent.
Result<QDateTime> readTimestamp(QStringView text);

// The same of UTF-8, as milliseconds since 1970: for the timestamps of a million services.
std::optional<qint64> readMilliseconds(QByteArrayView text);
QByteArray formatMilliseconds(qint64 moment); // the printed form

// The zone in which moments are shown and read: "Europe/Berlin"; "UTC" for all that are so.
QString localZone();

} // namespace closeout::contract
