// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

// Filters of any text: parsing never crashes and tells where it is wrong; what is right says the
// same in its canonical form, and whatever it asks of odd rows comes to an end. The first byte of
// the input says where the cursor of completion stands.

#include "filter/completion.h"
#include "filter/filter.h"
#include "filter/stuckrules.h"
#include "require.h"

using namespace closeout::filter;
using namespace closeout::rows;

namespace {

constexpr Moment now = 1795608000000; // 2026-11-25T12:00:00Z
const std::atomic_bool notCancelled = false;

Snapshot oddRows()
{
    Collection collection;
    collection.beginLoad();
    for (int i = 0; i < 6; ++i) {
        const QByteArray id = QByteArray(i * 3, char('a' + i)) + QByteArray::number(i);
        const QByteArray data = i % 2 ? R"({"a":{"b":[1,"\u00e4",null]},"a.b":1e400,"c":"x"})" : "";
        Row row;
        row.text(Field::ServiceId) = id;
        row.text(Field::ServiceType) = i % 3 ? "Bill Payment" : "*?\\\"/";
        row.text(Field::Data) = data;
        row.moment(Field::Started) = now - (Moment(1) << (i * 6));
        row.number(Field::OpenTasks) = i - 1;
        row.number(Field::Expected) = i * 1000;
        row.isCompleted = i == 5;
        Row task;
        task.text(Field::TaskId) = "1";
        collection.put(row, std::span(&task, 1));
    }
    return collection.snapshot();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Snapshot snapshot = oddRows();
    static const StuckRules rules = StuckRules::standard();
    if (size == 0)
        return 0;
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data + 1),
                                           qsizetype(size - 1));
    const Completion completion = complete(text, data[0], Subject::Service, snapshot, &rules);
    require(completion.at >= 0 && completion.length >= 0
                && completion.at + completion.length <= text.size(),
            "completion replaces what is there");
    for (const Subject subject : {Subject::Service, Subject::Task}) {
        const auto filter = Filter::parse(text, subject);
        if (!filter) {
            const Fault &error = filter.error();
            require(!error.message.isEmpty(), "a fault is told");
            require(error.at >= 0 && error.length > 0 && error.at + error.length <= text.size(),
                    "a fault has its place in the text");
            continue;
        }
        const QString canonical = print(filter->root());
        const auto again = Filter::parse(canonical, subject);
        require(again.has_value(), "the canonical form is a filter");
        require(print(again->root()) == canonical, "the canonical form is its own");
        const auto rows = filter->matches(snapshot, {now, &rules}, notCancelled);
        require(rows == again->matches(snapshot, {now, &rules}, notCancelled),
                "the canonical form says the same");
    }
    return 0;
}
