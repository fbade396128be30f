// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "sandbox/demo/faults.h"

#include "sandbox/operations/routes.h"
#include "json/document.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace closeout::sandbox {

namespace {

constexpr qsizetype mostFaults = 1000; // each stands around the next one, on the stack
constexpr qint64 mostNumber = 1'000'000'000; // of counts and of milliseconds

using Phase = Fault::Phase;
using Effect = Fault::Effect;

template<typename T>
struct Word
{
    QLatin1StringView word;
    T value;
};

constexpr std::array phases{Word<Phase>{"before"_L1, Phase::Before},
                            Word<Phase>{"after"_L1, Phase::After},
                            Word<Phase>{"answer"_L1, Phase::Answer}};
constexpr std::array effects{Word<Effect>{"delay"_L1, Effect::Delay},
                             Word<Effect>{"cut"_L1, Effect::Cut},
                             Word<Effect>{"silence"_L1, Effect::Silence},
                             Word<Effect>{"status"_L1, Effect::Status},
                             Word<Effect>{"stale"_L1, Effect::Stale}};

constexpr std::array members{"operation"_L1,   "service"_L1,         "nth"_L1,     "times"_L1,
                             "probability"_L1, "phase"_L1,           "effect"_L1,  "delay_ms"_L1,
                             "after_bytes"_L1, "status"_L1,          "headers"_L1, "body"_L1,
                             "reads"_L1,       "after_body_bytes"_L1};

tl::unexpected<Error> unusable(QAnyStringView member)
{
    return failure(ErrorKind::InvalidInput,
                   Tr::tr("The member “%1” of a fault is missing, unknown, out of place or has a "
                          "value that it cannot have.")
                       .arg(member.toString()));
}

// Reads the members of one fault; of several that are wrong it keeps the first.
class Reader
{
public:
    explicit Reader(const json::Value &fault)
        : m_fault(fault)
    {
    }

    bool has(QLatin1StringView name) const { return get(name).exists(); }

    void text(QLatin1StringView name, QString &into)
    {
        if (!has(name))
            return;
        into = get(name).text();
        check(get(name).type() == json::Type::String && !into.isEmpty(), name);
    }

    void number(QLatin1StringView name, qint64 least, qint64 most, qint64 &into)
    {
        if (!has(name))
            return;
        bool isWhole = false;
        into = get(name).raw().toByteArray().toLongLong(&isWhole);
        check(isWhole && into >= least && into <= most, name);
    }

    template<typename T, std::size_t size>
    void word(QLatin1StringView name, const std::array<Word<T>, size> &words, T &into)
    {
        const QString given = get(name).text();
        for (const auto &[word, value] : words) {
            if (given == word) {
                into = value;
                return;
            }
        }
        check(false, name);
    }

    void check(bool isGood, QLatin1StringView name)
    {
        if (!isGood && m_wrong.isEmpty())
            m_wrong = name;
    }

    json::Value get(QLatin1StringView name) const { return m_fault.member(QString(name)); }
    QLatin1StringView wrong() const { return m_wrong; }

private:
    json::Value m_fault;
    QLatin1StringView m_wrong;
};

void readRequests(Reader &reader, Fault &fault)
{
    reader.text("operation"_L1, fault.operation);
    const bool isKnown = fault.operation == "end"_L1 || fault.operation == "read"_L1
        || fault.operation == "write"_L1 || isOperation(fault.operation);
    reader.check(fault.operation.isEmpty() || isKnown, "operation"_L1);
    reader.text("service"_L1, fault.service);
    reader.number("nth"_L1, 1, mostNumber, fault.nth);
    fault.times = fault.nth > 0 ? 1 : 0;
    reader.number("times"_L1, 1, mostNumber, fault.times);
    if (reader.has("probability"_L1)) {
        bool isNumber = false;
        fault.probability = reader.get("probability"_L1).raw().toByteArray().toDouble(&isNumber);
        reader.check(isNumber && fault.probability >= 0 && fault.probability <= 1,
                     "probability"_L1);
    }
}

void readDelivery(Reader &reader, Fault &fault)
{
    qint64 milliseconds = 0;
    reader.number("delay_ms"_L1, 1, mostNumber, milliseconds);
    reader.check(fault.effect != Effect::Delay || milliseconds > 0, "delay_ms"_L1);
    fault.delivery.delay = std::chrono::milliseconds(milliseconds);
    if (fault.effect == Effect::Cut)
        fault.delivery.end = Delivery::End::Closes;
    else if (fault.effect == Effect::Silence)
        fault.delivery.end = Delivery::End::Silence;
    for (const auto name : {"after_bytes"_L1, "after_body_bytes"_L1}) {
        reader.number(name, 0, std::numeric_limits<qint64>::max(), fault.delivery.after);
        reader.check(!reader.has(name) || fault.phase == Phase::Answer, name);
    }
    if (reader.has("after_body_bytes"_L1)) {
        fault.delivery.counted = Delivery::Counted::Body;
        reader.check(!reader.has("after_bytes"_L1), "after_bytes"_L1);
    }
}

void readAnswer(Reader &reader, Fault &fault)
{
    const bool isStatus = fault.effect == Effect::Status;
    for (const auto name : {"status"_L1, "headers"_L1, "body"_L1})
        reader.check(isStatus || !reader.has(name), name);
    if (!isStatus)
        return;
    reader.check(fault.phase != Phase::Answer, "phase"_L1);
    qint64 status = 0;
    reader.number("status"_L1, 200, 599, status);
    reader.check(status > 0, "status"_L1);
    fault.answer.status = int(status);
    fault.hasBody = reader.has("body"_L1);
    reader.check(!fault.hasBody || reader.get("body"_L1).type() == json::Type::String, "body"_L1);
    fault.answer.body = reader.get("body"_L1).text().toUtf8();
    // Whoever wants broken HTTP needs a server that has none.
    static const QRegularExpression name(u"\\A[!#$%&'*+.^_`|~0-9A-Za-z-]+\\z"_s);
    static const QRegularExpression value(u"\\A[\\t\\x20-\\x7e]*\\z"_s);
    const json::Value headers = reader.get("headers"_L1);
    reader.check(!headers.exists() || headers.isObject(), "headers"_L1);
    for (const json::Value header : headers) {
        const QString key = header.key().toLower();
        const bool isOurs = key == "content-length"_L1 || key == "transfer-encoding"_L1
            || key == "connection"_L1;
        reader.check(!isOurs && name.match(key).hasMatch() && value.match(header.text()).hasMatch(),
                     "headers"_L1);
        fault.answer.headers.append({header.key().toLatin1(), header.text().toLatin1()});
    }
}

void readStale(Reader &reader, Fault &fault)
{
    const bool isStale = fault.effect == Effect::Stale;
    fault.reads = isStale ? 1 : 0;
    reader.number("reads"_L1, 1, mostNumber, fault.reads);
    reader.check(isStale || !reader.has("reads"_L1), "reads"_L1);
    reader.check(!isStale || fault.operation == "end"_L1 || isEnd(fault.operation), "operation"_L1);
    reader.check(!isStale || fault.phase == Phase::After, "phase"_L1);
    reader.check(!isStale || !reader.has("delay_ms"_L1), "delay_ms"_L1);
}

Result<Fault> readFault(const json::Value &json)
{
    for (const json::Value member : json) {
        const bool isKnown = std::any_of(members.begin(), members.end(),
                                         [&](auto name) { return member.key() == name; });
        if (!isKnown)
            return unusable(member.key());
    }
    Fault fault;
    fault.spelled = json.raw().toByteArray();
    Reader reader(json);
    reader.word("effect"_L1, effects, fault.effect);
    if (fault.effect == Effect::Stale && !reader.has("phase"_L1))
        fault.phase = Phase::After;
    else
        reader.word("phase"_L1, phases, fault.phase);
    readRequests(reader, fault);
    readDelivery(reader, fault);
    readAnswer(reader, fault);
    readStale(reader, fault);
    if (!reader.wrong().isEmpty())
        return unusable(reader.wrong());
    return fault;
}

// As SplitMix64 does it: numbers that follow each other become such that do not.
quint64 mixed(quint64 number)
{
    number += 0x9e3779b97f4a7c15U;
    number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9U;
    number = (number ^ (number >> 27)) * 0x94d049bb133111ebU;
    return number ^ (number >> 31);
}

} // namespace

Result<FaultList> readFaults(const QByteArray &json)
{
    const Result<json::Document> document = json::Document::parse(json);
    if (!document)
        return tl::unexpected(document.error());
    const json::Value root = document->root();
    const json::Value faults = root.member(u"faults");
    const json::Value seed = root.member(u"seed");
    FaultList list;
    bool isSeed = true;
    if (seed.exists())
        list.seed = seed.raw().toByteArray().toULongLong(&isSeed);
    if (!faults.isArray() || !isSeed || root.size() != (seed.exists() ? 2 : 1)) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("The faults must be an object with “faults”, an array, and perhaps "
                              "“seed”, a whole number, and nothing else."));
    }
    if (faults.size() > mostFaults) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("There can be %1 faults at most.").arg(mostFaults));
    }
    for (const json::Value each : faults) {
        const Result<Fault> fault = readFault(each);
        if (!fault)
            return tl::unexpected(fault.error());
        list.faults.append(*fault);
    }
    return list;
}

bool isEnd(QStringView operation)
{
    return operation == "completeService"_L1 || operation == "completeState"_L1
        || operation == "completeTask"_L1;
}

bool fits(const Fault &fault, const Asked &asked)
{
    if (!fault.service.isEmpty() && fault.service != asked.service)
        return false;
    if (fault.operation == "end"_L1)
        return isEnd(asked.operation);
    if (fault.operation == "read"_L1)
        return asked.isRead;
    if (fault.operation == "write"_L1)
        return !asked.isRead && !asked.operation.isEmpty();
    return fault.operation.isEmpty() || fault.operation == asked.operation;
}

bool strikes(const Fault &fault, quint64 seed, qsizetype index, qint64 seen, qint64 hit)
{
    if (seen < fault.nth || (fault.times > 0 && hit >= fault.times))
        return false;
    // Drawn for each request by its number, so that it does not matter which thread comes first.
    const quint64 drawn = mixed(mixed(seed + quint64(index)) + quint64(seen));
    return double(drawn >> 11) * 0x1p-53 < fault.probability;
}

} // namespace closeout::sandbox
