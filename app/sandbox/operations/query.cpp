// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/operations/query.h"

#include "sandbox/operations/moments.h"

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

QString decoded(QByteArray text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
}

} // namespace

Query::Query(const QByteArray &encoded)
{
    for (const QByteArray &item : encoded.split('&')) {
        const qsizetype equals = item.indexOf('=');
        if (equals > 0 && equals + 1 < item.size())
            m_items.append({decoded(item.left(equals)), decoded(item.mid(equals + 1))});
    }
}

QString Query::text(QLatin1StringView name) const
{
    QString found;
    for (const auto &[key, value] : m_items) {
        if (key == name)
            found = value;
    }
    return found;
}

QStringList Query::list(QLatin1StringView name) const
{
    QStringList entries;
    for (const auto &[key, value] : m_items) {
        if (key != name)
            continue;
        for (const QString &entry : value.split(u',', Qt::SkipEmptyParts))
            entries.append(entry.trimmed());
    }
    return entries;
}

Result<bool> Query::flag(QLatin1StringView name) const
{
    const QString value = text(name);
    if (value.isEmpty() || value.compare("false"_L1, Qt::CaseInsensitive) == 0)
        return false;
    if (value.compare("true"_L1, Qt::CaseInsensitive) == 0)
        return true;
    return failure(ErrorKind::InvalidInput,
                   Tr::tr("%1 must be true or false, not “%2”.").arg(name, value));
}

Result<std::optional<Moment>> Query::moment(QLatin1StringView name, DataValidation validation) const
{
    const QString value = text(name);
    if (value.isEmpty())
        return std::optional<Moment>();
    const Result<QDateTime> parsed = readMoment(value, validation);
    if (!parsed) {
        return failure(ErrorKind::InvalidInput, u"%1: %2"_s.arg(name, parsed.error().message));
    }
    return parsed->toMSecsSinceEpoch();
}

} // namespace closeout::sandbox
