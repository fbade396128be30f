// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Collections for tests, written down in few words.

#pragma once

#include "rows/collection.h"

#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QString>

namespace closeout::rows {

constexpr Moment second = 1000;
constexpr Moment minute = 60 * second;
constexpr Moment hour = 60 * minute;
constexpr Moment day = 24 * hour;

// 2026-11-25T12:00:00Z, the present of these tests.
inline const Moment testNow = QDateTime({2026, 11, 25}, {12, 0}, Qt::UTC).toMSecsSinceEpoch();

// A row that owns its texts until it is put.
struct TestRow
{
    QList<QPair<Field, QByteArray>> texts;
    QList<QPair<Field, Moment>> moments = {};
    QList<QPair<Field, qint32>> numbers = {};
    bool isCompleted = false;

    Row row() const
    {
        Row row;
        for (const auto &[field, text] : texts)
            row.text(field) = text;
        for (const auto &[field, moment] : moments)
            row.moment(field) = moment;
        for (const auto &[field, number] : numbers)
            row.number(field) = number;
        row.isCompleted = isCompleted;
        return row;
    }
};

inline void putAll(Collection &collection, const QList<TestRow> &services)
{
    collection.beginLoad();
    for (const TestRow &service : services)
        collection.put(service.row(), {});
    collection.closeLoad();
}

} // namespace closeout::rows
