// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A saved view: a name for where services come from, which of them are looked at, and how. One
// JSON file each, which a person can read, edit and give to a colleague:
//
//     { "name": "Stuck bills", "subject": "service",
//       "sources": { "everything": true, "customers": ["c1"], "contact_keys": [],
//                    "service_ids": [], "state": "active", "started_from":
//                    "2026-11-01T00:00:00.000Z" },
//       "filter": "type:bill stuck:yes", "columns": ["age", "service_id", "data.Feedback.rating"],
//       "sort": { "by": "age", "descending": true } }
//
// Whatever is left out stays as it is when the view is applied.

#pragma once

#include "filter/sorting.h"
#include "find/query.h"
#include "rows/column.h"

#include <optional>

namespace closeout::find {

struct SavedView
{
    QString name;
    rows::Subject subject = rows::Subject::Service;
    std::optional<Query> query;
    QString filter;
    QList<rows::Column> columns;
    std::optional<filter::SortKey> sort;

    // Members that are not known say nothing; an Error: it is no view, or a member is wrong.
    static Result<SavedView> fromJson(const QByteArray &json);
    // old: the text that is replaced; members of it that are not known are kept. May be empty.
    QByteArray toJson(const QByteArray &old) const;
};

// Neither case nor blanks around it tell a name from another.
bool isSameName(const QString &one, const QString &other);

// The files of a folder. No two views in it get the same name.
class ViewFolder
{
public:
    struct Entry
    {
        QString fileName;
        SavedView view;
    };
    struct Loaded
    {
        QList<Entry> views; // by name
        QList<Error> problems; // of files that cannot be read; they are left alone
    };

    explicit ViewFolder(QString path)
        : m_path(std::move(path))
    {
    }

    Loaded load() const; // on the first day it makes the folder, with views to begin with

    // Whole or not at all. Of a name that there is already: replaces that view, and returns it.
    Result<std::optional<SavedView>> save(const SavedView &view) const;
    Result<void> rename(const QString &fileName, const QString &name) const;
    Result<void> remove(const QString &fileName) const;
    Result<void> takeIn(const QString &path) const; // a file from elsewhere
    Result<void> giveOut(const QString &fileName, const QString &path) const;

    static QString fileNameFor(const QString &name); // safe, and another for every name

private:
    QString pathOf(const QString &fileName) const;
    std::optional<Entry> namesakeOf(const QString &name) const;

    QString m_path;
};

Result<SavedView> readView(const QString &path);
Result<void> writeView(const QString &path, const SavedView &view);

} // namespace closeout::find
