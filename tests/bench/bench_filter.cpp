// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Filters and sorts over many services, against QSortFilterProxyModel over a plain table model,
// measured in the same run.
//
//     bench_filter [--quick] [SERVICES]      1000000 unless told otherwise
//
// The proxy gets a tenth of the rows, and its times are told for all of them: ten times as much,
// although sorting grows by more than that.

#include "inturn.h"

#include "filter/filter.h"
#include "filter/sorting.h"
#include "filter/stuckrules.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QDateTime>
#include <QtCore/QElapsedTimer>
#include <QtCore/QSortFilterProxyModel>

#include <array>
#include <cstdio>
#include <ctime>
#include <functional>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace closeout;
using namespace closeout::filter;

namespace {

constexpr int rounds = 5;
constexpr Moment now = 1795608000000; // 2026-11-25T12:00:00Z
const std::atomic_bool notCancelled = false;

// As in exportdata.cpp: the same everywhere.
class Dice
{
public:
    quint32 bits()
    {
        m_state = m_state * 6364136223846793005U + 1442695040888963407U;
        return quint32(m_state >> 32U);
    }
    quint32 below(quint32 end) { return bits() % end; }

private:
    quint64 m_state = 20261101;
};

struct Service
{
    QByteArray id, type, customer, media, resource, data;
    Moment started = 0;
    Moment last = 0;
    qint32 expected = 0;
};

Service service(Dice &dice)
{
    static constexpr std::array types{"Bill Payment", "Call-back", "Offer", "Move", "Complaint"};
    static constexpr std::array media{"voice", "email", "chat", "web", "sms", "fax", "kiosk"};
    static constexpr std::array reasons{"payment", "call-back", "offer", "move", "complaint"};
    Service service;
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%u-%08x-%04x-4%03x-a%03x-%08x%04x",
                  100 + dice.below(900), dice.bits(), dice.below(0x10000), dice.below(0x1000),
                  dice.below(0x1000), dice.bits(), dice.below(0x10000));
    service.id = text.data();
    service.type = types[dice.below(types.size())];
    service.customer = "0001" + QByteArray::number(100'000 + dice.below(200'000)) + "KS03BW";
    service.media = media[dice.below(media.size())];
    service.resource = QByteArray::number(5000 + dice.below(60));
    service.data = R"({"CallReason":{"reason":")" + QByteArray(reasons[dice.below(reasons.size())])
        + R"(","priority":)" + QByteArray::number(1 + dice.below(5)) + R"(,"ticket":)"
        + QByteArray::number(dice.below(50'000)) + "}}";
    const Moment age = Moment(dice.below(53) * quint64(dice.below(53)) / 53) * 86'400'000
        + dice.below(86'400'000);
    service.started = now - age;
    service.last = std::min(now, service.started + 60'000 + dice.below(10'000'000));
    service.expected = qint32(900 * (1 + dice.below(8)));
    return service;
}

void fill(Collection &collection, quint32 count)
{
    Dice dice;
    collection.beginLoad();
    for (quint32 i = 0; i < count; ++i) {
        const Service each = service(dice);
        Row row;
        row.text(Field::ServiceId) = each.id;
        row.text(Field::ServiceType) = each.type;
        row.text(Field::CustomerId) = each.customer;
        row.text(Field::MediaType) = each.media;
        row.text(Field::Application) = "400";
        row.text(Field::Resource) = each.resource;
        row.text(Field::Data) = each.data;
        row.moment(Field::Started) = each.started;
        row.moment(Field::LastEvent) = each.last;
        row.number(Field::Expected) = each.expected;
        row.number(Field::OpenTasks) = qint32(dice.below(4));
        row.number(Field::OpenStates) = qint32(dice.below(2));
        collection.put(row, {});
    }
    collection.closeLoad();
}

// What one would write without a store of one's own.
class TableModel : public QAbstractTableModel
{
public:
    enum Column { Id, Type, Customer, Media, Resource, Started, Columns };

    explicit TableModel(quint32 count)
    {
        Dice dice;
        for (quint32 i = 0; i < count; ++i) {
            const Service each = service(dice);
            m_rows.append({QString::fromUtf8(each.id), QString::fromUtf8(each.type),
                           QString::fromUtf8(each.customer), QString::fromUtf8(each.media),
                           QString::fromUtf8(each.resource),
                           QDateTime::fromMSecsSinceEpoch(each.started, Qt::UTC)});
            dice.bits();
            dice.bits(); // that fill() takes
        }
    }
    int rowCount(const QModelIndex & /*parent*/) const override { return int(m_rows.size()); }
    int columnCount(const QModelIndex & /*parent*/) const override { return Columns; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? m_rows.at(index.row()).at(index.column()) : QVariant();
    }

private:
    QList<QVariantList> m_rows;
};

// In milliseconds, the best of several rounds. Where the machine is busy otherwise, the time on
// the processors tells more: on all cores together, so that it may be longer than the other.
struct Time
{
    double wall = 1e9;
    double processor = 1e9;
};

Time timeOf(const std::function<void()> &work)
{
    Time best;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        const std::clock_t start = std::clock();
        work();
        best.processor = std::min(best.processor,
                                  double(std::clock() - start) * 1e3 / CLOCKS_PER_SEC);
        best.wall = std::min(best.wall, double(timer.nsecsElapsed()) / 1e6);
    }
    return best;
}

void filterTime(const Snapshot &snapshot, const char *text)
{
    static const StuckRules rules = StuckRules::standard();
    const auto filter = Filter::parse(QString::fromUtf8(text), Subject::Service);
    if (!filter) {
        std::fprintf(stderr, "%s: %s\n", text, qPrintable(filter.error().message));
        return;
    }
    size_t found = 0;
    const Time time = timeOf([&] {
        found = filter->matches(snapshot, {now, &rules}, notCancelled)->size();
    });
    std::printf("  %-44s %7.1f ms %7.1f ms %8zu rows\n", text, time.wall, time.processor, found);
}

void sortTime(const Snapshot &snapshot, const char *name, const SortKey &key)
{
    static const StuckRules rules = StuckRules::standard();
    std::vector<quint32> rows(snapshot.services.count());
    std::iota(rows.begin(), rows.end(), 0U);
    const Time time = timeOf([&] {
        const auto order = sorted(rows, snapshot, Subject::Service, key, {now, &rules},
                                  notCancelled);
        if (order->size() != rows.size())
            std::abort();
    });
    std::printf("  %-44s %7.1f ms %7.1f ms\n", name, time.wall, time.processor);
}

// One against the other in turn. theirs has fewer rows, so it is told for factor times as long.
void tell(const char *what, const std::function<void()> &ours, const std::function<void()> &theirs,
          double factor)
{
    auto measured = bench::inTurn(rounds, {ours, theirs});
    for (double &seconds : measured[1])
        seconds *= factor;
    std::printf("  %-28s %8.1f ms here, %8.0f ms there, faster by ", what,
                bench::median(measured[0]) * 1e3, bench::median(measured[1]) * 1e3);
    bench::Ratio(measured[1], measured[0]).print();
}

void compareWithProxy(const Snapshot &snapshot, quint32 count)
{
    const quint32 fewer = std::max(1U, count / 10);
    TableModel model(fewer);
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&model);
    proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    proxy.setSortCaseSensitivity(Qt::CaseInsensitive);
    proxy.setFilterKeyColumn(-1);
    std::printf("\nQSortFilterProxyModel, %u rows, told for %u:\n", fewer, count);
    const double factor = double(count) / double(fewer);
    static const StuckRules rules = StuckRules::standard();
    const auto filter = Filter::parse(u"77a"_s, Subject::Service);
    tell(
        "77a, and everything again",
        [&] {
            (void)filter->matches(snapshot, {now, &rules}, notCancelled)->size();
        },
        [&] {
            proxy.setFilterFixedString(u"77a"_s);
            proxy.setFilterFixedString(QString());
        },
        factor);
    std::vector<quint32> rows(snapshot.services.count());
    std::iota(rows.begin(), rows.end(), 0U);
    const auto compareSort = [&](const char *what, Field field, int column) {
        tell(
            what,
            [&] {
                (void)sorted(rows, snapshot, Subject::Service, {field}, {now, &rules}, notCancelled)
                    ->size();
            },
            [&] {
                proxy.sort(-1);
                proxy.sort(column);
            },
            factor);
    };
    compareSort("sort by service id", Field::ServiceId, TableModel::Id);
    compareSort("sort by type", Field::ServiceType, TableModel::Type);
    compareSort("sort by started", Field::Started, TableModel::Started);
}

} // namespace

int main(int argc, char *argv[])
{
    const bool isQuick = bench::takeQuick(argc, argv);
    const quint32 count = argc > 1 ? QByteArray(argv[1]).toUInt() : isQuick ? 100'000 : 1'000'000;
    if (count == 0) {
        std::fprintf(stderr, "usage: %s [--quick] [SERVICES]\n", argv[0]);
        return 64;
    }
    Collection collection;
    QElapsedTimer timer;
    timer.start();
    fill(collection, count);
    const Snapshot snapshot = collection.snapshot();
    std::printf(
        "%u services, %u words, put in %lld ms\n\nFilters, and their time on all processors:\n",
        count, snapshot.words.count(), static_cast<long long>(timer.elapsed()));
    for (const char *text :
         {"age>4h type:\"Bill Payment\"", "age>4h -media:email", "77a", "77a age>4h",
          "payment idle>1d", "customer:0001123* tasks>=2", "type:/^bill/ OR media:voice",
          "data.CallReason.priority>=4 age>1w", "data.CallReason.reason:payment type:offer",
          "stuck:yes media:chat", "overdue>0 idle>=2d", "started>-2d type:move,offer", "/7{3}a/",
          "service:/7{3}a/ age>4h", "\303\244rger"}) {
        filterTime(snapshot, text);
    }
    std::printf("\nSorts:\n");
    for (const FieldSpec &spec : allFields()) {
        if (spec.subjects.testFlag(Subject::Service))
            sortTime(snapshot, spec.name.data(), {spec.field});
    }
    sortTime(snapshot, "data.CallReason.ticket",
             {Field::Data, true, DataPath({u"CallReason"_s, u"ticket"_s})});
    compareWithProxy(snapshot, count);
    return 0;
}
