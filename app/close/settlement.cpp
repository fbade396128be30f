// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "close/settlement.h"

#include "contract/timestamp.h"
#include "json/compare.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::close {

using client::AttachedDatum;
using client::Record;
using contract::FieldType;
using contract::FieldValue;

namespace {

enum class Likeness : quint8 { Same, Different, NoTelling };

// A field of the end as the record shows it: in the event, or beside it.
json::Value shownField(const Record &record, const contract::Field &field)
{
    const QString name = field.name;
    const json::Value inEvent = record.root().member(u"completed").member(name);
    const json::Value shown = inEvent.exists() ? inEvent : record.root().member(name);
    return shown.type() == json::Type::Null ? json::Value() : shown;
}

Likeness compareMoments(const QString &sent, const QString &shown)
{
    const auto left = contract::readTimestamp(sent);
    const auto right = contract::readTimestamp(shown);
    if (!left || !right)
        return Likeness::NoTelling;
    return *left == *right ? Likeness::Same : Likeness::Different;
}

Likeness compareField(const contract::Field &field, const FieldValue &sent,
                      const json::Value &shown)
{
    if (!shown.exists())
        return Likeness::NoTelling;
    if (field.type == FieldType::Timestamp)
        return compareMoments(sent.text, shown.text());
    const bool shownIsText = shown.type() == json::Type::String;
    const bool sentIsText = sent.kind == FieldValue::Kind::Text;
    // A number for a name or a name for a number: the two may mean the same.
    if (field.type == FieldType::LongOrText && shownIsText != sentIsText)
        return Likeness::NoTelling;
    return sent.text == shown.text() ? Likeness::Same : Likeness::Different;
}

QSet<QString> keysOf(const QList<AttachedDatum> &data)
{
    QSet<QString> keys;
    for (const AttachedDatum &datum : data)
        keys.insert(datum.key());
    return keys;
}

// Whether the keys hold all of the data's.
bool hold(const QSet<QString> &keys, const QList<AttachedDatum> &data)
{
    return std::all_of(data.begin(), data.end(),
                       [&keys](const AttachedDatum &datum) { return keys.contains(datum.key()); });
}

// Whatever its layout. A number that is spelled otherwise may be another one.
bool sayTheSame(const QByteArray &left, const QByteArray &right)
{
    if (left == right)
        return true;
    const Result<json::Document> one = json::Document::parse(left);
    const Result<json::Document> other = json::Document::parse(right);
    return one && other && json::compare(one->root(), other->root()).isEmpty();
}

// What was sent and is not there, or is there with another value, speaks against it, if the record
// shows such data at all. Of a key that was sent twice servers keep either.
bool lacksWhatWasSent(const EndEvent &sent, const Record &after)
{
    QHash<QString, QByteArray> shown;
    for (const AttachedDatum &datum : after.attachedData())
        shown.insert(datum.key(), datum.rawValue);
    if (shown.isEmpty())
        return false;
    QHash<QString, bool> isThere;
    for (const AttachedDatum &datum : sent.attachedData) {
        const QString key = datum.key();
        const auto found = shown.constFind(key);
        bool &is = isThere[key];
        is = is || (found != shown.constEnd() && sayTheSame(datum.rawValue, *found));
    }
    return std::find(isThere.cbegin(), isThere.cend(), false) != isThere.cend();
}

Likeness likeness(const EndEvent &sent, const Record &after)
{
    if (lacksWhatWasSent(sent, after))
        return Likeness::Different;
    Likeness result = Likeness::NoTelling;
    for (const auto &[field, value] : sent.fields) {
        // A task shows the state it hangs on whether it was ended or not.
        if (field->name == "state_id"_L1)
            continue;
        const Likeness one = compareField(*field, value, shownField(after, *field));
        if (one == Likeness::Different)
            return one;
        if (one == Likeness::Same)
            result = one;
    }
    return result;
}

bool wasSent(const EndEvent &sent, QLatin1StringView name)
{
    return std::any_of(sent.fields.begin(), sent.fields.end(),
                       [name](const EndEvent::FieldEntry &entry) {
                           return entry.field->name == name;
                       });
}

// A server adds its own moment, its words for a disposition, and the default value of any business
// attribute; it does not make up in which session or by whom the service was ended, or data about
// it.
bool showsWhatWasNotSent(const EndEvent &sent, const Record &before, const Record &after)
{
    for (const contract::Field &field : contract::allFields()) {
        const bool isOfEnd = field.events
            & (contract::Events(contract::Event::ServiceEnd) | contract::Event::TaskEnd);
        const bool isServers = field.type == FieldType::Timestamp || field.businessAttribute
            || (field.name == "disposition_desc"_L1 && wasSent(sent, "disposition"_L1))
            || field.name == "state_id"_L1;
        if (isOfEnd && !isServers && !wasSent(sent, field.name) && shownField(after, field).exists()
            && !shownField(before, field).exists())
            return true;
    }
    return !hold(keysOf(before.attachedData() + sent.attachedData), after.attachedData());
}

} // namespace

Settlement settle(const EndEvent &sent, const Record &before, const Record &after)
{
    if (!after.isCompleted())
        return Settlement::StillOpen;
    if (before.isCompleted() && json::compare(before.root(), after.root()).isEmpty())
        return Settlement::Unchanged;
    switch (likeness(sent, after)) {
    case Likeness::Different:
        return Settlement::NotOurs;
    case Likeness::Same:
        return Settlement::Done;
    case Likeness::NoTelling:
        if (showsWhatWasNotSent(sent, before, after))
            return Settlement::NotOurs;
        break;
    }
    return before.isCompleted() ? Settlement::CannotTell : Settlement::Done;
}

} // namespace closeout::close
