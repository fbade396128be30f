// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "rows/reader.h"

#include "contract/fields.h"
#include "contract/timestamp.h"
#include "rows/recordmember.h"
#include "json/strings.h"

#include <algorithm>
#include <charconv>

namespace closeout::rows {

namespace {

using Member = RecordMember;

bool isAboutChildren(Member member)
{
    return member == Member::ActiveStates || member == Member::CompletedStates
        || member == Member::ActiveTasks || member == Member::CompletedTasks;
}

QByteArrayView known(QByteArrayView spelled) // without null, which says nothing
{
    return spelled == "null" ? QByteArrayView() : spelled;
}

QByteArrayView orElse(QByteArrayView first, QByteArrayView second)
{
    return first.isEmpty() || first == R"("")" ? second : first;
}

QByteArrayView unquoted(QByteArrayView spelled)
{
    return spelled.startsWith('"') ? spelled.sliced(1, spelled.size() - 2) : spelled;
}

bool isNumber(QByteArrayView spelled)
{
    return !spelled.isEmpty()
        && (spelled.front() == '-' || (spelled.front() >= '0' && spelled.front() <= '9'));
}

qint32 secondsOf(QByteArrayView spelled)
{
    const QByteArrayView digits = unquoted(spelled);
    qint64 value = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), value);
    if (digits.isEmpty() || end != digits.end() || error != std::errc())
        return noNumber;
    return qint32(std::clamp<qint64>(value, noNumber + 1, std::numeric_limits<qint32>::max()));
}

Moment momentOf(QByteArrayView spelled)
{
    if (spelled.contains('\\'))
        return contract::readMilliseconds(json::unspell(spelled).toUtf8()).value_or(noMoment);
    return contract::readMilliseconds(unquoted(spelled)).value_or(noMoment);
}

Moment expiryOf(Moment expires, qint32 lifetime, Moment from)
{
    if (lifetime != noNumber && from != noMoment) // which wins over a moment
        return from + qint64(lifetime) * 1000;
    return expires;
}

} // namespace

void Reader::Part::clear()
{
    spelled.fill({});
    started = {};
    completed = {};
    data.clear();
    expires = noMoment;
    lifetime = expected = autoCompleteAfter = noNumber;
    isCompleted = false;
}

bool Reader::read(json::Cursor &cursor)
{
    m_part.clear();
    m_taskCount = 0;
    m_standingStates.clear();
    m_standingTasks.clear();
    m_lastEvent = noMoment;
    m_unreadableStarts = 0;
    m_scratchUsed = 0;
    if (!cursor.enterObject())
        return false;
    const char *begin = cursor.here() - 1; // with its bracket
    while (cursor.nextMember())
        readServiceMember(cursor);
    if (cursor.failed())
        return false;
    m_json = {begin, cursor.here()};
    see(m_part.started.at);
    see(m_part.completed.at);
    m_unreadableStarts += m_part.started.isUnreadable ? 1 : 0;
    m_service.clear();
    fill(m_service, m_part);
    m_service.moment(Field::LastEvent) = m_needs.children ? m_lastEvent : noMoment;
    if (m_needs.children) {
        countStates();
        dropRepeatedTasks();
        m_service.number(Field::OpenTasks) = qint32(m_taskCount);
    }
    fillTasks();
    return true;
}

void Reader::readServiceMember(json::Cursor &cursor)
{
    const Member member = recordMemberOf(cursor.rawKey());
    if (!m_needs.children && isAboutChildren(member)) {
        cursor.takeValue();
        return;
    }
    switch (member) {
    case Member::ActiveStates:
        return readStates(cursor, Listed::Active);
    case Member::CompletedStates:
        return readStates(cursor, Listed::Completed);
    case Member::ActiveTasks:
        return readTasks(cursor, Listed::Active, Parent::Service);
    case Member::CompletedTasks:
        return readTasks(cursor, Listed::Completed, Parent::Service);
    default:
        if (!readCommonMember(cursor, member, m_part))
            addDatum(cursor, m_part, Place::Record);
    }
}

// What a service, a state and a task have alike. False: the value is still to be taken.
bool Reader::readCommonMember(json::Cursor &cursor, Member member, Part &part)
{
    const auto take = [&](Field field) {
        part.spelled[wordSlot(field)] = known(cursor.takeValue());
        return true;
    };
    switch (member) {
    case Member::ServiceId:
        return take(Field::ServiceId);
    case Member::TaskId:
        return take(Field::TaskId);
    case Member::StateId:
        return take(Field::StateId);
    case Member::ServiceType:
        return take(Field::ServiceType);
    case Member::TaskType:
        return take(Field::TaskType);
    case Member::CustomerId:
        return take(Field::CustomerId);
    case Member::ContactKey:
        return take(Field::ContactKey);
    case Member::Disposition:
        return take(Field::Disposition);
    case Member::EstDuration:
        part.expected = secondsOf(cursor.takeValue());
        return true;
    case Member::AutoCompleteAfter:
        part.autoCompleteAfter = secondsOf(cursor.takeValue());
        return true;
    case Member::Ttl:
        part.lifetime = secondsOf(cursor.takeValue());
        return true;
    case Member::ExpirationTime:
        part.expires = momentOf(cursor.takeValue());
        return true;
    case Member::Started:
        readEvent(cursor, part, Place::Started);
        return true;
    case Member::Completed:
        part.isCompleted = cursor.peek() != json::Type::Null;
        readEvent(cursor, part, Place::Completed);
        return true;
    default:
        return false;
    }
}

void Reader::readEvent(json::Cursor &cursor, Part &part, Place place)
{
    Event &event = place == Place::Started ? part.started : part.completed;
    event = {};
    if (cursor.peek() != json::Type::Object) {
        cursor.takeValue();
        return;
    }
    cursor.enterObject();
    while (cursor.nextMember()) {
        const auto take = [&](Field field) {
            event.spelled[wordSlot(field)] = known(cursor.takeValue());
        };
        const auto takeUnlessSaid = [&](Field field) { // a type, where an id says it better
            const QByteArrayView value = known(cursor.takeValue());
            QByteArrayView &said = event.spelled[wordSlot(field)];
            said = orElse(said, value);
        };
        switch (recordMemberOf(cursor.rawKey())) {
        case Member::Timestamp: {
            const QByteArrayView said = known(cursor.takeValue());
            event.at = momentOf(said);
            event.isUnreadable = event.at == noMoment && !said.isEmpty() && said != R"("")";
            break;
        }
        case Member::MediaType:
            take(Field::MediaType);
            break;
        case Member::ApplicationId:
            take(Field::Application);
            break;
        case Member::ApplicationType:
            takeUnlessSaid(Field::Application);
            break;
        case Member::ResourceId:
            take(Field::Resource);
            break;
        case Member::ResourceType:
            takeUnlessSaid(Field::Resource);
            break;
        case Member::CustomerId:
            take(Field::CustomerId);
            break;
        case Member::ContactKey:
            take(Field::ContactKey);
            break;
        case Member::Disposition:
            take(Field::Disposition);
            break;
        case Member::EstDuration:
            event.expected = secondsOf(cursor.takeValue());
            break;
        case Member::AutoCompleteAfter:
            event.autoCompleteAfter = secondsOf(cursor.takeValue());
            break;
        case Member::Ttl:
            event.lifetime = secondsOf(cursor.takeValue());
            break;
        case Member::ExpirationTime:
            event.expires = momentOf(cursor.takeValue());
            break;
        default:
            addDatum(cursor, part, place);
        }
    }
}

void Reader::readStates(json::Cursor &cursor, Listed listed)
{
    if (cursor.peek() != json::Type::Array) {
        cursor.takeValue();
        return;
    }
    cursor.enterArray();
    while (cursor.nextElement()) {
        if (cursor.peek() != json::Type::Object) {
            cursor.takeValue();
            continue;
        }
        m_child.clear();
        const size_t firstTask = m_standingTasks.size();
        cursor.enterObject();
        while (cursor.nextMember())
            readStateMember(cursor, m_child);
        see(m_child.started.at);
        see(m_child.completed.at);
        const QByteArrayView id = m_child.spelled[wordSlot(Field::StateId)];
        for (size_t i = firstTask; i < m_standingTasks.size(); ++i)
            m_standingTasks[i].state = orElse(m_standingTasks[i].state, id);
        m_standingStates.push_back(
            {.id = unquoted(id), .isOpen = listed == Listed::Active && !m_child.isCompleted});
    }
}

void Reader::readStateMember(json::Cursor &cursor, Part &state)
{
    const Member member = recordMemberOf(cursor.rawKey());
    switch (member) {
    case Member::ActiveTasks:
        return readTasks(cursor, Listed::Active, Parent::State);
    case Member::CompletedTasks:
        return readTasks(cursor, Listed::Completed, Parent::State);
    default:
        if (!readCommonMember(cursor, member, state))
            cursor.takeValue();
    }
}

void Reader::readTasks(json::Cursor &cursor, Listed listed, Parent parent)
{
    if (cursor.peek() != json::Type::Array) {
        cursor.takeValue();
        return;
    }
    cursor.enterArray();
    while (cursor.nextElement()) {
        if (cursor.peek() == json::Type::Object)
            readTask(cursor, listed, parent);
        else
            cursor.takeValue();
    }
}

void Reader::readTask(json::Cursor &cursor, Listed listed, Parent parent)
{
    m_grandchild.clear();
    cursor.enterObject();
    while (cursor.nextMember()) {
        if (!readCommonMember(cursor, recordMemberOf(cursor.rawKey()), m_grandchild))
            addDatum(cursor, m_grandchild, Place::Record);
    }
    see(m_grandchild.started.at);
    see(m_grandchild.completed.at);
    if (cursor.failed())
        return;
    Standing standing{.id = unquoted(m_grandchild.spelled[wordSlot(Field::TaskId)]),
                      .state = m_grandchild.spelled[wordSlot(Field::StateId)],
                      .isOpen = listed == Listed::Active && !m_grandchild.isCompleted,
                      .parent = parent};
    if (standing.isOpen) {
        m_unreadableStarts += m_grandchild.started.isUnreadable ? 1 : 0;
        standing.row = m_taskCount;
        if (m_taskCount == m_tasks.size())
            m_tasks.emplace_back();
        Row &row = m_tasks[m_taskCount++];
        row.clear();
        fill(row, m_grandchild);
        row.moment(Field::LastEvent) = row.moment(Field::Started);
    }
    m_standingTasks.push_back(standing);
}

// Equal ids side by side, at first where it stands in its service's list.
template<typename Each>
void Reader::forEachById(std::vector<Standing> &standings, Each each)
{
    std::stable_sort(standings.begin(), standings.end(), [](const Standing &a, const Standing &b) {
        const int order = a.id.compare(b.id);
        return order != 0 ? order < 0 : a.parent < b.parent;
    });
    for (auto first = standings.begin(); first != standings.end();) {
        auto end = first + 1;
        while (end != standings.end() && !first->id.isEmpty() && end->id == first->id)
            ++end;
        each(std::span(first, end));
        first = end;
    }
}

void Reader::countStates()
{
    qint32 open = 0;
    forEachById(m_standingStates, [&open](std::span<Standing> same) {
        open += std::all_of(same.begin(), same.end(), [](const Standing &s) { return s.isOpen; })
            ? 1
            : 0;
    });
    m_service.number(Field::OpenStates) = open;
}

// As client::Record::children() has it: each task once, and completed if it is so anywhere.
void Reader::dropRepeatedTasks()
{
    if (m_standingTasks.empty())
        return;
    m_isDropped.assign(m_taskCount, false);
    forEachById(m_standingTasks, [this](std::span<Standing> same) {
        const bool isOpen = std::all_of(same.begin(), same.end(),
                                        [](const Standing &s) { return s.isOpen; });
        QByteArrayView state;
        for (const Standing &standing : same) {
            state = orElse(state, standing.state);
            if (standing.row != Standing::noRow)
                m_isDropped[standing.row] = !isOpen || &standing != &same.front();
        }
        if (isOpen)
            m_tasks[same.front().row].text(Field::StateId) = textOf(state);
    });
    size_t kept = 0;
    for (size_t row = 0; row < m_taskCount; ++row) {
        if (m_isDropped[row])
            continue;
        if (kept != row)
            m_tasks[kept] = m_tasks[row];
        ++kept;
    }
    m_taskCount = kept;
}

void Reader::addDatum(json::Cursor &cursor, Part &part, Place place)
{
    const QByteArrayView key = cursor.rawKey();
    const QByteArrayView value = cursor.takeValue();
    if (m_needs.data && !value.isEmpty() && isAttached(key))
        part.data.push_back({key, value, place});
}

bool Reader::isAttached(QByteArrayView rawKey)
{
    constexpr qsizetype mostKeys = 1000; // to remember: a server may send ever new ones
    const auto seen = m_isAttached.constFind(QByteArray::fromRawData(rawKey.data(), rawKey.size()));
    if (seen != m_isAttached.constEnd())
        return *seen;
    if (m_isAttached.size() >= mostKeys)
        m_isAttached.clear();
    return *m_isAttached.insert(rawKey.toByteArray(),
                                !contract::isRecordField(json::unspell(rawKey)));
}

void Reader::fill(Row &row, const Part &part)
{
    const Event &started = part.started;
    for (size_t i = 0; i < part.spelled.size(); ++i) {
        row.texts[i] = textOf(orElse(part.spelled[i],
                                     Field(i) == Field::Disposition ? part.completed.spelled[i]
                                                                    : started.spelled[i]));
    }
    const size_t disposition = wordSlot(Field::Disposition);
    row.hasNumericDisposition = isNumber(
        orElse(part.spelled[disposition], part.completed.spelled[disposition]));
    row.text(Field::Data) = dataOf(part.data);
    row.isCompleted = part.isCompleted;
    row.moment(Field::Started) = started.at;
    row.moment(Field::Completed) = part.completed.at;
    const qint32 lifetime = part.lifetime == noNumber ? started.lifetime : part.lifetime;
    row.moment(Field::Expires) = expiryOf(part.expires == noMoment ? started.expires : part.expires,
                                          lifetime, started.at);
    row.number(Field::Expected) = part.expected == noNumber ? started.expected : part.expected;
    row.number(Field::AutoCompleteAfter) = part.autoCompleteAfter == noNumber
        ? started.autoCompleteAfter
        : part.autoCompleteAfter;
}

// What a task does not say itself is that of its service.
void Reader::fillTasks()
{
    for (size_t i = 0; i < m_taskCount; ++i) {
        Row &task = m_tasks[i];
        for (const Field field :
             {Field::ServiceId, Field::ServiceType, Field::CustomerId, Field::ContactKey})
            task.text(field) = m_service.text(field);
        for (const Field field : {Field::MediaType, Field::Application, Field::Resource}) {
            if (task.text(field).isEmpty())
                task.text(field) = m_service.text(field);
        }
    }
}

QByteArray &Reader::scratch()
{
    if (m_scratchUsed == m_scratch.size())
        m_scratch.emplace_back();
    QByteArray &text = m_scratch[m_scratchUsed++];
    text.resize(0);
    return text;
}

QByteArrayView Reader::textOf(QByteArrayView spelled)
{
    if (spelled.isEmpty())
        return {};
    if (spelled.startsWith('{') || spelled.startsWith('['))
        return {};
    if (!spelled.startsWith('"') || !spelled.contains('\\'))
        return unquoted(spelled);
    QByteArray &text = scratch();
    text = json::unspell(spelled).toUtf8();
    return text;
}

QByteArrayView Reader::dataOf(const std::vector<Datum> &data)
{
    if (data.empty())
        return {};
    QByteArray &text = scratch();
    text += '{';
    for (const Place place : {Place::Started, Place::Record, Place::Completed}) {
        for (const Datum &datum : data) {
            if (datum.place != place)
                continue;
            if (text.size() > 1)
                text += ',';
            text += datum.key;
            text += ':';
            text += datum.value;
        }
    }
    text += '}';
    return text;
}

} // namespace closeout::rows
