// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/store/sql.h"

#include <QtCore/QStringList>

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

QVariant orNull(const QByteArray &value)
{
    return value.isEmpty() ? QVariant() : QVariant(value);
}

QVariant orNull(const QString &value)
{
    return value.isNull() ? QVariant() : QVariant(value);
}

QString placeholders(qsizetype count)
{
    return QStringList(count, u"?"_s).join(u", "_s);
}

void addTypes(const QList<QByteArray> &types, QString &condition, QVariantList &values)
{
    if (types.isEmpty())
        return;
    condition += u" AND type IN (%1)"_s.arg(placeholders(types.size()));
    for (const QByteArray &type : types)
        values.append(type);
}

void addCompleteness(contract::Completeness completeness, QString &condition)
{
    if (completeness == contract::Completeness::Active)
        condition += " AND ending IS NULL"_L1;
    else if (completeness == contract::Completeness::Completed)
        condition += " AND ending IS NOT NULL"_L1;
}

} // namespace closeout::sandbox
