// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/endeventoptions.h"

#include "cli/output.h"
#include "contract/timestamp.h"

using namespace Qt::StringLiterals;

namespace closeout::cli {

using close::EndEvent;
using contract::Field;
using contract::Target;

namespace {

QString typeName(const Field &field)
{
    switch (field.type) {
    case contract::FieldType::Text:
        return field.limit > 0 ? u"string of %1"_s.arg(field.limit) : u"string"_s;
    case contract::FieldType::LongOrText:
        return u"long or string"_s;
    case contract::FieldType::Integer:
    case contract::FieldType::SmallInteger:
        return u"integer"_s;
    case contract::FieldType::Timestamp:
        return u"timestamp"_s;
    }
    return {};
}

// Made from the contract's table, so that help cannot fall behind it.
QString fieldList(Target::Kind kind)
{
    QStringList fields;
    for (const Field *field : contract::fieldsOf(contract::endEventOf(kind)))
        fields.append(u"%1 (%2)"_s.arg(field->name, typeName(*field)));
    return fields.join(u", ");
}

class EventBuilder
{
public:
    EventBuilder(const Arguments &arguments, Target::Kind kind)
        : m_arguments(arguments)
        , m_kind(kind)
    {
    }

    tl::expected<EndEvent, QList<Error>> build()
    {
        setTimestamp();
        for (const QString &name : {u"disposition"_s, u"disposition_desc"_s}) {
            const QString option = QString(name).replace(u'_', u'-');
            if (m_arguments.has(option))
                set(name, m_arguments.value(option));
        }
        for (const QString &assignment : m_arguments.values(u"set"_s))
            setAssigned(assignment);
        readData();
        m_errors += close::checkEndEvent(m_event, m_kind);
        if (!m_errors.isEmpty())
            return tl::unexpected(m_errors);
        return m_event;
    }

private:
    void set(const QString &name, const QString &text)
    {
        const Field *field = contract::findField(contract::endEventOf(m_kind), name);
        if (!field) {
            m_errors.append({ErrorKind::InvalidInput,
                             u"A %1's end event has no field “%2”. It has: %3."_s
                                 .arg(contract::kindName(m_kind), name, fieldList(m_kind))});
            return;
        }
        if (m_event.find(name)) {
            m_errors.append({ErrorKind::InvalidInput, u"The field %1 is given twice."_s.arg(name)});
            return;
        }
        const Result<contract::FieldValue> value = close::fieldValueFromText(*field, text);
        if (value)
            m_event.set(field, *value);
        else
            m_errors.append(value.error());
    }

    void setTimestamp()
    {
        const QString text = m_arguments.value(u"timestamp"_s, u"server"_s);
        if (text == "server"_L1) // absent: the server stamps it
            return;
        set(u"timestamp"_s,
            text == "now"_L1 ? contract::formatTimestamp(QDateTime::currentDateTimeUtc()) : text);
    }

    void setAssigned(const QString &assignment)
    {
        const qsizetype equals = assignment.indexOf(u'=');
        set(assignment.first(equals), assignment.sliced(equals + 1));
    }

    void readData()
    {
        if (!m_arguments.has(u"data"_s))
            return;
        const QString file = m_arguments.value(u"data"_s);
        const Result<QByteArray> text = readInput(file);
        const auto policy = m_arguments.has(u"allow-duplicate-keys"_s)
            ? close::DuplicateKeys::Allow
            : close::DuplicateKeys::Refuse;
        const Result<QList<client::AttachedDatum>> data = text
            ? close::readAttachedData(*text, policy)
            : tl::unexpected(text.error());
        if (data) {
            m_event.attachedData = *data;
            return;
        }
        Error error = data.error();
        if (text)
            error.message.prepend(file + ": "_L1);
        if (text && close::readAttachedData(*text, close::DuplicateKeys::Allow))
            error.message += u" (--allow-duplicate-keys)"_s;
        m_errors.append(error);
    }

    const Arguments &m_arguments;
    Target::Kind m_kind;
    EndEvent m_event;
    QList<Error> m_errors;
};

} // namespace

QList<Option> endEventOptions(Target::Kind kind)
{
    const auto flag = Option::Takes::Nothing;
    return {
        {u"disposition"_s, u"V"_s,
         u"Business outcome. A whole number is sent as one; '\"10\"' forces the string."_s},
        {u"disposition-desc"_s, u"TEXT"_s, u"Description of the outcome, at most 64 characters."_s},
        {u"timestamp"_s, u"server | now | ISO8601"_s,
         u"Moment of the event. “server”, the default, leaves it to the server; else UTC as in "
         "2009-05-12T12:05:12.145Z."_s},
        {u"set"_s, u"FIELD=VALUE"_s, u"Any field of the end event: %1."_s.arg(fieldList(kind)),
         Option::Takes::Assignment, true},
        {u"data"_s, u"FILE|-"_s,
         u"Attached data: a JSON object. Each key and value is sent byte for byte. “-” reads "
         "standard input."_s,
         Option::Takes::Name},
        {u"keep-data"_s,
         {},
         u"Sends the attached data that are there already again, beside the new ones, so that the "
         "server cannot drop them."_s,
         flag},
        {u"allow-duplicate-keys"_s,
         {},
         u"Sends attached data in which a key stands twice."_s,
         flag},
        {u"even-if-completed"_s, {}, u"Ends it once more if it is completed already."_s, flag},
        {u"even-if-unknown"_s,
         {},
         u"Sends it although an earlier end of it had no answer and may have been done."_s,
         flag},
        {u"dry-run"_s,
         {},
         u"Prints the exact request to standard output and sends nothing; with --keep-data the "
         "record is read. Secrets in headers are masked."_s,
         flag},
        {u"yes"_s, u"COUNT"_s,
         u"Confirms for an environment that wants it; COUNT where it wants the count."_s,
         Option::Takes::OptionalNumber},
    };
}

tl::expected<EndEvent, QList<Error>> endEventFrom(const Arguments &arguments, Target::Kind kind)
{
    return EventBuilder(arguments, kind).build();
}

} // namespace closeout::cli
