// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/close/draft/wholeevent.h"

#include "contract/ids.h"
#include "contract/timestamp.h"
#include "json/strings.h"

namespace closeout::ui {

using contract::Field;
using contract::FieldType;
using contract::FieldValue;

namespace {

FieldValue valueOf(const json::Value &member)
{
    if (member.type() == json::Type::String)
        return {FieldValue::Kind::Text, member.text()};
    const bool isInteger = member.type() == json::Type::Number
        && contract::isJsonInteger(member.text());
    return {isInteger ? FieldValue::Kind::Integer : FieldValue::Kind::Other,
            json::decoded(member.raw())};
}

// A text that would be read as a number, or as one in quotes, is put into quotes.
QString typedAs(const Field &field, const FieldValue &value)
{
    const bool isText = value.kind == FieldValue::Kind::Text;
    const bool isTaken = contract::isJsonInteger(value.text)
        || (value.text.startsWith(u'"') && value.text.endsWith(u'"'));
    return field.type == FieldType::LongOrText && isText && isTaken
        ? QString::fromUtf8(json::spell(value.text))
        : value.text;
}

} // namespace

Result<WholeEvent> takeApart(const json::Document &event, contract::Target::Kind target,
                             contract::Dialect dialect)
{
    const contract::Event kind = contract::endEventOf(target);
    WholeEvent whole;
    json::Document remains = event;
    QList<json::NodeId> taken;
    for (const json::Value member : event.root()) {
        const Field *field = contract::findField(kind, member.key());
        if (!field || !contract::isKnownIn(dialect, *field))
            continue;
        const FieldValue value = valueOf(member);
        if (const auto good = contract::checkField(kind, *field, value, Tr::tr(field->label));
            !good)
            return tl::unexpected(good.error());
        taken.prepend(member.node());
        if (field->name == QLatin1StringView("timestamp"))
            whole.timestamp = *contract::parseTimestamp(value.text);
        else
            whole.fields.append({field, typedAs(*field, value)});
    }
    for (const json::NodeId node :
         std::as_const(taken)) { // from behind: the others keep their number
        if (const auto done = remains.remove(node); !done)
            return tl::unexpected(done.error());
    }
    whole.attachedData = remains.text();
    return whole;
}

} // namespace closeout::ui
