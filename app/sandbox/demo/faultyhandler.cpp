// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/demo/faultyhandler.h"

#include "sandbox/operations/answers.h"
#include "sandbox/operations/routes.h"

namespace closeout::sandbox {

using Phase = Fault::Phase;
using Effect = Fault::Effect;

struct FaultyHandler::Armed
{
    struct Count
    {
        qint64 seen = 0;
        qint64 hit = 0;
    };
    struct Stale
    {
        std::shared_ptr<const ServiceBefore> before;
        qint64 reads = 0; // that will still see it
    };

    FaultList list;
    std::mutex mutex; // of what follows
    std::vector<Count> counts; // as many as faults
    QHash<QString, Stale> stale; // by service

    bool strikesNow(qsizetype index)
    {
        const std::lock_guard lock(mutex);
        Count &count = counts[size_t(index)];
        ++count.seen;
        if (!strikes(list.faults[index], list.seed, index, count.seen, count.hit))
            return false;
        ++count.hit;
        return true;
    }

    void keep(const QString &service, const Stale &seen)
    {
        const std::lock_guard lock(mutex);
        stale.insert(service, seen);
    }

    // What this read sees instead; null: what there is.
    std::shared_ptr<const ServiceBefore> takeStale(const QString &service)
    {
        const std::lock_guard lock(mutex);
        const auto found = stale.find(service);
        if (found == stale.end())
            return {};
        const auto before = found->before;
        if (--found->reads == 0)
            stale.remove(service);
        return before;
    }
};

namespace {

Asked askedBy(const Request &request, contract::Dialect dialect)
{
    const FoundRoute found = findRoute(request, dialect);
    if (!found.route)
        return {};
    return {.operation = QString::fromLatin1(found.route->name),
            .isRead = QByteArrayView(found.route->method) == "GET",
            .service = found.service};
}

} // namespace

FaultyHandler::FaultyHandler(Handler &next, contract::Dialect dialect)
    : m_next(next)
    , m_dialect(dialect)
    , m_armed(std::make_shared<Armed>())
{
}

FaultyHandler::~FaultyHandler() = default;

void FaultyHandler::setFaults(const FaultList &list)
{
    auto armed = std::make_shared<Armed>();
    armed->list = list;
    armed->counts.resize(size_t(list.faults.size()));
    const std::lock_guard lock(m_mutex);
    m_armed = std::move(armed);
}

QByteArray FaultyHandler::shown() const
{
    std::shared_ptr<Armed> armed;
    {
        const std::lock_guard lock(m_mutex);
        armed = m_armed;
    }
    const std::lock_guard lock(armed->mutex);
    QByteArray json = "{\"seed\":" + QByteArray::number(armed->list.seed) + ",\"faults\":[";
    for (size_t i = 0; i < armed->counts.size(); ++i) {
        json += (i > 0 ? ",{\"fault\":" : "{\"fault\":") + armed->list.faults[qsizetype(i)].spelled
            + ",\"seen\":" + QByteArray::number(armed->counts[i].seen)
            + ",\"hit\":" + QByteArray::number(armed->counts[i].hit) + '}';
    }
    return json + "]}";
}

void FaultyHandler::stop()
{
    m_pause.stop();
}

Response FaultyHandler::answer(const Request &request)
{
    std::shared_ptr<Armed> armed;
    {
        const std::lock_guard lock(m_mutex);
        armed = m_armed;
    }
    if (armed->list.faults.isEmpty())
        return m_next.answer(request);
    return answerThrough(*armed, 0, askedBy(request, m_dialect), request);
}

Response FaultyHandler::answerThrough(Armed &armed, qsizetype index, const Asked &asked,
                                      const Request &request)
{
    while (index < armed.list.faults.size()) {
        if (fits(armed.list.faults[index], asked) && armed.strikesNow(index))
            return misbehave(armed, index, asked, request);
        ++index;
    }
    return answerFromNext(armed, asked, request);
}

Response FaultyHandler::misbehave(Armed &armed, qsizetype index, const Asked &asked,
                                  const Request &request)
{
    const Fault &fault = armed.list.faults[index];
    if (fault.phase == Phase::Before && fault.effect == Effect::Delay) {
        m_pause.wait(fault.delivery.delay);
        return answerThrough(armed, index + 1, asked, request);
    }
    if (fault.phase == Phase::Before)
        return ownAnswer(fault, request);
    Request passed = request;
    passed.keepsBefore = request.keepsBefore || fault.effect == Effect::Stale;
    Response response = answerThrough(armed, index + 1, asked, passed);
    if (fault.effect == Effect::Stale) {
        if (response.hadEffect && response.before)
            armed.keep(asked.service, {response.before, fault.reads});
        return response;
    }
    if (fault.effect == Effect::Status) {
        Response own = ownAnswer(fault, request);
        own.hadEffect = response.hadEffect;
        own.before = response.before;
        return own;
    }
    response.delivery = fault.delivery;
    return response;
}

Response FaultyHandler::ownAnswer(const Fault &fault, const Request &request) const
{
    Response response = fault.answer;
    if (fault.effect == Effect::Status && !fault.hasBody && response.status >= 400) {
        response.body = refusal(m_dialect,
                                {ErrorKind::Refused,
                                 Tr::tr("A fault of the sandbox was asked for."),
                                 {},
                                 response.status},
                                request)
                            .body;
    }
    response.delivery = fault.delivery;
    return response;
}

Response FaultyHandler::answerFromNext(Armed &armed, const Asked &asked, const Request &request)
{
    if (!asked.isRead || asked.service.isEmpty())
        return m_next.answer(request);
    const auto before = armed.takeStale(asked.service);
    if (!before)
        return m_next.answer(request);
    Request passed = request;
    passed.before = before;
    return m_next.answer(passed);
}

} // namespace closeout::sandbox
