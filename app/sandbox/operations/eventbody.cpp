// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/operations/eventbody.h"

#include "contract/ids.h"
#include "contract/timestamp.h"
#include "sandbox/operations/moments.h"
#include "json/strings.h"

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

contract::FieldValue valueOf(const json::Value &value)
{
    using Kind = contract::FieldValue::Kind;
    if (value.type() == json::Type::String)
        return {Kind::Text, value.text()};
    const QString spelled = QString::fromUtf8(value.raw());
    const bool isInteger = value.type() == json::Type::Number && contract::isJsonInteger(spelled);
    return {isInteger ? Kind::Integer : Kind::Other, spelled};
}

// Since 8.5.105 and 8.5.111.
bool isNewerThan81(QStringView field)
{
    return field == "ttl"_L1 || field == "expiration_time"_L1 || field == "auto_complete_after"_L1;
}

// The events name them, and the URL has said them already.
bool isId(QStringView field)
{
    return field == "service_id"_L1 || field == "state_id"_L1 || field == "task_id"_L1;
}

Result<void> checkNotNegative(QStringView field, const contract::FieldValue &value)
{
    const bool isDuration = field == "ttl"_L1 || field == "est_duration"_L1
        || field == "auto_complete_after"_L1;
    if (!isDuration || !value.text.startsWith(u'-'))
        return {};
    return failure(ErrorKind::InvalidInput,
                   Tr::tr("%1 is a number of seconds and cannot be negative.").arg(field));
}

// What a server that does not check takes besides: the id of a state as text, a number where the
// documents say string, as some of their own examples have it, and moments without their zeros.
struct Taken
{
    contract::FieldValue value; // to be checked
    QByteArray raw; // to be kept
};

Taken leniently(const json::Value &member, const contract::Field &field)
{
    using Kind = contract::FieldValue::Kind;
    Taken taken{valueOf(member), member.raw().toByteArray()};
    const bool isId = field.type == contract::FieldType::SmallInteger;
    if (isId && taken.value.kind == Kind::Text && contract::isJsonInteger(taken.value.text)) {
        taken.value.kind = Kind::Integer;
        taken.raw = taken.value.text.toLatin1();
    } else if (field.type == contract::FieldType::Text && taken.value.kind == Kind::Integer) {
        taken.value.kind = Kind::Text;
    } else if (field.type == contract::FieldType::Timestamp && taken.value.kind == Kind::Text) {
        const Result<QDateTime> moment = readMoment(taken.value.text, DataValidation::Off);
        if (moment)
            taken.value.text = contract::formatTimestamp(*moment);
    }
    return taken;
}

Result<QByteArray> readField(const json::Value &member, const contract::Field &field,
                             const EventRules &rules)
{
    const Taken taken = rules.validation == DataValidation::On
        ? Taken{valueOf(member), member.raw().toByteArray()}
        : leniently(member, field);
    if (const Result<void> checked = checkField(rules.event, field, taken.value); !checked)
        return tl::unexpected(checked.error());
    if (const Result<void> checked = checkNotNegative(QString(field.name), taken.value); !checked)
        return tl::unexpected(checked.error());
    if (!field.businessAttribute)
        return taken.raw;
    return rules.attributes.kept(entityOf(rules.event), QString(field.name), taken.value,
                                 member.raw(), rules.validation);
}

} // namespace

Entity entityOf(contract::Event event)
{
    switch (event) {
    case contract::Event::ServiceStart:
    case contract::Event::ServiceEnd:
        return Entity::Service;
    case contract::Event::StateStart:
    case contract::Event::StateEnd:
        return Entity::State;
    case contract::Event::TaskStart:
    case contract::Event::TaskEnd:
        return Entity::Task;
    }
    return Entity::Service;
}

Result<void> checkAttachedData(const EventRules &rules, const Member &extension)
{
    if (contract::isReservedName(extension.key)) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr(
                           "“%1” is a field of the API that has no place here; it cannot be a key "
                           "of attached data.")
                           .arg(extension.key));
    }
    if (rules.dialect == contract::Dialect::V81)
        return rules.schemas.check(extension);
    return {};
}

Result<EventBody> EventBody::read(const json::Value &body, const EventRules &rules)
{
    if (!body.isObject())
        return failure(ErrorKind::InvalidInput, Tr::tr("The body must be a JSON object."));
    EventBody event;
    // Of equal keys the last counts, as most readers take it; the first ones are not even checked.
    for (const Member &each : membersOf(body)) {
        if (rules.leftOut.contains(each.key))
            continue;
        const contract::Field *field = contract::findField(rules.event, each.key);
        if (field && rules.dialect == contract::Dialect::V81 && isNewerThan81(each.key))
            field = nullptr;
        // The name of another event: who does not check drops it.
        const bool isOthers = rules.validation == DataValidation::Off
            && contract::isEventField(each.key);
        if (!field && (isId(each.key) || isOthers))
            continue;
        if (!field) {
            if (const Result<void> checked = checkAttachedData(rules, each); !checked)
                return tl::unexpected(checked.error());
            event.m_extensions.append(each);
            continue;
        }
        const Result<QByteArray> kept = readField(body.member(each.key), *field, rules);
        if (!kept)
            return tl::unexpected(kept.error());
        event.m_fields.append({each.key, each.rawKey, *kept});
    }
    return event;
}

void EventBody::fillIn(contract::Event event, const BusinessAttributes &attributes)
{
    for (const contract::Field *field : contract::fieldsOf(event)) {
        const QString name = field->name;
        const QByteArray value = field->businessAttribute
            ? attributes.defaultOf(entityOf(event), name)
            : QByteArray();
        if (!value.isEmpty() && !find(m_fields, name))
            m_fields.append(member(field->name, value));
    }
}

QByteArray EventBody::raw(QStringView field) const
{
    const Member *found = find(m_fields, field);
    return found ? found->raw : QByteArray();
}

QString EventBody::text(QStringView field) const
{
    const QByteArray spelled = raw(field);
    return spelled.startsWith('"') ? json::unspell(spelled)
        : spelled.isEmpty()        ? QString()
                                   : QString::fromUtf8(spelled);
}

std::optional<qint64> EventBody::integer(QStringView field) const
{
    const QByteArray spelled = raw(field);
    return spelled.isEmpty() ? std::optional<qint64>() : spelled.toLongLong();
}

std::optional<Moment> EventBody::moment(QStringView field) const
{
    const QString spelled = text(field);
    if (spelled.isNull())
        return {};
    const Result<QDateTime> parsed = readMoment(spelled, DataValidation::Off); // it was checked
    return parsed ? std::optional(parsed->toMSecsSinceEpoch()) : std::nullopt;
}

Moment EventBody::timestamp(Moment now) const
{
    return moment(u"timestamp").value_or(now);
}

QByteArray EventBody::shown(Moment now) const
{
    const QDateTime stamp = QDateTime::fromMSecsSinceEpoch(timestamp(now), Qt::UTC);
    QByteArray json = "{\"timestamp\":" + json::spell(contract::formatTimestamp(stamp));
    for (const Member &each : m_fields) {
        if (isShownInEvent(each.key))
            json += ',' + each.rawKey + ':' + each.raw;
    }
    return json + '}';
}

bool EventBody::isShownInEvent(QStringView field)
{
    return field != "timestamp"_L1 && contract::findField(contract::Event::StateStart, field)
        && contract::findField(contract::Event::StateEnd, field);
}

} // namespace closeout::sandbox
