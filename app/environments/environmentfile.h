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

#include <QtCore/QHash>

#include <functional>
#include <optional>

namespace closeout::json {
class Document;
class Value;
} // namespace closeout::json

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
        QHash<QString, QString> unusable; // names that stand there and cannot be used, and why

        Result<Environment> find(const QString &name) const;
    };

    // No file: no environments. A file that is not JSON, or says two lists, is renamed
    // (environments.json.broken-…) and reported, so that the next save cannot destroy it.
    Result<Loaded> load() const;

    // Each reads the file, changes it and writes it while nobody else does.
    Result<void> save(const Environment &environment) const; // adds it, or replaces its namesake
    Result<void> remove(const QString &name) const;
    // What is there now (nothing: no such one) is handed over, and what comes back is saved. One
    // that is there and not usable is left as it is, and told: nobody knows how careful it was.
    using Change = std::function<Result<Environment>(std::optional<Environment> old)>;
    Result<void> change(const QString &name, const Change &change) const;

    const QString &path() const { return m_path; }

private:
    Result<json::Document> putAside(Loaded &loaded) const;
    void readEntries(const json::Document &document, Loaded &loaded) const;
    void readEntry(const json::Document &document, const json::Value &entry,
                   const QHash<QString, QString> &unusable, Loaded &loaded) const;
    Result<json::Document> readForEdit() const;
    Result<void> put(json::Document document, const Environment &environment) const;

    QString m_path;
};

} // namespace closeout::environments
