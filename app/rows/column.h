// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// A column of a list: a field, or one value in the attached data. Plain value, kept and given by
// its name: "service_type", "data.Feedback.rating".

#pragma once

#include "rows/datapath.h"
#include "rows/fields.h"

#include <QtCore/QList>

namespace closeout::rows {

struct Column
{
    Field field = Field::ServiceId;
    DataPath path = {}; // of Field::Data; empty: all of it

    // An Error names what is wrong and where names are listed.
    static Result<Column> fromName(QStringView name, Subject subject);
    QString name() const;
    QString title() const;

    friend bool operator==(const Column &, const Column &) = default;
};

// An anonymous service is known by its contact key: with the column that tells it, behind that of
// the customer.
QList<Column> withContactKeys(QList<Column> columns);

} // namespace closeout::rows
