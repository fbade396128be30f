// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/operations/schemas.h"

#include "contract/fields.h"
#include "contract/ids.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

tl::unexpected<Error> refused(const QString &message)
{
    return failure(ErrorKind::InvalidInput, message);
}

bool isMultiValued(const json::Value &definition)
{
    return definition.member(u"type").text() == "multi-valued"_L1;
}

using AttributeTypes = QHash<QString, QString>; // by name

AttributeTypes attributesOf(const json::Value &definition)
{
    AttributeTypes types;
    for (const json::Value attribute : definition.member(u"attributes")) {
        const QString name = attribute.member(u"name").text();
        if (!types.contains(name)) // of equal names the first counts
            types.insert(name, attribute.member(u"type").text());
    }
    return types;
}

// The documents do not list the types; of one that is not known here any value is taken.
bool hasType(const json::Value &value, const QString &type)
{
    if (value.type() == json::Type::Null)
        return true;
    if (type == "integer"_L1 || type == "long"_L1)
        return value.type() == json::Type::Number && contract::isJsonInteger(value.text());
    if (type == "float"_L1 || type == "double"_L1)
        return value.type() == json::Type::Number;
    if (type == "boolean"_L1)
        return value.type() == json::Type::Bool;
    if (type == "string"_L1 || type == "date"_L1)
        return value.type() == json::Type::String;
    return true;
}

Result<void> checkRecord(const AttributeTypes &types, const QString &name,
                         const json::Value &record)
{
    if (!record.isObject())
        return refused(Tr::tr("A record of the extension %1 must be an object.").arg(name));
    for (const json::Value value : record) {
        const auto type = types.constFind(value.key());
        if (type == types.constEnd()) {
            return refused(Tr::tr("The schema of the extension %1 has no attribute “%2”.")
                               .arg(name, value.key()));
        }
        if (!hasType(value, *type)) {
            return refused(
                Tr::tr("The attribute “%1” of the extension %2 must be of type %3, not %4.")
                    .arg(value.key(), name, *type, QString::fromUtf8(value.raw())));
        }
    }
    return {};
}

Result<void> checkUnique(const json::Value &definition, const QString &name,
                         const json::Value &records)
{
    const json::Value unique = definition.member(u"unique");
    if (unique.size() == 0)
        return {};
    QSet<QByteArray> seen;
    for (const json::Value record : records) {
        QHash<QString, QByteArrayView> values;
        for (const json::Value value : record)
            values.insert(value.key(), value.raw());
        QByteArray combination;
        for (const json::Value attribute : unique) {
            combination += values.value(attribute.text());
            combination += '\n';
        }
        if (seen.contains(combination)) {
            return refused(
                Tr::tr("Two records of the extension %1 are alike in the attributes that "
                       "its schema wants unique.")
                    .arg(name));
        }
        seen.insert(combination);
    }
    return {};
}

Result<void> checkAttributes(const json::Value &body, const QString &name)
{
    const json::Value attributes = body.member(u"attributes");
    if (!attributes.isArray() || attributes.size() == 0)
        return refused(Tr::tr("The schema %1 needs a list of attributes.").arg(name));
    for (const json::Value attribute : attributes) {
        for (const auto part : {"name"_L1, "type"_L1}) {
            const json::Value text = attribute.member(QString(part));
            if (text.type() != json::Type::String || text.text().isEmpty()) {
                return refused(
                    Tr::tr("Each attribute of the schema %1 needs a %2, which is a string.")
                        .arg(name, part));
            }
        }
    }
    const AttributeTypes types = attributesOf(body);
    for (const json::Value unique : body.member(u"unique")) {
        if (!types.contains(unique.text())) {
            return refused(Tr::tr("unique names “%1”, which is no attribute of the schema %2.")
                               .arg(unique.text(), name));
        }
    }
    return {};
}

} // namespace

Result<Schema> readSchema(Entity entity, const json::Value &body)
{
    if (!body.isObject())
        return refused(Tr::tr("An extension schema must be a JSON object."));
    static const QRegularExpression form(u"\\A[A-Za-z][A-Za-z0-9_]{0,25}\\z"_s);
    const json::Value name = body.member(u"name");
    if (name.type() != json::Type::String || !form.match(name.text()).hasMatch()) {
        return refused(
            Tr::tr("The name of an extension schema must begin with a letter, go on with "
                   "letters, digits and underscores, and have 26 characters at most."));
    }
    if (contract::isReservedName(name.text())) {
        return refused(
            Tr::tr("“%1” is a field of the API and cannot be an extension.").arg(name.text()));
    }
    const QString type = body.member(u"type").text();
    if (type != "single-valued"_L1 && type != "multi-valued"_L1)
        return refused(Tr::tr("type must be \"single-valued\" or \"multi-valued\"."));
    if (const Result<void> checked = checkAttributes(body, name.text()); !checked)
        return tl::unexpected(checked.error());
    return Schema{entity, name.text(), body.raw().toByteArray()};
}

Schemas::Schemas(const QList<Schema> &schemas)
{
    for (const Schema &schema : schemas)
        m_definitions.insert(schema.name.toLower(), schema.definition);
}

Result<void> Schemas::check(const Member &extension) const
{
    const auto schema = m_definitions.constFind(extension.key.toLower());
    if (schema == m_definitions.constEnd()) {
        return refused(Tr::tr("There is no extension schema “%1”. Create it before it is used.")
                           .arg(extension.key));
    }
    const Result<json::Document> definition = json::Document::parse(*schema);
    const Result<json::Document> value = json::Document::parse(extension.raw);
    if (!definition || !value)
        return tl::unexpected(definition ? value.error() : definition.error());
    const AttributeTypes types = attributesOf(definition->root());
    const json::Value root = value->root();
    if (root.isObject())
        return checkRecord(types, extension.key, root);
    if (!isMultiValued(definition->root()) || !root.isArray()) {
        const QString wanted = isMultiValued(definition->root()) ? Tr::tr("an array of objects")
                                                                 : Tr::tr("an object");
        return refused(Tr::tr("The extension %1 must be %2.").arg(extension.key, wanted));
    }
    for (const json::Value record : root) {
        if (const Result<void> checked = checkRecord(types, extension.key, record); !checked)
            return checked;
    }
    return checkUnique(definition->root(), extension.key, root);
}

} // namespace closeout::sandbox
