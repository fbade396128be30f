// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "ui/find/child.h"

#include "json/format.h"

#include <QtCore/QSet>

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

void appendTasksOf(const Record &state, QStringView name, QList<Record> &tasks)
{
    for (const json::Value value : state.root().member(name)) {
        if (Result<Record> task = Record::fromJson(Record::Kind::Task, value.raw().toByteArray()))
            tasks.append(std::move(*task));
    }
}

int rank(const Child &child)
{
    return (child.isOpen ? 0 : 2) + (child.isTask() ? 0 : 1);
}

} // namespace

QList<Child> childrenOf(const Record &service)
{
    QList<Record> records = service.children();
    const QList<Record> listed = records;
    for (const Record &record : listed) {
        if (record.kind() == Record::Kind::State) {
            appendTasksOf(record, u"active_tasks", records);
            appendTasksOf(record, u"completed_tasks", records);
        }
    }
    QList<Child> children;
    QSet<std::pair<int, QString>> seen;
    for (const Record &record : std::as_const(records)) {
        const std::pair key(int(record.kind()), record.id());
        if (!seen.contains(key))
            children.append(childOf(record));
        seen.insert(key);
    }
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
