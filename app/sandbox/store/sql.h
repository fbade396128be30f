// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What the statements for services and those for their children have in common.

#pragma once

#include "contract/urls.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QVariant>

#include <optional>

namespace closeout::sandbox {

template<typename T>
QVariant orNull(const std::optional<T> &value)
{
    return value ? QVariant(*value) : QVariant();
}
QVariant orNull(const QByteArray &value); // null when empty
QVariant orNull(const QString &value); // null when null

template<typename T>
std::optional<T> optionalValue(const QVariant &value)
{
    return value.isNull() ? std::optional<T>() : std::optional<T>(value.value<T>());
}

QString placeholders(qsizetype count); // ?, ?, ?

// Each adds " AND …" to the condition where there is something to ask for.
void addTypes(const QList<QByteArray> &types, QString &condition, QVariantList &values);
void addCompleteness(contract::Completeness completeness, QString &condition);

} // namespace closeout::sandbox
