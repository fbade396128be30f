// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "client/record.h"

#include "contract/fields.h"
#include "contract/timestamp.h"
#include "json/strings.h"

#include <QtCore/QHash>

using namespace Qt::StringLiterals;

namespace closeout::client {

namespace {

QDateTime moment(const QString &text)
{
    return contract::readTimestamp(text).value_or(QDateTime());
}

// Of equal keys the later value stands, at the place of the first.
class AttachedData
{
public:
    void putAll(const json::Value &object)
    {
        if (!object.isObject())
            return;
        for (const json::Value member : object) {
            const QString key = member.key();
            if (!contract::isRecordField(key))
                put(key, {member.rawKey().toByteArray(), member.raw().toByteArray()});
        }
    }
    QList<AttachedDatum> take() { return std::move(m_data); }

private:
    void put(const QString &key, AttachedDatum datum)
    {
        const auto place = m_places.constFind(key);
        if (place != m_places.constEnd()) {
            m_data[*place] = std::move(datum);
            return;
        }
        m_places.insert(key, m_data.size());
        m_data.append(std::move(datum));
    }

    QList<AttachedDatum> m_data;
    QHash<QString, qsizetype> m_places; // by key: a record may hold a hundred thousand
};

} // namespace

QString AttachedDatum::key() const
{
    return json::unspell(rawKey);
}

Record::Record(Kind kind, json::Document document)
    : m_kind(kind)
    , m_document(std::move(document))
{
}

Result<Record> Record::fromJson(Kind kind, QByteArray json)
{
    Result<json::Document> document = json::Document::parse(std::move(json));
    if (!document)
        return tl::unexpected(document.error());
    if (!document->root().isObject()) {
        return failure(ErrorKind::NotContextServices,
                       Tr::tr("A service, state or task must be a JSON object."));
    }
    return Record(kind, std::move(*document));
}

QString Record::member(QStringView name) const
{
    const json::Value value = root().member(name);
    return value.type() == json::Type::Null ? QString() : value.text();
}

QString Record::eventMember(QStringView event, QStringView name) const
{
    const json::Value value = root().member(event).member(name);
    return value.type() == json::Type::Null ? QString() : value.text();
}

QString Record::id() const
{
    switch (m_kind) {
    case Kind::Service:
        return member(u"service_id");
    case Kind::State:
        return member(u"state_id");
    case Kind::Task:
        return member(u"task_id");
    }
    return {};
}

QString Record::serviceId() const
{
    return member(u"service_id");
}

QString Record::stateId() const
{
    return member(u"state_id");
}

QString Record::type() const
{
    switch (m_kind) {
    case Kind::Service:
        return member(u"service_type");
    case Kind::State:
        return member(u"state_type");
    case Kind::Task:
        return member(u"task_type");
    }
    return {};
}

QString Record::customerId() const
{
    const QString id = member(u"customer_id");
    return id.isEmpty() ? eventMember(u"started", u"customer_id") : id;
}

QString Record::contactKey() const
{
    const QString key = member(u"contact_key");
    return key.isEmpty() ? eventMember(u"started", u"contact_key") : key;
}

QString Record::mediaType() const
{
    return eventMember(u"started", u"media_type");
}

QString Record::disposition() const
{
    const QString disposition = member(u"disposition");
    return disposition.isEmpty() ? eventMember(u"completed", u"disposition") : disposition;
}

QString Record::dispositionText() const
{
    const QString text = member(u"disposition_desc");
    return text.isEmpty() ? eventMember(u"completed", u"disposition_desc") : text;
}

QDateTime Record::startedAt() const
{
    return moment(eventMember(u"started", u"timestamp"));
}

QDateTime Record::completedAt() const
{
    return moment(eventMember(u"completed", u"timestamp"));
}

qint64 Record::expectedSeconds() const
{
    return member(u"est_duration").toLongLong();
}

bool Record::isCompleted() const
{
    const json::Value completed = root().member(u"completed");
    return completed.exists() && completed.type() != json::Type::Null;
}

QList<AttachedDatum> Record::attachedData() const
{
    AttachedData data; // what was said later wins: started, record, completed
    data.putAll(root().member(u"started"));
    data.putAll(root());
    data.putAll(root().member(u"completed"));
    return data.take();
}

QList<Record> Record::nested(Kind kind, QStringView name) const
{
    QList<Record> records;
    for (const json::Value value : root().member(name)) {
        if (Result<Record> record = fromJson(kind, value.raw().toByteArray()))
            records.append(std::move(*record));
    }
    return records;
}

QList<Record> Record::openStates() const
{
    return nested(Kind::State, u"active_states");
}

QList<Record> Record::openTasks() const
{
    QList<Record> tasks = nested(Kind::Task, u"active_tasks");
    for (const Record &state : openStates())
        tasks += state.nested(Kind::Task, u"active_tasks");
    return tasks;
}

QList<Record> Record::children() const
{
    return nested(Kind::State, u"active_states") + nested(Kind::State, u"completed_states")
        + nested(Kind::Task, u"active_tasks") + nested(Kind::Task, u"completed_tasks");
}

} // namespace closeout::client
