// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Where a test finds values in a payload.

#pragma once

#include "ui/payload/payloaddocument.h"

#include <QtCore/QRandomGenerator>

namespace closeout::ui {

inline edit::Value valueAt(const PayloadDocument &payload, const QString &pointer)
{
    const edit::Value value = payload.document().find(pointer);
    if (!value.exists())
        qFatal("The test's own pointer leads nowhere: %ls", qUtf16Printable(pointer));
    return value;
}

inline void collect(const edit::Value &value, QList<edit::Value> &values)
{
    values.append(value);
    for (edit::Value child = value.at(0); child.exists(); child = child.next())
        collect(child, values);
}

inline edit::Value anyValue(const PayloadDocument &payload, QRandomGenerator &random)
{
    QList<edit::Value> values;
    collect(payload.document().root(), values);
    return values.at(random.bounded(int(values.size())));
}

} // namespace closeout::ui
