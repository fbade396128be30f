// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The checked body of an event: every field by the contract's table and by the business
// attributes, every other member as attached data.

#pragma once

#include "contract/dialect.h"
#include "contract/fields.h"
#include "sandbox/operations/businessattributes.h"
#include "sandbox/operations/members.h"
#include "sandbox/operations/schemas.h"
#include "sandbox/options.h"
#include "sandbox/store/records.h"

namespace closeout::sandbox {

struct EventRules
{
    contract::Event event = contract::Event::ServiceEnd;
    contract::Dialect dialect = contract::Dialect::V85;
    const BusinessAttributes &attributes;
    DataValidation validation = DataValidation::On;
    Schemas schemas = Schemas(); // of the entity, for 8.1
    QStringList leftOut = {}; // members that the operation reads itself
};

Entity entityOf(contract::Event event);

// "Feedback": neither a field of the API nor, in 8.1, without a schema.
Result<void> checkAttachedData(const EventRules &rules, const Member &extension);

class EventBody
{
public:
    static Result<EventBody> read(const json::Value &body, const EventRules &rules);

    // What the event leaves out and the site has a default for.
    void fillIn(contract::Event event, const BusinessAttributes &attributes);

    const Members &fields() const { return m_fields; } // as they will be kept
    const Members &extensions() const { return m_extensions; }

    QByteArray raw(QStringView field) const; // empty: not given
    QString text(QStringView field) const; // null: not given
    std::optional<qint64> integer(QStringView field) const;
    std::optional<Moment> moment(QStringView field) const;
    Moment timestamp(Moment now) const; // when the event was, by the client or by our clock

    // The event as records show it under "started" or "completed": its timestamp and the fields
    // that start and end events have in common.
    QByteArray shown(Moment now) const;
    static bool isShownInEvent(QStringView field); // apart from the timestamp

private:
    Members m_fields;
    Members m_extensions;
};

} // namespace closeout::sandbox
