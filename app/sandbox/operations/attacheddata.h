// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Attached data (extensions): what replaces what, and what an answer shows.
// Source: "Complete Service" 8.5 and 8.0, "Merge Extension Data" 8.5.110, "Query Service by
// ID" 8.5.

#pragma once

#include "result.h"
#include "sandbox/operations/members.h"
#include "sandbox/options.h"
#include "sandbox/store/entity.h"

#include <QtCore/QSet>
#include <QtCore/QStringList>

#include <array>

namespace closeout::sandbox {

// What is kept after an event that carries these. An event without any leaves what is there.
QByteArray afterEvent(const QByteArray &kept, const Members &given, AttachedDataReading reading,
                      Qt::CaseSensitivity keys);

// The map in value with the members of patch added or replaced. Neither may be a list.
Result<QByteArray> merged(const QByteArray &value, const json::Value &patch);

// The parameter "extensions": names, comma-separated, each perhaps behind "Service.", "State." or
// "Task."; a name alone counts for all three, as does "*".
class ExtensionSelection
{
public:
    static ExtensionSelection everything();
    // What the parameter is taken for; an Error where "*" is refused.
    static Result<ExtensionSelection> askedFor(const QStringList &entries, AllExtensions reading);
    explicit ExtensionSelection(const QStringList &entries = {});

    void append(QByteArray &json, Entity entity, const QByteArray &extensions,
                Qt::CaseSensitivity keys) const;

private:
    struct Part
    {
        bool all = false;
        QSet<QString> names;
        QSet<QString> foldedNames; // for keys whose case does not count
    };
    const Part &part(Entity entity) const { return m_parts[std::size_t(entity)]; }

    std::array<Part, 3> m_parts;
};

} // namespace closeout::sandbox
