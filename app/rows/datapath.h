// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A value in attached data by its path, for whoever shows, exports, sorts or filters by it.

#pragma once

#include "result.h"

#include <QtCore/QByteArrayView>
#include <QtCore/QStringList>

namespace closeout::rows {

// Steps with points between them: Feedback.rating, Satisfaction.0.place. A step is a key, or the
// index of an element; one that holds a point, a blank or a sign of the filter language stands in
// quotes: "e.mail".0.
class DataPath
{
public:
    DataPath() = default;
    explicit DataPath(QStringList steps)
        : m_steps(std::move(steps))
    {
    }
    static Result<DataPath> parse(QStringView text);

    const QStringList &steps() const { return m_steps; }
    bool isEmpty() const { return m_steps.isEmpty(); }
    QString toString() const; // which parse() reads

    friend bool operator==(const DataPath &, const DataPath &) = default;

private:
    QStringList m_steps;
};

QString spelledStep(const QString &step); // in quotes where need be

// The value as it is spelled; empty: it is not there. Of equal keys the last counts.
QByteArrayView dataValueAt(QByteArrayView attachedData, const DataPath &path);

// What a spelled value says: a string without quotes and escapes, anything else as it is spelled.
// The view is of raw, or of storage where the text had to be made.
QByteArrayView textOfValue(QByteArrayView raw, QByteArray &storage);

// JSON with the escapes in its strings resolved, to search in; no longer JSON.
QByteArray readableJson(QByteArrayView raw);

} // namespace closeout::rows
