// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/operations/businessattributes.h"

#include "contract/ids.h"
#include "sandbox/options.h"
#include "json/strings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

QString entityName(Entity entity)
{
    switch (entity) {
    case Entity::Service:
        return u"Service"_s;
    case Entity::State:
        return u"State"_s;
    case Entity::Task:
        return u"Task"_s;
    }
    return {};
}

// "service_type" -> "type": the configuration names the field without its entity.
QString shortName(const QString &field)
{
    for (const auto type : {"service_type"_L1, "state_type"_L1, "task_type"_L1}) {
        if (field == type)
            return u"type"_s;
    }
    return field;
}

QStringList everywhere(const QString &field)
{
    return {u"Service."_s + field, u"State."_s + field, u"Task."_s + field};
}

QList<AttributeValue> numbered(const QStringList &names)
{
    QList<AttributeValue> values;
    for (const QString &name : names)
        values.append({values.size() + 1, name});
    return values;
}

QString knownValues(const BusinessAttribute &attribute)
{
    QStringList shown;
    for (const AttributeValue &value : attribute.values)
        shown.append(u"%1 (%2)"_s.arg(QString::number(value.id), value.name));
    return shown.join(u", "_s);
}

} // namespace

BusinessAttributes BusinessAttributes::standard()
{
    // The ids of the documents' examples are among them: media_type 1 and 2, resource_type 2 and
    // 200, application_type 400, disposition 10, state_type 100, task_type 55. The state types 1
    // to 10 are those that "Start State" suggests.
    const QList<AttributeValue> serviceTypes = numbered(
        {u"Bill payment"_s, u"Call-back"_s, u"Address change"_s, u"Complaint"_s,
         u"Technical support"_s, u"Order"_s, u"Contract renewal"_s, u"Cancellation"_s,
         u"Insurance claim"_s, u"Appointment"_s});
    QList<AttributeValue> stateTypes = numbered(
        {u"Customer identification"_s, u"Service identification"_s, u"Assign service agent"_s,
         u"Waiting for service agent"_s, u"Offering another service while waiting"_s,
         u"Offering callback"_s, u"Callback pending"_s, u"Delivering service"_s,
         u"Waiting for customer input"_s, u"Offering another service while delivering"_s});
    stateTypes.append({100, u"Follow-up"_s});
    QList<AttributeValue> taskTypes = numbered(
        {u"Survey"_s, u"Call the customer back"_s, u"Send a confirmation"_s, u"Check the payment"_s,
         u"Check the documents"_s, u"Visit by a technician"_s, u"Approve a refund"_s,
         u"Prepare an offer"_s, u"Update the address"_s});
    taskTypes.append({55, u"Collect feedback"_s});
    return BusinessAttributes({
        {101, u"ServiceType"_s, u"Service type"_s, {u"Service.type"_s}, serviceTypes, 1},
        {102, u"StateType"_s, u"State type"_s, {u"State.type"_s}, stateTypes, 1},
        {103, u"TaskType"_s, u"Task type"_s, {u"Task.type"_s}, taskTypes, 1},
        {104, u"MediaType"_s, u"Media type"_s, everywhere(u"media_type"_s),
         numbered({u"voice"_s, u"email"_s, u"chat"_s, u"sms"_s, u"web"_s, u"social"_s, u"fax"_s}),
         5},
        {105,
         u"ApplicationType"_s,
         u"Application type"_s,
         everywhere(u"application_type"_s),
         {{1, u"IVR"_s},
          {2, u"Web portal"_s},
          {3, u"Mobile app"_s},
          {4, u"Agent desktop"_s},
          {5, u"Back office"_s},
          {400, u"Voice portal"_s}},
         {}},
        {106,
         u"ResourceType"_s,
         u"Resource type"_s,
         everywhere(u"resource_type"_s),
         {{1, u"GVP"_s},
          {2, u"Agent desktop"_s},
          {3, u"Orchestration"_s},
          {4, u"Chat bot"_s},
          {200, u"Outbound campaign"_s}},
         2},
        {107,
         u"Disposition"_s,
         u"Disposition"_s,
         everywhere(u"disposition"_s),
         {{10, u"SUCCESS"_s},
          {11, u"PARTLY DONE"_s},
          {20, u"NOT REACHED"_s},
          {21, u"CALL BACK LATER"_s},
          {30, u"CANCELLED BY CUSTOMER"_s},
          {31, u"DUPLICATE"_s},
          {40, u"FAILED"_s},
          {50, u"CLOSED AFTERWARDS"_s}},
         {}},
    });
}

const BusinessAttribute *BusinessAttributes::byName(QStringView name) const
{
    const auto found = std::find_if(m_attributes.begin(), m_attributes.end(),
                                    [name](const auto &each) { return each.name == name; });
    return found == m_attributes.end() ? nullptr : &*found;
}

const BusinessAttribute *BusinessAttributes::byField(const QString &fullName) const
{
    const qsizetype dot = fullName.indexOf(u'.');
    const QString name = fullName.left(dot + 1) + shortName(fullName.mid(dot + 1));
    const auto found = std::find_if(m_attributes.begin(), m_attributes.end(),
                                    [&](const auto &each) { return each.fields.contains(name); });
    return found == m_attributes.end() ? nullptr : &*found;
}

const BusinessAttribute *BusinessAttributes::forField(Entity entity, QStringView field) const
{
    return m_attributes.isEmpty() ? nullptr : byField(entityName(entity) + u'.' + field.toString());
}

Result<QByteArray> BusinessAttributes::kept(Entity entity, QStringView field,
                                            const contract::FieldValue &value, QByteArrayView raw,
                                            DataValidation validation) const
{
    const BusinessAttribute *attribute = forField(entity, field);
    if (!attribute)
        return raw.toByteArray();
    const bool isText = value.kind == contract::FieldValue::Kind::Text;
    for (const AttributeValue &known : attribute->values) {
        if (isText ? known.name == value.text : QString::number(known.id) == value.text)
            return QByteArray::number(known.id);
    }
    if (validation == DataValidation::Off)
        return raw.toByteArray();
    return failure(ErrorKind::InvalidInput,
                   Tr::tr("%1: %2 is no value of the business attribute %3. Known are: %4.")
                       .arg(field, QString::fromUtf8(raw), attribute->name,
                            knownValues(*attribute)));
}

QByteArray BusinessAttributes::defaultOf(Entity entity, QStringView field) const
{
    const BusinessAttribute *attribute = forField(entity, field);
    return attribute && attribute->defaultValue ? QByteArray::number(*attribute->defaultValue)
                                                : QByteArray();
}

BusinessAttributes BusinessAttributes::withoutDefaults() const
{
    BusinessAttributes plain = *this;
    for (BusinessAttribute &attribute : plain.m_attributes)
        attribute.defaultValue.reset();
    return plain;
}

QList<QByteArray> BusinessAttributes::candidates(Entity entity, QStringView field,
                                                 const QString &text) const
{
    QList<QByteArray> forms{json::spell(text)};
    if (contract::isJsonInteger(text))
        forms.append(text.toLatin1());
    if (const BusinessAttribute *attribute = forField(entity, field)) {
        for (const AttributeValue &known : attribute->values) {
            if (known.name == text)
                forms.append(QByteArray::number(known.id));
        }
    }
    return forms;
}

QByteArray BusinessAttributes::named(Entity entity, QStringView field, const QByteArray &raw) const
{
    if (const BusinessAttribute *attribute = forField(entity, field)) {
        for (const AttributeValue &known : attribute->values) {
            if (QByteArray::number(known.id) == raw)
                return json::spell(known.name);
        }
    }
    return raw;
}

} // namespace closeout::sandbox
