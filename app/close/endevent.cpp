// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "close/endevent.h"

#include "contract/ids.h"
#include "json/strings.h"

#include <QtCore/QSet>

using namespace Qt::StringLiterals;

namespace closeout::close {

using client::AttachedDatum;
using contract::Field;
using contract::FieldType;
using contract::FieldValue;

namespace {

QByteArray spelled(const FieldValue &value)
{
    return value.kind == FieldValue::Kind::Text ? json::spell(value.text) : value.text.toUtf8();
}

QSet<QString> keysOf(const EndEvent &event)
{
    QSet<QString> keys;
    for (const AttachedDatum &datum : event.attachedData)
        keys.insert(datum.key());
    return keys;
}

QString place(const json::Document &document, const json::Value &value)
{
    const json::Position position = document.positionOf(value.keyOffset());
    return Tr::tr("line %1, column %2").arg(position.line).arg(position.column);
}

Error duplicateKeyError(const json::Document &document, const json::DuplicateKey &duplicate)
{
    const json::Value first(&document, duplicate.first);
    const json::Value second(&document, duplicate.second);
    return {ErrorKind::InvalidInput,
            Tr::tr("The key %1 stands twice in the attached data: at %2 and at %3. Servers keep "
                   "only one of the two values. Remove one, or allow duplicate keys.")
                .arg(QString::fromUtf8(first.rawKey()), place(document, first),
                     place(document, second))};
}

} // namespace

void EndEvent::set(const Field *field, FieldValue value)
{
    const auto old = std::find_if(fields.begin(), fields.end(), [field](const FieldEntry &entry) {
        return entry.field == field;
    });
    if (old != fields.end())
        old->value = std::move(value);
    else
        fields.append(FieldEntry{field, std::move(value)});
}

const FieldValue *EndEvent::find(QStringView name) const
{
    for (const FieldEntry &entry : fields) {
        if (entry.field->name == name)
            return &entry.value;
    }
    return nullptr;
}

QByteArray EndEvent::body() const
{
    QByteArray out = "{";
    const auto append = [&out](const QByteArray &key, const QByteArray &value) {
        if (out.size() > 1)
            out += ',';
        out += key + ':' + value;
    };
    for (const auto &[field, value] : fields)
        append(json::spell(QString(field->name)), spelled(value));
    for (const AttachedDatum &datum : attachedData)
        append(datum.rawKey, datum.rawValue);
    return out + '}';
}

Result<FieldValue> fieldValueFromText(const Field &field, const QString &text)
{
    return fieldValueFromText(field, text, field.name);
}

Result<FieldValue> fieldValueFromText(const Field &field, const QString &text,
                                      const QString &called)
{
    if (field.type == FieldType::Text || field.type == FieldType::Timestamp)
        return FieldValue{FieldValue::Kind::Text, text};
    const bool isQuoted = text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"');
    if (field.type == FieldType::LongOrText && isQuoted) {
        const Result<json::Document> document = json::Document::parse(text.toUtf8());
        if (!document) {
            return failure(ErrorKind::InvalidInput,
                           u"%1: %2"_s.arg(called, document.error().message));
        }
        return FieldValue{FieldValue::Kind::Text, document->root().text()};
    }
    if (contract::isJsonInteger(text))
        return FieldValue{FieldValue::Kind::Integer, text};
    return FieldValue{FieldValue::Kind::Text,
                      text}; // refused by the check where it must be a number
}

Result<QList<AttachedDatum>> readAttachedData(const QByteArray &json, DuplicateKeys policy)
{
    const Result<json::Document> document = json::Document::parse(json);
    if (!document)
        return tl::unexpected(document.error());
    if (!document->root().isObject()) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("Attached data must be a JSON object: keys and their values between "
                              "“{” and “}”."));
    }
    const QList<json::DuplicateKey> duplicates = json::findDuplicateKeys(*document);
    if (!duplicates.isEmpty() && policy == DuplicateKeys::Refuse)
        return tl::unexpected(duplicateKeyError(*document, duplicates.first()));
    QList<AttachedDatum> data;
    for (const json::Value member : document->root())
        data.append(AttachedDatum{member.rawKey().toByteArray(), member.raw().toByteArray()});
    return data;
}

QList<Error> checkEndEvent(const EndEvent &event, contract::Target::Kind kind)
{
    QList<Error> errors;
    for (const auto &[field, value] : event.fields) {
        if (const auto checked = contract::checkField(contract::endEventOf(kind), *field, value);
            !checked)
            errors.append(checked.error());
    }
    for (const AttachedDatum &datum : event.attachedData) {
        const QString key = datum.key();
        if (!contract::isReservedName(key))
            continue;
        const bool isField = contract::findField(contract::endEventOf(kind), key);
        errors.append({ErrorKind::InvalidInput,
                       isField ? Tr::tr("“%1” is a field of the end event and cannot be a key of "
                                        "attached data. Give it as that field.")
                                     .arg(key)
                               : Tr::tr("“%1” is a name of the API and cannot be a key of attached "
                                        "data. Choose another key.")
                                     .arg(key)});
    }
    return errors;
}

void keepAttachedData(EndEvent &event, const client::Record &record)
{
    QSet<QString> carried = keysOf(event);
    for (const AttachedDatum &datum : record.attachedData()) {
        const QString key = datum.key();
        if (!carried.contains(key))
            event.attachedData.append(datum);
        carried.insert(key);
    }
}

QStringList keysLost(const EndEvent &event, const client::Record &record)
{
    QStringList lost;
    QSet<QString> seen = keysOf(event);
    for (const AttachedDatum &datum : record.attachedData()) {
        const QString key = datum.key();
        if (!seen.contains(key))
            lost.append(key);
        seen.insert(key);
    }
    return lost;
}

} // namespace closeout::close
