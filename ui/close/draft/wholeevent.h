// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// An end event as a whole, as it is printed in the documents and as “Copy Body” gives it, apart:
// the fields of the API as a person would type them, and the attached data as they are spelled.
// Pure.

#pragma once

#include "contract/dialect.h"
#include "contract/fields.h"
#include "json/document.h"

#include <QtCore/QDateTime>

namespace closeout::ui {

struct WholeEvent
{
    QList<std::pair<const contract::Field *, QString>> fields; // texts, but for the timestamp
    QDateTime timestamp; // UTC; invalid: it has none
    QByteArray attachedData; // JSON, an object
};

// event: an object. A field that is of another type, or too long, is an Error.
Result<WholeEvent> takeApart(const json::Document &event, contract::Target::Kind target,
                             contract::Dialect dialect);

} // namespace closeout::ui
