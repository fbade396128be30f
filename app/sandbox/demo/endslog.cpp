// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/demo/endslog.h"

#include "sandbox/demo/faults.h"
#include "sandbox/operations/moments.h"
#include "sandbox/operations/routes.h"
#include "sandbox/operations/serverclock.h"
#include "json/strings.h"

#include <QtCore/QHash>

#include <array>
#include <vector>

namespace closeout::sandbox {

namespace {

QByteArray numberOrNull(qint64 value)
{
    return value == 0 ? QByteArray("null") : QByteArray::number(value);
}

} // namespace

EndsLog::EndsLog(Handler &next, const ServerClock &clock, contract::Dialect dialect)
    : m_next(next)
    , m_clock(clock)
    , m_dialect(dialect)
{
}

Response EndsLog::answer(const Request &request)
{
    if (request.method != "POST")
        return m_next.answer(request);
    const FoundRoute found = findRoute(request, m_dialect);
    if (!found.route || !isEnd(QString::fromLatin1(found.route->name)))
        return m_next.answer(request);
    qint64 number = 0; // of all that have come
    {
        const std::lock_guard lock(m_mutex);
        m_ends.push_back({.entity = found.route->entity,
                          .service = found.service,
                          .child = found.ids.value(1),
                          .at = m_clock.now()});
        if (qsizetype(m_ends.size()) > limit) {
            m_ends.pop_front();
            ++m_first;
            ++m_forgotten;
        }
        number = m_first + qint64(m_ends.size()) - 1;
    }
    Response response = m_next.answer(request);
    const std::lock_guard lock(m_mutex);
    if (number >= m_first) {
        End &end = m_ends[size_t(number - m_first)];
        end.isBrokenOff = response.delivery && response.delivery->end != Delivery::End::Rest;
        const bool isUnsaid = end.isBrokenOff && response.delivery->after == 0
            && response.delivery->counted == Delivery::Counted::Answer;
        end.status = isUnsaid ? 0 : response.status;
        end.hadEffect = response.hadEffect;
    }
    return response;
}

QByteArray EndsLog::shownEnd(const End &end)
{
    const char *effect = !end.hadEffect ? "null" : *end.hadEffect ? "true" : "false";
    return "{\"at\":" + shownMoment(end.at) + ",\"status\":" + numberOrNull(end.status)
        + ",\"effect\":" + effect + ",\"broken_off\":" + (end.isBrokenOff ? "true" : "false") + '}';
}

QByteArray EndsLog::shown(const QString &service) const
{
    struct Target
    {
        QByteArray head = {}; // its members up to the counts
        qint64 received = 0;
        qint64 effects = 0;
        QByteArray ends = {};
    };
    std::vector<Target> targets;
    QHash<QByteArray, size_t> places;
    const std::lock_guard lock(m_mutex);
    for (const End &end : m_ends) {
        if (!service.isNull() && end.service != service)
            continue;
        static constexpr std::array kinds{"service", "state", "task"};
        const QByteArray kind = kinds[size_t(end.entity)];
        QByteArray head = "{\"kind\":\"" + kind + "\",\"service_id\":" + json::spell(end.service);
        if (!end.child.isNull())
            head += ",\"" + kind + "_id\":" + json::spell(end.child);
        if (!places.contains(head)) {
            places.insert(head, targets.size());
            targets.push_back({.head = head});
        }
        Target &target = targets[places.value(head)];
        ++target.received;
        target.effects += end.hadEffect.value_or(false) ? 1 : 0;
        target.ends += (target.ends.isEmpty() ? "" : ",") + shownEnd(end);
    }
    QByteArray json = "{\"received\":" + QByteArray::number(m_forgotten + qint64(m_ends.size()))
        + ",\"forgotten\":" + QByteArray::number(m_forgotten) + ",\"targets\":[";
    for (size_t i = 0; i < targets.size(); ++i) {
        const Target &target = targets[i];
        json += (i > 0 ? "," : "") + target.head
            + ",\"received\":" + QByteArray::number(target.received) + ",\"effects\":"
            + QByteArray::number(target.effects) + ",\"ends\":[" + target.ends + "]}";
    }
    return json + "]}";
}

void EndsLog::clear()
{
    const std::lock_guard lock(m_mutex);
    m_first += qint64(m_ends.size()); // those that are under way keep their numbers
    m_forgotten = 0;
    m_ends.clear();
}

} // namespace closeout::sandbox
