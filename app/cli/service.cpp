// SPDX-FileCopyrightText: 2026 The Closeout developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/recordcells.h"
#include "cli/servercommand.h"
#include "contract/ids.h"
#include "contract/timestamp.h"
#include "rows/durations.h"
#include "json/format.h"

using namespace Qt::StringLiterals;

namespace closeout::cli {

using client::AttachedDatum;
using client::Record;

namespace {

// How old something is changes with every look: for people only.
QString moment(const QDateTime &moment, Format format)
{
    if (!moment.isValid() || format != Format::Table)
        return stamp(moment, Format::Csv);
    return u"%1 (%2 ago)"_s.arg(contract::formatTimestamp(moment), ageOf(moment));
}

// One that nobody understands is shown as it was said.
QString momentOf(const Record &record, QStringView event, Format format)
{
    const QDateTime at = event == u"started" ? record.startedAt() : record.completedAt();
    const json::Value said = record.root().member(event).member(u"timestamp");
    if (at.isValid() || !said.exists() || said.type() == json::Type::Null)
        return moment(at, format);
    return u"%1 (not understood as a moment)"_s.arg(QString::fromUtf8(said.raw()));
}

QString duration(qint64 seconds, Format format)
{
    if (seconds <= 0)
        return {};
    return format == Format::Table ? rows::wordedDuration(seconds * 1000)
                                   : QString::number(seconds);
}

QString openSince(const QDateTime &moment, Format format)
{
    if (format == Format::Table)
        return u"open %1"_s.arg(ageOf(moment));
    return moment.isValid() ? u"open since %1"_s.arg(stamp(moment, format)) : u"open"_s;
}

QString onOneLine(const QByteArray &json)
{
    const Result<json::Document> document = json::Document::parse(json);
    return QString::fromUtf8(document ? json::compact(document->root()) : json);
}

struct Line
{
    QString name;
    QString value;
};

QList<Line> linesOf(const Record &service, Format format)
{
    QList<Line> lines{
        {u"Service"_s, service.id()},
        {u"Type"_s, service.type()},
        {u"Customer"_s, service.customerId()},
        {u"Contact key"_s, service.contactKey()},
        {u"Media type"_s, service.mediaType()},
        {u"Started"_s, momentOf(service, u"started", format)},
        {u"Expected"_s, duration(service.expectedSeconds(), format)},
        {u"Completed"_s, service.isCompleted() ? momentOf(service, u"completed", format) : u"no"_s},
        {u"Disposition"_s,
         u"%1 %2"_s.arg(service.disposition(), service.dispositionText()).trimmed()},
    };
    for (const Record &child : service.children()) {
        const QString kind = child.kind() == Record::Kind::State ? u"State %1"_s : u"Task %1"_s;
        const QString open = child.isCompleted() ? u"done"_s : openSince(child.startedAt(), format);
        const QString name = kind.arg(child.id());
        QString said = u"%1, type %2"_s.arg(open, child.type());
        if (child.kind() == Record::Kind::Task && !child.stateId().isEmpty())
            said += u", state %1"_s.arg(child.stateId());
        lines.append({name, said});
        for (const AttachedDatum &datum : child.attachedData())
            lines.append(
                {u"%1 %2"_s.arg(name, QString::fromUtf8(datum.rawKey)), onOneLine(datum.rawValue)});
    }
    for (const AttachedDatum &datum : service.attachedData())
        lines.append({QString::fromUtf8(datum.rawKey), onOneLine(datum.rawValue)});
    lines.removeIf([](const Line &line) { return line.value.isEmpty(); });
    return lines;
}

class ServiceCommand : public ServerCommand
{
    Q_OBJECT

public:
    using ServerCommand::ServerCommand;

protected:
    void reachServer() override
    {
        const QString id = arguments().positional(0);
        if (const Result<void> valid = contract::checkServiceId(dialect(), id); !valid) {
            fail(valid.error());
            return;
        }
        services().read(contract::serviceTarget(id), this,
                        [this](const client::Answer<Record> &answer) {
                            if (!answer.value) {
                                fail(answer.value.error());
                                return;
                            }
                            print(answer);
                            emit finished(ExitDone);
                        });
    }

private:
    void print(const client::Answer<Record> &answer) const
    {
        const Format format = formatFrom(arguments());
        if (format == Format::Json) {
            printOut(answer.exchange.answerBody); // no byte more, so that it can be compared
            if (standardOutputIsTerminal())
                printOut(QByteArray("\n"));
            return;
        }
        RowWriter rows(format, {{u"name"_s, u"Name"_s, 18}, {u"value"_s, u"Value"_s, 0}});
        rows.begin();
        for (const Line &line : linesOf(*answer.value, format))
            rows.row({{line.name}, {line.value}});
        rows.end();
    }
};

} // namespace

CommandSpec serviceCommand()
{
    CommandSpec spec;
    spec.words = {u"service"_s};
    spec.positionals = {u"SERVICE_ID"_s};
    spec.summary = u"Shows one service with its states, tasks and attached data."_s;
    spec.description = u"With --format json it prints the server's answer byte for byte. In CSV "
                       u"moments are in UTC "
                       "and durations in seconds."_s;
    spec.options = QList<Option>{formatOption()} + destinationOptions();
    spec.needsDestination = true;
    spec.examples = {
        {u"service 36981723 --url http://127.0.0.1:8080"_s, u"For a look:"_s},
        {u"service 36981723 --env Production --format json"_s, u"For a program:"_s},
    };
    spec.make = [](const Arguments &arguments) {
        return std::make_unique<ServiceCommand>(arguments);
    };
    return spec;
}

} // namespace closeout::cli

#include "service.moc"
