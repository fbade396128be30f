// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The file of environments: JSON that a person can read and edit. Saving changes only what was
// changed; members we do not know, their order and the layout stay.
//
//     { "environments": [ { "name": "Staging", "url": "https://gms:8443", "dialect": "8.5",
//       "user": "demo", "headers": ["ContactCenterId: 1"], "ca_file": "/etc/ca.pem",
//       "safety": "confirm", "colour": "#c01c28", "timeout_seconds": 30,
//       "deployment": "staging" } ] }

#pragma once

#include "environments/environment.h"

namespace closeout::json {
class Document;
}

namespace closeout::environments {

class EnvironmentFile
{
public:
    explicit EnvironmentFile(QString path);

    struct Loaded
    {
        QList<Environment> environments;
        // What a person should be told: a file that was put aside, an entry that is not usable.
        QStringList warnings;

        Result<Environment> find(const QString &name) const;
    };

    // No file: no environments. A file that is not JSON is renamed (environments.json.broken-…)
    // and reported, so that the next save cannot destroy it.
    Result<Loaded> load() const;

    Result<void> save(const Environment &environment) const; // adds it, or replaces its namesake
    Result<void> remove(const QString &name) const;

    const QString &path() const { return m_path; }

private:
    void readEntries(const json::Document &document, Loaded &loaded) const;
    Result<json::Document> readForEdit() const;

    QString m_path;
};

} // namespace closeout::environments
