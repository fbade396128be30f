// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/recordcells.h"

#include "contract/timestamp.h"

namespace closeout::cli {

namespace {

bool says(const json::Value &value)
{
    return value.exists() && value.type() != json::Type::Null && value.raw() != "\"\"";
}

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

QByteArray jsonOf(const QDateTime &moment)
{
    return stringOrNull(stamp(moment, Format::Json));
}

QByteArray dispositionOf(const client::Record &record)
{
    const json::Value ofRecord = record.root().member(u"disposition");
    return says(ofRecord) ? spellingOf(ofRecord)
                          : spellingOf(record.root().member(u"completed").member(u"disposition"));
}

QList<Cell> targetCells(const contract::Target &target)
{
    const auto idIf = [&target](contract::Target::Kind kind) {
        return target.kind == kind ? target.id : QString();
    };
    return {{contract::kindName(target.kind)},
            {target.serviceId},
            {idIf(contract::Target::Kind::State)},
            {idIf(contract::Target::Kind::Task)}};
}

} // namespace closeout::cli
