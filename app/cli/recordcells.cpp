// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/recordcells.h"

#include "contract/timestamp.h"

namespace closeout::cli {

namespace {

QByteArray spellingOf(const json::Value &value)
{
    return value.exists() ? value.raw().toByteArray() : QByteArray("null");
}

} // namespace

QString stamp(const QDateTime &moment, Format format)
{
    if (!moment.isValid())
        return {};
    return format == Format::Table ? moment.toLocalTime().toString(u"yyyy-MM-dd HH:mm")
                                   : contract::formatTimestamp(moment);
}

QByteArray spelled(const client::Record &record, QStringView member)
{
    return spellingOf(record.root().member(member));
}

QByteArray spelled(const client::Record &record, QStringView event, QStringView member)
{
    return spellingOf(record.root().member(event).member(member));
}

} // namespace closeout::cli
