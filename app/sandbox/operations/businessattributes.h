// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// The business attributes of the site: which values the seven "long or string" fields may have.
// A field that no attribute is mapped to takes any value.
// Source: "Business Attributes" 8.5.1, "Configuring Business Attributes" 8.5.1,
// "Query Business Attribute Schema" 8.1.

#pragma once

#include "contract/fields.h"
#include "result.h"
#include "sandbox/store/entity.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace closeout::sandbox {

enum class DataValidation : quint8;

struct AttributeValue
{
    qint64 id = 0; // DB ID
    QString name;
};

struct BusinessAttribute
{
    qint64 id = 0;
    QString name;
    QString displayName;
    QStringList fields; // what it is mapped to: "Service.type", "Task.disposition", …
    QList<AttributeValue> values;
    std::optional<qint64> defaultValue = {}; // of a field that an event leaves out
};

class BusinessAttributes
{
public:
    static BusinessAttributes none() { return BusinessAttributes(); }
    static BusinessAttributes standard(); // a believable site; the documents' examples are valid

    explicit BusinessAttributes(QList<BusinessAttribute> attributes = {})
        : m_attributes(std::move(attributes))
    {
    }

    const QList<BusinessAttribute> &all() const { return m_attributes; }
    const BusinessAttribute *byName(QStringView name) const;
    // "Service.type" and "Service.service_type" are the same: the documents print both.
    const BusinessAttribute *byField(const QString &fullName) const;
    const BusinessAttribute *forField(Entity entity, QStringView field) const;

    // How a value is kept: the id of the mapped attribute's value, or as it was spelled where
    // nothing is mapped. An unknown value is refused with a message that lists the known ones, or
    // kept as it was spelled where nobody checks.
    Result<QByteArray> kept(Entity entity, QStringView field, const contract::FieldValue &value,
                            QByteArrayView raw, DataValidation validation) const;

    // The default of the mapped attribute, as it is kept; empty: there is none.
    QByteArray defaultOf(Entity entity, QStringView field) const;
    BusinessAttributes withoutDefaults() const;

    // Every form in which a value of a query parameter, an id or a name, may have been kept.
    QList<QByteArray> candidates(Entity entity, QStringView field, const QString &text) const;

    // The name behind a kept value, as JSON; raw itself where there is none.
    QByteArray named(Entity entity, QStringView field, const QByteArray &raw) const;

private:
    QList<BusinessAttribute> m_attributes;
};

} // namespace closeout::sandbox
