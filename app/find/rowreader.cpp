// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "find/rowreader.h"

#include "contract/fields.h"
#include "contract/timestamp.h"
#include "json/strings.h"

#include <charconv>
#include <cstring>

namespace closeout::find {

enum class RowReader::Member : quint8 {
    None,
    ActiveStates,
    ActiveTasks,
    ApplicationId,
    ApplicationType,
    AutoCompleteAfter,
    Completed,
    CompletedStates,
    CompletedTasks,
    ContactKey,
    CustomerId,
    Disposition,
    EstDuration,
    ExpirationTime,
    MediaType,
    ResourceId,
    ResourceType,
    ServiceId,
    ServiceType,
    Started,
    StateId,
    TaskId,
    TaskType,
    Timestamp,
    Ttl,
};

namespace {

using Member = RowReader::Member;

struct MemberName
{
    std::string_view rawKey;
    Member member;
};

// By length, so that a key is compared with a few of them only.
constexpr std::array<MemberName, 24> memberNames{{
    {R"("ttl")", Member::Ttl},
    {R"("started")", Member::Started},
    {R"("task_id")", Member::TaskId},
    {R"("state_id")", Member::StateId},
    {R"("task_type")", Member::TaskType},
    {R"("timestamp")", Member::Timestamp},
    {R"("completed")", Member::Completed},
    {R"("service_id")", Member::ServiceId},
    {R"("media_type")", Member::MediaType},
    {R"("customer_id")", Member::CustomerId},
    {R"("contact_key")", Member::ContactKey},
    {R"("disposition")", Member::Disposition},
    {R"("resource_id")", Member::ResourceId},
    {R"("service_type")", Member::ServiceType},
    {R"("est_duration")", Member::EstDuration},
    {R"("active_tasks")", Member::ActiveTasks},
    {R"("active_states")", Member::ActiveStates},
    {R"("resource_type")", Member::ResourceType},
    {R"("application_id")", Member::ApplicationId},
    {R"("completed_tasks")", Member::CompletedTasks},
    {R"("expiration_time")", Member::ExpirationTime},
    {R"("completed_states")", Member::CompletedStates},
    {R"("application_type")", Member::ApplicationType},
    {R"("auto_complete_after")", Member::AutoCompleteAfter},
}};

constexpr size_t longestName = memberNames.back().rawKey.size();

// Where the names of a length begin.
constexpr auto firstOfLength = [] {
    std::array<quint8, longestName + 2> first{};
    for (size_t length = 0; length < first.size(); ++length) {
        size_t at = 0;
        while (at < memberNames.size() && memberNames[at].rawKey.size() < length)
            ++at;
        first[length] = quint8(at);
    }
    return first;
}();

quint64 eightBytesAt(const char *place)
{
    quint64 eight = 0;
    std::memcpy(&eight, place, 8);
    return eight;
}

// Of equal length. By overlapping words: the library's comparison costs more than the names do.
bool isSame(std::string_view left, std::string_view right)
{
    static_assert(longestName <= 24);
    const size_t size = left.size();
    if (size < 8)
        return left == right;
    const auto same = [&](size_t at) {
        return eightBytesAt(left.data() + at) == eightBytesAt(right.data() + at);
    };
    return same(0) && same(size - 8) && (size <= 16 || same(8));
}

Member memberOf(QByteArrayView rawKey)
{
    const std::string_view key(rawKey.data(), size_t(rawKey.size()));
    if (key.size() <= longestName) {
        for (size_t i = firstOfLength[key.size()]; i < firstOfLength[key.size() + 1]; ++i) {
            if (isSame(memberNames[i].rawKey, key))
                return memberNames[i].member;
        }
    }
    if (key.find('\\') == std::string_view::npos)
        return Member::None;
    // Spelled with escapes: as it would be spelled without.
    const QByteArray plain = json::spell(json::unspell(rawKey));
    return plain == rawKey ? Member::None : memberOf(plain);
}

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
    if (!spelled.startsWith('"'))
        return noMoment;
    return contract::readMilliseconds(unquoted(spelled)).value_or(noMoment);
}

Moment expiryOf(Moment expires, qint32 lifetime, Moment from)
{
    if (lifetime != noNumber && from != noMoment) // which wins over a moment
        return from + qint64(lifetime) * 1000;
    return expires;
}

} // namespace

void RowReader::Part::clear()
{
    spelled.fill({});
    started = {};
    completed = {};
    data.clear();
    expires = noMoment;
    lifetime = expected = autoCompleteAfter = noNumber;
    isCompleted = false;
}

bool RowReader::read(json::Cursor &cursor)
{
    m_part.clear();
    m_taskCount = 0;
    m_openStates = m_openTasks = m_needs.children ? 0 : noNumber;
    m_lastEvent = noMoment;
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
    m_service.clear();
    fill(m_service, m_part);
    m_service.moment(Field::LastEvent) = m_lastEvent;
    m_service.number(Field::OpenStates) = m_openStates;
    m_service.number(Field::OpenTasks) = m_openTasks;
    fillTasks();
    return true;
}

void RowReader::readServiceMember(json::Cursor &cursor)
{
    const Member member = memberOf(cursor.rawKey());
    if (!m_needs.children && isAboutChildren(member)) {
        cursor.takeValue();
        return;
    }
    switch (member) {
    case Member::ActiveStates:
        return readStates(cursor, true);
    case Member::CompletedStates:
        return readStates(cursor, false);
    case Member::ActiveTasks:
        return readTasks(cursor, true, {});
    case Member::CompletedTasks:
        return readTasks(cursor, false, {});
    default:
        if (!readCommonMember(cursor, member, m_part))
            addDatum(cursor, m_part, Place::Record);
    }
}

// What a service, a state and a task have alike. False: the value is still to be taken.
bool RowReader::readCommonMember(json::Cursor &cursor, Member member, Part &part)
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

void RowReader::readEvent(json::Cursor &cursor, Part &part, Place place)
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
        switch (memberOf(cursor.rawKey())) {
        case Member::Timestamp:
            event.at = momentOf(cursor.takeValue());
            break;
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

void RowReader::readStates(json::Cursor &cursor, bool areActive)
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
        cursor.enterObject();
        while (cursor.nextMember())
            readStateMember(cursor, m_child, areActive);
        see(m_child.started.at);
        see(m_child.completed.at);
        m_openStates += areActive ? 1 : 0;
    }
}

void RowReader::readStateMember(json::Cursor &cursor, Part &state, bool isActive)
{
    const Member member = memberOf(cursor.rawKey());
    switch (member) {
    case Member::ActiveTasks:
        return readTasks(cursor, isActive, state.spelled[wordSlot(Field::StateId)]);
    case Member::CompletedTasks:
        return readTasks(cursor, false, {});
    default:
        if (!readCommonMember(cursor, member, state))
            cursor.takeValue();
    }
}

void RowReader::readTasks(json::Cursor &cursor, bool areActive, QByteArrayView state)
{
    if (cursor.peek() != json::Type::Array) {
        cursor.takeValue();
        return;
    }
    cursor.enterArray();
    while (cursor.nextElement()) {
        if (cursor.peek() == json::Type::Object)
            readTask(cursor, areActive, state);
        else
            cursor.takeValue();
    }
}

void RowReader::readTask(json::Cursor &cursor, bool isActive, QByteArrayView state)
{
    m_grandchild.clear();
    cursor.enterObject();
    while (cursor.nextMember()) {
        if (!readCommonMember(cursor, memberOf(cursor.rawKey()), m_grandchild))
            addDatum(cursor, m_grandchild, Place::Record);
    }
    see(m_grandchild.started.at);
    see(m_grandchild.completed.at);
    if (!isActive || cursor.failed())
        return;
    ++m_openTasks;
    if (m_taskCount == m_tasks.size())
        m_tasks.emplace_back();
    Row &row = m_tasks[m_taskCount++];
    row.clear();
    QByteArrayView &hangsOn = m_grandchild.spelled[wordSlot(Field::StateId)];
    hangsOn = orElse(hangsOn, state);
    fill(row, m_grandchild);
    row.moment(Field::LastEvent) = row.moment(Field::Started);
}

void RowReader::addDatum(json::Cursor &cursor, Part &part, Place place)
{
    const QByteArrayView key = cursor.rawKey();
    const QByteArrayView value = cursor.takeValue();
    if (m_needs.data && !value.isEmpty() && isAttached(key))
        part.data.push_back({key, value, place});
}

bool RowReader::isAttached(QByteArrayView rawKey)
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

void RowReader::fill(Row &row, const Part &part)
{
    const Event &started = part.started;
    for (size_t i = 0; i < part.spelled.size(); ++i) {
        row.texts[i] = textOf(orElse(part.spelled[i],
                                     Field(i) == Field::Disposition ? part.completed.spelled[i]
                                                                    : started.spelled[i]));
    }
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
void RowReader::fillTasks()
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

QByteArray &RowReader::scratch()
{
    if (m_scratchUsed == m_scratch.size())
        m_scratch.emplace_back();
    QByteArray &text = m_scratch[m_scratchUsed++];
    text.resize(0);
    return text;
}

QByteArrayView RowReader::textOf(QByteArrayView spelled)
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

QByteArrayView RowReader::dataOf(const std::vector<Datum> &data)
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

} // namespace closeout::find
