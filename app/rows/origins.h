// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Where rows come from, by name.

#pragma once

#include <QtCore/QStringList>

namespace closeout::rows {

struct Origins
{
    QStringList customers;
    QStringList contactKeys;
    QStringList serviceIds;
    bool everything = false; // whatever there is, besides what is named

    bool areNamed() const
    {
        return !customers.isEmpty() || !contactKeys.isEmpty() || !serviceIds.isEmpty();
    }
};

} // namespace closeout::rows
