// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The two dialects of the Context Services API and where they differ.
// Source: "Complete Service" (8.5), "Complete Task" (8.0/8.1), "Migration from 8.1 to 8.5".

#pragma once

#include "result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace closeout::contract {

enum class Dialect : quint8 {
    V85, // Genesys Mobile Services: prefix /genesys/1/cs, any JSON as attached data, opaque ids
    V81, // Universal Contact Server: no prefix, extension schemas, 64-bit and 32-bit ids
};

QString dialectName(Dialect dialect); // "8.5", "8.1"
Result<Dialect> dialectFromName(QStringView name);

// What stands between host and /services in this dialect: "/genesys/1/cs", or nothing.
QByteArray pathPrefix(Dialect dialect);

// Only 8.5 can list services across customers.
bool hasExportStream(Dialect dialect);

} // namespace closeout::contract
