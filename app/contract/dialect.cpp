// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "contract/dialect.h"

using namespace Qt::StringLiterals;

namespace closeout::contract {

QString dialectName(Dialect dialect)
{
    return dialect == Dialect::V85 ? u"8.5"_s : u"8.1"_s;
}

Result<Dialect> dialectFromName(QStringView name)
{
    if (name == "8.5"_L1)
        return Dialect::V85;
    if (name == "8.1"_L1 || name == "8.0"_L1)
        return Dialect::V81;
    return failure(ErrorKind::InvalidInput,
                   Tr::tr("“%1” is no dialect. Use 8.5 (Genesys Mobile Services) or 8.1 "
                          "(Universal Contact Server).")
                       .arg(name));
}

QByteArray pathPrefix(Dialect dialect)
{
    return dialect == Dialect::V85 ? QByteArrayLiteral("/genesys/1/cs") : QByteArray();
}

bool hasExportStream(Dialect dialect)
{
    return dialect == Dialect::V85;
}

} // namespace closeout::contract
