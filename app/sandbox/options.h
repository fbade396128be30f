// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What a sandbox is started with. A plain value; server.h says what each failure looks like.

#pragma once

#include "contract/dialect.h"
#include "sandbox/operations/businessattributes.h"

#include <QtCore/QString>

#include <chrono>
#include <functional>
#include <optional>

namespace closeout::sandbox {

// What an end event does to attached data that are there already. The documents can be read both
// ways ("the previous attached data are replaced with the new ones").
enum class AttachedDataReading : quint8 {
    ReplaceAll, // every key goes, the new ones come
    ReplaceKeys, // only keys that the event carries are replaced
};

// What a question for extensions=* is answered with. The documents of 8.5 have it; those of 8.1 do
// not mention it, and nobody has seen what a server of that age does.
enum class AllExtensions : quint8 {
    Shown,
    Refused, // with 400
    Ignored, // as if it had not been asked for
};

enum class MapNames : quint8 {
    Off, // answers show the ids of business attribute values, as the documents' default
    On, // answers show their names
};

// How much a server checks. In 8.1 everything is checked, whatever this says.
enum class DataValidation : quint8 {
    Off, // as a server is installed: see README.md
    On, // nothing but what the documents print
};

// What an empty store is filled with. A store that holds a service is never seeded.
struct Seed
{
    enum class Kind : quint8 { Nothing, Demo, Count };
    Kind kind = Kind::Nothing;
    qint64 count = 0; // services, for Count

    static Seed nothing() { return {}; }
    static Seed demo() { return {Kind::Demo, 0}; }
    static Seed services(qint64 count) { return {Kind::Count, count}; }
};

using Clock = std::function<qint64()>; // milliseconds since 1970, UTC

struct Options
{
    contract::Dialect dialect = contract::Dialect::V85;
    QString address = QStringLiteral("127.0.0.1"); // another than loopback needs a password
    quint16 port = 0; // 0: the system chooses
    QString storePath = QStringLiteral(":memory:"); // or a file
    Seed seed = {};

    // Unset: ReplaceAll in 8.5, ReplaceKeys in 8.1, as each version's documents are worded.
    std::optional<AttachedDataReading> attachedData = {};
    AllExtensions allExtensions = AllExtensions::Shown;
    MapNames mapNames = MapNames::Off;
    DataValidation dataValidation = DataValidation::Off;
    BusinessAttributes attributes = BusinessAttributes::standard();

    QString user = {};
    QString password = {}; // a password turns basic access authentication on
    QString certificateFile = {}; // PEM; both files turn TLS on
    QString keyFile = {};

    qint64 bodyLimit = 32 * 1024 * 1024; // bytes, after decompression
    int connectionLimit = 512; // beyond it: 503
    // A whole request must arrive within the first from its first byte; a connection may stay
    // open without one for the second.
    std::chrono::milliseconds requestTimeout{20000};
    std::chrono::milliseconds idleTimeout{75000};

    Clock clock = {}; // unset: the system's
};

} // namespace closeout::sandbox
