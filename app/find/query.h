// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What to look for, and what came of each place it was looked for in: plain values.

#pragma once

#include "client/operations.h"
#include "result.h"
#include "rows/origins.h"

#include <QtCore/QStringList>

namespace closeout::find {

// One place where services come from.
struct Source
{
    enum class Kind : quint8 { All, Customer, ContactKey, Service };
    Kind kind = Kind::All;
    QString key; // of a customer, contact key or service

    QString name() const; // "customer 0001", "contact key …", "service …", "all services"
    friend bool operator==(const Source &, const Source &) = default;
};

struct Query : rows::Origins // everything: by the export stream
{
    contract::Completeness completeness = contract::Completeness::Active;
    client::StartRange range;
    qint64 leftOut = 0; // entries that were named with the others and are no ids

    void add(const Source &source);
    bool isOfSame(const Query &other) const; // does it look for the same services?
    bool asksForAll() const { return everything || !areNamed(); }
};

// How it went with one source.
struct SourceReport
{
    static constexpr qsizetype mostFailures = 20;

    Source source;
    qint64 found = 0; // services that it brought and that fit the query, or are known
    std::optional<Error> error = {}; // why it brought nothing, or not all
    QList<Error> unreadable = {}; // of single elements: the first mostFailures of them
    qint64 unreadableCount = 0;
    qint64 unreadableStarts = 0; // of services and open tasks that say when, in no known form
};

} // namespace closeout::find
