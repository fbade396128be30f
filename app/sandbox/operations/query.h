// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The parameters behind the question mark. Lists may be given by commas, by repeating the
// parameter, or both. An empty parameter counts as not given.

#pragma once

#include "result.h"
#include "sandbox/store/records.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

namespace closeout::sandbox {

enum class DataValidation : quint8;

class Query
{
public:
    explicit Query(const QByteArray &encoded);

    QString text(QLatin1StringView name) const; // the last of that name; null: not given
    QStringList list(QLatin1StringView name) const;
    Result<bool> flag(QLatin1StringView name) const; // "true" or "false", false when not given
    Result<std::optional<Moment>> moment(QLatin1StringView name, DataValidation validation) const;

private:
    QList<std::pair<QString, QString>> m_items;
};

} // namespace closeout::sandbox
