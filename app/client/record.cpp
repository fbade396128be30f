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
    return document ? fromDocument(kind, std::move(*document)) : tl::unexpected(document.error());
}

Result<Record> Record::fromDocument(Kind kind, json::Document document)
{
    if (!document.root().isObject()) {
        return failure(ErrorKind::NotContextServices,
                       Tr::tr("A service, state or task must be a JSON object."));
    }
    return Record(kind, std::move(document));
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
    const QString id = member(u"state_id");
    return id.isEmpty() ? m_standsIn : id;
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
    return m_standsCompleted || (completed.exists() && completed.type() != json::Type::Null);
}

QList<AttachedDatum> Record::attachedData() const
{
    AttachedData data; // what was said later wins: started, record, completed
    data.putAll(root().member(u"started"));
    data.putAll(root());
    data.putAll(root().member(u"completed"));
    return data.take();
}

// Puts together what stands in several lists.
class Record::Children
{
public:
    void takeStates(const Record &service)
    {
        take(service, Kind::State, u"active_states", {});
        take(service, Kind::State, u"completed_states", {});
    }
    void takeTasks(const Record &parent, const QString &state)
    {
        take(parent, Kind::Task, u"active_tasks", state);
        take(parent, Kind::Task, u"completed_tasks", state);
    }
    QList<Record> records; // in the order in which they came

private:
    void take(const Record &parent, Kind kind, QStringView list, const QString &state)
    {
        for (const json::Value value : parent.root().member(list)) {
            Result<Record> record = fromJson(kind, value.raw().toByteArray());
            if (!record)
                continue;
            record->m_standsCompleted = list.startsWith(u"completed");
            record->m_standsIn = state;
            add(std::move(*record));
        }
    }

    void add(Record record)
    {
        const QString id = record.id();
        const std::pair key(int(record.kind()), id);
        const auto known = m_places.constFind(key);
        if (id.isEmpty() || known == m_places.constEnd()) {
            m_places.insert(key, records.size());
            records.append(std::move(record));
            return;
        }
        Record &first = records[*known];
        first.m_standsCompleted = first.m_standsCompleted || record.isCompleted();
        if (first.stateId().isEmpty())
            first.m_standsIn = record.stateId();
    }

    QHash<std::pair<int, QString>, qsizetype> m_places;
};

QList<Record> Record::children() const
{
    Children children;
    children.takeStates(*this);
    const QList<Record> states = children.records;
    children.takeTasks(*this, {});
    for (const Record &state : states)
        children.takeTasks(state, state.id());
    return std::move(children.records);
}

QList<Record> Record::openOf(Kind kind) const
{
    QList<Record> open = children();
    open.removeIf(
        [kind](const Record &child) { return child.kind() != kind || child.isCompleted(); });
    return open;
}

QList<Record> Record::openStates() const
{
    return openOf(Kind::State);
}

QList<Record> Record::openTasks() const
{
    return openOf(Kind::Task);
}

} // namespace closeout::client
