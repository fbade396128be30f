// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/service/child.h"

#include "json/format.h"

#include <algorithm>
#include <limits>

namespace closeout::ui {

using client::Record;

namespace {

constexpr qsizetype longestText = 64 * 1024; // bytes; more would hold the window

Child childOf(const Record &record)
{
    return {record.kind(),
            record.id(),
            record.type(),
            record.stateId(),
            record.disposition(),
            record.dispositionText(),
            record.startedAt(),
            record.completedAt(),
            record.expectedSeconds(),
            !record.isCompleted(),
            record};
}

int rank(const Child &child)
{
    return (child.isOpen ? 0 : 2) + (child.isTask() ? 0 : 1);
}

} // namespace

QList<Child> childrenOf(const Record &service)
{
    QList<Child> children;
    for (const Record &record : service.children())
        children.append(childOf(record));
    std::stable_sort(children.begin(), children.end(), [](const Child &a, const Child &b) {
        return rank(a) != rank(b) ? rank(a) < rank(b) : a.startedAt < b.startedAt;
    });
    return children;
}

qint64 secondsExceeded(const QDateTime &startedAt, const QDateTime &end, qint64 expectedSeconds)
{
    if (expectedSeconds <= 0 || !startedAt.isValid() || !end.isValid())
        return 0;
    return std::max<qint64>(startedAt.secsTo(end) - expectedSeconds, 0);
}

QString attachedDataText(const Record &record)
{
    const QList<client::AttachedDatum> data = record.attachedData();
    if (data.isEmpty())
        return {};
    QByteArray text;
    for (const client::AttachedDatum &datum : data)
        text += (text.isEmpty() ? "{" : ",\n ") + datum.rawKey + ": " + datum.rawValue;
    text += '}';
    if (text.size() <= longestText) {
        if (const Result<json::Document> document = json::Document::parse(text))
            return QString::fromUtf8(json::formatted(document->root()));
    }
    const QString start = QString::fromUtf8(text.first(std::min(text.size(), longestText)));
    //: at the end of a long text
    return start
        + Tr::tr("\n… Cut off here: %n byte(s) in all.", nullptr,
                 int(std::min<qsizetype>(text.size(), std::numeric_limits<int>::max())));
}

} // namespace closeout::ui
