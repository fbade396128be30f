// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The body of a completion: the API's fields, and attached data as an ordered list of key and
// value, each kept exactly as it was spelled.

#pragma once

#include "client/record.h"
#include "contract/dialect.h"
#include "contract/fields.h"

namespace closeout::close {

struct EndEvent
{
    struct FieldEntry
    {
        const contract::Field *field = nullptr; // of the contract's table
        contract::FieldValue value;
    };
    QList<FieldEntry> fields; // in the order in which they are sent
    QList<client::AttachedDatum> attachedData; // in the order in which they are sent

    void set(const contract::Field *field, contract::FieldValue value); // replaces an earlier one
    const contract::FieldValue *find(QStringView name) const;

    QByteArray body() const; // what is sent, byte for byte
};

// What a person typed for a field. For "long or string" fields a text that reads as an integer is
// a number; one in double quotes is the string inside them. A number that does not fit is an Error.
Result<contract::FieldValue> fieldValueFromText(const contract::Field &field, const QString &text);
// The same; the message calls the field so.
Result<contract::FieldValue> fieldValueFromText(const contract::Field &field, const QString &text,
                                                const QString &called);

enum class DuplicateKeys : quint8 { Refuse, Allow };

// Attached data from JSON text: an object, whose members are taken as they are spelled. Duplicate
// keys at any depth are refused, with both places, unless they are allowed.
Result<QList<client::AttachedDatum>> readAttachedData(const QByteArray &json, DuplicateKeys policy);

// Every field against the contract, every key against the reserved names. All that is wrong, not
// only the first.
QList<Error> checkEndEvent(const EndEvent &event, contract::Target::Kind kind);

// Adds the attached data of the record that the event does not mention, so that they survive.
void keepAttachedData(EndEvent &event, const client::Record &record);

// The keys of the record that the event does not carry: lost, if the server replaces them all.
QStringList keysLost(const EndEvent &event, const client::Record &record);

} // namespace closeout::close
