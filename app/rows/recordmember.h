// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// What a key of a service, state or task means to whoever reads a million of them. Here whole,
// because it is asked twenty million times.
//
// Source: resource pages Service, State and Task 8.5.2.

#pragma once

#include "json/strings.h"

#include <QtCore/QByteArrayView>

#include <array>
#include <cstring>
#include <string_view>

namespace closeout::rows {

enum class RecordMember : quint8 {
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

namespace detail {

struct MemberName
{
    std::string_view rawKey;
    RecordMember member;
};

// By length, so that a key is compared with a few of them only.
inline constexpr std::array<MemberName, 24> memberNames{{
    {R"("ttl")", RecordMember::Ttl},
    {R"("started")", RecordMember::Started},
    {R"("task_id")", RecordMember::TaskId},
    {R"("state_id")", RecordMember::StateId},
    {R"("task_type")", RecordMember::TaskType},
    {R"("timestamp")", RecordMember::Timestamp},
    {R"("completed")", RecordMember::Completed},
    {R"("service_id")", RecordMember::ServiceId},
    {R"("media_type")", RecordMember::MediaType},
    {R"("customer_id")", RecordMember::CustomerId},
    {R"("contact_key")", RecordMember::ContactKey},
    {R"("disposition")", RecordMember::Disposition},
    {R"("resource_id")", RecordMember::ResourceId},
    {R"("service_type")", RecordMember::ServiceType},
    {R"("est_duration")", RecordMember::EstDuration},
    {R"("active_tasks")", RecordMember::ActiveTasks},
    {R"("active_states")", RecordMember::ActiveStates},
    {R"("resource_type")", RecordMember::ResourceType},
    {R"("application_id")", RecordMember::ApplicationId},
    {R"("completed_tasks")", RecordMember::CompletedTasks},
    {R"("expiration_time")", RecordMember::ExpirationTime},
    {R"("completed_states")", RecordMember::CompletedStates},
    {R"("application_type")", RecordMember::ApplicationType},
    {R"("auto_complete_after")", RecordMember::AutoCompleteAfter},
}};

inline constexpr size_t longestName = memberNames.back().rawKey.size();

// Where the names of a length begin.
inline constexpr auto firstOfLength = [] {
    std::array<quint8, longestName + 2> first{};
    for (size_t length = 0; length < first.size(); ++length) {
        size_t at = 0;
        while (at < memberNames.size() && memberNames[at].rawKey.size() < length)
            ++at;
        first[length] = quint8(at);
    }
    return first;
}();

inline quint64 eightBytesAt(const char *place)
{
    quint64 eight = 0;
    std::memcpy(&eight, place, 8);
    return eight;
}

// Of equal length. By overlapping words: the library's comparison costs more than the names do.
inline bool isSame(std::string_view left, std::string_view right)
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

} // namespace detail

inline RecordMember recordMemberOf(QByteArrayView rawKey)
{
    const std::string_view key(rawKey.data(), size_t(rawKey.size()));
    if (key.size() <= detail::longestName) {
        for (size_t i = detail::firstOfLength[key.size()];
             i < detail::firstOfLength[key.size() + 1]; ++i) {
            if (detail::isSame(detail::memberNames[i].rawKey, key))
                return detail::memberNames[i].member;
        }
    }
    if (key.find('\\') == std::string_view::npos)
        return RecordMember::None;
    // Spelled with escapes: as it would be spelled without.
    const QByteArray plain = json::spell(json::unspell(rawKey));
    return plain == rawKey ? RecordMember::None : recordMemberOf(plain);
}

} // namespace closeout::rows
