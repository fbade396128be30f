// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/demo/demodata.h"

#include "sandbox/demo/demovalues.h"
#include "sandbox/operations/moments.h"
#include "json/strings.h"

#include <QtCore/QDateTime>
#include <QtCore/QUuid>

#include <array>

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

constexpr int demoActive = 400;
constexpr int demoCompleted = 60;

constexpr qint64 minute = 60 * 1000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

constexpr std::array estimates{900, 1800, 3600, 3600, 7200, 14400, 86400};
// Task types that go with a service type, which is the index; see BusinessAttributes::standard().
constexpr std::array<std::array<int, 3>, 11> taskTypes{{{1, 1, 1},
                                                        {4, 3, 1},
                                                        {2, 2, 1},
                                                        {9, 5, 3},
                                                        {7, 2, 1},
                                                        {6, 2, 1},
                                                        {3, 8, 1},
                                                        {8, 3, 1},
                                                        {5, 3, 55},
                                                        {5, 7, 2},
                                                        {3, 2, 55}}};

struct Site // what the records of one filling share
{
    Store &store;
    contract::Dialect dialect;
    Moment now;
    Dice dice;
};

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

QByteArray event(Dice &dice, Moment moment, int media)
{
    QByteArray json = "{\"timestamp\":" + shownMoment(moment);
    if (dice.happens(70))
        json += ",\"interaction_id\":\"0000CSS" + QByteArray::number(dice.bits(), 36).toUpper()
            + '"';
    if (dice.happens(30))
        json += ",\"session_id\":\"" + QByteArray::number(dice.bits(), 16) + '"';
    json += ",\"application_type\":" + number(dice.between(1, 5)) + ",\"application_id\":"
        + number(dice.between(101, 140)) + ",\"resource_type\":" + number(dice.between(1, 4))
        + ",\"resource_id\":" + number(dice.between(5000, 5060))
        + ",\"media_type\":" + number(media);
    return json + '}';
}

QByteArray ending(Dice &dice, const Record &record, Moment moment, int media)
{
    static const std::array<std::pair<int, const char *>, 4> dispositions{
        {{10, "SUCCESS"}, {10, "done at the first contact"}, {20, "not reached"}, {40, "FAILED"}}};
    const auto &[disposition, text] = dice.pick(dispositions);
    return "{\"completed\":" + event(dice, moment, media)
        + ",\"duration\":" + number(moment - record.startedAt)
        + ",\"disposition\":" + number(disposition) + ",\"disposition_desc\":\"" + text + "\"}";
}

QString demoId(Dice &dice)
{
    const quint32 a = dice.bits();
    const quint32 b = dice.bits();
    const quint32 c = dice.bits();
    const QUuid uuid(dice.bits(), ushort(a), ushort((a >> 16 & 0x0fff) | 0x4000),
                     uchar((b & 0x3f) | 0x80), uchar(b >> 8), uchar(b >> 16), uchar(b >> 24),
                     uchar(c), uchar(c >> 8), uchar(c >> 16), uchar(c >> 24));
    return u"%1-%2"_s.arg(100 + uuid.data1 % 900).arg(uuid.toString(QUuid::WithoutBraces));
}

// From minutes to weeks; a good part has been open far longer than anything takes.
qint64 randomAge(Dice &dice)
{
    const int kind = dice.between(1, 100);
    if (kind <= 25)
        return dice.between(2, 59) * minute;
    if (kind <= 55)
        return dice.between(60, 480) * minute;
    if (kind <= 75)
        return dice.between(8, 48) * hour;
    if (kind <= 90)
        return dice.between(48, 168) * hour;
    return dice.between(7, 45) * day;
}

Service makeService(Site &site, Moment startedAt, int type, int media)
{
    Dice &dice = site.dice;
    Service service;
    service.startedAt = startedAt;
    service.type = number(type);
    if (site.dialect == contract::Dialect::V85)
        service.id = demoId(dice);
    QByteArray json = "{\"service_type\":" + service.type;
    if (dice.happens(75)) {
        service.customer = demoCustomer(dice);
        json += ",\"customer_id\":" + json::spell(service.customer);
    }
    if (service.customer.isNull() || dice.happens(20)) {
        service.contactKey = demoContactKey(dice);
        json += ",\"contact_key\":" + json::spell(service.contactKey);
    }
    if (dice.happens(80))
        json += ",\"est_duration\":" + number(dice.pick(estimates));
    service.fields = json + ",\"started\":" + event(dice, startedAt, media) + '}';
    service.extensions = demoAttachedData(dice, site.dialect, type);
    return service;
}

// end: when it was completed; nothing: it still runs.
Child makeChild(Site &site, Entity entity, int type, Moment startedAt, std::optional<Moment> end,
                int media)
{
    Dice &dice = site.dice;
    Child child;
    child.entity = entity;
    child.id = -1;
    child.type = number(type);
    child.startedAt = startedAt;
    const QByteArray name = entity == Entity::State ? "state_type" : "task_type";
    child.fields = "{\"" + name + "\":" + child.type + ",\"est_duration\":"
        + number(dice.pick(estimates)) + ",\"started\":" + event(dice, startedAt, media) + '}';
    if (entity == Entity::Task)
        child.extensions = demoTaskData(dice, type);
    else if (dice.happens(30))
        child.extensions = "{\"Routing\":{\"queue\":\"Q_" + number(media)
            + "\",\"position\":" + number(dice.between(1, 40)) + "}}";
    if (end)
        child.ending = ending(dice, child, *end, media);
    return child;
}

// A service passes through states one after the other; the last is open while the service is,
// mostly. Tasks hang on a state or on the service.
Result<void> addChildren(Site &site, const Service &service, Moment until, int type, int media)
{
    Dice &dice = site.dice;
    const bool open = service.isActive();
    const int stateCount = dice.between(0, 2);
    const qint64 span = std::max(minute, until - service.startedAt);
    Moment at = service.startedAt;
    for (int i = 0; i < stateCount; ++i) {
        const bool last = i + 1 == stateCount;
        const Moment next = last ? until : at + span / (stateCount + 1) / 4;
        const bool runs = open && last && dice.happens(85);
        Child state = makeChild(site, Entity::State, dice.between(1, 10), at,
                                runs ? std::optional<Moment>() : next, media);
        state.service = service.number;
        state.id = i;
        if (const Result<void> added = site.store.add(state); !added)
            return added;
        at = next;
    }
    const int taskCount = dice.between(0, 2);
    for (int i = 0; i < taskCount; ++i) {
        const Moment start = service.startedAt + span * dice.between(1, 20) / 100;
        const bool runs = open && dice.happens(65);
        Child task = makeChild(site, Entity::Task, dice.pick(taskTypes[std::size_t(type)]), start,
                               runs ? std::optional<Moment>() : start + span / 10, media);
        task.service = service.number;
        task.id = i;
        if (stateCount > 0 && dice.happens(60))
            task.state = dice.between(0, stateCount - 1);
        if (const Result<void> added = site.store.add(task); !added)
            return added;
    }
    return {};
}

Result<void> addRandom(Site &site, bool completed)
{
    Dice &dice = site.dice;
    const int type = dice.between(1, 10);
    const int media = dice.happens(80) ? dice.between(1, 3) : dice.between(4, 7);
    const Moment startedAt = site.now - randomAge(dice) - dice.between(0, 59999);
    Service service = makeService(site, startedAt, type, media);
    Moment until = site.now;
    if (completed) {
        until = startedAt + (site.now - startedAt) * dice.between(5, 90) / 100;
        service.completedAt = until;
        service.ending = ending(dice, service, until, media);
    }
    if (const Result<void> added = site.store.add(service); !added)
        return added;
    return addChildren(site, service, until, type, media);
}

Child exampleChild(Entity entity, const Service &service, qint32 id, const QByteArray &fields,
                   const QByteArray &extensions)
{
    Child child;
    child.entity = entity;
    child.service = service.number;
    child.id = id;
    child.startedAt = service.startedAt + 5 * minute;
    const QByteArray name = entity == Entity::State ? "state_type" : "task_type";
    child.fields = "{\"" + name + "\":" + fields
        + ",\"started\":{\"timestamp\":" + shownMoment(child.startedAt) + ",\"media_type\":1}}";
    child.type = fields.left(fields.indexOf(','));
    child.extensions = extensions;
    return child;
}

Service exampleService(qint64 number, Moment startedAt, const QString &customer,
                       const QByteArray &type, const QByteArray &extensions)
{
    Service service;
    service.number = number;
    service.id = QString::number(number);
    service.startedAt = startedAt;
    service.customer = customer;
    service.type = type;
    service.fields = "{\"service_type\":" + type + ",\"customer_id\":" + json::spell(customer)
        + ",\"est_duration\":3600,\"started\":{\"timestamp\":" + shownMoment(startedAt)
        + ",\"interaction_id\":\"0000CSS0FXZUP6UR\",\"application_type\":400,\"application_id\":40,"
          "\"resource_type\":2,\"resource_id\":5005,\"media_type\":1}}";
    service.extensions = extensions;
    return service;
}

// What the examples of "Complete Service" and "Complete Task" end.
Result<void> addExamples(Site &site)
{
    Service task = exampleService(
        95, site.now - 5 * day, u"00018b9GQ5KS03BW"_s, "6",
        R"({"CallReason":{"reason":"offer","text":"Looks for a car","priority":2}})");
    Service service = exampleService(
        36981723, site.now - 3 * day - 4 * hour, u"000113GB2CJ0083E"_s, "1",
        R"({"Feedback":{"FeedbackType":"survey","rating":4,"notes":"waiting for the answer"},)"
        R"("CallReason":{"reason":"payment","text":"Direct debit was returned","priority":1}})");
    for (Service *each : {&task, &service}) {
        if (const Result<void> added = site.store.add(*each); !added)
            return added;
    }
    Child oldState = exampleChild(Entity::State, task, 23, "1,\"est_duration\":300", "{}");
    oldState.ending = ending(site.dice, oldState, oldState.startedAt + 4 * minute, 1);
    Child newTask =
        exampleChild(Entity::Task, task, 3, "1,\"est_duration\":3600",
                     R"({"Survey":{"url":"http://ourServer/storage/userAnswers","question1":5}})");
    newTask.state = 24;
    for (Child child :
         {oldState,
          exampleChild(Entity::State, task, 24, "8,\"est_duration\":3600,\"previous_state_id\":23",
                       "{}"),
          newTask, exampleChild(Entity::State, service, 0, "9,\"est_duration\":1800", "{}"),
          exampleChild(Entity::Task, service, 0, "4,\"est_duration\":3600",
                       R"({"Check":{"system":"billing","result":"open","reference":118734}})")}) {
        if (const Result<void> added = site.store.add(child); !added)
            return added;
    }
    return {};
}

Result<void> fillSite(Site &site, const Seed &seed)
{
    if (site.dialect == contract::Dialect::V81) {
        for (const Schema &schema : demoSchemas()) {
            if (const Result<void> added = site.store.add(schema); !added)
                return added;
        }
    }
    qint64 active = seed.count - seed.count / 10;
    qint64 completed = seed.count / 10;
    if (seed.kind == Seed::Kind::Demo) {
        if (const Result<void> added = addExamples(site); !added)
            return added;
        active = demoActive;
        completed = demoCompleted;
    }
    // Mixed as they would have come, not all completed ones at the end.
    for (; active + completed > 0;) {
        const qint64 left = active + completed;
        const bool ends = qint64(quint64(site.dice.bits()) % quint64(left)) < completed;
        (ends ? completed : active) -= 1;
        if (const Result<void> added = addRandom(site, ends); !added)
            return added;
    }
    return {};
}

} // namespace

Result<void> fill(Store &store, const Options &options)
{
    if (options.seed.kind == Seed::Kind::Nothing)
        return {};
    const Result<bool> empty = store.isEmpty();
    if (!empty || !*empty)
        return empty ? Result<void>() : tl::unexpected(empty.error());
    if (const Result<void> begun = store.begin(); !begun)
        return begun;
    const Moment now = options.clock ? options.clock() : QDateTime::currentMSecsSinceEpoch();
    Site site{store, options.dialect, now, {}};
    if (const Result<void> filled = fillSite(site, options.seed); !filled) {
        store.rollback();
        return filled;
    }
    if (const Result<void> committed = store.commit(); !committed)
        return committed;
    return store.trim();
}

} // namespace closeout::sandbox
